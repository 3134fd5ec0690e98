//! A lot: who is willing, the closed list and its hash, the seed nobody chose, and whoever is next.

use super::{adopt, book, choose, hold, may_hold};
use crate::{
    rules::{CHOOSING_DAYS, How, Lot, RolesRefusal, Stage},
    tables::{self, ChoosingId, ChoosingRow},
};
use kernel::PersonId;
use lots::{Frozen, List, Seed, recompute};
use store::{AnyConnection, Stop};
use web::{House, Room};

/// A draw by lot is between two at least.
const FEWEST: usize = 2;
/// Each of the two rolls so often at least.
const FEWEST_ROLLS: usize = 10;

/// "I am willing", or not any more: free until the list is closed.
pub(crate) fn willing(room: &mut Room<'_>, id: ChoosingId, yes: bool) -> Result<(), Stop> {
    let row = choose::of_circle(room, id)?;
    let me = room.member()?;
    row.stage.must_be(Stage::Gathering)?;
    if !yes {
        return Ok(tables::out_of_pool(room.conn, &row, me.id)?);
    }
    if row.promised_by == Some(me.id) {
        return Err(RolesRefusal::PromiserOutside.into());
    }
    let book = book(room)?;
    let role = &book.role(row.role_id)?.role;
    let first = hold::first_day(&book, (role.id, me.id), room.today);
    may_hold(room.conn, &book, (role, me.id), How::Lot, first, room.house)?;
    Ok(tables::into_pool(room.conn, &row, me.id)?)
}

/// The hash of a secret text is published: the text becomes the seed, a day later at the earliest.
pub(crate) fn promise(room: &mut Room<'_>, id: ChoosingId, hash: &str) -> Result<(), Stop> {
    let mut row = choose::of_circle(room, id)?;
    let me = room.member()?;
    row.stage.must_be(Stage::Gathering)?;
    if row.promised_hash.is_some() {
        return Err(RolesRefusal::PromiseThere.into());
    }
    let hash = hash.to_ascii_lowercase();
    if hash.len() != 64 || !hash.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(RolesRefusal::PromiseNotUnderstood.into());
    }
    if tables::pool(room.conn, &row)?.contains(&me.id) {
        return Err(RolesRefusal::PromiserOutside.into());
    }
    row.promised_hash = Some(hash);
    row.promised_by = Some(me.id);
    row.promised_at = Some(room.now);
    Ok(tables::save_choosing(room.conn, &row)?)
}

/// The list is closed and its hash published: from here on nobody comes or goes.
pub(crate) fn freeze(room: &mut Room<'_>, id: ChoosingId) -> Result<(), Stop> {
    let mut row = choose::of_circle(room, id)?;
    choose::moves(room, &row)?;
    row.stage.must_be(Stage::Gathering)?;
    let names = called(room.conn, room.house, &row)?;
    if names.len() < FEWEST {
        return Err(RolesRefusal::PoolTooSmall.into());
    }
    let list = List::of(names.iter().map(|(name, _)| name)).map_err(Lot)?;
    let list = list.freeze(room.now.0);
    let key = row.key(&room.house.vault)?;
    row.list = Some(key.seal(row.row(), "list", &list.text())?);
    row.list_hash = Some(list.hash().to_owned());
    row.frozen_at = Some(room.now);
    row.stage = Stage::Frozen;
    Ok(tables::save_choosing(room.conn, &row)?)
}

/// Everybody of the pool, by the name they go by here: no two go by the same.
fn called(
    conn: &mut AnyConnection,
    house: &House,
    row: &ChoosingRow,
) -> Result<Vec<(String, PersonId)>, Stop> {
    let mut all = Vec::new();
    for person in tables::pool(conn, row)? {
        let name = people::name_of(conn, &house.vault, row.network_id, person)?;
        // As the list has it.
        all.push((name.trim().to_owned(), person));
    }
    Ok(all)
}

fn dice(rolls: &str) -> Result<Vec<u8>, RolesRefusal> {
    let typed = rolls.chars().filter(|c| !c.is_whitespace() && *c != ',');
    let rolled: Option<Vec<u8>> = typed
        .map(|c| c.to_digit(10).and_then(|n| u8::try_from(n).ok()))
        .map(|n| n.filter(|n| (1..=6).contains(n)))
        .collect();
    rolled
        .filter(|rolled| rolled.len() >= FEWEST_ROLLS)
        .ok_or(RolesRefusal::DiceNotUnderstood)
}

/// One person's dice, then another's; with the second the draw is made. Where a secret text was
/// promised, that is the seed and nothing else.
pub(crate) fn roll(room: &mut Room<'_>, id: ChoosingId, rolls: &str) -> Result<(), Stop> {
    let mut row = choose::of_circle(room, id)?;
    let me = room.member()?;
    row.stage.must_be(Stage::Frozen)?;
    if row.promised_hash.is_some() {
        return Err(RolesRefusal::NotThisStage.into());
    }
    let rolled = dice(rolls)?;
    let (Some(first), Some(by)) = (row.first_rolls.clone(), row.first_by) else {
        row.first_rolls = Some(rolled.iter().map(u8::to_string).collect());
        row.first_by = Some(me.id);
        return Ok(tables::save_choosing(room.conn, &row)?);
    };
    if by == me.id {
        return Err(RolesRefusal::SecondPersonRolls.into());
    }
    let both: Vec<u8> = dice(&first)?.into_iter().chain(rolled).collect();
    draw(room, row, &Seed::dice(&both).map_err(Lot)?)
}

