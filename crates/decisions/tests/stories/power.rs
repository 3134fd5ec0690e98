//! P28's map of power; P25's pay for time, impact note, and flag through the convenor.

use super::tools::{adopt, aid_is, propose, says, to_the_round};
use holdfast::testing::{Answer, Town, on_both};

fn put(town: &Town, name: &str, kind: &str, beside: &str) -> Answer {
    let fields = [
        ("name", name),
        ("kind", kind),
        ("weight", "decides"),
        ("stand", "leans_against"),
        ("beside", beside),
    ];
    let there = format!("/power/{}", town.circle("aid"));
    town.as_person("Bo").post(&there, &fields)
}

#[test]
fn the_landlords_daughter_is_refused_and_the_housing_authority_stands_there() {
    on_both(|town| {
        let there = format!("/power/{}", town.circle("aid"));
        for (name, kind, beside) in [
            ("landlord's daughter", "institution", ""),
            ("Mr Lee", "person", ""),
            ("Mayor", "public_office", "her house is on Elm Street"),
        ] {
            put(town, name, kind, beside)
                .expect(422)
                .says("Only public offices and institutions")
                .says(&name.replace('\'', "&#39;"));
        }
        put(town, "Housing Authority", "institution", "Meets on Mondays").expect(303);
        let page = town
            .as_person("Rosa")
            .get(&there)
            .expect(200)
            .says("Leaning the other way")
            .says("Housing Authority")
            .says("Meets on Mondays");
        town.as_person("Omar").get(&there).expect(404);
        town.as_person("Priya").get(&there).expect(404);
        let node = page.between("/power-nodes/", "/moved");
        let moved = format!("/power-nodes/{node}/moved");
        let off = format!("/power-nodes/{node}/off");
        for to in [&moved, &off] {
            town.as_person("Omar")
                .post(to, &[("stand", "with")])
                .expect(404);
        }
        town.as_person("Rosa")
            .post(&moved, &[("stand", "neutral")])
            .expect(303);
        town.as_person("Bo")
            .get(&there)
            .says("Neither, or we do not know</h2>");
        town.as_person("Rosa").post(&off, &[]).expect(303);
        town.as_person("Bo")
            .get(&there)
            .says_not("Housing Authority</h3>");
    });
}

/// A listening session with six tenants: 6 × $40, offered to all; what nobody takes goes back silently.
#[test]
fn six_times_forty_dollars_are_offered_to_all_and_the_rest_goes_back_in_silence() {
    on_both(|town| {
        town.set_clock("2026-03-09 09:00");
        let gather = [
            ("name", "Tenants"),
            ("about", "Tenants of the river blocks"),
        ];
        let caucus = town.as_person("Esi").post("/caucuses", &gather).expect(303);
        let caucus = caucus.location().split('?').next().unwrap().to_owned();
        let aid = town.circle("aid").to_string();
        let offer = |seats: &str| {
            vec![
                ("circle", aid.clone()),
                ("words", "Listening session".to_owned()),
                ("seats", seats.to_owned()),
                ("amount", "$40".to_owned()),
                ("on_day", "2026-03-20".to_owned()),
                ("caucus", "Tenants".to_owned()),
            ]
        };
        let post = |who: &str, fields: &[(&str, String)]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            town.as_person(who).post("/honoraria", &fields)
        };
        post("Bo", &offer("6")).expect(409);
        post("Amara", &offer("none"))
            .expect(422)
            .says("for how many");
        post("Amara", &offer("6")).expect(303);
        let line = "6 × $40, offered to all";
        let page = town
            .as_person("Esi")
            .get("/honoraria")
            .expect(200)
            .says(line)
            .says("I take it");
        // Others of the circle read the line, and take nothing of it; others do not read it.
        town.as_person("Bo")
            .get("/honoraria")
            .says(line)
            .says_not("I take it");
        town.as_person("Omar").get("/honoraria").says_not(line);
        let id = page.between("action=\"/honoraria/", "/take");
        let take = format!("/honoraria/{id}/take");
        town.as_person("Bo").post(&take, &[]).expect(404);
        town.as_person("Esi").post(&take, &[]).expect(303);
        town.as_person("Esi").post(&take, &[]).expect(303);
        // Who takes it is read by whoever hands it over alone; and by nobody who is of the caucus.
        let steward = town
            .as_person("Amara")
            .get("/honoraria")
            .expect(200)
            .says("Esi");
        town.as_person("Bo").get("/honoraria").says_not("Esi");
        let taker = steward.between("name=\"taker\" value=\"", "\"");
        let over = format!("/honoraria/{id}/handed-over");
        let fields = [("taker", taker.as_str())];
        town.as_person("Bo").post(&over, &fields).expect(404);
        town.as_person("Amara").post(&over, &fields).expect(303);
        town.as_person("Amara").get("/honoraria").says_not("Esi");
        // Thirty days after the day it is gone, and nobody was told.
        town.until("2026-04-20 09:00");
        for who in ["Amara", "Esi"] {
            town.as_person(who).get("/honoraria").says_not(line);
            town.as_person(who)
                .get("/today")
                .says_not("Listening session");
        }
        town.as_person("Esi")
            .post(&format!("{caucus}/leave"), &[])
            .expect(303);
    });
}

