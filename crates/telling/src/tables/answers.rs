//! Letters that can be answered, and words that came by text.

use crate::{
    rules::ANSWER_DAYS,
    schema::{answerable_letters, relayed_words},
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use store::{AnyConnection, Error, Row, Sealed, Stop, Vault, WrappedKey};
use web::{AnswerWord, House};

kernel::id_type!(
    /// One letter that can be answered.
    AnswerableId
);
kernel::id_type!(
    /// One word that came by text.
    RelayedId
);

/// How many messages one letter remembers to have heard.
const MOST_HEARD: usize = 100;

/// One thing of a letter that can be answered.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Thing {
    /// Which of its practice's things.
    pub id: String,
    /// Where it can be read whole.
    pub href: String,
    /// The words that mean something here.
    pub words: Vec<String>,
    /// The last word that was heard about it.
    pub said: Option<String>,
}

impl Thing {
    /// The words that mean something here.
    pub fn words(&self) -> Vec<AnswerWord> {
        let words = self.words.iter();
        words.filter_map(|word| AnswerWord::parse(word)).collect()
    }
}

/// What of a letter can be answered, and what was.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// In the order of their numbers, from 1.
    pub things: Vec<Thing>,
    /// Hashes of messages that were heard: what comes twice is heard once.
    heard: Vec<String>,
}

impl Asked {
    /// These things, and nothing heard yet.
    pub fn of(things: Vec<Thing>) -> Self {
        Self {
            things,
            heard: Vec::new(),
        }
    }

    /// The words each thing can be answered with.
    pub fn words(&self) -> Vec<Vec<AnswerWord>> {
        self.things.iter().map(Thing::words).collect()
    }

    /// Hears a message; false where it was heard before.
    pub fn hears(&mut self, message: &str) -> bool {
        let new = !self.heard.iter().any(|heard| heard == message);
        if new {
            self.heard.push(message.to_owned());
            let over = self.heard.len().saturating_sub(MOST_HEARD);
            self.heard.drain(..over);
        }
        new
    }
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = answerable_letters)]
pub(crate) struct AnswerableRow {
    pub id: AnswerableId,
    pub network_id: NetworkId,
    pub person_id: PersonId,
    pub address_mark: Vec<u8>,
    pub asked: Sealed,
    pub for_day: Day,
    pub told_on: Option<Day>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}

impl AnswerableRow {
    fn row(&self) -> Row<'_> {
        Row {
            network: &self.network_id,
            table: "answerable_letters",
            id: self.id.bytes(),
        }
    }

    pub fn opened(&self, vault: &Vault) -> Result<Asked, Error> {
        open(vault, self.row(), &self.row_key, ("asked", &self.asked))
    }
}

fn open<T: DeserializeOwned>(
    vault: &Vault,
    row: Row<'_>,
    key: &WrappedKey,
    (column, sealed): (&str, &Sealed),
) -> Result<T, Error> {
    let text = vault.open_key(row, key)?.open(row, column, sealed)?;
    serde_json::from_str(&text).map_err(|_| Error::Tampered)
}

fn as_text(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::Tampered)
}

/// What is kept of an address of one letter.
fn mark(house: &House, token: &str) -> Result<Vec<u8>, Error> {
    house
        .vault
        .mark(&house.network().id, "answer-address", token)
}

