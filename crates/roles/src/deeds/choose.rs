//! A choosing opens, people say their word, and it ends with somebody chosen or with nobody.

use super::{BY_CIRCLE, adopt, book, hold, in_circle, lot, may_hold, reads};
use crate::{
    book::Book,
    rules::{Asked, CHOOSING_DAYS, How, Kind, RoleId, RolesRefusal, Says, Stage, last_by},
    tables::{self, CHOOSINGS, ChoosingId, ChoosingRow, WORDS, WordId, WordRow},
    words,
};
use kernel::{CircleId, Day, NetworkId, PersonId, Standing};
use store::{AnyConnection, Stop};
use web::{House, PowerKind, PowerUse, Room};

/// What is to be chosen, and how.
pub(crate) struct Opening {
    pub kind: Kind,
    /// Who is proposed, where somebody is from the start.
    pub candidate: Option<PersonId>,
    /// The last day of the term, where it is not the usual one.
    pub last: Option<Day>,
}

/// Opens a choosing; one at a time for each role.
pub(crate) fn open(room: &mut Room<'_>, id: RoleId, opening: &Opening) -> Result<ChoosingId, Stop> {
    reads(room)?;
    let book = book(room)?;
    let role = book.role(id)?.role.clone();
    let me = in_circle(room, role.circle)?;
    let mut there = tables::choosings(room.conn, me.network)?.into_iter();
    if there.any(|row| row.role_id == id && row.stage != Stage::Chosen) {
        return Err(RolesRefusal::ChoosingOpen.into());
    }
    // The term begins when somebody is chosen, which may take as long as a choosing does.
    let latest = last_by(room.today.plus(CHOOSING_DAYS), role.months);
    if opening
        .last
        .is_some_and(|last| last < room.today || last > latest)
    {
        let months = role.months;
        return Err(RolesRefusal::TermTooLong {
            months,
            last: latest,
        }
        .into());
    }
    match (opening.kind, opening.candidate) {
        (Kind::Consent, Some(person)) => {
            let first = hold::first_day(&book, (id, person), room.today);
            may_hold(
                room.conn,
                &book,
                (&role, person),
                How::Consent,
                first,
                room.house,
            )?;
        }
        (Kind::Extension, Some(person)) => {
            hold::extendable(&book, (id, person), room.now)?;
        }
        (Kind::Consent | Kind::Extension, None) => return Err(Stop::NotThere),
        (Kind::Selection | Kind::Lot, _) => {}
    }
    let candidate = opening
        .candidate
        .filter(|_| matches!(opening.kind, Kind::Consent | Kind::Extension));
    let fresh = room
        .house
        .vault
        .fresh::<ChoosingId>(me.network, CHOOSINGS)?;
    let new = fresh.id;
    let row = ChoosingRow {
        opened_by: Some(me.id),
        candidate_id: candidate,
        said_yes_on: candidate
            .filter(|person| *person == me.id)
            .map(|_| room.today),
        last_day: opening.last,
        ends_on: room.today.plus(CHOOSING_DAYS),
        ..ChoosingRow::opened(
            (new, me.network),
            (role.circle, id),
            opening.kind,
            fresh.row_key,
        )
    };
    tables::put_choosing(room.conn, &row)?;
    Ok(new)
}

/// A choosing, for whoever is of its circle; for anybody else there is none.
pub(crate) fn of_circle(room: &mut Room<'_>, id: ChoosingId) -> Result<ChoosingRow, Stop> {
    reads(room)?;
    let row = tables::choosing(room.conn, room.network.id, id)?;
    in_circle(room, row.circle_id)?;
    Ok(row)
}

/// Only whoever opened it, or looks after the circle, moves it on.
pub(crate) fn moves(room: &mut Room<'_>, row: &ChoosingRow) -> Result<(), Stop> {
    let me = room.member()?;
    if row.opened_by == Some(me.id) || people::looks_after(room.conn, &me, row.circle_id, room.now)?
    {
        Ok(())
    } else {
        Err(RolesRefusal::OpenersOnly.into())
    }
}

