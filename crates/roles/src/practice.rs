//! How this practice is part of Holdfast.

use crate::{
    book::Book,
    carrying,
    deeds::{choose, hold, round},
    keeps, pages,
    rules::{Says, TermId},
    tables, timers, words,
};
use kernel::{Audience, Member, Moment, PersonId};
use store::{AnyConnection, ERASED, Keeps, Stop, set_fact};
use web::{
    AnswerWord, Disposition, ExportTable, Happening, Held, House, LaidDown, Lang, Leaving,
    NameChoice, Nav, NetworkFacts, Practice, RestChange, RestTurn, Room, Route, TodayShare, Tongue,
    Whose,
};

/// Shared leadership, as a practice.
pub struct Roles;

impl Practice for Roles {
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

    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
        timers::run(conn, house, now)
    }

    /// How many roles have a second pair of hands: another holder, or somebody who learns it. About
    /// roles, never about who holds them.
    fn would_hold(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        tongue: &Tongue,
    ) -> Result<Vec<String>, Stop> {
        carrying::sentences(conn, house, tongue)
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
        let id = what.id.strip_prefix("role:").and_then(TermId::parse);
        let to = match what.how {
            Disposition::Successor => Some(what.to.ok_or(Stop::NotThere)?),
            Disposition::Circle => None,
            // A role neither pauses nor ends with whoever holds it.
            Disposition::Pause | Disposition::Close => return Ok(false),
        };
        match id {
            Some(id) => hold::lay_down(conn, house, (id, what.from), (to, what.last), house.now()),
            None => Ok(false),
        }
    }

    fn hear_rest(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        change: RestChange,
    ) -> Result<(), Stop> {
        match change.turn {
            RestTurn::Begins { .. } => choose::rests(conn, house, change.person),
            RestTurn::Ended { .. } => Ok(()),
        }
    }

    fn hear_answer(
        &self,
        room: &mut Room<'_>,
        about: &str,
        word: AnswerWord,
    ) -> Result<bool, Stop> {
        pages::hear(room, about, word)
    }

    /// The last day of what somebody holds.
    fn happenings(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        whose: Whose,
        lang: Lang,
    ) -> Result<Vec<Happening>, Stop> {
        let now = house.now();
        let book = Book::read(conn, house, now)?;
        let tongue = house.tongues.of(lang);
        let mut all = Vec::new();
        for term in book.terms.iter().filter(|term| term.runs(now)) {
            let theirs = match whose {
                Whose::Person(person) => term.person == person,
                Whose::Circle(circle) => term.circle == circle,
            };
            if !theirs {
                continue;
            }
            let name = words::of(house, &tongue, book.role(term.role)?)?.name;
            all.push(Happening {
                uid: format!("role-{}", term.id),
                title: tongue.tell("roles-calendar", &[("role", name.into())]),
                place: String::new(),
                starts: (term.last, 23, 59),
                minutes: 0,
                rule: None,
                except: Vec::new(),
                until: term.last,
            });
        }
        Ok(all)
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let book = Book::read(conn, house, house.now())?;
        let english = house.tongues.of(Lang::En);
        let mut held = Vec::new();
        for term in &book.terms {
            let as_what = match (term.person == person, term.shadow() == Some(person)) {
                (true, _) => "holder",
                (_, true) => "shadow",
                _ => continue,
            };
            let name = match book.role(term.role) {
                Ok(written) => words::of(house, &english, written)?.name,
                Err(_) => String::new(),
            };
            held.push(vec![
                name,
                book.circle(term.circle)?.name.clone(),
                as_what.to_owned(),
                term.first.to_string(),
                term.last.to_string(),
                term.how.as_str().to_owned(),
            ]);
        }
        let mut said = Vec::new();
        for row in tables::choosings(conn, network)? {
            for name in round::opened(conn, house, &row)? {
                if name.by == person {
                    let nominee = people::name_of(conn, &house.vault, network, name.nominee)?;
                    said.push(vec![
                        "nomination".to_owned(),
                        format!("{nominee}: {}", name.why),
                    ]);
                }
            }
            for word in tables::words(conn, &row)? {
                if word.member_id == person {
                    let key = word.key(&house.vault)?;
                    let words = key.open_some(word.row(), "words", word.words.as_ref())?;
                    let kind = match word.says {
                        Says::Yes => "yes",
                        Says::Objection => "objection",
                    };
                    said.push(vec![kind.to_owned(), words.unwrap_or_default()]);
                }
            }
            if tables::pool(conn, &row)?.contains(&person) {
                said.push(vec!["willing".to_owned(), String::new()]);
            }
        }
        Ok(vec![
            ExportTable {
                name: "my_roles",
                columns: vec![
                    ("role", Audience::Network),
                    ("circle", Audience::Network),
                    ("as", Audience::Network),
                    ("first_day", Audience::Network),
                    ("last_day", Audience::Network),
                    ("how", Audience::Network),
                ],
                rows: held,
            },
            ExportTable {
                name: "my_words_in_choosings",
                columns: vec![("kind", Audience::Circle), ("words", Audience::Circle)],
                rows: said,
            },
        ])
    }

    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network().id;
        let book = Book::read(conn, house, house.now())?;
        let english = house.tongues.of(Lang::En);
        let (mut roles, mut held) = (Vec::new(), Vec::new());
        for written in &book.roles {
            let words = words::of(house, &english, written)?;
            let circle = book.circle(written.role.circle)?.name.clone();
            roles.push(vec![
                words.name.clone(),
                circle.clone(),
                words.purpose,
                words.domain,
                words.opens.join("\n"),
                written.role.months.to_string(),
                written.role.most_running.to_string(),
            ]);
            for term in book.standing(written.role.id) {
                held.push(vec![
                    words.name.clone(),
                    circle.clone(),
                    people::name_of(conn, &house.vault, network, term.person)?,
                    term.first.to_string(),
                    term.last.to_string(),
                ]);
            }
        }
        Ok(vec![
            ExportTable {
                name: "roles",
                columns: vec![
                    ("role", Audience::Network),
                    ("circle", Audience::Network),
                    ("purpose", Audience::Network),
                    ("domain", Audience::Network),
                    ("opens", Audience::Circle),
                    ("months", Audience::Network),
                    ("terms_in_a_row", Audience::Network),
                ],
                rows: roles,
            },
            ExportTable {
                name: "terms",
                columns: vec![
                    ("role", Audience::Network),
                    ("circle", Audience::Network),
                    ("holder", Audience::Network),
                    ("first_day", Audience::Network),
                    ("last_day", Audience::Network),
                ],
                rows: held,
            },
        ])
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        let person = leaving.person;
        let network = house.network().id;
        choose::forget(conn, house, person)?;
        match leaving.name {
            NameChoice::KeepName => hold::leaves(conn, house, person)?,
            _ => tables::forget_terms(conn, network, person)?,
        }
        set_fact(conn, network, ERASED, "yes")?;
        Ok(())
    }
}
