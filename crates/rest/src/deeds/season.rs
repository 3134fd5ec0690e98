//! Rest seasons: planned, kept alive by a willing few, called off.

use crate::{
    rules::{Lifeline, LifelineId, REACH_LIMIT, RestRefusal as No, Season, SeasonId, SeasonStage},
    tables::{self, LIFELINES, LifelineRow, SeasonRow},
};
use kernel::{CircleId, Day, Standing};
use store::{AnyConnection, Stop};
use web::{Room, Typed};

/// So long after its end a season is kept, for the page of what changed.
const KEPT_DAYS: i32 = 120;

/// Whether whoever is in the room plans seasons of a circle, or of the whole.
pub(crate) fn plans(room: &mut Room<'_>, circle: Option<CircleId>) -> Result<bool, Stop> {
    let me = room.member()?;
    match circle {
        None => people::looks_after_the_whole(room.conn, &me, room.now),
        Some(_) if !me.standing.reads_as_member() => Ok(false),
        Some(circle) => people::looks_after(room.conn, &me, circle, room.now),
    }
}

/// A season is told.
pub(crate) fn plan(room: &mut Room<'_>, typed: &Typed) -> Result<SeasonId, Stop> {
    let me = room.member()?;
    let circle = match typed.some("circle") {
        None => None,
        Some(text) => Some(CircleId::parse(text).ok_or(Stop::NotThere)?),
    };
    if let Some(circle) = circle {
        people::circle(room.conn, me.network, circle)?;
    }
    if !plans(room, circle)? {
        return Err(No::NotYoursToPlan.into());
    }
    let day = |name: &str| Day::parse(typed.text(name)).ok_or(No::DayNotUnderstood);
    let season = Season::plan(day("from")?, day("to")?, room.today)?;
    let others = tables::seasons(room.conn, me.network)?;
    let meets = |other: &SeasonRow| {
        other.circle_id == circle && other.from_on <= season.to && season.from <= other.to_on
    };
    if others.iter().any(meets) {
        return Err(No::SeasonThere.into());
    }
    let row = SeasonRow {
        id: SeasonId::new(&*room.house.chance),
        network_id: me.network,
        circle_id: circle,
        from_on: season.from,
        to_on: season.to,
        stage: season.stage,
        ends_on: season.to.plus(KEPT_DAYS),
    };
    tables::add_season(room.conn, &row)?;
    Ok(row.id)
}

fn planned_by_me(room: &mut Room<'_>, id: SeasonId) -> Result<SeasonRow, Stop> {
    let me = room.member()?;
    let row = tables::season(room.conn, me.network, id)?;
    match plans(room, row.circle_id)? {
        true => Ok(row),
        false => Err(No::NotYoursToPlan.into()),
    }
}

/// It is called off, before it began.
pub(crate) fn call_off(room: &mut Room<'_>, id: SeasonId) -> Result<(), Stop> {
    let mut row = planned_by_me(room, id)?;
    row.stage = row.season().call_off()?.stage;
    Ok(tables::save_season(room.conn, &row)?)
}

/// Something that goes on meanwhile.
pub(crate) fn keep_alive(room: &mut Room<'_>, id: SeasonId, typed: &Typed) -> Result<(), Stop> {
    let row = planned_by_me(room, id)?;
    if row.stage != SeasonStage::Planned {
        return Err(No::SeasonBegan.into());
    }
    let duty = typed.at_most("duty", REACH_LIMIT)?;
    if duty.is_empty() {
        return Err(No::DutyNeeded.into());
    }
    let fresh = room
        .house
        .vault
        .fresh::<LifelineId>(row.network_id, LIFELINES)?;
    let line = LifelineRow {
        id: fresh.id,
        network_id: row.network_id,
        season_id: row.id,
        duty: fresh.seal("duty", duty)?,
        paused: None,
        ends_on: row.ends_on,
        row_key: fresh.row_key,
    };
    Ok(tables::put_lifeline(room.conn, &line)?)
}

/// A lifeline of a season that this viewer may see: members, and partners' liaisons.
pub(crate) fn look(room: &mut Room<'_>, id: LifelineId) -> Result<(LifelineRow, SeasonRow), Stop> {
    sees(room)?;
    let line = tables::lifeline(room.conn, room.network.id, id)?;
    let season = tables::season(room.conn, room.network.id, line.season_id)?;
    Ok((line, season))
}

/// Seasons are for members, and for partners who may keep something alive.
pub(crate) fn sees(room: &mut Room<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    match me.standing.reads_as_member() || !me.liaison_of.is_empty() {
        true => Ok(()),
        false => Err(Stop::NotThere),
    }
}

/// "I'll keep it alive", or not after all. Whoever rests is asked for nothing, by themselves included.
pub(crate) fn willing(room: &mut Room<'_>, id: LifelineId, yes: bool) -> Result<SeasonId, Stop> {
    let (line, season) = look(room, id)?;
    let me = room.member()?;
    if yes && me.standing == Standing::Resting {
        return Err(No::CoverRests.into());
    }
    match yes {
        true => tables::is_willing(room.conn, &line, me.id)?,
        false => tables::not_willing(room.conn, me.network, line.id, me.id)?,
    }
    Ok(season.id)
}

/// It is paused instead, in a sentence everybody reads; without words it is not.
pub(crate) fn pause(room: &mut Room<'_>, id: LifelineId, typed: &Typed) -> Result<SeasonId, Stop> {
    let (mut line, season) = look(room, id)?;
    planned_by_me(room, season.id)?;
    let words = typed.at_most("words", REACH_LIMIT)?;
    if words.is_empty() {
        return Err(No::WordsNeeded.into());
    }
    let key = line.key(&room.house.vault)?;
    line.paused = Some(key.seal(line.row(), "paused", words)?);
    tables::put_lifeline(room.conn, &line)?;
    Ok(season.id)
}

/// What a season keeps alive, as the rule looks at it. Of those who are willing, whoever rests by now
/// does not count.
pub(crate) fn lifelines(conn: &mut AnyConnection, row: &SeasonRow) -> Result<Vec<Lifeline>, Stop> {
    let mut all = Vec::new();
    for line in tables::lifelines_of(conn, row.network_id, row.id)? {
        let mut willing = 0;
        for person in tables::willing(conn, row.network_id, line.id)? {
            let standing = people::standing_of(conn, row.network_id, person)?;
            willing += usize::from(matches!(
                standing,
                Some(standing) if !standing.rests() && standing != Standing::Left
            ));
        }
        all.push(Lifeline {
            willing,
            paused: line.paused.is_some(),
        });
    }
    Ok(all)
}
