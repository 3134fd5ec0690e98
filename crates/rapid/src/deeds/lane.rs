//! The rapid lane, from three answers to how it was.

use crate::{
    rules::{
        Lane, LaneStage, RapidId, RapidRefusal as No, StepId, USUAL_HOURS, Verdict, VoiceFrom,
    },
    sight,
    tables::{self, RAPIDS, RapidRow, STEPS, StepRow},
};
use decisions::{play::Proposed, rules::ProposalId};
use kernel::{CircleId, Member, PersonId, Who};
use store::{ERASED, Stop, set_fact};
use web::{AtOnce, AtOnceKind, Room, Typed};

/// An answer, in characters.
pub(crate) const ANSWER_LIMIT: usize = 300;
/// What was done, in characters.
pub(crate) const STEP_LIMIT: usize = 200;
/// What waits is looked at again, or gone, after so many days.
const WAIT_DAYS: i32 = 7;
/// What was looked at is kept for so many days.
const KEPT_DAYS: i32 = 365;

/// Members act; newcomers read in their circles.
pub(crate) fn acts(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing.reads_as_member() {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Who is asked for a voice, where a caucus is.
pub(crate) fn convenor(room: &mut Room<'_>, row: &RapidRow) -> Result<Option<PersonId>, Stop> {
    match row.caucus_id {
        Some(caucus) => decisions::convenor(room.conn, row.network_id, caucus),
        None => Ok(None),
    }
}

/// Who may read it.
pub(crate) fn readers(room: &mut Room<'_>, row: &RapidRow) -> Result<Who, Stop> {
    let over = matches!(row.stage, LaneStage::Ended | LaneStage::Reviewed);
    let convenor = convenor(room, row)?;
    Ok(sight::lane(row.network_id, (row.circle_id, over), convenor))
}

/// One that whoever is in the room may read; for anybody else there is none.
pub(crate) fn read(room: &mut Room<'_>, id: RapidId) -> Result<(Member, RapidRow), Stop> {
    let me = acts(room)?;
    let row = tables::rapid(room.conn, me.network, id)?;
    match readers(room, &row)?.includes(&room.viewer) {
        true => Ok((me, row)),
        false => Err(Stop::NotThere),
    }
}

/// The same, for somebody of its circle.
fn of_circle(room: &mut Room<'_>, id: RapidId) -> Result<(Member, RapidRow), Stop> {
    let (me, row) = read(room, id)?;
    match me.circles.contains(&row.circle_id) {
        true => Ok((me, row)),
        false => Err(Stop::NotThere),
    }
}

/// Somebody asks for the lane: three answers, a cap, and whose voice stands for those it falls on.
pub(crate) fn open(room: &mut Room<'_>, typed: &Typed) -> Result<RapidId, Stop> {
    let me = acts(room)?;
    let circle = CircleId::parse(typed.text("circle")).ok_or(Stop::NotThere)?;
    if !me.circles.contains(&circle) {
        return Err(Stop::NotThere);
    }
    for name in ["happens", "says", "step", "voice"] {
        typed.at_most(name, ANSWER_LIMIT)?;
    }
    let three = (
        typed.some("happens"),
        typed.some("says"),
        typed.some("step"),
    );
    let (Some(happens), Some(says), Some(step)) = three else {
        return Err(No::AnswersNeeded.into());
    };
    let hours = match typed.some("hours") {
        Some(text) => text.parse().map_err(|_| No::Hours)?,
        None => USUAL_HOURS,
    };
    let cap = typed.text("cap").parse().map_err(|_| No::CapNeeded)?;
    let caucus = match typed.some("caucus") {
        Some(name) => Some(decisions::caucus_named(room, name)?.ok_or(No::NoSuchCaucus)?),
        None => None,
    };
    let voice = match (typed.some("voice"), caucus) {
        (_, Some(_)) => VoiceFrom::CaucusAsked,
        (Some(_), None) => VoiceFrom::Themself,
        (None, None) => VoiceFrom::Nobody,
    };
    let lane = Lane::open(hours, cap, voice, room.now)?;
    let fresh = room.house.vault.fresh::<RapidId>(me.network, RAPIDS)?;
    let id = fresh.id;
    let row = RapidRow {
        id,
        network_id: me.network,
        circle_id: circle,
        opener_id: Some(me.id),
        cosigner_id: None,
        caucus_id: caucus,
        stage: lane.stage,
        happens: fresh.seal("happens", happens)?,
        says: fresh.seal("says", says)?,
        step: fresh.seal("step", step)?,
        voice: fresh.seal_some("voice", typed.some("voice"))?,
        voice_from: lane.voice,
        cap: lane.cap,
        hours: lane.hours,
        asked_at: lane.opened,
        live_at: None,
        until_at: lane.until,
        verdict: None,
        learned: None,
        review_on: room.today.plus(WAIT_DAYS),
        row_key: fresh.row_key,
    };
    tables::put_rapid(room.conn, &row)?;
    Ok(id)
}

/// Saves what a rule made of it; where it acts from now, those of the circle who chose so are told at once.
fn save(room: &mut Room<'_>, mut row: RapidRow, lane: Lane) -> Result<(), Stop> {
    let begins = row.stage == LaneStage::Waits && lane.stage == LaneStage::Live;
    row.take_on(lane);
    tables::put_rapid(room.conn, &row)?;
    if begins {
        for person in people::members_of(room.conn, row.network_id, row.circle_id)? {
            let kind = AtOnceKind::RapidLane;
            room.house.at_once(room.conn, AtOnce { person, kind })?;
        }
    }
    Ok(())
}

/// Another person of the circle stands by it.
pub(crate) fn cosign(room: &mut Room<'_>, id: RapidId) -> Result<(), Stop> {
    let (me, mut row) = of_circle(room, id)?;
    if row.opener_id == Some(me.id) {
        return Err(No::SecondNeeded.into());
    }
    let lane = row.lane().cosign(room.now)?;
    row.cosigner_id = Some(me.id);
    save(room, row, lane)
}

/// Somebody of the circle writes down what somebody it falls on says; or the convenor of the caucus that
/// was named says that it is their voice.
pub(crate) fn hear(room: &mut Room<'_>, id: RapidId, typed: &Typed) -> Result<(), Stop> {
    let (me, mut row) = read(room, id)?;
    typed.at_most("voice", ANSWER_LIMIT)?;
    let convenes = convenor(room, &row)? == Some(me.id);
    let words = typed.some("voice").ok_or(No::WordsNeeded)?;
    let from = match (convenes, me.circles.contains(&row.circle_id)) {
        (true, _) => VoiceFrom::Caucus,
        (false, true) => VoiceFrom::Themself,
        (false, false) => return Err(Stop::NotThere),
    };
    let lane = row.lane().hear(from, room.now)?;
    let key = row.key(&room.house.vault)?;
    row.voice = Some(key.seal(row.row(), "voice", words)?);
    save(room, row, lane)
}

/// What was spent so far.
pub(crate) fn spent(room: &mut Room<'_>, row: &RapidRow) -> Result<i32, Stop> {
    let steps = tables::steps_of(room.conn, row.network_id, row.id)?;
    Ok(steps
        .iter()
        .fold(0, |sum: i32, step| sum.saturating_add(step.cost)))
}

/// Something was done in it.
pub(crate) fn step(room: &mut Room<'_>, id: RapidId, typed: &Typed) -> Result<(), Stop> {
    let (_, row) = of_circle(room, id)?;
    typed.at_most("done", STEP_LIMIT)?;
    let words = typed.some("done").ok_or(No::WordsNeeded)?;
    let cost = match typed.some("cost") {
        Some(text) => text.parse().map_err(|_| No::CapNeeded)?,
        None => 0,
    };
    let before = spent(room, &row)?;
    row.lane().spend(before, cost, room.now)?;
    let fresh = room.house.vault.fresh::<StepId>(row.network_id, STEPS)?;
    let step = StepRow {
        id: fresh.id,
        network_id: row.network_id,
        rapid_id: row.id,
        words: fresh.seal("words", words)?,
        cost,
        done_on: room.today,
        row_key: fresh.row_key,
    };
    Ok(tables::add_step(room.conn, &step)?)
}

/// Anybody of the circle ends it before its time.
pub(crate) fn end(room: &mut Room<'_>, id: RapidId) -> Result<(), Stop> {
    let (_, mut row) = of_circle(room, id)?;
    let lane = row.lane().end(room.now)?;
    row.review_on = room.today.plus(crate::rules::REVIEW_DAYS);
    save(room, row, lane)
}

/// Somebody else than whoever opened it writes down how the circle sees it now. The voice goes.
pub(crate) fn review(room: &mut Room<'_>, id: RapidId, typed: &Typed) -> Result<(), Stop> {
    let (me, mut row) = of_circle(room, id)?;
    if row.opener_id == Some(me.id) {
        return Err(No::AnotherReviews.into());
    }
    let lane = row.lane().review()?;
    let verdict = Verdict::parse(typed.text("verdict")).ok_or(No::WordsNeeded)?;
    typed.at_most("learned", ANSWER_LIMIT)?;
    let key = row.key(&room.house.vault)?;
    row.learned = key.seal_some(row.row(), "learned", typed.some("learned"))?;
    row.verdict = Some(verdict);
    row.voice = None;
    row.review_on = room.today.plus(KEPT_DAYS);
    let network = row.network_id;
    save(room, row, lane)?;
    Ok(set_fact(room.conn, network, ERASED, "yes")?)
}

/// It is proposed to the circle instead, as a shared question: three days.
pub(crate) fn propose(room: &mut Room<'_>, id: RapidId) -> Result<ProposalId, Stop> {
    let (me, row) = of_circle(room, id)?;
    let lane = row.lane().propose_instead(room.now)?;
    let key = row.key(&room.house.vault)?;
    let happens = key.open(row.row(), "happens", &row.happens)?;
    let step = key.open(row.row(), "step", &row.step)?;
    let what = Proposed {
        circle: row.circle_id,
        author: row.opener_id.unwrap_or(me.id),
        class: decisions::rules::Class::Shared,
        title: step.lines().next().unwrap_or(&step),
        words: &format!("{step}\n\n{happens}"),
        waits: Some(&happens),
        bears: None,
        gives: None,
    };
    let proposal = decisions::propose(room, &what)?;
    save(room, row, lane)?;
    Ok(proposal)
}
