//! Three routes.

use crate::{
    Fault,
    store::{Ask, Store},
};
use askama::Template;
use axum::{
    Form, Router,
    extract::{Path, State},
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use serde::Deserialize;
use uuid::Uuid;

pub fn routes(store: Store) -> Router {
    Router::new()
        .route("/asks", get(board).post(add))
        .route("/asks/{id}", get(one))
        .with_state(store)
}

#[derive(Template)]
#[template(path = "board.html")]
struct Board {
    asks: Vec<Ask>,
}

#[derive(Template)]
#[template(path = "ask.html")]
struct One {
    ask: Ask,
}

#[derive(Deserialize)]
struct New {
    words: String,
    contact: String,
    kind: String,
}

struct Broken;

impl<E: Into<Fault>> From<E> for Broken {
    fn from(fault: E) -> Self {
        eprintln!("{}", fault.into());
        Self
    }
}

impl IntoResponse for Broken {
    fn into_response(self) -> Response {
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}

async fn board(State(store): State<Store>) -> Result<Html<String>, Broken> {
    Ok(Html(
        Board {
            asks: store.board().await?,
        }
        .render()?,
    ))
}

async fn one(State(store): State<Store>, Path(id): Path<Uuid>) -> Result<Response, Broken> {
    Ok(match store.one(id).await? {
        Some(ask) => Html(One { ask }.render()?).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    })
}

async fn add(State(store): State<Store>, Form(new): Form<New>) -> Result<Redirect, Broken> {
    let id = store.add(new.kind, new.words, new.contact).await?;
    Ok(Redirect::to(&format!("/asks/{id}")))
}
