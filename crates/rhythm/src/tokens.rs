//! A sentence cut into what can be understood, each piece with its place, so that what is not
//! understood can be quoted as it stood.

use crate::{
    clock::Clock,
    lexicon::{Word, meaning},
};
use jiff::civil::Weekday;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    pub is: Is,
    /// Bytes of the sentence.
    pub from: usize,
    pub to: usize,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Is {
    Day(Weekday),
    Days(&'static [Weekday]),
    Nth(i8),
    Clock(Clock),
    /// A dash, or a word for it.
    To,
    /// A word for "and", a comma, a stroke.
    And,
    Between,
    /// Adds nothing.
    Filler,
    /// A colon, a bracket: adds nothing.
    Mark,
    Closed,
    Appointment,
    Changes,
    MayChange,
    Unknown,
}

/// Cuts a sentence.
pub(crate) fn tokens(sentence: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(sign) = sentence[at..].chars().next() {
        let rest = &sentence[at..];
        if sign.is_whitespace() {
            at += sign.len_utf8();
        } else if sign.is_ascii_digit() {
            at = number(sentence, at, &mut found);
        } else if sign.is_alphabetic() {
            let length = word_length(rest);
            word(&rest[..length], at, &mut found);
            at += length;
        } else {
            let is = match sign {
                '-' | '–' | '—' | '‒' | '−' => Is::To,
                '&' | ',' | '/' | '+' => Is::And,
                ':' | '.' | '(' | ')' | '*' | '•' | '·' | '|' | '!' | '"' | '“' | '”' => {
                    Is::Mark
                }
                _ => Is::Unknown,
            };
            push(&mut found, is, at, at + sign.len_utf8());
            at += sign.len_utf8();
        }
    }
    found
}

fn push(found: &mut Vec<Token>, is: Is, from: usize, to: usize) {
    found.push(Token { is, from, to });
}

/// Letters, with hyphens and apostrophes between them.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut signs = rest.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let joins = matches!(sign, '-' | '\'' | '’')
            && signs.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !sign.is_alphabetic() && !joins {
            break;
        }
        end = at + sign.len_utf8();
    }
    end
}

fn word(text: &str, at: usize, found: &mut Vec<Token>) {
    let lower = text.to_lowercase().replace('’', "'");
    if let Some(word) = meaning(&lower) {
        push(found, is(word), at, at + text.len());
        return;
    }
    // Mon-Fri: a hyphen between days, or between words.
    if text.contains('-')
        && text
            .split('-')
            .all(|part| meaning(&part.to_lowercase()).is_some())
    {
        let mut from = at;
        for (index, part) in text.split('-').enumerate() {
            if index > 0 {
                push(found, Is::To, from, from + 1);
                from += 1;
            }
            if let Some(known) = meaning(&part.to_lowercase()) {
                push(found, is(known), from, from + part.len());
            }
            from += part.len();
        }
        return;
    }
    push(found, Is::Unknown, at, at + text.len());
}

fn is(word: Word) -> Is {
    match word {
        Word::Day { day, .. } => Is::Day(day),
        Word::Days(days) => Is::Days(days),
        Word::Nth(nth) => Is::Nth(nth),
        Word::To => Is::To,
        Word::And => Is::And,
        Word::Between => Is::Between,
        Word::Hour(hour) => Is::Clock(Clock::exactly(hour)),
        Word::Filler => Is::Filler,
        Word::Closed => Is::Closed,
        Word::Appointment => Is::Appointment,
        Word::Changes => Is::Changes,
        Word::MayChange => Is::MayChange,
    }
}

/// A number: an hour, an ordinal, or nothing that is understood. Returns where it ends.
fn number(sentence: &str, at: usize, found: &mut Vec<Token>) -> usize {
    let rest = &sentence[at..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = &rest[digits..];
    if let Some((nth, length)) = ordinal(&rest[..digits], after) {
        push(found, Is::Nth(nth), at, at + digits + length);
        return at + digits + length;
    }
    if let Some((clock, length)) = Clock::read(rest) {
        push(found, Is::Clock(clock), at, at + length);
        return at + length;
    }
    // All of what hangs together with it: 555-0142, 30-day, 2025.
    let length = rest
        .find(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '-' | ':' | '.' | '\'')))
        .unwrap_or(rest.len())
        .max(digits);
    push(found, Is::Unknown, at, at + length);
    at + length
}

fn ordinal(digits: &str, after: &str) -> Option<(i8, usize)> {
    let nth: i8 = digits.parse().ok().filter(|nth| (1..=5).contains(nth))?;
    const ENDINGS: [&str; 13] = [
        "st", "nd", "rd", "th", "er", "ro", "do", "to", "ra", "da", "ta", "º", "ª",
    ];
    let lower = after.get(..2)?.to_lowercase();
    let ending = ENDINGS.iter().find(|ending| lower.starts_with(**ending))?;
    let next = after[ending.len()..].chars().next();
    let whole = next.is_none_or(|next| !next.is_alphanumeric());
    whole.then_some((nth, ending.len()))
}
