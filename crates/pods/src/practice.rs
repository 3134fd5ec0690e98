//! How this practice is part of Holdfast.

use crate::{deeds, keeps, pages, tables, timers};
use kernel::{Audience, Member, Moment, PersonId};
use store::{AnyConnection, Keeps, Stop};
use web::{
    Disposition, ExportTable, Held, HeldKind, House, LaidDown, Lang, Leaving, Nav, NetworkFacts,
    Practice, Room, Route, TodayShare,
};

/// Pods and buddies, as a practice.
pub struct Pods;

/// The one thing somebody holds here.
const MATCHER: &str = "pod-matcher";

impl Practice for Pods {
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

    fn buddies(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        of: PersonId,
    ) -> Result<Vec<PersonId>, Stop> {
        deeds::buddies::of(conn, house, of)
    }

    fn held(&self, room: &mut Room<'_>, by: PersonId) -> Result<Vec<Held>, Stop> {
        let matcher = deeds::matching::matcher(room)?;
        if matcher.is_none_or(|(person, _)| person != by) {
            return Ok(Vec::new());
        }
        let circle = people::care_circle(room.conn, room.network.id)?;
        Ok(vec![Held {
            id: MATCHER.to_owned(),
            kind: HeldKind::Role,
            title: room.tongue.say("pods-matching-held").to_owned(),
            href: "/pods/matching".to_owned(),
            circle: Some(circle),
            suggested: None,
            may: &[Disposition::Circle, Disposition::Close],
        }])
    }

    /// Whoever matches lays it down; somebody else is named by the circle's stewards.
    fn lay_down(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        what: &LaidDown<'_>,
    ) -> Result<bool, Stop> {
        match what.id {
            MATCHER => deeds::matching::end_if(conn, house, what.from),
            _ => Ok(false),
        }
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network();
        let today = network.zone.day_of(house.now());
        let name = |conn: &mut AnyConnection, id| match people::name_of(
            conn,
            &house.vault,
            network.id,
            id,
        ) {
            Err(Stop::NotThere) => Ok(String::new()),
            named => named,
        };
        let mut buddies = Vec::new();
        for row in tables::pairs_of(conn, network.id, person)? {
            let pair = row.pair();
            buddies.push(vec![
                name(conn, pair.other(person))?,
                pair.stage.as_str().to_owned(),
                pair.until.to_string(),
            ]);
        }
        let mut pod = Vec::new();
        if let Some(row) = tables::pod_of(conn, network.id, person)? {
            let ruled = tables::as_ruled(conn, &row)?;
            let key = row.key(&house.vault)?;
            let reads = ruled.readers().any(|reader| reader == person);
            let open = |column, sealed| key.open_some(row.row(), column, sealed);
            let words = [
                open("agreements", row.agreements.as_ref().filter(|_| reads))?,
                open("cadence", row.cadence.as_ref().filter(|_| reads))?,
            ];
            let mut names = Vec::new();
            for seat in &ruled.seats {
                names.push(name(conn, seat.person)?);
            }
            let [agreements, cadence] = words.map(Option::unwrap_or_default);
            pod.push(vec![
                names.join(", "),
                agreements,
                cadence,
                row.ends_on.to_string(),
            ]);
        }
        let mut wish = Vec::new();
        if let Some(row) = tables::wish_of(conn, network.id, (person, today))? {
            let names = deeds::matching::opened(house, &row)?;
            wish.push(vec![names.join(", "), row.ends_on.to_string()]);
        }
        Ok(vec![
            ExportTable {
                name: "buddies",
                columns: vec![
                    ("with", Audience::Named),
                    ("stage", Audience::Named),
                    ("until", Audience::Named),
                ],
                rows: buddies,
            },
            ExportTable {
                name: "my_pod",
                columns: vec![
                    ("with", Audience::Named),
                    ("agreements", Audience::Named),
                    ("cadence", Audience::Named),
                    ("until", Audience::Named),
                ],
                rows: pod,
            },
            ExportTable {
                name: "pod_wish",
                columns: vec![
                    ("please_not_with", Audience::SelfOnly),
                    ("until", Audience::SelfOnly),
                ],
                rows: wish,
            },
        ])
    }

    /// Nothing: two people who take everything out are not of these pods.
    fn export_network(&self, _: &mut AnyConnection, _: &House) -> Result<Vec<ExportTable>, Stop> {
        Ok(Vec::new())
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        let person = leaving.person;
        deeds::forget(conn, house, person)
    }
}
