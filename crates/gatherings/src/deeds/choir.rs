//! A season of CHOIR evenings: its months, and the pairs that host them.

use super::{hosting, minute_of, rest_on, some, takes_part};
use crate::{
    rules::{
        ContainerId, GatherRefusal as No, Kind, LONGEST_DAYS, Said, SeasonId, Shape, Stage, Wide,
        seat,
    },
    tables::{self, SEASONS, SeasonRow, WillingRow, Words},
};
use kernel::{CircleId, Day, Member, PersonId};
use lots::{Frozen, List, Seed};
use rhythm::Recurrence;
use std::collections::BTreeMap;
use store::{AnyConnection, ERASED, Row, Stop, set_fact};
use web::{House, Room, Typed};

/// The most months of a season.
const MOST_MONTHS: usize = 12;
/// A season is looked at so many days after its last evening.
const AFTER_DAYS: i32 = 62;

/// What a season begins with.
pub(crate) struct NewSeason {
    pub circle: CircleId,
    pub open_to: Wide,
    pub first: Day,
    pub minute: i32,
    pub months: usize,
    pub place: Option<String>,
    pub dial_in: Option<String>,
    pub agreements: Option<String>,
    /// The run of show of each evening.
    pub program: String,
}

/// The same one of the month's weekdays as a day is: the first Monday, the last Friday.
pub(crate) fn rule_of(first: Day) -> String {
    let nth = match (first.date().day() - 1) / 7 + 1 {
        5 => -1,
        nth => nth,
    };
    let day = rhythm::short(first.date().weekday());
    format!("FREQ=MONTHLY;BYDAY={nth}{day}")
}

fn evenings(new: &NewSeason, rule: &str, house: &House) -> Result<Vec<Day>, Stop> {
    let at = |n: i32| i8::try_from(n).unwrap_or(0);
    let starts = new
        .first
        .date()
        .at(at(new.minute / 60), at(new.minute % 60), 0, 0);
    let comes = Recurrence::new(rule, starts).map_err(|_| No::NoEvening)?;
    let last = new.first.plus(LONGEST_DAYS + 31).date();
    let zone = house.network().zone.clone();
    let times = comes.times(new.first.date(), last, zone.time_zone());
    let days = times.into_iter().map(|time| Day::from_date(time.day));
    Ok(days.take(new.months).collect())
}

/// A season is made, with an evening a month; nobody is put down for any.
pub(crate) fn make(
    conn: &mut AnyConnection,
    house: &House,
    new: NewSeason,
) -> Result<SeasonId, Stop> {
    let network_id = house.network().id;
    let id = SeasonId::new(&*house.chance);
    let at = Row {
        network: &network_id,
        table: SEASONS,
        id: id.bytes(),
    };
    let rule = rule_of(new.first);
    let days = evenings(&new, &rule, house)?;
    let last = *days.last().ok_or(No::NoEvening)?;
    let (key, row_key) = house.vault.new_key(at)?;
    let row = SeasonRow {
        id,
        network_id,
        circle_id: new.circle,
        open_to: new.open_to,
        rule,
        first_on: new.first,
        starts_minute: new.minute,
        ends_on: last.plus(AFTER_DAYS),
        place: key.seal_some(at, "place", new.place.as_deref())?,
        dial_in: key.seal_some(at, "dial_in", new.dial_in.as_deref())?,
        agreements: key.seal_some(at, "agreements", new.agreements.as_deref())?,
        list: None,
        list_hash: None,
        frozen_at: None,
        row_key,
    };
    tables::put_choir_season(conn, &row)?;
    let mut before: Option<ContainerId> = None;
    for day in days {
        let evening = hosting::New {
            circle: new.circle,
            kind: Kind::Choir,
            shape: Shape::Choir,
            open_to: new.open_to,
            season: Some(id),
            within: None,
            before,
            hosts: [None, None],
            words: Words {
                place: new.place.clone(),
                dial_in: new.dial_in.clone(),
                agreements: new.agreements.clone(),
                program: Some(new.program.clone()),
                ..Words::default()
            },
            day,
            minute: new.minute,
            ends: day,
        };
        let evening = hosting::sealed(house, evening)?;
        tables::put_container(conn, &evening)?;
        before = Some(evening.id);
    }
    Ok(id)
}

