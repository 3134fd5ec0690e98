//! The one person who matches: named until a day by those who look after Care.

use super::tools::{noor_matches, wishes};
use holdfast::testing::{Town, on_both};

#[test]
fn one_person_matches_until_a_day() {
    on_both(|town| {
        let hana = town.as_person("Hana");
        let name = |who: &str, until: &str| {
            hana.post("/pods/matcher", &[("handle", who), ("until", until)])
        };
        // Only those who look after Care name somebody.
        for who in ["Amara", "Ines", "Noor", "Farid", "Lev"] {
            let browser = town.as_person(who);
            browser.get("/pods/matcher").expect(404);
            browser.get("/pods/matching").expect(404);
            browser
                .post("/pods/matcher", &[("handle", "Bo")])
                .expect(404);
        }
        name("Hana", "2026-04-01")
            .expect(422)
            .says("somebody else than yourself");
        name("Luz", "2026-04-01").expect(422);
        name("Farid", "2026-04-01").expect(422);
        name("Noor", "2026-03-01").expect(422).says("Choose a day");
        name("Noor", "2026-12-31").expect(422).says("Choose a day");
        name("Noor", "soon").expect(422).says("soon");
        name("Noor", "2026-04-01").expect(303);
        town.as_person("Bo")
            .get("/pods")
            .expect(200)
            .says("Noor matches pods until Wednesday 1 April");
        town.as_person("Farid")
            .get("/pods")
            .expect(200)
            .says("Somebody matches pods.")
            .says_not("Noor");
        // It is told as every role is.
        town.as_person("Chidi")
            .get("/power")
            .expect(200)
            .says("Noor");
        let noor = town.as_person("Noor");
        noor.get("/pods/matching").expect(200);
        noor.post("/pods/wish", &[("not_with", "")])
            .expect(409)
            .says("You match pods now");
        // Another instead, and the first no more.
        name("Bo", "2026-04-01").expect(303);
        noor.get("/pods/matching").expect(404);
        town.as_person("Bo").get("/pods/matching").expect(200);
        town.until("2026-04-01 23:59");
        town.as_person("Bo").get("/pods/matching").expect(200);
        town.until("2026-04-02 00:00");
        town.as_person("Bo").get("/pods/matching").expect(404);
        // Nobody matches, and somebody wishes: Care's steward learns that, and not who.
        wishes(town, "Sam", "");
        let hana = town.as_person("Hana");
        hana.get("/today")
            .expect(200)
            .says("nobody matches")
            .says_not("Sam");
        town.as_person("Amara")
            .get("/today")
            .expect(200)
            .says_not("nobody matches");
        // Whoever matches stops at once.
        let again = [("handle", "Noor"), ("until", "2026-04-20")];
        hana.post("/pods/matcher", &again).expect(303);
        let noor = town.as_person("Noor");
        noor.post("/pods/matcher/end", &[]).expect(303);
        noor.get("/pods/matching").expect(404);
    });
}

/// What somebody holds here, as their own room says it (P5).
fn held_by(town: &Town, who: &str) -> Vec<web::Held> {
    let person = town.person(who);
    town.data(|conn| {
        let house = &town.house;
        let known = people::known_of(conn, house, person, house.now())?;
        let mut room = web::Room::of_person(conn, house, known.expect("somebody"))?;
        let mut held = Vec::new();
        for practice in &house.practices {
            held.extend(practice.held(&mut room, person)?);
        }
        Ok(held)
    })
}

fn lays_down(town: &Town, who: &str, held: &web::Held) {
    let what = web::LaidDown {
        from: town.person(who),
        id: &held.id,
        how: held.may[0],
        to: None,
        agreed: false,
        last: None,
    };
    town.data(|conn| town.house.lay_down(conn, &what));
}

#[test]
fn whoever_matches_holds_that_and_can_lay_it_down() {
    on_both(|town| {
        noor_matches(town);
        let titles = |who: &str| {
            let held = held_by(town, who).into_iter();
            let held = held.filter(|held| held.title == "Matching pods");
            held.collect::<Vec<_>>()
        };
        assert!(titles("Hana").is_empty());
        let held = titles("Noor");
        assert_eq!(held.len(), 1);
        assert_eq!(held[0].circle, Some(town.circle("care")));
        lays_down(town, "Noor", &held[0]);
        assert!(titles("Noor").is_empty());
        town.as_person("Noor").get("/pods/matching").expect(404);
    });
}