/// It ends without anybody chosen; nothing of it stays.
pub(crate) fn stop(room: &mut Room<'_>, id: ChoosingId) -> Result<RoleId, Stop> {
    let row = of_circle(room, id)?;
    moves(room, &row)?;
    tables::erase_choosing(room.conn, &row)?;
    Ok(row.role_id)
}

/// Those whose word is asked: the circle, without those who rest or have just come.
pub(crate) fn voices(
    conn: &mut AnyConnection,
    network: NetworkId,
    circle: CircleId,
) -> Result<Vec<PersonId>, Stop> {
    let of = people::members_of(conn, network, circle)?;
    let all = people::standings(conn, network)?.into_iter();
    Ok(all
        .filter(|(person, standing)| *standing == Standing::Member && of.contains(person))
        .map(|(person, _)| person)
        .collect())
}

/// The proposal as rules look at it; `None` while nobody is proposed.
pub(crate) fn asked(conn: &mut AnyConnection, row: &ChoosingRow) -> Result<Option<Asked>, Stop> {
    let Some(candidate) = row.candidate_id.filter(|_| row.stage == Stage::Asked) else {
        return Ok(None);
    };
    let said = tables::words(conn, row)?;
    Ok(Some(Asked {
        candidate,
        said_yes: row.said_yes_on.is_some(),
        circle: voices(conn, row.network_id, row.circle_id)?,
        said: said
            .iter()
            .map(|word| (word.member_id, word.says))
            .collect(),
    }))
}

/// One's own word about a proposal; a second replaces the first. With the last yes somebody is
/// chosen.
pub(crate) fn say(
    room: &mut Room<'_>,
    id: ChoosingId,
    says: Says,
    objection: &str,
) -> Result<bool, Stop> {
    let row = of_circle(room, id)?;
    let me = room.member()?;
    row.stage.must_be(Stage::Asked)?;
    if row.candidate_id == Some(me.id) {
        return Err(RolesRefusal::NotThisStage.into());
    }
    if says == Says::Objection && objection.is_empty() {
        return Err(RolesRefusal::ObjectionNeeded.into());
    }
    let fresh = room.house.vault.fresh::<WordId>(me.network, WORDS)?;
    let word = fresh.id;
    let words = Some(objection).filter(|_| says == Says::Objection);
    let new = WordRow {
        id: word,
        network_id: me.network,
        choosing_id: id,
        member_id: me.id,
        says,
        words: fresh.seal_some("words", words)?,
        ends_on: row.ends_on,
        row_key: fresh.row_key,
    };
    tables::save_word(room.conn, &new)?;
    settle(room.conn, room.house, &row, Some(me.id))
}

/// Whoever is proposed or drawn says yes, or no; of a no nothing stays. Returns the choosing where it
/// goes on.
pub(crate) fn answer(
    room: &mut Room<'_>,
    id: ChoosingId,
    yes: bool,
) -> Result<Option<ChoosingId>, Stop> {
    let mut row = of_circle(room, id)?;
    let me = room.member()?;
    if row.candidate_id != Some(me.id) {
        return Err(RolesRefusal::NotThisStage.into());
    }
    match (row.stage, yes) {
        (Stage::Asked, true) => {
            row.said_yes_on = Some(room.today);
            tables::save_choosing(room.conn, &row)?;
            let chosen = settle(room.conn, room.house, &row, Some(me.id))?;
            Ok(Some(id).filter(|_| !chosen))
        }
        (Stage::Asked, false) => withdraw(room.conn, row),
        (Stage::Drawn, true) => {
            lot::takes_it(room, row)?;
            Ok(Some(id))
        }
        (Stage::Drawn, false) => {
            lot::next(room.conn, room.house, row)?;
            Ok(Some(id))
        }
        _ => Err(RolesRefusal::NotThisStage.into()),
    }
}

