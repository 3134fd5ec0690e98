//! Times, closings and next dates.

use super::*;
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use kernel::Day;
use proptest::prelude::*;
use rhythm::Recurrence;

fn chicago() -> TimeZone {
    TimeZone::get("America/Chicago").unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn at(text: &str) -> Timestamp {
    let at: DateTime = text.replace(' ', "T").parse().unwrap();
    at.to_zoned_datetime(chicago()).unwrap().timestamp()
}

/// Aid distro: every Saturday at ten, until 30 May 2026.
fn distro() -> Recurrence {
    let first = day("2026-02-28").date().at(10, 0, 0, 0);
    Recurrence::new("FREQ=WEEKLY;BYDAY=SA", first).unwrap()
}

fn plan<'a>(comes: &'a Recurrence, zone: &'a TimeZone, happened: &'a [Happened]) -> Plan<'a> {
    Plan {
        comes,
        zone,
        season: day("2026-05-30"),
        happened,
    }
}

const NO_REST: fn(Day) -> bool = |_| false;

fn writes(closing: Result<Closing, CadenceRefusal>) -> Vec<(String, Fate, Option<String>)> {
    let Ok(Closing::Writes(all)) = closing else {
        panic!("{closing:?}");
    };
    let said = |one: Happened| {
        let day = one.next.or(one.moved).map(|day| day.to_string());
        (one.on.to_string(), one.fate, day)
    };
    all.into_iter().map(said).collect()
}

fn held(on: &str, next: &str) -> Happened {
    Happened {
        on: day(on),
        fate: Fate::Held,
        moved: None,
        next: Day::parse(next),
    }
}

#[test]
fn closing_without_a_next_date_asks_once_and_writes_it() {
    let (comes, zone) = (distro(), chicago());
    let plan = plan(&comes, &zone, &[]);
    let this = (day("2026-03-07"), How::Held);
    let today = day("2026-03-07");
    let Ok(Closing::Asks(next)) = plan.close(this, None, (today, NO_REST)) else {
        panic!("it does not ask");
    };
    assert_eq!(next.day, day("2026-03-14"));
    let done = plan.close(this, Some(next.day), (today, NO_REST));
    assert_eq!(
        writes(done),
        [("2026-03-07".into(), Fate::Held, Some("2026-03-14".into()))]
    );
}

#[test]
fn another_next_date_moves_or_leaves_out_what_lies_before() {
    let (comes, zone) = (distro(), chicago());
    let plan = plan(&comes, &zone, &[]);
    let close = |next: &str| {
        let this = (day("2026-03-07"), How::Held);
        plan.close(this, Some(day(next)), (day("2026-03-07"), NO_REST))
    };
    // A Thursday earlier, a Sunday later, a Saturday more, a Sunday after two.
    assert_eq!(
        writes(close("2026-03-12"))[1..],
        [("2026-03-14".into(), Fate::Moved, Some("2026-03-12".into()))]
    );
    assert_eq!(
        writes(close("2026-03-15"))[1..],
        [("2026-03-14".into(), Fate::Moved, Some("2026-03-15".into()))]
    );
    assert_eq!(
        writes(close("2026-03-21"))[1..],
        [("2026-03-14".into(), Fate::Rested, None)]
    );
    assert_eq!(
        writes(close("2026-03-22"))[1..],
        [
            ("2026-03-14".into(), Fate::Moved, Some("2026-03-22".into())),
            ("2026-03-21".into(), Fate::Rested, None)
        ]
    );
    for out in ["2026-03-07", "2026-03-01", "2026-05-31"] {
        let no = Err(CadenceRefusal::NextBetween(day("2026-05-30")));
        assert_eq!(close(out), no);
    }
}

#[test]
fn there_is_one_next_date_whatever_the_clock_says() {
    let (comes, zone) = (distro(), chicago());
    let all = [held("2026-03-07", "2026-03-14")];
    let plan = plan(&comes, &zone, &all);
    let close = |on: &str, today: &str| {
        let next = Some(day("2026-03-14"));
        plan.close((day(on), How::Held), next, (day(today), NO_REST))
    };
    assert_eq!(
        close("2026-03-07", "2026-03-01"),
        Err(CadenceRefusal::ClosedAlready)
    );
    assert_eq!(
        close("2026-03-14", "2026-03-01"),
        Err(CadenceRefusal::NotYet)
    );
    // A time that is closed late has no next date of its own.
    assert_eq!(
        writes(close("2026-02-28", "2026-03-01")),
        [("2026-02-28".into(), Fate::Held, None)]
    );
    assert_eq!(
        close("2026-03-08", "2026-03-09"),
        Err(CadenceRefusal::NotPlanned)
    );
}

#[test]
fn a_rest_season_is_stepped_over_and_the_last_time_has_no_next() {
    let (comes, zone) = (distro(), chicago());
    let plan = plan(&comes, &zone, &[]);
    let resting = |on: Day| (day("2026-03-10")..=day("2026-03-24")).contains(&on);
    let this = (day("2026-03-07"), How::Held);
    let closing = plan.close(this, None, (day("2026-03-07"), resting));
    let Ok(Closing::Asks(next)) = closing else {
        panic!("it does not ask");
    };
    assert_eq!(next.day, day("2026-03-28"));
    let last = (day("2026-05-30"), How::Held);
    let done = plan.close(last, None, (day("2026-05-30"), NO_REST));
    assert_eq!(writes(done), [("2026-05-30".into(), Fate::Held, None)]);
}

