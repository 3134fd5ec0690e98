//! The shift's page (J2): new, waiting for a plan, said done without word, follow-ups due; in that
//! order, nothing else. And its note, its texts and the line.

use super::{
    shift_lists::{self, Line, Lines},
    words,
};
use crate::{
    deeds, outbox, sight,
    tables::{self, HandoverId, TextId},
};
use askama::Template;
use kernel::{Audience, Day, Guarded, Role};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/shift", show).stays_open(),
        Route::deed("/shift/take", take).stays_open(),
        Route::deed("/shift/end", end).stays_open(),
        Route::deed_on("/shift/note/{id}/confirm", confirm).stays_open(),
        Route::page("/texts", texts).stays_open(),
        Route::deed_on("/texts/{id}/sent", sent).stays_open(),
        Route::deed("/line", line).stays_open(),
        Route::page("/referred", referred).stays_open(),
    ]
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
    lists: Vec<Lines>,
    texts: usize,
    complaints: usize,
    closed: Option<String>,
    tomorrow: String,
    default_en: String,
    default_es: String,
    line_audience: AudienceLine,
}

fn show(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = super::line::answers_it(room)?;
    let aid = room.network.aid;
    let on = me.holds(Role::Shift, aid);
    let tongue = room.tongue.clone();
    let zone = room.network.zone.clone();
    let lists = match on {
        true => shift_lists::first_of_each(room, &me)?,
        false => Vec::new(),
    };
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
        lists,
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

fn take(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::take_shift(room, typed.text("hours").parse().unwrap_or(4))?;
    Ok(Reply::go("/shift?said=shift-taken"))
}

fn end(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let note: Vec<&str> = ["line1", "line2", "line3"]
        .iter()
        .map(|name| typed.at_most(name, 300))
        .collect::<Result<_, _>>()?;
    let note: Vec<&str> = note.into_iter().filter(|line| !line.is_empty()).collect();
    deeds::end_shift(room, &note.join("\n"))?;
    Ok(Reply::go("/today?said=shift-ended"))
}

fn confirm(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = HandoverId::parse(id).ok_or(Stop::NotThere)?;
    deeds::confirm_note(room, id)?;
    Ok(Reply::go("/shift?said=note-confirmed"))
}

struct TextLine {
    id: String,
    to: String,
    body: String,
    with_gateway: bool,
}

#[derive(Template)]
#[template(path = "texts.html")]
struct Texts {
    frame: Frame,
    texts: Vec<TextLine>,
    audience: AudienceLine,
}

fn texts(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = super::line::on_shift_now(room)?;
    let ways = outbox::text_ways(room.conn, me.network)?;
    let lately = room.now.plus_seconds(-outbox::WITH_THE_GATEWAY_SECONDS);
    let mut texts = Vec::new();
    for row in tables::texts_to_send(room.conn, me.network)? {
        let key = row.key(&room.house.vault)?;
        texts.push(TextLine {
            id: row.id.to_string(),
            to: key.open(row.row(), "recipient", &row.recipient)?,
            body: outbox::with_word(&ways, &key.open(row.row(), "body", &row.body)?),
            with_gateway: row.handed_at.is_some_and(|at| at > lately),
        });
    }
    room.page(&Texts {
        frame: room.frame(room.tongue.say("texts-title")),
        texts,
        audience: AudienceLine::new(&room.tongue, Audience::Role, "audience-texts"),
    })
}

fn sent(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = TextId::parse(id).ok_or(Stop::NotThere)?;
    deeds::text_sent(room, id)?;
    Ok(Reply::go("/texts?said=text-sent"))
}

fn line(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
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
}

#[derive(Template)]
#[template(path = "referred.html")]
struct Referred {
    frame: Frame,
    lines: Vec<Line>,
}

/// A partner's liaison: what was handed on to them, with the asker's yes.
fn referred(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if me.liaison_of.is_empty() {
        return Err(Stop::NotThere);
    }
    let rows = tables::referred_to(room.conn, &me, room.network.aid)?;
    let tongue = room.tongue.clone();
    let lines = shift_lists::lines(room, &rows, |row| words::area(&tongue, &row.area))?;
    room.page(&Referred {
        frame: room.frame(tongue.say("nav-referred")),
        lines,
    })
}
