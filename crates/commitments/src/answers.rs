//! A word that came by letter or text, about something of this practice.

use crate::{
    deeds::{offer, place, review, times},
    rules::{CommitmentId, PlaceId},
};
use kernel::Day;
use store::Stop;
use web::{AnswerWord, Room};

/// Does what a word means for the thing it is about; whether it is one of this practice's.
pub(crate) fn hear(room: &mut Room<'_>, about: &str, word: AnswerWord) -> Result<bool, Stop> {
    let parts: Vec<&str> = about.split(':').collect();
    match (parts.as_slice(), word) {
        (["commitment", id, day], AnswerWord::Cant) => {
            let (Some(id), Ok(day)) = (CommitmentId::parse(id), day.parse()) else {
                return Ok(false);
            };
            times::cant(room, id, Day(day))?;
        }
        (["review", id], word) => {
            let Some(id) = CommitmentId::parse(id) else {
                return Ok(false);
            };
            match word {
                AnswerWord::Keep => review::keep(room, id, offer::usual_review(room.today))?,
                AnswerWord::Done => review::complete(room, id)?,
                _ => return Ok(false),
            }
        }
        (["place", id], word) => {
            let Some(id) = PlaceId::parse(id) else {
                return Ok(false);
            };
            match word {
                AnswerWord::ICan => place::take(room, id, false)?,
                AnswerWord::Cant => place::not_me(room, id)?,
                _ => return Ok(false),
            }
        }
        _ => return Ok(false),
    }
    Ok(true)
}
