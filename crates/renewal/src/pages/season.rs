//! The season of renewal: what it is, what one holds, what one chooses; for planners, the plan.

use super::{going::kind_words, word};
use crate::{
    deeds::{self, season as deed, word::NOTE_LIMIT},
    rules::{FEWEST, SHORTEST_SEASON_DAYS, Season, SeasonId, SeasonStage, Word},
    tables::{self, SeasonRow},
};
use askama::Template;
use kernel::{Audience, Day};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/renewal", page),
        Route::deed("/renewal", plan),
        Route::deed_on("/renewal/{id}/call-off", call_off),
        Route::deed_on("/renewal/{id}/rewoven", rewoven),
        Route::deed_on("/renewal/{id}/choose", choose),
    ]
}

/// What somebody chose, and how it came.
struct Chosen {
    word: String,
    note: String,
    relayed: bool,
}

#[derive(Template)]
#[template(path = "renewal.html")]
struct RenewalPage {
    frame: Frame,
    lede: String,
    id: Option<String>,
    when: String,
    /// Whether words are heard now.
    hears: bool,
    chosen: Option<Chosen>,
    /// What I hold: its id, what it is, its kind.
    held: Vec<(String, String, String)>,
    words: Vec<(&'static str, String)>,
    sums: Vec<String>,
    plans: bool,
    planned: bool,
    gathering: bool,
    none: bool,
    note_limit: usize,
    today: String,
    earliest: String,
    word_audience: AudienceLine,
}

pub(super) fn key(word: Word) -> &'static str {
    match word {
        Word::Stay => "renewal-stay",
        Word::Change => "renewal-change",
        Word::Ease => "renewal-ease",
        Word::Rest => "renewal-rest",
        Word::StepBack => "renewal-step-back",
        Word::Leave => "renewal-leave",
        Word::Here => "renewal-here",
    }
}

/// The season that is planned, open or being gathered; the nearest.
fn current(room: &mut Room<'_>) -> Result<Option<SeasonRow>, Stop> {
    let mut seasons = tables::seasons(room.conn, room.network.id)?;
    seasons.retain(|row| row.stage != SeasonStage::Closed);
    Ok(seasons.pop())
}

fn when(room: &Room<'_>, row: &SeasonRow) -> String {
    let key = match row.stage {
        SeasonStage::Planned => "renewal-when-planned",
        SeasonStage::Open => "renewal-when-open",
        _ => "renewal-when-gathering",
    };
    let args = [
        ("opens", row.opens_on.into()),
        ("closes", row.closes_on.into()),
    ];
    let mut words = room.tongue.tell(key, &args);
    if let Some(day) = row.gathers_on {
        words.push(' ');
        words.push_str(&room.tongue.tell("renewal-gathers", &[("day", day.into())]));
    }
    words
}

/// What was chosen, added up from five people on; nothing of how many did not.
fn sums(room: &mut Room<'_>, row: &SeasonRow) -> Result<Vec<String>, Stop> {
    if !matches!(row.stage, SeasonStage::Gathering | SeasonStage::Rewoven) {
        return Ok(Vec::new());
    }
    let mut said = Vec::new();
    for one in tables::words_in(room.conn, row.network_id, row.id)? {
        let key = one.key(&room.house.vault)?;
        let word = key.open_some(one.row(), "word", one.word.as_ref())?;
        said.extend(word.and_then(|word| Word::parse(&word)));
    }
    let words = Word::ALL.iter().filter(|word| **word != Word::Here);
    Ok(words
        .filter_map(|word| {
            let n = said.iter().filter(|said| *said == word).count();
            let called = room.tongue.say(key(*word));
            (n >= FEWEST).then(|| format!("{called}: {n}"))
        })
        .collect())
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let plans = deed::plans(room)?;
    let row = current(room)?;
    let mut chosen = None;
    let mut total = Vec::new();
    if let Some(row) = &row {
        let mine = tables::word_of(room.conn, (me.network, row.id), me.id)?;
        if let Some(mine) = mine {
            chosen = word::chosen(room, &mine)?.map(|(word, note, relayed)| Chosen {
                word: room.tongue.say(key(word)).to_owned(),
                note,
                relayed,
            });
        }
        total = sums(room, row)?;
    }
    let hears = row.as_ref().is_some_and(|row| row.season().hears());
    let mut held = Vec::new();
    if hears {
        for one in room.held(me.id)? {
            let kind = room.tongue.say(kind_words(one.kind)).to_owned();
            held.push((one.id, one.title, kind));
        }
    }
    let tongue = room.tongue.clone();
    let others = [
        Word::Change,
        Word::Ease,
        Word::Rest,
        Word::StepBack,
        Word::Leave,
    ];
    let is = |stage| row.as_ref().is_some_and(|row| row.stage == stage);
    room.page(&RenewalPage {
        lede: tongue.say("renewal-lede").to_owned(),
        id: row.as_ref().map(|row| row.id.to_string()),
        when: row.as_ref().map(|row| when(room, row)).unwrap_or_default(),
        hears,
        chosen,
        held,
        words: others
            .into_iter()
            .map(|word| (word.as_str(), tongue.say(key(word)).to_owned()))
            .collect(),
        sums: total,
        plans,
        planned: is(SeasonStage::Planned),
        gathering: is(SeasonStage::Gathering),
        none: row.is_none(),
        note_limit: NOTE_LIMIT,
        today: room.today.to_string(),
        earliest: room.today.plus(SHORTEST_SEASON_DAYS).to_string(),
        word_audience: AudienceLine::new(&tongue, Audience::Named, "audience-renewal-own"),
        frame: room.frame(tongue.say("renewal-title")),
    })
}

fn plan(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deed::plan(room, typed)?;
    Ok(Reply::go("/renewal?said=renewal-told"))
}

pub(super) fn season(id: &str) -> Result<SeasonId, Stop> {
    SeasonId::parse(id).ok_or(Stop::NotThere)
}

fn call_off(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::turn(room, season(id)?, Season::call_off)?;
    Ok(Reply::go("/renewal?said=renewal-called-off"))
}

fn rewoven(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::turn(room, season(id)?, Season::reweave)?;
    Ok(Reply::go("/renewal?said=saved"))
}

/// A choice leads to where it is done.
fn choose(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let word = deeds::word::choose(room, season(id)?, typed)?;
    Ok(Reply::go(match word {
        Word::Change | Word::Ease => "/commitments?said=renewal-chosen",
        Word::Rest => "/rest",
        Word::StepBack => "/stepping-back",
        Word::Leave => "/me/leave",
        Word::Stay | Word::Here => "/renewal?said=renewal-chosen",
    }))
}

/// When a season may begin at the earliest, for the clock of planners.
pub(super) fn last_of(room: &mut Room<'_>) -> Result<Option<Day>, Stop> {
    let seasons = tables::seasons(room.conn, room.network.id)?;
    Ok(seasons.first().map(|row| row.closes_on))
}
