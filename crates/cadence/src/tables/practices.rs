//! What circles do again and again, and what became of single times.

use crate::{
    rules::{Fate, Happened, Season, SeasonTurn, Shown, Stage},
    schema::{occurrences, practices},
};
use diesel::prelude::*;
use jiff::civil::{DateTime, Time};
use kernel::{CircleId, Day, NetworkId, PersonId, uuid::Uuid};
use rhythm::{NotARecurrence, Recurrence};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

kernel::id_type!(
    /// Something a circle does again and again.
    PracticeId
);

pub(crate) const PRACTICES: &str = "practices";

/// Something a circle does again and again.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = practices, treat_none_as_null = true)]
pub(crate) struct PracticeRow {
    pub id: PracticeId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub stage: Stage,
    pub shown: Shown,
    pub name: Sealed,
    pub place: Sealed,
    pub find_us: Sealed,
    pub minimum: Sealed,
    pub rule: String,
    pub first_on: Day,
    pub starts_minute: i32,
    pub minutes: i32,
    /// Who hosts, in this order: sixteen bytes each.
    pub hosts: Vec<u8>,
    pub last_host_id: Option<PersonId>,
    pub season_on: Day,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(PracticeRow, PRACTICES);

impl PracticeRow {
    pub fn season(&self) -> Season {
        Season {
            stage: self.stage,
            season: self.season_on,
            by: self.ends_on,
        }
    }

    pub fn set_season(&mut self, season: Season) {
        self.stage = season.stage;
        self.season_on = season.season;
        self.ends_on = season.by;
    }

    /// From when on, on the wall of the place.
    pub fn starts(&self) -> DateTime {
        self.first_on.date().to_datetime(self.at())
    }

    pub fn at(&self) -> Time {
        let (hour, minute) = (self.starts_minute / 60, self.starts_minute % 60);
        let at = i8::try_from(hour).ok().zip(i8::try_from(minute).ok());
        at.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok())
            .unwrap_or(Time::midnight())
    }

    pub fn comes(&self) -> Result<Recurrence, NotARecurrence> {
        Recurrence::new(&self.rule, self.starts())
    }

    /// Who hosts, in their order.
    pub fn rota(&self) -> Vec<PersonId> {
        let ids = self.hosts.chunks_exact(16);
        ids.filter_map(|id| Uuid::from_slice(id).ok().map(PersonId))
            .collect()
    }

    pub fn set_rota(&mut self, rota: &[PersonId]) {
        self.hosts = rota.iter().flat_map(|id| *id.bytes()).collect();
    }
}

/// What these circles do, whatever comes of it.
pub(crate) fn of_circles(
    conn: &mut AnyConnection,
    network: NetworkId,
    circles: &[CircleId],
) -> QueryResult<Vec<PracticeRow>> {
    practices::table
        .filter(
            practices::network_id
                .eq(network)
                .and(practices::circle_id.eq_any(circles.to_vec())),
        )
        .order((practices::circle_id, practices::first_on, practices::id))
        .select(PracticeRow::as_select())
        .load(conn)
}

