//! What the stories share.

use holdfast::testing::{Answer, Town};

/// Hana, who looks after Care, names Noor.
#[track_caller]
pub fn noor_matches(town: &Town) {
    let named = [("handle", "Noor"), ("until", "2026-08-15")];
    town.as_person("Hana")
        .post("/pods/matcher", &named)
        .expect(303);
}

/// Somebody would like a pod, please not with these.
#[track_caller]
pub fn wishes(town: &Town, who: &str, not_with: &str) {
    town.as_person(who)
        .post("/pods/wish", &[("not_with", not_with)])
        .expect(303);
}

/// Noor tries these together.
#[track_caller]
pub fn noor_tries(town: &Town, people: &[&str]) -> Answer {
    let ids: Vec<String> = people
        .iter()
        .map(|who| town.person(who).to_string())
        .collect();
    let fields: Vec<_> = ids.iter().map(|id| ("person", id.as_str())).collect();
    town.as_person("Noor").post("/pods/matching", &fields)
}

/// The page of somebody's pod.
#[track_caller]
pub fn pod_of(town: &Town, who: &str) -> String {
    let page = town.as_person(who).get("/pods").expect(200);
    format!(
        "/pods/{}",
        page.between("class=\"button\" href=\"/pods/", "\"")
    )
}

/// They say yes to the pod that forms with them.
#[track_caller]
pub fn all_accept(town: &Town, people: &[&str]) -> String {
    let pod = pod_of(town, people[0]);
    for who in people {
        town.as_person(who)
            .post(&format!("{pod}/yes"), &[])
            .expect(303);
    }
    pod
}

/// These ask, Noor matches them, and all say yes.
#[track_caller]
pub fn open_pod(town: &Town, people: &[&str]) -> String {
    noor_matches(town);
    for who in people {
        wishes(town, who, "");
    }
    noor_tries(town, people).expect(303);
    all_accept(town, people)
}
