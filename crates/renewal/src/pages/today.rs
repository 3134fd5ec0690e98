//! Its place on the Today page.

use super::{plan, season::last_of};
use crate::{
    deeds::{emergency, season},
    rules::{Going, GoingStage, SUGGEST_DAYS, Said, SeasonStage},
    tables::{self, SeasonRow},
};
use kernel::{Member, PersonId, Role, Standing};
use store::Stop;
use web::{AnswerWord, Answerable, Item, Room, TodayShare};

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if me.standing == Standing::Resting || !me.standing.reads_as_member() {
        return Ok(share);
    }
    mine(room, me, &mut share)?;
    if me.is_resting() {
        return Ok(share);
    }
    asked(room, me, &mut share)?;
    others(room, me, &mut share)?;
    waiting(room, me, &mut share)?;
    seasons(room, me, &mut share)?;
    Ok(share)
}

/// My own way, or what was handed over for me.
fn mine(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    let Some(row) = tables::going_of(room.conn, me.network, me.id)? else {
        return Ok(());
    };
    let said = [("day", row.target_on.into())];
    let (title, words) = match (row.going, row.stage) {
        (Going::Emergency, _) => ("going-emergency-title", "today-emergency-words"),
        (_, GoingStage::HandingOver) => ("going-plan-title", "today-going-words"),
        (_, GoingStage::Done) => return Ok(()),
    };
    let title = room.tongue.say(title).to_owned();
    let words = room.tongue.tell(words, &said);
    let mut item = Item::new(title, words, "/stepping-back");
    item.quiet = true;
    share.yours.push(item);
    Ok(())
}

/// What others would hand on to me.
fn asked(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    for thing in tables::asked_of(room.conn, me.network, me.id)? {
        if thing.said != Some(Said::Asked) {
            continue;
        }
        let name = people::called(room, thing.departure_id)?;
        let what = plan::title(room, &thing)?.seen_by(&room.viewer).cloned();
        let tongue = &room.tongue;
        let title = tongue.tell("handed-title", &[("name", name.into())]);
        let there = format!("/stepping-back/asked/{}", thing.id);
        let mut item = Item::new(title, what.unwrap_or_default(), there.as_str());
        item.button = Some(tongue.say("handed-look").to_owned());
        item.in_letters = Some(tongue.say("handed-letter").to_owned());
        item.answer = Some(Answerable {
            id: format!("handed:{}", thing.id),
            words: &[AnswerWord::ICan, AnswerWord::Cant],
        });
        share.yours.push(item);
    }
    Ok(())
}

/// Somebody near steps back, or may still be asked for a while.
fn others(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    for row in tables::all_going(room.conn, me.network)? {
        if row.id == me.id || row.going == Going::Emergency || !plan::sees(room, &row)? {
            continue;
        }
        let name = people::called(room, row.id)?;
        let said = [("name", name.into()), ("day", row.target_on.into())];
        let tongue = &room.tongue;
        let [name, day] = said;
        let key = match row.stage {
            GoingStage::HandingOver => "going-of-lede",
            GoingStage::Done => "going-of-done",
        };
        let title = tongue.tell("going-of-title", std::slice::from_ref(&name));
        let words = tongue.tell(key, &[name, day]);
        let mut item = Item::new(title, words, format!("/stepping-back/of/{}", row.id));
        item.quiet = true;
        share.ours.push(item);
    }
    Ok(())
}

/// A hand-over that waits for its second person.
fn waiting(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    for (act, about) in emergency::waiting(room)? {
        if act.asked_by == me.id {
            continue;
        }
        let name = people::called(room, about)?;
        let tongue = &room.tongue;
        let title = tongue.tell("emergency-waits", &[("name", name.into())]);
        let words = tongue.say("emergency-waits-words").to_owned();
        let mut item = Item::new(title, words, "/emergency");
        item.in_letters = Some(tongue.say("emergency-letter").to_owned());
        share.ours.push(item);
    }
    Ok(())
}

