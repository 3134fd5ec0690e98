//! This practice's tables and queries; nobody else's.

use crate::{
    rules::{Call, CallStage, Path, Says},
    schema::{agreements, agreements_read, circle_says, days_together, newcomers, paths},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, PersonId, uuid::Uuid};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};
use web::Lang;

kernel::id_type!(
    /// A name that was left.
    NewcomerId
);
kernel::id_type!(
    /// A day on which something was done together.
    TogetherId
);
kernel::id_type!(
    /// One of the agreements.
    AgreementId
);
kernel::id_type!(
    /// The invitation that came of a call.
    InvitationId
);

impl From<Uuid> for InvitationId {
    fn from(id: Uuid) -> Self {
        Self(id)
    }
}

pub(crate) const NEWCOMERS: &str = "newcomers";
pub(crate) const PATHS: &str = "paths";

/// Somebody who left a name and a way to reach them.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = newcomers, treat_none_as_null = true)]
pub(crate) struct NewcomerRow {
    pub id: NewcomerId,
    pub network_id: NetworkId,
    pub name: Sealed,
    pub reach: Sealed,
    pub language: Lang,
    pub stage: CallStage,
    pub came_on: Day,
    pub call_by: Day,
    pub caller_id: Option<PersonId>,
    pub buddy_id: Option<PersonId>,
    pub circle_id: Option<CircleId>,
    pub invitation_id: Option<InvitationId>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(NewcomerRow, NEWCOMERS);

impl NewcomerRow {
    pub fn call(&self) -> Call {
        Call {
            stage: self.stage,
            caller: self.caller_id,
        }
    }
}

/// Somebody's first weeks; the row's id is the person's.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = paths, treat_none_as_null = true)]
pub(crate) struct PathRow {
    pub id: PersonId,
    pub network_id: NetworkId,
    pub circle_id: Option<CircleId>,
    pub buddy_id: Option<PersonId>,
    pub buddy_until: Day,
    pub open_from: Day,
    pub first_by: Day,
    pub first_on: Option<Day>,
    pub first_words: Option<Sealed>,
    pub asked_on: Option<Day>,
    pub ends_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(PathRow, PATHS);

/// One of the agreements.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = agreements)]
pub(crate) struct AgreementRow {
    pub id: AgreementId,
    pub network_id: NetworkId,
    pub place: i32,
    pub title_en: String,
    pub title_es: String,
    pub words_en: String,
    pub words_es: String,
    pub version: i32,
    pub changed_at: Moment,
    pub review_on: Day,
}

impl AgreementRow {
    pub fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.title_en,
            Lang::Es => &self.title_es,
        }
    }

    pub fn words(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.words_en,
            Lang::Es => &self.words_es,
        }
    }
}

/// One name that was left.
pub(crate) fn newcomer(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: NewcomerId,
) -> QueryResult<NewcomerRow> {
    newcomers::table
        .filter(newcomers::network_id.eq(network).and(newcomers::id.eq(id)))
        .select(NewcomerRow::as_select())
        .first(conn)
}

/// Names that were left and have not come in yet, whoever waits for a call first.
pub(crate) fn newcomers_waiting(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<NewcomerRow>> {
    newcomers::table
        .filter(
            newcomers::network_id
                .eq(network)
                .and(newcomers::ends_on.ge(today)),
        )
        .order((newcomers::call_by.asc(), newcomers::id.asc()))
        .limit(200)
        .select(NewcomerRow::as_select())
        .load(conn)
}

/// How many wait for a call that nobody has taken, and the day by which the first is promised.
pub(crate) fn calls_to_take(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<(i64, Option<Day>)> {
    newcomers::table
        .filter(
            newcomers::network_id
                .eq(network)
                .and(newcomers::stage.eq(CallStage::Left)),
        )
        .select((
            diesel::dsl::count_star(),
            diesel::dsl::min(newcomers::call_by),
        ))
        .first(conn)
}

pub(crate) fn newcomer_of_invitation(
    conn: &mut AnyConnection,
    network: NetworkId,
    invitation: InvitationId,
) -> QueryResult<Option<NewcomerRow>> {
    newcomers::table
        .filter(
            newcomers::network_id
                .eq(network)
                .and(newcomers::invitation_id.eq(invitation)),
        )
        .select(NewcomerRow::as_select())
        .first(conn)
        .optional()
}

/// Somebody's first weeks, while they last.
pub(crate) fn path(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Option<PathRow>> {
    paths::table
        .filter(paths::network_id.eq(network).and(paths::id.eq(person)))
        .select(PathRow::as_select())
        .first(conn)
        .optional()
}

/// Everybody in their first weeks.
pub(crate) fn paths_now(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<PathRow>> {
    paths::table
        .filter(paths::network_id.eq(network))
        .order((paths::open_from.asc(), paths::id.asc()))
        .select(PathRow::as_select())
        .load(conn)
}

/// The days on which they did something with the others.
pub(crate) fn days_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<Day>> {
    days_together::table
        .filter(
            days_together::network_id
                .eq(network)
                .and(days_together::person_id.eq(person)),
        )
        .order(days_together::on_day.asc())
        .select(days_together::on_day)
        .load(conn)
}

/// What members of the home circle have said.
pub(crate) fn said_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<(PersonId, Says)>> {
    circle_says::table
        .filter(
            circle_says::network_id
                .eq(network)
                .and(circle_says::person_id.eq(person)),
        )
        .order(circle_says::member_id.asc())
        .select((circle_says::member_id, circle_says::says))
        .load(conn)
}

/// What the rule of consent looks at.
pub(crate) fn path_as_ruled(conn: &mut AnyConnection, row: &PathRow) -> QueryResult<Path> {
    let together = days_of(conn, row.network_id, row.id)?.len();
    let circle: Vec<PersonId> = match row.circle_id {
        Some(circle) => people::members_of(conn, row.network_id, circle)?,
        None => Vec::new(),
    };
    let said = said_of(conn, row.network_id, row.id)?;
    Ok(Path {
        open_from: row.open_from,
        together,
        asked: row.asked_on.is_some(),
        circle: circle.iter().filter(|member| **member != row.id).count(),
        // Whoever has left the circle since then no longer speaks for it.
        said: said
            .into_iter()
            .filter(|(member, _)| circle.contains(member))
            .map(|(_, says)| says)
            .collect(),
    })
}

/// The agreements, in their order.
pub(crate) fn agreements_of(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<AgreementRow>> {
    agreements::table
        .filter(agreements::network_id.eq(network))
        .order((agreements::place.asc(), agreements::id.asc()))
        .select(AgreementRow::as_select())
        .load(conn)
}

/// Those this person has read as they stand now.
pub(crate) fn read_by(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<AgreementId>> {
    agreements_read::table
        .inner_join(agreements::table.on(agreements::id.eq(agreements_read::agreement_id)))
        .filter(
            agreements_read::network_id
                .eq(network)
                .and(agreements_read::person_id.eq(person)),
        )
        .filter(agreements_read::agreed_at.ge(agreements::changed_at))
        .select(agreements_read::agreement_id)
        .load(conn)
}

diesel::allow_tables_to_appear_in_same_query!(agreements, agreements_read);
