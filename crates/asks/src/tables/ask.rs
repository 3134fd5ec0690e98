//! An ask as stored, and the way between its row and its rules.

use super::{StageWord, place_row};
use crate::{
    rules::{Ask, AskId, Channel, Consent, Kind, NEVER_DAY, NEVER_MOMENT, Order, Stage, Word},
    schema::{ask_places, asks},
    sight,
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Guarded, Member, Moment, NetworkId, OrganisationId, PersonId, Viewer};
use store::{AnyConnection, DataKey, Error, Row, Sealed, Stop, Vault, WrappedKey};
use web::Lang;

pub(crate) const ASKS: &str = "asks";

/// An ask as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = asks, treat_none_as_null = true)]
pub(crate) struct AskRow {
    pub id: AskId,
    pub network_id: NetworkId,
    pub code: String,
    pub stage: StageWord,
    pub stage_since: Moment,
    pub claimer_id: Option<PersonId>,
    pub received_at: Moment,
    pub window_until: Moment,
    pub by_when: Day,
    pub area: String,
    pub kind: Kind,
    pub channel: Channel,
    pub language: Lang,
    pub share_words: bool,
    pub share_partner: bool,
    pub shift_only: bool,
    pub text_ok: bool,
    pub recorded_by: Option<PersonId>,
    pub words: Sealed,
    pub published: Option<Sealed>,
    pub contact: Option<Sealed>,
    pub digits: Sealed,
    pub plan: Option<Sealed>,
    pub answer: Option<Sealed>,
    /// Whom it was handed on to, or whom its claimer speaks for.
    pub organisation_id: Option<OrganisationId>,
    pub delivered_on: Option<Day>,
    pub follow_up_on: Option<Day>,
    pub closed_on: Option<Day>,
    pub ends_on: Day,
    pub batch_id: Option<super::BatchId>,
    pub source_mark: Option<Vec<u8>>,
    pub row_key: WrappedKey,
}

/// What an ask says to one viewer; what is not for them was never opened.
pub(crate) struct AskSeen {
    pub words: Option<String>,
    pub published: Option<String>,
    pub contact: Option<String>,
    pub plan: Option<String>,
    pub answer: Option<String>,
    pub recorded_by: Option<PersonId>,
}

impl AskRow {
    pub fn row(&self) -> Row<'_> {
        Row {
            network: &self.network_id,
            table: ASKS,
            id: self.id.bytes(),
        }
    }

    pub fn key(&self, vault: &Vault) -> Result<DataKey, Error> {
        vault.open_key(self.row(), &self.row_key)
    }

    /// While whoever said "I can" still needs to reach the asker.
    pub fn is_with_its_claimer(&self) -> bool {
        matches!(
            self.stage,
            StageWord::Claimed | StageWord::Arranged | StageWord::SaidDone
        )
    }

    /// The organisation its claimer speaks for in it.
    pub fn claimed_for(&self) -> Option<OrganisationId> {
        self.organisation_id.filter(|_| self.claimer_id.is_some())
    }

    /// All it says to a viewer but where the asker lives; only that is opened.
    pub fn seen_by(&self, viewer: &Viewer, vault: &Vault, aid: CircleId) -> Result<AskSeen, Error> {
        let mut key = None;
        let mut open = |column, sealed: Guarded<Option<&Sealed>>| {
            let Some(sealed) = sealed.seen_by(viewer).copied().flatten() else {
                return Ok(None);
            };
            if key.is_none() {
                key = Some(self.key(vault)?);
            }
            let opened = key.as_ref().map(|key| key.open(self.row(), column, sealed));
            opened.transpose()
        };
        let published = Guarded::new(self.published.as_ref(), sight::published(self, aid));
        Ok(AskSeen {
            words: open(
                "words",
                Guarded::new(Some(&self.words), sight::words(self, aid)),
            )?,
            contact: open(
                "contact",
                Guarded::new(self.contact.as_ref(), sight::contact(self, aid)),
            )?,
            plan: open(
                "plan",
                Guarded::new(self.plan.as_ref(), sight::plan(self, aid)),
            )?,
            answer: open(
                "answer",
                Guarded::new(self.answer.as_ref(), sight::answer(aid)),
            )?,
            published: match published.seen_by(viewer).copied().flatten() {
                Some(sealed) => {
                    Some(vault.open_often(self.row(), &self.row_key, "published", sealed)?)
                }
                None => None,
            },
            recorded_by: Guarded::new(self.recorded_by, sight::recorded_by(aid))
                .seen_by(viewer)
                .copied()
                .flatten(),
        })
    }

    /// Its place in the queue.
    #[allow(dead_code)] // the queue is ordered by the database; tests compare both
    pub fn order(&self) -> Order {
        Order {
            window_until: self.window_until,
            by_when: self.by_when,
            received_at: self.received_at,
            id: self.id,
        }
    }

    /// By when, if the asker said so.
    pub fn by_day(&self) -> Option<Day> {
        (self.by_when != NEVER_DAY).then_some(self.by_when)
    }

    /// Until when it is safe to wait, if the asker said so.
    pub fn window(&self) -> Option<Moment> {
        (self.window_until != NEVER_MOMENT).then_some(self.window_until)
    }

    /// The ask as its rules see it.
    pub fn ask(&self, place_dies_on: Option<Day>) -> Ask {
        let by = self.claimer_id;
        let told = |word| Stage::Told {
            by,
            word,
            follow_up: self.follow_up_on,
        };
        let stage = match (self.stage, by) {
            (StageWord::Received, _) => Stage::Received,
            (StageWord::Heard, _) => Stage::Heard,
            (StageWord::Claimed, Some(by)) => Stage::Claimed {
                by,
                since: self.stage_since,
            },
            (StageWord::Arranged, Some(by)) => Stage::Arranged { by },
            (StageWord::SaidDone, Some(by)) => Stage::SaidDone {
                by,
                at: self.stage_since,
            },
            // Whoever had claimed it has left: it is open again.
            (
                StageWord::Open | StageWord::Claimed | StageWord::Arranged | StageWord::SaidDone,
                _,
            ) => Stage::Open,
            (StageWord::Confirmed, _) => told(Word::Helped),
            (StageWord::Partly, _) => told(Word::Partly),
            (StageWord::NotRight, _) => told(Word::DidntHelp),
            (StageWord::MadeHarder, _) => told(Word::MadeHarder),
            (StageWord::Unconfirmed, _) => Stage::Unconfirmed { by },
            (StageWord::Referred, _) => match self.organisation_id {
                Some(to) => Stage::Referred { to },
                None => Stage::Unable,
            },
            (StageWord::Unable, _) => Stage::Unable,
            (StageWord::Withdrawn, _) => Stage::Withdrawn,
        };
        Ask {
            stage,
            consent: Consent {
                share_words: self.share_words,
                share_with_partner: self.share_partner,
                shift_only: self.shift_only,
            },
            claimed_for: self.claimed_for(),
            closed_on: self.closed_on,
            place_dies_on,
            delivered_on: self.delivered_on,
            ends_on: self.ends_on,
        }
    }

    /// Takes on what the rules decided.
    pub fn take(&mut self, ask: &Ask, now: Moment) {
        let (word, follow_up) = match ask.stage {
            Stage::Received => (StageWord::Received, None),
            Stage::Heard => (StageWord::Heard, None),
            Stage::Open => (StageWord::Open, None),
            Stage::Claimed { .. } => (StageWord::Claimed, None),
            Stage::Arranged { .. } => (StageWord::Arranged, None),
            Stage::SaidDone { .. } => (StageWord::SaidDone, None),
            Stage::Told {
                word, follow_up, ..
            } => (
                match word {
                    Word::Helped => StageWord::Confirmed,
                    Word::Partly => StageWord::Partly,
                    Word::DidntHelp => StageWord::NotRight,
                    Word::MadeHarder => StageWord::MadeHarder,
                },
                follow_up,
            ),
            Stage::Unconfirmed { .. } => (StageWord::Unconfirmed, None),
            Stage::Referred { .. } => (StageWord::Referred, None),
            Stage::Unable => (StageWord::Unable, None),
            Stage::Withdrawn => (StageWord::Withdrawn, None),
        };
        if word != self.stage {
            self.stage_since = now;
        }
        self.stage = word;
        self.follow_up_on = follow_up;
        self.claimer_id = ask.stage.claimer();
        self.organisation_id = match ask.stage {
            Stage::Referred { to } => Some(to),
            _ => ask.claimed_for,
        };
        self.share_words = ask.consent.share_words;
        self.share_partner = ask.consent.share_with_partner;
        self.shift_only = ask.consent.shift_only;
        self.closed_on = ask.closed_on;
        self.delivered_on = ask.delivered_on;
    }
}

