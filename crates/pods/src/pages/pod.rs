//! A pod, for those who have a seat in it.

use crate::{
    deeds::{
        self,
        pods::{self as deed, Inside},
    },
    rules::{Choice, FEWEST, MOST, Pod, PodStage, PodTurn, Said},
    sight,
    tables::PodId,
};
use askama::Template;
use kernel::Audience;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

const AGREEMENTS_LENGTH: usize = 2000;
const CADENCE_LENGTH: usize = 200;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/pods/{id}", page),
        Route::deed_on("/pods/{id}/yes", yes),
        Route::deed_on("/pods/{id}/not-now", not_now),
        Route::deed_on("/pods/{id}/agree", agree),
        Route::deed_on("/pods/{id}/choose", choose),
        Route::deed_on("/pods/{id}/invite", invite),
        Route::deed_on("/pods/{id}/leave", leave),
    ]
}

/// Where a pod stands, in a sentence with its day.
pub(super) fn stage_key(pod: &Pod) -> &'static str {
    match pod.stage {
        PodStage::Forming => "pod-forming",
        PodStage::FormingAnew => "pod-forming-anew",
        PodStage::Meeting => "pod-meeting",
        PodStage::Choosing if pod.seats.len() < FEWEST => "pod-choosing-few",
        PodStage::Choosing => "pod-choosing",
    }
}

#[derive(Template)]
#[template(path = "pod.html")]
struct PodPage {
    frame: Frame,
    id: String,
    stands: String,
    people: Vec<String>,
    /// It forms, and my word is not said yet.
    asks_me: bool,
    /// A "not now" lets the whole grouping go, and nobody can tell who said it.
    silent: bool,
    said: Option<&'static str>,
    chooses: bool,
    can_renew: bool,
    /// I have been in it: I read what is in it, and leave it rather than say no to it.
    inside: bool,
    can_invite: bool,
    agreements: String,
    cadence: String,
    audience: AudienceLine,
}

fn pod_id(id: &str) -> Result<PodId, Stop> {
    PodId::parse(id).ok_or(Stop::NotThere)
}

/// What I said, in a sentence.
fn my_word(said: Said) -> Option<&'static str> {
    match said {
        Said::Nothing | Said::AskedIn => None,
        Said::Yes => Some("pod-said-yes"),
        Said::Renew => Some("pod-said-renew"),
        Said::Reshape => Some("pod-said-reshape"),
        Said::Close => Some("pod-said-close"),
    }
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = deeds::somebody_here(room)?;
    let Inside {
        row,
        pod,
        agreements,
        cadence,
    } = deed::inside(room, pod_id(id)?)?;
    let mut people = Vec::new();
    for seat in &pod.seats {
        let who = sight::pod(pod.seats.iter().map(|seat| seat.person));
        people.push(people::called_for(room, seat.person, who)?);
    }
    people.sort();
    let mine = pod.said_by(me.id).unwrap_or(Said::AskedIn);
    let inside = pod.is_open() && mine != Said::AskedIn;
    let tongue = room.tongue.clone();
    let read = |words: &kernel::Guarded<String>| {
        let seen = words.seen_by(&room.viewer);
        seen.cloned().unwrap_or_default()
    };
    room.page(&PodPage {
        id: row.id.to_string(),
        stands: tongue.tell(stage_key(&pod), &[("day", pod.by.into())]),
        people,
        silent: pod.stage == PodStage::Forming,
        asks_me: pod.forms() && mine != Said::Yes,
        said: my_word(mine),
        chooses: pod.stage == PodStage::Choosing,
        can_renew: pod.seats.len() >= FEWEST,
        inside,
        can_invite: inside
            && pod.stage == PodStage::FormingAnew
            && pod.seats.len() < MOST
            && me.standing.reads_as_member(),
        agreements: read(&agreements),
        cadence: read(&cadence),
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-pod"),
        frame: room.frame(tongue.say("pod-title")),
    })
}

fn back(id: &str, turn: &PodTurn, said: &str) -> Reply {
    match turn {
        PodTurn::On(_) => Reply::go(format!("/pods/{id}?said={said}")),
        PodTurn::Over => Reply::go("/pods?said=pod-over"),
    }
}

fn yes(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let turn = deed::accept(room, pod_id(id)?)?;
    let open = matches!(&turn, PodTurn::On(pod) if pod.stage == PodStage::Meeting);
    let said = if open { "pod-open" } else { "pod-yes" };
    Ok(back(id, &turn, said))
}

fn not_now(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let said = match deed::not_now(room, pod_id(id)?)? {
        PodTurn::Over => "pod-not-now",
        PodTurn::On(_) => "pod-left",
    };
    Ok(Reply::go(format!("/pods?said={said}")))
}

fn agree(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    // The door is looked at before what was typed.
    deed::mine(room, pod_id(id)?)?;
    let agreements = typed.at_most("agreements", AGREEMENTS_LENGTH)?;
    let cadence = typed.at_most("cadence", CADENCE_LENGTH)?;
    deed::agree(room, pod_id(id)?, (agreements, cadence))?;
    Ok(Reply::go(format!("/pods/{id}?said=saved")))
}

fn choose(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deed::mine(room, pod_id(id)?)?;
    let choice =
        Choice::parse(typed.text("choice")).ok_or(crate::rules::PodsRefusal::NotChoosing)?;
    let turn = deed::choose(room, pod_id(id)?, choice)?;
    // Whoever closed may have no seat any more.
    let said = if deed::mine(room, pod_id(id)?).is_ok() {
        back(id, &turn, "pod-chosen")
    } else {
        Reply::go("/pods?said=pod-over")
    };
    Ok(said)
}

fn invite(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deed::mine(room, pod_id(id)?)?;
    deed::invite(room, pod_id(id)?, typed.at_most("handle", 40)?)?;
    Ok(Reply::go(format!("/pods/{id}?said=pod-invited")))
}

fn leave(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::leave(room, pod_id(id)?)?;
    Ok(Reply::go("/pods?said=pod-left"))
}
