//! Resting and coming back.

use crate::{
    rules::{
        self, CAPACITY_DAYS, Capacity, CoverSaid, REACH_LIMIT, RestRefusal as No, days_rested,
        landing_until,
    },
    tables::{self, CAPACITIES, CapacityRow, RESTS, RestRow},
};
use kernel::{Day, PersonId, Standing};
use store::{AnyConnection, Row, Stop};
use web::{Disposition, House, LaidDown, RestChange, RestTurn, Room, Typed};

/// A year: then the network asks nothing, and the row is looked at again.
const REVIEW_DAYS: i32 = 365;

/// From this minute. Everything typed is optional; nothing is asked about why.
pub(crate) fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<(), Stop> {
    let me = room.member()?;
    if rules::rest(me.standing)? != Standing::Resting {
        return Err(Stop::NotThere);
    }
    let until = rules::until(typed.some("until"), room.today)?;
    typed.at_most("reach_me_if", REACH_LIMIT)?;
    typed.at_most("cover_words", REACH_LIMIT)?;
    let cover = cover(room, typed, me.id)?;
    let resting = me.standing == Standing::Resting;
    let known = tables::rest_of(room.conn, me.network, me.id)?;
    let since = known
        .filter(|_| resting)
        .map_or(room.today, |row| row.since_on);
    let at = Row {
        network: &me.network,
        table: RESTS,
        id: me.id.bytes(),
    };
    let (key, row_key) = room.house.vault.new_key(at)?;
    let row = RestRow {
        id: me.id,
        network_id: me.network,
        since_on: since,
        until_on: until,
        landing_until: None,
        reach_me_if: key.seal_some(at, "reach_me_if", typed.some("reach_me_if"))?,
        cover_id: cover,
        cover_words: key.seal_some(at, "cover_words", typed.some("cover_words"))?,
        cover_said: cover.map(|_| CoverSaid::Asked),
        review_on: since.plus(REVIEW_DAYS),
        row_key,
    };
    tables::put_rest(room.conn, &row)?;
    // J9: what they would rather give back than have covered.
    for id in typed.all("give_back") {
        let what = LaidDown::new(me.id, id, Disposition::Circle);
        room.house.lay_down(room.conn, &what)?;
    }
    if !resting {
        people::set_standing(room.conn, me.network, me.id, Standing::Resting)?;
        tables::willing_no_more(room.conn, me.network, me.id)?;
        tables::covers_no_more(room.conn, me.network, me.id)?;
        let turn = RestTurn::Begins { until };
        room.house.rests(
            room.conn,
            RestChange {
                person: me.id,
                turn,
            },
        )?;
    }
    Ok(())
}

/// Whoever shall cover, by the name they go by; they are asked, and say yes themselves.
fn cover(room: &mut Room<'_>, typed: &Typed, me: PersonId) -> Result<Option<PersonId>, Stop> {
    let Some(name) = typed.some("cover") else {
        return Ok(None);
    };
    let vault = &room.house.vault;
    let found = people::person_with_handle(room.conn, vault, room.network.id, name)?;
    let person = found.ok_or(No::CoverNotFound)?;
    let standing = people::standing_of(room.conn, room.network.id, person)?;
    match standing {
        Some(Standing::Member | Standing::SteppingBack) if person != me => Ok(Some(person)),
        Some(Standing::Guest) | None => Err(No::CoverNotFound.into()),
        _ => Err(No::CoverRests.into()),
    }
}

/// "I am back." A soft landing begins: one page of what changed, and a week in which nothing is asked.
pub(crate) fn come_back(room: &mut Room<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    match rules::come_back(me.standing) == me.standing {
        true => Ok(()),
        false => end(room.conn, room.house, me.id),
    }
}

pub(crate) fn end(conn: &mut AnyConnection, house: &House, person: PersonId) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    people::set_standing(conn, network.id, person, Standing::Member)?;
    let known = tables::rest_of(conn, network.id, person)?;
    let since = known.as_ref().map_or(today, |row| row.since_on);
    let at = Row {
        network: &network.id,
        table: RESTS,
        id: person.bytes(),
    };
    let (_, row_key) = house.vault.new_key(at)?;
    // What was sealed for the time of rest goes with it; since when stays for the page of what changed.
    let row = RestRow {
        id: person,
        network_id: network.id,
        since_on: since,
        until_on: None,
        landing_until: Some(landing_until(today)),
        reach_me_if: None,
        cover_id: None,
        cover_words: None,
        cover_said: None,
        review_on: landing_until(today),
        row_key,
    };
    tables::put_rest(conn, &row)?;
    let turn = RestTurn::Ended {
        days: days_rested(since, today),
    };
    house.rests(conn, RestChange { person, turn })
}

/// Whoever was asked to cover says yes, or not.
pub(crate) fn cover_says(room: &mut Room<'_>, of: PersonId, yes: bool) -> Result<(), Stop> {
    let me = room.member()?;
    let asked = tables::covered_by(room.conn, me.network, me.id)?;
    let mut row = asked
        .into_iter()
        .find(|row| row.id == of)
        .ok_or(Stop::NotThere)?;
    if yes {
        row.cover_said = Some(CoverSaid::Yes);
    } else {
        row.cover_id = None;
        row.cover_said = None;
    }
    Ok(tables::put_rest(room.conn, &row)?)
}

/// How much there is of somebody just now; nothing typed takes the word back.
pub(crate) fn say_capacity(room: &mut Room<'_>, word: Option<Capacity>) -> Result<(), Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let Some(word) = word else {
        return Ok(tables::remove_capacity(room.conn, me.network, me.id)?);
    };
    let at = Row {
        network: &me.network,
        table: CAPACITIES,
        id: me.id.bytes(),
    };
    let (key, row_key) = room.house.vault.new_key(at)?;
    let row = CapacityRow {
        id: me.id,
        network_id: me.network,
        word: key.seal(at, "word", word.as_str())?,
        until_day: room.today.plus(CAPACITY_DAYS),
        row_key,
    };
    Ok(tables::put_capacity(room.conn, &row)?)
}

/// What a word on capacity was, for its person or for a sum.
pub(crate) fn capacity(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    today: Day,
) -> Result<Option<Capacity>, Stop> {
    let network = house.network().id;
    let Some(row) = tables::capacity_of(conn, network, person, today)? else {
        return Ok(None);
    };
    let word = row.key(&house.vault)?.open(row.row(), "word", &row.word)?;
    Ok(Capacity::parse(&word))
}

/// A person goes: their rest, their word, and what they would have kept alive.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network().id;
    tables::remove_rest(conn, network, person)?;
    tables::remove_capacity(conn, network, person)?;
    tables::covers_no_more(conn, network, person)?;
    Ok(tables::willing_no_more(conn, network, person)?)
}
