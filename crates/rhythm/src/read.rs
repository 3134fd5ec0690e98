//! Reading a whole text: sentence by sentence, with every doubt named.

use crate::{
    assemble::assemble,
    beat::{Beat, On, WEEK},
    lexicon::{Word, meaning},
    tokens::{Is, Token, tokens},
};
use jiff::civil::Weekday;

/// What was read of a text, and what was not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The rhythm, as far as it could be read.
    pub beats: Vec<Beat>,
    /// What is not certain. Where there is any, the words count and not what was read of them.
    pub doubts: Vec<Doubt>,
    /// Sentences that say when it is closed, as they stood.
    pub closed: Vec<String>,
    /// Sentences that say nothing of when, as they stood.
    pub besides: Vec<String>,
    /// Whether one can come by appointment.
    pub by_appointment: bool,
}

/// Something that is not certain, with the words it is about as they stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// Words that were not understood.
    NotUnderstood(String),
    /// Hours without a half of the day: "9-5".
    NoHalfOfDay(String),
    /// "2nd and 4th Tuesday and Thursday": whether the first words are about both days.
    WhichDays(String),
    /// It is said of this day that it is every week, and also that it is not.
    SaidTwice(Weekday),
    /// It is said of this day that it is open, and also that it is closed.
    OpenAndClosed(Weekday),
}

impl Reading {
    /// Whether there is a rhythm, and nothing of it is in doubt.
    pub fn is_sure(&self) -> bool {
        !self.beats.is_empty() && self.doubts.is_empty()
    }
}

/// Reads hours as people write them. Every text gives a reading; an empty one an empty reading.
pub fn read(text: &str) -> Reading {
    let mut reading = Reading::default();
    let mut closed_days = Vec::new();
    for sentence in sentences(text) {
        read_sentence(sentence, &mut reading, &mut closed_days);
    }
    reading.beats = gathered(std::mem::take(&mut reading.beats));
    contradictions(&mut reading, &closed_days);
    reading
}

fn read_sentence(sentence: &str, reading: &mut Reading, closed_days: &mut Vec<Weekday>) {
    let (sentence, appointment) = without_appointment(sentence);
    let tokens = tokens(sentence);
    let any = |wanted: fn(&Is) -> bool| tokens.iter().any(|token| wanted(&token.is));
    let not_understood = || Doubt::NotUnderstood(sentence.to_owned());
    reading.by_appointment |= appointment;
    if !tokens
        .iter()
        .any(|token| !matches!(token.is, Is::Filler | Is::Mark | Is::And | Is::To))
    {
        return;
    }
    let days = any(|is| matches!(is, Is::Day(_) | Is::Days(_)));
    let times = any(|is| matches!(is, Is::Clock(clock) if clock.surely_a_time));
    let changes = any(|is| *is == Is::Changes);
    if any(|is| *is == Is::Appointment) {
        reading.by_appointment = true;
        if days || times || changes {
            reading.doubts.push(not_understood());
        } else {
            reading.besides.push(sentence.to_owned());
        }
        return;
    }
    if any(|is| *is == Is::Closed) {
        let only_days = tokens.iter().all(|token| {
            matches!(
                token.is,
                Is::Day(_) | Is::Closed | Is::Filler | Is::Mark | Is::And
            )
        });
        if days && only_days {
            closed_days.extend(tokens.iter().filter_map(|token| match token.is {
                Is::Day(day) => Some(day),
                _ => None,
            }));
        } else {
            reading.closed.push(sentence.to_owned());
            let when = any(|is| matches!(is, Is::Clock(_) | Is::Nth(_)));
            let holidays = |token: &Token| {
                sentence[token.from..token.to]
                    .to_lowercase()
                    .starts_with("holiday")
            };
            let changes = tokens
                .iter()
                .any(|token| token.is == Is::Changes && !holidays(token));
            if days || when || changes {
                reading.doubts.push(not_understood());
            }
        }
        return;
    }
    if !days && !times && !changes {
        reading.besides.push(sentence.to_owned());
    } else if changes || any(|is| *is == Is::MayChange) {
        reading.doubts.push(not_understood());
    } else {
        let (beats, doubts) = assemble(sentence, &tokens);
        reading.beats.extend(beats);
        reading.doubts.extend(doubts);
    }
}

