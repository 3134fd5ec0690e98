//! How this practice is part of Holdfast.

use crate::{deeds::alert, keeps, pages, tables, timers};
use kernel::{Audience, Member, Moment, PersonId};
use store::{AnyConnection, Keeps, Stop};
use web::{
    AtOnceKind, ExportTable, GoesQuiet, House, Lang, Leaving, Nav, NetworkFacts, Practice, Room,
    Route, TodayShare, Tongue,
};

/// Over a year it is said how many decisions were rapid, where there are so many in all.
const YEAR: i32 = 365;
const FEW: usize = 5;

/// The rapid lane and alerts, as a practice.
pub struct Rapid;

impl Practice for Rapid {
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
        // It stands on the page of decisions, and on Today where it asks for something.
        Vec::new()
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn is_among_circles(&self) -> bool {
        true
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
        timers::run(conn, house, now)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    /// How many of a year's decisions were rapid.
    fn would_hold(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        tongue: &Tongue,
    ) -> Result<Vec<String>, Stop> {
        let network = house.network();
        let since = network.zone.day_of(house.now()).plus(-YEAR);
        let rapid = tables::rapids_here(conn, network.id)?;
        let rapid = rapid.iter().filter(|row| {
            let on = row.live_at.map(|at| network.zone.day_of(at));
            on.is_some_and(|on| on >= since)
        });
        let rapid = rapid.count();
        let all = rapid + decisions::all_adopted_since(conn, house, since)?;
        let said = [("n", rapid.into()), ("all", all.into())];
        Ok(match all >= FEW {
            true => vec![tongue.tell("rapid-share", &said)],
            false => Vec::new(),
        })
    }

    fn tells_at_once(&self) -> &'static [AtOnceKind] {
        &[AtOnceKind::RapidLane]
    }

    fn hear_quiet(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        who: GoesQuiet,
    ) -> Result<(), Stop> {
        alert::forget(conn, house, who.person)
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network();
        let today = network.zone.day_of(house.now());
        let mut opened = Vec::new();
        for row in tables::rapids_here(conn, network.id)? {
            if row.opener_id == Some(person) || row.cosigner_id == Some(person) {
                let key = row.key(&house.vault)?;
                opened.push(vec![
                    key.open(row.row(), "happens", &row.happens)?,
                    key.open(row.row(), "step", &row.step)?,
                    row.stage.as_str().to_owned(),
                ]);
            }
        }
        let ears = tables::ears(conn, &house.vault, (network.id, today))?;
        let ears = ears.into_iter().filter(|ear| ear.person == person);
        let circle = Audience::Circle;
        Ok(vec![
            ExportTable {
                name: "my_rapid_lane",
                columns: vec![("happens", circle), ("step", circle), ("stage", circle)],
                rows: opened,
            },
            ExportTable {
                name: "my_alert_offers",
                columns: vec![
                    ("offer", Audience::SelfOnly),
                    ("until_on", Audience::SelfOnly),
                ],
                rows: ears
                    .map(|ear| vec![ear.is.0.as_str().to_owned(), ear.is.1.to_string()])
                    .collect(),
            },
        ])
    }

    fn export_network(&self, _: &mut AnyConnection, _: &House) -> Result<Vec<ExportTable>, Stop> {
        // What was seen and where is nobody's to carry away; what should last became a proposal.
        Ok(Vec::new())
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        tables::unname(conn, house.network().id, leaving.person)?;
        alert::forget(conn, house, leaving.person)
    }
}
