//! Alerts: who sees one depends on what they are to it.

use crate::{
    deeds::{
        alert::{self as deed, LINE_LIMIT, Near},
        lane::acts,
    },
    rules::{AlertId, AlertStage, Does},
    tables::{self, AlertRow, Goes},
};
use askama::Template;
use kernel::{Audience, Guarded, Member};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/alerts", list),
        Route::page("/alerts/new", new),
        Route::deed("/alerts", report),
        Route::deed("/alerts/offer", offer),
        Route::page_of("/alerts/{id}", page),
        Route::deed_on("/alerts/{id}/ask", ask),
        Route::deed_on("/alerts/{id}/go", go),
        Route::deed_on("/alerts/{id}/found", found),
        Route::deed_on("/alerts/{id}/tell", tell),
    ]
}

struct Line {
    id: String,
    title: String,
    words: String,
}

#[derive(Template)]
#[template(path = "alerts.html")]
struct List {
    frame: Frame,
    lines: Vec<Line>,
    hears: bool,
    looks: bool,
    until: String,
    audience: AudienceLine,
}

/// "What, where", as this viewer reads it.
pub(super) fn title(room: &Room<'_>, me: &Member, row: &AlertRow) -> Result<String, Stop> {
    let key = row.key(&room.house.vault)?;
    let activity = key.open(row.row(), "activity", &row.activity)?;
    let place = key.open(row.row(), "place", &row.place)?;
    let title = Guarded::new(format!("{activity}, {place}"), deed::reader(me));
    Ok(title.seen_by(&room.viewer).cloned().unwrap_or_default())
}

pub(super) fn stage(stage: AlertStage) -> &'static str {
    match stage {
        AlertStage::Reported => "alert-reported",
        AlertStage::Asked => "alert-asked",
        AlertStage::Verifying => "alert-verifying",
        AlertStage::Confirmed => "alert-confirmed",
        AlertStage::Uncertain => "alert-uncertain",
        AlertStage::Cleared => "alert-cleared",
    }
}

fn list(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = acts(room)?;
    let mut lines = Vec::new();
    for row in tables::alerts_here(room.conn, me.network, room.now)? {
        if deed::near(room, &me, &row)?.is_none() {
            continue;
        }
        lines.push(Line {
            id: row.id.to_string(),
            title: title(room, &me, &row)?,
            words: room.tongue.say(stage(row.stage)).to_owned(),
        });
    }
    let hears = deed::does(room, me.id, Does::Hears)?;
    let looks = deed::does(room, me.id, Does::Looks)?;
    let of = (me.network, room.today);
    let ears = tables::ears(room.conn, &room.house.vault, of)?;
    let until = ears.iter().find(|ear| ear.person == me.id);
    let tongue = room.tongue.clone();
    room.page(&List {
        frame: room.frame(tongue.say("alerts-title")),
        lines,
        hears,
        looks,
        until: until.map_or(String::new(), |ear| {
            tongue.tell("alerts-until", &[("day", ear.is.1.into())])
        }),
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-alert-offer"),
    })
}

#[derive(Template)]
#[template(path = "alert_new.html")]
struct New {
    frame: Frame,
    limit: usize,
    audience: AudienceLine,
    reporter_audience: AudienceLine,
}

fn new(room: &mut Room<'_>) -> Result<Reply, Stop> {
    acts(room)?;
    let tongue = room.tongue.clone();
    room.page(&New {
        frame: room.frame(tongue.say("alert-new-title")),
        limit: LINE_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-alert"),
        reporter_audience: AudienceLine::new(&tongue, Audience::Role, "audience-alert-reporter"),
    })
}

#[derive(Template)]
#[template(path = "alert.html")]
struct Page {
    frame: Frame,
    id: String,
    stands: String,
    when: String,
    shape: Vec<(String, String)>,
    reporter: String,
    found: String,
    /// Asked, and has not said whether they go.
    asked: bool,
    went: bool,
    may_ask: bool,
    may_tell: bool,
    told: bool,
    limit: usize,
    audience: AudienceLine,
}

fn id_of(id: &str) -> Result<AlertId, Stop> {
    AlertId::parse(id).ok_or(Stop::NotThere)
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let (me, row, near) = deed::read(room, id_of(id)?)?;
    let key = row.key(&room.house.vault)?;
    let at = row.row();
    let tongue = room.tongue.clone();
    let mut shape = Vec::new();
    let lines = [
        ("alert-size", "size", row.size.as_ref()),
        ("alert-activity", "activity", Some(&row.activity)),
        ("alert-place", "place", Some(&row.place)),
        ("alert-unit", "unit", row.unit.as_ref()),
        ("alert-seen", "seen", row.seen.as_ref()),
        ("alert-gear", "gear", row.gear.as_ref()),
    ];
    for (label, column, sealed) in lines {
        let text = Guarded::new(key.open_some(at, column, sealed)?, deed::reader(&me));
        if let Some(text) = text.seen_by(&room.viewer).cloned().flatten() {
            shape.push((tongue.say(label).to_owned(), text));
        }
    }
    let reporter = match near {
        Near::Line => key.open_some(at, "reporter", row.reporter.as_ref())?,
        Near::Looker(_) | Near::Hears => None,
    };
    let found = key.open_some(at, "found", row.found.as_ref())?;
    let found = Guarded::new(found, deed::reader(&me));
    let found = found.seen_by(&room.viewer).cloned().flatten();
    let line = near == Near::Line;
    let title = title(room, &me, &row)?;
    let over = row.stage == AlertStage::Cleared;
    room.page(&Page {
        id: row.id.to_string(),
        stands: tongue.say(stage(row.stage)).to_owned(),
        when: tongue.moment(row.reported_at, &room.network.zone),
        shape,
        reporter: reporter.unwrap_or_default(),
        found: found.unwrap_or_default(),
        asked: near == Near::Looker(Goes::Open) && !over,
        went: near == Near::Looker(Goes::Yes) && !over,
        may_ask: line && !over && row.stage != AlertStage::Confirmed,
        may_tell: line && row.stage == AlertStage::Confirmed,
        told: row.told.is_so(),
        limit: LINE_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-alert"),
        frame: room.frame(title),
    })
}

fn report(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let me = acts(room)?;
    let id = deed::report(room, typed)?;
    // Whoever does not answer the line has handed it on, and reads no more of it.
    Ok(match deed::answers_the_line(&me) {
        true => Reply::go(format!("/alerts/{id}?said=alert-reported")),
        false => Reply::go("/alerts?said=alert-reported"),
    })
}

fn offer(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deed::offer(room, typed)?;
    Ok(Reply::go("/alerts?said=saved"))
}

fn ask(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::ask(room, id)?;
    Ok(Reply::go(format!("/alerts/{id}?said=saved")))
}

fn go(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::go(room, id)?;
    Ok(Reply::go(format!("/alerts/{id}?said=saved")))
}

fn found(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::found(room, id, typed)?;
    Ok(Reply::go(format!("/alerts/{id}?said=saved")))
}

fn tell(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::tell_all(room, id)?;
    Ok(Reply::go(format!("/alerts/{id}?said=alert-told")))
}
