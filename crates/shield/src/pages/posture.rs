//! How the network stands, in plain words for anybody; asking and saying yes for those who may.

use crate::{
    deeds::posture as deeds,
    rules::{Signer, Stands},
    tables,
};
use askama::Template;
use kernel::{Audience, Member};
use people::{ActId, ActKind, ActRow};
use store::Stop;
use web::{AudienceLine, Frame, Posture, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/posture", page).stays_open(),
        Route::deed("/posture", ask).stays_open(),
        Route::deed_on("/posture/{id}/yes", yes).stays_open(),
    ]
}

struct Waiting {
    id: String,
    words: String,
    mine: bool,
}

#[derive(Template)]
#[template(path = "posture.html")]
struct PosturePage {
    frame: Frame,
    stands: String,
    careful: bool,
    locked: bool,
    /// Whether the viewer may ask and say yes.
    acts: bool,
    member: bool,
    waiting: Vec<Waiting>,
    may_guard: bool,
    may_lock: bool,
    may_hold: bool,
    may_step_down: bool,
    audience: AudienceLine,
}

/// What an act is, in words.
pub(super) fn act_words(room: &Room<'_>, act: &ActRow) -> String {
    let tongue = &room.tongue;
    match act.kind {
        ActKind::Guard => tongue.say("posture-act-guard").to_owned(),
        ActKind::Lockdown => tongue.say("posture-act-lock").to_owned(),
        ActKind::HoldLockdown => {
            let days: i64 = act.detail.parse().unwrap_or_default();
            tongue.tell("posture-act-hold", &[("n", days.into())])
        }
        _ => tongue.say("posture-act-step-down").to_owned(),
    }
}

fn stands_words(room: &Room<'_>) -> String {
    let (tongue, zone) = (&room.tongue, &room.network.zone);
    match room.posture() {
        Posture::Open => tongue.say("posture-is-open").to_owned(),
        Posture::Guarded { until } => {
            tongue.tell("posture-is-guarded", &[("day", zone.day_of(until).into())])
        }
        Posture::Lockdown { until } => tongue.tell(
            "posture-is-lockdown",
            &[("when", tongue.moment(until, zone).into())],
        ),
    }
}

/// Those who may ask and say yes.
pub(super) fn acts(me: &Member) -> Option<Signer> {
    let signer = Signer::from(me);
    (me.standing.reads_as_member() && (signer.steward || signer.host)).then_some(signer)
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.known.as_ref().map(|known| known.member.clone());
    let signer = me.as_ref().and_then(acts);
    let waiting = match (&signer, &me) {
        (Some(_), Some(me)) => deeds::waiting(room)?
            .iter()
            .map(|act| Waiting {
                id: act.id.to_string(),
                words: act_words(room, act),
                mine: act.asked_by == me.id,
            })
            .collect(),
        _ => Vec::new(),
    };
    let stands: Stands = tables::stands(room.conn, room.network.id)?;
    let now = room.now;
    let may = |rule: &dyn Fn(&Signer) -> bool| signer.as_ref().is_some_and(rule);
    let posture = room.posture();
    room.page(&PosturePage {
        frame: room.frame(room.tongue.say("posture-title")),
        stands: stands_words(room),
        careful: posture.is_careful(),
        locked: matches!(posture, Posture::Lockdown { .. }),
        acts: signer.is_some(),
        member: me.is_some_and(|me| me.standing.reads_as_member()),
        waiting,
        may_guard: may(&|by| stands.may_guard(by).is_ok()),
        may_lock: may(&|by| stands.may_lock(by, now).is_ok()),
        may_hold: may(&|by| stands.may_hold(by, now).is_ok()),
        may_step_down: may(&|by| stands.may_step_down(by, now).is_ok()),
        audience: AudienceLine::new(&room.tongue, Audience::Role, "audience-posture"),
    })
}

/// Stewards and hosts; for anybody else there is nothing to ask here.
fn acting(room: &Room<'_>) -> Result<(), Stop> {
    match acts(&room.member()?) {
        Some(_) => Ok(()),
        None => Err(Stop::NotThere),
    }
}

fn ask(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    acting(room)?;
    let kind = ActKind::parse(typed.text("kind")).ok_or(Stop::NotThere)?;
    deeds::ask(room, kind, typed.text("days"))?;
    Ok(Reply::go("/posture?said=posture-asked"))
}

fn yes(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    acting(room)?;
    let id = ActId::parse(id).ok_or(Stop::NotThere)?;
    if deeds::second(room, id)? {
        // Everybody's session has ended, this one too.
        let gone = people::session_cookie(room.house, "", 0);
        return Ok(Reply::go("/sign-in?said=lockdown").with_cookie(gone));
    }
    Ok(Reply::go("/posture?said=posture-done"))
}
