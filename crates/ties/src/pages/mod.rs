//! The pages of P8 and P30.

mod meeting;
mod mine;
mod network;
mod today;

pub(crate) use today::today;

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [mine::routes(), meeting::routes(), network::routes()]
        .into_iter()
        .flatten()
        .collect()
}
