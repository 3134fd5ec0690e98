//! The shift's page (J2): new, waiting for a plan, said done without word, follow-ups due; in that
//! order, nothing else. And its note, its texts and the line.

use super::words;
use crate::{
    deeds, sight,
    tables::{self, AskRow, HandoverId, StageWord, TextId},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::{Audience, Day, Guarded, Role};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Shared, Typed, Visit};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/shift", page),
        Route::post("/shift/take", take),
        Route::post("/shift/end", end),
        Route::post("/shift/note/{id}/confirm", confirm),
        Route::get("/texts", texts),
        Route::post("/texts/{id}/sent", sent),
        Route::post("/line", line),
        Route::get("/referred", referred),
    ]
}

struct Line {
    id: String,
    code: String,
    words: String,
    note: String,
}

#[derive(Template)]
#[template(path = "shift.html")]
struct Shift {
    frame: Frame,
    on: bool,
    until: String,
    with: Vec<String>,
    note: Option<(String, String, bool)>,
    note_audience: AudienceLine,
    new: Vec<Line>,
    waiting: Vec<Line>,
    done: Vec<Line>,
    follow_ups: Vec<Line>,
    texts: usize,
    complaints: usize,
    closed: Option<String>,
    tomorrow: String,
    default_en: String,
    default_es: String,
    line_audience: AudienceLine,
}

fn line_of(room: &Room<'_>, row: &AskRow, note: String) -> Result<Line, Stop> {
    let opened = row.opened(&room.house.vault, room.network.aid)?;
    let published = opened.published.seen_by(&room.viewer).cloned().flatten();
    let own = opened.words.seen_by(&room.viewer).cloned();
    let words: String = published
        .or(own)
        .unwrap_or_default()
        .chars()
        .take(120)
        .collect();
    Ok(Line {
        id: row.id.to_string(),
        code: row.code.clone(),
        words,
        note,
    })
}

fn lines(
    room: &Room<'_>,
    rows: &[AskRow],
    note: impl Fn(&AskRow) -> String,
) -> Result<Vec<Line>, Stop> {
    rows.iter()
        .map(|row| line_of(room, row, note(row)))
        .collect()
}

async fn page(State(house): State<Shared>, visit: Visit) -> Response {
    house.show(visit, show).await
}

fn show(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = super::line::answers_it(room)?;
    let aid = room.network.aid;
    let on = me.holds(Role::Shift, aid);
    let tongue = room.tongue.clone();
    let zone = room.network.zone.clone();
    let load = |room: &mut Room<'_>, stages: &[StageWord]| {
        if on {
            tables::at_stages(room.conn, &me, aid, stages)
        } else {
            Ok(Vec::new())
        }
    };
    let new = load(room, &[StageWord::Received, StageWord::Heard])?;
    let waiting = load(room, &[StageWord::Claimed])?;
    let done = load(room, &[StageWord::SaidDone])?;
    let due = if on {
        tables::follow_ups(room.conn, &me, aid)?
    } else {
        Vec::new()
    };
    let since = |row: &AskRow| {
        tongue.tell(
            "shift-since",
            &[("when", tongue.moment(row.stage_since, &zone).into())],
        )
    };
    let new = lines(room, &new, |row| {
        let key = match row.stage {
            StageWord::Received => "shift-not-heard",
            _ => "shift-heard-not-published",
        };
        let came = tongue.moment(row.received_at, &zone);
        tongue.tell(key, &[("when", came.into())])
    })?;
    let waiting = lines(room, &waiting, since)?;
    let done = lines(room, &done, since)?;
    let follow_ups = lines(room, &due, |row| {
        row.follow_up_on
            .map(|day| tongue.tell("ask-follow-up-by", &[("day", day.into())]))
            .unwrap_or_default()
    })?;
    let holders = people::holders_now(room.conn, room.network.id, (aid, Role::Shift), room.now)?;
    let mut until = String::new();
    let mut with = Vec::new();
    for (person, to_at) in holders {
        if person == me.id {
            until = tongue.tell(
                "shift-until",
                &[("when", tongue.moment(to_at, &zone).into())],
            );
            continue;
        }
        let handle = people::handle_of(room.conn, &room.house.vault, me.network, person)?;
        with.extend(handle.seen_by(&room.viewer).cloned());
    }
    let note = tables::waiting_note(room.conn, room.network.id)?;
    let note = match note {
        Some(row) => {
            let text = row
                .key(&room.house.vault)?
                .open(row.row(), "note", &row.note)?;
            let text = Guarded::new(text, sight::shift_things(aid));
            text.seen_by(&room.viewer)
                .map(|text| (row.id.to_string(), text.clone(), row.written_by == me.id))
        }
        None => None,
    };
    let network = people::network_row(room.conn, me.network)?;
    let complaints = if on {
        tables::complaints_for(room.conn, me.network, me.id)?
    } else {
        vec![]
    };
    let open = complaints.iter().filter(|c| c.ask_id.is_some()).count();
    let texts = if on {
        tables::texts_to_send(room.conn, me.network)?.len()
    } else {
        0
    };
    let sentence = |lang| room.house.tongues.of(lang).say("line-default").to_owned();
    room.page(&Shift {
        frame: room.frame(tongue.say("shift-title")),
        on,
        until,
        with,
        note,
        note_audience: AudienceLine::new(&tongue, Audience::Role, "audience-note"),
        new,
        waiting,
        done,
        follow_ups,
        texts,
        complaints: open,
        closed: network
            .line_closed(tongue.lang, room.today)
            .map(str::to_owned),
        tomorrow: room.today.plus(1).to_string(),
        default_en: sentence(web::Lang::En),
        default_es: sentence(web::Lang::Es),
        line_audience: AudienceLine::new(&tongue, Audience::Public, "audience-line"),
    })
}

