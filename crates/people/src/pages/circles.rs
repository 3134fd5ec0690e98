//! Circles: who belongs, who holds what until when, and what a steward can do.

use crate::{
    deeds, invitations,
    rules::{self, Invited, PeopleRefusal},
    tables,
};
use askama::Template;
use kernel::{Audience, CircleId, PersonId, Role, Standing, Who};
use store::Stop;
use web::{AudienceLine, Frame, PowerKind, PowerUse, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/circles", list),
        Route::page_of("/circles/{id}", page),
        Route::deed_on("/circles/{id}/invite", invite),
        Route::deed_on("/circles/{id}/members", add_member),
    ]
}

struct CircleLine {
    id: String,
    name: String,
    purpose: String,
    mine: bool,
}

#[derive(Template)]
#[template(path = "circles.html")]
struct Circles {
    frame: Frame,
    circles: Vec<CircleLine>,
}

/// Circles and who holds what are for members; newcomers come to know them in person first.
fn reads(room: &Room<'_>) -> Result<kernel::Member, Stop> {
    let me = room.member()?;
    if Who::Network(room.network.id).includes(&room.viewer) {
        Ok(me)
    } else {
        Err(Stop::NotThere)
    }
}

fn list(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = reads(room)?;
    let circles = tables::circles(room.conn, room.network.id)?
        .into_iter()
        .map(|c| CircleLine {
            mine: me.circles.contains(&c.id),
            id: c.id.to_string(),
            name: c.name,
            purpose: c.purpose,
        })
        .collect();
    room.page(&Circles {
        frame: room.frame(room.tongue.say("circles-title")),
        circles,
    })
}

struct RoleLine {
    person: String,
    id: String,
    words: String,
    role: &'static str,
}

/// How many people stand on one page, and how many one can choose from.
const PEOPLE: usize = 100;

#[derive(Clone)]
struct PersonLine {
    id: String,
    handle: String,
    note: String,
    newcomer: bool,
}

#[derive(Template)]
#[template(path = "circle.html")]
struct Circle {
    frame: Frame,
    id: String,
    name: String,
    purpose: String,
    review: String,
    roles: Vec<RoleLine>,
    members: Option<Vec<PersonLine>>,
    /// The next page of members, where there are more than fit on one.
    more: Option<usize>,
    members_audience: AudienceLine,
    steward: bool,
    /// Names are held back while the network is careful.
    hidden: bool,
    /// Whom the circle could take in; `None` where they are too many to choose from.
    others: Option<Vec<PersonLine>>,
    anybody_else: bool,
    link: Option<String>,
}

fn role_name(room: &Room<'_>, role: Role) -> String {
    room.tongue
        .say(match role {
            Role::Steward => "role-steward",
            Role::Intake => "role-intake",
            Role::Shift => "role-shift",
            Role::Host => "role-host",
            Role::Welcomer => "role-welcomer",
            Role::Weaver => "role-weaver",
        })
        .to_owned()
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    show(room, id, None)
}

