//! What people do about P14: each loads, asks the rule, saves; in one transaction.

pub(crate) mod feeds;
pub(crate) mod practices;
pub(crate) mod times;

use crate::{
    rules::{CadenceRefusal, Happened, Plan},
    sight,
    tables::{self, PracticeId, PracticeRow},
};
use kernel::{CircleId, Day, Guarded, Member, PersonId, Standing};
use rhythm::Recurrence;
use std::collections::BTreeSet;
use store::{AnyConnection, Stop};
use web::{House, Room};

/// What a circle said of what it does, behind its audience.
pub(crate) struct Words {
    pub name: Guarded<String>,
    pub place: Guarded<String>,
    pub find_us: Guarded<String>,
    pub minimum: Guarded<String>,
}

/// Opens the words of a practice.
pub(crate) fn words(house: &House, row: &PracticeRow) -> Result<Words, Stop> {
    let key = row.key(&house.vault)?;
    let open = |column, sealed| key.open(row.row(), column, sealed);
    let found_by = || sight::how_to_find(row.circle_id, row.shown);
    Ok(Words {
        name: Guarded::new(open("name", &row.name)?, found_by()),
        place: Guarded::new(open("place", &row.place)?, found_by()),
        find_us: Guarded::new(open("find_us", &row.find_us)?, found_by()),
        minimum: Guarded::new(
            open("minimum", &row.minimum)?,
            sight::practice(row.circle_id),
        ),
    })
}

/// A practice with its times.
pub(crate) struct Whole {
    pub row: PracticeRow,
    pub comes: Recurrence,
    pub happened: Vec<Happened>,
}

impl Whole {
    /// Reads what became of its times.
    pub fn of(conn: &mut AnyConnection, row: PracticeRow) -> Result<Self, Stop> {
        Ok(Self {
            comes: row.comes().map_err(CadenceRefusal::from)?,
            happened: tables::happened(conn, &row)?,
            row,
        })
    }

    /// Its plan, in the zone the network is in now.
    pub fn plan<'a>(&'a self, zone: &'a kernel::Zone) -> Plan<'a> {
        Plan {
            comes: &self.comes,
            zone: zone.time_zone(),
            season: self.row.season_on,
            happened: &self.happened,
        }
    }
}

/// A practice of one of my circles; not there for anybody else.
pub(crate) fn mine(room: &mut Room<'_>, id: PracticeId) -> Result<(Member, PracticeRow), Stop> {
    let me = room.member()?;
    let row = tables::of_these(room.conn, me.network, (id, &me.circles))?;
    match sight::practice(row.circle_id).includes(&room.viewer) {
        true => Ok((me, row)),
        false => Err(Stop::NotThere),
    }
}

/// The same, for members: newcomers come along first.
pub(crate) fn writes(room: &mut Room<'_>, id: PracticeId) -> Result<(Member, PracticeRow), Stop> {
    let (me, row) = mine(room, id)?;
    match me.standing.reads_as_member() {
        true => Ok((me, row)),
        false => Err(Stop::NotThere),
    }
}

/// Which of these days, in order, lie in a rest season of the circle (P20).
pub(crate) fn rest_days(
    conn: &mut AnyConnection,
    house: &House,
    circle: CircleId,
    days: impl IntoIterator<Item = Day>,
) -> Result<BTreeSet<Day>, Stop> {
    let (mut resting, mut until) = (BTreeSet::new(), None);
    for day in days {
        if until.is_none_or(|until| until < day) {
            until = house.season(conn, Some(circle), day)?;
        }
        if until.is_some_and(|until| day <= until) {
            resting.insert(day);
        }
    }
    Ok(resting)
}

/// Who hosts next: of the rota, whoever is of the circle and not resting.
pub(crate) fn next_host(
    conn: &mut AnyConnection,
    row: &PracticeRow,
) -> Result<Option<PersonId>, Stop> {
    let members = people::members_of(conn, row.network_id, row.circle_id)?;
    let mut here = Vec::new();
    for person in row.rota() {
        let standing = people::standing_of(conn, row.network_id, person)?;
        let is_here = matches!(standing, Some(Standing::Member | Standing::SteppingBack));
        if is_here && members.contains(&person) {
            here.push(person);
        }
    }
    let next = crate::rules::next_host(&row.rota(), row.last_host_id, |one| here.contains(&one));
    Ok(next)
}
