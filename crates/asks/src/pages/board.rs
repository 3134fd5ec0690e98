//! The board: published words, area and by-when, never a name; in the order of the queue.

use super::words::{self, Choice};
use crate::{
    deeds,
    rules::Kind,
    tables::{self, BoardFilter},
};
use askama::Template;
use kernel::{OrganisationId, Who};
use store::Stop;
use web::{Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/asks", board).stays_open(),
        Route::deed_on("/asks/{id}/claim", claim).stays_open(),
    ]
}

struct Line {
    id: String,
    code: String,
    words: String,
    area: String,
    by: String,
    kind: String,
    spanish: bool,
}

#[derive(Template)]
#[template(path = "board.html")]
struct Board {
    frame: Frame,
    lines: Vec<Line>,
    kinds: Vec<Choice>,
    areas: Vec<Choice>,
    filtered: bool,
    more: Option<String>,
    resting: bool,
}

fn board(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !Who::Network(me.network).includes(&room.viewer) {
        return Err(Stop::NotThere);
    }
    let filter = BoardFilter {
        kind: room.visit.param("kind").and_then(|kind| Kind::parse(&kind)),
        area: room.visit.param("area"),
        page: room.page_number(),
    };
    let (rows, more) = tables::board(room.conn, &room.house.vault, &me, room.network.aid, &filter)?;
    let tongue = room.tongue.clone();
    let lines = rows
        .iter()
        .map(|line| Line {
            id: line.id.to_string(),
            code: line.code.clone(),
            words: line
                .published
                .seen_by(&room.viewer)
                .cloned()
                .flatten()
                .unwrap_or_default(),
            area: words::area(&tongue, &line.area),
            by: words::by(&tongue, line.by_day),
            kind: words::kind(&tongue, line.kind).to_owned(),
            spanish: line.language == web::Lang::Es,
        })
        .collect();
    let row = people::network_row(room.conn, me.network)?;
    let area = filter.area.clone().unwrap_or_default();
    let next = filter.page + 1;
    room.page(&Board {
        frame: room.frame(tongue.say("board-title")),
        lines,
        kinds: words::kinds(&tongue, filter.kind),
        areas: words::areas(row.area_names(), &area),
        filtered: filter.kind.is_some() || filter.area.is_some(),
        more: more.then(|| {
            let kind = filter.kind.map_or("", Kind::as_str);
            format!(
                "/asks?kind={kind}&area={}&page={next}",
                web::in_query(&area)
            )
        }),
        resting: me.is_resting(),
    })
}

/// "I can." An ask that is not on the board, for whatever reason, gives one answer.
fn claim(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !Who::Network(me.network).includes(&room.viewer) {
        return Err(Stop::NotThere);
    }
    let Some(ask) = crate::rules::AskId::parse(id) else {
        return Ok(Reply::go("/asks?said=no-longer-open"));
    };
    let organisation = OrganisationId::parse(typed.text("for"));
    match deeds::claim(room, ask, organisation) {
        Ok(()) => Ok(Reply::go(format!("/asks/{ask}?said=claimed"))),
        Err(Stop::NotThere) => Ok(Reply::go("/asks?said=no-longer-open")),
        Err(other) => Err(other),
    }
}
