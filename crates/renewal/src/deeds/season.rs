//! Seasons of renewal: planned, read together, rewoven; what time does to them.

use super::{going, held_by};
use crate::{
    rules::{self, RenewalRefusal as No, Season, SeasonId, SeasonStage, Way, WordId},
    tables::{self, SeasonRow, WORDS, WordRow},
};
use kernel::{Day, Member, PersonId, Standing};
use store::{AnyConnection, Stop};
use web::{Disposition, House, LaidDown, Quiet, Room, Typed};

/// That somebody spoke is known until the next season can have closed.
pub(crate) const SPOKEN_DAYS: i32 = 400;

/// Whether whoever is in the room plans for the whole.
pub(crate) fn plans(room: &mut Room<'_>) -> Result<bool, Stop> {
    let me = room.member()?;
    people::looks_after_the_whole(room.conn, &me, room.now)
}

fn planner(room: &mut Room<'_>) -> Result<Member, Stop> {
    let me = super::reads(room)?;
    match plans(room)? {
        true => Ok(me),
        false => Err(No::NotYoursToPlan.into()),
    }
}

/// A season is told.
pub(crate) fn plan(room: &mut Room<'_>, typed: &Typed) -> Result<SeasonId, Stop> {
    let me = planner(room)?;
    let latest = room.today.plus(366);
    let day = |name: &str| Day::parse(typed.text(name)).ok_or(No::DayNotUnderstood(latest));
    let season = Season::plan(day("opens_on")?, day("closes_on")?, room.today)?;
    let gathers = match typed.some("gathers_on") {
        Some(_) => Some(day("gathers_on")?),
        None => None,
    };
    let gathers = season.gathers(gathers)?;
    let there = tables::seasons(room.conn, me.network)?;
    let meets = |other: &SeasonRow| {
        other.opens_on <= season.closes && season.opens <= other.season().ends()
    };
    if there.iter().any(meets) {
        return Err(No::SeasonThere.into());
    }
    let row = SeasonRow {
        id: SeasonId::new(&*room.house.chance),
        network_id: me.network,
        opens_on: season.opens,
        closes_on: season.closes,
        gathers_on: gathers,
        stage: season.stage,
        ends_on: season.ends().plus(SPOKEN_DAYS),
    };
    tables::put_season(room.conn, &row)?;
    Ok(row.id)
}

/// Called off before it opened, or rewoven after it was read.
pub(crate) fn turn(
    room: &mut Room<'_>,
    id: SeasonId,
    rule: impl FnOnce(Season) -> Result<Season, No>,
) -> Result<(), Stop> {
    let me = planner(room)?;
    let mut row = tables::season(room.conn, me.network, id)?;
    row.stage = rule(row.season())?.stage;
    Ok(tables::put_season(room.conn, &row)?)
}

/// The season that hears words now.
pub(crate) fn hearing(
    conn: &mut AnyConnection,
    network: kernel::NetworkId,
) -> Result<Option<SeasonRow>, Stop> {
    let seasons = tables::seasons(conn, network)?;
    Ok(seasons.into_iter().find(|row| row.season().hears()))
}

/// Members whom a season asks, and who have not said anything in it. No such list is kept: it is made
/// from who is here and who spoke, and read by nobody but the clock and each one's buddies.
pub(crate) fn silent(
    conn: &mut AnyConnection,
    house: &House,
    season: &SeasonRow,
) -> Result<Vec<PersonId>, Stop> {
    let network = house.network().id;
    let spoke = tables::words_in(conn, network, season.id)?;
    let mut silent = Vec::new();
    for (person, standing, joined) in people::memberships(conn, network)? {
        let has_spoken = spoke.iter().any(|word| word.member_id == person);
        if !has_spoken && rules::is_asked(standing, joined, season.opens_on) {
            silent.push(person);
        }
    }
    Ok(silent)
}

/// What time does: seasons open, are gathered, and close.
pub(crate) fn clock(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let mut moved = 0;
    for mut row in tables::seasons(conn, network.id)? {
        // A clock that jumps over a season skips nobody: each step is taken.
        while let Some(next) = row.season().clock(today) {
            row.stage = next.stage;
            tables::put_season(conn, &row)?;
            match next.stage {
                SeasonStage::Gathering => closes(conn, house, &row)?,
                SeasonStage::Closed => {
                    tables::words_go(conn, network.id, row.id)?;
                }
                _ => {}
            }
            moved += 1;
        }
    }
    Ok(moved)
}

/// Its last day is over. Nothing was asked of whoever rests; whoever was silent in this one and the one
/// before goes quiet.
fn closes(conn: &mut AnyConnection, house: &House, season: &SeasonRow) -> Result<(), Stop> {
    let network = house.network().id;
    for (person, standing, _) in people::memberships(conn, network)? {
        if (standing.rests() || standing == Standing::SteppingBack)
            && tables::word_of(conn, (network, season.id), person)?.is_none()
        {
            put(conn, house, season, (person, Way::Spared), (None, None))?;
        }
    }
    let earlier = tables::seasons(conn, network)?;
    let before = earlier
        .iter()
        .filter(|row| row.stage == SeasonStage::Closed && row.closes_on < season.opens_on)
        .max_by_key(|row| row.closes_on);
    let Some(before) = before else { return Ok(()) };
    let here = people::memberships(conn, network)?;
    for person in silent(conn, house, season)? {
        let spoke = tables::word_of(conn, (network, before.id), person)?.is_some();
        let mut here = here.iter();
        let asked = here.any(|(id, _, joined)| *id == person && *joined <= before.opens_on);
        if rules::silent_twice(false, Some((asked, spoke))) {
            dormant(conn, house, person)?;
        }
    }
    Ok(())
}

/// Somebody goes quiet: what they hold is their circles' again, what they gave to others stands, and one
/// word brings them back.
fn dormant(conn: &mut AnyConnection, house: &House, person: PersonId) -> Result<(), Stop> {
    for held in held_by(conn, house, person)? {
        let how = going::without_anybody(&held);
        // What is given to a person alone is not taken from them: it stands until its own end.
        if how != Disposition::Circle {
            continue;
        }
        let what = LaidDown::new(person, &held.id, how);
        match house.lay_down(conn, &what) {
            Ok(()) | Err(Stop::NotThere) => {}
            Err(other) => return Err(other),
        }
    }
    going::goes_quiet(conn, house, person, Quiet::Leaves)
}

/// Somebody is back from rest, maybe by a clock: where nothing is asked of them before a season closes, it
/// is kept that they rested, so that nobody goes quiet for it (P4, P20).
pub(crate) fn rested(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    for season in tables::seasons(conn, network.id)? {
        if rules::spares(season.season(), today)
            && tables::word_of(conn, (network.id, season.id), person)?.is_none()
        {
            put(conn, house, &season, (person, Way::Spared), (None, None))?;
        }
    }
    Ok(())
}

/// Keeps that somebody spoke, and what they said.
pub(crate) fn put(
    conn: &mut AnyConnection,
    house: &House,
    season: &SeasonRow,
    (person, way): (PersonId, Way),
    (word, note): (Option<rules::Word>, Option<&str>),
) -> Result<(), Stop> {
    let fresh = house.vault.fresh::<WordId>(season.network_id, WORDS)?;
    let row = WordRow {
        id: fresh.id,
        network_id: season.network_id,
        season_id: season.id,
        member_id: person,
        way,
        word: fresh.seal_some("word", word.map(rules::Word::as_str))?,
        note: fresh.seal_some("note", note)?,
        ends_on: season.ends_on,
        row_key: fresh.row_key,
    };
    Ok(tables::put_word(conn, &row)?)
}