fn show(room: &mut Room<'_>, id: &str, link: Option<String>) -> Result<Reply, Stop> {
    let me = reads(room)?;
    let id = CircleId::parse(id).ok_or(Stop::NotThere)?;
    let network = room.network.id;
    let circle = tables::circle(room.conn, network, id)?;
    let everyone = tables::persons(room.conn, &room.house.vault, network)?;
    let called = |person: PersonId| -> String {
        everyone
            .iter()
            .find(|(id, ..)| *id == person)
            .and_then(|(_, handle, _)| handle.seen_by(&room.viewer).cloned())
            .unwrap_or_default()
    };
    let holdings = tables::holdings_of_circle(room.conn, network, id, room.now)?;
    // Guarded: names of other circles than one's own are nobody's, and nobody new comes in (P29).
    let careful = room.posture().is_careful();
    let mine = Who::Circle(id).includes(&room.viewer);
    let hidden = careful && !mine;
    let roles = holdings
        .iter()
        .filter(|_| !hidden)
        .filter(|h| h.role != Role::Shift)
        .map(|h| RoleLine {
            person: called(h.person_id),
            id: h.person_id.to_string(),
            role: h.role.as_str(),
            words: room.tongue.tell(
                "circle-role-until",
                &[
                    ("role", role_name(room, h.role).into()),
                    (
                        "day",
                        room.network.zone.day_of(h.to_at.plus_seconds(-1)).into(),
                    ),
                ],
            ),
        })
        .collect();
    let inside = tables::members_of(room.conn, network, id)?;
    let line = |(id, handle, standing): &(PersonId, kernel::Guarded<String>, Standing)| {
        let note = match standing {
            Standing::Resting => "standing-resting",
            Standing::Participant | Standing::Guest => "standing-newcomer",
            _ => "standing-member",
        };
        Some(PersonLine {
            id: id.to_string(),
            handle: handle.seen_by(&room.viewer)?.clone(),
            note: room.tongue.say(note).to_owned(),
            newcomer: *standing == Standing::Participant,
        })
    };
    let (mut members, mut others) = (Vec::new(), Vec::new());
    for person in &everyone {
        let to = if inside.contains(&person.0) {
            &mut members
        } else {
            &mut others
        };
        to.extend(line(person));
    }
    // Whoever rests is asked for nothing; the circle reads whom to ask instead.
    for (person, _, standing) in &everyone {
        if *standing == Standing::Resting
            && let Some(line) = members
                .iter_mut()
                .find(|line| line.id == person.to_string())
            && let Some(words) = room.instead_of(*person)?
        {
            line.note = words;
        }
    }
    let steward = crate::near::looks_after(room.conn, &me, id, room.now)?;
    // Whoever looks after a circle without a steward must see whom to ask.
    let sees_members = mine || (steward && !careful);
    let page = usize::try_from(room.page_number()).unwrap_or(0);
    let more = (members.len() > (page + 1) * PEOPLE).then_some(page + 1);
    let shown = members.into_iter().skip(page * PEOPLE).take(PEOPLE);
    room.page(&Circle {
        frame: room.frame(circle.name.clone()),
        id: id.to_string(),
        name: circle.name,
        purpose: circle.purpose,
        review: room
            .tongue
            .tell("circle-review", &[("day", circle.review_on.into())]),
        roles,
        members: sees_members.then(|| shown.collect()),
        more,
        members_audience: AudienceLine::new(
            &room.tongue,
            Audience::Circle,
            "audience-circle-members",
        ),
        steward,
        anybody_else: !others.is_empty() && !careful,
        others: (others.len() <= PEOPLE && !careful).then_some(others),
        hidden,
        link,
    })
}

fn stewarded(room: &mut Room<'_>, id: &str) -> Result<CircleId, Stop> {
    let me = reads(room)?;
    let circle = CircleId::parse(id).ok_or(Stop::NotThere)?;
    let stewarded = tables::stewarded_circles(room.conn, room.network.id, room.now)?;
    rules::looks_after(&me, circle, &stewarded)?;
    tables::circle(room.conn, room.network.id, circle)?;
    Ok(circle)
}

fn invite(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let circle = stewarded(room, id)?;
    let standing = if typed.text("as") == "member" {
        room.posture().entries_open(&room.network.zone)?;
        let me = room.member()?.id;
        let told = PowerUse::new(PowerKind::Invited, [me], Role::Steward.as_str());
        room.house.power_used(room.conn, &told)?;
        Standing::Member
    } else {
        Standing::Participant
    };
    let invited = Invited {
        circle: Some(circle),
        role: None,
        standing,
    };
    let link = invitations::invite(room.conn, room.house, &invited, room.now)?;
    show(room, id, Some(format!("/join/{link}")))
}

/// Somebody chosen from a list, or typed by the name they go by here.
fn person_typed(room: &mut Room<'_>, typed: &Typed) -> Result<PersonId, Stop> {
    let text = typed.text("person");
    match PersonId::parse(text) {
        Some(person) => Ok(person),
        None => {
            let vault = &room.house.vault;
            tables::person_with_handle(room.conn, vault, room.network.id, text)?
                .ok_or_else(|| PeopleRefusal::NobodyCalledThat.into())
        }
    }
}

fn add_member(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let circle = stewarded(room, id)?;
    room.posture().entries_open(&room.network.zone)?;
    let person = person_typed(room, typed)?;
    tables::person(room.conn, room.network.id, person)?;
    deeds::add_to_circle(room.conn, room.network.id, circle, person, room.today)?;
    Ok(Reply::go(format!("/circles/{id}?said=saved")))
}
