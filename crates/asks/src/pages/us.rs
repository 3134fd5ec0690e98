//! How it went, in the receivers' words and numbers, silence included (P27). Public, and nothing
//! of fewer than five (N12).

use crate::tables::{self, Said};
use askama::Template;
use kernel::Day;
use std::collections::BTreeMap;
use store::{AnyConnection, Stop};
use web::{Frame, House, Reply, Room, Route, Tongue};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/us", page)]
}

/// One period: its words, and what receivers said.
struct Period {
    when: String,
    sentence: String,
}

#[derive(Template)]
#[template(path = "us.html")]
struct Us {
    frame: Frame,
    periods: Vec<Period>,
    changes: Vec<(String, String)>,
}

/// "22 helped, 6 partly, 2 didn't help, 1 made things harder, 9 didn't say": never a percentage.
fn sentence(tongue: &Tongue, said: &Said) -> String {
    tongue.tell(
        "us-said",
        &[
            ("helped", said.helped.into()),
            ("partly", said.partly.into()),
            ("didnt", said.didnt_help.into()),
            ("harder", said.made_harder.into()),
            ("silent", said.silent.into()),
        ],
    )
}

fn first_of(month: &str) -> Option<Day> {
    Day::parse(&format!("{month}-01"))
}

fn quarter(month: &str) -> (i16, i8) {
    first_of(month).map_or((0, 0), |day| {
        (day.date().year(), (day.date().month() - 1) / 3)
    })
}

/// Months that are over, gathered by quarter; a run of fewer than five deliveries is not shown
/// alone but waits for the next to join it.
fn periods(months: &BTreeMap<String, Said>, this_month: &str) -> Vec<(String, String, Said)> {
    let mut shown: Vec<(String, String, Said)> = Vec::new();
    let mut waiting: Option<(String, Said)> = None;
    for (month, said) in months
        .iter()
        .filter(|(month, _)| month.as_str() < this_month)
    {
        let (from, sum) = match waiting.take() {
            Some((from, sum)) => (from, sum.plus(said)),
            None => (month.clone(), *said),
        };
        if sum.all() < i64::from(tables::SMALLEST) {
            waiting = Some((from, sum));
            continue;
        }
        match shown.last_mut() {
            Some((_, to, total)) if quarter(to) == quarter(month) => {
                month.clone_into(to);
                *total = total.plus(&sum);
            }
            _ => shown.push((from, month.clone(), sum)),
        }
    }
    shown.reverse();
    shown
}

/// What this practice says of whether the whole would hold (PRACTICES.md §5): what receivers said in the last
/// year, and within how many hours half of those who ask have an answer.
pub(crate) fn would_hold(
    conn: &mut AnyConnection,
    house: &House,
    tongue: &Tongue,
) -> Result<Vec<String>, Stop> {
    let network = house.network();
    let since = network.zone.day_of(house.now()).plus(-365);
    let months = tables::said_by_month(conn, network.id)?;
    let since_month = since.month();
    let said = months
        .iter()
        .filter(|(month, _)| **month >= since_month)
        .fold(Said::default(), |all, (_, said)| all.plus(said));
    let mut sentences = Vec::new();
    if said.all() >= i64::from(tables::SMALLEST) {
        let words = sentence(tongue, &said);
        sentences.push(tongue.tell("us-of-the-year", &[("said", words.into())]));
    }
    if let Some(hours) = tables::first_word(conn, network.id, since)? {
        sentences.push(tongue.tell("us-first-word", &[("n", hours.into())]));
    }
    Ok(sentences)
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let tongue = room.tongue.clone();
    let months = tables::said_by_month(room.conn, room.network.id)?;
    let name = |month: &str| {
        first_of(month)
            .map(|day| tongue.month(day))
            .unwrap_or_default()
    };
    let periods = periods(&months, &room.today.month())
        .into_iter()
        .map(|(from, to, said)| Period {
            when: if from == to {
                name(&from)
            } else {
                tongue.tell(
                    "us-period",
                    &[("from", name(&from).into()), ("to", name(&to).into())],
                )
            },
            sentence: sentence(&tongue, &said),
        })
        .collect();
    let changes = tables::changes(room.conn, room.network.id)?
        .into_iter()
        .map(|change| (tongue.day(change.on_day), change.words))
        .collect();
    room.page(&Us {
        frame: room.frame(tongue.say("us-title")),
        periods,
        changes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(helped: i64, silent: i64) -> Said {
        Said {
            helped,
            silent,
            ..Said::default()
        }
    }

    fn shown(months: &[(&str, Said)], now: &str) -> Vec<(String, String, i64)> {
        let months = months.iter().map(|(m, s)| ((*m).to_owned(), *s)).collect();
        periods(&months, now)
            .into_iter()
            .map(|(from, to, s)| (from, to, s.all()))
            .collect()
    }

    #[test]
    fn a_small_month_waits_for_the_next() {
        let months = [
            ("2026-01", said(10, 2)),
            ("2026-03", said(20, 8)),
            ("2026-04", said(2, 1)),
        ];
        let quarter = ("2026-01".to_owned(), "2026-03".to_owned(), 40);
        let alone = std::slice::from_ref(&quarter);
        assert_eq!(shown(&months, "2026-04"), alone);
        assert_eq!(shown(&months, "2026-05"), alone, "April has three");
        let mut more = months.to_vec();
        more.push(("2026-05", said(4, 0)));
        let spring = ("2026-04".to_owned(), "2026-05".to_owned(), 7);
        assert_eq!(shown(&more, "2026-06"), [spring, quarter]);
    }

    #[test]
    fn this_month_is_not_shown_while_it_goes_on() {
        assert!(shown(&[("2026-03", said(9, 9))], "2026-03").is_empty());
    }
}
