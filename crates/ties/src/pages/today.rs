//! Its place on the Today page: what one is asked, each with a plain way to say no.

use crate::{
    deeds::meeting::takes_part,
    rules::{Meeting, Side},
    sight, tables,
};
use kernel::{Guarded, Member};
use store::Stop;
use web::{Item, Room, TodayShare};

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if me.is_resting() || takes_part(room).is_err() {
        return Ok(share);
    }
    let mark = tables::mark(&room.house.vault, me.network, me.id)?;
    let tongue = room.tongue.clone();
    for row in tables::introductions_of(room.conn, me.network, &mark)? {
        if row.asks_now(&mark).is_none() {
            continue;
        }
        let cares = row
            .key(&room.house.vault)?
            .open(row.row(), "cares", &row.cares)?;
        let cares = Guarded::new(cares, sight::note(me.id));
        let Some(cares) = cares.seen_by(&room.viewer).cloned() else {
            continue;
        };
        let words = tongue.tell("introduction-asks", &[("cares", cares.into())]);
        let title = tongue.say("today-introduction").to_owned();
        let mut item = Item::new(title, words, "/ties");
        item.in_letters = Some(tongue.say("today-tie-letter").to_owned());
        share.yours.push(item);
    }
    for row in tables::meetings_of(room.conn, me.network, &mark)? {
        let (side, other) = row.side_of(&room.house.vault, me.id)?;
        if row.stage != Meeting::Proposed || side != Side::Other {
            continue;
        }
        let name = people::called_for(room, other, sight::the_two(me.id, other))?;
        let title = tongue.tell("meeting-title", &[("name", name.into())]);
        let words = tongue.say("meeting-asks-you").to_owned();
        let mut item = Item::new(title, words, format!("/one-to-ones/{}", row.id));
        item.in_letters = Some(tongue.say("today-tie-letter").to_owned());
        share.yours.push(item);
    }
    Ok(share)
}
