//! How this practice is part of Holdfast.

use crate::{
    deeds::{self, going, season},
    keeps, pages,
    rules::{GoingStage, SeasonId, ThingId},
    tables, timers,
};
use kernel::{Audience, Member, Moment, PersonId};
use store::{AnyConnection, ERASED, Keeps, Stop, set_fact};
use web::{
    AnswerWord, ExportTable, GoesQuiet, House, Lang, Leaving, Nav, NetworkFacts, Practice,
    RestChange, RestTurn, Room, Route, TodayShare,
};

/// Stepping back and renewal, as a practice.
pub struct Renewal;

impl Practice for Renewal {
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

    fn is_among_circles(&self) -> bool {
        true
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, _: Moment) -> Result<usize, Stop> {
        timers::run(conn, house)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    /// Whoever hands over is asked for nothing new.
    fn spared(&self, conn: &mut AnyConnection, house: &House) -> Result<Vec<PersonId>, Stop> {
        let going = tables::all_going(conn, house.network().id)?;
        Ok(going
            .into_iter()
            .filter(|row| row.stage == GoingStage::HandingOver)
            .map(|row| row.id)
            .collect())
    }

    fn hear_rest(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        change: RestChange,
    ) -> Result<(), Stop> {
        let network = house.network().id;
        match change.turn {
            RestTurn::Begins { .. } => Ok(tables::takes_nothing_on(conn, network, change.person)?),
            RestTurn::Ended { .. } => {
                season::rested(conn, house, change.person)?;
                going::comes_back(conn, house, change.person)
            }
        }
    }

    /// Whoever is quiet takes nothing on.
    fn hear_quiet(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        who: GoesQuiet,
    ) -> Result<(), Stop> {
        Ok(tables::takes_nothing_on(
            conn,
            house.network().id,
            who.person,
        )?)
    }

    /// What somebody was asked to take on, or what they choose for the season, in a word.
    fn hear_answer(
        &self,
        room: &mut Room<'_>,
        about: &str,
        word: AnswerWord,
    ) -> Result<bool, Stop> {
        match (about.split_once(':'), word) {
            (Some(("handed", id)), AnswerWord::ICan | AnswerWord::Cant) => {
                let Some(id) = ThingId::parse(id) else {
                    return Ok(false);
                };
                going::answer(room, id, word == AnswerWord::ICan)?;
            }
            (Some(("renewal", id)), AnswerWord::Keep) => {
                let Some(id) = SeasonId::parse(id) else {
                    return Ok(false);
                };
                deeds::word::stays(room, id)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let mut going = Vec::new();
        if let Some(row) = tables::going_of(conn, network, person)? {
            for thing in tables::things_of(conn, network, person)? {
                going.push(vec![
                    row.going.as_str().to_owned(),
                    row.target_on.to_string(),
                    thing
                        .key(&house.vault)?
                        .open(thing.row(), "title", &thing.title)?,
                    thing.how.as_str().to_owned(),
                ]);
            }
        }
        let mut words = Vec::new();
        for row in tables::words_by(conn, network, person)? {
            let key = row.key(&house.vault)?;
            let open = |column: &str, value: Option<&store::Sealed>| {
                key.open_some(row.row(), column, value)
            };
            words.push(vec![
                open("word", row.word.as_ref())?.unwrap_or_default(),
                open("note", row.note.as_ref())?.unwrap_or_default(),
                row.way.as_str().to_owned(),
            ]);
        }
        let named = Audience::Named;
        Ok(vec![
            ExportTable {
                name: "my-stepping-back",
                columns: vec![
                    ("going", named),
                    ("target_on", named),
                    ("what", Audience::Circle),
                    ("how", Audience::Circle),
                ],
                rows: going,
            },
            ExportTable {
                name: "my-renewal",
                columns: vec![("word", named), ("note", named), ("way", named)],
                rows: words,
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
            .map(|row| vec![row.opens_on.to_string(), row.closes_on.to_string()])
            .collect();
        Ok(vec![ExportTable {
            name: "renewal_seasons",
            columns: vec![
                ("opens_on", Audience::Network),
                ("closes_on", Audience::Network),
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
        let network = house.network().id;
        tables::remove_going(conn, network, leaving.person)?;
        tables::takes_nothing_on(conn, network, leaving.person)?;
        tables::forget_words(conn, network, leaving.person)?;
        Ok(set_fact(conn, network, ERASED, "yes")?)
    }
}
