//! Two sit down with one another: asked, agreed, met; each with a note of their own.

use super::{by_name, tie};
use crate::{
    rules::{Meeting, OneToOne, OneToOneId, Side, TieRefusal as No},
    tables::{self, MeetingRow, ONE_TO_ONES},
};
use kernel::{Member, PersonId, Standing, YesNo};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room, Typed};

/// Why one would like to meet, in characters.
pub(crate) const ABOUT_LIMIT: usize = 200;
/// A note of one's own, in characters.
pub(crate) const NOTE_LIMIT: usize = 2000;
/// What is asked goes in silence after so many days; what is agreed on, later.
const ASKED_DAYS: i32 = 30;
const AGREED_DAYS: i32 = 90;
/// A meeting, and the notes of it, are kept for a year.
const KEPT_DAYS: i32 = 365;

/// Whoever sits down with others: also in their first weeks.
pub(crate) fn takes_part(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing {
        Standing::Guest | Standing::Left => Err(Stop::NotThere),
        _ if me.liaison_of.is_empty() || me.standing.reads_as_member() => Ok(me),
        _ => Err(Stop::NotThere),
    }
}

/// One of my own, which of the two I am, and who the other is.
pub(crate) fn mine(
    room: &mut Room<'_>,
    id: OneToOneId,
) -> Result<(Member, MeetingRow, Side, PersonId), Stop> {
    let me = takes_part(room)?;
    let row = tables::meeting(room.conn, me.network, id)?;
    let (side, other) = row.side_of(&room.house.vault, me.id)?;
    Ok((me, row, side, other))
}

/// "Would you sit down with me?"
pub(crate) fn propose(room: &mut Room<'_>, typed: &Typed) -> Result<OneToOneId, Stop> {
    let me = takes_part(room)?;
    typed.at_most("about", ABOUT_LIMIT)?;
    let person = by_name(room, typed.text("who"))?.ok_or(No::NobodyByThatName)?;
    if person == me.id {
        return Err(No::SomebodyElse.into());
    }
    let mark = tables::mark(&room.house.vault, me.network, me.id)?;
    for row in tables::meetings_of(room.conn, me.network, &mark)? {
        let (side, other) = row.side_of(&room.house.vault, me.id)?;
        // That the other asked for the same is theirs to have said; it is answered on its own page.
        let mine = side == Side::One || row.stage == Meeting::Agreed;
        if other == person && row.stage != Meeting::Held && mine {
            return Err(No::UnderWay.into());
        }
    }
    let of = (me.id, person);
    let how = (OneToOne::proposed(), YesNo::No);
    begin(room.conn, room.house, of, how, typed.some("about"))
}

/// Two are to meet; without a browser.
pub(crate) fn begin(
    conn: &mut AnyConnection,
    house: &House,
    (one, other): (PersonId, PersonId),
    (rule, introduced): (OneToOne, YesNo),
    about: Option<&str>,
) -> Result<OneToOneId, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let fresh = house.vault.fresh::<OneToOneId>(network.id, ONE_TO_ONES)?;
    let id = fresh.id;
    let days = match rule.stage {
        Meeting::Proposed => ASKED_DAYS,
        _ => AGREED_DAYS,
    };
    let mut row = MeetingRow {
        id,
        network_id: network.id,
        one_mark: tables::mark(&house.vault, network.id, one)?,
        other_mark: tables::mark(&house.vault, network.id, other)?,
        who: fresh.seal("who", &tables::as_text(&[one, other]))?,
        stage: rule.stage,
        about: fresh.seal_some("about", about)?,
        next_thing: None,
        note_one: None,
        note_other: None,
        met_one: YesNo::No,
        met_other: YesNo::No,
        counts_one: YesNo::No,
        counts_other: YesNo::No,
        introduced,
        review_on: today.plus(days),
        row_key: fresh.row_key,
    };
    row.take_on(rule);
    tables::put_meeting(conn, &row)?;
    Ok(id)
}

/// Yes.
pub(crate) fn agree(room: &mut Room<'_>, id: OneToOneId) -> Result<(), Stop> {
    let (_, mut row, side, _) = mine(room, id)?;
    row.take_on(row.rule().agree(side)?);
    row.review_on = room.today.plus(AGREED_DAYS);
    Ok(tables::put_meeting(room.conn, &row)?)
}

/// Not now: it is gone, without a reason and without a word to anybody.
pub(crate) fn not_now(room: &mut Room<'_>, id: OneToOneId) -> Result<(), Stop> {
    let (_, row, _, _) = mine(room, id)?;
    if row.stage == Meeting::Held {
        return Err(No::UnderWay.into());
    }
    tables::remove_meeting(room.conn, row.id)?;
    Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
}

/// "We met", as one of them says.
pub(crate) fn met(room: &mut Room<'_>, id: OneToOneId) -> Result<(), Stop> {
    let (_, mut row, side, _) = mine(room, id)?;
    row.take_on(row.rule().met(side)?);
    if row.stage == Meeting::Held {
        row.review_on = room.today.plus(KEPT_DAYS);
    }
    Ok(tables::put_meeting(room.conn, &row)?)
}

/// A note of one's own; empty takes it back.
pub(crate) fn note(room: &mut Room<'_>, id: OneToOneId, typed: &Typed) -> Result<(), Stop> {
    let (_, mut row, side, _) = mine(room, id)?;
    typed.at_most("note_of_mine", NOTE_LIMIT)?;
    let key = row.key(&room.house.vault)?;
    let some = typed.some("note_of_mine");
    match side {
        Side::One => row.note_one = key.seal_some(row.row(), "note_one", some)?,
        Side::Other => row.note_other = key.seal_some(row.row(), "note_other", some)?,
    }
    tables::put_meeting(room.conn, &row)?;
    Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
}

/// One real next thing, or none; both read it.
pub(crate) fn next(room: &mut Room<'_>, id: OneToOneId, typed: &Typed) -> Result<(), Stop> {
    let (_, mut row, _, _) = mine(room, id)?;
    if row.stage == Meeting::Proposed {
        return Err(No::NotAgreed.into());
    }
    typed.at_most("next_thing", ABOUT_LIMIT)?;
    let key = row.key(&room.house.vault)?;
    row.next_thing = key.seal_some(row.row(), "next_thing", typed.some("next_thing"))?;
    Ok(tables::put_meeting(room.conn, &row)?)
}

/// One would count it as a tie, or not after all. Where both would, it is one from today.
pub(crate) fn count(room: &mut Room<'_>, id: OneToOneId, would: bool) -> Result<(), Stop> {
    let (_, mut row, side, _) = mine(room, id)?;
    let before = row.rule().is_a_tie();
    let rule = row.rule().count(side, would)?;
    row.take_on(rule);
    tables::put_meeting(room.conn, &row)?;
    if rule.is_a_tie() && !before {
        let two = row.two(&room.house.vault)?;
        tie::count(room.conn, room.house, two, room.today)?;
        if row.introduced.is_so() {
            tables::is_stale(room.conn, row.network_id)?;
        }
    }
    Ok(())
}
