//! What I hold, what waits for a yes, what was promised to me and mine.

use super::words;
use crate::{
    deeds,
    rules::Stage,
    tables::{self, CommitmentRow, Party},
};
use askama::Template;
use kernel::CircleId;
use store::Stop;
use web::{Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/commitments", page)]
}

/// One commitment in a list.
pub(crate) struct Line {
    pub id: String,
    pub words: String,
    pub between: String,
    pub when: Option<String>,
    pub stage: Option<String>,
}

#[derive(Template)]
#[template(path = "commitments.html")]
struct Commitments {
    frame: Frame,
    mine: Vec<Line>,
    waiting: Vec<Line>,
    offered: Vec<Line>,
    received: Vec<Line>,
    others: Vec<Line>,
    circles: Vec<(CircleId, String)>,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() && me.liaison_of.is_empty() {
        return Err(Stop::NotThere);
    }
    let treasury = deeds::treasury(room)?;
    let mut rows = tables::seen_by(room.conn, &me, treasury, room.today)?;
    rows.retain(|row| deeds::shown(room, row));
    let (mut mine, mut waiting, mut offered) = (Vec::new(), Vec::new(), Vec::new());
    let (mut received, mut others) = (Vec::new(), Vec::new());
    for row in &rows {
        let gives = row.from() == Party::Person(me.id)
            || matches!(row.from(), Party::Organisation(id) if me.liaison_of.contains(&id));
        let side = gives || row.from().who().includes(&room.viewer);
        let receives = row.to().who().includes(&room.viewer);
        let line = line(room, row, treasury, side || receives)?;
        let to = match row.stage {
            Stage::Offered if !gives && deeds::speaks_for(room, row.to())? => &mut waiting,
            Stage::Offered if side => &mut offered,
            _ if gives => &mut mine,
            _ if side || receives => &mut received,
            _ => &mut others,
        };
        to.extend(line);
    }
    let circles = people::my_circles(room, &me)?;
    room.page(&Commitments {
        frame: room.frame(room.tongue.say("commitments-title")),
        mine,
        waiting,
        offered,
        received,
        others,
        circles,
    })
}

/// One line; where it stands is for its two sides alone.
fn line(
    room: &mut Room<'_>,
    row: &CommitmentRow,
    treasury: Option<kernel::CircleId>,
    side: bool,
) -> Result<Option<Line>, Stop> {
    let said = words::said(room, row, treasury)?;
    let Some(said) = said.seen_by(&room.viewer) else {
        return Ok(None);
    };
    let (from, to) = (
        words::party(room, row.from())?,
        words::party(room, row.to())?,
    );
    let tongue = room.tongue.clone();
    Ok(Some(Line {
        id: row.id.to_string(),
        words: said.words.clone(),
        between: tongue.tell(
            "commit-between",
            &[("from", from.into()), ("to", to.into())],
        ),
        when: row
            .recurrence()
            .map(|when| words::when_words(&tongue, &when)),
        stage: side.then(|| words::stage(&tongue, row)),
    }))
}
