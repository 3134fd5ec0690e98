//! Two who sit down with one another.

use super::people_in;
use crate::{
    rules::{Meeting, OneToOne, OneToOneId, Side},
    schema::one_to_ones,
};
use diesel::prelude::*;
use kernel::{Day, NetworkId, PersonId, YesNo};
use store::{AnyConnection, Sealed, Stop, Vault, WrappedKey, sealed_row};

pub(crate) const ONE_TO_ONES: &str = "one_to_ones";

/// One of them as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = one_to_ones, treat_none_as_null = true)]
pub(crate) struct MeetingRow {
    pub id: OneToOneId,
    pub network_id: NetworkId,
    pub one_mark: Vec<u8>,
    pub other_mark: Vec<u8>,
    pub who: Sealed,
    pub stage: Meeting,
    pub about: Option<Sealed>,
    pub next_thing: Option<Sealed>,
    pub note_one: Option<Sealed>,
    pub note_other: Option<Sealed>,
    pub met_one: YesNo,
    pub met_other: YesNo,
    pub counts_one: YesNo,
    pub counts_other: YesNo,
    pub introduced: YesNo,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(MeetingRow, ONE_TO_ONES);

impl MeetingRow {
    pub fn rule(&self) -> OneToOne {
        let is = |one: YesNo, other: YesNo| (one.is_so(), other.is_so());
        OneToOne {
            stage: self.stage,
            met: is(self.met_one, self.met_other),
            counts: is(self.counts_one, self.counts_other),
        }
    }

    pub fn take_on(&mut self, rule: OneToOne) {
        self.stage = rule.stage;
        (self.met_one, self.met_other) = (rule.met.0.into(), rule.met.1.into());
        (self.counts_one, self.counts_other) = (rule.counts.0.into(), rule.counts.1.into());
    }

    /// Whoever asked, and the other.
    pub fn two(&self, vault: &Vault) -> Result<(PersonId, PersonId), Stop> {
        let who = self.key(vault)?.open(self.row(), "who", &self.who)?;
        match people_in(&who)[..] {
            [one, other] => Ok((one, other)),
            _ => Err(Stop::NotThere),
        }
    }

    /// Which of the two somebody is, and who the other is.
    pub fn side_of(&self, vault: &Vault, me: PersonId) -> Result<(Side, PersonId), Stop> {
        match self.two(vault)? {
            (one, other) if one == me => Ok((Side::One, other)),
            (one, other) if other == me => Ok((Side::Other, one)),
            _ => Err(Stop::NotThere),
        }
    }

    pub fn note(&self, side: Side) -> Option<&Sealed> {
        match side {
            Side::One => self.note_one.as_ref(),
            Side::Other => self.note_other.as_ref(),
        }
    }
}

pub(crate) fn meeting(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: OneToOneId,
) -> QueryResult<MeetingRow> {
    let one = one_to_ones::network_id
        .eq(network)
        .and(one_to_ones::id.eq(id));
    one_to_ones::table
        .filter(one)
        .select(MeetingRow::as_select())
        .first(conn)
}

/// Those in which somebody is.
pub(crate) fn meetings_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    mark: &[u8],
) -> QueryResult<Vec<MeetingRow>> {
    let mine = one_to_ones::one_mark
        .eq(mark.to_vec())
        .or(one_to_ones::other_mark.eq(mark.to_vec()));
    one_to_ones::table
        .filter(one_to_ones::network_id.eq(network))
        .filter(mine)
        .order((one_to_ones::review_on.desc(), one_to_ones::id.asc()))
        .select(MeetingRow::as_select())
        .load(conn)
}

pub(crate) fn put_meeting(conn: &mut AnyConnection, row: &MeetingRow) -> QueryResult<()> {
    let changed = diesel::update(one_to_ones::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(one_to_ones::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

pub(crate) fn remove_meeting(conn: &mut AnyConnection, id: OneToOneId) -> QueryResult<()> {
    diesel::delete(one_to_ones::table.find(id)).execute(conn)?;
    Ok(())
}
