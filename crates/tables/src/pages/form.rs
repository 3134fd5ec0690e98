//! Writing a table down, and changing what it says.

use super::table::doubts;
use crate::{
    deeds::{self, NewTable},
    rules::{
        AREA_LIMIT, Keeper, LINE_LIMIT, LOOK_AGAIN_DAYS, NAME_LIMIT, PLACE_LIMIT, TableRefusal,
        WORDS_LIMIT,
    },
    tables::TableRow,
};
use askama::Template;
use kernel::{Audience, CircleId, Day, OrganisationId, Refusal, Role};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/tables/new", new_page),
        Route::deed("/tables/new", add),
        Route::page_of("/tables/{id}/change", change_page),
        Route::deed_on("/tables/{id}/change", change),
    ]
}

/// Whether this viewer keeps anything a table could be kept by.
pub(super) fn may_add(room: &Room<'_>) -> bool {
    room.viewer.member().is_some_and(|me| {
        let of_a_circle = me.standing.reads_as_member() && !me.circles.is_empty();
        of_a_circle || !me.liaison_of.is_empty() || me.holds(Role::Steward, room.network.aid)
    })
}

struct Choice {
    value: String,
    words: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "table_form.html")]
struct Form {
    frame: Frame,
    action: String,
    title: String,
    refusal: Option<String>,
    audience: AudienceLine,
    name: String,
    place: String,
    area: String,
    areas: Vec<String>,
    rhythm: String,
    doubts: Vec<String>,
    offers: String,
    languages: String,
    contact: String,
    keepers: Vec<Choice>,
    review_on: String,
    tomorrow: String,
    latest: String,
}

fn keeper_value(keeper: Keeper) -> String {
    match keeper {
        Keeper::Circle(id) => format!("circle:{id}"),
        Keeper::Organisation(id) => format!("organisation:{id}"),
    }
}

fn keeper_typed(text: &str) -> Option<Keeper> {
    let (kind, id) = text.split_once(':')?;
    match kind {
        "circle" => CircleId::parse(id).map(Keeper::Circle),
        "organisation" => OrganisationId::parse(id).map(Keeper::Organisation),
        _ => None,
    }
}

/// What this person can keep a table for: their circles and organisations; a steward of the circle
/// that answers asks, any.
fn keepers(room: &mut Room<'_>, chosen: &str) -> Result<Vec<Choice>, Stop> {
    let me = room.member()?;
    let network = room.network.id;
    let aid = room.network.aid;
    let circles = people::circles(room.conn, network)?
        .into_iter()
        .map(|circle| (Keeper::Circle(circle.id), circle.name));
    let organisations = people::organisations(room.conn, network)?
        .into_iter()
        .map(|(id, name)| (Keeper::Organisation(id), name));
    Ok(circles
        .chain(organisations)
        .filter(|(keeper, _)| keeper.may_be_changed_by(&me, aid))
        .map(|(keeper, words)| {
            let value = keeper_value(keeper);
            Choice {
                chosen: value == chosen,
                value,
                words,
            }
        })
        .collect())
}

fn show(
    room: &mut Room<'_>,
    typed: &Typed,
    of: Option<&str>,
    refusal: Option<&dyn Refusal>,
) -> Result<Reply, Stop> {
    let tongue = room.tongue.clone();
    let network = people::network_row(room.conn, room.network.id)?;
    let text = |name: &str| typed.text(name).to_owned();
    let latest = room.today.plus(LOOK_AGAIN_DAYS);
    let title = tongue.say(match of {
        Some(_) => "tables-change",
        None => "tables-new",
    });
    let page = Form {
        frame: room.frame(title),
        action: match of {
            Some(id) => format!("/tables/{id}/change"),
            None => "/tables/new".to_owned(),
        },
        title: title.to_owned(),
        refusal: refusal.map(|refusal| tongue.message(&refusal.message())),
        audience: AudienceLine::new(&tongue, Audience::Public, "audience-open-table"),
        name: text("name"),
        place: text("place"),
        area: text("area"),
        areas: network.area_names().map(str::to_owned).collect(),
        doubts: doubts(&tongue, typed.text("rhythm")),
        rhythm: text("rhythm"),
        offers: text("offers"),
        languages: text("languages"),
        contact: text("contact"),
        keepers: keepers(room, typed.text("keeper"))?,
        review_on: match typed.some("review_on") {
            Some(day) => day.to_owned(),
            None => room.today.plus(LOOK_AGAIN_DAYS / 2).to_string(),
        },
        tomorrow: room.today.plus(1).to_string(),
        latest: latest.to_string(),
    };
    room.page_with(refusal.map_or(200, |refusal| refusal.status()), &page)
}

fn read(typed: &Typed) -> Result<NewTable, Stop> {
    let text = |name, most| typed.at_most(name, most).map(str::to_owned);
    Ok(NewTable {
        name: text("name", NAME_LIMIT)?,
        place: text("place", PLACE_LIMIT)?,
        area: text("area", AREA_LIMIT)?,
        rhythm: text("rhythm", WORDS_LIMIT)?,
        offers: text("offers", WORDS_LIMIT)?,
        languages: text("languages", LINE_LIMIT)?,
        contact: text("contact", LINE_LIMIT)?,
        published_by: String::new(),
        keeper: keeper_typed(typed.text("keeper")).ok_or(TableRefusal::KeeperNeeded)?,
        review_on: Day::parse(typed.text("review_on")).ok_or(TableRefusal::ReviewDay)?,
    })
}

fn new_page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    room.member()?;
    if !may_add(room) {
        return Err(Stop::NotThere);
    }
    show(room, &Typed::default(), None, None)
}

fn add(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    room.member()?;
    if !may_add(room) {
        return Err(Stop::NotThere);
    }
    match read(typed).and_then(|new| deeds::add(room, &new)) {
        Ok(id) => Ok(Reply::go(format!("/tables/{id}?said=table-added"))),
        Err(Stop::Refused(refusal)) => show(room, typed, None, Some(&*refusal)),
        Err(other) => Err(other),
    }
}

fn as_typed(row: &TableRow, aid: CircleId) -> Typed {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Typed::from_pairs(vec![
        pair("name", &row.name),
        pair("place", &row.place),
        pair("area", &row.area),
        pair("rhythm", &row.rhythm),
        pair("offers", &row.offers),
        pair("languages", &row.languages),
        pair("contact", &row.contact),
        pair("keeper", &keeper_value(row.keeper(aid))),
    ])
}

fn change_page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let row = deeds::look_to_change(room, id)?;
    row.table().lives()?;
    show(room, &as_typed(&row, room.network.aid), Some(id), None)
}

fn change(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deeds::look_to_change(room, id)?;
    match read(typed).and_then(|new| deeds::change(room, id, &new)) {
        Ok(()) => Ok(Reply::go(format!("/tables/{id}?said=table-changed"))),
        Err(Stop::Refused(refusal)) => show(room, typed, Some(id), Some(&*refusal)),
        Err(other) => Err(other),
    }
}
