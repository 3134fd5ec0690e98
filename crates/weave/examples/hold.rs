//! A small network, measured from end to end: `cargo run -p weave --example hold`.

use std::error::Error;

use weave::{
    Duties, Named, absence_curve, cohesion, cuts, hold_if_away, stage, targeted_order, worst_exact,
};

fn main() -> Result<(), Box<dyn Error>> {
    let web = Named::from_ties([
        ("Ana", "Bo"),
        ("Bo", "Chidi"),
        ("Chidi", "Ana"),
        ("Chidi", "Dede"),
        ("Dede", "Esi"),
        ("Esi", "Fern"),
        ("Fern", "Dede"),
    ])?;
    let graph = web.graph();
    let cuts = cuts(graph);
    println!(
        "{} people, {} ties: {:?}",
        graph.nodes(),
        graph.edges(),
        stage(graph)
    );
    for cut in cuts.cut_nodes() {
        println!(
            "Without {:?}, {} pairs could not reach each other.",
            web.id(cut.node),
            cut.separates
        );
    }
    if let Some(cohesion) = cohesion(graph, u64::MAX)? {
        println!(
            "{} would have to be away before it came apart.",
            cohesion.kappa
        );
    }
    println!(
        "Hold-if-away: {:?}",
        hold_if_away(graph).and_then(|hold| hold.share())
    );
    println!("The worst two: {:?}", worst_exact(graph, 2, 1_000)?);
    for (away, hold) in absence_curve(graph, &targeted_order(graph))
        .iter()
        .enumerate()
    {
        println!("{away} away: {} of {} pairs", hold.reachable, hold.pairs);
    }

    // Kitchen and phone, each one person; Ana and Bo know the kitchen, Bo alone knows the phone.
    let duties = Duties::new(vec![1, 1], vec![1, 1, 1], &[(0, 0), (0, 1), (1, 1)])?;
    println!(
        "Absences that leave a duty empty: {:?}",
        duties.single_absences()
    );
    println!("What to learn: {:?}", duties.secure(|_, _| true, 1_000)?);
    Ok(())
}
