//! Its place on the Today page, and what somebody holds: what is next, what may be looked at again,
//! what waits for a yes, and what could use me.

use super::{places, words};
use crate::{
    deeds::{self, review, times},
    rules::{LOOK_DAYS, Stage},
    tables::{self, CommitmentRow, Party, Reason, clock_from},
};
use kernel::{Day, Member};
use store::Stop;
use web::{AnswerWord, Answerable, Disposition, Held, HeldKind, Item, Room, TodayShare};

/// Times are shown a week ahead; a letter says those of today and tomorrow.
const AHEAD: i32 = 7;

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if me.is_resting() {
        return Ok(share);
    }
    for row in tables::given_by(room.conn, me.network, me.id)? {
        share.yours.extend(next(room, &row)?);
        share.yours.extend(look_again(room, &row)?);
    }
    share.yours.extend(standing_in(room, me)?);
    share.yours.extend(see_how_they_are(room, me)?);
    let (yours, ours) = waiting(room, me)?;
    share.yours.extend(yours);
    share.ours.extend(ours);
    if me.standing.reads_as_member() {
        share.could_you.extend(could_you(room, me)?);
    }
    Ok(share)
}

fn title(room: &Room<'_>, row: &CommitmentRow) -> Result<String, Stop> {
    // Money asks for no treasurer here: whoever holds it is its own side.
    let said = row.said(&room.house.vault, None)?;
    let said = said.seen_by(&room.viewer);
    Ok(said.map(|said| said.words.clone()).unwrap_or_default())
}

/// The next time within the week, with "I can't this time".
fn next(room: &mut Room<'_>, row: &CommitmentRow) -> Result<Option<Item>, Stop> {
    if !row.stage.is_living() {
        return Ok(None);
    }
    let turns = times::coming(room, row)?;
    let Some(turn) = turns.into_iter().find(times::Turn::is_givers) else {
        return Ok(None);
    };
    let day = turn.day();
    if day > room.today.plus(AHEAD) {
        return Ok(None);
    }
    let to = words::party(room, row.to())?;
    let when = words::time_words(room, &turn.time);
    let tongue = room.tongue.clone();
    let args = [("to", to.into()), ("when", when.into())];
    let words = tongue.tell("today-commitment", &args);
    let title = title(room, row)?;
    let action = format!("/times/{}.{day}/cant", row.id);
    let mut item = Item::new(title, words.clone(), format!("/commitments/{}", row.id))
        .with_button(tongue.say("commit-cant"), action);
    // Promised words may name somebody; a letter says when, and that it is theirs.
    item.in_letters = Some(words);
    item.way_out = true;
    item.quiet = day > room.today.plus(1);
    item.answer = Some(Answerable {
        id: format!("commitment:{}:{}", row.id, day.0),
        words: &[AnswerWord::Cant, AnswerWord::Rest],
    });
    Ok(Some(item))
}

/// Its day has come, or is near. A letter says so at most twice: on the day, and the day after.
fn look_again(room: &mut Room<'_>, row: &CommitmentRow) -> Result<Option<Item>, Stop> {
    let key = match row.stage {
        Stage::Active if room.today >= row.review_on.plus(-LOOK_DAYS) => "today-look",
        Stage::AwaitingWord | Stage::BuddyAsked => "today-look-kindly",
        _ => return Ok(None),
    };
    let title = title(room, row)?;
    let tongue = room.tongue.clone();
    let words = tongue.tell(key, &[("day", row.review_on.into())]);
    let mut item = Item::new(title, words.clone(), format!("/commitments/{}", row.id));
    item.button = Some(tongue.say("today-look-button").to_owned());
    item.in_letters = Some(words);
    let noted = row.stage == Stage::AwaitingWord && room.today == row.since_on;
    item.quiet = !(noted || (row.stage == Stage::Active && room.today == row.review_on));
    item.answer = Some(Answerable {
        id: format!("review:{}", row.id),
        words: &[AnswerWord::Keep, AnswerWord::Done, AnswerWord::Rest],
    });
    Ok(Some(item))
}

/// Times of others that they stand in for.
fn standing_in(room: &mut Room<'_>, me: &Member) -> Result<Vec<Item>, Stop> {
    let mut items = Vec::new();
    for time in tables::standing_in(room.conn, me.network, me.id, room.today)? {
        let Some(row) = tables::commitment_at(room.conn, me.network, time.commitment_id)? else {
            continue;
        };
        let day = time.other_day.unwrap_or(time.rule_day);
        let clock = time.other_clock.as_deref().or(row.clock.as_deref());
        let when = words::day_and_clock(room, day, clock.and_then(clock_from));
        let key = row.key(&room.house.vault)?;
        let title = key.open(row.row(), "words", &row.words)?;
        let tongue = room.tongue.clone();
        let words = tongue.tell("today-stand-in", &[("when", when.into())]);
        let href = format!("/commitments/{}", row.id);
        let action = format!("/times/{}.{}/cant", row.id, time.rule_day);
        let mut item =
            Item::new(title, words.clone(), href).with_button(tongue.say("commit-cant"), action);
        item.in_letters = Some(words);
        item.way_out = true;
        item.quiet = day > room.today.plus(1);
        item.answer = Some(Answerable {
            id: format!("commitment:{}:{}", row.id, time.rule_day.0),
            words: &[AnswerWord::Cant],
        });
        items.push(item);
    }
    Ok(items)
}

