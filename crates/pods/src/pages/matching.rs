//! Matching: for the one who matches, and for those who name them.

use crate::deeds::matching as deed;
use askama::Template;
use kernel::{Audience, Day, PersonId, Who};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/pods/matching", page),
        Route::deed("/pods/matching", group),
        Route::page("/pods/matcher", matcher_page),
        Route::deed("/pods/matcher", name),
        Route::deed("/pods/matcher/end", end),
    ]
}

/// Somebody who would like a pod.
struct Candidate {
    id: String,
    name: String,
    ticked: bool,
}

#[derive(Template)]
#[template(path = "pods_matching.html")]
struct Matching {
    frame: Frame,
    candidates: Vec<Candidate>,
    left: usize,
    cannot: Option<String>,
    audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    show(room, &[], None)
}

fn show(room: &mut Room<'_>, ticked: &[PersonId], cannot: Option<String>) -> Result<Reply, Stop> {
    let candidates = deed::candidates(room)?
        .into_iter()
        .filter_map(|(id, name)| {
            Some(Candidate {
                id: id.to_string(),
                name: name.seen_by(&room.viewer)?.clone(),
                ticked: ticked.contains(&id),
            })
        })
        .collect();
    let left = deed::tries_left(room)?;
    let tongue = room.tongue.clone();
    room.page(&Matching {
        frame: room.frame(tongue.say("pods-matching-title")),
        candidates,
        left,
        cannot,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-pods-matching"),
    })
}

fn group(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let people: Vec<PersonId> = typed.all("person").filter_map(PersonId::parse).collect();
    match deed::group(room, &people)? {
        Some(_) => Ok(Reply::go("/pods/matching?said=pods-proposed")),
        None => {
            // No status of a refusal: that it was tried counts, and a refusal would undo it.
            let cannot = room.tongue.say("pods-cannot-form").to_owned();
            show(room, &people, Some(cannot))
        }
    }
}

#[derive(Template)]
#[template(path = "pods_matcher.html")]
struct MatcherPage {
    frame: Frame,
    now: Option<String>,
    today: String,
    audience: AudienceLine,
}

fn matcher_page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    deed::names_the_matcher(room)?;
    let now = match deed::matcher(room)? {
        Some((person, until)) => {
            let handle = people::called_for(room, person, Who::Network(room.network.id))?;
            let said = [("handle", handle.into()), ("day", until.into())];
            Some(room.tongue.tell("pods-matcher-is", &said))
        }
        None => None,
    };
    let tongue = room.tongue.clone();
    room.page(&MatcherPage {
        frame: room.frame(tongue.say("pods-matcher-title")),
        now,
        today: room.today.to_string(),
        audience: AudienceLine::new(&tongue, Audience::Network, "audience-pods-matcher"),
    })
}

fn name(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deed::names_the_matcher(room)?;
    let handle = typed.at_most("handle", 40)?;
    deed::name(room, handle, Day::parse(typed.text("until")))?;
    Ok(Reply::go("/pods/matcher?said=saved"))
}

fn end(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    deed::end(room)?;
    Ok(Reply::go("/pods?said=pods-matching-ended"))
}
