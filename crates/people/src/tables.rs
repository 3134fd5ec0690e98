//! This practice's queries; nobody else's.

use crate::schema::{
    circle_members, circles, liaisons, networks, organisations, persons, role_holdings, sessions,
};
use diesel::prelude::*;
use kernel::{
    CircleId, Day, Guarded, Member, Moment, NetworkId, OrganisationId, PersonId, Role, RoleHeld,
    Standing, Zone,
};
use std::collections::HashMap;
use store::{AnyConnection, Error, Row, Sealed, Stop, Vault, WrappedKey};
use web::{Lang, NetworkFacts};

/// A network, with what its public pages say.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = networks)]
pub struct NetworkRow {
    /// The network.
    pub id: NetworkId,
    /// Its name.
    pub name: String,
    /// Its IANA zone.
    pub zone: String,
    /// The day it was founded.
    pub founded_on: Day,
    /// What we do, in English.
    pub about_en: String,
    /// What we do, in Spanish.
    pub about_es: String,
    /// What we can and cannot answer, in English.
    pub limits_en: String,
    /// The same in Spanish.
    pub limits_es: String,
    /// Coarse areas, one a line.
    pub areas: String,
    /// Why the line is closed, in English; absent while it is open.
    pub line_closed_en: Option<String>,
    /// The same in Spanish.
    pub line_closed_es: Option<String>,
    /// Until when it is closed.
    pub line_closed_until: Option<Day>,
    /// When the network looks at these words again.
    pub review_on: Day,
}

impl NetworkRow {
    /// What we do, in this language.
    pub fn about(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.about_en,
            Lang::Es => &self.about_es,
        }
    }

    /// The limits, in this language.
    pub fn limits(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.limits_en,
            Lang::Es => &self.limits_es,
        }
    }

    /// The sentence of a closed line, in this language; it opens by itself on its day.
    pub fn line_closed(&self, lang: Lang, today: Day) -> Option<&str> {
        if self.line_closed_until.is_some_and(|until| until <= today) {
            return None;
        }
        match lang {
            Lang::En => self.line_closed_en.as_deref(),
            Lang::Es => self
                .line_closed_es
                .as_deref()
                .or(self.line_closed_en.as_deref()),
        }
    }

    /// The coarse areas.
    pub fn area_names(&self) -> impl Iterator<Item = &str> {
        self.areas
            .lines()
            .map(str::trim)
            .filter(|area| !area.is_empty())
    }
}

/// The one network of this database, if it has been made.
pub fn only_network(conn: &mut AnyConnection) -> QueryResult<Option<NetworkId>> {
    networks::table
        .select(networks::id)
        .order(networks::founded_on)
        .first(conn)
        .optional()
}

/// A network's row.
pub fn network_row(conn: &mut AnyConnection, id: NetworkId) -> QueryResult<NetworkRow> {
    networks::table
        .find(id)
        .select(NetworkRow::as_select())
        .first(conn)
}

/// What every page needs of a network.
pub fn network_facts(conn: &mut AnyConnection, id: NetworkId) -> Result<NetworkFacts, Stop> {
    let row = network_row(conn, id)?;
    let aid = circle_of_kind(conn, id, "aid")?.ok_or(Stop::NotThere)?.id;
    let zone = Zone::parse(&row.zone).ok_or(Stop::NotThere)?;
    Ok(NetworkFacts {
        id,
        name: row.name,
        zone,
        aid,
        founded: row.founded_on,
    })
}

/// Closes the line with a public sentence, or opens it again.
pub fn set_line(
    conn: &mut AnyConnection,
    id: NetworkId,
    sentences: Option<(&str, &str)>,
    until: Option<Day>,
) -> QueryResult<()> {
    diesel::update(networks::table.find(id))
        .set((
            networks::line_closed_en.eq(sentences.map(|s| s.0)),
            networks::line_closed_es.eq(sentences.map(|s| s.1)),
            networks::line_closed_until.eq(until),
        ))
        .execute(conn)?;
    Ok(())
}

pub(crate) const PERSONS: &str = "persons";

