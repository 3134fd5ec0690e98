//! How rhythms and days are said, the same on every page.

use jiff::civil::Weekday;
use kernel::Day;
use rhythm::{Beat, Hours, Occurrence, On};
use web::Tongue;

const DAYS: [&str; 7] = [
    "weekday-1",
    "weekday-2",
    "weekday-3",
    "weekday-4",
    "weekday-5",
    "weekday-6",
    "weekday-7",
];

/// "Tuesday", "martes".
pub(crate) fn weekday(tongue: &Tongue, day: Weekday) -> &str {
    tongue.say(DAYS[usize::from(day.to_monday_zero_offset().unsigned_abs()) % 7])
}

/// The days of the week for a choice: number and name.
pub(super) fn weekdays(tongue: &Tongue) -> Vec<(i8, String)> {
    (1..=7)
        .zip(DAYS)
        .map(|(number, key)| (number, tongue.say(key).to_owned()))
        .collect()
}

fn nth(tongue: &Tongue, nth: i8) -> &str {
    tongue.say(match nth {
        1 => "tables-nth-1",
        2 => "tables-nth-2",
        3 => "tables-nth-3",
        4 => "tables-nth-4",
        5 => "tables-nth-5",
        -2 => "tables-nth-last-but-one",
        _ => "tables-nth-last",
    })
}

/// "a, b and c".
fn listed(tongue: &Tongue, all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => {
            let before = before.join(", ");
            tongue.tell(
                "tables-and",
                &[("before", before.into()), ("last", last.into())],
            )
        }
    }
}

/// "12:00–16:00", "from 12:00".
pub(crate) fn hours(tongue: &Tongue, hours: Hours) -> String {
    let text = |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
    match hours.until {
        Some(until) => format!("{}–{}", text(hours.from), text(until)),
        None => tongue.tell("tables-from", &[("time", text(hours.from).into())]),
    }
}

/// "every Monday and Wednesday, 09:00–12:00", "2nd and 4th Tuesday of the month, 12:00–16:00".
pub(crate) fn beat(tongue: &Tongue, beat: &Beat) -> String {
    let days = match &beat.on {
        On::Weekly(days) if days.len() == 7 => tongue.say("tables-daily").to_owned(),
        On::Weekly(days) => {
            let days: Vec<String> = days
                .iter()
                .map(|day| weekday(tongue, *day).to_owned())
                .collect();
            let days = listed(tongue, &days);
            tongue.tell("tables-weekly", &[("days", days.into())])
        }
        On::Monthly(_) => {
            let each: Vec<String> = beat
                .on
                .weekdays()
                .into_iter()
                .map(|day| of_the_month(tongue, &beat.on, day))
                .collect();
            let days = listed(tongue, &each);
            tongue.tell("tables-monthly", &[("days", days.into())])
        }
    };
    match beat.hours {
        Some(times) => format!("{days}, {}", hours(tongue, times)),
        None => days,
    }
}

fn of_the_month(tongue: &Tongue, on: &On, day: Weekday) -> String {
    let On::Monthly(days) = on else {
        return String::new();
    };
    let nths: Vec<String> = days
        .iter()
        .filter(|(_, other)| *other == day)
        .map(|(number, _)| nth(tongue, *number).to_owned())
        .collect();
    let nths = listed(tongue, &nths);
    format!("{nths} {}", weekday(tongue, day))
}

/// "Tuesday 10 March, 12:00–16:00".
pub(super) fn occurrence(tongue: &Tongue, at: Occurrence) -> String {
    let day = tongue.day(Day::from_date(at.day));
    match at.hours {
        Some(times) => format!("{day}, {}", hours(tongue, times)),
        None => day,
    }
}

/// The beginning of a text, where it is longer than fits in a line.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let mut short: String = text.chars().take(most).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
