//! How this practice is part of Holdfast.

use crate::{
    deeds, errands, gateway, inbound, keeps, pages,
    rules::kinds,
    tables, timers,
    ways::{Mail, Ways},
};
use diesel::Connection;
use kernel::{Audience, Member, Moment, PersonId, Viewer};
use std::sync::Arc;
use store::{AnyConnection, Keeps, Stop};
use web::{
    AskedFor, AtOnce, Errands, ExportTable, GoesQuiet, House, Lang, Leaving, Nav, NetworkFacts,
    Practice, Room, Route, Shared, TodayShare,
};

/// Telling people, as a practice.
pub struct Telling {
    ways: Arc<Ways>,
}

impl Telling {
    /// Telling people by these ways out of the house.
    pub fn by(ways: Ways) -> Self {
        Self {
            ways: Arc::new(ways),
        }
    }
}

impl Practice for Telling {
    fn routes(&self) -> Vec<Route> {
        let mut routes = pages::routes(&self.ways);
        routes.extend(gateway::routes(&self.ways));
        routes.extend(inbound::webhook::routes(&self.ways));
        routes
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

    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
        timers::run(conn, house, &self.ways, now)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn hear_at_once(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        what: AtOnce,
    ) -> Result<(), Stop> {
        // Somebody who cannot be told undoes nobody's deed.
        let told = conn.transaction(|conn| deeds::tell_at_once(conn, house, &self.ways, what));
        if let Err(Stop::Broken(error)) = told {
            tracing::error!(%error, "somebody could not be told at once");
        }
        Ok(())
    }

    /// Nothing is on its way to whoever is quiet, and nothing wakes them.
    fn hear_quiet(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        who: GoesQuiet,
    ) -> Result<(), Stop> {
        deeds::quiet(conn, house, who)
    }

    fn carries_letters(&self) -> bool {
        !matches!(self.ways.mail, Mail::Nowhere)
    }

    fn whose_address(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        typed: &str,
    ) -> Result<Vec<PersonId>, Stop> {
        tables::whose(conn, house, typed)
    }

    fn has_confirmed_address(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<bool, Stop> {
        Ok(tables::is_confirmed(conn, house.network().id, person)?)
    }

    fn carry_link(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        asked: &AskedFor,
    ) -> Result<(), Stop> {
        deeds::address::carry(conn, house, &self.ways, asked)
    }

    fn errands(&self, house: Shared) -> Errands {
        Box::pin(errands::run(house, self.ways.clone()))
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let known = people::known_of(conn, house, person, house.now())?;
        let telling = tables::telling_of(conn, network, person)?;
        let by_text = tables::relayed(conn, network, person)?
            .iter()
            .map(|row| {
                let said = row.opened(&house.vault)?;
                Ok(vec![row.on_day.to_string(), said.word])
            })
            .collect::<Result<_, Stop>>()?;
        let by_text = ExportTable {
            name: "what-i-said-by-text",
            columns: vec![("day", Audience::SelfOnly), ("word", Audience::SelfOnly)],
            rows: by_text,
        };
        let (Some(known), Some(row)) = (known, telling) else {
            return Ok(vec![by_text]);
        };
        let viewer = Viewer::Member(Box::new(known.member));
        let address = row.address(&house.vault)?;
        let browsers: Vec<String> = tables::places_of(conn, network, person)?
            .iter()
            .map(|place| place.since_on.to_string())
            .collect();
        let at_once: Vec<&str> = kinds(&row.at_once)
            .into_iter()
            .map(|k| k.as_str())
            .collect();
        let told = ExportTable {
            name: "what-i-am-told",
            columns: vec![
                ("address", Audience::SelfOnly),
                ("hour", Audience::SelfOnly),
                ("at_once", Audience::SelfOnly),
                ("browsers_since", Audience::SelfOnly),
            ],
            rows: vec![vec![
                address
                    .seen_by(&viewer)
                    .cloned()
                    .flatten()
                    .unwrap_or_default(),
                row.digest_hour.clone().unwrap_or_default(),
                at_once.join(", "),
                browsers.join(", "),
            ]],
        };
        Ok(vec![told, by_text])
    }

    fn export_network(&self, _: &mut AnyConnection, _: &House) -> Result<Vec<ExportTable>, Stop> {
        // What somebody chose to be told is for them alone: they take it out themselves.
        Ok(Vec::new())
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        let person = leaving.person;
        deeds::forget(conn, house.network().id, person)
    }
}