/// A person as stored.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = persons)]
pub(crate) struct PersonRow {
    pub id: PersonId,
    pub network_id: NetworkId,
    pub handle: Sealed,
    pub about: Option<Sealed>,
    pub contact: Option<Sealed>,
    pub standing: Standing,
    pub language: Option<Lang>,
    pub joined_on: Day,
    pub review_on: Day,
    pub row_key: WrappedKey,
}

impl PersonRow {
    pub fn place(&self) -> Row<'_> {
        Row {
            network: &self.network_id,
            table: PERSONS,
            id: self.id.bytes(),
        }
    }

    pub fn called(&self, vault: &Vault) -> Result<String, Error> {
        vault
            .open_key(self.place(), &self.row_key)?
            .open(self.place(), "handle", &self.handle)
    }

    /// What they chose to add, behind its audience.
    pub fn opened(&self, vault: &Vault) -> Result<Opened, Error> {
        let key = vault.open_key(self.place(), &self.row_key)?;
        let about = key.open_some(self.place(), "about", self.about.as_ref())?;
        let contact = key.open_some(self.place(), "contact", self.contact.as_ref())?;
        Ok(Opened {
            about: Guarded::new(about, crate::sight::about(self.network_id)),
            contact: Guarded::new(contact, crate::sight::contact(self.id)),
        })
    }
}

/// What a person chose to add.
pub(crate) struct Opened {
    pub about: Guarded<Option<String>>,
    pub contact: Guarded<Option<String>>,
}

pub(crate) fn person(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: PersonId,
) -> QueryResult<PersonRow> {
    persons::table
        .filter(persons::network_id.eq(network).and(persons::id.eq(id)))
        .select(PersonRow::as_select())
        .first(conn)
}

/// How somebody is called.
pub fn handle_of(
    conn: &mut AnyConnection,
    vault: &Vault,
    network: NetworkId,
    id: PersonId,
) -> Result<Guarded<String>, Stop> {
    let handle = person(conn, network, id)?.called(vault)?;
    Ok(Guarded::new(handle, crate::sight::handle(network)))
}

/// How several people are called.
pub fn handles_of(
    conn: &mut AnyConnection,
    vault: &Vault,
    network: NetworkId,
    ids: &[PersonId],
) -> Result<HashMap<PersonId, Guarded<String>>, Stop> {
    let rows: Vec<PersonRow> = persons::table
        .filter(
            persons::network_id
                .eq(network)
                .and(persons::id.eq_any(ids.to_vec())),
        )
        .select(PersonRow::as_select())
        .load(conn)?;
    rows.iter()
        .map(|row| {
            Ok((
                row.id,
                Guarded::new(row.called(vault)?, crate::sight::handle(network)),
            ))
        })
        .collect()
}

/// Somebody's standing; `None` where there is no such person any more.
pub fn standing_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: PersonId,
) -> QueryResult<Option<Standing>> {
    persons::table
        .filter(persons::network_id.eq(network).and(persons::id.eq(id)))
        .select(persons::standing)
        .first(conn)
        .optional()
}

/// The language somebody chose.
pub fn language_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: PersonId,
) -> QueryResult<Option<Lang>> {
    let found: Option<Option<Lang>> = persons::table
        .filter(persons::network_id.eq(network).and(persons::id.eq(id)))
        .select(persons::language)
        .first(conn)
        .optional()?;
    Ok(found.flatten())
}

/// The person of this handle, in any case of letters. Handles are opened one by one rather than
/// found by a mark: a mark could be guessed at in an old copy of the database, and a town's people
/// are few.
pub fn person_with_handle(
    conn: &mut AnyConnection,
    vault: &Vault,
    network: NetworkId,
    handle: &str,
) -> Result<Option<PersonId>, Stop> {
    let sought = plain_handle(handle);
    let rows: Vec<PersonRow> = persons::table
        .filter(
            persons::network_id
                .eq(network)
                .and(persons::standing.ne(Standing::Left)),
        )
        .select(PersonRow::as_select())
        .load(conn)?;
    let mut found = None;
    for row in &rows {
        // All of them, so that the work says nothing of who is here.
        if plain_handle(&row.called(vault)?) == sought {
            found = Some(row.id);
        }
    }
    Ok(found)
}

