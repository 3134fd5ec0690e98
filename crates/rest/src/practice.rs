//! How this practice is part of Holdfast.

use crate::{deeds, keeps, pages, rules::SeasonStage, tables, timers};
use kernel::{Audience, CircleId, Day, Member, Moment, PersonId};
use store::{AnyConnection, Keeps, Stop};
use web::{
    AnswerWord, ExportTable, GoesQuiet, House, Item, Lang, Leaving, Nav, NetworkFacts, Practice,
    Room, Route, TodayShare, Typed,
};

/// Rest, as a practice.
pub struct Rest;

impl Practice for Rest {
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

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn front(&self, room: &mut Room<'_>) -> Result<Vec<Item>, Stop> {
        pages::front(room)
    }

    fn spared(&self, conn: &mut AnyConnection, house: &House) -> Result<Vec<PersonId>, Stop> {
        let network = house.network();
        let today = network.zone.day_of(house.now());
        Ok(tables::landing(conn, network.id, today)?)
    }

    fn instead_of(&self, room: &mut Room<'_>, person: PersonId) -> Result<Option<String>, Stop> {
        pages::instead_of(room, person)
    }

    fn season(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        of: Option<CircleId>,
        on: Day,
    ) -> Result<Option<Day>, Stop> {
        let mut until = None;
        for row in tables::seasons(conn, house.network().id)? {
            if row.from_on > on || (row.circle_id.is_some() && row.circle_id != of) {
                continue;
            }
            // Until it is over by its own clock, and from the day on which its clock begins it,
            // whichever practice's clock is looked at first.
            let lies = match row.stage {
                SeasonStage::Resting => true,
                _ => {
                    let lifelines = deeds::season::lifelines(conn, &row)?;
                    let next = row.season().clock(on, &lifelines);
                    next.is_some_and(|next| next.stage == SeasonStage::Resting)
                }
            };
            if lies {
                until = until.max(Some(row.to_on));
            }
        }
        Ok(until)
    }

    fn hear_answer(&self, room: &mut Room<'_>, _: &str, word: AnswerWord) -> Result<bool, Stop> {
        match word {
            // Whatever the letter was about: rest is from this minute.
            AnswerWord::Rest => deeds::rest::begin(room, &Typed::default())?,
            AnswerWord::Back => deeds::rest::come_back(room)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Whoever is quiet covers for nobody and keeps nothing alive.
    fn hear_quiet(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        who: GoesQuiet,
    ) -> Result<(), Stop> {
        deeds::rest::forget(conn, house, who.person)
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network();
        let today = network.zone.day_of(house.now());
        let mut rows = Vec::new();
        if let Some(row) = tables::rest_of(conn, network.id, person)? {
            let key = row.key(&house.vault)?;
            let open = |column: &str, value: Option<&store::Sealed>| {
                key.open_some(row.row(), column, value)
            };
            let until = row.until_on.map(|day| day.to_string());
            rows.push(vec![
                row.since_on.to_string(),
                until.unwrap_or_default(),
                open("reach_me_if", row.reach_me_if.as_ref())?.unwrap_or_default(),
                open("cover_words", row.cover_words.as_ref())?.unwrap_or_default(),
            ]);
        }
        let word = deeds::rest::capacity(conn, house, person, today)?;
        Ok(vec![
            ExportTable {
                name: "my-rest",
                columns: vec![
                    ("since_on", Audience::Network),
                    ("until_on", Audience::Network),
                    ("reach_me_if", Audience::Named),
                    ("cover", Audience::Network),
                ],
                rows,
            },
            ExportTable {
                name: "my-capacity",
                columns: vec![("word", Audience::SelfOnly)],
                rows: word
                    .map(|word| vec![word.as_str().to_owned()])
                    .into_iter()
                    .collect(),
            },
        ])
    }

    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let rows = tables::seasons(conn, house.network().id)?
            .into_iter()
            .map(|row| vec![row.from_on.to_string(), row.to_on.to_string()])
            .collect();
        Ok(vec![ExportTable {
            name: "rest_seasons",
            columns: vec![("from_on", Audience::Network), ("to_on", Audience::Network)],
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
        deeds::rest::forget(conn, house, person)
    }
}
