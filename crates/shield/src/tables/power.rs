//! The chain of what was done with power, and its words.

use crate::schema::{power_uses, power_words};
use diesel::prelude::*;
use kernel::{Day, NetworkId};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};
use web::PowerKind;

kernel::id_type!(
    /// One use of power.
    PowerId
);

pub(crate) const POWER_WORDS: &str = "power_words";

/// A link of the chain. The kind is text here: a word that was changed by hand must be found, not
/// fail to be read.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = power_uses)]
pub(crate) struct UseRow {
    pub id: PowerId,
    pub network_id: NetworkId,
    pub sequence: i64,
    pub on_day: Day,
    pub kind: String,
    pub commitment: Vec<u8>,
    pub hash: Vec<u8>,
}

/// Its words.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = power_words)]
pub(crate) struct WordsRow {
    pub id: PowerId,
    pub network_id: NetworkId,
    pub words: Sealed,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(WordsRow, POWER_WORDS);

/// The newest link.
pub(crate) fn newest(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Option<UseRow>> {
    power_uses::table
        .filter(power_uses::network_id.eq(network))
        .order(power_uses::sequence.desc())
        .select(UseRow::as_select())
        .first(conn)
        .optional()
}

pub(crate) fn put_use(conn: &mut AnyConnection, row: &UseRow, words: &WordsRow) -> QueryResult<()> {
    diesel::insert_into(power_uses::table)
        .values(row)
        .execute(conn)?;
    diesel::insert_into(power_words::table)
        .values(words)
        .execute(conn)?;
    Ok(())
}

/// Links after this number, in their order.
pub(crate) fn uses_after(
    conn: &mut AnyConnection,
    network: NetworkId,
    after: i64,
    most: i64,
) -> QueryResult<Vec<UseRow>> {
    power_uses::table
        .filter(
            power_uses::network_id
                .eq(network)
                .and(power_uses::sequence.gt(after)),
        )
        .order(power_uses::sequence)
        .limit(most)
        .select(UseRow::as_select())
        .load(conn)
}

/// The newest first, of these kinds; one more than fits on a page says that there are more.
pub(crate) fn uses_page(
    conn: &mut AnyConnection,
    network: NetworkId,
    not: &[PowerKind],
    (page, of): (i64, i64),
) -> QueryResult<Vec<UseRow>> {
    let not: Vec<&str> = not.iter().map(|kind| kind.as_str()).collect();
    power_uses::table
        .filter(
            power_uses::network_id
                .eq(network)
                .and(power_uses::kind.ne_all(not)),
        )
        .order(power_uses::sequence.desc())
        .offset(page * of)
        .limit(of + 1)
        .select(UseRow::as_select())
        .load(conn)
}

/// The words of these that are still there.
pub(crate) fn words_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    ids: Vec<PowerId>,
) -> QueryResult<Vec<WordsRow>> {
    power_words::table
        .filter(
            power_words::network_id
                .eq(network)
                .and(power_words::id.eq_any(ids)),
        )
        .select(WordsRow::as_select())
        .load(conn)
}

/// All words that are still there.
pub(crate) fn all_words(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<WordsRow>> {
    power_words::table
        .filter(power_words::network_id.eq(network))
        .select(WordsRow::as_select())
        .load(conn)
}

/// Shreds words: the row with its key goes, the link stays.
pub(crate) fn shred(conn: &mut AnyConnection, ids: Vec<PowerId>) -> QueryResult<usize> {
    diesel::delete(power_words::table.filter(power_words::id.eq_any(ids))).execute(conn)
}

/// Words whose year is over.
pub(crate) fn shred_old(
    conn: &mut AnyConnection,
    network: NetworkId,
    last: Day,
) -> QueryResult<usize> {
    diesel::delete(
        power_words::table.filter(
            power_words::network_id
                .eq(network)
                .and(power_words::ends_on.le(last)),
        ),
    )
    .execute(conn)
}
