//! The six short agreements: public, read aloud with somebody, changed by those who look after
//! Coordinating and then read again.

use crate::{
    agreements,
    rules::JoiningRefusal,
    tables::{self, AgreementId, AgreementRow},
};
use askama::Template;
use kernel::{Audience, Member, Refusal};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/agreements", page),
        Route::deed_on("/agreements/{id}/read", read),
        Route::page_of("/agreements/{id}/change", change_page),
        Route::deed_on("/agreements/{id}/change", change),
    ]
}

struct Line {
    id: String,
    title: String,
    words: String,
    stands: String,
    to_read: bool,
}

#[derive(Template)]
#[template(path = "agreements.html")]
struct Agreements {
    frame: Frame,
    lines: Vec<Line>,
    signed_in: bool,
    keeper: bool,
}

/// Whether this person has read all of them as they stand now.
pub(super) fn all_read(room: &mut Room<'_>, me: &Member) -> Result<bool, Stop> {
    let read = tables::read_by(room.conn, me.network, me.id)?;
    let all = tables::agreements_of(room.conn, me.network)?;
    Ok(all.iter().all(|row| read.contains(&row.id)))
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.known.as_ref().map(|known| known.member.clone());
    let read = match &me {
        Some(me) => tables::read_by(room.conn, me.network, me.id)?,
        None => Vec::new(),
    };
    let keeper = match &me {
        Some(me) => agreements::keeps_public_words(room, me).is_ok(),
        None => false,
    };
    let tongue = room.tongue.clone();
    let zone = room.network.zone.clone();
    let lines = tables::agreements_of(room.conn, room.network.id)?
        .into_iter()
        .map(|row| Line {
            title: row.title(tongue.lang).to_owned(),
            words: row.words(tongue.lang).to_owned(),
            stands: tongue.tell(
                "agreement-stands",
                &[
                    ("n", i64::from(row.version).into()),
                    ("day", zone.day_of(row.changed_at).into()),
                ],
            ),
            to_read: me.is_some() && !read.contains(&row.id),
            id: row.id.to_string(),
        })
        .collect();
    room.page(&Agreements {
        frame: room.frame(tongue.say("agreements-title")),
        lines,
        signed_in: me.is_some(),
        keeper,
    })
}

fn agreement_of(id: &str) -> Result<AgreementId, Stop> {
    AgreementId::parse(id).ok_or(Stop::NotThere)
}

fn read(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    agreements::read(room, agreement_of(id)?)?;
    Ok(Reply::go("/agreements?said=agreement-read"))
}

#[derive(Template)]
#[template(path = "agreement_change.html")]
struct Change {
    frame: Frame,
    id: String,
    title_en: String,
    title_es: String,
    words_en: String,
    words_es: String,
    audience: AudienceLine,
    refusal: Option<String>,
}

fn change_page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let row = mine_to_change(room, id)?;
    let words = [&row.title_en, &row.title_es, &row.words_en, &row.words_es];
    form(room, id, words.map(String::as_str), None)
}

/// For whoever may change it; for anybody else there is no such page.
fn mine_to_change(room: &mut Room<'_>, id: &str) -> Result<AgreementRow, Stop> {
    let me = room.member()?;
    let id = agreement_of(id)?;
    if agreements::keeps_public_words(room, &me).is_err() {
        return Err(Stop::NotThere);
    }
    let all = tables::agreements_of(room.conn, me.network)?;
    all.into_iter()
        .find(|row| row.id == id)
        .ok_or(Stop::NotThere)
}

fn form(
    room: &Room<'_>,
    id: &str,
    [title_en, title_es, words_en, words_es]: [&str; 4],
    refusal: Option<&JoiningRefusal>,
) -> Result<Reply, Stop> {
    let tongue = &room.tongue;
    room.page_with(
        refusal.map_or(200, Refusal::status),
        &Change {
            frame: room.frame(tongue.say("agreement-change-title")),
            id: id.to_owned(),
            title_en: title_en.to_owned(),
            title_es: title_es.to_owned(),
            words_en: words_en.to_owned(),
            words_es: words_es.to_owned(),
            audience: AudienceLine::new(tongue, Audience::Public, "audience-agreement"),
            refusal: refusal.map(|refusal| tongue.message(&refusal.message())),
        },
    )
}

fn change(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    mine_to_change(room, id)?;
    let words = ["title_en", "title_es", "words_en", "words_es"].map(|name| typed.text(name));
    if words.iter().any(|words| words.is_empty()) {
        return form(room, id, words, Some(&JoiningRefusal::WordsNeeded));
    }
    agreements::change(room, agreement_of(id)?, words)?;
    Ok(Reply::go("/agreements?said=agreement-changed"))
}
