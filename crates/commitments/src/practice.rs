//! How this practice is part of Holdfast.

use crate::{
    answers, deeds, hold, keeps, pages,
    rules::CommitmentId,
    tables::{self, Party, PartyId, TimeState},
    timers,
};
use kernel::{Audience, CircleId, Day, Member, Moment, PersonId};
use store::{AnyConnection, Keeps, Stop};
use web::{
    AnswerWord, Disposition, ExportTable, GoesQuiet, Happening, Held, House, Item, LaidDown, Lang,
    Leaving, Nav, NetworkFacts, Practice, RestChange, Room, Route, TodayShare, Tongue, Whose,
};

/// Commitments, as a practice.
pub struct Commitments;

impl Practice for Commitments {
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
        if !member.standing.reads_as_member() && member.liaison_of.is_empty() {
            return Vec::new();
        }
        vec![Nav {
            href: "/commitments",
            label: "nav-commitments",
            place: 5,
        }]
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, _: Moment) -> Result<usize, Stop> {
        timers::run(conn, house)
    }

    fn would_hold(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        tongue: &Tongue,
    ) -> Result<Vec<String>, Stop> {
        hold::sentences(conn, house, tongue)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn held(&self, room: &mut Room<'_>, by: PersonId) -> Result<Vec<Held>, Stop> {
        pages::held(room, by)
    }

    fn lay_down(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        what: &LaidDown<'_>,
    ) -> Result<bool, Stop> {
        let Some(id) = what
            .id
            .strip_prefix("commitment:")
            .and_then(CommitmentId::parse)
        else {
            return Ok(false);
        };
        let network = house.network();
        let today = network.zone.day_of(house.now());
        let row = tables::commitment_at(conn, network.id, id)?;
        let Some(mut row) = row.filter(|row| row.giver_person() == Some(what.from)) else {
            return Ok(false);
        };
        match what.how {
            Disposition::Successor => {
                let to = what.to.map(|person| (person, what.agreed));
                deeds::review::hand_on(conn, house, row, to)?;
            }
            Disposition::Circle => deeds::review::give_back(conn, house, row)?,
            Disposition::Pause => deeds::review::pause(conn, house, row)?,
            Disposition::Close => {
                row.take_on(row.commitment().release(today)?);
                deeds::duty::close(conn, &row)?;
                tables::save(conn, &row)?;
            }
        }
        Ok(true)
    }

    /// It is looked at again a season from now.
    fn goes_on(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        by: PersonId,
        id: &str,
    ) -> Result<bool, Stop> {
        match id.strip_prefix("commitment:").and_then(CommitmentId::parse) {
            Some(id) => deeds::review::goes_on(conn, house, (id, by)),
            None => Ok(false),
        }
    }

    /// Nothing is suggested to whoever is quiet.
    fn hear_quiet(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        who: GoesQuiet,
    ) -> Result<(), Stop> {
        deeds::rest::goes_quiet(conn, house, who.person)
    }

    fn hear_rest(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        change: RestChange,
    ) -> Result<(), Stop> {
        deeds::rest::hear(conn, house, change)
    }

    fn hear_season_over(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        of: Option<CircleId>,
        days: i32,
    ) -> Result<(), Stop> {
        deeds::rest::season_over(conn, house, of, days)
    }

    fn news(&self, room: &mut Room<'_>, since: Day) -> Result<Vec<Item>, Stop> {
        pages::news(room, since)
    }

    /// What somebody holds, by its circle and its kind: what was promised stays in the house.
    fn happenings(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        whose: Whose,
        lang: Lang,
    ) -> Result<Vec<Happening>, Stop> {
        let Whose::Person(person) = whose else {
            return Ok(Vec::new());
        };
        let network = house.network();
        let today = network.zone.day_of(house.now());
        let tongue = house.tongues.of(lang);
        let circles = people::circles(conn, network.id)?;
        let mut all = Vec::new();
        for row in tables::given_by(conn, network.id, person)? {
            let Some(when) = row.recurrence().filter(|_| row.stage.is_living()) else {
                continue;
            };
            let circle = row
                .to_circle()
                .and_then(|id| circles.iter().find(|c| c.id == id));
            let except = tables::times_of(conn, network.id, row.id)?
                .into_iter()
                .filter(|time| time.state != TimeState::Moved)
                .map(|time| time.rule_day)
                .collect();
            let starts = when.starts();
            all.push(Happening {
                uid: row.id.to_string(),
                title: match circle {
                    Some(circle) => {
                        let args = [("circle", circle.name.as_str().into())];
                        tongue.tell("commit-calendar", &args)
                    }
                    None => tongue.say("commit-calendar-plain").to_owned(),
                },
                place: String::new(),
                starts: (
                    Day::from_date(starts.date()),
                    starts.hour(),
                    starts.minute(),
                ),
                minutes: 0,
                rule: Some(when.rule().to_owned()),
                except,
                // Nobody plans on it for longer than was said.
                until: row.review_on.max(today),
            });
        }
        Ok(all)
    }

    fn hear_answer(
        &self,
        room: &mut Room<'_>,
        about: &str,
        word: AnswerWord,
    ) -> Result<bool, Stop> {
        answers::hear(room, about, word)
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let mut rows = Vec::new();
        for row in tables::of_party(conn, network, PartyId(person.0))? {
            let key = row.key(&house.vault)?;
            let gives = row.from() == Party::Person(person);
            let much = key.open_some(row.row(), "much", row.much.as_ref())?;
            let when = key.open_some(row.row(), "wakes_when", row.wakes_when.as_ref())?;
            rows.push(vec![
                if gives { "given" } else { "received" }.to_owned(),
                key.open(row.row(), "words", &row.words)?,
                much.unwrap_or_default(),
                row.rule.clone().unwrap_or_default(),
                when.unwrap_or_default(),
                row.stage.as_str().to_owned(),
                row.start_on.to_string(),
                row.review_on.to_string(),
            ]);
        }
        let mut most = Vec::new();
        if let Some(row) = tables::ceiling_of(conn, network, person)? {
            most.push(vec![row.number(&house.vault)?.to_string()]);
        }
        let named = Audience::Named;
        Ok(vec![
            ExportTable {
                name: "my-commitments",
                columns: vec![
                    ("side", named),
                    ("words", named),
                    ("much", named),
                    ("rule", named),
                    ("wakes_when", named),
                    ("stage", named),
                    ("start_on", named),
                    ("review_on", named),
                ],
                rows,
            },
            ExportTable {
                name: "my-ceiling",
                columns: vec![("most", Audience::SelfOnly)],
                rows: most,
            },
        ])
    }

    /// What circles, partners and the network were promised by one another; what persons promise is
    /// theirs to take out.
    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let mut rows = Vec::new();
        for row in tables::living(conn, network)? {
            if row.giver_person().is_some() || matches!(row.to(), Party::Person(_)) {
                continue;
            }
            rows.push(vec![
                row.key(&house.vault)?
                    .open(row.row(), "words", &row.words)?,
                row.rule.clone().unwrap_or_default(),
                row.start_on.to_string(),
                row.review_on.to_string(),
            ]);
        }
        Ok(vec![ExportTable {
            name: "commitments",
            columns: vec![
                ("words", Audience::Circle),
                ("rule", Audience::Circle),
                ("start_on", Audience::Circle),
                ("review_on", Audience::Circle),
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
        deeds::rest::forget(conn, house, person)
    }
}
