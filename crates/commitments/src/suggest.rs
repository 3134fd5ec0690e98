//! Fair cover: who is asked for an open place. A proposal, never more: nobody is assigned without
//! their yes, and saying nothing is fine. Places go to those whose own offers fit, within the ceiling
//! they set, never to somebody who rests, whoever carries least of what they said they could first,
//! and nobody is asked more than three times a day. What the best plan is says the crate `cover`.

use crate::{
    deeds::duty,
    rules::{ASKS_A_DAY, PlaceId, USUAL_CEILING},
    tables::{self, AskedId, AskedRow, AskedSaid, CommitmentRow, OfferWord, PlaceRow, Reason},
};
use cover::{Could, Plan, Town};
use kernel::{CircleId, Day, PersonId, Standing};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{AnyConnection, Error, Stop};
use web::House;

/// What a whole ceiling weighs beside distance; 2520 divides by every ceiling up to ten.
const WEIGHT: u32 = 2520;
/// Somebody of any area, beside somebody of this one.
const ANY_AREA: i32 = 200;
/// The same pair again, where both liked it.
const AGAIN: i32 = -400;
/// Somebody who was asked for it before and said nothing: others first.
const ASKED_BEFORE: i32 = 5000;

/// Everybody who could be asked, with what they offer and how much is left of their ceiling.
pub(crate) struct Scene {
    people: Vec<PersonId>,
    left: Vec<u32>,
    offers: HashMap<OfferWord, Vec<(usize, String)>>,
    circles: BTreeMap<CircleId, Vec<usize>>,
    liked: BTreeSet<(crate::rules::CommitmentId, PersonId)>,
}

/// What a duty or a place asks for.
#[derive(Clone, Copy)]
pub(crate) struct Wants<'a> {
    pub circle: Option<CircleId>,
    pub fits: Option<OfferWord>,
    pub area: &'a str,
    pub of: Option<crate::rules::CommitmentId>,
    pub not_for: Option<PersonId>,
}

impl<'a> From<&'a PlaceRow> for Wants<'a> {
    fn from(place: &'a PlaceRow) -> Self {
        Self {
            circle: place.circle_id,
            fits: place.fits,
            area: &place.area,
            of: place.commitment_id,
            not_for: place.not_for,
        }
    }
}

impl<'a> From<&'a CommitmentRow> for Wants<'a> {
    fn from(row: &'a CommitmentRow) -> Self {
        Self {
            circle: row.to_circle(),
            fits: row.fits,
            area: &row.area,
            of: Some(row.id),
            not_for: row.giver_person(),
        }
    }
}

impl Scene {
    /// Reads who there is.
    pub fn load(
        conn: &mut AnyConnection,
        house: &House,
        circles: &[CircleId],
        today: Day,
    ) -> Result<Self, Stop> {
        let network = house.network().id;
        let standings = people::standings(conn, network)?;
        let spared = house.spared(conn)?;
        let mut people: Vec<PersonId> = standings
            .into_iter()
            .filter(|(person, standing)| *standing == Standing::Member && !spared.contains(person))
            .map(|(person, _)| person)
            .collect();
        people.sort();
        let at: HashMap<PersonId, usize> =
            people.iter().enumerate().map(|(i, p)| (*p, i)).collect();
        let mut left = vec![USUAL_CEILING; people.len()];
        for row in tables::all_ceilings(conn, network)? {
            if let Some(i) = at.get(&row.id) {
                left[*i] = row.number(&house.vault)?;
            }
        }
        // What they hold already counts: a standing thing for each of its days, a time for one.
        let mut held = vec![0u32; people.len()];
        for row in tables::living(conn, network)? {
            let Some(i) = row.giver_person().and_then(|giver| at.get(&giver)) else {
                continue;
            };
            if row.wakes_people.is_none() {
                let pieces = row.recurrence().map_or(1, |when| duty::pieces(&when).len());
                held[*i] += u32::try_from(pieces).unwrap_or(u32::MAX);
            }
        }
        for person in tables::all_standing_in(conn, network, today)? {
            if let Some(i) = at.get(&person) {
                held[*i] += 1;
            }
        }
        for (left, held) in left.iter_mut().zip(held) {
            *left = left.saturating_sub(held);
        }
        let mut offers: HashMap<OfferWord, Vec<(usize, String)>> = HashMap::new();
        for offered in asks::offered(conn, network, today)? {
            if let Some(i) = at.get(&offered.person) {
                offers
                    .entry(offered.kind)
                    .or_default()
                    .push((*i, offered.area));
            }
        }
        let mut members = BTreeMap::new();
        for circle in circles {
            let inside = people::members_of(conn, network, *circle)?;
            let inside = inside.iter().filter_map(|person| at.get(person).copied());
            members.insert(*circle, inside.collect());
        }
        Ok(Self {
            people,
            left,
            offers,
            circles: members,
            liked: tables::liked(conn, network)?.into_iter().collect(),
        })
    }

    /// Those who could, each once at their nearest, with why.
    fn could(&self, wants: Wants<'_>) -> BTreeMap<usize, (i32, Reason)> {
        let mut all: BTreeMap<usize, (i32, Reason)> = BTreeMap::new();
        let mut add = |i: usize, cost: i32, why: Reason| {
            let known = all.entry(i).or_insert((cost, why));
            if cost < known.0 {
                *known = (cost, why);
            }
        };
        match wants.fits {
            Some(kind) => {
                for (i, area) in self.offers.get(&kind).into_iter().flatten() {
                    if area == wants.area {
                        add(*i, 0, Reason::Offered);
                    } else if area.is_empty() || wants.area.is_empty() {
                        add(*i, ANY_AREA, Reason::Offered);
                    }
                }
            }
            None => {
                let circle = wants.circle.and_then(|circle| self.circles.get(&circle));
                for i in circle.into_iter().flatten() {
                    add(*i, 0, Reason::Circle);
                }
            }
        }
        for (i, person) in self.people.iter().enumerate() {
            let pair = wants.of.map(|of| (of, *person));
            if pair.is_some_and(|pair| self.liked.contains(&pair)) {
                let cost = all.get(&i).map_or(0, |(cost, _)| *cost);
                all.insert(i, (cost + AGAIN, Reason::Again));
            }
        }
        all.retain(|i, _| Some(self.people[*i]) != wants.not_for && self.left[*i] > 0);
        all
    }

