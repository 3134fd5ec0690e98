//! Beginning, changing, keeping and stopping what a circle does; and who hosts.

use super::{mine, writes};
use crate::{
    rules::{CadenceRefusal, Often, Season, Shown, season_end},
    tables::{self, PRACTICES, PracticeId, PracticeRow},
};
use kernel::{CircleId, Day, PersonId};
use rhythm::Recurrence;
use store::{AnyConnection, DataKey, ERASED, Row, Stop, set_fact};
use web::{House, Room};

/// So far back the page looks.
const LOOK_BACK_DAYS: i32 = 200;

/// What a circle says of what it does.
#[derive(Clone, Debug)]
pub struct New {
    /// Its circle.
    pub circle: Option<CircleId>,
    /// What it is called.
    pub name: String,
    /// Where; may be empty.
    pub place: String,
    /// How to find it; may be empty.
    pub find_us: String,
    /// Who reads that.
    pub shown: Shown,
    /// The least that makes it: may be empty.
    pub minimum: String,
    /// How often.
    pub often: Often,
    /// From which day on.
    pub first: Option<Day>,
    /// At which minute of the day, on the wall.
    pub minute: Option<i32>,
    /// How many minutes; 0 where nobody says.
    pub minutes: i32,
    /// The season's last day.
    pub season: Option<Day>,
}

/// When it comes, once all of it can be kept to.
struct When {
    comes: Recurrence,
    first: Day,
    season: Day,
}

fn when(new: &New, today: Day) -> Result<When, CadenceRefusal> {
    if new.name.trim().is_empty() {
        return Err(CadenceRefusal::NameNeeded);
    }
    let near = today.plus(-800)..=today.plus(400);
    let first = new.first.filter(|day| near.contains(day));
    let first = first.ok_or(CadenceRefusal::FirstNeeded)?;
    let minute = new.minute.ok_or(CadenceRefusal::TimeNeeded)?;
    let hour = i8::try_from(minute / 60).map_err(|_| CadenceRefusal::TimeNeeded)?;
    let minute = i8::try_from(minute % 60).map_err(|_| CadenceRefusal::TimeNeeded)?;
    let season = season_end(today, new.season)?;
    let at = jiff::civil::Time::new(hour, minute, 0, 0);
    let at = at.map_err(|_| CadenceRefusal::TimeNeeded)?;
    let starts = first.date().to_datetime(at);
    let comes = Recurrence::new(&new.often.rule(first), starts)?;
    let times = comes.times(first.date(), season.date(), &jiff::tz::TimeZone::UTC);
    let is_to_come = times
        .last()
        .is_some_and(|time| Day::from_date(time.day) >= today);
    let earliest = times.first().filter(|_| is_to_come);
    let first = earliest.ok_or(CadenceRefusal::NotInSeason)?.day;
    Ok(When {
        // From one of its own days on.
        comes: Recurrence::new(comes.rule(), first.to_datetime(at))?,
        first: Day::from_date(first),
        season,
    })
}

fn seal_words(row: &mut PracticeRow, key: &DataKey, new: &New) -> Result<(), Stop> {
    let at = row.clone();
    let seal = |column, text: &str| key.seal(at.row(), column, text.trim());
    row.name = seal("name", &new.name)?;
    row.place = seal("place", &new.place)?;
    row.find_us = seal("find_us", &new.find_us)?;
    row.minimum = seal("minimum", &new.minimum)?;
    row.shown = new.shown;
    Ok(())
}

fn set_when(row: &mut PracticeRow, new: &New, when: &When) {
    row.rule = when.comes.rule().to_owned();
    row.first_on = when.first;
    row.starts_minute = new.minute.unwrap_or_default();
    row.minutes = new.minutes.clamp(0, 24 * 60);
    row.set_season(Season::until(when.season));
}

/// A circle begins to do something again and again.
pub fn make(
    conn: &mut AnyConnection,
    house: &House,
    new: &New,
    today: Day,
) -> Result<PracticeId, Stop> {
    let circle = new.circle.ok_or(CadenceRefusal::CircleNeeded)?;
    let when = when(new, today)?;
    let network = house.network().id;
    let id = PracticeId::new(&*house.chance);
    let at = Row {
        network: &network,
        table: PRACTICES,
        id: id.bytes(),
    };
    let (key, row_key) = house.vault.new_key(at)?;
    let nothing = key.seal(at, "name", "")?;
    let season = Season::until(when.season);
    let mut row = PracticeRow {
        id,
        network_id: network,
        circle_id: circle,
        stage: season.stage,
        shown: new.shown,
        name: nothing.clone(),
        place: nothing.clone(),
        find_us: nothing.clone(),
        minimum: nothing,
        rule: String::new(),
        first_on: when.first,
        starts_minute: 0,
        minutes: 0,
        hosts: Vec::new(),
        last_host_id: None,
        season_on: season.season,
        ends_on: season.by,
        row_key,
    };
    seal_words(&mut row, &key, new)?;
    set_when(&mut row, new, &when);
    tables::put(conn, &row)?;
    Ok(id)
}

