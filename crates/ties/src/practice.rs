//! How this practice is part of Holdfast.

use crate::{
    deeds::{picture, tie},
    keeps, pages, tables, timers,
};
use kernel::{Audience, Member, Moment, PersonId};
use store::{AnyConnection, ERASED, Keeps, Stop, set_fact};
use web::{
    ExportTable, House, Lang, Leaving, Nav, NetworkFacts, Practice, RestChange, RestTurn, Room,
    Route, TodayShare,
};

/// Ties, as a practice.
pub struct Ties;

impl Practice for Ties {
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
        // It stands on one's own page and on that of the circles.
        Vec::new()
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn is_among_circles(&self) -> bool {
        true
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, _: Moment) -> Result<usize, Stop> {
        timers::run(conn, house)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn hear_rest(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        change: RestChange,
    ) -> Result<(), Stop> {
        match change.turn {
            RestTurn::Ended { days } => tie::rested(conn, house, (change.person, days)),
            RestTurn::Begins { .. } => Ok(()),
        }
    }

    /// One's own ties and one's own notes; of the other their name, and no note.
    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let mark = tables::mark(&house.vault, network, person)?;
        let (mut met, mut tied) = (Vec::new(), Vec::new());
        for row in tables::meetings_of(conn, network, &mark)? {
            let (side, other) = row.side_of(&house.vault, person)?;
            let key = row.key(&house.vault)?;
            let column = match side {
                crate::rules::Side::One => "note_one",
                crate::rules::Side::Other => "note_other",
            };
            let note = key.open_some(row.row(), column, row.note(side))?;
            let next = key.open_some(row.row(), "next_thing", row.next_thing.as_ref())?;
            met.push(vec![
                people::name_of(conn, &house.vault, network, other)?,
                row.stage.as_str().to_owned(),
                note.unwrap_or_default(),
                next.unwrap_or_default(),
            ]);
        }
        for row in tables::ties_of(conn, network, &mark)? {
            let (one, other) = row.two(&house.vault)?;
            let other = if one == person { other } else { one };
            tied.push(vec![
                people::name_of(conn, &house.vault, network, other)?,
                row.renewed_on.to_string(),
            ]);
        }
        let (own, two) = (Audience::SelfOnly, Audience::Named);
        Ok(vec![
            ExportTable {
                name: "my_one_to_ones",
                columns: vec![
                    ("with", two),
                    ("stage", two),
                    ("my_note", own),
                    ("next_thing", two),
                ],
                rows: met,
            },
            ExportTable {
                name: "my_ties",
                columns: vec![("with", two), ("since", two)],
                rows: tied,
            },
        ])
    }

    fn export_network(&self, _: &mut AnyConnection, _: &House) -> Result<Vec<ExportTable>, Stop> {
        // Who is tied to whom is nobody's to carry away.
        Ok(Vec::new())
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        let (network, person) = (house.network().id, leaving.person);
        picture::ends(conn, house, person)?;
        let mark = tables::mark(&house.vault, network, person)?;
        for row in tables::meetings_of(conn, network, &mark)? {
            tables::remove_meeting(conn, row.id)?;
        }
        for row in tables::ties_of(conn, network, &mark)? {
            tables::remove_tie(conn, row.id)?;
        }
        for row in tables::introductions_of(conn, network, &mark)? {
            tables::remove_introduction(conn, row.id)?;
        }
        Ok(set_fact(conn, network, ERASED, "yes")?)
    }
}
