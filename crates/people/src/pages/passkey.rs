//! Signing in with a passkey, and showing with one that it is still you.

use crate::{
    passkeys::{self, Question},
    rules::PeopleRefusal,
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use store::Stop;
use web::{Room, Route, Shared, Typed, Visit};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post_with_script("/sign-in/passkey", come_in).stays_open(),
        Route::post_with_script("/prove/passkey", prove).stays_open(),
        Route::get("/passkey.js", script).stays_open(),
    ]
}

async fn script() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
    (kind, include_str!("passkey.js")).into_response()
}

/// What a page asks a browser; nothing where this address can have no passkeys.
pub(super) fn question(room: &Room<'_>) -> Result<Option<Question>, Stop> {
    if passkeys::can_be_here(room.house) {
        passkeys::ask_to_show(room.house).map(Some)
    } else {
        Ok(None)
    }
}

fn answered(room: &mut Room<'_>, typed: &Typed) -> Result<kernel::PersonId, Stop> {
    let answer = (typed.text("carried"), typed.text("shown"));
    passkeys::shown(room.conn, room.house, answer, room.now)
}

/// Which refusal it was, to show on the page it came from.
fn why(refusal: &dyn kernel::Refusal) -> PeopleRefusal {
    match refusal.message().key {
        "refused-passkey-too-late" => PeopleRefusal::PasskeyTooLate,
        "refused-passkey-copied" => PeopleRefusal::PasskeyCopied,
        "refused-no-passkeys-here" => PeopleRefusal::NoPasskeysHere,
        _ => PeopleRefusal::PasskeyNotTaken,
    }
}

async fn come_in(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    // The session that was in this browser ends here; its form token is not asked for.
    let before = visit.token.clone();
    let anew = Visit {
        token: None,
        ..visit
    };
    house
        .act(anew, typed, move |room, typed| {
            match answered(room, typed) {
                Ok(person) => super::comes_in(room, before.as_deref(), person),
                Err(Stop::Refused(refusal)) => {
                    super::door::sign_in_form(room, "", Some(&why(&*refusal)))
                }
                Err(other) => Err(other),
            }
        })
        .await
}

async fn prove(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    house
        .act(visit, typed, |room, typed| {
            let me = room.member()?;
            let back = typed.text("back");
            match answered(room, typed) {
                Ok(person) if person == me.id => super::prove::proved(room, back),
                Ok(_) => super::prove::form(room, back, Some(&PeopleRefusal::PasskeyNotTaken)),
                Err(Stop::Refused(refusal)) => {
                    super::prove::form(room, back, Some(&why(&*refusal)))
                }
                Err(other) => Err(other),
            }
        })
        .await
}