/// Somebody of a circle begins a season.
pub(crate) fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<SeasonId, Stop> {
    let me = takes_part(room)?;
    let circle = CircleId::parse(typed.text("of_circle")).ok_or(Stop::NotThere)?;
    if !me.circles.contains(&circle) || !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let latest = room.today.plus(LONGEST_DAYS);
    let first =
        Day::parse(typed.text("first_on")).filter(|day| *day >= room.today && *day <= latest);
    let months = typed.text("how_many_months").parse().unwrap_or(0);
    let (Some(first), Some(minute), 1..=MOST_MONTHS) =
        (first, minute_of(typed.text("at_time")), months)
    else {
        return Err(No::DayNeeded.into());
    };
    let new = NewSeason {
        circle,
        open_to: Wide::parse(typed.text("open_to")).unwrap_or(Wide::Network),
        first,
        minute,
        months,
        place: some(typed, "spot", hosting::SHORT)?,
        dial_in: some(typed, "dial_in", hosting::SHORT)?,
        agreements: some(typed, "agreements", hosting::LONG)?,
        program: hosting::usual_program(room, Shape::Choir),
    };
    make(room.conn, room.house, new)
}

/// A season, for members of the network and of its circle.
pub(crate) fn look(room: &mut Room<'_>, id: SeasonId) -> Result<(Member, SeasonRow), Stop> {
    let me = takes_part(room)?;
    let row = tables::choir_season(room.conn, me.network, id)?;
    let reads = match row.open_to {
        Wide::Circle => me.circles.contains(&row.circle_id),
        Wide::Network | Wide::Public => {
            me.standing.reads_as_member() || me.circles.contains(&row.circle_id)
        }
    };
    match reads {
        true => Ok((me, row)),
        false => Err(Stop::NotThere),
    }
}

/// The same, for whoever is of its circle: they see to the pairs.
pub(crate) fn kept(room: &mut Room<'_>, id: SeasonId) -> Result<(Member, SeasonRow), Stop> {
    let (me, row) = look(room, id)?;
    match me.circles.contains(&row.circle_id) && me.standing.reads_as_member() {
        true => Ok((me, row)),
        false => Err(No::HostsOnly.into()),
    }
}

/// Somebody is willing to host in it, or not any more. A list that is closed stays as it is.
pub(crate) fn willing(room: &mut Room<'_>, id: SeasonId, willing: bool) -> Result<(), Stop> {
    let (me, row) = look(room, id)?;
    if willing && !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    if willing && me.is_resting() {
        return Err(No::YouRest.into());
    }
    if row.list.is_some() {
        return Err(No::NotNow.into());
    }
    if !willing {
        tables::not_willing(room.conn, me.network, Some(id), me.id)?;
        return Ok(set_fact(room.conn, me.network, ERASED, "yes")?);
    }
    let row = WillingRow {
        network_id: me.network,
        season_id: id,
        member_id: me.id,
        since_at: room.now,
        ends_on: row.ends_on,
    };
    Ok(tables::add_willing(room.conn, &row)?)
}

/// Those who are willing and here: whoever rests is put down for nothing.
pub(crate) fn willing_now(room: &mut Room<'_>, row: &SeasonRow) -> Result<Vec<PersonId>, Stop> {
    let mut all = Vec::new();
    for person in tables::willing(room.conn, row.network_id, row.id)? {
        let standing = people::standing_of(room.conn, row.network_id, person)?;
        if standing.is_some_and(|one| one.reads_as_member() && !one.rests()) {
            all.push(person);
        }
    }
    Ok(all)
}

/// Seats those in this order where an evening to come has nobody; they say yes themselves.
fn seat_all(room: &mut Room<'_>, row: &SeasonRow, order: &[PersonId]) -> Result<(), Stop> {
    let all = tables::evenings_of(room.conn, row.network_id, row.id)?;
    let mut seats: Vec<Vec<PersonId>> = all.iter().map(|one| one.seats()).collect();
    seat(order, &mut seats)?;
    for (mut one, pair) in all.into_iter().zip(seats) {
        let empty = one.seats().is_empty() && one.stage == Stage::Seeded;
        if !empty || one.on_day < room.today {
            continue;
        }
        if let [first, second] = pair[..] {
            (one.host_id, one.host_said) = (Some(first), Some(Said::Asked));
            (one.second_id, one.second_said) = (Some(second), Some(Said::Asked));
            tables::put_container(room.conn, &one)?;
        }
    }
    Ok(())
}

