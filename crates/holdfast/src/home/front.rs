//! The public page: what we do, the limits, and two doors.

use askama::Template;
use axum::{extract::State, response::Response};
use web::{Frame, Shared, Visit};

#[derive(Template)]
#[template(path = "front.html")]
struct Front {
    frame: Frame,
    about: String,
    limits: String,
    areas: Vec<String>,
    closed: Option<String>,
}

pub(super) async fn page(State(house): State<Shared>, visit: Visit) -> Response {
    house
        .show(visit, |room| {
            let row = people::network_row(room.conn, room.network.id)?;
            let lang = room.tongue.lang;
            room.page(&Front {
                frame: room.frame(row.name.clone()),
                about: row.about(lang).to_owned(),
                limits: row.limits(lang).to_owned(),
                areas: row.area_names().map(str::to_owned).collect(),
                closed: row.line_closed(lang, room.today).map(str::to_owned),
            })
        })
        .await
}
