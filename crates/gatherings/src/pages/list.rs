//! What comes, what is under way, what was written; for members, and what anybody may come to.

use super::words;
use crate::{
    deeds,
    rules::{Stage, Wide},
    sight,
    tables::{self, ContainerRow},
};
use askama::Template;
use kernel::Who;
use store::Stop;
use web::{Frame, Item, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/gatherings", list),
        Route::page("/come", come),
        Route::page("/letters", letters),
    ]
}

struct Line {
    href: String,
    title: String,
    words: String,
}

#[derive(Template)]
#[template(path = "gatherings.html")]
struct List {
    frame: Frame,
    coming: Vec<Line>,
    written: Vec<Line>,
    before: Vec<Line>,
    can_begin: bool,
    choir: bool,
}

fn line(room: &mut Room<'_>, row: &ContainerRow) -> Result<Option<Line>, Stop> {
    let Some(title) = words::title_for(room, row, sight::invitation(row))? else {
        return Ok(None);
    };
    let circle = people::circle(room.conn, row.network_id, row.circle_id)?.name;
    let when = words::when(room, row);
    let stage = words::stage(room, row);
    Ok(Some(Line {
        href: format!("/gatherings/{}", row.id),
        title,
        words: format!("{circle} · {when} · {stage}"),
    }))
}

fn list(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let (mut coming, mut written, mut before) = (Vec::new(), Vec::new(), Vec::new());
    for row in tables::containers_here(room.conn, me.network)? {
        // An evening nobody holds yet stands on the page of its season.
        if row.season_id.is_some() && row.seats().is_empty() && row.stage == Stage::Seeded {
            continue;
        }
        if let Some(line) = line(room, &row)? {
            match row.stage {
                Stage::Seeded | Stage::Invited => coming.push(line),
                Stage::Gathered | Stage::Draft | Stage::Room => written.push(line),
                _ => before.push(line),
            }
        }
    }
    before.reverse();
    let seasons = tables::choir_seasons_here(room.conn, me.network)?;
    room.page(&List {
        frame: room.frame(room.tongue.say("gather-title")),
        coming,
        written,
        before,
        can_begin: me.standing.reads_as_member() && !me.circles.is_empty(),
        choir: me.standing.reads_as_member() || !seasons.is_empty(),
    })
}

struct Open {
    title: String,
    when: String,
    for_whom: Option<String>,
    place: Option<String>,
    dial_in: Option<String>,
}

#[derive(Template)]
#[template(path = "come.html")]
struct Come {
    frame: Frame,
    all: Vec<Open>,
    letters: bool,
}

/// What anybody may come to: a question, an hour, a place or a line to call. No account, no form.
fn open(room: &mut Room<'_>) -> Result<Vec<Open>, Stop> {
    let mut all = Vec::new();
    for row in tables::open_to_all(room.conn, room.network.id, room.today)? {
        let Some(said) = words::read(room, &row, sight::invitation(&row))? else {
            continue;
        };
        all.push(Open {
            title: words::title(room, &row, &said),
            when: words::when(room, &row),
            for_whom: said.for_whom,
            place: said.place,
            dial_in: said.dial_in,
        });
    }
    Ok(all)
}

fn come(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let all = open(room)?;
    let shared = tables::shared_to(room.conn, room.network.id, &[Wide::Public])?;
    room.page(&Come {
        frame: room.frame(room.tongue.say("come-title")),
        all,
        letters: !shared.is_empty(),
    })
}

/// The same on the public front page, in a line each.
pub(crate) fn front(room: &mut Room<'_>) -> Result<Vec<Item>, Stop> {
    let all = open(room)?;
    let items = all.into_iter().take(3);
    Ok(items
        .map(|one| Item::new(one.title, one.when, "/come"))
        .collect())
}

#[derive(Template)]
#[template(path = "letters.html")]
struct Letters {
    frame: Frame,
    all: Vec<Line>,
}

/// What was shared with whoever is looking.
fn letters(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let mut all = Vec::new();
    for row in tables::shared_to(room.conn, room.network.id, Wide::ALL)? {
        let who: Who = sight::letter(&row);
        if let Some(title) = words::title_for(room, &row, who)? {
            all.push(Line {
                href: format!("/letters/{}", row.id),
                title,
                words: room.tongue.day(row.on_day),
            });
        }
    }
    room.page(&Letters {
        frame: room.frame(room.tongue.say("letters-title")),
        all,
    })
}
