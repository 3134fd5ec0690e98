//! How this practice is part of Holdfast.

use crate::{
    agreements, deeds, keeps, pages,
    schema::{agreements_read, circle_says, newcomers, paths},
    tables,
};
use diesel::prelude::*;
use kernel::{Audience, Member, Moment, PersonId};
use store::{AnyConnection, Keeps, Stop};
use web::{
    Arrival, ExportTable, House, Lang, Leaving, Nav, NetworkFacts, Practice, Room, Route,
    TodayShare,
};

/// Joining, as a practice.
pub struct Joining;

impl Practice for Joining {
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
        // It stands on Today while there is something to do, and is no place of its own.
        Vec::new()
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
        // A network from before there were agreements gets its first six.
        agreements::found_agreements(conn, house, house.network().id, now)?;
        Ok(0)
    }

    fn arrived(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        arrival: &Arrival,
    ) -> Result<(), Stop> {
        let today = house.network().zone.day_of(house.now());
        deeds::begin_path(conn, house, arrival, today)
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
        let network = house.network();
        let today = network.zone.day_of(house.now());
        let path = tables::path(conn, network.id, of)?.filter(|path| today <= path.buddy_until);
        Ok(path.and_then(|path| path.buddy_id).into_iter().collect())
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let mut weeks = Vec::new();
        if let Some(row) = tables::path(conn, network, person)? {
            let first = row.key(&house.vault)?.open_some(
                row.row(),
                "first_words",
                row.first_words.as_ref(),
            )?;
            weeks.push(vec![
                first.unwrap_or_default(),
                row.first_on.map(|day| day.to_string()).unwrap_or_default(),
                row.buddy_until.to_string(),
            ]);
        }
        let read = tables::read_by(conn, network, person)?;
        let agreements = tables::agreements_of(conn, network)?;
        Ok(vec![
            ExportTable {
                name: "first_weeks",
                columns: vec![
                    ("first_thing", Audience::Circle),
                    ("first_on", Audience::Circle),
                    ("buddy_until", Audience::Circle),
                ],
                rows: weeks,
            },
            ExportTable {
                name: "agreements_read",
                columns: vec![("agreement", Audience::Public)],
                rows: agreements
                    .into_iter()
                    .filter(|row| read.contains(&row.id))
                    .map(|row| vec![row.title_en])
                    .collect(),
            },
        ])
    }

    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network();
        let rows = tables::agreements_of(conn, network.id)?
            .into_iter()
            .map(|row| {
                vec![
                    row.title_en,
                    row.title_es,
                    row.words_en,
                    row.words_es,
                    row.version.to_string(),
                    network.zone.day_of(row.changed_at).to_string(),
                ]
            })
            .collect();
        Ok(vec![ExportTable {
            name: "agreements",
            columns: vec![
                ("title_en", Audience::Public),
                ("title_es", Audience::Public),
                ("words_en", Audience::Public),
                ("words_es", Audience::Public),
                ("version", Audience::Public),
                ("changed_on", Audience::Public),
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
        let network = house.network().id;
        deeds::forget_what_was_said(conn, network, person)?;
        diesel::delete(paths::table.find(person)).execute(conn)?;
        diesel::delete(
            agreements_read::table.filter(
                agreements_read::network_id
                    .eq(network)
                    .and(agreements_read::person_id.eq(person)),
            ),
        )
        .execute(conn)?;
        diesel::delete(
            circle_says::table.filter(
                circle_says::network_id
                    .eq(network)
                    .and(circle_says::member_id.eq(person)),
            ),
        )
        .execute(conn)?;
        // Whoever was somebody's buddy or caller is so no more; the circle sees that nobody is.
        diesel::update(
            paths::table.filter(
                paths::network_id
                    .eq(network)
                    .and(paths::buddy_id.eq(person)),
            ),
        )
        .set(paths::buddy_id.eq(None::<PersonId>))
        .execute(conn)?;
        diesel::update(
            newcomers::table.filter(
                newcomers::network_id
                    .eq(network)
                    .and(newcomers::buddy_id.eq(person)),
            ),
        )
        .set(newcomers::buddy_id.eq(None::<PersonId>))
        .execute(conn)?;
        diesel::update(
            newcomers::table.filter(
                newcomers::network_id
                    .eq(network)
                    .and(newcomers::caller_id.eq(person))
                    .and(newcomers::stage.eq(crate::rules::CallStage::Taken)),
            ),
        )
        .set((
            newcomers::caller_id.eq(None::<PersonId>),
            newcomers::stage.eq(crate::rules::CallStage::Left),
        ))
        .execute(conn)?;
        diesel::update(
            newcomers::table.filter(
                newcomers::network_id
                    .eq(network)
                    .and(newcomers::caller_id.eq(person)),
            ),
        )
        .set(newcomers::caller_id.eq(None::<PersonId>))
        .execute(conn)?;
        Ok(())
    }
}
