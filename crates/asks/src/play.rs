//! Plays what people do, without their browsers: the demo's weeks, and the networks that benches
//! measure. Every step goes through the same deeds and rules as a page does.

use crate::{
    deeds,
    rules::{AskId, Kind, Wants, Word},
    schema::asks,
    tables,
};
use diesel::prelude::*;
use kernel::{Day, Member, Moment, NetworkId, PersonId, Role, RoleHeld, Standing};
use store::{AnyConnection, Stop};
use web::{House, Room};

/// One thing somebody does with an ask.
pub enum Step<'a> {
    /// The shift puts it on the board.
    Publish(&'a str),
    /// Somebody says "I can".
    Claim,
    /// They agree when and how.
    Plan(&'a str),
    /// Whoever went says it is done.
    Done,
    /// The shift relays the receiver's word.
    Word(Word, Option<&'a str>),
    /// The shift has called after a word that was not "it helped".
    FollowUp,
    /// The shift says an honest no.
    Unable(&'a str),
    /// Something went wrong, told to the shift.
    Wrong(&'a str),
    /// The shift answers every complaint by an act, and tells it back.
    Change(&'a str, &'a str),
}

/// Somebody, as they were at a moment.
pub struct Doer {
    /// Who.
    pub person: PersonId,
    /// Whether they were on the Aid shift then.
    pub on_shift: bool,
}

fn room<'c>(
    conn: &'c mut AnyConnection,
    house: &'c House,
    by: &Doer,
    now: Moment,
) -> Result<Room<'c>, Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    let roles = if by.on_shift {
        vec![RoleHeld {
            circle: network.aid,
            role: Role::Shift,
        }]
    } else {
        Vec::new()
    };
    let member = Member {
        id: by.person,
        network: network.id,
        standing: Standing::Member,
        joined: network.founded,
        circles: vec![network.aid],
        roles,
        liaison_of: Vec::new(),
    };
    let known = web::Known {
        member,
        handle: String::new(),
        lang: None,
        csrf: String::new(),
        proved_at: now,
    };
    let mut room = Room::of_person(conn, house, known)?;
    (room.now, room.today) = (now, today);
    Ok(room)
}

/// Does one step at a moment.
pub fn play(
    conn: &mut AnyConnection,
    house: &House,
    ask: AskId,
    by: &Doer,
    now: Moment,
    step: &Step<'_>,
) -> Result<(), Stop> {
    let mut room = room(conn, house, by, now)?;
    let room = &mut room;
    match step {
        Step::Publish(words) => deeds::publish(room, ask, words),
        Step::Claim => deeds::claim(room, ask, None),
        Step::Plan(plan) => deeds::plan(room, ask, plan),
        Step::Done => deeds::say_done(room, ask),
        Step::Word(word, answer) => deeds::relay_word(room, ask, *word, *answer),
        Step::FollowUp => deeds::follow_up(room, ask),
        Step::Unable(reason) => deeds::cant(room, ask, reason),
        Step::Wrong(words) => {
            let row = deeds::look(room, &ask.to_string())?;
            deeds::say_wrong(room, &row, words, Wants::Change)
        }
        Step::Change(words, script) => {
            let me = by.person;
            for row in tables::complaints_for(room.conn, room.network.id, me)? {
                deeds::take_complaint(room, row.id)?;
                deeds::answer_complaint(room, row.id, words, script)?;
                deeds::tell_back(room, row.id)?;
                deeds::close_complaint(room, row.id)?;
            }
            Ok(())
        }
    }
}

/// Somebody offers something.
pub fn offer(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    (kind, area, words): (Kind, &str, &str),
    now: Moment,
) -> Result<(), Stop> {
    let by = Doer {
        person,
        on_shift: false,
    };
    let mut room = room(conn, house, &by, now)?;
    let new = deeds::NewOffer {
        kind,
        area,
        language: "",
        words: Some(words),
        until: None::<Day>,
    };
    deeds::offer(&mut room, &new)
}

/// Gives an ask the code a story calls it by. Another ask that was given it by chance takes the
/// code this one had.
pub fn call_it(conn: &mut AnyConnection, ask: AskId, code: &str) -> Result<(), Stop> {
    let (network, chance): (NetworkId, String) = asks::table
        .find(ask)
        .select((asks::network_id, asks::code))
        .first(conn)?;
    let other: Option<AskId> = asks::table
        .filter(asks::network_id.eq(network).and(asks::code.eq(code)))
        .select(asks::id)
        .first(conn)
        .optional()?;
    // By way of a name no code has, for a code is given once.
    let steps = [
        (Some(ask), ask.to_string()),
        (other, chance),
        (Some(ask), code.to_owned()),
    ];
    for (ask, code) in steps {
        if let Some(ask) = ask {
            diesel::update(asks::table.find(ask))
                .set(asks::code.eq(code))
                .execute(conn)?;
        }
    }
    Ok(())
}

/// Texts that were sent by hand while the story went on.
pub fn send_texts(conn: &mut AnyConnection, house: &House) -> Result<(), Stop> {
    use crate::schema::texts;
    diesel::delete(texts::table.filter(texts::network_id.eq(house.network().id))).execute(conn)?;
    Ok(())
}