/// Saves an ask after a deed, and gives what now has its day of death to the key of that day.
pub(crate) fn save(
    conn: &mut AnyConnection,
    vault: &Vault,
    row: &mut AskRow,
    ask: &Ask,
    now: Moment,
) -> Result<(), Stop> {
    let was_closed = row.closed_on;
    row.take(ask, now);
    if row.closed_on != was_closed {
        let dies_on = row.closed_on.map(|day| day.plus(crate::rules::WORDS_DAYS));
        row.row_key = vault.rewrap(row.row(), &row.row_key, dies_on)?;
    }
    if let Some(mut place) = place_row(conn, row.network_id, row.id)?
        && place.dies_on != ask.place_dies_on
    {
        place.row_key = vault.rewrap(place.row(), &place.row_key, ask.place_dies_on)?;
        diesel::update(ask_places::table.find(place.id))
            .set((
                ask_places::dies_on.eq(ask.place_dies_on),
                ask_places::row_key.eq(place.row_key),
            ))
            .execute(conn)?;
    }
    diesel::update(asks::table.find(row.id))
        .set(&*row)
        .execute(conn)?;
    Ok(())
}

/// One ask this viewer may see; not there for anybody else.
pub(crate) fn visible(
    conn: &mut AnyConnection,
    member: &Member,
    aid: CircleId,
    id: AskId,
) -> QueryResult<AskRow> {
    asks::table
        .filter(asks::id.eq(id))
        .filter(sight::visible_to(member, aid))
        .select(AskRow::as_select())
        .first(conn)
}

/// The ask of a code, in any case of letters, with a space or a hyphen.
pub(crate) fn by_code(
    conn: &mut AnyConnection,
    network: NetworkId,
    code: &str,
) -> QueryResult<Option<AskRow>> {
    asks::table
        .filter(asks::network_id.eq(network).and(asks::code.eq(code)))
        .select(AskRow::as_select())
        .first(conn)
        .optional()
}

/// The ask a form made that is sent a second time.
pub(crate) fn by_once(
    conn: &mut AnyConnection,
    network: NetworkId,
    mark: &[u8],
) -> QueryResult<Option<AskRow>> {
    asks::table
        .filter(asks::network_id.eq(network).and(asks::source_mark.eq(mark)))
        .select(AskRow::as_select())
        .first(conn)
        .optional()
}

/// Whether a code is in use.
pub(crate) fn code_taken(
    conn: &mut AnyConnection,
    network: NetworkId,
    code: &str,
) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(
        asks::table.filter(asks::network_id.eq(network).and(asks::code.eq(code))),
    ))
    .get_result(conn)
}
