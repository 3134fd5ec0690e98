//! What a person can do about an ask: each deed loads, asks the rule, saves, and writes what
//! people are told; in one transaction.

mod around;
mod complaint;
mod draw;
pub(crate) mod import;
mod import_rows;
mod make;
mod shift;

pub(crate) use around::*;
pub(crate) use complaint::*;
pub(crate) use draw::*;
pub use make::{NewAsk, record};
pub(crate) use make::{ends_on, take_in};
pub(crate) use shift::*;

use crate::{
    codes, notices,
    rules::{
        Ask, AskId, AskRefusal, Consent, Kind, NEVER_DAY, NEVER_MOMENT, PUBLISHED_LIMIT, Stage,
        Word, on_shift,
    },
    schema::{ask_places, asks, complaints, texts},
    sight,
    tables::{self, AskRow},
};
use diesel::prelude::*;
use kernel::{Day, Member, Moment, OrganisationId};
use store::{AnyConnection, DataKey, ERASED, Stop, Sweep, set_fact};
use web::{Lang, Room};

/// Loads an ask this viewer may see, changes it by a rule, writes into it what was said, saves it.
fn change(
    room: &mut Room<'_>,
    id: AskId,
    rule: impl FnOnce(Ask, &Member) -> Result<Ask, AskRefusal>,
    write: impl FnOnce(&mut AskRow, &DataKey) -> Result<(), store::Error>,
) -> Result<AskRow, Stop> {
    let me = room.member()?;
    let mut row = tables::visible(room.conn, &me, room.network.aid, id)?;
    let place_dies_on =
        tables::place_row(room.conn, row.network_id, row.id)?.and_then(|place| place.dies_on);
    let ask = rule(row.ask(place_dies_on), &me)?;
    let key = row.key(&room.house.vault)?;
    write(&mut row, &key)?;
    tables::save(room.conn, &room.house.vault, &mut row, &ask, room.now)?;
    Ok(row)
}

/// Where nothing was said with it.
fn no_words(_: &mut AskRow, _: &DataKey) -> Result<(), store::Error> {
    Ok(())
}

/// What the shift writes down of a conversation, in one go.
pub(crate) struct Heard<'a> {
    pub words: &'a str,
    pub contact: Option<&'a str>,
    pub place: Option<&'a str>,
    pub by_when: Option<Day>,
    pub window_until: Option<Moment>,
    pub area: &'a str,
    pub kind: Kind,
    pub lang: Lang,
    pub text_ok: bool,
    pub consent: Consent,
}

/// A person has answered: the asker's own words, read back to them, and what they said yes to.
pub(crate) fn hear(room: &mut Room<'_>, id: AskId, heard: &Heard<'_>) -> Result<(), Stop> {
    let aid = room.network.aid;
    on_shift(&room.member()?, aid)?;
    if heard.words.trim().is_empty() {
        return Err(AskRefusal::WordsNeeded.into());
    }
    let consent = heard.consent;
    let zone = room.network.zone.clone();
    let mut first = false;
    let row = change(
        room,
        id,
        |ask, me| match ask.stage {
            // Written down again after another call.
            Stage::Heard => Ok(Ask { consent, ..ask }),
            _ => {
                first = true;
                ask.hear(me, aid, consent)
            }
        },
        |row, key| {
            let contact_before = key.open_some(row.row(), "contact", row.contact.as_ref())?;
            if let Some(digits) = codes::new_digits(contact_before.as_deref(), heard.contact) {
                row.digits = key.seal(row.row(), "digits", &digits)?;
            }
            row.words = key.seal(row.row(), "words", heard.words)?;
            row.contact = key.seal_some(row.row(), "contact", heard.contact)?;
            row.by_when = heard.by_when.unwrap_or(NEVER_DAY);
            row.window_until = heard.window_until.unwrap_or(NEVER_MOMENT);
            row.ends_on = ends_on(zone.day_of(row.received_at), heard.by_when);
            row.area = heard.area.to_owned();
            row.kind = heard.kind;
            row.language = heard.lang;
            row.text_ok = heard.text_ok;
            Ok(())
        },
    )?;
    if first {
        tables::count_first_word(room.conn, &room.network, (row.received_at, room.now))?;
    }
    tables::set_place(
        room.conn,
        &room.house.vault,
        row.network_id,
        id,
        heard.place,
    )
}

