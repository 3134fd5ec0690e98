//! The pages of P19, P25 and P28.

mod caucus;
mod deeds;
mod list;
mod new;
mod one;
mod today;
mod words;

pub(crate) use today::{news, today};

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [
        list::routes(),
        new::routes(),
        one::routes(),
        deeds::routes(),
        caucus::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
