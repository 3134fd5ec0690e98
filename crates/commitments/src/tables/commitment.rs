//! Commitments as stored.

use super::recurrence;
use crate::{
    rules::{AGAIN_DAYS, Clause, Commitment, CommitmentId, Kind, Sight, Stage},
    schema::{commitments, times_changed, woken_times},
    sight,
};
use asks::rules::Kind as OfferKind;
use diesel::prelude::*;
use kernel::{
    CircleId, Day, Guarded, Member, Moment, NetworkId, OrganisationId, PersonId, Who, uuid::Uuid,
};
use rhythm::Recurrence;
use store::{AnyConnection, Error, Sealed, Vault, WrappedKey, sealed_row};

pub(crate) const COMMITMENTS: &str = "commitments";

kernel::text_enum!(
    /// Who stands on a side of a commitment.
    Side {
        /// A person.
        Person = "person",
        /// A circle.
        Circle = "circle",
        /// A partner organisation.
        Organisation = "organisation",
        /// Everybody.
        Network = "network",
    }
);

kernel::id_type!(
    /// Whoever stands on a side: a person's, a circle's, an organisation's or the network's id.
    PartyId
);

/// A side of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Party {
    Person(PersonId),
    Circle(CircleId),
    Organisation(OrganisationId),
    Network(NetworkId),
}

impl Party {
    pub fn of(side: Side, id: PartyId) -> Self {
        match side {
            Side::Person => Self::Person(PersonId(id.0)),
            Side::Circle => Self::Circle(CircleId(id.0)),
            Side::Organisation => Self::Organisation(OrganisationId(id.0)),
            Side::Network => Self::Network(NetworkId(id.0)),
        }
    }

    pub fn parts(self) -> (Side, PartyId) {
        let (side, id): (Side, Uuid) = match self {
            Self::Person(id) => (Side::Person, id.0),
            Self::Circle(id) => (Side::Circle, id.0),
            Self::Organisation(id) => (Side::Organisation, id.0),
            Self::Network(id) => (Side::Network, id.0),
        };
        (side, PartyId(id))
    }

    /// Those who are this side.
    pub fn who(self) -> Who {
        match self {
            Self::Person(id) => Who::Person(id),
            Self::Circle(id) => Who::Circle(id),
            Self::Organisation(id) => Who::Liaisons(id),
            Self::Network(id) => Who::Network(id),
        }
    }

    /// As a form's value carries it: `circle:…`.
    pub fn value(self) -> String {
        let (side, id) = self.parts();
        format!("{}:{id}", side.as_str())
    }

    pub fn parse(text: &str) -> Option<Self> {
        let (side, id) = text.split_once(':')?;
        Some(Self::of(Side::parse(side)?, PartyId::parse(id)?))
    }
}

/// A commitment as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = commitments, treat_none_as_null = true)]
pub(crate) struct CommitmentRow {
    pub id: CommitmentId,
    pub network_id: NetworkId,
    pub giver: Side,
    pub giver_id: PartyId,
    /// Who offered it, where a circle or an organisation gives.
    pub spoken_by: Option<PersonId>,
    pub receiver: Side,
    pub receiver_id: PartyId,
    pub kind: Kind,
    /// The kind of offer that fits it, where one does.
    pub fits: Option<OfferWord>,
    pub area: String,
    pub words: Sealed,
    pub much: Option<Sealed>,
    pub rule: Option<String>,
    pub clock: Option<String>,
    pub stage: Stage,
    pub since_on: Day,
    pub start_on: Day,
    pub review_on: Day,
    pub version: i32,
    pub sight: Sight,
    /// Wider sight that the giver chose and the receiver has not agreed to.
    pub sight_asked: Option<Sight>,
    /// The one it takes the place of: changed, or stood in for.
    pub before_id: Option<CommitmentId>,
    pub wakes_when: Option<Sealed>,
    pub wakes_people: Option<i32>,
    pub wakes_hours: Option<i32>,
    pub wakes_uses: Option<i32>,
    /// The buddy who was asked has been in touch.
    pub seen_by_buddy: bool,
    pub row_key: WrappedKey,
}
sealed_row!(CommitmentRow, COMMITMENTS);