/// Puts the words the asker agreed to on the board.
pub(crate) fn publish(room: &mut Room<'_>, id: AskId, published: &str) -> Result<(), Stop> {
    let aid = room.network.aid;
    if published.chars().count() > PUBLISHED_LIMIT {
        return Err(AskRefusal::PublishedNeeded.into());
    }
    change(
        room,
        id,
        |ask, me| ask.publish(me, aid, published),
        |row, key| {
            row.published = Some(key.seal(row.row(), "published", published.trim())?);
            Ok(())
        },
    )
    .map(drop)
}

/// "I can", for oneself or for an organisation one speaks for.
pub(crate) fn claim(
    room: &mut Room<'_>,
    id: AskId,
    organisation: Option<OrganisationId>,
) -> Result<(), Stop> {
    let (aid, now) = (room.network.aid, room.now);
    let rule = |ask: Ask, me: &Member| match organisation {
        Some(organisation) => ask.claim_for(me, organisation, aid, now),
        None => ask.claim(me, aid, now),
    };
    change(room, id, rule, no_words).map(drop)
}

/// They agreed when and how; the asker gets the words by text where that is safe.
pub(crate) fn plan(room: &mut Room<'_>, id: AskId, plan: &str) -> Result<(), Stop> {
    let row = change(
        room,
        id,
        |ask, me| ask.plan(me, plan),
        |row, key| {
            row.plan = Some(key.seal(row.row(), "plan", plan.trim())?);
            Ok(())
        },
    )?;
    notices::planned(room.conn, room.house, &row, plan.trim(), room.now)
}

/// "I can't after all."
pub(crate) fn unclaim(room: &mut Room<'_>, id: AskId) -> Result<(), Stop> {
    change(
        room,
        id,
        |ask, me| ask.unclaim(me),
        |row, _| {
            row.plan = None;
            Ok(())
        },
    )
    .map(drop)
}

/// "It's done." The asker is asked once how it was.
pub(crate) fn say_done(room: &mut Room<'_>, id: AskId) -> Result<(), Stop> {
    let (now, today) = (room.now, room.today);
    let row = change(room, id, |ask, me| ask.say_done(me, now, today), no_words)?;
    notices::ask_how_it_was(room.conn, room.house, &row, room.now)
}

/// The shift relays the receiver's own word.
pub(crate) fn relay_word(
    room: &mut Room<'_>,
    id: AskId,
    word: Word,
    answer: Option<&str>,
) -> Result<(), Stop> {
    let (aid, today) = (room.network.aid, room.today);
    change(
        room,
        id,
        |ask, me| {
            on_shift(me, aid)?;
            ask.word(word, today)
        },
        |row, key| keep_answer(row, key, answer),
    )
    .map(drop)
}

fn keep_answer(row: &mut AskRow, key: &DataKey, answer: Option<&str>) -> Result<(), store::Error> {
    if let Some(answer) = answer {
        row.answer = Some(key.seal(row.row(), "answer", answer)?);
    }
    Ok(())
}

/// The receiver's own word, from their status page.
pub(crate) fn own_word(
    room: &mut Room<'_>,
    mut row: AskRow,
    word: Word,
    answer: Option<&str>,
) -> Result<(), Stop> {
    let ask = row.ask(None).word(word, room.today)?;
    let key = row.key(&room.house.vault)?;
    keep_answer(&mut row, &key, answer)?;
    tables::save(room.conn, &room.house.vault, &mut row, &ask, room.now)
}

/// The call after "partly", "it didn't help" or "it made things harder" has been made.
pub(crate) fn follow_up(room: &mut Room<'_>, id: AskId) -> Result<(), Stop> {
    let (aid, today) = (room.network.aid, room.today);
    let rule = |ask: Ask, me: &Member| ask.follow_up_made(me, aid, today);
    change(room, id, rule, no_words).map(drop)
}

