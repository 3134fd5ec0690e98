//! The buttons of a slow round.

use crate::{
    deeds::{
        heard,
        slow::{self, WORDS_LIMIT},
    },
    rules::{EntryId, ReflectionId, RoundRefusal as No, Said, SlowId},
};
use kernel::YesNo;
use store::Stop;
use web::{Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::deed_on("/rounds/{id}/give", give),
        Route::deed_on("/rounds/{id}/pass", pass),
        Route::deed_on("/rounds/{id}/take-back", take_back),
        Route::deed_on("/entries/{id}/heard", say_back),
        Route::deed_on("/entries/{id}/waive", waive),
        Route::deed_on("/entries/{id}/reply", reply),
        Route::deed_on("/reflections/{id}/yes", yes),
        Route::deed_on("/reflections/{id}/not-yet", not_yet),
    ]
}

fn parse(id: &str) -> Result<SlowId, Stop> {
    SlowId::parse(id).ok_or(Stop::NotThere)
}

fn entry(id: &str) -> Result<EntryId, Stop> {
    EntryId::parse(id).ok_or(Stop::NotThere)
}

fn to(id: SlowId, said: &str) -> Result<Reply, Stop> {
    Ok(Reply::go(format!("/rounds/{id}?said={said}")))
}

fn give(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    typed.at_most("words", WORDS_LIMIT)?;
    // Who may not read the round learns nothing of what is missing.
    crate::deeds::look(room, id)?;
    let words = typed.some("words").ok_or(No::WordsNeeded)?;
    slow::give(room, id, Some(words))?;
    to(id, "slow-given")
}

fn pass(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    slow::give(room, id, None)?;
    to(id, "slow-passed")
}

fn take_back(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    slow::take_back(room, id)?;
    to(id, "slow-taken-back")
}

fn say_back(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = heard::say_back(room, entry(id)?, typed)?;
    to(id, "saved")
}

fn waive(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let waived = match typed.ticked("undo") {
        true => YesNo::No,
        false => YesNo::Yes,
    };
    let id = heard::waive(room, entry(id)?, waived)?;
    to(id, "saved")
}

fn reply(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = heard::reply(room, entry(id)?, typed)?;
    to(id, "saved")
}

fn yes(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    of(room, id, Said::Yes)
}

fn not_yet(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    of(room, id, Said::NotYet)
}

fn of(room: &mut Room<'_>, id: &str, said: Said) -> Result<Reply, Stop> {
    let id = ReflectionId::parse(id).ok_or(Stop::NotThere)?;
    let id = heard::say_of(room, id, said)?;
    to(id, "saved")
}
