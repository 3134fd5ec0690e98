//! The run of show: so many minutes for this, so many for that; the times follow from the hour it begins.

use super::Shape;

/// The most rows a run of show has.
pub const MOST_ROWS: usize = 24;
/// The longest row, in minutes.
const LONGEST: i32 = 480;

/// A row: how many minutes, and what for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// How many minutes.
    pub minutes: i32,
    /// What for.
    pub words: String,
}

/// As it is kept: a row a line.
pub fn text(steps: &[Step]) -> String {
    let lines: Vec<String> = steps
        .iter()
        .map(|step| {
            format!(
                "{}\t{}",
                step.minutes,
                step.words.replace(['\n', '\t'], " ")
            )
        })
        .collect();
    lines.join("\n")
}

/// Rows as they were typed or kept; a row without words is none.
pub fn rows<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Step> {
    all.filter(|(_, words)| !words.trim().is_empty())
        .take(MOST_ROWS)
        .map(|(minutes, words)| Step {
            minutes: minutes.trim().parse().unwrap_or(0).clamp(0, LONGEST),
            words: words.trim().replace(['\n', '\t'], " "),
        })
        .collect()
}

/// As it was kept.
pub fn parse(kept: &str) -> Vec<Step> {
    rows(kept.lines().filter_map(|line| line.split_once('\t')))
}

/// The rows with the minute of the day at which each begins, and the minute at which all is over. The
/// clock goes on past midnight as the one on the wall does.
pub fn flow(starts: i32, steps: &[Step]) -> (Vec<(i32, Step)>, i32) {
    let mut at = starts;
    let rows = steps
        .iter()
        .map(|step| {
            let begins = at;
            at += step.minutes;
            (begins % 1440, step.clone())
        })
        .collect();
    (rows, at % 1440)
}

/// A minute of the day as a clock shows it.
pub fn clock(minute: i32) -> String {
    format!(
        "{:02}:{:02}",
        minute.rem_euclid(1440) / 60,
        minute.rem_euclid(60)
    )
}

/// What a shape begins with: minutes, and the key of the words.
pub fn usual(shape: Shape) -> &'static [(i32, &'static str)] {
    match shape {
        Shape::Round => &[
            (5, "show-land"),
            (5, "show-agree"),
            (30, "show-round"),
            (5, "show-silence"),
            (25, "show-second"),
            (10, "show-gather"),
            (10, "show-close"),
        ],
        Shape::Council => &[
            (5, "show-land"),
            (10, "show-intentions"),
            (45, "show-council"),
            (5, "show-silence"),
            (15, "show-witness"),
            (10, "show-close"),
        ],
        Shape::Consent => &[
            (5, "show-land"),
            (5, "show-agree"),
            (10, "show-propose"),
            (15, "show-questions"),
            (15, "show-reactions"),
            (25, "show-consent"),
            (10, "show-close"),
        ],
        // P23: ninety minutes.
        Shape::Choir => &[
            (8, "show-land"),
            (7, "show-why"),
            (15, "show-check-in"),
            (5, "show-question"),
            (24, "show-threes"),
            (18, "show-shifted"),
            (5, "show-quiet"),
            (8, "show-next"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_choir_evening_takes_ninety_minutes_and_times_follow() {
        let steps: Vec<Step> = usual(Shape::Choir)
            .iter()
            .map(|(minutes, words)| Step {
                minutes: *minutes,
                words: (*words).to_owned(),
            })
            .collect();
        let (rows, over) = flow(18 * 60, &steps);
        let times: Vec<String> = rows.iter().map(|(at, _)| clock(*at)).collect();
        assert_eq!(
            times,
            [
                "18:00", "18:08", "18:15", "18:30", "18:35", "18:59", "19:17", "19:22"
            ]
        );
        assert_eq!(clock(over), "19:30");
        let (rows, over) = flow(23 * 60 + 50, &steps[..2]);
        assert_eq!(
            (clock(rows[1].0), clock(over)),
            ("23:58".into(), "00:05".into())
        );
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_back(typed in proptest::collection::vec(("[0-9]{0,3}", ".{0,20}"), 0..30)) {
            let steps = rows(typed.iter().map(|(m, w)| (m.as_str(), w.as_str())));
            prop_assert_eq!(parse(&text(&steps)), steps);
        }
    }
}
