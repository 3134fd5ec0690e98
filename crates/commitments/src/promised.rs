//! What somebody said elsewhere that they would do, at a gathering say, and takes on here in their own
//! name. It is offered, as any commitment is, and nothing until the receiver wants it.

use crate::{
    deeds::offer::{NewCommitment, offer_to, usual_review},
    rules::{CommitmentId, Kind, Sight},
    tables::Party,
};
use kernel::{CircleId, OrganisationId, PersonId};
use store::Stop;
use web::Room;

/// To whom something is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// A person.
    Person(PersonId),
    /// A circle: whoever looks after it answers.
    Circle(CircleId),
    /// A partner organisation: its liaisons answer.
    Organisation(OrganisationId),
}

impl Receiver {
    fn party(self) -> Party {
        match self {
            Self::Person(id) => Party::Person(id),
            Self::Circle(id) => Party::Circle(id),
            Self::Organisation(id) => Party::Organisation(id),
        }
    }

    /// As a form's value carries it.
    pub fn value(self) -> String {
        self.party().value()
    }

    /// A form's value.
    pub fn parse(text: &str) -> Option<Self> {
        match Party::parse(text)? {
            Party::Person(id) => Some(Self::Person(id)),
            Party::Circle(id) => Some(Self::Circle(id)),
            Party::Organisation(id) => Some(Self::Organisation(id)),
            Party::Network(_) => None,
        }
    }
}

/// Whoever is in the room takes it on: from here on it is offered to the receiver.
///
/// # Errors
/// Where the receiver cannot be reached any more, or the words are none.
pub fn take_on(room: &mut Room<'_>, to: Receiver, words: &str) -> Result<CommitmentId, Stop> {
    let me = room.member()?;
    let new = NewCommitment {
        from: Party::Person(me.id),
        to: to.party(),
        kind: Kind::ShowUp,
        fits: None,
        area: "",
        words,
        much: None,
        when: None,
        start: room.today,
        review_on: usual_review(room.today),
        sight: Sight::Sides,
        wakes: None,
        before: None,
    };
    offer_to(room, &new)
}
