//! Rounds with nothing in the way: one channel a round that holds only the newest event, and the same
//! bytes to each line.

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use futures_util::stream;
use std::{convert::Infallible, sync::Arc};
use tokio::sync::watch;

type Rounds = Arc<Vec<watch::Sender<Bytes>>>;

pub fn routes(many: usize) -> Router {
    let first = Bytes::from_static(b"event: now\ndata: .\n\n");
    let rounds: Rounds = Arc::new((0..many).map(|_| watch::channel(first.clone()).0).collect());
    Router::new()
        .route("/r/{n}/stream", get(hear))
        .route("/r/{n}/press", post(press))
        .with_state(rounds)
}

async fn hear(State(rounds): State<Rounds>, Path(n): Path<usize>) -> Response {
    let Some(round) = rounds.get(n) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut turns = round.subscribe();
    turns.mark_changed();
    let events = stream::unfold(turns, |mut turns| async move {
        turns.changed().await.ok()?;
        let bytes = turns.borrow_and_update().clone();
        Some((Ok::<_, Infallible>(bytes), turns))
    });
    let kind = [(header::CONTENT_TYPE, "text/event-stream")];
    (kind, Body::from_stream(events)).into_response()
}

async fn press(State(rounds): State<Rounds>, Path(n): Path<usize>, event: Bytes) -> StatusCode {
    match rounds.get(n) {
        Some(round) => {
            round.send_replace(event);
            StatusCode::SEE_OTHER
        }
        None => StatusCode::NOT_FOUND,
    }
}
