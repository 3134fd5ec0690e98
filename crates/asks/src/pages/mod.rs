//! The pages of asks.

mod ask;
mod ask_deeds;
mod board;
mod columns;
mod complaints;
mod draws;
mod import;
mod intake;
mod line;
mod offers;
mod public;
mod shift;
mod shift_lists;
mod status;
mod today;
mod us;
mod words;

pub use import::sheet_says;
pub(crate) use today::{hear, held, today};
pub(crate) use us::would_hold;

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [
        public::routes(),
        status::routes(),
        board::routes(),
        ask::routes(),
        ask_deeds::routes(),
        intake::routes(),
        shift::routes(),
        shift_lists::routes(),
        offers::routes(),
        complaints::routes(),
        draws::routes(),
        import::routes(),
        us::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
