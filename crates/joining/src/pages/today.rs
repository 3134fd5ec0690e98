//! Its place on the Today page: a newcomer's first weeks, a buddy's newcomer, a circle that is
//! asked, calls that were promised, an agreement that changed.

use super::called;
use crate::{
    deeds,
    tables::{self, PathRow},
};
use kernel::{Member, PersonId};
use store::Stop;
use web::{Item, Room, TodayShare};

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    let own = tables::path(room.conn, me.network, me.id)?;
    if own.is_some() && !me.standing.reads_as_member() {
        let title = room.tongue.say("weeks-title").to_owned();
        let words = room.tongue.say("weeks-today").to_owned();
        share
            .yours
            .push(Item::new(title, words, "/first-weeks").titled_in_letters());
    }
    let is_here = me.standing != kernel::Standing::Guest && !me.is_resting();
    if is_here && !super::agreements::all_read(room, me)? {
        let title = room.tongue.say("agreements-title").to_owned();
        let words = room.tongue.say("agreements-today").to_owned();
        share
            .yours
            .push(Item::new(title, words, "/agreements").titled_in_letters());
    }
    if me.is_resting() || !me.standing.reads_as_member() {
        return Ok(share);
    }
    for row in tables::paths_now(room.conn, me.network)? {
        if row.id == me.id {
            continue;
        }
        if row.buddy_id == Some(me.id) && room.today <= row.buddy_until {
            share.yours.push(as_buddy(room, &row)?);
        } else if is_asked(room, me, &row)? {
            share.ours.push(as_circle(room, row.id)?);
        }
    }
    if deeds::welcomer(room, me).is_ok() {
        let (left, first_by) = tables::calls_to_take(room.conn, me.network)?;
        if let Some(day) = first_by {
            let said = [("n", left.into()), ("day", day.into())];
            let words = room.tongue.tell("calls-today", &said);
            let title = room.tongue.say("calls-title").to_owned();
            share
                .ours
                .push(Item::new(title, words, "/calls").titled_in_letters());
        }
    }
    Ok(share)
}

fn as_buddy(room: &mut Room<'_>, row: &PathRow) -> Result<Item, Stop> {
    let title = called(room, row.id)?;
    let words = match super::path::first_thing_of(room, row)? {
        Some(first) => first,
        None => room
            .tongue
            .tell("path-first-by", &[("day", row.first_by.into())]),
    };
    Ok(Item::new(title, words, format!("/newcomers/{}", row.id)))
}

/// A circle is asked until they are in, or this member has said a word.
fn is_asked(room: &mut Room<'_>, me: &Member, row: &PathRow) -> Result<bool, Stop> {
    let mine = row
        .circle_id
        .is_some_and(|circle| me.circles.contains(&circle));
    if !mine || row.asked_on.is_none() {
        return Ok(false);
    }
    let standing = people::standing_of(room.conn, me.network, row.id)?;
    if standing.is_none_or(|standing| standing.reads_as_member()) {
        return Ok(false);
    }
    let said = tables::said_of(room.conn, me.network, row.id)?;
    Ok(!said.iter().any(|(member, _)| *member == me.id))
}

fn as_circle(room: &mut Room<'_>, person: PersonId) -> Result<Item, Stop> {
    let handle = called(room, person)?;
    let words = room
        .tongue
        .tell("circle-asked", &[("handle", handle.clone().into())]);
    Ok(Item::new(handle, words, format!("/newcomers/{person}")))
}
