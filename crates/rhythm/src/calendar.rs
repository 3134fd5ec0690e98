//! A rhythm as iCalendar (RFC 5545), for the calendars people already have.

use crate::{
    beat::{Beat, Hours, On, number},
    dates::{changes, first_day},
};
use calcard::{
    common::PartialDateTime,
    icalendar::{
        ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarDay, ICalendarFrequency,
        ICalendarParameter, ICalendarProperty, ICalendarRecurrenceRule, ICalendarValue,
        ICalendarValueType, ICalendarWeekday,
    },
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::{Offset, TimeZone},
};

/// A rhythm as it goes into a calendar. Each beat becomes an event of its own.
#[derive(Debug, Clone)]
pub struct Event {
    /// Unique and lasting; beats after the first get a number behind it.
    pub uid: String,
    /// What it is called.
    pub summary: String,
    /// Where it is.
    pub location: String,
    /// What there is to know.
    pub description: String,
    /// Where it can be read whole; an address or nothing.
    pub url: Option<String>,
    /// From which day on.
    pub since: Date,
    /// The rhythm.
    pub beats: Vec<Beat>,
}

/// Writes events as one calendar, in the zone of the place, made at a moment. What events say
/// stays inside its field, whatever it says.
pub fn calendar(name: &str, zone: &TimeZone, now: Timestamp, events: &[Event]) -> String {
    let earliest = events.iter().map(|event| event.since).min();
    let entries = events.iter().flat_map(|event| {
        let beats = event.beats.iter().enumerate();
        beats.filter_map(|(index, beat)| one(event, index, beat, zone, now))
    });
    written(name, "Open tables", (zone, now, earliest), entries)
}

/// A calendar of these entries, of which the earliest begins on a day, in the zone of the place.
pub(crate) fn written(
    name: &str,
    what: &str,
    (zone, now, earliest): (&TimeZone, Timestamp, Option<Date>),
    entries: impl IntoIterator<Item = ICalendarComponent>,
) -> String {
    let mut whole = ICalendar::default();
    let mut head = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    head.add_property(ICalendarProperty::Version, text("2.0"));
    head.add_property(
        ICalendarProperty::Prodid,
        text(&format!("-//Holdfast//{what}//EN")),
    );
    head.add_property(ICalendarProperty::Name, text(name));
    head.add_property(
        ICalendarProperty::Other("X-WR-CALNAME".to_owned()),
        text(name),
    );
    whole.components.push(head);
    let since = earliest.map_or(now, |day| moment(day, zone).min(now));
    if let Some(id) = zone.iana_name().filter(|id| *id != "UTC") {
        add_zone(&mut whole, id, zone, since);
    }
    for entry in entries {
        let child = add(&mut whole, entry);
        whole.components[0].component_ids.push(child);
    }
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = whole.write_to(&mut out);
    out
}

fn add(whole: &mut ICalendar, component: ICalendarComponent) -> u32 {
    whole.components.push(component);
    u32::try_from(whole.components.len() - 1).unwrap_or(0)
}

/// Text without what no text of a calendar may hold (RFC 5545, 3.1): control characters other
/// than the line feed. The writer escapes the rest.
pub(crate) fn text(typed: &str) -> ICalendarValue {
    ICalendarValue::Text(plain(typed))
}

fn plain(typed: &str) -> String {
    let plain = typed
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    let allowed = |sign: &char| *sign == '\n' || !sign.is_control();
    plain.chars().filter(allowed).collect()
}

/// Words for a field that is left out where nothing of them can stand in it.
pub(crate) fn words(typed: &str) -> Option<ICalendarValue> {
    Some(plain(typed))
        .filter(|words| !words.is_empty())
        .map(ICalendarValue::Text)
}

fn moment(day: Date, zone: &TimeZone) -> Timestamp {
    day.at(0, 0, 0, 0)
        .to_zoned_datetime(zone.clone())
        .map_or(Timestamp::UNIX_EPOCH, |at| at.timestamp())
}

fn local(at: DateTime) -> PartialDateTime {
    PartialDateTime {
        hour: Some(at.hour().unsigned_abs()),
        minute: Some(at.minute().unsigned_abs()),
        second: Some(at.second().unsigned_abs()),
        ..date(at.date())
    }
}

fn date(day: Date) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(day.year()).ok(),
        month: Some(day.month().unsigned_abs()),
        day: Some(day.day().unsigned_abs()),
        ..PartialDateTime::default()
    }
}

pub(crate) fn utc(at: Timestamp) -> PartialDateTime {
    PartialDateTime {
        tz_hour: Some(0),
        tz_minute: Some(0),
        ..local(at.to_zoned_datetime(TimeZone::UTC).datetime())
    }
}

