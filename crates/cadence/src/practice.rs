//! How this practice is part of Holdfast.

use crate::{deeds, keeps, pages, tables, tables::PracticeId, timers};
use kernel::{Audience, CircleId, Member, Moment, PersonId};
use store::{AnyConnection, Keeps, Stop};
use web::{
    Disposition, ExportTable, GoesQuiet, Happening, Held, HeldKind, House, Item, LaidDown, Lang,
    Leaving, Nav, NetworkFacts, Practice, Room, Route, TodayShare, Whose,
};

/// Habits and cadence, as a practice.
pub struct Cadence;

/// How what is held here is named: hosting in turn.
const HOSTING: &str = "hosting-";

impl Practice for Cadence {
    fn routes(&self) -> Vec<Route> {
        pages::routes()
    }

    fn sentences(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => include_str!("../locales/en.ftl"),
            Lang::Es => include_str!("../locales/es.ftl"),
        }
    }

    fn nav(&self, _: &Member, _: &NetworkFacts) -> Vec<Nav> {
        Vec::new()
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn is_among_circles(&self) -> bool {
        true
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
        let network = house.network();
        timers::run(conn, network.id, network.zone.day_of(now))
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn front(&self, room: &mut Room<'_>) -> Result<Vec<Item>, Stop> {
        pages::front(room)
    }

    fn happenings(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        whose: Whose,
        _: Lang,
    ) -> Result<Vec<Happening>, Stop> {
        deeds::feeds::happenings(conn, house, whose)
    }

    fn held(&self, room: &mut Room<'_>, by: PersonId) -> Result<Vec<Held>, Stop> {
        let mut held = Vec::new();
        for row in tables::all(room.conn, room.network.id)? {
            if !row.rota().contains(&by) {
                continue;
            }
            let words = deeds::words(room.house, &row)?;
            let name = words.name.seen_by(&room.viewer).cloned();
            let said = [("name", name.unwrap_or_default().into())];
            held.push(Held {
                id: format!("{HOSTING}{}", row.id),
                kind: HeldKind::Role,
                title: room.tongue.tell("practice-hosting", &said),
                href: format!("/practices/{}", row.id),
                circle: Some(row.circle_id),
                suggested: None,
                may: &[Disposition::Circle, Disposition::Close],
            });
        }
        Ok(held)
    }

    /// Whoever hosts in turn lays that down; the others go on in turn.
    fn lay_down(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        what: &LaidDown<'_>,
    ) -> Result<bool, Stop> {
        let id = what.id.strip_prefix(HOSTING).and_then(PracticeId::parse);
        match id {
            Some(id) => deeds::practices::host_no_more(conn, house, what.from, Some(id)),
            None => Ok(false),
        }
    }

    /// A calendar that goes on asking is a subscription too.
    fn hear_quiet(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        who: GoesQuiet,
    ) -> Result<(), Stop> {
        tables::end_feeds(conn, house.network().id, who.person)?;
        Ok(())
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network();
        let circles = people::circles(conn, network.id)?;
        let circle = |id: CircleId| {
            let found = circles.iter().find(|circle| circle.id == id);
            found.map_or(String::new(), |circle| circle.name.clone())
        };
        let feeds = tables::feeds_of(conn, network.id, (person, house.now()))?
            .into_iter()
            .map(|feed| {
                let of = feed.circle_id.map(circle).unwrap_or_default();
                vec![of, network.zone.day_of(feed.expires_at).to_string()]
            })
            .collect();
        let mut hosting = Vec::new();
        for row in tables::all(conn, network.id)? {
            if row.rota().contains(&person) {
                hosting.push(vec![circle(row.circle_id), row.rule.clone()]);
            }
        }
        Ok(vec![
            ExportTable {
                name: "my_calendars",
                columns: vec![
                    ("circle", Audience::SelfOnly),
                    ("until", Audience::SelfOnly),
                ],
                rows: feeds,
            },
            ExportTable {
                name: "my_hosting",
                columns: vec![("circle", Audience::Circle), ("rule", Audience::Circle)],
                rows: hosting,
            },
        ])
    }

    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let circles = people::circles(conn, network)?;
        let mut rows = Vec::new();
        for row in tables::all(conn, network)? {
            let of = circles.iter().find(|circle| circle.id == row.circle_id);
            let key = row.key(&house.vault)?;
            let open = |column, sealed| key.open(row.row(), column, sealed);
            rows.push(vec![
                of.map_or(String::new(), |circle| circle.name.clone()),
                open("name", &row.name)?,
                open("place", &row.place)?,
                open("find_us", &row.find_us)?,
                open("minimum", &row.minimum)?,
                row.rule.clone(),
                row.starts().to_string(),
                row.season_on.to_string(),
                row.shown.as_str().to_owned(),
            ]);
        }
        let circle = Audience::Circle;
        Ok(vec![ExportTable {
            name: "practices",
            columns: vec![
                ("circle", Audience::Network),
                ("name", circle),
                ("place", circle),
                ("find_us", circle),
                ("minimum", circle),
                ("rule", circle),
                ("starts", circle),
                ("season_ends", circle),
                ("shown_to", circle),
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
        let person = leaving.person;
        deeds::practices::host_no_more(conn, house, person, None)?;
        tables::end_feeds(conn, house.network().id, person)?;
        Ok(())
    }
}
