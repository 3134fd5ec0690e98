//! Days and hours of one sentence put together.

use crate::{
    beat::{Beat, Hours, On, WEEK, number},
    read::Doubt,
    tokens::{Is, Token},
};
use jiff::civil::Weekday;

/// A part of a sentence that says something of when.
enum Part {
    Days(On),
    Hours(Hours),
}

/// Makes beats of a sentence. Hours belong to the days before them, or to those after them where
/// the sentence begins with hours.
pub(crate) fn assemble(sentence: &str, tokens: &[Token]) -> (Vec<Beat>, Vec<Doubt>) {
    let mut parts = Parts {
        sentence,
        tokens,
        at: 0,
        found: Vec::new(),
        doubts: Vec::new(),
        unknown: None,
        no_such_hours: false,
    };
    parts.cut();
    let Parts {
        found,
        mut doubts,
        no_such_hours,
        ..
    } = parts;
    let beats = if no_such_hours { None } else { together(found) };
    let Some(beats) = beats else {
        return (Vec::new(), vec![Doubt::NotUnderstood(sentence.to_owned())]);
    };
    if beats.is_empty() && doubts.is_empty() {
        doubts.push(Doubt::NotUnderstood(sentence.to_owned()));
    }
    (beats, doubts)
}

/// `None` where hours are left without days.
fn together(parts: Vec<(Part, usize)>) -> Option<Vec<Beat>> {
    let hours_first = matches!(parts.first(), Some((Part::Hours(_), _)));
    let (mut days, mut hours): (Vec<On>, Vec<Hours>) = (Vec::new(), Vec::new());
    let mut beats = Vec::new();
    let mut make = |days: &mut Vec<On>, hours: &mut Vec<Hours>| {
        for on in days.drain(..) {
            if hours.is_empty() {
                beats.push(Beat {
                    on: on.clone(),
                    hours: None,
                });
            }
            beats.extend(hours.iter().map(|hours| Beat {
                on: on.clone(),
                hours: Some(*hours),
            }));
        }
        hours.clear();
    };
    let mut last_was_hours = hours_first;
    for (part, _) in parts {
        match part {
            Part::Days(on) => {
                if !hours_first && last_was_hours {
                    make(&mut days, &mut hours);
                }
                days.push(on);
                last_was_hours = false;
            }
            Part::Hours(more) => {
                if hours_first && !last_was_hours {
                    make(&mut days, &mut hours);
                }
                hours.push(more);
                last_was_hours = true;
            }
        }
    }
    if days.is_empty() && !hours.is_empty() {
        return None;
    }
    make(&mut days, &mut hours);
    Some(beats)
}

struct Parts<'a> {
    sentence: &'a str,
    tokens: &'a [Token],
    at: usize,
    found: Vec<(Part, usize)>,
    doubts: Vec<Doubt>,
    /// What has not been understood so far, in a row.
    unknown: Option<(usize, usize)>,
    /// Hours that cannot be: from one in the afternoon to eleven in the morning.
    no_such_hours: bool,
}

