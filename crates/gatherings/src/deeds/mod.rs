//! What people do about P22 and P23: each loads, asks the rule, saves; in one transaction.

pub(crate) mod campaign;
pub(crate) mod choir;
pub(crate) mod evening;
pub(crate) mod harvest;
pub(crate) mod hosting;

use campaign::Gate;

use crate::{
    rules::{Container, ContainerId, GatherRefusal as No, NeedId, Part, same_weekday_after},
    sight,
    tables::{self, ContainerRow},
};
use kernel::{CircleId, Day, Member, PersonId, Standing};
use store::{AnyConnection, Stop};
use web::{House, Room, Typed};

/// Whoever takes part: newcomers too, partners' liaisons not.
pub(crate) fn takes_part(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing {
        Standing::Guest | Standing::Left => Err(Stop::NotThere),
        _ => Ok(me),
    }
}

/// A gathering, and what whoever is in the room is to it.
pub(crate) struct Here {
    pub me: Member,
    pub row: ContainerRow,
    /// They hold it.
    pub host: bool,
    /// They write its harvest: hosts, and whoever was named for it.
    pub writes: bool,
    /// They look after its circle.
    pub steward: bool,
    /// They are of its circle.
    pub of_circle: bool,
    /// Whether they may read the invitation; whoever is quoted reads the harvest alone.
    pub invited: bool,
    /// How far what it asks for is decided with those it falls on.
    pub gate: Gate,
}

impl Here {
    pub fn rule(&self, room: &Room<'_>) -> Container {
        Container {
            undecided: self.gate.is_shut(),
            ..self.row.container(&room.network.zone)
        }
    }
}

/// One that whoever is in the room may read; for anybody else there is none.
pub(crate) fn look(room: &mut Room<'_>, id: ContainerId) -> Result<Here, Stop> {
    let me = takes_part(room)?;
    let row = tables::container(room.conn, me.network, id)?;
    let invited = sight::invitation(&row).includes(&room.viewer);
    let reads = invited || {
        let quoted = quoted(room, &row)?;
        sight::draft(&row, &quoted).includes(&room.viewer)
    };
    if !reads {
        return Err(Stop::NotThere);
    }
    let steward = people::looks_after(room.conn, &me, row.circle_id, room.now)?;
    let gate = campaign::gate_of(room, &row)?;
    Ok(Here {
        gate,
        host: row.hosts().contains(&me.id),
        writes: sight::hosting(&row).includes(&room.viewer),
        steward,
        of_circle: me.circles.contains(&row.circle_id),
        invited,
        me,
        row,
    })
}

/// The same, for those who hold it.
pub(crate) fn held(room: &mut Room<'_>, id: ContainerId) -> Result<Here, Stop> {
    let here = look(room, id)?;
    match here.host {
        true => Ok(here),
        false => Err(No::HostsOnly.into()),
    }
}

/// The same, for those who hold it, or look after its circle where they have vanished.
pub(crate) fn held_or_kept(room: &mut Room<'_>, id: ContainerId) -> Result<Here, Stop> {
    let here = look(room, id)?;
    match here.host || here.steward {
        true => Ok(here),
        false => Err(No::HostsOnly.into()),
    }
}

/// The same, for those who write its harvest.
pub(crate) fn written(room: &mut Room<'_>, id: ContainerId) -> Result<Here, Stop> {
    let here = look(room, id)?;
    match here.writes {
        true => Ok(here),
        false => Err(No::HostsOnly.into()),
    }
}

/// Those who are quoted in its harvest.
pub(crate) fn quoted(room: &mut Room<'_>, row: &ContainerRow) -> Result<Vec<PersonId>, Stop> {
    let mut all = Vec::new();
    for line in tables::lines_of(room.conn, row.network_id, row.id)? {
        if line.part == Part::Quote {
            all.extend(line.open(&room.house.vault)?.whose);
        }
    }
    Ok(all)
}

/// Somebody of the network who can be asked for something, by the name they go by.
pub(crate) fn somebody(room: &mut Room<'_>, name: &str) -> Result<PersonId, Stop> {
    let vault = &room.house.vault;
    let found = people::person_with_handle(room.conn, vault, room.network.id, name)?;
    let person = found.ok_or(No::NobodyHere)?;
    let standing = people::standing_of(room.conn, room.network.id, person)?;
    match standing {
        Some(standing) if standing.rests() => Err(No::TheyRest.into()),
        Some(standing) if standing.reads_as_member() => Ok(person),
        _ => Err(No::NobodyHere.into()),
    }
}

/// Until when everybody rests on a day, and the same day of the week after it.
pub(crate) fn rest_on(
    conn: &mut AnyConnection,
    house: &House,
    circle: CircleId,
    day: Day,
) -> Result<Option<(Day, Day)>, Stop> {
    let until = house.season(conn, Some(circle), day)?;
    Ok(until.map(|until| (until, same_weekday_after(day, until))))
}

/// `18:30` as a browser's time field submits it, in minutes of the day.
pub(crate) fn minute_of(text: &str) -> Option<i32> {
    let (hour, rest) = text.split_once(':')?;
    let minute = rest.get(..2)?;
    let (hour, minute): (i32, i32) = (hour.parse().ok()?, minute.parse().ok()?);
    let fits = (0..24).contains(&hour) && (0..60).contains(&minute);
    fits.then_some(hour * 60 + minute)
}

/// Words of a field, none where nothing was typed; refused past a length.
pub(crate) fn some(typed: &Typed, name: &str, limit: usize) -> Result<Option<String>, Stop> {
    let text = typed.at_most(name, limit)?;
    Ok(Some(text.to_owned()).filter(|text| !text.is_empty()))
}

/// What somebody wrote that they need to be able to come, to whatever it is.
pub(crate) fn somebody_needs(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<Vec<(NeedId, String)>, Stop> {
    let mut all = Vec::new();
    for row in tables::needs_here(conn, house.network().id)? {
        let (whose, words) = row.open(&house.vault)?;
        if whose == Some(person) {
            all.push((row.id, words));
        }
    }
    Ok(all)
}
