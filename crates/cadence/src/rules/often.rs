//! How often, in the few ways a form offers; anything else is a rule of its own.

use kernel::Day;
use rhythm::Recurrence;

/// How often something comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Often {
    /// Every week.
    Weekly,
    /// Every other week.
    EveryOtherWeek,
    /// Every month, on the same one of its weekdays: 1 to 4, or −1 for the last.
    Monthly(i8),
    /// By a rule of its own.
    Rule(String),
}

impl Often {
    /// What a form says: one of its words, or a rule.
    pub fn read(word: &str, rule: &str, first: Day) -> Self {
        match (rule.trim(), word) {
            ("", "other_week") => Self::EveryOtherWeek,
            ("", "monthly") => Self::Monthly(nth(first)),
            ("", _) => Self::Weekly,
            (rule, _) => Self::Rule(rule.to_owned()),
        }
    }

    /// The word of a form.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::EveryOtherWeek => "other_week",
            Self::Monthly(_) => "monthly",
            Self::Rule(_) => "rule",
        }
    }

    /// The recurrence rule, on the weekday of its first day.
    pub fn rule(&self, first: Day) -> String {
        let day = rhythm::short(first.date().weekday());
        match self {
            Self::Weekly => format!("FREQ=WEEKLY;BYDAY={day}"),
            Self::EveryOtherWeek => format!("FREQ=WEEKLY;BYDAY={day};INTERVAL=2"),
            Self::Monthly(nth) => format!("FREQ=MONTHLY;BYDAY={nth}{day}"),
            Self::Rule(rule) => rule.clone(),
        }
    }

    /// How often a recurrence comes, in these ways.
    pub fn of(comes: &Recurrence) -> Self {
        let first = Day::from_date(comes.starts().date());
        let ways = [
            Self::Weekly,
            Self::EveryOtherWeek,
            Self::Monthly(nth(first)),
        ];
        let mut ways = ways.into_iter();
        ways.find(|way| way.rule(first) == comes.rule())
            .unwrap_or_else(|| Self::Rule(comes.rule().to_owned()))
    }
}

fn nth(day: Day) -> i8 {
    match (day.date().day() - 1) / 7 + 1 {
        5 => -1,
        nth => nth,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_says_is_read_back_from_its_rule() {
        for (day, month, rule) in [
            ("2026-02-28", "-1SA", "FREQ=MONTHLY;BYDAY=4SA"),
            ("2026-03-10", "2TU", "FREQ=MONTHLY;BYDAY=2TU"),
            ("2026-01-31", "last", "FREQ=MONTHLY;BYDAY=-1SA"),
        ] {
            let first = Day::parse(day).unwrap();
            for word in ["weekly", "other_week", "monthly"] {
                let often = Often::read(word, "", first);
                assert_eq!(often.word(), word);
                let at = first.date().at(10, 0, 0, 0);
                let comes = Recurrence::new(&often.rule(first), at).unwrap();
                assert_eq!(Often::of(&comes), often, "{month}");
            }
            assert_eq!(Often::read("monthly", "", first).rule(first), rule);
        }
        let first = Day::parse("2026-03-10").unwrap();
        let own = Often::read("weekly", " FREQ=DAILY;INTERVAL=10 ", first);
        assert_eq!(own.rule(first), "FREQ=DAILY;INTERVAL=10");
        let comes = Recurrence::new(&own.rule(first), first.date().at(9, 0, 0, 0)).unwrap();
        assert_eq!(Often::of(&comes).word(), "rule");
    }
}
