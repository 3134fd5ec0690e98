//! Acts that need two people.

use crate::{
    acts::{self, ActId, ActKind, ScopeNotUnderstood},
    rules::PeopleRefusal,
    sign_in, tables,
};
use askama::Template;
use kernel::{Audience, Day, Member, PersonId, Role};
use store::{Hold, Stop, add_hold, lift_hold};
use web::{AudienceLine, Frame, Item, Reply, Room, Route, TodayShare, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/two-people", page),
        Route::deed("/two-people", ask),
        Route::deed_on("/two-people/{id}/yes", yes),
    ]
}

struct Waiting {
    id: String,
    words: String,
    mine: bool,
}

#[derive(Template)]
#[template(path = "two_people.html")]
struct TwoPeople {
    frame: Frame,
    steward: bool,
    fresh: bool,
    waiting: Vec<Waiting>,
    word: Option<String>,
    audience: AudienceLine,
}

fn words(room: &mut Room<'_>, kind: ActKind, detail: &str) -> Result<String, Stop> {
    let key = match kind {
        ActKind::Export => "act-export",
        ActKind::Hold => "act-hold",
        ActKind::LiftHold => "act-lift-hold",
        ActKind::SignOut => return sign_out_words(room, detail),
        _ => return Ok(String::new()),
    };
    Ok(format!("{} {detail}", room.tongue.say(key))
        .trim()
        .to_owned())
}

/// Whom it is about stands as an id; whoever has left since then has no name.
fn sign_out_words(room: &mut Room<'_>, detail: &str) -> Result<String, Stop> {
    let handle = match PersonId::parse(detail) {
        Some(person) => {
            match tables::handle_of(room.conn, &room.house.vault, room.network.id, person) {
                Ok(handle) => handle.seen_by(&room.viewer).cloned().unwrap_or_default(),
                Err(Stop::NotThere) => String::new(),
                Err(other) => return Err(other),
            }
        }
        None => String::new(),
    };
    Ok(room
        .tongue
        .tell("act-sign-out-whom", &[("handle", handle.into())]))
}

/// For members; to anybody else there is no such page, whether or not something waits.
fn reads(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    if me.standing.reads_as_member() {
        Ok(me)
    } else {
        Err(Stop::NotThere)
    }
}

fn show(room: &mut Room<'_>, word: Option<String>) -> Result<Reply, Stop> {
    let me = reads(room)?;
    let steward = me.holds_any(Role::Steward);
    let waiting = if steward {
        acts::acts_waiting(room.conn, me.network, acts::HERE, room.now)?
    } else {
        vec![]
    };
    let waiting = waiting
        .into_iter()
        .map(|act| {
            Ok(Waiting {
                id: act.id.to_string(),
                words: words(room, act.kind, &act.detail)?,
                mine: act.asked_by == me.id,
            })
        })
        .collect::<Result<_, Stop>>()?;
    room.page(&TwoPeople {
        frame: room.frame(room.tongue.say("two-people-title")),
        steward,
        fresh: room.fresh().is_ok(),
        waiting,
        word,
        audience: AudienceLine::new(&room.tongue, Audience::Role, "audience-two-people"),
    })
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    show(room, None)
}

/// `aid 2026-03-01 2026-04-30`, as a form's three fields or as an act's detail.
fn scope(detail: &str) -> Result<Hold, ScopeNotUnderstood> {
    let mut parts = detail.split_whitespace();
    let mut next = || parts.next().ok_or(ScopeNotUnderstood);
    let circle = next()?.to_owned();
    let mut day = || Day::parse(next()?).ok_or(ScopeNotUnderstood);
    let (from_day, to_day) = (day()?, day()?);
    if from_day > to_day {
        Err(ScopeNotUnderstood)
    } else {
        Ok(Hold {
            circle,
            from_day,
            to_day,
        })
    }
}

fn ask(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let me = reads(room)?;
    if !me.holds_any(Role::Steward) {
        return Err(PeopleRefusal::StewardsOnly.into());
    }
    room.fresh()?;
    let kind = ActKind::parse(typed.text("kind")).ok_or(Stop::NotThere)?;
    let detail = match kind {
        ActKind::Export => {
            room.posture().exports_open(&room.network.zone)?;
            String::new()
        }
        ActKind::Hold | ActKind::LiftHold => {
            let detail = format!("aid {} {}", typed.text("from_day"), typed.text("to_day"));
            scope(&detail)?;
            detail
        }
        ActKind::SignOut => {
            let (vault, handle) = (&room.house.vault, typed.text("handle"));
            tables::person_with_handle(room.conn, vault, me.network, handle)?
                .ok_or(PeopleRefusal::NobodyCalledThat)?
                .to_string()
        }
        _ => return Err(Stop::NotThere),
    };
    acts::ask(room.conn, room.house, &me, (kind, &detail), room.now)?;
    Ok(Reply::go("/two-people?said=act-asked"))
}

fn yes(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let me = reads(room)?;
    // Before anything is looked for: what waits is for stewards to know.
    if !me.holds_any(Role::Steward) {
        return Err(PeopleRefusal::StewardsOnly.into());
    }
    room.fresh()?;
    let id = ActId::parse(id).ok_or(Stop::NotThere)?;
    let (act, word) = acts::second(room.conn, room.house, &me, id, room.now)?;
    match act.kind {
        ActKind::Export => {
            room.posture().exports_open(&room.network.zone)?;
            return show(room, Some(word));
        }
        ActKind::Hold => {
            let review = room.today.plus(90);
            let hold = scope(&act.detail)?;
            add_hold(room.conn, &*room.house.chance, me.network, &hold, review)?;
        }
        ActKind::LiftHold => {
            lift_hold(room.conn, me.network, &scope(&act.detail)?)?;
        }
        ActKind::SignOut => {
            let person = PersonId::parse(&act.detail).ok_or(Stop::NotThere)?;
            sign_in::close_all(room.conn, me.network, person)?;
            acts::forget_whom(room.conn, id)?;
        }
        _ => return Err(Stop::NotThere),
    }
    acts::done(room.conn, id, room.today)?;
    acts::tell(room.conn, room.house, &act)?;
    Ok(Reply::go("/two-people?said=act-done"))
}

/// On the Today page: acts of others that wait for a second steward.
pub(crate) fn today(room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if !member.holds_any(Role::Steward) {
        return Ok(share);
    }
    for act in acts::acts_waiting(room.conn, member.network, acts::HERE, room.now)? {
        if act.asked_by != member.id {
            let title = words(room, act.kind, &act.detail)?;
            let waits = room.tongue.say("act-waits-for-a-second").to_owned();
            share.ours.push(Item::new(title, waits, "/two-people"));
        }
    }
    Ok(share)
}
