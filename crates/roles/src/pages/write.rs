//! A role is written down, or changed.

use crate::{
    book::Book,
    deeds::{self, role::NewRole},
    rules::{LONGEST_MONTHS, MOST_RUNNING, RoleId, USUAL_MONTHS},
    tables::RoleWords,
    words,
};
use askama::Template;
use kernel::{Audience, CircleId};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/circles/{id}/roles/new", new),
        Route::deed_on("/circles/{id}/roles/new", write),
        Route::page_of("/roles/{id}/change", change),
        Route::deed_on("/roles/{id}/change", rewrite),
        Route::deed_on("/roles/{id}/set-down", set_down),
    ]
}

struct Other {
    id: String,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "role_form.html")]
struct RoleForm {
    frame: Frame,
    action: String,
    back: String,
    /// What it is called where nobody wrote a name.
    usual: String,
    words: Shown,
    months: i32,
    longest: i32,
    most_running: i32,
    most: i32,
    shadow: bool,
    /// What it can carry; empty where that is settled.
    powers: Vec<(&'static str, String)>,
    others: Vec<Other>,
    /// Where it can be set down, if it can.
    set_down: Option<String>,
    audience: AudienceLine,
    keys_audience: AudienceLine,
}

#[derive(Default)]
struct Shown {
    name: String,
    purpose: String,
    domain: String,
    opens: String,
}

fn new(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    let circle = CircleId::parse(id).ok_or(Stop::NotThere)?;
    form(room, circle, None)
}

fn change(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    let id = RoleId::parse(id).ok_or(Stop::NotThere)?;
    let book = Book::read(room.conn, room.house, room.now)?;
    let circle = book.role(id)?.role.circle;
    form(room, circle, Some(id))
}

/// For whoever looks after the circle; for anybody else there is no such page.
fn form(room: &mut Room<'_>, circle: CircleId, id: Option<RoleId>) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let book = Book::read(room.conn, room.house, room.now)?;
    let of = book.circle(circle)?.clone();
    if !people::looks_after(room.conn, &me, circle, room.now)? {
        return Err(Stop::NotThere);
    }
    let tongue = room.tongue.clone();
    let there = id.map(|id| book.role(id)).transpose()?;
    let kept = match there.and_then(|written| written.row.as_ref()) {
        Some(row) => row.words(&room.house.vault)?,
        None => RoleWords::default(),
    };
    let usual = match there {
        Some(written) => words::of(room.house, &tongue, written)?.name,
        None => String::new(),
    };
    let mut others = Vec::new();
    for written in &book.roles {
        if Some(written.role.id) == id {
            continue;
        }
        let name = words::of(room.house, &tongue, written)?.name;
        let circle = &book.circle(written.role.circle)?.name;
        let chosen = there.is_some_and(|there| there.role.not_with.contains(&written.role.id));
        others.push(Other {
            id: written.role.id.to_string(),
            name: format!("{name}, {circle}"),
            chosen,
        });
    }
    let powers = match there {
        Some(_) => Vec::new(),
        None => deeds::role::powers(&of.kind)
            .into_iter()
            .map(|power| (power.as_str(), power_name(room, power)))
            .collect(),
    };
    let own = there.is_some_and(|written| written.role.standard.is_none());
    let free = id.is_some_and(|id| book.standing(id).is_empty());
    let title = match id {
        Some(_) => "roles-change-title",
        None => "roles-new-title",
    };
    let (action, back) = match id {
        Some(id) => (format!("/roles/{id}/change"), format!("/roles/{id}")),
        None => (
            format!("/circles/{circle}/roles/new"),
            format!("/circles/{circle}/roles"),
        ),
    };
    let role = there.map(|written| &written.role);
    room.page(&RoleForm {
        frame: room.frame(tongue.say(title)),
        action,
        back,
        usual,
        words: Shown {
            name: kept.name.unwrap_or_default(),
            purpose: kept.purpose.unwrap_or_default(),
            domain: kept.domain.unwrap_or_default(),
            opens: kept.opens.unwrap_or_default(),
        },
        months: role.map_or(USUAL_MONTHS, |role| role.months),
        longest: LONGEST_MONTHS,
        most_running: role.map_or(MOST_RUNNING, |role| role.most_running),
        most: MOST_RUNNING,
        shadow: role.is_none_or(|role| role.wants_shadow),
        powers,
        others,
        set_down: id
            .filter(|_| own && free)
            .map(|id| format!("/roles/{id}/set-down")),
        audience: AudienceLine::new(&tongue, Audience::Network, "audience-roles-words"),
        keys_audience: AudienceLine::new(&tongue, Audience::Circle, "audience-roles-circle"),
    })
}

fn power_name(room: &Room<'_>, power: kernel::Role) -> String {
    let key = match power {
        kernel::Role::Steward => "role-steward",
        kernel::Role::Intake => "role-intake",
        kernel::Role::Shift => "role-shift",
        kernel::Role::Host => "role-host",
        kernel::Role::Welcomer => "role-welcomer",
        kernel::Role::Weaver => "role-weaver",
    };
    room.tongue.say(key).to_owned()
}

fn typed_role(typed: &Typed) -> Result<NewRole<'_>, Stop> {
    Ok(NewRole {
        name: typed.at_most("name", 60)?,
        purpose: typed.at_most("purpose", 400)?,
        domain: typed.at_most("domain", 400)?,
        opens: typed.at_most("opens", 1000)?,
        months: typed.text("months"),
        most_running: typed.text("most_running"),
        wants_shadow: typed.ticked("shadow"),
        power: typed.text("power"),
        not_with: typed.all("not_with").filter_map(RoleId::parse).collect(),
    })
}

fn write(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let circle = CircleId::parse(id).ok_or(Stop::NotThere)?;
    deeds::looks_after(room, circle)?;
    let id = deeds::role::write(room, circle, None, &typed_role(typed)?)?;
    Ok(Reply::go(format!("/roles/{id}?said=saved")))
}

fn rewrite(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    let id = RoleId::parse(id).ok_or(Stop::NotThere)?;
    let book = Book::read(room.conn, room.house, room.now)?;
    let circle = book.role(id)?.role.circle;
    deeds::looks_after(room, circle)?;
    deeds::role::write(room, circle, Some(id), &typed_role(typed)?)?;
    Ok(Reply::go(format!("/roles/{id}?said=saved")))
}

fn set_down(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = RoleId::parse(id).ok_or(Stop::NotThere)?;
    let circle = deeds::role::set_down(room, id)?;
    Ok(Reply::go(format!(
        "/circles/{circle}/roles?said=roles-set-down"
    )))
}
