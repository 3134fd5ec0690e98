//! Small facts about the store itself, such as the day it was last swept.

use crate::{AnyConnection, schema::facts};
use diesel::prelude::*;
use kernel::NetworkId;

/// Reads a fact.
pub fn fact(
    conn: &mut AnyConnection,
    network: NetworkId,
    name: &str,
) -> QueryResult<Option<String>> {
    facts::table
        .find((network, name))
        .select(facts::value)
        .first(conn)
        .optional()
}

/// Writes a fact over what stood there.
pub fn set_fact(
    conn: &mut AnyConnection,
    network: NetworkId,
    name: &str,
    value: &str,
) -> QueryResult<()> {
    let changed = diesel::update(facts::table.find((network, name)))
        .set(facts::value.eq(value))
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(facts::table)
            .values((
                facts::network_id.eq(network),
                facts::name.eq(name),
                facts::value.eq(value),
            ))
            .execute(conn)?;
    }
    Ok(())
}
