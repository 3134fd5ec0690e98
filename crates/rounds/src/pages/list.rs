//! The rounds of one's circles: what is held now, and what is asked slowly.

use crate::{deeds, live, sight, tables};
use askama::Template;
use kernel::Guarded;
use store::Stop;
use web::{Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/rounds", list)]
}

struct Line {
    href: String,
    title: String,
    words: String,
}

#[derive(Template)]
#[template(path = "rounds.html")]
struct List {
    frame: Frame,
    live: Vec<Line>,
    slow: Vec<Line>,
    can_ask: bool,
}

fn list(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let tongue = room.tongue.clone();
    let circles = people::circles(room.conn, me.network)?;
    let called = |id| circles.iter().find(|circle| circle.id == id);
    let mut held = live::all(room.house).held(room.now);
    held.retain(|live| {
        // One for whoever has the address stands on its keeper's list alone.
        live.keeper == Some(me.id) || live.circle.is_some_and(|of| me.circles.contains(&of))
    });
    let live = held.iter().map(|live| Line {
        href: live::address(&live.token),
        title: live.question.clone(),
        words: match live.circle.and_then(called) {
            Some(circle) => circle.name.clone(),
            None => tongue.say("round-by-address").to_owned(),
        },
    });
    let live = live.collect();
    let mut slow = Vec::new();
    for row in tables::slow_rounds_of(room.conn, me.network, &me.circles)? {
        let question = row
            .key(&room.house.vault)?
            .open(row.row(), "question", &row.question)?;
        let question = Guarded::new(question, sight::slow(row.circle_id));
        let Some(title) = question.seen_by(&room.viewer).cloned() else {
            continue;
        };
        let stands = match row.is_open(room.now) {
            true => tongue.say("slow-open").to_owned(),
            false => {
                let when = tongue.moment(row.closes_at, &room.network.zone);
                tongue.tell("slow-until", &[("when", when.into())])
            }
        };
        let circle = called(row.circle_id).map_or("", |circle| circle.name.as_str());
        slow.push(Line {
            href: format!("/rounds/{}", row.id),
            title,
            words: format!("{circle} · {stands}"),
        });
    }
    room.page(&List {
        frame: room.frame(tongue.say("rounds-title")),
        live,
        slow,
        can_ask: !me.circles.is_empty(),
    })
}
