//! Something went wrong: for the shift, but for whoever it is about.

use super::words::Choice;
use crate::{
    deeds,
    rules::{ComplaintStage, Wants, hear_complaint, on_shift},
    tables::{self, ComplaintId},
};
use askama::Template;
use kernel::Audience;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/wrong", show),
        Route::deed("/wrong", relay),
        Route::deed_on("/wrong/{id}/take", take),
        Route::deed_on("/wrong/{id}/answer", answer),
        Route::deed_on("/wrong/{id}/told", told),
        Route::deed_on("/wrong/{id}/close", close),
    ]
}

struct Line {
    id: String,
    words: String,
    wants: String,
    code: Option<String>,
    hear_by: String,
    said: bool,
    heard: bool,
    answered: bool,
    told: bool,
    answer: Option<String>,
}

#[derive(Template)]
#[template(path = "wrong.html")]
struct Wrong {
    frame: Frame,
    lines: Vec<Line>,
    wants: Vec<Choice>,
    audience: AudienceLine,
    public_audience: AudienceLine,
}

fn wants_key(wants: Wants) -> &'static str {
    match wants {
        Wants::Change => "wants-change",
        Wants::Apology => "wants-apology",
        Wants::Talk => "wants-talk",
        Wants::Nothing => "wants-nothing",
    }
}

fn show(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = super::line::on_shift_now(room)?;
    let tongue = room.tongue.clone();
    let mut lines = Vec::new();
    for row in tables::complaints_for(room.conn, me.network, me.id)? {
        if hear_complaint(&me, row.not_by).is_err() || row.ends_on < room.today {
            continue;
        }
        let key = row.key(&room.house.vault)?;
        let code = match row.ask_id {
            Some(ask) => tables::visible(room.conn, &me, room.network.aid, ask)
                .ok()
                .map(|ask| ask.code),
            // Closed: it only waits for its day.
            None if row.stage == ComplaintStage::ToldBack => continue,
            None => None,
        };
        lines.push(Line {
            id: row.id.to_string(),
            words: key.open(row.row(), "words", &row.words)?,
            wants: tongue.say(wants_key(row.wants)).to_owned(),
            code,
            hear_by: tongue.tell("wrong-hear-by", &[("day", row.hear_by.into())]),
            said: row.stage == ComplaintStage::Said,
            heard: row.stage == ComplaintStage::Heard,
            answered: row.stage == ComplaintStage::Answered,
            told: row.stage == ComplaintStage::ToldBack,
            answer: key.open_some(row.row(), "answer", row.answer.as_ref())?,
        });
    }
    let wants = Wants::ALL
        .iter()
        .map(|wants| Choice {
            value: wants.as_str().to_owned(),
            words: tongue.say(wants_key(*wants)).to_owned(),
            chosen: false,
        })
        .collect();
    room.page(&Wrong {
        frame: room.frame(tongue.say("wrong-title")),
        lines,
        wants,
        audience: AudienceLine::new(&tongue, Audience::Role, "audience-wrong-shift"),
        public_audience: AudienceLine::new(&tongue, Audience::Public, "audience-changed"),
    })
}

/// Said by phone, with the code: the shift writes it down.
fn relay(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    on_shift(&me, room.network.aid)?;
    let code = crate::codes::read_code(typed.text("code"));
    let ask = tables::by_code(room.conn, room.network.id, &code)?
        .ok_or(crate::rules::AskRefusal::CodeDoesNotFit)?;
    let wants = Wants::parse(typed.text("wants")).unwrap_or(Wants::Nothing);
    deeds::say_wrong(room, &ask, typed.at_most("words", 2000)?, wants)?;
    Ok(Reply::go("/wrong?said=wrong-written"))
}

fn done_to(
    room: &mut Room<'_>,
    id: &str,
    said: &str,
    work: impl FnOnce(&mut Room<'_>, ComplaintId) -> Result<(), Stop>,
) -> Result<Reply, Stop> {
    work(room, ComplaintId::parse(id).ok_or(Stop::NotThere)?)?;
    Ok(Reply::go(format!("/wrong?said={said}")))
}

fn take(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "wrong-taken", deeds::take_complaint)
}

fn answer(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "wrong-answered", |room, id| {
        let changed = typed.at_most("changed", 200)?;
        let line = typed.at_most("script_line", 200)?;
        deeds::answer_complaint(room, id, changed, line)
    })
}

fn told(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "wrong-told", deeds::tell_back)
}

fn close(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "wrong-closed", deeds::close_complaint)
}
