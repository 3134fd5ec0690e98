//! The roles of a circle.

use super::{
    Names, PersonLine, coverage, day_typed, everybody, nudges, people_of, role_typed, term_line,
    who_holds,
};
use crate::{
    book::Book,
    deeds::{self, hold, hold::Which},
    rules::{How, RoleId, Stage},
    sight, tables, words,
};
use askama::Template;
use kernel::{Audience, CircleId};
use std::collections::BTreeMap;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/circles/{id}/roles", page),
        Route::deed_on("/circles/{id}/roles", give),
        Route::deed_on("/circles/{id}/roles/end", end),
    ]
}

struct RoleLine {
    id: String,
    name: String,
    purpose: String,
    held: Vec<String>,
    coverage: String,
    nudges: Vec<String>,
    choosing: Option<String>,
}

#[derive(Template)]
#[template(path = "circle_roles.html")]
struct CircleRoles {
    frame: Frame,
    id: String,
    circle: String,
    roles: Vec<RoleLine>,
    hidden: bool,
    /// Keys that only one role of the circle opens.
    lonely: Vec<String>,
    lonely_audience: AudienceLine,
    steward: bool,
    people: Option<Vec<PersonLine>>,
    hows: Vec<(&'static str, String)>,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let id = CircleId::parse(id).ok_or(Stop::NotThere)?;
    let book = Book::read(room.conn, room.house, room.now)?;
    let circle = book.circle(id)?.name.clone();
    let mine = sight::within(id).includes(&room.viewer);
    let hidden = !who_holds(room, id).includes(&room.viewer);
    let of_circle = book.of_circle(id);
    let ids: Vec<RoleId> = of_circle.iter().map(|one| one.role.id).collect();
    let names = Names::of(room, &everybody(&book, &ids))?;
    let open = tables::choosings(room.conn, me.network)?;
    let tongue = room.tongue.clone();
    let (mut roles, mut opens) = (Vec::new(), Vec::new());
    for written in &of_circle {
        let words = words::of(room.house, &tongue, written)?;
        let choosing = open
            .iter()
            .find(|row| row.role_id == written.role.id && row.stage != Stage::Chosen);
        let standing = book.standing(written.role.id).into_iter();
        roles.push(RoleLine {
            id: written.role.id.to_string(),
            name: words.name,
            purpose: words.purpose,
            held: standing
                .filter_map(|term| term_line(room, &book, term, &names))
                .collect(),
            coverage: coverage(room, &book, written),
            nudges: nudges(room, &book, written, &names),
            choosing: choosing.filter(|_| mine).map(|row| row.id.to_string()),
        });
        opens.push(words.opens);
    }
    let steward = people::looks_after(room.conn, &me, id, room.now)?;
    let people = match steward {
        true => people_of(room, id)?,
        false => Some(Vec::new()),
    };
    let chosen = [How::Consent, How::Selected, How::Lot, How::Emergency];
    room.page(&CircleRoles {
        frame: room.frame(tongue.tell("roles-of-circle", &[("circle", (&circle).into())])),
        id: id.to_string(),
        circle,
        roles,
        hidden,
        lonely: if mine { lonely(&opens) } else { Vec::new() },
        lonely_audience: AudienceLine::new(&tongue, Audience::Circle, "audience-roles-circle"),
        steward,
        people,
        hows: chosen
            .map(|how| (how.as_str(), tongue.say(words::how(how)).to_owned()))
            .to_vec(),
        audience: AudienceLine::new(&tongue, Audience::Network, "audience-roles"),
    })
}

/// Keys that stand with one role only: the floor is two.
fn lonely(opens: &[Vec<String>]) -> Vec<String> {
    let mut seen: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for key in opens.iter().flatten() {
        let entry = seen.entry(key.to_lowercase());
        entry.or_insert_with(|| (key.clone(), 0)).1 += 1;
    }
    let one = seen.into_values().filter(|(_, count)| *count == 1);
    one.map(|(key, _)| key).collect()
}

fn give(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let circle = CircleId::parse(id).ok_or(Stop::NotThere)?;
    deeds::looks_after(room, circle)?;
    let role = role_typed(circle, typed.text("role"))?;
    let book = Book::read(room.conn, room.house, room.now)?;
    book.circle(circle)?;
    if book.role(role)?.role.circle != circle {
        return Err(Stop::NotThere);
    }
    let person = deeds::somebody_of(room, circle, typed, "person")?;
    let how = match typed.text("how") {
        "" => How::Consent,
        word => How::parse(word)
            .filter(|how| *how != How::Given)
            .ok_or(Stop::NotThere)?,
    };
    let last = day_typed(typed, "until")?;
    hold::write_down(room, (circle, role), person, how, last)?;
    Ok(Reply::go(format!(
        "/circles/{circle}/roles?said=role-given"
    )))
}

fn end(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    let circle = CircleId::parse(id).ok_or(Stop::NotThere)?;
    let word = typed.text("role");
    let which = match RoleId::parse(word) {
        Some(id) => Which::Role(id),
        None => Which::Power(kernel::Role::parse(word).ok_or(Stop::NotThere)?),
    };
    let person = kernel::PersonId::parse(typed.text("person")).ok_or(Stop::NotThere)?;
    hold::stop(room, (circle, which), person)?;
    Ok(Reply::go(format!("/circles/{circle}?said=role-ended")))
}

#[cfg(test)]
mod tests {
    use super::lonely;

    #[test]
    fn a_key_of_two_roles_is_not_lonely() {
        let key = |text: &str| text.to_owned();
        let opens = [
            vec![key("Intake phone"), key("The shed")],
            vec![key("intake phone")],
        ];
        assert_eq!(lonely(&opens), ["The shed"]);
    }
}
