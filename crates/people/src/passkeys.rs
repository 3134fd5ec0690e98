//! Passkeys (WebAuthn): a phone or a small key shows that it is somebody, without a word that could
//! be guessed or told. What stands between the two halves of such a showing travels sealed in the
//! page's own form, for five minutes; what was used is marked, so that it is used once, whichever of
//! several servers the second half comes to.

use crate::{
    rules::PeopleRefusal,
    schema::{passkeys, used_once},
};
use diesel::prelude::*;
use kernel::{Day, Guarded, Moment, NetworkId, PersonId, Who};
use serde_json::{from_str, to_string};
use store::{AnyConnection, ERASED, Error, Sealed, Stop, WrappedKey, set_fact};
use web::House;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder, WebauthnError,
};

kernel::id_type!(
    /// One passkey.
    PasskeyId
);

/// How long a page with a passkey's question is good for, in seconds.
pub(crate) const ASKED_SECONDS: i64 = 300;
/// The most passkeys of one person.
const MOST: usize = 10;
/// A passkey is looked at again after a year, in days.
const REVIEW_DAYS: i32 = 365;

const SHOWING: &str = "passkey-showing";
const ADDING: &str = "passkey-adding";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = passkeys)]
pub(crate) struct PasskeyRow {
    pub id: PasskeyId,
    pub network_id: NetworkId,
    pub person_id: PersonId,
    pub credential_mark: Vec<u8>,
    pub name: Sealed,
    pub credential: Sealed,
    pub added_on: Day,
    pub review_on: Day,
    pub row_key: WrappedKey,
}

store::sealed_row!(PasskeyRow, "passkeys");

impl PasskeyRow {
    /// What its holder calls it, for them alone.
    pub fn called(&self, house: &House) -> Result<Guarded<String>, Error> {
        let name = self
            .key(&house.vault)?
            .open(self.row(), "name", &self.name)?;
        Ok(Guarded::new(name, Who::Person(self.person_id)))
    }

    fn opened(&self, house: &House) -> Result<Passkey, Error> {
        let key = self.key(&house.vault)?;
        let text = key.open(self.row(), "credential", &self.credential)?;
        from_str(&text).map_err(|_| Error::Tampered)
    }
}

/// What a page asks a browser, and what it carries until the browser has answered.
pub(crate) struct Question {
    /// For the browser: the options of WebAuthn, as JSON.
    pub options: String,
    /// For us: sealed.
    pub sealed: String,
}

/// Passkeys belong to the address that people know. An address of numbers cannot have any.
fn here(house: &House) -> Result<Webauthn, PeopleRefusal> {
    let none = || PeopleRefusal::NoPasskeysHere;
    let origin = Url::parse(&house.settings.address).map_err(|_| none())?;
    let domain = origin.domain().ok_or_else(none)?.to_owned();
    WebauthnBuilder::new(&domain, &origin)
        .and_then(|builder| {
            // A machine of one's own may listen at any port of it.
            builder
                .rp_name(&domain)
                .allow_any_port(domain == "localhost")
                .build()
        })
        .map_err(|_| none())
}

/// Whether this address can have passkeys.
pub(crate) fn can_be_here(house: &House) -> bool {
    here(house).is_ok()
}

fn sealed(house: &House, purpose: &str, state: &str) -> Result<String, Error> {
    let expires = house.now().plus_seconds(ASKED_SECONDS);
    house.vault.token(purpose, state, expires)
}

fn not_written<E>(_: E) -> Stop {
    Error::Tampered.into()
}

/// Asks whoever is at this browser to show a passkey of theirs, without saying who they are.
pub(crate) fn ask_to_show(house: &House) -> Result<Question, Stop> {
    let (mut options, state) = here(house)?
        .start_discoverable_authentication()
        .map_err(not_written)?;
    // By a button, not while typing.
    options.mediation = None;
    Ok(Question {
        options: to_string(&options.public_key).map_err(not_written)?,
        sealed: sealed(house, SHOWING, &to_string(&state).map_err(not_written)?)?,
    })
}

