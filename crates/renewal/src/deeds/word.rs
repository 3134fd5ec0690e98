//! What somebody chooses in a season, in their own words or through somebody they told; and how one
//! word brings back whoever was quiet.

use super::{going, in_the_room_of, season};
use crate::{
    rules::{RenewalRefusal as No, SeasonId, Way, Word},
    tables::{self, SeasonRow},
};
use kernel::{PersonId, Standing};
use store::{AnyConnection, Stop};
use web::{AnswerWord, House, LaidDown, Room, Typed};

/// A note to one's buddy, in characters.
pub(crate) const NOTE_LIMIT: usize = 200;

fn open(room: &mut Room<'_>, id: SeasonId) -> Result<SeasonRow, Stop> {
    let row = tables::season(room.conn, room.network.id, id)?;
    match row.season().hears() {
        true => Ok(row),
        false => Err(No::SeasonNotOpen.into()),
    }
}

/// Somebody chooses. What they keep is looked at again a season from now; what they did not tick is
/// their circles'.
pub(crate) fn choose(room: &mut Room<'_>, id: SeasonId, typed: &Typed) -> Result<Word, Stop> {
    let me = super::reads(room)?;
    let season = open(room, id)?;
    let word = Word::parse(typed.text("word"))
        .filter(|word| *word != Word::Here)
        .ok_or(No::WordNeeded)?;
    typed.at_most("note", NOTE_LIMIT)?;
    let said = (Some(word), typed.some("note"));
    season::put(room.conn, room.house, &season, (me.id, Way::Own), said)?;
    if word != Word::Stay {
        return Ok(word);
    }
    // The form that lists them says so; "everything stays" is one button.
    let listed = typed.ticked("listed");
    let kept: Vec<&str> = typed.all("goes_on").collect();
    for held in room.held(me.id)? {
        if !listed || kept.contains(&held.id.as_str()) {
            room.house.goes_on(room.conn, me.id, &held.id)?;
            continue;
        }
        let what = LaidDown::new(me.id, &held.id, going::without_anybody(&held));
        room.house.lay_down(room.conn, &what)?;
    }
    Ok(word)
}

/// Everything stays, said in a word by letter or by text.
pub(crate) fn stays(room: &mut Room<'_>, id: SeasonId) -> Result<(), Stop> {
    let me = super::reads(room)?;
    let season = open(room, id)?;
    let said = (Some(Word::Stay), None);
    season::put(room.conn, room.house, &season, (me.id, Way::Own), said)?;
    everything_goes_on(room.conn, room.house, me.id)
}

fn everything_goes_on(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    for held in super::held_by(conn, house, person)? {
        house.goes_on(conn, person, &held.id)?;
    }
    Ok(())
}

/// Whether whoever is in the room may carry somebody's word: those who are asked to see how they are,
/// and whoever looks after a circle of theirs.
pub(crate) fn may_carry(room: &mut Room<'_>, of: PersonId) -> Result<bool, Stop> {
    let me = super::reads(room)?;
    if of == me.id {
        return Ok(false);
    }
    if room.house.buddies(room.conn, of)?.contains(&me.id)
        || people::those_near(room.conn, room.house, of)?.contains(&me.id)
    {
        return Ok(true);
    }
    let Some(theirs) = people::known_of(room.conn, room.house, of, room.now)? else {
        return Ok(false);
    };
    for circle in theirs.member.circles {
        if people::looks_after(room.conn, &me, circle, room.now)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn carried(room: &mut Room<'_>, of: PersonId) -> Result<(), Stop> {
    match may_carry(room, of)? {
        true => Ok(()),
        false => Err(No::NotYoursToRelay.into()),
    }
}

/// Somebody's word, told by phone or over the fence, is written down for them.
pub(crate) fn relay(
    room: &mut Room<'_>,
    id: SeasonId,
    of: PersonId,
    word: Word,
) -> Result<(), Stop> {
    carried(room, of)?;
    let season = open(room, id)?;
    let standing = people::standing_of(room.conn, room.network.id, of)?;
    if !standing.is_some_and(Standing::reads_as_member) {
        return Err(Stop::NotThere);
    }
    let said = (Some(word), None);
    season::put(room.conn, room.house, &season, (of, Way::Relayed), said)?;
    match word {
        Word::Stay => everything_goes_on(room.conn, room.house, of),
        // From this minute: that is what they asked for.
        Word::Rest => speaks(room, of, AnswerWord::Rest),
        _ => Ok(()),
    }
}

/// "Back": whoever was quiet is a member again, with every right, in one step.
pub(crate) fn back(room: &mut Room<'_>, of: PersonId) -> Result<(), Stop> {
    carried(room, of)?;
    match people::standing_of(room.conn, room.network.id, of)? {
        Some(Standing::Dormant | Standing::Resting) => speaks(room, of, AnswerWord::Back),
        _ => Err(Stop::NotThere),
    }
}

/// A word of somebody who is not in the room, heard by whichever practice it is about.
fn speaks(room: &mut Room<'_>, of: PersonId, word: AnswerWord) -> Result<(), Stop> {
    let house = room.house;
    in_the_room_of(room.conn, house, of, |theirs| {
        for practice in &house.practices {
            if practice.hear_answer(theirs, "", word)? {
                break;
            }
        }
        Ok(())
    })?;
    Ok(())
}
