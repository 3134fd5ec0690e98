//! The rapid lane: what acts now, what is to be looked at, three questions, and one use of it.

use crate::{
    deeds::lane::{self as deed, ANSWER_LIMIT, STEP_LIMIT},
    rules::{LaneStage, RapidId, USUAL_HOURS, Verdict, VoiceFrom, is_often},
    sight,
    tables::{self, RapidRow},
};
use askama::Template;
use kernel::{Audience, CircleId, Guarded, Member};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

/// A season, in days, over which it is asked whether the lane is used often.
const SEASON_DAYS: i32 = 91;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/rapid", list),
        Route::page("/rapid/new", new),
        Route::deed("/rapid", open),
        Route::page_of("/rapid/{id}", page),
        Route::deed_on("/rapid/{id}/cosign", cosign),
        Route::deed_on("/rapid/{id}/voice", voice),
        Route::deed_on("/rapid/{id}/step", step),
        Route::deed_on("/rapid/{id}/end", end),
        Route::deed_on("/rapid/{id}/review", review),
        Route::deed_on("/rapid/{id}/propose", propose),
    ]
}

struct Line {
    id: String,
    step: String,
    words: String,
}

#[derive(Template)]
#[template(path = "rapids.html")]
struct List {
    frame: Frame,
    now: Vec<Line>,
    before: Vec<Line>,
    often: Vec<String>,
    may_open: bool,
}

fn list(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deed::acts(room)?;
    let (mut now, mut before) = (Vec::new(), Vec::new());
    let rows = tables::rapids_here(room.conn, me.network)?;
    for row in &rows {
        let Some(step) = step_of(room, row)? else {
            continue;
        };
        let line = Line {
            id: row.id.to_string(),
            step,
            words: stands(room, row),
        };
        match row.stage {
            LaneStage::Waits | LaneStage::Live | LaneStage::Ended => now.push(line),
            LaneStage::Reviewed => before.push(line),
            LaneStage::Gone | LaneStage::Proposed => {}
        }
    }
    let often = often(room, &me, &rows)?;
    room.page(&List {
        frame: room.frame(room.tongue.say("rapid-title")),
        now,
        before,
        often,
        may_open: !me.circles.is_empty(),
    })
}

/// The smallest step, as this viewer reads it.
pub(super) fn step_of(room: &mut Room<'_>, row: &RapidRow) -> Result<Option<String>, Stop> {
    let who = deed::readers(room, row)?;
    let key = row.key(&room.house.vault)?;
    let step = Guarded::new(key.open(row.row(), "step", &row.step)?, who);
    Ok(step.seen_by(&room.viewer).cloned())
}

/// Where it stands, in a few words.
pub(super) fn stands(room: &Room<'_>, row: &RapidRow) -> String {
    let tongue = &room.tongue;
    let when = [(
        "when",
        tongue.moment(row.until_at, &room.network.zone).into(),
    )];
    match (row.stage, row.verdict) {
        (LaneStage::Waits, _) => tongue.say("rapid-waits").to_owned(),
        (LaneStage::Live, _) => tongue.tell("rapid-live", &when),
        (LaneStage::Ended, _) => tongue.tell("rapid-ended", &[("day", row.review_on.into())]),
        (LaneStage::Gone, _) => tongue.say("rapid-gone").to_owned(),
        (LaneStage::Proposed, _) => tongue.say("rapid-proposed").to_owned(),
        (LaneStage::Reviewed, Some(Verdict::CouldWait)) => {
            tongue.say("rapid-could-wait").to_owned()
        }
        (LaneStage::Reviewed, Some(Verdict::MadeUrgent)) => {
            tongue.say("rapid-made-urgent").to_owned()
        }
        (LaneStage::Reviewed, _) => tongue.say("rapid-real").to_owned(),
    }
}

/// In which of my circles more than a fifth of a season's decisions were rapid.
fn often(room: &mut Room<'_>, me: &Member, rows: &[RapidRow]) -> Result<Vec<String>, Stop> {
    let since = room.today.plus(-SEASON_DAYS);
    let zone = room.network.zone.clone();
    let mut all = Vec::new();
    for (circle, name) in people::my_circles(room, me)? {
        let used = |row: &&RapidRow| {
            let on = row.live_at.map(|at| zone.day_of(at));
            row.circle_id == circle && on.is_some_and(|on| on >= since)
        };
        let rapid = rows.iter().filter(used).count();
        let ordinary = decisions::adopted_since(room, circle, since)?;
        if is_often(rapid, ordinary) {
            let said = [
                ("circle", name.into()),
                ("n", rapid.into()),
                ("all", (rapid + ordinary).into()),
            ];
            all.push(room.tongue.tell("rapid-often", &said));
        }
    }
    Ok(all)
}

#[derive(Template)]
#[template(path = "rapid_new.html")]
struct New {
    frame: Frame,
    circles: Vec<(CircleId, String)>,
    caucuses: Vec<String>,
    limit: usize,
    hours: i32,
    audience: AudienceLine,
    voice_audience: AudienceLine,
}

fn new(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deed::acts(room)?;
    let circles = people::my_circles(room, &me)?;
    if circles.is_empty() {
        return Err(Stop::NotThere);
    }
    let caucuses = decisions::caucus_names(room)?;
    let tongue = room.tongue.clone();
    room.page(&New {
        frame: room.frame(tongue.say("rapid-new-title")),
        circles,
        caucuses,
        limit: ANSWER_LIMIT,
        hours: USUAL_HOURS,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-rapid"),
        voice_audience: AudienceLine::new(&tongue, Audience::Circle, "audience-rapid-voice"),
    })
}

struct Step {
    words: String,
    cost: String,
    when: String,
}

