//! One commitment: what was promised, its coming times, and what whoever gives or receives it can do.

use super::{commitment, words};
use crate::{
    deeds::{self, times::Turn},
    rules::{LOOK_DAYS, Stage},
    tables::{self, CommitmentRow, TimeState, clock_from},
};
use askama::Template;
use kernel::{Audience, Day};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, WEEKDAYS};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page_of("/commitments/{id}", page)]
}

/// One coming time.
struct TimeLine {
    day: String,
    words: String,
    note: Option<String>,
    /// "I can't this time".
    cant: bool,
    /// "I can after all".
    can: bool,
    /// Another time was offered; the receiver says whether it works.
    works: bool,
    /// Another time can be offered.
    other: bool,
}

/// Somebody who would stand in again.
struct Again {
    id: String,
    words: String,
    both: bool,
}

#[derive(Template)]
#[template(path = "commitment.html")]
struct One {
    frame: Frame,
    id: String,
    words: String,
    between: String,
    much: Option<String>,
    when: Option<String>,
    kind: String,
    stage: Option<String>,
    audience: AudienceLine,
    times: Vec<TimeLine>,
    again: Vec<Again>,
    gives: bool,
    receives: bool,
    offered: bool,
    living: bool,
    resting: bool,
    aside: bool,
    handing: bool,
    /// It can be kept now.
    keep: bool,
    keep_until: String,
    today: String,
    latest: String,
    /// Days it falls on, to ease it to fewer.
    days: Vec<words::Choice>,
    wakes: Option<String>,
    wakes_left: Option<String>,
    wake: bool,
    sight_asked: bool,
    sight_wide: bool,
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let row = deeds::look(room, commitment(id)?)?;
    let treasury = deeds::treasury(room)?;
    let said = words::said(room, &row, treasury)?;
    let said = said.seen_by(&room.viewer).ok_or(Stop::NotThere)?;
    let gives = deeds::speaks_for(room, row.from())?;
    let receives = deeds::speaks_for(room, row.to())?;
    let side = row.from().who().includes(&room.viewer)
        || row.to().who().includes(&room.viewer)
        || gives
        || receives;
    let (from, to) = (
        words::party(room, row.from())?,
        words::party(room, row.to())?,
    );
    let tongue = room.tongue.clone();
    let living = row.stage.is_living();
    let mut times = Vec::new();
    if side && (living || row.stage == Stage::Resting) {
        for turn in deeds::times::coming(room, &row)? {
            times.push(time_line(room, &row, turn, (gives, receives))?);
        }
    }
    let mut again = Vec::new();
    if gives {
        for row in tables::stand_ins_of(room.conn, row.network_id, row.id)? {
            let name = words::called(room, row.would_id)?;
            let key = if row.liked {
                "commit-again-both"
            } else {
                "commit-again-would"
            };
            again.push(Again {
                id: row.would_id.to_string(),
                words: tongue.tell(key, &[("name", name.into())]),
                both: row.liked,
            });
        }
    }
    let (mut wakes, mut wakes_left, mut wake) = (None, None, false);
    if let Some(clause) = row.clause() {
        let when = said.wakes_when.clone().unwrap_or_default();
        let args = [
            ("when", when.into()),
            ("people", i64::from(clause.people).into()),
            ("hours", i64::from(clause.hours).into()),
        ];
        wakes = Some(tongue.tell("commit-clause", &args));
        let used: Vec<_> = tables::wakings_of(room.conn, row.network_id, row.id)?
            .iter()
            .map(|waking| waking.woken_at)
            .collect();
        let left = clause.left(&used, room.now);
        if side {
            let args = [
                ("left", i64::from(left).into()),
                ("uses", i64::from(clause.uses).into()),
            ];
            wakes_left = Some(tongue.tell("commit-clause-left", &args));
        }
        let may = receives || row.to().who().includes(&room.viewer);
        wake = may && living && left > 0;
    }
    let week: Vec<words::Choice> = row
        .recurrence()
        .map(|when| when.weekdays())
        .unwrap_or_default()
        .into_iter()
        .map(|day| {
            let at = usize::from(day.to_monday_zero_offset().unsigned_abs()).min(6);
            words::Choice {
                value: (at + 1).to_string(),
                words: tongue.say(WEEKDAYS[at]).to_owned(),
                chosen: true,
            }
        })
        .collect();
    let review = room.today.max(row.review_on);
    room.page(&One {
        frame: room.frame(said.words.clone()),
        id: row.id.to_string(),
        words: said.words.clone(),
        between: tongue.tell(
            "commit-between",
            &[("from", from.into()), ("to", to.into())],
        ),
        much: said.much.clone(),
        when: row
            .recurrence()
            .map(|when| words::when_words(&tongue, &when)),
        kind: words::kind(&tongue, row.kind).to_owned(),
        stage: side.then(|| words::stage(&tongue, &row)),
        audience: audience(room, &row),
        times,
        again,
        gives,
        receives,
        offered: row.stage == Stage::Offered,
        living,
        resting: row.stage == Stage::Resting,
        aside: row.stage == Stage::SetAside,
        handing: row.stage == Stage::HandingOver,
        keep: living
            && (row.stage != Stage::Active || room.today >= row.review_on.plus(-LOOK_DAYS)),
        keep_until: deeds::offer::usual_review(review).to_string(),
        today: room.today.plus(1).to_string(),
        latest: room
            .today
            .plus(crate::rules::LONGEST_REVIEW_DAYS)
            .to_string(),
        days: if week.len() > 1 { week } else { Vec::new() },
        wakes,
        wakes_left,
        wake,
        sight_asked: row.sight_asked.is_some() && living,
        sight_wide: row.sight == crate::rules::Sight::Network,
    })
}

