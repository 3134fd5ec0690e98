//! Those who step back, and a season of renewal, as paths need them.

use holdfast::testing::Town;
use kernel::{Day, PersonId, Standing};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Somebody of Aid, whose buddy Bo is, with something they hold.
fn somebody(town: &Town) -> (String, PersonId) {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("Goer{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let person = town.add(&name, Standing::Member, &["aid"]);
    let bo = town.person("Bo");
    let until = Day::parse("2026-12-31").expect("a day");
    let today = town.house.network().zone.day_of(town.house.now());
    let given = commitments::play::Given {
        from: person,
        to: town.circle("aid"),
        words: "Keeping the shelves",
        kind: commitments::rules::Kind::ShowUp,
        fits: None,
        when: None,
        start: today,
        review_on: None,
    };
    town.data(|conn| {
        pods::play::make_buddies(conn, &town.house, person, bo, until)?;
        commitments::play::give(conn, &town.house, given)
    });
    (name, person)
}

/// Somebody who steps back, and would hand it on to Bo.
fn goer(town: &Town) -> (String, PersonId) {
    let (name, person) = somebody(town);
    let theirs = town.as_person(&name);
    let form = theirs.get("/stepping-back").expect(200);
    let id = form.between("name=\"how:", "\"");
    let (how, to) = (format!("how:{id}"), format!("to:{id}"));
    let fields = [(how.as_str(), "successor"), (to.as_str(), "Bo")];
    theirs.post("/stepping-back", &fields).expect(303);
    (name, person)
}

/// Whoever steps back.
pub fn who_steps_back(town: &Town) -> String {
    goer(town).1.to_string()
}

/// A thing that is not handed over yet.
pub fn thing(town: &Town) -> String {
    let (name, _) = goer(town);
    let plan = town.as_person(&name).get("/stepping-back").expect(200);
    plan.between("/stepping-back/things/", "/now")
}

/// A hand-over that Amara asked for.
pub fn emergency(town: &Town) -> String {
    let (name, person) = somebody(town);
    let amara = town.as_person("Amara");
    amara.post("/emergency", &[("name", &name)]).expect(303);
    let kinds = &[people::ActKind::HandOver];
    let network = town.house.network().id;
    let now = town.house.now();
    let acts = town.data(|conn| Ok(people::acts_waiting(conn, network, kinds, now)?));
    let act = acts.iter().find(|act| act.detail == person.to_string());
    act.expect("an act").id.to_string()
}

/// A season of renewal that is open.
pub fn season(town: &Town) -> String {
    let today = town.house.network().zone.day_of(town.house.now());
    let (opens, closes) = (today.to_string(), today.plus(21).to_string());
    let chidi = town.as_person("Chidi");
    let fields = [("opens_on", opens.as_str()), ("closes_on", closes.as_str())];
    chidi.post("/renewal", &fields);
    town.tick();
    let page = town.as_person("Chidi").get("/renewal").expect(200);
    page.between("action=\"/renewal/", "/choose")
}

/// Somebody whose word Bo may carry; quiet, where they are to come back.
pub fn whose_word(town: &Town, after: &str) -> String {
    let (_, person) = somebody(town);
    if after == "/back" {
        let network = town.house.network().id;
        let quiet = Standing::Dormant;
        town.data(|conn| people::set_standing(conn, network, person, quiet));
    } else {
        season(town);
    }
    person.to_string()
}
