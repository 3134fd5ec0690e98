//! Open tables (P6): not all help needs an ask. A place, a rhythm in words and, where it could be
//! read, as a rule; what there is; and a date by which someone looks at it again. Everything here
//! is public and leads to no person. A table that nobody has looked at is shown as such, never
//! hidden in silence.
#![forbid(unsafe_code)]

mod deeds;
mod keeps;
mod pages;
mod practice;
pub mod rules;
#[allow(missing_docs)]
mod schema;
mod sight;
mod tables;
mod timers;

pub use deeds::import::{Import, Imported, Named, SourceFile, import_files};
pub use deeds::map::{Map, MapRefused};
pub use deeds::{NewTable, record};
pub use practice::Tables;
pub use rules::{Keeper, TableId};
pub use tables::not_ended;
