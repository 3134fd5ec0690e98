//! Somebody would like two to meet. The one is asked first, and not told who the other is; the other only
//! if the one says yes. Nobody learns of a no, nor that anything was suggested.

use super::{acts, by_name, meeting, meeting::takes_part};
use crate::{
    rules::{IntroductionId, Meeting, OneToOne, OneToOneId, TieRefusal as No},
    tables::{self, Asks, INTRODUCTIONS, IntroductionRow},
};
use kernel::YesNo;
use store::{ERASED, Stop, set_fact};
use web::{Room, Typed};

/// What one of them cares about, in characters.
pub(crate) const CARES_LIMIT: usize = 80;
/// It is asked for so long; then it is gone in silence.
const ASKED_DAYS: i32 = 30;

/// Somebody suggests it. Who did is not kept: it comes from the network.
pub(crate) fn suggest(room: &mut Room<'_>, typed: &Typed) -> Result<(), Stop> {
    let me = acts(room)?;
    typed.at_most("cares", CARES_LIMIT)?;
    let one = by_name(room, typed.text("one"))?.ok_or(No::NobodyByThatName)?;
    let other = by_name(room, typed.text("other_one"))?.ok_or(No::NobodyByThatName)?;
    let cares = typed.some("cares").ok_or(No::TwoNeeded)?;
    if one == other || one == me.id || other == me.id {
        return Err(No::TwoNeeded.into());
    }
    let network = me.network;
    let one_mark = tables::mark(&room.house.vault, network, one)?;
    let other_mark = tables::mark(&room.house.vault, network, other)?;
    // Where they are asked already, or tied, or about to meet, nothing more is asked; and whoever suggests
    // it does not learn that.
    if tables::tie_of(room.conn, network, (&one_mark, &other_mark))?.is_some() {
        return Ok(());
    }
    let both = [&one_mark, &other_mark];
    for row in tables::introductions_of(room.conn, network, &one_mark)? {
        if both.contains(&&row.one_mark) && both.contains(&&row.other_mark) {
            return Ok(());
        }
    }
    let fresh = room
        .house
        .vault
        .fresh::<IntroductionId>(network, INTRODUCTIONS)?;
    let row = IntroductionRow {
        id: fresh.id,
        network_id: network,
        one_mark,
        other_mark,
        who: fresh.seal("who", &tables::as_text(&[one, other]))?,
        cares: fresh.seal("cares", cares)?,
        asks: Asks::One,
        review_on: room.today.plus(ASKED_DAYS),
        row_key: fresh.row_key,
    };
    Ok(tables::put_introduction(room.conn, &row)?)
}

/// One that asks whoever is in the room.
pub(crate) fn asked(room: &mut Room<'_>, id: IntroductionId) -> Result<IntroductionRow, Stop> {
    let me = takes_part(room)?;
    let row = tables::introduction(room.conn, me.network, id)?;
    let mark = tables::mark(&room.house.vault, me.network, me.id)?;
    row.asks_now(&mark).ok_or(Stop::NotThere)?;
    Ok(row)
}

/// Yes: then the other is asked; when both say so, they are to meet.
pub(crate) fn yes(room: &mut Room<'_>, id: IntroductionId) -> Result<Option<OneToOneId>, Stop> {
    let mut row = asked(room, id)?;
    if row.asks == Asks::One {
        row.asks = Asks::Other;
        row.review_on = room.today.plus(ASKED_DAYS);
        tables::put_introduction(room.conn, &row)?;
        return Ok(None);
    }
    let two = row.two(&room.house.vault)?;
    let cares = row
        .key(&room.house.vault)?
        .open(row.row(), "cares", &row.cares)?;
    let agreed = OneToOne {
        stage: Meeting::Agreed,
        ..OneToOne::proposed()
    };
    let how = (agreed, YesNo::Yes);
    let met = meeting::begin(room.conn, room.house, two, how, Some(&cares))?;
    gone(room, &row)?;
    Ok(Some(met))
}

/// Not now: it is gone, and nobody ever hears of it.
pub(crate) fn not_now(room: &mut Room<'_>, id: IntroductionId) -> Result<(), Stop> {
    let row = asked(room, id)?;
    gone(room, &row)
}

fn gone(room: &mut Room<'_>, row: &IntroductionRow) -> Result<(), Stop> {
    tables::remove_introduction(room.conn, row.id)?;
    Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
}
