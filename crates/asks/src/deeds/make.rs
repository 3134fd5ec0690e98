//! A new ask, however it came.

use crate::{
    codes, notices,
    rules::{
        AskId, AskRefusal, Channel, Consent, Kind, LIFE_DAYS, NEVER_DAY, NEVER_MOMENT, WORDS_LIMIT,
    },
    schema::asks,
    tables::{self, ASKS, AskRow, StageWord},
};
use diesel::prelude::*;
use kernel::{Day, Moment, PersonId};
use store::{AnyConnection, Row, Stop};
use web::{House, Lang};

/// A new ask, from the page, a call, a slip of paper or a file.
#[derive(Clone, Debug, Default)]
pub struct NewAsk {
    /// The asker's own words.
    pub words: String,
    /// How to reach them, or somebody for them.
    pub contact: Option<String>,
    /// Where they are, if it is needed.
    pub place: Option<String>,
    /// By when, if they say so.
    pub by_when: Option<Day>,
    /// Until when it is safe to wait, if they say so.
    pub window_until: Option<Moment>,
    /// A coarse area, if known.
    pub area: String,
    /// What it is about, if known.
    pub kind: Option<Kind>,
    /// How it came.
    pub channel: Option<Channel>,
    /// The language they speak.
    pub lang: Option<Lang>,
    /// Whether it is safe to send a text.
    pub text_ok: bool,
    /// What they have said yes to, where a person has already heard them.
    pub heard: Option<Consent>,
    /// Who wrote it down.
    pub recorded_by: Option<PersonId>,
    /// The form it came by, so that sending it twice makes one ask.
    pub once: Option<Vec<u8>>,
}

/// An ask as it was made, now or when the same form was sent before.
pub(crate) struct Made {
    pub row: AskRow,
    pub digits: String,
    /// Whether the digits are the contact's own.
    pub own_digits: bool,
    /// Whether it was made now.
    pub fresh: bool,
}

/// Records an ask (N4: nothing is asked of who they are).
pub fn record(
    conn: &mut AnyConnection,
    house: &House,
    new: NewAsk,
    received_at: Moment,
) -> Result<AskId, Stop> {
    Ok(make(conn, house, new, received_at)?.row.id)
}

/// The same from whoever waits for an answer: they get one text with the code, once.
pub(crate) fn take_in(
    conn: &mut AnyConnection,
    house: &House,
    new: NewAsk,
    now: Moment,
) -> Result<Made, Stop> {
    let made = make(conn, house, new, now)?;
    if made.fresh {
        notices::received(conn, house, &made.row, now)?;
    }
    Ok(made)
}

fn make(
    conn: &mut AnyConnection,
    house: &House,
    new: NewAsk,
    received_at: Moment,
) -> Result<Made, Stop> {
    let network = house.network();
    let words = new.words.trim();
    if words.is_empty() {
        return Err(AskRefusal::WordsNeeded.into());
    }
    if words.chars().count() > WORDS_LIMIT {
        return Err(AskRefusal::WordsTooLong.into());
    }
    if let Some(mark) = &new.once
        && let Some(row) = tables::by_once(conn, network.id, mark)?
    {
        let key = row.key(&house.vault)?;
        let digits = key.open(row.row(), "digits", &row.digits)?;
        // As it was answered the first time: digits that were given are shown again.
        let contact = key.open_some(row.row(), "contact", row.contact.as_ref())?;
        let own_digits = contact
            .as_deref()
            .and_then(codes::last_two_digits)
            .is_some();
        return Ok(Made {
            row,
            digits,
            own_digits,
            fresh: false,
        });
    }
    let id = AskId::new(&*house.chance);
    let code = codes::new_code(conn, network.id, &*house.chance)?;
    let own = new.contact.as_deref().and_then(codes::last_two_digits);
    let own_digits = own.is_some();
    let digits = own.unwrap_or_else(|| format!("{:02}", house.chance.below(100)));
    let place = Row {
        network: &network.id,
        table: ASKS,
        id: id.bytes(),
    };
    let (key, row_key) = house.vault.new_key(place)?;
    let consent = new.heard.unwrap_or_default();
    let today = network.zone.day_of(received_at);
    let by_when = new.by_when.unwrap_or(NEVER_DAY);
    let row = AskRow {
        id,
        network_id: network.id,
        code,
        stage: if new.heard.is_some() {
            StageWord::Heard
        } else {
            StageWord::Received
        },
        stage_since: received_at,
        claimer_id: None,
        received_at,
        window_until: new.window_until.unwrap_or(NEVER_MOMENT),
        by_when,
        area: new.area,
        kind: new.kind.unwrap_or(Kind::Other),
        channel: new.channel.unwrap_or(Channel::Page),
        language: new.lang.unwrap_or(Lang::En),
        share_words: consent.share_words,
        share_partner: consent.share_with_partner,
        shift_only: consent.shift_only,
        text_ok: new.text_ok,
        recorded_by: new.recorded_by,
        words: key.seal(place, "words", words)?,
        published: None,
        contact: key.seal_some(place, "contact", new.contact.as_deref())?,
        digits: key.seal(place, "digits", &digits)?,
        plan: None,
        answer: None,
        organisation_id: None,
        delivered_on: None,
        follow_up_on: None,
        closed_on: None,
        ends_on: ends_on(today, new.by_when),
        batch_id: None,
        source_mark: new.once,
        row_key,
    };
    diesel::insert_into(asks::table)
        .values(&row)
        .execute(conn)?;
    if new.heard.is_some() {
        // Whoever called was answered as they called.
        tables::count_first_word(conn, &network, (received_at, received_at))?;
    }
    tables::set_place(conn, &house.vault, network.id, id, new.place.as_deref())?;
    Ok(Made {
        row,
        digits,
        own_digits,
        fresh: true,
    })
}

/// The last day an ask looks for somebody: two weeks past its by-when, two months at most.
pub(crate) fn ends_on(received: Day, by_when: Option<Day>) -> Day {
    let most = received.plus(LIFE_DAYS);
    by_when.map_or(most, |day| day.plus(14).max(received.plus(14)).min(most))
}
