//! What neighbours are told: texts in their own language, into an outbox that a person drains by
//! hand. They are rows of the deed's own transaction, so that none is lost and none is sent for a
//! deed that did not happen; nothing is sent from inside it. No text repeats what was asked.

use crate::{
    rules::{REPLY_SECONDS, WORDS_DAYS},
    schema::texts,
    tables::{AskRow, TextId, TextRow},
};
use diesel::prelude::*;
use kernel::{Arg, Moment};
use store::{AnyConnection, Row, Stop};
use web::{AtOnce, AtOnceKind, House};

/// Texts that hold nothing anybody wrote.
const FIXED: &[&str] = &["text-received", "text-how-was-it"];

/// The longest text that leaves as one or two messages.
const TEXT_LIMIT: usize = 300;

/// The first text: the code, and by when a person answers. Nothing of the ask.
pub(crate) fn received(
    conn: &mut AnyConnection,
    house: &House,
    row: &AskRow,
    now: Moment,
) -> Result<(), Stop> {
    let zone = &house.network().zone;
    let by = house
        .tongues
        .of(row.language)
        .moment(now.plus_seconds(REPLY_SECONDS), zone);
    queue(
        conn,
        house,
        row,
        now,
        "text-received",
        &[("code", row.code.as_str().into()), ("by", by.into())],
    )
}

/// When somebody will come, in the words they agreed.
pub(crate) fn planned(
    conn: &mut AnyConnection,
    house: &House,
    row: &AskRow,
    plan: &str,
    now: Moment,
) -> Result<(), Stop> {
    let plan: String = plan.chars().take(TEXT_LIMIT).collect();
    queue(
        conn,
        house,
        row,
        now,
        "text-planned",
        &[("code", row.code.as_str().into()), ("plan", plan.into())],
    )
}

/// Asked once whether it arrived and was right.
pub(crate) fn ask_how_it_was(
    conn: &mut AnyConnection,
    house: &House,
    row: &AskRow,
    now: Moment,
) -> Result<(), Stop> {
    queue(
        conn,
        house,
        row,
        now,
        "text-how-was-it",
        &[("code", row.code.as_str().into())],
    )
}

/// An honest no.
pub(crate) fn unable(
    conn: &mut AnyConnection,
    house: &House,
    row: &AskRow,
    reason: Option<&str>,
    now: Moment,
) -> Result<(), Stop> {
    let tongue = house.tongues.of(row.language);
    let reason: String = reason
        .unwrap_or_else(|| tongue.say("text-nobody-found"))
        .chars()
        .take(TEXT_LIMIT)
        .collect();
    queue(
        conn,
        house,
        row,
        now,
        "text-unable",
        &[
            ("code", row.code.as_str().into()),
            ("reason", reason.into()),
        ],
    )
}

/// What changed because of what they said.
pub(crate) fn told_back(
    conn: &mut AnyConnection,
    house: &House,
    row: &AskRow,
    changed: &str,
    now: Moment,
) -> Result<(), Stop> {
    let changed: String = changed.chars().take(TEXT_LIMIT).collect();
    queue(
        conn,
        house,
        row,
        now,
        "text-told-back",
        &[
            ("code", row.code.as_str().into()),
            ("changed", changed.into()),
        ],
    )
}

/// Something about it does not wait for the daily letter: whoever said "I can" learns that there is
/// something, if they chose so (§1.7). What it is stands on their page.
pub(crate) fn to_whoever_said_i_can(
    conn: &mut AnyConnection,
    house: &House,
    row: &AskRow,
) -> Result<(), Stop> {
    match row.claimer_id.filter(|_| row.is_with_its_claimer()) {
        Some(person) => house.at_once(
            conn,
            AtOnce {
                person,
                kind: AtOnceKind::ClaimedAsk,
            },
        ),
        None => Ok(()),
    }
}

fn queue(
    conn: &mut AnyConnection,
    house: &House,
    row: &AskRow,
    now: Moment,
    key: &'static str,
    args: &[(&'static str, Arg)],
) -> Result<(), Stop> {
    let Some(contact) = &row.contact else {
        return Ok(());
    };
    let contact = row.key(&house.vault)?.open(row.row(), "contact", contact)?;
    if !row.text_ok || !is_a_number(&contact) {
        return Ok(());
    }
    let tongue = house.tongues.of(row.language);
    let body = tongue.tell(key, args);
    // What a gateway may send: a fixed sentence, without what anybody wrote.
    let plain = if FIXED.contains(&key) {
        body.clone()
    } else {
        tongue.tell("text-news", &[("code", row.code.as_str().into())])
    };
    let id = TextId::new(&*house.chance);
    let at = Row {
        network: &row.network_id,
        table: "texts",
        id: id.bytes(),
    };
    let (data_key, row_key) = house.vault.new_key(at)?;
    let text = TextRow {
        id,
        network_id: row.network_id,
        ask_id: row.id,
        recipient: data_key.seal(at, "recipient", &contact)?,
        body: data_key.seal(at, "body", &body)?,
        made_at: now,
        ends_on: house.network().zone.day_of(now).plus(WORDS_DAYS),
        row_key,
        plain: Some(data_key.seal(at, "plain", &plain)?),
        handed_at: None,
    };
    diesel::insert_into(texts::table)
        .values(text)
        .execute(conn)?;
    Ok(())
}

/// A telephone number: at least seven digits.
pub(crate) fn is_a_number(contact: &str) -> bool {
    contact.chars().filter(char::is_ascii_digit).count() >= 7 && !contact.contains('@')
}
