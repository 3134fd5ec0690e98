//! Writing down an ask that came by phone, text, or a slip of paper (J2): the script on screen, the
//! asker's own words, twenty in ten minutes by keyboard alone.

use super::{
    ask::script,
    ask_deeds::consent,
    words::{self, Choice},
};
use crate::{
    deeds::{self, NewAsk},
    rules::{Channel, Kind},
};
use askama::Template;
use kernel::{Audience, Refusal};
use store::Stop;
use web::{AudienceLine, Frame, Lang, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/asks/new", page).stays_open(),
        Route::deed("/asks/new", write).stays_open(),
        Route::page("/asks/slip", slip).stays_open(),
    ]
}

#[derive(Template)]
#[template(path = "intake.html")]
struct Intake {
    frame: Frame,
    limits: String,
    script: Vec<String>,
    once: String,
    words: String,
    contact: String,
    place: String,
    by_when: String,
    window_until: String,
    channels: Vec<Choice>,
    kinds: Vec<Choice>,
    areas: Vec<Choice>,
    languages: Vec<Choice>,
    text_ok: bool,
    share_words: bool,
    share_partner: bool,
    shift_only: bool,
    refusal: Option<String>,
    just: Option<Just>,
    words_audience: AudienceLine,
    contact_audience: AudienceLine,
    place_audience: AudienceLine,
}

/// The ask that was just written down, for reading its code to the caller.
struct Just {
    id: String,
    code: String,
    digits: Option<String>,
}

const CHANNELS: [(Channel, &str); 3] = [
    (Channel::Phone, "channel-phone"),
    (Channel::Text, "channel-text"),
    (Channel::Paper, "channel-paper"),
];

fn form(
    room: &mut Room<'_>,
    typed: &Typed,
    refusal: Option<&dyn Refusal>,
    just: Option<Just>,
) -> Result<Reply, Stop> {
    let me = super::line::on_shift_now(room)?;
    let tongue = room.tongue.clone();
    let row = people::network_row(room.conn, me.network)?;
    let once = match typed.some("once") {
        Some(once) => once.to_owned(),
        None => people::new_token(&*room.house.chance),
    };
    let chosen = Channel::parse(typed.text("channel")).unwrap_or(Channel::Phone);
    let lang = Lang::parse(typed.text("language")).unwrap_or(Lang::En);
    // Nobody has said yet what it is about; a first choice would be taken for their word.
    let kind = Kind::parse(typed.text("kind")).or(Some(Kind::Other));
    let script = script(room)?;
    room.page_with(
        refusal.map_or(200, |refusal| refusal.status()),
        &Intake {
            frame: room.frame(tongue.say("intake-title")),
            limits: row.limits(tongue.lang).to_owned(),
            script,
            once,
            words: typed.text("words").to_owned(),
            contact: typed.text("contact").to_owned(),
            place: typed.text("place").to_owned(),
            by_when: typed.text("by_when").to_owned(),
            window_until: typed.text("window_until").to_owned(),
            channels: CHANNELS
                .iter()
                .map(|(channel, key)| Choice {
                    value: channel.as_str().to_owned(),
                    words: tongue.say(key).to_owned(),
                    chosen: *channel == chosen,
                })
                .collect(),
            kinds: words::kinds(&tongue, kind),
            areas: words::areas(row.area_names(), typed.text("area")),
            languages: words::languages(lang),
            text_ok: typed.ticked("text_ok"),
            share_words: typed.ticked("share_words"),
            share_partner: typed.ticked("share_partner"),
            shift_only: typed.ticked("shift_only"),
            refusal: refusal.map(|refusal| tongue.message(&refusal.message())),
            just,
            words_audience: AudienceLine::new(&tongue, Audience::Role, "audience-words-shift"),
            contact_audience: AudienceLine::new(&tongue, Audience::Named, "audience-contact-shift"),
            place_audience: AudienceLine::new(&tongue, Audience::Named, "audience-contact-saved"),
        },
    )
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let just = room.visit.param("made").and_then(|token| {
        let shown = room.house.vault.read_token("made", &token, room.now)?;
        let mut lines = shown.lines().map(str::to_owned);
        let (id, code) = (lines.next()?, lines.next()?);
        Some(Just {
            id,
            code,
            digits: lines.next().filter(|d| !d.is_empty()),
        })
    });
    form(room, &Typed::default(), None, just)
}

fn write(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    match record(room, typed) {
        Ok(token) => Ok(Reply::go(format!("/asks/new?made={token}"))),
        Err(Stop::Refused(refusal)) => form(room, typed, Some(&*refusal), None),
        Err(other) => Err(other),
    }
}

fn record(room: &mut Room<'_>, typed: &Typed) -> Result<String, Stop> {
    let me = super::line::on_shift_now(room)?;
    let channel = Channel::parse(typed.text("channel"))
        .filter(|channel| CHANNELS.iter().any(|(known, _)| known == channel))
        .unwrap_or(Channel::Phone);
    let network = room.network.clone();
    let once = match typed.some("once") {
        Some(once) => Some(room.house.vault.mark(&network.id, "once", once)?),
        None => None,
    };
    let new = NewAsk {
        words: typed.text("words").to_owned(),
        contact: Some(typed.at_most("contact", 200)?)
            .filter(|c| !c.is_empty())
            .map(str::to_owned),
        place: Some(typed.at_most("place", 300)?)
            .filter(|p| !p.is_empty())
            .map(str::to_owned),
        by_when: words::day(typed, "by_when")?,
        window_until: words::moment(typed, "window_until", &network)?,
        area: typed.at_most("area", 60)?.to_owned(),
        kind: Kind::parse(typed.text("kind")),
        channel: Some(channel),
        lang: Lang::parse(typed.text("language")),
        text_ok: typed.ticked("text_ok") || channel == Channel::Text,
        // A text is not yet a conversation: a person still has to answer (P6).
        heard: (channel != Channel::Text).then(|| consent(typed)),
        recorded_by: Some(me.id),
        once,
    };
    let made = deeds::take_in(room.conn, room.house, new, room.now)?;
    let digits = if made.own_digits { "" } else { &made.digits };
    let shown = format!("{}\n{}\n{digits}", made.row.id, made.row.code);
    Ok(room
        .house
        .vault
        .token("made", &shown, room.now.plus_seconds(900))?)
}

#[derive(Template)]
#[template(path = "slip.html")]
struct Slip {
    frame: Frame,
    limits: String,
    script: Vec<String>,
}

/// The same on paper (N15): a slip for the desk and the script beside it.
fn slip(room: &mut Room<'_>) -> Result<Reply, Stop> {
    super::line::answers_it(room)?;
    let row = people::network_row(room.conn, room.network.id)?;
    let script = script(room)?;
    room.page(&Slip {
        frame: room.frame(room.tongue.say("slip-title")),
        limits: row.limits(room.tongue.lang).to_owned(),
        script,
    })
}
