//! The same deeds without a browser, for the demo.

use crate::{
    deeds::{adopt, hold, role::NewRole},
    rules::{CHOOSING_DAYS, How, Kind, Lot, RoleId, Stage, Standard},
    tables::{self, CHOOSINGS, ChoosingId, ChoosingRow},
};
use kernel::{CircleId, Day, Moment, PersonId};
use lots::{List, Seed};
use store::{AnyConnection, Stop};
use web::House;

/// Writes down a role of a circle: name, purpose, what it opens.
///
/// # Errors
/// Where the rules refuse it, or the database cannot be written.
pub fn write_role(
    conn: &mut AnyConnection,
    house: &House,
    circle: CircleId,
    (name, purpose, opens): (&str, &str, &str),
    today: Day,
) -> Result<RoleId, Stop> {
    let kind = people::circle(conn, house.network().id, circle)?.kind;
    let new = NewRole {
        name,
        purpose,
        opens,
        months: "6",
        most_running: "2",
        wants_shadow: true,
        ..NewRole::default()
    };
    crate::deeds::role::save(conn, house, (circle, &kind), None, &new, today)
}

/// Somebody learns alongside whoever holds the stewardship of a circle.
///
/// # Errors
/// [`Stop::NotThere`] where nobody holds it.
pub fn shadow_of_steward(
    conn: &mut AnyConnection,
    house: &House,
    circle: CircleId,
    shadow: PersonId,
    now: Moment,
) -> Result<(), Stop> {
    let (book, _) = adopt(conn, house, now)?;
    let role = RoleId::standard(circle, Standard::Steward);
    let term = book.running(role).first().map(|term| term.id);
    let today = house.network().zone.day_of(now);
    hold::with_shadow(conn, house, term.ok_or(Stop::NotThere)?, (shadow, today))
}

/// Somebody was drawn for a role by lot and said yes; returns who. The dice fell a minute after the
/// list was closed.
///
/// # Errors
/// Where the rules or the draw refuse it.
pub fn by_lot(
    conn: &mut AnyConnection,
    house: &House,
    role: RoleId,
    (pool, rolls): (&[PersonId], &[u8]),
    now: Moment,
) -> Result<PersonId, Stop> {
    let network = house.network();
    let (book, _) = adopt(conn, house, now)?;
    let role = book.role(role)?.role.clone();
    let mut names = Vec::new();
    for person in pool {
        names.push(people::name_of(conn, &house.vault, network.id, *person)?);
    }
    let frozen_at = now.plus_seconds(-60);
    let list = List::of(&names).map_err(Lot)?.freeze(frozen_at.0);
    let seed = Seed::dice(rolls).map_err(Lot)?;
    let drawn = list.draw(&seed, now.0, 1).map_err(Lot)?;
    let first = names.iter().position(|name| drawn.picked.contains(name));
    let person = first.and_then(|at| pool.get(at)).ok_or(Stop::NotThere)?;
    let new = hold::NewTerm {
        role: &role,
        person: *person,
        how: How::Lot,
        last: None,
    };
    hold::begin(conn, house, &book, &new, now)?;
    let fresh = house.vault.fresh::<ChoosingId>(network.id, CHOOSINGS)?;
    let id = fresh.id;
    let today = network.zone.day_of(now);
    let row = ChoosingRow {
        kind: Kind::Lot,
        stage: Stage::Chosen,
        candidate_id: Some(*person),
        said_yes_on: Some(today),
        list: Some(fresh.seal("list", &list.text())?),
        list_hash: Some(list.hash().to_owned()),
        frozen_at: Some(frozen_at),
        seed: Some(seed.text().to_owned()),
        drawn_at: Some(now),
        ends_on: today.plus(CHOOSING_DAYS),
        ..ChoosingRow::opened(
            (id, network.id),
            (role.circle, role.id),
            Kind::Lot,
            fresh.row_key,
        )
    };
    tables::put_choosing(conn, &row)?;
    Ok(*person)
}
