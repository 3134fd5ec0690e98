//! This practice's queries; nobody else's.

mod answers;
mod confirmed;
mod letters;
mod places;

pub(crate) use answers::*;
pub(crate) use confirmed::*;
pub(crate) use letters::*;
pub(crate) use places::*;

use crate::schema::{confirmed_addresses, tellings};
use diesel::prelude::*;
use kernel::{Day, Guarded, NetworkId, PersonId};
use store::{AnyConnection, DataKey, Error, Row, Sealed, Vault, WrappedKey};

/// What somebody chose to be told.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = tellings, treat_none_as_null = true)]
pub(crate) struct TellingRow {
    pub id: PersonId,
    pub network_id: NetworkId,
    pub address: Option<Sealed>,
    pub digest_hour: Option<String>,
    pub digest_on: Option<Day>,
    pub at_once: String,
    pub review_on: Day,
    pub row_key: WrappedKey,
}

impl TellingRow {
    pub fn row(&self) -> Row<'_> {
        row_of(&self.network_id, &self.id)
    }

    pub fn key(&self, vault: &Vault) -> Result<DataKey, Error> {
        vault.open_key(self.row(), &self.row_key)
    }

    /// The address, behind its audience.
    pub fn address(&self, vault: &Vault) -> Result<Guarded<Option<String>>, Error> {
        let address = self
            .key(vault)?
            .open_some(self.row(), "address", self.address.as_ref())?;
        Ok(Guarded::new(address, crate::sight::telling(self.id)))
    }
}

pub(crate) fn row_of<'a>(network: &'a NetworkId, person: &'a PersonId) -> Row<'a> {
    Row {
        network,
        table: "tellings",
        id: person.bytes(),
    }
}

/// What somebody chose; `None` where they never chose anything.
pub(crate) fn telling_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Option<TellingRow>> {
    tellings::table
        .filter(
            tellings::network_id
                .eq(network)
                .and(tellings::id.eq(person)),
        )
        .select(TellingRow::as_select())
        .first(conn)
        .optional()
}

/// Those whose hour has come and whose letter of today was not made yet, at most `most`.
pub(crate) fn due(
    conn: &mut AnyConnection,
    network: NetworkId,
    (hour, today): (i8, Day),
    most: i64,
) -> QueryResult<Vec<TellingRow>> {
    tellings::table
        .filter(
            tellings::network_id
                .eq(network)
                .and(tellings::digest_hour.le(format!("{hour:02}")))
                .and(tellings::address.is_not_null()),
        )
        // Nothing goes to an address that nobody said is theirs.
        .filter(
            tellings::id.eq_any(
                confirmed_addresses::table
                    .filter(confirmed_addresses::network_id.eq(network))
                    .select(confirmed_addresses::id),
            ),
        )
        .filter(
            tellings::digest_on
                .is_null()
                .or(tellings::digest_on.lt(today)),
        )
        .order((tellings::digest_hour.asc(), tellings::id.asc()))
        .limit(most)
        .select(TellingRow::as_select())
        .load(conn)
}

/// Today's letter of somebody has been made, or there was nothing to write.
pub(crate) fn made_today(
    conn: &mut AnyConnection,
    person: PersonId,
    today: Day,
) -> QueryResult<usize> {
    diesel::update(tellings::table.find(person))
        .set(tellings::digest_on.eq(today))
        .execute(conn)
}

pub(crate) fn save_telling(conn: &mut AnyConnection, row: &TellingRow) -> QueryResult<()> {
    let changed = diesel::update(tellings::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(tellings::table)
            .values(row.clone())
            .execute(conn)?;
    }
    Ok(())
}
