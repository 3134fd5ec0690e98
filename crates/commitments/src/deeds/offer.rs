//! Offering, and the receiver's word.

use super::{as_giver, as_receiver, duty, look, speaks_for};
use crate::{
    rules::{
        Clause, Commitment, CommitmentId, CommitmentRefusal as No, Kind, REVIEW_DAYS, Sight, Stage,
    },
    tables::{self, COMMITMENTS, CommitmentRow, OfferWord, Party, clock_text},
};
use kernel::{Day, PersonId, Standing};
use rhythm::Recurrence;
use store::{AnyConnection, Stop};
use web::{House, Room};

/// What somebody offers.
pub(crate) struct NewCommitment<'a> {
    pub from: Party,
    pub to: Party,
    pub kind: Kind,
    pub fits: Option<OfferWord>,
    pub area: &'a str,
    pub words: &'a str,
    pub much: Option<&'a str>,
    pub when: Option<Recurrence>,
    pub start: Day,
    pub review_on: Day,
    pub sight: Sight,
    pub wakes: Option<(&'a str, Clause)>,
    /// The one it takes the place of.
    pub before: Option<CommitmentId>,
}

/// Somebody offers something to somebody.
pub(crate) fn offer(room: &mut Room<'_>, new: &NewCommitment<'_>) -> Result<CommitmentId, Stop> {
    let me = room.member()?;
    if !speaks_for(room, new.from)? {
        return Err(No::NotYoursToSpeakFor.into());
    }
    if me.standing == Standing::Guest && me.liaison_of.is_empty() {
        return Err(Stop::NotThere);
    }
    if new.from == new.to {
        return Err(No::NotToOneself.into());
    }
    // From a form to whoever can be chosen there; organisations are reached by `promised`.
    if let Party::Organisation(_) = new.to {
        return Err(No::ReceiverNeeded.into());
    }
    if let Some(before) = new.before {
        let old = as_giver(room, before)?;
        if old.from() != new.from || old.stage.has_ended() {
            return Err(No::HasEnded.into());
        }
    }
    offer_to(room, new)
}

/// It is offered to somebody who can be reached.
pub(crate) fn offer_to(room: &mut Room<'_>, new: &NewCommitment<'_>) -> Result<CommitmentId, Stop> {
    let me = room.member()?;
    receiver_is_here(room, new.to)?;
    let rule = Commitment::offer(new.words, new.start, new.review_on, room.today)?;
    let row = sealed(room.house, me.id, new, rule)?;
    tables::add(room.conn, &row)?;
    Ok(row.id)
}

/// Nobody promises to whom one cannot reach: left, of another network, unknown.
fn receiver_is_here(room: &mut Room<'_>, to: Party) -> Result<(), Stop> {
    let network = room.network.id;
    let here = match to {
        Party::Person(person) => matches!(
            people::standing_of(room.conn, network, person)?,
            Some(standing) if standing != Standing::Left
        ),
        Party::Circle(circle) => people::circle(room.conn, network, circle).is_ok(),
        Party::Network(id) => id == network,
        Party::Organisation(id) => {
            let all = people::organisations(room.conn, network)?;
            all.iter().any(|(one, _)| *one == id)
        }
    };
    match here {
        true => Ok(()),
        false => Err(No::ReceiverNeeded.into()),
    }
}

/// A row whose words are sealed under a key of its own.
pub(crate) fn sealed(
    house: &House,
    by: PersonId,
    new: &NewCommitment<'_>,
    rule: Commitment,
) -> Result<CommitmentRow, Stop> {
    let network = house.network().id;
    let fresh = house.vault.fresh::<CommitmentId>(network, COMMITMENTS)?;
    let (giver, giver_id) = new.from.parts();
    let (receiver, receiver_id) = new.to.parts();
    let clause = new.wakes.map(|(_, clause)| clause);
    Ok(CommitmentRow {
        id: fresh.id,
        network_id: network,
        giver,
        giver_id,
        spoken_by: (!matches!(new.from, Party::Person(_))).then_some(by),
        receiver,
        receiver_id,
        kind: new.kind,
        fits: new.fits,
        area: new.area.to_owned(),
        words: fresh.seal("words", new.words.trim())?,
        much: fresh.seal_some("much", new.much)?,
        rule: new.when.as_ref().map(|when| when.rule().to_owned()),
        clock: new
            .when
            .as_ref()
            .map(|when| clock_text(when.starts().time())),
        stage: rule.stage,
        since_on: rule.since,
        start_on: rule.start,
        review_on: rule.review_on,
        version: rule.version,
        sight: Sight::Sides,
        sight_asked: Some(new.sight).filter(|sight| *sight != Sight::Sides),
        before_id: new.before,
        wakes_when: fresh.seal_some("wakes_when", new.wakes.map(|(when, _)| when))?,
        wakes_people: clause.map(|clause| clause.people),
        wakes_hours: clause.map(|clause| clause.hours),
        wakes_uses: clause.map(|clause| clause.uses),
        seen_by_buddy: false,
        row_key: fresh.row_key,
    })
}

