//! The same without a browser, for the demo.

use crate::{
    deeds::caucus::{gather_for, is_one_of},
    deeds::proposal::sealed,
    rules::{CaucusId, Class, Proposal, ProposalId},
    tables,
};
use kernel::{CircleId, Moment, PersonId};
use store::{AnyConnection, Stop};
use web::House;

/// What somebody proposes.
pub struct Proposed<'a> {
    /// To which circle.
    pub circle: CircleId,
    /// Who.
    pub author: PersonId,
    /// How weighty it is.
    pub class: Class,
    /// What it is called.
    pub title: &'a str,
    /// What it says.
    pub words: &'a str,
    /// Who pays for the wait.
    pub waits: Option<&'a str>,
}

/// It was opened at a moment, and is in its consent round.
///
/// # Errors
/// Where the database cannot be written.
pub fn proposed(
    conn: &mut AnyConnection,
    house: &House,
    what: &Proposed<'_>,
    at: Moment,
) -> Result<ProposalId, Stop> {
    let mut row = sealed(house, what, at)?;
    row.take_on(Proposal::open(what.class, at).go_on()?.go_on()?);
    tables::put_proposal(conn, &row)?;
    Ok(row.id)
}

/// A caucus: who convenes, and who else is of it.
///
/// # Errors
/// Where the database cannot be written.
pub fn caucus(
    conn: &mut AnyConnection,
    house: &House,
    (name, about): (&str, &str),
    people: &[PersonId],
) -> Result<CaucusId, Stop> {
    let (convenor, others) = people.split_first().ok_or(Stop::NotThere)?;
    let id = gather_for(conn, house, *convenor, (name, about))?;
    for person in others {
        is_one_of(conn, house, id, *person)?;
    }
    Ok(id)
}
