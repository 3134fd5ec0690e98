//! Its place on the Today page.

use crate::{deeds, live, rules::Said, sight, tables};
use kernel::{Guarded, Member};
use store::Stop;
use web::{Item, Room, TodayShare};

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if me.is_resting() || deeds::takes_part(room).is_err() {
        return Ok(share);
    }
    let tongue = room.tongue.clone();
    for live in live::all(room.house).held(room.now) {
        if live.circle.is_some_and(|of| me.circles.contains(&of)) {
            let words = tongue.say("today-live-round").to_owned();
            let there = live::address(&live.token);
            let mut item = Item::new(live.question.clone(), words, there);
            item.quiet = true;
            share.ours.push(item);
        }
    }
    for row in tables::slow_rounds_of(room.conn, me.network, &me.circles)? {
        let open = row.is_open(room.now);
        let gave = tables::who_gave(room.conn, row.network_id, row.id)?.contains(&me.id);
        let key = match (open, gave) {
            (false, false) => "today-slow-asks",
            (true, true) if heard_of(room, me, &row)? => "today-slow-heard",
            _ => continue,
        };
        let question = row
            .key(&room.house.vault)?
            .open(row.row(), "question", &row.question)?;
        let question = Guarded::new(question, sight::slow(row.circle_id));
        if let Some(title) = question.seen_by(&room.viewer).cloned() {
            let words = tongue.say(key).to_owned();
            let mut item = Item::new(title, words, format!("/rounds/{}", row.id));
            item.in_letters = Some(tongue.say("today-slow-letter").to_owned());
            share.yours.push(item);
        }
    }
    Ok(share)
}

/// Whether somebody said back what they heard of mine, and waits for a word.
fn heard_of(room: &mut Room<'_>, me: &Member, row: &tables::SlowRow) -> Result<bool, Stop> {
    for entry in tables::entries_heard(room.conn, (row.network_id, row.id), room.now)? {
        if entry.member_id == me.id {
            let of = tables::reflections_of(room.conn, row.network_id, entry.id)?;
            return Ok(of.iter().any(|heard| heard.said == Said::Offered));
        }
    }
    Ok(false)
}
