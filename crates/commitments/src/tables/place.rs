//! Places that look for somebody.

use super::{AskedSaid, OfferWord, recurrence};
use crate::{
    rules::{CommitmentId, Kind, PlaceId},
    schema::{cover_asks, open_places},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Guarded, NetworkId, PersonId, Who};
use rhythm::Recurrence;
use store::{AnyConnection, ERASED, Error, Sealed, Vault, WrappedKey, sealed_row, set_fact};

pub(crate) const PLACES: &str = "open_places";

/// A place that looks for somebody: one time (`on_day`), or a standing duty (`rule`).
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = open_places, treat_none_as_null = true)]
pub(crate) struct PlaceRow {
    pub id: PlaceId,
    pub network_id: NetworkId,
    pub circle_id: Option<CircleId>,
    /// Whose it was, where it was somebody's.
    pub commitment_id: Option<CommitmentId>,
    /// The day by the rule of that commitment, where it is one time of it.
    pub rule_day: Option<Day>,
    pub rule: Option<String>,
    pub clock: Option<String>,
    pub on_day: Option<Day>,
    pub starts_on: Day,
    pub kind: Kind,
    pub fits: Option<OfferWord>,
    pub area: String,
    pub words: Sealed,
    /// Who gave it up, and is not asked for it.
    pub not_for: Option<PersonId>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(PlaceRow, PLACES);

impl PlaceRow {
    pub fn recurrence(&self) -> Option<Recurrence> {
        recurrence(self.rule.as_deref(), self.clock.as_deref(), self.starts_on)
    }

    /// What there is to do: those of its circle, and whoever is asked.
    pub fn said(&self, vault: &Vault, asked: &[PersonId]) -> Result<Guarded<String>, Error> {
        let words = self.key(vault)?.open(self.row(), "words", &self.words)?;
        let circle = self.circle_id.map(Who::Circle);
        let asked = asked.iter().map(|person| Who::Person(*person));
        Ok(Guarded::new(
            words,
            Who::AnyOf(circle.into_iter().chain(asked).collect()),
        ))
    }
}

pub(crate) fn place(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: PlaceId,
) -> QueryResult<Option<PlaceRow>> {
    open_places::table
        .filter(
            open_places::network_id
                .eq(network)
                .and(open_places::id.eq(id)),
        )
        .select(PlaceRow::as_select())
        .first(conn)
        .optional()
}

/// Places of a circle that are not over.
pub(crate) fn places_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    circle: CircleId,
    today: Day,
) -> QueryResult<Vec<PlaceRow>> {
    open_places::table
        .filter(open_places::network_id.eq(network))
        .filter(open_places::circle_id.eq(circle))
        .filter(open_places::ends_on.ge(today))
        .order((open_places::ends_on.asc(), open_places::id.asc()))
        .limit(1000)
        .select(PlaceRow::as_select())
        .load(conn)
}

/// Every place that is not over.
pub(crate) fn all_places(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<PlaceRow>> {
    open_places::table
        .filter(open_places::network_id.eq(network))
        .filter(open_places::ends_on.ge(today))
        .order((open_places::ends_on.asc(), open_places::id.asc()))
        .select(PlaceRow::as_select())
        .load(conn)
}

/// Places that came of a commitment.
pub(crate) fn places_from(
    conn: &mut AnyConnection,
    network: NetworkId,
    commitment: CommitmentId,
) -> QueryResult<Vec<PlaceRow>> {
    open_places::table
        .filter(open_places::network_id.eq(network))
        .filter(open_places::commitment_id.eq(commitment))
        .select(PlaceRow::as_select())
        .load(conn)
}

pub(crate) fn add_place(conn: &mut AnyConnection, row: &PlaceRow) -> QueryResult<()> {
    diesel::insert_into(open_places::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// Takes a place off; whether it was still there. Of two who take it at once one is told so.
pub(crate) fn take_off(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: PlaceId,
) -> QueryResult<bool> {
    diesel::update(
        cover_asks::table.filter(
            cover_asks::network_id
                .eq(network)
                .and(cover_asks::place_id.eq(id)),
        ),
    )
    .set((
        cover_asks::said.eq(AskedSaid::Over),
        cover_asks::ends_on.eq(cover_asks::asked_on),
    ))
    .execute(conn)?;
    let gone = diesel::delete(
        open_places::table.filter(
            open_places::network_id
                .eq(network)
                .and(open_places::id.eq(id)),
        ),
    )
    .execute(conn)?;
    if gone > 0 {
        set_fact(conn, network, ERASED, "yes")?;
    }
    Ok(gone == 1)
}

/// A place whose commitment is gone: it names nobody, and goes on looking.
pub(crate) fn orphan(conn: &mut AnyConnection, id: PlaceId) -> QueryResult<()> {
    diesel::update(open_places::table.find(id))
        .set((
            open_places::commitment_id.eq(None::<CommitmentId>),
            open_places::not_for.eq(None::<PersonId>),
        ))
        .execute(conn)?;
    Ok(())
}