/// The kind of an offer, as a word.
pub(crate) type OfferWord = OfferKind;

/// What its two sides, and whoever they let, read of it.
pub(crate) struct Said {
    pub words: String,
    pub much: Option<String>,
    pub wakes_when: Option<String>,
}

impl CommitmentRow {
    pub fn from(&self) -> Party {
        Party::of(self.giver, self.giver_id)
    }

    pub fn to(&self) -> Party {
        Party::of(self.receiver, self.receiver_id)
    }

    pub fn giver_person(&self) -> Option<PersonId> {
        match self.from() {
            Party::Person(person) => Some(person),
            _ => None,
        }
    }

    pub fn to_circle(&self) -> Option<CircleId> {
        match self.to() {
            Party::Circle(circle) => Some(circle),
            _ => None,
        }
    }

    pub fn commitment(&self) -> Commitment {
        Commitment {
            stage: self.stage,
            since: self.since_on,
            start: self.start_on,
            review_on: self.review_on,
            version: self.version,
        }
    }

    pub fn take_on(&mut self, next: Commitment) {
        self.stage = next.stage;
        self.since_on = next.since;
        self.start_on = next.start;
        self.review_on = next.review_on;
        self.version = next.version;
    }

    pub fn recurrence(&self) -> Option<Recurrence> {
        recurrence(self.rule.as_deref(), self.clock.as_deref(), self.start_on)
    }

    pub fn clause(&self) -> Option<Clause> {
        Some(Clause {
            people: self.wakes_people?,
            hours: self.wakes_hours?,
            uses: self.wakes_uses?,
        })
    }

    /// Its words, behind their audience.
    pub fn said(&self, vault: &Vault, treasury: Option<CircleId>) -> Result<Guarded<Said>, Error> {
        let key = self.key(vault)?;
        let said = Said {
            words: key.open(self.row(), "words", &self.words)?,
            much: key.open_some(self.row(), "much", self.much.as_ref())?,
            wakes_when: key.open_some(self.row(), "wakes_when", self.wakes_when.as_ref())?,
        };
        Ok(Guarded::new(said, sight::said(self, treasury)))
    }
}

/// One commitment this viewer may see.
pub(crate) fn commitment(
    conn: &mut AnyConnection,
    me: &Member,
    treasury: Option<CircleId>,
    id: CommitmentId,
) -> QueryResult<CommitmentRow> {
    commitments::table
        .filter(sight::visible_to(me, treasury))
        .filter(commitments::id.eq(id))
        .select(CommitmentRow::as_select())
        .first(conn)
}

/// One commitment, for work without a viewer.
pub(crate) fn commitment_at(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: CommitmentId,
) -> QueryResult<Option<CommitmentRow>> {
    commitments::table
        .filter(
            commitments::network_id
                .eq(network)
                .and(commitments::id.eq(id)),
        )
        .select(CommitmentRow::as_select())
        .first(conn)
        .optional()
}

/// Everything this viewer may see that has not ended, or ended a few weeks ago.
pub(crate) fn seen_by(
    conn: &mut AnyConnection,
    me: &Member,
    treasury: Option<CircleId>,
    today: Day,
) -> QueryResult<Vec<CommitmentRow>> {
    let ended = [Stage::Released, Stage::Completed, Stage::Closed];
    commitments::table
        .filter(sight::visible_to(me, treasury))
        .filter(
            commitments::stage
                .ne_all(ended)
                .or(commitments::since_on.ge(today.plus(-AGAIN_DAYS))),
        )
        .order((commitments::review_on.asc(), commitments::id.asc()))
        .limit(2000)
        .select(CommitmentRow::as_select())
        .load(conn)
}

