//! One gathering: its question, when and where, who holds it, and what is to be done next.

use super::{campaign, words};
use crate::{
    deeds::{self, Here, hosting::SHORT},
    rules::{Kind, LETTER_DAYS, LONGEST_DAYS, Said, Stage},
    sight,
    tables::{self, ContainerRow},
};
use askama::Template;
use kernel::{Audience, Guarded};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page_of("/gatherings/{id}", page)]
}

#[derive(Template)]
#[template(path = "gathering.html")]
struct Page {
    frame: Frame,
    id: String,
    lede: String,
    stage: String,
    held_by: String,
    /// Somebody was asked to hold it and has not said anything.
    waits: bool,
    asked: bool,
    host: bool,
    second_missing: bool,
    question_missing: bool,
    rest: Option<String>,
    can_move: bool,
    can_invite: bool,
    coming: bool,
    invited: bool,
    over: bool,
    asks_to_close: bool,
    campaign: bool,
    met: bool,
    resting: bool,
    can_end: bool,
    steward: bool,
    for_whom: Option<String>,
    agreements: Vec<String>,
    place: Option<String>,
    dial_in: Option<String>,
    facts: Vec<(String, String)>,
    decided_with: Option<campaign::DecidedWith>,
    /// What is offered for people's time on its day.
    paid: Vec<String>,
    on_day: String,
    circle_id: String,
    needs: Vec<(String, String)>,
    my_need: String,
    harvest: bool,
    can_take_on: bool,
    letter: bool,
    choir: Option<String>,
    within: Vec<(String, String)>,
    can_hold_more: bool,
    in_season: bool,
    today: String,
    latest: String,
    short: usize,
    audience: AudienceLine,
    needs_audience: AudienceLine,
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let here = deeds::look(room, words::id(id)?)?;
    if !here.invited {
        return Err(Stop::NotThere);
    }
    let row = here.row.clone();
    let who = sight::invitation(&row);
    let said = words::read(room, &row, who.clone())?.ok_or(Stop::NotThere)?;
    let rule = here.rule(room);
    let circle = people::circle(room.conn, row.network_id, row.circle_id)?.name;
    let held_by = words::pair(room, &row.seats(), &who)?;
    let coming = Stage::COMING.contains(&row.stage);
    let rest = match coming {
        true => deeds::rest_on(room.conn, room.house, row.circle_id, row.on_day)?,
        false => None,
    };
    let facts = campaign::facts(room, &here)?;
    let paid = decisions::paid_time(room, (row.circle_id, row.on_day))?;
    let (needs, my_need) = needs(room, &here)?;
    let within = within(room, &row)?;
    let harvest = reads_harvest(room, &row)?;
    let tongue = room.tongue.clone();
    let what = tongue.say(words::kind(row.kind)).to_owned();
    let when = words::when(room, &row);
    let lede = match row.kind {
        Kind::Campaign | Kind::Learning => {
            let said = [
                ("what", what.into()),
                ("circle", circle.into()),
                ("when", when.into()),
                ("day", row.review_on.into()),
            ];
            tongue.tell("gather-lede-until", &said)
        }
        _ => format!("{what} · {circle} · {when}"),
    };
    let title = words::title(room, &row, &said);
    let missing = row.seats().len() < 2;
    let asked = [
        row.host_id.zip(row.host_said),
        row.second_id.zip(row.second_said),
    ];
    let mut asked = asked.into_iter().flatten();
    let me_asked = asked
        .clone()
        .any(|(one, said)| one == here.me.id && said == Said::Asked);
    let waits = asked.any(|(_, said)| said == Said::Asked);
    let begun = room.now >= row.begins(&room.network.zone);
    let due = row.on_day.plus(LETTER_DAYS);
    let unwritten = matches!(row.stage, Stage::Gathered | Stage::Draft) && room.today > due;
    room.page(&Page {
        id: row.id.to_string(),
        lede,
        stage: words::stage(room, &row),
        held_by,
        waits,
        asked: me_asked && coming,
        host: here.host,
        second_missing: missing && coming,
        question_missing: said.question.is_none(),
        rest: rest.map(|(until, offered)| {
            let said = [("until", until.into()), ("offered", offered.into())];
            tongue.tell("gather-falls-in-rest", &said)
        }),
        can_move: rest.is_some() && (here.host || here.of_circle),
        can_invite: here.host && rule.invite(rest, room.today).is_ok(),
        coming,
        invited: row.stage == Stage::Invited,
        over: row.stage == Stage::Invited && begun,
        asks_to_close: rule.asks_to_close(room.today),
        campaign: row.kind == Kind::Campaign,
        met: row.met_on.is_some(),
        resting: row.stage == Stage::Resting,
        can_end: row.stage != Stage::Closed,
        steward: here.steward,
        for_whom: said.for_whom,
        agreements: said
            .agreements
            .map(|text| text.lines().map(str::to_owned).collect())
            .unwrap_or_default(),
        place: said.place,
        dial_in: said.dial_in,
        facts: facts.said,
        decided_with: facts.decided_with,
        paid,
        on_day: row.on_day.to_string(),
        circle_id: row.circle_id.to_string(),
        needs,
        my_need,
        harvest,
        can_take_on: unwritten && here.of_circle && !here.writes,
        letter: sight::letter(&row).includes(&room.viewer),
        choir: row.season_id.map(|id| id.to_string()),
        within,
        can_hold_more: rule.holds_more().is_ok()
            && matches!(row.kind, Kind::Campaign | Kind::Learning),
        in_season: row.season_id.is_some(),
        today: room.today.to_string(),
        latest: room.today.plus(LONGEST_DAYS).to_string(),
        short: SHORT,
        audience: match row.stage {
            Stage::Seeded => words::audience(room, crate::rules::Wide::Circle),
            _ => words::audience(room, row.open_to),
        },
        needs_audience: AudienceLine::new(&tongue, Audience::Named, "audience-gather-needs"),
        frame: room.frame(title),
    })
}

/// Whether there is a harvest that whoever is in the room reads or writes.
fn reads_harvest(room: &mut Room<'_>, row: &ContainerRow) -> Result<bool, Stop> {
    if Stage::COMING.contains(&row.stage) {
        return Ok(false);
    }
    let quoted = deeds::quoted(room, row)?;
    Ok(sight::draft(row, &quoted).includes(&room.viewer))
}

/// What people need to be able to come, for those who hold it; and what I wrote.
fn needs(room: &mut Room<'_>, here: &Here) -> Result<(Vec<(String, String)>, String), Stop> {
    let (mut all, mut mine) = (Vec::new(), String::new());
    for need in tables::needs_of(room.conn, here.row.network_id, here.row.id)? {
        let (whose, words) = need.open(&room.house.vault)?;
        let who = sight::need(&here.row, whose);
        let words = Guarded::new(words, who.clone());
        let Some(words) = words.seen_by(&room.viewer).cloned() else {
            continue;
        };
        if whose == Some(here.me.id) {
            mine.clone_from(&words);
        }
        if here.host {
            let name = match whose {
                Some(person) => people::called_for(room, person, who)?,
                None => String::new(),
            };
            all.push((name, words));
        }
    }
    Ok((all, mine))
}

fn within(room: &mut Room<'_>, row: &ContainerRow) -> Result<Vec<(String, String)>, Stop> {
    let mut all = Vec::new();
    for part in tables::within(room.conn, row.network_id, row.id)? {
        if let Some(title) = words::title_for(room, &part, sight::invitation(&part))? {
            all.push((part.id.to_string(), title));
        }
    }
    Ok(all)
}
