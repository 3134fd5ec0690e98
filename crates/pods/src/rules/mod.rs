//! The rules of P3. No clock, no database.

mod buddy;
mod matching;
mod pod;
#[cfg(test)]
mod pod_tests;
mod refusal;

pub use buddy::{
    AGAIN_DAYS, ANSWER_DAYS, BUDDY_DAYS, BuddyStage, MOST_ASKED, Pair, PairTurn, may_ask,
};
pub use matching::{
    LONGEST_TERM_DAYS, MOST_NAMES, TRIES_A_DAY, WISH_DAYS, WISH_LENGTH, holds_together, may_match,
    may_wish, names_of,
};
pub use pod::{
    CHOOSING_DAYS, Choice, FEWEST, FORMING_DAYS, MOST, Pod, PodStage, PodTurn, SEASON_DAYS, Said,
    Seat,
};
pub use refusal::PodsRefusal;
