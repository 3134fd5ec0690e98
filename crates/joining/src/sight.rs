//! Who may see what of somebody who is joining (§1.8).

use kernel::{CircleId, PersonId, Role, Who};

/// A name that was left, and how to reach them: welcomers, nobody else.
pub(crate) fn left_word(care: CircleId) -> Who {
    Who::AnyOf(vec![
        Who::Role(Role::Welcomer, care),
        Who::Role(Role::Steward, care),
    ])
}

/// A newcomer's first weeks: themself, their buddy, their home circle, welcomers.
pub(crate) fn path(
    person: PersonId,
    buddy: Option<PersonId>,
    circle: Option<CircleId>,
    care: CircleId,
) -> Who {
    let mut who = vec![Who::Person(person), left_word(care)];
    who.extend(buddy.map(Who::Person));
    who.extend(circle.map(Who::Circle));
    Who::AnyOf(who)
}

/// What a member of the circle has said about taking somebody in: the home circle.
pub(crate) fn circle_says(circle: CircleId) -> Who {
    Who::Circle(circle)
}