pub(crate) fn plain_handle(handle: &str) -> String {
    handle.trim().to_lowercase()
}

/// Everybody who has not left, in the order of their handles.
pub fn persons(
    conn: &mut AnyConnection,
    vault: &Vault,
    network: NetworkId,
) -> Result<Vec<(PersonId, Guarded<String>, Standing)>, Stop> {
    let rows: Vec<PersonRow> = persons::table
        .filter(
            persons::network_id
                .eq(network)
                .and(persons::standing.ne(Standing::Left)),
        )
        .select(PersonRow::as_select())
        .load(conn)?;
    let mut called = rows
        .iter()
        .map(|row| Ok((row.called(vault)?, row.id, row.standing)))
        .collect::<Result<Vec<_>, Error>>()?;
    called.sort();
    Ok(called
        .into_iter()
        .map(|(handle, id, standing)| {
            (
                id,
                Guarded::new(handle, crate::sight::handle(network)),
                standing,
            )
        })
        .collect())
}

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

pub(crate) fn circle(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: CircleId,
) -> QueryResult<CircleRow> {
    circles::table
        .filter(circles::network_id.eq(network).and(circles::id.eq(id)))
        .select(CircleRow::as_select())
        .first(conn)
}

pub(crate) fn members_of(
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
pub(crate) struct HoldingRow {
    pub id: HoldingId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub person_id: PersonId,
    pub role: Role,
    pub from_at: Moment,
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

/// Circles that somebody is steward of now.
pub(crate) fn stewarded_circles(
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

type SessionFound = (PersonId, Standing, Day, Option<Lang>, Sealed, WrappedKey);

/// The person of a session that has not ended.
pub(crate) fn session_person(
    conn: &mut AnyConnection,
    network: NetworkId,
    token_hash: Vec<u8>,
    now: Moment,
) -> QueryResult<Option<SessionFound>> {
    sessions::table
        .inner_join(
            persons::table.on(persons::id
                .eq(sessions::person_id)
                .and(persons::network_id.eq(sessions::network_id))),
        )
        .filter(
            sessions::network_id
                .eq(network)
                .and(sessions::token_hash.eq(token_hash))
                .and(sessions::expires_at.gt(now)),
        )
        .select((
            persons::id,
            persons::standing,
            persons::joined_on,
            persons::language,
            persons::handle,
            persons::row_key,
        ))
        .first(conn)
        .optional()
}

/// What somebody belongs to and holds at this moment.
pub(crate) fn load_member(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: PersonId,
    standing: Standing,
    joined: Day,
    now: Moment,
) -> QueryResult<Member> {
    let circles = circle_members::table
        .filter(
            circle_members::network_id
                .eq(network)
                .and(circle_members::person_id.eq(id)),
        )
        .select(circle_members::circle_id)
        .load(conn)?;
    let roles: Vec<(CircleId, Role)> = role_holdings::table
        .filter(
            role_holdings::network_id
                .eq(network)
                .and(role_holdings::person_id.eq(id))
                .and(role_holdings::to_at.gt(now))
                .and(role_holdings::from_at.le(now)),
        )
        .select((role_holdings::circle_id, role_holdings::role))
        .load(conn)?;
    let liaison_of = liaisons::table
        .filter(
            liaisons::network_id
                .eq(network)
                .and(liaisons::person_id.eq(id)),
        )
        .select(liaisons::organisation_id)
        .load(conn)?;
    let roles = roles
        .into_iter()
        .map(|(circle, role)| RoleHeld { circle, role })
        .collect();
    Ok(Member {
        id,
        network,
        standing,
        joined,
        circles,
        roles,
        liaison_of,
    })
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

/// Keeps the language somebody chose.
pub(crate) fn set_language(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: PersonId,
    lang: Lang,
) -> QueryResult<()> {
    diesel::update(persons::table.filter(persons::network_id.eq(network).and(persons::id.eq(id))))
        .set(persons::language.eq(lang))
        .execute(conn)?;
    Ok(())
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
