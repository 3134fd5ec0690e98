//! Rest seasons.

use crate::{
    deeds::season as deeds,
    rules::{LifelineId, SeasonId, SeasonStage, TOLD_DAYS},
    sight,
    tables::{self, LifelineRow, SeasonRow},
};
use askama::Template;
use kernel::{Audience, Guarded, Who};
use store::Stop;
use web::{AudienceLine, Frame, Item, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/rest-seasons", list),
        Route::deed("/rest-seasons", plan),
        Route::page_of("/rest-seasons/{id}", page),
        Route::deed_on("/rest-seasons/{id}/call-off", call_off),
        Route::deed_on("/rest-seasons/{id}/lifelines", keep_alive),
        Route::deed_on("/lifelines/{id}/willing", willing),
        Route::deed_on("/lifelines/{id}/not-willing", not_willing),
        Route::deed_on("/lifelines/{id}/pause", pause),
    ]
}

#[derive(Template)]
#[template(path = "seasons.html")]
struct Seasons {
    frame: Frame,
    seasons: Vec<(String, String, String)>,
    circles: Vec<(String, String)>,
    plans: bool,
    whole: bool,
    earliest: String,
}

fn whose(room: &mut Room<'_>, row: &SeasonRow) -> Result<String, Stop> {
    Ok(match row.circle_id {
        Some(circle) => people::circle(room.conn, row.network_id, circle)?.name,
        None => room.network.name.clone(),
    })
}

fn when(room: &Room<'_>, row: &SeasonRow) -> String {
    let key = match row.stage {
        SeasonStage::Resting => "season-rests",
        _ => "season-planned",
    };
    let args = [("from", row.from_on.into()), ("to", row.to_on.into())];
    room.tongue.tell(key, &args)
}

fn list(room: &mut Room<'_>) -> Result<Reply, Stop> {
    deeds::sees(room)?;
    let me = room.member()?;
    let mut seasons = Vec::new();
    for row in tables::seasons(room.conn, me.network)? {
        let name = whose(room, &row)?;
        seasons.push((row.id.to_string(), name, when(room, &row)));
    }
    let whole = deeds::plans(room, None)?;
    let mut circles = Vec::new();
    for circle in people::circles(room.conn, me.network)? {
        if deeds::plans(room, Some(circle.id))? {
            circles.push((circle.id.to_string(), circle.name));
        }
    }
    room.page(&Seasons {
        frame: room.frame(room.tongue.say("seasons-title")),
        seasons,
        plans: whole || !circles.is_empty(),
        circles,
        whole,
        earliest: room.today.plus(TOLD_DAYS).to_string(),
    })
}

fn plan(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::sees(room)?;
    let id = deeds::plan(room, typed)?;
    Ok(Reply::go(format!("/rest-seasons/{id}?said=season-told")))
}

fn season(id: &str) -> Result<SeasonId, Stop> {
    SeasonId::parse(id).ok_or(Stop::NotThere)
}

fn lifeline(id: &str) -> Result<LifelineId, Stop> {
    LifelineId::parse(id).ok_or(Stop::NotThere)
}

struct Line {
    id: String,
    duty: String,
    willing: Vec<String>,
    mine: bool,
    paused: Option<String>,
    holds: bool,
}

#[derive(Template)]
#[template(path = "season.html")]
struct SeasonPage {
    frame: Frame,
    id: String,
    when: String,
    note: String,
    lines: Vec<Line>,
    plans: bool,
    planned: bool,
    audience: AudienceLine,
}

