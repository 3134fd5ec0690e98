#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod dots;
mod in_box;
mod order;
mod pairs;
mod paths;
mod ranked;
mod schulze;
mod scores;
mod stack;
mod tally;
mod text;
mod wrong;

pub use dots::{DotCount, DotForm, Dots, MOST_DOTS};
pub use in_box::{how_many, lay_in};
pub use pairs::{Duel, Pairs};
pub use paths::{Link, Path, Why};
pub use ranked::{Ranked, RankedForm, Unranked};
pub use schulze::{Schulze, Strength};
pub use scores::{MOST_SCORE, Mean, ScoreCount, ScoreForm, Scores, Unscored};
pub use stack::{Refused, Stack};
pub use tally::RankedCount;
pub use wrong::{BallotError, TextError};

/// The most options a ballot can have. Counting is quadratic in them and ordering cubic.
pub const MOST_OPTIONS: usize = 1_000;

/// The most ballots one count can hold; with it no sum of dots or scores is beyond 64 bits.
pub const MOST_BALLOTS: u32 = u32::MAX;
