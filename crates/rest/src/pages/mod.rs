//! The pages of P20.

mod rest;
mod season;
mod today;

pub(crate) use rest::instead_of;
pub(crate) use season::front;
pub(crate) use today::today;

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [rest::routes(), season::routes()]
        .into_iter()
        .flatten()
        .collect()
}
