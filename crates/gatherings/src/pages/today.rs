//! Its place on the Today page: what comes near, what somebody is asked, what waits to be written, and the
//! draft that is back with the room.

use super::words;
use crate::{
    deeds,
    rules::{Kind, LETTER_DAYS, Part, Said, Stage},
    sight,
    tables::{self, ContainerRow},
};
use kernel::{Day, Member};
use store::{AnyConnection, Stop};
use web::{Happening, House, Item, Room, TodayShare, Whose};

/// A gathering is near so many days ahead.
const AHEAD: i32 = 7;

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    // Whoever rests is shown nothing of it; it stands on its own page when they like.
    if me.is_resting() || deeds::takes_part(room).is_err() {
        return Ok(share);
    }
    for row in tables::living(room.conn, me.network)? {
        let Some(title) = words::title_for(room, &row, sight::invitation(&row))? else {
            continue;
        };
        if let Some(item) = of_mine(room, me, &row, &title)? {
            share.yours.push(item);
        } else if let Some(item) = of_ours(room, me, &row, title)? {
            share.ours.push(item);
        }
    }
    asked(room, me, &mut share)?;
    Ok(share)
}

fn told(room: &Room<'_>, key: &str, row: &ContainerRow) -> String {
    let when = words::when(room, row);
    let by = row.on_day.plus(LETTER_DAYS);
    room.tongue
        .tell(key, &[("when", when.into()), ("day", by.into())])
}

/// What somebody who holds it, or is asked to, or writes its harvest, has to do.
fn of_mine(
    room: &mut Room<'_>,
    me: &Member,
    row: &ContainerRow,
    title: &str,
) -> Result<Option<Item>, Stop> {
    if me.is_resting() {
        return Ok(None);
    }
    let there = format!("/gatherings/{}", row.id);
    let rule = row.container(&room.network.zone);
    let seats = rule.hosts.iter().flatten();
    let said = seats
        .clone()
        .find(|(one, _)| *one == me.id)
        .map(|(_, said)| *said);
    let host = said == Some(Said::Yes);
    let writes = host || row.keeper_id == Some(me.id);
    let comes = matches!(row.kind, Kind::Gathering | Kind::Choir);
    let (key, letter, href) = match row.stage {
        Stage::Seeded | Stage::Invited if said == Some(Said::Asked) => {
            ("today-gather-host", true, there)
        }
        Stage::Seeded if host && rule.ready() < 2 => ("today-gather-second", false, there),
        Stage::Seeded if host => ("today-gather-invite", false, there),
        Stage::Invited if host && rule.asks_to_close(room.today) => {
            ("today-gather-close", false, there)
        }
        Stage::Invited if host && comes && room.now >= rule.begins => {
            ("today-gather-over", false, there)
        }
        Stage::Invited
            if host && row.on_day.0 - room.today.0 < AHEAD && row.on_day >= room.today =>
        {
            ("today-gather-yours", row.on_day == room.today, there)
        }
        Stage::Gathered | Stage::Draft if writes && room.today <= row.on_day.plus(LETTER_DAYS) => {
            ("today-gather-write", false, format!("{there}/harvest"))
        }
        Stage::Room if host && rule.shareable_from().is_some_and(|from| room.now >= from) => {
            ("today-gather-share", false, format!("{there}/harvest"))
        }
        _ => return Ok(None),
    };
    let words = told(room, key, row);
    let mut item = Item::new(title.to_owned(), words, href);
    item.in_letters = Some(room.tongue.say("today-gather-letter").to_owned());
    item.quiet = !letter;
    Ok(Some(item))
}

