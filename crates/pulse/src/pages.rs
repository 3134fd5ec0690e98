//! The two questions, and what the season before said.

use crate::{
    deeds,
    rules::{Counts, FEWEST, Question, SMALLEST_CELL, Word},
};
use askama::Template;
use kernel::{Audience, Member, Standing};
use store::{AnyConnection, Stop};
use web::{AudienceLine, Frame, House, Item, Reply, Room, Route, TodayShare, Tongue, Typed};

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::page("/pulse", page), Route::deed("/pulse", answer)]
}

struct Asked {
    name: &'static str,
    words: String,
}

#[derive(Template)]
#[template(path = "pulse.html")]
struct Page {
    frame: Frame,
    /// Until when they are open, where I have not answered.
    until: Option<String>,
    mine_is_in: bool,
    questions: Vec<Asked>,
    words: Vec<(&'static str, String)>,
    last: Vec<String>,
    from: String,
    audience: AudienceLine,
    counts_audience: AudienceLine,
}

fn question(question: Question) -> &'static str {
    match question {
        Question::Shared => "pulse-shared",
        Question::StepBack => "pulse-step-back",
    }
}

fn word(word: Word) -> &'static str {
    match word {
        Word::Yes => "pulse-yes",
        Word::Partly => "pulse-partly",
        Word::No => "pulse-no",
    }
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let open = deeds::open(room)?;
    let mine_is_in = match &open {
        Some(row) => deeds::is_in(room, row, me.id)?,
        None => false,
    };
    let tongue = room.tongue.clone();
    let last = would_hold(room.conn, room.house, &tongue)?;
    let until = open.filter(|_| !mine_is_in);
    let asked = Question::ALL.iter().map(|one| Asked {
        name: one.as_str(),
        words: tongue.say(question(*one)).to_owned(),
    });
    let words = Word::ALL
        .iter()
        .map(|one| (one.as_str(), tongue.say(word(*one)).to_owned()));
    room.page(&Page {
        frame: room.frame(tongue.say("pulse-title")),
        until: until.map(|row| tongue.tell("pulse-until", &[("day", row.closes_on.into())])),
        mine_is_in,
        questions: asked.collect(),
        words: words.collect(),
        last,
        from: tongue.tell("pulse-from", &[("n", FEWEST.into())]),
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-pulse"),
        counts_audience: AudienceLine::new(&tongue, Audience::Network, "audience-pulse-counts"),
    })
}

fn answer(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::answer(room, typed)?;
    Ok(Reply::go("/pulse?said=pulse-in"))
}

/// A number that may be told; of fewer than five only that they are some.
fn cell(tongue: &Tongue, n: u32) -> String {
    match n {
        0 => tongue.say("pulse-nobody").to_owned(),
        n if n < SMALLEST_CELL => tongue.say("pulse-few").to_owned(),
        n => n.to_string(),
    }
}

/// What the last season said, a sentence a question.
pub(crate) fn would_hold(
    conn: &mut AnyConnection,
    house: &House,
    tongue: &Tongue,
) -> Result<Vec<String>, Stop> {
    let Some(counts) = deeds::last(conn, house)? else {
        return Ok(Vec::new());
    };
    let said = |(asked, counts): (&Question, Counts)| {
        let said = [
            ("question", tongue.say(question(*asked)).into()),
            ("yes", cell(tongue, counts.yes).into()),
            ("partly", cell(tongue, counts.partly).into()),
            ("no", cell(tongue, counts.no).into()),
        ];
        tongue.tell("pulse-counted", &said)
    };
    Ok(Question::ALL.iter().zip(counts).map(said).collect())
}

/// Once, on the page; in no letter, because nobody is reminded.
pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    // Whoever rests, or lets go of things, is asked nothing; the page is there if they like.
    if me.standing != Standing::Member {
        return Ok(share);
    }
    let Some(row) = deeds::open(room)? else {
        return Ok(share);
    };
    if deeds::is_in(room, &row, me.id)? {
        return Ok(share);
    }
    let words = room
        .tongue
        .tell("today-pulse", &[("day", row.closes_on.into())]);
    let mut item = Item::new(room.tongue.say("pulse-title").to_owned(), words, "/pulse");
    item.quiet = true;
    share.ours.push(item);
    Ok(share)
}
