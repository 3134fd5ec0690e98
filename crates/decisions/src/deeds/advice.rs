//! Deciding a small thing oneself, after asking those it touches and those who know (P28).

use super::{
    proposal::{TITLE_LIMIT, WORDS_LIMIT},
    takes_part,
    voice::SAID_LIMIT,
};
use crate::{
    play::Proposed,
    rules::{
        AdviceId, AdviceStage, AskedId, Because, Class, DecisionRefusal as No, ProposalId,
        may_decide,
    },
    sight,
    tables::{self, ADVICES, ASKED, AdviceRow, AskedRow, Way},
};
use kernel::{CircleId, Member, PersonId, Who};
use store::{AnyConnection, Stop};
use web::{House, Room, Typed};

/// What is still being asked goes after so many days, and what was set down too.
const ASKING_DAYS: i32 = 90;
/// What was decided is kept for so many days.
const KEPT_DAYS: i32 = 365;
/// A name of somebody without an account, in characters.
pub(crate) const NAME_LIMIT: usize = 60;

/// Who may read it: its circle, and those who are asked.
pub(crate) fn readers(room: &mut Room<'_>, row: &AdviceRow) -> Result<Who, Stop> {
    let asked = tables::asked_of(room.conn, row.network_id, row.id)?;
    let asked: Vec<PersonId> = asked.iter().filter_map(|one| one.person_id).collect();
    Ok(sight::advice(row.circle_id, &asked))
}

/// One that whoever is in the room may read; for anybody else there is none.
pub(crate) fn read(room: &mut Room<'_>, id: AdviceId) -> Result<(Member, AdviceRow, Who), Stop> {
    let me = takes_part(room)?;
    let row = tables::advice(room.conn, me.network, id)?;
    let who = readers(room, &row)?;
    match who.includes(&room.viewer) {
        true => Ok((me, row, who)),
        false => Err(Stop::NotThere),
    }
}

/// The same, for its author.
fn mine(room: &mut Room<'_>, id: AdviceId) -> Result<AdviceRow, Stop> {
    let (me, row, _) = read(room, id)?;
    match row.author_id == Some(me.id) {
        true => Ok(row),
        false => Err(No::AuthorsOnly.into()),
    }
}

/// Somebody begins.
pub(crate) fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<AdviceId, Stop> {
    let me = takes_part(room)?;
    let circle = CircleId::parse(typed.text("circle")).ok_or(Stop::NotThere)?;
    if !me.circles.contains(&circle) || !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    typed.at_most("title", TITLE_LIMIT)?;
    typed.at_most("words", WORDS_LIMIT)?;
    let (Some(title), Some(words)) = (typed.some("title"), typed.some("words")) else {
        return Err(No::WordsNeeded.into());
    };
    begin_for(room.conn, room.house, (circle, me.id), (title, words))
}

/// The same, without a browser.
pub(crate) fn begin_for(
    conn: &mut AnyConnection,
    house: &House,
    (circle, author): (CircleId, PersonId),
    (title, words): (&str, &str),
) -> Result<AdviceId, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let fresh = house.vault.fresh::<AdviceId>(network.id, ADVICES)?;
    let id = fresh.id;
    let row = AdviceRow {
        id,
        network_id: network.id,
        circle_id: circle,
        author_id: Some(author),
        stage: AdviceStage::Asking,
        title: fresh.seal("title", title)?,
        words: fresh.seal("words", words)?,
        decided: None,
        changed: None,
        opened_on: today,
        decided_on: None,
        review_on: today.plus(ASKING_DAYS),
        row_key: fresh.row_key,
    };
    tables::put_advice(conn, &row)?;
    Ok(id)
}

/// Its author asks somebody: one of the network by the name they go by, or somebody without an account.
pub(crate) fn ask(room: &mut Room<'_>, id: AdviceId, typed: &Typed) -> Result<(), Stop> {
    let row = mine(room, id)?;
    if row.stage != AdviceStage::Asking {
        return Err(No::NotOpen.into());
    }
    let because = Because::parse(typed.text("because")).ok_or(Stop::NotThere)?;
    typed.at_most("who", NAME_LIMIT)?;
    let name = typed.some("who").ok_or(No::WordsNeeded)?;
    let vault = &room.house.vault;
    let person = people::person_with_handle(room.conn, vault, row.network_id, name)?;
    if person.is_some() && person == row.author_id {
        return Err(No::AskSomebodyElse.into());
    }
    for one in tables::asked_of(room.conn, row.network_id, row.id)? {
        let key = one.key(&room.house.vault)?;
        let known = key.open_some(one.row(), "name", one.name.as_ref())?;
        let same = known.is_some_and(|known| known.to_lowercase() == name.to_lowercase());
        if same || (person.is_some() && one.person_id == person) {
            return Err(No::AskedAlready.into());
        }
    }
    let name = match person {
        Some(_) => None,
        None => Some(name),
    };
    ask_for(room.conn, room.house, (id, because), (person, name))?;
    Ok(())
}

