//! What all ties add up to, and how long people stayed.

use crate::schema::{endings, pictures};
use diesel::prelude::*;
use kernel::{Day, NetworkId, YesNo};
use store::{AnyConnection, ERASED, Sealed, WrappedKey, sealed_row, set_fact};

pub(crate) const PICTURES: &str = "pictures";

kernel::id_type!(
    /// The picture of a network.
    PictureId
);
kernel::id_type!(
    /// That somebody left.
    EndingId
);

/// The picture as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = pictures)]
pub(crate) struct PictureRow {
    pub id: PictureId,
    pub network_id: NetworkId,
    pub made_on: Day,
    pub stale: YesNo,
    pub drawn: Sealed,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(PictureRow, PICTURES);

/// That somebody left: nothing of who.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = endings)]
pub(crate) struct EndingRow {
    pub id: EndingId,
    pub network_id: NetworkId,
    pub months: i32,
    pub handed_over: YesNo,
    pub review_on: Day,
}

pub(crate) fn picture_of(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Option<PictureRow>> {
    pictures::table
        .filter(pictures::network_id.eq(network))
        .select(PictureRow::as_select())
        .first(conn)
        .optional()
}

/// The picture of a network, in place of the one before: there is no history, and no copy of one can be
/// read after the night.
pub(crate) fn put_picture(
    conn: &mut AnyConnection,
    network: NetworkId,
    row: Option<&PictureRow>,
) -> QueryResult<()> {
    let there = pictures::table.filter(pictures::network_id.eq(network));
    if diesel::delete(there).execute(conn)? > 0 {
        set_fact(conn, network, ERASED, "yes")?;
    }
    if let Some(row) = row {
        diesel::insert_into(pictures::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

/// It is made anew at the next occasion.
pub(crate) fn is_stale(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<()> {
    diesel::update(pictures::table.filter(pictures::network_id.eq(network)))
        .set(pictures::stale.eq(YesNo::Yes))
        .execute(conn)?;
    Ok(())
}

pub(crate) fn endings_here(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<EndingRow>> {
    endings::table
        .filter(endings::network_id.eq(network))
        .order(endings::id.asc())
        .select(EndingRow::as_select())
        .load(conn)
}

pub(crate) fn add_ending(conn: &mut AnyConnection, row: &EndingRow) -> QueryResult<()> {
    diesel::insert_into(endings::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}
