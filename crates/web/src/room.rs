//! A room: one request inside one reading or writing of the database.

use crate::{
    Frame, House, Known, Lang, Nav, NavItem, NetworkFacts, Posture, Reply, Tongue, Typed, Visit,
    floods::TooMany,
    frame::Demo,
    in_query,
    reply::{self, Broken, Closed},
};
use askama::Template;
use kernel::{Day, Member, Message, Moment, Refusal, Viewer};
use std::sync::Arc;
use store::{AnyConnection, Stop};
use subtle::ConstantTimeEq;

/// One request inside one reading or writing of the database.
pub struct Room<'c> {
    /// The connection; in a deed, inside its transaction.
    pub conn: &'c mut AnyConnection,
    /// The house.
    pub house: &'c House,
    /// The network.
    pub network: Arc<NetworkFacts>,
    /// Who is looking.
    pub viewer: Viewer,
    /// The same, if they are signed in, with their name.
    pub known: Option<Known>,
    /// The time of this request.
    pub now: Moment,
    /// Today in the network's zone.
    pub today: Day,
    /// The language of this request.
    pub tongue: Arc<Tongue>,
    /// What the request brought.
    pub visit: Visit,
    posture: Posture,
}

/// A form that did not come from a page of ours, or from one that was open too long.
#[derive(Debug)]
struct FormIsStale;

impl Refusal for FormIsStale {
    fn message(&self) -> Message {
        Message::plain("refused-stale-form")
    }
    fn status(&self) -> u16 {
        422
    }
}

store::stops_with!(FormIsStale);

/// Where somebody shows that it is them, and comes back from to a path of ours.
pub fn prove_and_back(to: &str) -> String {
    format!("/prove?back={}", in_query(to))
}

impl<'c> Room<'c> {
    /// Enters with a request: finds who is looking and which language they read.
    pub fn enter(
        conn: &'c mut AnyConnection,
        house: &'c House,
        visit: Visit,
    ) -> Result<Self, Stop> {
        let known = match &visit.token {
            Some(token) => (house.recognise)(conn, house, token, house.now())?,
            None => None,
        };
        Self::of(conn, house, visit, known)
    }

    /// The room of somebody, without a request of theirs: what their daily letter is made in.
    pub fn of_person(
        conn: &'c mut AnyConnection,
        house: &'c House,
        known: Known,
    ) -> Result<Self, Stop> {
        Self::of(conn, house, Visit::nowhere(), Some(known))
    }

    fn of(
        conn: &'c mut AnyConnection,
        house: &'c House,
        visit: Visit,
        known: Option<Known>,
    ) -> Result<Self, Stop> {
        let now = house.now();
        let network = house.network();
        let posture = (house.posture)(conn, network.id, now)?;
        let viewer = match &known {
            Some(known) => Viewer::Member(Box::new(known.member.clone())),
            None => Viewer::Stranger,
        };
        let lang = known
            .as_ref()
            .and_then(|k| k.lang)
            .or(visit.lang)
            .unwrap_or(Lang::En);
        let today = network.zone.day_of(now);
        let tongue = house.tongues.of(lang);
        Ok(Self {
            conn,
            house,
            network,
            viewer,
            known,
            now,
            today,
            tongue,
            visit,
            posture,
        })
    }

    /// How the network stands at this moment (P29).
    pub fn posture(&self) -> Posture {
        self.posture
    }

    /// In lockdown, the page that stands for whatever does not stay open: one calm sentence, and
    /// what was typed.
    pub(crate) fn closed(&self, typed: Option<&Typed>) -> Result<Option<Reply>, Stop> {
        let Posture::Lockdown { until } = self.posture else {
            return Ok(None);
        };
        if self.visit.stays_open {
            return Ok(None);
        }
        let when = self.tongue.moment(until, &self.network.zone);
        let page = Closed {
            frame: self.frame(self.tongue.say("closed-title")),
            sentence: self.tongue.tell("closed-words", &[("when", when.into())]),
            fields: typed.map(Typed::kept).unwrap_or_default(),
        };
        self.page_with(409, &page).map(Some)
    }

    fn posture_line(&self) -> Option<String> {
        let zone = &self.network.zone;
        match self.posture {
            Posture::Open => None,
            Posture::Guarded { until } => {
                let said = [("day", zone.day_of(until).into())];
                Some(self.tongue.tell("posture-guarded", &said))
            }
            Posture::Lockdown { until } => {
                let said = [("when", self.tongue.moment(until, zone).into())];
                Some(self.tongue.tell("posture-lockdown", &said))
            }
        }
    }

    /// Which page of a long list: from 0, by the query's `page`.
    pub fn page_number(&self) -> i64 {
        let typed = self.visit.param("page").and_then(|page| page.parse().ok());
        typed.unwrap_or(0).clamp(0, 10_000)
    }

    /// Everything somebody holds, of every practice (P5), in this room's language.
    pub fn held(&mut self, by: kernel::PersonId) -> Result<Vec<crate::Held>, Stop> {
        let mut all = Vec::new();
        for practice in &self.house.practices {
            all.extend(practice.held(self, by)?);
        }
        Ok(all)
    }

    /// Whom to ask instead of somebody who rests, in a sentence of this room's language.
    pub fn instead_of(&mut self, person: kernel::PersonId) -> Result<Option<String>, Stop> {
        for practice in &self.house.practices {
            if let Some(words) = practice.instead_of(self, person)? {
                return Ok(Some(words));
            }
        }
        Ok(None)
    }