/// What comes near; the draft, while the room has it; a harvest nobody has written.
fn of_ours(
    room: &mut Room<'_>,
    me: &Member,
    row: &ContainerRow,
    title: String,
) -> Result<Option<Item>, Stop> {
    let there = format!("/gatherings/{}", row.id);
    let rule = row.container(&room.network.zone);
    let of_circle = me.circles.contains(&row.circle_id);
    let begun = room.now >= rule.begins;
    let near = row.on_day.0 - room.today.0 < AHEAD && row.on_day >= room.today && !begun;
    let back = rule.returned.map(|at| room.network.zone.day_of(at));
    let fresh = rule.shareable_from().is_some_and(|from| room.now < from);
    let item = match row.stage {
        Stage::Invited if near => {
            let mut item = Item::new(title, told(room, "today-gather-near", row), there);
            item.quiet = true;
            item
        }
        // It is asked for nothing by whoever rests; they read it when they like.
        Stage::Room if of_circle && fresh && !me.is_resting() => {
            let words = told(room, "today-gather-room", row);
            let mut item = Item::new(title, words, format!("{there}/harvest"));
            item.in_letters = Some(room.tongue.say("today-gather-room-letter").to_owned());
            // A letter says it once.
            item.quiet = back != Some(room.today);
            item
        }
        Stage::Gathered | Stage::Draft
            if of_circle && !me.is_resting() && room.today > row.on_day.plus(LETTER_DAYS) =>
        {
            let mut item = Item::new(title, told(room, "today-gather-unwritten", row), there);
            item.quiet = true;
            item
        }
        _ => return Ok(None),
    };
    Ok(Some(item))
}

/// Lines about which I am asked: words of mine, and what I said that I would do.
fn asked(room: &mut Room<'_>, me: &Member, share: &mut TodayShare) -> Result<(), Stop> {
    for line in tables::lines_asked(room.conn, me.network)? {
        let opened = line.open(&room.house.vault)?;
        if opened.whose != Some(me.id) {
            continue;
        }
        let key = match line.part {
            Part::Quote => "today-quote",
            Part::Promise => "today-promise",
            _ => continue,
        };
        let way = format!("/words-of-mine/{}", line.id);
        let words = room.tongue.say(key).to_owned();
        let mut item = Item::new(opened.words, words.clone(), way);
        item.in_letters = Some(words);
        item.quiet = room.network.zone.day_of(line.since_at) != room.today;
        share.yours.push(item);
    }
    Ok(())
}

/// What was shared since a day, for whoever comes back.
pub(crate) fn news(room: &mut Room<'_>, since: Day) -> Result<Vec<Item>, Stop> {
    let mut items = Vec::new();
    for row in tables::shared_to(room.conn, room.network.id, crate::rules::Wide::ALL)? {
        if row.on_day < since {
            continue;
        }
        if let Some(title) = words::title_for(room, &row, sight::letter(&row))? {
            let words = room.tongue.say("news-harvest").to_owned();
            items.push(Item::new(title, words, format!("/letters/{}", row.id)));
        }
    }
    Ok(items)
}

/// What somebody holds, or their circles gather for, for a calendar: its kind and no question, for a
/// calendar is read on many machines.
pub(crate) fn near(
    conn: &mut AnyConnection,
    house: &House,
    whose: Whose,
    title: &dyn Fn(Kind) -> String,
) -> Result<Vec<Happening>, Stop> {
    let network = house.network().id;
    let today = house.network().zone.day_of(house.now());
    let circles = match whose {
        Whose::Circle(circle) => vec![circle],
        Whose::Person(person) => {
            let mut mine = Vec::new();
            for circle in people::circles(conn, network)? {
                if people::members_of(conn, network, circle.id)?.contains(&person) {
                    mine.push(circle.id);
                }
            }
            mine
        }
    };
    let mut all = Vec::new();
    for row in tables::living(conn, network)? {
        let mine = match whose {
            Whose::Person(person) => row.hosts().contains(&person),
            Whose::Circle(_) => false,
        };
        let comes = matches!(row.kind, Kind::Gathering | Kind::Choir);
        let ours = circles.contains(&row.circle_id) && row.stage == Stage::Invited;
        if !comes || row.on_day < today || !(mine || ours) {
            continue;
        }
        let at = |n: i32| i8::try_from(n).unwrap_or(0);
        let program = row.open(&house.vault)?.program.unwrap_or_default();
        let minutes = crate::rules::parse(&program)
            .iter()
            .map(|step| step.minutes)
            .sum::<i32>();
        all.push(Happening {
            uid: format!("{}@{}", row.id, row.network_id),
            title: title(row.kind),
            place: String::new(),
            starts: (
                row.on_day,
                at(row.starts_minute / 60),
                at(row.starts_minute % 60),
            ),
            minutes: u16::try_from(minutes).unwrap_or_default(),
            rule: None,
            except: Vec::new(),
            until: row.on_day,
        });
    }
    Ok(all)
}
