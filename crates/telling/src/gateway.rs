//! A gateway fetches the texts that wait, by one signed call, and says which it has sent. Nothing
//! is pushed at it, so a gateway that is broken for a day loses nothing: what waits, waits, and a
//! person can send it by hand.
//!
//! Both calls are `POST` with the headers `Holdfast-Time` (seconds since 1970) and
//! `Holdfast-Signature`: HMAC-SHA256 (RFC 2104), in hexadecimal, under the key of the settings, over
//! the time, the path and the body, each ended by a line feed but the last.

use crate::{state, ways::Ways};
use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Response},
};
use hmac::{Hmac, KeyInit, Mac};
use kernel::Moment;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::{fmt::Write, sync::Arc};
use store::Stop;
use subtle::ConstantTimeEq;
use web::{Route, Shared, Visit};

/// How far a call's time may be from ours, in seconds, before or after.
pub const REPLAY_SECONDS: i64 = 300;

/// How many texts are given at once at most.
const MOST: usize = 100;

/// Where texts are fetched.
const FETCH: &str = "/gateway/texts";

pub(crate) fn routes(ways: &Arc<Ways>) -> Vec<Route> {
    let (fetching, sending) = (ways.clone(), ways.clone());
    vec![
        Route::post(
            FETCH,
            move |State(house): State<Shared>,
                  visit: Visit,
                  uri: Uri,
                  headers: HeaderMap,
                  body: Bytes| {
                fetch(fetching.clone(), house, visit, Call { uri, headers, body })
            },
        )
        .stays_open(),
        Route::post(
            "/gateway/texts/{id}/sent",
            move |State(house): State<Shared>,
                  visit: Visit,
                  Path(id): Path<String>,
                  uri: Uri,
                  headers: HeaderMap,
                  body: Bytes| {
                sent(
                    sending.clone(),
                    house,
                    visit,
                    id,
                    Call { uri, headers, body },
                )
            },
        )
        .stays_open(),
    ]
}

/// What a gateway sent.
struct Call {
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
}

/// Why a call is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum No {
    /// There is no gateway here.
    Nobody,
    /// The signature is not that of our gateway.
    Signature,
    /// It is, but its time is too far from ours.
    Time,
    /// The body is not understood.
    Body,
}

#[derive(Serialize)]
struct Said {
    said: &'static str,
}

impl No {
    fn answer(self) -> Response {
        let (status, said) = match self {
            Self::Nobody => (StatusCode::NOT_FOUND, "There is no gateway here."),
            Self::Signature => (
                StatusCode::UNAUTHORIZED,
                "The signature does not fit: sign time, path and body with the key of the settings.",
            ),
            Self::Time => (
                StatusCode::UNAUTHORIZED,
                "The time of the call is more than five minutes from ours: set the clock right.",
            ),
            Self::Body => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "The body should be empty, or like {\"most\": 20}.",
            ),
        };
        (status, Json(Said { said })).into_response()
    }
}

/// The signature of a call, in hexadecimal.
pub fn sign(key: &[u8], time: &str, path: &str, body: &[u8]) -> String {
    let mut out = String::with_capacity(64);
    // A key of any length is taken.
    if let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key) {
        for part in [time.as_bytes(), b"\n", path.as_bytes(), b"\n", body] {
            mac.update(part);
        }
        for byte in mac.finalize().into_bytes() {
            let _ = write!(out, "{byte:02x}");
        }
    }
    out
}

fn check(
    ways: &Ways,
    (time, signature): (&str, &str),
    path: &str,
    body: &[u8],
    now: Moment,
) -> Result<(), No> {
    let key = ways.gateway_key.as_deref().ok_or(No::Nobody)?;
    let right = sign(key, time, path, body);
    let fits = right.as_bytes().ct_eq(signature.as_bytes());
    if right.is_empty() || !bool::from(fits) {
        return Err(No::Signature);
    }
    let time: i64 = time.parse().map_err(|_| No::Time)?;
    let apart = time.saturating_sub(now.0).saturating_abs();
    if apart <= REPLAY_SECONDS {
        Ok(())
    } else {
        Err(No::Time)
    }
}

impl Call {
    fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    fn check(&self, ways: &Ways, now: Moment) -> Result<(), No> {
        let said = (
            self.header("holdfast-time"),
            self.header("holdfast-signature"),
        );
        check(ways, said, self.uri.path(), &self.body, now)
    }
}

/// What a gateway may ask for.
#[derive(Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
struct Asked {
    #[serde(default)]
    most: Option<usize>,
}

fn read(body: &[u8]) -> Result<usize, No> {
    let asked: Asked = match body.trim_ascii() {
        b"" => Asked::default(),
        body => serde_json::from_slice::<serde_json::Map<_, _>>(body)
            .and_then(|object| serde_json::from_value(object.into()))
            .map_err(|_| No::Body)?,
    };
    Ok(asked.most.unwrap_or(MOST).min(MOST))
}

