//! Its place on the Today page: quietly, what acts now and what one is asked.

use super::{alert, lane};
use crate::{
    deeds::{
        alert::{Near, near},
        lane as deed,
    },
    rules::{AlertStage, LaneStage},
    tables::{self, Goes},
};
use kernel::Member;
use store::Stop;
use web::{Item, Room, TodayShare};

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if me.is_resting() || !me.standing.reads_as_member() {
        return Ok(share);
    }
    for row in tables::rapids_open(room.conn, me.network)? {
        let mine = me.circles.contains(&row.circle_id);
        let convenes = deed::convenor(room, &row)? == Some(me.id);
        if !mine && !convenes {
            continue;
        }
        let Some(step) = lane::step_of(room, &row)? else {
            continue;
        };
        let there = format!("/rapid/{}", row.id);
        let tongue = room.tongue.clone();
        let asks = match row.stage {
            LaneStage::Waits if convenes && !row.lane().voice.is_heard() => {
                Some("today-rapid-voice")
            }
            LaneStage::Waits
                if mine && row.opener_id != Some(me.id) && row.cosigner_id.is_none() =>
            {
                Some("today-rapid-second")
            }
            LaneStage::Ended if mine && row.opener_id != Some(me.id) => Some("today-rapid-review"),
            _ => None,
        };
        if let Some(asks) = asks {
            let mut item = Item::new(step, tongue.say(asks).to_owned(), there);
            item.in_letters = Some(tongue.say("today-rapid-letter").to_owned());
            share.yours.push(item);
        } else if matches!(row.stage, LaneStage::Waits | LaneStage::Live) {
            let mut item = Item::new(step, lane::stands(room, &row), there);
            item.quiet = true;
            share.ours.push(item);
        }
    }
    alerts(room, me, &mut share)?;
    Ok(share)
}

fn alerts(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    for row in tables::alerts_here(room.conn, me.network, room.now)? {
        let Some(near) = near(room, me, &row)? else {
            continue;
        };
        let title = alert::title(room, me, &row)?;
        let there = format!("/alerts/{}", row.id);
        let tongue = room.tongue.clone();
        let open = !matches!(row.stage, AlertStage::Cleared | AlertStage::Uncertain);
        let asks = match (near, row.stage) {
            (Near::Line, AlertStage::Reported) => Some("today-alert-line"),
            (Near::Looker(Goes::Open), _) if open => Some("today-alert-look"),
            _ => None,
        };
        let words = asks.unwrap_or(alert::stage(row.stage));
        let mut item = Item::new(title, tongue.say(words).to_owned(), there);
        match asks {
            Some(_) => {
                item.in_letters = Some(tongue.say("today-alert-letter").to_owned());
                share.yours.push(item);
            }
            None => {
                item.quiet = true;
                share.ours.push(item);
            }
        }
    }
    Ok(())
}
