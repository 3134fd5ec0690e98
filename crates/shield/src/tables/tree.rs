//! The places of the phone tree.

use crate::{rules::Tree, schema::tree_places};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

kernel::id_type!(
    /// One place of the phone tree.
    PlaceId
);

pub(crate) const TREE_PLACES: &str = "tree_places";

/// Somebody of the phone tree.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = tree_places)]
pub(crate) struct PlaceRow {
    pub id: PlaceId,
    pub network_id: NetworkId,
    pub member_id: Option<PersonId>,
    pub name: Option<Sealed>,
    pub number: Sealed,
    pub rung_from: Option<PlaceId>,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(PlaceRow, TREE_PLACES);

pub(crate) fn places(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<PlaceRow>> {
    tree_places::table
        .filter(tree_places::network_id.eq(network))
        .select(PlaceRow::as_select())
        .load(conn)
}

pub(crate) fn place_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    member: PersonId,
) -> QueryResult<Option<PlaceRow>> {
    tree_places::table
        .filter(
            tree_places::network_id
                .eq(network)
                .and(tree_places::member_id.eq(member)),
        )
        .select(PlaceRow::as_select())
        .first(conn)
        .optional()
}

/// The tree, as its rows have it.
pub(crate) fn tree_of(rows: &[PlaceRow]) -> Tree<PlaceId> {
    Tree::of(rows.iter().map(|row| (row.id, row.rung_from)))
}

pub(crate) fn put_place(conn: &mut AnyConnection, row: &PlaceRow) -> QueryResult<()> {
    diesel::insert_into(tree_places::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn set_number(
    conn: &mut AnyConnection,
    id: PlaceId,
    number: &Sealed,
    review_on: Day,
) -> QueryResult<()> {
    diesel::update(tree_places::table.find(id))
        .set((
            tree_places::number.eq(number),
            tree_places::review_on.eq(review_on),
        ))
        .execute(conn)?;
    Ok(())
}

pub(crate) fn erase_place(conn: &mut AnyConnection, id: PlaceId) -> QueryResult<()> {
    diesel::delete(tree_places::table.find(id)).execute(conn)?;
    Ok(())
}

/// Writes who rings whom where it changed.
pub(crate) fn save_tree(
    conn: &mut AnyConnection,
    rows: &[PlaceRow],
    tree: &Tree<PlaceId>,
) -> QueryResult<()> {
    for (id, from) in tree.pairs() {
        let stood = rows.iter().find(|row| row.id == id);
        if stood.is_some_and(|row| row.rung_from != from) {
            diesel::update(tree_places::table.find(id))
                .set(tree_places::rung_from.eq(from))
                .execute(conn)?;
        }
    }
    Ok(())
}

/// Places nobody has looked at for a year.
pub(crate) fn old_places(
    conn: &mut AnyConnection,
    network: NetworkId,
    last: Day,
) -> QueryResult<Vec<PlaceRow>> {
    tree_places::table
        .filter(
            tree_places::network_id
                .eq(network)
                .and(tree_places::review_on.le(last)),
        )
        .select(PlaceRow::as_select())
        .load(conn)
}
