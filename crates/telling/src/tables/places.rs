//! Where browsers can be woken, wakings on their way, and the key that signs them.

use crate::{
    rules::{CLAIM_SECONDS, REVIEW_DAYS},
    schema::{wake_keys, wake_places, wakings},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use diesel::prelude::*;
use kernel::{Day, Moment, NetworkId, PersonId};
use store::{AnyConnection, ERASED, Error, Row, Sealed, Stop, Vault, WrappedKey, set_fact};
use web::House;

kernel::id_type!(
    /// One browser that can be woken.
    PlaceId
);
kernel::id_type!(
    /// One waking on its way.
    WakingId
);

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = wake_places)]
pub(crate) struct PlaceRow {
    pub id: PlaceId,
    pub network_id: NetworkId,
    pub person_id: PersonId,
    pub place: Sealed,
    pub since_on: Day,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}

impl PlaceRow {
    pub fn opened(&self, vault: &Vault) -> Result<String, Error> {
        let at = place_row(&self.network_id, &self.id);
        vault
            .open_key(at, &self.row_key)?
            .open(at, "place", &self.place)
    }
}

fn place_row<'a>(network: &'a NetworkId, id: &'a PlaceId) -> Row<'a> {
    Row {
        network,
        table: "wake_places",
        id: id.bytes(),
    }
}

pub(crate) fn places_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<PlaceRow>> {
    wake_places::table
        .filter(
            wake_places::network_id
                .eq(network)
                .and(wake_places::person_id.eq(person)),
        )
        .order((wake_places::since_on.asc(), wake_places::id.asc()))
        .select(PlaceRow::as_select())
        .load(conn)
}

pub(crate) fn add_place(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    place: &str,
    today: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    let id = PlaceId::new(&*house.chance);
    let at = place_row(&network, &id);
    let (key, row_key) = house.vault.new_key(at)?;
    diesel::insert_into(wake_places::table)
        .values(PlaceRow {
            id,
            network_id: network,
            person_id: person,
            place: key.seal(at, "place", place)?,
            since_on: today,
            ends_on: today.plus(REVIEW_DAYS),
            row_key,
        })
        .execute(conn)?;
    Ok(())
}

/// The same place for another while.
pub(crate) fn renew_place(conn: &mut AnyConnection, id: PlaceId, today: Day) -> QueryResult<()> {
    diesel::update(wake_places::table.find(id))
        .set(wake_places::ends_on.eq(today.plus(REVIEW_DAYS)))
        .execute(conn)?;
    Ok(())
}

/// Lets go of a place and of what was on its way there; says how many there were.
pub(crate) fn end_place(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    id: PlaceId,
) -> QueryResult<usize> {
    let gone = diesel::delete(
        wake_places::table.filter(
            wake_places::network_id
                .eq(network)
                .and(wake_places::person_id.eq(person))
                .and(wake_places::id.eq(id)),
        ),
    )
    .execute(conn)?;
    if gone > 0 {
        diesel::delete(wakings::table.filter(wakings::place_id.eq(id))).execute(conn)?;
        set_fact(conn, network, ERASED, "yes")?;
    }
    Ok(gone)
}

/// Lets go of every place and waking of somebody.
pub(crate) fn end_places_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let on_their_way = wakings::network_id
        .eq(network)
        .and(wakings::person_id.eq(person));
    diesel::delete(wakings::table.filter(on_their_way)).execute(conn)?;
    let theirs = wake_places::network_id
        .eq(network)
        .and(wake_places::person_id.eq(person));
    diesel::delete(wake_places::table.filter(theirs)).execute(conn)?;
    Ok(())
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = wakings)]
pub(crate) struct WakingRow {
    pub id: WakingId,
    pub network_id: NetworkId,
    pub person_id: PersonId,
    pub place_id: PlaceId,
    pub made_at: Moment,
    pub next_at: Moment,
    pub claimed_at: Option<Moment>,
    pub ends_on: Day,
}

