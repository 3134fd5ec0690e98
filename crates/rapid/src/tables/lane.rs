//! Uses of the rapid lane, and what was done in them.

use crate::{
    rules::{Lane, LaneStage, RapidId, StepId, Verdict, VoiceFrom},
    schema::{rapid_steps, rapids},
};
use decisions::rules::CaucusId;
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, PersonId};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

pub(crate) const RAPIDS: &str = "rapids";
pub(crate) const STEPS: &str = "rapid_steps";

/// One use of the lane as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rapids, treat_none_as_null = true)]
pub(crate) struct RapidRow {
    pub id: RapidId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub opener_id: Option<PersonId>,
    pub cosigner_id: Option<PersonId>,
    pub caucus_id: Option<CaucusId>,
    pub stage: LaneStage,
    pub happens: Sealed,
    pub says: Sealed,
    pub step: Sealed,
    pub voice: Option<Sealed>,
    pub voice_from: VoiceFrom,
    pub cap: i32,
    pub hours: i32,
    pub asked_at: Moment,
    pub live_at: Option<Moment>,
    pub until_at: Moment,
    pub verdict: Option<Verdict>,
    pub learned: Option<Sealed>,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(RapidRow, RAPIDS);

impl RapidRow {
    pub fn lane(&self) -> Lane {
        Lane {
            stage: self.stage,
            hours: self.hours,
            opened: self.asked_at,
            live: self.live_at,
            until: self.until_at,
            cap: self.cap,
            cosigned: self.cosigner_id.is_some() || self.live_at.is_some(),
            voice: self.voice_from,
        }
    }

    /// Takes on what a rule made of it.
    pub fn take_on(&mut self, lane: Lane) {
        self.stage = lane.stage;
        self.live_at = lane.live;
        self.until_at = lane.until;
        self.voice_from = lane.voice;
    }
}

/// Something that was done in it.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = rapid_steps)]
pub(crate) struct StepRow {
    pub id: StepId,
    pub network_id: NetworkId,
    pub rapid_id: RapidId,
    pub words: Sealed,
    pub cost: i32,
    pub done_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(StepRow, STEPS);

pub(crate) fn rapid(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: RapidId,
) -> QueryResult<RapidRow> {
    let one = rapids::network_id.eq(network).and(rapids::id.eq(id));
    rapids::table
        .filter(one)
        .select(RapidRow::as_select())
        .first(conn)
}

/// Every use of the lane in a network; the newest first.
pub(crate) fn rapids_here(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<RapidRow>> {
    rapids::table
        .filter(rapids::network_id.eq(network))
        .order((rapids::asked_at.desc(), rapids::id.asc()))
        .select(RapidRow::as_select())
        .load(conn)
}

/// Those that wait, act, or are to be looked at; the newest first.
pub(crate) fn rapids_open(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<RapidRow>> {
    const OPEN: [LaneStage; 3] = [LaneStage::Waits, LaneStage::Live, LaneStage::Ended];
    rapids::table
        .filter(rapids::network_id.eq(network))
        .filter(rapids::stage.eq_any(OPEN))
        .order((rapids::asked_at.desc(), rapids::id.asc()))
        .select(RapidRow::as_select())
        .load(conn)
}

/// Those that time may move: they wait or act, and their moment has come.
pub(crate) fn rapids_due(
    conn: &mut AnyConnection,
    network: NetworkId,
    now: Moment,
) -> QueryResult<Vec<RapidRow>> {
    rapids::table
        .filter(rapids::network_id.eq(network))
        .filter(rapids::stage.eq_any([LaneStage::Waits, LaneStage::Live]))
        .filter(rapids::until_at.le(now))
        .order(rapids::id.asc())
        .select(RapidRow::as_select())
        .load(conn)
}

pub(crate) fn put_rapid(conn: &mut AnyConnection, row: &RapidRow) -> QueryResult<()> {
    let changed = diesel::update(rapids::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(rapids::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn steps_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: RapidId,
) -> QueryResult<Vec<StepRow>> {
    let of = rapid_steps::network_id
        .eq(network)
        .and(rapid_steps::rapid_id.eq(id));
    rapid_steps::table
        .filter(of)
        .order((rapid_steps::done_on.asc(), rapid_steps::id.asc()))
        .select(StepRow::as_select())
        .load(conn)
}

pub(crate) fn add_step(conn: &mut AnyConnection, row: &StepRow) -> QueryResult<()> {
    diesel::insert_into(rapid_steps::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Whoever leaves opened nothing any more, and stood by nothing.
pub(crate) fn unname(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let of = || rapids::table.filter(rapids::network_id.eq(network));
    diesel::update(of().filter(rapids::opener_id.eq(person).assume_not_null()))
        .set(rapids::opener_id.eq(None::<PersonId>))
        .execute(conn)?;
    diesel::update(of().filter(rapids::cosigner_id.eq(person).assume_not_null()))
        .set(rapids::cosigner_id.eq(None::<PersonId>))
        .execute(conn)?;
    Ok(())
}
