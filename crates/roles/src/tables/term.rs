//! Terms.

use crate::{
    rules::{How, RoleId, Shadow, TermId},
    schema::terms,
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, PersonId};
use store::AnyConnection;

/// A term, as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = terms, treat_none_as_null = true)]
pub(crate) struct TermRow {
    pub id: TermId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub role_id: RoleId,
    pub person_id: PersonId,
    pub shadow_id: Option<PersonId>,
    /// The day they said yes; before it they are only asked.
    pub shadow_on: Option<Day>,
    pub from_at: Moment,
    pub to_at: Moment,
    pub how: How,
    /// The day the circle added thirty days.
    pub extended_on: Option<Day>,
}

impl TermRow {
    pub fn shadow(&self) -> Shadow {
        match (self.shadow_id, self.shadow_on) {
            (None, _) => Shadow::Nobody,
            (Some(person), None) => Shadow::Asked(person),
            (Some(person), Some(_)) => Shadow::Is(person),
        }
    }
}

pub(crate) fn terms(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<TermRow>> {
    terms::table
        .filter(terms::network_id.eq(network))
        .order((terms::from_at, terms::id))
        .select(TermRow::as_select())
        .load(conn)
}

pub(crate) fn term(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: TermId,
) -> QueryResult<TermRow> {
    terms::table
        .filter(terms::network_id.eq(network).and(terms::id.eq(id)))
        .select(TermRow::as_select())
        .first(conn)
}

pub(crate) fn put_term(conn: &mut AnyConnection, row: &TermRow) -> QueryResult<()> {
    diesel::insert_into(terms::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn save_term(conn: &mut AnyConnection, row: &TermRow) -> QueryResult<()> {
    diesel::update(terms::table.find(row.id))
        .set(row)
        .execute(conn)?;
    Ok(())
}

/// Somebody leaves: their terms go with them, and nobody learns alongside them any more.
pub(crate) fn forget_terms(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let ours = terms::network_id.eq(network);
    diesel::delete(terms::table.filter(ours.and(terms::person_id.eq(person)))).execute(conn)?;
    learns_no_more(conn, network, person)
}

/// Somebody learns nothing alongside any more.
pub(crate) fn learns_no_more(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let ours = terms::network_id.eq(network);
    diesel::update(terms::table.filter(ours.and(terms::shadow_id.eq(person))))
        .set((
            terms::shadow_id.eq(None::<PersonId>),
            terms::shadow_on.eq(None::<Day>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Terms that ended before this moment: nothing counts them any more.
pub(crate) fn erase_terms(
    conn: &mut AnyConnection,
    network: NetworkId,
    ended_before: Moment,
) -> QueryResult<usize> {
    let old = terms::network_id
        .eq(network)
        .and(terms::to_at.le(ended_before));
    diesel::delete(terms::table.filter(old)).execute(conn)
}
