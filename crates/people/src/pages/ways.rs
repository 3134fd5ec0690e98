//! My ways in: which there are, one more, one less.

use crate::{
    passkeys::{self, PasskeyId, Question},
    rules::{self, PeopleRefusal},
    ways,
};
use askama::Template;
use kernel::Audience;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_with_script("/me/ways", page),
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
    passphrase: bool,
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
        passphrase: there.passphrase,
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
    if passkeys::remove(room.conn, me.network, me.id, id)? == 0 {
        return Err(Stop::NotThere);
    }
    let left = ways::ways_of(room.conn, room.house, me.id)?;
    if left.count() < rules::WAYS_IN {
        return Err(PeopleRefusal::TwoWaysStay.into());
    }
    Ok(Reply::go("/me/ways?said=way-removed"))
}
