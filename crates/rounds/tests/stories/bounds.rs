//! A hundred and fifty phones behind one address, and no more than there is room for.

use super::tools::{opens, presses};
use holdfast::{
    owners::OsChance,
    practices,
    testing::{Database, Town},
};
use std::sync::Arc;
use telling::Ways;
use web::Measures;

/// The measure of forms that a network has, which tests usually go without.
fn measured() -> Town {
    Town::with(
        Database::sqlite(),
        practices(Ways::default()),
        Arc::new(OsChance),
        |settings| {
            settings.measures = Measures::USUAL;
        },
    )
}

#[test]
fn a_hundred_and_fifty_phones_behind_one_address_sit_down_and_press() {
    let town = measured();
    let amara = town.as_person("Amara");
    let there = opens(&town, &amara, &[("of_circle", "")]);
    let phones: Vec<_> = (0..150)
        .map(|nth| {
            // As a router speaks for all of them.
            let phone = town
                .stranger()
                .with_header("x-forwarded-for", "203.0.113.7");
            let name = format!("phone {nth}");
            phone
                .post(&format!("{there}/join"), &[("name_here", &name)])
                .expect(303);
            phone
        })
        .collect();
    presses(&amara, &there, "give");
    for phone in &phones {
        presses(phone, &there, "next");
    }
    amara.get(&there).expect(200).says("Everyone had the piece");
    // The hall is full at two hundred.
    for nth in 150..rounds::MOST_PEOPLE {
        amara
            .post(
                &format!("{there}/people"),
                &[("name_here", &format!("caller {nth}"))],
            )
            .expect(303);
    }
    amara
        .post(&format!("{there}/people"), &[("name_here", "one more")])
        .expect(409)
        .says("no more room");
}
