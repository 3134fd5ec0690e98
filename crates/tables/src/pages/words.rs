//! How rhythms and days are said, the same on every page.

use jiff::civil::Weekday;
use kernel::Day;
use rhythm::{Beat, Hours, Occurrence, On};
use web::{Tongue, WEEKDAYS};

/// "Tuesday", "martes".
pub(crate) fn weekday(tongue: &Tongue, day: Weekday) -> &str {
    tongue.say(WEEKDAYS[usize::from(day.to_monday_zero_offset().unsigned_abs()) % 7])
}

/// The days of the week for a choice: number and name.
pub(super) fn weekdays(tongue: &Tongue) -> Vec<(i8, String)> {
    (1..=7)
        .zip(WEEKDAYS)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use web::{Lang, Practice, Tongues};

    fn tongues() -> Tongues {
        Tongues::new(|lang| vec![crate::Tables.sentences(lang)])
    }

    #[test]
    fn rhythms_are_said_as_people_say_them() {
        let say = |lang, rule: &str| beat(&tongues().of(lang), &rule.parse().unwrap());
        let monthly = "FREQ=MONTHLY;BYDAY=2TU,4TU,-1TH 12:00-16:00";
        assert_eq!(
            say(Lang::En, monthly),
            "2nd and 4th Tuesday and last Thursday of the month, 12:00–16:00"
        );
        assert_eq!(
            say(Lang::Es, monthly),
            "segundo y cuarto martes y último jueves del mes, 12:00–16:00"
        );
        let weekly = "FREQ=WEEKLY;BYDAY=MO,WE,FR 09:30";
        assert_eq!(
            say(Lang::En, weekly),
            "every Monday, Wednesday and Friday, from 09:30"
        );
        assert_eq!(
            say(Lang::Es, weekly),
            "cada lunes, miércoles y viernes, desde las 09:30"
        );
        let daily = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU";
        assert_eq!(say(Lang::En, daily), "every day");
    }

    proptest! {
        /// What is said has the same days and hours as the rule, in both languages.
        #[test]
        fn words_have_the_same_days_and_hours(
            days in prop::collection::vec((prop::option::of(-2i8..6), 0i8..7), 1..5),
            from in (0i8..24, 0i8..60),
            until in prop::option::of((0i8..24, 0i8..60)),
        ) {
            let day = |number: i8| Weekday::from_monday_zero_offset(number).unwrap();
            let time = |(h, m): (i8, i8)| jiff::civil::Time::new(h, m, 0, 0).unwrap();
            let monthly: Vec<(i8, Weekday)> = days
                .iter()
                .filter_map(|(nth, number)| Some(((*nth).filter(|nth| *nth != 0)?, day(*number))))
                .collect();
            let on = if monthly.is_empty() {
                On::Weekly(days.iter().map(|(_, number)| day(*number)).collect())
            } else {
                On::Monthly(monthly)
            };
            let hours = Hours { from: time(from), until: until.map(time) };
            let rule = Beat { on, hours: Some(hours) };
            for lang in [Lang::En, Lang::Es] {
                let tongue = tongues().of(lang);
                let said = beat(&tongue, &rule);
                if said.starts_with(tongue.say("tables-daily")) {
                    prop_assert_eq!(rule.on.weekdays().len(), 7);
                    continue;
                }
                for number in 0..7 {
                    let name = weekday(&tongue, day(number));
                    let meant = rule.on.weekdays().contains(&day(number));
                    prop_assert_eq!(said.contains(name), meant, "{} in {}", name, &said);
                }
                let clock = |(h, m): (i8, i8)| format!("{h:02}:{m:02}");
                prop_assert!(said.contains(&clock(from)));
                if let Some(until) = until {
                    prop_assert!(said.contains(&clock(until)));
                }
            }
        }
    }
}
