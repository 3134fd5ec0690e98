//! What is planned, written as iCalendar and read back: by another parser, and by a library that
//! expands the rule in its zone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use icalendar::{
    Calendar, Component, Event,
    parser::{read_calendar, unfold},
};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, date},
    tz::TimeZone,
};
use proptest::prelude::*;
use rhythm::{Planned, Recurrence, planned_calendar};
use rrule::RRuleSet;

const ZONE: &str = "America/Chicago";

fn zone() -> TimeZone {
    TimeZone::get(ZONE).unwrap()
}

fn distro() -> Planned {
    Planned {
        uid: "1@rivermouth".to_owned(),
        summary: "Distro; and, more".to_owned(),
        location: String::new(),
        starts: date(2026, 2, 28).at(10, 0, 0, 0),
        minutes: 120,
        rule: Some("FREQ=WEEKLY;BYDAY=SA".to_owned()),
        except: vec![date(2026, 4, 4)],
        until: date(2026, 5, 30),
    }
}

fn write(planned: &[Planned]) -> String {
    let now: Timestamp = "2026-03-02T15:00:00Z".parse().unwrap();
    planned_calendar("Calendar", &zone(), now, planned)
}

fn events(text: &str) -> Vec<Event> {
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "a line of {} octets: {line}", line.len());
    }
    let unfolded = unfold(text);
    let read = read_calendar(&unfolded).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let read = Calendar::from(read);
    let events = read.components.iter().filter_map(|part| part.as_event());
    events.cloned().collect()
}

/// When an event comes, by another library, in the zone the event names.
fn expanded(event: &Event) -> Vec<Timestamp> {
    let of = |name: &str| event.property_value(name).unwrap_or_default().to_owned();
    let mut text = format!(
        "DTSTART;TZID={ZONE}:{}\nRRULE:{}",
        of("DTSTART"),
        of("RRULE")
    );
    let except = event.multi_properties().get("EXDATE");
    for exdate in except.into_iter().flatten() {
        text.push_str(&format!("\nEXDATE;TZID={ZONE}:{}", exdate.value()));
    }
    let set: RRuleSet = text.parse().unwrap_or_else(|e| panic!("{e}\n{text}"));
    let all = set.all(2000).dates;
    all.iter()
        .map(|at| Timestamp::from_second(at.timestamp()).unwrap())
        .collect()
}

fn ours(planned: &Planned) -> Vec<Timestamp> {
    let comes = Recurrence::new(planned.rule.as_deref().unwrap(), planned.starts).unwrap();
    let times = comes.times(planned.starts.date(), planned.until, &zone());
    let kept = times
        .iter()
        .filter(|time| !planned.except.contains(&time.day));
    kept.map(|time| time.moment).collect()
}

#[test]
fn a_weekly_time_is_read_back_with_its_end_and_what_is_left_out() {
    let text = write(&[distro()]);
    let [event] = &events(&text)[..] else {
        panic!("{text}")
    };
    assert_eq!(event.property_value("DTSTART"), Some("20260228T100000"));
    assert_eq!(event.property_value("DTEND"), Some("20260228T120000"));
    // Saturday 30 May, to its end in Chicago.
    assert_eq!(
        event.property_value("RRULE"),
        Some("FREQ=WEEKLY;UNTIL=20260531T045959Z;BYDAY=SA")
    );
    assert!(
        text.contains("EXDATE;TZID=America/Chicago:20260404T100000"),
        "{text}"
    );
    assert!(text.contains("SUMMARY:Distro\\; and\\, more"), "{text}");
    assert!(!text.contains("LOCATION"), "{text}");
    assert_eq!(ours(&distro()).len(), 13);
    assert_eq!(expanded(event), ours(&distro()));
}

#[test]
fn every_rule_gets_an_end_and_begins_on_one_of_its_days() {
    let mut planned = distro();
    planned.except.clear();
    // From a Monday on, five times: the first is a Saturday.
    planned.starts = date(2026, 3, 2).at(10, 0, 0, 0);
    planned.rule = Some("RRULE:FREQ=WEEKLY;BYDAY=SA;COUNT=5".to_owned());
    let text = write(&[planned]);
    let [event] = &events(&text)[..] else {
        panic!("{text}")
    };
    assert_eq!(event.property_value("DTSTART"), Some("20260307T100000"));
    assert_eq!(
        event.property_value("RRULE"),
        Some("FREQ=WEEKLY;UNTIL=20260405T045959Z;BYDAY=SA")
    );
    // Once, and never.
    let once = Planned {
        rule: None,
        ..distro()
    };
    let text = write(&[once]);
    assert!(!text.contains("RRULE"), "{text}");
    let never = Planned {
        until: date(2026, 2, 27),
        ..distro()
    };
    assert!(events(&write(&[never])).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever rule: what another library reads in the calendar is when it comes by ours, across
    /// clock changes too.
    #[test]
    fn another_library_reads_the_same_times(
        start in 0i64..600,
        hour in 4i8..23,
        season in 1i64..366,
        rule in prop::sample::select(vec![
            "FREQ=WEEKLY;BYDAY=SA",
            "FREQ=WEEKLY;BYDAY=TU,FR",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU",
            "FREQ=MONTHLY;BYDAY=2TU,4TU",
            "FREQ=MONTHLY;BYDAY=-1FR",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=DAILY;INTERVAL=10",
            "FREQ=YEARLY;BYMONTH=3,11;BYDAY=1SU",
        ]),
        out in prop::collection::vec(0usize..40, 0..4),
    ) {
        let first: Date = date(2025, 6, 1).checked_add(start.days()).unwrap();
        let mut planned = Planned {
            starts: first.at(hour, 30, 0, 0),
            rule: Some(rule.to_owned()),
            except: Vec::new(),
            until: first.checked_add(season.days()).unwrap(),
            ..distro()
        };
        let comes = Recurrence::new(rule, planned.starts).unwrap();
        let times = comes.times(first, planned.until, &zone());
        planned.except = out.iter().filter_map(|n| times.get(*n)).map(|time| time.day).collect();
        planned.except.sort();
        planned.except.dedup();
        let text = write(std::slice::from_ref(&planned));
        let events = events(&text);
        prop_assert_eq!(events.len(), usize::from(!times.is_empty()));
        if let Some(event) = events.first() {
            prop_assert_eq!(expanded(event), ours(&planned), "{}", text);
        }
    }
}
