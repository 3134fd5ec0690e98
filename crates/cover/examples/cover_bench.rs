//! Figures of the planner: `cover_bench <places> <plenty|scarcity|resting> [weight]`
use cover::{
    Could, Plan, Town,
    testing::{self, Times},
};
fn cpu() -> f64 {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|s| s.split(' ').next().and_then(|n| n.parse::<f64>().ok()))
        .unwrap_or(0.0)
        / 1e6
}
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let n: usize = a[1].parse().unwrap();
    let times = match a[2].as_str() {
        "plenty" => Times::Plenty,
        "scarcity" => Times::Scarcity,
        _ => Times::Resting,
    };
    let t0 = cpu();
    let town = testing::town(n, times, 1).unwrap();
    println!(
        "generated {} pairs {:.0} ms room {}",
        town.could(0).len(),
        cpu() - t0,
        town.ceilings().iter().sum::<u32>()
    );
    let t0 = cpu();
    let plan = Plan::of(town, 7);
    println!(
        "plan {:.1} ms filled {} cost {}",
        cpu() - t0,
        plan.filled(),
        plan.cost()
    );
    println!("proven {}", plan.is_proven());
}
