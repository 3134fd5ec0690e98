//! What a person can do about an open table: each deed loads, asks the rule, saves; in one
//! transaction.

mod batch;
pub(crate) mod cells;
mod draft;
pub(crate) mod import;
pub(crate) mod map;

use crate::{
    rules::{Certainty, Keeper, Read, Table, TableId, TableRefusal},
    sight,
    tables::{self, TableRow},
};
pub(crate) use batch::undo;
use kernel::{Day, Moment};
use store::{AnyConnection, Stop};
use web::{House, Room};

/// A table as somebody writes it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTable {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub place: String,
    /// The coarse area.
    pub area: String,
    /// When, in words.
    pub rhythm: String,
    /// What there is.
    pub offers: String,
    /// The languages spoken there.
    pub languages: String,
    /// A contact that its organisation publishes.
    pub contact: String,
    /// Whose published words these are; empty where they are the network's own.
    pub published_by: String,
    /// Who keeps it.
    pub keeper: Keeper,
    /// By when somebody looks at it again.
    pub review_on: Day,
}

impl NewTable {
    /// What a table cannot do without.
    fn check(&self) -> Result<(), TableRefusal> {
        let said = |text: &str, no| match text.trim().is_empty() {
            true => Err(no),
            false => Ok(()),
        };
        said(&self.name, TableRefusal::NameNeeded)?;
        said(&self.place, TableRefusal::PlaceNeeded)?;
        said(&self.rhythm, TableRefusal::RhythmNeeded)
    }
}

/// A row as a table begins.
pub(crate) fn fresh(house: &House, new: &NewTable, today: Day) -> TableRow {
    let read = Read::of(&new.rhythm);
    let mut row = TableRow {
        id: TableId::new(&*house.chance),
        network_id: house.network().id,
        name: new.name.clone(),
        place: new.place.clone(),
        area: new.area.clone(),
        rhythm: new.rhythm.clone(),
        rules: read.rules,
        reading: read.certainty,
        weekdays: read.weekdays,
        offers: new.offers.clone(),
        languages: new.languages.clone(),
        contact: new.contact.clone(),
        published_by: new.published_by.clone(),
        circle_id: None,
        organisation_id: None,
        closed_words: None,
        closed_until: None,
        since_on: today,
        looked_on: Some(today),
        review_on: new.review_on,
        ended_on: None,
        by_hand: true,
        source_key: None,
    };
    row.set_keeper(new.keeper);
    row
}

/// Writes a table down, as of a moment. Call it inside a transaction.
pub fn record(
    conn: &mut AnyConnection,
    house: &House,
    new: &NewTable,
    now: Moment,
) -> Result<TableId, Stop> {
    new.check()?;
    let today = house.network().zone.day_of(now);
    crate::rules::review_day(today, new.review_on)?;
    let row = fresh(house, new, today);
    tables::insert(conn, &row)?;
    Ok(row.id)
}

/// Adds a table, for a circle one is in or an organisation one speaks for.
pub(crate) fn add(room: &mut Room<'_>, new: &NewTable) -> Result<TableId, Stop> {
    let me = room.member()?;
    if !new.keeper.may_be_changed_by(&me, room.network.aid) {
        return Err(TableRefusal::NotYourKeeper.into());
    }
    record(room.conn, room.house, new, room.now)
}

/// One table of this network.
pub(crate) fn look(room: &mut Room<'_>, id: &str) -> Result<TableRow, Stop> {
    let id = TableId::parse(id).ok_or(Stop::NotThere)?;
    Ok(tables::one(room.conn, room.network.id, id)?)
}

/// The same, for those who may change it.
pub(crate) fn look_to_change(room: &mut Room<'_>, id: &str) -> Result<TableRow, Stop> {
    room.member()?;
    let row = look(room, id)?;
    if sight::may_change(&room.viewer, &row, room.network.aid) {
        Ok(row)
    } else {
        Err(TableRefusal::NotYours.into())
    }
}

fn by_rule(
    room: &mut Room<'_>,
    id: &str,
    rule: impl FnOnce(Table, Day) -> Result<Table, TableRefusal>,
) -> Result<(), Stop> {
    let mut row = look_to_change(room, id)?;
    let table = rule(row.table().as_of(room.today), room.today)?;
    row.take_on(table);
    row.by_hand = true;
    tables::save(room.conn, &row)?;
    Ok(())
}

/// Changes what a table says; whoever changes it has looked at it.
pub(crate) fn change(room: &mut Room<'_>, id: &str, new: &NewTable) -> Result<(), Stop> {
    let mut row = look_to_change(room, id)?;
    let me = room.member()?;
    new.check()?;
    if !new.keeper.may_be_changed_by(&me, room.network.aid) {
        return Err(TableRefusal::NotYourKeeper.into());
    }
    let table = row.table().look_again(room.today, new.review_on)?;
    row.take_on(table);
    row.set_rhythm(&new.rhythm);
    row.name.clone_from(&new.name);
    row.place.clone_from(&new.place);
    row.area.clone_from(&new.area);
    row.offers.clone_from(&new.offers);
    row.languages.clone_from(&new.languages);
    row.contact.clone_from(&new.contact);
    row.set_keeper(new.keeper);
    row.by_hand = true;
    tables::save(room.conn, &row)?;
    Ok(())
}

/// Somebody has looked: all of it is as it stands here.
pub(crate) fn look_again(room: &mut Room<'_>, id: &str, by: Day) -> Result<(), Stop> {
    by_rule(room, id, |table, today| table.look_again(today, by))
}

/// It closes for a while.
pub(crate) fn close(room: &mut Room<'_>, id: &str, words: &str, until: Day) -> Result<(), Stop> {
    by_rule(room, id, |table, today| table.close(words, today, until))
}

/// It opens again before its day.
pub(crate) fn open(room: &mut Room<'_>, id: &str) -> Result<(), Stop> {
    by_rule(room, id, |table, _| table.open())
}

/// It ends.
pub(crate) fn end(room: &mut Room<'_>, id: &str) -> Result<(), Stop> {
    by_rule(room, id, Table::end)
}

/// A keeper says that what was doubtful is read rightly.
pub(crate) fn confirm(room: &mut Room<'_>, id: &str) -> Result<(), Stop> {
    let mut row = look_to_change(room, id)?;
    row.table().lives()?;
    if row.reading != Certainty::Doubtful {
        return Err(TableRefusal::NothingToConfirm.into());
    }
    row.reading = Certainty::Confirmed;
    row.by_hand = true;
    tables::save(room.conn, &row)?;
    Ok(())
}
