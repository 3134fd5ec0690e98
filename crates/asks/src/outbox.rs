//! Texts on their way out of the house: a person drains them by hand, or a gateway fetches them.
//! A gateway gets a number and a sentence without what was agreed, unless the stewards chose
//! otherwise; never a name.

use crate::{
    rules::AskRefusal,
    schema::texts,
    tables::{self, TextId},
};
use diesel::{dsl::min, prelude::*};
use kernel::{Moment, NetworkId};
use store::{AnyConnection, ERASED, Stop, fact, set_fact};
use web::House;

/// How long a text that a gateway took along is not given out again, in seconds.
pub const WITH_THE_GATEWAY_SECONDS: i64 = 600;

/// The word a network's texts begin with, so that neighbours know whose they are.
const WORD: &str = "texts-begin-with";
/// Whether a gateway may send what was agreed.
const WHOLE: &str = "texts-by-gateway-are-whole";
/// The longest such word, in characters.
const LONGEST_WORD: usize = 20;

/// A text for a gateway.
pub struct TextToSend {
    /// Its id, by which it is said to have been sent.
    pub id: String,
    /// The number, without anything around it.
    pub number: String,
    /// What to send.
    pub body: String,
}

/// What the stewards chose about texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextWays {
    /// The word texts begin with; empty where there is none.
    pub word: String,
    /// Whether a gateway may send what was agreed.
    pub whole: bool,
}

/// What the stewards chose about texts.
pub fn text_ways(conn: &mut AnyConnection, network: NetworkId) -> Result<TextWays, Stop> {
    Ok(TextWays {
        word: fact(conn, network, WORD)?.unwrap_or_default(),
        whole: fact(conn, network, WHOLE)?.as_deref() == Some("yes"),
    })
}

/// Keeps what the stewards chose; refused where the word is more than one word of letters.
pub fn set_text_ways(
    conn: &mut AnyConnection,
    network: NetworkId,
    ways: &TextWays,
) -> Result<(), Stop> {
    let word = ways.word.trim();
    let letters = |c: char| c.is_alphabetic() || c == '-';
    if word.chars().count() > LONGEST_WORD || !word.chars().all(letters) {
        return Err(AskRefusal::NotAWord.into());
    }
    set_fact(conn, network, WORD, word)?;
    set_fact(conn, network, WHOLE, if ways.whole { "yes" } else { "no" })?;
    Ok(())
}

/// A text with the network's word before it.
pub(crate) fn with_word(ways: &TextWays, body: &str) -> String {
    if ways.word.is_empty() {
        body.to_owned()
    } else {
        format!("{}: {body}", ways.word)
    }
}

/// Gives a gateway what waits, at most `most`, the oldest first; what it took along lately it does
/// not get a second time until [`WITH_THE_GATEWAY_SECONDS`] are over.
pub fn texts_for_gateway(
    conn: &mut AnyConnection,
    house: &House,
    most: usize,
    now: Moment,
) -> Result<Vec<TextToSend>, Stop> {
    let network = house.network().id;
    let ways = text_ways(conn, network)?;
    let lately = now.plus_seconds(-WITH_THE_GATEWAY_SECONDS);
    let mut out = Vec::new();
    for row in tables::texts_to_send(conn, network)? {
        if out.len() == most {
            break;
        }
        if row.handed_at.is_some_and(|at| at > lately) {
            continue;
        }
        let key = row.key(&house.vault)?;
        let body = match &row.plain {
            Some(_) if ways.whole => key.open(row.row(), "body", &row.body)?,
            Some(plain) => key.open(row.row(), "plain", plain)?,
            None => continue,
        };
        let contact = key.open(row.row(), "recipient", &row.recipient)?;
        let Some(number) = number_in(&contact) else {
            continue;
        };
        diesel::update(texts::table.find(row.id))
            .set(texts::handed_at.eq(now))
            .execute(conn)?;
        out.push(TextToSend {
            id: row.id.to_string(),
            number,
            body: with_word(&ways, &body),
        });
    }
    Ok(out)
}

/// A gateway has sent a text: it is gone. Saying so twice is as saying it once.
pub fn text_was_sent(conn: &mut AnyConnection, network: NetworkId, id: &str) -> Result<(), Stop> {
    let id = TextId::parse(id).ok_or(Stop::NotThere)?;
    diesel::delete(texts::table.filter(texts::network_id.eq(network).and(texts::id.eq(id))))
        .execute(conn)?;
    Ok(set_fact(conn, network, ERASED, "yes")?)
}

/// How many texts wait, and since when the oldest does.
pub fn texts_waiting(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> Result<(i64, Option<Moment>), Stop> {
    let mine = texts::table.filter(texts::network_id.eq(network));
    let waiting = mine.count().get_result(conn)?;
    let oldest = mine.select(min(texts::made_at)).first(conn)?;
    Ok((waiting, oldest))
}

/// The number in how somebody can be reached ("Gus, 555 0142"): the first run of at least seven
/// digits, with a plus where one stands before it.
fn number_in(contact: &str) -> Option<String> {
    let mut number = String::new();
    for c in contact.chars() {
        match c {
            '0'..='9' => number.push(c),
            ' ' | '-' | '.' | '(' | ')' | '/' => {}
            _ if digits(&number) >= 7 => break,
            '+' => number = "+".to_owned(),
            _ => number.clear(),
        }
    }
    (digits(&number) >= 7).then_some(number)
}

fn digits(number: &str) -> usize {
    number.bytes().filter(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_gateway_gets_a_number_and_no_name() {
        assert_eq!(number_in("Gus, 555 0142").as_deref(), Some("5550142"));
        assert_eq!(
            number_in("+1 (206) 555-0142, ask for Gus").as_deref(),
            Some("+12065550142")
        );
        assert_eq!(
            number_in("flat 3, 206.555.0142 or 555 0199").as_deref(),
            Some("2065550142")
        );
        assert_eq!(number_in("ring at the door, 7"), None);
    }

    proptest! {
        #[test]
        fn whatever_a_contact_is_only_digits_come_of_it(contact in "\\PC{0,60}") {
            if let Some(number) = number_in(&contact) {
                prop_assert!(number.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit()));
                prop_assert!(number.len() >= 7);
            }
        }
    }
}