fn one(
    event: &Event,
    index: usize,
    beat: &Beat,
    zone: &TimeZone,
    now: Timestamp,
) -> Option<ICalendarComponent> {
    let day = first_day(beat, event.since)?;
    let mut entry = ICalendarComponent::new(ICalendarComponentType::VEvent);
    let uid = match index {
        0 => event.uid.clone(),
        _ => format!("{}-{}", event.uid, index + 1),
    };
    entry.add_property(ICalendarProperty::Uid, text(&uid));
    entry.add_dtstamp(utc(now));
    match beat.hours {
        None => {
            let all_day = || [ICalendarParameter::value(ICalendarValueType::Date)];
            entry.add_property_with_params(ICalendarProperty::Dtstart, all_day(), date(day));
        }
        Some(Hours { from, until }) => {
            let start = day.to_datetime(from);
            add_time(&mut entry, ICalendarProperty::Dtstart, start, zone);
            if let Some(until) = until {
                let last = if until > from {
                    day
                } else {
                    day.tomorrow().ok()?
                };
                let end = last.to_datetime(until);
                add_time(&mut entry, ICalendarProperty::Dtend, end, zone);
            }
        }
    }
    entry.add_property(ICalendarProperty::Rrule, rule(beat));
    entry.add_property(ICalendarProperty::Summary, text(&event.summary));
    if let Some(location) = words(&event.location) {
        entry.add_property(ICalendarProperty::Location, location);
    }
    if let Some(description) = words(&event.description) {
        entry.add_property(ICalendarProperty::Description, description);
    }
    if let Some(url) = event.url.as_deref().filter(|url| is_address(url)) {
        let url = calcard::icalendar::Uri::Location(url.to_owned());
        entry.add_property(ICalendarProperty::Url, ICalendarValue::Uri(url));
    }
    Some(entry)
}

/// An address may hold nothing that would end its line or its value.
fn is_address(url: &str) -> bool {
    let plain = |sign: char| {
        sign.is_ascii_graphic() && !matches!(sign, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '}')
    };
    (url.starts_with("https://") || url.starts_with("http://")) && url.chars().all(plain)
}

pub(crate) fn add_time(
    entry: &mut ICalendarComponent,
    name: ICalendarProperty,
    at: DateTime,
    zone: &TimeZone,
) {
    match zone.iana_name() {
        Some("UTC") | None => {
            let zoned = at.to_zoned_datetime(zone.clone());
            let at = zoned.map_or(Timestamp::UNIX_EPOCH, |at| at.timestamp());
            entry.add_property(name, utc(at));
        }
        Some(id) => {
            let zone = [ICalendarParameter::tzid(id.to_owned())];
            entry.add_property_with_params(name, zone, local(at));
        }
    }
}

fn rule(beat: &Beat) -> ICalendarRecurrenceRule {
    const WEEK: [ICalendarWeekday; 7] = [
        ICalendarWeekday::Monday,
        ICalendarWeekday::Tuesday,
        ICalendarWeekday::Wednesday,
        ICalendarWeekday::Thursday,
        ICalendarWeekday::Friday,
        ICalendarWeekday::Saturday,
        ICalendarWeekday::Sunday,
    ];
    let day = |ordwk, weekday| ICalendarDay {
        ordwk,
        weekday: WEEK[number(weekday)],
    };
    let (freq, byday) = match &beat.on {
        On::Weekly(days) => (
            ICalendarFrequency::Weekly,
            days.iter().map(|weekday| day(None, *weekday)).collect(),
        ),
        On::Monthly(days) => (
            ICalendarFrequency::Monthly,
            days.iter()
                .map(|(nth, weekday)| day(Some(i16::from(*nth)), *weekday))
                .collect(),
        ),
    };
    ICalendarRecurrenceRule {
        freq,
        byday,
        ..ICalendarRecurrenceRule::default()
    }
}

/// The zone's changes one by one (RFC 5545, 3.6.5), from before the first event on. After the last
/// of them a calendar asks again.
fn add_zone(whole: &mut ICalendar, id: &str, zone: &TimeZone, since: Timestamp) {
    let first = zone.to_offset_info(since);
    let start = since.to_zoned_datetime(zone.clone()).datetime();
    let offset = first.offset().seconds();
    let mut children = vec![observance(
        whole,
        start,
        offset,
        offset,
        first.dst().is_dst(),
    )];
    for (at, before, after, summer) in changes(zone, since) {
        // A change is written in the local time before it.
        let Ok(before_it) = Offset::from_seconds(before) else {
            continue;
        };
        let local = before_it.to_datetime(at);
        children.push(observance(whole, local, before, after, summer));
    }
    let mut zone = ICalendarComponent::new(ICalendarComponentType::VTimezone);
    zone.add_property(ICalendarProperty::Tzid, text(id));
    zone.component_ids = children;
    let child = add(whole, zone);
    whole.components[0].component_ids.push(child);
}

fn observance(whole: &mut ICalendar, at: DateTime, from: i32, to: i32, summer: bool) -> u32 {
    let kind = if summer {
        ICalendarComponentType::Daylight
    } else {
        ICalendarComponentType::Standard
    };
    let mut entry = ICalendarComponent::new(kind);
    entry.add_property(ICalendarProperty::Dtstart, local(at));
    entry.add_property(ICalendarProperty::Tzoffsetfrom, offset(from));
    entry.add_property(ICalendarProperty::Tzoffsetto, offset(to));
    add(whole, entry)
}

fn offset(seconds: i32) -> PartialDateTime {
    let minutes = seconds.unsigned_abs() / 60;
    PartialDateTime {
        tz_hour: u8::try_from(minutes / 60).ok(),
        tz_minute: u8::try_from(minutes % 60).ok(),
        tz_minus: seconds < 0,
        ..PartialDateTime::default()
    }
}
