//! An address, and what answers there: pages and deeds as plain functions of a room.

use crate::{Reply, Room, Shared, Typed, Visit, headers, posture::StaysOpen};
use axum::{
    Extension,
    extract::{DefaultBodyLimit, Path, State},
    handler::Handler,
    routing::MethodRouter,
};
use store::Stop;

/// The most bytes a page with a file reads before it hangs up. What is larger than a file may be,
/// but less than this, is read to its end, so that its sender gets a sentence and not a broken line.
pub const UPLOAD_LIMIT: usize = 64_000_000;

/// One address and what answers there.
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path, with `{id}` and `{code}` where something stands in it.
    pub path: &'static str,
    /// What answers.
    pub serve: MethodRouter<Shared>,
    /// Whether it stays open in lockdown; see [`Route::stays_open`].
    pub stays_open: bool,
}

/// What a page does.
pub type Page = fn(&mut Room<'_>) -> Result<Reply, Stop>;
/// What a page of one thing does with what stands in its path.
pub type PageOf = fn(&mut Room<'_>, &str) -> Result<Reply, Stop>;
/// What a deed does with what was typed.
pub type Deed = fn(&mut Room<'_>, &Typed) -> Result<Reply, Stop>;
/// What a deed on one thing does.
pub type DeedOn = fn(&mut Room<'_>, &str, &Typed) -> Result<Reply, Stop>;

impl Route {
    /// A page.
    pub fn page(path: &'static str, page: Page) -> Self {
        Self::get(path, move |State(house): State<Shared>, visit: Visit| {
            house.show(visit, page)
        })
    }

    /// A page of the one thing that stands in the path.
    pub fn page_of(path: &'static str, page: PageOf) -> Self {
        Self::get(
            path,
            move |State(house): State<Shared>, visit: Visit, Path(of): Path<String>| {
                house.show(visit, move |room| page(room, &of))
            },
        )
    }

    /// A deed.
    pub fn deed(path: &'static str, deed: Deed) -> Self {
        Self::post(
            path,
            move |State(house): State<Shared>, visit: Visit, typed: Typed| {
                house.act(visit, typed, deed)
            },
        )
    }

    /// A deed on the one thing that stands in the path.
    pub fn deed_on(path: &'static str, deed: DeedOn) -> Self {
        Self::post(
            path,
            move |State(house): State<Shared>,
                  visit: Visit,
                  Path(on): Path<String>,
                  typed: Typed| {
                house.act(visit, typed, move |room, typed| deed(room, &on, typed))
            },
        )
    }

    /// A page with a script of ours. Nobody else's runs there, and without scripts it works too.
    pub fn page_with_script(path: &'static str, page: Page) -> Self {
        Self::get(
            path,
            move |State(house): State<Shared>, visit: Visit| async move {
                headers::with_our_script(house.show(visit, page).await)
            },
        )
    }

    /// A deed that needs more than a room, and shows such a page again where the answer is no.
    pub fn post_with_script<T: 'static>(
        path: &'static str,
        handler: impl Handler<T, Shared>,
    ) -> Self {
        let serve =
            axum::routing::post(handler).layer(axum::middleware::map_response(async |response| {
                headers::with_our_script(response)
            }));
        Self {
            method: "POST",
            path,
            serve,
            stays_open: false,
        }
    }

    /// The same, open in lockdown too (P29). Whatever does not say so is closed then, a new page
    /// included: what an ask needs, the phone tree, coming in, and leaving.
    #[must_use]
    pub fn stays_open(self) -> Self {
        Self {
            serve: self.serve.layer(Extension(StaysOpen)),
            stays_open: true,
            ..self
        }
    }

    /// A page whose answer needs more than a room.
    pub fn get<T: 'static>(path: &'static str, handler: impl Handler<T, Shared>) -> Self {
        Self {
            method: "GET",
            path,
            serve: axum::routing::get(handler),
            stays_open: false,
        }
    }

    /// A deed that brings a file, up to [`UPLOAD_LIMIT`] bytes.
    pub fn upload<T: 'static>(path: &'static str, handler: impl Handler<T, Shared>) -> Self {
        let serve = axum::routing::post(handler).layer(DefaultBodyLimit::max(UPLOAD_LIMIT));
        Self {
            method: "POST",
            path,
            serve,
            stays_open: false,
        }
    }

    /// A deed that needs more than a room.
    pub fn post<T: 'static>(path: &'static str, handler: impl Handler<T, Shared>) -> Self {
        Self {
            method: "POST",
            path,
            serve: axum::routing::post(handler),
            stays_open: false,
        }
    }
}
