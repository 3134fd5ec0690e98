//! Sight is a type (ARCHITECTURE.md, decision 1; PRACTICES.md §1.3).

use crate::{CircleId, NetworkId, OrganisationId, PersonId, Role, Viewer};

/// The visibility ladder in one word, for the look of an audience line and for exports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Only the person.
    SelfOnly,
    /// People who are named.
    Named,
    /// Holders of a role of a circle.
    Role,
    /// A circle.
    Circle,
    /// The network's members.
    Network,
    /// Liaisons of partners.
    Partners,
    /// Anyone.
    Public,
}

impl Audience {
    /// The ladder's own word: `self`, `named`, `role`, `circle`, `network`, `partners`, `public`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SelfOnly => "self",
            Self::Named => "named",
            Self::Role => "role",
            Self::Circle => "circle",
            Self::Network => "network",
            Self::Partners => "partners",
            Self::Public => "public",
        }
    }
}

/// Exactly who may see a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// Nobody (yet).
    Nobody,
    /// One person.
    Person(PersonId),
    /// Whoever holds this role of this circle at this moment.
    Role(Role, CircleId),
    /// A circle's members.
    Circle(CircleId),
    /// The network's members, newcomers not yet among them.
    Network(NetworkId),
    /// Liaisons of one organisation.
    Liaisons(OrganisationId),
    /// Anyone.
    Public,
    /// Any of these.
    AnyOf(Vec<Who>),
}

impl Who {
    /// Whether this viewer is among them.
    pub fn includes(&self, viewer: &Viewer) -> bool {
        let member = viewer.member();
        match self {
            Self::Nobody => false,
            Self::Public => true,
            Self::Person(person) => member.is_some_and(|m| m.id == *person),
            Self::Role(role, circle) => member.is_some_and(|m| m.holds(*role, *circle)),
            Self::Circle(circle) => member.is_some_and(|m| m.circles.contains(circle)),
            Self::Network(network) => {
                member.is_some_and(|m| m.network == *network && m.standing.reads_as_member())
            }
            Self::Liaisons(org) => member.is_some_and(|m| m.liaison_of.contains(org)),
            Self::AnyOf(all) => all.iter().any(|who| who.includes(viewer)),
        }
    }

    /// The rung of the ladder: of several, the widest.
    pub fn audience(&self) -> Audience {
        match self {
            Self::Nobody | Self::Person(_) => Audience::Named,
            Self::Role(..) => Audience::Role,
            Self::Circle(_) => Audience::Circle,
            Self::Network(_) => Audience::Network,
            Self::Liaisons(_) => Audience::Partners,
            Self::Public => Audience::Public,
            Self::AnyOf(all) => all
                .iter()
                .map(Self::audience)
                .max()
                .unwrap_or(Audience::Named),
        }
    }
}

/// A value that only its audience can read. It has no `Display`, `Debug`, `Serialize` or getter;
/// the only way out is [`Guarded::seen_by`], so a template cannot print what its viewer may not
/// see.
///
/// ```compile_fail
/// let secret = kernel::Guarded::new("18 Alder St", kernel::Who::Nobody);
/// println!("{secret:?}");
/// ```
#[derive(Clone)]
pub struct Guarded<T> {
    value: T,
    who: Who,
}

impl<T> Guarded<T> {
    /// Puts a value behind its audience.
    pub fn new(value: T, who: Who) -> Self {
        Self { value, who }
    }

    /// The value, if this viewer is among its audience.
    pub fn seen_by(&self, viewer: &Viewer) -> Option<&T> {
        self.who.includes(viewer).then_some(&self.value)
    }

    /// Who may read it.
    pub fn who(&self) -> &Who {
        &self.who
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Day, Member, RoleHeld, SeededChance, Standing};

    #[test]
    fn only_the_audience_reads_a_guarded_value() {
        let chance = SeededChance::new(1);
        let (aid, network) = (CircleId::new(&chance), NetworkId::new(&chance));
        let mut bo = Member {
            id: PersonId::new(&chance),
            network,
            standing: Standing::Member,
            joined: Day(0),
            circles: vec![aid],
            roles: vec![],
            liaison_of: vec![],
        };
        let place = Guarded::new(
            "18 Alder St",
            Who::AnyOf(vec![
                Who::Person(PersonId::new(&chance)),
                Who::Role(Role::Shift, aid),
            ]),
        );
        assert!(place.seen_by(&Viewer::Stranger).is_none());
        assert!(
            place
                .seen_by(&Viewer::Member(Box::new(bo.clone())))
                .is_none()
        );
        bo.roles.push(RoleHeld {
            circle: aid,
            role: Role::Shift,
        });
        assert_eq!(
            place.seen_by(&Viewer::Member(Box::new(bo.clone()))),
            Some(&"18 Alder St")
        );
        let shared = Guarded::new("Food for 3", Who::Network(network));
        bo.standing = Standing::Participant;
        assert!(shared.seen_by(&Viewer::Member(Box::new(bo))).is_none());
    }
}
