//! Ties that both count.

use super::people_in;
use crate::{rules::TieId, schema::ties};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId, YesNo};
use store::{AnyConnection, Sealed, Stop, Vault, WrappedKey, sealed_row};

pub(crate) const TIES: &str = "ties";

/// A tie as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = ties)]
pub(crate) struct TieRow {
    pub id: TieId,
    pub network_id: NetworkId,
    pub one_mark: Vec<u8>,
    pub other_mark: Vec<u8>,
    pub who: Sealed,
    pub still_one: YesNo,
    pub still_other: YesNo,
    pub renewed_on: Day,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(TieRow, TIES);

impl TieRow {
    /// The two.
    pub fn two(&self, vault: &Vault) -> Result<(PersonId, PersonId), Stop> {
        let who = self.key(vault)?.open(self.row(), "who", &self.who)?;
        match people_in(&who)[..] {
            [one, other] => Ok((one, other)),
            _ => Err(Stop::NotThere),
        }
    }
}

pub(crate) fn tie(conn: &mut AnyConnection, network: NetworkId, id: TieId) -> QueryResult<TieRow> {
    let one = ties::network_id.eq(network).and(ties::id.eq(id));
    ties::table
        .filter(one)
        .select(TieRow::as_select())
        .first(conn)
}

/// The tie of two, if there is one.
pub(crate) fn tie_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    (one, other): (&[u8], &[u8]),
) -> QueryResult<Option<TieRow>> {
    let this = ties::one_mark
        .eq(one.to_vec())
        .and(ties::other_mark.eq(other.to_vec()));
    let that = ties::one_mark
        .eq(other.to_vec())
        .and(ties::other_mark.eq(one.to_vec()));
    ties::table
        .filter(ties::network_id.eq(network))
        .filter(this.or(that))
        .select(TieRow::as_select())
        .first(conn)
        .optional()
}

/// Those of somebody.
pub(crate) fn ties_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    mark: &[u8],
) -> QueryResult<Vec<TieRow>> {
    let mine = ties::one_mark
        .eq(mark.to_vec())
        .or(ties::other_mark.eq(mark.to_vec()));
    ties::table
        .filter(ties::network_id.eq(network))
        .filter(mine)
        .order(ties::id.asc())
        .select(TieRow::as_select())
        .load(conn)
}

/// Two marks, and from which day their tie runs.
pub(crate) type MarkedTie = (Vec<u8>, Vec<u8>, Day);

/// All of a network, as pairs of marks with the day from which each runs: for what they add up to, which
/// needs nobody's name.
pub(crate) fn all_ties(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<MarkedTie>> {
    ties::table
        .filter(ties::network_id.eq(network))
        .order(ties::id.asc())
        .select((ties::one_mark, ties::other_mark, ties::renewed_on))
        .load(conn)
}

pub(crate) fn put_tie(conn: &mut AnyConnection, row: &TieRow) -> QueryResult<()> {
    let changed = diesel::update(ties::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(ties::table).values(row).execute(conn)?;
    }
    Ok(())
}

pub(crate) fn remove_tie(conn: &mut AnyConnection, id: TieId) -> QueryResult<()> {
    diesel::delete(ties::table.find(id)).execute(conn)?;
    Ok(())
}
