//! Plays what people promise, without their browsers: the demo, benches, the stories of others.

use crate::{
    deeds::offer::{NewCommitment, sealed, usual_review},
    rules::{Commitment, CommitmentId, Kind, Sight},
    tables::{self, OfferWord, Party},
};
use kernel::{CircleId, Day, PersonId};
use rhythm::Recurrence;
use store::{AnyConnection, Stop};
use web::House;

/// Something a person gives a circle, already wanted by it.
pub struct Given<'a> {
    /// Who gives.
    pub from: PersonId,
    /// To which circle.
    pub to: CircleId,
    /// What.
    pub words: &'a str,
    /// About what.
    pub kind: Kind,
    /// The kind of offer that fits it.
    pub fits: Option<OfferWord>,
    /// How often, where it recurs.
    pub when: Option<Recurrence>,
    /// The first day.
    pub start: Day,
    /// The day it is looked at again; a season later where none is said.
    pub review_on: Option<Day>,
}

/// Writes it down as in force.
pub fn give(
    conn: &mut AnyConnection,
    house: &House,
    given: Given<'_>,
) -> Result<CommitmentId, Stop> {
    let review_on = given.review_on.unwrap_or(usual_review(given.start));
    let new = NewCommitment {
        from: Party::Person(given.from),
        to: Party::Circle(given.to),
        kind: given.kind,
        fits: given.fits,
        area: "",
        words: given.words,
        much: None,
        when: given.when,
        start: given.start,
        review_on,
        sight: Sight::Sides,
        wakes: None,
        before: None,
    };
    let rule = Commitment::offer(given.words, given.start, review_on, given.start)?;
    let row = sealed(house, given.from, &new, rule.accept(given.start)?)?;
    tables::add(conn, &row)?;
    Ok(row.id)
}
