//! What a person can do about being told: choose, stop, and take it all back.

pub(crate) mod address;
pub(crate) mod answer;

use crate::{
    letter,
    rules::{self, LetterKind, REVIEW_DAYS, TellingRefusal, hears, kinds, kinds_as_text},
    schema::tellings,
    tables::{self, TellingRow, row_of},
    ways::{Mail, Ways},
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId, Standing, Viewer};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{AtOnce, AtOnceKind, GoesQuiet, House, Quiet, Room};

/// The most browsers of one person that can be woken.
const MOST_PLACES: usize = 8;

/// What somebody chooses.
pub(crate) struct Chosen<'a> {
    pub address: &'a str,
    pub hour: &'a str,
    pub at_once: Vec<AtOnceKind>,
}

/// Keeps what somebody chose; what they emptied is gone, and so is what waited for it.
/// A new address is asked whether it is theirs.
pub(crate) fn choose(room: &mut Room<'_>, ways: &Ways, chosen: &Chosen<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    no_guest(me.standing)?;
    let address = rules::address(chosen.address)?;
    let hour = rules::hour(chosen.hour)?;
    if hour.is_some() && address.is_none() {
        return Err(TellingRefusal::AddressNeeded.into());
    }
    let vault = &room.house.vault;
    let at = row_of(&me.network, &me.id);
    let before = tables::telling_of(room.conn, me.network, me.id)?;
    let was = match &before {
        Some(row) => row.address(vault)?.seen_by(&room.viewer).cloned().flatten(),
        None => None,
    };
    let other = was.as_deref().map(rules::same_address) != address.map(rules::same_address);
    let ways_before = people::ways_of(room.conn, room.house, me.id)?;
    if other {
        // A mail address is a way in.
        room.fresh()?;
    }
    let (key, row_key) = match &before {
        Some(row) => (row.key(vault)?, row.row_key.clone()),
        None => vault.new_key(at)?,
    };
    let row = TellingRow {
        id: me.id,
        network_id: me.network,
        address: key.seal_some(at, "address", address)?,
        digest_on: first_day(room, before.as_ref(), hour.as_deref()),
        digest_hour: hour,
        at_once: kinds_as_text(chosen.at_once.iter().copied()),
        review_on: room.today.plus(REVIEW_DAYS),
        row_key,
    };
    tables::save_telling(room.conn, &row)?;
    // Whatever waited went by what they had chosen before.
    for kind in LetterKind::ALL
        .iter()
        .filter(|kind| kind.is_chosen() || other)
    {
        tables::take_back(room.conn, me.network, me.id, Some(*kind))?;
    }
    if other || row.digest_hour.is_none() {
        tables::answer_no_more(room.conn, me.network, me.id)?;
    }
    if other {
        people::end_links(room.conn, me.network, me.id, None)?;
        tables::unconfirm(room.conn, me.network, me.id)?;
        people::still_two_ways(room.conn, room.house, me.id, ways_before)?;
        if address.is_some() {
            // Where it was asked often enough today, what they chose stands, and can be asked tomorrow.
            match address::ask(room.conn, room.house, ways, me.id) {
                Err(Stop::Refused(_)) => {}
                asked => asked?,
            }
        }
    }
    Ok(())
}

/// The day up to which letters count as written: an hour that is already past begins tomorrow, and
/// who changes the hour gets no second letter today.
fn first_day(room: &Room<'_>, before: Option<&TellingRow>, hour: Option<&str>) -> Option<Day> {
    let (now_hour, _) = room.network.zone.hour_minute(room.now);
    let past = hour
        .and_then(|hour| hour.parse::<i8>().ok())
        .is_some_and(|hour| hour <= now_hour);
    let made = before.and_then(|row| row.digest_on);
    if past { Some(room.today) } else { made }
}

/// Guests speak for another organisation, and are told nothing by this one.
pub(crate) fn no_guest(standing: Standing) -> Result<(), TellingRefusal> {
    if standing == Standing::Guest {
        Err(TellingRefusal::NotForGuests)
    } else {
        Ok(())
    }
}

