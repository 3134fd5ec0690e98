//! P5: Amara steps back, and everything she held is somebody's.

use super::tools::gives;
use holdfast::testing::{Answer, Town, by_folder, chooses, on_both_with, open_ask};
use kernel::{Member, Role, Standing};

/// Amara as she was when she stepped back: Aid's steward with Sam learning it, the intake phone's PIN,
/// three asks she said "I can" to, and two promises.
pub fn amara_holds_seven(town: &Town) -> Vec<String> {
    town.set_clock("2026-06-28 12:00");
    let (amara, sam, aid) = (town.person("Amara"), town.person("Sam"), town.circle("aid"));
    let house = &town.house;
    town.data(|conn| people::end_role(conn, house, (aid, amara, Role::Intake), house.now()));
    // Longer than until the day she says, so that what ends, ends by her word.
    town.hold("Amara", Role::Steward, "aid", "2026-09-30");
    town.hold("Sam", Role::Intake, "aid", "2026-09-30");
    town.data(|conn| roles::play::shadow_of_steward(conn, house, aid, sam, house.now()));
    let key = [
        ("what", "The intake phone's PIN"),
        ("lies", "A sealed envelope"),
        ("holder", "Amara"),
        ("second", "Ines"),
        ("changed_on", "2026-06-01"),
        ("review_on", "2026-11-01"),
    ];
    town.as_person("Ines").post("/keys", &key).expect(303);
    let browser = town.as_person("Amara");
    let mut asks = Vec::new();
    for words in ["Soup", "Bread", "A ride"] {
        let (id, _) = open_ask(town, words, "2026-07-20");
        browser.post(&format!("/asks/{id}/claim"), &[]).expect(303);
        asks.push(id);
    }
    gives(town, amara, aid, "The Saturday van");
    gives(town, amara, aid, "Keeping the shelves");
    asks
}

/// What a person holds by the page: the ids in its form, once each.
pub fn held_by_page(page: &Answer) -> Vec<String> {
    let mut ids: Vec<String> = page
        .body
        .split(" name=\"how:")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    ids.dedup();
    ids
}

pub fn as_she_is(town: &Town, who: &str) -> Member {
    let (person, house) = (town.person(who), &town.house);
    let known = town.data(|conn| people::known_of(conn, house, person, house.now()));
    known.unwrap().member
}

#[test]
fn amara_steps_back_and_from_the_day_after_nothing_reaches_her() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        let asks = amara_holds_seven(town);
        let browser = town.as_person("Amara");
        chooses(&browser, "amara@example.org", "07", true);
        town.confirms_address("Amara");
        // One page lists exactly those seven, and Sam is suggested for the role.
        let page = browser.get("/stepping-back").expect(200);
        let page = page
            .says("The intake phone&#39;s PIN")
            .says("Soup")
            .says("Bread")
            .says("A ride")
            .says("The Saturday van")
            .says("Keeping the shelves")
            .says("value=\"Sam\"");
        let ids = held_by_page(&page);
        assert_eq!(ids.len(), 7, "{ids:?}");
        let role = ids.iter().find(|id| id.starts_with("role:")).unwrap();
        let van = ids.iter().find(|id| id.starts_with("commitment:")).unwrap();
        // A name that cannot be is a sentence, and nothing is begun.
        let (how, to) = (format!("how:{role}"), format!("to:{role}"));
        for (name, sentence) in [
            ("Luz", "Whoever rests is asked for nothing"),
            ("Nobody", "Nobody here goes by that name"),
            ("", "Say who would take it on"),
        ] {
            let fields = [
                (how.as_str(), "successor"),
                (to.as_str(), name),
                ("target", "2026-07-12"),
            ];
            browser
                .post("/stepping-back", &fields)
                .expect(422)
                .says(sentence);
        }
        let pause = format!("how:{van}");
        let fields = [
            (how.as_str(), "successor"),
            (to.as_str(), "Sam"),
            (pause.as_str(), "pause"),
            ("target", "2026-07-12"),
            ("thanks", "welcome"),
        ];
        browser.post("/stepping-back", &fields).expect(303);
        assert_eq!(as_she_is(town, "Amara").standing, Standing::SteppingBack);
        browser
            .get("/stepping-back")
            .expect(200)
            .says("You step back on Sunday 12 July")
            .says("Sam is asked.");
        browser
            .get("/stepping-back/sheet")
            .expect(200)
            .says("What I learned");
        // Its circle reads its own things; others read nothing, nor that she does.
        let of = format!("/stepping-back/of/{}", town.person("Amara"));
        town.as_person("Rosa")
            .get(&of)
            .expect(200)
            .says("The Saturday van")
            .says("A round of thanks would be welcome")
            .says_not("PIN")
            .says_not("Soup");
        town.as_person("Omar").get(&of).expect(404);
        // Sam says yes himself.
        let sam = town.as_person("Sam");
        let today = sam.get("/today").expect(200);
        let today = today.says("Amara would hand something on to you");
        let asked = today.between("/stepping-back/asked/", "\"");
        town.as_person("Rosa")
            .post(&format!("/stepping-back/asked/{asked}/yes"), &[])
            .expect(404);
        sam.get(&format!("/stepping-back/asked/{asked}"))
            .expect(200);
        sam.post(&format!("/stepping-back/asked/{asked}/yes"), &[])
            .expect(303);
        browser.get("/stepping-back").says("Sam takes it on.");

        // The day has come: all are disposed of.
        town.until("2026-07-12 10:00");
        assert!(as_she_is(town, "Amara").holds(Role::Steward, town.circle("aid")));
        let browser = town.as_person("Amara");
        browser.post("/stepping-back/done", &[]).expect(303);
        town.as_person("Ines")
            .get("/keys")
            .expect(200)
            .says("Change it now");
        for host in ["Ines", "Tess"] {
            town.as_person(host)
                .get("/today")
                .expect(200)
                .says("Somebody who held a key does so no more");
        }
        let board = town.as_person("Bo").get("/asks").expect(200);
        board.says("Soup").says("Bread").says("A ride");
        assert!(as_she_is(town, "Sam").holds(Role::Steward, town.circle("aid")));
        // What her role lets her see ends at the last minute of that day, and no earlier.
        town.set_clock("2026-07-12 23:59");
        assert!(as_she_is(town, "Amara").holds(Role::Steward, town.circle("aid")));
        town.set_clock("2026-07-13 00:00");
        let amara = as_she_is(town, "Amara");
        assert!(!amara.holds(Role::Steward, town.circle("aid")));
        assert_eq!(amara.standing, Standing::Dormant);
        assert!(amara.standing.reads_as_member());
        // Nothing of the old reaches her: not the letter of the day, nor word of an ask she was in.
        let sam = town.as_person("Sam");
        sam.post("/shift/take", &[("hours", "12")]).expect(303);
        sam.post(&format!("/asks/{}/withdraw", asks[0]), &[])
            .expect(303);
        for day in 13..=16 {
            town.until(&format!("2026-07-{day} 12:00"));
            town.errands();
        }
        let told = std::fs::read_dir(folder.path()).map_or(0, |all| {
            all.filter_map(|file| std::fs::read_to_string(file.unwrap().path()).ok())
                .filter(|letter| letter.contains("amara@example.org"))
                .filter(|letter| letter.contains("13 July") || letter.contains("14 July"))
                .count()
        });
        assert_eq!(told, 0);
        // One word, and she is back, with every right, and nothing is hers that was handed on.
        let browser = town.as_person("Amara");
        browser.post("/me/return", &[]).expect(303);
        assert_eq!(as_she_is(town, "Amara").standing, Standing::Member);
        // The one thing that was to pause is still hers.
        let page = browser.get("/stepping-back").expect(200).says_not("PIN");
        assert_eq!(held_by_page(&page), [van.as_str()]);
    });
}

