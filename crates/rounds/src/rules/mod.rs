//! The rules of listening (P16). No clock, no database, no name.

mod refusal;
mod round;
#[cfg(test)]
mod round_tests;
mod slow;

pub use refusal::RoundRefusal;
pub use round::{
    LEAST_PAUSE, LEAST_TURN, MOST_PAUSE, MOST_TURN, Order, Reach, Round, Shape, Stage, Stays, Turn,
};
pub use slow::{KEPT_DAYS, LONGEST_DAYS, Said, everyone_is_in, may_reply};

kernel::id_type!(
    /// One slow round.
    SlowId
);
kernel::id_type!(
    /// What somebody gave into one.
    EntryId
);
kernel::id_type!(
    /// What somebody heard of an entry, said back.
    ReflectionId
);
kernel::id_type!(
    /// A reply to an entry.
    ReplyId
);
