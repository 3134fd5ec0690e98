//! How this practice is part of Holdfast.

use crate::{deeds::slow, keeps, live, pages, tables};
use kernel::{Audience, Member, Moment, PersonId};
use store::{AnyConnection, ERASED, Keeps, Stop, set_fact};
use web::{
    ExportTable, House, Lang, Leaving, Nav, NetworkFacts, Practice, Room, Route, TodayShare,
};

/// Rounds, as a practice.
pub struct Rounds;

impl Practice for Rounds {
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
            href: "/rounds",
            label: "nav-rounds",
            place: 8,
        }]
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn is_among_circles(&self) -> bool {
        true
    }

    /// A slow round opens when the last who is here is in, also by others going to rest. A live round
    /// that did not move for hours is forgotten.
    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
        let mut moved = live::all(house).forget_old(now);
        for row in tables::waiting(conn, house.network().id, now)? {
            moved += usize::from(slow::look_who_is_in(conn, &row, now)?);
        }
        Ok(moved)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let (mut asked, mut gave, mut heard, mut replied) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for row in tables::hosted_by(conn, network, person)? {
            let key = row.key(&house.vault)?;
            asked.push(vec![key.open(row.row(), "question", &row.question)?]);
        }
        for row in tables::entries_by(conn, network, person)? {
            let key = row.key(&house.vault)?;
            let words = key.open_some(row.row(), "words", row.words.as_ref())?;
            gave.push(vec![words.unwrap_or_default(), row.ends_on.to_string()]);
        }
        for row in tables::reflections_by(conn, network, person)? {
            let key = row.key(&house.vault)?;
            heard.push(vec![
                key.open(row.row(), "words", &row.words)?,
                row.ends_on.to_string(),
            ]);
        }
        for row in tables::replies_by(conn, network, person)? {
            let key = row.key(&house.vault)?;
            replied.push(vec![
                key.open(row.row(), "words", &row.words)?,
                row.ends_on.to_string(),
            ]);
        }
        let circle = Audience::Circle;
        Ok(vec![
            ExportTable {
                name: "my_slow_rounds",
                columns: vec![("question", circle)],
                rows: asked,
            },
            ExportTable {
                name: "my_slow_entries",
                columns: vec![("words", circle), ("ends_on", circle)],
                rows: gave,
            },
            ExportTable {
                name: "my_reflections",
                columns: vec![("words", Audience::Named), ("ends_on", Audience::Named)],
                rows: heard,
            },
            ExportTable {
                name: "my_slow_replies",
                columns: vec![("words", circle), ("ends_on", circle)],
                rows: replied,
            },
        ])
    }

    /// Nothing: what was said in a round is of those who were in it.
    fn export_network(&self, _: &mut AnyConnection, _: &House) -> Result<Vec<ExportTable>, Stop> {
        Ok(Vec::new())
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        let (network, person) = (house.network().id, leaving.person);
        live::all(house).let_go(person);
        for row in tables::entries_by(conn, network, person)? {
            tables::take_entry(conn, (network, row.round_id), person)?;
        }
        tables::forget_said(conn, network, person)?;
        tables::unname_host(conn, network, person)?;
        Ok(set_fact(conn, network, ERASED, "yes")?)
    }
}
