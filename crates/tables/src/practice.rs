//! How this practice is part of Holdfast.

use crate::{
    keeps, pages,
    tables::{self, Filter},
    timers,
};
use kernel::{Audience, Member, Moment, PersonId};
use store::{AnyConnection, Keeps, Stop};
use web::{ExportTable, House, Item, Lang, Nav, NetworkFacts, Practice, Room, Route, TodayShare};

/// Open tables, as a practice.
pub struct Tables;

impl Practice for Tables {
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
        vec![Nav {
            href: "/tables",
            label: "nav-tables",
            place: 5,
        }]
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
        timers::run(conn, house, now)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn front(&self, room: &mut Room<'_>) -> Result<Vec<Item>, Stop> {
        pages::front(room)
    }

    /// A table leads to no person.
    fn export(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        Ok(Vec::new())
    }

    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let all = (0, i64::MAX);
        let day = |day: Option<kernel::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let rows = tables::living(conn, house.network().id, &Filter::default(), all)?
            .into_iter()
            .map(|row| {
                vec![
                    row.name,
                    row.place,
                    row.area,
                    row.rhythm,
                    row.rules,
                    row.reading.as_str().to_owned(),
                    row.offers,
                    row.languages,
                    row.contact,
                    row.published_by,
                    row.closed_words.unwrap_or_default(),
                    day(row.closed_until),
                    day(row.looked_on),
                    row.review_on.to_string(),
                ]
            })
            .collect();
        let columns = [
            "name",
            "place",
            "area",
            "rhythm",
            "rules",
            "reading",
            "offers",
            "languages",
            "contact",
            "published_by",
            "closed",
            "closed_until",
            "looked_on",
            "look_again_by",
        ];
        Ok(vec![ExportTable {
            name: "open-tables",
            columns: columns
                .into_iter()
                .map(|column| (column, Audience::Public))
                .collect(),
            rows,
        }])
    }

    /// Nothing here is anybody's: a table stays with its circle or organisation.
    fn forget(&self, _: &mut AnyConnection, _: &House, _: &web::Leaving) -> Result<(), Stop> {
        Ok(())
    }
}
