//! Its place on the Today page.

use crate::{
    deeds::season,
    rules::{CoverSaid, SUGGEST_DAYS, SeasonStage},
    tables,
};
use kernel::Member;
use store::Stop;
use web::{Item, Room, TodayShare};

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if me.is_resting() {
        return Ok(share);
    }
    for row in tables::covered_by(room.conn, me.network, me.id)? {
        if row.cover_said == Some(CoverSaid::Asked) {
            let name = people::called(room, row.id)?;
            let key = row.key(&room.house.vault)?;
            let what = key.open_some(row.row(), "cover_words", row.cover_words.as_ref())?;
            let tongue = room.tongue.clone();
            let title = tongue.tell("today-cover", &[("name", name.into())]);
            let words = what.unwrap_or_else(|| tongue.say("today-cover-words").to_owned());
            share.yours.push(Item {
                in_letters: Some(tongue.say("today-cover-letter").to_owned()),
                ..Item::new(title, words, format!("/rest/{}/asked", row.id))
                    .with_button(tongue.say("cover-yes"), format!("/rest/{}/cover", row.id))
            });
        }
    }
    // Buddies read when somebody who rests may be reached.
    // Each is the other's buddy, so one's own are looked at and not everybody who rests.
    for buddy in room.house.buddies(room.conn, me.id)? {
        let row = tables::rest_of(room.conn, me.network, buddy)?;
        let Some(row) = row.filter(|row| row.landing_until.is_none()) else {
            continue;
        };
        if row.reach_me_if.is_none() {
            continue;
        }
        let name = people::called(room, row.id)?;
        let tongue = &room.tongue;
        let title = tongue.tell("today-buddy-rests", &[("name", name.into())]);
        let words = tongue.say("today-buddy-rests-words").to_owned();
        let mut item = Item::new(title, words, format!("/rest/{}", row.id));
        item.quiet = true;
        share.yours.push(item);
    }
    if !me.standing.reads_as_member() {
        return Ok(share);
    }
    for row in tables::seasons(room.conn, me.network)? {
        let mine = row
            .circle_id
            .is_none_or(|circle| me.circles.contains(&circle));
        let soon = row.stage == SeasonStage::Planned;
        if !mine || !soon {
            continue;
        }
        let waits = season::lifelines(room.conn, &row)?
            .iter()
            .any(|line| !line.holds());
        let args = [("from", row.from_on.into()), ("to", row.to_on.into())];
        let tongue = &room.tongue;
        let title = tongue.tell("today-season", &args);
        let key = if waits {
            "season-note-waits"
        } else {
            "season-note-ready"
        };
        let words = tongue.say(key).to_owned();
        let mut item = Item::new(title, words, format!("/rest-seasons/{}", row.id));
        item.quiet = true;
        share.ours.push(item);
    }
    if season::plans(room, None)? {
        let last = tables::last_season(room.conn, me.network)?;
        let since = last.unwrap_or(room.network.founded);
        if room.today.0 - since.0 > SUGGEST_DAYS {
            let title = room.tongue.say("today-propose-season").to_owned();
            let words = room.tongue.say("today-propose-season-words").to_owned();
            let mut item = Item::new(title, words, "/rest-seasons");
            item.quiet = true;
            share.ours.push(item);
        }
    }
    Ok(share)
}
