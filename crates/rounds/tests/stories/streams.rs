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
    // A hundred people, each with as many lines as one may have.
    let phones: Vec<_> = (0..100)
        .map(|nth| {
            let phone = town.stranger();
            sits_down(&phone, &there, &format!("phone {nth}"));
            phone
        })
        .collect();
    let each = phones.iter().cycle().take(400);
    let mut lines: Vec<Line> = each.map(|phone| Line::open(&town, &there, phone)).collect();
    presses(&amara, &there, "give");
    for line in &mut lines {
        line.hears("Abe has the piece");
    }
    // One more is asked to look at the page instead; pages are answered as ever.
    let phone = &phones[0];
    phone.get(&format!("{there}/stream")).expect(503);
    phone.get(&there).expect(200).says("Abe has the piece");

    let began = Instant::now();
    drop(town);
    assert!(lines.into_iter().all(Line::ends));
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "{:?}",
        began.elapsed()
    );
}