#[derive(Serialize)]
struct Text {
    id: String,
    number: String,
    body: String,
}

async fn fetch(ways: Arc<Ways>, house: Shared, visit: Visit, call: Call) -> Response {
    let checked = call.check(&ways, house.now());
    let most = match checked.and_then(|()| read(&call.body)) {
        Ok(most) => most,
        Err(no) => return no.answer(),
    };
    let inner = house.clone();
    let texts = house
        .db
        .write(move |conn| {
            let now = inner.now();
            state::gateway_came(conn, inner.network().id, now)?;
            asks::texts_for_gateway(conn, &inner, most, now)
        })
        .await;
    match texts {
        Ok(texts) => {
            let texts = texts.into_iter().map(|text| Text {
                id: text.id,
                number: text.number,
                body: text.body,
            });
            Json(texts.collect::<Vec<_>>()).into_response()
        }
        Err(stop) => broken(house, visit, stop).await,
    }
}

async fn sent(ways: Arc<Ways>, house: Shared, visit: Visit, id: String, call: Call) -> Response {
    if let Err(no) = call.check(&ways, house.now()) {
        return no.answer();
    }
    let inner = house.clone();
    let done = house
        .db
        .write(move |conn| asks::text_was_sent(conn, inner.network().id, &id))
        .await;
    match done {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(stop) => broken(house, visit, stop).await,
    }
}

async fn broken(house: Shared, visit: Visit, stop: Stop) -> Response {
    house.show(visit, move |_| Err(stop)).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: &[u8] = b"a key of thirty-two bytes, or so";

    fn ways() -> Ways {
        Ways {
            gateway_key: Some(KEY.to_vec()),
            ..Ways::default()
        }
    }

    /// As openssl makes it; the line above it says how.
    #[test]
    fn a_signature_is_what_every_other_program_makes_of_it() {
        // printf '1772000000\n/gateway/texts\n{}' | openssl dgst -sha256 -hmac 'Jefe'
        assert_eq!(
            sign(b"Jefe", "1772000000", FETCH, b"{}"),
            "e34426aa494654cbf967bb9bd11b63dd54f27806a80657296037a69bb46d9046"
        );
    }

    #[test]
    fn only_our_gateway_and_only_now() {
        let now = Moment(1_772_000_000);
        let time = now.0.to_string();
        let right = sign(KEY, &time, FETCH, b"");
        let ask = |ways: &Ways, time: &str, signature: &str, path: &str, now| {
            check(ways, (time, signature), path, b"", now)
        };
        assert_eq!(ask(&ways(), &time, &right, FETCH, now), Ok(()));
        assert_eq!(
            ask(&Ways::default(), &time, &right, FETCH, now),
            Err(No::Nobody)
        );
        for later in [-301, 301] {
            let then = now.plus_seconds(later);
            assert_eq!(ask(&ways(), &time, &right, FETCH, then), Err(No::Time));
        }
        assert_eq!(
            ask(&ways(), &time, &right, FETCH, now.plus_seconds(300)),
            Ok(())
        );
        let elsewhere = "/gateway/texts/1/sent";
        assert_eq!(
            ask(&ways(), &time, &right, elsewhere, now),
            Err(No::Signature)
        );
        let soon = now.plus_seconds(9).0.to_string();
        assert_eq!(ask(&ways(), &soon, &right, FETCH, now), Err(No::Signature));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(most) = read(&body) {
                prop_assert!(most <= MOST);
            }
        }

        #[test]
        fn no_other_bytes_fit_a_signature(
            time in "\\PC{0,20}",
            signature in "\\PC{0,70}",
            body in proptest::collection::vec(any::<u8>(), 0..60),
        ) {
            let no = check(&ways(), (&time, &signature), FETCH, &body, Moment(0));
            prop_assert_eq!(no, Err(No::Signature));
        }

        #[test]
        fn a_changed_body_or_time_does_not_fit(
            body in proptest::collection::vec(any::<u8>(), 1..60),
            at in 0usize..60,
            flip in 1u8..=255,
        ) {
            let right = sign(KEY, "0", FETCH, &body);
            prop_assert_eq!(check(&ways(), ("0", &right), FETCH, &body, Moment(0)), Ok(()));
            let mut changed = body.clone();
            let at = at % changed.len();
            changed[at] ^= flip;
            let no = check(&ways(), ("0", &right), FETCH, &changed, Moment(0));
            prop_assert_eq!(no, Err(No::Signature));
        }

        #[test]
        fn whole_numbers_are_taken_and_bounded(most in 0usize..1000) {
            let body = format!("{{\"most\": {most}}}");
            prop_assert_eq!(read(body.as_bytes()), Ok(most.min(MOST)));
        }
    }
}
