//! Something went wrong (P27): said → heard by somebody who was not involved, within three days →
//! answered by an act → told back → closed by whoever said it.

use super::AskRefusal as No;
use kernel::{Member, PersonId};

kernel::text_enum!(
    /// What would be right, for whoever says it.
    Wants {
        /// That something changes.
        Change = "change",
        /// An apology.
        Apology = "apology",
        /// To talk.
        Talk = "talk",
        /// Nothing; only that it is known.
        Nothing = "nothing",
    }
);

kernel::text_enum!(
    /// Where it is.
    ComplaintStage {
        /// Said; nobody has answered.
        Said = "said",
        /// A person has it.
        Heard = "heard",
        /// Answered by an act.
        Answered = "answered",
        /// Whoever said it knows what changed.
        ToldBack = "told_back",
    }
);

/// Who hears it: on shift, and not whoever it is about.
pub fn hear(by: &Member, involved: Option<PersonId>) -> Result<(), No> {
    if involved == Some(by.id) {
        Err(No::YouWereInvolved)
    } else {
        Ok(())
    }
}
