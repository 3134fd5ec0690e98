//! The hand-over sheet, on paper (N15).

use super::{Names, everybody, term_line};
use crate::{book::Book, deeds, rules::RoleId, sight, words};
use askama::Template;
use kernel::Audience;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page_of("/roles/{id}/sheet", page)]
}

#[derive(Template)]
#[template(path = "role_sheet.html")]
struct Sheet {
    frame: Frame,
    id: String,
    circle: String,
    printed: String,
    words: words::Words,
    holders: Vec<String>,
    shadows: Vec<String>,
    audience: AudienceLine,
}

/// For the circle, and whoever looks after it: for anybody else there is no such sheet. Keys stand on
/// it for the circle alone.
fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let id = RoleId::parse(id).ok_or(Stop::NotThere)?;
    let book = Book::read(room.conn, room.house, room.now)?;
    let written = book.role(id)?;
    let circle = book.circle(written.role.circle)?.clone();
    let mine = sight::within(circle.id).includes(&room.viewer);
    if !mine && !people::looks_after(room.conn, &me, circle.id, room.now)? {
        return Err(Stop::NotThere);
    }
    let tongue = room.tongue.clone();
    let mut words = words::of(room.house, &tongue, written)?;
    if !mine {
        words.opens.clear();
    }
    let names = Names::of(room, &everybody(&book, &[id]))?;
    let standing = book.standing(id);
    let who = super::who_holds(room, circle.id);
    let shadows = standing.iter().filter_map(|term| term.shadow());
    room.page(&Sheet {
        frame: room.frame(tongue.tell("roles-sheet", &[("role", (&words.name).into())])),
        id: id.to_string(),
        circle: circle.name,
        printed: tongue.day(room.today),
        holders: standing
            .iter()
            .filter_map(|term| term_line(room, &book, term, &names))
            .collect(),
        shadows: shadows
            .map(|person| names.called(room, person, &who))
            .filter(|name| !name.is_empty())
            .collect(),
        words,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-roles-circle"),
    })
}
