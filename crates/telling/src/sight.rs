//! Who may see what somebody chose to be told: they alone, and the stewards of Aid what texts
//! begin with. Who may type what came by text.

use kernel::{CircleId, Member, PersonId, Role, Who};

/// A mail address, an hour, and what is told at once.
pub(crate) fn telling(person: PersonId) -> Who {
    Who::Person(person)
}

/// Whoever may choose the word texts begin with.
pub(crate) fn chooses_the_word(member: &Member, aid: CircleId) -> bool {
    member.holds(Role::Steward, aid)
}

/// Whoever answers the line, on shift or not.
pub(crate) fn answers_the_line(member: &Member, aid: CircleId) -> bool {
    member.holds(Role::Shift, aid) || member.holds(Role::Intake, aid)
}
