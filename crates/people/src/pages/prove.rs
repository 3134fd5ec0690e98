//! "Is it still you?": what is asked before something that would harm somebody whose phone another
//! holds. Whoever shows it comes back to where they were.

use crate::{passkeys::Question, rules::PeopleRefusal, rules::SESSION_SECONDS, sign_in};
use askama::Template;
use axum::{extract::State, response::Response};
use kernel::Refusal;
use store::Stop;
use web::{Frame, Reply, Room, Route, Shared, Typed, Visit, way_back};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_with_script("/prove", page).stays_open(),
        Route::post_with_script("/prove", by_passphrase).stays_open(),
    ]
}

/// Where somebody goes who came from nowhere.
const OTHERWISE: &str = "/me";

#[derive(Template)]
#[template(path = "prove.html")]
struct Prove {
    frame: Frame,
    handle: String,
    back: String,
    demo: bool,
    refusal: Option<String>,
    passkey: Option<Question>,
    by_mail: bool,
}

pub(super) fn form(
    room: &Room<'_>,
    back: &str,
    refusal: Option<&PeopleRefusal>,
) -> Result<Reply, Stop> {
    room.member()?;
    let handle = room.known.as_ref().map(|known| known.handle.clone());
    room.page_with(
        refusal.map_or(200, Refusal::status),
        &Prove {
            frame: room.frame(room.tongue.say("prove-title")),
            handle: handle.unwrap_or_default(),
            back: way_back(back, OTHERWISE).to_owned(),
            demo: room.house.settings.demo,
            refusal: refusal.map(|refusal| room.tongue.message(&refusal.message())),
            passkey: super::passkey::question(room)?,
            by_mail: crate::links::can_be_sent(room.house),
        },
    )
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let back = room.visit.param("back").unwrap_or_default();
    form(room, &back, None)
}

/// They have shown it: the session goes on under a new token.
pub(super) fn proved(room: &mut Room<'_>, back: &str) -> Result<Reply, Stop> {
    let token = room.visit.token.clone().ok_or(Stop::SignIn)?;
    let token = sign_in::prove(room.conn, room.house, &token, room.now)?;
    let cookie = super::session_cookie(room.house, &token, SESSION_SECONDS);
    let back = way_back(back, OTHERWISE);
    let said = if back.contains('?') {
        ""
    } else {
        "?said=proved"
    };
    Ok(Reply::go(format!("{back}{said}")).with_cookie(cookie))
}

async fn by_passphrase(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    // Whose session it is, and that the form is theirs, before a guess is counted.
    let asked = house
        .db
        .read({
            let (house, visit, typed) = (house.clone(), visit.clone(), typed.clone());
            move |conn| {
                let room = Room::enter(conn, &house, visit)?;
                room.check_form(&typed)?;
                room.known.ok_or(Stop::SignIn)
            }
        })
        .await;
    let known = match asked {
        Ok(known) => known,
        Err(stop) => return house.act(visit, typed, move |_, _| Err(stop)).await,
    };
    let passphrase = typed.text("passphrase").to_owned();
    let checked = sign_in::check(&house, known.handle, passphrase).await;
    let back = typed.text("back").to_owned();
    match checked {
        Ok(person) if person == known.member.id => {
            house
                .act(visit, typed, move |room, _| proved(room, &back))
                .await
        }
        Ok(_) => house.show(visit, |_| Err(Stop::SignIn)).await,
        Err(Stop::Refused(refusal)) => {
            let why = match refusal.message().key {
                "refused-too-many-guesses" => PeopleRefusal::TooManyGuesses,
                _ => PeopleRefusal::NotYourWords,
            };
            house
                .show(visit, move |room| form(room, &back, Some(&why)))
                .await
        }
        Err(other) => house.show(visit, move |_| Err(other)).await,
    }
}