/// The secret text is told, and the draw is made.
pub(crate) fn reveal(room: &mut Room<'_>, id: ChoosingId, text: &str) -> Result<(), Stop> {
    let row = choose::of_circle(room, id)?;
    row.stage.must_be(Stage::Frozen)?;
    let (Some(hash), Some(at)) = (&row.promised_hash, row.promised_at) else {
        return Err(RolesRefusal::NotThisStage.into());
    };
    let seed = Seed::revealed(text, hash, at.0).map_err(Lot)?;
    draw(room, row, &seed)
}

fn draw(room: &mut Room<'_>, mut row: ChoosingRow, seed: &Seed) -> Result<(), Stop> {
    let text = list_of(room.house, &row)?.ok_or(RolesRefusal::NotThisStage)?;
    let frozen = row.frozen_at.map_or(0, |at| at.0);
    let read = Frozen::from_text(&text, frozen).map_err(Lot)?;
    let hash = row.list_hash.clone().unwrap_or_default();
    let list = Frozen::kept(read.entries(), &hash, frozen).map_err(Lot)?;
    list.draw(seed, room.now.0, 1).map_err(Lot)?;
    row.seed = Some(seed.text().to_owned());
    row.drawn_at = Some(room.now);
    row.first_by = None;
    row.stage = Stage::Drawn;
    next(room.conn, room.house, row)
}

/// The closed list, as it was hashed; none once somebody of it has left.
pub(crate) fn list_of(house: &House, row: &ChoosingRow) -> Result<Option<String>, Stop> {
    let Some(sealed) = &row.list else {
        return Ok(None);
    };
    let key = row.key(&house.vault)?;
    Ok(Some(key.open(row.row(), "list", sealed)?))
}

/// The order drawn, by the names on the list.
pub(crate) fn order(house: &House, row: &ChoosingRow) -> Result<Vec<String>, Stop> {
    let (Some(text), Some(hash), Some(seed)) = (list_of(house, row)?, &row.list_hash, &row.seed)
    else {
        return Ok(Vec::new());
    };
    Ok(recompute(&text, hash, seed, 1).map_err(Lot)?.order)
}

/// Whoever comes after the one who is asked now is asked: what is kept is who is asked, and not who
/// was. Where nobody is left, the circle gathers anew.
pub(crate) fn next(
    conn: &mut AnyConnection,
    house: &House,
    mut row: ChoosingRow,
) -> Result<(), Stop> {
    let names = called(conn, house, &row)?;
    let voices = choose::voices(conn, row.network_id, row.circle_id)?;
    let person = |name: &String| {
        let found = names.iter().find(|(called, _)| called == name);
        found.map(|(_, person)| *person)
    };
    let mut order = order(house, &row)?.into_iter();
    if let Some(now) = row.candidate_id {
        order.find(|name| person(name) == Some(now));
    }
    // Whoever rests by now is asked for nothing (P20).
    let mut here = order.filter_map(|name| person(&name).filter(|one| voices.contains(one)));
    match here.next() {
        Some(next) => row.candidate_id = Some(next),
        None => gather_anew(&mut row),
    }
    Ok(tables::save_choosing(conn, &row)?)
}

fn gather_anew(row: &mut ChoosingRow) {
    row.stage = Stage::Gathering;
    row.candidate_id = None;
    row.list = None;
    row.list_hash = None;
    row.frozen_at = None;
    row.first_rolls = None;
    row.first_by = None;
    // A text that was told is a secret no more.
    if row.seed.take().is_some() {
        row.promised_hash = None;
        row.promised_by = None;
        row.promised_at = None;
    }
    row.drawn_at = None;
}

/// Whoever was drawn says yes: the term begins, and the draw stays for a while without those who were
/// willing, so that anyone of the circle can make it again.
pub(crate) fn takes_it(room: &mut Room<'_>, mut row: ChoosingRow) -> Result<(), Stop> {
    let me = room.member()?;
    let (book, _) = adopt(room.conn, room.house, room.now)?;
    choose::takes_up(room.conn, room.house, (&book, &row), (me.id, How::Lot))?;
    choose::tell(room.conn, room.house, (&book, &row), me.id, row.opened_by)?;
    row.stage = Stage::Chosen;
    row.said_yes_on = Some(room.today);
    row.promised_by = None;
    row.opened_by = None;
    row.ends_on = room.today.plus(CHOOSING_DAYS);
    tables::save_choosing(room.conn, &row)?;
    tables::erase_said(room.conn, &row)
}

/// Somebody leaves. A list that is closed and has their name opens again; one that was drawn from goes
/// with them, while whoever is asked or was chosen stays.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    row: &mut ChoosingRow,
    person: PersonId,
) -> Result<(), Stop> {
    if row.promised_by == Some(person) && row.seed.is_none() {
        row.promised_hash = None;
        row.promised_at = None;
    }
    row.promised_by = row.promised_by.filter(|by| *by != person);
    if row.first_by == Some(person) {
        row.first_by = None;
        row.first_rolls = None;
    }
    let Some(text) = list_of(house, row)? else {
        return Ok(());
    };
    let name = people::name_of(conn, &house.vault, row.network_id, person)?;
    if !text.lines().skip(1).any(|line| line == name.trim()) {
        return Ok(());
    }
    match row.stage {
        Stage::Frozen => gather_anew(row),
        _ => row.list = None,
    }
    Ok(())
}
