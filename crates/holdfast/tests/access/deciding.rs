//! Proposals, what was said of them, and a caucus that Bo convenes, as paths need them.

use holdfast::testing::Town;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Something that Sam proposes to Aid; in the consent round.
pub fn proposal(town: &Town) -> String {
    let aid = town.circle("aid").to_string();
    let fields = [
        ("circle", aid.as_str()),
        ("title", "A kettle"),
        ("words", "We buy one."),
        ("class", "everyday"),
    ];
    let sam = town.as_person("Sam");
    let there = sam.post("/decisions", &fields).expect(303);
    let there = there.location().split('?').next().unwrap_or_default();
    for _ in 0..2 {
        sam.post(&format!("{there}/on"), &[]).expect(303);
    }
    there.trim_start_matches("/decisions/").to_owned()
}

/// An objection of Bo's.
pub fn objection(town: &Town) -> String {
    let there = format!("/decisions/{}", proposal(town));
    let bo = town.as_person("Bo");
    let says = [("kind", "objection"), ("words", "It leaks.")];
    bo.post(&format!("{there}/say"), &says).expect(303);
    bo.get(&there)
        .expect(200)
        .between("action=\"/voices/", "/met")
}

/// A caucus that Bo convenes.
pub fn caucus(town: &Town) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("Drivers {}", NEXT.fetch_add(1, Ordering::Relaxed));
    let fields = [("name", name.as_str()), ("about", "Those who drive")];
    let there = town.as_person("Bo").post("/caucuses", &fields).expect(303);
    let there = there.location().split('?').next().unwrap_or_default();
    there.trim_start_matches("/caucuses/").to_owned()
}

/// What such a caucus is asked.
pub fn gate(town: &Town) -> String {
    let caucus = caucus(town);
    let there = format!("/caucuses/{caucus}");
    let bo = town.as_person("Bo");
    let name = bo.get(&there).expect(200).between("<h1>", "</h1>");
    let falls = format!("/decisions/{}/falls-on", proposal(town));
    bo.post(&falls, &[("caucus", &name)]).expect(303);
    bo.get(&there).expect(200).between("/gates/", "/answer")
}
