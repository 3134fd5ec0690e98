//! A recurrence rule of RFC 5545 with the local time it began at: when it comes, in the zone of the
//! place. A weekly time stays at its hour on the wall, whatever clocks do; an hour that a clock
//! change skips is moved to the first one after, and says so.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime},
    tz::{AmbiguousOffset, TimeZone},
};
use rrule::{RRule, RRuleSet, Unvalidated};
use std::fmt;

/// Longer than any season and any term: what has not come until then never comes.
const LOOK_DAYS: i64 = 366 * 5;
/// No rule comes oftener than this within the days that are asked for.
const MOST: u16 = 1000;
/// The longest rule that is read, in bytes.
const LONGEST: usize = 300;

/// When something comes again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurrence {
    rule: String,
    starts: DateTime,
}

/// One time of a recurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// The day it falls on by the rule, which names it.
    pub day: Date,
    /// When it begins, on the wall of the place.
    pub at: DateTime,
    /// The same moment.
    pub moment: Timestamp,
    /// Clocks skip the hour it would be at; it begins at the first one after.
    pub moved: bool,
}

/// Why a rule is none that anybody could keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotARecurrence {
    /// It cannot be read as a rule of RFC 5545.
    #[error("not a recurrence rule")]
    NotUnderstood,
    /// It comes oftener than once a day.
    #[error("more often than once a day")]
    TooOften,
    /// No day fits it.
    #[error("it never comes")]
    NeverComes,
}

impl Recurrence {
    /// A rule such as `FREQ=WEEKLY;BYDAY=TU,FR` that begins at a local time.
    ///
    /// # Errors
    /// [`NotARecurrence`] where it cannot be read, would come oftener than daily, or never comes
    /// within five years.
    pub fn new(rule: &str, starts: DateTime) -> Result<Self, NotARecurrence> {
        let rule = rule.trim().trim_start_matches("RRULE:").to_uppercase();
        let strange = |sign: char| !sign.is_ascii_alphanumeric() && !";=,+-".contains(sign);
        if rule.is_empty() || rule.len() > LONGEST || rule.contains(strange) {
            return Err(NotARecurrence::NotUnderstood);
        }
        for often in [
            "FREQ=SECONDLY",
            "FREQ=MINUTELY",
            "FREQ=HOURLY",
            "BYHOUR",
            "BYMINUTE",
            "BYSECOND",
        ] {
            if rule.contains(often) {
                return Err(NotARecurrence::TooOften);
            }
        }
        rule.parse::<RRule<Unvalidated>>()
            .map_err(|_| NotARecurrence::NotUnderstood)?;
        let read = Self { rule, starts };
        let last = starts
            .date()
            .checked_add(LOOK_DAYS.days())
            .unwrap_or(Date::MAX);
        if let Err(not) = read.set(last) {
            // An end before its beginning is understood well enough.
            let parts = read.rule.split(';');
            let parts = parts.filter(|part| !part.starts_with("UNTIL="));
            let endless = parts.collect::<Vec<_>>().join(";");
            let without = Self {
                rule: endless,
                starts,
            };
            let ended = without.rule != read.rule && without.set(last).is_ok();
            return Err(if ended {
                NotARecurrence::NeverComes
            } else {
                not
            });
        }
        match read.days(starts.date(), last, 1).is_empty() {
            true => Err(NotARecurrence::NeverComes),
            false => Ok(read),
        }
    }

    /// On these days of the week, every so many weeks.
    ///
    /// # Errors
    /// [`NotARecurrence::NeverComes`] where no day is named.
    pub fn weekly(
        days: &[jiff::civil::Weekday],
        every: u8,
        starts: DateTime,
    ) -> Result<Self, NotARecurrence> {
        if days.is_empty() {
            return Err(NotARecurrence::NeverComes);
        }
        let beat = crate::Beat {
            on: crate::On::Weekly(days.to_vec()).in_order(),
            hours: None,
        };
        let every = match every {
            0 | 1 => String::new(),
            weeks => format!(";INTERVAL={weeks}"),
        };
        Self::new(&format!("{}{every}", beat.rule()), starts)
    }

    /// The rule alone.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// From when on, on the wall of the place. The first time is this one only where it fits the rule.
    pub fn starts(&self) -> DateTime {
        self.starts
    }

    /// The days of the week it can fall on by the rule itself; none where the rule names none.
    pub fn weekdays(&self) -> Vec<jiff::civil::Weekday> {
        let by_day = self
            .rule
            .split(';')
            .find_map(|part| part.strip_prefix("BYDAY="));
        let named = |day: &jiff::civil::Weekday| {
            let name = crate::beat::short(*day);
            by_day.is_some_and(|days| days.split(',').any(|day| day.ends_with(name)))
        };
        crate::beat::WEEK.into_iter().filter(named).collect()
    }