/// One click: letters of a kind end, by their own link, without a session. The same whether or not
/// there is still anything to end.
pub(crate) fn stop(
    conn: &mut AnyConnection,
    network: NetworkId,
    (person, kind): (PersonId, LetterKind),
) -> Result<(), Stop> {
    let theirs = tellings::table.filter(
        tellings::network_id
            .eq(network)
            .and(tellings::id.eq(person)),
    );
    match kind {
        LetterKind::Digest => diesel::update(theirs)
            .set(tellings::digest_hour.eq(None::<String>))
            .execute(conn)?,
        LetterKind::AtOnce => diesel::update(theirs)
            .set(tellings::at_once.eq(""))
            .execute(conn)?,
        LetterKind::ComeIn | LetterKind::Confirm | LetterKind::Answer => 0,
    };
    if kind == LetterKind::Digest {
        tables::answer_no_more(conn, network, person)?;
    }
    tables::take_back(conn, network, person, Some(kind))?;
    Ok(())
}

/// A browser may be woken from now on.
pub(crate) fn add_place(room: &mut Room<'_>, ways: &Ways, place: &str) -> Result<(), Stop> {
    let me = room.member()?;
    no_guest(me.standing)?;
    if !crate::wake::is_known(&ways.waking, place) {
        return Err(TellingRefusal::PlaceNotKnown.into());
    }
    let there = tables::places_of(room.conn, me.network, me.id)?;
    for row in &there {
        if row.opened(&room.house.vault)? == place {
            return Ok(tables::renew_place(room.conn, row.id, room.today)?);
        }
    }
    if there.len() >= MOST_PLACES {
        return Err(TellingRefusal::PlacesFull.into());
    }
    tables::add_place(room.conn, room.house, me.id, place, room.today)
}

/// Something does not wait: whoever chose so is woken, or where there is no browser to wake, written
/// to; in the transaction of the deed it comes from.
pub(crate) fn tell_at_once(
    conn: &mut AnyConnection,
    house: &House,
    ways: &Ways,
    what: AtOnce,
) -> Result<(), Stop> {
    let network = house.network().id;
    let now = house.now();
    let Some(row) = tables::telling_of(conn, network, what.person)? else {
        return Ok(());
    };
    let standing = people::standing_of(conn, network, what.person)?;
    if !kinds(&row.at_once).contains(&what.kind) || !standing.is_some_and(hears) {
        return Ok(());
    }
    let places = tables::places_of(conn, network, what.person)?;
    for place in &places {
        tables::wake(conn, house, place, now)?;
    }
    let confirmed = tables::is_confirmed(conn, network, what.person)?;
    if !places.is_empty() || matches!(ways.mail, Mail::Nowhere) || !confirmed {
        return Ok(());
    }
    let Some(known) = people::known_of(conn, house, what.person, now)? else {
        return Ok(());
    };
    let viewer = Viewer::Member(Box::new(known.member));
    let address = row.address(&house.vault)?;
    if let Some(to) = address.seen_by(&viewer).cloned().flatten() {
        let tongue = house.tongues.of(known.lang.unwrap_or(web::Lang::En));
        let letter = letter::at_once(house, &tongue, what.person, to, now)?;
        let of = (what.person, LetterKind::AtOnce);
        tables::put(conn, house, of, &letter, now)?;
    }
    Ok(())
}

/// Whoever goes quiet is told nothing, and nothing of what was on its way arrives. The address stays as
/// a way in, unless it may be read on a device that was taken and there is another way.
pub(crate) fn quiet(conn: &mut AnyConnection, house: &House, who: GoesQuiet) -> Result<(), Stop> {
    let network = house.network().id;
    tables::take_back(conn, network, who.person, None)?;
    tables::end_places_of(conn, network, who.person)?;
    if who.why == Quiet::Taken {
        // Letters that lie on it can be answered no more.
        tables::answer_no_more(conn, network, who.person)?;
        if people::ways_of(conn, house, who.person)?.off_devices() {
            tables::unconfirm(conn, network, who.person)?;
        }
    }
    Ok(())
}

/// Lets go of all somebody chose, and of all that was on its way to them, in the transaction in which
/// they leave (P5).
pub(crate) fn forget(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> Result<(), Stop> {
    tables::take_back(conn, network, person, None)?;
    tables::answer_no_more(conn, network, person)?;
    tables::relayed_no_more(conn, network, person)?;
    tables::end_places_of(conn, network, person)?;
    tables::unconfirm(conn, network, person)?;
    let theirs = tellings::network_id
        .eq(network)
        .and(tellings::id.eq(person));
    diesel::delete(tellings::table.filter(theirs)).execute(conn)?;
    Ok(set_fact(conn, network, ERASED, "yes")?)
}
