//! The pages of P1.

mod ceiling;
mod list;
mod new;
mod one;
mod one_deeds;
mod places;
mod rhythm;
mod rota;
mod today;
mod words;

pub(crate) use today::{held, news, today};

use crate::rules::{CommitmentId, PlaceId};
use store::Stop;
use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [
        list::routes(),
        new::routes(),
        one::routes(),
        one_deeds::routes(),
        places::routes(),
        rota::routes(),
        ceiling::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn commitment(id: &str) -> Result<CommitmentId, Stop> {
    CommitmentId::parse(id).ok_or(Stop::NotThere)
}

fn place(id: &str) -> Result<PlaceId, Stop> {
    PlaceId::parse(id).ok_or(Stop::NotThere)
}
