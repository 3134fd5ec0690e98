//! The harvest: lines are written, those they name are asked, the room has it first, and then it goes on
//! step by step.

use super::{Here, campaign, held, look, somebody, takes_part, written};
use crate::{
    rules::{
        Container, ContainerId, GatherRefusal as No, Line, LineId, Part, Said, Share, Stage, Wide,
    },
    sight,
    tables::{self, ContainerRow, LINES, LineRow, Opened},
};
use commitments::promised::{Receiver, take_on};
use kernel::{Member, PersonId};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room, Typed};

/// A line, in characters; a promise as many as a commitment.
pub(crate) const LINE: usize = 280;
/// What stays here, what was promised and what was asked to be changed are kept so many days.
const ROOM_DAYS: i32 = 90;

/// What is written.
pub(crate) struct NewLine<'a> {
    pub part: Part,
    pub words: &'a str,
    pub whose: Option<PersonId>,
    pub party: Option<String>,
}

/// A line, sealed under a key of its own.
pub(crate) fn add(
    conn: &mut AnyConnection,
    house: &House,
    row: &ContainerRow,
    new: &NewLine<'_>,
) -> Result<LineId, Stop> {
    let now = house.now();
    let today = house.network().zone.day_of(now);
    let fresh = house.vault.fresh::<LineId>(row.network_id, LINES)?;
    let id = fresh.id;
    let whose = new.whose.map(|person| person.to_string());
    let line = LineRow {
        id,
        network_id: row.network_id,
        container_id: row.id,
        part: new.part,
        words: fresh.seal("words", new.words)?,
        whose: fresh.seal_some("whose", whose.as_deref())?,
        party: fresh.seal_some("party", new.party.as_deref())?,
        said: Line::new(new.part, new.whose).said,
        heard_by: None,
        since_at: now,
        version: 1,
        ends_on: match new.part {
            Part::Stays | Part::Promise | Part::Change => Some(today.plus(ROOM_DAYS)),
            _ => None,
        },
        row_key: fresh.row_key,
    };
    tables::put_line(conn, &line)?;
    Ok(id)
}

