//! A proposal is made, changed, heard, laid over, adopted, looked at again.

use super::{facts, led, of_circle, takes_part, those_who_decide};
use crate::play::Proposed;
use crate::{
    rules::{Class, DecisionRefusal as No, Manner, Proposal, ProposalId, Stage},
    tables::{self, Meaning, PROPOSALS, ProposalRow, TEXTS, TextId, TextRow},
};
use kernel::{CircleId, Day, Moment, YesNo};
use store::{ERASED, Stop, set_fact};
use web::{House, Room, Typed};

/// A title, in characters.
pub(crate) const TITLE_LIMIT: usize = 120;
/// What is proposed, in characters.
pub(crate) const WORDS_LIMIT: usize = 2000;
/// Who bears it, or how they shaped it, in characters.
pub(crate) const SHORT_LIMIT: usize = 400;
/// An open proposal is looked at again after so many days.
const LOOK_DAYS: i32 = 90;
/// What was set down or ended is kept for so many days.
const KEPT_DAYS: i32 = 365;
/// What was said goes so long after it is in effect.
const VOICES_DAYS: i32 = 30;

/// Something is proposed to a circle one is in.
pub(crate) fn propose(room: &mut Room<'_>, typed: &Typed) -> Result<ProposalId, Stop> {
    let me = takes_part(room)?;
    let circle = CircleId::parse(typed.text("circle")).ok_or(Stop::NotThere)?;
    if !me.circles.contains(&circle) {
        return Err(Stop::NotThere);
    }
    typed.at_most("title", TITLE_LIMIT)?;
    typed.at_most("words", WORDS_LIMIT)?;
    typed.at_most("waits", TITLE_LIMIT)?;
    typed.at_most("bears", SHORT_LIMIT)?;
    let (Some(title), Some(words)) = (typed.some("title"), typed.some("words")) else {
        return Err(No::WordsNeeded.into());
    };
    let class = Class::parse(typed.text("class")).unwrap_or(Class::Shared);
    let gives = Manner::parse(typed.text("gives"));
    if gives.is_some() && class == Class::Everyday {
        return Err(No::WaysAreShared.into());
    }
    let what = Proposed {
        circle,
        author: me.id,
        class,
        title,
        words,
        waits: typed.some("waits"),
        bears: typed.some("bears"),
        gives,
    };
    crate::near::propose(room, &what)
}

/// A proposal as it is opened at a moment, to be decided in a way.
pub(crate) fn sealed(
    house: &House,
    what: &Proposed<'_>,
    manner: Manner,
    now: Moment,
) -> Result<ProposalRow, Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    let fresh = house.vault.fresh::<ProposalId>(network.id, PROPOSALS)?;
    let rule = Proposal::open(what.class, manner, now);
    Ok(ProposalRow {
        id: fresh.id,
        network_id: network.id,
        circle_id: what.circle,
        author_id: Some(what.author),
        class: what.class,
        stage: rule.stage,
        title: fresh.seal("title", what.title)?,
        words: fresh.seal("words", what.words)?,
        waits: fresh.seal_some("waits", what.waits)?,
        opened_on: today,
        since_at: rule.since,
        version: rule.version,
        sittings: rule.sittings,
        sat_on: None,
        sittings_needed: rule.sittings_needed,
        laid_over: 0,
        disputed: YesNo::No,
        adopted_at: None,
        review_on: today.plus(LOOK_DAYS),
        manner,
        gives: what.gives,
        bears: fresh.seal_some("bears", what.bears)?,
        shaped: None,
        row_key: fresh.row_key,
    })
}

fn change(
    room: &mut Room<'_>,
    mut row: ProposalRow,
    rule: Result<Proposal, No>,
) -> Result<ProposalRow, Stop> {
    row.take_on(rule?);
    tables::put_proposal(room.conn, &row)?;
    Ok(row)
}

/// From questions to reactions, from reactions to the round.
pub(crate) fn go_on(room: &mut Room<'_>, id: ProposalId) -> Result<(), Stop> {
    let (_, row) = led(room, id)?;
    let rule = row.proposal().go_on();
    change(room, row, rule).map(drop)
}