#[derive(Template)]
#[template(path = "rapid.html")]
struct Page {
    frame: Frame,
    id: String,
    stands: String,
    happens: String,
    says: String,
    voice: Option<String>,
    voice_from: String,
    learned: String,
    second: String,
    cap: String,
    steps: Vec<Step>,
    of_circle: bool,
    waits: bool,
    live: bool,
    ended: bool,
    needs_second: bool,
    may_cosign: bool,
    needs_voice: bool,
    may_hear: bool,
    may_review: bool,
    verdicts: Vec<(&'static str, String)>,
    limit: usize,
    step_limit: usize,
    audience: AudienceLine,
    voice_audience: AudienceLine,
}

fn id_of(id: &str) -> Result<RapidId, Stop> {
    RapidId::parse(id).ok_or(Stop::NotThere)
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let (me, row) = deed::read(room, id_of(id)?)?;
    let who = deed::readers(room, &row)?;
    let convenor = deed::convenor(room, &row)?;
    let key = row.key(&room.house.vault)?;
    let opened = Guarded::new(
        (
            key.open(row.row(), "happens", &row.happens)?,
            key.open(row.row(), "says", &row.says)?,
            key.open(row.row(), "step", &row.step)?,
            key.open_some(row.row(), "learned", row.learned.as_ref())?,
        ),
        who.clone(),
    );
    let (happens, says, step, learned) = opened
        .seen_by(&room.viewer)
        .cloned()
        .ok_or(Stop::NotThere)?;
    let voice = key.open_some(row.row(), "voice", row.voice.as_ref())?;
    let voice = Guarded::new(voice, sight::voice(row.circle_id, convenor));
    let voice = voice.seen_by(&room.viewer).cloned().flatten();
    let of_circle = me.circles.contains(&row.circle_id);
    let tongue = room.tongue.clone();
    let steps = match of_circle {
        true => steps(room, &row)?,
        false => Vec::new(),
    };
    let spent = deed::spent(room, &row)?;
    let cap = [
        ("cap", i64::from(row.cap).into()),
        ("spent", i64::from(spent).into()),
    ];
    let lane = row.lane();
    let (waits, live) = (row.stage == LaneStage::Waits, lane.is_live(room.now));
    let second = match row.cosigner_id {
        Some(person) => {
            let name = people::called_for(room, person, who)?;
            tongue.tell("rapid-cosigned", &[("name", name.into())])
        }
        None => String::new(),
    };
    let opener = row.opener_id == Some(me.id);
    room.page(&Page {
        id: row.id.to_string(),
        stands: stands(room, &row),
        happens,
        says,
        voice_from: match (&voice, row.voice_from) {
            (None, VoiceFrom::CaucusAsked) => tongue.say("rapid-voice-asked").to_owned(),
            (None, _) => String::new(),
            (Some(_), VoiceFrom::Caucus) => tongue.say("rapid-voice-caucus").to_owned(),
            (Some(_), _) => tongue.say("rapid-voice-themself").to_owned(),
        },
        voice,
        learned: learned.unwrap_or_default(),
        second,
        cap: tongue.tell("rapid-cap-left", &cap),
        steps,
        of_circle,
        waits,
        live,
        ended: row.stage == LaneStage::Ended,
        needs_second: waits && !lane.cosigned,
        may_cosign: of_circle && !opener,
        needs_voice: waits && !lane.voice.is_heard(),
        may_hear: of_circle || convenor == Some(me.id),
        may_review: of_circle && !opener && row.stage == LaneStage::Ended,
        verdicts: Verdict::ALL
            .iter()
            .map(|one| {
                let key = match one {
                    Verdict::Real => "rapid-real",
                    Verdict::CouldWait => "rapid-could-wait",
                    Verdict::MadeUrgent => "rapid-made-urgent",
                };
                (one.as_str(), tongue.say(key).to_owned())
            })
            .collect(),
        limit: ANSWER_LIMIT,
        step_limit: STEP_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-rapid"),
        voice_audience: AudienceLine::new(&tongue, Audience::Circle, "audience-rapid-voice"),
        frame: room.frame(step),
    })
}

fn steps(room: &mut Room<'_>, row: &RapidRow) -> Result<Vec<Step>, Stop> {
    let mut all = Vec::new();
    for step in tables::steps_of(room.conn, row.network_id, row.id)? {
        let key = step.key(&room.house.vault)?;
        let words = key.open(step.row(), "words", &step.words)?;
        let words = Guarded::new(words, sight::voice(row.circle_id, None));
        let Some(words) = words.seen_by(&room.viewer).cloned() else {
            continue;
        };
        all.push(Step {
            words,
            cost: match step.cost {
                0 => String::new(),
                cost => cost.to_string(),
            },
            when: room.tongue.day(step.done_on),
        });
    }
    Ok(all)
}

fn open(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let id = deed::open(room, typed)?;
    Ok(Reply::go(format!("/rapid/{id}?said=rapid-opened")))
}

fn cosign(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::cosign(room, id)?;
    Ok(Reply::go(format!("/rapid/{id}?said=saved")))
}

fn voice(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::hear(room, id, typed)?;
    Ok(Reply::go(format!("/rapid/{id}?said=saved")))
}

fn step(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::step(room, id, typed)?;
    Ok(Reply::go(format!("/rapid/{id}?said=saved")))
}

fn end(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::end(room, id)?;
    Ok(Reply::go(format!("/rapid/{id}?said=saved")))
}

fn review(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::review(room, id, typed)?;
    Ok(Reply::go(format!("/rapid/{id}?said=saved")))
}

fn propose(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = deed::propose(room, id_of(id)?)?;
    Ok(Reply::go(format!("/decisions/{id}?said=proposed")))
}