/// "Could you see how Bo is?": to a buddy, and nothing of why.
fn see_how_they_are(room: &mut Room<'_>, me: &Member) -> Result<Vec<Item>, Stop> {
    let mut items: Vec<Item> = Vec::new();
    for row in tables::buddies_asked(room.conn, me.network)? {
        if !review::whom_to_ask(room.conn, room.house, &row)?.contains(&me.id) {
            continue;
        }
        let Some(person) = row.giver_person().or(row.spoken_by) else {
            continue;
        };
        let name = words::called(room, person)?;
        let tongue = &room.tongue;
        let title = tongue.tell("today-see-how", &[("name", name.into())]);
        // Several things of one person are one visit.
        if items.iter().any(|item| item.title == title) {
            continue;
        }
        let words = tongue.say("today-see-how-words").to_owned();
        let action = format!("/commitments/{}/in-touch", row.id);
        let mut item =
            Item::new(title, words, "/today").with_button(tongue.say("today-in-touch"), action);
        item.in_letters = Some(tongue.say("today-see-how-letter").to_owned());
        item.quiet = room.today != row.since_on;
        items.push(item);
    }
    Ok(items)
}

/// Offers that wait for a yes of mine, or of a circle I look after.
fn waiting(room: &mut Room<'_>, me: &Member) -> Result<(Vec<Item>, Vec<Item>), Stop> {
    let treasury = deeds::treasury(room)?;
    let (mut yours, mut ours) = (Vec::new(), Vec::new());
    for row in tables::offered_seen_by(room.conn, me, treasury)? {
        if row.from() == Party::Person(me.id) || !deeds::speaks_for(room, row.to())? {
            continue;
        }
        // It waits until they are back.
        if deeds::offer::giver_rests(room, &row)? {
            continue;
        }
        let title = title(room, &row)?;
        let from = words::party(room, row.from())?;
        let tongue = room.tongue.clone();
        let words = tongue.tell("today-offered", &[("from", from.into())]);
        let mut item = Item::new(title, words, format!("/commitments/{}", row.id));
        item.button = Some(tongue.say("today-offered-button").to_owned());
        item.in_letters = Some(tongue.say("today-offered-letter").to_owned());
        match row.to() {
            Party::Person(_) => yours.push(item),
            _ => ours.push(item),
        }
    }
    Ok((yours, ours))
}

/// Places that could use me, with why in words.
fn could_you(room: &mut Room<'_>, me: &Member) -> Result<Vec<Item>, Stop> {
    let mut items = Vec::new();
    for asked in tables::asked_of(room.conn, me.network, me.id)? {
        let Some(place) = tables::place(room.conn, me.network, asked.place_id)? else {
            continue;
        };
        if place.ends_on < room.today {
            continue;
        }
        let said = place.said(&room.house.vault, &[me.id])?;
        let title = said.seen_by(&room.viewer).cloned().unwrap_or_default();
        let when = places::when(room, &place);
        let tongue = room.tongue.clone();
        let why = tongue.say(match asked.reason {
            Reason::Offered => "why-offered",
            Reason::Circle => "why-circle",
            Reason::Again => "why-again",
            Reason::Named => "why-named",
            Reason::Woke => "why-woke",
        });
        let words = format!("{when}. {why}");
        let mut item = Item::new(title, words.clone(), format!("/places/{}", place.id))
            .with_button(
                tongue.say("place-take"),
                format!("/places/{}/take", place.id),
            );
        item.in_letters = Some(words);
        item.quiet = asked.asked_on != room.today;
        item.answer = Some(Answerable {
            id: format!("place:{}", place.id),
            words: &[AnswerWord::ICan, AnswerWord::Cant],
        });
        items.push(item);
    }
    Ok(items)
}

/// Everything somebody holds of this practice (P5).
pub(crate) fn held(room: &mut Room<'_>, me: kernel::PersonId) -> Result<Vec<Held>, Stop> {
    let mut all = Vec::new();
    for row in tables::given_by(room.conn, room.network.id, me)? {
        if !row.stage.is_living() && row.stage != Stage::Resting {
            continue;
        }
        let key = row.key(&room.house.vault)?;
        let stand_ins = tables::stand_ins_of(room.conn, row.network_id, row.id)?;
        let circle = row.to_circle();
        all.push(Held {
            id: format!("commitment:{}", row.id),
            kind: HeldKind::Commitment,
            title: key.open(row.row(), "words", &row.words)?,
            href: format!("/commitments/{}", row.id),
            circle,
            suggested: stand_ins
                .iter()
                .find(|row| row.liked)
                .map(|row| row.would_id),
            may: match circle {
                Some(_) => &[
                    Disposition::Successor,
                    Disposition::Circle,
                    Disposition::Pause,
                    Disposition::Close,
                ],
                None => &[Disposition::Pause, Disposition::Close],
            },
        });
    }
    Ok(all)
}

/// What my circles hold now that they did not hold on a day: who took what on.
pub(crate) fn news(room: &mut Room<'_>, since: Day) -> Result<Vec<Item>, Stop> {
    let me = room.member()?;
    let mut items = Vec::new();
    for circle in &me.circles {
        for row in tables::given_to(room.conn, me.network, *circle)? {
            if row.start_on < since || !row.stage.is_living() {
                continue;
            }
            let name = words::party(room, row.from())?;
            let title = title(room, &row)?;
            let words = room
                .tongue
                .tell("news-commitment", &[("name", name.into())]);
            items.push(Item::new(title, words, format!("/commitments/{}", row.id)));
        }
    }
    Ok(items)
}
