//! The pages of P22 and P23.

mod campaign;
mod choir;
mod deeds;
mod form;
mod harvest;
mod letter;
mod list;
mod one;
mod program;
mod today;
mod words;

pub(crate) use list::front;
pub(crate) use today::{near, news, today};

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [
        campaign::routes(),
        list::routes(),
        form::routes(),
        one::routes(),
        program::routes(),
        harvest::routes(),
        letter::routes(),
        deeds::routes(),
        choir::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
