//! How this practice is part of Holdfast.

use crate::{deeds, keeps, pages};
use kernel::{Member, Moment, PersonId};
use store::{AnyConnection, ERASED, Keeps, Stop, set_fact};
use web::{
    ExportTable, House, Lang, Leaving, Nav, NetworkFacts, Practice, Room, Route, TodayShare, Tongue,
};

/// The pulse of a season, as a practice.
pub struct SeasonPulse;

impl Practice for SeasonPulse {
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
        // It stands on Today while it is open.
        Vec::new()
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn is_among_circles(&self) -> bool {
        true
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, _: Moment) -> Result<usize, Stop> {
        deeds::time(conn, house)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn would_hold(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        tongue: &Tongue,
    ) -> Result<Vec<String>, Stop> {
        pages::would_hold(conn, house, tongue)
    }

    fn export(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        // Nobody can find an answer in its box, whoever gave it neither.
        Ok(Vec::new())
    }

    fn export_network(&self, _: &mut AnyConnection, _: &House) -> Result<Vec<ExportTable>, Stop> {
        // What was said is said of a season, and goes with it.
        Ok(Vec::new())
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        deeds::forget(conn, house, leaving.person)?;
        Ok(set_fact(conn, house.network().id, ERASED, "yes")?)
    }
}
