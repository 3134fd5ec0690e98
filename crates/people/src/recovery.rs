//! Printed words, for whoever has no mail and no passkey: ten times four words on a sheet of paper,
//! each good for coming in once.

use crate::{schema::printed_words, secrets};
use diesel::prelude::*;
use kernel::{Moment, NetworkId, PersonId};
use store::{AnyConnection, Error, Stop};
use web::{House, Lang};

kernel::id_type!(
    /// One line of a printed sheet.
    PrintedId
);

/// How many lines a sheet has.
pub(crate) const LINES: usize = 10;
/// How many words a line has: 4 × 11 bits, against a hundred guesses a day.
const WORDS: usize = 4;
/// A sheet is looked at again after a year, in days.
const REVIEW_DAYS: i32 = 365;

fn mark(house: &House, person: PersonId, words: &str) -> Result<Vec<u8>, Error> {
    let what = format!("{person} {}", secrets::plain(words));
    house
        .vault
        .mark(&house.network().id, "printed-words", &what)
}

/// A new sheet, instead of the one before; returns its lines, which are shown once.
pub(crate) fn print(
    conn: &mut AnyConnection,
    house: &House,
    (person, lang): (PersonId, Lang),
    now: Moment,
) -> Result<Vec<String>, Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    tear_up(conn, network.id, person)?;
    let mut lines: Vec<String> = Vec::new();
    while lines.len() < LINES {
        let line = secrets::words(&*house.chance, lang, WORDS);
        if lines.contains(&line) {
            continue;
        }
        diesel::insert_into(printed_words::table)
            .values((
                printed_words::id.eq(PrintedId::new(&*house.chance)),
                printed_words::network_id.eq(network.id),
                printed_words::person_id.eq(person),
                printed_words::words_mark.eq(mark(house, person, &line)?),
                printed_words::printed_on.eq(today),
                printed_words::review_on.eq(today.plus(REVIEW_DAYS)),
            ))
            .execute(conn)?;
        lines.push(line);
    }
    Ok(lines)
}

/// Uses a line up; false where these words stand on no sheet of theirs, or were used. Two at once:
/// one of them does.
pub(crate) fn use_up(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    words: &str,
) -> Result<bool, Stop> {
    let theirs = printed_words::network_id
        .eq(house.network().id)
        .and(printed_words::words_mark.eq(mark(house, person, words)?));
    let used = diesel::delete(printed_words::table.filter(theirs)).execute(conn)?;
    Ok(used == 1)
}

/// How many lines somebody has left.
pub(crate) fn left(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<i64> {
    let theirs = printed_words::network_id
        .eq(network)
        .and(printed_words::person_id.eq(person));
    printed_words::table.filter(theirs).count().get_result(conn)
}

/// Their sheet is worth nothing any more; returns how many lines it had left.
pub(crate) fn tear_up(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<usize> {
    let theirs = printed_words::network_id
        .eq(network)
        .and(printed_words::person_id.eq(person));
    diesel::delete(printed_words::table.filter(theirs)).execute(conn)
}
