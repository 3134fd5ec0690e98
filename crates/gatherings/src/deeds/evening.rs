//! It took place: the next date, who holds the next one, who writes the harvest. And endings on purpose.

use super::{
    held, held_or_kept,
    hosting::{New, sealed, usual_program},
    look, minute_of, somebody,
};
use crate::{
    rules::{ContainerId, GatherRefusal as No, Kind, LONGEST_DAYS, Said, Stage, Wide},
    tables::{self, ContainerRow, Words},
};
use kernel::{Day, PersonId};
use store::Stop;
use web::{Room, Typed};

/// It took place, and closes: the next date and other hosts where there is a next one, and whoever writes
/// the harvest. How many came is not written down.
pub(crate) fn gathered(room: &mut Room<'_>, id: ContainerId, typed: &Typed) -> Result<(), Stop> {
    let mut here = held(room, id)?;
    let rule = here.rule(room).gathered(room.now)?;
    here.row.take_on(rule);
    here.row.keeper_id = match typed.some("keeper_of") {
        Some(name) => Some(somebody(room, name)?),
        None => None,
    };
    tables::put_container(room.conn, &here.row)?;
    if here.row.season_id.is_none() && typed.some("next_on").is_some() {
        next(room, &here.row, typed)?;
    }
    Ok(())
}

/// How long each has the piece in a round that is begun here, and the breath between two, in seconds; the
/// sheet of the round says the same.
const TURN: i64 = 120;
const BREATH: i64 = 6;

/// One of the two begins a live round with its question and how they are with one another; where it is
/// open to all, for whoever has the address. Nothing of the round is written anywhere.
pub(crate) fn begin_round(room: &mut Room<'_>, id: ContainerId) -> Result<String, Stop> {
    let me = room.member()?.id;
    let here = held(room, id)?;
    if here.row.stage != Stage::Invited {
        return Err(No::NotNow.into());
    }
    let said = here.row.open(&room.house.vault)?;
    let called = people::called(room, me)?;
    rounds::open(
        room.house,
        rounds::Opening {
            question: said.question.unwrap_or_default(),
            agreements: said.agreements.unwrap_or_default(),
            keeper: me,
            called: Some(called),
            circle: match here.row.open_to {
                Wide::Circle => Some(here.row.circle_id),
                _ => None,
            },
            shape: rounds::rules::Shape {
                seconds: TURN,
                pause: BREATH,
                again: true,
            },
            names: Vec::new(),
        },
    )
}

/// The next one, held by another pair; they say yes themselves.
fn next(room: &mut Room<'_>, row: &ContainerRow, typed: &Typed) -> Result<(), Stop> {
    let latest = room.today.plus(LONGEST_DAYS);
    let day = Day::parse(typed.text("next_on"))
        .filter(|day| *day > room.today && *day <= latest)
        .ok_or(No::DayNeeded)?;
    let minute = minute_of(typed.text("next_at")).unwrap_or(row.starts_minute);
    let mut pair: Vec<PersonId> = Vec::new();
    for name in ["next_host", "next_second"] {
        if let Some(name) = typed.some(name) {
            pair.push(somebody(room, name)?);
        }
    }
    let [first, second] = pair[..] else {
        return Err(No::SecondNeeded.into());
    };
    if first == second {
        return Err(No::NotWithOneself.into());
    }
    let now = row.seats();
    if now.contains(&first) && now.contains(&second) {
        return Err(No::SamePair.into());
    }
    let said = row.open(&room.house.vault)?;
    let new = New {
        circle: row.circle_id,
        kind: row.kind,
        shape: row.shape,
        open_to: row.open_to,
        season: None,
        within: row.within_id,
        before: Some(row.id),
        hosts: [Some((first, Said::Asked)), Some((second, Said::Asked))],
        words: Words {
            question: None,
            program: said
                .program
                .or_else(|| Some(usual_program(room, row.shape))),
            ..said
        },
        day,
        minute,
        ends: match row.kind {
            Kind::Gathering | Kind::Choir => day,
            _ => row.review_on.max(day),
        },
    };
    let next = sealed(room.house, new)?;
    Ok(tables::put_container(room.conn, &next)?)
}

/// Nobody has written the harvest in its time: whoever of the circle takes it on.
pub(crate) fn take_on_harvest(room: &mut Room<'_>, id: ContainerId) -> Result<(), Stop> {
    let mut here = look(room, id)?;
    if !here.of_circle || !here.me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let writing = matches!(here.row.stage, Stage::Gathered | Stage::Draft);
    let due = here.row.on_day.plus(crate::rules::LETTER_DAYS);
    if !writing || room.today <= due {
        return Err(No::NotNow.into());
    }
    here.row.keeper_id = Some(here.me.id);
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// It ends with thanks, or rests.
pub(crate) fn end(room: &mut Room<'_>, id: ContainerId, rests: bool) -> Result<(), Stop> {
    let mut here = held_or_kept(room, id)?;
    let rule = here.rule(room).end(rests)?;
    here.row.take_on(rule);
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// What rested is taken up again, until another day.
pub(crate) fn take_up(room: &mut Room<'_>, id: ContainerId, ends: Option<Day>) -> Result<(), Stop> {
    let mut here = held_or_kept(room, id)?;
    let rule = here.rule(room).take_up(ends, room.today)?;
    here.row.take_on(rule);
    if matches!(here.row.kind, Kind::Gathering | Kind::Choir) {
        here.row.on_day = here.row.review_on;
    }
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// It goes on until another day.
pub(crate) fn go_on(room: &mut Room<'_>, id: ContainerId, ends: Option<Day>) -> Result<(), Stop> {
    let mut here = held(room, id)?;
    let rule = here.rule(room).go_on(ends, room.today)?;
    here.row.take_on(rule);
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// What a campaign is for has come.
pub(crate) fn end_is_met(room: &mut Room<'_>, id: ContainerId) -> Result<(), Stop> {
    let mut here = held_or_kept(room, id)?;
    let rule = here.rule(room).end_is_met(room.today)?;
    here.row.take_on(rule);
    Ok(tables::put_container(room.conn, &here.row)?)
}
