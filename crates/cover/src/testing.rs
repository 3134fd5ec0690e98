//! An invented town of any size, for tests and figures: the same numbers give the same town.
//!
//! Places and half as many people, scattered around common centres in a plane; each place is of
//! one of eight kinds, as is what each person can do; each place knows the twenty nearest people
//! of its kind, and the pair costs the distance between them. Nothing in it follows anybody.

use crate::{Could, CoverRefusal, Town, chance::Chance};

/// How many kinds of places there are.
pub const KINDS: usize = 8;
/// How many people each place knows.
pub const NEAREST: usize = 20;
/// What load weighs beside distances of a few hundred to a few thousand.
pub const WEIGHT: u32 = 2520;

/// How much people can hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// Ceilings 1 to 5, all equally likely: room for one and a half times the places.
    Plenty,
    /// Ceilings 1 to 5, most of them 1: room for 60% of the places.
    Scarcity,
    /// Ceilings 1 to 5, and three of five people rest: room for 60% of the places as well, in
    /// fewer hands, and most of a place's twenty rest.
    Resting,
    /// Ceilings 1 to 3: room for exactly as many places as there are, where every last one counts.
    /// No figure is set for it; it is the hardest there is for a planner.
    Even,
    /// Room for one and a half times the places, but the people live elsewhere than the places
    /// are: plenty here, scarcity there. Hard as well, and without a figure set.
    Elsewhere,
}

#[derive(Clone, Copy)]
struct Spot {
    x: i64,
    y: i64,
    kind: usize,
}

/// A town with so many places.
///
/// # Errors
///
/// [`CoverRefusal::TooMany`].
pub fn town(places: usize, times: Times, seed: u64) -> Result<Town, CoverRefusal> {
    let mut chance = Chance::new(seed);
    let people = places / 2;
    // As dense whatever the size: 250,000 square units a place.
    let side = 500 * places.isqrt().max(1);
    let centres: Vec<(usize, usize)> = (0..places / 500 + 1)
        .map(|_| (chance.below(side), chance.below(side)))
        .collect();
    let mut spots = |many: usize, elsewhere: bool| -> Vec<Spot> {
        let one = |_| {
            let end = if elsewhere {
                chance.below(centres.len()) + 1
            } else {
                centres.len()
            };
            let (x, y) = centres[chance.below(end)];
            // Two throws make a hill around the centre, three times as wide as centres are apart
            // at its foot.
            let mut off = || (chance.below(4_000) + chance.below(4_000)) as i64 - 4_000;
            Spot {
                x: x as i64 + off(),
                y: y as i64 + off(),
                kind: chance.below(KINDS),
            }
        };
        (0..many).map(one).collect()
    };
    let (asking, able) = (
        spots(places, false),
        spots(people, times == Times::Elsewhere),
    );
    let mut ceiling = |_| match times {
        Times::Scarcity if chance.below(10) > 0 => 1,
        Times::Resting if chance.below(5) > 1 => 0,
        Times::Even => 1 + chance.below(3) as u32,
        _ => 1 + chance.below(5) as u32,
    };
    let ceilings = (0..people).map(&mut ceiling).collect();
    let mut town = Town::new(WEIGHT, ceilings)?;
    town.expect(places, places * NEAREST.min(people));
    let grid = Grid::of(&able);
    let mut row = Vec::with_capacity(NEAREST);
    let mut found = Vec::new();
    for spot in &asking {
        grid.nearest(&able, *spot, &mut found);
        row.clear();
        row.extend(found.iter().take(NEAREST).map(|&(square, person)| Could {
            person,
            cost: i64::isqrt(square) as i32,
        }));
        town.open_place(&row)?;
    }
    Ok(town)
}

/// People by kind and square.
struct Grid {
    low: (i64, i64),
    across: i64,
    wide: i64,
    high: i64,
    starts: Vec<u32>,
    people: Vec<u32>,
}

impl Grid {
    fn of(able: &[Spot]) -> Self {
        let low = (
            able.iter().map(|spot| spot.x).min().unwrap_or(0),
            able.iter().map(|spot| spot.y).min().unwrap_or(0),
        );
        let top = (
            able.iter().map(|spot| spot.x).max().unwrap_or(0),
            able.iter().map(|spot| spot.y).max().unwrap_or(0),
        );
        let mut grid = Self {
            low,
            across: 4_000,
            wide: (top.0 - low.0) / 4_000 + 1,
            high: (top.1 - low.1) / 4_000 + 1,
            starts: Vec::new(),
            people: vec![0; able.len()],
        };
        grid.starts = vec![0; (grid.wide * grid.high) as usize * KINDS + 1];
        for spot in able {
            let (column, line) = grid.square(*spot);
            let at = grid.at(column, line, spot.kind);
            grid.starts[at + 1] += 1;
        }
        for at in 1..grid.starts.len() {
            grid.starts[at] += grid.starts[at - 1];
        }
        let mut next = grid.starts.clone();
        for (person, spot) in able.iter().enumerate() {
            let (column, line) = grid.square(*spot);
            let at = grid.at(column, line, spot.kind);
            grid.people[next[at] as usize] = person as u32;
            next[at] += 1;
        }
        grid
    }

    fn square(&self, spot: Spot) -> (i64, i64) {
        (
            (spot.x - self.low.0).div_euclid(self.across),
            (spot.y - self.low.1).div_euclid(self.across),
        )
    }

    fn at(&self, column: i64, line: i64, kind: usize) -> usize {
        (line * self.wide + column) as usize * KINDS + kind
    }

    /// The nearest people of a spot's kind with their distance squared, nearest first.
    fn nearest(&self, able: &[Spot], spot: Spot, found: &mut Vec<(i64, u32)>) {
        found.clear();
        let (column, line) = self.square(spot);
        let farthest = self.wide.max(self.high) + column.abs().max(line.abs());
        for ring in 0..=farthest {
            for y in line - ring..=line + ring {
                let edge = (y - line).abs() == ring;
                let step = if edge { 1 } else { (2 * ring).max(1) };
                let mut x = column - ring;
                while x <= column + ring {
                    if (0..self.wide).contains(&x) && (0..self.high).contains(&y) {
                        let at = self.at(x, y, spot.kind);
                        let range = self.starts[at] as usize..self.starts[at + 1] as usize;
                        found.extend(self.people[range].iter().map(|&person| {
                            let other = able[person as usize];
                            let (dx, dy) = (other.x - spot.x, other.y - spot.y);
                            (dx * dx + dy * dy, person)
                        }));
                    }
                    x += step;
                }
            }
            // Whoever is not in these rings is at least so far.
            let sure = (ring * self.across).pow(2);
            if found.iter().filter(|one| one.0 <= sure).count() >= NEAREST {
                break;
            }
        }
        found.sort_unstable();
    }
}
