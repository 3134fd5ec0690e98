//! Whether the web would hold: the network's page, in sentences about the whole; and for whoever weaves,
//! its shape without names.

use crate::{
    deeds::{acts, picture},
    rules::{Picture, SMALLEST_CELL},
};
use askama::Template;
use kernel::{Audience, Role};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Tongue};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/network", page)]
}

#[derive(Template)]
#[template(path = "network.html")]
struct Page {
    frame: Frame,
    made: String,
    sentences: Vec<String>,
    stage: String,
    next: String,
    others: Vec<String>,
    weaves: bool,
    hanging: Vec<String>,
    dots: Vec<(u16, u16)>,
    lines: Vec<((u16, u16), (u16, u16))>,
    audience: AudienceLine,
    weaver_audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = acts(room)?;
    let (picture, made_on) = picture::last(room.conn, room.house)?.ok_or(Stop::NotThere)?;
    let tongue = room.tongue.clone();
    let weaves = me.holds_any(Role::Weaver);
    let (mut hanging, mut dots, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    let circles = picture::circles(room.conn, me.network)?;
    let mut sentences = sentences(&tongue, &picture);
    sentences.extend(beyond(&tongue, &picture, &circles));
    if weaves {
        for (one, other) in &picture.hanging {
            let (Some(one), Some(other)) = (circles.get(*one), circles.get(*other)) else {
                continue;
            };
            let (first, second) = (one.name.as_str(), other.name.as_str());
            let said = [
                ("one", first.min(second).into()),
                ("other", first.max(second).into()),
            ];
            hanging.push(tongue.tell("network-hanging", &said));
        }
        hanging.sort();
        let at = |dot: u32| picture.dots.get(dot as usize).copied();
        lines = picture
            .lines
            .iter()
            .filter_map(|(a, b)| Some((at(*a)?, at(*b)?)))
            .collect();
        // In the order of where they stand: the order in which they were counted says nothing here.
        lines.sort_unstable();
        dots.clone_from(&picture.dots);
        dots.sort_unstable();
    }
    let others = room.house.would_hold(room.conn, &tongue)?;
    room.page(&Page {
        frame: room.frame(tongue.say("network-title")),
        made: tongue.tell("network-made", &[("day", made_on.into())]),
        sentences,
        stage: tongue.say(stage(&picture)).to_owned(),
        next: tongue.say(what_next(&picture)).to_owned(),
        others,
        weaves,
        hanging,
        dots,
        lines,
        audience: AudienceLine::new(&tongue, Audience::Network, "audience-network"),
        weaver_audience: AudienceLine::new(&tongue, Audience::Role, "audience-weaver"),
    })
}

/// How far the ties of each circle reach beyond it, where no number in it is of fewer than five.
fn beyond(tongue: &Tongue, it: &Picture, circles: &[people::CircleRow]) -> Vec<String> {
    let mut all = Vec::new();
    for (number, beyond, ties) in &it.beyond {
        let told = *ties > 0 && may_be_said(*beyond) && may_be_said(ties - beyond);
        if let Some(circle) = circles.get(*number).filter(|_| told) {
            let said = [
                ("circle", circle.name.as_str().into()),
                ("n", whole(*beyond).into()),
                ("all", whole(*ties).into()),
            ];
            all.push(tongue.tell("network-beyond", &said));
        }
    }
    all.sort();
    all
}

fn stage(picture: &Picture) -> &'static str {
    match picture.stage.as_str() {
        "fragments" => "network-fragments",
        "single-hub" => "network-single-hub",
        "core-periphery" => "network-core-periphery",
        _ => "network-several-hubs",
    }
}

fn what_next(picture: &Picture) -> &'static str {
    match picture.stage.as_str() {
        "fragments" => "network-next-fragments",
        "single-hub" => "network-next-single-hub",
        "core-periphery" => "network-next-core-periphery",
        _ => "network-next-several-hubs",
    }
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A share of pairs, in whole hundredths.
fn hundredths((part, all): (u64, u64)) -> i64 {
    whole((part * 100 + all / 2).checked_div(all).unwrap_or(100))
}

/// A number that may be said: none, or five and more.
fn may_be_said(cell: u64) -> bool {
    cell == 0 || cell >= SMALLEST_CELL
}

/// The picture in sentences; what is about too few is left out.
fn sentences(tongue: &Tongue, it: &Picture) -> Vec<String> {
    let mut all = Vec::new();
    let people = [
        ("n", whole(it.together).into()),
        ("all", whole(it.people).into()),
    ];
    all.push(match it.together == it.people {
        true => tongue.tell("network-all-together", &people[1..]),
        false => tongue.tell("network-together", &people),
    });
    all.push(match it.links {
        0 => tongue.say("network-no-link").to_owned(),
        links => {
            let said = [
                ("n", whole(links).into()),
                ("part", whole(it.worst.0).into()),
                ("pairs", whole(it.worst.1).into()),
                ("percent", hundredths(it.worst).into()),
            ];
            let key = match it.worst.0 * 2 < it.worst.1 {
                true => "network-links-half",
                false => "network-links",
            };
            tongue.tell(key, &said)
        }
    });
    if it.introductions > 0 {
        let said = [("n", whole(it.introductions).into())];
        all.push(tongue.tell("network-introductions", &said));
    }
    if let Some(kappa) = it.cohesion.filter(|kappa| *kappa >= 2) {
        let said = [("n", whole(kappa).into())];
        all.push(tongue.tell("network-cohesion", &said));
    }
    if it.bridges > 0 {
        let said = [("n", whole(it.bridges).into())];
        all.push(tongue.tell("network-bridges", &said));
    }
    let three = [("percent", hundredths(it.three_away).into())];
    all.push(tongue.tell("network-three", &three));
    all.push(match it.centralisation > 50 {
        true => tongue.say("network-one-centre").to_owned(),
        false => tongue.say("network-spread").to_owned(),
    });
    let (across, ties) = it.across;
    if ties > 0 && may_be_said(across) && may_be_said(ties - across) {
        let said = [("percent", hundredths((across, ties)).into())];
        all.push(tongue.tell("network-across", &said));
    }
    if let Some(months) = it.half_after {
        all.push(tongue.tell("network-half", &[("n", whole(months).into())]));
    }
    let (over, left) = it.handed_over;
    if left > 0 && may_be_said(over) && may_be_said(left - over) {
        let said = [("n", whole(over).into()), ("all", whole(left).into())];
        all.push(tongue.tell("network-handed-over", &said));
    }
    all
}
