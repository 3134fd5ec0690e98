//! Three ways to the same optimum, each as plain as can be and none like the planner's.

use cover::Town;

/// How many places are filled, and what the plan costs.
pub type Best = (usize, i64);

/// What the whole load costs, by its definition.
fn load_costs(town: &Town, person: usize, load: u32) -> i64 {
    let (weight, ceiling) = (i64::from(town.weight()), i64::from(town.ceilings()[person]));
    (1..=i64::from(load))
        .map(|nth| weight * (2 * nth - 1) / ceiling)
        .sum()
}

/// Every plan there is. For a handful of places only.
pub fn every_plan(town: &Town) -> Best {
    fn go(town: &Town, place: u32, loads: &mut [u32], filled: usize, pairs: i64, best: &mut Best) {
        if place as usize == town.places() {
            let loads = loads.iter().enumerate();
            let cost = pairs
                + loads
                    .map(|(who, &load)| load_costs(town, who, load))
                    .sum::<i64>();
            if filled > best.0 || (filled == best.0 && cost < best.1) {
                *best = (filled, cost);
            }
            return;
        }
        go(town, place + 1, loads, filled, pairs, best);
        for pair in town.could(place) {
            let person = pair.person as usize;
            if loads[person] < town.ceilings()[person] {
                loads[person] += 1;
                go(
                    town,
                    place + 1,
                    loads,
                    filled + 1,
                    pairs + i64::from(pair.cost),
                    best,
                );
                loads[person] -= 1;
            }
        }
    }
    let mut best = (0, 0);
    go(town, 0, &mut vec![0; town.people()], 0, 0, &mut best);
    best
}

/// A min-cost flow by the textbook: Bellman–Ford, one unit after another, until none fits.
/// Along shortest ways every flow is the cheapest of its size, so the last is the answer.
pub fn textbook_flow(town: &Town) -> Best {
    let (places, people) = (town.places(), town.people());
    let (source, sink) = (places + people, places + people + 1);
    // from, to, room, cost; the way back follows each arc.
    let mut arcs: Vec<(usize, usize, u32, i64)> = Vec::new();
    let mut arc = |from, to, cost| {
        arcs.push((from, to, 1, cost));
        arcs.push((to, from, 0, -cost));
    };
    for place in 0..places {
        arc(source, place, 0);
        for pair in town.could(place as u32) {
            arc(place, places + pair.person as usize, i64::from(pair.cost));
        }
    }
    for person in 0..people {
        for nth in 1..=town.ceilings()[person].min(places as u32) {
            let cost = load_costs(town, person, nth) - load_costs(town, person, nth - 1);
            arc(places + person, sink, cost);
        }
    }
    let mut best = (0, 0);
    loop {
        let mut far = vec![i64::MAX; sink + 1];
        let mut by = vec![usize::MAX; sink + 1];
        far[source] = 0;
        let mut changed = true;
        while changed {
            changed = false;
            for (index, &(from, to, room, cost)) in arcs.iter().enumerate() {
                if room > 0 && far[from] < i64::MAX && far[from] + cost < far[to] {
                    far[to] = far[from] + cost;
                    by[to] = index;
                    changed = true;
                }
            }
        }
        if far[sink] == i64::MAX {
            return best;
        }
        best = (best.0 + 1, best.1 + far[sink]);
        let mut at = sink;
        while at != source {
            let index = by[at];
            arcs[index].2 -= 1;
            arcs[index ^ 1].2 += 1;
            at = arcs[index].0;
        }
    }
}

/// A linear program, solved by somebody else's simplex: first how many, then at what cost. The
/// program is totally unimodular, so the optimum of the fractions is that of the whole numbers.
pub fn linear_program(town: &Town) -> Best {
    let filled = solve(town, None);
    let cost = solve(town, Some(filled));
    (filled as usize, cost)
}

fn solve(town: &Town, filled: Option<i64>) -> i64 {
    use microlp::{ComparisonOp, OptimizationDirection, Problem};
    let mut program = Problem::new(match filled {
        None => OptimizationDirection::Maximize,
        Some(_) => OptimizationDirection::Minimize,
    });
    let worth = |cost: i64| if filled.is_none() { 0.0 } else { cost as f64 };
    let count = if filled.is_none() { 1.0 } else { 0.0 };
    let mut all = Vec::new();
    let mut theirs = vec![Vec::new(); town.people()];
    for place in 0..town.places() as u32 {
        let mut ways = Vec::new();
        for pair in town.could(place) {
            let way = program.add_var(count + worth(i64::from(pair.cost)), (0.0, 1.0));
            ways.push((way, 1.0));
            theirs[pair.person as usize].push((way, 1.0));
            all.push((way, 1.0));
        }
        program.add_constraint(&ways, ComparisonOp::Le, 1.0);
    }
    for (person, mut row) in theirs.into_iter().enumerate() {
        for nth in 1..=town.ceilings()[person].min(town.places() as u32) {
            let cost = load_costs(town, person, nth) - load_costs(town, person, nth - 1);
            row.push((program.add_var(worth(cost), (0.0, 1.0)), -1.0));
        }
        program.add_constraint(&row, ComparisonOp::Eq, 0.0);
    }
    if let Some(filled) = filled {
        program.add_constraint(&all, ComparisonOp::Eq, filled as f64);
    }
    let outcome = program.solve().expect("leaving everything empty is lawful");
    let microlp::SolveOutcome::Solution(solution) = outcome else {
        panic!("no limit was set");
    };
    solution.objective().round() as i64
}
