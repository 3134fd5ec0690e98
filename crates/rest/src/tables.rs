//! This practice's tables and queries; nobody else's.

use crate::{
    rules::{CoverSaid, LifelineId, Season, SeasonId, SeasonStage},
    schema::{capacities, lifelines, lifelines_willing, rest_seasons, rests},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, NetworkId, PersonId};
use store::{AnyConnection, ERASED, Sealed, WrappedKey, sealed_row, set_fact};

pub(crate) const RESTS: &str = "rests";
pub(crate) const CAPACITIES: &str = "capacities";
pub(crate) const LIFELINES: &str = "lifelines";

/// Somebody's rest; the row's id is theirs.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rests, treat_none_as_null = true)]
pub(crate) struct RestRow {
    pub id: PersonId,
    pub network_id: NetworkId,
    pub since_on: Day,
    pub until_on: Option<Day>,
    /// They have come back; until this day nothing is asked of them.
    pub landing_until: Option<Day>,
    pub reach_me_if: Option<Sealed>,
    pub cover_id: Option<PersonId>,
    pub cover_words: Option<Sealed>,
    pub cover_said: Option<CoverSaid>,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(RestRow, RESTS);

/// A word on somebody's capacity; the row's id is theirs.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = capacities)]
pub(crate) struct CapacityRow {
    pub id: PersonId,
    pub network_id: NetworkId,
    pub word: Sealed,
    pub until_day: Day,
    pub row_key: WrappedKey,
}
sealed_row!(CapacityRow, CAPACITIES);

/// A rest season.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rest_seasons, treat_none_as_null = true)]
pub(crate) struct SeasonRow {
    pub id: SeasonId,
    pub network_id: NetworkId,
    pub circle_id: Option<CircleId>,
    pub from_on: Day,
    pub to_on: Day,
    pub stage: SeasonStage,
    pub ends_on: Day,
}

impl SeasonRow {
    pub fn season(&self) -> Season {
        Season {
            stage: self.stage,
            from: self.from_on,
            to: self.to_on,
        }
    }
}

/// Something a willing few keep alive.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = lifelines, treat_none_as_null = true)]
pub(crate) struct LifelineRow {
    pub id: LifelineId,
    pub network_id: NetworkId,
    pub season_id: SeasonId,
    pub duty: Sealed,
    pub paused: Option<Sealed>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(LifelineRow, LIFELINES);

pub(crate) fn rest_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Option<RestRow>> {
    rests::table
        .filter(rests::network_id.eq(network).and(rests::id.eq(person)))
        .select(RestRow::as_select())
        .first(conn)
        .optional()
}

pub(crate) fn put_rest(conn: &mut AnyConnection, row: &RestRow) -> QueryResult<()> {
    remove_rest(conn, row.network_id, row.id)?;
    diesel::insert_into(rests::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn remove_rest(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    match diesel::delete(rests::table.find(person)).execute(conn)? {
        0 => Ok(()),
        _ => set_fact(conn, network, ERASED, "yes"),
    }
}

/// Rests whose last day has passed.
pub(crate) fn rests_over(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<RestRow>> {
    rests::table
        .filter(rests::network_id.eq(network))
        .filter(rests::until_on.lt(today))
        .filter(rests::landing_until.is_null())
        .select(RestRow::as_select())
        .load(conn)
}

/// Those whose rest somebody was asked to cover.
pub(crate) fn covered_by(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<RestRow>> {
    rests::table
        .filter(rests::network_id.eq(network))
        .filter(rests::cover_id.eq(person))
        .filter(rests::landing_until.is_null())
        .order(rests::id.asc())
        .select(RestRow::as_select())
        .load(conn)
}

/// Those who have just come back, and are asked for nothing yet.
pub(crate) fn landing(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<PersonId>> {
    rests::table
        .filter(rests::network_id.eq(network))
        .filter(rests::landing_until.ge(today))
        .select(rests::id)
        .load(conn)
}

/// Whoever leaves covers for nobody.
pub(crate) fn covers_no_more(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    diesel::update(
        rests::table.filter(
            rests::network_id
                .eq(network)
                .and(rests::cover_id.eq(person)),
        ),
    )
    .set((
        rests::cover_id.eq(None::<PersonId>),
        rests::cover_said.eq(None::<CoverSaid>),
    ))
    .execute(conn)?;
    Ok(())
}

pub(crate) fn capacity_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    today: Day,
) -> QueryResult<Option<CapacityRow>> {
    capacities::table
        .filter(
            capacities::network_id
                .eq(network)
                .and(capacities::id.eq(person))
                .and(capacities::until_day.ge(today)),
        )
        .select(CapacityRow::as_select())
        .first(conn)
        .optional()
}

pub(crate) fn put_capacity(conn: &mut AnyConnection, row: &CapacityRow) -> QueryResult<()> {
    remove_capacity(conn, row.network_id, row.id)?;
    diesel::insert_into(capacities::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn remove_capacity(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    match diesel::delete(capacities::table.find(person)).execute(conn)? {
        0 => Ok(()),
        _ => set_fact(conn, network, ERASED, "yes"),
    }
}

/// Seasons that are not over, the first to come first.
pub(crate) fn seasons(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<SeasonRow>> {
    rest_seasons::table
        .filter(rest_seasons::network_id.eq(network))
        .filter(rest_seasons::stage.eq_any([SeasonStage::Planned, SeasonStage::Resting]))
        .order((rest_seasons::from_on.asc(), rest_seasons::id.asc()))
        .select(SeasonRow::as_select())
        .load(conn)
}

pub(crate) fn season(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: SeasonId,
) -> QueryResult<SeasonRow> {
    rest_seasons::table
        .filter(rest_seasons::network_id.eq(network))
        .filter(rest_seasons::id.eq(id))
        .filter(rest_seasons::stage.ne(SeasonStage::CalledOff))
        .select(SeasonRow::as_select())
        .first(conn)
}

/// The last day of the newest season of the whole network that was not called off.
pub(crate) fn last_season(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Option<Day>> {
    rest_seasons::table
        .filter(rest_seasons::network_id.eq(network))
        .filter(rest_seasons::circle_id.is_null())
        .filter(rest_seasons::stage.ne(SeasonStage::CalledOff))
        .select(diesel::dsl::max(rest_seasons::to_on))
        .first(conn)
}

pub(crate) fn add_season(conn: &mut AnyConnection, row: &SeasonRow) -> QueryResult<()> {
    diesel::insert_into(rest_seasons::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn save_season(conn: &mut AnyConnection, row: &SeasonRow) -> QueryResult<()> {
    diesel::update(rest_seasons::table.find(row.id))
        .set(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn lifelines_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    season: SeasonId,
) -> QueryResult<Vec<LifelineRow>> {
    lifelines::table
        .filter(lifelines::network_id.eq(network))
        .filter(lifelines::season_id.eq(season))
        .order(lifelines::id.asc())
        .select(LifelineRow::as_select())
        .load(conn)
}

pub(crate) fn lifeline(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: LifelineId,
) -> QueryResult<LifelineRow> {
    lifelines::table
        .filter(lifelines::network_id.eq(network).and(lifelines::id.eq(id)))
        .select(LifelineRow::as_select())
        .first(conn)
}

pub(crate) fn put_lifeline(conn: &mut AnyConnection, row: &LifelineRow) -> QueryResult<()> {
    let changed = diesel::update(lifelines::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(lifelines::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn willing(
    conn: &mut AnyConnection,
    network: NetworkId,
    lifeline: LifelineId,
) -> QueryResult<Vec<PersonId>> {
    lifelines_willing::table
        .filter(lifelines_willing::network_id.eq(network))
        .filter(lifelines_willing::lifeline_id.eq(lifeline))
        .order(lifelines_willing::willing_id.asc())
        .select(lifelines_willing::willing_id)
        .load(conn)
}

pub(crate) fn is_willing(
    conn: &mut AnyConnection,
    line: &LifelineRow,
    person: PersonId,
) -> QueryResult<()> {
    not_willing(conn, line.network_id, line.id, person)?;
    diesel::insert_into(lifelines_willing::table)
        .values((
            lifelines_willing::network_id.eq(line.network_id),
            lifelines_willing::lifeline_id.eq(line.id),
            lifelines_willing::willing_id.eq(person),
            lifelines_willing::ends_on.eq(line.ends_on),
        ))
        .execute(conn)?;
    Ok(())
}

pub(crate) fn not_willing(
    conn: &mut AnyConnection,
    network: NetworkId,
    line: LifelineId,
    person: PersonId,
) -> QueryResult<()> {
    diesel::delete(lifelines_willing::table.find((network, line, person))).execute(conn)?;
    Ok(())
}

/// Whoever rests or leaves keeps nothing alive.
pub(crate) fn willing_no_more(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    diesel::delete(
        lifelines_willing::table.filter(
            lifelines_willing::network_id
                .eq(network)
                .and(lifelines_willing::willing_id.eq(person)),
        ),
    )
    .execute(conn)?;
    Ok(())
}
