//! One ask: what it says to whom, and what its viewer can do now.

use super::words::{self, Choice, Step};
use crate::{
    deeds, notices,
    rules::{AskRefusal, Consent, Kind, Word},
    tables::{self, AskRow, StageWord},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::{Audience, OrganisationId, Role};
use store::Stop;
use web::{AudienceLine, Frame, Lang, Reply, Room, Route, Shared, Typed, Visit};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/asks/{id}", page),
        Route::post("/asks/{id}/hear", hear),
        Route::post("/asks/{id}/publish", publish),
        Route::post("/asks/{id}/plan", plan),
        Route::post("/asks/{id}/unclaim", unclaim),
        Route::post("/asks/{id}/done", done),
        Route::post("/asks/{id}/word", word),
        Route::post("/asks/{id}/follow-up", follow_up),
        Route::post("/asks/{id}/refer", refer),
        Route::post("/asks/{id}/unable", unable),
        Route::post("/asks/{id}/withdraw", withdraw),
    ]
}

/// What the shift fills in while somebody is on the phone.
pub(super) struct HearForm {
    pub words: String,
    pub contact: String,
    pub place: String,
    pub by_when: String,
    pub window_until: String,
    pub text_ok: bool,
    pub share_words: bool,
    pub share_partner: bool,
    pub shift_only: bool,
    pub kinds: Vec<Choice>,
    pub areas: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub words_audience: AudienceLine,
    pub contact_audience: AudienceLine,
    pub place_audience: AudienceLine,
    pub script: Vec<String>,
}

#[derive(Template)]
#[template(path = "ask.html")]
struct AskPage {
    frame: Frame,
    id: String,
    title: String,
    lede: String,
    way: Vec<Step>,
    stage: String,
    window: Option<String>,
    own_words: Option<String>,
    contact: Option<String>,
    place: Option<String>,
    plan: Option<String>,
    answer: Option<String>,
    recorded_by: Option<String>,
    words_audience: AudienceLine,
    contact_audience: AudienceLine,
    plan_audience: AudienceLine,
    answer_audience: AudienceLine,
    open: bool,
    resting: bool,
    shift_only: bool,
    is_claimed: bool,
    is_arranged: bool,
    is_done: bool,
    received: bool,
    said_done: bool,
    unshared: bool,
    spanish: bool,
    shift: bool,
    hear: Option<HearForm>,
    can_publish: bool,
    published: String,
    published_audience: AudienceLine,
    organisations: Vec<(String, String)>,
    can_refer: bool,
    can_end: bool,
    can_relay: bool,
    follow_up: Option<String>,
    thanks: Option<String>,
}

