//! It is thought of, a second says yes, words are found, people are invited; what they need is asked.

use super::{
    Here, campaign, held, held_or_kept, look, minute_of, rest_on, some, somebody, takes_part,
};
use crate::{
    rules::{
        ContainerId, GatherRefusal as No, Kind, LONGEST_DAYS, NeedId, Said, SeasonId, Shape, Stage,
        Step, Wide, rows, text,
    },
    tables::{self, CONTAINERS, ContainerRow, Words},
};
use kernel::{CircleId, Day, PersonId};
use store::{ERASED, Row, Stop, set_fact};
use web::{House, Room, Typed};

/// A question, and other short words, in characters.
pub(crate) const SHORT: usize = 200;
/// Agreements, aims, in characters.
pub(crate) const LONG: usize = 1500;

/// What somebody begins with.
pub(crate) struct New {
    pub circle: CircleId,
    pub kind: Kind,
    pub shape: Shape,
    pub open_to: Wide,
    pub season: Option<SeasonId>,
    pub within: Option<ContainerId>,
    pub before: Option<ContainerId>,
    pub hosts: [Option<(PersonId, Said)>; 2],
    pub words: Words,
    pub day: Day,
    pub minute: i32,
    pub ends: Day,
}

/// A row whose words are sealed under a key of its own.
pub(crate) fn sealed(house: &House, new: New) -> Result<ContainerRow, Stop> {
    let network_id = house.network().id;
    let id = ContainerId::new(&*house.chance);
    let at = Row {
        network: &network_id,
        table: CONTAINERS,
        id: id.bytes(),
    };
    let (key, row_key) = house.vault.new_key(at)?;
    let [first, second] = new.hosts;
    let (host_id, host_said) = first.unzip();
    let (second_id, second_said) = second.unzip();
    let mut row = ContainerRow {
        id,
        network_id,
        circle_id: new.circle,
        kind: new.kind,
        shape: new.shape,
        stage: Stage::Seeded,
        open_to: new.open_to,
        season_id: new.season,
        within_id: new.within,
        before_id: new.before,
        host_id,
        host_said,
        second_id,
        second_said,
        keeper_id: None,
        question: None,
        for_whom: None,
        agreements: None,
        place: None,
        dial_in: None,
        program: None,
        on_day: new.day,
        starts_minute: new.minute,
        review_on: new.ends,
        met_on: None,
        returned_at: None,
        shared_to: None,
        share_asked: None,
        share_by: None,
        version: 1,
        row_key,
    };
    row.say(&key, &new.words)?;
    Ok(row)
}

/// The run of show a shape begins with, in the language of whoever begins.
pub(crate) fn usual_program(room: &Room<'_>, shape: Shape) -> String {
    let steps: Vec<Step> = crate::rules::usual(shape)
        .iter()
        .map(|(minutes, key)| Step {
            minutes: *minutes,
            words: room.tongue.say(key).to_owned(),
        })
        .collect();
    text(&steps)
}

fn words(typed: &Typed, program: Option<String>) -> Result<Words, Stop> {
    Ok(Words {
        question: some(typed, "question", SHORT)?,
        for_whom: some(typed, "for_whom", SHORT)?,
        agreements: some(typed, "agreements", LONG)?,
        place: some(typed, "spot", SHORT)?,
        dial_in: some(typed, "dial_in", SHORT)?,
        program,
    })
}

/// When it is, and when it ends: a gathering with its day; what goes on, by a day within a year.
fn days(typed: &Typed, kind: Kind, today: Day) -> Result<(Day, i32, Day), Stop> {
    let latest = today.plus(LONGEST_DAYS);
    let day = Day::parse(typed.text("on_day")).filter(|day| *day >= today && *day <= latest);
    let (Some(day), Some(minute)) = (day, minute_of(typed.text("at_time"))) else {
        return Err(No::DayNeeded.into());
    };
    let ends = match kind {
        Kind::Gathering | Kind::Choir => day,
        Kind::Campaign | Kind::Learning => Day::parse(typed.text("ends"))
            .filter(|end| *end >= day && *end <= latest)
            .ok_or(No::EndNeeded(latest))?,
    };
    Ok((day, minute, ends))
}

