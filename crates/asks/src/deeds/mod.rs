//! What a person can do about an ask: each deed loads, asks the rule, saves, and writes what
//! people are told; in one transaction.

mod around;
mod complaint;
mod draw;
pub(crate) mod import;
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
    rules::{AskId, AskRefusal, Consent, Kind, NEVER_DAY, NEVER_MOMENT, PUBLISHED_LIMIT, Word},
    schema::{ask_places, asks, complaints, texts},
    sight,
    tables::{self, AskRow},
};
use diesel::prelude::*;
use kernel::{Day, Member, Moment, OrganisationId};
use store::{AnyConnection, ERASED, Stop, Sweep, set_fact};
use web::{Lang, Room};

/// Loads an ask this viewer may see, changes it by a rule, saves it.
fn change(
    room: &mut Room<'_>,
    id: AskId,
    rule: impl FnOnce(crate::rules::Ask, &Member) -> Result<crate::rules::Ask, AskRefusal>,
) -> Result<AskRow, Stop> {
    let me = room.member()?;
    let mut row = tables::visible(room.conn, &me, room.network.aid, id)?;
    let place_dies_on =
        tables::place_row(room.conn, row.network_id, row.id)?.and_then(|place| place.dies_on);
    let ask = rule(row.ask(place_dies_on), &me)?;
    tables::save(room.conn, &room.house.vault, &mut row, &ask, room.now)?;
    Ok(row)
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
    if heard.words.trim().is_empty() {
        return Err(AskRefusal::WordsNeeded.into());
    }
    let consent = heard.consent;
    let mut row = change(room, id, |ask, me| match ask.stage {
        // Written down again after another call.
        crate::rules::Stage::Heard => {
            crate::rules::on_shift(me, aid)?;
            Ok(crate::rules::Ask { consent, ..ask })
        }
        _ => ask.hear(me, aid, consent),
    })?;
    let key = row.key(&room.house.vault)?;
    row.words = key.seal(row.row(), "words", heard.words)?;
    row.contact = key.seal_some(row.row(), "contact", heard.contact)?;
    if let Some(digits) = heard.contact.and_then(codes::last_two_digits) {
        row.digits = key.seal(row.row(), "digits", &digits)?;
    }
    row.by_when = heard.by_when.unwrap_or(NEVER_DAY);
    row.window_until = heard.window_until.unwrap_or(NEVER_MOMENT);
    row.ends_on = ends_on(room.network.zone.day_of(row.received_at), heard.by_when);
    row.area = heard.area.to_owned();
    row.kind = heard.kind;
    row.language = heard.lang;
    row.text_ok = heard.text_ok;
    diesel::update(asks::table.find(id))
        .set(&row)
        .execute(room.conn)?;
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
    let mut row = change(room, id, |ask, me| ask.publish(me, aid, published))?;
    let key = row.key(&room.house.vault)?;
    row.published = Some(key.seal(row.row(), "published", published.trim())?);
    diesel::update(asks::table.find(id))
        .set(&row)
        .execute(room.conn)?;
    Ok(())
}

/// "I can."
pub(crate) fn claim(room: &mut Room<'_>, id: AskId) -> Result<(), Stop> {
    let (aid, now) = (room.network.aid, room.now);
    change(room, id, |ask, me| ask.claim(me, aid, now)).map(drop)
}

/// They agreed when and how; the asker gets the words by text where that is safe.
pub(crate) fn plan(room: &mut Room<'_>, id: AskId, plan: &str) -> Result<(), Stop> {
    let mut row = change(room, id, |ask, me| ask.plan(me, plan))?;
    let key = row.key(&room.house.vault)?;
    row.plan = Some(key.seal(row.row(), "plan", plan.trim())?);
    diesel::update(asks::table.find(id))
        .set(&row)
        .execute(room.conn)?;
    notices::planned(room.conn, room.house, &row, plan.trim(), room.now)
}

/// "I can't after all."
pub(crate) fn unclaim(room: &mut Room<'_>, id: AskId) -> Result<(), Stop> {
    let mut row = change(room, id, |ask, me| ask.unclaim(me))?;
    row.plan = None;
    diesel::update(asks::table.find(id))
        .set(&row)
        .execute(room.conn)?;
    Ok(())
}

/// "It's done." The asker is asked once how it was.
pub(crate) fn say_done(room: &mut Room<'_>, id: AskId) -> Result<(), Stop> {
    let (now, today) = (room.now, room.today);
    let row = change(room, id, |ask, me| ask.say_done(me, now, today))?;
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
    let row = change(room, id, |ask, me| {
        crate::rules::on_shift(me, aid)?;
        ask.word(word, today)
    })?;
    keep_answer(room, row, answer)
}

fn keep_answer(room: &mut Room<'_>, mut row: AskRow, answer: Option<&str>) -> Result<(), Stop> {
    if let Some(answer) = answer {
        let key = row.key(&room.house.vault)?;
        row.answer = Some(key.seal(row.row(), "answer", answer)?);
        diesel::update(asks::table.find(row.id))
            .set(&row)
            .execute(room.conn)?;
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
    tables::save(room.conn, &room.house.vault, &mut row, &ask, room.now)?;
    keep_answer(room, row, answer)
}

/// The call after "partly", "it didn't help" or "it made things harder" has been made.
pub(crate) fn follow_up(room: &mut Room<'_>, id: AskId) -> Result<(), Stop> {
    let (aid, today) = (room.network.aid, room.today);
    change(room, id, |ask, me| ask.follow_up_made(me, aid, today)).map(drop)
}

/// Handed on to a partner, with the asker's consent.
pub(crate) fn refer(room: &mut Room<'_>, id: AskId, to: OrganisationId) -> Result<(), Stop> {
    let (aid, today) = (room.network.aid, room.today);
    let known = people::organisations(room.conn, room.network.id)?;
    if !known.iter().any(|(org, _)| *org == to) {
        return Err(Stop::NotThere);
    }
    change(room, id, |ask, me| ask.refer(me, aid, to, today)).map(drop)
}

/// An honest no, with its reason, which the asker gets in plain words.
pub(crate) fn cant(room: &mut Room<'_>, id: AskId, reason: &str) -> Result<(), Stop> {
    let (aid, today) = (room.network.aid, room.today);
    let row = change(room, id, |ask, me| ask.cant(me, aid, reason, today))?;
    notices::unable(room.conn, room.house, &row, Some(reason.trim()), room.now)
}

/// The asker takes it back, by their status page or through the shift: everything of it is erased
/// at once, unless the law holds it.
pub(crate) fn withdraw(room: &mut Room<'_>, row: AskRow) -> Result<(), Stop> {
    let mut row = row;
    let ask = row.ask(None).withdraw(room.today)?;
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
    crate::rules::on_shift(&me, room.network.aid)?;
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