fn audience(room: &Room<'_>, row: &CommitmentRow) -> AudienceLine {
    use crate::rules::{Kind, Sight};
    let (reach, key) = match (row.sight, row.kind) {
        (Sight::Network, _) => (Audience::Network, "audience-commitment-network"),
        (Sight::Sides, Kind::Money) => (Audience::Named, "audience-commitment-money"),
        (Sight::Sides, _) => (Audience::Named, "audience-commitment"),
    };
    AudienceLine::new(&room.tongue, reach, key)
}

fn time_line(
    room: &mut Room<'_>,
    row: &CommitmentRow,
    turn: Turn,
    (gives, receives): (bool, bool),
) -> Result<TimeLine, Stop> {
    let words = words::time_words(room, &turn.time);
    let tongue = room.tongue.clone();
    let living = row.stage.is_living();
    let day = turn.day().to_string();
    let mut line = TimeLine {
        day,
        words,
        note: None,
        cant: gives && living,
        can: false,
        works: false,
        other: false,
    };
    let Some(changed) = turn.changed else {
        return Ok(line);
    };
    let other = changed.other_day.map(|day: Day| {
        let clock = changed.other_clock.as_deref().and_then(clock_from);
        words::day_and_clock(room, day, clock)
    });
    match changed.state {
        TimeState::StandIn => {
            let name = match changed.stand_in {
                Some(person) => words::called(room, person)?,
                None => String::new(),
            };
            line.note = Some(tongue.tell("commit-time-stand-in", &[("name", name.into())]));
            line.cant = false;
        }
        TimeState::Open => {
            line.note = Some(match &other {
                Some(other) => {
                    let args = [("other", other.clone().into())];
                    tongue.tell("commit-time-other", &args)
                }
                None => tongue.say("commit-time-open").to_owned(),
            });
            line.cant = false;
            line.can = gives;
            line.other = gives;
            line.works = receives && other.is_some();
        }
        TimeState::Moved => {
            let args = [("other", other.unwrap_or_default().into())];
            line.note = Some(tongue.tell("commit-time-moved", &args));
        }
    }
    Ok(line)
}
