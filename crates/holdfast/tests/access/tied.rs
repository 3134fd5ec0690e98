//! Ties of Bo's, and who would like to meet him.

use holdfast::testing::Town;
use kernel::Standing;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Somebody new each time.
fn somebody(town: &Town) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("Nell {}", NEXT.fetch_add(1, Ordering::Relaxed));
    town.add(&name, Standing::Member, &["aid"]);
    name
}

/// Somebody asks Bo to sit down with them.
pub fn meeting(town: &Town) -> String {
    let who = town.as_person(&somebody(town));
    let there = who.post("/one-to-ones", &[("who", "Bo")]).expect(303);
    let there = there.location().split('?').next().unwrap_or_default();
    there.trim_start_matches("/one-to-ones/").to_owned()
}

/// Somebody suggests that Bo and another meet; Bo is asked.
pub fn introduction(town: &Town) -> String {
    let other = somebody(town);
    let fields = [("one", "Bo"), ("other_one", &other), ("cares", "music")];
    town.as_person("Noor")
        .post("/introductions", &fields)
        .expect(303);
    let page = town.as_person("Bo").get("/ties").expect(200);
    page.between("action=\"/introductions/", "/yes")
}

/// A tie of Bo's.
pub fn tie(town: &Town) -> String {
    let other = somebody(town);
    let two = (town.person("Bo"), town.person(&other));
    let today = town.house.network().zone.day_of(town.house.now());
    town.data(|conn| ties::play::count_tie(conn, &town.house, two, today));
    let page = town.as_person(&other).get("/ties").expect(200);
    page.between("action=\"/ties/", "/")
}
