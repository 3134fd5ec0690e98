//! The pages of P19, P25 and P28.

mod advice;
mod caucus;
mod choice;
mod deeds;
mod honorarium;
mod list;
mod new;
mod one;
mod power;
mod today;
mod words;

pub use honorarium::paid_time;
pub use new::propose_page;
pub(crate) use today::{news, today};

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [
        list::routes(),
        new::routes(),
        one::routes(),
        deeds::routes(),
        caucus::routes(),
        advice::routes(),
        choice::routes(),
        power::routes(),
        honorarium::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