fn show(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let row = deeds::look(room, id)?;
    let me = room.member()?;
    let aid = room.network.aid;
    let tongue = room.tongue.clone();
    let opened = row.opened(&room.house.vault, aid)?;
    let place = tables::place(room.conn, &room.house.vault, &row, aid)?;
    let seen = |value: Option<&Option<String>>| value.cloned().flatten();
    let viewer = room.viewer.clone();
    let published = seen(opened.published.seen_by(&viewer));
    let recorder = opened.recorded_by.seen_by(&viewer).copied().flatten();
    let recorded_by = match recorder {
        Some(person) => people::handle_of(room.conn, &room.house.vault, me.network, person)
            .ok()
            .and_then(|handle| handle.seen_by(&viewer).cloned())
            .map(|handle| tongue.tell("ask-recorded-by", &[("handle", handle.into())])),
        None => None,
    };
    let shift = me.holds(Role::Shift, aid);
    let mine = row.claimer_id == Some(me.id);
    let own_words = opened.words.seen_by(&viewer).cloned();
    let contact = seen(opened.contact.seen_by(&viewer));
    let place = place.and_then(|place| place.seen_by(&viewer).cloned());
    // What stands before the field must be true: only a number that is safe gets a text.
    let plan_reach = match contact.as_deref() {
        Some(contact) if row.text_ok && notices::is_a_number(contact) => "audience-plan",
        _ => "audience-plan-untold",
    };
    let unheard = matches!(row.stage, StageWord::Received | StageWord::Heard);
    let hear = match (shift && unheard, &own_words) {
        (true, Some(words)) => Some(hear_form(
            room,
            &row,
            words,
            contact.clone(),
            place.clone(),
        )?),
        _ => None,
    };
    let findable = matches!(row.stage, StageWord::Heard | StageWord::Open);
    let organisations = if shift && findable && row.share_partner {
        people::organisations(room.conn, me.network)?
    } else {
        Vec::new()
    };
    let title = published
        .clone()
        .unwrap_or_else(|| tongue.say("ask-not-published").to_owned());
    let mut lede = vec![row.code.clone(), words::area(&tongue, &row.area)];
    lede.push(words::kind(&tongue, row.kind).to_owned());
    lede.extend(Some(words::by(&tongue, row.by_day())).filter(|by| !by.is_empty()));
    let thanks = match row.stage {
        StageWord::Confirmed if mine => Some("thanks-helped"),
        StageWord::Partly if mine => Some("thanks-partly"),
        StageWord::NotRight | StageWord::MadeHarder if mine => Some("thanks-not-right"),
        _ => None,
    };
    let line = |audience, key| AudienceLine::new(&tongue, audience, key);
    room.page(&AskPage {
        frame: room.frame(row.code.clone()),
        id: row.id.to_string(),
        title,
        lede: lede.join(" · "),
        way: words::way(&tongue, row.stage),
        stage: tongue.say(words::public_stage(row.stage)).to_owned(),
        window: row.window().map(|until| {
            let until = tongue.moment(until, &room.network.zone);
            tongue.tell("ask-window", &[("until", until.into())])
        }),
        own_words: own_words.filter(|_| hear.is_none() || row.stage != StageWord::Received),
        words_audience: line(Audience::Role, "audience-words-shift"),
        contact,
        place,
        plan: seen(opened.plan.seen_by(&viewer)),
        answer: seen(opened.answer.seen_by(&viewer)),
        recorded_by,
        contact_audience: line(Audience::Named, "audience-contact-saved"),
        plan_audience: line(Audience::Named, plan_reach),
        answer_audience: line(Audience::Role, "audience-answer-saved"),
        open: row.stage == StageWord::Open,
        resting: me.is_resting(),
        shift_only: row.shift_only && !shift,
        is_claimed: mine && row.stage == StageWord::Claimed,
        is_arranged: mine && row.stage == StageWord::Arranged,
        is_done: mine && row.stage == StageWord::SaidDone,
        received: row.stage == StageWord::Received,
        said_done: row.stage == StageWord::SaidDone,
        unshared: shift && row.stage == StageWord::Heard && !row.share_words,
        spanish: row.language == Lang::Es,
        shift,
        hear,
        can_publish: shift && findable && row.share_words,
        published: published.unwrap_or_default(),
        published_audience: line(Audience::Network, "audience-published"),
        organisations: organisations
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
        can_refer: shift && findable && row.share_partner,
        can_end: shift && findable,
        can_relay: shift
            && matches!(
                row.stage,
                StageWord::SaidDone
                    | StageWord::Unconfirmed
                    | StageWord::Confirmed
                    | StageWord::Partly
                    | StageWord::NotRight
                    | StageWord::MadeHarder
            ),
        follow_up: row
            .follow_up_on
            .filter(|_| shift && row.closed_on.is_none())
            .map(|day| tongue.tell("ask-follow-up-by", &[("day", day.into())])),
        thanks: thanks.map(|key| tongue.say(key).to_owned()),
    })
}

/// The call script: the lines that come with it, and those the network learned (P27).
pub(super) fn script(room: &mut Room<'_>) -> Result<Vec<String>, Stop> {
    let tongue = room.tongue.clone();
    let mut lines: Vec<String> = [
        "script-limits",
        "script-listen",
        "script-no-papers",
        "script-read-back",
        "script-easy",
        "script-share",
        "script-code",
    ]
    .iter()
    .map(|key| tongue.say(key).to_owned())
    .collect();
    lines.extend(
        tables::changes(room.conn, room.network.id)?
            .into_iter()
            .map(|change| change.script_line)
            .filter(|line| !line.is_empty()),
    );
    Ok(lines)
}

fn hear_form(
    room: &mut Room<'_>,
    row: &AskRow,
    words_now: &str,
    contact: Option<String>,
    place: Option<String>,
) -> Result<HearForm, Stop> {
    let tongue = room.tongue.clone();
    let network = people::network_row(room.conn, row.network_id)?;
    Ok(HearForm {
        words: words_now.to_owned(),
        contact: contact.unwrap_or_default(),
        place: place.unwrap_or_default(),
        by_when: row.by_day().map(|day| day.to_string()).unwrap_or_default(),
        window_until: String::new(),
        text_ok: row.text_ok,
        share_words: row.share_words,
        share_partner: row.share_partner,
        shift_only: row.shift_only,
        kinds: words::kinds(&tongue, Some(row.kind)),
        areas: words::areas(network.area_names(), &row.area),
        languages: words::languages(row.language),
        words_audience: AudienceLine::new(&tongue, Audience::Role, "audience-words-shift"),
        contact_audience: AudienceLine::new(&tongue, Audience::Named, "audience-contact-shift"),
        place_audience: AudienceLine::new(&tongue, Audience::Named, "audience-contact-saved"),
        script: script(room)?,
    })
}

