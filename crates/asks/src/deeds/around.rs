//! Offers.

use crate::{
    rules::{Kind, OFFER_DAYS},
    schema::offers,
    tables::{OfferId, OfferRow},
};
use diesel::prelude::*;
use kernel::Day;
use store::{ERASED, Row, Stop, set_fact};
use web::Room;

/// What somebody offers.
pub(crate) struct NewOffer<'a> {
    pub kind: Kind,
    pub area: &'a str,
    pub language: &'a str,
    pub words: Option<&'a str>,
    pub until: Option<Day>,
}

/// Adds an offer; it lapses by itself after sixty days at most.
pub(crate) fn offer(room: &mut Room<'_>, new: &NewOffer<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    let latest = room.today.plus(OFFER_DAYS);
    let until = new.until.unwrap_or(latest).clamp(room.today, latest);
    let id = OfferId::new(&*room.house.chance);
    let at = Row {
        network: &me.network,
        table: "offers",
        id: id.bytes(),
    };
    let (key, row_key) = room.house.vault.new_key(at)?;
    let row = OfferRow {
        id,
        network_id: me.network,
        person_id: me.id,
        kind: new.kind,
        area: new.area.to_owned(),
        language: new.language.to_owned(),
        words: key.seal_some(at, "words", new.words)?,
        until_day: until,
        row_key,
    };
    diesel::insert_into(offers::table)
        .values(row)
        .execute(room.conn)?;
    Ok(())
}

/// Takes an offer back.
pub(crate) fn take_offer_back(room: &mut Room<'_>, id: OfferId) -> Result<(), Stop> {
    let me = room.member()?;
    let gone = diesel::delete(
        offers::table.filter(
            offers::network_id
                .eq(me.network)
                .and(offers::person_id.eq(me.id))
                .and(offers::id.eq(id)),
        ),
    )
    .execute(room.conn)?;
    if gone == 0 {
        Err(Stop::NotThere)
    } else {
        Ok(set_fact(room.conn, me.network, ERASED, "yes")?)
    }
}
