//! The rules of P15. No clock, no database.

mod carried;
mod check;
mod choosing;
mod refusal;
mod role;
mod term;

pub use carried::{Carried, carried_by_each, chosen_again, second_hands, spells};
pub use check::ten_lines;
pub use choosing::{Asked, CHOOSING_DAYS, Kind, Says, Stage};
pub use refusal::{Lot, RolesRefusal};
pub use role::{Candidate, LONGEST_MONTHS, MOST_RUNNING, Role, RoleId, Standard, USUAL_MONTHS};
pub use term::{
    EMERGENCY_DAYS, EXTENSION_DAYS, HANDING_OVER_DAYS, How, REST_DAYS, SHADOW_DAYS, Shadow, Term,
    TermId, TermStage, in_a_row, last_by,
};
