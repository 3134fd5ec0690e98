//! People's time is paid where it is asked for: offered to everybody alike, so that nobody has to say
//! why they take it (P25). What nobody takes goes back in silence.

use super::{caucus, takes_part};
use crate::{
    rules::{CaucusId, DecisionRefusal as No, HonorariumId},
    tables::{self, HONORARIA, HonorariumRow, TAKERS, TakerId, TakerRow},
};
use kernel::{CircleId, Day, PersonId};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room, Typed};

/// What it is for, in characters.
pub(crate) const WORDS_LIMIT: usize = 120;
/// How much, in characters, as people write it: "$40".
pub(crate) const AMOUNT_LIMIT: usize = 20;
/// It can be taken for so many days after; then what was not taken goes back.
const TAKE_DAYS: i32 = 30;
/// For at most so many people.
const MOST_SEATS: i32 = 500;

/// Whoever looks after a circle offers something to everybody who gives their time.
pub(crate) fn offer(room: &mut Room<'_>, typed: &Typed) -> Result<HonorariumId, Stop> {
    let me = takes_part(room)?;
    let circle = CircleId::parse(typed.text("circle")).ok_or(Stop::NotThere)?;
    if !me.circles.contains(&circle) {
        return Err(Stop::NotThere);
    }
    if !people::looks_after(room.conn, &me, circle, room.now)? {
        return Err(No::RelayersOnly.into());
    }
    typed.at_most("words", WORDS_LIMIT)?;
    typed.at_most("amount", AMOUNT_LIMIT)?;
    let seats = typed.text("seats").parse::<i32>().ok();
    let seats = seats.filter(|seats| (1..=MOST_SEATS).contains(seats));
    let (Some(words), Some(amount), Some(seats)) =
        (typed.some("words"), typed.some("amount"), seats)
    else {
        return Err(No::HonorariumNeeded.into());
    };
    let on_day = Day::parse(typed.text("on_day")).ok_or(No::HonorariumNeeded)?;
    let caucus = match typed.some("caucus") {
        Some(name) => Some(caucus::named(room, name)?.ok_or(No::NoSuchCaucus)?.id),
        None => None,
    };
    let fresh = room
        .house
        .vault
        .fresh::<HonorariumId>(me.network, HONORARIA)?;
    let id = fresh.id;
    let row = HonorariumRow {
        id,
        network_id: me.network,
        circle_id: circle,
        caucus_id: caucus,
        words: fresh.seal("words", words)?,
        seats,
        amount: fresh.seal("amount", amount)?,
        on_day,
        until_day: on_day.max(room.today).plus(TAKE_DAYS),
        row_key: fresh.row_key,
    };
    tables::add_honorarium(room.conn, &row)?;
    Ok(id)
}

/// The caucuses somebody is of.
pub(crate) fn my_caucuses(room: &mut Room<'_>, me: PersonId) -> Result<Vec<CaucusId>, Stop> {
    let mut mine = Vec::new();
    for row in tables::caucuses_here(room.conn, room.network.id)? {
        if caucus::members(room, row.id)?.contains(&me) {
            mine.push(row.id);
        }
    }
    Ok(mine)
}

/// Whether it is offered to somebody: those of the caucus it names, or else of the circle.
fn is_offered(row: &HonorariumRow, circles: &[CircleId], caucuses: &[CaucusId]) -> bool {
    match row.caucus_id {
        Some(caucus) => caucuses.contains(&caucus),
        None => circles.contains(&row.circle_id),
    }
}

/// One takes it, or takes that back. Whoever hands it over reads who; nobody else does, and nobody
/// reads who does not.
pub(crate) fn take(room: &mut Room<'_>, id: HonorariumId, takes: bool) -> Result<(), Stop> {
    let me = takes_part(room)?;
    let row = tables::honorarium(room.conn, me.network, id)?;
    let caucuses = my_caucuses(room, me.id)?;
    if !is_offered(&row, &me.circles, &caucuses) {
        return Err(Stop::NotThere);
    }
    let of = (row.network_id, row.id);
    let takers = tables::takers_of(room.conn, &room.house.vault, of)?;
    let mine = takers.iter().find(|(_, person)| *person == me.id);
    match (takes, mine) {
        (true, Some(_)) | (false, None) => Ok(()),
        (false, Some((taker, _))) => {
            tables::remove_taker(room.conn, *taker)?;
            Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
        }
        (true, None) => {
            if takers.len() >= usize::try_from(row.seats).unwrap_or(0) {
                return Err(No::AllTaken.into());
            }
            let fresh = room.house.vault.fresh::<TakerId>(row.network_id, TAKERS)?;
            let taker = TakerRow {
                id: fresh.id,
                network_id: row.network_id,
                honorarium_id: row.id,
                who: fresh.seal("who", &me.id.to_string())?,
                until_day: row.until_day,
                row_key: fresh.row_key,
            };
            Ok(tables::add_taker(room.conn, &taker)?)
        }
    }
}

/// It was handed over: that somebody took it is kept no longer.
pub(crate) fn handed_over(room: &mut Room<'_>, id: HonorariumId, taker: &str) -> Result<(), Stop> {
    let me = takes_part(room)?;
    let row = tables::honorarium(room.conn, me.network, id)?;
    if !people::looks_after(room.conn, &me, row.circle_id, room.now)? {
        return Err(Stop::NotThere);
    }
    let of = (row.network_id, row.id);
    let takers = tables::takers_of(room.conn, &room.house.vault, of)?;
    let found = takers.iter().find(|(id, _)| id.to_string() == taker);
    tables::remove_taker(room.conn, found.ok_or(Stop::NotThere)?.0)?;
    Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
}

/// What somebody takes, in words.
pub(crate) fn taken_by(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<Vec<String>, Stop> {
    let network = house.network().id;
    let mut all = Vec::new();
    for row in tables::all_honoraria(conn, network)? {
        let takers = tables::takers_of(conn, &house.vault, (network, row.id))?;
        if takers.iter().any(|(_, taker)| *taker == person) {
            all.push(
                row.key(&house.vault)?
                    .open(row.row(), "words", &row.words)?,
            );
        }
    }
    Ok(all)
}

/// Whoever leaves takes nothing any more.
pub(crate) fn forget_takers(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network().id;
    for row in tables::all_honoraria(conn, network)? {
        for (id, taker) in tables::takers_of(conn, &house.vault, (network, row.id))? {
            if taker == person {
                tables::remove_taker(conn, id)?;
            }
        }
    }
    Ok(())
}
