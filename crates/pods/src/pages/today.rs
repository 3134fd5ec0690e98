//! Its place on the Today page: somebody asks, a pod forms or chooses, wishes wait for a matcher.
//! No heading leads to anybody: a letter says no more than that.

use crate::{
    deeds::matching,
    rules::{AGAIN_DAYS, BuddyStage, FEWEST, PodStage, Said},
    sight, tables,
};
use kernel::{Member, Standing};
use store::Stop;
use web::{Item, Room, TodayShare};

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    let here = me.standing.reads_as_member() || me.standing == Standing::Participant;
    // P20: whoever rests is asked for nothing.
    if me.is_resting() || !here {
        return Ok(share);
    }
    share.yours.extend(pairs(room, me)?);
    share.yours.extend(pod(room, me)?);
    share.ours.extend(wishes(room, me)?);
    Ok(share)
}

fn item(room: &Room<'_>, title: &str, words: String, href: impl Into<String>) -> Item {
    Item::new(room.tongue.say(title).to_owned(), words, href).titled_in_letters()
}

fn pairs(room: &mut Room<'_>, me: &Member) -> Result<Vec<Item>, Stop> {
    let mut items = Vec::new();
    for row in tables::pairs_of(room.conn, me.network, me.id)? {
        let pair = row.pair();
        let near = pair.together(room.today) && pair.until.plus(-AGAIN_DAYS) <= room.today;
        let key = match pair.stage {
            BuddyStage::Asked if pair.asked == me.id => "buddy-asks-you",
            BuddyStage::Together if near && pair.again_by != Some(me.id) => "buddy-again",
            _ => continue,
        };
        let who = sight::pair(pair.asker, pair.asked);
        let handle = people::called_for(room, pair.other(me.id), who)?;
        let said = [("handle", handle.into()), ("day", pair.until.into())];
        let words = room.tongue.tell(key, &said);
        items.push(item(room, "pods-today-buddy", words, "/pods"));
    }
    Ok(items)
}

fn pod(room: &mut Room<'_>, me: &Member) -> Result<Option<Item>, Stop> {
    let Some(row) = tables::pod_of(room.conn, me.network, me.id)? else {
        return Ok(None);
    };
    let pod = tables::as_ruled(room.conn, &row)?;
    let mine = pod.said_by(me.id);
    let waits = match pod.stage {
        PodStage::Forming | PodStage::FormingAnew => mine != Some(Said::Yes),
        PodStage::Choosing => mine == Some(Said::Nothing),
        PodStage::Meeting => false,
    };
    if !waits {
        return Ok(None);
    }
    let key = super::pod::stage_key(&pod);
    let words = room.tongue.tell(key, &[("day", pod.by.into())]);
    let href = format!("/pods/{}", row.id);
    Ok(Some(item(room, "pods-today-pod", words, href)))
}

/// For whoever matches, once there are enough for a pod; and for those who name somebody, while
/// nobody matches.
fn wishes(room: &mut Room<'_>, me: &Member) -> Result<Option<Item>, Stop> {
    let matcher = matching::matcher(room)?.map(|(person, _)| person);
    let matches = matcher == Some(me.id);
    let names = matcher.is_none() && matching::names_the_matcher(room).is_ok();
    if !matches && !names {
        return Ok(None);
    }
    let waiting = matching::waiting(room)?.len();
    let (enough, words, href) = match matches {
        true => (waiting >= FEWEST, "pods-today-match", "/pods/matching"),
        false => (waiting > 0, "pods-today-name", "/pods/matcher"),
    };
    let words = room.tongue.say(words).to_owned();
    Ok(enough.then(|| item(room, "pods-title", words, href)))
}
