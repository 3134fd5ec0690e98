//! When something comes again: by rules of RFC 5545, at hours on the wall.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use jiff::{
    civil::{Date, DateTime, Weekday, date},
    tz::TimeZone,
};
use proptest::prelude::*;
use rhythm::{NotARecurrence, Recurrence};

fn chicago() -> TimeZone {
    TimeZone::get("America/Chicago").unwrap()
}

fn rule(text: &str, starts: DateTime) -> Recurrence {
    Recurrence::new(text, starts).unwrap()
}

fn days(of: &Recurrence, from: Date, until: Date) -> Vec<Date> {
    of.times(from, until, &chicago())
        .iter()
        .map(|t| t.day)
        .collect()
}

#[test]
fn tuesdays_and_fridays_come_on_tuesdays_and_fridays() {
    let runs = rule("FREQ=WEEKLY;BYDAY=TU,FR", date(2026, 3, 2).at(17, 0, 0, 0));
    let found = days(&runs, date(2026, 3, 2), date(2026, 3, 13));
    assert_eq!(
        found,
        [
            date(2026, 3, 3),
            date(2026, 3, 6),
            date(2026, 3, 10),
            date(2026, 3, 13)
        ]
    );
    assert_eq!(runs.weekdays(), [Weekday::Tuesday, Weekday::Friday]);
    let fridays = runs.only_on(&[Weekday::Friday]).unwrap();
    assert_eq!(fridays.rule(), "FREQ=WEEKLY;BYDAY=FR");
    assert_eq!(
        runs.only_on(&[Weekday::Monday]),
        Err(NotARecurrence::NeverComes)
    );
}

#[test]
fn every_other_week_counts_from_its_first_week() {
    let every =
        Recurrence::weekly(&[Weekday::Wednesday], 2, date(2026, 3, 4).at(9, 0, 0, 0)).unwrap();
    assert_eq!(every.rule(), "FREQ=WEEKLY;BYDAY=WE;INTERVAL=2");
    let found = days(&every, date(2026, 3, 1), date(2026, 4, 5));
    assert_eq!(
        found,
        [date(2026, 3, 4), date(2026, 3, 18), date(2026, 4, 1)]
    );
}

/// Clocks in Chicago go forward on 8 March 2026 and back on 1 November.
#[test]
fn a_weekly_hour_stays_at_its_hour_on_the_wall() {
    let distro = rule("FREQ=WEEKLY;BYDAY=SA", date(2026, 2, 28).at(10, 0, 0, 0));
    let times = distro.times(date(2026, 2, 28), date(2026, 11, 30), &chicago());
    assert_eq!(times.len(), 40);
    for time in &times {
        assert_eq!(
            (time.at.hour(), time.at.minute(), time.moved),
            (10, 0, false)
        );
        let there = time.moment.to_zoned_datetime(chicago());
        assert_eq!(there.datetime(), time.at);
    }
    let hours_between =
        |n: usize| (times[n + 1].moment.as_second() - times[n].moment.as_second()) / 3600;
    assert_eq!(hours_between(0), 168);
    assert_eq!(hours_between(1), 167);
}

#[test]
fn an_hour_that_clocks_skip_is_moved_and_says_so() {
    let night = rule("FREQ=WEEKLY;BYDAY=SU", date(2026, 3, 1).at(2, 30, 0, 0));
    let times = night.times(date(2026, 3, 1), date(2026, 3, 15), &chicago());
    let said: Vec<_> = times.iter().map(|t| (t.at, t.moved)).collect();
    assert_eq!(
        said,
        [
            (date(2026, 3, 1).at(2, 30, 0, 0), false),
            (date(2026, 3, 8).at(3, 30, 0, 0), true),
            (date(2026, 3, 15).at(2, 30, 0, 0), false),
        ]
    );
    // Where clocks go back it comes once, the first time.
    let times = night.times(date(2026, 11, 1), date(2026, 11, 1), &chicago());
    assert_eq!(times.len(), 1);
    assert!(!times[0].moved);
}

