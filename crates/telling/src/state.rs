//! How telling goes, for whoever looks after the machine: facts about servers, about nobody.

use crate::schema::{letters, wakings};
use diesel::{dsl::min, prelude::*};
use kernel::{Moment, NetworkId};
use store::{AnyConnection, Stop, fact, set_fact};

kernel::text_enum!(
    /// What keeps letters or wakings from leaving.
    Trouble {
        /// Nobody answers there, or the line breaks.
        NoAnswer = "no-answer",
        /// It takes the call and then says nothing.
        Hangs = "hangs",
        /// The line could not be made private.
        NotPrivate = "not-private",
        /// It does not know our name and password.
        NotLetIn = "not-let-in",
        /// It says: later.
        Later = "later",
        /// It says: never.
        Never = "never",
        /// It could not be written down here.
        NotWritten = "not-written",
    }
);

/// How telling goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TellingState {
    /// Letters that wait.
    pub letters_waiting: i64,
    /// Since when the oldest of them does.
    pub letters_since: Option<Moment>,
    /// Since when no letter has left though one was tried, and why the last did not.
    pub mail_trouble: Option<(Moment, Trouble)>,
    /// Texts that wait for a person or a gateway.
    pub texts_waiting: i64,
    /// Since when the oldest of them does.
    pub texts_since: Option<Moment>,
    /// When a gateway came last, whether or not there was something for it.
    pub gateway_came: Option<Moment>,
    /// Since when nobody answers where a mail server would hand answers over, though one may.
    pub answers_closed: Option<Moment>,
    /// Wakings that wait.
    pub wakings_waiting: i64,
    /// Since when no browser could be woken though one was tried, and why the last was not.
    pub wake_trouble: Option<(Moment, Trouble)>,
}

/// How telling goes in a network.
pub fn state(conn: &mut AnyConnection, network: NetworkId) -> Result<TellingState, Stop> {
    let letters_here = letters::table.filter(letters::network_id.eq(network));
    let wakings_here = wakings::table.filter(wakings::network_id.eq(network));
    let (texts_waiting, texts_since) = asks::texts_waiting(conn, network)?;
    Ok(TellingState {
        letters_waiting: letters_here.count().get_result(conn)?,
        letters_since: letters_here.select(min(letters::made_at)).first(conn)?,
        mail_trouble: trouble(conn, network, MAIL)?,
        texts_waiting,
        texts_since,
        gateway_came: fact(conn, network, CAME)?
            .and_then(|at| at.parse().ok())
            .map(Moment),
        answers_closed: trouble(conn, network, ANSWERS)?.map(|(since, _)| since),
        wakings_waiting: wakings_here.count().get_result(conn)?,
        wake_trouble: trouble(conn, network, WAKE)?,
    })
}

/// The trouble with mail.
pub(crate) const MAIL: &str = "mail-trouble";
/// The trouble with waking.
pub(crate) const WAKE: &str = "wake-trouble";
/// The trouble with the door that answers come in by.
pub(crate) const ANSWERS: &str = "answers-trouble";
const CAME: &str = "gateway-came";

pub(crate) fn trouble(
    conn: &mut AnyConnection,
    network: NetworkId,
    of: &str,
) -> Result<Option<(Moment, Trouble)>, Stop> {
    let found = fact(conn, network, of)?;
    Ok(found.as_deref().and_then(|text| {
        let (since, word) = text.split_once(' ')?;
        Some((Moment(since.parse().ok()?), Trouble::parse(word)?))
    }))
}

/// Writes down how it went this time; a trouble keeps the moment it began.
pub(crate) fn went(
    conn: &mut AnyConnection,
    network: NetworkId,
    of: &str,
    how: Result<(), Trouble>,
    now: Moment,
) -> Result<(), Stop> {
    let before = trouble(conn, network, of)?;
    match how {
        Ok(()) if before.is_none() => {}
        Ok(()) => set_fact(conn, network, of, "")?,
        Err(new) => {
            let since = before.map_or(now, |(since, _)| since);
            set_fact(conn, network, of, &format!("{} {}", since.0, new.as_str()))?;
        }
    }
    Ok(())
}

/// Writes down that a gateway came.
pub(crate) fn gateway_came(
    conn: &mut AnyConnection,
    network: NetworkId,
    now: Moment,
) -> Result<(), Stop> {
    Ok(set_fact(conn, network, CAME, &now.0.to_string())?)
}
