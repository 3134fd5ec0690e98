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
use web::House;

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
    let body = house.tongues.of(row.language).tell(key, args);
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
