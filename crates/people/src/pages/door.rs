//! The door: signing in and out, joining by an invitation, the language.

use crate::{
    invitations, passkeys::Question, rules::PeopleRefusal, rules::SESSION_SECONDS, secrets,
    sign_in, tables,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use store::Stop;
use web::{AudienceLine, Frame, Lang, Reply, Room, Route, Shared, Typed, Visit};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_with_script("/sign-in", sign_in_page).stays_open(),
        Route::post_with_script("/sign-in", sign_in_now).stays_open(),
        Route::deed("/sign-out", sign_out).stays_open(),
        Route::page_of("/join/{link}", join_page),
        Route::post("/join/{link}", join_now),
        Route::deed("/language", language).stays_open(),
    ]
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignIn {
    frame: Frame,
    handle: String,
    refusal: Option<String>,
    passkey: Option<Question>,
    by_mail: bool,
}

pub(super) fn sign_in_form(
    room: &Room<'_>,
    handle: &str,
    refusal: Option<&PeopleRefusal>,
) -> Result<Reply, Stop> {
    use kernel::Refusal;
    let status = refusal.map_or(200, Refusal::status);
    room.page_with(
        status,
        &SignIn {
            frame: room.frame(room.tongue.say("sign-in-title")),
            handle: handle.to_owned(),
            refusal: refusal.map(|refusal| room.tongue.message(&refusal.message())),
            passkey: super::passkey::question(room)?,
            by_mail: crate::links::can_be_sent(room.house),
        },
    )
}

fn sign_in_page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    sign_in_form(room, "", None)
}

async fn sign_in_now(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    if !visit.from_here {
        return house
            .act(visit, typed, |_, _| Ok(Reply::go("/sign-in")))
            .await;
    }
    if let Err(stop) = house.count_stranger(&visit) {
        // Shown without what was typed: words that let somebody in are not sent back.
        return house.show(visit, move |_| Err(stop)).await;
    }
    let handle = typed.text("handle").to_owned();
    let checked = sign_in::check(&house, handle.clone(), typed.text("passphrase").to_owned()).await;
    match checked {
        Ok(person) => {
            // The session that was in this browser ends here; its form token is not asked for.
            let before = visit.token.clone();
            let anew = Visit {
                token: None,
                ..visit
            };
            house
                .act(anew, typed, move |room, _| {
                    super::comes_in(room, before.as_deref(), person)
                })
                .await
        }
        Err(Stop::Refused(refusal)) => {
            let too_many = refusal.message().key == "refused-too-many-guesses";
            house
                .show(visit, move |room| {
                    let why = if too_many {
                        PeopleRefusal::TooManyGuesses
                    } else {
                        PeopleRefusal::NoSuchPair
                    };
                    sign_in_form(room, &handle, Some(&why))
                })
                .await
        }
        Err(other) => house.show(visit, move |_| Err(other)).await,
    }
}

fn sign_out(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    if let Some(token) = room.visit.token.clone() {
        sign_in::close_token(room.conn, room.house, &token)?;
    }
    Ok(Reply::go("/").with_cookie(super::session_cookie(room.house, "", 0)))
}

#[derive(Template)]
#[template(path = "join.html")]
struct Join {
    frame: Frame,
    link: String,
    handle: String,
    handle_audience: AudienceLine,
    refusal: Option<String>,
}

#[derive(Template)]
#[template(path = "joined.html")]
struct Joined {
    frame: Frame,
    handle: String,
    passphrase: String,
    audience: AudienceLine,
    next: &'static str,
}

fn join_form(
    room: &Room<'_>,
    link: &str,
    handle: &str,
    refusal: Option<&dyn kernel::Refusal>,
) -> Result<Reply, Stop> {
    room.page_with(
        refusal.map_or(200, |r| r.status()),
        &Join {
            frame: room.frame(
                room.tongue
                    .tell("join-title", &[("network", (&room.network.name).into())]),
            ),
            link: link.to_owned(),
            handle: handle.to_owned(),
            handle_audience: AudienceLine::new(
                &room.tongue,
                kernel::Audience::Network,
                "audience-handle",
            ),
            refusal: refusal.map(|refusal| room.tongue.message(&refusal.message())),
        },
    )
}

fn join_page(room: &mut Room<'_>, link: &str) -> Result<Reply, Stop> {
    invitations::read_invitation(room.conn, room.network.id, link, room.now)?;
    join_form(room, link, "", None)
}

async fn join_now(
    State(house): State<Shared>,
    visit: Visit,
    Path(link): Path<String>,
    typed: Typed,
) -> Response {
    // The invitation is looked at before the costly hash, so that guessing costs us nothing.
    let (network, now) = (house.network().id, house.now());
    let first = link.clone();
    let good = house
        .db
        .read(move |conn| invitations::read_invitation(conn, network, &first, now).map(drop))
        .await;
    if let Err(stop) = good {
        return house.show(visit, move |_| Err(stop)).await;
    }
    let lang = Lang::parse(typed.text("language")).or(visit.lang);
    let passphrase = secrets::new_passphrase(&*house.chance, lang.unwrap_or(Lang::En));
    let (inner, phrase) = (house.clone(), passphrase.clone());
    let hash =
        tokio::task::spawn_blocking(move || secrets::hash_passphrase(&*inner.chance, &phrase))
            .await
            .unwrap_or_default();
    let anew = Visit {
        token: None,
        ..visit
    };
    house
        .act(anew, typed, move |room, typed| {
            let handle = typed.text("handle").to_owned();
            let joined = invitations::join(
                room.conn,
                room.house,
                &link,
                (&handle, lang),
                &hash,
                room.now,
            );
            let person = match joined {
                Ok(person) => person,
                Err(Stop::Refused(refusal)) => {
                    return join_form(room, &link, &handle, Some(&*refusal));
                }
                Err(other) => return Err(other),
            };
            let token = sign_in::open(room.conn, room.house, person, room.now)?;
            let cookie = super::session_cookie(room.house, &token, SESSION_SECONDS);
            if let Some(lang) = lang {
                room.tongue = room.house.tongues.of(lang);
            }
            let tongue = room.tongue.clone();
            let page = Joined {
                frame: room.frame(tongue.say("joined-title")),
                handle,
                passphrase,
                audience: AudienceLine::new(
                    &tongue,
                    kernel::Audience::SelfOnly,
                    "audience-passphrase",
                ),
                // One way in is not enough: they are led to a second.
                next: "/me/ways",
            };
            Ok(room.page(&page)?.with_cookie(cookie))
        })
        .await
}

fn language(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let lang = Lang::parse(typed.text("lang")).unwrap_or(Lang::En);
    if let Some(known) = &room.known {
        let person = known.member.id;
        let network = room.network.id;
        tables::set_language(room.conn, network, person, lang)?;
    }
    let back = web::way_back(typed.text("back"), "/");
    let secure = super::secure(room.house);
    let cookie = format!(
        "lang={}; Path=/; SameSite=Lax; Max-Age=31536000{secure}",
        lang.as_str()
    );
    Ok(Reply::go(back).with_cookie(cookie))
}