/// "…, as well as by appointment": said beside the hours, not of them.
fn without_appointment(sentence: &str) -> (&str, bool) {
    const ENDS: [&str; 5] = [
        "as well as by appointment",
        "and by appointment",
        "or by appointment",
        "y con cita",
        "o con cita",
    ];
    let bare = sentence.trim_end_matches(['.', ' ']);
    let found = ENDS.iter().find_map(|end| {
        let at = bare.len().checked_sub(end.len())?;
        let (before, last) = bare.split_at_checked(at)?;
        (last.to_lowercase() == *end).then_some(before)
    });
    match found {
        Some(before) => (before.trim_end_matches([',', ' ']), true),
        None => (sentence, false),
    }
}

/// Lines and sentences. A full stop ends one where a capital follows, but not within "4 p.m.
/// Monday" or "Tues. & Thurs."; nothing is lost between them but blanks and stops.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.split(['\n', '\r', ';']) {
        let mut from = 0;
        for (at, sign) in line.char_indices() {
            let end = at + sign.len_utf8();
            if matches!(sign, '.' | '!' | '?' | '>') && ends_here(&line[from..end], &line[end..]) {
                found.push(&line[from..end]);
                from = end;
            }
        }
        found.push(&line[from..]);
    }
    found
        .into_iter()
        .map(|sentence| sentence.trim().trim_end_matches('.').trim_end())
        .filter(|sentence| sentence.chars().any(char::is_alphanumeric))
        .collect()
}

fn ends_here(before: &str, after: &str) -> bool {
    let next = after.trim_start();
    if next.len() == after.len() && !next.is_empty() {
        return false;
    }
    let Some(first) = next.chars().next() else {
        return true;
    };
    if !first.is_uppercase() {
        return false;
    }
    let letters = |word: &str| -> String { word.chars().filter(|c| c.is_alphabetic()).collect() };
    let next_word = next.split_whitespace().next().unwrap_or_default();
    let follows = meaning(&letters(next_word).to_lowercase());
    let says_when = matches!(
        follows,
        Some(Word::Day { .. } | Word::Days(_) | Word::Nth(_) | Word::To)
    );
    let last = before
        .rsplit(|c: char| c.is_whitespace() || c == '-' || c == '–' || c.is_ascii_digit())
        .next()
        .unwrap_or_default();
    let last = letters(last).to_lowercase();
    let stop_of_its_own = matches!(last.as_str(), "am" | "pm" | "a" | "p" | "m")
        || matches!(meaning(&last), Some(Word::Day { short: true, .. }));
    !(stop_of_its_own && says_when)
}

/// Weekly beats of the same hours together, each beat once, in the order they were said.
fn gathered(beats: Vec<Beat>) -> Vec<Beat> {
    let mut whole: Vec<Beat> = Vec::new();
    for beat in beats {
        let same = whole.iter_mut().find(|other| {
            let alike = matches!(
                (&other.on, &beat.on),
                (On::Weekly(_), On::Weekly(_)) | (On::Monthly(_), On::Monthly(_))
            );
            other.hours == beat.hours && alike
        });
        match same {
            None => whole.push(Beat {
                on: beat.on.in_order(),
                ..beat
            }),
            Some(other) => {
                let on = match (other.on.clone(), beat.on) {
                    (On::Weekly(mut days), On::Weekly(more)) => {
                        days.extend(more);
                        On::Weekly(days)
                    }
                    (On::Monthly(mut days), On::Monthly(more)) => {
                        days.extend(more);
                        On::Monthly(days)
                    }
                    (on, _) => on,
                };
                other.on = on.in_order();
            }
        }
    }
    whole
}

fn contradictions(reading: &mut Reading, closed_days: &[Weekday]) {
    let weekly = |on: &On| matches!(on, On::Weekly(_));
    for day in WEEK {
        let on_it = |beat: &&Beat| beat.on.weekdays().contains(&day);
        let beats: Vec<&Beat> = reading.beats.iter().filter(on_it).collect();
        if closed_days.contains(&day) && beats.iter().any(|beat| weekly(&beat.on)) {
            reading.doubts.push(Doubt::OpenAndClosed(day));
        }
        let both = beats.iter().any(|one| {
            weekly(&one.on)
                && beats
                    .iter()
                    .any(|other| !weekly(&other.on) && overlap(one, other))
        });
        if both {
            reading.doubts.push(Doubt::SaidTwice(day));
        }
    }
}

fn overlap(one: &Beat, other: &Beat) -> bool {
    let (Some(one), Some(other)) = (one.hours, other.hours) else {
        return true;
    };
    let ends = |hours: crate::Hours| hours.until.filter(|until| *until > hours.from);
    let before = |first: crate::Hours, second: crate::Hours| {
        ends(first).is_some_and(|until| until <= second.from)
    };
    !before(one, other) && !before(other, one)
}
