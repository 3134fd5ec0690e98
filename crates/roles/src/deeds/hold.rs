//! A term begins, ends, or goes on for thirty days.

use super::{adopt, book, may_hold};
use crate::{
    book::Book,
    rules::{
        EMERGENCY_DAYS, EXTENSION_DAYS, How, Role, RoleId, RolesRefusal, Term, TermId, last_by,
    },
    tables::{self, TermRow},
    words,
};
use kernel::{CircleId, Day, Moment, PersonId};
use store::{AnyConnection, Stop};
use web::{House, PowerKind, PowerUse, Room};

/// The word that stands in the account of power where a circle chose.
pub(crate) const BY_CIRCLE: &str = "circle";

/// A term that is to begin.
pub(crate) struct NewTerm<'a> {
    pub role: &'a Role,
    pub person: PersonId,
    pub how: How,
    /// Its last day, where it is not the usual one.
    pub last: Option<Day>,
}

/// The first moment after a day.
fn end_of(house: &House, day: Day) -> Moment {
    let zone = &house.network().zone;
    zone.moment(day, 23, 59).plus_seconds(60)
}

/// From which day on a term would be: today, or where they hold the role, after that.
pub(crate) fn first_day(book: &Book, (role, person): (RoleId, PersonId), today: Day) -> Day {
    let theirs = book.standing(role);
    let theirs = theirs.iter().filter(|term| term.person == person);
    let last = theirs.map(|term| term.last).max();
    last.map_or(today, |last| last.plus(1))
}

/// Somebody holds a role from now on, or where they hold it already, from the end of that; what it
/// lets them do and see begins and ends with it.
pub(crate) fn begin(
    conn: &mut AnyConnection,
    house: &House,
    book: &Book,
    new: &NewTerm<'_>,
    now: Moment,
) -> Result<TermId, Stop> {
    let (network, role) = (house.network(), new.role);
    let today = network.zone.day_of(now);
    let first = first_day(book, (role.id, new.person), today);
    let last = last_day(new, first)?;
    may_hold(conn, book, (role, new.person), new.how, first, house)?;
    let from_at = match first == today {
        true => now,
        false => end_of(house, first.plus(-1)),
    };
    let to_at = end_of(house, last);
    let id = match role.power {
        Some(power) => {
            let held = (role.circle, new.person, power);
            TermId(people::hold_between(conn, house, held, (from_at, to_at))?.0)
        }
        None => TermId::new(&*house.chance),
    };
    let row = TermRow {
        id,
        network_id: network.id,
        circle_id: role.circle,
        role_id: role.id,
        person_id: new.person,
        shadow_id: None,
        shadow_on: None,
        from_at,
        to_at,
        how: new.how,
        extended_on: None,
    };
    tables::put_term(conn, &row)?;
    Ok(id)
}

fn last_day(new: &NewTerm<'_>, first: Day) -> Result<Day, RolesRefusal> {
    let months = new.role.months;
    let (usual, latest) = match new.how {
        How::Emergency => (
            first.plus(EMERGENCY_DAYS - 1),
            first.plus(EMERGENCY_DAYS - 1),
        ),
        _ => (last_by(first, months).plus(-1), last_by(first, months)),
    };
    let last = new.last.unwrap_or(usual);
    if (first..=latest).contains(&last) {
        return Ok(last);
    }
    Err(match new.how {
        How::Emergency => RolesRefusal::EmergencyTooLong(latest),
        _ => RolesRefusal::TermTooLong {
            months,
            last: latest,
        },
    })
}

/// Moves the end of a term, and of what it lets its holder see.
fn end_at(
    conn: &mut AnyConnection,
    house: &House,
    term: &Term,
    to_at: Moment,
    extended_on: Option<Day>,
) -> Result<(), Stop> {
    let network = house.network().id;
    let mut row = tables::term(conn, network, term.id)?;
    row.to_at = to_at;
    row.extended_on = extended_on.or(row.extended_on);
    tables::save_term(conn, &row)?;
    // Where it carries no power there is no such holding, and nothing happens.
    people::end_holding_at(conn, network, people::HoldingId(term.id.0), to_at)
}

/// Ends whatever somebody holds or will hold of a role, from this minute.
pub(crate) fn end(
    conn: &mut AnyConnection,
    house: &House,
    book: &Book,
    (role, person): (RoleId, PersonId),
    now: Moment,
) -> Result<(), Stop> {
    for term in book.standing(role) {
        if term.person == person {
            end_at(conn, house, term, now, None)?;
        }
    }
    Ok(())
}

/// The circle adds thirty days, once.
pub(crate) fn extend(
    conn: &mut AnyConnection,
    house: &House,
    book: &Book,
    (role, person): (RoleId, PersonId),
    now: Moment,
) -> Result<(), Stop> {
    let term = extendable(book, (role, person), now)?;
    let today = house.network().zone.day_of(now);
    let to_at = end_of(house, term.last.plus(EXTENSION_DAYS));
    end_at(conn, house, term, to_at, Some(today))
}

/// The term that thirty days can be added to.
pub(crate) fn extendable(
    book: &Book,
    (role, person): (RoleId, PersonId),
    now: Moment,
) -> Result<&Term, RolesRefusal> {
    let theirs = book.terms_of(role, person);
    if theirs.iter().any(|term| term.extended) {
        return Err(RolesRefusal::ExtendedAlready);
    }
    let last = theirs.into_iter().filter(|term| term.stands(now));
    let last = last.max_by_key(|term| term.to);
    let last = last.filter(|term| term.how != How::Emergency);
    last.ok_or(RolesRefusal::NotHeld)
}

