//! What letters say. Plain text and HTML, in their reader's language, without a name, a number or an
//! address; nothing in them is fetched from anywhere, and no link says who follows it (N6).

use crate::rules::{LetterKind, TellingRefusal};
use askama::Template;
use kernel::{Moment, PersonId};
use serde::{Deserialize, Serialize};
use store::{Error, Stop};
use web::{House, Item, Room, TodayShare, Tongue};

/// A letter before it is put into an envelope. `Debug` would lead to a person.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Letter {
    /// Where to.
    pub to: String,
    /// What it is about, in one line.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// Where one click ends letters of this kind (RFC 8058); empty where it was asked for.
    pub stop: String,
}

struct Line {
    words: String,
    link: String,
}

struct Part {
    title: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct Plain<'a> {
    lede: &'a str,
    parts: &'a [Part],
    why: &'a str,
    change: &'a str,
    change_link: &'a str,
    stop_words: &'a str,
    stop: &'a str,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    lang: &'a str,
    subject: &'a str,
    says: &'a Plain<'a>,
}

/// How long a letter's link to stop is good for: longer than anybody keeps such letters.
const STOP_SECONDS: i64 = 400 * 86_400;
const STOP: &str = "telling-stop";

/// Where one click ends letters of a kind, without a session.
fn stop_link(
    house: &House,
    person: PersonId,
    kind: LetterKind,
    now: Moment,
) -> Result<String, Error> {
    let what = format!("{} {person}", kind.as_str());
    let token = house
        .vault
        .token(STOP, &what, now.plus_seconds(STOP_SECONDS))?;
    Ok(format!("{}/telling/stop/{token}", house.settings.address))
}

/// Whose letters, and of which kind, such a link ends.
pub(crate) fn read_stop(
    house: &House,
    token: &str,
    now: Moment,
) -> Result<(PersonId, LetterKind), TellingRefusal> {
    let read = house.vault.read_token(STOP, token, now);
    read.as_deref()
        .and_then(|what| {
            let (kind, person) = what.split_once(' ')?;
            Some((PersonId::parse(person)?, LetterKind::parse(kind)?))
        })
        .filter(|(_, kind)| kind.is_chosen())
        .ok_or(TellingRefusal::LinkTooOld)
}

/// The one letter a day: what the Today page says, as far as it may stand in a letter.
pub(crate) fn digest(
    room: &Room<'_>,
    person: PersonId,
    to: String,
    share: &TodayShare,
) -> Result<Letter, Stop> {
    let tongue = &room.tongue;
    let address = room.house.settings.address.as_str();
    let part = |key: &str, items: &[Item]| {
        let said = items.iter().filter(|item| !item.quiet);
        let lines: Vec<Line> = said.map(|item| line(tongue, address, item)).collect();
        (!lines.is_empty()).then(|| Part {
            title: tongue.say(key).to_owned(),
            lines,
        })
    };
    let parts: Vec<Part> = [
        part("letter-yours", &share.yours),
        part("letter-ours", &share.ours),
        part("letter-could-you", &share.could_you),
    ]
    .into_iter()
    .flatten()
    .collect();
    let day = tongue.day(room.today);
    let subject = format!("{} · {day}", room.network.name);
    let stop = stop_link(room.house, person, LetterKind::Digest, room.now)?;
    let lede = tongue.tell(
        "letter-lede",
        &[("network", room.network.name.as_str().into())],
    );
    write(
        tongue,
        (to, subject, lede),
        &parts,
        ("letter-why", address, stop),
    )
}

/// Something that does not wait: that there is something, and nothing of what it is.
pub(crate) fn at_once(
    house: &House,
    tongue: &Tongue,
    person: PersonId,
    to: String,
    now: Moment,
) -> Result<Letter, Stop> {
    let network = house.network();
    let address = house.settings.address.as_str();
    let subject = tongue.tell(
        "letter-at-once",
        &[("network", network.name.as_str().into())],
    );
    let stop = stop_link(house, person, LetterKind::AtOnce, now)?;
    let parts = [Part {
        title: subject.clone(),
        lines: vec![Line {
            words: tongue.say("letter-at-once-words").to_owned(),
            link: format!("{address}/today"),
        }],
    }];
    write(
        tongue,
        (to, subject, String::new()),
        &parts,
        ("letter-why-at-once", address, stop),
    )
}

/// A link that somebody asked for: who writes, and what the link does. Nothing of what this network
/// is for.
pub(crate) fn link(
    house: &House,
    tongue: &Tongue,
    (to, kind, link): (String, LetterKind, String),
) -> Result<Letter, Stop> {
    let (subject, words, why) = match kind {
        LetterKind::Confirm => (
            "letter-confirm",
            "letter-confirm-words",
            "letter-why-confirm",
        ),
        _ => (
            "letter-come-in",
            "letter-come-in-words",
            "letter-why-come-in",
        ),
    };
    let network = house.network();
    let subject = tongue.tell(subject, &[("network", network.name.as_str().into())]);
    let parts = [Part {
        title: subject.clone(),
        lines: vec![Line {
            words: tongue.say(words).to_owned(),
            link,
        }],
    }];
    let address = house.settings.address.as_str();
    write(
        tongue,
        (to, subject, String::new()),
        &parts,
        (why, address, String::new()),
    )
}

/// What a practice lets stand in a letter, with the way to it; else only that there is something.
fn line(tongue: &Tongue, address: &str, item: &Item) -> Line {
    match &item.in_letters {
        Some(words) => Line {
            words: one_line(words),
            link: format!("{address}{}", item.href),
        },
        None => Line {
            words: tongue.say("letter-something").to_owned(),
            link: format!("{address}/today"),
        },
    }
}

fn write(
    tongue: &Tongue,
    (to, subject, lede): (String, String, String),
    parts: &[Part],
    (why, address, stop): (&str, &str, String),
) -> Result<Letter, Stop> {
    let subject = one_line(&subject);
    let change_link = format!("{address}/me/telling");
    let (why, change) = (tongue.say(why), tongue.say("letter-change"));
    let stop_words = tongue.say("letter-stop");
    let plain = Plain {
        lede: &lede,
        parts,
        why,
        change,
        change_link: &change_link,
        stop_words,
        stop: &stop,
    };
    let html = Html {
        lang: tongue.lang.as_str(),
        subject: &subject,
        says: &plain,
    };
    let broken = |error: askama::Error| {
        tracing::error!(%error, "a letter could not be written");
        Stop::Broken(Error::JobLost)
    };
    let (text, html) = (
        plain.render().map_err(broken)?,
        html.render().map_err(broken)?,
    );
    Ok(Letter {
        to,
        subject,
        text,
        html,
        stop,
    })
}

/// Words in one line: no letter's head ends early because of what stands in it.
pub(crate) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
