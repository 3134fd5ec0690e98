//! Proposals, decisions, and the texts they had.

use crate::{
    rules::{Class, Manner, Proposal, ProposalId, Stage, manners_of},
    schema::{proposal_texts, proposals},
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, PersonId, YesNo};
use store::{AnyConnection, Sealed, WrappedKey, sealed_row};

pub(crate) const PROPOSALS: &str = "proposals";
pub(crate) const TEXTS: &str = "proposal_texts";

kernel::text_enum!(
    /// Whether the text that came after this one meant something else.
    Meaning {
        /// It did.
        Changed = "changed",
        /// It was a slip of the pen.
        Typo = "typo",
    }
);

kernel::id_type!(
    /// One text a proposal had.
    TextId
);

/// A proposal as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = proposals, treat_none_as_null = true)]
pub(crate) struct ProposalRow {
    pub id: ProposalId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub author_id: Option<PersonId>,
    pub class: Class,
    pub stage: Stage,
    pub title: Sealed,
    pub words: Sealed,
    /// Who pays for the wait.
    pub waits: Option<Sealed>,
    pub opened_on: Day,
    pub since_at: Moment,
    pub version: i32,
    pub sittings: i32,
    pub sat_on: Option<Day>,
    pub sittings_needed: i32,
    pub laid_over: i32,
    pub disputed: YesNo,
    pub adopted_at: Option<Moment>,
    pub review_on: Day,
    pub row_key: WrappedKey,
    /// By which way it is decided.
    pub manner: Manner,
    /// Which way its adoption gives the circle.
    pub gives: Option<Manner>,
    /// Who bears it, and how they shaped it.
    pub bears: Option<Sealed>,
    pub shaped: Option<Sealed>,
}
sealed_row!(ProposalRow, PROPOSALS);

impl ProposalRow {
    pub fn proposal(&self) -> Proposal {
        Proposal {
            class: self.class,
            manner: self.manner,
            stage: self.stage,
            since: self.since_at,
            version: self.version,
            sittings: self.sittings,
            sat_on: self.sat_on,
            sittings_needed: self.sittings_needed,
            laid_over: self.laid_over,
            disputed: self.disputed.is_so(),
            adopted: self.adopted_at,
            review_on: self.adopted_at.map(|_| self.review_on),
        }
    }

    /// Takes on what a rule made of it.
    pub fn take_on(&mut self, rule: Proposal) {
        self.stage = rule.stage;
        self.since_at = rule.since;
        self.version = rule.version;
        self.sittings = rule.sittings;
        self.sat_on = rule.sat_on;
        self.sittings_needed = rule.sittings_needed;
        self.laid_over = rule.laid_over;
        self.disputed = rule.disputed.into();
        self.adopted_at = rule.adopted;
        self.review_on = rule.review_on.unwrap_or(self.review_on);
    }
}

/// A text a proposal had before.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = proposal_texts)]
pub(crate) struct TextRow {
    pub id: TextId,
    pub network_id: NetworkId,
    pub proposal_id: ProposalId,
    pub version: i32,
    pub meaning: Meaning,
    pub words: Sealed,
    pub until_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(TextRow, TEXTS);

pub(crate) fn proposal(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ProposalId,
) -> QueryResult<ProposalRow> {
    let one = proposals::network_id.eq(network).and(proposals::id.eq(id));
    proposals::table
        .filter(one)
        .select(ProposalRow::as_select())
        .first(conn)
}

/// Every proposal of these circles, and what changes what we are; the newest first.
pub(crate) fn proposals_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    circles: &[CircleId],
) -> QueryResult<Vec<ProposalRow>> {
    let theirs = proposals::circle_id
        .eq_any(circles.to_vec())
        .or(proposals::class.eq(Class::Foundational));
    proposals::table
        .filter(proposals::network_id.eq(network).and(theirs))
        .order((proposals::opened_on.desc(), proposals::id.asc()))
        .select(ProposalRow::as_select())
        .load(conn)
}