/// The same, without a browser.
pub(crate) fn ask_for(
    conn: &mut AnyConnection,
    house: &House,
    (advice, because): (AdviceId, Because),
    (person, name): (Option<PersonId>, Option<&str>),
) -> Result<AskedId, Stop> {
    let network = house.network();
    let fresh = house.vault.fresh::<AskedId>(network.id, ASKED)?;
    let id = fresh.id;
    let row = AskedRow {
        id,
        network_id: network.id,
        advice_id: advice,
        person_id: person,
        name: fresh.seal_some("name", name)?,
        because,
        words: None,
        way: Way::Own,
        asked_at: house.now(),
        row_key: fresh.row_key,
    };
    tables::put_asked(conn, &row)?;
    Ok(id)
}

/// Somebody who was asked says what they think; or its author, or whoever looks after the circle, writes
/// down what they said by phone. Who has an account and has spoken for themself is not written over.
pub(crate) fn advise(room: &mut Room<'_>, id: AskedId, typed: &Typed) -> Result<AdviceId, Stop> {
    let me = takes_part(room)?;
    let mut asked = tables::asked(room.conn, me.network, id)?;
    let (_, row, _) = read(room, asked.advice_id)?;
    if row.stage != AdviceStage::Asking {
        return Err(No::NotOpen.into());
    }
    let own = asked.person_id == Some(me.id);
    let steward = people::looks_after(room.conn, &me, row.circle_id, room.now)?;
    if !own && row.author_id != Some(me.id) && !steward {
        return Err(Stop::NotThere);
    }
    if !own && asked.words.is_some() && asked.way != Way::Phone {
        return Err(No::AskedAlready.into());
    }
    typed.at_most("words", SAID_LIMIT)?;
    let words = typed.some("words").ok_or(No::WordsNeeded)?;
    let key = asked.key(&room.house.vault)?;
    asked.words = Some(key.seal(asked.row(), "words", words)?);
    asked.way = match own {
        true => Way::Own,
        false => Way::Phone,
    };
    tables::put_asked(room.conn, &asked)?;
    Ok(row.id)
}

/// Its author decides, and says what the advice changed, if it is that nothing did.
pub(crate) fn decide(room: &mut Room<'_>, id: AdviceId, typed: &Typed) -> Result<(), Stop> {
    let mut row = mine(room, id)?;
    let asked = tables::asked_of(room.conn, row.network_id, row.id)?;
    let asked: Vec<_> = asked.iter().map(AskedRow::asked).collect();
    may_decide(row.stage, &asked, room.now)?;
    typed.at_most("decided", WORDS_LIMIT)?;
    typed.at_most("changed", SAID_LIMIT)?;
    let decided = typed.some("decided").ok_or(No::WordsNeeded)?;
    let changed = typed.some("changed").ok_or(No::ChangedNeeded)?;
    let key = row.key(&room.house.vault)?;
    row.decided = Some(key.seal(row.row(), "decided", decided)?);
    row.changed = Some(key.seal(row.row(), "changed", changed)?);
    row.decided_on = Some(room.today);
    row.stage = AdviceStage::Decided;
    row.review_on = room.today.plus(KEPT_DAYS);
    Ok(tables::put_advice(room.conn, &row)?)
}

/// Its author sets it down.
pub(crate) fn set_down(room: &mut Room<'_>, id: AdviceId) -> Result<(), Stop> {
    let mut row = mine(room, id)?;
    if row.stage != AdviceStage::Asking {
        return Err(No::NotOpen.into());
    }
    row.stage = AdviceStage::SetDown;
    Ok(tables::put_advice(room.conn, &row)?)
}

/// Somebody of the circle wants all of it to decide: it becomes a proposal of the same words, by the same
/// author. Who wanted that is not kept.
pub(crate) fn to_circle(room: &mut Room<'_>, id: AdviceId) -> Result<ProposalId, Stop> {
    let (me, mut row, _) = read(room, id)?;
    if !me.circles.contains(&row.circle_id) || !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    if row.stage != AdviceStage::Asking {
        return Err(No::NotOpen.into());
    }
    let key = row.key(&room.house.vault)?;
    let title = key.open(row.row(), "title", &row.title)?;
    let words = key.open(row.row(), "words", &row.words)?;
    let what = Proposed {
        circle: row.circle_id,
        author: row.author_id.unwrap_or(me.id),
        class: Class::Shared,
        title: &title,
        words: &words,
        waits: None,
        bears: None,
        gives: None,
    };
    let proposal = crate::near::propose(room, &what)?;
    row.stage = AdviceStage::ToCircle;
    tables::put_advice(room.conn, &row)?;
    Ok(proposal)
}
