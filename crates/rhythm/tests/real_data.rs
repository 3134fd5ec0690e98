//! Two makerspaces' calendars: each recurring event comes when another library says it does, and is
//! written and read back the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use icalendar::{
    Calendar, Component, Event,
    parser::{read_calendar, unfold},
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime, date},
    tz::TimeZone,
};
use rhythm::{Planned, Recurrence, planned_calendar};
use std::{fs, path::Path};

const FILES: [(&str, &str); 2] = [
    ("fablab", "fablab_cottbus.ics"),
    ("machbar", "machbar_16_feb_2019.ics"),
];
const EXPECTED: &str = include_str!("makerspaces.txt");
const FROM: Date = date(2017, 1, 1);
const UNTIL: Date = date(2019, 12, 31);

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").unwrap()
}

fn events(text: &str) -> Vec<Event> {
    let unfolded = unfold(text);
    let read = Calendar::from(read_calendar(&unfolded).unwrap());
    let events = read.components.iter().filter_map(|part| part.as_event());
    events.cloned().collect()
}

fn recurring(file: &str) -> Vec<(String, DateTime)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data/ics-recurring-calendars/dev")
        .join(file);
    let text = fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("the data of this test is not at {}: {e}", path.display()));
    let with_a_rule = events(&text).into_iter().filter_map(|event| {
        let rule = event.property_value("RRULE")?.to_owned();
        let starts = starts(event.property_value("DTSTART")?);
        Some((rule, starts))
    });
    with_a_rule.collect()
}

fn starts(text: &str) -> DateTime {
    match text.strip_suffix('Z') {
        Some(utc) => {
            let at = DateTime::strptime("%Y%m%dT%H%M%S", utc).unwrap();
            let at = at.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp();
            at.to_zoned_datetime(berlin()).datetime()
        }
        None if text.contains('T') => DateTime::strptime("%Y%m%dT%H%M%S", text).unwrap(),
        None => Date::strptime("%Y%m%d", text).unwrap().at(0, 0, 0, 0),
    }
}

fn said(moment: Timestamp) -> String {
    let there = moment.to_zoned_datetime(berlin());
    let offset = there.offset().seconds() / 3600;
    format!("{}{offset:+03}", there.strftime("%Y-%m-%dT%H:%M"))
}

#[test]
fn real_data_every_event_comes_when_another_library_says() {
    let mut lines = Vec::new();
    for (name, file) in FILES {
        for (n, (rule, starts)) in recurring(file).into_iter().enumerate() {
            let comes = Recurrence::new(&rule, starts).unwrap_or_else(|e| panic!("{rule}: {e}"));
            let times = comes.times(FROM, UNTIL, &berlin());
            assert!(times.iter().all(|time| !time.moved));
            let times: Vec<String> = times.iter().map(|time| said(time.moment)).collect();
            lines.push(format!("{name} {}: {}", n + 1, times.join(" ")));
        }
    }
    let expected = EXPECTED.lines().filter(|line| !line.starts_with('#'));
    let expected: Vec<String> = expected.map(|line| line.trim_end().to_owned()).collect();
    assert_eq!(lines.len(), 25);
    for (ours, theirs) in lines.iter().zip(&expected) {
        assert_eq!(ours.trim_end(), theirs);
    }
    assert_eq!(lines.len(), expected.len());
    let all: usize = expected.iter().map(|line| line.matches('T').count()).sum();
    assert!(all > 500, "{all} times are compared");
}

/// Written by us and read back by the other parser, with the rule bounded to the same times.
#[test]
fn real_data_every_event_is_written_and_read_back() {
    let now: Timestamp = "2019-02-16T12:00:00Z".parse().unwrap();
    for (_, file) in FILES {
        for (rule, starts) in recurring(file) {
            let comes = Recurrence::new(&rule, starts).unwrap();
            let times = comes.times(starts.date(), UNTIL, &berlin());
            let planned = Planned {
                uid: "1@makers".to_owned(),
                summary: "Open".to_owned(),
                location: String::new(),
                starts,
                minutes: 60,
                rule: Some(rule.clone()),
                except: Vec::new(),
                until: UNTIL,
            };
            let text = planned_calendar("Makers", &berlin(), now, &[planned]);
            let [event] = &events(&text)[..] else {
                panic!("{text}")
            };
            let first = self::starts(event.property_value("DTSTART").unwrap());
            let again = event.property_value("RRULE").unwrap();
            let again = Recurrence::new(again, first).unwrap_or_else(|e| panic!("{again}: {e}"));
            let read = again.times(first.date(), date(2030, 1, 1), &berlin());
            assert_eq!(read, times, "{rule} as\n{text}");
        }
    }
}
