//! The rules of commitments (P1). No clock, no database.

mod clause;
mod commitment;
mod load;
mod refusal;

pub use clause::Clause;
pub use commitment::{
    AGAIN_DAYS, Changed, Commitment, HAND_OVER_DAYS, Kind, LONGEST_REVIEW_DAYS, LOOK_DAYS,
    REVIEW_DAYS, Sight, Stage, WORDS_LIMIT,
};
pub use load::{FEWEST, Load};
pub use refusal::CommitmentRefusal;

kernel::id_type!(
    /// One commitment.
    CommitmentId
);
kernel::id_type!(
    /// One open place: a time, or a standing duty, that looks for somebody.
    PlaceId
);

/// The most things at once somebody can say they may be asked for; more than anybody can carry.
pub const HIGHEST_CEILING: u32 = 12;
/// What somebody is asked for who has set no ceiling.
pub const USUAL_CEILING: u32 = 2;
/// The most somebody is asked on one day.
pub const ASKS_A_DAY: usize = 3;
/// Times are shown, and can be given up, so many days ahead.
pub const AHEAD_DAYS: i32 = 28;
/// How many days an open place that belongs to no day looks for somebody.
pub const PLACE_DAYS: i32 = 90;

/// A ceiling as it was typed: 0 to 12.
///
/// # Errors
/// [`CommitmentRefusal::CeilingNotUnderstood`] for anything else.
pub fn ceiling(typed: &str) -> Result<u32, CommitmentRefusal> {
    typed
        .trim()
        .parse()
        .ok()
        .filter(|n| *n <= HIGHEST_CEILING)
        .ok_or(CommitmentRefusal::CeilingNotUnderstood)
}
