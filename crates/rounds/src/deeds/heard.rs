//! What was heard is said back, and only then replied to.

use super::{look, takes_part};
use crate::{
    deeds::slow::WORDS_LIMIT,
    rules::{EntryId, ReflectionId, ReplyId, RoundRefusal as No, Said, SlowId, may_reply},
    tables::{self, EntryRow, REFLECTIONS, REPLIES, ReflectionRow, ReplyRow},
};
use kernel::{Member, YesNo};
use store::{ERASED, Stop, set_fact};
use web::{Room, Typed};

/// An entry one may read: its round is open, and of a circle one is in.
fn entry(room: &mut Room<'_>, id: EntryId) -> Result<(Member, EntryRow), Stop> {
    let me = takes_part(room)?;
    let row = tables::entry_heard(room.conn, (me.network, id), room.now)?;
    let (me, _) = look(room, row.round_id)?;
    Ok((me, row))
}

fn words<'a>(typed: &'a Typed, name: &str) -> Result<&'a str, Stop> {
    typed.at_most(name, WORDS_LIMIT)?;
    Ok(typed.some(name).ok_or(No::WordsNeeded)?)
}

/// Somebody says back what they heard.
pub(crate) fn say_back(room: &mut Room<'_>, id: EntryId, typed: &Typed) -> Result<SlowId, Stop> {
    let (me, row) = entry(room, id)?;
    if row.member_id == me.id || row.words.is_none() {
        return Err(Stop::NotThere);
    }
    let said = words(typed, "heard")?;
    let fresh = room
        .house
        .vault
        .fresh::<ReflectionId>(row.network_id, REFLECTIONS)?;
    let heard = ReflectionRow {
        id: fresh.id,
        network_id: row.network_id,
        entry_id: row.id,
        member_id: me.id,
        words: fresh.seal("words", said)?,
        said: Said::Offered,
        ends_on: row.ends_on,
        row_key: fresh.row_key,
    };
    tables::put_reflection(room.conn, &heard)?;
    set_fact(room.conn, row.network_id, ERASED, "yes")?;
    Ok(row.round_id)
}

/// Whoever spoke says whether that is it. Nobody else can.
pub(crate) fn say_of(room: &mut Room<'_>, id: ReflectionId, said: Said) -> Result<SlowId, Stop> {
    let me = takes_part(room)?;
    let heard = tables::reflection(room.conn, me.network, id)?;
    let (me, row) = entry(room, heard.entry_id)?;
    if row.member_id != me.id {
        return Err(Stop::NotThere);
    }
    tables::say_of(room.conn, id, said)?;
    Ok(row.round_id)
}

/// Whoever spoke asks for no saying back; or asks for it after all.
pub(crate) fn waive(room: &mut Room<'_>, id: EntryId, waived: YesNo) -> Result<SlowId, Stop> {
    let (me, row) = entry(room, id)?;
    if row.member_id != me.id {
        return Err(Stop::NotThere);
    }
    tables::set_waived(room.conn, id, waived)?;
    Ok(row.round_id)
}

/// Somebody replies, after "yes, that's it". Whoever spoke may always answer under their own.
pub(crate) fn reply(room: &mut Room<'_>, id: EntryId, typed: &Typed) -> Result<SlowId, Stop> {
    let (me, row) = entry(room, id)?;
    if row.words.is_none() {
        return Err(Stop::NotThere);
    }
    let of = tables::reflections_of(room.conn, row.network_id, row.id)?;
    let mine = of.iter().find(|heard| heard.member_id == me.id);
    let waived = row.waived.is_so() || row.member_id == me.id;
    if !may_reply(mine.map(|heard| heard.said), waived) {
        return Err(No::HearFirst.into());
    }
    let said = words(typed, "reply")?;
    let fresh = room.house.vault.fresh::<ReplyId>(row.network_id, REPLIES)?;
    let reply = ReplyRow {
        id: fresh.id,
        network_id: row.network_id,
        entry_id: row.id,
        member_id: me.id,
        words: fresh.seal("words", said)?,
        ends_on: row.ends_on,
        row_key: fresh.row_key,
    };
    tables::put_reply(room.conn, &reply)?;
    Ok(row.round_id)
}