impl Parts<'_> {
    fn cut(&mut self) {
        while self.at < self.tokens.len() {
            let start = self.at;
            let part = match self.tokens[self.at].is {
                Is::Nth(_) => self.nth().map(Part::Days),
                Is::Day(_) | Is::Days(_) => self.weekly().map(Part::Days),
                Is::Clock(_) => self.hours(false).map(Part::Hours),
                Is::Between => self.between().map(Part::Hours),
                Is::Filler | Is::Mark | Is::And => {
                    self.at += 1;
                    continue;
                }
                // A dash between the days and the hours is a mark; "through" is not.
                Is::To
                    if self
                        .quote(start, start + 1)
                        .chars()
                        .all(|c| !c.is_alphabetic()) =>
                {
                    self.at += 1;
                    continue;
                }
                _ => None,
            };
            match part {
                Some(part) => {
                    self.name_unknown();
                    self.found.push((part, start));
                }
                None => {
                    self.at = start + 1;
                    let token = &self.tokens[start];
                    let from = self.unknown.map_or(token.from, |(from, _)| from);
                    self.unknown = Some((from, token.to));
                }
            }
        }
        self.name_unknown();
    }

    fn name_unknown(&mut self) {
        if let Some((from, to)) = self.unknown.take() {
            let words = self.sentence[from..to].to_owned();
            self.doubts.push(Doubt::NotUnderstood(words));
        }
    }

    fn is(&self, at: usize) -> Option<&Is> {
        self.tokens.get(at).map(|token| &token.is)
    }

    fn quote(&self, from: usize, to: usize) -> &str {
        let start = self.tokens.get(from).map_or(0, |token| token.from);
        let end = to
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |token| token.to);
        self.sentence.get(start..end).unwrap_or_default()
    }

    /// Past fillers; past "and" too, where asked.
    fn past(&self, mut at: usize, and: bool) -> usize {
        while let Some(is) = self.is(at) {
            match is {
                Is::Filler | Is::Mark => at += 1,
                Is::And if and => at += 1,
                _ => break,
            }
        }
        at
    }

    /// "1st, 3rd and 4th Tuesday"
    fn nth(&mut self) -> Option<On> {
        let start = self.at;
        let mut nths = Vec::new();
        let mut at = start;
        while let Some(Is::Nth(nth)) = self.is(at) {
            nths.push(*nth);
            self.at = at + 1;
            at = self.past(at + 1, true);
        }
        self.at = self.past(self.at, false);
        let first = match self.is(self.at)? {
            Is::Day(day) => *day,
            _ => return None,
        };
        let mut days = vec![first];
        self.at += 1;
        if self.range_follows() {
            return None;
        }
        // Another day belongs to the same words, unless "every" or a number begins anew.
        while let Some((day, after)) = self.another_day() {
            days.push(day);
            self.at = after;
        }
        if days.len() > 1 {
            let words = self.quote(start, self.at).to_owned();
            self.doubts.push(Doubt::WhichDays(words));
        }
        let each = |day: Weekday| nths.iter().map(move |nth| (*nth, day));
        Some(On::Monthly(
            days.iter().flat_map(|day| each(*day)).collect(),
        ))
    }

    fn another_day(&self) -> Option<(Weekday, usize)> {
        let mut at = self.at;
        let Some(Is::And) = self.is(at) else {
            return None;
        };
        while let Some(Is::And) = self.is(at) {
            at += 1;
        }
        match self.is(at) {
            Some(Is::Day(day)) => Some((*day, at + 1)),
            _ => None,
        }
    }

    fn range_follows(&self) -> bool {
        let to = matches!(self.is(self.at), Some(Is::To)) || self.spanish_range();
        to && matches!(self.is(self.past(self.at + 1, false)), Some(Is::Day(_)))
    }

    /// "lunes a viernes"
    fn spanish_range(&self) -> bool {
        matches!(self.is(self.at), Some(Is::Filler))
            && self.quote(self.at, self.at + 1).eq_ignore_ascii_case("a")
    }

    /// "Mon-Fri", "Tuesdays and Thursdays", "daily"
    fn weekly(&mut self) -> Option<On> {
        let mut days = Vec::new();
        loop {
            match self.is(self.at)? {
                Is::Days(several) => days.extend_from_slice(several),
                Is::Day(first) => {
                    let first = *first;
                    self.at += 1;
                    if self.range_follows() {
                        let end = self.past(self.at + 1, false);
                        if let Some(Is::Day(last)) = self.is(end) {
                            days.extend(from_to(first, *last));
                            self.at = end;
                        }
                    } else {
                        days.push(first);
                        self.at -= 1;
                    }
                }
                _ => return None,
            }
            self.at += 1;
            let next = self.past(self.at, true);
            let linked = matches!(self.is(self.at), Some(Is::And));
            match self.is(next) {
                Some(Is::Day(_) | Is::Days(_)) if linked => self.at = next,
                _ => break,
            }
        }
        Some(On::Weekly(days))
    }

    fn between(&mut self) -> Option<Hours> {
        self.at = self.past(self.at + 1, false);
        match self.is(self.at)? {
            Is::Clock(_) => self.hours(true),
            _ => None,
        }
    }

    /// A time, or from one to another.
    fn hours(&mut self, between: bool) -> Option<Hours> {
        let start = self.at;
        let Some(Is::Clock(from)) = self.is(start) else {
            return None;
        };
        let from = *from;
        let joins = match self.is(start + 1) {
            Some(Is::To) => true,
            Some(Is::And) => between,
            Some(Is::Filler) => {
                let word = self.quote(start + 1, start + 2).to_lowercase();
                word == "a" || word == "al"
            }
            _ => false,
        };
        let end = self.past(start + 2, false);
        let read = match self.is(end) {
            Some(Is::Clock(until)) if joins => {
                let Some(read) = from.until(*until) else {
                    self.no_such_hours = true;
                    return None;
                };
                self.at = end + 1;
                read
            }
            _ => {
                // A bare number is no time of the day by itself.
                if !from.surely_a_time {
                    return None;
                }
                self.at = start + 1;
                from.alone()?
            }
        };
        let (hours, supplied) = read;
        if supplied {
            let words = self.quote(start, self.at).to_owned();
            self.doubts.push(Doubt::NoHalfOfDay(words));
        }
        Some(hours)
    }
}

fn from_to(first: Weekday, last: Weekday) -> Vec<Weekday> {
    let (from, to) = (number(first), number(last));
    let length = (to + 7 - from) % 7;
    (0..=length).map(|step| WEEK[(from + step) % 7]).collect()
}
