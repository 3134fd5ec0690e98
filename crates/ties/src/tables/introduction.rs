//! Somebody would like two to meet.

use super::people_in;
use crate::{
    rules::{IntroductionId, Side},
    schema::introductions,
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use store::{AnyConnection, Sealed, Stop, Vault, WrappedKey, sealed_row};

pub(crate) const INTRODUCTIONS: &str = "introductions";

kernel::text_enum!(
    /// Who is asked now.
    Asks {
        /// The first.
        One = "one",
        /// The other; the first said yes.
        Other = "other",
    }
);

/// One as stored. Who suggested it is not kept.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = introductions)]
pub(crate) struct IntroductionRow {
    pub id: IntroductionId,
    pub network_id: NetworkId,
    pub one_mark: Vec<u8>,
    pub other_mark: Vec<u8>,
    pub who: Sealed,
    pub cares: Sealed,
    pub asks: Asks,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(IntroductionRow, INTRODUCTIONS);

impl IntroductionRow {
    /// The two.
    pub fn two(&self, vault: &Vault) -> Result<(PersonId, PersonId), Stop> {
        let who = self.key(vault)?.open(self.row(), "who", &self.who)?;
        match people_in(&who)[..] {
            [one, other] => Ok((one, other)),
            _ => Err(Stop::NotThere),
        }
    }

    /// Whether it asks somebody now.
    pub fn asks_now(&self, mark: &[u8]) -> Option<Side> {
        match self.asks {
            Asks::One if self.one_mark == mark => Some(Side::One),
            Asks::Other if self.other_mark == mark => Some(Side::Other),
            _ => None,
        }
    }
}

pub(crate) fn introduction(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: IntroductionId,
) -> QueryResult<IntroductionRow> {
    let one = introductions::network_id
        .eq(network)
        .and(introductions::id.eq(id));
    introductions::table
        .filter(one)
        .select(IntroductionRow::as_select())
        .first(conn)
}

/// Those in which somebody is.
pub(crate) fn introductions_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    mark: &[u8],
) -> QueryResult<Vec<IntroductionRow>> {
    let mine = introductions::one_mark
        .eq(mark.to_vec())
        .or(introductions::other_mark.eq(mark.to_vec()));
    introductions::table
        .filter(introductions::network_id.eq(network))
        .filter(mine)
        .order(introductions::id.asc())
        .select(IntroductionRow::as_select())
        .load(conn)
}

pub(crate) fn put_introduction(conn: &mut AnyConnection, row: &IntroductionRow) -> QueryResult<()> {
    let changed = diesel::update(introductions::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(introductions::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn remove_introduction(conn: &mut AnyConnection, id: IntroductionId) -> QueryResult<()> {
    diesel::delete(introductions::table.find(id)).execute(conn)?;
    Ok(())
}
