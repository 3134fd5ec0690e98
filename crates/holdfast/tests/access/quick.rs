//! The rapid lane and alerts, as paths need them.

use holdfast::testing::Town;

/// Something of Aid's that acts now: Sam opened it, Bo stands by it.
pub fn lane(town: &Town) -> String {
    let aid = town.circle("aid").to_string();
    let fields = [
        ("circle", aid.as_str()),
        ("happens", "Two children sleep outside."),
        ("says", "Their mother."),
        ("step", "A room for one night"),
        ("voice", "We are outside."),
        ("cap", "300"),
    ];
    let there = town.as_person("Sam").post("/rapid", &fields).expect(303);
    let there = there.location().split('?').next().unwrap_or_default();
    town.as_person("Bo")
        .post(&format!("{there}/cosign"), &[])
        .expect(303);
    there.trim_start_matches("/rapid/").to_owned()
}

/// An alert that Yuki goes to look at.
pub fn alert(town: &Town) -> String {
    let yuki = town.as_person("Yuki");
    yuki.post("/alerts/offer", &[("looks", "1")]).expect(303);
    let fields = [("activity", "Two vans"), ("place", "Main and 1st")];
    let rosa = town.as_person("Rosa");
    let there = rosa.post("/alerts", &fields).expect(303);
    let there = there.location().split('?').next().unwrap_or_default();
    rosa.post(&format!("{there}/ask"), &[]).expect(303);
    yuki.post(&format!("{there}/go"), &[]).expect(303);
    there.trim_start_matches("/alerts/").to_owned()
}
