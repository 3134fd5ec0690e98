//! The register: what is open, and what was agreed, found in two steps; and all of a circle on one
//! page, to print.

use super::words;
use crate::{
    deeds,
    rules::{AdviceStage, ChoiceStage, Manner, Stage},
    sight,
    tables::{self, ProposalRow},
};
use askama::Template;
use kernel::{Audience, CircleId, Guarded, Member, Who};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/decisions", list),
        Route::page_of("/decisions/of/{id}", agreed),
    ]
}

struct Line {
    href: String,
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
    circles: Vec<(CircleId, String)>,
    can_propose: bool,
    /// Newcomers do not decide alone, open ballots or draw maps yet.
    reads: bool,
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
            href: format!("/decisions/{}", row.id),
            title,
            words: format!("{circle} · {}", stands(room, &row)),
        };
        match row.stage {
            Stage::SetDown | Stage::Ended => {}
            Stage::Adopted => decided.push(line),
            _ => open.push(line),
        }
    }
    let circles = people::my_circles(room, &me)?;
    among_things(room, (&me, &circles), &sought, (&mut open, &mut decided))?;
    after_asking(room, (&me, &circles), &sought, (&mut open, &mut decided))?;
    room.page(&List {
        frame: room.frame(room.tongue.say("decisions-title")),
        sought,
        open,
        decided,
        can_propose: !circles.is_empty(),
        reads: me.standing.reads_as_member(),
        circles,
    })
}

/// A circle's name, of those one is in.
fn named(circles: &[(CircleId, String)], id: CircleId) -> &str {
    let found = circles.iter().find(|(circle, _)| *circle == id);
    found.map_or("", |(_, name)| name)
}

/// Choices among things: open, or counted.
fn among_things(
    room: &mut Room<'_>,
    (me, circles): (&Member, &[(CircleId, String)]),
    sought: &str,
    (open, decided): (&mut Vec<Line>, &mut Vec<Line>),
) -> Result<(), Stop> {
    for row in tables::choices_of(room.conn, me.network, &me.circles)? {
        let key = row.key(&room.house.vault)?;
        let title = key.open(row.row(), "title", &row.title)?;
        let title = Guarded::new(title, sight::circles(row.circle_id));
        let Some(title) = title.seen_by(&room.viewer).cloned() else {
            continue;
        };
        let first = super::choice::first(room, &row)?;
        if !fits(
            sought,
            &format!("{title} {}", first.as_deref().unwrap_or_default()),
        ) {
            continue;
        }
        let tongue = &room.tongue;
        let says = match (row.stage, first) {
            (ChoiceStage::Open, _) => tongue.tell("choice-until", &[("day", row.closes_on.into())]),
            (_, Some(first)) => tongue.tell("choice-first", &[("first", first.into())]),
            (ChoiceStage::TooFew, None) => tongue.say("choice-too-few").to_owned(),
            (_, None) => continue,
        };
        let line = Line {
            href: format!("/choices/{}", row.id),
            title,
            words: format!("{} · {says}", named(circles, row.circle_id)),
        };
        match row.stage {
            ChoiceStage::Open => open.push(line),
            _ => decided.push(line),
        }
    }
    Ok(())
}

/// What somebody decides, or decided, after asking.
fn after_asking(
    room: &mut Room<'_>,
    (me, circles): (&Member, &[(CircleId, String)]),
    sought: &str,
    (open, decided): (&mut Vec<Line>, &mut Vec<Line>),
) -> Result<(), Stop> {
    for row in tables::advices_of(room.conn, me.network, &me.circles)? {
        let key = row.key(&room.house.vault)?;
        let said = (
            key.open(row.row(), "title", &row.title)?,
            key.open_some(row.row(), "decided", row.decided.as_ref())?,
        );
        let said = Guarded::new(said, sight::circles(row.circle_id));
        let Some((title, words)) = said.seen_by(&room.viewer).cloned() else {
            continue;
        };
        if !fits(sought, &format!("{title} {}", words.unwrap_or_default())) {
            continue;
        }
        let says = room.tongue.say(super::advice::stage(row.stage));
        let line = Line {
            href: format!("/advice/{}", row.id),
            title,
            words: format!("{} · {says}", named(circles, row.circle_id)),
        };
        match row.stage {
            AdviceStage::Asking => open.push(line),
            AdviceStage::Decided => decided.push(line),
            AdviceStage::SetDown | AdviceStage::ToCircle => {}
        }
    }
    Ok(())
}

/// Where a proposal stands, in a few words.
pub(super) fn stands(room: &Room<'_>, row: &ProposalRow) -> String {
    let tongue = &room.tongue;
    let rule = row.proposal();
    match row.stage {
        Stage::Questions => tongue.say("stage-questions").to_owned(),
        Stage::Reactions => tongue.say("stage-reactions").to_owned(),
        Stage::Round if row.manner == Manner::Consensus => tongue.say("stage-round-all").to_owned(),
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
    manners: String,
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
    let (yes_no, among) = tables::manners(room.conn, me.network, id, room.now)?;
    let manners = [
        ("yesno", tongue.say(words::manner(yes_no)).into()),
        ("among", tongue.say(words::manner(among)).into()),
    ];
    let manners = tongue.tell("agreed-manners", &manners);
    room.page(&AgreedPage {
        frame: room.frame(tongue.tell("agreed-title", &said)),
        printed: tongue.day(room.today),
        manners,
        all,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-decision"),
    })
}
