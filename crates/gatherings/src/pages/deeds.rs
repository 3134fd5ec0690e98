//! The buttons of a gathering and its harvest.

use super::words::{id, line_id};
use crate::{
    deeds::{evening, harvest, hosting, quoted},
    rules::{ContainerId, Wide},
    sight, tables,
};
use kernel::Day;
use store::Stop;
use web::{Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::deed_on("/gatherings/{id}/second", second),
        Route::deed_on("/gatherings/{id}/host", host),
        Route::deed_on("/gatherings/{id}/invite", invite),
        Route::deed_on("/gatherings/{id}/move", move_past_rest),
        Route::deed_on("/gatherings/{id}/needs", need),
        Route::deed_on("/gatherings/{id}/needs/take-back", take_back_need),
        Route::deed_on("/gatherings/{id}/round", begin_round),
        Route::deed_on("/gatherings/{id}/gathered", gathered),
        Route::deed_on("/gatherings/{id}/take-on", take_on),
        Route::deed_on("/gatherings/{id}/end", end),
        Route::deed_on("/gatherings/{id}/take-up", take_up),
        Route::deed_on("/gatherings/{id}/go-on", go_on),
        Route::deed_on("/gatherings/{id}/met", met),
        Route::deed_on("/gatherings/{id}/room", to_the_room),
        Route::deed_on("/gatherings/{id}/changes", ask_change),
        Route::deed_on("/gatherings/{id}/share", share),
        Route::deed_on("/gatherings/{id}/narrow", narrow),
        Route::deed_on("/harvest-lines/{id}/yes", yes),
        Route::deed_on("/harvest-lines/{id}/heard", heard),
        Route::deed_on("/harvest-lines/{id}/take-out", take_out),
        Route::deed_on("/harvest-lines/{id}/take", take),
    ]
}

fn to(id: ContainerId, said: &str) -> Result<Reply, Stop> {
    Ok(Reply::go(format!("/gatherings/{id}?said={said}")))
}

fn harvest_of(id: ContainerId, said: &str) -> Result<Reply, Stop> {
    Ok(Reply::go(format!("/gatherings/{id}/harvest?said={said}")))
}

fn second(room: &mut Room<'_>, at: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    hosting::name_second(room, id, typed.text("second"))?;
    to(id, "gather-second")
}

fn host(room: &mut Room<'_>, at: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    let yes = typed.text("do") == "yes";
    hosting::answer(room, id, yes)?;
    match yes {
        true => to(id, "saved"),
        false => Ok(Reply::go("/gatherings?said=saved")),
    }
}

fn invite(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    hosting::invite(room, id)?;
    to(id, "gather-invited")
}

fn move_past_rest(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    hosting::move_past_rest(room, id)?;
    to(id, "saved")
}

fn need(room: &mut Room<'_>, at: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    hosting::need(room, id, typed)?;
    to(id, "gather-need")
}

fn take_back_need(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    hosting::take_back_need(room, id)?;
    to(id, "saved")
}

fn begin_round(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    Ok(Reply::go(evening::begin_round(room, id)?))
}

fn gathered(room: &mut Room<'_>, at: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    evening::gathered(room, id, typed)?;
    harvest_of(id, "gather-gathered")
}

fn take_on(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    evening::take_on_harvest(room, id)?;
    harvest_of(id, "saved")
}

fn end(room: &mut Room<'_>, at: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    let rests = typed.text("do") == "rest";
    evening::end(room, id, rests)?;
    to(
        id,
        if rests {
            "gather-rests"
        } else {
            "gather-closed"
        },
    )
}

fn take_up(room: &mut Room<'_>, at: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    evening::take_up(room, id, Day::parse(typed.text("ends")))?;
    to(id, "saved")
}

fn go_on(room: &mut Room<'_>, at: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    evening::go_on(room, id, Day::parse(typed.text("ends")))?;
    to(id, "saved")
}

fn met(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    evening::end_is_met(room, id)?;
    to(id, "saved")
}

fn to_the_room(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    harvest::to_the_room(room, id)?;
    harvest_of(id, "harvest-room")
}

fn ask_change(room: &mut Room<'_>, at: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    harvest::ask_change(room, id, typed)?;
    harvest_of(id, "harvest-asked")
}

fn share(room: &mut Room<'_>, at: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    match harvest::share(room, id, Wide::parse(typed.text("far")))? {
        Some(_) => harvest_of(id, "harvest-shared"),
        None => harvest_of(id, "harvest-one-yes"),
    }
}

fn narrow(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id(at)?;
    harvest::narrow(room, id)?;
    harvest_of(id, "saved")
}

/// Back to the harvest, for whoever reads it; whoever is only asked about a line goes back to their day.
fn back(room: &mut Room<'_>, id: ContainerId, said: &str) -> Result<Reply, Stop> {
    let network = room.network.id;
    let row = tables::container(room.conn, network, id)?;
    let quoted = quoted(room, &row)?;
    match sight::draft(&row, &quoted).includes(&room.viewer) {
        true => harvest_of(id, said),
        false => Ok(Reply::go(format!("/today?said={said}"))),
    }
}

fn yes(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = harvest::yes(room, line_id(at)?)?;
    back(room, id, "quote-yes")
}

fn heard(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = harvest::heard(room, line_id(at)?)?;
    harvest_of(id, "saved")
}

fn take_out(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = harvest::take_out(room, line_id(at)?)?;
    back(room, id, "harvest-out")
}

fn take(room: &mut Room<'_>, at: &str, _: &Typed) -> Result<Reply, Stop> {
    let made = harvest::take(room, line_id(at)?)?;
    Ok(Reply::go(format!("/commitments/{made}?said=promise-taken")))
}
