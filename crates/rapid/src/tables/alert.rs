//! Alerts, who wants to hear or to look, and who was asked.

use crate::{
    rules::{AlertId, AlertStage, Does},
    schema::{alert_asked, alert_ears, alerts},
};
use diesel::prelude::*;
use kernel::{Day, Moment, NetworkId, PersonId, YesNo};
use store::{AnyConnection, Sealed, Stop, Vault, WrappedKey, of_somebody, sealed_row, with_people};

pub(crate) const ALERTS: &str = "alerts";
pub(crate) const EARS: &str = "alert_ears";
pub(crate) const ASKED: &str = "alert_asked";

kernel::id_type!(
    /// That somebody wants to hear, or to look.
    EarId
);
kernel::id_type!(
    /// That somebody was asked to look.
    LookerId
);

kernel::text_enum!(
    /// Whether somebody who was asked goes.
    Goes {
        /// They go.
        Yes = "yes",
        /// They have not said.
        Open = "open",
    }
);

/// An alert as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = alerts, treat_none_as_null = true)]
pub(crate) struct AlertRow {
    pub id: AlertId,
    pub network_id: NetworkId,
    pub stage: AlertStage,
    pub size: Option<Sealed>,
    pub activity: Sealed,
    pub place: Sealed,
    pub unit: Option<Sealed>,
    pub seen: Option<Sealed>,
    pub gear: Option<Sealed>,
    /// How to reach whoever saw it; for those who answer the line alone.
    pub reporter: Option<Sealed>,
    pub found: Option<Sealed>,
    pub told: YesNo,
    pub reported_at: Moment,
    pub expires_at: Moment,
    pub row_key: WrappedKey,
}
sealed_row!(AlertRow, ALERTS);

/// That somebody wants to hear, or to look, sealed.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = alert_ears)]
pub(crate) struct EarRow {
    pub id: EarId,
    pub network_id: NetworkId,
    pub who: Sealed,
    pub does: Does,
    pub until_day: Day,
    pub row_key: WrappedKey,
}
sealed_row!(EarRow, EARS);
of_somebody!(EarRow);

/// That somebody was asked to look, sealed.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = alert_asked)]
pub(crate) struct LookerRow {
    pub id: LookerId,
    pub network_id: NetworkId,
    pub alert_id: AlertId,
    pub who: Sealed,
    pub goes: Goes,
    pub expires_at: Moment,
    pub row_key: WrappedKey,
}
sealed_row!(LookerRow, ASKED);
of_somebody!(LookerRow);

/// Somebody who offered something, until a day.
pub(crate) type Ear = Somebody<EarId, (Does, Day)>;

/// Somebody, with what a row says of them.
pub(crate) struct Somebody<Id, Is> {
    pub id: Id,
    pub person: PersonId,
    pub is: Is,
}

pub(crate) fn alert(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: AlertId,
) -> QueryResult<AlertRow> {
    let one = alerts::network_id.eq(network).and(alerts::id.eq(id));
    alerts::table
        .filter(one)
        .select(AlertRow::as_select())
        .first(conn)
}

/// Every alert of these days; the newest first.
pub(crate) fn alerts_here(
    conn: &mut AnyConnection,
    network: NetworkId,
    now: Moment,
) -> QueryResult<Vec<AlertRow>> {
    alerts::table
        .filter(alerts::network_id.eq(network))
        .filter(alerts::expires_at.gt(now))
        .order((alerts::reported_at.desc(), alerts::id.asc()))
        .select(AlertRow::as_select())
        .load(conn)
}

pub(crate) fn put_alert(conn: &mut AnyConnection, row: &AlertRow) -> QueryResult<()> {
    let changed = diesel::update(alerts::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(alerts::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

/// Those who want to hear, or to look.
pub(crate) fn ears(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, today): (NetworkId, Day),
) -> Result<Vec<Ear>, Stop> {
    let rows: Vec<EarRow> = alert_ears::table
        .filter(alert_ears::network_id.eq(network))
        .filter(alert_ears::until_day.gt(today))
        .select(EarRow::as_select())
        .load(conn)?;
    let all = with_people(vault, rows)?
        .into_iter()
        .map(|(row, person)| Somebody {
            id: row.id,
            person,
            is: (row.does, row.until_day),
        });
    Ok(all.collect())
}

pub(crate) fn add_ear(conn: &mut AnyConnection, row: &EarRow) -> QueryResult<()> {
    diesel::insert_into(alert_ears::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn remove_ear(conn: &mut AnyConnection, id: EarId) -> QueryResult<()> {
    diesel::delete(alert_ears::table.find(id)).execute(conn)?;
    Ok(())
}

/// Those who were asked to look.
pub(crate) fn lookers(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, id): (NetworkId, AlertId),
) -> Result<Vec<Somebody<LookerId, Goes>>, Stop> {
    let of = alert_asked::network_id
        .eq(network)
        .and(alert_asked::alert_id.eq(id));
    let rows: Vec<LookerRow> = alert_asked::table
        .filter(of)
        .select(LookerRow::as_select())
        .load(conn)?;
    let all = with_people(vault, rows)?
        .into_iter()
        .map(|(row, person)| Somebody {
            id: row.id,
            person,
            is: row.goes,
        });
    Ok(all.collect())
}

pub(crate) fn add_looker(conn: &mut AnyConnection, row: &LookerRow) -> QueryResult<()> {
    diesel::insert_into(alert_asked::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn goes(conn: &mut AnyConnection, id: LookerId) -> QueryResult<()> {
    diesel::update(alert_asked::table.find(id))
        .set(alert_asked::goes.eq(Goes::Yes))
        .execute(conn)?;
    Ok(())
}

pub(crate) fn remove_looker(conn: &mut AnyConnection, id: LookerId) -> QueryResult<()> {
    diesel::delete(alert_asked::table.find(id)).execute(conn)?;
    Ok(())
}