#[test]
fn only_the_last_time_waits_for_a_word() {
    let (comes, zone) = (distro(), chicago());
    let open = plan(&comes, &zone, &[]);
    let waits = open.to_close(at("2026-03-22 12:00")).unwrap();
    assert_eq!(waits.day, day("2026-03-21"));
    assert_eq!(open.to_close(at("2026-02-28 09:59")), None);
    let all = [held("2026-03-21", "2026-03-28")];
    let closed = plan(&comes, &zone, &all);
    assert_eq!(closed.to_close(at("2026-03-22 12:00")), None);
}

#[test]
fn the_circle_met_four_of_its_last_five_planned_times() {
    let (comes, zone) = (distro(), chicago());
    let all = [
        held("2026-02-28", ""),
        held("2026-03-07", ""),
        held("2026-03-21", ""),
        held("2026-03-28", ""),
        Happened {
            fate: Fate::Rested,
            ..held("2026-04-04", "")
        },
        held("2026-04-11", ""),
    ];
    let plan = plan(&comes, &zone, &all);
    assert_eq!(plan.met_of_last(day("2026-03-28"), NO_REST), Some((4, 5)));
    assert_eq!(plan.met_of_last(day("2026-04-11"), NO_REST), Some((4, 5)));
    assert_eq!(plan.met_of_last(day("2026-03-27"), NO_REST), Some((4, 5)));
    let early = [held("2026-02-28", "")];
    let early = super::plan::Plan {
        happened: &early,
        ..plan
    };
    assert_eq!(early.met_of_last(day("2026-03-20"), NO_REST), None);
    // A rest season is no missing.
    let rest = |on: Day| on == day("2026-03-07") || on == day("2026-03-14");
    assert_eq!(early.met_of_last(day("2026-03-30"), rest), None);
}

#[test]
fn a_time_moves_once_and_not_onto_another() {
    let (comes, zone) = (distro(), chicago());
    let plan = plan(&comes, &zone, &[]);
    let today = day("2026-03-02");
    let to = |to: &str| plan.move_to(day("2026-03-07"), Day::parse(to), today);
    assert_eq!(to("2026-03-14"), Err(CadenceRefusal::AnotherThen));
    for out in ["", "2026-03-01", "2026-03-07", "2026-06-01"] {
        assert!(to(out).is_err(), "{out}");
    }
    let moved = [to("2026-03-08").unwrap()];
    let after = super::plan::Plan {
        happened: &moved,
        ..plan
    };
    let coming = after.coming(at("2026-03-02 09:00"));
    assert_eq!(coming[0].day, day("2026-03-08"));
    assert_eq!((coming[0].at.hour(), coming[0].skipped), (10, false));
    assert_eq!(coming[1].day, day("2026-03-14"));
}

/// Clocks in Chicago skip half past two on 8 March 2026.
#[test]
fn an_hour_that_clocks_skip_says_so() {
    let first = day("2026-03-01").date().at(2, 30, 0, 0);
    let comes = Recurrence::new("FREQ=WEEKLY;BYDAY=SU", first).unwrap();
    let zone = chicago();
    let plan = plan(&comes, &zone, &[]);
    let coming = plan.coming(at("2026-03-02 09:00"));
    assert_eq!((coming[0].at.hour(), coming[0].skipped), (3, true));
    assert_eq!((coming[1].at.hour(), coming[1].skipped), (2, false));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is closed in whatever order, under whatever clock: no day is written twice, no two
    /// closings write the same next date, and nothing is planned past the season's end.
    #[test]
    fn no_order_of_closings_writes_a_second_next_date(
        steps in prop::collection::vec((0i32..100, 0i32..100, 0i32..60, any::<bool>()), 1..40),
    ) {
        let (comes, zone) = (distro(), chicago());
        let first = day("2026-02-28");
        let mut happened: Vec<Happened> = Vec::new();
        for (today, on, next, held) in steps {
            let plan = plan(&comes, &zone, &happened);
            let on = first.plus(on - on % 7);
            let how = if held { How::Held } else { How::Rested };
            let next = (next > 0).then(|| on.plus(next));
            let done = plan.close((on, how), next, (first.plus(today), NO_REST));
            if let Ok(Closing::Writes(all)) = done {
                for one in all {
                    happened.retain(|before| before.on != one.on);
                    happened.push(one);
                }
            }
            let plan = super::plan_tests::plan(&comes, &zone, &happened);
            let coming = plan.coming(Timestamp::UNIX_EPOCH);
            prop_assert!(coming.iter().all(|one| one.day <= plan.season));
            let mut days: Vec<Day> = coming.iter().map(|one| one.day).collect();
            days.dedup();
            prop_assert_eq!(days.len(), coming.len(), "two times on one day");
            let held_next: Vec<Day> = happened
                .iter()
                .filter(|one| one.fate == Fate::Held)
                .filter_map(|one| one.next)
                .collect();
            let mut once = held_next.clone();
            once.sort();
            once.dedup();
            prop_assert_eq!(once.len(), held_next.len(), "{:?}", happened);
        }
    }
}
