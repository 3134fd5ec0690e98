//! The pod map: a sheet to print and to fill in by hand. Nothing of it is ever sent to us.

use crate::deeds;
use askama::Template;
use store::Stop;
use web::{Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/pods/map", page)]
}

#[derive(Template)]
#[template(path = "pod_map.html")]
struct Map {
    frame: Frame,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    deeds::somebody_here(room)?;
    room.page(&Map {
        frame: room.frame(room.tongue.say("pod-map-title")),
    })
}
