//! Beginning something, and changing it: one form.

use super::{practice_id, read};
use crate::{
    deeds::{
        self, Whole,
        practices::{self as deed, New},
    },
    rules::{Often, Shown},
};
use askama::Template;
use kernel::{Audience, CircleId, Day, Member};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/practices/new", new_page),
        Route::deed("/practices/new", begin),
        Route::page_of("/practices/{id}/change", change_page),
        Route::deed_on("/practices/{id}/change", change),
    ]
}

/// How long something takes, as the form offers it.
const MINUTES: [i32; 7] = [0, 30, 60, 90, 120, 180, 240];

#[derive(Template)]
#[template(path = "practice_form.html")]
struct Form {
    frame: Frame,
    action: String,
    circles: Vec<(CircleId, String)>,
    name: String,
    place: String,
    find_us: String,
    public: bool,
    minimum: String,
    often: &'static str,
    rule: String,
    first: String,
    time: String,
    minutes: i32,
    lengths: Vec<(i32, String)>,
    season: String,
    last: String,
    changes: bool,
    audience: AudienceLine,
    find_audience: AudienceLine,
}

fn member(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing.reads_as_member() && !me.circles.is_empty() {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

fn form(room: &Room<'_>, frame: Frame) -> Form {
    let tongue = &room.tongue;
    let length = |minutes: i32| match minutes {
        0 => (0, tongue.say("practice-minutes-none").to_owned()),
        n => {
            let said = [("n", i64::from(n).into())];
            (n, tongue.tell("practice-minutes", &said))
        }
    };
    Form {
        frame,
        action: "/practices/new".to_owned(),
        circles: Vec::new(),
        name: String::new(),
        place: String::new(),
        find_us: String::new(),
        public: false,
        minimum: String::new(),
        often: Often::Weekly.word(),
        rule: String::new(),
        first: String::new(),
        time: String::new(),
        minutes: 0,
        lengths: MINUTES.into_iter().map(length).collect(),
        season: String::new(),
        last: room
            .today
            .plus(crate::rules::LONGEST_SEASON_DAYS)
            .to_string(),
        changes: false,
        audience: AudienceLine::new(tongue, Audience::Circle, "audience-practice"),
        find_audience: AudienceLine::new(tongue, Audience::Public, "audience-practice-found"),
    }
}

fn new_page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = member(room)?;
    let form = Form {
        circles: people::my_circles(room, &me)?,
        ..form(room, room.frame(room.tongue.say("practice-new-title")))
    };
    room.page(&form)
}

fn change_page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let (_, row) = deeds::writes(room, practice_id(id)?)?;
    let whole = Whole::of(room.conn, row)?;
    let words = deeds::words(room.house, &whole.row)?;
    let often = Often::of(&whole.comes);
    let at = whole.row.at();
    let form = Form {
        action: format!("/practices/{}/change", whole.row.id),
        name: read(room, &words.name),
        place: read(room, &words.place),
        find_us: read(room, &words.find_us),
        public: whole.row.shown == Shown::Public,
        minimum: read(room, &words.minimum),
        rule: match &often {
            Often::Rule(rule) => rule.clone(),
            _ => String::new(),
        },
        often: often.word(),
        first: whole.row.first_on.to_string(),
        time: format!("{:02}:{:02}", at.hour(), at.minute()),
        minutes: whole.row.minutes,
        season: match whole.row.season_on > room.today {
            true => whole.row.season_on.to_string(),
            false => room.today.plus(90).to_string(),
        },
        changes: true,
        ..form(room, room.frame(room.tongue.say("practice-change-title")))
    };
    room.page(&form)
}

/// `09:30` as a browser's time field submits it, in minutes of the day.
fn minute_of(text: &str) -> Option<i32> {
    let (hour, rest) = text.split_once(':')?;
    let minute = rest
        .get(..2)
        .filter(|_| rest.len() == 2 || rest.as_bytes()[2] == b':')?;
    let (hour, minute): (i32, i32) = (hour.parse().ok()?, minute.parse().ok()?);
    let fits = (0..24).contains(&hour) && (0..60).contains(&minute);
    fits.then_some(hour * 60 + minute)
}

fn said(typed: &Typed) -> Result<New, Stop> {
    let first = Day::parse(typed.text("first"));
    let often = Often::read(
        typed.text("often"),
        typed.at_most("rule", 300)?,
        first.unwrap_or(Day(0)),
    );
    let minutes = typed.text("minutes").parse().unwrap_or_default();
    Ok(New {
        circle: CircleId::parse(typed.text("circle")),
        name: typed.at_most("name", 80)?.to_owned(),
        place: typed.at_most("place", 120)?.to_owned(),
        find_us: typed.at_most("find_us", 300)?.to_owned(),
        shown: match typed.ticked("public") {
            true => Shown::Public,
            false => Shown::Circle,
        },
        minimum: typed.at_most("minimum", 300)?.to_owned(),
        often,
        first,
        minute: minute_of(typed.text("time")),
        minutes: if MINUTES.contains(&minutes) {
            minutes
        } else {
            0
        },
        season: Day::parse(typed.text("season")),
    })
}

fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    member(room)?;
    let id = deed::begin(room, &said(typed)?)?;
    Ok(Reply::go(format!("/practices/{id}?said=practice-begun")))
}

fn change(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = practice_id(id)?;
    deeds::writes(room, id)?;
    deed::change(room, id, &said(typed)?)?;
    Ok(Reply::go(format!("/practices/{id}?said=practice-changed")))
}
