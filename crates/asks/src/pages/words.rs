//! How kinds, areas and days are said, the same on every page.

use crate::{
    rules::{AskRefusal, Kind},
    tables::StageWord,
};
use kernel::{Day, Moment};
use web::{Lang, NetworkFacts, Tongue, Typed};

pub(super) fn kind(tongue: &Tongue, kind: Kind) -> &str {
    tongue.say(match kind {
        Kind::Food => "kind-food",
        Kind::Lift => "kind-lift",
        Kind::Company => "kind-company",
        Kind::Money => "kind-money",
        Kind::Repair => "kind-repair",
        Kind::Things => "kind-things",
        Kind::Care => "kind-care",
        Kind::Words => "kind-words",
        Kind::Other => "kind-other",
    })
}

/// Kinds for a choice: value, words, whether chosen.
pub(super) fn kinds(tongue: &Tongue, chosen: Option<Kind>) -> Vec<Choice> {
    Kind::ALL
        .iter()
        .map(|k| Choice {
            value: k.as_str().to_owned(),
            words: kind(tongue, *k).to_owned(),
            chosen: chosen == Some(*k),
        })
        .collect()
}

/// One thing to choose.
pub(super) struct Choice {
    pub value: String,
    pub words: String,
    pub chosen: bool,
}

pub(super) fn areas<'a>(names: impl Iterator<Item = &'a str>, chosen: &str) -> Vec<Choice> {
    names
        .map(|area| Choice {
            value: area.to_owned(),
            words: area.to_owned(),
            chosen: area == chosen,
        })
        .collect()
}

pub(super) fn languages(chosen: Lang) -> Vec<Choice> {
    [(Lang::En, "English"), (Lang::Es, "Español")]
        .into_iter()
        .map(|(lang, words)| Choice {
            value: lang.as_str().to_owned(),
            words: words.to_owned(),
            chosen: lang == chosen,
        })
        .collect()
}

/// "by Friday 6 March".
pub(super) fn by(tongue: &Tongue, day: Option<Day>) -> String {
    day.map(|day| tongue.tell("by-day", &[("day", day.into())]))
        .unwrap_or_default()
}

/// An area, or that it is not known.
pub(super) fn area(tongue: &Tongue, area: &str) -> String {
    if area.is_empty() {
        tongue.say("area-unknown").to_owned()
    } else {
        area.to_owned()
    }
}

/// A day somebody typed; nothing where they left it empty.
pub(super) fn day(typed: &Typed, name: &str) -> Result<Option<Day>, AskRefusal> {
    match typed.some(name) {
        None => Ok(None),
        Some(text) => Day::parse(text)
            .map(Some)
            .ok_or(AskRefusal::DayNotUnderstood),
    }
}

/// A local moment somebody typed.
pub(super) fn moment(
    typed: &Typed,
    name: &str,
    network: &NetworkFacts,
) -> Result<Option<Moment>, AskRefusal> {
    match typed.some(name) {
        None => Ok(None),
        Some(text) => network
            .zone
            .parse_local(text)
            .map(Some)
            .ok_or(AskRefusal::DayNotUnderstood),
    }
}

/// The stage as the status page says it: five words at most, and nothing else (P6).
pub(super) fn public_stage(stage: StageWord) -> &'static str {
    match stage {
        StageWord::Received => "public-received",
        StageWord::Heard => "public-heard",
        StageWord::Open => "public-open",
        StageWord::Claimed => "public-claimed",
        StageWord::Arranged => "public-arranged",
        StageWord::SaidDone => "public-said-done",
        StageWord::Confirmed | StageWord::Partly | StageWord::NotRight | StageWord::MadeHarder => {
            "public-told"
        }
        StageWord::Unconfirmed => "public-unconfirmed",
        StageWord::Referred => "public-referred",
        StageWord::Unable => "public-unable",
        StageWord::Withdrawn => "public-withdrawn",
    }
}

/// Where an ask is on its way: the seven steps, with the one it stands at.
pub(super) struct Step {
    pub words: String,
    pub done: bool,
    pub here: bool,
}

pub(super) fn way(tongue: &Tongue, stage: StageWord) -> Vec<Step> {
    let at = match stage {
        StageWord::Received => 0,
        StageWord::Heard => 1,
        StageWord::Open => 2,
        StageWord::Claimed => 3,
        StageWord::Arranged => 4,
        StageWord::SaidDone => 5,
        StageWord::Confirmed | StageWord::Partly | StageWord::NotRight | StageWord::MadeHarder => 6,
        // These ended elsewhere; the page says where in a sentence.
        StageWord::Unconfirmed | StageWord::Referred | StageWord::Unable | StageWord::Withdrawn => {
            return Vec::new();
        }
    };
    const STEPS: [&str; 7] = [
        "way-received",
        "way-heard",
        "way-open",
        "way-claimed",
        "way-arranged",
        "way-done",
        "way-word",
    ];
    STEPS
        .iter()
        .enumerate()
        .map(|(i, key)| Step {
            words: tongue.say(key).to_owned(),
            done: i < at || (i == 6 && at == 6),
            here: i == at && at < 6,
        })
        .collect()
}
