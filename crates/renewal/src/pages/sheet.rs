//! On paper (N15): what is read aloud at the gathering, and the slip by which somebody without a screen
//! chooses.

use super::season::key;
use crate::{
    deeds::{self, held_by, season as deed},
    rules::{FEWEST, Way, Word},
    tables,
};
use askama::Template;
use kernel::{CircleId, Guarded, PersonId, Who};
use std::collections::BTreeMap;
use store::Stop;
use web::{Frame, HeldKind, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/renewal/sheet", sheet),
        Route::page("/renewal/slip", slip),
    ]
}

/// What one circle reads aloud.
struct Part {
    circle: String,
    /// For its own members: what goes on, a line for each choice, without names.
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "renewal_sheet.html")]
struct Sheet {
    frame: Frame,
    printed: String,
    parts: Vec<Part>,
    /// Of the other circles, how many chose; from five people on.
    others: Vec<String>,
}

/// What somebody chose, as it is read aloud: by its circle, and what they hold there from here on.
struct Choice {
    circle: Option<CircleId>,
    line: String,
}

fn choice(room: &mut Room<'_>, person: PersonId, word: Word) -> Result<Choice, Stop> {
    let mut held = held_by(room.conn, room.house, person)?;
    // What somebody carries for an ask, or which keys they hold, is read aloud nowhere.
    held.retain(|one| matches!(one.kind, HeldKind::Role | HeldKind::Commitment));
    let known = people::known_of(room.conn, room.house, person, room.now)?;
    let own = known.and_then(|known| known.member.circles.first().copied());
    let circle = held.iter().find_map(|one| one.circle).or(own);
    let titles: Vec<String> = held
        .into_iter()
        .filter(|one| one.circle.is_some() && one.circle == circle)
        .map(|one| one.title)
        .collect();
    let what = titles.join(" · ");
    let tongue = &room.tongue;
    let line = match (word, what.is_empty()) {
        (Word::Rest, _) => tongue.say(key(word)).to_owned(),
        (Word::StepBack | Word::Leave, false) => {
            tongue.tell("sheet-hands-over", &[("what", what.into())])
        }
        (_, false) => what,
        (_, true) => tongue.say("sheet-here").to_owned(),
    };
    Ok(Choice { circle, line })
}

fn sheet(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let season = deed::hearing(room.conn, me.network)?.ok_or(Stop::NotThere)?;
    let mut by_circle: BTreeMap<Option<CircleId>, Vec<String>> = BTreeMap::new();
    for row in tables::words_in(room.conn, me.network, season.id)? {
        if row.way == Way::Spared {
            continue;
        }
        let opened = row.key(&room.house.vault)?;
        let word = opened.open_some(row.row(), "word", row.word.as_ref())?;
        if let Some(word) = word.and_then(|word| Word::parse(&word)) {
            let choice = choice(room, row.member_id, word)?;
            by_circle
                .entry(choice.circle)
                .or_default()
                .push(choice.line);
        }
    }
    let (mut parts, mut others, mut rest) = (Vec::new(), Vec::new(), 0);
    for (circle, mut lines) in by_circle {
        lines.sort();
        let whose = match circle {
            Some(circle) => Who::Circle(circle),
            None => Who::AnyOf(Vec::new()),
        };
        let many = lines.len();
        let lines = Guarded::new(lines, whose);
        let called = match circle {
            Some(id) => people::circle(room.conn, me.network, id)?.name,
            None => String::new(),
        };
        match lines.seen_by(&room.viewer) {
            Some(lines) => parts.push(Part {
                circle: called,
                lines: lines.clone(),
            }),
            None if many >= FEWEST && circle.is_some() => others.push((called, many)),
            None => rest += many,
        }
    }
    // A few that stand alone could be counted back to somebody: they stand with others.
    if (1..FEWEST).contains(&rest)
        && let Some((_, many)) = others.pop()
    {
        rest += many;
    }
    let tongue = room.tongue.clone();
    let mut others: Vec<String> = others
        .into_iter()
        .map(|(circle, many)| {
            let said = [("circle", circle.into()), ("n", many.into())];
            tongue.tell("sheet-others", &said)
        })
        .collect();
    if rest >= FEWEST {
        others.push(tongue.tell("sheet-rest", &[("n", rest.into())]));
    }
    parts.sort_by(|a, b| a.circle.cmp(&b.circle));
    room.page(&Sheet {
        frame: room.frame(tongue.say("sheet-title")),
        printed: tongue.day(room.today),
        parts,
        others,
    })
}

#[derive(Template)]
#[template(path = "renewal_slip.html")]
struct Slip {
    frame: Frame,
    when: String,
    words: Vec<String>,
}

/// A slip of paper: it is given to a buddy, or to anybody of the circle.
fn slip(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let season = deed::hearing(room.conn, me.network)?.ok_or(Stop::NotThere)?;
    let tongue = room.tongue.clone();
    let words = Word::ALL.iter().filter(|word| **word != Word::Here);
    room.page(&Slip {
        when: tongue.tell("renewal-slip-until", &[("closes", season.closes_on.into())]),
        words: words
            .map(|word| tongue.say(key(*word)).to_owned())
            .collect(),
        frame: room.frame(tongue.say("renewal-slip-title")),
    })
}
