//! What letters say. Plain text and HTML, in their reader's language, without a name, a number or an
//! address; nothing in them is fetched from anywhere, and no link says who follows it (N6).

use crate::{
    rules::{LetterKind, TellingRefusal, is_of_oneself},
    tables::{Asked, Thing},
};
use askama::Template;
use kernel::{Moment, PersonId};
use serde::{Deserialize, Serialize};
use store::{Error, Stop};
use web::{AnswerWord, House, Item, Room, TodayShare, Tongue};

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
    /// Where an answer to it goes; empty where it cannot be answered.
    #[serde(default)]
    pub answer_to: String,
}

struct Line {
    words: String,
    link: String,
    /// Its number, where several things of a letter can be answered.
    number: Option<usize>,
    /// What it can be answered with.
    answers: String,
}

impl Line {
    fn new(words: String, link: String) -> Self {
        Self {
            words,
            link,
            number: None,
            answers: String::new(),
        }
    }
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
    answer: &'a str,
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

/// What of a letter can be answered by a word, in the order in which it stands there. Whoever
/// rests can always say so; that alone makes nothing of a letter answerable.
pub(crate) fn asked(share: &TodayShare) -> Asked {
    let all = share
        .yours
        .iter()
        .chain(&share.ours)
        .chain(&share.could_you);
    Asked::of(all.filter_map(thing).collect())
}

fn thing(item: &Item) -> Option<Thing> {
    let answer = item.answer.as_ref()?;
    // Nobody answers what the letter does not say.
    item.in_letters.as_ref().filter(|_| !item.quiet)?;
    let about_it = |word: &&AnswerWord| !is_of_oneself(**word);
    let words: Vec<String> = answer
        .words
        .iter()
        .filter(about_it)
        .map(|word| word.as_str().to_owned())
        .collect();
    (!words.is_empty()).then(|| Thing {
        id: answer.id.clone(),
        href: item.href.clone(),
        words,
        said: None,
    })
}

/// The one letter a day: what the Today page says, as far as it may stand in a letter; and how it
/// can be answered at an address of its own, if it can.
pub(crate) fn digest(
    room: &Room<'_>,
    (person, to): (PersonId, String),
    share: &TodayShare,
    answer: Option<(&Asked, String)>,
) -> Result<Letter, Stop> {
    let tongue = &room.tongue;
    let address = room.house.settings.address.as_str();
    let things = answer.as_ref().map_or(0, |(asked, _)| asked.things.len());
    let mut number = 0;
    let mut part = |key: &str, items: &[Item]| {
        let said = items.iter().filter(|item| !item.quiet);
        let lines: Vec<Line> = said
            .map(|item| {
                let mut line = line(tongue, address, item);
                if let Some(thing) = thing(item).filter(|_| things > 1) {
                    number += 1;
                    let words = thing.words().into_iter();
                    let words: Vec<String> = words
                        .map(|word| format!("{number} {}", say(tongue, word)))
                        .collect();
                    let said = [("words", words.join(" · ").into())];
                    line.number = Some(number);
                    line.answers = tongue.tell("letter-answer-with", &said);
                }
                line
            })
            .collect();
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
    let says = (subject, lede, how_to_answer(tongue, answer.as_ref()));
    let mut letter = write(tongue, (to, says), &parts, ("letter-why", address, stop))?;
    letter.answer_to = answer.map(|(_, to)| to).unwrap_or_default();
    Ok(letter)
}

/// A word as it is said in a language.
pub(crate) fn say(tongue: &Tongue, word: AnswerWord) -> String {
    let key = match word {
        AnswerWord::Done => "answer-done",
        AnswerWord::Cant => "answer-cant",
        AnswerWord::Keep => "answer-keep",
        AnswerWord::ICan => "answer-i-can",
        AnswerWord::Rest => "answer-rest",
        AnswerWord::Back => "answer-back",
    };
    tongue.say(key).to_owned()
}

fn how_to_answer(tongue: &Tongue, answer: Option<&(&Asked, String)>) -> String {
    match answer.map(|(asked, _)| asked.things.as_slice()) {
        None | Some([]) => String::new(),
        Some([thing]) => {
            let words = thing.words().into_iter().chain([AnswerWord::Rest]);
            let words: Vec<String> = words.map(|word| say(tongue, word)).collect();
            tongue.tell("letter-answer-one", &[("words", words.join(", ").into())])
        }
        Some(_) => tongue.say("letter-answer-several").to_owned(),
    }
}

/// What of an answer was not done, and why. Nothing of what it was about.
pub(crate) fn answered(
    house: &House,
    tongue: &Tongue,
    to: String,
    sentences: Vec<String>,
) -> Result<Letter, Stop> {
    let network = house.network();
    let address = house.settings.address.as_str();
    let subject = tongue.tell(
        "letter-answered",
        &[("network", network.name.as_str().into())],
    );
    let lines = sentences.into_iter();
    let parts = [Part {
        title: subject.clone(),
        lines: lines
            .map(|words| Line::new(one_line(&words), format!("{address}/today")))
            .collect(),
    }];
    let says = (subject, String::new(), String::new());
    let why = ("letter-why-answered", address, String::new());
    write(tongue, (to, says), &parts, why)
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
        lines: vec![Line::new(
            tongue.say("letter-at-once-words").to_owned(),
            format!("{address}/today"),
        )],
    }];
    write(
        tongue,
        (to, (subject, String::new(), String::new())),
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
        lines: vec![Line::new(tongue.say(words).to_owned(), link)],
    }];
    let address = house.settings.address.as_str();
    write(
        tongue,
        (to, (subject, String::new(), String::new())),
        &parts,
        (why, address, String::new()),
    )
}

/// What a practice lets stand in a letter, with the way to it; else only that there is something.
fn line(tongue: &Tongue, address: &str, item: &Item) -> Line {
    match &item.in_letters {
        Some(words) => Line::new(one_line(words), format!("{address}{}", item.href)),
        None => Line::new(
            tongue.say("letter-something").to_owned(),
            format!("{address}/today"),
        ),
    }
}

fn write(
    tongue: &Tongue,
    (to, (subject, lede, answer)): (String, (String, String, String)),
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
        answer: &answer,
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
        answer_to: String::new(),
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
