//! What is carried out of the house: outside any transaction, one thing after another, with a
//! time-out on everything. A row is claimed before and goes after; whoever dies in between does it
//! again, and nobody does it twice knowingly.

use crate::{
    inbound::lmtp,
    post,
    rules::{LetterKind, hears, kinds, next_try},
    state::{self, Trouble, went},
    tables::{self, LetterRow},
    wake,
    ways::{Mail, Ways},
};
use kernel::{Moment, Standing};
use lettre::Message;
use people::LinkPurpose;
use std::sync::Arc;
use store::{AnyConnection, Stop};
use web::{House, Shared};

/// The most letters, and the most wakings, of one round.
const ROUND: usize = 500;

/// One round: letters and wakings do not wait for one another.
pub(crate) async fn run(house: Shared, ways: Arc<Ways>) -> Result<usize, Stop> {
    let (letters, wakings, door) = tokio::join!(
        letters(&house, &ways),
        wakings(&house, &ways),
        door(&house, &ways)
    );
    door?;
    Ok(letters? + wakings?)
}

/// Looks whether answers can come in, as a mail server would find it, and writes down a change.
async fn door(house: &Shared, ways: &Ways) -> Result<(), Stop> {
    let Some(door) = ways.answers.as_ref().and_then(|ours| ours.door.as_ref()) else {
        return Ok(());
    };
    let how = match lmtp::is_open(door).await {
        true => Ok(()),
        false => Err(Trouble::NoAnswer),
    };
    let network = house.network().id;
    let before = house
        .db
        .read(move |conn| state::trouble(conn, network, state::ANSWERS))
        .await?;
    if before.is_some() == how.is_err() {
        return Ok(());
    }
    let now = house.now();
    house
        .db
        .write(move |conn| went(conn, network, state::ANSWERS, how, now))
        .await
}

/// A letter that is ours to send now.
struct Claimed {
    row: LetterRow,
    message: Message,
}

async fn letters(house: &Shared, ways: &Ways) -> Result<usize, Stop> {
    let mut sent = 0;
    let Some(from) = post::from(&ways.mail) else {
        return Ok(0);
    };
    for _ in 0..ROUND {
        let (inner, from) = (house.clone(), from.clone());
        let claimed = house
            .db
            .write(move |conn| claim(conn, &inner, &from))
            .await?;
        let Some(Claimed { row, message }) = claimed else {
            break;
        };
        let how = post::send(&ways.mail, row.id, message).await;
        let inner = house.clone();
        house
            .db
            .write(move |conn| {
                let now = inner.now();
                settle(conn, &row, how, now)?;
                went(conn, row.network_id, state::MAIL, how, now)
            })
            .await?;
        match how {
            Ok(()) => sent += 1,
            // One letter that is not taken says nothing of the others; a server that does not
            // answer is not asked for each of them.
            Err(Trouble::Later | Trouble::Never) => {}
            Err(_) => break,
        }
    }
    Ok(sent)
}

/// Takes the next letter; what may no longer be sent goes instead (P20, P5).
fn claim(
    conn: &mut AnyConnection,
    house: &House,
    from: &lettre::message::Mailbox,
) -> Result<Option<Claimed>, Stop> {
    let now = house.now();
    let network = house.network().id;
    while let Some(row) = tables::next_due(conn, network, now)? {
        let message = match still_wanted(conn, &row, now)? {
            true => row
                .opened(&house.vault)
                .ok()
                .and_then(|letter| post::envelope(from, &letter, (row.id, row.made_at))),
            false => None,
        };
        match message {
            Some(message) => {
                tables::claim(conn, row.id, now)?;
                return Ok(Some(Claimed { row, message }));
            }
            None => tables::has_left(conn, row.id)?,
        };
    }
    Ok(None)
}

fn still_wanted(conn: &mut AnyConnection, row: &LetterRow, now: Moment) -> Result<bool, Stop> {
    let standing = people::standing_of(conn, row.network_id, row.person_id)?;
    let confirmed = tables::is_confirmed(conn, row.network_id, row.person_id)?;
    let is_here = standing.is_some_and(|standing| standing != Standing::Left);
    match row.kind {
        // Asked for: also while they rest, and not when the link has run out on its way.
        LetterKind::ComeIn => {
            let good = row.made_at.plus_seconds(LinkPurpose::ComeIn.seconds()) > now;
            return Ok(is_here && confirmed && good);
        }
        LetterKind::Confirm => return Ok(is_here && !confirmed),
        // They wrote a moment ago, perhaps that they rest.
        LetterKind::Answer => return Ok(is_here && confirmed),
        LetterKind::Digest | LetterKind::AtOnce => {}
    }
    let chosen = tables::telling_of(conn, row.network_id, row.person_id)?;
    let chose = chosen.is_some_and(|telling| match row.kind {
        LetterKind::Digest => telling.digest_hour.is_some(),
        LetterKind::AtOnce => !kinds(&telling.at_once).is_empty(),
        LetterKind::ComeIn | LetterKind::Confirm | LetterKind::Answer => false,
    });
    Ok(chose && confirmed && standing.is_some_and(hears))
}

fn settle(
    conn: &mut AnyConnection,
    row: &LetterRow,
    how: Result<(), Trouble>,
    now: Moment,
) -> Result<(), Stop> {
    match how {
        Ok(()) => tables::has_left(conn, row.id)?,
        Err(trouble) => {
            let next = next_try(row.made_at, now, trouble == Trouble::Never);
            tables::again_at(conn, row.id, next)?
        }
    };
    Ok(())
}

async fn wakings(house: &Shared, ways: &Ways) -> Result<usize, Stop> {
    let mut woken = 0;
    for _ in 0..ROUND {
        let inner = house.clone();
        let contact = match &ways.mail {
            Mail::Server(server) => format!("mailto:{}", server.from.email),
            _ => house.settings.address.clone(),
        };
        let claimed = house
            .db
            .write(move |conn| wake::claim(conn, &inner, &contact))
            .await?;
        let Some(waking) = claimed else {
            break;
        };
        let (waking, how) = wake::send(&ways.waking, waking).await;
        let inner = house.clone();
        house
            .db
            .write(move |conn| wake::settle(conn, &inner, &waking, how))
            .await?;
        woken += usize::from(how == wake::How::Woken);
    }
    Ok(woken)
}
