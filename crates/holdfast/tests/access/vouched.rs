//! Aid as a space that takes vouches, with somebody on their way in.

use holdfast::testing::Town;
use kernel::Standing;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Aid takes vouches.
pub fn space(town: &Town) -> String {
    let aid = town.circle("aid").to_string();
    town.as_person("Amara")
        .post("/spaces", &[("circle", aid.as_str())]);
    aid
}

/// Bo vouches for somebody new: what stands after the name on the page of the space.
fn on_their_way(town: &Town) -> (String, String) {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("Vera {}", NEXT.fetch_add(1, Ordering::Relaxed));
    let whom = town.add(&name, Standing::Member, &[]);
    let there = format!("/spaces/{}", space(town));
    let of = (town.circle("aid"), whom);
    let by = [town.person("Bo"), town.person("Sam")];
    town.data(|conn| vouches::play::vouched(conn, &town.house, of, &by));
    let page = town.as_person("Bo").get(&there).expect(200).body;
    let from = page.find(&format!("<h3>{name}</h3>")).unwrap_or_default();
    (name, page[from..].to_owned())
}

fn between(text: &str, before: &str, after: &str) -> String {
    let rest = text.split(before).nth(1).unwrap_or_default();
    rest.split(after).next().unwrap_or_default().to_owned()
}

/// Bo's vouch.
pub fn vouch(town: &Town) -> String {
    between(&on_their_way(town).1, "/vouches/", "/withdraw")
}

/// Somebody of whom the space can be asked.
pub fn entry(town: &Town) -> String {
    between(&on_their_way(town).1, "/ways-in/", "/ask")
}