/// What is kept alive, and the sentence where it is paused, behind their audience.
fn words(
    room: &mut Room<'_>,
    line: &LifelineRow,
    public: bool,
) -> Result<Guarded<(String, Option<String>)>, Stop> {
    let key = line.key(&room.house.vault)?;
    let duty = key.open(line.row(), "duty", &line.duty)?;
    let paused = key.open_some(line.row(), "paused", line.paused.as_ref())?;
    let partners = match room.viewer.member() {
        Some(me) => me.liaison_of.clone(),
        None => Vec::new(),
    };
    let who = match public {
        true => Who::Public,
        false => sight::lifeline(line.network_id, &partners),
    };
    Ok(Guarded::new((duty, paused), who))
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    deeds::sees(room)?;
    let me = room.member()?;
    let row = tables::season(room.conn, me.network, season(id)?)?;
    let mut lines = Vec::new();
    let rules = deeds::lifelines(room.conn, &row)?;
    for (line, rule) in tables::lifelines_of(room.conn, me.network, row.id)?
        .iter()
        .zip(rules)
    {
        let said = words(room, line, false)?;
        let Some((duty, paused)) = said.seen_by(&room.viewer).cloned() else {
            continue;
        };
        let people = tables::willing(room.conn, me.network, line.id)?;
        let mut willing = Vec::new();
        for person in &people {
            willing.push(match room.posture().is_careful() && *person != me.id {
                // P29: names of other circles than one's own are nobody's while we are careful.
                true => room.tongue.say("lifeline-somebody").to_owned(),
                false => people::called(room, *person)?,
            });
        }
        // A liaison of a partner does not read members' names.
        willing.retain(|name| !name.is_empty());
        willing.sort();
        lines.push(Line {
            id: line.id.to_string(),
            duty,
            willing,
            mine: people.contains(&me.id),
            paused,
            holds: rule.holds(),
        });
    }
    let name = whose(room, &row)?;
    let tongue = room.tongue.clone();
    let ready = lines.iter().all(|line| line.holds);
    let note = match row.stage {
        SeasonStage::Resting => "season-note-rests",
        SeasonStage::Planned if ready => "season-note-ready",
        SeasonStage::Planned => "season-note-waits",
        _ => "season-note-over",
    };
    let plans = deeds::plans(room, row.circle_id)?;
    room.page(&SeasonPage {
        id: row.id.to_string(),
        when: when(room, &row),
        note: tongue.say(note).to_owned(),
        lines,
        plans,
        planned: row.stage == SeasonStage::Planned,
        audience: AudienceLine::new(&tongue, Audience::Network, "audience-season"),
        frame: room.frame(tongue.tell("season-title", &[("of", name.into())])),
    })
}

fn call_off(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::sees(room)?;
    deeds::call_off(room, season(id)?)?;
    Ok(Reply::go("/rest-seasons?said=season-called-off"))
}

fn to(id: SeasonId) -> Result<Reply, Stop> {
    Ok(Reply::go(format!("/rest-seasons/{id}?said=saved")))
}

fn keep_alive(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deeds::sees(room)?;
    let id = season(id)?;
    deeds::keep_alive(room, id, typed)?;
    to(id)
}

fn willing(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    to(deeds::willing(room, lifeline(id)?, true)?)
}

fn not_willing(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    to(deeds::willing(room, lifeline(id)?, false)?)
}

fn pause(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    to(deeds::pause(room, lifeline(id)?, typed)?)
}

/// What anybody reads while the whole rests: until when, and what is paused in whose words.
pub(crate) fn front(room: &mut Room<'_>) -> Result<Vec<Item>, Stop> {
    let mut items = Vec::new();
    for row in tables::seasons(room.conn, room.network.id)? {
        if row.stage != SeasonStage::Resting || row.circle_id.is_some() {
            continue;
        }
        let mut paused = Vec::new();
        for line in tables::lifelines_of(room.conn, row.network_id, row.id)? {
            let said = words(room, &line, line.paused.is_some())?;
            paused.extend(
                said.seen_by(&room.viewer)
                    .and_then(|(_, paused)| paused.clone()),
            );
        }
        let title = room
            .tongue
            .tell("season-front", &[("to", row.to_on.into())]);
        items.push(Item::new(title, paused.join(" "), "/ask"));
    }
    Ok(items)
}