/// Keeps what a letter of today asks, for as long as it can be answered at its address.
pub(crate) fn can_be_answered(
    conn: &mut AnyConnection,
    house: &House,
    (person, token): (PersonId, &str),
    asked: &Asked,
    today: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    let id = AnswerableId::new(&*house.chance);
    let at = Row {
        network: &network,
        table: "answerable_letters",
        id: id.bytes(),
    };
    let (key, living) = house.vault.new_key(at)?;
    let ends_on = today.plus(ANSWER_DAYS);
    let row = AnswerableRow {
        id,
        network_id: network,
        person_id: person,
        address_mark: mark(house, token)?,
        asked: key.seal(at, "asked", &as_text(asked)?)?,
        for_day: today,
        told_on: None,
        ends_on,
        row_key: house.vault.rewrap(at, &living, Some(ends_on))?,
    };
    diesel::insert_into(answerable_letters::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// The letter whose address this is, while it can be answered.
pub(crate) fn answerable_at(
    conn: &mut AnyConnection,
    house: &House,
    token: &str,
    today: Day,
) -> Result<Option<AnswerableRow>, Stop> {
    let here = answerable_letters::network_id
        .eq(house.network().id)
        .and(answerable_letters::address_mark.eq(mark(house, token)?));
    let found = answerable_letters::table
        .filter(here.and(answerable_letters::ends_on.gt(today)))
        .select(AnswerableRow::as_select())
        .first(conn)
        .optional()?;
    Ok(found)
}

/// The last letter of somebody that can still be answered.
pub(crate) fn last_answerable(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    today: Day,
) -> QueryResult<Option<AnswerableRow>> {
    let theirs = answerable_letters::network_id
        .eq(network)
        .and(answerable_letters::person_id.eq(person));
    answerable_letters::table
        .filter(theirs.and(answerable_letters::ends_on.gt(today)))
        .order((
            answerable_letters::for_day.desc(),
            answerable_letters::id.desc(),
        ))
        .select(AnswerableRow::as_select())
        .first(conn)
        .optional()
}

/// Keeps what was heard of it.
pub(crate) fn heard(
    conn: &mut AnyConnection,
    vault: &Vault,
    row: &AnswerableRow,
    asked: &Asked,
) -> Result<(), Stop> {
    let key = vault.open_key(row.row(), &row.row_key)?;
    let sealed = key.seal(row.row(), "asked", &as_text(asked)?)?;
    diesel::update(answerable_letters::table.find(row.id))
        .set(answerable_letters::asked.eq(sealed))
        .execute(conn)?;
    Ok(())
}

/// Whether somebody was told today that a message was not understood; from now on they were.
pub(crate) fn told_today(
    conn: &mut AnyConnection,
    row: &AnswerableRow,
    today: Day,
) -> QueryResult<bool> {
    let theirs = answerable_letters::network_id
        .eq(row.network_id)
        .and(answerable_letters::person_id.eq(row.person_id));
    let told: i64 = answerable_letters::table
        .filter(theirs.and(answerable_letters::told_on.eq(today)))
        .count()
        .get_result(conn)?;
    diesel::update(answerable_letters::table.find(row.id))
        .set(answerable_letters::told_on.eq(today))
        .execute(conn)?;
    Ok(told > 0)
}

/// None of somebody's letters can be answered any more.
pub(crate) fn answer_no_more(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<usize> {
    let theirs = answerable_letters::network_id
        .eq(network)
        .and(answerable_letters::person_id.eq(person));
    diesel::delete(answerable_letters::table.filter(theirs)).execute(conn)
}

/// A word that came by text: its number in the letter, the word, and where its thing stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Relayed {
    pub word: String,
    pub href: String,
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = relayed_words)]
pub(crate) struct RelayedRow {
    pub id: RelayedId,
    pub network_id: NetworkId,
    pub person_id: PersonId,
    pub said: Sealed,
    pub on_day: Day,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}

impl RelayedRow {
    pub fn opened(&self, vault: &Vault) -> Result<Relayed, Error> {
        let at = Row {
            network: &self.network_id,
            table: "relayed_words",
            id: self.id.bytes(),
        };
        open(vault, at, &self.row_key, ("said", &self.said))
    }
}

/// Keeps a word that came by text, to be told to whose it is.
pub(crate) fn relay(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    said: &Relayed,
    today: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    let id = RelayedId::new(&*house.chance);
    let at = Row {
        network: &network,
        table: "relayed_words",
        id: id.bytes(),
    };
    let (key, living) = house.vault.new_key(at)?;
    let ends_on = today.plus(ANSWER_DAYS);
    let row = RelayedRow {
        id,
        network_id: network,
        person_id: person,
        said: key.seal(at, "said", &as_text(said)?)?,
        on_day: today,
        ends_on,
        row_key: house.vault.rewrap(at, &living, Some(ends_on))?,
    };
    diesel::insert_into(relayed_words::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// What came by text from somebody, the newest first.
pub(crate) fn relayed(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<RelayedRow>> {
    relayed_words::table
        .filter(
            relayed_words::network_id
                .eq(network)
                .and(relayed_words::person_id.eq(person)),
        )
        .order((relayed_words::on_day.desc(), relayed_words::id.asc()))
        .select(RelayedRow::as_select())
        .load(conn)
}

/// Nothing of it is told any more.
pub(crate) fn relayed_no_more(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<usize> {
    let theirs = relayed_words::network_id
        .eq(network)
        .and(relayed_words::person_id.eq(person));
    diesel::delete(relayed_words::table.filter(theirs)).execute(conn)
}
