//! What people do about P15: each loads, asks the rule, saves, tells; in one transaction.

pub(crate) mod choose;
pub(crate) mod hold;
pub(crate) mod lot;
pub(crate) mod role;
pub(crate) mod round;
pub(crate) mod shadow;

pub(crate) use hold::BY_CIRCLE;

use crate::{book::Book, rules::RolesRefusal, tables};
use kernel::{CircleId, Member, Moment, PersonId, Who};
use people::PeopleRefusal;
use store::{AnyConnection, Stop};
use web::{House, Room, Typed};

/// Who holds what is for the network's members; newcomers come to know it in person first.
pub(crate) fn reads(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match Who::Network(room.network.id).includes(&room.viewer) {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// How a circle chooses is its own: for anybody else there is no such page.
pub(crate) fn in_circle(room: &Room<'_>, circle: CircleId) -> Result<Member, Stop> {
    let me = reads(room)?;
    match crate::sight::within(circle).includes(&room.viewer) {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Whoever looks after the circle now.
pub(crate) fn looks_after(room: &mut Room<'_>, circle: CircleId) -> Result<Member, Stop> {
    let me = reads(room)?;
    match people::looks_after(room.conn, &me, circle, room.now)? {
        true => Ok(me),
        false => Err(PeopleRefusal::StewardsOnly.into()),
    }
}

/// The book, with what was held and not written down put into it: what is changed must be there.
pub(crate) fn adopt(
    conn: &mut AnyConnection,
    house: &House,
    now: Moment,
) -> Result<(Book, usize), Stop> {
    let book = Book::read(conn, house, now)?;
    for row in &book.unwritten {
        tables::put_term(conn, row)?;
    }
    let moved = book.unwritten.len();
    Ok((book, moved))
}

/// The book as a deed needs it.
pub(crate) fn book(room: &mut Room<'_>) -> Result<Book, Stop> {
    Ok(adopt(room.conn, room.house, room.now)?.0)
}

/// Somebody of the circle, chosen from a list or typed by the name they go by here.
pub(crate) fn somebody_of(
    room: &mut Room<'_>,
    circle: CircleId,
    typed: &Typed,
    field: &str,
) -> Result<PersonId, Stop> {
    let text = typed.text(field);
    let person = match PersonId::parse(text) {
        Some(person) => person,
        None => people::person_with_handle(room.conn, &room.house.vault, room.network.id, text)?
            .ok_or(PeopleRefusal::NobodyCalledThat)?,
    };
    match people::members_of(room.conn, room.network.id, circle)?.contains(&person) {
        true => Ok(person),
        false => Err(PeopleRefusal::NotOfTheCircle.into()),
    }
}

/// Refused unless this person may hold the role from a day on.
pub(crate) fn may_hold(
    conn: &mut AnyConnection,
    book: &Book,
    (role, person): (&crate::rules::Role, PersonId),
    how: crate::rules::How,
    first: kernel::Day,
    house: &House,
) -> Result<(), Stop> {
    let standing = people::standing_of(conn, house.network().id, person)?;
    let standing = standing.ok_or(RolesRefusal::NotNow)?;
    let by = book.candidate(role.id, person, standing);
    Ok(role.may_be_held(&by, how, first)?)
}
