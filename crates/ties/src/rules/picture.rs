//! What all ties add up to (PRACTICES.md §5): numbers about the whole, none about a person, and none of a
//! group that is too small.

use super::layout::layout;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use weave::{End, Graph, Time};

/// Fewer people than these have no picture.
pub const FEWEST: usize = 12;
/// A number with fewer behind it, and not none, is not shown.
pub const SMALLEST_CELL: u64 = 5;
/// How much work the exact cohesion may be.
const WORK: u64 = 20_000_000;

/// How people stay: months so far of whoever is here, and of whoever left, with whether they handed over.
#[derive(Clone, Debug, Default)]
pub struct Leaving {
    /// Months of each who is here.
    pub here: Vec<f64>,
    /// Months of each who left, and whether they handed over.
    pub left: Vec<(f64, bool)>,
}

/// What the ties of a network add up to on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// How many people.
    pub people: u64,
    /// How many of them are in the largest part.
    pub together: u64,
    /// How many people are the only link between parts.
    pub links: u64,
    /// With the worst of them away: pairs that still reach one another, and all remaining pairs.
    pub worst: (u64, u64),
    /// With the three who have the most ties away, the same.
    pub three_away: (u64, u64),
    /// How many would have to be away before it came apart; nothing, where that is too much work.
    pub cohesion: Option<u64>,
    /// Ties that alone join two parts.
    pub bridges: u64,
    /// Introductions that would mend all of it, where all are together.
    pub introductions: u64,
    /// Freeman's degree centralisation, in hundredths.
    pub centralisation: u64,
    /// What it looks like, after Krebs and Holley.
    pub stage: String,
    /// Ties across circles, and all ties, of those who are in some circle.
    pub across: (u64, u64),
    /// Of the ties of a circle's people, how many go beyond it, of how many; by the circle's number, for
    /// circles of five or more.
    #[serde(default)]
    pub beyond: Vec<(usize, u64, u64)>,
    /// Circles that are joined through single people, by their numbers.
    pub hanging: Vec<(usize, usize)>,
    /// Half of those who come are here after so many months; nothing, where more than half stay.
    pub half_after: Option<u64>,
    /// Of those who left, how many handed over.
    pub handed_over: (u64, u64),
    /// Where each dot stands, in no order that says anything.
    pub dots: Vec<(u16, u16)>,
    /// Which dots are tied.
    pub lines: Vec<(u32, u32)>,
}

/// Makes the picture of a network: its live ties, which circles each person is in, and how people stay.
/// `None` for fewer than twelve people.
pub fn picture(graph: &Graph, circles: &[BTreeSet<usize>], leaving: &Leaving) -> Option<Picture> {
    let people = graph.nodes();
    if people < FEWEST || circles.len() != people {
        return None;
    }
    let cuts = weave::cuts(graph);
    let together = cuts.component_sizes().iter().max().copied().unwrap_or(0);
    let links: Vec<u32> = cuts.cut_nodes().map(|cut| cut.node).collect();
    let worst = cuts
        .worst_single()
        .map_or((0, 0), |(_, hold)| (hold.reachable, hold.pairs));
    let three = weave::hold_without(graph, &weave::best_connected(graph, 3));
    let cohesion = weave::cohesion(graph, WORK).ok().flatten();
    let centralisation = weave::centralisation(graph).unwrap_or(0.0);
    Some(Picture {
        people: people as u64,
        together: u64::from(together),
        links: links.len() as u64,
        worst,
        three_away: (three.reachable, three.pairs),
        cohesion: cohesion.map(|cohesion| cohesion.kappa as u64),
        bridges: cuts.bridges().len() as u64,
        introductions: match together as usize == people {
            true => introductions(graph, &links),
            false => 0,
        },
        centralisation: (centralisation * 100.0).round() as u64,
        stage: stage_word(graph),
        across: across(graph, circles),
        beyond: beyond(graph, circles),
        hanging: hanging(graph, &links, circles),
        half_after: half_after(leaving),
        handed_over: (
            leaving.left.iter().filter(|(_, over)| *over).count() as u64,
            leaving.left.len() as u64,
        ),
        dots: layout(graph),
        lines: graph.ties().collect(),
    })
}

fn stage_word(graph: &Graph) -> String {
    match weave::stage(graph) {
        Some(weave::Stage::Fragments) => "fragments",
        Some(weave::Stage::SingleHub) => "single-hub",
        Some(weave::Stage::SeveralHubs) => "several-hubs",
        Some(weave::Stage::CorePeriphery) => "core-periphery",
        None => "",
    }
    .to_owned()
}

