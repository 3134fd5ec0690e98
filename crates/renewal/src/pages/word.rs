//! A word carried for somebody: by phone, over the fence; and bringing back whoever was quiet.

use super::season::key;
use crate::{
    deeds::{self, word as deed},
    rules::{RenewalRefusal as No, Way, Word},
    sight,
    tables::{self, WordRow},
};
use askama::Template;
use kernel::{Audience, Guarded, PersonId, Standing};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/renewal/for-somebody", find),
        Route::deed("/renewal/for-somebody", found),
        Route::page_of("/renewal/with/{id}", with),
        Route::deed_on("/renewal/with/{id}", relay),
        Route::deed_on("/renewal/with/{id}/back", back),
    ]
}

/// What somebody chose, their note, and whether it came through somebody else; for themself and their
/// buddies.
pub(super) fn chosen(
    room: &mut Room<'_>,
    row: &WordRow,
) -> Result<Option<(Word, String, bool)>, Stop> {
    let buddies = room.house.buddies(room.conn, row.member_id)?;
    let key = row.key(&room.house.vault)?;
    let word = key.open_some(row.row(), "word", row.word.as_ref())?;
    let note = key.open_some(row.row(), "note", row.note.as_ref())?;
    let said = Guarded::new((word, note), sight::word(row.member_id, &buddies));
    let Some((Some(word), note)) = said.seen_by(&room.viewer).cloned() else {
        return Ok(None);
    };
    let relayed = row.way == Way::Relayed;
    Ok(Word::parse(&word).map(|word| (word, note.unwrap_or_default(), relayed)))
}

#[derive(Template)]
#[template(path = "renewal_for.html")]
struct Find {
    frame: Frame,
}

/// For whoever was told something by somebody: whose word is it?
fn find(room: &mut Room<'_>) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    room.page(&Find {
        frame: room.frame(room.tongue.say("renewal-for-title")),
    })
}

fn found(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    let of = deeds::named(room, typed.text("name"))?.ok_or(No::NameNotFound)?;
    match deed::may_carry(room, of)? {
        true => Ok(Reply::go(format!("/renewal/with/{of}"))),
        false => Err(No::NotYoursToRelay.into()),
    }
}

#[derive(Template)]
#[template(path = "renewal_with.html")]
struct With {
    frame: Frame,
    id: String,
    lede: String,
    /// What they chose themself, for their buddies.
    chose: Option<String>,
    words: Vec<(&'static str, String)>,
    quiet: bool,
    audience: AudienceLine,
}

fn with(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let of = PersonId::parse(id).ok_or(Stop::NotThere)?;
    if !deed::may_carry(room, of)? {
        return Err(Stop::NotThere);
    }
    let standing = people::standing_of(room.conn, me.network, of)?;
    let quiet = standing == Some(Standing::Dormant);
    let season = deeds::season::hearing(room.conn, me.network)?;
    let name = people::called(room, of)?;
    let tongue = room.tongue.clone();
    let mut chose = None;
    if let Some(season) = &season
        && let Some(row) = tables::word_of(room.conn, (me.network, season.id), of)?
        && let Some((word, note, _)) = chosen(room, &row)?
    {
        chose = Some(match note.is_empty() {
            true => tongue.say(key(word)).to_owned(),
            false => format!("{}. {note}", tongue.say(key(word))),
        });
    }
    let words = match season.is_some() && !quiet {
        true => vec![Word::Here, Word::Stay, Word::Change, Word::Ease, Word::Rest],
        false => Vec::new(),
    };
    let said = [("name", name.as_str().into())];
    room.page(&With {
        id: of.to_string(),
        lede: match (quiet, words.is_empty()) {
            (true, _) => tongue.tell("renewal-with-quiet", &said),
            (_, true) => tongue.say("renewal-with-none").to_owned(),
            _ => tongue.tell("renewal-with-lede", &said),
        },
        chose,
        words: words
            .into_iter()
            .map(|word| (word.as_str(), tongue.say(key(word)).to_owned()))
            .collect(),
        quiet,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-renewal-word"),
        frame: room.frame(name.clone()),
    })
}

fn relay(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    let of = PersonId::parse(id).ok_or(Stop::NotThere)?;
    if !deed::may_carry(room, of)? {
        return Err(Stop::NotThere);
    }
    let open = deeds::season::hearing(room.conn, room.network.id)?.ok_or(No::SeasonNotOpen)?;
    let word = Word::parse(typed.text("word"))
        .filter(|word| !matches!(word, Word::Leave | Word::StepBack))
        .ok_or(No::WordNeeded)?;
    deed::relay(room, open.id, of, word)?;
    Ok(Reply::go("/today?said=renewal-relayed"))
}

/// "Back": in one step.
fn back(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    let of = PersonId::parse(id).ok_or(Stop::NotThere)?;
    if !deed::may_carry(room, of)? {
        return Err(Stop::NotThere);
    }
    deed::back(room, of)?;
    Ok(Reply::go("/today?said=renewal-back"))
}
