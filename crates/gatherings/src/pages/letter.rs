//! The harvest as others read it: the seven parts of the letter, each quote with a yes and no name, and
//! nothing of what stays in the room.

use super::words;
use crate::{
    deeds,
    rules::{Kind, Part},
    sight, tables,
};
use askama::Template;
use kernel::Guarded;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/letters/{id}", page),
        Route::page_of("/harvest-lines/{id}/propose", propose),
    ]
}

struct Section {
    title: String,
    /// A line; where a proposal can come of it, its id.
    lines: Vec<(String, Option<String>)>,
    quotes: Vec<String>,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Page {
    frame: Frame,
    when: String,
    question: String,
    sections: Vec<Section>,
    leaves_with: Option<String>,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let id = words::id(id)?;
    let network = room.network.id;
    let found = tables::container(room.conn, network, id);
    let shared = match &found {
        Ok(row) => sight::letter(row).includes(&room.viewer),
        Err(_) => false,
    };
    // A stranger finds the door before what is not theirs, as everywhere.
    if !shared {
        deeds::takes_part(room)?;
        return Err(Stop::NotThere);
    }
    let row = found?;
    let who = sight::letter(&row);
    let said = words::read(room, &row, who.clone())?.ok_or(Stop::NotThere)?;
    let proposes = deeds::takes_part(room).is_ok_and(|me| !me.circles.is_empty());
    let (mut left, mut leaves_with) = (Vec::new(), None);
    for line in tables::lines_of(room.conn, network, id)? {
        let opened = line.open(&room.house.vault)?;
        // The one place at which a line leaves the room.
        if !line.line(&opened).leaves() {
            continue;
        }
        let opened = Guarded::new(opened.words, who.clone());
        match (line.part, opened.seen_by(&room.viewer)) {
            (Part::QuestionOn, Some(words)) => leaves_with = Some(words.clone()),
            (part, Some(words)) => {
                let leads = proposes && part.may_lead_to_a_proposal();
                left.push((part, (words.clone(), leads.then(|| line.id.to_string()))));
            }
            (_, None) => {}
        }
    }
    let of = |part: Part| -> Vec<(String, Option<String>)> {
        let of = left.iter().filter(|(one, _)| *one == part);
        of.map(|(_, line)| line.clone()).collect()
    };
    let tongue = room.tongue.clone();
    let parts = Part::CHOIR.into_iter().map(|part| Section {
        title: tongue.say(words::part(part)).to_owned(),
        lines: of(part),
        quotes: match part {
            Part::Heard => of(Part::Quote)
                .into_iter()
                .map(|(words, _)| words)
                .collect(),
            _ => Vec::new(),
        },
    });
    let all = row.kind == Kind::Choir;
    let there = |one: &Section| all || !one.lines.is_empty() || !one.quotes.is_empty();
    let audience = words::audience(room, row.shared_to.ok_or(Stop::NotThere)?);
    room.page(&Page {
        when: tongue.day(row.on_day),
        question: words::title(room, &row, &said),
        sections: parts.filter(there).collect(),
        leaves_with,
        audience,
        frame: room.frame(tongue.say(match row.kind {
            Kind::Choir => "letter-title",
            _ => "harvest-title",
        })),
    })
}

/// From what pulls two ways to a proposal: the form, with the line in it. What has not left the room is
/// nothing to begin with.
fn propose(room: &mut Room<'_>, at: &str) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let line = tables::line(room.conn, me.network, words::line_id(at)?)?;
    let row = tables::container(room.conn, me.network, line.container_id)?;
    let opened = line.open(&room.house.vault)?;
    if !line.line(&opened).leaves() || !line.part.may_lead_to_a_proposal() {
        return Err(Stop::NotThere);
    }
    let words = Guarded::new(opened.words, sight::letter(&row));
    let words = words.seen_by(&room.viewer).cloned();
    let words = words.ok_or(Stop::NotThere)?;
    decisions::propose_page(room, (Some(row.circle_id), &words))
}