/// The parts into which the rest falls without somebody.
fn parts_without(graph: &Graph, without: u32) -> Vec<u32> {
    let mut part = vec![u32::MAX; graph.nodes()];
    let mut parts = 0;
    for start in graph.each() {
        if start == without || part[start as usize] != u32::MAX {
            continue;
        }
        part[start as usize] = parts;
        let mut waiting = vec![start];
        while let Some(one) = waiting.pop() {
            for &next in graph.neighbours(one) {
                if next != without && part[next as usize] == u32::MAX {
                    part[next as usize] = parts;
                    waiting.push(next);
                }
            }
        }
        parts += 1;
    }
    part
}

/// How many introductions at least leave nobody the only link, where all are together: half of the ends
/// that hang, or one less than the most parts that one holds (Eswaran and Tarjan, "Augmentation
/// problems", SIAM Journal on Computing 5 (1976)).
fn introductions(graph: &Graph, links: &[u32]) -> u64 {
    let is_link: BTreeSet<u32> = links.iter().copied().collect();
    let (mut ends, mut most) = (0u64, 0u64);
    for &link in links {
        let part = parts_without(graph, link);
        let mut hangs: BTreeMap<u32, bool> = BTreeMap::new();
        for one in graph.each().filter(|one| *one != link) {
            let end = hangs.entry(part[one as usize]).or_insert(true);
            *end &= !is_link.contains(&one);
        }
        most = most.max(hangs.len() as u64);
        ends += hangs.values().filter(|hangs| **hangs).count() as u64;
    }
    ends.div_ceil(2).max(most.saturating_sub(1))
}

/// Ties across circles: between two who share none; of those who are in some.
fn across(graph: &Graph, circles: &[BTreeSet<usize>]) -> (u64, u64) {
    let (mut across, mut all) = (0, 0);
    for (a, b) in graph.ties() {
        let (a, b) = (&circles[a as usize], &circles[b as usize]);
        if a.is_empty() || b.is_empty() {
            continue;
        }
        all += 1;
        across += u64::from(a.is_disjoint(b));
    }
    (across, all)
}

/// Of the ties of each circle's people, those beyond it and all (the E-I index of Krackhardt and Stern is made
/// of the two); circles of five or more.
fn beyond(graph: &Graph, circles: &[BTreeSet<usize>]) -> Vec<(usize, u64, u64)> {
    let mut people: BTreeMap<usize, u64> = BTreeMap::new();
    for circle in circles.iter().flatten() {
        *people.entry(*circle).or_default() += 1;
    }
    people.retain(|_, people| *people >= SMALLEST_CELL);
    let of = people.into_keys().map(|circle| {
        let is_in = |one: u32| circles[one as usize].contains(&circle);
        let mut counted = (circle, 0, 0);
        for (a, b) in graph.ties() {
            match (is_in(a), is_in(b)) {
                (false, false) => {}
                (true, true) => counted.2 += 1,
                _ => {
                    counted.1 += 1;
                    counted.2 += 1;
                }
            }
        }
        counted
    });
    of.collect()
}

/// Pairs of circles of five or more that reach one another, and without some single person do not.
fn hanging(graph: &Graph, links: &[u32], circles: &[BTreeSet<usize>]) -> Vec<(usize, usize)> {
    let mut members: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (person, theirs) in (0u32..).zip(circles) {
        for circle in theirs {
            members.entry(*circle).or_default().push(person);
        }
    }
    members.retain(|_, members| members.len() as u64 >= SMALLEST_CELL);
    let whole = parts_without(graph, u32::MAX);
    let reach = |part: &[u32], without: u32, a: &[u32], b: &[u32]| {
        let of = |all: &[u32]| -> BTreeSet<u32> {
            let all = all.iter().filter(|one| **one != without);
            all.map(|one| part[*one as usize]).collect()
        };
        !of(a).is_disjoint(&of(b))
    };
    let mut found = BTreeSet::new();
    for &link in links {
        let part = parts_without(graph, link);
        for (a, theirs) in &members {
            for (b, others) in members.range(a + 1..) {
                let joined = reach(&whole, u32::MAX, theirs, others);
                if joined && !reach(&part, link, theirs, others) {
                    found.insert((*a, *b));
                }
            }
        }
    }
    found.into_iter().collect()
}

/// Kaplan and Meier's median of staying, in whole months; rest counts as here.
fn half_after(leaving: &Leaving) -> Option<u64> {
    if (leaving.left.len() as u64) < SMALLEST_CELL {
        return None;
    }
    let here = leaving.here.iter().map(|months| Time {
        length: *months,
        end: End::Here,
    });
    let left = leaving.left.iter().map(|(months, over)| Time {
        length: *months,
        end: match over {
            true => End::HandedOver,
            false => End::Vanished,
        },
    });
    let times: Vec<Time> = here.chain(left).collect();
    let median = weave::staying(&times).ok()?.median()?;
    Some(median.round() as u64)
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
