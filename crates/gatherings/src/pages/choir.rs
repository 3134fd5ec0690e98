//! Seasons of CHOIR evenings: the months, who is willing, and the pairs.

use super::words;
use crate::{
    deeds::{
        self,
        choir::{self as deed, Drawn},
    },
    rules::{FEWEST_WILLING, Wide},
    sight, tables,
};
use askama::Template;
use kernel::{Audience, CircleId, Guarded, Who};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/choir", list),
        Route::deed("/choir", begin),
        Route::page_of("/choir/{id}", page),
        Route::deed_on("/choir/{id}/willing", willing),
        Route::deed_on("/choir/{id}/turns", turns),
        Route::deed_on("/choir/{id}/list", close_list),
        Route::deed_on("/choir/{id}/draw", draw),
    ]
}

#[derive(Template)]
#[template(path = "choirs.html")]
struct List {
    frame: Frame,
    all: Vec<(String, String)>,
    circles: Vec<(CircleId, String)>,
    wides: Vec<words::Choice>,
    today: String,
    audience: AudienceLine,
}

fn list(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let mut all = Vec::new();
    for row in tables::choir_seasons_here(room.conn, me.network)? {
        if deed::look(room, row.id).is_ok() {
            let circle = people::circle(room.conn, me.network, row.circle_id)?.name;
            let said = [("circle", circle.into()), ("day", row.first_on.into())];
            all.push((row.id.to_string(), room.tongue.tell("choir-season", &said)));
        }
    }
    let circles = match me.standing.reads_as_member() {
        true => people::my_circles(room, &me)?,
        false => Vec::new(),
    };
    room.page(&List {
        frame: room.frame(room.tongue.say("choir-title")),
        all,
        circles,
        wides: words::wides(room, Wide::Network),
        today: room.today.to_string(),
        audience: words::audience(room, Wide::Network),
    })
}

struct Evening {
    id: String,
    when: String,
    title: Option<String>,
    held_by: String,
    rest: Option<String>,
    moves: bool,
}

#[derive(Template)]
#[template(path = "choir.html")]
struct Page {
    frame: Frame,
    id: String,
    evenings: Vec<Evening>,
    willing: Vec<String>,
    am_willing: bool,
    can_be: bool,
    keeps: bool,
    enough: bool,
    closed: Option<(String, String)>,
    drawn: Option<Drawn>,
    place: Option<String>,
    dial_in: Option<String>,
    agreements: Vec<String>,
    audience: AudienceLine,
}

fn shown(room: &mut Room<'_>, id: &str, drawn: Option<Drawn>) -> Result<Page, Stop> {
    let (me, row) = deed::look(room, words::season_id(id)?)?;
    let who = Who::AnyOf(vec![
        Who::Circle(row.circle_id),
        match row.open_to {
            Wide::Circle => Who::Nobody,
            _ => Who::Network(row.network_id),
        },
    ]);
    let opened = Guarded::new(row.open(&room.house.vault)?, who.clone());
    let [place, dial_in, agreements] = opened
        .seen_by(&room.viewer)
        .cloned()
        .ok_or(Stop::NotThere)?;
    let keeps = me.circles.contains(&row.circle_id) && me.standing.reads_as_member();
    let mut evenings = Vec::new();
    for one in tables::evenings_of(room.conn, row.network_id, row.id)? {
        let rest = match crate::rules::Stage::COMING.contains(&one.stage) {
            true => deed::rest_of(room, (one.circle_id, one.on_day))?,
            false => None,
        };
        let said = words::read(room, &one, sight::invitation(&one))?;
        let held_by = words::pair(room, &one.seats(), &who)?;
        let rest = rest.map(|(until, offered)| {
            let said = [("until", until.into()), ("offered", offered.into())];
            room.tongue.tell("gather-falls-in-rest", &said)
        });
        evenings.push(Evening {
            id: one.id.to_string(),
            when: words::when(room, &one),
            title: said.and_then(|said| said.question),
            held_by,
            moves: rest.is_some() && keeps,
            rest,
        });
    }
    let all = tables::willing(room.conn, row.network_id, row.id)?;
    let mut names = Vec::new();
    for person in &all {
        names.push(people::called_for(room, *person, who.clone())?);
    }
    names.retain(|name| !name.is_empty());
    let here = deed::willing_now(room, &row)?;
    let key = row.key(&room.house.vault)?;
    let list = key.open_some(row.row(), "list", row.list.as_ref())?;
    let list = Guarded::new(list, Who::Circle(row.circle_id));
    let list = list.seen_by(&room.viewer).cloned().flatten();
    let circle = people::circle(room.conn, row.network_id, row.circle_id)?.name;
    let said = [("circle", circle.into()), ("day", row.first_on.into())];
    Ok(Page {
        frame: room.frame(room.tongue.tell("choir-season", &said)),
        id: row.id.to_string(),
        evenings,
        am_willing: all.contains(&me.id),
        can_be: me.standing.reads_as_member() && row.list.is_none(),
        willing: names,
        keeps,
        enough: here.len() >= FEWEST_WILLING,
        closed: list.zip(row.list_hash.clone()),
        drawn,
        place,
        dial_in,
        agreements: agreements
            .map(|text| text.lines().map(str::to_owned).collect())
            .unwrap_or_default(),
        audience: AudienceLine::new(
            &room.tongue,
            match row.open_to {
                Wide::Circle => Audience::Circle,
                _ => Audience::Network,
            },
            match row.open_to {
                Wide::Circle => "audience-gather-circle",
                _ => "audience-gather-network",
            },
        ),
    })
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let page = shown(room, id, None)?;
    room.page(&page)
}

fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let id = deed::begin(room, typed)?;
    Ok(Reply::go(format!("/choir/{id}?said=choir-begun")))
}

fn to(id: &str) -> Result<Reply, Stop> {
    Ok(Reply::go(format!("/choir/{id}?said=saved")))
}

fn willing(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deed::willing(room, words::season_id(id)?, typed.text("do") == "yes")?;
    to(id)
}

fn turns(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::in_turn(room, words::season_id(id)?)?;
    to(id)
}

fn close_list(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::close_list(room, words::season_id(id)?)?;
    to(id)
}

/// The answer shows once what anybody needs to draw again.
fn draw(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let drawn = deed::draw(room, words::season_id(id)?, typed)?;
    let page = shown(room, id, Some(drawn))?;
    room.page(&page)
}
