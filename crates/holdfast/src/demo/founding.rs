//! Rivermouth on the day it was founded.

use super::cast::{CAST, PARTNERS, Persona, TERM_ENDS};
use kernel::{CircleId, Day, NetworkId, OrganisationId, PersonId, Standing};
use people::{NetworkRow, NewPerson};
use std::collections::BTreeMap;
use store::{AnyConnection, Stop};
use web::{House, Lang};

/// Rivermouth's circles: kind, name, purpose.
pub const CIRCLES: [(&str, &str, &str); 6] = [
    (
        "coordinating",
        "Coordinating",
        "Keeps the whole together and invites.",
    ),
    (
        "aid",
        "Aid",
        "Answers the line and brings what was asked for.",
    ),
    ("care", "Care", "Listens when something is hard."),
    (
        "treasury",
        "Treasury",
        "Keeps our shared money, in the open.",
    ),
    ("host", "Host", "Runs the server, always two people."),
    (
        "housing",
        "Housing Campaign",
        "Stands with tenants of the river blocks.",
    ),
];

/// Who and what there is in Rivermouth, by handle, kind and short name.
#[derive(Clone, Debug, Default)]
pub struct Rivermouth {
    /// The cast, by handle.
    pub people: BTreeMap<&'static str, PersonId>,
    /// The circles, by kind.
    pub circles: BTreeMap<&'static str, CircleId>,
    /// Partner organisations, by short name.
    pub organisations: BTreeMap<&'static str, OrganisationId>,
}

impl Rivermouth {
    /// Somebody of the cast.
    pub fn person(&self, handle: &str) -> Result<PersonId, Stop> {
        self.people.get(handle).copied().ok_or(Stop::NotThere)
    }

    /// A circle, by its kind.
    pub fn circle(&self, kind: &str) -> Result<CircleId, Stop> {
        self.circles.get(kind).copied().ok_or(Stop::NotThere)
    }
}

fn founding_day() -> Result<Day, Stop> {
    Day::new(2026, 1, 12).ok_or(Stop::NotThere)
}

/// Founds the network with its circles, and lets the house stand for it. Nobody is there yet.
pub fn rivermouth(conn: &mut AnyConnection, house: &House) -> Result<Rivermouth, Stop> {
    let founded = founding_day()?;
    let say = |lang, key| house.tongues.of(lang).say(key).to_owned();
    let row = NetworkRow {
        id: NetworkId::new(&*house.chance),
        name: "Rivermouth Solidarity Network".to_owned(),
        zone: super::ZONE.to_owned(),
        founded_on: founded,
        about_en: say(Lang::En, "rivermouth-about"),
        about_es: say(Lang::Es, "rivermouth-about"),
        limits_en: say(Lang::En, "rivermouth-limits"),
        limits_es: say(Lang::Es, "rivermouth-limits"),
        areas: "North side\nEast side\nRiver flats\nOld town".to_owned(),
        line_closed_en: None,
        line_closed_es: None,
        meets_en: say(Lang::En, "rivermouth-meets"),
        meets_es: say(Lang::Es, "rivermouth-meets"),
        line_closed_until: None,
        review_on: founded.plus(180),
    };
    let ids = crate::found_network(conn, house, &row, &CIRCLES)?;
    let circles = CIRCLES.iter().map(|circle| circle.0).zip(ids).collect();
    Ok(Rivermouth {
        circles,
        ..Rivermouth::default()
    })
}

/// Brings the whole cast of §1.9 into a founded Rivermouth, with circles, roles and partners.
pub fn people_of_rivermouth(
    conn: &mut AnyConnection,
    house: &House,
    town: &Rivermouth,
) -> Result<Rivermouth, Stop> {
    let mut town = town.clone();
    for (short, name) in PARTNERS {
        let network = house.network().id;
        let id = people::new_organisation(conn, &*house.chance, network, name, founding_day()?)?;
        town.organisations.insert(short, id);
    }
    for persona in CAST {
        let id = bring(conn, house, &town, persona)?;
        town.people.insert(persona.handle, id);
    }
    Ok(town)
}

fn bring(
    conn: &mut AnyConnection,
    house: &House,
    town: &Rivermouth,
    persona: &Persona,
) -> Result<PersonId, Stop> {
    let network = house.network();
    let founded = founding_day()?;
    let new = NewPerson {
        handle: persona.handle,
        standing: persona.standing,
        lang: persona.lang,
    };
    let person = people::add_person(conn, house, &new, founded)?;
    for kind in persona.circles {
        people::add_to_circle(conn, network.id, town.circle(kind)?, person, founded)?;
    }
    let (year, month, day) = TERM_ENDS;
    let until = Day::new(year, month, day).ok_or(Stop::NotThere)?;
    let since = network.zone.moment(founded, 12, 0);
    for (role, kind) in persona.roles {
        people::hold_role(
            conn,
            house,
            (town.circle(kind)?, person, *role),
            until,
            since,
        )?;
    }
    if let Some(short) = persona.liaison_of {
        let partner = town
            .organisations
            .get(short)
            .copied()
            .ok_or(Stop::NotThere)?;
        people::add_liaison(conn, network.id, partner, person, founded)?;
    }
    if persona.standing == Standing::Participant {
        let came = Day::new(2026, 3, 2).ok_or(Stop::NotThere)?;
        let circle = persona.circles.first().map(|kind| town.circle(kind));
        let buddy = town.people.get("Bo").copied();
        joining::new_path(conn, house, (person, circle.transpose()?, buddy), came)?;
    } else {
        joining::read_all(conn, network.id, person, house.now())?;
    }
    Ok(person)
}
