//! Pairs.

use crate::{
    rules::{BuddyStage, Pair, PairTurn},
    schema::buddies,
};
use diesel::prelude::*;
use kernel::{Chance, Day, NetworkId, PersonId};
use store::AnyConnection;

kernel::id_type!(
    /// One pair.
    PairId
);

/// Two who are buddies, or of whom one asked.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = buddies, treat_none_as_null = true)]
pub(crate) struct PairRow {
    pub id: PairId,
    pub network_id: NetworkId,
    pub asker_id: PersonId,
    pub asked_id: PersonId,
    pub stage: BuddyStage,
    pub again_by: Option<PersonId>,
    pub until_day: Day,
}

impl PairRow {
    pub fn pair(&self) -> Pair {
        Pair {
            asker: self.asker_id,
            asked: self.asked_id,
            stage: self.stage,
            again_by: self.again_by,
            until: self.until_day,
        }
    }
}

/// Every pair somebody is in.
pub(crate) fn pairs_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<PairRow>> {
    let of = |asker: bool| {
        let rows = buddies::table
            .filter(buddies::network_id.eq(network))
            .into_boxed();
        match asker {
            true => rows.filter(buddies::asker_id.eq(person)),
            false => rows.filter(buddies::asked_id.eq(person)),
        }
    };
    // Two questions, each answered from an index of its own.
    let mut rows: Vec<PairRow> = of(true).select(PairRow::as_select()).load(conn)?;
    rows.extend(
        of(false)
            .select(PairRow::as_select())
            .load::<PairRow>(conn)?,
    );
    rows.sort_by_key(|row| (row.until_day, row.id));
    Ok(rows)
}

/// A pair, for one of the two; not there for anybody else.
pub(crate) fn pair_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    (id, person): (PairId, PersonId),
) -> QueryResult<PairRow> {
    let row: PairRow = buddies::table
        .filter(buddies::network_id.eq(network).and(buddies::id.eq(id)))
        .select(PairRow::as_select())
        .first(conn)?;
    match [row.asker_id, row.asked_id].contains(&person) {
        true => Ok(row),
        false => Err(diesel::result::Error::NotFound),
    }
}

pub(crate) fn put_pair(
    conn: &mut AnyConnection,
    chance: &dyn Chance,
    network: NetworkId,
    pair: &Pair,
) -> QueryResult<()> {
    diesel::insert_into(buddies::table)
        .values(PairRow {
            id: PairId::new(chance),
            network_id: network,
            asker_id: pair.asker,
            asked_id: pair.asked,
            stage: pair.stage,
            again_by: pair.again_by,
            until_day: pair.until,
        })
        .execute(conn)?;
    Ok(())
}

pub(crate) fn save_pair(conn: &mut AnyConnection, id: PairId, turn: &PairTurn) -> QueryResult<()> {
    match turn {
        PairTurn::Over => diesel::delete(buddies::table.find(id)).execute(conn)?,
        PairTurn::On(pair) => diesel::update(buddies::table.find(id))
            .set((
                buddies::stage.eq(pair.stage),
                buddies::again_by.eq(pair.again_by),
                buddies::until_day.eq(pair.until),
            ))
            .execute(conn)?,
    };
    Ok(())
}

/// Pairs whose day has passed.
pub(crate) fn pairs_past(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<PairRow>> {
    buddies::table
        .filter(
            buddies::network_id
                .eq(network)
                .and(buddies::until_day.lt(today)),
        )
        .select(PairRow::as_select())
        .load(conn)
}
