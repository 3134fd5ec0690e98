//! The pages of P4 and P5.

mod emergency;
mod going;
mod plan;
mod season;
mod sheet;
mod today;
mod word;

pub(crate) use today::today;

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [
        going::routes(),
        plan::routes(),
        emergency::routes(),
        season::routes(),
        word::routes(),
        sheet::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
