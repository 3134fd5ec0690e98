//! Hours as food pantries, kitchens and groups really write them, and what is read of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use jiff::civil::{Time, Weekday, date};
use proptest::prelude::*;
use rhythm::{Beat, Doubt, Hours, On, read};

fn beats(text: &str) -> Vec<String> {
    read(text).beats.iter().map(Beat::to_string).collect()
}

#[track_caller]
fn surely(text: &str, expected: &[&str]) {
    let reading = read(text);
    assert_eq!(beats(text), expected, "{text}: {reading:?}");
    assert!(reading.is_sure(), "{text}: {:?}", reading.doubts);
}

#[track_caller]
fn doubtful(text: &str, expected: &[&str]) {
    let reading = read(text);
    assert_eq!(beats(text), expected, "{text}: {reading:?}");
    assert!(!reading.doubts.is_empty(), "{text}: no doubt");
}

#[test]
fn one_rhythm() {
    surely(
        "2nd & 4th Tuesday 12:00pm - 4:00pm",
        &["FREQ=MONTHLY;BYDAY=2TU,4TU 12:00-16:00"],
    );
    surely(
        "1st Tuesday of each month from 4:00 – 5:30 p.m.",
        &["FREQ=MONTHLY;BYDAY=1TU 16:00-17:30"],
    );
    surely(
        "Pickup occurs every 3rd Tuesday from  11:30 a.m. -12:30 p.m.",
        &["FREQ=MONTHLY;BYDAY=3TU 11:30-12:30"],
    );
    surely(
        "Pickup occurs every 3rd Weds from  10:00 – 11:00 a.m.",
        &["FREQ=MONTHLY;BYDAY=3WE 10:00-11:00"],
    );
    surely(
        "Occurs the 1st Tuesday of each month from 11:00 – 12:00 p.m.",
        &["FREQ=MONTHLY;BYDAY=1TU 11:00-12:00"],
    );
    surely(
        "Pantry is open on the second-to-last Wednesday of every month from 8 a.m. – 12 p.m.",
        &["FREQ=MONTHLY;BYDAY=-2WE 08:00-12:00"],
    );
    surely(
        "Meal site is open on the 2nd and last Thursday of each month from 11:30 a.m. – 1:30 p.m.",
        &["FREQ=MONTHLY;BYDAY=2TH,-1TH 11:30-13:30"],
    );
    surely(
        "Mon-Fri 9am-5pm",
        &["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 09:00-17:00"],
    );
    surely(
        "Tuesdays and Thursdays at 11:00 a.m.",
        &["FREQ=WEEKLY;BYDAY=TU,TH 11:00"],
    );
    surely(
        "Open daily 08:00-20:00",
        &["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU 08:00-20:00"],
    );
    surely("Saturday", &["FREQ=WEEKLY;BYDAY=SA"]);
    surely("Fri 8pm-2am", &["FREQ=WEEKLY;BYDAY=FR 20:00-02:00"]);
    surely(
        "Sunday between noon and 2 pm",
        &["FREQ=WEEKLY;BYDAY=SU 12:00-14:00"],
    );
    surely(
        "Tues. & Thurs. 10:00 AM - 2:00 PM",
        &["FREQ=WEEKLY;BYDAY=TU,TH 10:00-14:00"],
    );
}

#[test]
fn several_rhythms_in_one_text() {
    surely(
        "2nd Tuesday 11:00 am -1:00 pm\n3rd Tuesday 5:00 pm -7:00 pm",
        &[
            "FREQ=MONTHLY;BYDAY=2TU 11:00-13:00",
            "FREQ=MONTHLY;BYDAY=3TU 17:00-19:00",
        ],
    );
    surely(
        "Pantry is open from 9:00 – 11:00 a.m. on the 1st, 3rd, and 4th Tuesday of each month. On the 2nd Tuesday of each month, it is open from 6:00 – 8:00 p.m.",
        &[
            "FREQ=MONTHLY;BYDAY=1TU,3TU,4TU 09:00-11:00",
            "FREQ=MONTHLY;BYDAY=2TU 18:00-20:00",
        ],
    );
    surely(
        "Pantry is open Monday and Wednesday from 9:00 a.m. – 12:00 p.m. and 4:00 – 7:00 p.m.",
        &[
            "FREQ=WEEKLY;BYDAY=MO,WE 09:00-12:00",
            "FREQ=WEEKLY;BYDAY=MO,WE 16:00-19:00",
        ],
    );
    surely(
        "Monday Closed\nThursday 5:30 PM - 7:00 PM\nFriday 5:30 PM - 7:00 PM",
        &["FREQ=WEEKLY;BYDAY=TH,FR 17:30-19:00"],
    );
    surely(
        "Open Monday, Tuesday, and Thursday from 9:00 a.m. – 2:00 p.m., and Wednesday from 2:00 – 4:00 p.m.",
        &[
            "FREQ=WEEKLY;BYDAY=MO,TU,TH 09:00-14:00",
            "FREQ=WEEKLY;BYDAY=WE 14:00-16:00",
        ],
    );
}

