//! Its place on the Today page and on the public one: what comes within a week, whom the turn is at,
//! a time that wants a word, a season that is over.

use super::{read, rhythm_words, time_words};
use crate::{
    deeds::{self, Whole, times},
    rules::{Coming, Stage},
    tables,
};
use kernel::{Member, PersonId};
use store::Stop;
use web::{Item, Room, TodayShare};

/// So many days ahead.
const AHEAD: i32 = 7;
/// So many days a time waits for a word on this page; then it is let be.
const WORD: i32 = 3;

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if me.circles.is_empty() {
        return Ok(share);
    }
    for row in tables::of_circles(room.conn, me.network, &me.circles)? {
        if row.stage == Stage::Ended {
            continue;
        }
        let whole = Whole::of(room.conn, row)?;
        let words = deeds::words(room.house, &whole.row)?;
        let name = read(room, &words.name);
        let host = deeds::next_host(room.conn, &whole.row)?;
        if let Some(mut item) = next(room, &whole, &name)? {
            // Whoever rests reads when it is, and is asked for nothing (P20).
            let mine = host == Some(me.id) && !me.is_resting();
            if mine {
                item.words = room.tongue.tell(
                    "practice-today-host",
                    &[("when", item.words.clone().into())],
                );
                item.quiet = false;
                share.yours.push(item);
            } else {
                share.ours.push(item);
            }
        }
        if me.is_resting() || !me.standing.reads_as_member() {
            continue;
        }
        if let Some(item) = review(room, &whole, &name) {
            share.ours.push(item);
        } else if let Some(item) = word(room, &whole, (&name, host, me.id)) {
            share.ours.push(item);
        }
    }
    Ok(share)
}

fn href(whole: &Whole) -> String {
    format!("/practices/{}", whole.row.id)
}

/// What comes within a week.
fn next(room: &mut Room<'_>, whole: &Whole, name: &str) -> Result<Option<Item>, Stop> {
    let now = room.now;
    let coming = times::coming(room, whole, (now, 2))?;
    let near = room.today.plus(AHEAD);
    let first = coming
        .iter()
        .find(|(one, resting)| !resting && one.day < near);
    Ok(first.map(|(one, _)| Item {
        quiet: true,
        ..Item::new(name.to_owned(), time_words(room, one), href(whole))
    }))
}

/// The season is over: the circle gets keep, change or stop.
fn review(room: &Room<'_>, whole: &Whole, name: &str) -> Option<Item> {
    let words = room.tongue.say("practice-today-review").to_owned();
    let over = whole.row.stage == Stage::Review;
    over.then(|| Item::new(name.to_owned(), words, href(whole)))
}

/// A time that has begun, with nobody's word yet: for whoever hosted, or for the circle where nobody
/// hosts in turn.
fn word(
    room: &Room<'_>,
    whole: &Whole,
    (name, host, me): (&str, Option<PersonId>, PersonId),
) -> Option<Item> {
    let network = room.network.clone();
    let plan = whole.plan(&network.zone);
    let one: Coming = plan.to_close(room.now.timestamp())?;
    let recent = one.day.plus(WORD) >= room.today;
    let for_me = host.is_none_or(|host| host == me);
    let said = [("when", time_words(room, &one).into())];
    let words = room.tongue.tell("practice-today-word", &said);
    (recent && for_me).then(|| Item::new(name.to_owned(), words, href(whole)))
}

/// What anyone may know how to find.
pub(crate) fn front(room: &mut Room<'_>) -> Result<Vec<Item>, Stop> {
    let mut items = Vec::new();
    for row in tables::public(room.conn, room.network.id)? {
        let whole = Whole::of(room.conn, row)?;
        let words = deeds::words(room.house, &whole.row)?;
        let parts = [
            rhythm_words(room, &whole),
            read(room, &words.place),
            read(room, &words.find_us),
        ];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let name = read(room, &words.name);
        items.push(Item::new(name, said.join(" · "), "/join-us"));
    }
    Ok(items)
}
