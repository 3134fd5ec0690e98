//! Caucuses, who is of them, and what they are asked.

use crate::{
    rules::{Answer, CaucusId, Gate, GateId, ProposalId},
    schema::{caucus_members, caucuses, gates},
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId, YesNo};
use store::{AnyConnection, Sealed, Stop, Vault, WrappedKey, of_somebody, sealed_row, with_people};

pub(crate) const CAUCUSES: &str = "caucuses";
pub(crate) const MEMBERS: &str = "caucus_members";
pub(crate) const GATES: &str = "gates";

kernel::text_enum!(
    /// Whether somebody is of a caucus yet.
    MemberStage {
        /// They said that they are one of them; the convenor has not said yes.
        Asks = "asks",
        /// They are.
        Is = "is",
    }
);

kernel::id_type!(
    /// One who is of a caucus.
    MemberRowId
);

/// A caucus as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = caucuses)]
pub(crate) struct CaucusRow {
    pub id: CaucusId,
    pub network_id: NetworkId,
    pub name: Sealed,
    pub about: Sealed,
    pub convenor_id: PersonId,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(CaucusRow, CAUCUSES);

impl CaucusRow {
    /// Its name and what it says of itself.
    pub fn opened(&self, vault: &Vault) -> Result<(String, String), store::Error> {
        let key = self.key(vault)?;
        Ok((
            key.open(self.row(), "name", &self.name)?,
            key.open(self.row(), "about", &self.about)?,
        ))
    }
}

/// Somebody of a caucus, sealed.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = caucus_members)]
pub(crate) struct MemberRow {
    pub id: MemberRowId,
    pub network_id: NetworkId,
    pub caucus_id: CaucusId,
    pub who: Sealed,
    pub stage: MemberStage,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(MemberRow, MEMBERS);

of_somebody!(MemberRow);

/// A gate as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = gates, treat_none_as_null = true)]
pub(crate) struct GateRow {
    pub id: GateId,
    pub network_id: NetworkId,
    pub proposal_id: ProposalId,
    pub caucus_id: CaucusId,
    pub asked_on: Day,
    pub answer: Answer,
    pub version: i32,
    /// What would have to change, or why not, in their words.
    pub words: Option<Sealed>,
    pub help_asked: YesNo,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(GateRow, GATES);

impl GateRow {
    pub fn gate(&self) -> Gate {
        Gate {
            answer: self.answer,
            version: self.version,
            help_asked: self.help_asked.is_so(),
        }
    }

    pub fn take_on(&mut self, gate: Gate) {
        self.answer = gate.answer;
        self.version = gate.version;
        self.help_asked = gate.help_asked.into();
    }
}

pub(crate) fn caucuses_here(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<CaucusRow>> {
    caucuses::table
        .filter(caucuses::network_id.eq(network))
        .order(caucuses::id.asc())
        .select(CaucusRow::as_select())
        .load(conn)
}

pub(crate) fn caucus(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: CaucusId,
) -> QueryResult<CaucusRow> {
    let one = caucuses::network_id.eq(network).and(caucuses::id.eq(id));
    caucuses::table
        .filter(one)
        .select(CaucusRow::as_select())
        .first(conn)
}

pub(crate) fn put_caucus(conn: &mut AnyConnection, row: &CaucusRow) -> QueryResult<()> {
    let changed = diesel::update(caucuses::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(caucuses::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

/// A caucus dissolves: what it was asked is asked of nobody any more, and stays shut where it was.
pub(crate) fn remove_caucus(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: CaucusId,
) -> QueryResult<()> {
    let of = caucus_members::network_id
        .eq(network)
        .and(caucus_members::caucus_id.eq(id));
    diesel::delete(caucus_members::table.filter(of)).execute(conn)?;
    diesel::delete(caucuses::table.find(id)).execute(conn)?;
    Ok(())
}

/// Those who are of a caucus, and those who ask, each opened.
pub(crate) fn members_of(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, id): (NetworkId, CaucusId),
) -> Result<Vec<(MemberRow, PersonId)>, Stop> {
    let of = caucus_members::network_id
        .eq(network)
        .and(caucus_members::caucus_id.eq(id));
    let rows: Vec<MemberRow> = caucus_members::table
        .filter(of)
        .order(caucus_members::id.asc())
        .select(MemberRow::as_select())
        .load(conn)?;
    Ok(with_people(vault, rows)?)
}

pub(crate) fn add_member(conn: &mut AnyConnection, row: &MemberRow) -> QueryResult<()> {
    diesel::insert_into(caucus_members::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn is_member_now(conn: &mut AnyConnection, id: MemberRowId) -> QueryResult<()> {
    diesel::update(caucus_members::table.find(id))
        .set(caucus_members::stage.eq(MemberStage::Is))
        .execute(conn)?;
    Ok(())
}

pub(crate) fn remove_member(conn: &mut AnyConnection, id: MemberRowId) -> QueryResult<()> {
    diesel::delete(caucus_members::table.find(id)).execute(conn)?;
    Ok(())
}

pub(crate) fn gates_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ProposalId,
) -> QueryResult<Vec<GateRow>> {
    let of = gates::network_id.eq(network).and(gates::proposal_id.eq(id));
    gates::table
        .filter(of)
        .order(gates::id.asc())
        .select(GateRow::as_select())
        .load(conn)
}

/// What one caucus was asked.
pub(crate) fn gates_to(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: CaucusId,
) -> QueryResult<Vec<GateRow>> {
    let to = gates::network_id.eq(network).and(gates::caucus_id.eq(id));
    gates::table
        .filter(to)
        .order((gates::asked_on.desc(), gates::id.asc()))
        .select(GateRow::as_select())
        .load(conn)
}

pub(crate) fn gate(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: GateId,
) -> QueryResult<GateRow> {
    let one = gates::network_id.eq(network).and(gates::id.eq(id));
    gates::table
        .filter(one)
        .select(GateRow::as_select())
        .first(conn)
}

pub(crate) fn put_gate(conn: &mut AnyConnection, row: &GateRow) -> QueryResult<()> {
    let changed = diesel::update(gates::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(gates::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn remove_gate(conn: &mut AnyConnection, id: GateId) -> QueryResult<()> {
    diesel::delete(gates::table.find(id)).execute(conn)?;
    Ok(())
}

/// What those asked about a proposal were asked, as far as the circle knows.
pub(crate) fn raised_gates(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ProposalId,
) -> QueryResult<Vec<GateRow>> {
    let all = gates_of(conn, network, id)?;
    Ok(all
        .into_iter()
        .filter(|gate| gate.gate().is_raised())
        .collect())
}
