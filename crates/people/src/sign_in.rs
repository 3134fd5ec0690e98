//! Signing in by handle and passphrase, sessions, and who is behind one.

use crate::{
    links::{self, LinkPurpose},
    recovery,
    rules::{PeopleRefusal, SESSION_SECONDS},
    schema::{credentials, sessions},
    secrets::{new_token, passphrase_fits},
    tables::{self, plain_handle},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use diesel::prelude::*;
use kernel::{Day, Moment, NetworkId, PersonId, Standing};
use std::sync::LazyLock;
use store::{AnyConnection, Row, Sealed, Stop, WrappedKey};
use tokio::sync::Semaphore;
use web::{FRESH_SECONDS, House, Known, Shared};

kernel::id_type!(
    /// One session of somebody.
    SessionId
);

/// Each check takes 46 MiB; two at a time keep a small server small.
static CHECKS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(2));

/// Who is behind a session's token, with what they hold at this moment.
pub fn recognise(
    conn: &mut AnyConnection,
    house: &House,
    token: &str,
    now: Moment,
) -> Result<Option<Known>, Stop> {
    let network = house.network().id;
    let found = tables::session_person(conn, network, session_mark(house, token)?, now)?;
    // Whoever left is nobody here, also while a hold keeps what they left behind.
    let Some(found) = found.filter(|found| found.standing != Standing::Left) else {
        return Ok(None);
    };
    let id = found.id;
    let place = Row {
        network: &network,
        table: tables::PERSONS,
        id: id.bytes(),
    };
    let handle = house
        .vault
        .open_often(place, &found.row_key, "handle", &found.handle)?;
    let member = tables::load_member(conn, network, id, found.standing, found.joined, now)?;
    let csrf = form_token(house, token)?;
    Ok(Some(Known {
        member,
        handle,
        lang: found.lang,
        csrf,
        proved_at: found.proved_at,
    }))
}

/// Somebody, as they would stand in a room of theirs, without a session: for what is made in their
/// name by the clock. `None` where there is no such person.
pub fn known_of(
    conn: &mut AnyConnection,
    house: &House,
    id: PersonId,
    now: Moment,
) -> Result<Option<Known>, Stop> {
    let network = house.network().id;
    let row = match tables::person(conn, network, id) {
        Err(diesel::result::Error::NotFound) => return Ok(None),
        row => row?,
    };
    Ok(Some(Known {
        member: tables::load_member(conn, network, id, row.standing, row.joined_on, now)?,
        handle: row.called(&house.vault)?,
        lang: row.language,
        csrf: String::new(),
        proved_at: Moment(i64::MIN),
    }))
}

/// What every form of a session carries, so that no other site can send one in its name.
pub fn form_token(house: &House, token: &str) -> Result<String, Stop> {
    Ok(BASE64.encode(house.vault.mark(&house.network().id, "form", token)?))
}

/// What is kept of a session's token: a mark under the keyring, so that whoever can write into the
/// database cannot make a session without it.
fn session_mark(house: &House, token: &str) -> Result<Vec<u8>, Stop> {
    Ok(house.vault.mark(&house.network().id, "session", token)?)
}

/// Checks a handle and a passphrase, or a line of a printed sheet: the same work and the same answer whether or not there is
/// such a person.
pub(crate) async fn check(
    house: &Shared,
    handle: String,
    passphrase: String,
) -> Result<PersonId, Stop> {
    let network = house.network().id;
    let mark = plain_handle(&handle).into_bytes();
    if !house.sign_in_attempts.allow(&mark, house.now()) {
        return Err(PeopleRefusal::TooManyGuesses.into());
    }
    let inner = house.clone();
    let found = house
        .db
        .read(move |conn| {
            let person = tables::person_with_handle(conn, &inner.vault, network, &handle)?;
            match person {
                Some(person) => Ok(Some((person, stored_hash(conn, &inner, network, person)?))),
                None => Ok(None),
            }
        })
        .await?;
    let _turn = CHECKS.acquire().await.map_err(|_| store::Error::JobLost)?;
    let (person, hash) = match found {
        Some((person, hash)) => (Some(person), hash),
        None => (None, None),
    };
    let words = passphrase.clone();
    let fits = tokio::task::spawn_blocking(move || passphrase_fits(&passphrase, hash.as_deref()))
        .await
        .map_err(|_| store::Error::JobLost)?;
    // A line of a printed sheet opens the door too, once; looked for also where there is nobody.
    let fits = fits || {
        let (inner, whose) = (house.clone(), person.unwrap_or(NOBODY));
        let look = move |conn: &mut AnyConnection| recovery::use_up(conn, &inner, whose, &words);
        house.db.write(look).await?
    };
    match person {
        Some(person) if fits => {
            house.sign_in_attempts.clear(&mark);
            Ok(person)
        }
        _ => Err(PeopleRefusal::NoSuchPair.into()),
    }
}

/// Whose words are looked for where there is nobody of that name.
const NOBODY: PersonId = PersonId(kernel::uuid::Uuid::nil());

pub(crate) const CREDENTIALS: &str = "credentials";

fn stored_hash(
    conn: &mut AnyConnection,
    house: &House,
    network: NetworkId,
    person: PersonId,
) -> Result<Option<String>, Stop> {
    let found: Option<(Sealed, WrappedKey)> = credentials::table
        .filter(
            credentials::network_id
                .eq(network)
                .and(credentials::id.eq(person)),
        )
        .select((credentials::secret, credentials::row_key))
        .first(conn)
        .optional()?;
    let Some((secret, row_key)) = found else {
        return Ok(None);
    };
    let place = Row {
        network: &network,
        table: CREDENTIALS,
        id: person.bytes(),
    };
    Ok(Some(
        house
            .vault
            .open_key(place, &row_key)?
            .open(place, "secret", &secret)?,
    ))
}

