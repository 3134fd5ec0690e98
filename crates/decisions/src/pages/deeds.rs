//! The buttons of a proposal.

use crate::{
    deeds::{gate, proposal, voice},
    rules::{GateId, ObjectionState, ProposalId, VoiceId},
};
use kernel::Day;
use store::Stop;
use web::{Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::deed_on("/decisions/{id}/say", say),
        Route::deed_on("/decisions/{id}/on", on),
        Route::deed_on("/decisions/{id}/amend", amend),
        Route::deed_on("/decisions/{id}/dispute", dispute),
        Route::deed_on("/decisions/{id}/sitting", sitting),
        Route::deed_on("/decisions/{id}/lay-over", lay_over),
        Route::deed_on("/decisions/{id}/adopt", adopt),
        Route::deed_on("/decisions/{id}/keep", keep),
        Route::deed_on("/decisions/{id}/end", end),
        Route::deed_on("/decisions/{id}/falls-on", falls_on),
        Route::deed_on("/decisions/{id}/impact", impact),
        Route::deed_on("/voices/{id}/confirm", confirm),
        Route::deed_on("/voices/{id}/met", met),
        Route::deed_on("/voices/{id}/take-back", take_back),
        Route::deed_on("/gates/{id}/answer", answer),
        Route::deed_on("/gates/{id}/help", help),
    ]
}

fn parse(id: &str) -> Result<ProposalId, Stop> {
    ProposalId::parse(id).ok_or(Stop::NotThere)
}

fn to(id: ProposalId, said: &str) -> Result<Reply, Stop> {
    Ok(Reply::go(format!("/decisions/{id}?said={said}")))
}

fn say(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    voice::say(room, id, typed)?;
    to(id, "voice-said")
}

fn on(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    proposal::go_on(room, id)?;
    to(id, "saved")
}

fn amend(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    proposal::amend(room, id, typed)?;
    to(id, "saved")
}

fn dispute(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    proposal::dispute(room, id)?;
    to(id, "saved")
}

fn sitting(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    proposal::sit(room, id)?;
    to(id, "saved")
}

fn lay_over(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    proposal::lay_over(room, id, typed.ticked("circle_consents"))?;
    to(id, "laid-over")
}

fn adopt(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    proposal::adopt(room, id, Day::parse(typed.text("review_on")))?;
    to(id, "adopted")
}

fn keep(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    proposal::keep(room, id, Day::parse(typed.text("review_on")))?;
    to(id, "saved")
}

fn end(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    proposal::end(room, id)?;
    to(id, "saved")
}

fn falls_on(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    let convenor_only = typed.text("to") == "convenor";
    gate::falls_on(room, id, (typed.text("caucus"), convenor_only))?;
    match convenor_only {
        true => to(id, "gate-told"),
        false => to(id, "gate-opened"),
    }
}

fn impact(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = parse(id)?;
    proposal::impact(room, id, typed)?;
    to(id, "saved")
}

fn confirm(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = VoiceId::parse(id).ok_or(Stop::NotThere)?;
    let id = voice::confirm(room, id)?;
    to(id, "saved")
}

fn met(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = VoiceId::parse(id).ok_or(Stop::NotThere)?;
    let id = voice::resolve(room, id, ObjectionState::Integrated)?;
    to(id, "saved")
}

fn take_back(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = VoiceId::parse(id).ok_or(Stop::NotThere)?;
    let id = voice::resolve(room, id, ObjectionState::TakenBack)?;
    to(id, "saved")
}

fn answer(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = GateId::parse(id).ok_or(Stop::NotThere)?;
    gate::answer(room, id, typed)?;
    Ok(Reply::go("/caucuses?said=saved"))
}

fn help(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = GateId::parse(id).ok_or(Stop::NotThere)?;
    let id = gate::what_would_help(room, id)?;
    to(id, "saved")
}
