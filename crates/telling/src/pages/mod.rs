//! Pages: what I am told; whose an address is; a letter's link to stop; the word texts begin with; a
//! word that came by text.

mod by_text;
mod confirm;
mod me;
mod stop;
mod texts;

use crate::ways::Ways;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use std::sync::Arc;
use web::Route;

pub(crate) use by_text::today;

pub(crate) fn routes(ways: &Arc<Ways>) -> Vec<Route> {
    let mut routes = me::routes(ways);
    routes.extend(confirm::routes(ways));
    routes.extend(stop::routes());
    routes.extend(texts::routes());
    routes.extend(by_text::routes());
    routes
}

/// A script of ours.
fn script(text: impl IntoResponse) -> Response {
    (
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")],
        text,
    )
        .into_response()
}
