//! What stands around asks: offers, texts to send, hand-over notes, complaints, changes, draws,
//! batches of a file.

use crate::{
    rules::{AskId, ComplaintStage, Kind, Wants},
    schema::{
        batch_rows, batches, changes, complaints, draws, handovers, import_maps, offers, texts,
    },
};
use diesel::prelude::*;
use kernel::{Day, Moment, NetworkId, PersonId};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

kernel::id_type!(
    /// One offer.
    OfferId
);
kernel::id_type!(
    /// One text to send.
    TextId
);
kernel::id_type!(
    /// One hand-over note.
    HandoverId
);
kernel::id_type!(
    /// One complaint.
    ComplaintId
);
kernel::id_type!(
    /// One change.
    ChangeId
);
kernel::id_type!(
    /// One draw.
    DrawId
);
kernel::id_type!(
    /// One batch of a file.
    BatchId
);

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = offers)]
pub(crate) struct OfferRow {
    pub id: OfferId,
    pub network_id: NetworkId,
    pub person_id: PersonId,
    pub kind: Kind,
    pub area: String,
    pub language: String,
    pub words: Option<Sealed>,
    pub until_day: Day,
    pub row_key: WrappedKey,
}
sealed_row!(OfferRow, "offers");

pub(crate) fn offers_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<OfferRow>> {
    offers::table
        .filter(
            offers::network_id
                .eq(network)
                .and(offers::person_id.eq(person)),
        )
        .order((offers::until_day.asc(), offers::id.asc()))
        .select(OfferRow::as_select())
        .load(conn)
}

/// Something somebody offers, as far as others look for it: never its words.
#[derive(Clone, Debug)]
pub struct Offered {
    /// Who.
    pub person: PersonId,
    /// What kind of thing.
    pub kind: Kind,
    /// In which area; empty for any.
    pub area: String,
}

/// Everything offered on a day.
pub fn offered(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<Offered>> {
    let rows: Vec<(PersonId, Kind, String)> = offers::table
        .filter(
            offers::network_id
                .eq(network)
                .and(offers::until_day.ge(today)),
        )
        .select((offers::person_id, offers::kind, offers::area))
        .load(conn)?;
    let offered = |(person, kind, area)| Offered { person, kind, area };
    Ok(rows.into_iter().map(offered).collect())
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = texts)]
pub(crate) struct TextRow {
    pub id: TextId,
    pub network_id: NetworkId,
    pub ask_id: AskId,
    pub recipient: Sealed,
    pub body: Sealed,
    pub made_at: Moment,
    pub ends_on: Day,
    pub row_key: WrappedKey,
    pub plain: Option<Sealed>,
    pub handed_at: Option<Moment>,
}
sealed_row!(TextRow, "texts");

pub(crate) fn texts_to_send(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<TextRow>> {
    texts::table
        .filter(texts::network_id.eq(network))
        .order((texts::made_at.asc(), texts::id.asc()))
        .select(TextRow::as_select())
        .load(conn)
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = handovers)]
pub(crate) struct HandoverRow {
    pub id: HandoverId,
    pub network_id: NetworkId,
    pub note: Sealed,
    pub written_by: PersonId,
    pub written_at: Moment,
    pub confirmed: bool,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(HandoverRow, "handovers");

/// The latest hand-over note that nobody has confirmed.
pub(crate) fn waiting_note(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Option<HandoverRow>> {
    handovers::table
        .filter(
            handovers::network_id
                .eq(network)
                .and(handovers::confirmed.eq(false)),
        )
        .order(handovers::written_at.desc())
        .select(HandoverRow::as_select())
        .first(conn)
        .optional()
}

#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = complaints, treat_none_as_null = true)]
pub(crate) struct ComplaintRow {
    pub id: ComplaintId,
    pub network_id: NetworkId,
    pub ask_id: Option<AskId>,
    pub not_by: Option<PersonId>,
    pub stage: ComplaintStage,
    pub wants: Wants,
    pub words: Sealed,
    pub answer: Option<Sealed>,
    pub hearer_id: Option<PersonId>,
    pub hear_by: Day,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(ComplaintRow, "complaints");

/// Complaints that are not closed, but for those this person is part of.
pub(crate) fn complaints_for(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<ComplaintRow>> {
    complaints::table
        .filter(complaints::network_id.eq(network))
        .filter(
            complaints::not_by
                .is_null()
                .or(complaints::not_by.ne(person).assume_not_null()),
        )
        .order((complaints::hear_by.asc(), complaints::id.asc()))
        .select(ComplaintRow::as_select())
        .load(conn)
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = changes)]
pub(crate) struct ChangeRow {
    pub id: ChangeId,
    pub network_id: NetworkId,
    pub words: String,
    pub script_line: String,
    pub on_day: Day,
    pub review_on: Day,
}

pub(crate) fn changes(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<ChangeRow>> {
    changes::table
        .filter(changes::network_id.eq(network))
        .order((changes::on_day.desc(), changes::id.asc()))
        .select(ChangeRow::as_select())
        .load(conn)
}

#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = draws, treat_none_as_null = true)]
pub(crate) struct DrawRow {
    pub id: DrawId,
    pub network_id: NetworkId,
    pub what: String,
    pub next_date: String,
    pub places: i32,
    pub codes: String,
    pub list_hash: String,
    pub frozen_at: Moment,
    pub first_rolls: Option<String>,
    pub first_by: Option<PersonId>,
    pub seed: Option<String>,
    pub drawn_order: Option<String>,
    pub ends_on: Day,
}

pub(crate) fn draws_of(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<DrawRow>> {
    draws::table
        .filter(draws::network_id.eq(network))
        .order((draws::frozen_at.desc(), draws::id.asc()))
        .select(DrawRow::as_select())
        .load(conn)
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = batches)]
pub(crate) struct BatchRow {
    pub id: BatchId,
    pub network_id: NetworkId,
    pub taken: i32,
    pub refused: i32,
    pub made_on: Day,
    pub ends_on: Day,
}

pub(crate) fn batches_of(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<BatchRow>> {
    batches::table
        .filter(batches::network_id.eq(network))
        .order((batches::made_on.desc(), batches::id.asc()))
        .select(BatchRow::as_select())
        .load(conn)
}

kernel::id_type!(
    /// One row of a batch.
    BatchRowId
);

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = batch_rows)]
pub(crate) struct BeforeRow {
    pub id: BatchRowId,
    pub network_id: NetworkId,
    pub batch_id: BatchId,
    pub ask_id: AskId,
    pub before: Option<Sealed>,
    pub row_key: WrappedKey,
}
sealed_row!(BeforeRow, "batch_rows");

kernel::id_type!(
    /// One saved map.
    MapId
);

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = import_maps)]
pub(crate) struct MapRow {
    pub id: MapId,
    pub network_id: NetworkId,
    pub name: String,
    pub map: String,
    pub review_on: Day,
}

pub(crate) fn maps_of(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<MapRow>> {
    import_maps::table
        .filter(import_maps::network_id.eq(network))
        .order(import_maps::name.asc())
        .select(MapRow::as_select())
        .load(conn)
}
