//! Today: what is mine, what needs a voice, and at most three things I could do.

use askama::Template;
use store::Stop;
use web::{Frame, Item, Reply, Room};

#[derive(Template)]
#[template(path = "today.html")]
struct Today {
    frame: Frame,
    day: String,
    lede: String,
    yours: Vec<Item>,
    ours: Vec<Item>,
    could_you: Vec<Item>,
    member: bool,
    resting: bool,
}

pub(super) fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    let share = web::today(room, &me)?;
    let day = room.tongue.day(room.today);
    room.page(&Today {
        frame: room.frame(day.clone()),
        day,
        lede: room
            .tongue
            .tell("today-lede", &[("n", share.yours.len().into())]),
        yours: share.yours,
        ours: share.ours,
        could_you: share.could_you,
        member: me.standing.reads_as_member(),
        resting: me.is_resting(),
    })
}
