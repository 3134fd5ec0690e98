//! Letters on their way.

use crate::{
    letter::Letter,
    rules::{CLAIM_SECONDS, LETTER_DAYS, LetterKind},
    schema::letters,
};
use diesel::prelude::*;
use kernel::{Day, Moment, NetworkId, PersonId};
use store::{AnyConnection, Error, Row, Sealed, Stop, Vault, WrappedKey};
use web::House;

kernel::id_type!(
    /// One letter; its Message-ID is made of it.
    LetterId
);

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = letters)]
pub(crate) struct LetterRow {
    pub id: LetterId,
    pub network_id: NetworkId,
    pub person_id: PersonId,
    pub kind: LetterKind,
    pub for_day: Day,
    pub letter: Sealed,
    pub made_at: Moment,
    pub next_at: Moment,
    pub claimed_at: Option<Moment>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}

impl LetterRow {
    pub fn opened(&self, vault: &Vault) -> Result<Letter, Error> {
        let at = row_of(&self.network_id, &self.id);
        let text = vault
            .open_key(at, &self.row_key)?
            .open(at, "letter", &self.letter)?;
        serde_json::from_str(&text).map_err(|_| Error::Tampered)
    }
}

fn row_of<'a>(network: &'a NetworkId, id: &'a LetterId) -> Row<'a> {
    Row {
        network,
        table: "letters",
        id: id.bytes(),
    }
}

/// Puts a letter on its way, instead of one of its kind that still waits; but each answer has its
/// own. Its key dies with its
/// last day.
pub(crate) fn put(
    conn: &mut AnyConnection,
    house: &House,
    (person, kind): (PersonId, LetterKind),
    letter: &Letter,
    now: Moment,
) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    let ends_on = today.plus(LETTER_DAYS);
    if kind != LetterKind::Answer {
        take_back(conn, network.id, person, Some(kind))?;
    }
    let id = LetterId::new(&*house.chance);
    let at = row_of(&network.id, &id);
    let (key, living) = house.vault.new_key(at)?;
    let text = serde_json::to_string(letter).map_err(|_| Error::Tampered)?;
    diesel::insert_into(letters::table)
        .values(LetterRow {
            id,
            network_id: network.id,
            person_id: person,
            kind,
            for_day: today,
            letter: key.seal(at, "letter", &text)?,
            made_at: now,
            next_at: now,
            claimed_at: None,
            ends_on,
            row_key: house.vault.rewrap(at, &living, Some(ends_on))?,
        })
        .execute(conn)?;
    Ok(())
}

/// Lets go of letters of somebody that wait: of one kind, or of all.
pub(crate) fn take_back(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    kind: Option<LetterKind>,
) -> QueryResult<usize> {
    let theirs = letters::table.filter(
        letters::network_id
            .eq(network)
            .and(letters::person_id.eq(person)),
    );
    match kind {
        Some(kind) => diesel::delete(theirs.filter(letters::kind.eq(kind))).execute(conn),
        None => diesel::delete(theirs).execute(conn),
    }
}

/// The next letter that may be sent now and nobody is sending.
pub(crate) fn next_due(
    conn: &mut AnyConnection,
    network: NetworkId,
    now: Moment,
) -> QueryResult<Option<LetterRow>> {
    letters::table
        .filter(
            letters::network_id
                .eq(network)
                .and(letters::next_at.le(now)),
        )
        .filter(
            letters::claimed_at
                .is_null()
                .or(letters::claimed_at.le(now.plus_seconds(-CLAIM_SECONDS))),
        )
        .order((letters::next_at.asc(), letters::id.asc()))
        .select(LetterRow::as_select())
        .first(conn)
        .optional()
}

/// Somebody is sending it from now on.
pub(crate) fn claim(conn: &mut AnyConnection, id: LetterId, now: Moment) -> QueryResult<usize> {
    diesel::update(letters::table.find(id))
        .set(letters::claimed_at.eq(now))
        .execute(conn)
}

/// It has left.
pub(crate) fn has_left(conn: &mut AnyConnection, id: LetterId) -> QueryResult<usize> {
    diesel::delete(letters::table.find(id)).execute(conn)
}

/// It has not; again at this moment.
pub(crate) fn again_at(conn: &mut AnyConnection, id: LetterId, next: Moment) -> QueryResult<usize> {
    diesel::update(letters::table.find(id))
        .set((
            letters::next_at.eq(next),
            letters::claimed_at.eq(None::<Moment>),
        ))
        .execute(conn)
}
