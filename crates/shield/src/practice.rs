//! How this practice is part of Holdfast.

use crate::{deeds, keeps, pages, power, tables, timers};
use kernel::{Audience, Member, Moment, PersonId};
use store::{AnyConnection, Keeps, Stop};
use web::{
    Arrival, ExportTable, GoesQuiet, Held, House, LaidDown, Lang, Leaving, NameChoice, Nav,
    NetworkFacts, PowerUse, Practice, Quiet, Room, Route, TodayShare,
};

/// Shield and sanctuary, as a practice.
pub struct Shield;

impl Practice for Shield {
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

    fn timers(&self, conn: &mut AnyConnection, house: &House, _: Moment) -> Result<usize, Stop> {
        timers::run(conn, house)
    }

    /// Guarded: an invitation that was given before still brings a newcomer, who sees nothing
    /// sensitive yet; as a member nobody comes in.
    fn arrived(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        arrival: &Arrival,
    ) -> Result<(), Stop> {
        if !arrival.standing.reads_as_member() {
            return Ok(());
        }
        let network = house.network();
        let posture = deeds::posture::posture(conn, network.id, house.now())?;
        Ok(posture.entries_open(&network.zone)?)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn held(&self, room: &mut Room<'_>, by: PersonId) -> Result<Vec<Held>, Stop> {
        deeds::keys::held(room, by)
    }

    fn lay_down(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        what: &LaidDown<'_>,
    ) -> Result<bool, Stop> {
        deeds::keys::lay_down(conn, house, what)
    }

    /// Their number goes with the wish to be reached; a key that may be in other hands is to be changed.
    fn hear_quiet(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        who: GoesQuiet,
    ) -> Result<(), Stop> {
        let network = house.network();
        let today = network.zone.day_of(house.now());
        if who.why == Quiet::Leaves {
            deeds::tree::forget(conn, house, who.person)?;
        }
        tables::holds_no_more(conn, network.id, who.person, today)?;
        Ok(())
    }

    fn hear_power(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        told: &PowerUse,
    ) -> Result<(), Stop> {
        power::keep(conn, house, told)
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let mut number = Vec::new();
        if let Some(row) = tables::place_of(conn, network, person)? {
            let key = row.key(&house.vault)?;
            number.push(vec![
                key.open(row.row(), "number", &row.number)?,
                row.review_on.to_string(),
            ]);
        }
        let held: Vec<_> = tables::holders(conn, network)?
            .into_iter()
            .filter(|(_, holder)| *holder == person)
            .map(|(key, _)| key)
            .collect();
        let mut keys = Vec::new();
        for row in tables::keys(conn, network)? {
            if held.contains(&row.id) {
                let what = row.key(&house.vault)?.open(row.row(), "what", &row.what)?;
                keys.push(vec![what]);
            }
        }
        Ok(vec![
            ExportTable {
                name: "phone_tree",
                columns: vec![("number", Audience::Named), ("review_on", Audience::Named)],
                rows: number,
            },
            ExportTable {
                name: "keys_i_hold",
                columns: vec![("what", Audience::Role)],
                rows: keys,
            },
        ])
    }

    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let (mut rows, mut after) = (Vec::new(), 0);
        loop {
            let piece = tables::uses_after(conn, network, after, 500)?;
            let Some(last) = piece.last() else { break };
            after = last.sequence;
            rows.extend(piece.into_iter().filter_map(|row| {
                // Whether a hold exists is for counsel to say (P29).
                let hold = row.kind.starts_with("hold_");
                (!hold).then(|| vec![row.on_day.to_string(), row.kind])
            }));
        }
        Ok(vec![ExportTable {
            name: "power",
            columns: vec![("on_day", Audience::Network), ("what", Audience::Network)],
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
        let network = house.network();
        let today = network.zone.day_of(house.now());
        deeds::tree::forget(conn, house, person)?;
        deeds::posture::forget(conn, house, person)?;
        tables::holds_no_more(conn, network.id, person, today)?;
        match leaving.name {
            // Without their name the id in it leads to nobody; the role stays.
            NameChoice::KeepName | NameChoice::RoleOnly => Ok(()),
            NameChoice::Anonymous | NameChoice::Erase => power::shred_naming(conn, house, person),
        }
    }
}
