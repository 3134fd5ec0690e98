//! The rules of asks: states, guards and clocks as pure functions. No clock, no database.

mod ask;
mod complaint;
mod order;
mod refusal;

pub use ask::{Ask, Clocked, Consent, Stage, Word};
pub use complaint::{ComplaintStage, Wants, hear as hear_complaint};
pub use order::{NEVER_DAY, NEVER_MOMENT, Order, queue};
pub use refusal::AskRefusal;

use kernel::{CircleId, Member, Role};

/// Only whoever is on the Aid shift at this minute.
pub(crate) fn on_shift(by: &Member, aid: CircleId) -> Result<(), AskRefusal> {
    match by.holds(Role::Shift, aid) {
        true => Ok(()),
        false => Err(AskRefusal::ShiftOnlyDeed),
    }
}

kernel::id_type!(
    /// One ask.
    AskId
);

kernel::text_enum!(
    /// What an ask is about; coarse on purpose.
    Kind {
        /// Food.
        Food = "food",
        /// A lift.
        Lift = "lift",
        /// Company, a visit, a call.
        Company = "company",
        /// A small bill.
        Money = "money",
        /// Something mended.
        Repair = "repair",
        /// Things: a heater, nappies, a bed.
        Things = "things",
        /// Care of a child, an elder, an animal.
        Care = "care",
        /// Words: papers, translation, a phone call.
        Words = "words",
        /// Anything else.
        Other = "other",
    }
);

kernel::text_enum!(
    /// How an ask came.
    Channel {
        /// The page.
        Page = "page",
        /// A call.
        Phone = "phone",
        /// A text.
        Text = "text",
        /// A slip of paper, or in person.
        Paper = "paper",
        /// A file.
        File = "file",
    }
);

/// A person replies within a day; an automatic text is not a reply.
pub const REPLY_SECONDS: i64 = 24 * 3600;
/// Claimed without a plan for two days: open again, and nobody is blamed.
pub const PLAN_SECONDS: i64 = 48 * 3600;
/// Said done without a word for a week: unconfirmed, which never counts as helped.
pub const WORD_SECONDS: i64 = 7 * 86_400;
/// When somebody says it was not right, a person calls within three days.
pub const FOLLOW_UP_DAYS: i32 = 3;
/// A follow-up that nobody could make closes the ask all the same, so that its words can go.
pub const FOLLOW_UP_GIVEN_UP_DAYS: i32 = 14;
/// An address is erased this many days after the receiver's word.
pub const PLACE_DAYS: i32 = 3;
/// Contact and words are erased this many days after closing.
pub const WORDS_DAYS: i32 = 14;
/// An ask that finds nobody gets an honest no after this many days.
pub const LIFE_DAYS: i32 = 60;
/// An offer lapses after this many days at most.
pub const OFFER_DAYS: i32 = 60;
/// The longest words of an ask, in characters (P6: 400 words).
pub const WORDS_LIMIT: usize = 2800;
/// The longest wording on the board, in characters.
pub const PUBLISHED_LIMIT: usize = 120;
