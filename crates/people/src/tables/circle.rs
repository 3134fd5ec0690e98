//! Circles, who is in them, who holds what; partner organisations.

use crate::schema::{circle_members, circles, organisations, role_holdings};
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, OrganisationId, PersonId, Role};
use store::{AnyConnection, Stop};

/// A circle.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = circles)]
pub struct CircleRow {
    /// The circle.
    pub id: CircleId,
    /// Its network.
    pub network_id: NetworkId,
    /// What it is for the program: `aid`, `care`, `host`, …
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// When the circle looks at itself again.
    pub review_on: Day,
}

/// The circles of a network.
pub fn circles(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<CircleRow>> {
    circles::table
        .filter(circles::network_id.eq(network))
        .order(circles::name)
        .select(CircleRow::as_select())
        .load(conn)
}

/// The circle of a kind, such as the one that answers asks.
pub fn circle_of_kind(
    conn: &mut AnyConnection,
    network: NetworkId,
    kind: &str,
) -> QueryResult<Option<CircleRow>> {
    circles::table
        .filter(circles::network_id.eq(network).and(circles::kind.eq(kind)))
        .select(CircleRow::as_select())
        .first(conn)
        .optional()
}

/// The circle that cares for people: Care, or where there is none, the one that coordinates, or
/// answers.
///
/// # Errors
/// [`Stop::NotThere`] where there is none of these.
pub fn care_circle(conn: &mut AnyConnection, network: NetworkId) -> Result<CircleId, Stop> {
    for kind in ["care", "coordinating", "aid"] {
        if let Some(circle) = circle_of_kind(conn, network, kind)? {
            return Ok(circle.id);
        }
    }
    Err(Stop::NotThere)
}

/// A circle of this network.
pub fn circle(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: CircleId,
) -> QueryResult<CircleRow> {
    circles::table
        .filter(circles::network_id.eq(network).and(circles::id.eq(id)))
        .select(CircleRow::as_select())
        .first(conn)
}

/// Who belongs to a circle.
pub fn members_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    circle: CircleId,
) -> QueryResult<Vec<PersonId>> {
    circle_members::table
        .filter(
            circle_members::network_id
                .eq(network)
                .and(circle_members::circle_id.eq(circle)),
        )
        .select(circle_members::person_id)
        .load(conn)
}

/// A role somebody holds until a moment.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = role_holdings)]
pub struct HoldingRow {
    /// Which holding.
    pub id: HoldingId,
    /// Its network.
    pub network_id: NetworkId,
    /// Of which circle.
    pub circle_id: CircleId,
    /// Who.
    pub person_id: PersonId,
    /// What it lets them do and see.
    pub role: Role,
    /// From which moment on.
    pub from_at: Moment,
    /// Until which; at it, sight ends.
    pub to_at: Moment,
}

kernel::id_type!(
    /// One holding of a role.
    HoldingId
);

/// Roles of a circle that are held now.
pub(crate) fn holdings_of_circle(
    conn: &mut AnyConnection,
    network: NetworkId,
    circle: CircleId,
    now: Moment,
) -> QueryResult<Vec<HoldingRow>> {
    role_holdings::table
        .filter(
            role_holdings::network_id
                .eq(network)
                .and(role_holdings::circle_id.eq(circle))
                .and(role_holdings::from_at.le(now))
                .and(role_holdings::to_at.gt(now)),
        )
        .order(role_holdings::to_at)
        .select(HoldingRow::as_select())
        .load(conn)
}

/// What anybody holds of the circles, held until a day ago at most, or holds from a later moment on;
/// shifts, which last hours, are not among it.
pub fn holdings(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<HoldingRow>> {
    role_holdings::table
        .filter(
            role_holdings::network_id
                .eq(network)
                .and(role_holdings::role.ne(Role::Shift)),
        )
        .order((role_holdings::from_at, role_holdings::id))
        .select(HoldingRow::as_select())
        .load(conn)
}

/// Circles that somebody is steward of now.
pub fn stewarded_circles(
    conn: &mut AnyConnection,
    network: NetworkId,
    now: Moment,
) -> QueryResult<Vec<CircleId>> {
    role_holdings::table
        .filter(
            role_holdings::network_id
                .eq(network)
                .and(role_holdings::role.eq(Role::Steward))
                .and(role_holdings::from_at.le(now))
                .and(role_holdings::to_at.gt(now)),
        )
        .select(role_holdings::circle_id)
        .distinct()
        .load(conn)
}

/// Partner organisations, by name.
pub fn organisations(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<(OrganisationId, String)>> {
    organisations::table
        .filter(organisations::network_id.eq(network))
        .order(organisations::name)
        .select((organisations::id, organisations::name))
        .load(conn)
}

/// Who holds a role of a circle now, and until when.
pub fn holders_now(
    conn: &mut AnyConnection,
    network: NetworkId,
    (circle, role): (CircleId, Role),
    now: Moment,
) -> QueryResult<Vec<(PersonId, Moment)>> {
    Ok(holdings_of_circle(conn, network, circle, now)?
        .into_iter()
        .filter(|held| held.role == role)
        .map(|held| (held.person_id, held.to_at))
        .collect())
}
