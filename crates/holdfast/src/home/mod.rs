//! The way in: the public page, Today, and what this server keeps. It holds nothing of anybody, so
//! it has nothing to hand over and nothing to let go of.

mod front;
mod health;
mod keeps;
mod runbook;
mod today;

use axum::{http::header, response::IntoResponse};
use kernel::{Member, Moment, PersonId};
use store::{AnyConnection, Keeps, Stop};
use web::{ExportTable, House, Lang, Nav, NetworkFacts, Practice, Room, Route, TodayShare};

/// The way in, as a practice.
pub struct Home;

impl Practice for Home {
    fn routes(&self) -> Vec<Route> {
        vec![
            Route::page("/", front::page).stays_open(),
            Route::page("/today", today::page),
            Route::page("/what-we-keep", keeps::page).stays_open(),
            Route::page("/what-we-keep/circles", keeps::circles).stays_open(),
            Route::page("/health", health::page),
            Route::deed("/health/drill", health::drill),
            Route::page("/runbook", runbook::page),
            Route::page("/closing-plan", runbook::closing),
            Route::get("/alive", alive).stays_open(),
        ]
    }

    fn sentences(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => include_str!("../../locales/en.ftl"),
            Lang::Es => include_str!("../../locales/es.ftl"),
        }
    }

    fn nav(&self, _: &Member, _: &NetworkFacts) -> Vec<Nav> {
        vec![Nav {
            href: "/today",
            label: "nav-today",
            place: 1,
        }]
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

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        health::today(room, member)
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

/// For whatever watches over the process.
async fn alive() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        "ok\n",
    )
}