#[test]
fn what_nobody_said_yes_to_is_its_circles_when_the_day_has_passed() {
    on_both_with(&telling::Ways::default(), |town| {
        amara_holds_seven(town);
        let browser = town.as_person("Amara");
        let ids = held_by_page(&browser.get("/stepping-back"));
        let role = ids.iter().find(|id| id.starts_with("role:")).unwrap();
        let (how, to) = (format!("how:{role}"), format!("to:{role}"));
        let fields = [
            (how.as_str(), "successor"),
            (to.as_str(), "Sam"),
            ("target", "2026-07-05"),
            ("reachable", "2026-07-19"),
        ];
        browser.post("/stepping-back", &fields).expect(303);
        browser
            .post("/stepping-back", &fields)
            .expect(409)
            .says("handing over already");
        // Sam says nothing; the clock jumps over the day.
        town.until("2026-07-06 00:01");
        assert!(!as_she_is(town, "Sam").holds(Role::Steward, town.circle("aid")));
        assert!(!as_she_is(town, "Amara").holds(Role::Steward, town.circle("aid")));
        assert_eq!(as_she_is(town, "Amara").standing, Standing::Dormant);
        let rota = format!("/circles/{}/rota", town.circle("aid"));
        town.as_person("Rosa")
            .get(&rota)
            .expect(200)
            .says("The Saturday van")
            .says("Needs a holder");
        // For a while she may still be asked, in person; then she is free, and nothing of it is kept.
        let of = format!("/stepping-back/of/{}", town.person("Amara"));
        town.as_person("Rosa")
            .get(&of)
            .expect(200)
            .says("may still be asked until Sunday 19 July");
        town.until("2026-07-20 23:45");
        town.as_person("Rosa").get(&of).expect(404);
    });
}

#[test]
fn staying_after_all_and_giving_everything_back_at_once() {
    on_both_with(&telling::Ways::default(), |town| {
        amara_holds_seven(town);
        let browser = town.as_person("Amara");
        browser.post("/stepping-back", &[]).expect(303);
        let plan = browser.get("/stepping-back").expect(200);
        let thing = plan.between("/stepping-back/things/", "/now");
        town.as_person("Sam")
            .post(&format!("/stepping-back/things/{thing}/now"), &[])
            .expect(404);
        browser
            .post(&format!("/stepping-back/things/{thing}/now"), &[])
            .expect(303);
        browser.post("/stepping-back/stay", &[]).expect(303);
        assert_eq!(as_she_is(town, "Amara").standing, Standing::Member);
        let page = browser.get("/stepping-back").expect(200);
        assert_eq!(held_by_page(&page).len(), 6);
        // Or all of it, from this minute, in one tap.
        browser.post("/stepping-back/all-back", &[]).expect(303);
        let amara = as_she_is(town, "Amara");
        assert_eq!(amara.standing, Standing::Dormant);
        town.pass(86_400);
        assert!(as_she_is(town, "Amara").roles.is_empty());
        // A newcomer holds nothing.
        town.as_person("Farid")
            .post("/stepping-back", &[])
            .expect(409)
            .says("You hold nothing yet");
        town.as_person("Priya").get("/stepping-back").expect(404);
        town.stranger().get("/stepping-back").expect(303);
    });
}
