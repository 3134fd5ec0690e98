//! Today: what is mine, what needs a voice, and at most three things I could do.

use askama::Template;
use kernel::Member;
use store::Stop;
use web::{Frame, Item, Reply, Room, TodayShare};

/// Never more than three (J2): a list of needs is a weight.
const MOST_COULD_YOU: usize = 3;

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
    let share = gather(room, &me)?;
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

fn gather(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut whole = TodayShare::default();
    for practice in &room.house.practices {
        let share = practice.today(room, me)?;
        whole.yours.extend(share.yours);
        whole.ours.extend(share.ours);
        whole.could_you.extend(share.could_you);
    }
    if me.is_resting() {
        // P20: whoever rests is asked for nothing.
        whole.could_you.clear();
    }
    whole.could_you.truncate(MOST_COULD_YOU);
    Ok(whole)
}
