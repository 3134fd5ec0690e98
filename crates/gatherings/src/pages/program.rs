//! The run of show, whose times follow from the hour it begins; the same on one sheet of paper (N15); and
//! groups of three, drawn afresh each time the page is asked for.

use super::words;
use crate::{
    deeds::{self, Here, hosting as deed},
    rules::{ContainerId, GatherRefusal as No, MOST_ROWS, Step, clock, flow, parse, threes},
    sight,
};
use askama::Template;
use kernel::Refusal;
use store::Stop;
use web::{Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/gatherings/{id}/show", page),
        Route::deed_on("/gatherings/{id}/show", save),
        Route::page_of("/gatherings/{id}/sheet", sheet),
        Route::page_of("/gatherings/{id}/threes", groups),
    ]
}

/// The most who sit in threes at once.
const MOST: usize = 300;

struct Line {
    at: String,
    minutes: i32,
    words: String,
}

#[derive(Template)]
#[template(path = "program.html")]
struct Page {
    frame: Frame,
    id: String,
    version: i32,
    refusal: Option<String>,
    stands: Vec<String>,
    rows: Vec<Line>,
    more: bool,
    over: String,
    /// What is offered for people's time on its day; it stands in every plan (P25).
    paid: Vec<String>,
}

fn lines(starts: i32, steps: &[Step]) -> (Vec<Line>, String) {
    let (rows, over) = flow(starts, steps);
    let rows = rows.into_iter().map(|(at, step)| Line {
        at: clock(at),
        minutes: step.minutes,
        words: step.words,
    });
    (rows.collect(), clock(over))
}

fn steps(room: &Room<'_>, here: &Here) -> Result<Vec<Step>, Stop> {
    let said = words::read(room, &here.row, sight::invitation(&here.row))?;
    let kept = said.and_then(|said| said.program).unwrap_or_default();
    Ok(parse(&kept))
}

fn shown(room: &mut Room<'_>, here: &Here, typed: Option<&Typed>) -> Result<Page, Stop> {
    let now = steps(room, here)?;
    let typed = typed.map(deed::typed_rows).transpose()?;
    let stands = match &typed {
        Some(_) => now
            .iter()
            .map(|step| format!("{} · {}", step.minutes, step.words))
            .collect(),
        None => Vec::new(),
    };
    let all = typed.unwrap_or(now);
    let (rows, over) = lines(here.row.starts_minute, &all);
    Ok(Page {
        frame: room.frame(room.tongue.say("show-title")),
        id: here.row.id.to_string(),
        version: here.row.version,
        refusal: None,
        stands,
        more: rows.len() < MOST_ROWS,
        rows,
        over,
        paid: paid(room, here)?,
    })
}

/// What is offered for people's time on its day.
fn paid(room: &mut Room<'_>, here: &Here) -> Result<Vec<String>, Stop> {
    decisions::paid_time(room, (here.row.circle_id, here.row.on_day))
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let here = deeds::held(room, words::id(id)?)?;
    let page = shown(room, &here, None)?;
    room.page(&page)
}

fn save(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id: ContainerId = words::id(id)?;
    match deed::program(room, id, typed) {
        Ok(()) => Ok(Reply::go(format!("/gatherings/{id}/show?said=saved"))),
        Err(Stop::Refused(refusal)) => {
            let here = deeds::held(room, id)?;
            let mut again = shown(room, &here, Some(typed))?;
            again.refusal = Some(room.tongue.message(&refusal.message()));
            room.page_with(refusal.status(), &again)
        }
        Err(other) => Err(other),
    }
}

#[derive(Template)]
#[template(path = "gathering_sheet.html")]
struct Sheet {
    frame: Frame,
    id: String,
    when: String,
    held_by: String,
    place: Option<String>,
    dial_in: Option<String>,
    for_whom: Option<String>,
    agreements: Vec<String>,
    rows: Vec<Line>,
    over: String,
    paid: Vec<String>,
}

/// One sheet of paper, with which it goes on when the screen does not.
fn sheet(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let here = deeds::held_or_kept(room, words::id(id)?)?;
    let who = sight::invitation(&here.row);
    let said = words::read(room, &here.row, who.clone())?.ok_or(Stop::NotThere)?;
    let (rows, over) = lines(here.row.starts_minute, &steps(room, &here)?);
    let held_by = words::pair(room, &here.row.seats(), &who)?;
    let paid = paid(room, &here)?;
    room.page(&Sheet {
        frame: room.frame(words::title(room, &here.row, &said)),
        id: here.row.id.to_string(),
        when: words::when(room, &here.row),
        held_by,
        place: said.place,
        dial_in: said.dial_in,
        for_whom: said.for_whom,
        agreements: said
            .agreements
            .map(|text| text.lines().map(str::to_owned).collect())
            .unwrap_or_default(),
        rows,
        over,
        paid,
    })
}

#[derive(Template)]
#[template(path = "threes.html")]
struct Threes {
    frame: Frame,
    id: String,
    people: String,
    callers: String,
    refusal: Option<String>,
    groups: Vec<Vec<String>>,
}

/// Groups of three among so many, so many of them by phone. Nothing of it is kept.
fn groups(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let here = deeds::held(room, words::id(id)?)?;
    let asked = |name: &str| room.visit.param(name).unwrap_or_default();
    let (people, callers) = (asked("people"), asked("callers"));
    let many = people.trim().parse::<usize>().ok();
    let many = many.filter(|many| (2..=MOST).contains(many));
    let by_phone = callers.trim().parse::<usize>().unwrap_or(0);
    let tongue = room.tongue.clone();
    let refusal = match (many, people.is_empty()) {
        (None, false) => Some(tongue.message(&No::HowMany.message())),
        _ => None,
    };
    let many = many.unwrap_or(0);
    // Whoever is in the room counts off; callers are called by theirs.
    let here_are = many.saturating_sub(by_phone);
    let name = |n: usize| match n < here_are {
        true => (n + 1).to_string(),
        false => tongue.tell("threes-caller", &[("n", (n - here_are + 1).into())]),
    };
    let drawn = threes(many, &*room.house.chance);
    let status = match refusal {
        Some(_) => 422,
        None => 200,
    };
    let page = Threes {
        frame: room.frame(tongue.say("threes-title")),
        id: here.row.id.to_string(),
        people,
        callers,
        refusal,
        groups: drawn
            .into_iter()
            .map(|group| group.into_iter().map(name).collect())
            .collect(),
    };
    room.page_with(status, &page)
}
