//! What people need to be able to come, as stored: sealed, and gone with the day.

use crate::{
    rules::{ContainerId, NeedId},
    schema::access_needs,
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use store::{AnyConnection, Error, Row, Sealed, Vault, WrappedKey, sealed_row};

pub(crate) const NEEDS: &str = "access_needs";

/// What somebody needs.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = access_needs)]
pub(crate) struct NeedRow {
    pub id: NeedId,
    pub network_id: NetworkId,
    pub container_id: ContainerId,
    pub who: Sealed,
    pub words: Sealed,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(NeedRow, NEEDS);

impl NeedRow {
    /// Whose it is, and what they need.
    pub fn open(&self, vault: &Vault) -> Result<(Option<PersonId>, String), Error> {
        let key = self.key(vault)?;
        let who = key.open(self.row(), "who", &self.who)?;
        let words = key.open(self.row(), "words", &self.words)?;
        Ok((PersonId::parse(&who), words))
    }
}

/// Writes down what somebody needs, under a key that dies with the day.
pub(crate) fn add_need(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, id): (NetworkId, NeedId),
    (container, ends_on): (ContainerId, Day),
    (who, words): (PersonId, &str),
) -> Result<(), store::Stop> {
    let at = Row {
        network: &network,
        table: NEEDS,
        id: id.bytes(),
    };
    let (key, living) = vault.new_key(at)?;
    let row = NeedRow {
        id,
        network_id: network,
        container_id: container,
        who: key.seal(at, "who", &who.to_string())?,
        words: key.seal(at, "words", words)?,
        ends_on,
        row_key: vault.rewrap(at, &living, Some(ends_on))?,
    };
    diesel::insert_into(access_needs::table)
        .values(&row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn needs_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ContainerId,
) -> QueryResult<Vec<NeedRow>> {
    let of = access_needs::network_id
        .eq(network)
        .and(access_needs::container_id.eq(id));
    access_needs::table
        .filter(of)
        .order(access_needs::id.asc())
        .select(NeedRow::as_select())
        .load(conn)
}

pub(crate) fn needs_here(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<NeedRow>> {
    access_needs::table
        .filter(access_needs::network_id.eq(network))
        .order(access_needs::id.asc())
        .select(NeedRow::as_select())
        .load(conn)
}

pub(crate) fn remove_need(conn: &mut AnyConnection, id: NeedId) -> QueryResult<()> {
    diesel::delete(access_needs::table.find(id)).execute(conn)?;
    Ok(())
}

/// It is on another day: what people need is kept until then.
pub(crate) fn needs_until(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, id): (NetworkId, ContainerId),
    day: Day,
) -> Result<(), store::Stop> {
    for row in needs_of(conn, network, id)? {
        let key = vault.rewrap(row.row(), &row.row_key, Some(day))?;
        diesel::update(access_needs::table.find(row.id))
            .set((access_needs::ends_on.eq(day), access_needs::row_key.eq(key)))
            .execute(conn)?;
    }
    Ok(())
}
