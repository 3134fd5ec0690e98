//! A draw by lot for scarce things (P6): the list is closed and its hash published; only then two
//! people roll dice; anyone can recompute who was drawn. The others get an honest no and the next
//! date.

use crate::{
    codes,
    rules::{AskRefusal, Stage, on_shift},
    schema::draws,
    tables::{self, DrawId, DrawRow},
};
use diesel::prelude::*;
use kernel::{Message, Refusal};
use lots::{Frozen, List, LotRefusal, Seed};
use store::Stop;
use web::Room;

/// A draw's list stays this long, so that anyone can check it.
const DRAW_DAYS: i32 = 60;

/// What `lots` refuses, as a sentence.
#[derive(Debug)]
pub(crate) struct Lot(LotRefusal);

impl Refusal for Lot {
    fn message(&self) -> Message {
        let message = Message::plain(self.0.message_key());
        self.0
            .args()
            .into_iter()
            .fold(message, |message, (name, value)| message.with(name, value))
    }
    fn status(&self) -> u16 {
        422
    }
}

store::stops_with!(Lot);

/// Closes the list: from here on nobody comes or goes, and its hash can be published.
pub(crate) fn close_list(
    room: &mut Room<'_>,
    (what, next_date): (&str, &str),
    places: usize,
    typed_codes: &str,
) -> Result<DrawId, Stop> {
    let me = room.member()?;
    on_shift(&me, room.network.aid)?;
    let mut list = Vec::new();
    let split = typed_codes.split(|c: char| c.is_whitespace() || c == ',' || c == ';');
    for typed in split.filter(|typed| !typed.is_empty()) {
        let code = codes::read_code(typed);
        let open = tables::by_code(room.conn, room.network.id, &code)?
            .is_some_and(|row| matches!(row.ask(None).stage, Stage::Heard | Stage::Open));
        if !open {
            return Err(AskRefusal::DrawCodeUnknown(code).into());
        }
        list.push(code);
    }
    if what.trim().is_empty() || places == 0 || places >= list.len() {
        return Err(AskRefusal::DrawNeedsCodes.into());
    }
    let frozen = List::of(&list).map_err(Lot)?.freeze(room.now.0);
    let id = DrawId::new(&*room.house.chance);
    let row = DrawRow {
        id,
        network_id: room.network.id,
        what: what.trim().to_owned(),
        next_date: next_date.trim().to_owned(),
        places: i32::try_from(places).unwrap_or(i32::MAX),
        codes: frozen.entries().join("\n"),
        list_hash: frozen.hash().to_owned(),
        frozen_at: room.now,
        first_rolls: None,
        first_by: None,
        seed: None,
        drawn_order: None,
        ends_on: room.today.plus(DRAW_DAYS),
    };
    diesel::insert_into(draws::table)
        .values(row)
        .execute(room.conn)?;
    Ok(id)
}

fn dice(rolls: &str) -> Result<Vec<u8>, AskRefusal> {
    let rolls: Option<Vec<u8>> = rolls
        .chars()
        .filter(|c| !c.is_whitespace() && *c != ',')
        .map(|c| {
            c.to_digit(10)
                .filter(|n| (1..=6).contains(n))
                .map(|n| n as u8)
        })
        .collect();
    rolls
        .filter(|rolls| rolls.len() >= 10)
        .ok_or(AskRefusal::DiceNotUnderstood)
}

/// One person's dice, then another's; with the second the draw is made.
pub(crate) fn roll(room: &mut Room<'_>, id: DrawId, rolls: &str) -> Result<(), Stop> {
    let me = room.member()?;
    on_shift(&me, room.network.aid)?;
    let mut row: DrawRow = draws::table
        .filter(draws::network_id.eq(me.network).and(draws::id.eq(id)))
        .select(DrawRow::as_select())
        .first(room.conn)?;
    if row.seed.is_some() {
        return Err(AskRefusal::DrawMade.into());
    }
    let rolled = dice(rolls)?;
    let text: String = rolled.iter().map(u8::to_string).collect();
    match (&row.first_rolls, row.first_by) {
        (Some(first), Some(by)) => {
            if by == me.id {
                return Err(AskRefusal::DrawSecondPerson.into());
            }
            let both: Vec<u8> = dice(first)?.into_iter().chain(rolled).collect();
            let seed = Seed::dice(&both).map_err(Lot)?;
            let entries: Vec<&str> = row.codes.lines().collect();
            let frozen = Frozen::kept(entries, &row.list_hash, row.frozen_at.0).map_err(Lot)?;
            let places = usize::try_from(row.places).unwrap_or(0);
            let drawn = frozen.draw(&seed, room.now.0, places).map_err(Lot)?;
            row.seed = Some(seed.text().to_owned());
            row.drawn_order = Some(drawn.order.join("\n"));
            row.first_by = None;
            diesel::update(draws::table.find(id))
                .set(&row)
                .execute(room.conn)?;
            honest_no(room, &row, &drawn.rest)
        }
        _ => {
            row.first_rolls = Some(text);
            row.first_by = Some(me.id);
            diesel::update(draws::table.find(id))
                .set(&row)
                .execute(room.conn)?;
            Ok(())
        }
    }
}

/// Those who were not drawn hear so the same day, with the next date.
fn honest_no(room: &mut Room<'_>, draw: &DrawRow, rest: &[String]) -> Result<(), Stop> {
    for code in rest {
        let Some(row) = tables::by_code(room.conn, room.network.id, code)? else {
            continue;
        };
        if matches!(row.ask(None).stage, Stage::Heard | Stage::Open) {
            let tongue = room.house.tongues.of(row.language);
            let reason = tongue.tell(
                "draw-not-this-time",
                &[
                    ("what", (&draw.what).into()),
                    ("next", (&draw.next_date).into()),
                ],
            );
            super::cant(room, row.id, &reason)?;
        }
    }
    Ok(())
}