    /// Only on these days of the week from here on.
    ///
    /// # Errors
    /// [`NotARecurrence`] where nothing is left of it.
    pub fn only_on(&self, days: &[jiff::civil::Weekday]) -> Result<Self, NotARecurrence> {
        let kept: Vec<String> = self
            .rule
            .split(';')
            .map(|part| match part.strip_prefix("BYDAY=") {
                None => part.to_owned(),
                Some(all) => {
                    let kept: Vec<&str> = all
                        .split(',')
                        .filter(|day| {
                            let name = &day[day.len().saturating_sub(2)..];
                            days.iter().any(|kept| crate::beat::short(*kept) == name)
                        })
                        .collect();
                    format!("BYDAY={}", kept.join(","))
                }
            })
            .collect();
        let rule = kept.join(";");
        if rule.split(';').any(|part| part == "BYDAY=") {
            return Err(NotARecurrence::NeverComes);
        }
        Self::new(&rule, self.starts)
    }

    /// Its times from a day to a day, both among them, in the zone of the place; at most a thousand.
    pub fn times(&self, from: Date, until: Date, zone: &TimeZone) -> Vec<Time> {
        let days = self.days(from.max(self.starts.date()), until, MOST);
        days.into_iter()
            .filter_map(|day| self.time(day, zone))
            .collect()
    }

    /// The next time that begins after a moment, in the zone of the place.
    pub fn next(&self, after: Timestamp, zone: &TimeZone) -> Option<Time> {
        let today = after.to_zoned_datetime(zone.clone()).date();
        let from = today.max(self.starts.date());
        let last = from.checked_add(LOOK_DAYS.days()).ok()?;
        let days = self.days(from, last, 2);
        let mut times = days.into_iter().filter_map(|day| self.time(day, zone));
        times.find(|time| time.moment > after)
    }

    /// The last moment of a rule that names one in UTC, as RFC 5545 has it (3.3.10).
    fn ends(&self) -> Option<Timestamp> {
        let until = self.until()?.strip_suffix('Z')?;
        let at = DateTime::strptime("%Y%m%dT%H%M%S", until).ok()?;
        Some(at.to_zoned_datetime(TimeZone::UTC).ok()?.timestamp())
    }

    fn until(&self) -> Option<&str> {
        let mut parts = self.rule.split(';');
        parts.find_map(|part| part.strip_prefix("UNTIL="))
    }

    fn time(&self, day: Date, zone: &TimeZone) -> Option<Time> {
        let wanted = day.to_datetime(self.starts.time());
        let ambiguous = zone.to_ambiguous_timestamp(wanted).offset();
        let moved = matches!(ambiguous, AmbiguousOffset::Gap { .. });
        // Where clocks go back the hour comes twice: the first one counts.
        let there = zone.to_ambiguous_zoned_datetime(wanted).compatible().ok()?;
        if self.ends().is_some_and(|ends| there.timestamp() > ends) {
            return None;
        }
        Some(Time {
            day,
            at: there.datetime(),
            moment: there.timestamp(),
            moved,
        })
    }

    /// Days are counted without a zone: at UTC every local time is itself. A rule without an end is
    /// given one, so that nothing looks for ever; one that ends at a moment of UTC is looked at for a
    /// day longer, and [`Self::time`] knows which of these times are before it.
    fn set(&self, until: Date) -> Result<RRuleSet, NotARecurrence> {
        let ends = self.rule.contains("UNTIL=") || self.rule.contains("COUNT=");
        let end = match ends {
            true => String::new(),
            false => format!(";UNTIL={}T235959Z", until.strftime("%Y%m%d")),
        };
        let starts = self.starts.strftime("%Y%m%dT%H%M%S");
        let mut rule = self.rule.clone();
        if let (Some(ends), Some(written)) = (self.ends(), self.until()) {
            let later = ends.checked_add(24.hours()).unwrap_or(Timestamp::MAX);
            let later = later.to_zoned_datetime(TimeZone::UTC);
            rule = rule.replace(written, &later.strftime("%Y%m%dT%H%M%SZ").to_string());
        }
        let text = format!("DTSTART:{starts}Z\nRRULE:{rule}{end}");
        text.parse().map_err(|_| NotARecurrence::NotUnderstood)
    }

    fn days(&self, from: Date, until: Date, most: u16) -> Vec<Date> {
        let Ok(set) = self.set(until) else {
            return Vec::new();
        };
        // Bounded work, also for a rule that never comes.
        let set = set.limit();
        let all = set.into_iter().filter_map(|at| {
            let at = Timestamp::from_second(at.timestamp()).ok()?;
            Some(at.to_zoned_datetime(TimeZone::UTC).date())
        });
        let inside = all.take_while(|day| *day <= until);
        let inside = inside.skip_while(|day| *day < from);
        inside.take(usize::from(most)).collect()
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rule)
    }
}
