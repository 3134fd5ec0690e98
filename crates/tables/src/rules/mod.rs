//! The rules of open tables: pure. No clock, no database.

mod refusal;
mod table;

pub use refusal::TableRefusal;
pub(crate) use table::review_day;
pub use table::{Closed, Keeper, Read, Stage, Table};

kernel::id_type!(
    /// One open table.
    TableId
);

kernel::text_enum!(
    /// How well the words of a rhythm could be read.
    Certainty {
        /// Nothing of it is in doubt.
        Sure = "sure",
        /// Read in part: the words count.
        Doubtful = "doubtful",
        /// Nothing could be read: only the words.
        Unread = "unread",
        /// Read in part, and a keeper has said that it is read rightly.
        Confirmed = "confirmed",
    }
);

impl Certainty {
    /// Whether next dates may be said of it.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Sure | Self::Confirmed)
    }
}

/// Somebody looks at a table again at least this often, in days.
pub const LOOK_AGAIN_DAYS: i32 = 180;
/// What a file says is looked at within a month.
pub const FROM_FILE_DAYS: i32 = 30;
/// An ended table says so for a month; then it is erased.
pub const ENDED_DAYS: i32 = 30;
/// The longest name, in characters.
pub const NAME_LIMIT: usize = 160;
/// The longest place, in characters.
pub const PLACE_LIMIT: usize = 240;
/// The longest area, in characters.
pub const AREA_LIMIT: usize = 60;
/// The longest rhythm in words, and the longest of what there is, in characters.
pub const WORDS_LIMIT: usize = 2800;
/// The longest contact and the longest sentence of a closed table, in characters.
pub const LINE_LIMIT: usize = 240;
