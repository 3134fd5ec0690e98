//! A shape without names: where each dot stands, so that those who are tied stand near one another. The
//! same ties give the same shape.

use weave::Graph;

/// How often everybody moves a little.
const ROUNDS: usize = 120;
/// More dots than these say nothing.
pub(crate) const MOST_DOTS: usize = 300;

/// Where each stands, within 0 to 1000 both ways (Fruchterman and Reingold, "Graph drawing by
/// force-directed placement", Software: Practice and Experience 21 (1991)); from a circle, so that
/// nothing is drawn by chance. Nothing where there are more than 300.
pub fn layout(graph: &Graph) -> Vec<(u16, u16)> {
    let n = graph.nodes();
    if n == 0 || n > MOST_DOTS {
        return Vec::new();
    }
    let turn = std::f64::consts::TAU / n as f64;
    let mut at: Vec<(f64, f64)> = (0..n)
        .map(|i| ((i as f64 * turn).cos(), (i as f64 * turn).sin()))
        .collect();
    let apart = (4.0 / n as f64).sqrt();
    for round in 0..ROUNDS {
        let most = 0.2 * (1.0 - round as f64 / ROUNDS as f64);
        let mut push = vec![(0.0, 0.0); n];
        for one in 0..n {
            for other in 0..n {
                if one == other {
                    continue;
                }
                let (dx, dy) = (at[one].0 - at[other].0, at[one].1 - at[other].1);
                let far = (dx * dx + dy * dy).max(1e-6);
                let force = apart * apart / far;
                push[one].0 += dx * force;
                push[one].1 += dy * force;
            }
            // A little towards the middle, so that what hangs by nothing stays on the paper.
            push[one].0 -= at[one].0 * 0.6;
            push[one].1 -= at[one].1 * 0.6;
        }
        for (a, b) in graph.ties() {
            let (a, b) = (a as usize, b as usize);
            let (dx, dy) = (at[a].0 - at[b].0, at[a].1 - at[b].1);
            let force = (dx * dx + dy * dy).sqrt() / apart;
            push[a].0 -= dx * force;
            push[a].1 -= dy * force;
            push[b].0 += dx * force;
            push[b].1 += dy * force;
        }
        for (place, push) in at.iter_mut().zip(&push) {
            let far = (push.0 * push.0 + push.1 * push.1).sqrt().max(1e-9);
            let step = far.min(most) / far;
            place.0 += push.0 * step;
            place.1 += push.1 * step;
        }
    }
    within(&at)
}

fn within(at: &[(f64, f64)]) -> Vec<(u16, u16)> {
    let least = |f: fn(&(f64, f64)) -> f64| at.iter().map(f).fold(f64::INFINITY, f64::min);
    let most = |f: fn(&(f64, f64)) -> f64| at.iter().map(f).fold(f64::NEG_INFINITY, f64::max);
    let (left, top) = (least(|p| p.0), least(|p| p.1));
    let size = (most(|p| p.0) - left).max(most(|p| p.1) - top).max(1e-9);
    let scale = |v: f64, from: f64| (40.0 + (v - from) / size * 920.0).clamp(0.0, 1000.0) as u16;
    at.iter()
        .map(|place| (scale(place.0, left), scale(place.1, top)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_ties_give_the_same_shape_and_two_groups_stand_apart() {
        let mut ties = Vec::new();
        for group in [0u32, 6] {
            for a in group..group + 6 {
                for b in a + 1..group + 6 {
                    ties.push((a, b));
                }
            }
        }
        ties.push((5, 6));
        let graph = Graph::from_edges(12, &ties).unwrap();
        let at = layout(&graph);
        assert_eq!(at, layout(&graph));
        let far = |a: usize, b: usize| {
            let (dx, dy) = (
                f64::from(at[a].0) - f64::from(at[b].0),
                f64::from(at[a].1) - f64::from(at[b].1),
            );
            (dx * dx + dy * dy).sqrt()
        };
        assert!(far(0, 1) < far(0, 11), "{at:?}");
        assert!(layout(&Graph::from_edges(0, &[]).unwrap()).is_empty());
        assert_eq!(layout(&Graph::from_edges(1, &[]).unwrap()).len(), 1);
    }
}
