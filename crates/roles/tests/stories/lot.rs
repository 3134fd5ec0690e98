//! A role by lot: anybody draws again and gets the same.

use super::tools::{come_to, count, does, farid_is_a_member, new_role, opens};
use holdfast::testing::{Answer, Town, on_both};
use std::process::Command;

/// With it, the order is Esi, Chidi, Rosa, Farid.
const SECRET: &str = "four herons over the weir at 2";
const POOL: [&str; 4] = ["Chidi", "Esi", "Farid", "Rosa"];

fn may(town: &Town) -> String {
    farid_is_a_member(town);
    come_to(town, "coordinating", &["Esi", "Farid", "Rosa"]);
    new_role(town, "Chidi", "coordinating", &[("months", "1")])
}

fn willing(town: &Town, choosing: &str) {
    for who in POOL {
        does(town, who, choosing, "willing", &[("willing", "yes")]).expect(303);
    }
}

/// The lines of the page, run as they stand: the hash and the order.
#[track_caller]
fn draws_again(page: &Answer) -> Vec<String> {
    let lines = page
        .between("<pre>cat &#62; list.txt", "</pre>")
        .replace("&#62;", ">")
        .replace("&#60;", "<")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&");
    let folder = tempfile::tempdir().unwrap();
    let run = Command::new("sh")
        .current_dir(folder.path())
        .args(["-c", &format!("cat > list.txt{lines}")])
        .output()
        .unwrap();
    let said = String::from_utf8(run.stdout).unwrap();
    said.lines().map(str::to_owned).collect()
}

/// Whoever is asked now, by the order that anybody can draw.
fn first_and_next(order: &[String]) -> (&str, &str) {
    (&order[1], &order[2])
}

/// P15: given a lot for May facilitation among Chidi, Esi, Farid, Rosa with hash published 04-30 09:00
/// and seed revealed 05-01 09:00; then anyone can recompute the order; Esi declines freely; next is
/// drawn; no record of the decline.
#[test]
fn may_facilitation_by_lot() {
    on_both(|town| {
        let role = may(town);
        town.set_clock("2026-04-29 18:00");
        let lot = [("kind", "lot"), ("last", "2026-05-31")];
        let choosing = opens(town, "Mateo", &role, &lot);
        town.as_person("Noor")
            .get("/today")
            .says("are you willing?");
        willing(town, &choosing);
        town.set_clock("2026-04-30 09:00");
        let hash = [("hash", &*lots::commitment(SECRET))];
        does(town, "Chidi", &choosing, "promise", &hash)
            .expect(409)
            .says("not among those");
        does(town, "Noor", &choosing, "promise", &[("hash", "herons")]).expect(422);
        does(town, "Noor", &choosing, "promise", &hash).expect(303);
        does(town, "Noor", &choosing, "willing", &[("willing", "yes")]).expect(409);
        does(town, "Noor", &choosing, "freeze", &[]).expect(409);
        does(town, "Mateo", &choosing, "freeze", &[]).expect(303);
        // The seed's hash is the network's; the pool is the circle's, and its hash, from which so few
        // names could be guessed.
        let page = town.as_person("Bo").get(&choosing).expect(200);
        page.says(&lots::commitment(SECRET))
            .says("since Thursday 30 April, 09:00");
        for name in POOL {
            town.as_person("Bo").get(&choosing).says_not(name);
        }
        let list = "holdfast-lot-1\nChidi\nEsi\nFarid\nRosa\n";
        let published = lots::commitment(list);
        town.as_person("Bo").get(&choosing).says_not(&published);
        town.as_person("Ruth")
            .get(&choosing)
            .says("Closed on Thursday 30 April, 09:00")
            .says(&published)
            .says(list);
        does(town, "Ruth", &choosing, "willing", &[("willing", "yes")]).expect(409);

        // Neither a minute too early, nor another text, nor dice beside it.
        let text = [("text", SECRET)];
        town.set_clock("2026-05-01 08:59");
        does(town, "Noor", &choosing, "reveal", &text)
            .expect(422)
            .says("24 hours");
        // A clock that was set back makes it no earlier.
        town.set_clock("2026-04-28 09:00");
        does(town, "Noor", &choosing, "reveal", &text).expect(422);
        town.set_clock("2026-05-01 09:00");
        let other = [("text", "five herons over the weir at dawn")];
        does(town, "Noor", &choosing, "reveal", &other).expect(422);
        does(town, "Ruth", &choosing, "roll", &[("rolls", "3141526535")]).expect(409);
        does(town, "Noor", &choosing, "reveal", &text).expect(303);

        let page = town.as_person("Ruth").get(&choosing).expect(200);
        let order = draws_again(&page);
        assert_eq!(order.len(), 5);
        assert_eq!(order[0], page.between("SHA-256): <code>", "</code>"));
        assert_eq!(first_and_next(&order), ("Esi", "Chidi"));
        // The network does not read who is asked.
        town.as_person("Bo").get(&choosing).says_not("Esi");
        town.as_person("Esi").get("/today").says("You were drawn");
        does(town, "Chidi", &choosing, "answer", &[("answer", "yes")]).expect(409);
        does(town, "Esi", &choosing, "answer", &[("answer", "no")]).expect(303);
        town.as_person("Chidi").get("/today").says("You were drawn");
        town.as_person("Esi")
            .get("/today")
            .says_not("You were drawn");
        does(town, "Chidi", &choosing, "answer", &[("answer", "yes")]).expect(303);

        // No record of the decline: nothing is left of who was asked before, nor of who was willing.
        assert_eq!(count(town, "lot_pools"), 0);
        assert_eq!(count(town, "choosings"), 1);
        assert_eq!(
            count(
                town,
                "choosings where opened_by is not null or promised_by is not null"
            ),
            0
        );
        let esi = town.person("Esi");
        let hex: String = esi.bytes().iter().map(|b| format!("{b:02x}")).collect();
        if !town.is_postgres() {
            let row = format!("choosings where hex(candidate_id) = upper('{hex}')");
            assert_eq!(count(town, &row), 0);
        }
        town.as_person("Chidi")
            .get("/power")
            .says("Chidi · facilitation, Coordinating")
            .says_not("Esi");
        town.as_person("Bo")
            .get(&role)
            .says("Chidi, until Sunday 31 May (by lot)");
        // Anyone of the circle draws again for sixty days; the network reads whoever was drawn.
        let page = town.as_person("Bo").get(&choosing).expect(200);
        page.says("Drawn: Chidi").says_not("Farid").says_not("Esi");
        let again = draws_again(&town.as_person("Noor").get(&choosing).expect(200));
        assert_eq!(again, order);
        town.until("2026-07-01 12:00");
        town.as_person("Noor").get(&choosing).expect(404);
    });
}