/// Another text; its author says whether the meaning changed.
pub(crate) fn amend(room: &mut Room<'_>, id: ProposalId, typed: &Typed) -> Result<(), Stop> {
    let (_, mut row) = led(room, id)?;
    typed.at_most("words", WORDS_LIMIT)?;
    let words = typed.some("words").ok_or(No::WordsNeeded)?;
    let meaning = Meaning::parse(typed.text("meaning")).unwrap_or(Meaning::Changed);
    let rule = row
        .proposal()
        .amend(meaning == Meaning::Changed, room.now)?;
    let key = row.key(&room.house.vault)?;
    let before = key.open(row.row(), "words", &row.words)?;
    let fresh = room.house.vault.fresh::<TextId>(row.network_id, TEXTS)?;
    let text = fresh.id;
    let old = TextRow {
        id: text,
        network_id: row.network_id,
        proposal_id: row.id,
        version: row.version,
        meaning,
        words: fresh.seal("words", &before)?,
        until_on: room.today,
        row_key: fresh.row_key,
    };
    tables::add_text(room.conn, &old)?;
    row.words = key.seal(row.row(), "words", words)?;
    change(room, row, Ok(rule)).map(drop)
}

/// Who bears it, and how they shaped it: for whoever leads it on to say, any time.
pub(crate) fn impact(room: &mut Room<'_>, id: ProposalId, typed: &Typed) -> Result<(), Stop> {
    let (_, mut row) = led(room, id)?;
    typed.at_most("bears", SHORT_LIMIT)?;
    typed.at_most("shaped", SHORT_LIMIT)?;
    let key = row.key(&room.house.vault)?;
    row.bears = key.seal_some(row.row(), "bears", typed.some("bears"))?;
    row.shaped = key.seal_some(row.row(), "shaped", typed.some("shaped"))?;
    Ok(tables::put_proposal(room.conn, &row)?)
}

/// A reader says that what was called a slip of the pen changed the meaning.
pub(crate) fn dispute(room: &mut Room<'_>, id: ProposalId) -> Result<(), Stop> {
    let (_, row) = of_circle(room, id)?;
    let last = tables::texts_of(room.conn, row.network_id, row.id)?
        .into_iter()
        .next_back()
        .filter(|text| text.meaning == Meaning::Typo)
        .ok_or(Stop::NotThere)?;
    tables::meant(room.conn, last.id)?;
    let rule = row.proposal().dispute(room.now);
    change(room, row, rule).map(drop)
}

/// It was heard in a sitting.
pub(crate) fn sit(room: &mut Room<'_>, id: ProposalId) -> Result<(), Stop> {
    let (_, row) = led(room, id)?;
    let rule = row.proposal().sit(room.today);
    change(room, row, rule).map(drop)
}

/// Anybody of the circle asks, once, that it wait; the second time whoever looks after the circle
/// writes down that the circle consents.
pub(crate) fn lay_over(room: &mut Room<'_>, id: ProposalId, consents: bool) -> Result<(), Stop> {
    let (me, row) = of_circle(room, id)?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let consents = consents && people::looks_after(room.conn, &me, row.circle_id, room.now)?;
    let rule = row.proposal().lay_over(consents);
    change(room, row, rule).map(drop)
}

/// It is adopted, where nothing stands in the way.
pub(crate) fn adopt(
    room: &mut Room<'_>,
    id: ProposalId,
    review_on: Option<Day>,
) -> Result<(), Stop> {
    let (_, row) = led(room, id)?;
    let here = those_who_decide(room, row.circle_id)?;
    let facts = facts(room, &row, &here)?;
    let when = (room.now, room.today);
    let rule = row.proposal().adopt(&facts, review_on, when);
    let row = change(room, row, rule)?;
    let effect = row.proposal().in_effect_from().unwrap_or(room.now);
    let goes = room.network.zone.day_of(effect).plus(VOICES_DAYS);
    let of = (row.network_id, row.id);
    Ok(tables::voices_go(room.conn, of, Some(goes))?)
}

/// Set down by its author, or ended by the circle.
pub(crate) fn end(room: &mut Room<'_>, id: ProposalId) -> Result<Stage, Stop> {
    let (_, mut row) = led(room, id)?;
    let rule = row.proposal().end(room.now)?;
    row.take_on(rule);
    row.review_on = room.today.plus(KEPT_DAYS);
    tables::put_proposal(room.conn, &row)?;
    let of = (row.network_id, row.id);
    tables::voices_go(room.conn, of, Some(room.today))?;
    set_fact(room.conn, row.network_id, ERASED, "yes")?;
    Ok(row.stage)
}

/// The circle looked at it; it goes on until another day.
pub(crate) fn keep(
    room: &mut Room<'_>,
    id: ProposalId,
    review_on: Option<Day>,
) -> Result<(), Stop> {
    let (_, row) = led(room, id)?;
    let rule = row.proposal().keep(review_on, (room.now, room.today));
    change(room, row, rule).map(drop)
}
