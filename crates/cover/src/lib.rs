//! Fair cover: who could hold which open place.
//!
//! A storm came, or half a circle rests, and thousands of places are open at once: a door, a
//! kitchen shift, a drive every Tuesday. This crate proposes who could hold which. It is a
//! proposal: nobody is assigned without their yes, and the words in which somebody is asked are
//! the caller's. It keeps nothing, asks no clock and throws no dice: the same town and the same
//! seed give the same plan.
//!
//! ```
//! use cover::{Could, CoverRefusal, Plan, Town};
//!
//! # fn main() -> Result<(), CoverRefusal> {
//! // Three people: up to two places, up to four, and somebody who rests.
//! let mut town = Town::new(2520, vec![2, 4, 0])?;
//! let could = |person, cost| Could { person, cost };
//! for _ in 0..3 {
//!     town.open_place(&[could(0, 300), could(1, 350), could(2, 0)])?;
//! }
//! let mut plan = Plan::of(town, 7);
//! assert_eq!(plan.filled(), 3);
//! let loads: Vec<_> = (0..3).map(|person| plan.held_by(person).count()).collect();
//! assert_eq!(loads, [1, 2, 0]); // half of each one's ceiling
//!
//! // Why this person? The pieces of an answer.
//! let parts = plan.parts(0).expect("it is filled");
//! assert_eq!(parts.before + 1, parts.now);
//!
//! // Somebody goes to rest: the others are asked at once, and only what has to move moves.
//! let moved = plan.someone_rests(0)?;
//! assert_eq!((moved.len(), moved[0].now), (1, Some(1)));
//! # Ok(())
//! # }
//! ```
//!
//! # What a plan is
//!
//! A [`Town`] has people, each with the ceiling they set themselves (how many places they can hold
//! at most; 0 is somebody who rests), and places, each with those who [`Could`] hold it and what
//! each such pair costs: distance, less something for continuity where both liked it. A plan gives
//! each place to one of those people or leaves it empty, and nobody more than their ceiling. In
//! this order:
//!
//! 1. **As many places as can be are filled.** No saving is worth an empty place.
//! 2. **Of all such plans, the least cost:** every pair's cost, and for each person what their load
//!    costs. Somebody's *k*-th place of a ceiling *c* costs `weight · (2k − 1) / c`, rounded down
//!    ([`nth_costs`]).
//! 3. **Of several equally good ones, the seed decides,** so that nobody is always first.
//!
//! # Why this is fair
//!
//! The costs of all places somebody holds add up to `weight · x² / c`, or `weight · c · s²` with
//! `s = x / c`, their share of their own ceiling. That sum over everybody is strictly convex, and
//! for a given number of filled places it is least where all shares are equal (its derivative by
//! *x* is `2 · weight · s`): so where nearness says nothing, everybody carries the same share of
//! what they said they could. Handing a place on lowers it exactly when the receiver's share,
//! half-way through that place, is below the giver's. A first place costs at most `weight`, and a
//! last one at least `weight`: nobody is asked for the last of several places while somebody as near
//! could have a first. Only the ceiling counts, never what somebody did before: there is no score.
//!
//! `weight` says how many units of distance are worth as much as a whole ceiling. 2520 divides
//! by every ceiling up to 10, so nothing is rounded for those; any other is fine too. With a
//! weight of 0 only distance counts. With a multiple of 2520, ceilings up to 10, no negative costs,
//! and all pairs of a plan together below `weight / 2520`, load comes strictly first, and distance
//! only decides where load does not.
//!
//! # How it is found
//!
//! A plan is a flow of least cost: each place sends one unit, through somebody who could hold it
//! and one of their slots, or into an arc that stands for staying empty and costs more than any plan
//! could save. Everybody has a *price*, what one place more with them would cost the plan; it makes
//! every step of a search non-negative (Ahuja, Magnanti and Orlin, *Network Flows*, 1993, §9.7:
//! successive shortest paths with potentials). Two searches do everything:
//!
//! - a place looks for a home (`home.rs`): the shortest way to somebody with room, along which
//!   others hand places on, or to the place that is best left empty;
//! - a room looks for use (`room.rs`): the shortest way to an empty place, or to somebody who is
//!   eased most by handing one on.
//!
//! Adding a place, or a room, to an optimal plan and taking the shortest way gives an optimal plan.
//! So [`Plan::of`] takes the town part by connected part, neighbours after neighbours: where there
//! is room enough the places come one by one; where there is not, every place is empty first and
//! the rooms come one by one. The fewer look among the more, and a way is short. A change of plan
//! ([`one_more_place`](Plan::one_more_place), [`place_gone`](Plan::place_gone),
//! [`someone_rests`](Plan::someone_rests), [`ceiling_changed`](Plan::ceiling_changed)) is a search
//! for each place or room that changes, and nothing more.
//!
//! A search is Dijkstra's, over people, and stops at the nearest end: in the worst case all pairs,
//! `O(p log n)` for *p* pairs; in a town where people are near one another a few dozen of them. The
//! worst case of a whole plan is that times the number of places. It is at its slowest where one
//! "person" holds thousands of places (10,000 in one hand: seconds), so bound the ceilings that can
//! be typed. Memory is 16 bytes a pair, some 30 a place and 70 a person. Figures stand in
//! `docs/performance.md`; `bin/bench cover` measures them anew, beside LEMON's network simplex
//! (Dezső, Jüttner and Kovács, 2011) and OR-tools' cost scaling (Goldberg, 1997).
//!
//! The searches descend from the Hungarian method as Jonker and Volgenant (1987) made it quick;
//! prices that rise until everybody is content with theirs are also those of Bertsekas' auctions
//! (1988).
//!
//! # How one knows
//!
//! Prices prove a plan: if every place is where cost and price together are least, every empty one
//! could not pay anybody's, and every price lies between what that person's last place costs and
//! what a next one would, then no plan is better (complementary slackness).
//! [`Plan::is_proven`] looks at exactly that, from nothing but the town, the holders and the
//! prices. The tests hold thousands of random towns, and thousands of changes, against three oracles
//! that share nothing with this crate.

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
