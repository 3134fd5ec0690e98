//! Seasons of renewal, and what was chosen in them.

use crate::{
    rules::{Season, SeasonId, SeasonStage, Way, WordId},
    schema::{renewal_seasons, renewal_words},
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use store::{AnyConnection, ERASED, Sealed, WrappedKey, sealed_row, set_fact};

pub(crate) const WORDS: &str = "renewal_words";

/// A season.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = renewal_seasons, treat_none_as_null = true)]
pub(crate) struct SeasonRow {
    pub id: SeasonId,
    pub network_id: NetworkId,
    pub opens_on: Day,
    pub closes_on: Day,
    pub gathers_on: Option<Day>,
    pub stage: SeasonStage,
    pub ends_on: Day,
}

impl SeasonRow {
    pub fn season(&self) -> Season {
        Season {
            stage: self.stage,
            opens: self.opens_on,
            closes: self.closes_on,
        }
    }
}

/// That somebody spoke, and until the season is closed, what they chose.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = renewal_words)]
pub(crate) struct WordRow {
    pub id: WordId,
    pub network_id: NetworkId,
    pub season_id: SeasonId,
    pub member_id: PersonId,
    pub way: Way,
    pub word: Option<Sealed>,
    pub note: Option<Sealed>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(WordRow, WORDS);

/// Seasons that were not called off, the newest first.
pub(crate) fn seasons(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<SeasonRow>> {
    renewal_seasons::table
        .filter(renewal_seasons::network_id.eq(network))
        .filter(renewal_seasons::stage.ne(SeasonStage::CalledOff))
        .order((renewal_seasons::opens_on.desc(), renewal_seasons::id.asc()))
        .select(SeasonRow::as_select())
        .load(conn)
}

pub(crate) fn season(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: SeasonId,
) -> QueryResult<SeasonRow> {
    let one = renewal_seasons::network_id
        .eq(network)
        .and(renewal_seasons::id.eq(id));
    renewal_seasons::table
        .filter(one)
        .select(SeasonRow::as_select())
        .first(conn)
}

pub(crate) fn put_season(conn: &mut AnyConnection, row: &SeasonRow) -> QueryResult<()> {
    diesel::delete(renewal_seasons::table.find(row.id)).execute(conn)?;
    diesel::insert_into(renewal_seasons::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn words_in(
    conn: &mut AnyConnection,
    network: NetworkId,
    season: SeasonId,
) -> QueryResult<Vec<WordRow>> {
    let of = renewal_words::network_id
        .eq(network)
        .and(renewal_words::season_id.eq(season));
    renewal_words::table
        .filter(of)
        .order(renewal_words::id.asc())
        .select(WordRow::as_select())
        .load(conn)
}

pub(crate) fn word_of(
    conn: &mut AnyConnection,
    (network, season): (NetworkId, SeasonId),
    person: PersonId,
) -> QueryResult<Option<WordRow>> {
    let one = renewal_words::network_id
        .eq(network)
        .and(renewal_words::season_id.eq(season))
        .and(renewal_words::member_id.eq(person));
    renewal_words::table
        .filter(one)
        .select(WordRow::as_select())
        .first(conn)
        .optional()
}

/// What somebody chose, over what they chose before.
pub(crate) fn put_word(conn: &mut AnyConnection, row: &WordRow) -> QueryResult<()> {
    let one = renewal_words::network_id
        .eq(row.network_id)
        .and(renewal_words::season_id.eq(row.season_id))
        .and(renewal_words::member_id.eq(row.member_id));
    if diesel::delete(renewal_words::table.filter(one)).execute(conn)? > 0 {
        set_fact(conn, row.network_id, ERASED, "yes")?;
    }
    diesel::insert_into(renewal_words::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// The season is closed: what was chosen goes; that somebody spoke stays.
pub(crate) fn words_go(
    conn: &mut AnyConnection,
    network: NetworkId,
    season: SeasonId,
) -> QueryResult<usize> {
    let of = renewal_words::network_id
        .eq(network)
        .and(renewal_words::season_id.eq(season));
    set_fact(conn, network, ERASED, "yes")?;
    diesel::update(renewal_words::table.filter(of))
        .set((
            renewal_words::word.eq(None::<Sealed>),
            renewal_words::note.eq(None::<Sealed>),
        ))
        .execute(conn)
}

/// What somebody chose in every season.
pub(crate) fn words_by(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<WordRow>> {
    let theirs = renewal_words::network_id
        .eq(network)
        .and(renewal_words::member_id.eq(person));
    renewal_words::table
        .filter(theirs)
        .order(renewal_words::id.asc())
        .select(WordRow::as_select())
        .load(conn)
}

pub(crate) fn forget_words(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let theirs = renewal_words::network_id
        .eq(network)
        .and(renewal_words::member_id.eq(person));
    diesel::delete(renewal_words::table.filter(theirs)).execute(conn)?;
    Ok(())
}
