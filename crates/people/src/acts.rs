//! Acts that need two people (N9): one asks, another says yes, and then it can be done once within
//! the hour. What two people did is told to the network afterwards.

use crate::{
    rules::{self, ACT_SECONDS, PERMIT_SECONDS, PeopleRefusal},
    schema::acts,
    secrets::{new_token, token_hash},
};
use diesel::prelude::*;
use kernel::{Day, Member, Moment, NetworkId, PersonId, Refusal, Role};
use store::{AnyConnection, Stop};
use web::House;

kernel::text_enum!(
    /// What two people can do together.
    ActKind {
        /// Take everything out as files.
        Export = "export",
        /// Stop erasing within a scope.
        Hold = "hold",
        /// Let erasing go on.
        LiftHold = "lift_hold",
        /// Sign somebody out everywhere, whose phone was lost or taken.
        SignOut = "sign_out",
    }
);

kernel::id_type!(
    /// One act of two people.
    ActId
);

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = acts)]
pub(crate) struct ActRow {
    pub id: ActId,
    pub network_id: NetworkId,
    pub kind: ActKind,
    pub detail: String,
    pub asked_by: PersonId,
    pub seconded_by: Option<PersonId>,
    pub permit_hash: Option<Vec<u8>>,
    pub expires_at: Moment,
    pub done_on: Option<Day>,
}

/// A steward asks for an act; nothing happens yet.
pub(crate) fn ask(
    conn: &mut AnyConnection,
    house: &House,
    by: &Member,
    (kind, detail): (ActKind, &str),
    now: Moment,
) -> Result<(), Stop> {
    if !by.holds_any(Role::Steward) {
        return Err(PeopleRefusal::StewardsOnly.into());
    }
    diesel::insert_into(acts::table)
        .values(ActRow {
            id: ActId::new(&*house.chance),
            network_id: by.network,
            kind,
            detail: detail.to_owned(),
            asked_by: by.id,
            seconded_by: None,
            permit_hash: None,
            expires_at: now.plus_seconds(ACT_SECONDS),
            done_on: None,
        })
        .execute(conn)?;
    Ok(())
}

/// The second person says yes; returns the word that lets it be done once within the hour.
pub(crate) fn second(
    conn: &mut AnyConnection,
    house: &House,
    by: &Member,
    id: ActId,
    now: Moment,
) -> Result<(ActRow, String), Stop> {
    let act: ActRow = acts::table
        .filter(acts::network_id.eq(by.network).and(acts::id.eq(id)))
        .select(ActRow::as_select())
        .first(conn)?;
    if act.seconded_by.is_some() {
        return Err(PeopleRefusal::ActGone.into());
    }
    rules::second(act.asked_by, by, act.expires_at, now)?;
    let word = new_token(&*house.chance);
    diesel::update(acts::table.find(id))
        .set((
            acts::seconded_by.eq(by.id),
            acts::permit_hash.eq(token_hash(&word)),
            acts::expires_at.eq(now.plus_seconds(PERMIT_SECONDS)),
        ))
        .execute(conn)?;
    Ok((act, word))
}

/// Uses the word two people were given, once.
pub fn take_permit(
    conn: &mut AnyConnection,
    network: NetworkId,
    kind: ActKind,
    word: &str,
    (now, today): (Moment, Day),
) -> Result<(), Stop> {
    let used = diesel::update(
        acts::table.filter(
            acts::network_id
                .eq(network)
                .and(acts::kind.eq(kind))
                .and(acts::permit_hash.eq(token_hash(word)))
                .and(acts::done_on.is_null())
                .and(acts::expires_at.gt(now)),
        ),
    )
    .set((
        acts::done_on.eq(today),
        acts::permit_hash.eq(None::<Vec<u8>>),
    ))
    .execute(conn)?;
    if used == 1 {
        Ok(())
    } else {
        Err(PeopleRefusal::ActGone.into())
    }
}

/// Marks an act as done on the day it was seconded, for acts that happen with the second yes.
pub(crate) fn done(conn: &mut AnyConnection, id: ActId, today: Day) -> QueryResult<()> {
    diesel::update(acts::table.find(id))
        .set((
            acts::done_on.eq(today),
            acts::permit_hash.eq(None::<Vec<u8>>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whom an act was about goes with it being done: no list of people stays.
pub(crate) fn forget_whom(conn: &mut AnyConnection, id: ActId) -> QueryResult<()> {
    diesel::update(acts::table.find(id))
        .set(acts::detail.eq(""))
        .execute(conn)?;
    Ok(())
}

/// Acts that wait for a second person.
pub(crate) fn waiting(
    conn: &mut AnyConnection,
    network: NetworkId,
    now: Moment,
) -> QueryResult<Vec<ActRow>> {
    acts::table
        .filter(
            acts::network_id
                .eq(network)
                .and(acts::seconded_by.is_null())
                .and(acts::expires_at.gt(now)),
        )
        .order(acts::expires_at)
        .select(ActRow::as_select())
        .load(conn)
}

/// What two people did, for the network to read: kind and day, by whom is not said.
pub(crate) fn told(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<(ActKind, Day)>> {
    acts::table
        .filter(
            acts::network_id
                .eq(network)
                .and(acts::done_on.is_not_null()),
        )
        .order(acts::done_on.desc())
        .select((acts::kind, acts::done_on.assume_not_null()))
        .load(conn)
}

/// A scope for a hold that cannot be read.
#[derive(Debug)]
pub(crate) struct ScopeNotUnderstood;

impl Refusal for ScopeNotUnderstood {
    fn message(&self) -> kernel::Message {
        kernel::Message::plain("refused-scope")
    }
    fn status(&self) -> u16 {
        422
    }
}

store::stops_with!(ScopeNotUnderstood);
