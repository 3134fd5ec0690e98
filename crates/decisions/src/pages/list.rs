//! The register: what is open, and what was agreed, found in two steps; and all of a circle on one
//! page, to print.

use super::words;
use crate::{
    deeds,
    rules::Stage,
    tables::{self, ProposalRow},
};
use askama::Template;
use kernel::{Audience, CircleId, Guarded, Who};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/decisions", list),
        Route::page_of("/decisions/of/{id}", agreed),
    ]
}

struct Line {
    id: String,
    title: String,
    words: String,
}

#[derive(Template)]
#[template(path = "decisions.html")]
struct List {
    frame: Frame,
    sought: String,
    open: Vec<Line>,
    decided: Vec<Line>,
    circles: Vec<(String, String)>,
    can_propose: bool,
}

/// What one looks for: every word of it stands in the title or the text.
fn fits(sought: &str, text: &str) -> bool {
    let text = text.to_lowercase();
    sought
        .to_lowercase()
        .split_whitespace()
        .all(|word| text.contains(word))
}

fn list(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let sought = room.visit.param("q").unwrap_or_default().to_owned();
    let sought: String = sought.chars().take(80).collect();
    let (mut open, mut decided) = (Vec::new(), Vec::new());
    for row in tables::proposals_of(room.conn, me.network, &me.circles)? {
        let Some(title) = words::title(room, &row, &[])? else {
            continue;
        };
        let key = row.key(&room.house.vault)?;
        let text = key.open(row.row(), "words", &row.words)?;
        if !fits(&sought, &format!("{title} {text}")) {
            continue;
        }
        let circle = people::circle(room.conn, me.network, row.circle_id)?.name;
        let line = Line {
            id: row.id.to_string(),
            title,
            words: format!("{circle} · {}", stands(room, &row)),
        };
        match row.stage {
            Stage::SetDown | Stage::Ended => {}
            Stage::Adopted => decided.push(line),
            _ => open.push(line),
        }
    }
    let mut circles = Vec::new();
    for circle in people::circles(room.conn, me.network)? {
        if me.circles.contains(&circle.id) {
            circles.push((circle.id.to_string(), circle.name));
        }
    }
    room.page(&List {
        frame: room.frame(room.tongue.say("decisions-title")),
        sought,
        open,
        decided,
        can_propose: !circles.is_empty(),
        circles,
    })
}

/// Where a proposal stands, in a few words.
pub(super) fn stands(room: &Room<'_>, row: &ProposalRow) -> String {
    let tongue = &room.tongue;
    let rule = row.proposal();
    match row.stage {
        Stage::Questions => tongue.say("stage-questions").to_owned(),
        Stage::Reactions => tongue.say("stage-reactions").to_owned(),
        Stage::Round => tongue.say("stage-round").to_owned(),
        Stage::Adopted if rule.is_past_review(room.today) => {
            tongue.say("decision-past-review").to_owned()
        }
        Stage::Adopted if rule.is_in_effect(room.now) => {
            let day = [("day", row.review_on.into())];
            tongue.tell("decision-until", &day)
        }
        Stage::Adopted => tongue.say("stage-cooling").to_owned(),
        Stage::SetDown => tongue.say("stage-set-down").to_owned(),
        Stage::Ended => tongue.say("stage-ended").to_owned(),
    }
}

struct Agreed {
    title: String,
    words: String,
    when: String,
    past: bool,
}

#[derive(Template)]
#[template(path = "agreed.html")]
struct AgreedPage {
    frame: Frame,
    printed: String,
    all: Vec<Agreed>,
    audience: AudienceLine,
}

/// "What we've agreed": all of a circle on one page; what is past its review first.
fn agreed(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let id = CircleId::parse(id)
        .filter(|id| me.circles.contains(id))
        .ok_or(Stop::NotThere)?;
    let circle = people::circle(room.conn, me.network, id)?;
    let mut all = Vec::new();
    for row in tables::proposals_of(room.conn, me.network, &[id])? {
        if row.circle_id != id || !row.proposal().is_in_effect(room.now) {
            continue;
        }
        let key = row.key(&room.house.vault)?;
        let title = key.open(row.row(), "title", &row.title)?;
        let words = key.open(row.row(), "words", &row.words)?;
        let said = Guarded::new((title, words), Who::Circle(id));
        if let Some((title, words)) = said.seen_by(&room.viewer).cloned() {
            all.push(Agreed {
                title,
                words,
                when: stands(room, &row),
                past: row.proposal().is_past_review(room.today),
            });
        }
    }
    all.sort_by(|a, b| (!a.past, &a.title).cmp(&(!b.past, &b.title)));
    let tongue = room.tongue.clone();
    let said = [("circle", circle.name.into())];
    room.page(&AgreedPage {
        frame: room.frame(tongue.tell("agreed-title", &said)),
        printed: tongue.day(room.today),
        all,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-decision"),
    })
}