pub(crate) fn all(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<PracticeRow>> {
    practices::table
        .filter(practices::network_id.eq(network))
        .order((practices::circle_id, practices::first_on, practices::id))
        .select(PracticeRow::as_select())
        .load(conn)
}

/// What anyone may know how to find, while it lives.
pub(crate) fn public(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<PracticeRow>> {
    practices::table
        .filter(
            practices::network_id
                .eq(network)
                .and(practices::shown.eq(Shown::Public))
                .and(practices::stage.eq(Stage::Living)),
        )
        .order((practices::first_on, practices::id))
        .select(PracticeRow::as_select())
        .load(conn)
}

/// One of what these circles do; not there for anybody else.
pub(crate) fn of_these(
    conn: &mut AnyConnection,
    network: NetworkId,
    (id, circles): (PracticeId, &[CircleId]),
) -> QueryResult<PracticeRow> {
    practices::table
        .filter(
            practices::network_id
                .eq(network)
                .and(practices::id.eq(id))
                .and(practices::circle_id.eq_any(circles.to_vec())),
        )
        .select(PracticeRow::as_select())
        .first(conn)
}

pub(crate) fn put(conn: &mut AnyConnection, row: &PracticeRow) -> QueryResult<()> {
    diesel::insert_into(practices::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn save(conn: &mut AnyConnection, row: &PracticeRow) -> QueryResult<()> {
    diesel::update(practices::table.find(row.id))
        .set(row)
        .execute(conn)?;
    Ok(())
}

/// Writes what became of a season; whether it is over.
pub(crate) fn save_turn(
    conn: &mut AnyConnection,
    row: &mut PracticeRow,
    turn: SeasonTurn,
) -> QueryResult<bool> {
    match turn {
        SeasonTurn::On(season) => {
            row.set_season(season);
            save(conn, row)?;
            Ok(false)
        }
        SeasonTurn::Over => {
            diesel::delete(occurrences_of(row)).execute(conn)?;
            diesel::delete(practices::table.find(row.id)).execute(conn)?;
            Ok(true)
        }
    }
}

type OccurrencesOf = diesel::dsl::Filter<
    occurrences::table,
    diesel::dsl::And<
        diesel::dsl::Eq<occurrences::network_id, NetworkId>,
        diesel::dsl::Eq<occurrences::practice_id, PracticeId>,
    >,
>;

fn occurrences_of(row: &PracticeRow) -> OccurrencesOf {
    occurrences::table.filter(
        occurrences::network_id
            .eq(row.network_id)
            .and(occurrences::practice_id.eq(row.id)),
    )
}

/// Those whose day has passed.
pub(crate) fn past(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<PracticeRow>> {
    practices::table
        .filter(
            practices::network_id
                .eq(network)
                .and(practices::ends_on.lt(today)),
        )
        .select(PracticeRow::as_select())
        .load(conn)
}

/// What became of its times.
pub(crate) fn happened(conn: &mut AnyConnection, row: &PracticeRow) -> QueryResult<Vec<Happened>> {
    let rows: Vec<(Day, Fate, Option<Day>, Option<Day>)> = occurrences_of(row)
        .order(occurrences::on_day)
        .select((
            occurrences::on_day,
            occurrences::fate,
            occurrences::moved_day,
            occurrences::next_day,
        ))
        .load(conn)?;
    let happened = |(on, fate, moved, next)| Happened {
        on,
        fate,
        moved,
        next,
    };
    Ok(rows.into_iter().map(happened).collect())
}

/// Writes what became of a time, over what stood there.
pub(crate) fn write(
    conn: &mut AnyConnection,
    row: &PracticeRow,
    one: &Happened,
) -> QueryResult<()> {
    diesel::delete(occurrences_of(row).filter(occurrences::on_day.eq(one.on))).execute(conn)?;
    diesel::insert_into(occurrences::table)
        .values((
            occurrences::network_id.eq(row.network_id),
            occurrences::practice_id.eq(row.id),
            occurrences::on_day.eq(one.on),
            occurrences::fate.eq(one.fate),
            occurrences::moved_day.eq(one.moved),
            occurrences::next_day.eq(one.next),
        ))
        .execute(conn)?;
    Ok(())
}

/// What was said of times to come is of no use once it comes otherwise.
pub(crate) fn forget_what_comes(
    conn: &mut AnyConnection,
    row: &PracticeRow,
    today: Day,
) -> QueryResult<()> {
    let to_come = occurrences::on_day.ge(today);
    let open = occurrences::fate.ne(Fate::Held);
    diesel::delete(occurrences_of(row).filter(to_come.and(open))).execute(conn)?;
    Ok(())
}

/// Erases what became of times before a day.
pub(crate) fn erase_before(
    conn: &mut AnyConnection,
    network: NetworkId,
    day: Day,
) -> QueryResult<usize> {
    diesel::delete(
        occurrences::table.filter(
            occurrences::network_id
                .eq(network)
                .and(occurrences::on_day.lt(day)),
        ),
    )
    .execute(conn)
}