#[test]
fn two_people_roll_dice_after_the_list_is_closed() {
    on_both(|town| {
        let role = may(town);
        let choosing = opens(town, "Chidi", &role, &[("kind", "lot")]);
        does(town, "Chidi", &choosing, "freeze", &[])
            .expect(409)
            .says("two who are willing");
        willing(town, &choosing);
        does(town, "Rosa", &choosing, "willing", &[("willing", "no")]).expect(303);
        let dice = |who: &str, rolls: &str| does(town, who, &choosing, "roll", &[("rolls", rolls)]);
        dice("Noor", "3141526535").expect(409);
        does(town, "Chidi", &choosing, "freeze", &[]).expect(303);
        dice("Bo", "3141526535").expect(404);
        dice("Noor", "314152653").expect(422);
        dice("Noor", "3141526587").expect(422);
        dice("Noor", "3 1 4 1 5 2 6 5 3 5").expect(303);
        dice("Noor", "1426623154")
            .expect(409)
            .says("A second person");
        dice("Mateo", "1426623154").expect(303);
        dice("Ruth", "1426623154").expect(409);
        let page = town.as_person("Ruth").get(&choosing).expect(200);
        page.clone().says("31415265351426623154");
        let order = draws_again(&page);
        assert_eq!(order.len(), 4);
        // All three say no: the circle asks anew who is willing.
        for name in &order[1..] {
            does(town, name, &choosing, "answer", &[("answer", "no")]).expect(303);
        }
        town.as_person("Ruth")
            .get(&choosing)
            .says("Who is willing to be drawn?")
            .says_not("31415265351426623154");
    });
}

/// Somebody of a closed list leaves: the list opens again; after the draw it goes with them, and
/// whoever was chosen stays.
#[test]
fn a_list_goes_with_whoever_leaves_it() {
    on_both(|town| {
        let role = may(town);
        let choosing = opens(town, "Chidi", &role, &[("kind", "lot")]);
        willing(town, &choosing);
        does(town, "Chidi", &choosing, "freeze", &[]).expect(303);
        town.as_person("Farid").post("/me/leave", &[]).expect(303);
        town.as_person("Noor")
            .get(&choosing)
            .says("Who is willing to be drawn?")
            .says_not("Farid");
        does(town, "Chidi", &choosing, "freeze", &[]).expect(303);
        for who in ["Noor", "Mateo"] {
            does(town, who, &choosing, "roll", &[("rolls", "3141526535")]).expect(303);
        }
        let order = draws_again(&town.as_person("Noor").get(&choosing).expect(200));
        let (first, next) = first_and_next(&order);
        does(town, first, &choosing, "answer", &[("answer", "yes")]).expect(303);
        let told = format!("{first}, until");
        town.as_person(next).post("/me/leave", &[]).expect(303);
        town.as_person("Noor")
            .get(&choosing)
            .says("Somebody of the list has left")
            .says_not("holdfast-lot-1")
            .says_not(&format!("{next}<"));
        town.as_person("Noor").get(&role).says(&told);
    });
}

/// Whoever rests is asked for nothing: the next is, and nobody is told why.
#[test]
fn whoever_goes_to_rest_is_not_asked_any_more() {
    on_both(|town| {
        let role = may(town);
        let choosing = opens(town, "Chidi", &role, &[("kind", "lot")]);
        willing(town, &choosing);
        does(town, "Chidi", &choosing, "freeze", &[]).expect(303);
        for who in ["Noor", "Mateo"] {
            does(town, who, &choosing, "roll", &[("rolls", "3141526535")]).expect(303);
        }
        let order = draws_again(&town.as_person("Noor").get(&choosing).expect(200));
        let (first, next) = first_and_next(&order);
        let house = &town.house;
        let change = web::RestChange {
            person: town.person(first),
            turn: web::RestTurn::Begins { until: None },
        };
        town.data(|conn| house.rests(conn, change));
        town.as_person(first)
            .get("/today")
            .says_not("You were drawn");
        town.as_person(next).get("/today").says("You were drawn");
        // Somebody proposed who goes to rest is proposed no more.
        let person = town.person(next).to_string();
        does(town, "Chidi", &choosing, "stop", &[]).expect(303);
        let propose = [("kind", "consent"), ("person", &*person)];
        let choosing = opens(town, "Noor", &role, &propose);
        let change = web::RestChange {
            person: town.person(next),
            ..change
        };
        town.data(|conn| house.rests(conn, change));
        town.as_person("Noor").get(&choosing).expect(404);
    });
}
