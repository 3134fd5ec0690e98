//! The rules of P14. No clock, no database.

mod hosts;
mod often;
mod plan;
#[cfg(test)]
mod plan_tests;
mod refusal;
mod season;

pub use hosts::next_host;
pub use often::Often;
pub use plan::{Closing, Coming, Fate, Happened, How, Plan};
pub use refusal::CadenceRefusal;
pub use season::{
    DECIDE_DAYS, LONGEST_SEASON_DAYS, REVIEW_DAYS, Season, SeasonTurn, Shown, Stage, THANKS_DAYS,
    season_end,
};
