//! Fair cover: who could hold which open place.

mod chance;
mod change;
mod first;
mod home;
mod plan;
mod proof;
mod queue;
mod refusal;
mod room;
mod share;
mod standing;
pub mod testing;
mod town;

pub use plan::{Moved, Parts, Plan};
pub use refusal::CoverRefusal;
pub use share::nth_costs;
pub use town::{
    Could, MOST_COST, MOST_PAIRS, MOST_PEOPLE, MOST_PLACES, MOST_WEIGHT, Person, Place, Town,
};
