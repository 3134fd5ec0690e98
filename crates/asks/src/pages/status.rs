//! Where an ask stands, for whoever has its code and two digits: five words, and what they can do.

use super::words;
use crate::{
    deeds,
    rules::{AskRefusal, Wants, Word},
    tables::{AskRow, StageWord},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::{Audience, Refusal};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Shared, Typed, Visit};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/s", start).stays_open(),
        Route::post("/s", go).stays_open(),
        Route::page_of("/s/{code}", page).stays_open(),
        Route::post("/s/{code}", look).stays_open(),
        Route::deed_on("/s/{code}/word", say).stays_open(),
        Route::deed_on("/s/{code}/wrong", wrong).stays_open(),
        Route::deed_on("/s/{code}/withdraw", withdraw).stays_open(),
    ]
}

#[derive(Template)]
#[template(path = "status_form.html")]
struct StatusForm {
    frame: Frame,
    code: Option<String>,
    refusal: Option<String>,
}

fn form(
    room: &Room<'_>,
    code: Option<String>,
    refusal: Option<&dyn Refusal>,
) -> Result<Reply, Stop> {
    room.page_with(
        refusal.map_or(200, |refusal| refusal.status()),
        &StatusForm {
            frame: room.frame(room.tongue.say("status-title")),
            code,
            refusal: refusal.map(|refusal| room.tongue.message(&refusal.message())),
        },
    )
}

fn start(room: &mut Room<'_>) -> Result<Reply, Stop> {
    form(room, None, None)
}

/// The same form for every code, whether there is such an ask or not.
fn page(room: &mut Room<'_>, code: &str) -> Result<Reply, Stop> {
    let code = crate::codes::read_code(code);
    form(room, Some(code), None)
}

async fn go(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    let code = typed.text("code").to_owned();
    look_at(house, visit, typed, code).await
}

async fn look(
    State(house): State<Shared>,
    visit: Visit,
    Path(code): Path<String>,
    typed: Typed,
) -> Response {
    look_at(house, visit, typed, code).await
}

async fn look_at(house: Shared, visit: Visit, typed: Typed, code: String) -> Response {
    // Looking writes nothing, so it is a reading.
    house
        .show(visit, move |room| {
            room.check_form(&typed)?;
            match deeds::by_code_and_digits(room, &code, typed.text("digits")) {
                Ok(row) => show(room, &row),
                Err(Stop::Refused(refusal)) => {
                    let code = crate::codes::read_code(&code);
                    form(room, Some(code), Some(&*refusal))
                }
                Err(other) => Err(other),
            }
        })
        .await
}

#[derive(Template)]
#[template(path = "status.html")]
struct Status {
    frame: Frame,
    code: String,
    stage: String,
    pass: String,
    asked_how_it_was: bool,
    told: bool,
    can_withdraw: bool,
    went: bool,
    wants: Vec<words::Choice>,
    answer_audience: AudienceLine,
    wrong_audience: AudienceLine,
}

/// A pass stands in the page's forms for a quarter of an hour, so that the digits are typed once.
const PASS_SECONDS: i64 = 15 * 60;

fn show(room: &mut Room<'_>, row: &AskRow) -> Result<Reply, Stop> {
    let tongue = room.tongue.clone();
    let until = room.now.plus_seconds(PASS_SECONDS);
    let pass = room.house.vault.token("status", &row.code, until)?;
    let told = row.stage.word().is_some();
    let wants = [
        (Wants::Change, "wants-change"),
        (Wants::Apology, "wants-apology"),
        (Wants::Talk, "wants-talk"),
        (Wants::Nothing, "wants-nothing"),
    ];
    room.page(&Status {
        frame: room.frame(row.code.clone()),
        code: row.code.clone(),
        stage: tongue.say(words::public_stage(row.stage)).to_owned(),
        pass,
        asked_how_it_was: matches!(row.stage, StageWord::SaidDone | StageWord::Unconfirmed),
        told,
        can_withdraw: row.stage != StageWord::Withdrawn,
        went: row.delivered_on.is_some(),
        wants: wants
            .into_iter()
            .map(|(wants, key)| words::Choice {
                value: wants.as_str().to_owned(),
                words: tongue.say(key).to_owned(),
                chosen: false,
            })
            .collect(),
        answer_audience: AudienceLine::new(&tongue, Audience::Role, "audience-answer"),
        wrong_audience: AudienceLine::new(&tongue, Audience::Role, "audience-wrong"),
    })
}

/// The ask of a pass that this page gave out.
fn with_pass(room: &mut Room<'_>, code: &str, typed: &Typed) -> Result<AskRow, Stop> {
    let code = crate::codes::read_code(code);
    let passed = room
        .house
        .vault
        .read_token("status", typed.text("pass"), room.now);
    if passed.as_deref() != Some(code.as_str()) {
        return Err(AskRefusal::CodeDoesNotFit.into());
    }
    crate::tables::by_code(room.conn, room.network.id, &code)?
        .ok_or_else(|| AskRefusal::CodeDoesNotFit.into())
}

fn say(room: &mut Room<'_>, code: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = with_pass(room, code, typed)?;
    let word = Word::parse(typed.text("word")).ok_or(AskRefusal::WordsNeeded)?;
    typed.at_most("answer", 1000)?;
    deeds::own_word(room, row, word, typed.some("answer"))?;
    Ok(Reply::go(format!(
        "/s/{}?said=word-heard",
        crate::codes::read_code(code)
    )))
}

fn wrong(room: &mut Room<'_>, code: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = with_pass(room, code, typed)?;
    let wants = Wants::parse(typed.text("wants")).unwrap_or(Wants::Nothing);
    deeds::say_wrong(room, &row, typed.at_most("words", 2000)?, wants)?;
    Ok(Reply::go(format!(
        "/s/{}?said=wrong-heard",
        crate::codes::read_code(code)
    )))
}

fn withdraw(room: &mut Room<'_>, code: &str, typed: &Typed) -> Result<Reply, Stop> {
    let row = with_pass(room, code, typed)?;
    deeds::withdraw(room, row)?;
    Ok(Reply::go("/s?said=withdrawn"))
}