/// Handed on to a partner, with the asker's consent.
pub(crate) fn refer(room: &mut Room<'_>, id: AskId, to: OrganisationId) -> Result<(), Stop> {
    let (aid, today) = (room.network.aid, room.today);
    let known = people::organisations(room.conn, room.network.id)?;
    if !known.iter().any(|(org, _)| *org == to) {
        return Err(Stop::NotThere);
    }
    let rule = |ask: Ask, me: &Member| ask.refer(me, aid, to, today);
    change(room, id, rule, no_words).map(drop)
}

/// An honest no, with its reason, which the asker gets in plain words.
pub(crate) fn cant(room: &mut Room<'_>, id: AskId, reason: &str) -> Result<(), Stop> {
    let (aid, today) = (room.network.aid, room.today);
    let rule = |ask: Ask, me: &Member| ask.cant(me, aid, reason, today);
    let row = change(room, id, rule, no_words)?;
    notices::unable(room.conn, room.house, &row, Some(reason.trim()), room.now)
}

/// The asker takes it back, by their status page or through the shift: everything of it is erased
/// at once, unless the law holds it.
pub(crate) fn withdraw(room: &mut Room<'_>, row: AskRow) -> Result<(), Stop> {
    let mut row = row;
    let ask = row.ask(None).withdraw(room.today)?;
    // Whoever may be on their way learns of it now.
    notices::to_whoever_said_i_can(room.conn, room.house, &row)?;
    tables::save(room.conn, &room.house.vault, &mut row, &ask, room.now)?;
    let zone = room.network.zone.clone();
    let sweep = Sweep::at(room.conn, row.network_id, &zone, room.now)?;
    if sweep.held("aid", row.received_at) {
        Ok(())
    } else {
        room.house.vault.close_all();
        erase(room.conn, &row)
    }
}

/// The shift withdraws for somebody who asked for it by phone.
pub(crate) fn withdraw_for(room: &mut Room<'_>, id: AskId) -> Result<(), Stop> {
    let me = room.member()?;
    let row = tables::visible(room.conn, &me, room.network.aid, id)?;
    on_shift(&me, room.network.aid)?;
    withdraw(room, row)
}

/// Erases an ask and all that hangs on it, now. What receivers said stays as a number.
pub(crate) fn erase(conn: &mut AnyConnection, row: &AskRow) -> Result<(), Stop> {
    if let Some(day) = row.delivered_on {
        tables::count_word(conn, row.network_id, &day.month(), row.stage)?;
    }
    diesel::delete(texts::table.filter(texts::ask_id.eq(row.id))).execute(conn)?;
    diesel::delete(ask_places::table.find(row.id)).execute(conn)?;
    diesel::update(complaints::table.filter(complaints::ask_id.eq(row.id)))
        .set(complaints::ask_id.eq(None::<AskId>))
        .execute(conn)?;
    diesel::delete(asks::table.find(row.id)).execute(conn)?;
    set_fact(conn, row.network_id, ERASED, "yes")?;
    Ok(())
}

/// The ask of a code and its two digits; the same answer and the same work for a code that does
/// not exist and for digits that do not fit.
pub(crate) fn by_code_and_digits(
    room: &mut Room<'_>,
    typed_code: &str,
    digits: &str,
) -> Result<AskRow, Stop> {
    use subtle::ConstantTimeEq;
    let code = codes::read_code(typed_code);
    let network = room.network.id;
    if !room.house.code_attempts.allow(code.as_bytes(), room.now) {
        return Err(AskRefusal::TooManyGuesses.into());
    }
    let found = tables::by_code(room.conn, network, &code)?;
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let fits = match &found {
        Some(row) => {
            let right = row
                .key(&room.house.vault)?
                .open(row.row(), "digits", &row.digits)?;
            bool::from(right.as_bytes().ct_eq(digits.as_bytes()))
        }
        None => false,
    };
    match found {
        Some(row) if fits => {
            room.house.code_attempts.clear(code.as_bytes());
            Ok(row)
        }
        _ => Err(AskRefusal::CodeDoesNotFit.into()),
    }
}

/// One ask this viewer may see.
pub(crate) fn look(room: &mut Room<'_>, id: &str) -> Result<AskRow, Stop> {
    let me = room.member()?;
    Ok(tables::visible(
        room.conn,
        &me,
        room.network.aid,
        sight::id_from(id)?,
    )?)
}
