//! Commitments as stored.

use super::{Party, PartyId, Side, recurrence};
use crate::{
    rules::{AGAIN_DAYS, Clause, Commitment, CommitmentId, Kind, Sight, Stage},
    schema::{commitments, woken_times},
    sight,
};
use asks::rules::Kind as OfferKind;
use diesel::prelude::*;
use kernel::{CircleId, Day, Guarded, Member, NetworkId, PersonId};
use rhythm::Recurrence;
use store::{AnyConnection, ERASED, Error, Sealed, Vault, WrappedKey, sealed_row, set_fact};

pub(crate) const COMMITMENTS: &str = "commitments";

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
    commitments::table
        .filter(sight::visible_to(me, treasury))
        .filter(
            commitments::stage
                .ne_all(Stage::ENDED)
                .or(commitments::since_on.ge(today.plus(-AGAIN_DAYS))),
        )
        .order((commitments::review_on.asc(), commitments::id.asc()))
        .limit(2000)
        .select(CommitmentRow::as_select())
        .load(conn)
}

/// Offers this viewer may see, that nobody has answered.
pub(crate) fn offered_seen_by(
    conn: &mut AnyConnection,
    me: &Member,
    treasury: Option<CircleId>,
) -> QueryResult<Vec<CommitmentRow>> {
    commitments::table
        .filter(sight::visible_to(me, treasury))
        .filter(commitments::stage.eq(Stage::Offered))
        .order((commitments::since_on.asc(), commitments::id.asc()))
        .limit(100)
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
        .filter(commitments::stage.ne_all(Stage::ENDED))
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
        .filter(commitments::stage.ne_all(Stage::ENDED))
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
        .filter(
            commitments::stage
                .eq(Stage::Offered)
                .or(commitments::stage.eq_any(Stage::LIVING)),
        )
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
        .filter(commitments::stage.eq_any(Stage::LIVING))
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
    set_fact(conn, network, ERASED, "yes")
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
