//! The same without a browser, for the demo.

use crate::{
    deeds::{
        advice::{ask_for, begin_for},
        caucus::{gather_for, is_one_of},
        choice::open_for,
        proposal::sealed,
    },
    rules::{AdviceId, Because, Blanks, CaucusId, ChoiceId, Class, Manner, Proposal, ProposalId},
    tables,
};
use kernel::{CircleId, Day, Moment, PersonId};
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
    /// Who bears it.
    pub bears: Option<&'a str>,
    /// Which way of deciding its adoption gives the circle.
    pub gives: Option<Manner>,
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
    let manner = tables::manners(conn, house.network().id, what.circle, at)?.0;
    let mut row = sealed(house, what, manner, at)?;
    let open = Proposal::open(what.class, manner, at);
    row.take_on(open.go_on()?.go_on()?);
    tables::put_proposal(conn, &row)?;
    Ok(row.id)
}

/// Things that somebody asks a circle to choose among.
pub struct Offered<'a> {
    /// Which circle.
    pub circle: CircleId,
    /// Who asks.
    pub author: PersonId,
    /// What leaving a thing out means.
    pub blanks: Blanks,
    /// The question.
    pub title: &'a str,
    /// What one should know.
    pub words: Option<&'a str>,
    /// The things.
    pub things: &'a [&'a str],
    /// The last day on which ballots are taken.
    pub closes_on: Day,
}

/// A choice among things is opened at a moment.
///
/// # Errors
/// Where the database cannot be written.
pub fn choice(
    conn: &mut AnyConnection,
    house: &House,
    what: &Offered<'_>,
    at: Moment,
) -> Result<ChoiceId, Stop> {
    open_for(conn, house, what, at)
}

/// Somebody decides something small after asking: who they are, of which circle, what it is called and
/// what it is; and whom they ask, why.
///
/// # Errors
/// Where the database cannot be written.
pub fn advice(
    conn: &mut AnyConnection,
    house: &House,
    of: (CircleId, PersonId),
    words: (&str, &str),
    asked: &[(PersonId, Because)],
) -> Result<AdviceId, Stop> {
    let id = begin_for(conn, house, of, words)?;
    for (person, because) in asked {
        ask_for(conn, house, (id, *because), (Some(*person), None))?;
    }
    Ok(id)
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
