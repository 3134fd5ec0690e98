//! A slow round: asked, given into, and read once it is open.

use crate::{
    deeds::{self, slow::WORDS_LIMIT},
    live::QUESTION_LIMIT,
    rules::{Said, SlowId, may_reply},
    sight,
    tables::{self, EntryRow, SlowRow},
};
use askama::Template;
use kernel::{Audience, CircleId, Guarded, Member, PersonId};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/rounds/new", new),
        Route::deed("/rounds", ask),
        Route::page_of("/rounds/{id}", one),
    ]
}

#[derive(Template)]
#[template(path = "slow_new.html")]
struct New {
    frame: Frame,
    circles: Vec<(CircleId, String)>,
    limit: usize,
    audience: AudienceLine,
}

fn new(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let circles = people::my_circles(room, &me)?;
    if circles.is_empty() {
        return Err(Stop::NotThere);
    }
    let tongue = room.tongue.clone();
    room.page(&New {
        frame: room.frame(tongue.say("slow-new")),
        circles,
        limit: QUESTION_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-slow"),
    })
}

fn ask(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let id = deeds::slow::ask(room, typed)?;
    Ok(Reply::go(format!("/rounds/{id}?said=slow-asked")))
}

/// What somebody heard, and what is said of it.
struct Heard {
    id: String,
    name: String,
    words: String,
    says: &'static str,
    yes: bool,
}

struct Replied {
    name: String,
    words: String,
}

struct Entry {
    id: String,
    name: String,
    /// Without words they passed.
    words: Option<String>,
    mine: bool,
    waived: bool,
    /// What I heard of it.
    my: Option<Heard>,
    /// What others heard of mine.
    of_me: Vec<Heard>,
    may_reply: bool,
    replies: Vec<Replied>,
}

#[derive(Template)]
#[template(path = "slow_round.html")]
struct One {
    frame: Frame,
    id: String,
    lede: String,
    open: bool,
    gave: bool,
    entries: Vec<Entry>,
    limit: usize,
    audience: AudienceLine,
    audience_heard: AudienceLine,
}

fn one(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let id = SlowId::parse(id).ok_or(Stop::NotThere)?;
    let (me, row) = deeds::look(room, id)?;
    let tongue = room.tongue.clone();
    let question = row
        .key(&room.house.vault)?
        .open(row.row(), "question", &row.question)?;
    let question = Guarded::new(question, sight::slow(row.circle_id));
    let question = question.seen_by(&room.viewer).cloned();
    let question = question.ok_or(Stop::NotThere)?;
    let open = row.is_open(room.now);
    let gave = tables::who_gave(room.conn, row.network_id, row.id)?.contains(&me.id);
    let mut entries = Vec::new();
    for entry in tables::entries_heard(room.conn, (row.network_id, row.id), room.now)? {
        if let Some(entry) = read(room, &me, &row, &entry)? {
            entries.push(entry);
        }
    }
    let circle = people::circle(room.conn, me.network, row.circle_id)?.name;
    let when = tongue.moment(row.closes_at, &room.network.zone);
    let lede = match (open, row.heard_at) {
        (false, _) => tongue.tell("slow-lede", &[("when", when.into())]),
        (true, Some(_)) => tongue.say("slow-everyone").to_owned(),
        (true, None) => tongue.say("slow-time-over").to_owned(),
    };
    room.page(&One {
        frame: room.frame(question),
        id: row.id.to_string(),
        lede: format!("{circle} · {lede}"),
        open,
        gave,
        entries,
        limit: WORDS_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-slow"),
        audience_heard: AudienceLine::new(&tongue, Audience::Named, "audience-heard"),
    })
}

/// One entry of an open round, as somebody of its circle reads it.
fn read(
    room: &mut Room<'_>,
    me: &Member,
    row: &SlowRow,
    entry: &EntryRow,
) -> Result<Option<Entry>, Stop> {
    let key = entry.key(&room.house.vault)?;
    let words = key.open_some(entry.row(), "words", entry.words.as_ref())?;
    let words = Guarded::new(words, sight::slow(row.circle_id));
    let Some(words) = words.seen_by(&room.viewer).cloned() else {
        return Ok(None);
    };
    let name = called(room, row, entry.member_id)?;
    let mine = entry.member_id == me.id;
    let (mut my, mut of_me, mut said) = (None, Vec::new(), None);
    for heard in tables::reflections_of(room.conn, row.network_id, entry.id)? {
        let key = heard.key(&room.house.vault)?;
        let text = key.open(heard.row(), "words", &heard.words)?;
        let who = sight::reflection(entry.member_id, heard.member_id);
        let Some(text) = Guarded::new(text, who).seen_by(&room.viewer).cloned() else {
            continue;
        };
        let one = Heard {
            id: heard.id.to_string(),
            name: called(room, row, heard.member_id)?,
            words: text,
            says: match heard.said {
                Said::Offered => "heard-offered",
                Said::Yes => "heard-yes",
                Said::NotYet => "heard-not-yet",
            },
            yes: heard.said == Said::Yes,
        };
        if mine {
            of_me.push(one);
        } else {
            said = Some(heard.said);
            my = Some(one);
        }
    }
    let mut replies = Vec::new();
    for reply in tables::replies_to(room.conn, row.network_id, entry.id)? {
        let key = reply.key(&room.house.vault)?;
        let text = key.open(reply.row(), "words", &reply.words)?;
        let text = Guarded::new(text, sight::slow(row.circle_id));
        if let Some(words) = text.seen_by(&room.viewer).cloned() {
            let name = called(room, row, reply.member_id)?;
            replies.push(Replied { name, words });
        }
    }
    let waived = entry.waived.is_so();
    Ok(Some(Entry {
        id: entry.id.to_string(),
        name,
        mine,
        waived,
        my,
        of_me,
        may_reply: words.is_some() && may_reply(said, waived || mine),
        words,
        replies,
    }))
}

fn called(room: &mut Room<'_>, row: &SlowRow, person: PersonId) -> Result<String, Stop> {
    people::called_for(room, person, sight::slow(row.circle_id))
}
