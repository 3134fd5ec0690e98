#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod away;
mod betweenness;
mod carrying;
mod chance;
mod cohesion;
mod cores;
mod cuts;
mod duties;
mod graph;
mod named;
mod paths;
mod secure;
mod shape;
mod shelves;
mod staying;

pub use away::{
    Spread, TooManyPasses, WorstSet, absence_curve, hold_without, random_absence, targeted_order,
    worst_exact, worst_greedy,
};
pub use betweenness::{Sampled, betweenness, betweenness_sampled};
pub use carrying::{TwoSided, spread_of_carrying, two_sidedness};
pub use cohesion::{Cohesion, CohesiveCore, TooMuchWork, cohesion, cohesive_core};
pub use cores::{core_numbers, core_of};
pub use cuts::{CutNode, Cuts, Hold, NOWHERE, cuts, cuts_without, pairs};
pub use duties::{Cover, Duties, DutyError};
pub use graph::{Graph, GraphError};
pub use named::Named;
pub use secure::{Absence, NotPossible, Pairings, TooManyPairs};
pub use shape::{
    Crossing, Crossings, Stage, WrongLength, best_connected, centralisation, connected_share,
    crossings, density, hold_if_away, stage,
};
pub use staying::{End, Staying, Step, Time, TimeError, staying};