/// Whether whoever gives it rests, or is quiet.
pub(crate) fn giver_rests(room: &mut Room<'_>, row: &CommitmentRow) -> Result<bool, Stop> {
    let Some(giver) = row.giver_person() else {
        return Ok(false);
    };
    let standing = people::standing_of(room.conn, row.network_id, giver)?;
    Ok(standing.is_some_and(Standing::rests))
}

/// The receiver wants it: from here on it is in force, and seen as both agreed.
pub(crate) fn accept(room: &mut Room<'_>, id: CommitmentId) -> Result<(), Stop> {
    let mut row = as_receiver(room, id)?;
    // P20: nothing begins for somebody who rests; their offer waits as its clock does.
    if giver_rests(room, &row)? {
        return Err(No::GiverRests.into());
    }
    row.take_on(row.commitment().accept(room.today)?);
    row.sight = row.sight_asked.take().unwrap_or(row.sight);
    // What it takes the place of is done with, places that looked for somebody among it.
    if let Some(before) = row.before_id
        && let Some(mut old) = tables::commitment_at(room.conn, room.network.id, before)?
        && old.from() == row.from()
        && let Ok(done) = old.commitment().complete(room.today)
    {
        old.take_on(done);
        tables::save(room.conn, &old)?;
        duty::close(room.conn, &old)?;
    }
    Ok(tables::save(room.conn, &row)?)
}

/// The receiver does not; no reason is asked.
pub(crate) fn decline(room: &mut Room<'_>, id: CommitmentId) -> Result<(), Stop> {
    let row = as_receiver(room, id)?;
    close(room.conn, row, room.today)
}

/// The giver takes the offer back.
pub(crate) fn withdraw(room: &mut Room<'_>, id: CommitmentId) -> Result<(), Stop> {
    let row = as_giver(room, id)?;
    close(room.conn, row, room.today)
}

fn close(conn: &mut AnyConnection, mut row: CommitmentRow, today: Day) -> Result<(), Stop> {
    row.take_on(row.commitment().close(today)?);
    Ok(tables::save(conn, &row)?)
}

/// What was set aside is offered anew.
pub(crate) fn again(room: &mut Room<'_>, id: CommitmentId, review_on: Day) -> Result<(), Stop> {
    let mut row = as_giver(room, id)?;
    row.take_on(row.commitment().offer_again(review_on, room.today)?);
    Ok(tables::save(room.conn, &row)?)
}

/// Wider or narrower sight: narrower at once, wider when the receiver agrees (§1.3).
pub(crate) fn see(room: &mut Room<'_>, id: CommitmentId, sight: Sight) -> Result<(), Stop> {
    let mut row = look(room, id)?;
    let (gives, receives) = (speaks_for(room, row.from())?, speaks_for(room, row.to())?);
    match sight {
        Sight::Sides if gives || receives => {
            row.sight = Sight::Sides;
            row.sight_asked = None;
        }
        Sight::Network if receives && row.sight_asked == Some(Sight::Network) => {
            row.sight = Sight::Network;
            row.sight_asked = None;
        }
        Sight::Network if gives && row.stage == Stage::Active => {
            row.sight_asked = Some(Sight::Network);
        }
        _ => return Err(No::GiverOnly.into()),
    }
    Ok(tables::save(room.conn, &row)?)
}

/// The usual day of review: a season from a day.
pub(crate) fn usual_review(from: Day) -> Day {
    from.plus(REVIEW_DAYS)
}
