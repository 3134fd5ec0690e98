//! One's buddies, one's pod or the wish for one, and what the network knows of pods.

use super::buddies;
use crate::{
    deeds::{self, matching},
    rules::WISH_LENGTH,
    tables::{self, PodRow},
};
use askama::Template;
use kernel::{Audience, Day, Member, PersonId, Who};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

/// A number of people is said from this many on (N12).
const ENOUGH: usize = 5;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/pods", page),
        Route::deed("/pods/wish", wish),
        Route::deed("/pods/wish/back", wish_back),
    ]
}

#[derive(Template)]
#[template(path = "pods.html")]
struct Home {
    frame: Frame,
    member: bool,
    pairs: Vec<buddies::Line>,
    pod: Option<String>,
    pod_words: String,
    wished: Option<String>,
    not_with: String,
    can_wish: bool,
    matcher: String,
    matches: bool,
    names: bool,
    many: Option<String>,
    buddy_audience: AudienceLine,
    wish_audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::somebody_here(room)?;
    let tongue = room.tongue.clone();
    let member = me.standing.reads_as_member();
    let pod = tables::pod_of(room.conn, me.network, me.id)?;
    let pod_words = match &pod {
        Some(row) => pod_line(room, row)?,
        None => String::new(),
    };
    let matcher = matching::matcher(room)?;
    let matches = matcher.is_some_and(|(person, _)| person == me.id);
    let (wished, not_with) = own_wish(room, &me)?;
    let many = match member {
        true => how_many(room)?,
        false => None,
    };
    let home = Home {
        pairs: buddies::lines(room, &me)?,
        not_with,
        can_wish: pod.is_none() && !matches,
        pod: pod.map(|row| row.id.to_string()),
        pod_words,
        wished,
        matcher: matcher_line(room, member, matcher)?,
        matches,
        names: matching::names_the_matcher(room).is_ok(),
        many,
        member,
        buddy_audience: AudienceLine::new(&tongue, Audience::Named, "audience-buddies"),
        wish_audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-pod-wish"),
        frame: room.frame(tongue.say("pods-title")),
    };
    room.page(&home)
}

/// A pod in a line, for whoever has a seat in it.
fn pod_line(room: &mut Room<'_>, row: &PodRow) -> Result<String, Stop> {
    let pod = tables::as_ruled(room.conn, row)?;
    let key = super::pod::stage_key(&pod);
    Ok(room.tongue.tell(key, &[("day", row.ends_on.into())]))
}

/// One's own wish: until when, and whom please not with.
fn own_wish(room: &mut Room<'_>, me: &Member) -> Result<(Option<String>, String), Stop> {
    let Some(row) = tables::wish_of(room.conn, me.network, (me.id, room.today))? else {
        return Ok((None, String::new()));
    };
    let names = matching::not_with(room.house, &row)?;
    let names = names
        .seen_by(&room.viewer)
        .map(|names| names.join("\n"))
        .unwrap_or_default();
    let said = [("day", row.ends_on.into())];
    Ok((Some(room.tongue.tell("pods-wished", &said)), names))
}

/// That pods exist, and how many where enough people are in them.
fn how_many(room: &mut Room<'_>) -> Result<Option<String>, Stop> {
    let (pods, people) = tables::how_many(room.conn, room.network.id)?;
    let said = (people >= ENOUGH).then(|| room.tongue.tell("pods-many", &[("n", pods.into())]));
    Ok(said)
}

/// Who matches pods: by name for members, who know the names here.
fn matcher_line(
    room: &mut Room<'_>,
    member: bool,
    matcher: Option<(PersonId, Day)>,
) -> Result<String, Stop> {
    let Some((person, until)) = matcher else {
        return Ok(room.tongue.say("pods-no-matcher").to_owned());
    };
    if !member {
        return Ok(room.tongue.say("pods-matcher-there").to_owned());
    }
    let handle = people::called_for(room, person, Who::Network(room.network.id))?;
    let said = [("handle", handle.into()), ("day", until.into())];
    Ok(room.tongue.tell("pods-matcher-is", &said))
}

fn wish(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::somebody_here(room)?;
    matching::wish(room, typed.at_most("not_with", WISH_LENGTH)?)?;
    Ok(Reply::go("/pods?said=pods-wished"))
}

fn wish_back(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    matching::wish_no_more(room)?;
    Ok(Reply::go("/pods?said=pods-wish-back"))
}
