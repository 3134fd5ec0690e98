//! N5: a lapse has no penalty and no public trace. At the moment at which a clock runs, nobody but the
//! two sides reads one byte that is another; and whoever said nothing may do all they could.

use holdfast::testing::{Answer, Browser, Town, on_both};
use kernel::{PersonId, Role, Standing};

/// Pages others look at.
fn pages_of_others(town: &Town) -> Vec<String> {
    let mut pages: Vec<String> = [
        "/",
        "/us",
        "/what-we-keep",
        "/today",
        "/asks",
        "/offers",
        "/commitments",
        "/circles",
        "/power",
        "/practices",
        "/pods",
        "/tables",
        "/rest",
        "/rest-seasons",
        "/renewal",
        "/first-weeks",
        "/me",
    ]
    .iter()
    .map(|path| (*path).to_owned())
    .collect();
    for kind in ["aid", "care", "coordinating", "housing"] {
        let circle = town.circle(kind);
        for page in ["", "/rota", "/roles"] {
            pages.push(format!("/circles/{circle}{page}"));
        }
    }
    pages
}

/// What somebody may open: every page of before answers as before.
fn theirs(town: &Town, who: &Browser) -> Vec<(String, u16)> {
    let mut pages = pages_of_others(town);
    for more in [
        "/me/ceiling",
        "/me/telling",
        "/me/ways",
        "/me/export",
        "/ask",
        "/calendars",
    ] {
        pages.push(more.to_owned());
    }
    pages
        .into_iter()
        .map(|path| (path.clone(), who.get(&path).status))
        .collect()
}

/// What somebody is, holds and belongs to.
fn is(town: &Town, person: PersonId) -> (Standing, Vec<String>, Vec<String>) {
    let known = town.data(|conn| {
        let known = people::known_of(conn, &town.house, person, town.house.now())?;
        known.ok_or(store::Stop::NotThere)
    });
    let circles = known.member.circles.iter().map(ToString::to_string);
    let mut circles: Vec<String> = circles.collect();
    circles.sort();
    let roles = known.member.roles.iter();
    let mut roles: Vec<String> = roles
        .map(|held| format!("{} {}", held.circle, held.role.as_str()))
        .collect();
    roles.sort();
    (known.member.standing, circles, roles)
}

/// The moment at which a clock runs, and what others read before and after it: byte by byte.
fn at_the_moment(town: &Town, moment: &str, others: &[(&str, Browser)], who: (&str, &Browser)) {
    town.set_clock(moment);
    let person = town.person(who.0);
    let read = || -> Vec<(String, Answer)> {
        let mut all = Vec::new();
        for (name, browser) in others {
            for path in pages_of_others(town) {
                all.push((format!("{name} {path}"), browser.get(&path)));
            }
        }
        all
    };
    let (before, opens, was) = (read(), theirs(town, who.1), is(town, person));
    assert!(town.tick() > 0, "nothing happened at {moment}");
    for ((what, before), (_, after)) in before.iter().zip(read()) {
        assert_eq!(before.status, after.status, "{what} at {moment}");
        assert_eq!(
            before.without_chance(),
            after.without_chance(),
            "{what} at {moment}"
        );
    }
    assert_eq!(opens, theirs(town, who.1), "what {} may open", who.0);
    assert_eq!(was, is(town, person), "what {} is", who.0);
}

/// Those who are of neither side, in fresh sessions.
fn outsiders(town: &Town) -> Vec<(&'static str, Browser)> {
    let mut all: Vec<(&str, Browser)> = ["Chidi", "Dalia", "Esi", "Omar", "Lev", "Priya"]
        .into_iter()
        .map(|handle| (handle, town.as_person(handle)))
        .collect();
    all.push(("a stranger", town.stranger()));
    all
}

