//! How this practice is part of Holdfast.

use crate::{
    keeps, pages,
    rules::AskId,
    schema::{asks, complaints, handovers, offers},
    tables, timers,
};
use diesel::prelude::*;
use kernel::{Audience, Member, Moment, PersonId, Role};
use store::{AnyConnection, ERASED, Keeps, Stop, set_fact};
use web::{
    AnswerWord, AtOnceKind, ExportTable, GoesQuiet, Held, House, LaidDown, Lang, Leaving, Nav,
    NetworkFacts, Practice, Quiet, Room, Route, TodayShare, Tongue,
};

/// Asks, as a practice.
pub struct Asks;

/// Before the id of an ask, where somebody holds or answers it.
pub(crate) const HELD_ASK: &str = "ask:";

/// Whether something of an ask is still to be done by whoever claimed it.
pub(crate) fn is_held(stage: tables::StageWord) -> bool {
    matches!(
        stage,
        tables::StageWord::Claimed | tables::StageWord::Arranged
    )
}

/// It stands on the board again, without a word.
fn back_to_board(ask: &mut tables::AskRow, now: Moment) {
    ask.stage = tables::StageWord::Open;
    ask.stage_since = now;
    ask.plan = None;
}

impl Practice for Asks {
    fn routes(&self) -> Vec<Route> {
        pages::routes()
    }

