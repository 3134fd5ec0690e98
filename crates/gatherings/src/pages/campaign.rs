//! What a campaign is for, and how far what it asks for is decided with those it falls on.

use super::words;
use crate::{
    deeds::{
        Here,
        campaign::{self as deed, Gate},
    },
    rules::Stage,
    sight,
};
use kernel::Guarded;
use store::Stop;
use web::{Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::deed_on("/gatherings/{id}/ask", ask)]
}

/// How far what it asks for is decided with those it falls on.
pub(super) struct DecidedWith {
    /// In words.
    pub says: String,
    /// The decision, for those who may read it.
    pub decision: Option<String>,
    /// Whoever is in the room can put it to them.
    pub can_ask: bool,
}

/// What a campaign is for, each with its heading; and how far that is decided.
#[derive(Default)]
pub(super) struct Facts {
    pub said: Vec<(String, String)>,
    pub decided_with: Option<DecidedWith>,
}

/// The same, as whoever is in the room may read it.
pub(super) fn facts(room: &mut Room<'_>, here: &Here) -> Result<Facts, Stop> {
    let Some(opened) = deed::opened(room, here)? else {
        return Ok(Facts::default());
    };
    let opened = Guarded::new(opened, sight::invitation(&here.row));
    let Some(said) = opened.seen_by(&room.viewer).cloned() else {
        return Ok(Facts::default());
    };
    let (key, decision) = match here.gate {
        Gate::Nobody => (None, None),
        Gate::Unasked => (Some("campaign-unasked"), None),
        Gate::Open(id) => (Some("campaign-being-decided"), Some(id)),
        Gate::Decided(id) => (Some("campaign-decided"), Some(id)),
    };
    let coming = Stage::COMING.contains(&here.row.stage);
    let decided_with = key.map(|key| DecidedWith {
        says: room.tongue.say(key).to_owned(),
        decision: decision
            .filter(|_| here.of_circle)
            .map(|id| format!("/decisions/{id}")),
        can_ask: here.gate == Gate::Unasked && here.host && here.of_circle && coming,
    });
    let all = [
        ("campaign-aim", said.aim),
        ("campaign-demands", said.demands),
        ("campaign-decides", said.decision_maker),
        ("campaign-affected", said.affected),
        ("campaign-end", said.end_condition),
    ];
    let said = all.into_iter().filter_map(|(key, words)| {
        let words = words?;
        Some((room.tongue.say(key).to_owned(), words))
    });
    Ok(Facts {
        said: said.collect(),
        decided_with,
    })
}

fn ask(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let proposal = deed::ask(room, words::id(at)?)?;
    Ok(Reply::go(format!("/decisions/{proposal}?said=proposed")))
}
