//! What the stories share.

use holdfast::testing::{Browser, Town};

/// A table of the Aid circle with these fields; returns its address.
#[track_caller]
pub fn written(town: &Town, who: &Browser, fields: &[(&str, &str)]) -> String {
    let keeper = format!("circle:{}", town.circle("aid"));
    let mut all = vec![
        ("name", "Table on the square"),
        ("place", "Ferry Square, by the fountain"),
        ("area", "River flats"),
        ("rhythm", "2nd & 4th Tuesday 12:00pm - 4:00pm"),
        ("offers", "Vegetables and bread"),
        ("languages", "English, español"),
        ("contact", "https://square.example/table"),
        ("keeper", keeper.as_str()),
        ("review_on", "2026-05-01"),
    ];
    for (name, value) in fields {
        all.retain(|(known, _)| known != name);
        all.push((name, value));
    }
    let came = who.post("/tables/new", &all).expect(303);
    let (address, _) = came.location().split_once('?').expect("a sentence with it");
    address.to_owned()
}