/// The same, by a member of that circle.
pub(crate) fn begin(room: &mut Room<'_>, new: &New) -> Result<PracticeId, Stop> {
    let me = room.member()?;
    let of_mine = new.circle.filter(|circle| me.circles.contains(circle));
    if of_mine.is_none() {
        return Err(CadenceRefusal::CircleNeeded.into());
    }
    make(room.conn, room.house, new, room.today)
}

/// "Change": other words, another rhythm, another season. What was said of times to come is gone
/// with the old rhythm.
pub(crate) fn change(room: &mut Room<'_>, id: PracticeId, new: &New) -> Result<(), Stop> {
    let (_, mut row) = writes(room, id)?;
    if row.stage == crate::rules::Stage::Ended {
        return Err(CadenceRefusal::Ended.into());
    }
    let when = when(new, room.today)?;
    let before = (row.rule.clone(), row.starts());
    let key = row.key(&room.house.vault)?;
    seal_words(&mut row, &key, new)?;
    set_when(&mut row, new, &when);
    if before != (row.rule.clone(), row.starts()) {
        tables::forget_what_comes(room.conn, &row, room.today)?;
    }
    tables::save(room.conn, &row)?;
    // Words that were written over are erased.
    Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
}

/// "Keep": another season, until a day.
pub(crate) fn keep(room: &mut Room<'_>, id: PracticeId, until: Option<Day>) -> Result<(), Stop> {
    let (_, mut row) = writes(room, id)?;
    let season = row.season().keep(until, room.today)?;
    row.set_season(season);
    // A rule may have an end of its own.
    let comes = row.comes().map_err(CadenceRefusal::from)?;
    let from = room.today.date();
    let zone = room.network.zone.time_zone();
    if comes.times(from, season.season.date(), zone).is_empty() {
        return Err(CadenceRefusal::NotInSeason.into());
    }
    // What lies far back is not counted through again each time; it goes on from one of its days.
    let behind = room.today.plus(-LOOK_BACK_DAYS).date();
    let past = comes.times(row.first_on.date(), behind, zone);
    if let Some(anchor) = past.last().filter(|_| !row.rule.contains("COUNT=")) {
        row.first_on = Day::from_date(anchor.day);
    }
    Ok(tables::save(room.conn, &row)?)
}

/// "Stop": it ends, with thanks.
pub(crate) fn stop(room: &mut Room<'_>, id: PracticeId) -> Result<(), Stop> {
    let (_, mut row) = writes(room, id)?;
    row.set_season(row.season().stop(room.today)?);
    Ok(tables::save(room.conn, &row)?)
}

/// "I host in turn", or "not me": only for oneself.
pub(crate) fn host(room: &mut Room<'_>, id: PracticeId, yes: bool) -> Result<(), Stop> {
    let (me, mut row) = match yes {
        true => writes(room, id)?,
        false => mine(room, id)?,
    };
    let mut rota = row.rota();
    rota.retain(|person| *person != me.id);
    if yes {
        rota.push(me.id);
    }
    row.set_rota(&rota);
    Ok(tables::save(room.conn, &row)?)
}

/// Somebody hosts no more: here, or anywhere.
pub(crate) fn host_no_more(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    only: Option<PracticeId>,
) -> Result<bool, Stop> {
    let mut did = false;
    for mut row in tables::all(conn, house.network().id)? {
        let rota = row.rota();
        let here = rota.contains(&person) || row.last_host_id == Some(person);
        if !here || only.is_some_and(|only| only != row.id) {
            continue;
        }
        let left: Vec<PersonId> = rota.iter().copied().filter(|one| *one != person).collect();
        if row.last_host_id == Some(person) {
            // It goes on after them: whoever stood before them in the round hosted last.
            let at = rota.iter().position(|one| *one == person);
            row.last_host_id = at
                .and_then(|at| at.checked_sub(1))
                .or_else(|| at.and(rota.len().checked_sub(1)))
                .and_then(|before| rota.get(before).copied())
                .filter(|before| *before != person);
        }
        row.set_rota(&left);
        tables::save(conn, &row)?;
        did = true;
    }
    Ok(did)
}
