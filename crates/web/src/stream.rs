//! Pages that go on: server-sent events (HTML Living Standard, 9.2). Such an answer takes a place of
//! its own and gives the connection's back, ends at once when the server stops, and is never taken
//! for a slow one.

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, Response as HttpResponse, StatusCode, header},
    response::Response,
};
use futures_util::{Stream, StreamExt};
use std::{convert::Infallible, sync::Arc};
use tokio::sync::{Semaphore, watch};

/// So many such answers at once, beside the connections of pages.
pub(crate) const MOST_STREAMS: usize = 4096;

/// Stands with an answer that goes on.
#[derive(Clone, Copy)]
struct GoesOn;

/// An answer made of events, each written already as it goes over the line. The connection ends with
/// it.
pub fn events(events: impl Stream<Item = Bytes> + Send + 'static) -> Response {
    let mut answer = HttpResponse::new(Body::from_stream(events.map(Ok::<_, Infallible>)));
    let headers = answer.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, "text/event-stream; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONNECTION, "close"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // A proxy in between that gathers answers hands these on as they come.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    answer.extensions_mut().insert(GoesOn);
    answer
}

/// An event with its data, as it goes over the line.
pub fn event(name: &str, data: &str) -> Bytes {
    let mut whole = format!("event: {name}\n");
    for line in data.lines() {
        whole.push_str("data: ");
        whole.push_str(line);
        whole.push('\n');
    }
    whole.push('\n');
    Bytes::from(whole)
}

/// Places for answers that go on, and the word that the server stops.
pub(crate) struct Streams {
    places: Arc<Semaphore>,
    stopping: watch::Sender<bool>,
}

impl Streams {
    pub fn new() -> Self {
        Self {
            places: Arc::new(Semaphore::new(MOST_STREAMS)),
            stopping: watch::channel(false).0,
        }
    }

    /// Ends every answer that goes on.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// An answer that goes on takes a place among its like; whether it is one. Where there is none, it
    /// is asked to come again.
    pub fn take(&self, answer: Response) -> (Response, bool) {
        if answer.extensions().get::<GoesOn>().is_none() {
            return (answer, false);
        }
        let Ok(place) = self.places.clone().try_acquire_owned() else {
            let mut full = HttpResponse::new(Body::empty());
            *full.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
            return (full, false);
        };
        let mut stopping = self.stopping.subscribe();
        let stop = async move {
            let _ = stopping.wait_for(|stops| *stops).await;
        };
        let (head, body) = answer.into_parts();
        let body = body
            .into_data_stream()
            .take_until(Box::pin(stop))
            .map(move |piece| {
                // The place is free again when the answer is dropped.
                let _ = &place;
                piece
            });
        (
            HttpResponse::from_parts(head, Body::from_stream(body)),
            true,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_an_event_is_marked() {
        assert_eq!(
            event("now", "<p>a</p>\n<p>b</p>"),
            "event: now\ndata: <p>a</p>\ndata: <p>b</p>\n\n"
        );
    }

    #[tokio::test]
    async fn a_stop_ends_an_answer_that_would_go_on_for_ever() {
        let streams = Streams::new();
        let (answer, goes_on) = streams.take(events(futures_util::stream::pending()));
        assert!(goes_on);
        assert_eq!(streams.places.available_permits(), MOST_STREAMS - 1);
        streams.stop();
        let whole = axum::body::to_bytes(answer.into_body(), 10).await.unwrap();
        assert!(whole.is_empty());
        assert_eq!(streams.places.available_permits(), MOST_STREAMS);
        assert!(!streams.take(HttpResponse::new(Body::from("a page"))).1);
    }
}
