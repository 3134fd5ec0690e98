//! Choices among things: the box of ballots, and whose ballot is in.

use crate::{
    rules::{Blanks, ChoiceId, ChoiceStage, Manner},
    schema::{choice_hands, choices},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, NetworkId, PersonId};
use store::{AnyConnection, Sealed, Stop, Vault, WrappedKey, of_somebody, sealed_row, with_people};

pub(crate) const CHOICES: &str = "choices";
pub(crate) const HANDS: &str = "choice_hands";

kernel::id_type!(
    /// That somebody's ballot is in.
    HandId
);

/// A choice as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = choices, treat_none_as_null = true)]
pub(crate) struct ChoiceRow {
    pub id: ChoiceId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub author_id: Option<PersonId>,
    pub manner: Manner,
    pub blanks: Blanks,
    pub stage: ChoiceStage,
    pub title: Sealed,
    pub words: Option<Sealed>,
    /// One thing a line.
    pub options: Sealed,
    /// One ballot a line, in the order of their text.
    pub ballots: Sealed,
    pub counted: Option<Sealed>,
    pub opened_on: Day,
    pub closes_on: Day,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(ChoiceRow, CHOICES);

/// That somebody's ballot is in, sealed.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = choice_hands)]
pub(crate) struct HandRow {
    pub id: HandId,
    pub network_id: NetworkId,
    pub choice_id: ChoiceId,
    pub who: Sealed,
    pub row_key: WrappedKey,
}
sealed_row!(HandRow, HANDS);
of_somebody!(HandRow);

pub(crate) fn choice(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ChoiceId,
) -> QueryResult<ChoiceRow> {
    let one = choices::network_id.eq(network).and(choices::id.eq(id));
    choices::table
        .filter(one)
        .select(ChoiceRow::as_select())
        .first(conn)
}

/// Those of these circles; the newest first.
pub(crate) fn choices_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    circles: &[CircleId],
) -> QueryResult<Vec<ChoiceRow>> {
    choices::table
        .filter(choices::network_id.eq(network))
        .filter(choices::circle_id.eq_any(circles.to_vec()))
        .order((choices::opened_on.desc(), choices::id.asc()))
        .select(ChoiceRow::as_select())
        .load(conn)
}

/// Those of these circles that take ballots.
pub(crate) fn open_choices_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    circles: &[CircleId],
) -> QueryResult<Vec<ChoiceRow>> {
    choices::table
        .filter(choices::network_id.eq(network))
        .filter(choices::circle_id.eq_any(circles.to_vec()))
        .filter(choices::stage.eq(ChoiceStage::Open))
        .order(choices::id.asc())
        .select(ChoiceRow::as_select())
        .load(conn)
}

/// Those that are open and whose last day is over.
pub(crate) fn choices_to_count(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<ChoiceRow>> {
    choices::table
        .filter(choices::network_id.eq(network))
        .filter(choices::stage.eq(ChoiceStage::Open))
        .filter(choices::closes_on.lt(today))
        .order(choices::id.asc())
        .select(ChoiceRow::as_select())
        .load(conn)
}

/// Every one, for an export.
pub(crate) fn all_choices(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<ChoiceRow>> {
    choices::table
        .filter(choices::network_id.eq(network))
        .order((choices::opened_on.asc(), choices::id.asc()))
        .select(ChoiceRow::as_select())
        .load(conn)
}

pub(crate) fn put_choice(conn: &mut AnyConnection, row: &ChoiceRow) -> QueryResult<()> {
    let changed = diesel::update(choices::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(choices::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

/// Whose ballots are in.
pub(crate) fn hands_of(
    conn: &mut AnyConnection,
    vault: &Vault,
    (network, id): (NetworkId, ChoiceId),
) -> Result<Vec<(HandId, PersonId)>, Stop> {
    let of = choice_hands::network_id
        .eq(network)
        .and(choice_hands::choice_id.eq(id));
    let rows: Vec<HandRow> = choice_hands::table
        .filter(of)
        .select(HandRow::as_select())
        .load(conn)?;
    let all = with_people(vault, rows)?.into_iter();
    Ok(all.map(|(row, person)| (row.id, person)).collect())
}

pub(crate) fn add_hand(conn: &mut AnyConnection, row: &HandRow) -> QueryResult<()> {
    diesel::insert_into(choice_hands::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn remove_hand(conn: &mut AnyConnection, id: HandId) -> QueryResult<()> {
    diesel::delete(choice_hands::table.find(id)).execute(conn)?;
    Ok(())
}

/// Nothing says any more whose ballots lay in the box.
pub(crate) fn remove_hands(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ChoiceId,
) -> QueryResult<()> {
    let of = choice_hands::network_id
        .eq(network)
        .and(choice_hands::choice_id.eq(id));
    diesel::delete(choice_hands::table.filter(of)).execute(conn)?;
    Ok(())
}

/// Whoever leaves opened nothing any more.
pub(crate) fn unname_chooser(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let theirs = choices::network_id
        .eq(network)
        .and(choices::author_id.eq(person));
    diesel::update(choices::table.filter(theirs))
        .set(choices::author_id.eq(None::<PersonId>))
        .execute(conn)?;
    Ok(())
}
