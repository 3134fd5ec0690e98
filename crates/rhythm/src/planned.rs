//! What is planned, as iCalendar (RFC 5545): once, or by a recurrence rule until a day, with the days
//! on which it is left out.

use crate::{
    Recurrence,
    calendar::{add_time, text, utc, words, written},
};
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarValue,
};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime},
    tz::TimeZone,
};

/// Something planned, as it goes into a calendar.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Unique and lasting.
    pub uid: String,
    /// What it is called.
    pub summary: String,
    /// Where it is; empty where that is not said.
    pub location: String,
    /// From when on, on the wall of the place.
    pub starts: DateTime,
    /// How many minutes; 0 where nobody said.
    pub minutes: u16,
    /// The recurrence rule, where it comes again.
    pub rule: Option<String>,
    /// Days on which it is left out.
    pub except: Vec<Date>,
    /// The last day it can be on.
    pub until: Date,
}

/// Writes what is planned as one calendar, in the zone of the place, made at a moment. A rule always
/// ends there, whatever it says: none goes on without an end. What never comes is left out.
pub fn planned_calendar(
    name: &str,
    zone: &TimeZone,
    now: Timestamp,
    planned: &[Planned],
) -> String {
    let earliest = planned.iter().map(|one| one.starts.date()).min();
    let entries = planned.iter().filter_map(|one| entry(one, zone, now));
    written(name, "Calendar", (zone, now, earliest), entries)
}

fn entry(planned: &Planned, zone: &TimeZone, now: Timestamp) -> Option<ICalendarComponent> {
    let (starts, rule) = match &planned.rule {
        None => (planned.starts, None),
        Some(rule) => {
            let comes = Recurrence::new(rule, planned.starts).ok()?;
            let times = comes.times(planned.starts.date(), planned.until, zone);
            // The day it begins on is one of its times, or calendars would show one too many.
            let (first, last) = (times.first()?.day, times.last()?.day);
            let rule = until(rule, last, zone)?;
            (first.to_datetime(planned.starts.time()), Some(rule))
        }
    };
    let mut entry = ICalendarComponent::new(ICalendarComponentType::VEvent);
    entry.add_property(ICalendarProperty::Uid, text(&planned.uid));
    entry.add_dtstamp(utc(now));
    add_time(&mut entry, ICalendarProperty::Dtstart, starts, zone);
    if planned.minutes > 0 {
        let end = starts.checked_add(i64::from(planned.minutes).minutes());
        add_time(&mut entry, ICalendarProperty::Dtend, end.ok()?, zone);
    }
    if let Some(rule) = rule {
        entry.add_property(ICalendarProperty::Rrule, rule);
        for day in &planned.except {
            let at = day.to_datetime(planned.starts.time());
            add_time(&mut entry, ICalendarProperty::Exdate, at, zone);
        }
    }
    entry.add_property(ICalendarProperty::Summary, text(&planned.summary));
    if let Some(location) = words(&planned.location) {
        entry.add_property(ICalendarProperty::Location, location);
    }
    Some(entry)
}

/// A rule that ends with a day: by a moment of UTC, as RFC 5545 wants it where a zone is named.
fn until(rule: &str, last: Date, zone: &TimeZone) -> Option<ICalendarRecurrenceRule> {
    let text = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        rule.trim().trim_start_matches("RRULE:")
    );
    let read = ICalendar::parse(text).ok()?;
    let mut entries = read.components.into_iter().flat_map(|part| part.entries);
    let mut rule = entries.find_map(|entry: ICalendarEntry| {
        let values = entry.values.into_iter();
        values
            .filter_map(|value| match value {
                ICalendarValue::RecurrenceRule(rule) => Some(*rule),
                _ => None,
            })
            .next()
    })?;
    let end = last
        .at(23, 59, 59, 0)
        .to_zoned_datetime(zone.clone())
        .ok()?;
    rule.count = None;
    rule.until = Some(utc(end.timestamp()));
    Some(rule)
}
