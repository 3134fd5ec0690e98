//! The rules of stepping back and of renewal (P4, P5). No clock, no database.

mod going;
mod refusal;
mod season;

pub use going::{
    Going, GoingStage, LONGEST_DAYS, LONGEST_REACH_DAYS, Near, Outcome, Said, Thanks, USUAL_DAYS,
    choice, may_hand_over, outcome, reachable, second, target,
};
pub use refusal::RenewalRefusal;
pub use season::{
    FEWEST, GATHERING_DAYS, LANDING_DAYS, LONGEST_SEASON_DAYS, SHORTEST_SEASON_DAYS, SUGGEST_DAYS,
    Season, SeasonStage, Way, Word, is_asked, silent_twice, spares,
};

kernel::id_type!(
    /// One thing somebody lays down.
    ThingId
);
kernel::id_type!(
    /// A season of renewal.
    SeasonId
);
kernel::id_type!(
    /// What somebody chose in a season.
    WordId
);
