//! The door of the line's pages: for anybody who does not answer the line they are not there.

use crate::{rules::on_shift, sight};
use kernel::Member;
use store::Stop;
use web::Room;

/// Whoever answers the line, on shift or not.
pub(super) fn answers_it(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    if sight::shift_things(room.network.aid).includes(&room.viewer) {
        Ok(me)
    } else {
        Err(Stop::NotThere)
    }
}

/// Whoever is on shift now; somebody who only answers the line hears that a shift comes first.
pub(super) fn on_shift_now(room: &Room<'_>) -> Result<Member, Stop> {
    let me = answers_it(room)?;
    on_shift(&me, room.network.aid)?;
    Ok(me)
}
