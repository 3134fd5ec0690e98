//! P21: the rapid lane.

use holdfast::testing::{Answer, Town, carried_away, on_both};

/// Esi and Chidi are of Aid in these stories.
fn aid_with_esi_and_chidi(town: &Town) {
    let network = town.house.network().id;
    let aid = town.circle("aid");
    let today = town.house.network().zone.day_of(town.house.now());
    for who in ["Esi", "Chidi"] {
        let person = town.person(who);
        town.data(|conn| people::add_to_circle(conn, network, aid, person, today));
    }
}

fn open(town: &Town, who: &str, more: &[(&str, &str)]) -> Answer {
    let aid = town.circle("aid").to_string();
    let mut fields = vec![
        ("circle", aid.as_str()),
        ("happens", "Two children sleep outside tonight."),
        ("says", "The mother says so."),
        ("step", "A motel for one night"),
        ("cap", "300"),
    ];
    fields.extend(more);
    town.as_person(who).post("/rapid", &fields)
}

fn opened(answer: Answer) -> String {
    let answer = answer.expect(303);
    answer.location().split('?').next().unwrap().to_owned()
}

#[test]
fn a_lockout_at_pine_street_is_live_for_three_days_up_to_its_cap_and_looked_at_after() {
    on_both(|town| {
        aid_with_esi_and_chidi(town);
        town.set_clock("2026-03-18 21:40");
        let mother = "We are on the pavement on Pine Street.";
        let there = opened(open(town, "Esi", &[("voice", mother)]));
        // Not by oneself.
        town.as_person("Esi")
            .post(&format!("{there}/cosign"), &[])
            .expect(409)
            .says("Another person");
        let act = |who: &str, done: &str, cost: &str| {
            let fields = [("done", done), ("cost", cost)];
            town.as_person(who).post(&format!("{there}/step"), &fields)
        };
        act("Bo", "A room", "120")
            .expect(409)
            .says("It does not act now");
        town.as_person("Chidi")
            .get("/today")
            .says("needs a second person");
        town.as_person("Chidi")
            .post(&format!("{there}/cosign"), &[])
            .expect(303);
        town.as_person("Bo")
            .get(&there)
            .says("until Saturday 21 March, 21:40")
            .says("Chidi stands by it")
            .says(mother);
        // The circle while it is live; nobody else.
        town.as_person("Omar").get(&there).expect(404);
        town.as_person("Omar").get("/rapid").says_not("A motel");
        act("Bo", "A suite", "340").expect(409).says("left: 300");
        act("Bo", "A room for one night", "120").expect(303);
        act("Bo", "Another", "181").expect(409).says("left: 180");
        act("Bo", "", "1").expect(422);
        town.as_person("Yuki").get(&there).says("120 of 300");
        // It ends by itself; nothing of it lasts, and it is to be looked at.
        town.until("2026-03-21 21:45");
        act("Bo", "One more night", "90").expect(409);
        town.as_person("Bo")
            .get(&there)
            .says("Look at it by Saturday 4 April");
        town.as_person("Bo").get("/commitments").says_not("A motel");
        // Members read it now; the voice and what was done stay with the circle.
        town.as_person("Omar")
            .get(&there)
            .expect(200)
            .says("A motel for one night")
            .says_not(mother)
            .says_not("A room for one night");
        let review = |who: &str, verdict: &str| {
            let fields = [("verdict", verdict), ("learned", "Keep a key ready.")];
            town.as_person(who)
                .post(&format!("{there}/review"), &fields)
        };
        review("Omar", "real").expect(404);
        review("Esi", "real").expect(409).says("Somebody else than");
        review("Chidi", "").expect(422);
        review("Chidi", "real").expect(303);
        review("Bo", "could_wait").expect(409);
        town.as_person("Omar")
            .get("/rapid")
            .says("It could not have waited");
        town.as_person("Bo").get(&there).says_not(mother);
        let carried = String::from_utf8_lossy(&carried_away(town.folder())).into_owned();
        for words in ["Pine Street", "A motel"] {
            assert!(!carried.contains(words), "{words}");
        }
    });
}

#[test]
fn the_county_grant_has_no_affected_voice_and_is_offered_as_a_proposal() {
    on_both(|town| {
        aid_with_esi_and_chidi(town);
        town.set_clock("2026-03-18 21:40");
        let grant = [
            ("happens", "The county grant closes tonight."),
            ("step", "Apply for the county grant"),
        ];
        // What is typed first counts; a field twice is the form's own mistake.
        let aid = town.circle("aid").to_string();
        let mut fields = vec![
            ("circle", aid.as_str()),
            ("says", "Their page."),
            ("cap", "0"),
        ];
        fields.extend(grant);
        let there = opened(town.as_person("Sam").post("/rapid", &fields));
        town.as_person("Bo")
            .post(&format!("{there}/cosign"), &[])
            .expect(303);
        town.as_person("Bo")
            .get(&there)
            .says("Nobody it falls on has said so")
            .says("Propose it instead (72 h)")
            .says_not("until Saturday");
        let proposal = town
            .as_person("Bo")
            .post(&format!("{there}/propose"), &[])
            .expect(303);
        town.as_person("Rosa")
            .get(proposal.location())
            .expect(200)
            .says("Apply for the county grant")
            .says("Earliest: Saturday 21 March, 21:40");
        for again in ["propose", "cosign"] {
            town.as_person("Yuki")
                .post(&format!("{there}/{again}"), &[])
                .expect(409);
        }
        // Bad input: a sentence, and what was typed is there.
        for (name, value, why) in [
            ("hours", "169", "seven days"),
            ("hours", "soon", "seven days"),
            ("caucus", "Nobodies", "No caucus has that name"),
        ] {
            open(town, "Sam", &[(name, value)])
                .expect(422)
                .says(why)
                .says("Two children sleep outside");
        }
    });
}

/// A caucus's voice is its convenor's to say, who reads it though of another circle; what nobody stands
/// by is gone after three days.
#[test]
fn a_caucus_is_named_and_its_convenor_says_it_or_it_never_opens() {
    on_both(|town| {
        town.set_clock("2026-03-18 21:40");
        let gather = [
            ("name", "Tenants"),
            ("about", "Tenants of the river blocks"),
        ];
        town.as_person("Esi").post("/caucuses", &gather).expect(303);
        let there = opened(open(town, "Sam", &[("caucus", "Tenants")]));
        let gone = opened(open(town, "Sam", &[("caucus", "Tenants")]));
        town.as_person("Bo")
            .post(&format!("{there}/cosign"), &[])
            .expect(303);
        town.as_person("Bo").get(&there).says("The caucus is asked");
        town.as_person("Esi")
            .get("/today")
            .says("asked for its voice");
        let voice = [("voice", "Yes: tonight.")];
        town.as_person("Omar")
            .post(&format!("{there}/voice"), &voice)
            .expect(404);
        town.as_person("Esi")
            .post(&format!("{there}/voice"), &voice)
            .expect(303);
        town.as_person("Bo")
            .get(&there)
            .says("The caucus says")
            .says("until Saturday 21 March, 21:40");
        // Anybody of the circle ends it before its time.
        town.as_person("Yuki")
            .post(&format!("{there}/end"), &[])
            .expect(303);
        town.as_person("Bo").get(&there).says("It is over");
        town.until("2026-03-21 21:45");
        town.as_person("Esi")
            .post(&format!("{gone}/voice"), &voice)
            .expect(409)
            .says("It waits no longer");
        town.until("2026-03-27 04:00");
        town.as_person("Sam").get(&gone).expect(404);
    });
}
