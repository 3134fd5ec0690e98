//! Choosing among things with ballots that nobody can lead back to anybody (P28).

use super::{
    proposal::{TITLE_LIMIT, WORDS_LIMIT},
    takes_part, those_who_decide,
};
use crate::{
    play::Offered,
    rules::{
        Blanks, ChoiceId, ChoiceStage, DecisionRefusal as No, Form, LEAST_BALLOTS, how_many,
        is_to_be_counted, lay_in, may_open,
    },
    tables::{self, CHOICES, ChoiceRow, HANDS, HandId, HandRow},
};
use kernel::{CircleId, Day, Member, Moment, PersonId};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room, Typed};

/// A thing to choose, in characters.
pub(crate) const THING_LIMIT: usize = 80;
/// What was chosen is kept for so many days.
const KEPT_DAYS: i32 = 365;

/// A choice that whoever is in the room may read: one of its circle.
pub(crate) fn read(room: &mut Room<'_>, id: ChoiceId) -> Result<(Member, ChoiceRow), Stop> {
    let me = takes_part(room)?;
    let row = tables::choice(room.conn, me.network, id)?;
    match me.circles.contains(&row.circle_id) {
        true => Ok((me, row)),
        false => Err(Stop::NotThere),
    }
}

/// The things to choose among.
pub(crate) fn things(house: &House, row: &ChoiceRow) -> Result<Vec<String>, Stop> {
    let key = row.key(&house.vault)?;
    let text = key.open(row.row(), "options", &row.options)?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// What a ballot of it can be.
pub(crate) fn form(row: &ChoiceRow, things: usize) -> Result<Form, Stop> {
    Form::new(row.manner, row.blanks, things).map_err(|_| Stop::NotThere)
}

/// Somebody opens a choice, in the way that the circle gave itself.
pub(crate) fn open(room: &mut Room<'_>, typed: &Typed) -> Result<ChoiceId, Stop> {
    let me = takes_part(room)?;
    let circle = CircleId::parse(typed.text("circle")).ok_or(Stop::NotThere)?;
    if !me.circles.contains(&circle) || !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    typed.at_most("title", TITLE_LIMIT)?;
    typed.at_most("words", WORDS_LIMIT)?;
    let title = typed.some("title").ok_or(No::WordsNeeded)?;
    let things: Vec<&str> = typed.text("things").lines().map(str::trim).collect();
    let things: Vec<&str> = things
        .into_iter()
        .filter(|thing| !thing.is_empty())
        .collect();
    if things
        .iter()
        .any(|thing| thing.chars().count() > THING_LIMIT)
    {
        return Err(No::ThingTooLong(THING_LIMIT).into());
    }
    let here = those_who_decide(room, circle)?;
    let closes = Day::parse(typed.text("closes_on"));
    let closes_on = may_open(&things, here.len(), closes, room.today)?;
    let what = Offered {
        circle,
        author: me.id,
        blanks: Blanks::parse(typed.text("blanks")).unwrap_or(Blanks::Last),
        title,
        words: typed.some("words"),
        things: &things,
        closes_on,
    };
    open_for(room.conn, room.house, &what, room.now)
}

/// A choice as it is opened at a moment.
pub(crate) fn open_for(
    conn: &mut AnyConnection,
    house: &House,
    what: &Offered<'_>,
    now: Moment,
) -> Result<ChoiceId, Stop> {
    let network = house.network();
    let manner = tables::manners(conn, network.id, what.circle, now)?.1;
    let fresh = house.vault.fresh::<ChoiceId>(network.id, CHOICES)?;
    let id = fresh.id;
    let row = ChoiceRow {
        id,
        network_id: network.id,
        circle_id: what.circle,
        author_id: Some(what.author),
        manner,
        blanks: what.blanks,
        stage: ChoiceStage::Open,
        title: fresh.seal("title", what.title)?,
        words: fresh.seal_some("words", what.words)?,
        options: fresh.seal("options", &what.things.join("\n"))?,
        ballots: fresh.seal("ballots", "")?,
        counted: None,
        opened_on: network.zone.day_of(now),
        closes_on: what.closes_on,
        review_on: what.closes_on.plus(KEPT_DAYS),
        row_key: fresh.row_key,
    };
    tables::put_choice(conn, &row)?;
    Ok(id)
}

/// One's ballot goes into the box, once.
pub(crate) fn cast(room: &mut Room<'_>, id: ChoiceId, typed: &Typed) -> Result<(), Stop> {
    let (me, row) = read(room, id)?;
    let things = things(room.house, &row)?;
    let form = form(&row, things.len())?;
    let mut numbers = Vec::new();
    for at in 1..=things.len() {
        let name = format!("thing{at}");
        let number = match typed.some(&name) {
            Some(text) => Some(text.parse().map_err(|_| No::BallotWrong)?),
            None => None,
        };
        numbers.push(number);
    }
    let ballot = form.of_numbers(&numbers).map_err(|_| No::BallotWrong)?;
    lay(room, row, (&[me.id], &[ballot]))
}

/// Whoever looks after the circle types ballots from paper, with the names of those who put one into the
/// box: as many as ballots, two at least, so that none is anybody's.
pub(crate) fn from_paper(room: &mut Room<'_>, id: ChoiceId, typed: &Typed) -> Result<(), Stop> {
    let (me, row) = read(room, id)?;
    if !people::looks_after(room.conn, &me, row.circle_id, room.now)? {
        return Err(No::RelayersOnly.into());
    }
    let form = form(&row, things(room.house, &row)?.len())?;
    let mut ballots = Vec::new();
    for (at, line) in typed.text("paper").lines().enumerate() {
        let ballot = form.of_line(line);
        ballots.push(ballot.map_err(|wrong| No::PaperLine(at + 1, wrong.column))?);
    }
    let mut names = Vec::new();
    let whose = typed.text("whose").lines().map(str::trim);
    for name in whose.filter(|name| !name.is_empty()) {
        let vault = &room.house.vault;
        let person = people::person_with_handle(room.conn, vault, row.network_id, name)?;
        names.push(person.ok_or(No::NobodyOfTheCircle)?);
    }
    names.sort();
    names.dedup();
    if names.len() != ballots.len() || names.len() < 2 {
        return Err(No::PaperNames.into());
    }
    lay(room, row, (&names, &ballots))
}

/// Ballots of these people go into the box.
fn lay(
    room: &mut Room<'_>,
    mut row: ChoiceRow,
    (people, ballots): (&[PersonId], &[String]),
) -> Result<(), Stop> {
    if row.stage != ChoiceStage::Open {
        return Err(No::NotOpen.into());
    }
    let decide = those_who_decide(room, row.circle_id)?;
    let of = (row.network_id, row.id);
    let hands = tables::hands_of(room.conn, &room.house.vault, of)?;
    for person in people {
        if !decide.contains(person) {
            return Err(No::NobodyOfTheCircle.into());
        }
        if hands.iter().any(|(_, hand)| hand == person) {
            return Err(No::BallotIn.into());
        }
    }
    for person in people {
        let fresh = room.house.vault.fresh::<HandId>(row.network_id, HANDS)?;
        let hand = HandRow {
            id: fresh.id,
            network_id: row.network_id,
            choice_id: row.id,
            who: fresh.seal("who", &person.to_string())?,
            row_key: fresh.row_key,
        };
        tables::add_hand(room.conn, &hand)?;
    }
    let key = row.key(&room.house.vault)?;
    let in_box = key.open(row.row(), "ballots", &row.ballots)?;
    row.ballots = key.seal(row.row(), "ballots", &lay_in(&in_box, ballots))?;
    tables::put_choice(room.conn, &row)?;
    // The box as it was before goes everywhere: beside this one it would say what was laid in last.
    Ok(set_fact(room.conn, row.network_id, ERASED, "yes")?)
}

/// Its author, or whoever looks after the circle, sets it down; the box is emptied unread.
pub(crate) fn set_down(room: &mut Room<'_>, id: ChoiceId) -> Result<(), Stop> {
    let (me, row) = read(room, id)?;
    let leads = row.author_id == Some(me.id)
        || people::looks_after(room.conn, &me, row.circle_id, room.now)?;
    if !leads {
        return Err(No::AuthorsOnly.into());
    }
    if row.stage != ChoiceStage::Open {
        return Err(No::NotOpen.into());
    }
    close(room.conn, room.house, row, ChoiceStage::SetDown)
}

/// Counts what is to be counted; empties the boxes.
pub(crate) fn count(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(now);
    let mut counted = 0;
    for row in tables::choices_to_count(conn, network.id, today)? {
        let resting = house.season(conn, Some(row.circle_id), today)?.is_some();
        if !is_to_be_counted(row.stage, row.closes_on, today, resting) {
            continue;
        }
        close(conn, house, row, ChoiceStage::Counted)?;
        counted += 1;
    }
    Ok(counted)
}

/// It is over: counted where there are ballots enough; and nothing of ballots or of whose they were stays.
fn close(
    conn: &mut AnyConnection,
    house: &House,
    mut row: ChoiceRow,
    stage: ChoiceStage,
) -> Result<(), Stop> {
    let key = row.key(&house.vault)?;
    let in_box = key.open(row.row(), "ballots", &row.ballots)?;
    row.stage = match stage {
        ChoiceStage::Counted if how_many(&in_box) < LEAST_BALLOTS => ChoiceStage::TooFew,
        other => other,
    };
    if row.stage == ChoiceStage::Counted {
        let things = things(house, &row)?.len();
        let count = form(&row, things)?.count(&in_box);
        let count = count.map_err(|_| Stop::NotThere)?.as_text();
        row.counted = Some(key.seal(row.row(), "counted", &count)?);
    }
    row.ballots = key.seal(row.row(), "ballots", "")?;
    tables::put_choice(conn, &row)?;
    tables::remove_hands(conn, row.network_id, row.id)?;
    Ok(set_fact(conn, row.network_id, ERASED, "yes")?)
}

/// Whoever leaves: that their ballot is in goes. The ballot stays in its box; nobody can find it there.
pub(crate) fn forget_hands(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network().id;
    for row in tables::all_choices(conn, network)? {
        if row.stage != ChoiceStage::Open {
            continue;
        }
        for (hand, whose) in tables::hands_of(conn, &house.vault, (network, row.id))? {
            if whose == person {
                tables::remove_hand(conn, hand)?;
            }
        }
    }
    Ok(())
}
