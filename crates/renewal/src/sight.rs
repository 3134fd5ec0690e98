//! Who may see what of P4 and P5.

use kernel::{CircleId, PersonId, Who};

/// That somebody steps back, and by which day: themself, their buddies, and the circles whose things
/// they hold.
pub(crate) fn going(of: PersonId, buddies: &[PersonId], circles: &[CircleId]) -> Who {
    let near = buddies.iter().map(|buddy| Who::Person(*buddy));
    let circles = circles.iter().map(|circle| Who::Circle(*circle));
    Who::AnyOf(near.chain(circles).chain([Who::Person(of)]).collect())
}

/// One thing they lay down: themself, its circle, and whoever is asked to take it on.
pub(crate) fn thing(of: PersonId, circle: Option<CircleId>, asked: Option<PersonId>) -> Who {
    let circle = circle.map(Who::Circle);
    let asked = asked.map(Who::Person);
    Who::AnyOf(
        circle
            .into_iter()
            .chain(asked)
            .chain([Who::Person(of)])
            .collect(),
    )
}

/// What somebody chose in a season, and their note: themself and their buddies.
pub(crate) fn word(of: PersonId, buddies: &[PersonId]) -> Who {
    let near = buddies.iter().map(|buddy| Who::Person(*buddy));
    Who::AnyOf(near.chain([Who::Person(of)]).collect())
}
