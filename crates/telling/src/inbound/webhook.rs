//! A provider posts letters that came in to an address with a secret at its end: the message itself
//! (`message/rfc822`), JSON, or a form.
//!
//! Whatever becomes of it, the answer is the same: whoever posts learns nothing of anybody. Only
//! what could not be kept at all is to be posted again.

use super::{Incoming, LARGEST, mime, posted};
use crate::{
    deeds,
    ways::{Answers, Ways},
};
use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, Multipart, Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use std::{sync::Arc, time::Duration};
use store::Stop;
use tokio::time::timeout;
use web::{Route, Shared};

/// A message on the slowest line that still answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where they are posted.
const POSTED: &str = "/telling/answers/{secret}";

pub(crate) fn routes(ways: &Arc<Ways>) -> Vec<Route> {
    let ways = ways.clone();
    vec![
        // In lockdown it is asked again at each word; a provider need not know of it.
        Route::post(
            POSTED,
            move |State(house): State<Shared>, Path(secret): Path<String>, request: Request| {
                take(ways.clone(), house, secret, request)
            },
        )
        .stays_open(),
    ]
}

async fn take(ways: Arc<Ways>, house: Shared, secret: String, request: Request) -> Response {
    let Some(answers) = ways.answers.as_ref().filter(|ours| ours.knows(&secret)) else {
        return (StatusCode::NOT_FOUND, "There is nothing here.").into_response();
    };
    let came = match timeout(PATIENCE, read(answers, request)).await {
        Ok(Ok(came)) => came,
        Ok(Err(status)) => return (status, "We take one message of 64 kB.").into_response(),
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    let Some(came) = came else {
        // To no letter of ours.
        return StatusCode::NO_CONTENT.into_response();
    };
    match deliver(&house, came).await {
        true => StatusCode::NO_CONTENT.into_response(),
        false => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Hears an answer in a transaction of its own; false where it should come again later.
pub(super) async fn deliver(house: &Shared, came: Incoming) -> bool {
    let inner = house.clone();
    let heard = house
        .db
        .write(move |conn| deeds::answer::hear(conn, &inner, &came))
        .await;
    let Err(Stop::Broken(error)) = &heard else {
        return true;
    };
    house.pulse.work_failed.inc();
    tracing::error!(%error, "an answer could not be heard");
    false
}

/// What was posted, by its media type.
async fn read(answers: &Answers, request: Request) -> Result<Option<Incoming>, StatusCode> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default();
    let kind = kind.trim().to_ascii_lowercase();
    if kind == "multipart/form-data" {
        return Ok(posted::read(answers, &parts(request).await?));
    }
    let body = whole(request.into_body()).await?;
    match kind.as_str() {
        "message/rfc822" => Ok(mime::read(answers, None, &body)),
        "application/json" => posted::of_json(&body)
            .map(|fields| posted::read(answers, &fields))
            .ok_or(StatusCode::UNPROCESSABLE_ENTITY),
        "application/x-www-form-urlencoded" => Ok(posted::read(answers, &posted::of_form(&body))),
        _ => Err(StatusCode::UNSUPPORTED_MEDIA_TYPE),
    }
}

async fn whole(body: Body) -> Result<Vec<u8>, StatusCode> {
    let bytes = to_bytes(body, LARGEST).await;
    bytes
        .map(Vec::from)
        .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)
}

/// The fields of a form in parts; files are not looked at.
async fn parts(request: Request) -> Result<posted::Fields, StatusCode> {
    let (head, body) = request.into_parts();
    let body = whole(body).await?;
    let request = Request::from_parts(head, Body::from(body));
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| wrong)?;
    let mut pairs = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|_| wrong)? {
        let name = field.name().unwrap_or_default().to_owned();
        if field.file_name().is_none()
            && let Ok(text) = field.text().await
        {
            pairs.push((name, text));
        }
    }
    Ok(posted::of_pairs(pairs.into_iter()))
}
