//! What people said of a proposal.

use crate::{
    rules::{ObjectionState, ProposalId, VoiceId, VoiceKind},
    schema::voices,
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

pub(crate) const VOICES: &str = "voices";

kernel::text_enum!(
    /// How a voice came.
    Way {
        /// From themself.
        Own = "own",
        /// By phone, written down by whoever looks after the circle.
        Phone = "phone",
        /// By phone, and they have said since that it is what they said.
        Confirmed = "confirmed",
    }
);

/// A voice as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = voices, treat_none_as_null = true)]
pub(crate) struct VoiceRow {
    pub id: VoiceId,
    pub network_id: NetworkId,
    pub proposal_id: ProposalId,
    pub member_id: Option<PersonId>,
    pub kind: VoiceKind,
    pub version: i32,
    pub words: Option<Sealed>,
    pub objection: Option<ObjectionState>,
    pub way: Way,
    pub said_on: Day,
    pub ends_on: Option<Day>,
    pub row_key: WrappedKey,
}
sealed_row!(VoiceRow, VOICES);

impl VoiceRow {
    pub fn is_open_objection(&self) -> bool {
        self.objection == Some(ObjectionState::Open)
    }
}

pub(crate) fn voices_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ProposalId,
) -> QueryResult<Vec<VoiceRow>> {
    let of = voices::network_id
        .eq(network)
        .and(voices::proposal_id.eq(id));
    voices::table
        .filter(of)
        .order((voices::said_on.asc(), voices::id.asc()))
        .select(VoiceRow::as_select())
        .load(conn)
}

pub(crate) fn voice(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: VoiceId,
) -> QueryResult<VoiceRow> {
    let one = voices::network_id.eq(network).and(voices::id.eq(id));
    voices::table
        .filter(one)
        .select(VoiceRow::as_select())
        .first(conn)
}

pub(crate) fn put_voice(conn: &mut AnyConnection, row: &VoiceRow) -> QueryResult<()> {
    let changed = diesel::update(voices::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(voices::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

/// Takes back what somebody said in the round on one text, but for objections: they stand until met.
pub(crate) fn unsay(
    conn: &mut AnyConnection,
    (network, id, version): (NetworkId, ProposalId, i32),
    person: PersonId,
) -> QueryResult<()> {
    let round = [VoiceKind::Consent, VoiceKind::Pass, VoiceKind::StandAside];
    let theirs = voices::network_id
        .eq(network)
        .and(voices::proposal_id.eq(id))
        .and(voices::version.eq(version))
        .and(voices::member_id.eq(person))
        .assume_not_null()
        .and(voices::kind.eq_any(round));
    diesel::delete(voices::table.filter(theirs)).execute(conn)?;
    Ok(())
}

/// It is in effect: what was said goes in a month, but for objections and how they were met.
pub(crate) fn voices_go(
    conn: &mut AnyConnection,
    (network, id): (NetworkId, ProposalId),
    on: Option<Day>,
) -> QueryResult<()> {
    let of = voices::network_id
        .eq(network)
        .and(voices::proposal_id.eq(id))
        .and(voices::kind.ne(VoiceKind::Objection));
    diesel::update(voices::table.filter(of))
        .set(voices::ends_on.eq(on))
        .execute(conn)?;
    Ok(())
}

/// Everything somebody said.
pub(crate) fn voices_by(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<VoiceRow>> {
    let theirs = voices::network_id
        .eq(network)
        .and(voices::member_id.eq(person));
    voices::table
        .filter(theirs.assume_not_null())
        .order((voices::said_on.asc(), voices::id.asc()))
        .select(VoiceRow::as_select())
        .load(conn)
}

/// Whoever leaves: their words go, and no objection of theirs stands in the way of anybody.
pub(crate) fn forget_voices(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let theirs = || {
        let mine = voices::network_id
            .eq(network)
            .and(voices::member_id.eq(person));
        voices::table.filter(mine.assume_not_null())
    };
    diesel::delete(theirs().filter(voices::kind.ne(VoiceKind::Objection))).execute(conn)?;
    diesel::update(theirs().filter(voices::objection.eq(ObjectionState::Open)))
        .set(voices::objection.eq(ObjectionState::TakenBack))
        .execute(conn)?;
    diesel::update(theirs())
        .set((
            voices::member_id.eq(None::<PersonId>),
            voices::words.eq(None::<Sealed>),
        ))
        .execute(conn)?;
    Ok(())
}