/// Puts a waking on its way, unless one is already: they all say the same.
pub(crate) fn wake(
    conn: &mut AnyConnection,
    house: &House,
    place: &PlaceRow,
    now: Moment,
) -> Result<(), Stop> {
    let waiting = wakings::network_id
        .eq(place.network_id)
        .and(wakings::place_id.eq(place.id))
        .and(wakings::claimed_at.is_null());
    let there: i64 = wakings::table.filter(waiting).count().get_result(conn)?;
    if there > 0 {
        return Ok(());
    }
    diesel::insert_into(wakings::table)
        .values(WakingRow {
            id: WakingId::new(&*house.chance),
            network_id: place.network_id,
            person_id: place.person_id,
            place_id: place.id,
            made_at: now,
            next_at: now,
            claimed_at: None,
            ends_on: house.network().zone.day_of(now).plus(1),
        })
        .execute(conn)?;
    Ok(())
}

/// The next waking that may be sent now, with its place.
pub(crate) fn next_waking(
    conn: &mut AnyConnection,
    network: NetworkId,
    now: Moment,
) -> QueryResult<Option<(WakingRow, Option<PlaceRow>)>> {
    wakings::table
        .left_join(wake_places::table.on(wake_places::id.eq(wakings::place_id)))
        .filter(
            wakings::network_id
                .eq(network)
                .and(wakings::next_at.le(now)),
        )
        .filter(
            wakings::claimed_at
                .is_null()
                .or(wakings::claimed_at.le(now.plus_seconds(-CLAIM_SECONDS))),
        )
        .order((wakings::next_at.asc(), wakings::id.asc()))
        .select((WakingRow::as_select(), Option::<PlaceRow>::as_select()))
        .first(conn)
        .optional()
}

pub(crate) fn claim_waking(
    conn: &mut AnyConnection,
    id: WakingId,
    now: Moment,
) -> QueryResult<usize> {
    diesel::update(wakings::table.find(id))
        .set(wakings::claimed_at.eq(now))
        .execute(conn)
}

pub(crate) fn waking_over(conn: &mut AnyConnection, id: WakingId) -> QueryResult<usize> {
    diesel::delete(wakings::table.find(id)).execute(conn)
}

pub(crate) fn wake_again_at(
    conn: &mut AnyConnection,
    id: WakingId,
    next: Moment,
) -> QueryResult<usize> {
    diesel::update(wakings::table.find(id))
        .set((
            wakings::next_at.eq(next),
            wakings::claimed_at.eq(None::<Moment>),
        ))
        .execute(conn)
}

fn key_row(network: &NetworkId) -> Row<'_> {
    Row {
        network,
        table: "wake_keys",
        id: network.bytes(),
    }
}

/// The secret this network signs its wakings with; `None` before the first tick of its clock.
pub(crate) fn wake_secret(
    conn: &mut AnyConnection,
    vault: &Vault,
    network: NetworkId,
) -> Result<Option<Vec<u8>>, Stop> {
    let found: Option<(Sealed, WrappedKey)> = wake_keys::table
        .find(network)
        .select((wake_keys::secret, wake_keys::row_key))
        .first(conn)
        .optional()?;
    let Some((secret, row_key)) = found else {
        return Ok(None);
    };
    let at = key_row(&network);
    let text = vault.open_key(at, &row_key)?.open(at, "secret", &secret)?;
    Ok(Some(BASE64.decode(text).map_err(|_| Error::Tampered)?))
}

pub(crate) fn keep_wake_secret(
    conn: &mut AnyConnection,
    vault: &Vault,
    network: NetworkId,
    secret: &[u8],
    today: Day,
) -> Result<(), Stop> {
    let at = key_row(&network);
    let (key, row_key) = vault.new_key(at)?;
    diesel::insert_into(wake_keys::table)
        .values((
            wake_keys::id.eq(network),
            wake_keys::network_id.eq(network),
            wake_keys::secret.eq(key.seal(at, "secret", &BASE64.encode(secret))?),
            wake_keys::review_on.eq(today.plus(REVIEW_DAYS)),
            wake_keys::row_key.eq(row_key),
        ))
        .execute(conn)?;
    Ok(())
}
