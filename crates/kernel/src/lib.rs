//! The words every practice of Holdfast speaks: ids, days and the clock, who may see a thing,
//! and how the program says no. Nothing here reads a file, a socket, the time or chance.
#![forbid(unsafe_code)]

mod audience;
mod chance;
mod id;
mod refusal;
mod secret;
mod text_enum;
mod time;
mod viewer;
mod yes_no;

pub use audience::{Audience, Guarded, Who};
pub use chance::{Chance, SeededChance};
pub use id::{CircleId, NetworkId, OrganisationId, PersonId, RowId};
pub use refusal::{Arg, Message, Refusal};
pub use secret::looks_like_a_secret;
pub use time::{Clock, Day, ManualClock, Moment, Zone};
pub use viewer::{Member, Role, RoleHeld, Standing, Viewer};
pub use yes_no::YesNo;

#[doc(hidden)]
pub use {diesel, uuid};
