//! The rules of ties (P8, P30). No clock, no database, no name.

mod layout;
mod own;
mod picture;
mod refusal;
mod tie;

pub use layout::layout;
pub use own::{Own, own};
pub use picture::{FEWEST, Leaving, Picture, SMALLEST_CELL, picture};
pub use refusal::TieRefusal;
pub use tie::{LIVE_DAYS, Meeting, OneToOne, Side, is_live, later};

kernel::id_type!(
    /// Two people sitting down with one another.
    OneToOneId
);
kernel::id_type!(
    /// A tie between two.
    TieId
);
kernel::id_type!(
    /// Somebody would like two to meet.
    IntroductionId
);