/// Whoever looks after the circle writes down what was decided aloud: the same rules.
pub(crate) fn write_down(
    room: &mut Room<'_>,
    (circle, role): (CircleId, RoleId),
    person: PersonId,
    how: How,
    last: Option<Day>,
) -> Result<(), Stop> {
    super::looks_after(room, circle)?;
    let book = book(room)?;
    let role = book.role(role)?.role.clone();
    let running = book.running(role.id);
    let theirs = running.into_iter().find(|term| term.person == person);
    match (theirs, last) {
        // An earlier end than was said before takes nobody's consent but theirs and the circle's word.
        (Some(term), Some(last)) if last < term.last && last >= room.today => {
            let to_at = end_of(room.house, last);
            end_at(room.conn, room.house, term, to_at, None)?;
        }
        _ => {
            let new = NewTerm {
                role: &role,
                person,
                how,
                last,
            };
            begin(room.conn, room.house, &book, &new, room.now)?;
        }
    }
    tell(room, PowerKind::RoleGiven, &book, (&role, person), None)
}

/// Which role somebody lays down.
#[derive(Clone, Copy)]
pub(crate) enum Which {
    /// This one.
    Role(RoleId),
    /// Whatever carries this power.
    Power(kernel::Role),
}

impl Which {
    fn is(self, role: &Role) -> bool {
        match self {
            Self::Role(id) => role.id == id,
            Self::Power(power) => role.power == Some(power),
        }
    }
}

/// Lays a role down, or ends what the circle gave.
pub(crate) fn stop(
    room: &mut Room<'_>,
    (circle, which): (CircleId, Which),
    person: PersonId,
) -> Result<(), Stop> {
    let me = super::reads(room)?;
    // Anyone lays down what they hold themself; whoever looks after the circle ends what it gave.
    let theirs = person != me.id;
    if theirs {
        super::looks_after(room, circle)?;
    }
    let book = book(room)?;
    let held: Vec<Role> = book
        .of_circle(circle)
        .into_iter()
        .filter(|written| which.is(&written.role))
        .filter(|written| {
            let standing = book.standing(written.role.id);
            standing.iter().any(|term| term.person == person)
        })
        .map(|written| written.role.clone())
        .collect();
    if held.is_empty() {
        return Err(RolesRefusal::NotHeld.into());
    }
    for role in held {
        if theirs {
            tell(room, PowerKind::RoleEnded, &book, (&role, person), None)?;
        }
        end(room.conn, room.house, &book, (role.id, person), room.now)?;
    }
    Ok(())
}

/// That a role was given or ended, for the account of power.
pub(crate) fn tell(
    room: &mut Room<'_>,
    kind: PowerKind,
    book: &Book,
    (role, about): (&Role, PersonId),
    by: Option<&'static str>,
) -> Result<(), Stop> {
    let me = room.member()?.id;
    let as_role = by.unwrap_or(kernel::Role::Steward.as_str());
    let told = PowerUse::new(kind, [me], as_role)
        .about(about)
        .what(words::for_the_account(room.house, book, role)?);
    room.house.power_used(room.conn, &told)
}

/// Somebody lays a role down for whoever takes it on until the circle has chosen, or to the circle.
pub(crate) fn lay_down(
    conn: &mut AnyConnection,
    house: &House,
    (term, from): (TermId, PersonId),
    (to, last): (Option<PersonId>, Option<Day>),
    now: Moment,
) -> Result<bool, Stop> {
    let (book, _) = adopt(conn, house, now)?;
    let Some(term) = book.find(term).filter(|term| term.person == from) else {
        return Ok(false);
    };
    let role = book.role(term.role)?.role.clone();
    let what = words::for_the_account(house, &book, &role)?;
    if let Some(person) = to {
        let network = house.network().id;
        if !people::members_of(conn, network, role.circle)?.contains(&person) {
            return Err(people::PeopleRefusal::NotOfTheCircle.into());
        }
        let there = book.standing(role.id);
        if !there.iter().any(|term| term.person == person) {
            let new = NewTerm {
                role: &role,
                person,
                how: How::Emergency,
                last: None,
            };
            begin(conn, house, &book, &new, now)?;
            let told = PowerUse::new(PowerKind::RoleGiven, [from], BY_CIRCLE)
                .about(person)
                .what(what);
            house.power_used(conn, &told)?;
        }
    }
    for term in book.standing(role.id) {
        if term.person == from {
            // Never for longer than it would have been.
            let to_at = last.map_or(now, |last| end_of(house, last).min(term.to));
            end_at(conn, house, term, to_at, None)?;
        }
    }
    Ok(true)
}

/// Somebody leaves, and their name stays beside what they held until now.
pub(crate) fn leaves(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let now = house.now();
    let (book, _) = adopt(conn, house, now)?;
    for term in &book.terms {
        if term.person == person && term.stands(now) {
            end_at(conn, house, term, now, None)?;
        }
    }
    Ok(tables::learns_no_more(conn, house.network().id, person)?)
}

/// Somebody learns a term alongside: for the demo.
pub(crate) fn with_shadow(
    conn: &mut AnyConnection,
    house: &House,
    id: TermId,
    (person, day): (PersonId, Day),
) -> Result<(), Stop> {
    let mut row = tables::term(conn, house.network().id, id)?;
    row.shadow_id = Some(person);
    row.shadow_on = Some(day);
    Ok(tables::save_term(conn, &row)?)
}