/// Whose passkey a browser has shown. The same answer where there is none, it is for another page,
/// or it does not fit.
pub(crate) fn shown(
    conn: &mut AnyConnection,
    house: &House,
    (state, answer): (&str, &str),
    now: Moment,
) -> Result<PersonId, Stop> {
    let not_taken = || PeopleRefusal::PasskeyNotTaken;
    let webauthn = here(house)?;
    let text = house
        .vault
        .read_token(SHOWING, state, now)
        .ok_or(PeopleRefusal::PasskeyTooLate)?;
    let showing: DiscoverableAuthentication = from_str(&text).map_err(not_written)?;
    let answer: PublicKeyCredential = from_str(answer).map_err(|_| not_taken())?;
    let (person, credential) = webauthn
        .identify_discoverable_authentication(&answer)
        .map_err(|_| not_taken())?;
    let row = find(conn, house, credential)?
        .filter(|row| row.person_id.0 == person)
        .ok_or_else(not_taken)?;
    // Undone with everything else where the answer does not fit.
    use_once(conn, house, state, now)?;
    let mut passkey = row.opened(house)?;
    let done = webauthn
        .finish_discoverable_authentication_v2(&answer, showing, &passkey)
        .map_err(|why| match why {
            WebauthnError::CredentialPossibleCompromise => PeopleRefusal::PasskeyCopied,
            _ => PeopleRefusal::PasskeyNotTaken,
        })?;
    if passkey.update_credential(&done) == Some(true) {
        let text = to_string(&passkey).map_err(not_written)?;
        let credential = row
            .key(&house.vault)?
            .seal(row.row(), "credential", &text)?;
        diesel::update(passkeys::table.find(row.id))
            .set(passkeys::credential.eq(credential))
            .execute(conn)?;
    }
    Ok(row.person_id)
}

/// Asks a browser to make a passkey for somebody.
pub(crate) fn ask_to_make(
    conn: &mut AnyConnection,
    house: &House,
    (person, handle): (PersonId, &str),
) -> Result<Question, Stop> {
    let there = of_person(conn, house, person)?
        .iter()
        .map(|row| Ok(row.opened(house)?.cred_id().clone()))
        .collect::<Result<_, Error>>()?;
    let (options, state) = here(house)?
        .start_passkey_registration(person.0, handle, handle, Some(there))
        .map_err(not_written)?;
    // Kept where it is made together with whose it is, so that signing in asks for no name.
    let mut options = serde_json::to_value(&options.public_key).map_err(not_written)?;
    if let Some(wanted) = options.get_mut("authenticatorSelection") {
        wanted["residentKey"] = "required".into();
        wanted["requireResidentKey"] = true.into();
    }
    let state = format!("{person}\n{}", to_string(&state).map_err(not_written)?);
    Ok(Question {
        options: options.to_string(),
        sealed: sealed(house, ADDING, &state)?,
    })
}

