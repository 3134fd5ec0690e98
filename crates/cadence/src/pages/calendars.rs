//! Links for the calendars people already have, and what stands behind one.

use crate::{deeds::feeds as deed, tables, tables::FeedId};
use askama::Template;
use jiff::civil::DateTime;
use kernel::{Audience, CircleId, Member, Standing};
use rhythm::{Planned, planned_calendar};
use sha2::{Digest, Sha256};
use store::Stop;
use web::{AudienceLine, Frame, Happening, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/calendars", page),
        Route::deed("/calendars", make),
        Route::deed_on("/calendars/{id}/end", end),
        Route::page_of("/calendar/{token}", feed),
    ]
}

const KIND: &str = "text/calendar; charset=utf-8";

struct Line {
    /// `me`, or the circle's id.
    whose: String,
    title: String,
    /// The link there is.
    feed: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "calendars.html")]
struct Calendars {
    frame: Frame,
    link: Option<String>,
    lines: Vec<Line>,
    audience: AudienceLine,
}

fn somebody_here(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing.reads_as_member() || me.standing == Standing::Participant {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    show(room, None)
}

fn show(room: &mut Room<'_>, link: Option<String>) -> Result<Reply, Stop> {
    let me = somebody_here(room)?;
    let tongue = room.tongue.clone();
    let feeds = tables::feeds_of(room.conn, me.network, (me.id, room.now))?;
    let zone = room.network.zone.clone();
    let of = |circle: Option<CircleId>| {
        let found = feeds.iter().find(|feed| feed.circle_id == circle)?;
        let day = zone.day_of(found.expires_at);
        let words = tongue.tell("calendar-until", &[("day", day.into())]);
        Some((found.id.to_string(), words))
    };
    let mut lines = vec![Line {
        whose: "me".to_owned(),
        title: tongue.say("calendar-mine").to_owned(),
        feed: of(None),
    }];
    for (circle, title) in people::my_circles(room, &me)? {
        lines.push(Line {
            whose: circle.to_string(),
            title,
            feed: of(Some(circle)),
        });
    }
    room.page(&Calendars {
        frame: room.frame(tongue.say("calendars-title")),
        link,
        lines,
        audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-calendar"),
    })
}

fn make(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    somebody_here(room)?;
    let circle = match typed.text("whose") {
        "me" => None,
        id => Some(CircleId::parse(id).ok_or(Stop::NotThere)?),
    };
    let token = deed::make(room, circle)?;
    let link = format!("{}/calendar/{token}.ics", room.house.settings.address);
    show(room, Some(link))
}

fn end(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::end(room, FeedId::parse(id).ok_or(Stop::NotThere)?)?;
    Ok(Reply::go("/calendars?said=calendar-ended"))
}

/// What a calendar reads. Whoever has the link needs no session, and nothing is written of it.
fn feed(room: &mut Room<'_>, token: &str) -> Result<Reply, Stop> {
    let token = token.strip_suffix(".ics").unwrap_or(token);
    let (whose, lang) = deed::read(room, token)?;
    let mut all = Vec::new();
    for practice in &room.house.practices {
        all.extend(practice.happenings(room.conn, room.house, whose, lang)?);
    }
    let zone = room.network.zone.time_zone();
    let planned: Vec<Planned> = all.iter().filter_map(planned).collect();
    // On somebody's phone it says neither whose it is nor of which network.
    let name = room.house.tongues.of(lang).say("calendar-name").to_owned();
    // The same times have the same tag, though they are written at another moment.
    let what = format!("{name}\n{:?}\n{planned:?}", zone.iana_name());
    let tag: String = Sha256::digest(what.as_bytes())
        .iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let text = planned_calendar(&name, zone, room.now.timestamp(), &planned);
    let tag = format!("W/\"{tag}\"");
    Ok(web::feed(&room.visit, KIND, tag, text.into_bytes()))
}

fn planned(one: &Happening) -> Option<Planned> {
    let (day, hour, minute) = one.starts;
    let starts = DateTime::from_parts(day.date(), jiff::civil::Time::new(hour, minute, 0, 0).ok()?);
    Some(Planned {
        uid: one.uid.clone(),
        summary: one.title.clone(),
        location: one.place.clone(),
        starts,
        minutes: one.minutes,
        rule: one.rule.clone(),
        except: one.except.iter().map(|day| day.date()).collect(),
        until: one.until.date(),
    })
}
