//! How this practice is part of Holdfast.

use crate::{deeds, keeps, pages, rules::VouchStage, tables};
use kernel::{Audience, Member, Moment, PersonId};
use store::{AnyConnection, Keeps, Stop};
use web::{
    ExportTable, House, Lang, Leaving, Nav, NetworkFacts, Practice, Room, Route, TodayShare,
};

/// Vouches, as a practice.
pub struct Vouches;

impl Practice for Vouches {
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
        // It stands on the page of the circles.
        Vec::new()
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn is_among_circles(&self) -> bool {
        true
    }

    fn timers(&self, _: &mut AnyConnection, _: &House, _: Moment) -> Result<usize, Stop> {
        // A vouch ends with its day; nobody is prompted for another.
        Ok(0)
    }

    fn today(&self, _: &mut Room<'_>, _: &Member) -> Result<TodayShare, Stop> {
        // Nobody is asked to vouch for anybody.
        Ok(TodayShare::default())
    }

    /// What I vouched for; what others vouched of me is the space's.
    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let mut rows = Vec::new();
        for one in tables::vouches_of(conn, &house.vault, (network, None))? {
            if one.by != person || one.row.stage != VouchStage::Active {
                continue;
            }
            rows.push(vec![
                people::circle(conn, network, one.row.circle_id)?.name,
                people::name_of(conn, &house.vault, network, one.whom)?,
                one.basis,
                one.row.review_on.to_string(),
            ]);
        }
        let circle = Audience::Circle;
        Ok(vec![ExportTable {
            name: "my_vouches",
            columns: vec![
                ("space", circle),
                ("for", circle),
                ("basis", circle),
                ("until", circle),
            ],
            rows,
        }])
    }

    fn export_network(&self, _: &mut AnyConnection, _: &House) -> Result<Vec<ExportTable>, Stop> {
        // Who vouched for whom is nobody's to carry out of a space.
        Ok(Vec::new())
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        deeds::forget(conn, house, leaving.person)
    }
}
