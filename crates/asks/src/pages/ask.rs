//! One ask: what it says to whom, and what its viewer can do now.

use super::words::{self, Choice, Step};
use crate::{
    codes, deeds, notices,
    tables::{self, AskRow, StageWord},
};
use askama::Template;
use kernel::{Audience, OrganisationId, PersonId, Role};
use store::Stop;
use web::{AudienceLine, Frame, Lang, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page_of("/asks/{id}", show).stays_open()]
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
    digits: Option<String>,
    /// Organisations the viewer could say "I can" for.
    mine: Vec<(String, String)>,
    claimed_for: Option<String>,
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
    let viewer = room.viewer.clone();
    let seen = row.seen_by(&viewer, &room.house.vault, aid)?;
    let (published, contact) = (seen.published, seen.contact);
    let place = tables::place_seen_by(room.conn, &viewer, &room.house.vault, &row, aid)?;
    let recorded_by = match seen.recorded_by {
        Some(person) => people::handle_of(room.conn, &room.house.vault, me.network, person)
            .ok()
            .and_then(|handle| handle.seen_by(&viewer).cloned())
            .map(|handle| tongue.tell("ask-recorded-by", &[("handle", handle.into())])),
        None => None,
    };
    let shift = me.holds(Role::Shift, aid);
    let mine = row.claimer_id == Some(me.id);
    // What stands before the field must be true: only a number that is safe gets a text.
    let plan_reach = match contact.as_deref() {
        Some(contact) if row.text_ok && notices::is_a_number(contact) => "audience-plan",
        _ => "audience-plan-untold",
    };
    let unheard = matches!(row.stage, StageWord::Received | StageWord::Heard);
    let hear = match (shift && unheard, &seen.words) {
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
    let digits = match shift {
        true => given_digits(room, &row, contact.as_deref())?,
        false => None,
    };
    let speaks_for = match row.stage == StageWord::Open && row.share_partner {
        true => names_of(room, &me.liaison_of)?,
        false => Vec::new(),
    };
    let claimed_for = match (shift || mine, row.claimed_for(), row.claimer_id) {
        (true, Some(organisation), Some(person)) => claimed_for(room, person, organisation)?,
        _ => None,
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
        own_words: seen
            .words
            .filter(|_| hear.is_none() || row.stage != StageWord::Received),
        words_audience: line(Audience::Role, "audience-words-shift"),
        contact,
        place,
        plan: seen.plan,
        answer: seen.answer,
        recorded_by,
        digits,
        mine: speaks_for,
        claimed_for,
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

/// The digits that were given with a code, where they are not those of a number; the shift can say
/// them to an asker who has lost them, or whose ask came from a file.
fn given_digits(
    room: &Room<'_>,
    row: &AskRow,
    contact: Option<&str>,
) -> Result<Option<String>, Stop> {
    let key = row.key(&room.house.vault)?;
    let digits = key.open(row.row(), "digits", &row.digits)?;
    let of_the_number = contact.and_then(codes::last_two_digits);
    let tell = || {
        room.tongue
            .tell("ask-digits", &[("digits", digits.clone().into())])
    };
    Ok((of_the_number.as_deref() != Some(digits.as_str())).then(tell))
}

/// Organisations by name.
fn names_of(
    room: &mut Room<'_>,
    organisations: &[OrganisationId],
) -> Result<Vec<(String, String)>, Stop> {
    if organisations.is_empty() {
        return Ok(Vec::new());
    }
    let all = people::organisations(room.conn, room.network.id)?;
    Ok(all
        .into_iter()
        .filter(|(id, _)| organisations.contains(id))
        .map(|(id, name)| (id.to_string(), name))
        .collect())
}

fn claimed_for(
    room: &mut Room<'_>,
    person: PersonId,
    organisation: OrganisationId,
) -> Result<Option<String>, Stop> {
    let handle = people::handle_of(room.conn, &room.house.vault, room.network.id, person)?;
    let name = names_of(room, &[organisation])?.pop();
    let Some((handle, (_, name))) = handle.seen_by(&room.viewer).cloned().zip(name) else {
        return Ok(None);
    };
    let said = [("handle", handle.into()), ("organisation", name.into())];
    Ok(Some(room.tongue.tell("ask-claimed-for", &said)))
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