/// Saves what a rule made of the whole.
fn save(room: &mut Room<'_>, here: &mut Here, rule: Container) -> Result<(), Stop> {
    here.row.take_on(rule);
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// Those who write it write a line.
pub(crate) fn write(room: &mut Room<'_>, id: ContainerId, typed: &Typed) -> Result<(), Stop> {
    let mut here = written(room, id)?;
    let part = match Part::parse(typed.text("part")) {
        // What the room would have otherwise is the room's to write.
        Some(Part::Change) | None => Part::Heard,
        Some(part) => part,
    };
    let words = typed.at_most("line", LINE)?;
    if words.is_empty() {
        return Err(No::WordsNeeded.into());
    }
    // The words of a promise or a quote name somebody; a paraphrase names nobody.
    let whose = match typed.some("whose") {
        Some(name) if part.asks_somebody() => Some(somebody(room, name)?),
        _ => None,
    };
    let party = match part {
        Part::Promise => Some(receiver(room, typed)?),
        _ => None,
    };
    if part == Part::Promise && whose.is_none() {
        return Err(No::PromiseNeedsBoth.into());
    }
    let rule = here.rule(room).write(room.now)?;
    let new = NewLine {
        part,
        words,
        whose,
        party: party.map(Receiver::value),
    };
    add(room.conn, room.house, &here.row, &new)?;
    save(room, &mut here, rule)
}

/// To whom: chosen, or a person by the name they go by.
fn receiver(room: &mut Room<'_>, typed: &Typed) -> Result<Receiver, Stop> {
    if let Some(name) = typed.some("to_whom") {
        return Ok(Receiver::Person(somebody(room, name)?));
    }
    Receiver::parse(typed.text("receiver")).ok_or_else(|| No::PromiseNeedsBoth.into())
}

/// A line, what it is a line of, and what it says.
pub(crate) struct OfLine {
    pub here: Here,
    pub line: LineRow,
    pub opened: Opened,
}

/// A line whose words whoever is in the room may read.
pub(crate) fn of_line(room: &mut Room<'_>, id: LineId) -> Result<OfLine, Stop> {
    let me = takes_part(room)?;
    let line = tables::line(room.conn, me.network, id)?;
    let opened = line.open(&room.house.vault)?;
    let row = tables::container(room.conn, me.network, line.container_id)?;
    let quoted = super::quoted(room, &row)?;
    let reads = match line.part {
        Part::Promise | Part::Change => sight::named(&row, opened.whose).includes(&room.viewer),
        Part::Stays => sight::stays(&row, &quoted, &me).includes(&room.viewer),
        _ => {
            sight::named(&row, opened.whose).includes(&room.viewer)
                || sight::draft(&row, &quoted).includes(&room.viewer)
        }
    };
    if !reads {
        return Err(Stop::NotThere);
    }
    let here = here_for(room, me, row)?;
    Ok(OfLine { here, line, opened })
}

/// What somebody is to a gathering, whether or not they were invited to it.
fn here_for(room: &mut Room<'_>, me: Member, row: ContainerRow) -> Result<Here, Stop> {
    Ok(Here {
        gate: campaign::gate_of(room, &row)?,
        host: row.hosts().contains(&me.id),
        writes: sight::hosting(&row).includes(&room.viewer),
        steward: people::looks_after(room.conn, &me, row.circle_id, room.now)?,
        of_circle: me.circles.contains(&row.circle_id),
        invited: sight::invitation(&row).includes(&room.viewer),
        me,
        row,
    })
}

/// Other words of a line: whoever said yes to the words before is asked anew.
pub(crate) fn reword(room: &mut Room<'_>, id: LineId, typed: &Typed) -> Result<ContainerId, Stop> {
    let OfLine {
        mut here,
        mut line,
        opened,
    } = of_line(room, id)?;
    if !here.writes {
        return Err(No::HostsOnly.into());
    }
    let words = typed.at_most("line", LINE)?;
    if words.is_empty() {
        return Err(No::WordsNeeded.into());
    }
    if typed.text("version") != line.version.to_string() {
        return Err(No::ChangedMeanwhile.into());
    }
    let rule = here.rule(room).write(room.now)?;
    let key = line.key(&room.house.vault)?;
    let again = line.line(&opened).reword();
    line.words = key.seal(line.row(), "words", words)?;
    line.version += 1;
    line.take_on(&room.house.vault, again)?;
    tables::put_line(room.conn, &line)?;
    save(room, &mut here, rule)?;
    Ok(here.row.id)
}

/// A line is taken out: by those who write it, or by whoever it is of, at any time, shared or not.
pub(crate) fn take_out(room: &mut Room<'_>, id: LineId) -> Result<ContainerId, Stop> {
    let OfLine { here, line, opened } = of_line(room, id)?;
    if !here.writes && opened.whose != Some(here.me.id) {
        return Err(No::HostsOnly.into());
    }
    tables::remove_line(room.conn, line.id)?;
    set_fact(room.conn, line.network_id, ERASED, "yes")?;
    Ok(here.row.id)
}

/// Whoever said it says yes to its leaving the room.
pub(crate) fn yes(room: &mut Room<'_>, id: LineId) -> Result<ContainerId, Stop> {
    let OfLine {
        here,
        mut line,
        opened,
    } = of_line(room, id)?;
    if line.part != Part::Quote {
        return Err(Stop::NotThere);
    }
    let rule = line.line(&opened).yes(here.me.id)?;
    line.take_on(&room.house.vault, rule)?;
    tables::put_line(room.conn, &line)?;
    Ok(here.row.id)
}

/// A host heard the yes of somebody without an account.
pub(crate) fn heard(room: &mut Room<'_>, id: LineId) -> Result<ContainerId, Stop> {
    let OfLine {
        here,
        mut line,
        opened,
    } = of_line(room, id)?;
    if !here.host {
        return Err(No::HostsOnly.into());
    }
    let rule = line.line(&opened).heard(here.me.id)?;
    line.take_on(&room.house.vault, rule)?;
    tables::put_line(room.conn, &line)?;
    Ok(here.row.id)
}

/// Whoever said that they would do it takes it on: it is offered, and nothing until the receiver wants it.
/// The line itself is done with.
pub(crate) fn take(room: &mut Room<'_>, id: LineId) -> Result<String, Stop> {
    let OfLine { here, line, opened } = of_line(room, id)?;
    if line.part != Part::Promise {
        return Err(Stop::NotThere);
    }
    line.line(&opened).yes(here.me.id)?;
    if here.me.is_resting() {
        return Err(No::YouRest.into());
    }
    let to = opened.party.as_deref().and_then(Receiver::parse);
    let made = take_on(room, to.ok_or(No::PromiseNeedsBoth)?, &opened.words)?;
    tables::remove_line(room.conn, line.id)?;
    set_fact(room.conn, line.network_id, ERASED, "yes")?;
    Ok(made.to_string())
}

/// The draft goes back to the room, which has it before anybody else.
pub(crate) fn to_the_room(room: &mut Room<'_>, id: ContainerId) -> Result<(), Stop> {
    let mut here = written(room, id)?;
    let lines = tables::lines_of(room.conn, here.row.network_id, id)?;
    let there = |part: Part| {
        let also = match part {
            Part::Heard => Part::Quote,
            part => part,
        };
        lines
            .iter()
            .any(|line| line.part == part || line.part == also)
    };
    let missing = Part::CHOIR.into_iter().filter(|part| !there(*part));
    let missing = missing.count();
    let rule = here
        .rule(room)
        .to_the_room((lines.len(), missing), room.now)?;
    save(room, &mut here, rule)
}

/// Somebody of the room would have something otherwise.
pub(crate) fn ask_change(room: &mut Room<'_>, id: ContainerId, typed: &Typed) -> Result<(), Stop> {
    let here = look(room, id)?;
    let quoted = super::quoted(room, &here.row)?;
    if !sight::room(&here.row, &quoted).includes(&room.viewer) {
        return Err(Stop::NotThere);
    }
    if here.row.stage != Stage::Room {
        return Err(No::NotNow.into());
    }
    let words = typed.at_most("change_to", LINE)?;
    if words.is_empty() {
        return Err(No::WordsNeeded.into());
    }
    let new = NewLine {
        part: Part::Change,
        words,
        whose: Some(here.me.id),
        party: None,
    };
    add(room.conn, room.house, &here.row, &new)?;
    Ok(())
}

/// It goes one step further: by one host to the circle, by both beyond it.
pub(crate) fn share(
    room: &mut Room<'_>,
    id: ContainerId,
    to: Option<Wide>,
) -> Result<Option<Wide>, Stop> {
    let mut here = held(room, id)?;
    let to = to.ok_or(No::OneStep)?;
    let lines = tables::lines_of(room.conn, here.row.network_id, id)?;
    let changes = lines.iter().filter(|line| line.part == Part::Change);
    let what = Share {
        to,
        by: here.me.id,
        changes: changes.count(),
    };
    let before = here.row.shared_to;
    let rule = here.rule(room).share(what, room.now)?;
    save(room, &mut here, rule)?;
    Ok(here.row.shared_to.filter(|_| here.row.shared_to != before))
}

/// It is taken back a step, or wholly: at once, by one of those who hold it.
pub(crate) fn narrow(room: &mut Room<'_>, id: ContainerId) -> Result<(), Stop> {
    let mut here = held(room, id)?;
    here.row.shared_to = match here.row.shared_to {
        Some(Wide::Public) => Some(Wide::Network),
        Some(Wide::Network) => Some(Wide::Circle),
        _ => return Err(No::NotNow.into()),
    };
    here.row.share_asked = None;
    here.row.share_by = None;
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// Whoever leaves: what they said goes, but where they said yes and let their words stay without a name.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    (person, words_stay): (PersonId, bool),
) -> Result<(), Stop> {
    for mut line in tables::lines_of_somebody(conn, house.network().id)? {
        if line.open(&house.vault)?.whose != Some(person) {
            continue;
        }
        if words_stay && line.part == Part::Quote && line.said == Said::Yes {
            line.whose = None;
            tables::put_line(conn, &line)?;
        } else {
            tables::remove_line(conn, line.id)?;
        }
    }
    Ok(())
}
