//! The demo's own page: step in as anyone, and let a day go by.

use super::CIRCLES;
use super::cast::{CAST, PARTNERS, Persona};
use crate::{owners::DemoClock, timekeeping};
use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};
use kernel::{Member, Moment, PersonId};
use std::sync::Arc;
use store::{AnyConnection, Keeps, Stop};
use web::{
    ExportTable, Frame, House, Lang, Nav, NetworkFacts, Practice, Reply, Room, Route, Shared,
    TodayShare, Typed, Visit,
};

const DAY_SECONDS: i64 = 86_400;

/// Steps in as somebody; only in the demo is there such a thing.
pub(super) struct StepIn {
    pub clock: Arc<DemoClock>,
}

impl Practice for StepIn {
    fn routes(&self) -> Vec<Route> {
        let clock = self.clock.clone();
        vec![
            Route::page("/demo", page).stays_open(),
            Route::deed("/demo/as", step_in).stays_open(),
            Route::post("/demo/later", move |State(house), visit, typed| {
                later(clock, house, visit, typed)
            })
            .stays_open(),
        ]
    }

    fn sentences(&self, _: Lang) -> &'static str {
        // They stand among those of the way in.
        ""
    }

    fn nav(&self, _: &Member, _: &NetworkFacts) -> Vec<Nav> {
        Vec::new()
    }

    fn keeps(&self) -> Keeps {
        Keeps {
            lines: &[],
            sealed_tables: &[],
        }
    }

    fn timers(&self, _: &mut AnyConnection, _: &House, _: Moment) -> Result<usize, Stop> {
        Ok(0)
    }

    fn today(&self, _: &mut Room<'_>, _: &Member) -> Result<TodayShare, Stop> {
        Ok(TodayShare::default())
    }

    fn export(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        Ok(Vec::new())
    }

    fn export_network(&self, _: &mut AnyConnection, _: &House) -> Result<Vec<ExportTable>, Stop> {
        Ok(Vec::new())
    }

    fn forget(&self, _: &mut AnyConnection, _: &House, _: &web::Leaving) -> Result<(), Stop> {
        Ok(())
    }
}

struct PersonLine {
    handle: &'static str,
    words: String,
}

struct Group {
    name: String,
    people: Vec<PersonLine>,
}

#[derive(Template)]
#[template(path = "demo.html")]
struct DemoPage {
    frame: Frame,
    groups: Vec<Group>,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let group = |name: &str, belongs: &dyn Fn(&Persona) -> bool| Group {
        name: name.to_owned(),
        people: CAST
            .iter()
            .filter(|persona| belongs(persona))
            .map(|persona| PersonLine {
                handle: persona.handle,
                words: room.tongue.say(persona.who).to_owned(),
            })
            .collect(),
    };
    let circles = CIRCLES
        .iter()
        .map(|(kind, name, _)| group(name, &|persona| persona.circles.first() == Some(kind)));
    let partners = PARTNERS
        .iter()
        .map(|(short, name)| group(name, &|persona| persona.liaison_of == Some(*short)));
    let groups = circles.chain(partners).collect();
    room.page(&DemoPage {
        frame: room.frame(room.tongue.say("demo-step-in")),
        groups,
    })
}

fn step_in(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    if !room.house.settings.demo {
        return Err(Stop::NotThere);
    }
    let handle = typed.text("handle").to_owned();
    let (vault, network) = (&room.house.vault, room.network.id);
    let person =
        people::person_with_handle(room.conn, vault, network, &handle)?.ok_or(Stop::NotThere)?;
    let token = people::open_session(room.conn, room.house, person, room.now)?;
    let cookie = people::session_cookie(room.house, &token, people::SESSION_SECONDS);
    let back = web::way_back(typed.text("back"), "/today").to_owned();
    Ok(Reply::go(back).with_cookie(cookie))
}

async fn later(clock: Arc<DemoClock>, house: Shared, visit: Visit, typed: Typed) -> Response {
    let answer = house
        .clone()
        .act(visit, typed, |_, _| Ok(Reply::go("/demo?said=a-day-later")))
        .await;
    if answer.status() == StatusCode::SEE_OTHER {
        clock.move_on(DAY_SECONDS);
        timekeeping::minute(&house).await;
        timekeeping::errands(&house).await;
    }
    answer
}
