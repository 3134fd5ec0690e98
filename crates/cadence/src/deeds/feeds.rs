//! Links by which calendars read, and what they read: times, and nothing that leads to anybody.

use super::{Whole, rest_days, words};
use crate::{
    rules::{Fate, Shown, Stage},
    tables::{self, FeedId, FeedRow, PracticeRow},
};
use kernel::{CircleId, Day, Guarded, Member, NetworkId, PersonId, Viewer};
use store::{AnyConnection, Stop};
use web::{Happening, House, Lang, Room, Whose};

/// A link opens for a year.
const FEED_SECONDS: i64 = 365 * 86_400;

fn mark(house: &House, network: NetworkId, token: &str) -> Result<Vec<u8>, Stop> {
    Ok(house.vault.mark(&network, "calendar", token)?)
}

/// Makes a link for one's own times or those of a circle of one's own, instead of the one there was;
/// returns what stands in it, which is kept nowhere.
pub(crate) fn make(room: &mut Room<'_>, circle: Option<CircleId>) -> Result<String, Stop> {
    let me = room.member()?;
    if circle.is_some_and(|circle| !me.circles.contains(&circle)) {
        return Err(Stop::NotThere);
    }
    for feed in tables::feeds_of(room.conn, me.network, (me.id, room.now))? {
        if feed.circle_id == circle {
            tables::end_feed(room.conn, me.network, (me.id, feed.id))?;
        }
    }
    let token = people::new_token(&*room.house.chance);
    let row = FeedRow {
        id: FeedId::new(&*room.house.chance),
        person_id: me.id,
        circle_id: circle,
        expires_at: room.now.plus_seconds(FEED_SECONDS),
    };
    let mark = mark(room.house, me.network, &token)?;
    tables::put_feed(room.conn, me.network, &row, mark)?;
    Ok(token)
}

/// Takes a link back: from now on it is none that ever was.
pub(crate) fn end(room: &mut Room<'_>, id: FeedId) -> Result<(), Stop> {
    let me = room.member()?;
    match tables::end_feed(room.conn, me.network, (me.id, id))? {
        true => Ok(()),
        false => Err(Stop::NotThere),
    }
}

/// Whose times a link opens, and in which language. A circle's end for whoever leaves it.
pub(crate) fn read(room: &mut Room<'_>, token: &str) -> Result<(Whose, Lang), Stop> {
    let network = room.network.id;
    let mark = mark(room.house, network, token)?;
    let feed = tables::feed(room.conn, network, (&mark, room.now))?;
    let whose = match feed.circle_id {
        None => Whose::Person(feed.person_id),
        Some(circle) => {
            let members = people::members_of(room.conn, network, circle)?;
            if !members.contains(&feed.person_id) {
                return Err(Stop::NotThere);
            }
            Whose::Circle(circle)
        }
    };
    let lang = people::language_of(room.conn, network, feed.person_id)?;
    Ok((whose, lang.unwrap_or(Lang::En)))
}

/// The circles whose times these are.
fn circles(
    conn: &mut AnyConnection,
    network: NetworkId,
    whose: Whose,
) -> Result<Vec<CircleId>, Stop> {
    let person = match whose {
        Whose::Circle(circle) => return Ok(vec![circle]),
        Whose::Person(person) => person,
    };
    let mut mine = Vec::new();
    for circle in people::circles(conn, network)? {
        if people::members_of(conn, network, circle.id)?.contains(&person) {
            mine.push(circle.id);
        }
    }
    Ok(mine)
}

/// What these circles do, as it goes into a calendar.
pub(crate) fn happenings(
    conn: &mut AnyConnection,
    house: &House,
    whose: Whose,
) -> Result<Vec<Happening>, Stop> {
    let network = house.network().id;
    let circles = circles(conn, network, whose)?;
    let mut all = Vec::new();
    for row in tables::of_circles(conn, network, &circles)? {
        if row.stage == Stage::Living {
            all.extend(of_practice(conn, house, row)?);
        }
    }
    Ok(all)
}

fn of_practice(
    conn: &mut AnyConnection,
    house: &House,
    row: PracticeRow,
) -> Result<Vec<Happening>, Stop> {
    let whole = Whole::of(conn, row)?;
    let row = &whole.row;
    let network = house.network();
    let zone = network.zone.time_zone();
    let times = whole
        .comes
        .times(row.first_on.date(), row.season_on.date(), zone);
    let days = times.iter().map(|time| Day::from_date(time.day));
    let resting = rest_days(conn, house, row.circle_id, days)?;
    let changed = whole.happened.iter();
    let changed = changed.filter(|one| one.moved.is_some() || one.fate == Fate::Rested);
    let mut except: Vec<Day> = changed.map(|one| one.on).chain(resting).collect();
    except.sort();
    except.dedup();
    let (title, place) = said(house, row)?;
    let at = row.at();
    let minutes = u16::try_from(row.minutes).unwrap_or_default();
    let one = |uid: String, day: Day| Happening {
        uid,
        title: title.clone(),
        place: place.clone(),
        starts: (day, at.hour(), at.minute()),
        minutes,
        rule: None,
        except: Vec::new(),
        until: day,
    };
    let uid = |what: &str| format!("{}{what}@{}", row.id, row.network_id);
    let mut all = vec![Happening {
        rule: Some(row.rule.clone()),
        except,
        until: row.season_on,
        ..one(uid(""), row.first_on)
    }];
    let moved = whole.happened.iter();
    let moved = moved.filter(|one| one.fate != Fate::Rested);
    all.extend(moved.filter_map(|happened| {
        let day = happened.moved?;
        Some(one(uid(&format!("-{}", happened.on)), day))
    }));
    Ok(all)
}

/// Its name, and where it is if that is public. A calendar is read on many machines.
fn said(house: &House, row: &PracticeRow) -> Result<(String, String), Stop> {
    let words = words(house, row)?;
    let inside = Viewer::Member(Box::new(of_the_circle(row)));
    let read = |words: &Guarded<String>, by| words.seen_by(by).cloned().unwrap_or_default();
    let place = match row.shown {
        Shown::Public => read(&words.place, &Viewer::Stranger),
        Shown::Circle => String::new(),
    };
    Ok((read(&words.name, &inside), place))
}

/// Whoever made the link is of the circle, and reads as one of it.
fn of_the_circle(row: &PracticeRow) -> Member {
    Member {
        id: PersonId(kernel::uuid::Uuid::nil()),
        network: row.network_id,
        standing: kernel::Standing::Participant,
        joined: row.first_on,
        circles: vec![row.circle_id],
        roles: Vec::new(),
        liaison_of: Vec::new(),
    }
}