    /// How many people could hold a duty beside whoever holds it.
    pub fn how_many(&self, wants: Wants<'_>) -> usize {
        self.could(wants).len()
    }
}

/// Asks those who are next for every place that nobody was asked for today; says how many askings.
pub(crate) fn propose(conn: &mut AnyConnection, house: &House) -> Result<usize, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let mut places = tables::all_places(conn, network.id, today)?;
    // A place of nobody's circle was asked for by name.
    places.retain(|place| place.circle_id.is_some());
    if places.is_empty() {
        return Ok(0);
    }
    let asked = tables::all_asked(conn, network.id)?;
    let waits: BTreeSet<PlaceId> = asked
        .iter()
        .filter(|row| row.said == AskedSaid::Nothing && row.asked_on >= today)
        .map(|row| row.place_id)
        .collect();
    places.retain(|place| !waits.contains(&place.id));
    let circles: BTreeSet<CircleId> = places.iter().filter_map(|place| place.circle_id).collect();
    let mut resting = BTreeSet::new();
    for circle in &circles {
        if house.season(conn, Some(*circle), today)?.is_some() {
            resting.insert(*circle);
        }
    }
    places.retain(|place| {
        place
            .circle_id
            .is_none_or(|circle| !resting.contains(&circle))
    });
    if places.is_empty() {
        return Ok(0);
    }
    let circles: Vec<CircleId> = circles.into_iter().collect();
    let scene = Scene::load(conn, house, &circles, today)?;
    let mut asked_today: HashMap<PersonId, usize> = HashMap::new();
    // What they were asked for this morning and may still take is part of what they said they could.
    let mut open_today: HashMap<PersonId, u32> = HashMap::new();
    let mut before: BTreeMap<(PlaceId, PersonId), AskedSaid> = BTreeMap::new();
    for row in &asked {
        before.insert((row.place_id, row.asked_id), row.said);
        if row.asked_on == today {
            *asked_today.entry(row.asked_id).or_default() += 1;
            if row.said == AskedSaid::Nothing {
                *open_today.entry(row.asked_id).or_default() += 1;
            }
        }
    }
    let ceilings = scene.people.iter().zip(&scene.left).map(|(person, left)| {
        let so_far = asked_today.get(person).copied().unwrap_or(0);
        let more = ASKS_A_DAY.saturating_sub(so_far);
        let open = open_today.get(person).copied().unwrap_or(0);
        (left.saturating_sub(open)).min(u32::try_from(more).unwrap_or(0))
    });
    let broken = |_| Stop::Broken(Error::JobLost);
    let mut town = Town::new(WEIGHT, ceilings.collect()).map_err(broken)?;
    let mut reasons: Vec<BTreeMap<usize, (i32, Reason)>> = Vec::with_capacity(places.len());
    for place in &places {
        let mut could = scene.could(Wants::from(place));
        could.retain(
            |i, (cost, _)| match before.get(&(place.id, scene.people[*i])) {
                None | Some(AskedSaid::Over) => true,
                Some(AskedSaid::NotMe) => false,
                Some(AskedSaid::Nothing) => {
                    *cost += ASKED_BEFORE;
                    true
                }
            },
        );
        let pairs: Vec<Could> = could
            .iter()
            .filter_map(|(i, (cost, _))| {
                let person = u32::try_from(*i).ok()?;
                Some(Could {
                    person,
                    cost: *cost,
                })
            })
            .collect();
        town.open_place(&pairs).map_err(broken)?;
        reasons.push(could);
    }
    // The same day gives the same plan; another day, where all is equal, begins with others.
    let plan = Plan::of(town, u64::from(today.0.unsigned_abs()));
    let mut rows = Vec::new();
    for (nth, holder) in plan.holders().enumerate() {
        let (Some(holder), Some(place)) = (holder, places.get(nth)) else {
            continue;
        };
        let i = holder as usize;
        let reason = reasons[nth].get(&i).map_or(Reason::Circle, |(_, why)| *why);
        rows.push(AskedRow {
            id: AskedId::new(&*house.chance),
            network_id: network.id,
            place_id: place.id,
            asked_id: scene.people[i],
            asked_on: today,
            reason,
            said: AskedSaid::Nothing,
            ends_on: place.ends_on,
        });
    }
    tables::add_asked(conn, &rows)?;
    Ok(rows.len())
}

/// Somebody is asked for a place by name.
pub(crate) fn ask(
    conn: &mut AnyConnection,
    house: &House,
    place: PlaceId,
    person: PersonId,
    reason: Reason,
) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let Some(row) = tables::place(conn, network.id, place)? else {
        return Ok(());
    };
    let asked = AskedRow {
        id: AskedId::new(&*house.chance),
        network_id: network.id,
        place_id: place,
        asked_id: person,
        asked_on: today,
        reason,
        said: AskedSaid::Nothing,
        ends_on: row.ends_on,
    };
    Ok(tables::add_asked(conn, &[asked])?)
}