async fn take(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    house
        .act(visit, typed, |room, typed| {
            deeds::take_shift(room, typed.text("hours").parse().unwrap_or(4))?;
            Ok(Reply::go("/shift?said=shift-taken"))
        })
        .await
}

async fn end(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    house
        .act(visit, typed, |room, typed| {
            let note: Vec<&str> = ["line1", "line2", "line3"]
                .iter()
                .map(|name| typed.at_most(name, 300))
                .collect::<Result<_, _>>()?;
            let note: Vec<&str> = note.into_iter().filter(|line| !line.is_empty()).collect();
            deeds::end_shift(room, &note.join("\n"))?;
            Ok(Reply::go("/today?said=shift-ended"))
        })
        .await
}

async fn confirm(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    house
        .act(visit, typed, move |room, _| {
            let id = HandoverId::parse(&id).ok_or(Stop::NotThere)?;
            deeds::confirm_note(room, id)?;
            Ok(Reply::go("/shift?said=note-confirmed"))
        })
        .await
}

struct TextLine {
    id: String,
    to: String,
    body: String,
}

#[derive(Template)]
#[template(path = "texts.html")]
struct Texts {
    frame: Frame,
    texts: Vec<TextLine>,
    audience: AudienceLine,
}

async fn texts(State(house): State<Shared>, visit: Visit) -> Response {
    house
        .show(visit, |room| {
            let me = super::line::on_shift_now(room)?;
            let mut texts = Vec::new();
            for row in tables::texts_to_send(room.conn, me.network)? {
                let key = row.key(&room.house.vault)?;
                texts.push(TextLine {
                    id: row.id.to_string(),
                    to: key.open(row.row(), "recipient", &row.recipient)?,
                    body: key.open(row.row(), "body", &row.body)?,
                });
            }
            room.page(&Texts {
                frame: room.frame(room.tongue.say("texts-title")),
                texts,
                audience: AudienceLine::new(&room.tongue, Audience::Role, "audience-texts"),
            })
        })
        .await
}

async fn sent(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    house
        .act(visit, typed, move |room, _| {
            let id = TextId::parse(&id).ok_or(Stop::NotThere)?;
            deeds::text_sent(room, id)?;
            Ok(Reply::go("/texts?said=text-sent"))
        })
        .await
}

async fn line(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    house
        .act(visit, typed, |room, typed| {
            deeds::may_set_line(room)?;
            if typed.text("do") == "open" {
                deeds::set_line(room, None, None)?;
                return Ok(Reply::go("/shift?said=line-open"));
            }
            let english = typed.at_most("sentence_en", 200)?;
            let spanish = typed.at_most("sentence_es", 200)?;
            let until = typed.some("until").and_then(Day::parse);
            let both = if spanish.is_empty() {
                (english, english)
            } else {
                (english, spanish)
            };
            if english.is_empty() {
                return Err(crate::rules::AskRefusal::ReasonNeeded.into());
            }
            deeds::set_line(room, Some(both), until)?;
            Ok(Reply::go("/shift?said=line-closed"))
        })
        .await
}

#[derive(Template)]
#[template(path = "referred.html")]
struct Referred {
    frame: Frame,
    lines: Vec<Line>,
}

/// A partner's liaison: what was handed on to them, with the asker's yes.
async fn referred(State(house): State<Shared>, visit: Visit) -> Response {
    house
        .show(visit, |room| {
            let me = room.member()?;
            if me.liaison_of.is_empty() {
                return Err(Stop::NotThere);
            }
            let rows = tables::referred_to(room.conn, &me, room.network.aid)?;
            let tongue = room.tongue.clone();
            let lines = lines(room, &rows, |row| words::area(&tongue, &row.area))?;
            room.page(&Referred {
                frame: room.frame(tongue.say("nav-referred")),
                lines,
            })
        })
        .await
}
