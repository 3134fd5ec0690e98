//! Roles are written down: what each is for, what it opens, how long a term is.

use super::{book, looks_after};
use crate::{
    rules::{LONGEST_MONTHS, Role, RoleId, RolesRefusal, Standard},
    tables::{self, ROLES, RoleRow},
};
use kernel::{CircleId, Day, NetworkId, Role as Power, looks_like_a_secret};
use store::{AnyConnection, ERASED, Row, Stop, set_fact};
use web::{House, Room};

/// A role is looked at again.
const REVIEW_DAYS: i32 = 182;
/// A role opens so many things at most.
const MOST_KEYS: usize = 20;

/// What was typed of a role.
#[derive(Clone, Default)]
pub(crate) struct NewRole<'a> {
    pub name: &'a str,
    pub purpose: &'a str,
    pub domain: &'a str,
    /// What it opens, a line each.
    pub opens: &'a str,
    pub months: &'a str,
    pub most_running: &'a str,
    pub wants_shadow: bool,
    pub power: &'a str,
    pub not_with: Vec<RoleId>,
}

/// What a role of a circle of this kind can let its holder do and see in the program.
pub(crate) fn powers(kind: &str) -> Vec<Power> {
    let all = Standard::of_kind(kind).iter();
    all.filter_map(|one| one.power()).collect()
}

/// Writes a role down, or anew.
pub(crate) fn write(
    room: &mut Room<'_>,
    circle: CircleId,
    id: Option<RoleId>,
    new: &NewRole<'_>,
) -> Result<RoleId, Stop> {
    looks_after(room, circle)?;
    let book = book(room)?;
    let kind = book.circle(circle)?.kind.clone();
    let there = match id {
        Some(id) => Some(book.role(id)?.role.clone()).filter(|role| role.circle == circle),
        None => None,
    };
    if id.is_some() && there.is_none() {
        return Err(Stop::NotThere);
    }
    let mut not_with = new.not_with.clone();
    not_with.retain(|other| book.role(*other).is_ok() && Some(*other) != id);
    let new = NewRole {
        not_with,
        ..new.clone()
    };
    save(
        room.conn,
        room.house,
        (circle, &kind),
        there.as_ref(),
        &new,
        room.today,
    )
}

/// The same, for the demo too.
pub(crate) fn save(
    conn: &mut AnyConnection,
    house: &House,
    (circle, kind): (CircleId, &str),
    there: Option<&Role>,
    new: &NewRole<'_>,
    today: Day,
) -> Result<RoleId, Stop> {
    let network = house.network().id;
    let standard = there.is_some_and(|role| role.standard.is_some());
    if (new.name.is_empty() || new.purpose.is_empty()) && !standard {
        return Err(RolesRefusal::WordsNeeded.into());
    }
    let opens: Vec<&str> = lines(new.opens);
    if opens.iter().any(|line| looks_like_a_secret(line)) || looks_like_a_secret(new.domain) {
        return Err(RolesRefusal::LooksLikeASecret.into());
    }
    if opens.len() > MOST_KEYS {
        return Err(RolesRefusal::WordsNeeded.into());
    }
    let number = |text: &str, most: i32| {
        let typed = text.parse::<i32>().ok();
        typed
            .filter(|n| (1..=most).contains(n))
            .ok_or(RolesRefusal::MonthsNotUnderstood)
    };
    let months = number(new.months, LONGEST_MONTHS)?;
    let most_running = number(new.most_running, crate::rules::MOST_RUNNING)?;
    // What a role carries stays with it: whoever holds it now holds that.
    let power = match there {
        Some(role) => role.power,
        None => Power::parse(new.power).filter(|power| powers(kind).contains(power)),
    };
    let id = there.map_or_else(|| RoleId::new(&*house.chance), |role| role.id);
    put(
        conn,
        house,
        RolePlace {
            id,
            network,
            circle,
        },
        new,
        (&opens, months, most_running, power, today),
    )?;
    Ok(id)
}

struct RolePlace {
    id: RoleId,
    network: NetworkId,
    circle: CircleId,
}

fn put(
    conn: &mut AnyConnection,
    house: &House,
    place: RolePlace,
    new: &NewRole<'_>,
    (opens, months, most_running, power, today): (&[&str], i32, i32, Option<Power>, Day),
) -> Result<(), Stop> {
    let at = Row {
        network: &place.network,
        table: ROLES,
        id: place.id.bytes(),
    };
    let (key, row_key) = house.vault.new_key(at)?;
    let some = |column: &str, text: &str| {
        let text = Some(text).filter(|text| !text.is_empty());
        key.seal_some(at, column, text)
    };
    let not_with: Vec<String> = new.not_with.iter().map(RoleId::to_string).collect();
    let row = RoleRow {
        id: place.id,
        network_id: place.network,
        circle_id: place.circle,
        power,
        name: some("name", new.name)?,
        purpose: some("purpose", new.purpose)?,
        domain: some("domain", new.domain)?,
        opens: some("opens", &opens.join("\n"))?,
        term_months: months,
        most_running,
        wants_shadow: if new.wants_shadow { "yes" } else { "no" }.to_owned(),
        not_with: not_with.join("\n"),
        review_on: today.plus(REVIEW_DAYS),
        row_key,
    };
    tables::save_role(conn, &row)?;
    Ok(())
}

fn lines(text: &str) -> Vec<&str> {
    let all = text.lines().map(str::trim);
    all.filter(|line| !line.is_empty()).collect()
}

/// A role the circle does not need any more; nobody holds it.
pub(crate) fn set_down(room: &mut Room<'_>, id: RoleId) -> Result<CircleId, Stop> {
    super::reads(room)?;
    let book = book(room)?;
    let written = book.role(id)?;
    let circle = written.role.circle;
    looks_after(room, circle)?;
    if !book.standing(id).is_empty() {
        return Err(RolesRefusal::StillHeld.into());
    }
    for row in tables::choosings(room.conn, room.network.id)? {
        if row.role_id == id {
            tables::erase_choosing(room.conn, &row)?;
        }
    }
    tables::erase_role(room.conn, id)?;
    set_fact(room.conn, room.network.id, ERASED, "yes")?;
    Ok(circle)
}