/// What a person gives that has not ended.
pub(crate) fn given_by(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<Vec<CommitmentRow>> {
    commitments::table
        .filter(commitments::network_id.eq(network))
        .filter(commitments::giver_id.eq(PartyId(person.0)))
        .filter(commitments::stage.ne_all([Stage::Released, Stage::Completed, Stage::Closed]))
        .order((commitments::start_on.asc(), commitments::id.asc()))
        .select(CommitmentRow::as_select())
        .load(conn)
}

/// What was ever given or received by a side, as far as it is kept.
pub(crate) fn of_party(
    conn: &mut AnyConnection,
    network: NetworkId,
    party: PartyId,
) -> QueryResult<Vec<CommitmentRow>> {
    commitments::table
        .filter(commitments::network_id.eq(network))
        .filter(
            commitments::giver_id
                .eq(party)
                .or(commitments::receiver_id.eq(party)),
        )
        .order((commitments::start_on.asc(), commitments::id.asc()))
        .select(CommitmentRow::as_select())
        .load(conn)
}

/// What is given to a circle and has not ended.
pub(crate) fn given_to(
    conn: &mut AnyConnection,
    network: NetworkId,
    circle: CircleId,
) -> QueryResult<Vec<CommitmentRow>> {
    commitments::table
        .filter(commitments::network_id.eq(network))
        .filter(commitments::receiver_id.eq(PartyId(circle.0)))
        .filter(commitments::stage.ne_all([Stage::Released, Stage::Completed, Stage::Closed]))
        .order((commitments::start_on.asc(), commitments::id.asc()))
        .select(CommitmentRow::as_select())
        .load(conn)
}

/// Everything whose clock runs.
pub(crate) fn all_open(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<CommitmentRow>> {
    commitments::table
        .filter(commitments::network_id.eq(network))
        .filter(commitments::stage.eq_any([
            Stage::Offered,
            Stage::Active,
            Stage::AwaitingWord,
            Stage::BuddyAsked,
            Stage::HandingOver,
        ]))
        .select(CommitmentRow::as_select())
        .load(conn)
}

/// Everything that lives, for the planner's count of who holds how much.
pub(crate) fn living(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<CommitmentRow>> {
    commitments::table
        .filter(commitments::network_id.eq(network))
        .filter(commitments::stage.eq_any([
            Stage::Active,
            Stage::AwaitingWord,
            Stage::BuddyAsked,
            Stage::HandingOver,
        ]))
        .select(CommitmentRow::as_select())
        .load(conn)
}

/// Those whose clock may have something to do: their day has passed, or a step waits for its own.
pub(crate) fn due(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<CommitmentRow>> {
    commitments::table
        .filter(commitments::network_id.eq(network))
        .filter(
            commitments::stage
                .eq_any([Stage::Offered, Stage::Active])
                .and(commitments::review_on.lt(today))
                .or(commitments::stage.eq_any([
                    Stage::AwaitingWord,
                    Stage::BuddyAsked,
                    Stage::HandingOver,
                ])),
        )
        .order((commitments::review_on.asc(), commitments::id.asc()))
        .select(CommitmentRow::as_select())
        .load(conn)
}

/// Those whose buddies are asked.
pub(crate) fn buddies_asked(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<CommitmentRow>> {
    commitments::table
        .filter(commitments::network_id.eq(network))
        .filter(commitments::stage.eq(Stage::BuddyAsked))
        .filter(commitments::seen_by_buddy.eq(false))
        .order(commitments::id.asc())
        .select(CommitmentRow::as_select())
        .load(conn)
}

pub(crate) fn add(conn: &mut AnyConnection, row: &CommitmentRow) -> QueryResult<()> {
    diesel::insert_into(commitments::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn save(conn: &mut AnyConnection, row: &CommitmentRow) -> QueryResult<()> {
    diesel::update(commitments::table.find(row.id))
        .set(row)
        .execute(conn)?;
    Ok(())
}

/// A commitment goes, and with it when it woke.
pub(crate) fn remove(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: CommitmentId,
) -> QueryResult<()> {
    diesel::delete(
        woken_times::table.filter(
            woken_times::network_id
                .eq(network)
                .and(woken_times::commitment_id.eq(id)),
        ),
    )
    .execute(conn)?;
    diesel::delete(commitments::table.find(id)).execute(conn)?;
    Ok(())
}

/// Who spoke for a circle or a partner is nobody's to know once they have left.
pub(crate) fn unname(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    diesel::update(
        commitments::table.filter(
            commitments::network_id
                .eq(network)
                .and(commitments::spoken_by.eq(person)),
        ),
    )
    .set(commitments::spoken_by.eq(None::<PersonId>))
    .execute(conn)?;
    Ok(())
}

kernel::text_enum!(
    /// What became of one time.
    TimeState {
        /// Given up; it looks for somebody.
        Open = "open",
        /// Somebody stands in.
        StandIn = "stands_in",
        /// At another time, as was agreed.
        Moved = "moved",
    }
);

kernel::id_type!(
    /// One time that is not as its rule says.
    TimeId
);

/// A time that is not as its rule says.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = times_changed, treat_none_as_null = true)]
pub(crate) struct TimeRow {
    pub id: TimeId,
    pub network_id: NetworkId,
    pub commitment_id: CommitmentId,
    pub rule_day: Day,
    pub state: TimeState,
    pub other_day: Option<Day>,
    pub other_clock: Option<String>,
    pub stand_in: Option<PersonId>,
    pub ends_on: Day,
}

pub(crate) fn times_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    commitment: CommitmentId,
) -> QueryResult<Vec<TimeRow>> {
    times_changed::table
        .filter(times_changed::network_id.eq(network))
        .filter(times_changed::commitment_id.eq(commitment))
        .order((times_changed::rule_day.asc(), times_changed::id.asc()))
        .select(TimeRow::as_select())
        .load(conn)
}

/// Times somebody stands in for, from a day on.
pub(crate) fn standing_in(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
    from: Day,
) -> QueryResult<Vec<TimeRow>> {
    times_changed::table
        .filter(times_changed::network_id.eq(network))
        .filter(times_changed::stand_in.eq(person))
        .filter(times_changed::ends_on.ge(from))
        .order((times_changed::rule_day.asc(), times_changed::id.asc()))
        .select(TimeRow::as_select())
        .load(conn)
}

/// Everybody's standing in, from a day on.
pub(crate) fn all_standing_in(
    conn: &mut AnyConnection,
    network: NetworkId,
    from: Day,
) -> QueryResult<Vec<PersonId>> {
    let all: Vec<Option<PersonId>> = times_changed::table
        .filter(times_changed::network_id.eq(network))
        .filter(times_changed::stand_in.is_not_null())
        .filter(times_changed::ends_on.ge(from))
        .select(times_changed::stand_in)
        .load(conn)?;
    Ok(all.into_iter().flatten().collect())
}

pub(crate) fn put_time(conn: &mut AnyConnection, row: &TimeRow) -> QueryResult<()> {
    let changed = diesel::update(times_changed::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(times_changed::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn remove_time(conn: &mut AnyConnection, id: TimeId) -> QueryResult<()> {
    diesel::delete(times_changed::table.find(id)).execute(conn)?;
    Ok(())
}

/// Times of a commitment that were changed go with it.
pub(crate) fn remove_times_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    commitment: CommitmentId,
) -> QueryResult<()> {
    diesel::delete(
        times_changed::table.filter(
            times_changed::network_id
                .eq(network)
                .and(times_changed::commitment_id.eq(commitment)),
        ),
    )
    .execute(conn)?;
    Ok(())
}

kernel::id_type!(
    /// One waking.
    WakingId
);

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = woken_times)]
pub(crate) struct WakingRow {
    pub id: WakingId,
    pub network_id: NetworkId,
    pub commitment_id: CommitmentId,
    pub woken_at: Moment,
    pub until_at: Moment,
    pub ends_on: Day,
}

pub(crate) fn wakings_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    commitment: CommitmentId,
) -> QueryResult<Vec<WakingRow>> {
    woken_times::table
        .filter(woken_times::network_id.eq(network))
        .filter(woken_times::commitment_id.eq(commitment))
        .order(woken_times::woken_at.asc())
        .select(WakingRow::as_select())
        .load(conn)
}

pub(crate) fn add_waking(conn: &mut AnyConnection, row: &WakingRow) -> QueryResult<()> {
    diesel::insert_into(woken_times::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}