fn seasons(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    let hearing = season::hearing(room.conn, me.network)?;
    if let Some(row) = &hearing {
        let spoke = tables::word_of(room.conn, (me.network, row.id), me.id)?.is_some();
        if !spoke && me.joined <= row.opens_on {
            let tongue = &room.tongue;
            let title = tongue.say("today-renewal").to_owned();
            let words = tongue.tell("today-renewal-words", &[("day", row.closes_on.into())]);
            let mut item = Item::new(title, words, "/renewal").titled_in_letters();
            item.button = Some(tongue.say("renewal-look").to_owned());
            item.answer = Some(Answerable {
                id: format!("renewal:{}", row.id),
                words: &[AnswerWord::Keep, AnswerWord::Rest],
            });
            share.yours.push(item);
        }
        if row.stage != SeasonStage::Open {
            near(room, me, row, share)?;
        }
        if row.stage == SeasonStage::Gathering && season::plans(room)? {
            let title = room.tongue.say("today-gathering").to_owned();
            let words = room.tongue.say("today-gathering-words").to_owned();
            let mut item = Item::new(title, words, "/renewal");
            item.quiet = true;
            share.ours.push(item);
        }
    }
    quiet(room, me, share)?;
    if hearing.is_none() {
        let last = last_of(room)?.unwrap_or(room.network.founded);
        if room.today.0 - last.0 > SUGGEST_DAYS && season::plans(room)? {
            let title = room.tongue.say("today-propose-renewal").to_owned();
            let words = room.tongue.say("today-propose-renewal-words").to_owned();
            let mut item = Item::new(title, words, "/renewal");
            item.quiet = true;
            share.ours.push(item);
        }
    }
    Ok(())
}

/// Those whom I am asked to see after: my buddies; for whoever looks after Care, also those without one.
fn those_of_mine(room: &mut Room<'_>, me: &Member) -> Result<Vec<PersonId>, Stop> {
    let mut mine = room.house.buddies(room.conn, me.id)?;
    let care = people::circle_of_kind(room.conn, me.network, "care")?;
    if care.is_some_and(|care| me.holds(Role::Steward, care.id)) {
        for (person, _, _) in people::memberships(room.conn, me.network)? {
            if !mine.contains(&person) && person != me.id {
                mine.push(person);
            }
        }
    }
    Ok(mine)
}

/// Silence is met by a person: whoever is near somebody who said nothing is asked to see how they are.
fn near(
    room: &mut Room<'_>,
    me: &Member,
    row: &SeasonRow,
    share: &mut TodayShare,
) -> Result<(), Stop> {
    let silent = season::silent(room.conn, room.house, row)?;
    for person in those_of_mine(room, me)? {
        if !silent.contains(&person)
            || !people::those_near(room.conn, room.house, person)?.contains(&me.id)
        {
            continue;
        }
        let name = people::called(room, person)?;
        let tongue = &room.tongue;
        let title = tongue.tell("today-see-after", &[("name", name.into())]);
        let words = tongue.say("today-see-after-words").to_owned();
        let mut item = Item::new(title, words, format!("/renewal/with/{person}"));
        item.button = Some(tongue.say("renewal-look").to_owned());
        item.in_letters = Some(tongue.say("today-see-after-letter").to_owned());
        share.yours.push(item);
    }
    Ok(())
}

/// Buddies know that somebody is quiet, and that one word brings them back.
fn quiet(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    for person in room.house.buddies(room.conn, me.id)? {
        let standing = people::standing_of(room.conn, me.network, person)?;
        if standing != Some(Standing::Dormant) {
            continue;
        }
        let name = people::called(room, person)?;
        let said = [("name", name.into())];
        let title = room.tongue.tell("today-quiet", &said);
        let words = room.tongue.say("today-quiet-words").to_owned();
        let mut item = Item::new(title, words, format!("/renewal/with/{person}"));
        item.quiet = true;
        share.yours.push(item);
    }
    Ok(())
}
