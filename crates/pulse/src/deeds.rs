//! What people do about the pulse, and what time does.

use crate::{
    rules::{
        Counts, HandId, KEPT_DAYS, OPEN_DAYS, PulseId, PulseRefusal as No, Question, Stage, Word,
        answer as in_words, count, is_to_be_counted, is_to_open,
    },
    tables::{self, HANDS, HandRow, PULSES, PulseRow},
};
use kernel::{Member, PersonId, Standing};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room, Typed};

/// Those who are asked: members, resting or not; newcomers and partners' liaisons not.
pub(crate) fn reads(room: &Room<'_>) -> Result<Member, Stop> {
    let me = room.member()?;
    match me.standing.reads_as_member() {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// The pulse that takes answers, if one does.
pub(crate) fn open(room: &mut Room<'_>) -> Result<Option<PulseRow>, Stop> {
    let newest = tables::pulses_here(room.conn, room.network.id)?
        .into_iter()
        .next();
    Ok(newest.filter(|row| row.stage == Stage::Open && room.today <= row.closes_on))
}

/// Whether somebody's answer is in.
pub(crate) fn is_in(room: &mut Room<'_>, row: &PulseRow, me: PersonId) -> Result<bool, Stop> {
    let of = (row.network_id, row.id);
    let hands = tables::hands_of(room.conn, &room.house.vault, of)?;
    Ok(hands.iter().any(|(_, person)| *person == me))
}

/// One's answer goes into the box, once.
pub(crate) fn answer(room: &mut Room<'_>, typed: &Typed) -> Result<(), Stop> {
    let me = reads(room)?;
    let mut row = open(room)?.ok_or(No::NotOpen)?;
    let word = |question: Question| Word::parse(typed.text(question.as_str()));
    let said = in_words([word(Question::Shared), word(Question::StepBack)])?;
    if is_in(room, &row, me.id)? {
        return Err(No::AnswerIn.into());
    }
    let fresh = room.house.vault.fresh::<HandId>(row.network_id, HANDS)?;
    let hand = HandRow {
        id: fresh.id,
        network_id: row.network_id,
        pulse_id: row.id,
        who: fresh.seal("who", &me.id.to_string())?,
        row_key: fresh.row_key,
    };
    tables::add_hand(room.conn, &hand)?;
    let key = row.key(&room.house.vault)?;
    let in_box = key.open(row.row(), "answers", &row.answers)?;
    row.answers = key.seal(row.row(), "answers", &ballots::lay_in(&in_box, &[said]))?;
    tables::put_pulse(room.conn, &row)?;
    // The box as it was before goes everywhere: beside this one it would say what was laid in last.
    Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
}

/// Puts the questions of a season, and counts them when their last day is over.
pub(crate) fn time(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let resting = house.season(conn, None, today)?.is_some();
    let all = tables::pulses_here(conn, network.id)?;
    let mut moved = 0;
    for row in all.iter().filter(|row| row.stage == Stage::Open) {
        if is_to_be_counted(row.closes_on, resting, today) {
            close(conn, house, row.clone())?;
            moved += 1;
        }
    }
    let here = people::standings(conn, network.id)?;
    let here = here
        .iter()
        .filter(|(_, standing)| standing.reads_as_member() && *standing != Standing::Dormant);
    let last = all.first().map(|row| row.opened_on);
    if is_to_open(last, (here.count(), resting), today) {
        let fresh = house.vault.fresh::<PulseId>(network.id, PULSES)?;
        let row = PulseRow {
            id: fresh.id,
            network_id: network.id,
            stage: Stage::Open,
            answers: fresh.seal("answers", "")?,
            counted: None,
            opened_on: today,
            closes_on: today.plus(OPEN_DAYS),
            review_on: today.plus(OPEN_DAYS + KEPT_DAYS),
            row_key: fresh.row_key,
        };
        tables::put_pulse(conn, &row)?;
        moved += 1;
    }
    Ok(moved)
}

/// It is over: counted from eight on; nothing of answers or of whose they were stays, nor of the season before.
fn close(conn: &mut AnyConnection, house: &House, mut row: PulseRow) -> Result<(), Stop> {
    let key = row.key(&house.vault)?;
    let in_box = key.open(row.row(), "answers", &row.answers)?;
    let counted = count(&in_box);
    row.stage = match counted {
        Some(_) => Stage::Counted,
        None => Stage::TooFew,
    };
    let text = counted.map(|both| both.map(|counts| counts.as_text()).join("\n"));
    row.counted = key.seal_some(row.row(), "counted", text.as_deref())?;
    row.answers = key.seal(row.row(), "answers", "")?;
    tables::put_pulse(conn, &row)?;
    tables::remove_hands(conn, row.network_id, row.id)?;
    for before in tables::pulses_here(conn, row.network_id)? {
        if before.id != row.id {
            tables::remove_hands(conn, before.network_id, before.id)?;
            tables::remove_pulse(conn, before.id)?;
        }
    }
    Ok(set_fact(conn, row.network_id, ERASED, "yes")?)
}

/// What the last season said, where it could be counted; for members' eyes.
pub(crate) fn last(conn: &mut AnyConnection, house: &House) -> Result<Option<[Counts; 2]>, Stop> {
    let network = house.network().id;
    for row in tables::pulses_here(conn, network)? {
        if row.stage == Stage::Open {
            continue;
        }
        let key = row.key(&house.vault)?;
        let text = key.open_some(row.row(), "counted", row.counted.as_ref())?;
        let text = text.unwrap_or_default();
        let mut lines = text.lines().filter_map(Counts::parse);
        let both = lines.next().zip(lines.next());
        return Ok(both.map(|(one, other)| [one, other]));
    }
    Ok(None)
}

/// Whoever leaves: that their answer is in goes. The answer stays in its box; nobody can find it there.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network().id;
    for row in tables::pulses_here(conn, network)? {
        for (hand, whose) in tables::hands_of(conn, &house.vault, (network, row.id))? {
            if whose == person {
                tables::remove_hand(conn, hand)?;
            }
        }
    }
    Ok(())
}
