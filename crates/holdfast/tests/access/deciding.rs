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

/// A voice of Bo's that Amara wrote down by phone.
pub fn by_phone(town: &Town) -> String {
    let there = format!("/decisions/{}", proposal(town));
    let rang = [("kind", "consent"), ("who", "Bo")];
    town.as_person("Amara")
        .post(&format!("{there}/say"), &rang)
        .expect(303);
    town.as_person("Bo")
        .get(&there)
        .expect(200)
        .between("action=\"/voices/", "/confirm")
}

/// Something that Sam decides after asking Bo and Rosa.
pub fn advice(town: &Town) -> String {
    let aid = town.circle("aid").to_string();
    let fields = [
        ("circle", aid.as_str()),
        ("title", "A flyer"),
        ("words", "Larger letters."),
    ];
    let sam = town.as_person("Sam");
    let there = sam.post("/advice", &fields).expect(303);
    let there = there.location().split('?').next().unwrap_or_default();
    for (who, because) in [("Bo", "affected"), ("Rosa", "knows")] {
        let asks = [("who", who), ("because", because)];
        sam.post(&format!("{there}/ask"), &asks).expect(303);
    }
    there.trim_start_matches("/advice/").to_owned()
}

/// What Bo is asked there.
pub fn asked(town: &Town) -> String {
    let there = format!("/advice/{}", advice(town));
    let page = town.as_person("Bo").get(&there).expect(200);
    page.between("action=\"/advised/", "\"")
}

fn in_a_week(town: &Town) -> String {
    let today = town.house.network().zone.day_of(town.house.now());
    today.plus(7).to_string()
}

/// A choice that Sam opens in Aid.
pub fn choice(town: &Town) -> String {
    let aid = town.circle("aid").to_string();
    let closes = in_a_week(town);
    let fields = [
        ("circle", aid.as_str()),
        ("title", "Where do we meet?"),
        ("things", "Library\nPark"),
        ("closes_on", closes.as_str()),
    ];
    let there = town.as_person("Sam").post("/choices", &fields).expect(303);
    let there = there.location().split('?').next().unwrap_or_default();
    there.trim_start_matches("/choices/").to_owned()
}

/// An institution on Aid's map of power.
pub fn node(town: &Town) -> String {
    let there = format!("/power/{}", town.circle("aid"));
    let fields = [
        ("name", "Housing Authority"),
        ("kind", "institution"),
        ("weight", "decides"),
        ("stand", "neutral"),
    ];
    let sam = town.as_person("Sam");
    sam.post(&there, &fields).expect(303);
    let page = sam.get(&there).expect(200);
    page.between("action=\"/power-nodes/", "/moved")
}

/// What Aid offers to everybody for their time.
pub fn honorarium(town: &Town) -> String {
    let aid = town.circle("aid").to_string();
    let on_day = in_a_week(town);
    let fields = [
        ("circle", aid.as_str()),
        ("words", "An evening of listening"),
        ("seats", "6"),
        ("amount", "$40"),
        ("on_day", on_day.as_str()),
    ];
    let amara = town.as_person("Amara");
    amara.post("/honoraria", &fields).expect(303);
    let page = amara.get("/honoraria").expect(200);
    page.between("action=\"/honoraria/", "/")
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
