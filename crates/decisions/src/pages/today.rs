//! Its place on the Today page.

use super::words;
use crate::{
    deeds,
    rules::{AdviceStage, Answer, Stage},
    tables::{self, ProposalRow},
};
use kernel::{Day, Member};
use store::Stop;
use web::{Item, Room, TodayShare};

/// Whoever gave advice reads for so many days what was decided.
const TOLD_DAYS: i32 = 7;

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if me.is_resting() || deeds::takes_part(room).is_err() {
        return Ok(share);
    }
    for row in tables::to_be_looked_at(room.conn, me.network, &me.circles, room.today)? {
        let rule = row.proposal();
        let Some(title) = words::title(room, &row, &[])? else {
            continue;
        };
        let there = format!("/decisions/{}", row.id);
        let tongue = room.tongue.clone();
        if row.stage == Stage::Adopted {
            let key = match rule.is_past_review(room.today) {
                true => "decision-past-review",
                false => "today-decision-review",
            };
            let mut item = Item::new(title, tongue.say(key).to_owned(), there);
            item.quiet = true;
            share.ours.push(item);
            continue;
        }
        if row.stage == Stage::Round && me.standing.reads_as_member() {
            let spoke = tables::voices_of(room.conn, row.network_id, row.id)?
                .iter()
                .any(|voice| {
                    voice.member_id == Some(me.id)
                        && voice.kind.is_of_the_round()
                        && voice.version == row.version
                });
            if !spoke {
                let mut item = Item::new(title, tongue.say("today-decide").to_owned(), there);
                item.button = Some(tongue.say("today-decide-button").to_owned());
                item.in_letters = Some(tongue.say("today-decide-letter").to_owned());
                share.yours.push(item);
                continue;
            }
            if deeds::leads(room, me, &row)? && decidable(room, &row)? {
                let mut item = Item::new(title, tongue.say("today-decidable").to_owned(), there);
                item.in_letters = Some(tongue.say("today-decidable").to_owned());
                share.yours.push(item);
                continue;
            }
        }
        let mut item = Item::new(title, super::list::stands(room, &row), there);
        item.quiet = true;
        share.ours.push(item);
    }
    caucus(room, me, &mut share)?;
    asked_of_me(room, me, &mut share)?;
    among_things(room, me, &mut share)?;
    Ok(share)
}

/// What I am asked for advice about; and, for a week, what was decided after I said something.
fn asked_of_me(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    let asked = tables::asked_whom(room.conn, me.network, me.id)?;
    let since = room.today.plus(-TOLD_DAYS);
    for row in tables::advices_since(room.conn, me.network, (&asked, since))? {
        let heard = asked
            .iter()
            .any(|one| one.advice_id == row.id && one.words.is_some());
        let title = row
            .key(&room.house.vault)?
            .open(row.row(), "title", &row.title)?;
        let there = format!("/advice/{}", row.id);
        let tongue = room.tongue.clone();
        if row.stage == AdviceStage::Asking && !heard {
            let mut item = Item::new(title, tongue.say("today-advice").to_owned(), there);
            item.button = Some(tongue.say("today-advice-button").to_owned());
            item.in_letters = Some(tongue.say("today-advice-letter").to_owned());
            share.yours.push(item);
        } else if row.stage == AdviceStage::Decided {
            let mut item = Item::new(title, tongue.say("today-advice-told").to_owned(), there);
            item.quiet = true;
            share.ours.push(item);
        }
    }
    Ok(())
}

/// Choices that wait for my ballot.
fn among_things(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    if !me.standing.reads_as_member() {
        return Ok(());
    }
    for row in tables::open_choices_of(room.conn, me.network, &me.circles)? {
        let of = (row.network_id, row.id);
        let hands = tables::hands_of(room.conn, &room.house.vault, of)?;
        if hands.iter().any(|(_, person)| *person == me.id) {
            continue;
        }
        let title = row
            .key(&room.house.vault)?
            .open(row.row(), "title", &row.title)?;
        let tongue = room.tongue.clone();
        let words = tongue.tell("choice-until", &[("day", row.closes_on.into())]);
        let mut item = Item::new(title, words, format!("/choices/{}", row.id));
        item.button = Some(tongue.say("today-choice-button").to_owned());
        item.in_letters = Some(tongue.say("today-choice-letter").to_owned());
        share.yours.push(item);
    }
    Ok(())
}

/// Whether nothing stands in its way.
fn decidable(room: &mut Room<'_>, row: &ProposalRow) -> Result<bool, Stop> {
    let here = deeds::those_who_decide(room, row.circle_id)?;
    let facts = deeds::facts(room, row, &here)?;
    Ok(row.proposal().decidable(&facts, room.now).is_ok())
}

/// What a caucus I convene is asked, and who says that they are one of us.
fn caucus(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    for row in tables::caucuses_here(room.conn, me.network)? {
        if row.convenor_id != me.id {
            continue;
        }
        let (name, _) = row.opened(&room.house.vault)?;
        let gates = tables::gates_to(room.conn, me.network, row.id)?;
        let of = (me.network, row.id);
        let asking = tables::members_of(room.conn, &room.house.vault, of)?
            .iter()
            .any(|(row, _)| row.stage == tables::MemberStage::Asks);
        let asked = |gate: &tables::GateRow| matches!(gate.answer, Answer::Asked | Answer::Told);
        let key = match gates.iter().any(asked) {
            true => "today-gate",
            false if asking => "today-caucus-asks",
            false => continue,
        };
        let words = room.tongue.say(key).to_owned();
        let mut item = Item::new(name, words, format!("/caucuses/{}", row.id));
        item.in_letters = Some(room.tongue.say("today-gate-letter").to_owned());
        share.yours.push(item);
    }
    Ok(())
}

/// What was decided since a day, for whoever comes back.
pub(crate) fn news(room: &mut Room<'_>, since: Day) -> Result<Vec<Item>, Stop> {
    let me = room.member()?;
    let mut items = Vec::new();
    for row in tables::proposals_of(room.conn, me.network, &me.circles)? {
        let adopted = row.adopted_at.map(|at| room.network.zone.day_of(at));
        if row.stage != Stage::Adopted || adopted.is_none_or(|day| day < since) {
            continue;
        }
        if let Some(title) = words::title(room, &row, &[])? {
            let words = room.tongue.say("news-decided").to_owned();
            items.push(Item::new(title, words, format!("/decisions/{}", row.id)));
        }
    }
    Ok(items)
}