/// Nobody is proposed any more: a selection round goes back to its names, the rest is over.
fn withdraw(conn: &mut AnyConnection, mut row: ChoosingRow) -> Result<Option<ChoosingId>, Stop> {
    if row.kind != Kind::Selection {
        tables::erase_choosing(conn, &row)?;
        return Ok(None);
    }
    row.candidate_id = None;
    row.said_yes_on = None;
    row.stage = Stage::Change;
    tables::save_choosing(conn, &row)?;
    tables::erase_words(conn, &row)?;
    Ok(Some(row.id))
}

/// Where the circle has consented, the term begins and the choosing is gone with all that was said.
pub(crate) fn settle(
    conn: &mut AnyConnection,
    house: &House,
    row: &ChoosingRow,
    by: Option<PersonId>,
) -> Result<bool, Stop> {
    let Some(asked) = asked(conn, row)?.filter(Asked::is_given) else {
        return Ok(false);
    };
    let now = house.now();
    let (book, _) = adopt(conn, house, now)?;
    let how = match row.kind {
        Kind::Selection => Some(How::Selected),
        Kind::Consent => Some(How::Consent),
        Kind::Lot => Some(How::Lot),
        Kind::Extension => None,
    };
    match how {
        Some(how) => takes_up(conn, house, (&book, row), (asked.candidate, how))?,
        None => hold::extend(conn, house, &book, (row.role_id, asked.candidate), now)?,
    }
    tell(conn, house, (&book, row), asked.candidate, by)?;
    tables::erase_choosing(conn, row)?;
    Ok(true)
}

/// The term of whoever was chosen begins.
pub(crate) fn takes_up(
    conn: &mut AnyConnection,
    house: &House,
    (book, row): (&Book, &ChoosingRow),
    (person, how): (PersonId, How),
) -> Result<(), Stop> {
    let new = hold::NewTerm {
        role: &book.role(row.role_id)?.role,
        person,
        how,
        last: row.last_day,
    };
    hold::begin(conn, house, book, &new, house.now()).map(drop)
}

/// That the circle gave a role, for the account of power.
pub(crate) fn tell(
    conn: &mut AnyConnection,
    house: &House,
    (book, row): (&Book, &ChoosingRow),
    about: PersonId,
    by: Option<PersonId>,
) -> Result<(), Stop> {
    let role = &book.role(row.role_id)?.role;
    let by: Vec<PersonId> = by.or(row.opened_by).into_iter().collect();
    let told = PowerUse::new(PowerKind::RoleGiven, by, BY_CIRCLE)
        .about(about)
        .what(words::for_the_account(house, book, role)?);
    house.power_used(conn, &told)
}

/// Somebody goes to rest, and is asked for nothing (P20): a proposal of them is taken back, and after a
/// draw the next is asked. What they hold stays theirs.
pub(crate) fn rests(conn: &mut AnyConnection, house: &House, person: PersonId) -> Result<(), Stop> {
    for row in tables::choosings(conn, house.network().id)? {
        if row.stage == Stage::Gathering {
            tables::out_of_pool(conn, &row, person)?;
        }
        if row.candidate_id != Some(person) || row.kind == Kind::Extension {
            continue;
        }
        match row.stage {
            Stage::Asked => drop(withdraw(conn, row)?),
            Stage::Drawn => lot::next(conn, house, row)?,
            _ => {}
        }
    }
    Ok(())
}

/// Somebody leaves: what they said goes, what they were proposed for goes back, and a list with their
/// name on it goes with them.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network().id;
    tables::forget_said(conn, network, person)?;
    for mut row in tables::choosings(conn, network)? {
        super::round::forget_name(conn, house, &row, person)?;
        lot::forget(conn, house, &mut row, person)?;
        row.opened_by = row.opened_by.filter(|by| *by != person);
        tables::save_choosing(conn, &row)?;
        if row.candidate_id != Some(person) {
            continue;
        }
        match row.stage {
            Stage::Asked => drop(withdraw(conn, row)?),
            Stage::Drawn => lot::next(conn, house, row)?,
            _ => {
                row.candidate_id = None;
                tables::save_choosing(conn, &row)?;
            }
        }
    }
    Ok(())
}
