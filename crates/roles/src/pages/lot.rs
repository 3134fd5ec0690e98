//! A lot on its choosing's page: who is willing, what is published, and the lines that draw again.

use super::{Names, who_holds};
use crate::{
    deeds::lot,
    rules::{Stage, ten_lines},
    sight,
    tables::{self, ChoosingRow},
};
use kernel::{Guarded, Member, PersonId};
use store::Stop;
use web::Room;

/// A lot, as far as this viewer may read it.
pub(super) struct LotLines {
    pub pool: Vec<String>,
    pub in_pool: bool,
    pub promised: Option<(String, String)>,
    pub hash: Option<(String, String)>,
    pub first_rolls: bool,
    pub rolled_mine: bool,
    pub list: Option<String>,
    pub seed: Option<(String, String)>,
    pub drawn: String,
    pub drawn_me: bool,
    pub check: Option<String>,
    pub list_gone: bool,
}

pub(super) fn lot_lines(
    room: &mut Room<'_>,
    row: &ChoosingRow,
    me: &Member,
    all: &Names,
    mine: bool,
) -> Result<LotLines, Stop> {
    let circle = sight::within(row.circle_id);
    // The hash of so short a list could be guessed back into names: it is the circle's as the list is.
    let shown = |text: &Option<String>| text.clone().filter(|_| mine);
    let zone = room.network.zone.clone();
    let tongue = room.tongue.clone();
    let when = |at: Option<kernel::Moment>| match at {
        Some(at) => tongue.moment(at, &zone),
        None => String::new(),
    };
    let people = tables::pool(room.conn, row)?;
    let mut pool: Vec<String> = people
        .iter()
        .map(|person| all.called(room, *person, &circle))
        .filter(|name| !name.is_empty())
        .collect();
    pool.sort();
    // The pool is the circle's; the network reads the promised hash, the seed, and whoever said yes.
    let list = Guarded::new(lot::list_of(room.house, row)?, circle);
    let list = list.seen_by(&room.viewer).cloned().flatten();
    let careful = room.posture().is_careful();
    let drawn = sight::drawn(row.stage, me.network, row.circle_id, careful);
    let check = match (&list, &row.list_hash, &row.seed) {
        (Some(list), Some(hash), Some(seed)) => Some(ten_lines(list, hash, seed)),
        _ => None,
    };
    let in_pool = people.contains(&me.id);
    Ok(LotLines {
        in_pool,
        pool,
        promised: row
            .promised_hash
            .clone()
            .map(|hash| (hash, when(row.promised_at))),
        hash: shown(&row.list_hash).map(|hash| (hash, when(row.frozen_at))),
        first_rolls: row.first_rolls.is_some(),
        rolled_mine: row.first_by == Some(me.id),
        list_gone: mine && row.seed.is_some() && list.is_none(),
        list,
        seed: row.seed.clone().map(|seed| (seed, when(row.drawn_at))),
        drawn: match row.candidate_id {
            Some(person) => called_drawn(room, row, person, all, &drawn)?,
            None => String::new(),
        },
        drawn_me: row.candidate_id == Some(me.id) && row.stage == Stage::Drawn,
        check,
    })
}

/// Whoever was drawn may be read by more than the circle, and may have left it since.
fn called_drawn(
    room: &mut Room<'_>,
    row: &ChoosingRow,
    person: PersonId,
    all: &Names,
    who: &kernel::Who,
) -> Result<String, Stop> {
    let who = match row.stage {
        Stage::Chosen => &who_holds(room, row.circle_id),
        _ => who,
    };
    let name = all.called(room, person, who);
    if !name.is_empty() {
        return Ok(name);
    }
    let names = Names::of(room, &[person])?;
    Ok(names.called(room, person, who))
}
