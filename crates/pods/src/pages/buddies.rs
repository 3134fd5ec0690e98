//! Asking somebody to be one's buddy, and what comes of it.

use crate::{
    deeds::{self, buddies as deed},
    rules::{AGAIN_DAYS, BuddyStage},
    sight,
    tables::{self, PairId},
};
use kernel::Member;
use store::Stop;
use web::{Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::deed("/pods/buddies", ask),
        Route::deed_on("/pods/buddies/{id}/yes", yes),
        Route::deed_on("/pods/buddies/{id}/not-now", not_now),
        Route::deed_on("/pods/buddies/{id}/go-on", go_on),
        Route::deed_on("/pods/buddies/{id}/end", end),
    ]
}

/// A pair, as one of the two sees it.
pub(super) struct Line {
    pub id: String,
    pub words: String,
    /// Somebody asks me.
    pub asks_me: bool,
    /// Both can say "go on" now, and I have not yet.
    pub can_go_on: bool,
    /// The words of the button that ends it, where I can.
    pub end: Option<&'static str>,
}

/// Everybody I am a pair with.
pub(super) fn lines(room: &mut Room<'_>, me: &Member) -> Result<Vec<Line>, Stop> {
    let mut lines = Vec::new();
    for row in tables::pairs_of(room.conn, me.network, me.id)? {
        let pair = row.pair();
        let i_asked = pair.asker == me.id;
        let (key, end) = match (pair.stage, i_asked) {
            // Who said "not now" has said it.
            (BuddyStage::NotNow, false) => continue,
            (BuddyStage::Asked, true) => ("buddy-you-asked", Some("buddy-take-back")),
            (BuddyStage::Asked, false) => ("buddy-asks-you", None),
            (BuddyStage::NotNow, true) => ("buddy-not-now", Some("buddy-noted")),
            (BuddyStage::Together, _) if pair.again_by == Some(me.id) => {
                ("buddy-goes-on-if", Some("buddy-end"))
            }
            (BuddyStage::Together, _) => ("buddy-until", Some("buddy-end")),
        };
        let who = sight::pair(pair.asker, pair.asked);
        let handle = people::called_for(room, pair.other(me.id), who)?;
        let said = [("handle", handle.into()), ("day", pair.until.into())];
        let near = pair.together(room.today) && pair.until.plus(-AGAIN_DAYS) <= room.today;
        lines.push(Line {
            id: row.id.to_string(),
            words: room.tongue.tell(key, &said),
            asks_me: pair.stage == BuddyStage::Asked && !i_asked,
            can_go_on: near && pair.again_by != Some(me.id),
            end,
        });
    }
    Ok(lines)
}

fn pair(id: &str) -> Result<PairId, Stop> {
    PairId::parse(id).ok_or(Stop::NotThere)
}

fn back(said: &str) -> Reply {
    Reply::go(format!("/pods?said={said}"))
}

fn ask(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::a_member(room)?;
    deed::ask(room, typed.at_most("handle", 40)?)?;
    Ok(back("buddy-asked"))
}

fn yes(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::answer(room, pair(id)?, true)?;
    Ok(back("buddy-yes"))
}

fn not_now(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::answer(room, pair(id)?, false)?;
    Ok(back("buddy-not-now"))
}

fn go_on(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::go_on(room, pair(id)?)?;
    Ok(back("saved"))
}

fn end(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::end(room, pair(id)?)?;
    Ok(back("buddy-ended"))
}
