//! A live round of Aid's, and slow ones, as paths need them.

use holdfast::testing::Town;
use rounds::play;

/// A live round that Amara keeps and nobody sits in.
pub fn live(town: &Town) -> String {
    let amara = town.as_person("Amara");
    // One person keeps only so many at once.
    let held = amara.get("/rounds").expect(200).body;
    let held = held
        .split_once("href=\"/rounds/live/")
        .map(|(_, rest)| rest);
    if let Some((token, _)) = held.and_then(|rest| rest.split_once('"')) {
        return token.to_owned();
    }
    let aid = town.circle("aid").to_string();
    let fields = [
        ("question", "What holds?"),
        ("of_circle", aid.as_str()),
        ("seconds", "60"),
        ("pause", "5"),
    ];
    let opened = amara.post("/rounds/live", &fields).expect(303);
    opened
        .location()
        .trim_start_matches("/rounds/live/")
        .to_owned()
}

/// A slow round of Aid's into which Bo gave something: sealed still, or open to be read.
pub fn slow(town: &Town, open: bool) -> String {
    let (sam, bo) = (town.person("Sam"), town.person("Bo"));
    let hours = if open { -1 } else { 48 };
    let asked = play::Asked {
        circle: town.circle("aid"),
        host: sam,
        question: "What makes you stay?",
        closes: town.house.now().plus_hours(hours),
    };
    town.data(|conn| {
        let id = play::asked(conn, &town.house, &asked)?;
        play::gives(conn, &town.house, id, (bo, Some("The van.")))?;
        Ok(id)
    })
    .to_string()
}

/// What Bo gave into one that is open.
pub fn entry(town: &Town) -> String {
    let there = format!("/rounds/{}", slow(town, true));
    let page = town.as_person("Sam").get(&there).expect(200);
    page.between("action=\"/entries/", "/")
}

/// What Sam heard of it.
pub fn reflection(town: &Town) -> String {
    let there = format!("/rounds/{}", slow(town, true));
    let sam = town.as_person("Sam");
    let entry = sam
        .get(&there)
        .expect(200)
        .between("action=\"/entries/", "/");
    let heard = [("heard", "You drive.")];
    sam.post(&format!("/entries/{entry}/heard"), &heard)
        .expect(303);
    let page = town.as_person("Bo").get(&there).expect(200);
    page.between("action=\"/reflections/", "/")
}