/// Keeps the passkey a browser has made.
pub(crate) fn add(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    (name, state, answer): (&str, &str, &str),
    now: Moment,
) -> Result<(), Stop> {
    let network = house.network();
    let text = house
        .vault
        .read_token(ADDING, state, now)
        .ok_or(PeopleRefusal::PasskeyTooLate)?;
    let state_of = text
        .split_once('\n')
        .filter(|(of, _)| PersonId::parse(of) == Some(person));
    let (_, registration) = state_of.ok_or(PeopleRefusal::PasskeyNotTaken)?;
    let registration: PasskeyRegistration = from_str(registration).map_err(not_written)?;
    let answer: RegisterPublicKeyCredential =
        from_str(answer).map_err(|_| PeopleRefusal::PasskeyNotTaken)?;
    let passkey = here(house)?
        .finish_passkey_registration(&answer, &registration)
        .map_err(|_| PeopleRefusal::PasskeyNotTaken)?;
    if of_person(conn, house, person)?.len() >= MOST {
        return Err(PeopleRefusal::PasskeysFull.into());
    }
    if find(conn, house, passkey.cred_id())?.is_some() {
        return Err(PeopleRefusal::PasskeyNotTaken.into());
    }
    use_once(conn, house, state, now)?;
    let id = PasskeyId::new(&*house.chance);
    let at = store::Row {
        network: &network.id,
        table: "passkeys",
        id: id.bytes(),
    };
    let (key, row_key) = house.vault.new_key(at)?;
    let today = network.zone.day_of(now);
    diesel::insert_into(passkeys::table)
        .values(PasskeyRow {
            id,
            network_id: network.id,
            person_id: person,
            credential_mark: mark(house, passkey.cred_id())?,
            name: key.seal(at, "name", name)?,
            credential: key.seal(at, "credential", &to_string(&passkey).map_err(not_written)?)?,
            added_on: today,
            review_on: today.plus(REVIEW_DAYS),
            row_key,
        })
        .execute(conn)?;
    Ok(())
}

/// Somebody's passkeys, the oldest first.
pub(crate) fn of_person(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> QueryResult<Vec<PasskeyRow>> {
    passkeys::table
        .filter(
            passkeys::network_id
                .eq(house.network().id)
                .and(passkeys::person_id.eq(person)),
        )
        .order((passkeys::added_on.asc(), passkeys::id.asc()))
        .select(PasskeyRow::as_select())
        .load(conn)
}

/// Takes a passkey of somebody away; returns how many there were to take.
pub(crate) fn remove(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    id: PasskeyId,
) -> QueryResult<usize> {
    let theirs = passkeys::network_id
        .eq(network)
        .and(passkeys::person_id.eq(person));
    let gone =
        diesel::delete(passkeys::table.filter(theirs.and(passkeys::id.eq(id)))).execute(conn)?;
    if gone > 0 {
        set_fact(conn, network, ERASED, "yes")?;
    }
    Ok(gone)
}

/// Takes all of them away.
pub(crate) fn remove_all(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<usize> {
    let theirs = passkeys::network_id
        .eq(network)
        .and(passkeys::person_id.eq(person));
    diesel::delete(passkeys::table.filter(theirs)).execute(conn)
}

fn mark(house: &House, credential: &[u8]) -> Result<Vec<u8>, Error> {
    let text: String = credential.iter().map(|b| format!("{b:02x}")).collect();
    house.vault.mark(&house.network().id, "passkey", &text)
}

fn find(
    conn: &mut AnyConnection,
    house: &House,
    credential: &[u8],
) -> Result<Option<PasskeyRow>, Stop> {
    let mark = mark(house, credential)?;
    let here = passkeys::network_id.eq(house.network().id);
    let found = passkeys::table
        .filter(here.and(passkeys::credential_mark.eq(mark)))
        .select(PasskeyRow::as_select())
        .first(conn)
        .optional()?;
    Ok(found)
}

/// Marks what a page carried as used; refused where it was.
fn use_once(conn: &mut AnyConnection, house: &House, state: &str, now: Moment) -> Result<(), Stop> {
    let network = house.network().id;
    let mark = house.vault.mark(&network, "used-once", state)?;
    let here = used_once::network_id.eq(network);
    let used: i64 = used_once::table
        .filter(here.and(used_once::mark.eq(&mark)))
        .count()
        .get_result(conn)?;
    if used > 0 {
        return Err(PeopleRefusal::PasskeyTooLate.into());
    }
    // Two at once: the key of the table lets one of them in.
    diesel::insert_into(used_once::table)
        .values((
            used_once::network_id.eq(network),
            used_once::mark.eq(mark),
            used_once::expires_at.eq(now.plus_seconds(ASKED_SECONDS)),
        ))
        .execute(conn)?;
    Ok(())
}