#[test]
fn a_missed_review_takes_nothing_and_nobody_else_reads_of_it() {
    on_both(|town| {
        let aid = format!("circle:{}", town.circle("aid"));
        let runs = [
            ("to", aid.as_str()),
            ("words", "Grocery run, North side"),
            ("every", "1"),
            ("day", "2"),
            ("review_on", "2026-05-31"),
        ];
        let bo = town.as_person("Bo");
        let made = bo.post("/commitments/new", &runs).expect(303);
        let there = made.location().split('?').next().unwrap().to_owned();
        town.as_person("Amara")
            .post(&format!("{there}/accept"), &[])
            .expect(303);
        let (person, yuki) = (town.person("Bo"), town.person("Yuki"));
        let until = kernel::Day::parse("2026-12-31").unwrap();
        town.data(|conn| pods::play::make_buddies(conn, &town.house, person, yuki, until));

        for (eve, moment) in [
            ("2026-05-31 22:00", "2026-06-01 08:00"),
            ("2026-06-20 22:00", "2026-06-21 08:00"),
            ("2026-08-19 22:00", "2026-08-20 08:00"),
        ] {
            town.until(eve);
            town.set_clock(moment);
            let bo = town.as_person("Bo");
            at_the_moment(town, moment, &outsiders(town), ("Bo", &bo));
        }
        bo_does_all_he_could(town, &there);
    });
}

/// Asking, offering, taking a place, a voice in rounds, taking out what is his.
fn bo_does_all_he_could(town: &Town, there: &str) {
    let bo = town.as_person("Bo");
    bo.get(there).expect(200).says("Set aside");
    bo.get("/me/export")
        .expect(200)
        .says("Grocery run, North side");
    let ask = [("words", "A lift"), ("contact", "Bo, 555 0142")];
    bo.post("/ask", &ask).expect(303);
    bo.post("/offers", &[("kind", "food")]).expect(303);
    let rota = bo.get(&format!("/circles/{}/rota", town.circle("aid")));
    let place = rota.expect(200).between("href=\"/places/", "\"");
    bo.post(&format!("/places/{place}/take"), &[]).expect(303);
    // A round of his circle: he writes a name as everybody does, and can be named.
    town.hold("Amara", Role::Steward, "aid", "2026-12-31");
    let roles = format!("/circles/{}/roles", town.circle("aid"));
    let role = bo.get(&roles).expect(200).between("href=\"/roles/", "\"");
    let opened = town
        .as_person("Amara")
        .post(&format!("/roles/{role}/choose"), &[("kind", "selection")])
        .expect(303);
    let round = opened.location().to_owned();
    town.as_person("Amara")
        .post(&format!("{round}/on"), &[])
        .expect(303);
    let name = [
        ("person", "Bo"),
        ("why", "He was away a while, and drives well."),
    ];
    town.as_person("Sam")
        .post(&format!("{round}/nominate"), &name)
        .expect(303);
    let name = [("person", "Sam"), ("why", "Listens longest.")];
    bo.post(&format!("{round}/nominate"), &name).expect(303);
}

#[test]
fn a_rest_whose_last_day_passed_leaves_no_word_and_every_right() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        let may = theirs(town, &bo);
        bo.post("/me/rest", &[("until", "2026-03-20")]).expect(303);
        assert_eq!(theirs(town, &bo), may, "rest closes no page");
        let (_, circles, roles) = is(town, town.person("Bo"));
        town.until("2026-03-21 08:00");
        let bo = town.as_person("Bo");
        assert_eq!(theirs(town, &bo), may, "nor does its end");
        let after = is(town, town.person("Bo"));
        assert_eq!(after, (Standing::Member, circles, roles));
        for (_, other) in outsiders(town)
            .iter()
            .chain([("Yuki", town.as_person("Yuki"))].iter())
        {
            for path in pages_of_others(town) {
                let page = other.get(&path).body;
                for word in ["Bo is resting", "Bo was", "Bo is back", "Bo has"] {
                    assert!(!page.contains(word), "{path}: {word}");
                }
            }
        }
    });
}
