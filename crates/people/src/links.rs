//! Links that somebody gets by letter: for one time and for a while. Programs that look at mail
//! follow links, so looking at one changes nothing; a button uses it up.

use crate::{rules::PeopleRefusal, schema::links, secrets::new_token, tables};
use diesel::prelude::*;
use kernel::{Moment, NetworkId, PersonId};
use store::{AnyConnection, Error, Stop};
use web::{AskedFor, House};

kernel::id_type!(
    /// One link.
    LinkId
);

kernel::text_enum!(
    /// What a link is for.
    LinkPurpose {
        /// Coming in.
        ComeIn = "come-in",
        /// Saying that a mail address is one's own.
        Confirm = "confirm",
    }
);

impl LinkPurpose {
    /// How long a link is good for, in seconds: a quarter of an hour to come in, a week to say that
    /// an address is one's own.
    pub fn seconds(self) -> i64 {
        match self {
            Self::ComeIn => 15 * 60,
            Self::Confirm => 7 * 86_400,
        }
    }
}

fn mark(house: &House, purpose: LinkPurpose, token: &str) -> Result<Vec<u8>, Error> {
    let what = format!("{} {token}", purpose.as_str());
    house.vault.mark(&house.network().id, "link", &what)
}

/// Makes a link for somebody, instead of one for the same that they may have; returns what stands
/// in it.
pub fn new_link(
    conn: &mut AnyConnection,
    house: &House,
    (person, purpose): (PersonId, LinkPurpose),
    now: Moment,
) -> Result<String, Stop> {
    let network = house.network().id;
    end_links(conn, network, person, Some(purpose))?;
    let token = new_token(&*house.chance);
    diesel::insert_into(links::table)
        .values((
            links::id.eq(LinkId::new(&*house.chance)),
            links::network_id.eq(network),
            links::person_id.eq(person),
            links::purpose.eq(purpose),
            links::link_mark.eq(mark(house, purpose, &token)?),
            links::expires_at.eq(now.plus_seconds(purpose.seconds())),
        ))
        .execute(conn)?;
    Ok(token)
}

/// Whose link it is, if it is good. The same refusal where it was used, has run out or never was.
pub fn read_link(
    conn: &mut AnyConnection,
    house: &House,
    (purpose, token): (LinkPurpose, &str),
    now: Moment,
) -> Result<PersonId, Stop> {
    let here = links::network_id.eq(house.network().id);
    let good = links::link_mark
        .eq(mark(house, purpose, token)?)
        .and(links::expires_at.gt(now));
    let found = links::table
        .filter(here.and(good))
        .select(links::person_id)
        .first(conn)
        .optional()?;
    found.ok_or_else(|| PeopleRefusal::LinkGone.into())
}

/// Uses a link up. Two who use it at once: one of them does.
pub fn use_link(
    conn: &mut AnyConnection,
    house: &House,
    (purpose, token): (LinkPurpose, &str),
    now: Moment,
) -> Result<PersonId, Stop> {
    let person = read_link(conn, house, (purpose, token), now)?;
    let here = links::network_id.eq(house.network().id);
    let this = links::link_mark.eq(mark(house, purpose, token)?);
    match diesel::delete(links::table.filter(here.and(this))).execute(conn)? {
        1 => Ok(person),
        _ => Err(PeopleRefusal::LinkGone.into()),
    }
}

/// Ends links of somebody: of one purpose, or all.
pub fn end_links(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    purpose: Option<LinkPurpose>,
) -> QueryResult<usize> {
    let theirs = links::table.filter(
        links::network_id
            .eq(network)
            .and(links::person_id.eq(person)),
    );
    match purpose {
        Some(purpose) => diesel::delete(theirs.filter(links::purpose.eq(purpose))).execute(conn),
        None => diesel::delete(theirs).execute(conn),
    }
}

/// Whether letters leave this house at all.
pub(crate) fn can_be_sent(house: &House) -> bool {
    house.practices.iter().any(|p| p.carries_letters())
}

/// Somebody asks for a link to come in, by a name or a mail address. Whether there is such a person
/// shows nowhere: whoever calls this has answered already.
pub(crate) fn send_to(
    conn: &mut AnyConnection,
    house: &House,
    typed: &str,
    now: Moment,
) -> Result<(), Stop> {
    let mut whom = Vec::new();
    if typed.contains('@') {
        for practice in &house.practices {
            whom.extend(practice.whose_address(conn, house, typed)?);
        }
    } else {
        let network = house.network().id;
        whom.extend(tables::person_with_handle(
            conn,
            &house.vault,
            network,
            typed,
        )?);
    }
    whom.into_iter()
        .try_for_each(|person| send(conn, house, person, now))
}

/// Sends somebody a link to come in, to the address they confirmed; a few times a day at most.
pub(crate) fn send(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    now: Moment,
) -> Result<(), Stop> {
    let has_one = |conn: &mut AnyConnection| {
        let mut practices = house.practices.iter();
        practices.try_fold(false, |found, practice| {
            Ok::<_, Stop>(found || practice.has_confirmed_address(conn, house, person)?)
        })
    };
    let mark = house
        .vault
        .mark(&house.network().id, "link-asked-for", &person.to_string())?;
    if !has_one(conn)? || !house.link_attempts.allow(&mark, now) {
        return Ok(());
    }
    let token = new_link(conn, house, (person, LinkPurpose::ComeIn), now)?;
    let asked = AskedFor {
        person,
        link: format!("{}/link/{token}", house.settings.address),
        until: now.plus_seconds(LinkPurpose::ComeIn.seconds()),
    };
    let mut practices = house.practices.iter();
    practices.try_for_each(|practice| practice.carry_link(conn, house, &asked))
}