#[test]
fn in_spanish() {
    surely(
        "segundo y cuarto martes, de 12:00 a 16:00",
        &["FREQ=MONTHLY;BYDAY=2TU,4TU 12:00-16:00"],
    );
    surely(
        "Todos los sábados a las 10 de la mañana",
        &["FREQ=WEEKLY;BYDAY=SA 10:00"],
    );
    surely(
        "lunes a viernes de 9 a 17",
        &["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 09:00-17:00"],
    );
    surely(
        "1er martes de cada mes de 4:00 a 5:30 p. m.",
        &["FREQ=MONTHLY;BYDAY=1TU 16:00-17:30"],
    );
}

#[test]
fn what_is_not_certain_is_named() {
    doubtful(
        "Mon-Fri 9-5",
        &["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 09:00-17:00"],
    );
    assert_eq!(
        read("Mon-Fri 9-5").doubts,
        [Doubt::NoHalfOfDay("9-5".to_owned())]
    );
    doubtful(
        "Baked goods on Tuesdays at 11:00 a.m.",
        &["FREQ=WEEKLY;BYDAY=TU 11:00"],
    );
    assert_eq!(
        read("Baked goods on Tuesdays at 11:00 a.m.").doubts,
        [Doubt::NotUnderstood("Baked goods".to_owned())]
    );
    doubtful(
        "2nd Tuesday and Thursday 9am-10am",
        &["FREQ=MONTHLY;BYDAY=2TU,2TH 09:00-10:00"],
    );
    doubtful(
        "Every Sunday 5-6 pm. Open on the 1st Sunday 5-6 pm",
        &[
            "FREQ=WEEKLY;BYDAY=SU 17:00-18:00",
            "FREQ=MONTHLY;BYDAY=1SU 17:00-18:00",
        ],
    );
    doubtful(
        "Monday Closed. Monday 9am-10am",
        &["FREQ=WEEKLY;BYDAY=MO 09:00-10:00"],
    );
    for unread in [
        "Pantry is open every other Tuesday from 4:00 – 6:00 p.m.",
        "Visits are also available by appointment from 8 a.m. – 4 p.m. Monday through Friday.",
        "There is a distribution for seniors only every Monday from 10:00 a.m. – 2:00 p.m.",
        "Pantry is open on the 2nd and 4th weeks of each month: Sunday from 10:00 a.m. – 12:00 p.m.",
        "On Sept. 4, 2025, the pantry will return to distributing every Thursday from 8:00 a.m. – 12:00 p.m.",
        "Takeout is available starting at 12:30 p.m. each service day.",
        "Mealsite is closed for the month of August.",
        "Monday 1pm-11am",
        "Pantry offers delivery on Fridays for eligible residents.",
        "Every Tuesday except the first",
    ] {
        doubtful(unread, &[]);
    }
}

#[test]
fn appointments_and_closing_are_kept_apart() {
    let reading = read("Saturday 10:00 a.m. – 12:00 p.m., as well as by appointment.");
    assert!(reading.by_appointment && reading.is_sure(), "{reading:?}");
    let reading = read("Visits are also available by appointment.");
    assert!(reading.by_appointment && reading.beats.is_empty() && reading.doubts.is_empty());
    let reading = read("Tuesday 9am-11am. Pantry is closed on snow days and voting days.");
    assert!(reading.is_sure(), "{reading:?}");
    assert_eq!(
        reading.closed,
        ["Pantry is closed on snow days and voting days"]
    );
    let reading = read("Tuesday 9am-11am. Please bring an empty shopping bag.");
    assert!(reading.is_sure());
    assert_eq!(reading.besides, ["Please bring an empty shopping bag"]);
    let nothing = read("");
    assert!(nothing.beats.is_empty() && nothing.doubts.is_empty() && !nothing.is_sure());
}

#[test]
fn the_next_date_is_always_known() {
    let zone = jiff::tz::TimeZone::get("America/Chicago").unwrap();
    let at = |text: &str| -> jiff::Timestamp { text.parse().unwrap() };
    let beats = read("2nd & 4th Tuesday 12:00pm - 4:00pm").beats;
    let next = |now: &str| rhythm::next(&beats, at(now), &zone).unwrap().day;
    assert_eq!(next("2026-03-02T15:00:00Z"), date(2026, 3, 10));
    // 15:59 in Chicago is still on; 16:00 is over.
    assert_eq!(next("2026-03-10T20:59:00Z"), date(2026, 3, 10));
    assert_eq!(next("2026-03-10T21:00:00Z"), date(2026, 3, 24));
    let night = read("Friday 8pm-2am").beats;
    let over = rhythm::next(&night, at("2026-03-07T07:30:00Z"), &zone).unwrap();
    assert_eq!(over.day, date(2026, 3, 6));
    let fifth = read("5th Saturday 9am-10am").beats;
    assert_eq!(
        rhythm::next_days(&fifth, date(2026, 3, 2), 2),
        [date(2026, 5, 30), date(2026, 8, 29)]
    );
}

