//! What my circles do again and again.

use super::{read, rhythm_words, time_words};
use crate::{
    deeds::{self, Whole, times},
    rules::Stage,
    tables,
};
use askama::Template;
use store::Stop;
use web::{Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/practices", page)]
}

struct Line {
    id: String,
    name: String,
    circle: String,
    when: String,
    next: String,
}

#[derive(Template)]
#[template(path = "practices.html")]
struct Practices {
    frame: Frame,
    lines: Vec<Line>,
    begins: bool,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if me.circles.is_empty() && !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let circles = people::circles(room.conn, me.network)?;
    let mut lines = Vec::new();
    for row in tables::of_circles(room.conn, me.network, &me.circles)? {
        let whole = Whole::of(room.conn, row)?;
        let words = deeds::words(room.house, &whole.row)?;
        let of = circles
            .iter()
            .find(|circle| circle.id == whole.row.circle_id);
        let now = room.now;
        let coming = times::coming(room, &whole, (now, 8))?;
        let first = coming.iter().find(|(_, resting)| !resting);
        let next = match (whole.row.stage, first) {
            (Stage::Living, Some((one, _))) => {
                let said = [("when", time_words(room, one).into())];
                room.tongue.tell("practice-next", &said)
            }
            (Stage::Living, None) => room.tongue.say("practice-no-next").to_owned(),
            (Stage::Review, _) => room.tongue.say("practice-review-line").to_owned(),
            (Stage::Ended, _) => room.tongue.say("practice-ended-line").to_owned(),
        };
        lines.push(Line {
            id: whole.row.id.to_string(),
            name: read(room, &words.name),
            circle: of.map_or(String::new(), |circle| circle.name.clone()),
            when: rhythm_words(room, &whole),
            next,
        });
    }
    room.page(&Practices {
        frame: room.frame(room.tongue.say("practices-title")),
        lines,
        begins: !me.circles.is_empty() && me.standing.reads_as_member(),
    })
}
