//! How this practice is part of Holdfast.

use crate::{
    deeds::{harvest, somebody_needs},
    keeps, pages,
    rules::Kind,
    tables,
};
use kernel::{Audience, Day, Member, Moment, PersonId};
use store::{AnyConnection, ERASED, Keeps, Stop, set_fact};
use web::{
    Disposition, ExportTable, Happening, Held, HeldKind, House, Item, LaidDown, Lang, Leaving,
    NameChoice, Nav, NetworkFacts, Practice, Room, Route, TodayShare, Whose,
};

/// Gatherings, as a practice.
pub struct Gatherings;

/// How what is held here is named.
const HOLDING: &str = "gathering-";

impl Practice for Gatherings {
    fn routes(&self) -> Vec<Route> {
        pages::routes()
    }

    fn sentences(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => include_str!("../locales/en.ftl"),
            Lang::Es => include_str!("../locales/es.ftl"),
        }
    }

    fn nav(&self, member: &Member, _: &NetworkFacts) -> Vec<Nav> {
        if !member.standing.reads_as_member() {
            return Vec::new();
        }
        vec![Nav {
            href: "/gatherings",
            label: "nav-gatherings",
            place: 6,
        }]
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn is_among_circles(&self) -> bool {
        true
    }

    fn timers(&self, _: &mut AnyConnection, _: &House, _: Moment) -> Result<usize, Stop> {
        // The room's three days are read from the clock; nothing goes further by itself, and no silence
        // becomes a yes.
        Ok(0)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn news(&self, room: &mut Room<'_>, since: Day) -> Result<Vec<Item>, Stop> {
        pages::news(room, since)
    }

    fn front(&self, room: &mut Room<'_>) -> Result<Vec<Item>, Stop> {
        pages::front(room)
    }

    fn happenings(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        whose: Whose,
        lang: Lang,
    ) -> Result<Vec<Happening>, Stop> {
        let tongue = house.tongues.of(lang);
        let title = |kind: Kind| match kind {
            Kind::Choir => tongue.say("gather-kind-choir").to_owned(),
            _ => tongue.say("gather-kind-gathering").to_owned(),
        };
        pages::near(conn, house, whose, &title)
    }

    fn held(&self, room: &mut Room<'_>, by: PersonId) -> Result<Vec<Held>, Stop> {
        let network = room.network.id;
        let mut held = Vec::new();
        for row in tables::living(room.conn, network)? {
            if !row.hosts().contains(&by) {
                continue;
            }
            let said = [("day", row.on_day.into())];
            held.push(Held {
                id: format!("{HOLDING}{}", row.id),
                kind: HeldKind::Role,
                title: room.tongue.tell("gather-holding", &said),
                href: format!("/gatherings/{}", row.id),
                circle: Some(row.circle_id),
                suggested: None,
                may: &[Disposition::Circle],
            });
        }
        Ok(held)
    }

    /// Whoever holds it with somebody else lays that down; the other finds a second.
    fn lay_down(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        what: &LaidDown<'_>,
    ) -> Result<bool, Stop> {
        let network = house.network().id;
        let id = what.id.strip_prefix(HOLDING);
        let Some(id) = id.and_then(crate::rules::ContainerId::parse) else {
            return Ok(false);
        };
        let mut row = tables::container(conn, network, id)?;
        if !row.seats().contains(&what.from) {
            return Ok(false);
        }
        let rule = row.container(&house.network().zone);
        row.take_on(rule.answer(what.from, false));
        tables::put_container(conn, &row)?;
        Ok(true)
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let (mut held, mut said) = (Vec::new(), Vec::new());
        for row in tables::containers_here(conn, network)? {
            if row.seats().contains(&person) {
                let words = row.open(&house.vault)?;
                held.push(vec![
                    words.question.unwrap_or_default(),
                    row.on_day.to_string(),
                ]);
            }
        }
        for line in tables::lines_of_somebody(conn, network)? {
            let opened = line.open(&house.vault)?;
            if opened.whose == Some(person) {
                let said_so = line.said.as_str().to_owned();
                said.push(vec![line.part.as_str().to_owned(), opened.words, said_so]);
            }
        }
        let needs = somebody_needs(conn, house, person)?;
        let needs = needs.into_iter().map(|(_, words)| vec![words]).collect();
        let willing = tables::willing_in(conn, network, person)?;
        let willing = willing.into_iter().map(|id| vec![id.to_string()]).collect();
        let named = Audience::Named;
        Ok(vec![
            ExportTable {
                name: "my_gatherings",
                columns: vec![("question", Audience::Circle), ("on_day", Audience::Circle)],
                rows: held,
            },
            ExportTable {
                name: "my_words",
                columns: vec![("part", named), ("words", named), ("said", named)],
                rows: said,
            },
            ExportTable {
                name: "my_access_needs",
                columns: vec![("words", named)],
                rows: needs,
            },
            ExportTable {
                name: "my_choir_seasons",
                columns: vec![("season", Audience::Network)],
                rows: willing,
            },
        ])
    }

    /// What was shared, as far as it was; no names, nothing of what stays in a room.
    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let circles = people::circles(conn, network)?;
        let mut rows = Vec::new();
        for row in tables::shared_to(conn, network, crate::rules::Wide::ALL)? {
            let of = circles.iter().find(|circle| circle.id == row.circle_id);
            let question = row.open(&house.vault)?.question.unwrap_or_default();
            for line in tables::lines_of(conn, network, row.id)? {
                let opened = line.open(&house.vault)?;
                if !line.line(&opened).leaves() {
                    continue;
                }
                rows.push(vec![
                    of.map_or(String::new(), |circle| circle.name.clone()),
                    row.on_day.to_string(),
                    question.clone(),
                    line.part.as_str().to_owned(),
                    opened.words,
                ]);
            }
        }
        let circle = Audience::Circle;
        Ok(vec![ExportTable {
            name: "harvests",
            columns: vec![
                ("circle", Audience::Network),
                ("on_day", circle),
                ("question", circle),
                ("part", circle),
                ("words", circle),
            ],
            rows,
        }])
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        let (network, person) = (house.network().id, leaving.person);
        tables::unseat(conn, network, person)?;
        tables::not_willing(conn, network, None, person)?;
        for (id, _) in somebody_needs(conn, house, person)? {
            tables::remove_need(conn, id)?;
        }
        let words_stay = leaving.name != NameChoice::Erase;
        harvest::forget(conn, house, (person, words_stay))?;
        Ok(set_fact(conn, network, ERASED, "yes")?)
    }
}
