//! Leaving: now or by a day, with what one says of one's name; everything stops in one transaction.

use super::{amara::held_by_page, tools::gives};
use holdfast::testing::{Town, by_folder, chooses, on_both_with};
use kernel::{PersonId, Role};

fn is_row(town: &Town, person: PersonId) -> bool {
    let network = town.house.network().id;
    let standing = town.data(|conn| Ok(people::standing_of(conn, network, person)?));
    standing.is_some()
}

#[test]
fn whoever_leaves_by_a_day_is_gone_with_it_and_hears_nothing_more() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        let bo = town.person("Bo");
        gives(town, bo, town.circle("aid"), "The Saturday van");
        let browser = town.as_person("Bo");
        chooses(&browser, "bo@example.org", "07", true);
        town.confirms_address("Bo");
        let fields = [("going", "leave"), ("target", "2026-03-05")];
        browser.post("/stepping-back", &fields).expect(303);
        browser
            .get("/stepping-back")
            .expect(200)
            .says("You leave at the end of Thursday 5 March");
        town.until("2026-03-06 00:01");
        assert!(!is_row(town, bo));
        browser.get("/today").expect(303);
        let rota = format!("/circles/{}/rota", town.circle("aid"));
        town.as_person("Rosa")
            .get(&rota)
            .expect(200)
            .says("The Saturday van")
            .says("Needs a holder");
        town.until("2026-03-08 12:00");
        assert_eq!(town.errands(), 0);
    });
}

/// N11: two screens, no reason, no permission, at once; also in the middle of a hand-over.
#[test]
fn leaving_now_is_two_screens_and_asks_nothing() {
    on_both_with(&telling::Ways::default(), |town| {
        let bo = town.person("Bo");
        gives(town, bo, town.circle("aid"), "The Saturday van");
        let browser = town.as_person("Bo");
        browser.post("/stepping-back", &[]).expect(303);
        let page = browser.get("/me/leave").expect(200);
        assert!(!page.body.contains("required"));
        assert!(held_by_page(&page).is_empty());
        browser.post("/me/leave", &[]).expect(303);
        assert!(!is_row(town, bo));
        browser.get("/today").expect(303);
    });
}

/// The name stays only where they said so, and for as long as the account of power.
#[test]
fn a_name_stays_beside_what_was_done_only_where_they_said_so() {
    on_both_with(&telling::Ways::default(), |town| {
        let tells = |town: &Town| {
            let power = town.as_person("Chidi").get("/power").expect(200);
            power.body
        };
        town.add("Nadia", kernel::Standing::Member, &["aid"]);
        for (who, name) in [
            ("Nadia", "erase"),
            ("Yuki", "keep_name"),
            ("Rosa", "role_only"),
        ] {
            let person = town.person(who).to_string();
            let aid = town.circle("aid");
            let fields = [
                ("person", person.as_str()),
                ("role", "intake"),
                ("until", "2026-05-31"),
            ];
            town.as_person("Amara")
                .post(&format!("/circles/{aid}/roles"), &fields)
                .expect(303);
            assert!(tells(town).contains(who), "{who}");
            let id = town.person(who);
            town.as_person(who)
                .post("/me/leave", &[("name", name)])
                .expect(303);
            assert_eq!(is_row(town, id), name == "keep_name");
            assert_eq!(tells(town).contains(who), name == "keep_name", "{who}");
        }
        // Whoever comes with that name later is somebody else.
        town.add("Yuki", kernel::Standing::Member, &["aid"]);
        let held = (town.circle("aid"), Role::Intake);
        let network = town.house.network().id;
        let now = town.house.now();
        let holders = town.data(|conn| Ok(people::holders_now(conn, network, held, now)?));
        assert!(holders.iter().all(|(person, _)| is_row(town, *person)));
        town.until("2027-03-10 12:00");
        assert!(!tells(town).contains("Yuki"));
    });
}