/// By which ways a circle decides at a moment: yes or no, and among things.
pub(crate) fn manners(
    conn: &mut AnyConnection,
    network: NetworkId,
    circle: CircleId,
    now: Moment,
) -> QueryResult<(Manner, Manner)> {
    let rows: Vec<ProposalRow> = proposals::table
        .filter(proposals::network_id.eq(network))
        .filter(proposals::circle_id.eq(circle))
        .filter(proposals::stage.eq(Stage::Adopted))
        .filter(proposals::gives.is_not_null())
        .select(ProposalRow::as_select())
        .load(conn)?;
    let in_effect = rows.iter().filter(|row| row.proposal().is_in_effect(now));
    Ok(manners_of(
        in_effect.filter_map(|row| Some((row.adopted_at?, row.gives?))),
    ))
}

/// What these circles are deciding, and what they have decided and its day has come; the newest first.
pub(crate) fn to_be_looked_at(
    conn: &mut AnyConnection,
    network: NetworkId,
    circles: &[CircleId],
    today: Day,
) -> QueryResult<Vec<ProposalRow>> {
    let open = proposals::stage.eq_any(Stage::OPEN);
    let due = proposals::stage
        .eq(Stage::Adopted)
        .and(proposals::review_on.le(today));
    proposals::table
        .filter(proposals::network_id.eq(network))
        .filter(proposals::circle_id.eq_any(circles.to_vec()))
        .filter(open.or(due))
        .order((proposals::opened_on.desc(), proposals::id.asc()))
        .select(ProposalRow::as_select())
        .load(conn)
}

/// How many, of a circle or of all, that are in these stages were adopted from a moment on.
pub(crate) fn adopted_from(
    conn: &mut AnyConnection,
    (network, circle): (NetworkId, Option<CircleId>),
    (stages, from): (&[Stage], Moment),
) -> QueryResult<usize> {
    let mut query = proposals::table
        .filter(proposals::network_id.eq(network))
        .filter(proposals::stage.eq_any(stages.to_vec()))
        .filter(proposals::adopted_at.ge(from).assume_not_null())
        .into_boxed();
    if let Some(circle) = circle {
        query = query.filter(proposals::circle_id.eq(circle));
    }
    let many: i64 = query.count().get_result(conn)?;
    Ok(usize::try_from(many).unwrap_or(0))
}

/// Every proposal, for an export two people asked for.
pub(crate) fn all_proposals(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<ProposalRow>> {
    proposals::table
        .filter(proposals::network_id.eq(network))
        .order((proposals::opened_on.asc(), proposals::id.asc()))
        .select(ProposalRow::as_select())
        .load(conn)
}

pub(crate) fn put_proposal(conn: &mut AnyConnection, row: &ProposalRow) -> QueryResult<()> {
    let changed = diesel::update(proposals::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(proposals::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn texts_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ProposalId,
) -> QueryResult<Vec<TextRow>> {
    let of = proposal_texts::network_id
        .eq(network)
        .and(proposal_texts::proposal_id.eq(id));
    proposal_texts::table
        .filter(of)
        .order((
            proposal_texts::version.asc(),
            proposal_texts::until_on.asc(),
        ))
        .select(TextRow::as_select())
        .load(conn)
}

pub(crate) fn add_text(conn: &mut AnyConnection, row: &TextRow) -> QueryResult<()> {
    diesel::insert_into(proposal_texts::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

/// The last text was no slip of the pen after all.
pub(crate) fn meant(conn: &mut AnyConnection, id: TextId) -> QueryResult<()> {
    diesel::update(proposal_texts::table.find(id))
        .set(proposal_texts::meaning.eq(Meaning::Changed))
        .execute(conn)?;
    Ok(())
}

/// Whoever leaves is no author any more.
pub(crate) fn unname_author(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let theirs = proposals::network_id
        .eq(network)
        .and(proposals::author_id.eq(person));
    diesel::update(proposals::table.filter(theirs))
        .set(proposals::author_id.eq(None::<PersonId>))
        .execute(conn)?;
    Ok(())
}
