//! What all ties add up to: made on the first of a month, and after an introduction. It joins ties with
//! circles and with nothing else.

use crate::{
    rules::{FEWEST, Leaving, Own, Picture, is_live, own, picture},
    tables::{self, EndingId, EndingRow, PICTURES, PictureId, PictureRow},
};
use kernel::{Day, NetworkId, PersonId, Standing, YesNo};
use std::collections::{BTreeMap, BTreeSet};
use store::{AnyConnection, Stop};
use weave::Graph;
use web::House;

/// A picture is never older than this.
const KEPT_DAYS: i32 = 45;
/// How long people stayed is kept for so long.
const ENDING_DAYS: i32 = 5 * 365;
/// Days in a month, as a mean.
const MONTH: f64 = 30.44;

/// The network as numbers: who is here, and which of them are tied and live.
pub(crate) struct Web {
    /// Who each number is.
    pub people: Vec<PersonId>,
    /// Their live ties.
    pub graph: Graph,
}

/// Those who are here, by id; rest is here.
fn those_here(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> Result<Vec<(PersonId, Standing)>, Stop> {
    let mut here = people::standings(conn, network)?;
    here.retain(|(_, standing)| {
        matches!(
            standing,
            Standing::Member | Standing::Resting | Standing::SteppingBack
        )
    });
    here.sort();
    Ok(here)
}

/// The live ties of those who are here.
pub(crate) fn web(conn: &mut AnyConnection, house: &House, today: Day) -> Result<Web, Stop> {
    let network = house.network().id;
    let here = those_here(conn, network)?;
    let mut numbers: BTreeMap<Vec<u8>, (u32, bool)> = BTreeMap::new();
    for (number, (person, standing)) in (0u32..).zip(&here) {
        let mark = tables::mark(&house.vault, network, *person)?;
        numbers.insert(mark, (number, standing.rests()));
    }
    let mut ties = Vec::new();
    for (one, other, renewed_on) in tables::all_ties(conn, network)? {
        let (Some(one), Some(other)) = (numbers.get(&one), numbers.get(&other)) else {
            continue;
        };
        if is_live(renewed_on, today, one.1 || other.1) {
            ties.push((one.0, other.0));
        }
    }
    let graph = Graph::from_edges(here.len(), &ties).map_err(|_| Stop::NotThere)?;
    Ok(Web {
        people: here.into_iter().map(|(person, _)| person).collect(),
        graph,
    })
}

/// What the ties say to one person, with who is meant; read by nobody else.
pub(crate) fn own_of(
    conn: &mut AnyConnection,
    house: &House,
    (me, today): (PersonId, Day),
) -> Result<(Own, Vec<PersonId>), Stop> {
    let web = web(conn, house, today)?;
    let found = web.people.iter().position(|person| *person == me);
    let own = match found.and_then(|at| u32::try_from(at).ok()) {
        Some(number) => own(&web.graph, number),
        None => Own::default(),
    };
    Ok((own, web.people))
}

/// The circles of a network in the order in which the picture numbers them.
pub(crate) fn circles(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> Result<Vec<people::CircleRow>, Stop> {
    let mut all = people::circles(conn, network)?;
    all.sort_by_key(|circle| circle.id);
    Ok(all)
}

/// Makes the picture anew where a month has begun, or an introduction became a tie.
pub(crate) fn make(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let before = tables::picture_of(conn, network.id)?;
    if let Some(row) = &before {
        // A clock that was set back makes nothing anew.
        let same = row.made_on >= today || row.made_on.month() == today.month();
        if same && !row.stale.is_so() {
            return Ok(0);
        }
    }
    let drawn = match those_here(conn, network.id)?.len() >= FEWEST {
        true => {
            let web = web(conn, house, today)?;
            draw(conn, house, (&web, today))?
        }
        false => None,
    };
    if drawn.is_none() && before.is_none() {
        return Ok(0);
    }
    let row = match drawn {
        Some(drawn) => Some(sealed(house, (network.id, today), &drawn)?),
        None => None,
    };
    tables::put_picture(conn, network.id, row.as_ref())?;
    Ok(1)
}

fn draw(
    conn: &mut AnyConnection,
    house: &House,
    (web, today): (&Web, Day),
) -> Result<Option<Picture>, Stop> {
    let network = house.network().id;
    let mut theirs = vec![BTreeSet::new(); web.people.len()];
    for (number, circle) in circles(conn, network)?.iter().enumerate() {
        for person in people::members_of(conn, network, circle.id)? {
            if let Ok(at) = web.people.binary_search(&person) {
                theirs[at].insert(number);
            }
        }
    }
    let months = |days: i32| f64::from(days.max(1)) / MONTH;
    let joined = people::memberships(conn, network)?;
    let here = joined
        .iter()
        .filter(|(person, _, _)| web.people.binary_search(person).is_ok())
        .map(|(_, _, day)| months(today.0 - day.0));
    let left = tables::endings_here(conn, network)?;
    let leaving = Leaving {
        here: here.collect(),
        left: left
            .iter()
            .map(|row| (f64::from(row.months.max(1)), row.handed_over.is_so()))
            .collect(),
    };
    Ok(picture(&web.graph, &theirs, &leaving))
}

fn sealed(
    house: &House,
    (network, today): (NetworkId, Day),
    drawn: &Picture,
) -> Result<PictureRow, Stop> {
    let fresh = house.vault.fresh::<PictureId>(network, PICTURES)?;
    let text = serde_json::to_string(drawn).map_err(|_| Stop::NotThere)?;
    Ok(PictureRow {
        id: fresh.id,
        network_id: network,
        made_on: today,
        stale: YesNo::No,
        drawn: fresh.seal("drawn", &text)?,
        review_on: today.plus(KEPT_DAYS),
        row_key: fresh.row_key,
    })
}

/// The picture that may be shown: none for fewer than twelve people.
pub(crate) fn shown(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> Result<Option<PictureRow>, Stop> {
    match those_here(conn, network)?.len() >= FEWEST {
        true => Ok(tables::picture_of(conn, network)?),
        false => Ok(None),
    }
}

/// The picture as it was made last, and when.
pub(crate) fn last(
    conn: &mut AnyConnection,
    house: &House,
) -> Result<Option<(Picture, Day)>, Stop> {
    let Some(row) = shown(conn, house.network().id)? else {
        return Ok(None);
    };
    let text = row
        .key(&house.vault)?
        .open(row.row(), "drawn", &row.drawn)?;
    Ok(serde_json::from_str(&text)
        .ok()
        .map(|picture| (picture, row.made_on)))
}

/// Somebody leaves: after how many months, and whether they handed over. Nothing of who.
pub(crate) fn ends(conn: &mut AnyConnection, house: &House, person: PersonId) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let joined = people::memberships(conn, network.id)?;
    let found = joined.iter().find(|(one, _, _)| *one == person);
    let Some((_, standing, joined)) = found else {
        return Ok(());
    };
    let months = (f64::from(today.0 - joined.0) / MONTH).round();
    let row = EndingRow {
        id: EndingId::new(&*house.chance),
        network_id: network.id,
        months: months as i32,
        handed_over: (*standing == Standing::SteppingBack).into(),
        review_on: today.plus(ENDING_DAYS),
    };
    Ok(tables::add_ending(conn, &row)?)
}
