//! The page where anybody asks: three fields, no account, no script (J3).

use super::words;
use crate::{
    deeds::{self, NewAsk},
    rules::{AskRefusal, Channel},
};
use askama::Template;
use kernel::{Audience, Refusal};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/ask", page).stays_open(),
        Route::deed("/ask", ask).stays_open(),
        Route::page_of("/asked/{token}", asked).stays_open(),
    ]
}

#[derive(Template)]
#[template(path = "ask_form.html")]
struct AskForm {
    frame: Frame,
    limits: String,
    closed: Option<String>,
    once: String,
    words: String,
    by_when: String,
    contact: String,
    text_ok: bool,
    refusal: Option<String>,
    words_audience: AudienceLine,
    contact_audience: AudienceLine,
}

fn form(room: &mut Room<'_>, typed: &Typed, refusal: Option<&dyn Refusal>) -> Result<Reply, Stop> {
    let row = people::network_row(room.conn, room.network.id)?;
    let tongue = room.tongue.clone();
    let closed = row.line_closed(tongue.lang, room.today).map(str::to_owned);
    let once = match typed.some("once") {
        Some(once) => once.to_owned(),
        None => people::new_token(&*room.house.chance),
    };
    // A fresh form suggests that a text is safe only when the neighbour says so.
    room.page_with(
        refusal.map_or(200, |refusal| refusal.status()),
        &AskForm {
            frame: room.frame(tongue.say("ask-title")),
            limits: row.limits(tongue.lang).to_owned(),
            closed,
            once,
            words: typed.text("words").to_owned(),
            by_when: typed.text("by_when").to_owned(),
            contact: typed.text("contact").to_owned(),
            text_ok: typed.ticked("text_ok"),
            refusal: refusal.map(|refusal| tongue.message(&refusal.message())),
            words_audience: AudienceLine::new(&tongue, Audience::Role, "audience-ask-words"),
            contact_audience: AudienceLine::new(&tongue, Audience::Named, "audience-ask-contact"),
        },
    )
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    form(room, &Typed::default(), None)
}

/// A token that leads to the code for a quarter of an hour, so that going back or sending twice
/// shows the same code and nothing is stored for it.
const SHOWN_SECONDS: i64 = 15 * 60;

fn ask(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    match make(room, typed) {
        Ok(token) => Ok(Reply::go(format!("/asked/{token}"))),
        // The form comes back as it was, with the sentence above it.
        Err(Stop::Refused(refusal)) => form(room, typed, Some(&*refusal)),
        Err(other) => Err(other),
    }
}

fn make(room: &mut Room<'_>, typed: &Typed) -> Result<String, Stop> {
    let row = people::network_row(room.conn, room.network.id)?;
    if row.line_closed(room.tongue.lang, room.today).is_some() {
        return Err(AskRefusal::LineClosed.into());
    }
    let contact = typed.at_most("contact", 200)?;
    if contact.is_empty() {
        return Err(AskRefusal::ContactNeeded.into());
    }
    let once = match typed.some("once") {
        Some(once) => Some(room.house.vault.mark(&room.network.id, "once", once)?),
        None => None,
    };
    let new = NewAsk {
        words: typed.text("words").to_owned(),
        contact: Some(contact.to_owned()),
        by_when: words::day(typed, "by_when")?,
        channel: Some(Channel::Page),
        lang: Some(room.tongue.lang),
        text_ok: typed.ticked("text_ok"),
        once,
        ..NewAsk::default()
    };
    let made = deeds::take_in(room.conn, room.house, new, room.now)?;
    let shown = format!("{}\n{}\n{}", made.row.code, made.digits, made.own_digits);
    let until = room.now.plus_seconds(SHOWN_SECONDS);
    Ok(room.house.vault.token("asked", &shown, until)?)
}

#[derive(Template)]
#[template(path = "asked.html")]
struct Asked {
    frame: Frame,
    code: String,
    digits: Option<String>,
    by: String,
}

fn asked(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    let shown = room
        .house
        .vault
        .read_token("asked", token, room.now)
        .ok_or(Stop::NotThere)?;
    let mut lines = shown.lines();
    let code = lines.next().unwrap_or_default().to_owned();
    let digits = lines.next().unwrap_or_default().to_owned();
    let own = lines.next() == Some("true");
    let by = room.now.plus_seconds(crate::rules::REPLY_SECONDS);
    let by = room.tongue.moment(by, &room.network.zone);
    let by = room.tongue.tell("asked-answer-by", &[("by", by.into())]);
    room.page(&Asked {
        frame: room.frame(room.tongue.say("asked-title")),
        code,
        digits: (!own).then_some(digits),
        by,
    })
}
