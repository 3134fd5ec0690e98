//! What files brought in, and undoing it; for the steward of the circle that answers asks.

use crate::{
    deeds,
    tables::{self, BatchId},
};
use askama::Template;
use kernel::{Member, Role};
use store::Stop;
use web::{Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/tables/batches", page),
        Route::deed_on("/tables/batches/{id}/undo", undo),
    ]
}

struct Batch {
    id: String,
    words: String,
    until: String,
}

#[derive(Template)]
#[template(path = "table_batches.html")]
struct Batches {
    frame: Frame,
    batches: Vec<Batch>,
}

/// Whoever is not the steward finds nothing here.
fn steward(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    if me.holds(Role::Steward, room.network.aid) {
        Ok(me)
    } else {
        Err(Stop::NotThere)
    }
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    steward(room)?;
    let tongue = room.tongue.clone();
    let batches = tables::batches(room.conn, room.network.id)?
        .into_iter()
        .map(|row| Batch {
            id: row.id.to_string(),
            words: tongue.tell(
                "tables-batch",
                &[
                    ("day", row.made_on.into()),
                    ("taken", i64::from(row.taken).into()),
                    ("refused", i64::from(row.refused).into()),
                ],
            ),
            until: tongue.tell("tables-batch-until", &[("day", row.ends_on.into())]),
        })
        .collect();
    room.page(&Batches {
        frame: room.frame(tongue.say("tables-batches")),
        batches,
    })
}

fn undo(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    steward(room)?;
    let id = BatchId::parse(id).ok_or(Stop::NotThere)?;
    let (_, stayed) = deeds::undo(room.conn, room.house, id)?;
    let said = if stayed == 0 {
        "tables-batch-undone"
    } else {
        "tables-batch-partly-undone"
    };
    Ok(Reply::go(format!("/tables/batches?said={said}")))
}
