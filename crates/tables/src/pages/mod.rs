//! The pages of open tables.

mod feed;
mod form;
mod import;
mod list;
mod sheet;
mod table;
mod today;
mod words;

pub(crate) use today::{front, today};

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [
        list::routes(),
        sheet::routes(),
        feed::routes(),
        table::routes(),
        form::routes(),
        import::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