/// Somebody begins; whoever they name is asked to hold it with them.
pub(crate) fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<ContainerId, Stop> {
    let me = takes_part(room)?;
    let circle = CircleId::parse(typed.text("of_circle")).ok_or(Stop::NotThere)?;
    if !me.circles.contains(&circle) || !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let kind = match Kind::parse(typed.text("gathers")) {
        Some(Kind::Choir) | None => Kind::Gathering,
        Some(kind) => kind,
    };
    let shape = Shape::parse(typed.text("shape")).unwrap_or(Shape::Round);
    let within = ContainerId::parse(typed.text("within"));
    if let Some(within) = within {
        let here = look(room, within)?;
        here.rule(room).holds_more()?;
    }
    let (day, minute, ends) = days(typed, kind, room.today)?;
    let second = match typed.some("second") {
        Some(name) => Some(somebody(room, name)?),
        None => None,
    };
    if second == Some(me.id) {
        return Err(No::NotWithOneself.into());
    }
    let program = usual_program(room, shape);
    let new = New {
        circle,
        kind,
        shape,
        open_to: Wide::parse(typed.text("open_to")).unwrap_or(Wide::Circle),
        season: None,
        within,
        before: None,
        hosts: [
            Some((me.id, Said::Yes)),
            second.map(|who| (who, Said::Asked)),
        ],
        words: words(typed, Some(program))?,
        day,
        minute,
        ends,
    };
    let row = sealed(room.house, new)?;
    tables::put_container(room.conn, &row)?;
    if kind == Kind::Campaign {
        campaign::put(room, &row, typed)?;
    }
    Ok(row.id)
}

/// Only whoever read the words as they are changes them.
pub(crate) fn same_version(row: &ContainerRow, typed: &Typed) -> Result<(), Stop> {
    match typed.text("version") == row.version.to_string() {
        true => Ok(()),
        false => Err(No::ChangedMeanwhile.into()),
    }
}

/// Other words, another day. What people need is kept until that day.
pub(crate) fn change(room: &mut Room<'_>, id: ContainerId, typed: &Typed) -> Result<(), Stop> {
    let mut here = held(room, id)?;
    if !Stage::COMING.contains(&here.row.stage) {
        return Err(No::NotNow.into());
    }
    same_version(&here.row, typed)?;
    let (day, minute, ends) = days(typed, here.row.kind, room.today)?;
    let said = here.row.open(&room.house.vault)?;
    let new = words(typed, said.program)?;
    if here.row.stage == Stage::Invited && new.question.is_none() {
        return Err(No::QuestionNeeded.into());
    }
    let key = here.row.key(&room.house.vault)?;
    here.row.say(&key, &new)?;
    here.row.open_to = Wide::parse(typed.text("open_to")).unwrap_or(here.row.open_to);
    here.row.starts_minute = minute;
    here.row.review_on = ends;
    here.row.version += 1;
    move_to(room, here.row.clone(), day)?;
    if here.row.kind == Kind::Campaign {
        campaign::put(room, &here.row, typed)?;
    }
    Ok(())
}

fn move_to(room: &mut Room<'_>, mut row: ContainerRow, day: Day) -> Result<(), Stop> {
    row.on_day = day;
    if matches!(row.kind, Kind::Gathering | Kind::Choir) {
        row.review_on = day;
    }
    tables::put_container(room.conn, &row)?;
    let of = (row.network_id, row.id);
    tables::needs_until(room.conn, &room.house.vault, of, day)
}

/// It falls into a rest: it is moved to the day that is offered.
pub(crate) fn move_past_rest(room: &mut Room<'_>, id: ContainerId) -> Result<(), Stop> {
    let here = look(room, id)?;
    if !here.host && !here.of_circle {
        return Err(No::HostsOnly.into());
    }
    if !Stage::COMING.contains(&here.row.stage) {
        return Err(No::NotNow.into());
    }
    let rest = rest_on(room.conn, room.house, here.row.circle_id, here.row.on_day)?;
    let (_, offered) = rest.ok_or(No::NotNow)?;
    move_to(room, here.row, offered)
}

