//! Somebody learns a role alongside, from their own word on.

use super::{book, in_circle, looks_after};
use crate::{
    rules::{RolesRefusal, Shadow, Term, TermId},
    tables,
};
use kernel::{Day, PersonId, Standing};
use store::Stop;
use web::Room;

/// The term, for whoever is of its circle.
fn term(room: &mut Room<'_>, id: TermId) -> Result<Term, Stop> {
    let now = room.now;
    let book = book(room)?;
    let term = book.find(id).filter(|term| term.stands(now));
    let term = term.cloned().ok_or(Stop::NotThere)?;
    in_circle(room, term.circle)?;
    Ok(term)
}

fn save(room: &mut Room<'_>, term: &Term, shadow: Shadow) -> Result<(), Stop> {
    let mut row = tables::term(room.conn, room.network.id, term.id)?;
    (row.shadow_id, row.shadow_on) = match shadow {
        Shadow::Nobody => (None, None::<Day>),
        Shadow::Asked(person) => (Some(person), None),
        Shadow::Is(person) => (Some(person), Some(room.today)),
    };
    Ok(tables::save_term(room.conn, &row)?)
}

/// "I'd like to learn this."
pub(crate) fn step_in(room: &mut Room<'_>, id: TermId) -> Result<(), Stop> {
    let term = term(room, id)?;
    let me = room.member()?;
    fits(room, &term, me.id)?;
    save(room, &term, Shadow::Is(me.id))
}

/// The holder, or whoever looks after the circle, asks somebody.
pub(crate) fn ask(room: &mut Room<'_>, id: TermId, person: PersonId) -> Result<(), Stop> {
    let term = term(room, id)?;
    if room.member()?.id != term.person {
        looks_after(room, term.circle)?;
    }
    fits(room, &term, person)?;
    save(room, &term, Shadow::Asked(person))
}

fn fits(room: &mut Room<'_>, term: &Term, person: PersonId) -> Result<(), Stop> {
    if person == term.person {
        return Err(RolesRefusal::NotTheirOwnShadow.into());
    }
    if term.shadow().is_some() {
        return Err(RolesRefusal::ShadowThere.into());
    }
    match people::standing_of(room.conn, room.network.id, person)? {
        Some(Standing::Member) => Ok(()),
        _ => Err(RolesRefusal::NotNow.into()),
    }
}

/// Whoever was asked says yes, or says no; of a no nothing stays.
pub(crate) fn answer(room: &mut Room<'_>, id: TermId, yes: bool) -> Result<(), Stop> {
    let term = term(room, id)?;
    let me = room.member()?;
    match (term.shadow, yes) {
        (Shadow::Asked(person), true) if person == me.id => save(room, &term, Shadow::Is(me.id)),
        (Shadow::Asked(person), false) if person == me.id => save(room, &term, Shadow::Nobody),
        _ => Err(RolesRefusal::NotThisStage.into()),
    }
}

/// The shadow steps out, or the holder goes on without.
pub(crate) fn step_out(room: &mut Room<'_>, id: TermId) -> Result<(), Stop> {
    let term = term(room, id)?;
    let me = room.member()?;
    let theirs = match term.shadow {
        Shadow::Nobody => false,
        Shadow::Asked(person) | Shadow::Is(person) => person == me.id,
    };
    if !theirs && me.id != term.person {
        looks_after(room, term.circle)?;
    }
    save(room, &term, Shadow::Nobody)
}
