//! The six short agreements: their first words, changing them, reading them.

use crate::{
    rules::JoiningRefusal,
    schema::{agreements, agreements_read},
    tables::{self, AgreementId, AgreementRow},
};
use diesel::prelude::*;
use kernel::{Day, Member, Moment, NetworkId, PersonId, Role};
use store::{AnyConnection, Stop};
use web::{House, Lang, PowerKind, PowerUse, Room};

/// How long an agreement stands before somebody looks at it again.
const REVIEW_DAYS: i32 = 365;
const TITLE_LIMIT: usize = 80;
const WORDS_LIMIT: usize = 600;

/// The sentences a network begins with: title and words, in their order.
const FIRST: [(&str, &str); 6] = [
    ("agreement-1-title", "agreement-1"),
    ("agreement-2-title", "agreement-2"),
    ("agreement-3-title", "agreement-3"),
    ("agreement-4-title", "agreement-4"),
    ("agreement-5-title", "agreement-5"),
    ("agreement-6-title", "agreement-6"),
];

/// Gives a network its first six agreements, where it has none yet.
pub fn found_agreements(
    conn: &mut AnyConnection,
    house: &House,
    network: NetworkId,
    now: Moment,
) -> Result<(), Stop> {
    if !tables::agreements_of(conn, network)?.is_empty() {
        return Ok(());
    }
    let today: Day = house.network().zone.day_of(now);
    let say = |lang, key| house.tongues.of(lang).say(key).to_owned();
    for (place, (title, words)) in (1..).zip(FIRST) {
        diesel::insert_into(agreements::table)
            .values(AgreementRow {
                id: AgreementId::new(&*house.chance),
                network_id: network,
                place,
                title_en: say(Lang::En, title),
                title_es: say(Lang::Es, title),
                words_en: say(Lang::En, words),
                words_es: say(Lang::Es, words),
                version: 1,
                changed_at: now,
                review_on: today.plus(REVIEW_DAYS),
            })
            .execute(conn)?;
    }
    Ok(())
}

/// Whoever looks after Coordinating changes what stands in public; a network that has no such
/// circle leaves it to any steward.
pub(crate) fn keeps_public_words(room: &mut Room<'_>, me: &Member) -> Result<(), Stop> {
    let coordinating = people::circle_of_kind(room.conn, room.network.id, "coordinating")?;
    let may = match coordinating {
        Some(circle) => me.holds(Role::Steward, circle.id),
        None => me.holds_any(Role::Steward),
    };
    match may {
        true => Ok(()),
        false => Err(JoiningRefusal::CoordinatingOnly.into()),
    }
}

/// New words for an agreement; everybody is asked to read it again.
pub(crate) fn change(
    room: &mut Room<'_>,
    id: AgreementId,
    [title_en, title_es, words_en, words_es]: [&str; 4],
) -> Result<(), Stop> {
    let me = room.member()?;
    keeps_public_words(room, &me)?;
    let fits = |text: &str, most: usize| !text.is_empty() && text.chars().count() <= most;
    if ![title_en, title_es]
        .iter()
        .all(|title| fits(title, TITLE_LIMIT))
        || ![words_en, words_es]
            .iter()
            .all(|words| fits(words, WORDS_LIMIT))
    {
        return Err(JoiningRefusal::WordsNeeded.into());
    }
    let all = tables::agreements_of(room.conn, me.network)?;
    let row = all.iter().find(|row| row.id == id).ok_or(Stop::NotThere)?;
    let new = AgreementRow {
        title_en: title_en.to_owned(),
        title_es: title_es.to_owned(),
        words_en: words_en.to_owned(),
        words_es: words_es.to_owned(),
        version: row.version + 1,
        changed_at: room.now,
        review_on: room.today.plus(REVIEW_DAYS),
        ..row.clone()
    };
    diesel::update(agreements::table.find(id))
        .set(&new)
        .execute(room.conn)?;
    let told = PowerUse::new(PowerKind::AgreementChanged, [me.id], Role::Steward.as_str())
        .what(new.title_en);
    room.house.power_used(room.conn, &told)
}

/// Read, as it stands now. Twice is as once.
pub(crate) fn read(room: &mut Room<'_>, id: AgreementId) -> Result<(), Stop> {
    let me = room.member()?;
    let all = tables::agreements_of(room.conn, me.network)?;
    if !all.iter().any(|row| row.id == id) {
        return Err(Stop::NotThere);
    }
    Ok(has_read(room.conn, (me.network, me.id), id, room.now)?)
}

/// All of them, read by somebody as they stand now.
pub fn read_all(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    now: Moment,
) -> Result<(), Stop> {
    for row in tables::agreements_of(conn, network)? {
        has_read(conn, (network, person), row.id, now)?;
    }
    Ok(())
}

fn has_read(
    conn: &mut AnyConnection,
    (network, person): (NetworkId, PersonId),
    id: AgreementId,
    now: Moment,
) -> QueryResult<()> {
    diesel::delete(
        agreements_read::table.filter(
            agreements_read::network_id
                .eq(network)
                .and(agreements_read::person_id.eq(person))
                .and(agreements_read::agreement_id.eq(id)),
        ),
    )
    .execute(conn)?;
    diesel::insert_into(agreements_read::table)
        .values((
            agreements_read::network_id.eq(network),
            agreements_read::person_id.eq(person),
            agreements_read::agreement_id.eq(id),
            agreements_read::agreed_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}
