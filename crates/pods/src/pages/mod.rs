//! The pages of P3.

mod buddies;
mod home;
mod map;
mod matching;
mod pod;
mod today;

pub(crate) use today::today;

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [
        home::routes(),
        buddies::routes(),
        map::routes(),
        matching::routes(),
        pod::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
