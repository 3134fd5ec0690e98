//! The rules of vouching (P9). No clock, no database.

mod refusal;
mod standing;

pub use refusal::VouchRefusal;
pub use standing::{Space, Unit, Vouched, is_independent, may_vouch};

kernel::id_type!(
    /// A circle that takes vouches.
    SpaceId
);
kernel::id_type!(
    /// One vouch.
    VouchId
);
kernel::id_type!(
    /// Somebody on their way into a space.
    EntryId
);

kernel::text_enum!(
    /// Where a vouch stands.
    VouchStage {
        /// It counts, until its year is over.
        Active = "active",
        /// Whoever gave it took it back; there is a conversation to have.
        Withdrawn = "withdrawn",
    }
);

kernel::text_enum!(
    /// Where somebody is on their way in.
    EntryStage {
        /// Vouches are gathered.
        Waits = "waits",
        /// The space is asked.
        Asked = "asked",
        /// They are in.
        In = "in",
    }
);

/// A vouch holds for so many days.
pub const VOUCH_DAYS: i32 = 365;
/// Whoever vouches has been of the space for so many days.
pub const OF_IT_DAYS: i32 = 90;
/// And has known them for so many months,
pub const KNOWN_MONTHS: u32 = 6;
/// or done so many things together with them.
pub const DONE_TOGETHER: u32 = 3;
