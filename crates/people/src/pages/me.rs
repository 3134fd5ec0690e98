//! My own page: what I chose to add, rest, sessions, my data, leaving.

use crate::{deeds, secrets, sign_in, tables};
use askama::Template;
use axum::{extract::State, response::Response};
use kernel::Audience;
use store::Stop;
use web::{
    AudienceLine, Frame, Lang, Leaving, NameChoice, Reply, Room, Route, Shared, Typed, Visit,
    download,
};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/me", show),
        Route::deed("/me", save),
        Route::deed_on("/me/sessions/{id}/end", end_session),
        Route::deed("/me/sign-out-everywhere", sign_out_everywhere).stays_open(),
        Route::page("/me/passphrase", passphrase_page),
        Route::post("/me/passphrase", new_passphrase),
        Route::page("/me/export", export),
        Route::page("/me/leave", leave_page).stays_open(),
        Route::deed("/me/leave", leave).stays_open(),
    ]
}

struct SessionLine {
    id: String,
    words: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "me.html")]
struct Me {
    frame: Frame,
    handle: String,
    about: String,
    contact: String,
    language: &'static str,
    resting: bool,
    about_audience: AudienceLine,
    contact_audience: AudienceLine,
    sessions: Vec<SessionLine>,
}

fn text_of(value: Option<&Option<String>>) -> String {
    value.cloned().flatten().unwrap_or_default()
}

fn show(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    let row = tables::person(room.conn, room.network.id, me.id)?;
    let opened = row.opened(&room.house.vault)?;
    let token = room.visit.token.clone();
    let sessions = sign_in::of_person(room.conn, room.house, me.id, token.as_deref(), room.now)?;
    let tongue = room.tongue.clone();
    let sessions = sessions
        .into_iter()
        .map(|s| SessionLine {
            id: s.id.to_string(),
            words: tongue.tell(
                "me-session",
                &[
                    ("since", s.started_on.into()),
                    ("until", room.network.zone.day_of(s.expires_at).into()),
                ],
            ),
            here: s.here,
        })
        .collect();
    let handle = row.called(&room.house.vault)?;
    room.page(&Me {
        frame: room.frame(handle.clone()),
        handle,
        about: text_of(opened.about.seen_by(&room.viewer)),
        contact: text_of(opened.contact.seen_by(&room.viewer)),
        language: row.language.map_or("", Lang::as_str),
        resting: me.is_resting(),
        about_audience: AudienceLine::new(&tongue, Audience::Network, "audience-about"),
        contact_audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-contact"),
        sessions,
    })
}

fn save(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    typed.at_most("about", 500)?;
    typed.at_most("contact", 200)?;
    let profile = deeds::Profile {
        about: typed.some("about"),
        contact: typed.some("contact"),
        lang: Lang::parse(typed.text("language")),
    };
    deeds::save_profile(room.conn, room.house, me.id, &profile)?;
    Ok(Reply::go("/me?said=saved"))
}

fn end_session(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    let id = sign_in::SessionId::parse(id).ok_or(Stop::NotThere)?;
    match sign_in::close_one(room.conn, room.network.id, me.id, id)? {
        0 => Err(Stop::NotThere),
        _ => Ok(Reply::go("/me?said=session-ended")),
    }
}

fn sign_out_everywhere(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    sign_in::close_all(room.conn, room.network.id, me.id)?;
    Ok(Reply::go("/sign-in").with_cookie(super::session_cookie(room.house, "", 0)))
}

#[derive(Template)]
#[template(path = "me_passphrase.html")]
struct PassphrasePage {
    frame: Frame,
}

fn passphrase_page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    room.fresh()?;
    room.page(&PassphrasePage {
        frame: room.frame(room.tongue.say("me-new-passphrase")),
    })
}

#[derive(Template)]
#[template(path = "joined.html")]
struct NewPassphrase {
    frame: Frame,
    handle: String,
    passphrase: String,
    audience: AudienceLine,
    next: &'static str,
}

async fn new_passphrase(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    let passphrase = secrets::new_passphrase(&*house.chance, visit.lang.unwrap_or(Lang::En));
    let (inner, phrase) = (house.clone(), passphrase.clone());
    // Only for somebody who showed that it is them, before the costly part.
    let fresh = house
        .db
        .read({
            let (house, visit) = (house.clone(), visit.clone());
            move |conn| Room::enter(conn, &house, visit)?.fresh().map(drop)
        })
        .await;
    if let Err(stop) = fresh {
        return house.act(visit, typed, move |_, _| Err(stop)).await;
    }
    let hash =
        tokio::task::spawn_blocking(move || secrets::hash_passphrase(&*inner.chance, &phrase))
            .await
            .unwrap_or_default();
    house
        .act(visit, typed, move |room, _| {
            let me = room.fresh()?;
            deeds::set_passphrase(room.conn, room.house, me.id, &hash)?;
            // Whoever knew the old words is out.
            let token = room.visit.token.as_deref().unwrap_or_default();
            sign_in::close_others(room.conn, room.house, me.id, token)?;
            let handle = room
                .known
                .as_ref()
                .map(|k| k.handle.clone())
                .unwrap_or_default();
            let tongue = room.tongue.clone();
            room.page(&NewPassphrase {
                frame: room.frame(tongue.say("me-passphrase-title")),
                handle,
                passphrase,
                audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-passphrase"),
                next: "/me/ways",
            })
        })
        .await
}

fn export(room: &mut Room<'_>) -> Result<Reply, Stop> {
    // Back to the page the file is asked for on: a file leaves no page behind.
    let me = match room.fresh() {
        Err(Stop::ProveAgain) => return Ok(Reply::go(web::prove_and_back("/me"))),
        fresh => fresh?,
    };
    let mut tables = Vec::new();
    for practice in &room.house.practices {
        tables.extend(practice.export(room.conn, room.house, me.id)?);
    }
    Ok(download(
        "my-holdfast.json",
        "application/json",
        web::export_json(&tables),
    ))
}

#[derive(Template)]
#[template(path = "leave.html")]
struct Leave {
    frame: Frame,
}

fn leave_page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    room.member()?;
    room.page(&Leave {
        frame: room.frame(room.tongue.say("leave-title")),
    })
}

/// N11: no reason, no permission, effective at once. Every practice lets go in one transaction.
fn leave(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let leaving = Leaving {
        person: room.member()?.id,
        name: NameChoice::parse(typed.text("name")).unwrap_or(NameChoice::Erase),
    };
    room.house.leave(room.conn, &leaving)?;
    Ok(Reply::go("/").with_cookie(super::session_cookie(room.house, "", 0)))
}