/// A flag through the convenor: the circle sees nothing before they raise it as their own, and nothing if
/// they leave it.
#[test]
fn a_flag_through_the_convenor_is_seen_by_them_alone() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        let gather = [
            ("name", "Tenants"),
            ("about", "Tenants of the river blocks"),
        ];
        let caucus = town.as_person("Esi").post("/caucuses", &gather).expect(303);
        let caucus = caucus.location().split('?').next().unwrap().to_owned();
        town.set_clock("2026-03-09 09:00");
        let there = propose(town, "Sam", "aid", "everyday", "A list of flats");
        to_the_round(town, "Sam", &there);
        let bo = town.as_person("Bo");
        let before = bo.get(&there).expect(200).body;
        let tell = [("caucus", "Tenants"), ("to", "convenor")];
        let falls = format!("{there}/falls-on");
        town.as_person("Rosa").post(&falls, &tell).expect(303);
        let after = bo.get(&there).expect(200).body;
        assert_eq!(before, after, "the circle sees nothing of it");
        town.as_person("Esi").get("/today").says("Tenants");
        let page = town
            .as_person("Esi")
            .get(&caucus)
            .expect(200)
            .says("Only you read this")
            .says_not("Rosa");
        let gate = page.between("/gates/", "/answer");
        let answer = format!("/gates/{gate}/answer");
        // She leaves it: no trace. Told again, she raises it.
        town.as_person("Esi")
            .post(&answer, &[("answer", "not_ours")])
            .expect(303);
        let left = bo.get(&there).expect(200).body;
        assert_eq!(before, left);
        town.as_person("Rosa").post(&falls, &tell).expect(303);
        town.as_person("Bo").post(&falls, &tell).expect(303);
        let page = town.as_person("Esi").get(&caucus).expect(200);
        let gate = page.between("/gates/", "/answer");
        let answer = format!("/gates/{gate}/answer");
        town.as_person("Esi")
            .post(&answer, &[("answer", "under_way")])
            .expect(303);
        town.as_person("Bo")
            .get(&there)
            .says("They are at it, at their own pace");
        for who in &all {
            says(town, who, &there, "consent", "").expect(303);
        }
        town.set_clock("2026-03-11 09:00");
        adopt(town, "Sam", &there, "2026-06-07")
            .expect(409)
            .says("have not said yes");
        // Who bears it, and how they shaped it, stands with the decision.
        let impact = [
            ("bears", "Tenants who complained."),
            ("shaped", "Their addresses are left out."),
        ];
        town.as_person("Bo")
            .post(&format!("{there}/impact"), &impact)
            .expect(409);
        town.as_person("Sam")
            .post(&format!("{there}/impact"), &impact)
            .expect(303);
        town.as_person("Esi")
            .get(&there)
            .says("Their addresses are left out.");
    });
}
