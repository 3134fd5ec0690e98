//! The pages of P14.

mod calendars;
mod form;
mod list;
mod practice;
mod today;

pub(crate) use today::{front, today};

use crate::{
    deeds::Whole,
    rules::{Coming, Often},
    tables::PracticeId,
};
use kernel::{Guarded, Moment};
use store::Stop;
use web::{Room, Route, WEEKDAYS};

pub(crate) fn routes() -> Vec<Route> {
    [
        list::routes(),
        form::routes(),
        practice::routes(),
        calendars::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn practice_id(id: &str) -> Result<PracticeId, Stop> {
    PracticeId::parse(id).ok_or(Stop::NotThere)
}

/// What this viewer reads of a circle's words.
fn read(room: &Room<'_>, words: &Guarded<String>) -> String {
    words.seen_by(&room.viewer).cloned().unwrap_or_default()
}

/// When something comes, in words: "every Saturday at 10:00".
fn rhythm_words(room: &Room<'_>, whole: &Whole) -> String {
    let tongue = &room.tongue;
    let weekday = WEEKDAYS[(whole.row.first_on.weekday() - 1) as usize];
    let at = whole.row.at();
    let said = [
        ("weekday", tongue.say(weekday).into()),
        (
            "time",
            format!("{:02}:{:02}", at.hour(), at.minute()).into(),
        ),
    ];
    let key = match Often::of(&whole.comes) {
        Often::Weekly => "practice-weekly",
        Often::EveryOtherWeek => "practice-other-week",
        Often::Monthly(-1) => "practice-monthly-last",
        Often::Monthly(1) => "practice-monthly-1",
        Often::Monthly(2) => "practice-monthly-2",
        Often::Monthly(3) => "practice-monthly-3",
        Often::Monthly(_) => "practice-monthly-4",
        Often::Rule(_) => "practice-by-rule",
    };
    tongue.tell(key, &said)
}

/// A time in words: "Saturday 7 March, 10:00".
fn time_words(room: &Room<'_>, one: &Coming) -> String {
    let moment = Moment(one.moment.as_second());
    room.tongue.moment(moment, &room.network.zone)
}

/// What is out of the ordinary about a time, in a sentence.
fn note(room: &Room<'_>, whole: &Whole, (one, resting): &(Coming, bool)) -> Option<String> {
    let tongue = &room.tongue;
    if *resting {
        return Some(tongue.say("practice-resting").to_owned());
    }
    if one.skipped {
        let at = whole.row.at();
        let said = format!("{:02}:{:02}", at.hour(), at.minute());
        return Some(tongue.tell("practice-skipped", &[("time", said.into())]));
    }
    (one.day != one.on).then(|| tongue.tell("practice-moved", &[("day", one.on.into())]))
}
