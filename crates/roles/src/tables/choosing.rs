//! Choosings that go on, and what people say in them.

use crate::{
    rules::{Kind, RoleId, Says, Stage},
    schema::{choosing_words, choosings, lot_pools, nominations},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, PersonId};
use store::{AnyConnection, ERASED, Sealed, Stop, WrappedKey, sealed_row, set_fact};

kernel::id_type!(
    /// One choosing.
    ChoosingId
);
kernel::id_type!(
    /// One nomination.
    NominationId
);
kernel::id_type!(
    /// What one member said of a proposal.
    WordId
);

pub(crate) const CHOOSINGS: &str = "choosings";
pub(crate) const NOMINATIONS: &str = "nominations";
pub(crate) const WORDS: &str = "choosing_words";

/// A choosing, as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = choosings, treat_none_as_null = true)]
pub(crate) struct ChoosingRow {
    pub id: ChoosingId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub role_id: RoleId,
    pub kind: Kind,
    pub stage: Stage,
    pub opened_by: Option<PersonId>,
    /// Who is proposed, or was drawn and is asked now.
    pub candidate_id: Option<PersonId>,
    /// The day they said yes themself.
    pub said_yes_on: Option<Day>,
    /// The last day of the term, where it is shorter than usual.
    pub last_day: Option<Day>,
    pub criteria: Option<Sealed>,
    /// A lot's closed list, as it was hashed.
    pub list: Option<Sealed>,
    pub list_hash: Option<String>,
    pub frozen_at: Option<Moment>,
    /// The hash of a secret text that becomes the seed.
    pub promised_hash: Option<String>,
    pub promised_by: Option<PersonId>,
    pub promised_at: Option<Moment>,
    pub first_rolls: Option<String>,
    pub first_by: Option<PersonId>,
    pub seed: Option<String>,
    pub drawn_at: Option<Moment>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(ChoosingRow, CHOOSINGS);

impl ChoosingRow {
    /// A choosing in which nothing has happened yet.
    pub fn opened(
        (id, network_id): (ChoosingId, NetworkId),
        (circle_id, role_id): (CircleId, RoleId),
        kind: Kind,
        row_key: WrappedKey,
    ) -> Self {
        Self {
            id,
            network_id,
            circle_id,
            role_id,
            kind,
            stage: kind.begins(),
            opened_by: None,
            candidate_id: None,
            said_yes_on: None,
            last_day: None,
            criteria: None,
            list: None,
            list_hash: None,
            frozen_at: None,
            promised_hash: None,
            promised_by: None,
            promised_at: None,
            first_rolls: None,
            first_by: None,
            seed: None,
            drawn_at: None,
            ends_on: Day(0),
            row_key,
        }
    }
}

/// Whom somebody would like, and why.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = nominations)]
pub(crate) struct NominationRow {
    pub id: NominationId,
    pub network_id: NetworkId,
    pub choosing_id: ChoosingId,
    pub nominator_id: PersonId,
    /// A person's id, sealed: nobody reads it while names are silent.
    pub nominee: Sealed,
    pub why: Sealed,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(NominationRow, NOMINATIONS);

/// What somebody says of a proposal.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = choosing_words)]
pub(crate) struct WordRow {
    pub id: WordId,
    pub network_id: NetworkId,
    pub choosing_id: ChoosingId,
    pub member_id: PersonId,
    pub says: Says,
    pub words: Option<Sealed>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(WordRow, WORDS);

pub(crate) fn choosings(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<ChoosingRow>> {
    choosings::table
        .filter(choosings::network_id.eq(network))
        .order((choosings::ends_on, choosings::id))
        .select(ChoosingRow::as_select())
        .load(conn)
}

pub(crate) fn choosing(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ChoosingId,
) -> QueryResult<ChoosingRow> {
    choosings::table
        .filter(choosings::network_id.eq(network).and(choosings::id.eq(id)))
        .select(ChoosingRow::as_select())
        .first(conn)
}

pub(crate) fn put_choosing(conn: &mut AnyConnection, row: &ChoosingRow) -> QueryResult<()> {
    diesel::insert_into(choosings::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn save_choosing(conn: &mut AnyConnection, row: &ChoosingRow) -> QueryResult<()> {
    diesel::update(choosings::table.find(row.id))
        .set(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn nominations(
    conn: &mut AnyConnection,
    row: &ChoosingRow,
) -> QueryResult<Vec<NominationRow>> {
    nominations::table
        .filter(
            nominations::network_id
                .eq(row.network_id)
                .and(nominations::choosing_id.eq(row.id)),
        )
        .order(nominations::id)
        .select(NominationRow::as_select())
        .load(conn)
}

/// Who has written a name, and not which.
pub(crate) fn nominators(
    conn: &mut AnyConnection,
    row: &ChoosingRow,
) -> QueryResult<Vec<PersonId>> {
    nominations::table
        .filter(
            nominations::network_id
                .eq(row.network_id)
                .and(nominations::choosing_id.eq(row.id)),
        )
        .select(nominations::nominator_id)
        .load(conn)
}

/// Saves a nomination over the one the same person made before.
pub(crate) fn save_nomination(conn: &mut AnyConnection, row: &NominationRow) -> QueryResult<()> {
    let before = nominations::network_id
        .eq(row.network_id)
        .and(nominations::choosing_id.eq(row.choosing_id))
        .and(nominations::nominator_id.eq(row.nominator_id));
    if diesel::delete(nominations::table.filter(before)).execute(conn)? > 0 {
        set_fact(conn, row.network_id, ERASED, "yes")?;
    }
    diesel::insert_into(nominations::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn words(conn: &mut AnyConnection, row: &ChoosingRow) -> QueryResult<Vec<WordRow>> {
    choosing_words::table
        .filter(
            choosing_words::network_id
                .eq(row.network_id)
                .and(choosing_words::choosing_id.eq(row.id)),
        )
        .order(choosing_words::id)
        .select(WordRow::as_select())
        .load(conn)
}

/// Saves what somebody says over what they said before.
pub(crate) fn save_word(conn: &mut AnyConnection, row: &WordRow) -> QueryResult<()> {
    let before = choosing_words::network_id
        .eq(row.network_id)
        .and(choosing_words::choosing_id.eq(row.choosing_id))
        .and(choosing_words::member_id.eq(row.member_id));
    if diesel::delete(choosing_words::table.filter(before)).execute(conn)? > 0 {
        set_fact(conn, row.network_id, ERASED, "yes")?;
    }
    diesel::insert_into(choosing_words::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Who is willing.
pub(crate) fn pool(conn: &mut AnyConnection, row: &ChoosingRow) -> QueryResult<Vec<PersonId>> {
    lot_pools::table
        .filter(
            lot_pools::network_id
                .eq(row.network_id)
                .and(lot_pools::choosing_id.eq(row.id)),
        )
        .order(lot_pools::member_id)
        .select(lot_pools::member_id)
        .load(conn)
}

pub(crate) fn into_pool(
    conn: &mut AnyConnection,
    row: &ChoosingRow,
    member: PersonId,
) -> QueryResult<()> {
    out_of_pool(conn, row, member)?;
    diesel::insert_into(lot_pools::table)
        .values((
            lot_pools::network_id.eq(row.network_id),
            lot_pools::choosing_id.eq(row.id),
            lot_pools::member_id.eq(member),
            lot_pools::ends_on.eq(row.ends_on),
        ))
        .execute(conn)?;
    Ok(())
}

pub(crate) fn out_of_pool(
    conn: &mut AnyConnection,
    row: &ChoosingRow,
    member: PersonId,
) -> QueryResult<()> {
    let mine = lot_pools::network_id
        .eq(row.network_id)
        .and(lot_pools::choosing_id.eq(row.id))
        .and(lot_pools::member_id.eq(member));
    diesel::delete(lot_pools::table.filter(mine)).execute(conn)?;
    Ok(())
}

/// What people said of a proposal goes, when the proposal does.
pub(crate) fn erase_words(conn: &mut AnyConnection, row: &ChoosingRow) -> Result<(), Stop> {
    let of = choosing_words::network_id
        .eq(row.network_id)
        .and(choosing_words::choosing_id.eq(row.id));
    diesel::delete(choosing_words::table.filter(of)).execute(conn)?;
    set_fact(conn, row.network_id, ERASED, "yes")?;
    Ok(())
}

/// Who nominated whom, who said what, who was willing: all of it goes.
pub(crate) fn erase_said(conn: &mut AnyConnection, row: &ChoosingRow) -> Result<(), Stop> {
    let names = nominations::network_id
        .eq(row.network_id)
        .and(nominations::choosing_id.eq(row.id));
    diesel::delete(nominations::table.filter(names)).execute(conn)?;
    let pool = lot_pools::network_id
        .eq(row.network_id)
        .and(lot_pools::choosing_id.eq(row.id));
    diesel::delete(lot_pools::table.filter(pool)).execute(conn)?;
    erase_words(conn, row)
}

/// The choosing goes, with all that was said in it.
pub(crate) fn erase_choosing(conn: &mut AnyConnection, row: &ChoosingRow) -> Result<(), Stop> {
    erase_said(conn, row)?;
    diesel::delete(choosings::table.find(row.id)).execute(conn)?;
    Ok(())
}

/// What somebody who leaves said in a choosing.
pub(crate) fn forget_said(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let names = nominations::network_id
        .eq(network)
        .and(nominations::nominator_id.eq(person));
    diesel::delete(nominations::table.filter(names)).execute(conn)?;
    let words = choosing_words::network_id
        .eq(network)
        .and(choosing_words::member_id.eq(person));
    diesel::delete(choosing_words::table.filter(words)).execute(conn)?;
    let pools = lot_pools::network_id
        .eq(network)
        .and(lot_pools::member_id.eq(person));
    diesel::delete(lot_pools::table.filter(pools)).execute(conn)?;
    Ok(())
}

pub(crate) fn erase_nomination(conn: &mut AnyConnection, id: NominationId) -> QueryResult<()> {
    diesel::delete(nominations::table.find(id)).execute(conn)?;
    Ok(())
}
