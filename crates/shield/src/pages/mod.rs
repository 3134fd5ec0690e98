//! The pages of P29.

mod keys;
mod posture;
mod power;
mod today;
mod tree;

pub use keys::{KeyLine, key_lines};
pub(crate) use today::today;
pub use tree::{TreeLine, tree_lines};

use web::Route;

pub(crate) fn routes() -> Vec<Route> {
    [
        posture::routes(),
        power::routes(),
        tree::routes(),
        keys::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