    fn sentences(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => concat!(
                include_str!("../locales/en.ftl"),
                "\n",
                include_str!("../../sheets/locales/en.ftl"),
                "\n",
                include_str!("../../lots/locales/en.ftl"),
            ),
            Lang::Es => concat!(
                include_str!("../locales/es.ftl"),
                "\n",
                include_str!("../../sheets/locales/es.ftl"),
                "\n",
                include_str!("../../lots/locales/es.ftl"),
            ),
        }
    }

    fn nav(&self, member: &Member, network: &NetworkFacts) -> Vec<Nav> {
        let mut nav = Vec::new();
        if member.standing.reads_as_member() {
            nav.push(Nav {
                href: "/asks",
                label: "nav-asks",
                place: 2,
            });
        }
        let holds = |role| member.holds(role, network.aid);
        if holds(Role::Intake) || holds(Role::Shift) {
            nav.push(Nav {
                href: "/shift",
                label: "nav-shift",
                place: 3,
            });
        }
        if !member.liaison_of.is_empty() {
            nav.push(Nav {
                href: "/referred",
                label: "nav-referred",
                place: 4,
            });
        }
        nav
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
        timers::run(conn, house, now)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        pages::today(room, member)
    }

    fn hear_answer(
        &self,
        room: &mut Room<'_>,
        about: &str,
        word: AnswerWord,
    ) -> Result<bool, Stop> {
        pages::hear(room, about, word)
    }

    fn would_hold(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        tongue: &Tongue,
    ) -> Result<Vec<String>, Stop> {
        pages::would_hold(conn, house, tongue)
    }

    fn tells_at_once(&self) -> &'static [AtOnceKind] {
        &[AtOnceKind::ClaimedAsk]
    }

    /// What they said "I can" to and have not done yet.
    fn held(&self, room: &mut Room<'_>, by: PersonId) -> Result<Vec<Held>, Stop> {
        pages::held(room, by)
    }

    fn lay_down(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        what: &LaidDown<'_>,
    ) -> Result<bool, Stop> {
        let Some(id) = what.id.strip_prefix(HELD_ASK).and_then(AskId::parse) else {
            return Ok(false);
        };
        let theirs = tables::claimed_by(conn, house.network().id, what.from)?;
        let Some(mut ask) = theirs
            .into_iter()
            .find(|ask| ask.id == id && is_held(ask.stage))
        else {
            return Ok(false);
        };
        back_to_board(&mut ask, house.now());
        ask.claimer_id = None;
        diesel::update(asks::table.find(ask.id))
            .set(&ask)
            .execute(conn)?;
        Ok(true)
    }

    /// What they offered stands for whoever is there to be asked.
    fn hear_quiet(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        who: GoesQuiet,
    ) -> Result<(), Stop> {
        if who.why == Quiet::Leaves {
            let theirs = offers::network_id
                .eq(house.network().id)
                .and(offers::person_id.eq(who.person));
            diesel::delete(offers::table.filter(theirs)).execute(conn)?;
        }
        Ok(())
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network();
        let mut rows = Vec::new();
        for offer in tables::offers_of(conn, network.id, person)? {
            let words =
                offer
                    .key(&house.vault)?
                    .open_some(offer.row(), "words", offer.words.as_ref())?;
            rows.push(vec![
                offer.kind.as_str().to_owned(),
                offer.area.clone(),
                offer.language.clone(),
                words.unwrap_or_default(),
                offer.until_day.to_string(),
            ]);
        }
        // What a neighbour asked is theirs: only that this person said "I can", not what was said.
        let mine = tables::claimed_by(conn, network.id, person)?
            .into_iter()
            .map(|ask| vec![ask.code, ask.stage.as_str().to_owned()])
            .collect();
        Ok(vec![
            ExportTable {
                name: "my-offers",
                columns: vec![
                    ("kind", Audience::SelfOnly),
                    ("area", Audience::SelfOnly),
                    ("language", Audience::SelfOnly),
                    ("words", Audience::SelfOnly),
                    ("until", Audience::SelfOnly),
                ],
                rows,
            },
            ExportTable {
                name: "asks-i-said-i-can-to",
                columns: vec![("code", Audience::Named), ("stage", Audience::Named)],
                rows: mine,
            },
        ])
    }

    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network();
        let mut rows = Vec::new();
        for ask in tables::everything(conn, network.id)? {
            let key = ask.key(&house.vault)?;
            let open = |column: &str, sealed: &Option<store::Sealed>| {
                key.open_some(ask.row(), column, sealed.as_ref())
                    .map(Option::unwrap_or_default)
            };
            rows.push(vec![
                ask.code.clone(),
                ask.stage.as_str().to_owned(),
                network.zone.day_of(ask.received_at).to_string(),
                ask.by_day().map(|day| day.to_string()).unwrap_or_default(),
                ask.area.clone(),
                ask.kind.as_str().to_owned(),
                ask.language.as_str().to_owned(),
                key.open(ask.row(), "words", &ask.words)?,
                open("published", &ask.published)?,
                open("contact", &ask.contact)?,
                tables::place_text(conn, &house.vault, &ask)?.unwrap_or_default(),
                open("plan", &ask.plan)?,
                open("answer", &ask.answer)?,
            ]);
        }
        let counts = tables::kept_counts(conn, network.id)?;
        let changes = tables::changes(conn, network.id)?;
        let (shift, named) = (Audience::Role, Audience::Named);
        Ok(vec![
            ExportTable {
                name: "asks",
                columns: vec![
                    ("code", shift),
                    ("stage", shift),
                    ("received_on", shift),
                    ("by_when", Audience::Network),
                    ("area", Audience::Network),
                    ("kind", Audience::Network),
                    ("language", shift),
                    ("words", named),
                    ("published", Audience::Network),
                    ("contact", named),
                    ("place", named),
                    ("plan", named),
                    ("answer", shift),
                ],
                rows,
            },
            ExportTable {
                name: "ask-counts",
                columns: vec![
                    ("month", Audience::Public),
                    ("kind", Audience::Public),
                    ("area", Audience::Public),
                    ("asks", Audience::Public),
                ],
                rows: counts
                    .into_iter()
                    .map(|(month, kind, area, n)| vec![month, kind, area, n.to_string()])
                    .collect(),
            },
            ExportTable {
                name: "we-changed",
                columns: vec![("on", Audience::Public), ("words", Audience::Public)],
                rows: changes
                    .into_iter()
                    .map(|c| vec![c.on_day.to_string(), c.words])
                    .collect(),
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
        let now = house.now();
        // What they had said "I can" to goes back to the board, without a word.
        for mut ask in tables::claimed_by(conn, network, person)? {
            if ask.is_with_its_claimer() && ask.stage != tables::StageWord::SaidDone {
                back_to_board(&mut ask, now);
            }
            ask.claimer_id = None;
            diesel::update(asks::table.find(ask.id))
                .set(&ask)
                .execute(conn)?;
        }
        diesel::update(asks::table.filter(asks::network_id.eq(network)))
            .filter(asks::recorded_by.eq(person))
            .set(asks::recorded_by.eq(None::<PersonId>))
            .execute(conn)?;
        diesel::delete(
            offers::table.filter(
                offers::network_id
                    .eq(network)
                    .and(offers::person_id.eq(person)),
            ),
        )
        .execute(conn)?;
        diesel::delete(
            handovers::table
                .filter(
                    handovers::network_id
                        .eq(network)
                        .and(handovers::written_by.eq(person)),
                )
                .filter(handovers::confirmed.eq(true)),
        )
        .execute(conn)?;
        set_fact(conn, network, ERASED, "yes")?;
        let complaints_here = complaints::network_id.eq(network);
        diesel::update(complaints::table.filter(complaints_here))
            .filter(complaints::hearer_id.eq(person))
            .set(complaints::hearer_id.eq(None::<PersonId>))
            .execute(conn)?;
        diesel::update(complaints::table.filter(complaints_here))
            .filter(complaints::not_by.eq(person))
            .set(complaints::not_by.eq(None::<PersonId>))
            .execute(conn)?;
        Ok(())
    }
}
