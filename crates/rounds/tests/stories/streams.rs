//! Lines that stand open: they keep nobody out, and end at once when the server does.

use super::tools::{Line, opens, presses, sits_down};
use holdfast::{
    commands::serve::many_descriptors,
    testing::{Database, Town},
};
use std::time::{Duration, Instant};

#[test]
fn lines_that_stand_open_take_no_pages_place_and_end_with_the_server() {
    many_descriptors();
    let town = Town::on(Database::sqlite());
    let amara = town.as_person("Amara");
    let there = opens(
        &town,
        &amara,
        &[("of_circle", ""), ("callers", "Abe\nWanda")],
    );
    let phone = town.stranger();
    sits_down(&phone, &there, "a phone");
    // Nearly as many as one round has.
    let mut lines: Vec<Line> = (0..390)
        .map(|_| Line::open(&town, &there, &phone))
        .collect();
    presses(&amara, &there, "give");
    for line in &mut lines {
        line.hears("Abe has the piece");
    }
    // So many lines to one round are enough, and pages still are answered.
    for _ in 0..10 {
        lines.push(Line::open(&town, &there, &phone));
    }
    phone.get(&format!("{there}/stream")).expect(503);
    phone.get("/").expect(200);

    let began = Instant::now();
    drop(town);
    assert!(lines.into_iter().all(Line::ends));
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "{:?}",
        began.elapsed()
    );
}
