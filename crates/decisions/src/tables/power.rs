//! Public offices and institutions on a circle's map of power.

use crate::{
    rules::{NodeId, NodeKind, Stand, Weight},
    schema::power_nodes,
};
use diesel::prelude::*;
use kernel::{CircleId, Day, NetworkId};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

pub(crate) const NODES: &str = "power_nodes";

/// One of them as stored. Who put it there is not kept.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = power_nodes, treat_none_as_null = true)]
pub(crate) struct NodeRow {
    pub id: NodeId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub name: Sealed,
    pub note: Option<Sealed>,
    pub kind: NodeKind,
    pub weight: Weight,
    pub stand: Stand,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(NodeRow, NODES);

pub(crate) fn nodes_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    circle: CircleId,
) -> QueryResult<Vec<NodeRow>> {
    let of = power_nodes::network_id
        .eq(network)
        .and(power_nodes::circle_id.eq(circle));
    power_nodes::table
        .filter(of)
        .order(power_nodes::id.asc())
        .select(NodeRow::as_select())
        .load(conn)
}

pub(crate) fn node(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: NodeId,
) -> QueryResult<NodeRow> {
    let one = power_nodes::network_id
        .eq(network)
        .and(power_nodes::id.eq(id));
    power_nodes::table
        .filter(one)
        .select(NodeRow::as_select())
        .first(conn)
}

pub(crate) fn put_node(conn: &mut AnyConnection, row: &NodeRow) -> QueryResult<()> {
    let changed = diesel::update(power_nodes::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(power_nodes::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn remove_node(conn: &mut AnyConnection, id: NodeId) -> QueryResult<()> {
    diesel::delete(power_nodes::table.find(id)).execute(conn)?;
    Ok(())
}
