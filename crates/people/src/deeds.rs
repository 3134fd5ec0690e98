//! What a person can do here: each loads, asks the rule, saves; in one transaction.

use crate::{
    rules::{self, PeopleRefusal},
    schema::{
        circle_members, circles, credentials, liaisons, networks, organisations, persons,
        role_holdings,
    },
    sign_in::{self, CREDENTIALS},
    tables::{self, CircleRow, HoldingId, HoldingRow, NetworkRow, PERSONS, PersonRow},
    ways,
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, OrganisationId, PersonId, Role, Standing};
use store::{AnyConnection, ERASED, Row, Stop, set_fact};
use web::{House, Lang};

/// How long a person's own page, a circle or a membership goes before it is looked at again.
const REVIEW_DAYS: i32 = 180;

/// Makes a network.
pub fn new_network(conn: &mut AnyConnection, row: &NetworkRow) -> Result<(), Stop> {
    diesel::insert_into(networks::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Makes a circle.
pub fn new_circle(
    conn: &mut AnyConnection,
    house_chance: &dyn kernel::Chance,
    network: NetworkId,
    (kind, name, purpose): (&str, &str, &str),
    today: Day,
) -> Result<CircleId, Stop> {
    let id = CircleId::new(house_chance);
    diesel::insert_into(circles::table)
        .values(CircleRow {
            id,
            network_id: network,
            kind: kind.to_owned(),
            name: name.to_owned(),
            purpose: purpose.to_owned(),
            review_on: today.plus(REVIEW_DAYS),
        })
        .execute(conn)?;
    Ok(id)
}

/// Writes down a partner organisation; its memorandum is looked at again in time (P2).
pub fn new_organisation(
    conn: &mut AnyConnection,
    chance: &dyn kernel::Chance,
    network: NetworkId,
    name: &str,
    today: Day,
) -> Result<OrganisationId, Stop> {
    let id = OrganisationId::new(chance);
    diesel::insert_into(organisations::table)
        .values((
            organisations::id.eq(id),
            organisations::network_id.eq(network),
            organisations::name.eq(name),
            organisations::review_on.eq(today.plus(REVIEW_DAYS)),
        ))
        .execute(conn)?;
    Ok(id)
}

/// Somebody speaks for a partner organisation; a liaison is a guest of the network, not a member.
pub fn add_liaison(
    conn: &mut AnyConnection,
    network: NetworkId,
    organisation: OrganisationId,
    person: PersonId,
    today: Day,
) -> Result<(), Stop> {
    diesel::insert_into(liaisons::table)
        .values((
            liaisons::network_id.eq(network),
            liaisons::organisation_id.eq(organisation),
            liaisons::person_id.eq(person),
            liaisons::review_on.eq(today.plus(REVIEW_DAYS)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Somebody new.
pub struct NewPerson<'a> {
    /// What others call them.
    pub handle: &'a str,
    /// Newcomer or member.
    pub standing: Standing,
    /// The language they read.
    pub lang: Option<Lang>,
}

/// Adds a person; refused where somebody is already called that.
pub fn add_person(
    conn: &mut AnyConnection,
    house: &House,
    new: &NewPerson<'_>,
    today: Day,
) -> Result<PersonId, Stop> {
    let network = house.network().id;
    let handle = rules::handle(new.handle)?;
    if tables::person_with_handle(conn, &house.vault, network, handle)?.is_some() {
        return Err(PeopleRefusal::HandleTaken.into());
    }
    let fresh = house.vault.fresh::<PersonId>(network, PERSONS)?;
    let id = fresh.id;
    diesel::insert_into(persons::table)
        .values(PersonRow {
            id,
            network_id: network,
            handle: fresh.seal("handle", handle)?,
            about: None,
            contact: None,
            standing: new.standing,
            language: new.lang,
            joined_on: today,
            review_on: today.plus(REVIEW_DAYS),
            row_key: fresh.row_key,
        })
        .execute(conn)?;
    Ok(id)
}

/// Keeps the hash of a person's passphrase, over the one before.
pub fn set_passphrase(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    hash: &str,
) -> Result<(), Stop> {
    let network = house.network().id;
    let place = Row {
        network: &network,
        table: CREDENTIALS,
        id: person.bytes(),
    };
    let (key, row_key) = house.vault.new_key(place)?;
    if diesel::delete(credentials::table.find(person)).execute(conn)? > 0 {
        set_fact(conn, network, ERASED, "yes")?;
    }
    diesel::insert_into(credentials::table)
        .values((
            credentials::id.eq(person),
            credentials::network_id.eq(network),
            credentials::secret.eq(key.seal(place, "secret", hash)?),
            credentials::row_key.eq(row_key),
        ))
        .execute(conn)?;
    Ok(())
}

/// Opens a session and returns its token.
pub fn open_session(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    now: Moment,
) -> Result<String, Stop> {
    sign_in::open(conn, house, person, now)
}

/// Since when somebody is of a circle; nothing where they are not.
pub fn in_circle_since(
    conn: &mut AnyConnection,
    network: NetworkId,
    (circle, person): (CircleId, PersonId),
) -> QueryResult<Option<Day>> {
    circle_members::table
        .filter(circle_members::network_id.eq(network))
        .filter(circle_members::circle_id.eq(circle))
        .filter(circle_members::person_id.eq(person))
        .select(circle_members::since_day)
        .first(conn)
        .optional()
}

/// Adds somebody to a circle.
pub fn add_to_circle(
    conn: &mut AnyConnection,
    network: NetworkId,
    circle: CircleId,
    person: PersonId,
    today: Day,
) -> Result<(), Stop> {
    if tables::members_of(conn, network, circle)?.contains(&person) {
        return Ok(());
    }
    diesel::insert_into(circle_members::table)
        .values((
            circle_members::network_id.eq(network),
            circle_members::circle_id.eq(circle),
            circle_members::person_id.eq(person),
            circle_members::since_day.eq(today),
            circle_members::review_on.eq(today.plus(REVIEW_DAYS)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Somebody holds a role of a circle until the end of a day.
pub fn hold_role(
    conn: &mut AnyConnection,
    house: &House,
    (circle, person, role): (CircleId, PersonId, Role),
    until: Day,
    now: Moment,
) -> Result<(), Stop> {
    let network = house.network();
    let until = rules::term(network.zone.day_of(now), until)?;
    let to_at = network.zone.moment(until, 23, 59).plus_seconds(60);
    hold_until(conn, house, (circle, person, role), now, to_at)
}

/// The same, to the minute: a shift is a role that ends the same day.
pub fn hold_until(
    conn: &mut AnyConnection,
    house: &House,
    (circle, person, role): (CircleId, PersonId, Role),
    now: Moment,
    to_at: Moment,
) -> Result<(), Stop> {
    end_role(conn, house, (circle, person, role), now)?;
    diesel::insert_into(role_holdings::table)
        .values(HoldingRow {
            id: HoldingId::new(&*house.chance),
            network_id: house.network().id,
            circle_id: circle,
            person_id: person,
            role,
            from_at: now,
            to_at,
        })
        .execute(conn)?;
    Ok(())
}

/// The same from one moment to another, beside whatever they hold already: a term that follows another
/// begins where that one ends.
pub fn hold_between(
    conn: &mut AnyConnection,
    house: &House,
    (circle, person, role): (CircleId, PersonId, Role),
    (from_at, to_at): (Moment, Moment),
) -> Result<HoldingId, Stop> {
    let id = HoldingId::new(&*house.chance);
    diesel::insert_into(role_holdings::table)
        .values(HoldingRow {
            id,
            network_id: house.network().id,
            circle_id: circle,
            person_id: person,
            role,
            from_at,
            to_at,
        })
        .execute(conn)?;
    Ok(id)
}

/// Moves the end of one holding, to an earlier moment or a later one.
pub fn end_holding_at(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: HoldingId,
    to_at: Moment,
) -> Result<(), Stop> {
    diesel::update(
        role_holdings::table.filter(
            role_holdings::network_id
                .eq(network)
                .and(role_holdings::id.eq(id)),
        ),
    )
    .set(role_holdings::to_at.eq(to_at))
    .execute(conn)?;
    Ok(())
}

/// Ends a role now: what it let its holder see, they see no more from this minute.
pub fn end_role(
    conn: &mut AnyConnection,
    house: &House,
    (circle, person, role): (CircleId, PersonId, Role),
    now: Moment,
) -> Result<(), Stop> {
    diesel::update(
        role_holdings::table.filter(
            role_holdings::network_id
                .eq(house.network().id)
                .and(role_holdings::circle_id.eq(circle))
                .and(role_holdings::person_id.eq(person))
                .and(role_holdings::role.eq(role))
                .and(role_holdings::to_at.gt(now)),
        ),
    )
    .set(role_holdings::to_at.eq(now))
    .execute(conn)?;
    Ok(())
}

/// Sets somebody's standing.
pub fn set_standing(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    standing: Standing,
) -> Result<(), Stop> {
    diesel::update(
        persons::table.filter(persons::network_id.eq(network).and(persons::id.eq(person))),
    )
    .set(persons::standing.eq(standing))
    .execute(conn)?;
    Ok(())
}

/// Those who came on a day or after it and are here.
pub fn came_since(
    conn: &mut AnyConnection,
    network: NetworkId,
    since: Day,
) -> Result<Vec<PersonId>, Stop> {
    let came = persons::table
        .filter(persons::network_id.eq(network))
        .filter(persons::joined_on.ge(since))
        .filter(persons::standing.ne_all([Standing::Left, Standing::Guest]))
        .select(persons::id)
        .load(conn)?;
    Ok(came)
}

/// A newcomer becomes a member; whoever calls this has their home circle's consent. Refused until
/// they have two ways in.
pub fn become_member(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network().id;
    ways::settled(conn, house, person)?;
    diesel::update(
        persons::table.filter(
            persons::network_id
                .eq(network)
                .and(persons::id.eq(person))
                .and(persons::standing.eq_any([Standing::Participant, Standing::Guest])),
        ),
    )
    .set(persons::standing.eq(Standing::Member))
    .execute(conn)?;
    Ok(())
}

/// What somebody changes about themself.
pub(crate) struct Profile<'a> {
    pub about: Option<&'a str>,
    pub contact: Option<&'a str>,
    pub lang: Option<Lang>,
}

/// Saves what somebody chose to add; what they emptied is gone.
pub(crate) fn save_profile(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    profile: &Profile<'_>,
) -> Result<(), Stop> {
    let row = tables::person(conn, house.network().id, person)?;
    let key = house.vault.open_key(row.place(), &row.row_key)?;
    diesel::update(persons::table.find(person))
        .set((
            persons::about.eq(key.seal_some(row.place(), "about", profile.about)?),
            persons::contact.eq(key.seal_some(row.place(), "contact", profile.contact)?),
            persons::language.eq(profile.lang),
        ))
        .execute(conn)?;
    Ok(())
}
