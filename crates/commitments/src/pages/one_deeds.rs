//! What is done on one commitment's page.

use super::{commitment, rhythm::days_typed};
use crate::{
    deeds::{self, offer, review, times, wake},
    rules::{CommitmentId, CommitmentRefusal as No, Sight},
};
use kernel::{Day, PersonId};
use store::Stop;
use web::{Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::deed_on("/commitments/{id}/accept", accept),
        Route::deed_on("/commitments/{id}/decline", decline),
        Route::deed_on("/commitments/{id}/withdraw", withdraw),
        Route::deed_on("/commitments/{id}/keep", keep),
        Route::deed_on("/commitments/{id}/ease", ease),
        Route::deed_on("/commitments/{id}/rest", rest),
        Route::deed_on("/commitments/{id}/go-on", go_on),
        Route::deed_on("/commitments/{id}/hand-over", hand_over),
        Route::deed_on("/commitments/{id}/release", release),
        Route::deed_on("/commitments/{id}/done", done),
        Route::deed_on("/commitments/{id}/again", again),
        Route::deed_on("/commitments/{id}/see", see),
        Route::deed_on("/commitments/{id}/cant", cant),
        Route::deed_on("/times/{time}/cant", cant_on),
        Route::deed_on("/commitments/{id}/can", can),
        Route::deed_on("/commitments/{id}/other", other),
        Route::deed_on("/commitments/{id}/works", works),
        Route::deed_on("/commitments/{id}/again-please", again_please),
        Route::deed_on("/commitments/{id}/wake", wakes),
        Route::deed_on("/commitments/{id}/in-touch", in_touch),
    ]
}

fn to(id: CommitmentId, said: &str) -> Result<Reply, Stop> {
    Ok(Reply::go(format!("/commitments/{id}?said={said}")))
}

/// Only what one may see can be acted on: looked at before what was typed is.
fn seen(room: &mut Room<'_>, id: &str) -> Result<CommitmentId, Stop> {
    Ok(deeds::look(room, commitment(id)?)?.id)
}

fn day(typed: &Typed, name: &str) -> Result<Day, No> {
    Day::parse(typed.text(name)).ok_or(No::DayNotUnderstood)
}

fn accept(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = commitment(id)?;
    offer::accept(room, id)?;
    to(id, "commit-accepted")
}

fn decline(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    offer::decline(room, commitment(id)?)?;
    Ok(Reply::go("/commitments?said=commit-declined"))
}

fn withdraw(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    offer::withdraw(room, commitment(id)?)?;
    Ok(Reply::go("/commitments?said=commit-withdrawn"))
}

fn keep(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = seen(room, id)?;
    let until = match typed.some("review_on") {
        None => offer::usual_review(room.today),
        Some(_) => day(typed, "review_on")?,
    };
    review::keep(room, id, until)?;
    to(id, "commit-kept")
}

fn ease(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = seen(room, id)?;
    let days = days_typed(typed);
    let days = (!days.is_empty()).then_some(days.as_slice());
    review::ease(room, id, typed.text("words"), days)?;
    to(id, "commit-eased")
}

fn rest(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = commitment(id)?;
    review::rest(room, id)?;
    to(id, "commit-rests")
}

fn go_on(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = commitment(id)?;
    review::go_on(room, id)?;
    to(id, "commit-goes-on")
}

fn hand_over(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = seen(room, id)?;
    let successor = match typed.some("to") {
        None => None,
        Some(name) => {
            let vault = &room.house.vault;
            let found = people::person_with_handle(room.conn, vault, room.network.id, name)?;
            Some(found.ok_or(No::SuccessorNotFound)?)
        }
    };
    review::hand_over(room, id, successor)?;
    to(id, "commit-handing")
}

fn release(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    review::release(room, commitment(id)?)?;
    Ok(Reply::go("/commitments?said=commit-released"))
}

fn done(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    review::complete(room, commitment(id)?)?;
    Ok(Reply::go("/commitments?said=commit-completed"))
}

fn again(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = seen(room, id)?;
    offer::again(room, id, day(typed, "review_on")?)?;
    to(id, "commit-offered")
}

fn see(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = seen(room, id)?;
    let sight = Sight::parse(typed.text("sight")).ok_or(Stop::NotThere)?;
    offer::see(room, id, sight)?;
    to(id, "saved")
}

fn cant(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = commitment(id)?;
    // Whoever stands in may not see the whole, and can say so all the same.
    times::cant(room, id, day(typed, "day").unwrap_or(Day(i32::MAX)))?;
    match deeds::look(room, id) {
        Ok(_) => to(id, "commit-cant"),
        Err(_) => Ok(Reply::go("/today?said=commit-cant")),
    }
}

/// The same in one tap, from Today: the commitment and its day stand in the path.
fn cant_on(room: &mut Room<'_>, time: &str, _: &Typed) -> Result<Reply, Stop> {
    let (id, day) = time.split_once('.').ok_or(Stop::NotThere)?;
    let day = Day::parse(day).ok_or(Stop::NotThere)?;
    times::cant(room, commitment(id)?, day)?;
    Ok(Reply::go("/today?said=commit-cant"))
}

fn can(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = seen(room, id)?;
    times::can_after_all(room, id, day(typed, "day")?)?;
    to(id, "commit-can")
}

fn other(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = seen(room, id)?;
    let other = (day(typed, "other")?, typed.text("clock"));
    times::another_time(room, id, day(typed, "day")?, other)?;
    to(id, "commit-other")
}

fn works(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = seen(room, id)?;
    times::that_works(room, id, day(typed, "day")?)?;
    to(id, "commit-works")
}

fn again_please(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = seen(room, id)?;
    let person = PersonId::parse(typed.text("person")).ok_or(Stop::NotThere)?;
    times::again_please(room, id, person)?;
    to(id, "saved")
}

fn wakes(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = commitment(id)?;
    wake::wake(room, id)?;
    to(id, "commit-woke")
}

fn in_touch(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    review::been_in_touch(room, commitment(id)?)?;
    Ok(Reply::go("/today?said=commit-in-touch"))
}
