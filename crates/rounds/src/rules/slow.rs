//! Slow rounds: entries lie sealed until all are in or the time is over; a reply comes after saying
//! back what one heard.

use kernel::PersonId;
use std::collections::BTreeSet;

/// What was given goes so many days after it was opened.
pub const KEPT_DAYS: i32 = 30;
/// A slow round is open so many days at most.
pub const LONGEST_DAYS: i32 = 60;

kernel::text_enum!(
    /// What a speaker says of what somebody heard.
    Said {
        /// Nothing yet, which is not a yes.
        Offered = "offered",
        /// Yes, that's it.
        Yes = "yes",
        /// Not yet.
        NotYet = "not-yet",
    }
);

/// Whether everybody who is here and does not rest gave something or passed. A circle in which nobody
/// is here waits for its day.
pub fn everyone_is_in(here: &BTreeSet<PersonId>, gave: &BTreeSet<PersonId>) -> bool {
    !here.is_empty() && here.is_subset(gave)
}

/// Whether somebody may reply: what they heard got a yes, or the speaker asks for no saying back.
pub fn may_reply(heard: Option<Said>, waived: bool) -> bool {
    waived || heard == Some(Said::Yes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;

    #[test]
    fn silence_of_the_speaker_opens_no_reply() {
        for said in [None, Some(Said::Offered), Some(Said::NotYet)] {
            assert!(!may_reply(said, false), "{said:?}");
        }
        assert!(may_reply(Some(Said::Yes), false));
        assert!(may_reply(None, true));
    }

    #[test]
    fn everyone_is_whoever_is_here() {
        let chance = SeededChance::new(4);
        let all: Vec<_> = (0..3).map(|_| PersonId::new(&chance)).collect();
        let of = |some: &[PersonId]| some.iter().copied().collect::<BTreeSet<_>>();
        assert!(!everyone_is_in(&of(&all), &of(&all[..2])));
        assert!(everyone_is_in(&of(&all[..2]), &of(&all)));
        assert!(!everyone_is_in(&of(&[]), &of(&all)));
    }
}
