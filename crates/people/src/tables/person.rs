//! Persons, and what they chose to add.

use crate::schema::persons;
use diesel::prelude::*;
use kernel::{Day, Guarded, NetworkId, PersonId, Standing};
use std::collections::HashMap;
use store::{AnyConnection, Error, Row, Sealed, Stop, Vault, WrappedKey};
use web::Lang;

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

/// How somebody is called, in the open: for a practice that puts it behind an audience of its own.
pub fn name_of(
    conn: &mut AnyConnection,
    vault: &Vault,
    network: NetworkId,
    id: PersonId,
) -> Result<String, Stop> {
    Ok(person(conn, network, id)?.called(vault)?)
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
    let mut found = None;
    for row in &those_here(conn, network)? {
        // All of them, so that the work says nothing of who is here.
        if plain_handle(&row.called(vault)?) == sought {
            found = Some(row.id);
        }
    }
    Ok(found)
}

/// Everybody who has not left.
fn those_here(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<PersonRow>> {
    persons::table
        .filter(
            persons::network_id
                .eq(network)
                .and(persons::standing.ne(Standing::Left)),
        )
        .select(PersonRow::as_select())
        .load(conn)
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
    let mut called = those_here(conn, network)?
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

/// Everybody's standing, and since when they are here.
pub fn memberships(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<(PersonId, Standing, Day)>> {
    persons::table
        .filter(persons::network_id.eq(network))
        .order(persons::id.asc())
        .select((persons::id, persons::standing, persons::joined_on))
        .load(conn)
}

/// Everybody's standing.
pub fn standings(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<(PersonId, Standing)>> {
    persons::table
        .filter(persons::network_id.eq(network))
        .select((persons::id, persons::standing))
        .load(conn)
}
