//! A word that came by text: whoever is on shift types it, and whose word it is reads that it came.

use crate::{deeds, letter, rules::TellingRefusal, sight, tables};
use askama::Template;
use kernel::{Audience, Member, Role};
use store::Stop;
use web::{AnswerWord, AudienceLine, Frame, Item, Reply, Room, Route, TodayShare, Typed};

/// The longest name and the longest text that is looked at, in characters.
const LONGEST: usize = 200;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/telling/by-text", show),
        Route::deed("/telling/by-text", take),
    ]
}

#[derive(Template)]
#[template(path = "telling_by_text.html")]
struct ByText {
    frame: Frame,
    on: bool,
    audience: AudienceLine,
}

/// For whoever answers the line; for others there is no such page.
fn answers_the_line(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match sight::answers_the_line(&me, room.network.aid) {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

fn show(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = answers_the_line(room)?;
    let tongue = &room.tongue;
    room.page(&ByText {
        frame: room.frame(tongue.say("by-text-title")),
        on: me.holds(Role::Shift, room.network.aid),
        audience: AudienceLine::new(tongue, Audience::Named, "audience-by-text"),
    })
}

fn take(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let me = answers_the_line(room)?;
    if !me.holds(Role::Shift, room.network.aid) {
        return Err(TellingRefusal::ShiftFirst.into());
    }
    let who = typed.at_most("who", LONGEST)?;
    let said = typed.at_most("said_words", LONGEST)?;
    deeds::answer::by_text(room, who, said)?;
    Ok(Reply::go("/telling/by-text?said=by-text"))
}

/// On Today: what came by text in somebody's name, so that a false word is seen. A letter says it
/// once.
pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    for row in tables::relayed(room.conn, me.network, me.id)? {
        let said = row.opened(&room.house.vault)?;
        let Some(word) = AnswerWord::parse(&said.word) else {
            continue;
        };
        let tongue = &room.tongue;
        let word = [("word", letter::say(tongue, word).into())];
        let title = tongue.tell("by-text-came", &word);
        let when = [("day", row.on_day.into())];
        let words = tongue.tell("by-text-came-words", &when);
        share.yours.push(Item {
            quiet: row.on_day < room.today.plus(-1),
            ..Item::new(title, words, said.href).titled_in_letters()
        });
    }
    Ok(share)
}