#[test]
fn another_zone_keeps_the_hour_on_the_wall() {
    let distro = rule("FREQ=WEEKLY;BYDAY=SA", date(2026, 2, 28).at(10, 0, 0, 0));
    let madrid = TimeZone::get("Europe/Madrid").unwrap();
    for time in distro.times(date(2026, 3, 1), date(2026, 6, 1), &madrid) {
        assert_eq!(time.at.hour(), 10);
        assert_eq!(time.moment.to_zoned_datetime(madrid.clone()).hour(), 10);
    }
}

#[test]
fn the_next_time_is_after_now_and_not_before_it_began() {
    let runs = rule("FREQ=WEEKLY;BYDAY=TU", date(2026, 3, 3).at(17, 0, 0, 0));
    let at = |hour| {
        date(2026, 3, 10)
            .at(hour, 0, 0, 0)
            .to_zoned_datetime(chicago())
            .unwrap()
            .timestamp()
    };
    assert_eq!(
        runs.next(at(16), &chicago()).unwrap().day,
        date(2026, 3, 10)
    );
    assert_eq!(
        runs.next(at(17), &chicago()).unwrap().day,
        date(2026, 3, 17)
    );
    let before = date(2026, 1, 1)
        .at(0, 0, 0, 0)
        .to_zoned_datetime(chicago())
        .unwrap()
        .timestamp();
    assert_eq!(runs.next(before, &chicago()).unwrap().day, date(2026, 3, 3));
}

#[test]
fn what_nobody_could_keep_to_is_refused() {
    let starts = date(2026, 3, 2).at(9, 0, 0, 0);
    for never in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20200101T000000Z",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4",
    ] {
        assert_eq!(
            Recurrence::new(never, starts),
            Err(NotARecurrence::NeverComes),
            "{never}"
        );
    }
    for often in [
        "FREQ=SECONDLY",
        "FREQ=HOURLY;INTERVAL=2",
        "FREQ=DAILY;BYHOUR=9,10",
        "freq=minutely",
    ] {
        assert_eq!(
            Recurrence::new(often, starts),
            Err(NotARecurrence::TooOften),
            "{often}"
        );
    }
    for nonsense in [
        "",
        "every Tuesday",
        "FREQ=WEEKLY\nEXDATE:2026",
        "BYDAY=TU",
        "FREQ=FORTNIGHTLY",
        "FREQ=WEEKLY;BYDAY=XX",
    ] {
        assert_eq!(
            Recurrence::new(nonsense, starts),
            Err(NotARecurrence::NotUnderstood),
            "{nonsense}"
        );
    }
    let long = format!("FREQ=YEARLY;BYYEARDAY={}", vec!["1"; 400].join(","));
    assert_eq!(
        Recurrence::new(&long, starts),
        Err(NotARecurrence::NotUnderstood)
    );
}

#[test]
fn a_rule_without_an_end_is_asked_for_a_while_only() {
    let daily = rule("FREQ=DAILY", date(2026, 1, 1).at(8, 0, 0, 0));
    assert_eq!(days(&daily, date(2026, 1, 1), date(2026, 1, 31)).len(), 31);
    assert_eq!(days(&daily, date(2026, 1, 1), date(9000, 1, 1)).len(), 1000);
}

proptest! {
    /// Whatever is typed is read in bounded time, and what is taken comes on or after its beginning.
    #[test]
    fn nothing_typed_hangs_or_comes_too_early(
        text in "(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL=[0-9]{1,3}|BYDAY=-?[1-5]?(MO|TU|SU)|BYMONTHDAY=-?[0-9]{1,2}|BYMONTH=[0-9]{1,2}|COUNT=[0-9]{1,3}|BYSETPOS=-?[0-9]|WKST=SU)){0,3}|\\PC{0,40})"
    ) {
        let starts = date(2026, 3, 2).at(9, 30, 0, 0);
        if let Ok(read) = Recurrence::new(&text, starts) {
            let times = read.times(date(2020, 1, 1), date(2031, 1, 1), &chicago());
            prop_assert!(times.iter().all(|time| time.day >= starts.date()));
            prop_assert!(times.windows(2).all(|two| two[0].moment < two[1].moment));
        }
    }
}