/// In turn, in the order in which they said that they are willing.
pub(crate) fn in_turn(room: &mut Room<'_>, id: SeasonId) -> Result<(), Stop> {
    let (_, row) = kept(room, id)?;
    if row.list.is_some() {
        return Err(No::NotNow.into());
    }
    let order = willing_now(room, &row)?;
    seat_all(room, &row, &order)
}

/// By lot: the list of those who are willing is closed before dice fall.
pub(crate) fn close_list(room: &mut Room<'_>, id: SeasonId) -> Result<(), Stop> {
    let (_, mut row) = kept(room, id)?;
    let willing = willing_now(room, &row)?;
    if willing.len() < crate::rules::FEWEST_WILLING {
        return Err(No::FourWilling.into());
    }
    let names = names(room, &willing)?;
    let list = List::of(names.keys()).map_err(|_| No::ListFirst)?;
    let frozen = list.freeze(room.now.0);
    let key = row.key(&room.house.vault)?;
    row.list = Some(key.seal(row.row(), "list", &frozen.text())?);
    row.list_hash = Some(frozen.hash().to_owned());
    row.frozen_at = Some(room.now);
    Ok(tables::put_choir_season(room.conn, &row)?)
}

fn names(room: &mut Room<'_>, all: &[PersonId]) -> Result<BTreeMap<String, PersonId>, Stop> {
    let mut names = BTreeMap::new();
    for person in all {
        let name = people::name_of(room.conn, &room.house.vault, room.network.id, *person)?;
        names.insert(name, *person);
    }
    Ok(names)
}

/// What anybody needs to draw again: the list's text, its hash, the dice, and the order they gave.
pub(crate) struct Drawn {
    pub list: String,
    pub hash: String,
    pub dice: String,
    pub order: Vec<String>,
}

/// Dice fall, and seat the pairs. The list is kept no longer than until then; whoever wants to check draws
/// again from the page that answers.
pub(crate) fn draw(room: &mut Room<'_>, id: SeasonId, typed: &Typed) -> Result<Drawn, Stop> {
    let (_, mut row) = kept(room, id)?;
    let (Some(list), Some(hash), Some(at)) = (&row.list, &row.list_hash, row.frozen_at) else {
        return Err(No::ListFirst.into());
    };
    let rolls = typed
        .text("rolls")
        .chars()
        .filter(|sign| !sign.is_whitespace());
    let rolls: Option<Vec<u8>> = rolls
        .map(|sign| sign.to_digit(10).and_then(|n| u8::try_from(n).ok()))
        .collect();
    let seed = Seed::dice(&rolls.ok_or(No::DiceNeeded)?).map_err(|_| No::DiceNeeded)?;
    let key = row.key(&room.house.vault)?;
    let text = key.open(row.row(), "list", list)?;
    let hash = hash.clone();
    let frozen = Frozen::from_text(&text, at.0).map_err(|_| No::ListFirst)?;
    let many = frozen.entries().len();
    let drawn = frozen
        .draw(&seed, room.now.0, many)
        .map_err(|_| No::ListFirst)?;
    let willing = willing_now(room, &row)?;
    let names = names(room, &willing)?;
    let order: Vec<PersonId> = drawn
        .order
        .iter()
        .filter_map(|name| names.get(name).copied())
        .collect();
    seat_all(room, &row, &order)?;
    (row.list, row.list_hash, row.frozen_at) = (None, None, None);
    tables::put_choir_season(room.conn, &row)?;
    set_fact(room.conn, row.network_id, ERASED, "yes")?;
    Ok(Drawn {
        list: text,
        hash,
        dice: seed.text().to_owned(),
        order: drawn.order,
    })
}

/// Until when everybody rests on an evening, and what is offered instead.
pub(crate) fn rest_of(
    room: &mut Room<'_>,
    (circle, day): (CircleId, Day),
) -> Result<Option<(Day, Day)>, Stop> {
    rest_on(room.conn, room.house, circle, day)
}