    /// Does what a word means that came by letter or text about one thing, by the deed of the
    /// practice whose thing it is. In lockdown nothing is done so (P29).
    ///
    /// # Errors
    /// The refusal of the deed; [`Stop::NotThere`] where no practice knows the thing any more.
    pub fn hear_answer(&mut self, about: &str, word: crate::AnswerWord) -> Result<(), Stop> {
        if let Posture::Lockdown { .. } = self.posture {
            return Err(crate::posture::NotNow.into());
        }
        for practice in &self.house.practices {
            if practice.hear_answer(self, about, word)? {
                return Ok(());
            }
        }
        Err(Stop::NotThere)
    }

    /// The signed-in person, or the door.
    pub fn member(&self) -> Result<Member, Stop> {
        self.known
            .as_ref()
            .map(|known| known.member.clone())
            .ok_or(Stop::SignIn)
    }

    /// The signed-in person, where they showed within the last ten minutes that it is them; else
    /// they are asked to (`/prove`), and come back. For what would harm somebody whose phone another
    /// holds: what takes two people, taking everything out, ways in.
    pub fn fresh(&self) -> Result<Member, Stop> {
        let known = self.known.as_ref().ok_or(Stop::SignIn)?;
        if known.is_fresh(self.now) {
            Ok(known.member.clone())
        } else {
            Err(Stop::ProveAgain)
        }
    }

    /// A form must come from a page of ours; from somebody signed in, with that session's token.
    pub fn check_form(&self, typed: &Typed) -> Result<(), Stop> {
        typed.fits()?;
        let token_fits = self.known.as_ref().is_none_or(|known| {
            bool::from(known.csrf.as_bytes().ct_eq(typed.text("csrf").as_bytes()))
        });
        if self.visit.from_here && token_fits {
            Ok(())
        } else {
            Err(FormIsStale.into())
        }
    }

    /// Counts a form towards the measure of this hour.
    pub(crate) fn count_form(&self) -> Result<(), TooMany> {
        let known = self.known.as_ref().map(|known| known.member.id);
        self.house.count_form(&self.visit, known)
    }

    fn nav_of(&self, member: &Member) -> Vec<Nav> {
        let practices = self.house.practices.iter();
        let mut nav: Vec<Nav> = practices
            .flat_map(|practice| practice.nav(member, &self.network))
            .collect();
        nav.sort_by_key(|nav| nav.place);
        nav
    }

    /// The frame of a page.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        let tongue = self.tongue.clone();
        let said = self.visit.param("said").map(|key| format!("said-{key}"));
        let nav = match &self.known {
            Some(known) => self
                .nav_of(&known.member)
                .into_iter()
                .map(|nav| NavItem {
                    href: nav.href,
                    label: tongue.say(nav.label).to_owned(),
                    here: self.visit.path == nav.href
                        || self.visit.path.starts_with(&format!("{}/", nav.href)),
                })
                .collect(),
            None => Vec::new(),
        };
        Frame {
            title: title.into(),
            network: self.network.name.clone(),
            person: self.known.as_ref().map(|known| known.handle.clone()),
            csrf: self
                .known
                .as_ref()
                .map(|known| known.csrf.clone())
                .unwrap_or_default(),
            nav,
            demo: self.house.settings.demo.then(|| Demo {
                today: tongue.moment(self.now, &self.network.zone),
            }),
            posture: self.posture_line(),
            said: said
                .filter(|key| tongue.knows(key))
                .map(|key| tongue.say(&key).to_owned()),
            path: self.visit.path.clone(),
            quick_exit: self.house.settings.quick_exit.clone(),
            tongue,
        }
    }

    /// A page from its template.
    pub fn page(&self, template: &impl Template) -> Result<Reply, Stop> {
        self.page_with(200, template)
    }

    /// A page with a status of its own.
    pub fn page_with(&self, status: u16, template: &impl Template) -> Result<Reply, Stop> {
        reply::render(status, template)
    }

    /// Turns the end of a page or deed into what is sent: refusals, doors and faults become pages.
    pub fn settle(&mut self, done: Result<Reply, Stop>, typed: Option<&Typed>) -> Reply {
        let said = match done {
            Ok(reply) => return reply,
            Err(Stop::NotThere) => self.page_with(
                404,
                &reply::NotThere {
                    frame: self.frame(self.tongue.say("not-there-title")),
                },
            ),
            Err(Stop::SignIn) => return Reply::go("/sign-in"),
            Err(Stop::ProveAgain) => match typed {
                None => return Reply::go(prove_and_back(&self.visit.whole_path())),
                Some(typed) => self.page_with(
                    409,
                    &reply::ProveFirst {
                        frame: self.frame(self.tongue.say("prove-title")),
                        fields: typed.kept(),
                        again: self.visit.path.clone(),
                    },
                ),
            },
            Err(Stop::Refused(refusal)) => self.page_with(
                refusal.status(),
                &reply::Refused {
                    frame: self.frame(self.tongue.say("refused-title")),
                    sentence: self.tongue.message(&refusal.message()),
                    fields: typed.map(Typed::kept).unwrap_or_default(),
                    again: self.visit.path.clone(),
                },
            ),
            Err(Stop::Broken(error)) => {
                let reference = reply::log_fault(self.house, &error);
                self.page_with(
                    503,
                    &Broken {
                        frame: self.frame(self.tongue.say("broken-title")),
                        reference,
                        fields: typed.map(Typed::kept).unwrap_or_default(),
                    },
                )
            }
        };
        said.unwrap_or_else(|stop| reply::broken_without_a_room(self.house, &stop, None))
    }
}
