//! What somebody decides after asking, and who was asked.

use super::Way;
use crate::{
    rules::{AdviceId, AdviceStage, Asked, AskedId, Because},
    schema::{advice_asked, advices},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, PersonId};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

pub(crate) const ADVICES: &str = "advices";
pub(crate) const ASKED: &str = "advice_asked";

/// What somebody decides by themself, as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = advices, treat_none_as_null = true)]
pub(crate) struct AdviceRow {
    pub id: AdviceId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub author_id: Option<PersonId>,
    pub stage: AdviceStage,
    pub title: Sealed,
    pub words: Sealed,
    pub decided: Option<Sealed>,
    pub changed: Option<Sealed>,
    pub opened_on: Day,
    pub decided_on: Option<Day>,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(AdviceRow, ADVICES);

/// Somebody who was asked, as stored: with an account, or by the name they go by.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = advice_asked, treat_none_as_null = true)]
pub(crate) struct AskedRow {
    pub id: AskedId,
    pub network_id: NetworkId,
    pub advice_id: AdviceId,
    pub person_id: Option<PersonId>,
    pub name: Option<Sealed>,
    pub because: Because,
    pub words: Option<Sealed>,
    pub way: Way,
    pub asked_at: Moment,
    pub row_key: WrappedKey,
}
sealed_row!(AskedRow, ASKED);

impl AskedRow {
    pub fn asked(&self) -> Asked {
        Asked {
            because: self.because,
            at: self.asked_at,
            heard: self.words.is_some(),
        }
    }
}

pub(crate) fn advice(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: AdviceId,
) -> QueryResult<AdviceRow> {
    let one = advices::network_id.eq(network).and(advices::id.eq(id));
    advices::table
        .filter(one)
        .select(AdviceRow::as_select())
        .first(conn)
}

/// Those of these circles; the newest first.
pub(crate) fn advices_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    circles: &[CircleId],
) -> QueryResult<Vec<AdviceRow>> {
    advices::table
        .filter(advices::network_id.eq(network))
        .filter(advices::circle_id.eq_any(circles.to_vec()))
        .order((advices::opened_on.desc(), advices::id.asc()))
        .select(AdviceRow::as_select())
        .load(conn)
}

/// Those in which somebody was asked, that are still being asked or were decided since a day; the oldest
/// first.
pub(crate) fn advices_since(
    conn: &mut AnyConnection,
    network: NetworkId,
    (asked, since): (&[AskedRow], Day),
) -> QueryResult<Vec<AdviceRow>> {
    let ids: Vec<AdviceId> = asked.iter().map(|one| one.advice_id).collect();
    let decided = advices::decided_on.ge(since).assume_not_null();
    let fresh = advices::stage.eq(AdviceStage::Decided).and(decided);
    advices::table
        .filter(advices::network_id.eq(network))
        .filter(advices::id.eq_any(ids))
        .filter(advices::stage.eq(AdviceStage::Asking).or(fresh))
        .order((advices::opened_on.asc(), advices::id.asc()))
        .select(AdviceRow::as_select())
        .load(conn)
}

/// Every one, for an export.
pub(crate) fn all_advices(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<AdviceRow>> {
    advices::table
        .filter(advices::network_id.eq(network))
        .order((advices::opened_on.asc(), advices::id.asc()))
        .select(AdviceRow::as_select())
        .load(conn)
}

pub(crate) fn put_advice(conn: &mut AnyConnection, row: &AdviceRow) -> QueryResult<()> {
    let changed = diesel::update(advices::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(advices::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn asked_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: AdviceId,
) -> QueryResult<Vec<AskedRow>> {
    let of = advice_asked::network_id
        .eq(network)
        .and(advice_asked::advice_id.eq(id));
    advice_asked::table
        .filter(of)
        .order((advice_asked::asked_at.asc(), advice_asked::id.asc()))
        .select(AskedRow::as_select())
        .load(conn)
}

pub(crate) fn asked(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: AskedId,
) -> QueryResult<AskedRow> {
    let one = advice_asked::network_id
        .eq(network)
        .and(advice_asked::id.eq(id));
    advice_asked::table
        .filter(one)
        .select(AskedRow::as_select())
        .first(conn)
}

/// What somebody was asked.
pub(crate) fn asked_whom(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<AskedRow>> {
    let theirs = advice_asked::network_id
        .eq(network)
        .and(advice_asked::person_id.eq(person));
    advice_asked::table
        .filter(theirs.assume_not_null())
        .order((advice_asked::asked_at.asc(), advice_asked::id.asc()))
        .select(AskedRow::as_select())
        .load(conn)
}

pub(crate) fn put_asked(conn: &mut AnyConnection, row: &AskedRow) -> QueryResult<()> {
    let changed = diesel::update(advice_asked::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(advice_asked::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

/// Whoever leaves: what they advised goes, and that they were asked.
pub(crate) fn forget_advice(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let theirs = advice_asked::network_id
        .eq(network)
        .and(advice_asked::person_id.eq(person));
    diesel::delete(advice_asked::table.filter(theirs.assume_not_null())).execute(conn)?;
    Ok(())
}

/// Whoever leaves is no author any more.
pub(crate) fn unname_adviser(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let theirs = advices::network_id
        .eq(network)
        .and(advices::author_id.eq(person));
    diesel::update(advices::table.filter(theirs))
        .set(advices::author_id.eq(None::<PersonId>))
        .execute(conn)?;
    Ok(())
}
