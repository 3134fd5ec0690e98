//! What the stories share.

use holdfast::testing::{Answer, Browser, Town};

/// Somebody asks for a posture.
#[track_caller]
pub fn asks(town: &Town, who: &str, kind: &str) -> Answer {
    town.as_person(who)
        .post("/posture", &[("kind", kind), ("days", "3")])
}

/// What waits on the posture page, as this browser sees it: the address of saying yes.
#[track_caller]
pub fn waiting(who: &Browser) -> String {
    let page = who.get("/posture").expect(200);
    // One's own asks have no button; the first form with a yes is somebody else's.
    format!(
        "/posture/{}/yes",
        page.between("action=\"/posture/", "/yes")
    )
}

/// One asks, the other says yes.
#[track_caller]
pub fn two(town: &Town, (first, second): (&str, &str), kind: &str) {
    asks(town, first, kind).expect(303);
    let second = town.as_person(second);
    second.post(&waiting(&second), &[]).expect(303);
}