/// The rows of its run of show, in another order or with other minutes.
pub(crate) fn program(room: &mut Room<'_>, id: ContainerId, typed: &Typed) -> Result<(), Stop> {
    let mut here = held(room, id)?;
    if !Stage::COMING.contains(&here.row.stage) {
        return Err(No::NotNow.into());
    }
    same_version(&here.row, typed)?;
    let mut steps = typed_rows(typed)?;
    // "Up" of a row: it changes places with the one above it.
    if let Ok(at) = typed.text("up").parse::<usize>()
        && at > 0
        && at < steps.len()
    {
        steps.swap(at, at - 1);
    }
    let key = here.row.key(&room.house.vault)?;
    let mut said = here.row.open(&room.house.vault)?;
    said.program = Some(text(&steps));
    here.row.say(&key, &said)?;
    here.row.version += 1;
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// The rows as they were typed.
pub(crate) fn typed_rows(typed: &Typed) -> Result<Vec<Step>, Stop> {
    typed.at_most("step", SHORT)?;
    Ok(rows(typed.all("mins").zip(typed.all("step"))))
}

/// A host names whoever holds it with them; also in place of somebody who has vanished.
pub(crate) fn name_second(room: &mut Room<'_>, id: ContainerId, name: &str) -> Result<(), Stop> {
    let mut here = held_or_kept(room, id)?;
    let whom = somebody(room, name)?;
    may_host(room, &here.row, whom)?;
    // Whoever looks after the circle names somebody for the seat that nobody sits in.
    let by = match (here.host, here.row.hosts().first()) {
        (true, _) => here.me.id,
        (false, Some(host)) => *host,
        (false, None) => return first(room, here, whom),
    };
    let rule = here.rule(room).name_second(by, whom)?;
    here.row.take_on(rule);
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// Nobody holds it any more: somebody is asked to be the first to.
fn first(room: &mut Room<'_>, mut here: Here, whom: PersonId) -> Result<(), Stop> {
    if here.row.second_id == Some(whom) {
        return Err(No::NotWithOneself.into());
    }
    here.row.host_id = Some(whom);
    here.row.host_said = Some(Said::Asked);
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// Of a CHOIR season nobody hosts two evenings running.
pub(crate) fn may_host(
    room: &mut Room<'_>,
    row: &ContainerRow,
    whom: PersonId,
) -> Result<(), Stop> {
    let Some(season) = row.season_id else {
        return Ok(());
    };
    let all = tables::evenings_of(room.conn, row.network_id, season)?;
    let at = all.iter().position(|one| one.id == row.id).unwrap_or(0);
    let seats = |at: Option<usize>| at.and_then(|at| all.get(at)).map(ContainerRow::seats);
    let before = seats(at.checked_sub(1)).unwrap_or_default();
    let after = seats(Some(at + 1)).unwrap_or_default();
    Ok(crate::rules::may_host(&whom, &before, &after)?)
}

/// Whoever was asked to hold it says yes, or leaves it to somebody else.
pub(crate) fn answer(room: &mut Room<'_>, id: ContainerId, yes: bool) -> Result<(), Stop> {
    let mut here = look(room, id)?;
    if !here.row.seats().contains(&here.me.id) {
        return Err(Stop::NotThere);
    }
    if yes && here.me.is_resting() {
        return Err(No::YouRest.into());
    }
    let rule = here.rule(room).answer(here.me.id, yes);
    here.row.take_on(rule);
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// People are invited.
pub(crate) fn invite(room: &mut Room<'_>, id: ContainerId) -> Result<(), Stop> {
    let mut here = held(room, id)?;
    let rest = rest_on(room.conn, room.house, here.row.circle_id, here.row.on_day)?;
    let rule = here.rule(room).invite(rest, room.today)?;
    here.row.take_on(rule);
    Ok(tables::put_container(room.conn, &here.row)?)
}

/// Somebody says what they need to be able to come.
pub(crate) fn need(room: &mut Room<'_>, id: ContainerId, typed: &Typed) -> Result<(), Stop> {
    let here = look(room, id)?;
    if here.row.stage != Stage::Invited || here.row.review_on < room.today {
        return Err(No::NotNow.into());
    }
    let words = typed.at_most("need", SHORT)?;
    if words.is_empty() {
        return Err(No::WordsNeeded.into());
    }
    take_back_need(room, id)?;
    let need = NeedId::new(&*room.house.chance);
    let until = here.row.on_day.max(room.today);
    let (network, vault) = (here.row.network_id, &room.house.vault);
    let what = (here.me.id, words);
    tables::add_need(room.conn, vault, (network, need), (id, until), what)
}

/// They take that back.
pub(crate) fn take_back_need(room: &mut Room<'_>, id: ContainerId) -> Result<(), Stop> {
    let here = look(room, id)?;
    for row in tables::needs_of(room.conn, here.row.network_id, id)? {
        if row.open(&room.house.vault)?.0 == Some(here.me.id) {
            tables::remove_need(room.conn, row.id)?;
            set_fact(room.conn, here.row.network_id, ERASED, "yes")?;
        }
    }
    Ok(())
}