async fn page(State(house): State<Shared>, visit: Visit, Path(id): Path<String>) -> Response {
    house.show(visit, move |room| show(room, &id)).await
}

/// Runs one deed on one ask, then shows the ask again with what was done.
async fn deed(
    house: Shared,
    visit: Visit,
    id: String,
    typed: Typed,
    said: &'static str,
    work: impl FnOnce(&mut Room<'_>, crate::rules::AskId, &Typed) -> Result<(), Stop> + Send + 'static,
) -> Response {
    house
        .act(visit, typed, move |room, typed| {
            // First whether it is there for them at all, then what they typed.
            let ask = deeds::look(room, &id)?.id;
            work(room, ask, typed)?;
            // A deed may end what its doer may see: then to where they came from.
            let still = room.member()?;
            let seen = tables::visible(room.conn, &still, room.network.aid, ask).is_ok();
            let to = match seen {
                true => format!("/asks/{ask}?said={said}"),
                false => format!("/today?said={said}"),
            };
            Ok(Reply::go(to))
        })
        .await
}

/// What the shift typed of a conversation.
pub(super) fn consent(typed: &Typed) -> Consent {
    Consent {
        share_words: typed.ticked("share_words"),
        share_with_partner: typed.ticked("share_partner"),
        shift_only: typed.ticked("shift_only"),
    }
}

async fn hear(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    deed(house, visit, id, typed, "heard", |room, ask, typed| {
        let network = room.network.clone();
        let heard = deeds::Heard {
            words: typed.at_most("words", crate::rules::WORDS_LIMIT)?,
            contact: Some(typed.at_most("contact", 200)?).filter(|c| !c.is_empty()),
            place: Some(typed.at_most("place", 300)?).filter(|p| !p.is_empty()),
            by_when: words::day(typed, "by_when")?,
            window_until: words::moment(typed, "window_until", &network)?,
            area: typed.at_most("area", 60)?,
            kind: Kind::parse(typed.text("kind")).unwrap_or(Kind::Other),
            lang: Lang::parse(typed.text("language")).unwrap_or(Lang::En),
            text_ok: typed.ticked("text_ok"),
            consent: consent(typed),
        };
        deeds::hear(room, ask, &heard)
    })
    .await
}

async fn publish(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    deed(house, visit, id, typed, "published", |room, ask, typed| {
        deeds::publish(room, ask, typed.text("published"))
    })
    .await
}

async fn plan(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    deed(house, visit, id, typed, "arranged", |room, ask, typed| {
        deeds::plan(room, ask, typed.at_most("plan", 600)?)
    })
    .await
}

async fn unclaim(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    deed(house, visit, id, typed, "unclaimed", |room, ask, _| {
        deeds::unclaim(room, ask)
    })
    .await
}

async fn done(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    deed(house, visit, id, typed, "done", |room, ask, _| {
        deeds::say_done(room, ask)
    })
    .await
}

async fn word(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    deed(house, visit, id, typed, "relayed", |room, ask, typed| {
        let word = Word::parse(typed.text("word")).ok_or(AskRefusal::WordsNeeded)?;
        typed.at_most("answer", 1000)?;
        deeds::relay_word(room, ask, word, typed.some("answer"))
    })
    .await
}

async fn follow_up(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    deed(house, visit, id, typed, "followed-up", |room, ask, _| {
        deeds::follow_up(room, ask)
    })
    .await
}

async fn refer(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    deed(house, visit, id, typed, "referred", |room, ask, typed| {
        let to = OrganisationId::parse(typed.text("to")).ok_or(Stop::NotThere)?;
        deeds::refer(room, ask, to)
    })
    .await
}

async fn unable(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    deed(house, visit, id, typed, "unable", |room, ask, typed| {
        deeds::cant(room, ask, typed.at_most("reason", 400)?)
    })
    .await
}

async fn withdraw(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    deed(house, visit, id, typed, "withdrawn", |room, ask, _| {
        deeds::withdraw_for(room, ask)
    })
    .await
}
