//! How this practice is part of Holdfast.

use crate::{
    deeds::{caucus, choice, honorarium},
    keeps, pages,
    rules::Stage,
    tables::{self, MemberStage},
};
use kernel::{Audience, Day, Member, Moment, PersonId};
use store::{AnyConnection, ERASED, Keeps, Stop, set_fact};
use web::{
    ExportTable, House, Item, Lang, Leaving, NameChoice, Nav, NetworkFacts, Practice, Room, Route,
    TodayShare,
};

/// Decisions, as a practice.
pub struct Decisions;

impl Practice for Decisions {
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
            href: "/decisions",
            label: "nav-decisions",
            place: 7,
        }]
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn is_among_circles(&self) -> bool {
        true
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
        // Minimums, cooling and reviews are read from the clock, and no silence becomes a word. Only boxes
        // of ballots are opened by time, so that nobody has to, and nobody can before.
        choice::count(conn, house, now)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn news(&self, room: &mut Room<'_>, since: Day) -> Result<Vec<Item>, Stop> {
        pages::news(room, since)
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let (mut made, mut said, mut of) = (Vec::new(), Vec::new(), Vec::new());
        for row in tables::all_proposals(conn, network)? {
            if row.author_id == Some(person) {
                let key = row.key(&house.vault)?;
                made.push(vec![
                    key.open(row.row(), "title", &row.title)?,
                    key.open(row.row(), "words", &row.words)?,
                    row.stage.as_str().to_owned(),
                    row.opened_on.to_string(),
                ]);
            }
        }
        for row in tables::voices_by(conn, network, person)? {
            let key = row.key(&house.vault)?;
            let words = key.open_some(row.row(), "words", row.words.as_ref())?;
            said.push(vec![
                row.kind.as_str().to_owned(),
                words.unwrap_or_default(),
                row.said_on.to_string(),
            ]);
        }
        for row in tables::caucuses_here(conn, network)? {
            let all = tables::members_of(conn, &house.vault, (network, row.id))?;
            if all.iter().any(|(_, one)| *one == person) {
                of.push(vec![row.opened(&house.vault)?.0]);
            }
        }
        let (mut asked, mut advised) = (Vec::new(), Vec::new());
        for row in tables::all_advices(conn, network)? {
            if row.author_id == Some(person) {
                let key = row.key(&house.vault)?;
                let decided = key.open_some(row.row(), "decided", row.decided.as_ref())?;
                asked.push(vec![
                    key.open(row.row(), "title", &row.title)?,
                    key.open(row.row(), "words", &row.words)?,
                    decided.unwrap_or_default(),
                    row.opened_on.to_string(),
                ]);
            }
        }
        for row in tables::asked_whom(conn, network, person)? {
            let key = row.key(&house.vault)?;
            let words = key.open_some(row.row(), "words", row.words.as_ref())?;
            advised.push(vec![words.unwrap_or_default()]);
        }
        let taken = honorarium::taken_by(conn, house, person)?;
        let circle = Audience::Circle;
        Ok(vec![
            ExportTable {
                name: "my_advice_processes",
                columns: vec![
                    ("title", circle),
                    ("words", circle),
                    ("decided", circle),
                    ("opened_on", circle),
                ],
                rows: asked,
            },
            ExportTable {
                name: "my_advice",
                columns: vec![("words", circle)],
                rows: advised,
            },
            ExportTable {
                name: "my_honoraria",
                columns: vec![("words", Audience::Named)],
                rows: taken.into_iter().map(|words| vec![words]).collect(),
            },
            ExportTable {
                name: "my_proposals",
                columns: vec![
                    ("title", circle),
                    ("words", circle),
                    ("stage", circle),
                    ("opened_on", circle),
                ],
                rows: made,
            },
            ExportTable {
                name: "my_voices",
                columns: vec![("kind", circle), ("words", circle), ("said_on", circle)],
                rows: said,
            },
            ExportTable {
                name: "my_caucuses",
                columns: vec![("name", Audience::Named)],
                rows: of,
            },
        ])
    }

    /// What was agreed, without who said what; nothing of who is of a caucus.
    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let circles = people::circles(conn, network)?;
        let mut rows = Vec::new();
        for row in tables::all_proposals(conn, network)? {
            if row.stage != Stage::Adopted {
                continue;
            }
            let of = circles.iter().find(|circle| circle.id == row.circle_id);
            let key = row.key(&house.vault)?;
            rows.push(vec![
                of.map_or(String::new(), |circle| circle.name.clone()),
                key.open(row.row(), "title", &row.title)?,
                key.open(row.row(), "words", &row.words)?,
                row.class.as_str().to_owned(),
                row.review_on.to_string(),
            ]);
        }
        let mut chosen = Vec::new();
        for row in tables::all_choices(conn, network)? {
            let key = row.key(&house.vault)?;
            let Some(counted) = key.open_some(row.row(), "counted", row.counted.as_ref())? else {
                continue;
            };
            let of = circles.iter().find(|circle| circle.id == row.circle_id);
            chosen.push(vec![
                of.map_or(String::new(), |circle| circle.name.clone()),
                key.open(row.row(), "title", &row.title)?,
                key.open(row.row(), "options", &row.options)?,
                row.manner.as_str().to_owned(),
                counted,
            ]);
        }
        let circle = Audience::Circle;
        let chosen = ExportTable {
            name: "choices",
            columns: vec![
                ("circle", Audience::Network),
                ("title", circle),
                ("options", circle),
                ("manner", circle),
                ("counted", circle),
            ],
            rows: chosen,
        };
        let decisions = ExportTable {
            name: "decisions",
            columns: vec![
                ("circle", Audience::Network),
                ("title", circle),
                ("words", circle),
                ("class", circle),
                ("review_on", circle),
            ],
            rows,
        };
        Ok(vec![decisions, chosen])
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        let (network, person) = (house.network().id, leaving.person);
        tables::forget_voices(conn, network, person)?;
        if leaving.name != NameChoice::KeepName {
            tables::unname_author(conn, network, person)?;
            tables::unname_adviser(conn, network, person)?;
            tables::unname_chooser(conn, network, person)?;
        }
        tables::forget_advice(conn, network, person)?;
        choice::forget_hands(conn, house, person)?;
        honorarium::forget_takers(conn, house, person)?;
        for row in tables::caucuses_here(conn, network)? {
            let all = tables::members_of(conn, &house.vault, (network, row.id))?;
            let Some((mine, _)) = all.iter().find(|(_, one)| *one == person) else {
                continue;
            };
            match mine.stage {
                MemberStage::Asks => tables::remove_member(conn, mine.id)?,
                MemberStage::Is => caucus::go(conn, house, &row, person)?,
            }
        }
        Ok(set_fact(conn, network, ERASED, "yes")?)
    }
}
