//! Lists of asks: the board, the shift's page, what is mine.

use super::{AskRow, StageWord};
use crate::{
    rules::{Kind, NEVER_DAY},
    schema::asks,
    sight,
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Guarded, Member, NetworkId, PersonId};
use store::{AnyConnection, Row, Sealed, Stop, Vault, WrappedKey};
use web::Lang;

use crate::rules::AskId;

/// How many asks stand on one page of the board.
pub(crate) const PAGE: i64 = 50;

/// One line of the board: what a member may read of an open ask, and no more is loaded.
pub(crate) struct BoardLine {
    pub id: AskId,
    pub code: String,
    pub area: String,
    pub kind: Kind,
    pub by_day: Option<Day>,
    pub language: Lang,
    pub published: Guarded<Option<String>>,
}

type Loaded = (
    AskId,
    String,
    String,
    Kind,
    Day,
    Lang,
    Option<Sealed>,
    WrappedKey,
    NetworkId,
);

/// What somebody looks for on the board.
#[derive(Clone, Debug, Default)]
pub(crate) struct BoardFilter {
    pub kind: Option<Kind>,
    pub area: Option<String>,
    pub page: i64,
}

/// The board: open asks in the order of the queue (N2), one page of them, and whether there are
/// more.
pub(crate) fn board(
    conn: &mut AnyConnection,
    vault: &Vault,
    member: &Member,
    aid: CircleId,
    filter: &BoardFilter,
) -> Result<(Vec<BoardLine>, bool), Stop> {
    let mut query = asks::table
        .filter(
            asks::network_id
                .eq(member.network)
                .and(asks::stage.eq(StageWord::Open)),
        )
        .filter(sight::visible_to(member, aid))
        .select((
            asks::id,
            asks::code,
            asks::area,
            asks::kind,
            asks::by_when,
            asks::language,
            asks::published,
            asks::row_key,
            asks::network_id,
        ))
        .order((
            asks::window_until.asc(),
            asks::by_when.asc(),
            asks::received_at.asc(),
            asks::id.asc(),
        ))
        .limit(PAGE + 1)
        .offset(filter.page * PAGE)
        .into_boxed();
    if let Some(kind) = filter.kind {
        query = query.filter(asks::kind.eq(kind));
    }
    if let Some(area) = &filter.area {
        query = query.filter(asks::area.eq(area.clone()));
    }
    let mut rows: Vec<Loaded> = query.load(conn)?;
    let more = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
    let lines = rows
        .into_iter()
        .map(
            |(id, code, area, kind, by_when, language, published, row_key, network)| {
                let row = Row {
                    network: &network,
                    table: super::ASKS,
                    id: id.bytes(),
                };
                let words = published
                    .map(|sealed| vault.open_often(row, &row_key, "published", &sealed))
                    .transpose()?;
                Ok(BoardLine {
                    id,
                    code,
                    area,
                    kind,
                    by_day: (by_when != NEVER_DAY).then_some(by_when),
                    language,
                    published: Guarded::new(words, kernel::Who::Network(network)),
                })
            },
        )
        .collect::<Result<_, Stop>>()?;
    Ok((lines, more))
}

kernel::text_enum!(
    /// A list of the shift's page (J2), in its order.
    ShiftList {
        /// Nobody has spoken with them yet, or nothing is published yet.
        New = "new",
        /// Somebody said "I can"; nothing is arranged yet.
        Waiting = "waiting",
        /// Said done; the receiver has not spoken.
        Done = "done",
        /// Receivers who should be called, the earliest day first.
        Calls = "calls",
    }
);

/// One stretch of a list of the shift, and how many are on it in all.
pub(crate) fn shift_list(
    conn: &mut AnyConnection,
    member: &Member,
    aid: CircleId,
    list: ShiftList,
    from: i64,
    most: i64,
) -> QueryResult<(Vec<AskRow>, i64)> {
    let on_it = || {
        let visible = asks::table.filter(sight::visible_to(member, aid));
        let mine = asks::network_id.eq(member.network);
        match list {
            ShiftList::New => visible
                .filter(mine.and(asks::stage.eq_any([StageWord::Received, StageWord::Heard])))
                .into_boxed(),
            ShiftList::Waiting => visible
                .filter(mine.and(asks::stage.eq(StageWord::Claimed)))
                .into_boxed(),
            ShiftList::Done => visible
                .filter(mine.and(asks::stage.eq(StageWord::SaidDone)))
                .into_boxed(),
            ShiftList::Calls => visible
                .filter(mine.and(asks::follow_up_on.is_not_null()))
                .filter(asks::closed_on.is_null())
                .into_boxed(),
        }
    };
    let all = on_it().count().get_result(conn)?;
    let ordered = match list {
        ShiftList::Calls => on_it().order((asks::follow_up_on.asc(), asks::id.asc())),
        _ => on_it().order((
            asks::window_until.asc(),
            asks::by_when.asc(),
            asks::received_at.asc(),
            asks::id.asc(),
        )),
    };
    let rows = ordered
        .offset(from)
        .limit(most)
        .select(AskRow::as_select())
        .load(conn)?;
    Ok((rows, all))
}

/// What somebody said "I can" to, and what came of it.
pub(crate) fn claimed_by(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<AskRow>> {
    asks::table
        .filter(
            asks::network_id
                .eq(network)
                .and(asks::claimer_id.eq(person)),
        )
        .order((asks::by_when.asc(), asks::received_at.asc(), asks::id.asc()))
        .select(AskRow::as_select())
        .load(conn)
}

/// Asks handed on to the organisations somebody speaks for.
pub(crate) fn referred_to(
    conn: &mut AnyConnection,
    member: &Member,
    aid: CircleId,
) -> QueryResult<Vec<AskRow>> {
    asks::table
        .filter(asks::network_id.eq(member.network))
        .filter(asks::stage.eq(StageWord::Referred))
        .filter(asks::organisation_id.eq_any(member.liaison_of.clone()))
        .filter(sight::visible_to(member, aid))
        .order((asks::received_at.asc(), asks::id.asc()))
        .select(AskRow::as_select())
        .load(conn)
}

/// How many asks stand at a stage.
pub(crate) fn count_at(
    conn: &mut AnyConnection,
    network: NetworkId,
    stages: &[StageWord],
) -> QueryResult<i64> {
    asks::table
        .filter(
            asks::network_id
                .eq(network)
                .and(asks::stage.eq_any(stages.to_vec())),
        )
        .count()
        .get_result(conn)
}

/// Every ask of the network, for an export two people asked for.
pub(crate) fn everything(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<AskRow>> {
    asks::table
        .filter(asks::network_id.eq(network))
        .order((asks::received_at.asc(), asks::id.asc()))
        .select(AskRow::as_select())
        .load(conn)
}

/// How many asks are not closed yet.
pub fn asks_not_closed(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<i64> {
    asks::table
        .filter(asks::network_id.eq(network).and(asks::closed_on.is_null()))
        .count()
        .get_result(conn)
}
