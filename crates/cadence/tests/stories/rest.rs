//! A rest season over a circle (P20), as whatever practice says it.

use super::tools::distro;
use holdfast::{
    owners::OsChance,
    practices,
    testing::{Town, on_both_databases},
};
use kernel::{CircleId, Day, Member, Moment, PersonId};
use std::sync::Arc;
use store::{AnyConnection, Keeps, Stop};
use telling::Ways;
use web::{ExportTable, House, Lang, Nav, NetworkFacts, Practice, Room, Route, TodayShare};

/// Everybody rests from 10 to 24 March 2026.
struct Rests;

impl Practice for Rests {
    fn season(
        &self,
        _: &mut AnyConnection,
        _: &House,
        of: Option<CircleId>,
        on: Day,
    ) -> Result<Option<Day>, Stop> {
        let (from, until) = (day("2026-03-10"), day("2026-03-24"));
        Ok(of.filter(|_| (from..=until).contains(&on)).map(|_| until))
    }
    fn routes(&self) -> Vec<Route> {
        Vec::new()
    }
    fn sentences(&self, _: Lang) -> &'static str {
        ""
    }
    fn nav(&self, _: &Member, _: &NetworkFacts) -> Vec<Nav> {
        Vec::new()
    }
    fn keeps(&self) -> Keeps {
        Keeps {
            lines: &[],
            sealed_tables: &[],
        }
    }
    fn timers(&self, _: &mut AnyConnection, _: &House, _: Moment) -> Result<usize, Stop> {
        Ok(0)
    }
    fn today(&self, _: &mut Room<'_>, _: &Member) -> Result<TodayShare, Stop> {
        Ok(TodayShare::default())
    }
    fn export(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        Ok(Vec::new())
    }
    fn export_network(&self, _: &mut AnyConnection, _: &House) -> Result<Vec<ExportTable>, Stop> {
        Ok(Vec::new())
    }
    fn forget(&self, _: &mut AnyConnection, _: &House, _: &web::Leaving) -> Result<(), Stop> {
        Ok(())
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

#[test]
fn times_in_a_rest_season_rest_and_the_next_date_steps_over_it() {
    on_both_databases(|database| {
        let mut all = practices(Ways::default());
        all.push(Box::new(Rests));
        let town = &Town::with(database, all, Arc::new(OsChance), |_| {});
        let page = distro(town);
        let bo = town.as_person("Bo");
        bo.get(&page)
            .expect(200)
            .says("<li>Saturday 14 March, 10:00 <span class=\"muted\">Resting:")
            .says("<li>Saturday 21 March, 10:00 <span class=\"muted\">Resting:")
            .says("<li>Saturday 28 March, 10:00</li>");
        town.until("2026-03-07 13:00");
        bo.post(&format!("{page}/held"), &[("on", "2026-03-07")])
            .expect(200)
            .says("Next is Saturday 28 March at SBK — right?");
        let link = bo.post("/calendars", &[("whose", "me")]).expect(200);
        let link = link.between("<strong>https://rivermouth.example", "</strong>");
        town.stranger()
            .get(&link)
            .expect(200)
            .says("EXDATE;TZID=America/Chicago:20260314T100000")
            .says("EXDATE;TZID=America/Chicago:20260321T100000")
            .says_not("20260328T100000");
        // What nobody met for is nobody's lack, and nothing of it stands on Today.
        town.until("2026-03-13 09:00");
        bo.get("/today").expect(200).says_not("Aid distro");
    });
}
