//! Who was asked for what, what anybody may be asked for, and who would stand in again.

use crate::{
    rules::{CommitmentId, PlaceId},
    schema::{ceilings, cover_asks, stand_ins},
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use store::{AnyConnection, ERASED, Error, Sealed, Vault, WrappedKey, sealed_row, set_fact};

pub(crate) const CEILINGS: &str = "ceilings";

kernel::text_enum!(
    /// What somebody who was asked has said.
    AskedSaid {
        /// Nothing, which is fine.
        Nothing = "nothing",
        /// "Not me, this time."
        NotMe = "not_me",
        /// The place looks for nobody any more. That they were asked counts for the day, and goes with
        /// its night.
        Over = "over",
    }
);

kernel::text_enum!(
    /// Why somebody was asked; a word of the sentence they read.
    Reason {
        /// They offered something that fits.
        Offered = "offered",
        /// They are in the circle.
        Circle = "circle",
        /// They stood in before, and both liked it.
        Again = "again",
        /// Whoever lays it down named them.
        Named = "named",
        /// It woke, and they gave their word for it.
        Woke = "woke",
    }
);

kernel::id_type!(
    /// One asking.
    AskedId
);

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = cover_asks)]
pub(crate) struct AskedRow {
    pub id: AskedId,
    pub network_id: NetworkId,
    pub place_id: PlaceId,
    pub asked_id: PersonId,
    pub asked_on: Day,
    pub reason: Reason,
    pub said: AskedSaid,
    pub ends_on: Day,
}

/// Everybody who was asked for the places there are.
pub(crate) fn all_asked(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<AskedRow>> {
    cover_asks::table
        .filter(cover_asks::network_id.eq(network))
        .select(AskedRow::as_select())
        .load(conn)
}

/// What one person is asked and has not answered, the newest asking first.
pub(crate) fn asked_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<AskedRow>> {
    cover_asks::table
        .filter(cover_asks::network_id.eq(network))
        .filter(cover_asks::asked_id.eq(person))
        .filter(cover_asks::said.eq(AskedSaid::Nothing))
        .order((cover_asks::asked_on.desc(), cover_asks::id.asc()))
        .select(AskedRow::as_select())
        .load(conn)
}

/// Whether somebody is asked for a place.
pub(crate) fn is_asked(
    conn: &mut AnyConnection,
    network: NetworkId,
    place: PlaceId,
    person: PersonId,
) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(
        cover_asks::table
            .filter(cover_asks::network_id.eq(network))
            .filter(cover_asks::place_id.eq(place))
            .filter(cover_asks::asked_id.eq(person)),
    ))
    .get_result(conn)
}

pub(crate) fn add_asked(conn: &mut AnyConnection, rows: &[AskedRow]) -> QueryResult<()> {
    for row in rows {
        let again = cover_asks::network_id
            .eq(row.network_id)
            .and(cover_asks::place_id.eq(row.place_id))
            .and(cover_asks::asked_id.eq(row.asked_id));
        diesel::delete(cover_asks::table.filter(again)).execute(conn)?;
        diesel::insert_into(cover_asks::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

/// "Not me": they are not asked for it again.
pub(crate) fn not_me(
    conn: &mut AnyConnection,
    network: NetworkId,
    place: PlaceId,
    person: PersonId,
) -> QueryResult<usize> {
    diesel::update(
        cover_asks::table
            .filter(cover_asks::network_id.eq(network))
            .filter(cover_asks::place_id.eq(place))
            .filter(cover_asks::asked_id.eq(person)),
    )
    .set(cover_asks::said.eq(AskedSaid::NotMe))
    .execute(conn)
}

/// Whoever rests or goes is asked nothing any more.
pub(crate) fn ask_no_more(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    diesel::delete(
        cover_asks::table
            .filter(cover_asks::network_id.eq(network))
            .filter(cover_asks::asked_id.eq(person)),
    )
    .execute(conn)?;
    Ok(())
}

/// What somebody may be asked for at once; the row's id is the person's.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = ceilings)]
pub(crate) struct CeilingRow {
    pub id: PersonId,
    pub network_id: NetworkId,
    pub most: Sealed,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(CeilingRow, CEILINGS);

impl CeilingRow {
    /// The number, for the planner and for its person alone.
    pub fn number(&self, vault: &Vault) -> Result<u32, Error> {
        let text = self.key(vault)?.open(self.row(), "most", &self.most)?;
        text.parse().map_err(|_| Error::Tampered)
    }
}

pub(crate) fn ceiling_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Option<CeilingRow>> {
    ceilings::table
        .filter(
            ceilings::network_id
                .eq(network)
                .and(ceilings::id.eq(person)),
        )
        .select(CeilingRow::as_select())
        .first(conn)
        .optional()
}

pub(crate) fn all_ceilings(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<CeilingRow>> {
    ceilings::table
        .filter(ceilings::network_id.eq(network))
        .select(CeilingRow::as_select())
        .load(conn)
}

pub(crate) fn put_ceiling(conn: &mut AnyConnection, row: &CeilingRow) -> QueryResult<()> {
    remove_ceiling(conn, row.network_id, row.id)?;
    diesel::insert_into(ceilings::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn remove_ceiling(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    match diesel::delete(ceilings::table.find(person)).execute(conn)? {
        0 => Ok(()),
        _ => set_fact(conn, network, ERASED, "yes"),
    }
}

/// Somebody who would stand in again.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = stand_ins)]
pub(crate) struct StandInRow {
    pub network_id: NetworkId,
    pub commitment_id: CommitmentId,
    pub would_id: PersonId,
    /// The holder would like it too.
    pub liked: bool,
    pub ends_on: Day,
}

pub(crate) fn stand_ins_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    commitment: CommitmentId,
) -> QueryResult<Vec<StandInRow>> {
    stand_ins::table
        .filter(stand_ins::network_id.eq(network))
        .filter(stand_ins::commitment_id.eq(commitment))
        .select(StandInRow::as_select())
        .load(conn)
}

/// The pairs that both liked.
pub(crate) fn liked(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<(CommitmentId, PersonId)>> {
    stand_ins::table
        .filter(stand_ins::network_id.eq(network))
        .filter(stand_ins::liked.eq(true))
        .select((stand_ins::commitment_id, stand_ins::would_id))
        .load(conn)
}

pub(crate) fn would_again(conn: &mut AnyConnection, row: &StandInRow) -> QueryResult<()> {
    let there = stand_ins::table.find((row.network_id, row.commitment_id, row.would_id));
    let known: Option<bool> = there.select(stand_ins::liked).first(conn).optional()?;
    if known.is_none() {
        diesel::insert_into(stand_ins::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn both_like(
    conn: &mut AnyConnection,
    network: NetworkId,
    commitment: CommitmentId,
    person: PersonId,
) -> QueryResult<usize> {
    diesel::update(stand_ins::table.find((network, commitment, person)))
        .set(stand_ins::liked.eq(true))
        .execute(conn)
}

pub(crate) fn forget_stand_in(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    diesel::delete(
        stand_ins::table.filter(
            stand_ins::network_id
                .eq(network)
                .and(stand_ins::would_id.eq(person)),
        ),
    )
    .execute(conn)?;
    Ok(())
}

/// Those who would stand in for a commitment go with it.
pub(crate) fn forget_stand_ins_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    commitment: CommitmentId,
) -> QueryResult<()> {
    diesel::delete(
        stand_ins::table.filter(
            stand_ins::network_id
                .eq(network)
                .and(stand_ins::commitment_id.eq(commitment)),
        ),
    )
    .execute(conn)?;
    Ok(())
}
