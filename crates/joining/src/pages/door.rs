//! The second door (J7): a name and a way to reach somebody, and by when they are called.

use crate::{deeds, rules::JoiningRefusal};
use askama::Template;
use kernel::{Audience, Refusal};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

const NAME_LIMIT: usize = 60;
const REACH_LIMIT: usize = 200;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/join-us", page),
        Route::deed("/join-us", leave_word),
    ]
}

#[derive(Template)]
#[template(path = "join_us.html")]
struct JoinUs {
    frame: Frame,
    meets: String,
    name: String,
    reach: String,
    audience: AudienceLine,
    refusal: Option<String>,
}

#[derive(Template)]
#[template(path = "left_word.html")]
struct LeftWord {
    frame: Frame,
    by: String,
    meets: String,
}

fn meets(room: &mut Room<'_>) -> Result<String, Stop> {
    let row = people::network_row(room.conn, room.network.id)?;
    Ok(row.meets(room.tongue.lang).to_owned())
}

fn form(
    room: &mut Room<'_>,
    (name, reach): (&str, &str),
    refusal: Option<&JoiningRefusal>,
) -> Result<Reply, Stop> {
    let meets = meets(room)?;
    let tongue = room.tongue.clone();
    room.page_with(
        refusal.map_or(200, Refusal::status),
        &JoinUs {
            frame: room.frame(tongue.say("join-us-title")),
            meets,
            name: name.to_owned(),
            reach: reach.to_owned(),
            audience: AudienceLine::new(&tongue, Audience::Role, "audience-left-word"),
            refusal: refusal.map(|refusal| tongue.message(&refusal.message())),
        },
    )
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    form(room, ("", ""), None)
}

fn leave_word(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let name = typed.at_most("name", NAME_LIMIT)?;
    let reach = typed.at_most("reach", REACH_LIMIT)?;
    let lang = room.tongue.lang;
    let today = room.today;
    if name.is_empty() || reach.is_empty() {
        return form(
            room,
            (name, reach),
            Some(&JoiningRefusal::NameAndReachNeeded),
        );
    }
    let by = deeds::leave_word(room.conn, room.house, (name, reach), lang, today)?;
    let meets = meets(room)?;
    let tongue = room.tongue.clone();
    room.page(&LeftWord {
        frame: room.frame(tongue.say("left-word-title")),
        by: tongue.tell("left-word-by", &[("day", by.into())]),
        meets,
    })
}
