//! iCalendar output, read back by an independent parser; nothing leaves its field.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use icalendar::{
    Calendar, CalendarComponent, Component,
    parser::{read_calendar, unfold},
};
use jiff::{Timestamp, civil::date, tz::TimeZone};
use proptest::prelude::*;
use rhythm::{Event, calendar, read};

/// What people type to break a calendar.
const NASTY: &[&str] = &[
    "soup\r\nBEGIN:VEVENT\r\nSUMMARY:mine\r\nEND:VEVENT",
    "soup\nEND:VCALENDAR",
    "a\rBEGIN:VALARM\rACTION:DISPLAY\rEND:VALARM",
    "comma, semicolon; colon: backslash\\ quote\" end\\n",
    "\\",
    "\\;\\,\\N",
    "DTSTART:19700101T000000Z",
    "\u{2028}RRULE:FREQ=SECONDLY\u{2029}X:1\u{85}Y:2",
    "\u{0}\u{1}\u{7f}\u{b}\u{c}tab\there",
    "ñ 食 🥣 é — « » ",
    "ATTACH;VALUE=URI:file:///etc/passwd",
    "{}%n$s=HYPERLINK(\"http://x\")",
    "a; b, c\r\n d (folded)\r\n\tand more",
];

fn event(words: &str) -> Event {
    Event {
        uid: "1@rivermouth".to_owned(),
        summary: words.to_owned(),
        location: words.to_owned(),
        description: words.to_owned(),
        url: Some(words.to_owned()),
        since: date(2026, 3, 2),
        beats: read("2nd & 4th Tuesday 12:00pm - 4:00pm; Sunday").beats,
    }
}

fn write(words: &str) -> String {
    let zone = TimeZone::get("America/Chicago").unwrap();
    let now: Timestamp = "2026-03-02T15:00:00Z".parse().unwrap();
    calendar(words, &zone, now, &[event(words)])
}

/// What a text is once it has been through a calendar.
fn plain(words: &str) -> String {
    let words = words
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    words
        .chars()
        .filter(|c| *c == '\n' || !c.is_control())
        .collect()
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            other => out.push(other),
        }
    }
    out
}

/// The lines of a calendar, unfolded as RFC 5545 says.
fn lines(text: &str) -> Vec<String> {
    let whole = text.replace("\r\n ", "").replace("\r\n\t", "");
    whole.trim_end().split("\r\n").map(str::to_owned).collect()
}

fn check(words: &str) {
    let text = write(words);
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "a line of {} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "a bare line end in {line:?}");
    }
    let lines = lines(&text);
    let begins = lines
        .iter()
        .filter(|line| line.starts_with("BEGIN:VEVENT"))
        .count();
    assert_eq!(begins, 2, "{text}");
    assert_eq!(
        lines
            .iter()
            .filter(|line| line.starts_with("END:VCALENDAR"))
            .count(),
        1
    );
    const KNOWN: &[&str] = &[
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "NAME",
        "X-WR-CALNAME",
        "TZID",
        "DTSTART",
        "DTEND",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "UID",
        "DTSTAMP",
        "RRULE",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "URL",
    ];
    for line in &lines {
        let name = line.split([':', ';']).next().unwrap();
        assert!(
            KNOWN.contains(&name),
            "{line:?} is a line of its own in\n{text}"
        );
    }
    for field in ["SUMMARY", "LOCATION", "DESCRIPTION"] {
        let said = lines
            .iter()
            .filter_map(|line| line.strip_prefix(&format!("{field}:")));
        let said: Vec<String> = said.map(unescaped).collect();
        let expected = if plain(words).is_empty() && field != "SUMMARY" {
            0
        } else {
            2
        };
        assert_eq!(said.len(), expected, "{field} in\n{text}");
        for said in said {
            assert_eq!(said, plain(words), "{field}");
        }
    }
    // And another program's eyes.
    let unfolded = unfold(&text);
    let parsed = read_calendar(&unfolded).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let parsed = Calendar::from(parsed);
    let events: Vec<_> = parsed
        .components
        .iter()
        .filter_map(CalendarComponent::as_event)
        .collect();
    assert_eq!(events.len(), 2, "{text}");
    assert_eq!(
        events[0].property_value("RRULE"),
        Some("FREQ=MONTHLY;BYDAY=2TU,4TU")
    );
    assert_eq!(events[0].property_value("DTSTART"), Some("20260310T120000"));
    assert_eq!(events[0].property_value("DTEND"), Some("20260310T160000"));
    assert_eq!(
        events[1].property_value("RRULE"),
        Some("FREQ=WEEKLY;BYDAY=SU")
    );
    assert_eq!(events[1].property_value("DTSTART"), Some("20260308"));
}

#[test]
fn nothing_leaves_its_field() {
    for words in NASTY {
        check(words);
        check(&words.repeat(9));
    }
}

#[test]
fn the_zone_says_when_clocks_change() {
    let text = write("soup");
    for line in [
        "TZID:America/Chicago",
        "DTSTART;TZID=America/Chicago:20260310T120000",
        "BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500",
        "BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0600",
        "DTSTAMP:20260302T150000Z",
        "DTSTART;VALUE=DATE:20260308",
    ] {
        assert!(text.contains(line), "no {line} in\n{text}");
    }
    let now: Timestamp = "2026-03-02T15:00:00Z".parse().unwrap();
    let utc = calendar("soup", &TimeZone::UTC, now, &[event("soup")]);
    assert!(
        utc.contains("DTSTART:20260310T120000Z") && !utc.contains("VTIMEZONE"),
        "{utc}"
    );
}

#[test]
fn only_an_address_becomes_an_address() {
    let with = |url: &str| {
        let mut event = event("soup");
        event.url = Some(url.to_owned());
        let now: Timestamp = "2026-03-02T15:00:00Z".parse().unwrap();
        calendar("soup", &TimeZone::UTC, now, &[event])
    };
    assert!(with("https://example.org/t?a=1,2;b").contains("\r\nURL:https://example.org/t"));
    for not in [
        "javascript:alert(1)",
        "https://x\r\nBEGIN:VEVENT",
        "http://a b",
        "ftp://x",
    ] {
        assert!(!with(not).contains("\r\nURL:"), "{not}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_words_stay_in_their_field(words in "[\\PC\r\n\t\u{0}\u{85}\\\\,;:\"]{0,120}") {
        check(&words);
    }
}
