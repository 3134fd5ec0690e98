//! The pages of P21.

mod alert;
mod lane;
mod today;

pub(crate) use today::today;

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [lane::routes(), alert::routes()]
        .into_iter()
        .flatten()
        .collect()
}
