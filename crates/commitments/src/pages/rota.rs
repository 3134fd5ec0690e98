//! A circle's duties: who holds what, what needs a holder, and the load seen together.

use super::{places, words};
use crate::{
    deeds::{self, duty},
    rules::{Load, Stage},
    suggest::{Scene, Wants},
    tables::{self, CommitmentRow},
};
use askama::Template;
use kernel::{Audience, CircleId, PersonId, Standing, Who};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page_of("/circles/{id}/rota", page)]
}

struct Duty {
    id: String,
    who: String,
    words: String,
    when: Option<String>,
    note: Option<String>,
    could: String,
}

struct Open {
    id: String,
    words: String,
    when: String,
}

/// The load in words, and two bars of it.
struct Seen {
    lines: Vec<String>,
    ready_width: usize,
    rest_width: usize,
    label: String,
}

#[derive(Template)]
#[template(path = "rota.html")]
struct Rota {
    frame: Frame,
    circle: String,
    waiting: Vec<(String, String)>,
    open: Vec<Open>,
    duties: Vec<Duty>,
    resting: Vec<String>,
    load: Option<Seen>,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = room.member()?;
    let circle = CircleId::parse(id).ok_or(Stop::NotThere)?;
    let looks_after = people::looks_after(room.conn, &me, circle, room.now)?;
    if !me.standing.reads_as_member()
        || !(Who::Circle(circle).includes(&room.viewer) || looks_after)
    {
        return Err(Stop::NotThere);
    }
    let named = people::circle(room.conn, me.network, circle)?.name;
    let treasury = deeds::treasury(room)?;
    let scene = Scene::load(room.conn, room.house, &[circle], room.today)?;
    let rows = tables::given_to(room.conn, me.network, circle)?;
    let (mut duties, mut waiting) = (Vec::new(), Vec::new());
    let mut carried: Vec<(Option<PersonId>, usize)> = Vec::new();
    for row in &rows {
        let words = {
            let said = words::said(room, row, treasury)?;
            let Some(said) = said.seen_by(&room.viewer) else {
                // Whoever looks after a circle without being of it sees that there is something.
                continue;
            };
            said.words.clone()
        };
        let who = words::party(room, row.from())?;
        match row.stage {
            Stage::Offered if looks_after => {
                let tongue = &room.tongue;
                let args = [("from", who.into()), ("words", words.into())];
                waiting.push((row.id.to_string(), tongue.tell("rota-offered", &args)));
            }
            Stage::Offered | Stage::SetAside => {}
            _ => {
                let could = scene.how_many(Wants::from(row));
                let pieces = row.recurrence().map_or(1, |when| duty::pieces(&when).len());
                if row.wakes_people.is_none() {
                    let holder = row.giver_person().filter(|_| row.stage.is_living());
                    carried.extend(std::iter::repeat_n((holder, could), pieces));
                }
                duties.push(duty(room, row, (who, words), could)?);
            }
        }
    }
    let mut open = Vec::new();
    for place in tables::places_of(room.conn, me.network, circle, room.today)? {
        let said = place.said(&room.house.vault, &[])?;
        if let Some(words) = said.seen_by(&room.viewer) {
            open.push(Open {
                id: place.id.to_string(),
                words: words.clone(),
                when: places::when(room, &place),
            });
        }
        // A place that somebody's own duty covers already is counted with it.
        let holders = rows.iter().filter(|row| row.stage.is_living());
        let counted = holders
            .filter(|row| Some(row.id) == place.commitment_id)
            .count();
        if counted == 0 && place.on_day.is_none() {
            carried.push((None, scene.how_many(Wants::from(&place))));
        }
    }
    let members = people::members_of(room.conn, me.network, circle)?;
    let mut resting = Vec::new();
    for person in &members {
        if people::standing_of(room.conn, me.network, *person)? == Some(Standing::Resting) {
            resting.push(words::called(room, *person)?);
        }
    }
    let load = Load::of(members.len(), &carried).map(|load| seen(room, &load));
    room.page(&Rota {
        frame: room.frame(
            room.tongue
                .tell("rota-title", &[("circle", named.clone().into())]),
        ),
        circle: circle.to_string(),
        waiting,
        open,
        duties,
        resting: if members.len() >= crate::rules::FEWEST {
            resting
        } else {
            Vec::new()
        },
        load,
        audience: AudienceLine::new(&room.tongue, Audience::Circle, "audience-rota"),
    })
}

fn duty(
    room: &mut Room<'_>,
    row: &CommitmentRow,
    (who, words): (String, String),
    could: usize,
) -> Result<Duty, Stop> {
    let tongue = room.tongue.clone();
    let rests = match row.giver_person() {
        Some(giver) => {
            people::standing_of(room.conn, row.network_id, giver)? == Some(Standing::Resting)
        }
        None => false,
    };
    let note = match row.stage {
        _ if rests => Some("rota-rests"),
        Stage::AwaitingWord | Stage::BuddyAsked => Some("rota-awaiting"),
        Stage::Resting => Some("rota-rests"),
        Stage::HandingOver => Some("rota-handing"),
        _ => None,
    };
    Ok(Duty {
        id: row.id.to_string(),
        who,
        words,
        when: row
            .recurrence()
            .map(|when| words::when_words(&tongue, &when)),
        note: note.map(|key| tongue.say(key).to_owned()),
        could: tongue.tell("rota-could", &[("n", could.into())]),
    })
}

/// How wide the bar is drawn.
const WIDE: usize = 300;

fn seen(room: &Room<'_>, load: &Load) -> Seen {
    let tongue = &room.tongue;
    let mut lines = vec![tongue.tell(
        "load-ready",
        &[("ready", load.ready.into()), ("duties", load.duties.into())],
    )];
    if let Some(as_if) = load.as_if {
        // Whole people: halves of them are nobody.
        let people = as_if.round().max(1.0) as i64;
        lines.push(tongue.tell("load-as-if", &[("n", people.into())]));
    }
    if load.on_one > 0 {
        lines.push(tongue.tell("load-on-one", &[("n", load.on_one.into())]));
    }
    if load.open > 0 {
        lines.push(tongue.tell("load-open", &[("n", load.open.into())]));
    }
    let ready_width = (load.ready * WIDE).checked_div(load.duties).unwrap_or(0);
    Seen {
        label: lines[0].clone(),
        lines,
        ready_width,
        rest_width: if load.duties == 0 {
            0
        } else {
            WIDE - ready_width
        },
    }
}