fn weekday() -> impl Strategy<Value = Weekday> {
    (0i8..7).prop_map(|n| Weekday::from_monday_zero_offset(n).unwrap())
}

fn hours() -> impl Strategy<Value = Option<Hours>> {
    let time = || (0i8..24, 0i8..60).prop_map(|(h, m)| Time::new(h, m, 0, 0).unwrap());
    prop::option::of(
        (time(), prop::option::of(time())).prop_map(|(from, until)| {
            let long = |until: Time| {
                let minutes = |t: Time| i32::from(t.hour()) * 60 + i32::from(t.minute());
                let long = minutes(until) - minutes(from);
                long > 0 || (long < 0 && long + 24 * 60 <= 14 * 60)
            };
            Hours {
                from,
                until: until.filter(|until| long(*until)),
            }
        }),
    )
}

fn beat() -> impl Strategy<Value = Beat> {
    let nth = prop::sample::select(&[1i8, 2, 3, 4, 5, -1, -2][..]);
    let on = prop_oneof![
        prop::collection::vec(weekday(), 1..4).prop_map(On::Weekly),
        prop::collection::vec((nth, weekday()), 1..4).prop_map(On::Monthly),
    ];
    (on, hours()).prop_map(|(on, hours)| {
        // In the order a beat is written in.
        let text = Beat { on, hours }.in_english();
        let beats = read(&text).beats;
        assert_eq!(beats.len(), 1, "{text}");
        beats[0].clone()
    })
}

proptest! {
    #[test]
    fn any_text_gives_a_reading(text in "\\PC{0,200}") {
        let reading = read(&text);
        for beat in &reading.beats {
            prop_assert_eq!(&beat.to_string().parse::<Beat>().unwrap(), beat);
        }
        rhythm::next_days(&reading.beats, date(2026, 3, 2), 3);
    }

    #[test]
    fn hours_in_any_order_give_a_reading(
        words in prop::collection::vec(prop::sample::select(&[
            "2nd", "last", "Tuesday", "Mon-Fri", "-", "to", "and", ",", "9", "9:30", "12:00pm", "p.m.",
            "noon", "closed", "by appointment", "every", "other", ".", "\n", "lunes", "a", "of each month",
            "5:75", "99", "ñandú", "²", "٣rd", "1º", "between", "daily", "(", "55+", "2025", "août", "İ",
        ][..]), 0..25),
        glue in prop::sample::select(&["", " "][..]),
    ) {
        let text = words.join(glue);
        let reading = read(&text);
        for doubt in &reading.doubts {
            if let Doubt::NotUnderstood(words) | Doubt::NoHalfOfDay(words) | Doubt::WhichDays(words) = doubt {
                prop_assert!(text.contains(words.as_str()), "{words:?} does not stand in {text:?}");
            }
        }
    }

    /// What is read back in words contains the same days and times.
    #[test]
    fn in_words_and_back(beat in beat()) {
        let reading = read(&beat.in_english());
        prop_assert!(reading.is_sure(), "{}: {:?}", beat.in_english(), reading.doubts);
        prop_assert_eq!(reading.beats, vec![beat.clone()]);
        prop_assert_eq!(beat.to_string().parse::<Beat>().unwrap(), beat);
    }

    /// Every next day is one of the rhythm's weekdays, in order, and none is left out.
    #[test]
    fn next_days_are_days_of_the_rhythm(beat in beat(), ahead in 0i32..2000) {
        let from = date(2026, 1, 1).checked_add(jiff::Span::new().days(ahead)).unwrap();
        let found = rhythm::next_days(std::slice::from_ref(&beat), from, 6);
        prop_assert!(!found.is_empty());
        let on = |day: jiff::civil::Date| match &beat.on {
            On::Weekly(days) => days.contains(&day.weekday()),
            On::Monthly(days) => days.iter().any(|(nth, weekday)| {
                let there = day.first_of_month().nth_weekday_of_month(*nth, *weekday);
                there.is_ok_and(|there| there == day)
            }),
        };
        let mut day = from;
        for expected in &found {
            while !on(day) { day = day.tomorrow().unwrap(); }
            prop_assert_eq!(*expected, day);
            day = day.tomorrow().unwrap();
        }
    }

    #[test]
    fn what_is_no_beat_is_refused(text in "\\PC{0,40}") {
        if let Ok(beat) = text.parse::<Beat>() {
            rhythm::next_days(&[beat], date(2026, 3, 2), 2);
        }
    }
}
