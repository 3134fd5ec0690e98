//! Acts that need two people (N9): one asks, another says yes, and then it can be done once within
//! the hour. What two people did is told to the network afterwards, through
//! [`House::power_used`]; the act itself goes with its day.

use crate::{
    rules::{self, ACT_SECONDS, PERMIT_SECONDS, PeopleRefusal},
    schema::acts,
    secrets::{new_token, token_hash},
};
use diesel::prelude::*;
use kernel::{Day, Member, Moment, NetworkId, PersonId, Refusal, Role};
use store::{AnyConnection, Stop};
use web::{House, PowerKind, PowerUse};

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
        /// Be careful for a while (P29).
        Guard = "guard",
        /// Close everything but asks and the phone tree.
        Lockdown = "lockdown",
        /// Let lockdown go on past its first day.
        HoldLockdown = "hold_lockdown",
        /// Take a posture back before its time.
        StepDown = "step_down",
        /// Hand over what somebody holds who cannot (P5).
        HandOver = "hand_over",
    }
);

kernel::id_type!(
    /// One act of two people.
    ActId
);

/// The kinds whose pages are here; the others are another practice's.
pub(crate) const HERE: &[ActKind] = &[
    ActKind::Export,
    ActKind::Hold,
    ActKind::LiftHold,
    ActKind::SignOut,
];

/// An act as stored.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = acts)]
pub struct ActRow {
    /// The act.
    pub id: ActId,
    /// Its network.
    pub network_id: NetworkId,
    /// What two people do.
    pub kind: ActKind,
    /// With what, in words of the kind's own.
    pub detail: String,
    /// Who asked.
    pub asked_by: PersonId,
    /// Who said yes.
    pub seconded_by: Option<PersonId>,
    /// The word that lets it be done once, hashed.
    pub permit_hash: Option<Vec<u8>>,
    /// Until when it waits, or can be used.
    pub expires_at: Moment,
    /// The day it was done.
    pub done_on: Option<Day>,
}

/// Somebody asks for an act; nothing happens yet. Who may is for the caller's own rule to say.
pub fn ask_act(
    conn: &mut AnyConnection,
    house: &House,
    by: &Member,
    (kind, detail): (ActKind, &str),
    now: Moment,
) -> Result<(), Stop> {
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

/// An act of one of these kinds that waits for its second person.
///
/// # Errors
/// A refusal where it was done already or its day is over.
pub fn act_waiting(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ActId,
    kinds: &[ActKind],
    now: Moment,
) -> Result<ActRow, Stop> {
    let act: ActRow = acts::table
        .filter(acts::network_id.eq(network).and(acts::id.eq(id)))
        .filter(acts::kind.eq_any(kinds.to_vec()))
        .select(ActRow::as_select())
        .first(conn)?;
    if act.seconded_by.is_some() || now >= act.expires_at {
        return Err(PeopleRefusal::ActGone.into());
    }
    Ok(act)
}

/// Marks an act as done by its second person.
pub fn act_seconded(
    conn: &mut AnyConnection,
    id: ActId,
    by: PersonId,
    today: Day,
) -> QueryResult<()> {
    diesel::update(acts::table.find(id))
        .set((acts::seconded_by.eq(by), acts::done_on.eq(today)))
        .execute(conn)?;
    Ok(())
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
    ask_act(conn, house, by, (kind, detail), now)
}

/// The second person says yes; returns the word that lets it be done once within the hour.
pub(crate) fn second(
    conn: &mut AnyConnection,
    house: &House,
    by: &Member,
    id: ActId,
    now: Moment,
) -> Result<(ActRow, String), Stop> {
    let act = act_waiting(conn, by.network, id, HERE, now)?;
    rules::second(act.asked_by, by, act.expires_at, now)?;
    let word = new_token(&*house.chance);
    let act = ActRow {
        seconded_by: Some(by.id),
        ..act
    };
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
///
/// # Errors
/// A refusal where the word is not good, or everything stays in the house while the network is
/// careful.
pub fn take_permit(
    conn: &mut AnyConnection,
    house: &House,
    kind: ActKind,
    word: &str,
) -> Result<(), Stop> {
    let (network, now) = (house.network(), house.now());
    if kind == ActKind::Export {
        (house.posture)(conn, network.id, now)?.exports_open(&network.zone)?;
    }
    let act: Option<ActRow> = acts::table
        .filter(
            acts::network_id
                .eq(network.id)
                .and(acts::kind.eq(kind))
                .and(acts::permit_hash.eq(token_hash(word)))
                .and(acts::done_on.is_null())
                .and(acts::expires_at.gt(now)),
        )
        .select(ActRow::as_select())
        .first(conn)
        .optional()?;
    let act = act.ok_or(PeopleRefusal::ActGone)?;
    done(conn, act.id, network.zone.day_of(now))?;
    tell(conn, house, &act)
}

/// Tells whoever keeps the account of power what two people did.
pub(crate) fn tell(conn: &mut AnyConnection, house: &House, act: &ActRow) -> Result<(), Stop> {
    let kind = match act.kind {
        ActKind::Export => PowerKind::Exported,
        ActKind::Hold => PowerKind::HoldSet,
        ActKind::LiftHold => PowerKind::HoldLifted,
        ActKind::SignOut => PowerKind::SignedOut,
        // What their own practice does, it tells itself.
        ActKind::Guard
        | ActKind::Lockdown
        | ActKind::HoldLockdown
        | ActKind::StepDown
        | ActKind::HandOver => {
            return Ok(());
        }
    };
    let by: Vec<PersonId> = [Some(act.asked_by), act.seconded_by]
        .into_iter()
        .flatten()
        .collect();
    let told = PowerUse::new(kind, by, Role::Steward.as_str());
    let told = match act.kind {
        ActKind::SignOut => match PersonId::parse(&act.detail) {
            Some(person) => told.about(person),
            None => told,
        },
        _ => told.what(&*act.detail),
    };
    house.power_used(conn, &told)
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
pub fn forget_whom(conn: &mut AnyConnection, id: ActId) -> QueryResult<()> {
    diesel::update(acts::table.find(id))
        .set(acts::detail.eq(""))
        .execute(conn)?;
    Ok(())
}

/// Acts of these kinds that wait for a second person.
pub fn acts_waiting(
    conn: &mut AnyConnection,
    network: NetworkId,
    kinds: &[ActKind],
    now: Moment,
) -> QueryResult<Vec<ActRow>> {
    acts::table
        .filter(
            acts::network_id
                .eq(network)
                .and(acts::kind.eq_any(kinds.to_vec()))
                .and(acts::seconded_by.is_null())
                .and(acts::expires_at.gt(now)),
        )
        .order(acts::expires_at)
        .select(ActRow::as_select())
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
