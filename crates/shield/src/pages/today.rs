//! Its place on the Today page: what waits for a second, a number to look at, keys that want
//! somebody.

use super::posture::{act_words, acts};
use crate::{deeds, tables};
use kernel::{Member, Role};
use store::Stop;
use web::{Item, Room, TodayShare};

/// How long before its year is over a number is asked about.
const NUMBER_DAYS: i32 = 14;

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if me.is_resting() {
        return Ok(share);
    }
    if let Some(place) = tables::place_of(room.conn, me.network, me.id)?
        && place.review_on.plus(-NUMBER_DAYS) <= room.today
    {
        let words = room
            .tongue
            .tell("tree-today", &[("day", place.review_on.into())]);
        let title = room.tongue.say("tree-title").to_owned();
        share
            .yours
            .push(Item::new(title, words, "/phone-tree").titled_in_letters());
    }
    if acts(me).is_some() {
        for act in deeds::posture::waiting(room)? {
            if act.asked_by != me.id {
                let words = room.tongue.say("posture-waits").to_owned();
                let title = act_words(room, &act);
                share
                    .ours
                    .push(Item::new(title, words, "/posture").titled_in_letters());
            }
        }
    }
    if me.holds_any(Role::Host) {
        let (few, due, look) = deeds::keys::wanting(room.conn, me.network, room.today)?;
        let said = match (due, few, look) {
            (0, 0, 0) => None,
            (0, 0, _) => Some("keys-today-look"),
            (0, few, _) => {
                let words = room.tongue.tell("keys-today-few", &[("n", few.into())]);
                let title = room.tongue.say("keys-title").to_owned();
                share
                    .ours
                    .push(Item::new(title, words, "/keys").titled_in_letters());
                None
            }
            _ => Some("keys-today-change"),
        };
        if let Some(key) = said {
            let words = room.tongue.say(key).to_owned();
            let title = room.tongue.say("keys-title").to_owned();
            share
                .ours
                .push(Item::new(title, words, "/keys").titled_in_letters());
        }
    }
    Ok(share)
}
