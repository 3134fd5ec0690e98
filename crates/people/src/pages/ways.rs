//! My ways in: which there are, one more, one less.

use crate::{
    links,
    passkeys::{self, PasskeyId, Question},
    recovery, rules, ways,
};
use askama::Template;
use kernel::{Audience, Member};
use store::Stop;
use web::{AudienceLine, Frame, Item, Lang, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_with_script("/me/ways", page),
        Route::deed("/me/ways/printed", print),
        Route::deed("/me/ways/printed/tear", tear_up),
        Route::deed("/me/ways/passkeys", add_passkey),
        Route::deed_on("/me/ways/passkeys/{id}/remove", remove_passkey),
    ]
}

struct PasskeyLine {
    id: String,
    words: String,
}

#[derive(Template)]
#[template(path = "ways.html")]
struct WaysPage {
    frame: Frame,
    enough: bool,
    fresh: bool,
    there: ways::Ways,
    by_mail: bool,
    printed: String,
    passkeys: Vec<PasskeyLine>,
    can_have: bool,
    make: Option<Question>,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    let there = ways::ways_of(room.conn, room.house, me.id)?;
    let mut lines = Vec::new();
    for row in passkeys::of_person(room.conn, room.house, me.id)? {
        let name = row.called(room.house)?.seen_by(&room.viewer).cloned();
        lines.push(PasskeyLine {
            id: row.id.to_string(),
            words: room.tongue.tell(
                "ways-passkey",
                &[
                    ("name", name.unwrap_or_default().into()),
                    ("day", row.added_on.into()),
                ],
            ),
        });
    }
    let (fresh, can_have) = (room.fresh().is_ok(), passkeys::can_be_here(room.house));
    let handle = room.known.as_ref().map(|known| known.handle.clone());
    let make = match fresh && can_have {
        true => {
            let whose = (me.id, handle.as_deref().unwrap_or_default());
            Some(passkeys::ask_to_make(room.conn, room.house, whose)?)
        }
        false => None,
    };
    room.page(&WaysPage {
        frame: room.frame(room.tongue.say("ways-title")),
        enough: there.count() >= rules::WAYS_IN,
        fresh,
        printed: room
            .tongue
            .tell("printed-left", &[("n", there.printed.into())]),
        there,
        by_mail: links::can_be_sent(room.house),
        passkeys: lines,
        can_have,
        make,
        audience: AudienceLine::new(&room.tongue, Audience::SelfOnly, "audience-ways"),
    })
}

fn add_passkey(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let me = room.fresh()?;
    let name = typed.at_most("called", 40)?;
    let name = match name {
        "" => room.tongue.say("ways-passkey-unnamed").to_owned(),
        name => name.to_owned(),
    };
    let made = (name.as_str(), typed.text("carried"), typed.text("shown"));
    passkeys::add(room.conn, room.house, me.id, made, room.now)?;
    Ok(Reply::go("/me/ways?said=passkey-added"))
}

fn remove_passkey(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let me = room.fresh()?;
    let id = PasskeyId::parse(id).ok_or(Stop::NotThere)?;
    let before = ways::ways_of(room.conn, room.house, me.id)?;
    if passkeys::remove(room.conn, me.network, me.id, id)? == 0 {
        return Err(Stop::NotThere);
    }
    ways::still_two_ways(room.conn, room.house, me.id, before)?;
    Ok(Reply::go("/me/ways?said=way-removed"))
}

#[derive(Template)]
#[template(path = "printed_words.html")]
struct PrintedWords {
    frame: Frame,
    handle: String,
    lines: Vec<String>,
    audience: AudienceLine,
}

fn print(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    let me = room.fresh()?;
    let known = room.known.clone().ok_or(Stop::SignIn)?;
    let lang = known.lang.or(room.visit.lang).unwrap_or(Lang::En);
    let lines = recovery::print(room.conn, room.house, (me.id, lang), room.now)?;
    room.page(&PrintedWords {
        frame: room.frame(room.tongue.say("printed-title")),
        handle: known.handle,
        lines,
        audience: AudienceLine::new(&room.tongue, Audience::SelfOnly, "audience-passphrase"),
    })
}

fn tear_up(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    let me = room.fresh()?;
    let before = ways::ways_of(room.conn, room.house, me.id)?;
    recovery::tear_up(room.conn, me.network, me.id)?;
    ways::still_two_ways(room.conn, room.house, me.id, before)?;
    Ok(Reply::go("/me/ways?said=way-removed"))
}

/// On the Today page of whoever came in with one way and has no second yet: one calm line. It stands
/// in no letter, because it is about this house's door and nobody's need.
pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<Option<Item>, Stop> {
    let by_a_visit = !room.visit.path.is_empty();
    if !by_a_visit || ways::ways_of(room.conn, room.house, me.id)?.count() != 1 {
        return Ok(None);
    }
    let say = |key| room.tongue.say(key).to_owned();
    Ok(Some(Item {
        button: Some(say("ways-today-button")),
        ..Item::new(say("ways-today"), say("ways-today-words"), "/me/ways")
    }))
}
