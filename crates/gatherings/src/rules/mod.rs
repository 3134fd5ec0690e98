//! The rules of gathering (P22, P23). No clock, no database.

mod choir;
mod container;
mod kinds;
mod line;
mod program;
mod refusal;
mod threes;

pub use choir::{FEWEST_WILLING, may_host, same_weekday_after, seat};
pub use container::{Container, HOSTS, LETTER_DAYS, LONGEST_DAYS, ROOM_HOURS, Share};
pub use kinds::{Kind, Said, Shape, Stage, Wide};
pub use line::{Line, Part};
pub use program::{MOST_ROWS, Step, clock, flow, parse, rows, text, usual};
pub use refusal::GatherRefusal;
pub use threes::threes;

kernel::id_type!(
    /// One gathering, campaign, learning series or CHOIR evening.
    ContainerId
);
kernel::id_type!(
    /// One line of a harvest.
    LineId
);
kernel::id_type!(
    /// What somebody needs to be able to come.
    NeedId
);
kernel::id_type!(
    /// A season of CHOIR evenings.
    SeasonId
);