/// Opens a session and returns its token.
pub(crate) fn open(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    now: Moment,
) -> Result<String, Stop> {
    let network = house.network();
    let token = new_token(&*house.chance);
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(SessionId::new(&*house.chance)),
            sessions::network_id.eq(network.id),
            sessions::person_id.eq(person),
            sessions::token_hash.eq(session_mark(house, &token)?),
            sessions::started_on.eq(network.zone.day_of(now)),
            sessions::expires_at.eq(now.plus_seconds(SESSION_SECONDS)),
            sessions::proved_at.eq(now),
        ))
        .execute(conn)?;
    Ok(token)
}

/// Whoever holds this session has shown again that it is them. It goes on under a new token, so
/// that one somebody else copied before is worth nothing; it ends when it would have ended.
pub(crate) fn prove(
    conn: &mut AnyConnection,
    house: &House,
    token: &str,
    now: Moment,
) -> Result<String, Stop> {
    let anew = new_token(&*house.chance);
    let mark = session_mark(house, token)?;
    let this = sessions::network_id.eq(house.network().id);
    let changed = diesel::update(sessions::table.filter(this.and(sessions::token_hash.eq(mark))))
        .set((
            sessions::token_hash.eq(session_mark(house, &anew)?),
            sessions::proved_at.eq(now),
        ))
        .execute(conn)?;
    if changed == 1 {
        Ok(anew)
    } else {
        Err(Stop::SignIn)
    }
}

/// Forgets when people showed that it is them, once that is no longer fresh.
pub(crate) fn forget_proofs(
    conn: &mut AnyConnection,
    network: NetworkId,
    now: Moment,
) -> QueryResult<usize> {
    const NEVER: Moment = Moment(0);
    let stale = sessions::network_id
        .eq(network)
        .and(sessions::proved_at.ne(NEVER))
        .and(sessions::proved_at.lt(now.plus_seconds(-FRESH_SECONDS)));
    diesel::update(sessions::table.filter(stale))
        .set(sessions::proved_at.eq(NEVER))
        .execute(conn)
}

/// Opens a session in a browser, in place of the one it had, whoever's that was; returns its token.
pub(crate) fn open_instead(
    conn: &mut AnyConnection,
    house: &House,
    (before, person): (Option<&str>, PersonId),
    now: Moment,
) -> Result<String, Stop> {
    if let Some(before) = before {
        close_token(conn, house, before)?;
    }
    open(conn, house, person, now)
}

/// One of somebody's sessions, for their own list.
pub(crate) struct SessionRow {
    pub id: SessionId,
    pub started_on: Day,
    pub expires_at: Moment,
    pub here: bool,
}

pub(crate) fn of_person(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    token: Option<&str>,
    now: Moment,
) -> Result<Vec<SessionRow>, Stop> {
    let network = house.network().id;
    let rows: Vec<(SessionId, Vec<u8>, Day, Moment)> = sessions::table
        .filter(
            sessions::network_id
                .eq(network)
                .and(sessions::person_id.eq(person))
                .and(sessions::expires_at.gt(now)),
        )
        .order(sessions::expires_at.desc())
        .select((
            sessions::id,
            sessions::token_hash,
            sessions::started_on,
            sessions::expires_at,
        ))
        .load(conn)?;
    let own = token.map(|token| session_mark(house, token)).transpose()?;
    Ok(rows
        .into_iter()
        .map(|(id, hash, started_on, expires_at)| SessionRow {
            id,
            started_on,
            expires_at,
            here: own.as_ref() == Some(&hash),
        })
        .collect())
}

pub(crate) fn close_one(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    session: SessionId,
) -> QueryResult<usize> {
    diesel::delete(
        sessions::table.filter(
            sessions::network_id
                .eq(network)
                .and(sessions::person_id.eq(person))
                .and(sessions::id.eq(session)),
        ),
    )
    .execute(conn)
}

pub(crate) fn close_token(
    conn: &mut AnyConnection,
    house: &House,
    token: &str,
) -> Result<(), Stop> {
    let mark = session_mark(house, token)?;
    let mine = sessions::network_id.eq(house.network().id);
    diesel::delete(sessions::table.filter(mine.and(sessions::token_hash.eq(mark))))
        .execute(conn)?;
    Ok(())
}

/// Ends every session of somebody but the one with this token.
pub(crate) fn close_others(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    token: &str,
) -> Result<(), Stop> {
    let mark = session_mark(house, token)?;
    let theirs = sessions::network_id
        .eq(house.network().id)
        .and(sessions::person_id.eq(person));
    diesel::delete(sessions::table.filter(theirs.and(sessions::token_hash.ne(mark))))
        .execute(conn)?;
    Ok(())
}

/// Everybody's sessions end: lockdown (P29).
pub fn close_everyones(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<usize> {
    diesel::delete(sessions::table.filter(sessions::network_id.eq(network))).execute(conn)
}

/// "Sign out everywhere"; links on their way are worth nothing then either.
pub(crate) fn close_all(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<usize> {
    links::end_links(conn, network, person, Some(LinkPurpose::ComeIn))?;
    diesel::delete(
        sessions::table.filter(
            sessions::network_id
                .eq(network)
                .and(sessions::person_id.eq(person)),
        ),
    )
    .execute(conn)
}
