//! The acceptance stories of P9's vouching, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use holdfast::testing::{Answer, Town, carried_away, on_both};
use kernel::{Role, Standing};

/// "Eviction response crew": Housing Campaign, which takes vouches since today; Bo, Yuki, Esi, Hana and Lev
/// have been of it for a hundred days, Yuki and Esi are of one pod.
fn crew(town: &Town) -> String {
    let network = town.house.network().id;
    let housing = town.circle("housing");
    town.set_clock("2026-01-20 09:00");
    let since = town.house.network().zone.day_of(town.house.now());
    for who in ["Bo", "Yuki", "Esi", "Hana", "Lev"] {
        let person = town.person(who);
        town.data(|conn| people::set_standing(conn, network, person, Standing::Member));
        town.data(|conn| people::add_to_circle(conn, network, housing, person, since));
    }
    let farid = town.person("Farid");
    town.data(|conn| people::set_standing(conn, network, farid, Standing::Member));
    let pod = [town.person("Yuki"), town.person("Esi"), town.person("Rosa")];
    town.data(|conn| {
        pods::play::open_pod(
            conn,
            &town.house,
            &pod,
            ("Care", "When asked"),
            since.plus(200),
        )
    });
    town.hold("Esi", Role::Steward, "housing", "2026-07-12");
    town.set_clock("2026-04-30 09:00");
    let fields = [("circle", housing.to_string())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    town.as_person("Bo").post("/spaces", &fields).expect(409);
    town.as_person("Esi").post("/spaces", &fields).expect(303);
    town.as_person("Esi")
        .post("/spaces", &fields)
        .expect(409)
        .says("It takes vouches already");
    format!("/spaces/{housing}")
}

fn vouch(town: &Town, there: &str, by: &str, whom: &str, months: &str, done: &str) -> Answer {
    let fields = [
        ("who", whom),
        ("known_months", months),
        ("done_together", done),
        ("basis", "Nights at the door."),
    ];
    town.as_person(by).post(&format!("{there}/vouch"), &fields)
}

/// What stands on the page under somebody's name.
fn under(town: &Town, there: &str, name: &str) -> String {
    let page = town.as_person("Hana").get(there).expect(200).body;
    let from = page
        .find(&format!("<h3>{name}</h3>"))
        .expect("on their way");
    page[from..].split("</div>").next().unwrap().to_owned()
}

fn id_in(text: &str, before: &str, after: &str) -> String {
    let from = text.find(before).expect("a button") + before.len();
    text[from..].split(after).next().unwrap().to_owned()
}

/// The space is asked about somebody, says yes, and welcomes them.
fn comes_in(town: &Town, there: &str, name: &str, day: &str) {
    let entry = id_in(&under(town, there, name), "/ways-in/", "/ask");
    let hana = town.as_person("Hana");
    let decision = hana.post(&format!("/ways-in/{entry}/ask"), &[]).expect(303);
    let decision = decision.location().split('?').next().unwrap().to_owned();
    hana.post(&format!("/ways-in/{entry}/welcome"), &[])
        .expect(409)
        .says("has not said yes yet");
    for _ in 0..2 {
        hana.post(&format!("{decision}/on"), &[]).expect(303);
    }
    for who in ["Bo", "Yuki", "Esi", "Hana", "Lev"] {
        town.as_person(who)
            .post(&format!("{decision}/say"), &[("kind", "consent")])
            .expect(303);
    }
    town.set_clock(day);
    let adopt = [("review_on", "2026-12-01")];
    town.as_person("Hana")
        .post(&format!("{decision}/adopt"), &adopt)
        .expect(303);
    town.as_person("Hana")
        .post(&format!("/ways-in/{entry}/welcome"), &[])
        .expect(303);
    assert!(under(town, there, name).contains("They are in."));
}

#[test]
fn the_eviction_response_crew_lets_farid_in_by_two_who_are_independent() {
    on_both(|town| {
        let there = crew(town);
        vouch(town, &there, "Bo", "Farid", "2", "1")
            .expect(422)
            .says("Known for six months, or three things done together");
        vouch(town, &there, "Bo", "Bo", "9", "9").expect(422);
        vouch(town, &there, "Bo", "Hana", "9", "9").expect(422);
        vouch(town, &there, "Bo", "Nobody", "9", "9").expect(422);
        // Yuki and Esi are of one pod: one.
        vouch(town, &there, "Yuki", "Farid", "7", "0").expect(303);
        vouch(town, &there, "Yuki", "Farid", "7", "0").expect(409);
        vouch(town, &there, "Esi", "Farid", "0", "4").expect(303);
        let farid = under(town, &there, "Farid");
        assert!(farid.contains("two who are independent"), "{farid}");
        assert!(!farid.contains("/ask"));
        // Nobody outside reads any of it, nor that the space is there; no profile has it.
        for who in ["Farid", "Omar", "Ines"] {
            town.as_person(who).get(&there).expect(404);
            vouch(town, &there, who, "Farid", "9", "9").expect(404);
        }
        town.as_person("Farid").get("/me").says_not("vouch");
        vouch(town, &there, "Hana", "Farid", "8", "2").expect(303);
        comes_in(town, &there, "Farid", "2026-05-04 10:00");
        town.as_person("Farid").get(&there).expect(200);
        // A hundred days later Farid vouches for X, with Lev; X and Farid are all who vouch for Y.
        town.add("X", Standing::Member, &["aid"]);
        town.add("Y", Standing::Member, &["aid"]);
        vouch(town, &there, "Farid", "X", "9", "9")
            .expect(409)
            .says("ninety days");
        town.set_clock("2026-08-20 09:00");
        vouch(town, &there, "Farid", "X", "9", "9").expect(303);
        vouch(town, &there, "Lev", "X", "9", "9").expect(303);
        comes_in(town, &there, "X", "2026-08-24 10:00");
        town.set_clock("2026-12-01 09:00");
        vouch(town, &there, "X", "Y", "9", "9").expect(303);
        vouch(town, &there, "Farid", "Y", "9", "9").expect(303);
        let y = under(town, &there, "Y");
        assert!(y.contains("They wait") && !y.contains("/ask"), "{y}");
        // With one who stands without Farid they are two.
        vouch(town, &there, "Bo", "Y", "9", "9").expect(303);
        assert!(under(town, &there, "Y").contains("can be asked"));
    });
}

#[test]
fn yuki_withdraws_and_farid_stays_until_the_crew_has_talked() {
    on_both(|town| {
        let there = crew(town);
        for who in ["Yuki", "Hana"] {
            vouch(town, &there, who, "Farid", "7", "0").expect(303);
        }
        comes_in(town, &there, "Farid", "2026-05-04 10:00");
        let yuki = town.as_person("Yuki");
        let page = yuki.get(&there).expect(200);
        let id = page.between("/vouches/", "/withdraw");
        town.as_person("Bo")
            .post(&format!("/vouches/{id}/withdraw"), &[])
            .expect(404);
        yuki.post(&format!("/vouches/{id}/withdraw"), &[])
            .expect(303);
        town.as_person("Farid").get(&there).expect(200);
        town.as_person("Bo")
            .get(&there)
            .says("Somebody took back a vouch for Farid. Talk")
            .says_not("Yuki");
        for who in ["Omar", "Amara", "Farid"] {
            town.as_person(who).get("/today").says_not("took back");
        }
        let carried = String::from_utf8_lossy(&carried_away(town.folder())).into_owned();
        assert!(!carried.contains("Nights at the door"));
        // A year on nothing of it is kept.
        town.until("2027-05-06 04:00");
        town.as_person("Bo")
            .get(&there)
            .says_not("Nights at the door")
            .says_not("took back");
    });
}
