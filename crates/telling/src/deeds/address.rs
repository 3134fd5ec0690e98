//! Whose a mail address is: nothing but one question goes to one that nobody said is theirs.

use crate::{
    letter,
    rules::{LetterKind, TellingRefusal},
    tables,
    ways::{Mail, Ways},
};
use kernel::{PersonId, Viewer};
use people::LinkPurpose;
use store::{AnyConnection, Stop};
use web::{AskedFor, House};

/// Asks at somebody's address whether it is theirs; a few times a day at most.
pub(crate) fn ask(
    conn: &mut AnyConnection,
    house: &House,
    ways: &Ways,
    person: PersonId,
) -> Result<(), Stop> {
    let now = house.now();
    let network = house.network().id;
    if matches!(ways.mail, Mail::Nowhere) || tables::is_confirmed(conn, network, person)? {
        return Ok(());
    }
    let mark = house
        .vault
        .mark(&network, "confirm-asked-for", &person.to_string())?;
    if !house.link_attempts.allow(&mark, now) {
        return Err(TellingRefusal::EnoughLettersToday.into());
    }
    let token = people::new_link(conn, house, (person, LinkPurpose::Confirm), now)?;
    let link = format!("{}/telling/confirm/{token}", house.settings.address);
    send(conn, house, person, (LetterKind::Confirm, link))
}

/// Carries a link to come in by to whoever asked for it.
pub(crate) fn carry(
    conn: &mut AnyConnection,
    house: &House,
    ways: &Ways,
    asked: &AskedFor,
) -> Result<(), Stop> {
    let network = house.network().id;
    let confirmed = tables::is_confirmed(conn, network, asked.person)?;
    if matches!(ways.mail, Mail::Nowhere) || !confirmed || asked.until <= house.now() {
        return Ok(());
    }
    let link = asked.link.clone();
    send(conn, house, asked.person, (LetterKind::ComeIn, link))
}

fn send(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    (kind, link): (LetterKind, String),
) -> Result<(), Stop> {
    let (network, now) = (house.network().id, house.now());
    let Some(row) = tables::telling_of(conn, network, person)? else {
        return Ok(());
    };
    let Some(known) = people::known_of(conn, house, person, now)? else {
        return Ok(());
    };
    let viewer = Viewer::Member(Box::new(known.member));
    let address = row.address(&house.vault)?;
    if let Some(to) = address.seen_by(&viewer).cloned().flatten() {
        let tongue = house.tongues.of(known.lang.unwrap_or(web::Lang::En));
        let letter = letter::link(house, &tongue, (to, kind, link))?;
        tables::put(conn, house, (person, kind), &letter, now)?;
    }
    Ok(())
}

/// Somebody opened the link that was sent there, and pressed: the address is theirs.
pub(crate) fn confirm(conn: &mut AnyConnection, house: &House, token: &str) -> Result<(), Stop> {
    let (network, now) = (house.network(), house.now());
    let person = people::use_link(conn, house, (LinkPurpose::Confirm, token), now)?;
    let row = tables::telling_of(conn, network.id, person)?.ok_or(Stop::NotThere)?;
    let known = people::known_of(conn, house, person, now)?.ok_or(Stop::NotThere)?;
    let viewer = Viewer::Member(Box::new(known.member));
    let address = row.address(&house.vault)?;
    let address = address.seen_by(&viewer).cloned().flatten();
    let address = address.ok_or(Stop::NotThere)?;
    let today = network.zone.day_of(now);
    tables::confirm(conn, house, (person, &address), today)?;
    tables::take_back(conn, network.id, person, Some(LetterKind::Confirm))?;
    Ok(())
}
