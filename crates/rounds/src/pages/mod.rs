//! The pages of P16.

mod keep;
mod list;
mod live;
mod now;
mod open;
mod sheet;
mod slow;
mod slow_deeds;
mod today;

pub(crate) use now::region;
pub(crate) use today::today;

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [
        list::routes(),
        open::routes(),
        live::routes(),
        keep::routes(),
        sheet::routes(),
        slow::routes(),
        slow_deeds::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
