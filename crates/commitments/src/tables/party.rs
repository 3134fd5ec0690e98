//! The sides of a commitment.

use kernel::{CircleId, NetworkId, OrganisationId, PersonId, Who, uuid::Uuid};

kernel::text_enum!(
    /// Who stands on a side of a commitment.
    Side {
        /// A person.
        Person = "person",
        /// A circle.
        Circle = "circle",
        /// A partner organisation.
        Organisation = "organisation",
        /// Everybody.
        Network = "network",
    }
);

kernel::id_type!(
    /// Whoever stands on a side: a person's, a circle's, an organisation's or the network's id.
    PartyId
);

/// A side of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Party {
    Person(PersonId),
    Circle(CircleId),
    Organisation(OrganisationId),
    Network(NetworkId),
}

impl Party {
    pub fn of(side: Side, id: PartyId) -> Self {
        match side {
            Side::Person => Self::Person(PersonId(id.0)),
            Side::Circle => Self::Circle(CircleId(id.0)),
            Side::Organisation => Self::Organisation(OrganisationId(id.0)),
            Side::Network => Self::Network(NetworkId(id.0)),
        }
    }

    pub fn parts(self) -> (Side, PartyId) {
        let (side, id): (Side, Uuid) = match self {
            Self::Person(id) => (Side::Person, id.0),
            Self::Circle(id) => (Side::Circle, id.0),
            Self::Organisation(id) => (Side::Organisation, id.0),
            Self::Network(id) => (Side::Network, id.0),
        };
        (side, PartyId(id))
    }

    /// Those who are this side.
    pub fn who(self) -> Who {
        match self {
            Self::Person(id) => Who::Person(id),
            Self::Circle(id) => Who::Circle(id),
            Self::Organisation(id) => Who::Liaisons(id),
            Self::Network(id) => Who::Network(id),
        }
    }

    /// As a form's value carries it: `circle:…`.
    pub fn value(self) -> String {
        let (side, id) = self.parts();
        format!("{}:{id}", side.as_str())
    }

    pub fn parse(text: &str) -> Option<Self> {
        let (side, id) = text.split_once(':')?;
        Some(Self::of(Side::parse(side)?, PartyId::parse(id)?))
    }
}
