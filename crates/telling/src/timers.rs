//! What time does: it writes the day's letters when each person's hour has come. Twice is as once.

use crate::{
    deeds, letter,
    rules::{LetterKind, hears, is_due},
    tables::{self, TellingRow},
    wake,
    ways::{Answers, Mail, Ways},
};
use diesel::Connection;
use kernel::{Day, Moment, Viewer};
use store::{AnyConnection, Stop};
use web::{House, Room};

/// How many letters are written in one go, so that people who are at their pages do not wait.
const IN_ONE_GO: i64 = 40;

/// Writes what is due; says how many letters.
pub(crate) fn run(
    conn: &mut AnyConnection,
    house: &House,
    ways: &Ways,
    now: Moment,
) -> Result<usize, Stop> {
    wake::have_a_key(conn, house, now)?;
    if matches!(ways.mail, Mail::Nowhere) {
        return Ok(0);
    }
    let network = house.network();
    let today = network.zone.day_of(now);
    let (hour, _) = network.zone.hour_minute(now);
    // P20: no letter of the day while the whole network rests.
    if house.season(conn, None, today)?.is_some() {
        return Ok(0);
    }
    let mut written = 0;
    for row in tables::due(conn, network.id, (hour, today), IN_ONE_GO)? {
        let chosen = row
            .digest_hour
            .as_deref()
            .and_then(|hour| hour.parse().ok());
        if !chosen.is_some_and(|chosen| is_due(chosen, row.digest_on, hour, today)) {
            continue;
        }
        // What cannot be written for one person keeps nobody else waiting.
        match conn.transaction(|conn| write(conn, house, ways, &row, today)) {
            Ok(wrote) => written += usize::from(wrote),
            Err(Stop::Broken(error)) => {
                tracing::error!(%error, "a letter could not be written");
                tables::made_today(conn, row.id, today)?;
            }
            Err(_) => {
                tables::made_today(conn, row.id, today)?;
            }
        }
    }
    Ok(written)
}

fn write(
    conn: &mut AnyConnection,
    house: &House,
    ways: &Ways,
    row: &TellingRow,
    today: Day,
) -> Result<bool, Stop> {
    tables::made_today(conn, row.id, today)?;
    // What waited since yesterday is said anew, or is no more.
    tables::take_back(conn, row.network_id, row.id, Some(LetterKind::Digest))?;
    let now = house.now();
    let Some(known) = people::known_of(conn, house, row.id, now)? else {
        deeds::forget(conn, row.network_id, row.id)?;
        return Ok(false);
    };
    let me = known.member.clone();
    if !hears(me.standing) {
        return Ok(false);
    }
    let viewer = Viewer::Member(Box::new(me.clone()));
    let address = row.address(&house.vault)?;
    let Some(to) = address.seen_by(&viewer).cloned().flatten() else {
        return Ok(false);
    };
    let mut room = Room::of_person(conn, house, known)?;
    let share = web::today(&mut room, &me)?;
    if share.is_quiet() {
        return Ok(false);
    }
    let answers = ways.answers.as_ref();
    let asked = answers.map(|_| letter::asked(&share)).unwrap_or_default();
    let token = Answers::new_token(&*house.chance);
    let answer = answers
        .filter(|_| !asked.things.is_empty())
        .map(|answers| (&asked, answers.address(&token)));
    if answer.is_some() {
        let of = (row.id, token.as_str());
        tables::can_be_answered(room.conn, house, of, &asked, today)?;
    }
    let letter = letter::digest(&room, (row.id, to), &share, answer)?;
    tables::put(conn, house, (row.id, LetterKind::Digest), &letter, now)?;
    Ok(true)
}
