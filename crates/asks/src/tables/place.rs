//! Where somebody lives: a row of its own, because it dies sooner than the rest.

use super::AskRow;
use crate::{rules::AskId, schema::ask_places};
use diesel::prelude::*;
use kernel::{CircleId, Day, NetworkId, Viewer};
use store::{AnyConnection, ERASED, Row, Sealed, Stop, Vault, WrappedKey, set_fact};

const PLACES: &str = "ask_places";

/// Where somebody lives, as stored.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = ask_places)]
pub(crate) struct PlaceRow {
    pub id: AskId,
    pub network_id: NetworkId,
    pub place: Sealed,
    pub dies_on: Option<Day>,
    pub row_key: WrappedKey,
}

impl PlaceRow {
    pub fn row(&self) -> Row<'_> {
        Row {
            network: &self.network_id,
            table: PLACES,
            id: self.id.bytes(),
        }
    }
}

/// The place of an ask, if there is one still and this viewer may know it; else it is not even read.
pub(crate) fn place_seen_by(
    conn: &mut AnyConnection,
    viewer: &Viewer,
    vault: &Vault,
    ask: &AskRow,
    aid: CircleId,
) -> Result<Option<String>, Stop> {
    match crate::sight::place(ask, aid).includes(viewer) {
        true => place_text(conn, vault, ask),
        false => Ok(None),
    }
}

/// The same in the open, for what two people take out and for comparing with a newer file.
pub(crate) fn place_text(
    conn: &mut AnyConnection,
    vault: &Vault,
    ask: &AskRow,
) -> Result<Option<String>, Stop> {
    let Some(row) = place_row(conn, ask.network_id, ask.id)? else {
        return Ok(None);
    };
    Ok(Some(vault.open_key(row.row(), &row.row_key)?.open(
        row.row(),
        "place",
        &row.place,
    )?))
}

pub(crate) fn place_row(
    conn: &mut AnyConnection,
    network: NetworkId,
    ask: AskId,
) -> QueryResult<Option<PlaceRow>> {
    ask_places::table
        .filter(
            ask_places::network_id
                .eq(network)
                .and(ask_places::id.eq(ask)),
        )
        .select(PlaceRow::as_select())
        .first(conn)
        .optional()
}

/// Writes the place of an ask over the one before; an empty one is erased.
pub(crate) fn set_place(
    conn: &mut AnyConnection,
    vault: &Vault,
    network: NetworkId,
    ask: AskId,
    place: Option<&str>,
) -> Result<(), Stop> {
    let gone = diesel::delete(
        ask_places::table.filter(
            ask_places::network_id
                .eq(network)
                .and(ask_places::id.eq(ask)),
        ),
    )
    .execute(conn)?;
    if gone > 0 {
        set_fact(conn, network, ERASED, "yes")?;
    }
    if let Some(place) = place {
        let at = Row {
            network: &network,
            table: PLACES,
            id: ask.bytes(),
        };
        let (key, row_key) = vault.new_key(at)?;
        let row = PlaceRow {
            id: ask,
            network_id: network,
            place: key.seal(at, "place", place)?,
            dies_on: None,
            row_key,
        };
        diesel::insert_into(ask_places::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}
