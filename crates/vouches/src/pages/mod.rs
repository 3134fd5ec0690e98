//! The page of a space that takes vouches; for those inside it alone.

use crate::{
    deeds::{self, WORDS_LIMIT},
    rules::{
        DONE_TOGETHER, EntryId, EntryStage, KNOWN_MONTHS, VouchId, VouchStage, is_independent,
    },
    sight, tables,
};
use askama::Template;
use kernel::{Audience, CircleId, Guarded};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::page("/spaces", list),
        Route::deed("/spaces", open),
        Route::page_of("/spaces/{id}", page),
        Route::deed_on("/spaces/{id}/vouch", vouch),
        Route::deed_on("/vouches/{id}/withdraw", withdraw),
        Route::deed_on("/ways-in/{id}/ask", ask),
        Route::deed_on("/ways-in/{id}/welcome", welcome),
    ]
}

#[derive(Template)]
#[template(path = "spaces.html")]
struct List {
    frame: Frame,
    spaces: Vec<(CircleId, String)>,
    /// Circles I look after that take none.
    others: Vec<(CircleId, String)>,
}

fn list(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let (mut spaces, mut others) = (Vec::new(), Vec::new());
    for (circle, name) in people::my_circles(room, &me)? {
        if tables::space_of(room.conn, me.network, circle)?.is_some() {
            spaces.push((circle, name));
        } else if people::looks_after(room.conn, &me, circle, room.now)? {
            others.push((circle, name));
        }
    }
    room.page(&List {
        frame: room.frame(room.tongue.say("spaces-title")),
        spaces,
        others,
    })
}

struct Vouch {
    id: String,
    by: String,
    basis: String,
    mine: bool,
}

struct Entry {
    id: String,
    name: String,
    says: String,
    vouches: Vec<Vouch>,
    may_ask: bool,
    asked: String,
    may_welcome: bool,
}

#[derive(Template)]
#[template(path = "space.html")]
struct Page {
    frame: Frame,
    id: String,
    entries: Vec<Entry>,
    /// Whom to talk with, because somebody took a vouch back.
    talks: Vec<String>,
    words_limit: usize,
    months: String,
    together: String,
    audience: AudienceLine,
}

fn circle_of(id: &str) -> Result<CircleId, Stop> {
    CircleId::parse(id).ok_or(Stop::NotThere)
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let id = circle_of(id)?;
    let (me, _) = deeds::inside(room, id)?;
    let circle = people::circle(room.conn, me.network, id)?;
    let (space, all) = deeds::space(room.conn, room.house, id)?;
    let tongue = room.tongue.clone();
    let (mut entries, mut talks) = (Vec::new(), Vec::new());
    let of = (me.network, Some(id));
    for (row, person) in tables::entries_of(room.conn, &room.house.vault, of)? {
        let name = people::called_for(room, person, sight::space(id))?;
        let back = all
            .iter()
            .any(|one| one.whom == person && one.row.stage == VouchStage::Withdrawn);
        if back {
            talks.push(tongue.tell("vouch-talk", &[("name", name.as_str().into())]));
        }
        let mut vouches = Vec::new();
        for one in all.iter().filter(|one| one.whom == person) {
            if one.row.stage != VouchStage::Active {
                continue;
            }
            let basis = Guarded::new(one.basis.clone(), sight::space(id));
            vouches.push(Vouch {
                id: one.row.id.to_string(),
                by: people::called_for(room, one.by, sight::space(id))?,
                basis: basis.seen_by(&room.viewer).cloned().unwrap_or_default(),
                mine: one.by == me.id,
            });
        }
        let holds = is_independent(&space, person);
        let adopted = match row.proposal_id {
            Some(proposal) => decisions::is_in_effect(room.conn, me.network, proposal, room.now)?,
            None => false,
        };
        let says = match (row.stage, holds) {
            (EntryStage::In, _) => "vouch-is-in",
            (EntryStage::Asked, _) => "vouch-asked",
            (EntryStage::Waits, true) => "vouch-may-ask",
            (EntryStage::Waits, false) => "vouch-waits",
        };
        entries.push(Entry {
            id: row.id.to_string(),
            name,
            says: tongue.say(says).to_owned(),
            vouches,
            may_ask: row.stage == EntryStage::Waits && holds,
            asked: match (row.stage, row.proposal_id) {
                (EntryStage::Asked, Some(proposal)) => proposal.to_string(),
                _ => String::new(),
            },
            may_welcome: row.stage == EntryStage::Asked && adopted && holds,
        });
    }
    let said = [("circle", circle.name.into())];
    room.page(&Page {
        frame: room.frame(tongue.tell("space-title", &said)),
        id: id.to_string(),
        entries,
        talks,
        words_limit: WORDS_LIMIT,
        months: tongue.tell("vouch-known", &[("n", i64::from(KNOWN_MONTHS).into())]),
        together: tongue.tell("vouch-together", &[("n", i64::from(DONE_TOGETHER).into())]),
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-vouch"),
    })
}

fn open(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let id = deeds::open(room, typed)?;
    Ok(Reply::go(format!("/spaces/{id}?said=saved")))
}

fn vouch(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = circle_of(id)?;
    deeds::vouch(room, id, typed)?;
    Ok(Reply::go(format!("/spaces/{id}?said=saved")))
}

fn withdraw(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = VouchId::parse(id).ok_or(Stop::NotThere)?;
    let circle = deeds::withdraw(room, id)?;
    Ok(Reply::go(format!("/spaces/{circle}?said=saved")))
}

fn ask(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = EntryId::parse(id).ok_or(Stop::NotThere)?;
    let proposal = deeds::ask(room, id)?;
    Ok(Reply::go(format!("/decisions/{proposal}?said=proposed")))
}

fn welcome(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = EntryId::parse(id).ok_or(Stop::NotThere)?;
    let circle = deeds::welcome(room, id)?;
    Ok(Reply::go(format!("/spaces/{circle}?said=saved")))
}
