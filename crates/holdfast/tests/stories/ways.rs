//! Ways in: two of them, and none that locks anybody out.

use crate::door::joined;
use holdfast::testing::{Browser, carried_away, on_both};

fn printed(browser: &Browser) -> Vec<String> {
    let page = browser.post("/me/ways/printed", &[]).expect(200);
    let list = page.between("<ol class=\"words\">", "</ol>");
    let lines = list.split("<li><p>").skip(1);
    lines
        .map(|line| line.split('<').next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_new_person_is_led_to_a_second_way_in_and_asked_calmly_until_there_is_one() {
    on_both(|town| {
        let (ada, _) = joined(town, "Ada");
        ada.get("/me/ways")
            .expect(200)
            .says("One more way in, please");
        ada.get("/today").expect(200).says("One more way in");
        let lines = printed(&ada);
        assert_eq!(lines.len(), 10);
        let seized = String::from_utf8_lossy(&carried_away(town.folder())).into_owned();
        assert!(town.is_postgres() || seized.contains("printed_words"));
        assert!(lines.iter().all(|line| !seized.contains(line.as_str())));
        assert!(
            lines.iter().all(|line| line.split(' ').count() == 4),
            "{lines:?}"
        );
        ada.get("/me/ways")
            .expect(200)
            .says("You have two ways in")
            .says("10 lines");
        ada.get("/today").expect(200).says_not("One more way in");
        ada.get("/me/export")
            .expect(200)
            .says("printed words")
            .says_not(&lines[0]);
    });
}

#[test]
fn a_line_of_the_paper_opens_the_door_once_and_only_whose_it_is() {
    on_both(|town| {
        let (ada, words) = joined(town, "Ada");
        let (eve, _) = joined(town, "Eve");
        let lines = printed(&ada);
        printed(&eve);
        let comes = |handle: &str, words: &str| {
            let typed = [("handle", handle), ("passphrase", words)];
            town.stranger().post("/sign-in", &typed).status
        };
        assert_eq!(comes("Eve", &lines[0]), 422);
        assert_eq!(comes("Nobody", &lines[0]), 422);
        let sloppy = lines[0].to_uppercase().replace(' ', " - ");
        assert_eq!(comes("ada", &sloppy), 303);
        assert_eq!(comes("ada", &lines[0]), 422, "once");
        assert_eq!(comes("ada", &words), 303, "the six words stay");
        ada.get("/me/ways").expect(200).says("9 lines");
        // It shows that it is still her, once too.
        town.clock.advance(700);
        ada.post("/prove", &[("passphrase", &lines[1])]).expect(303);
        ada.get("/me/export").expect(200);
        ada.post("/prove", &[("passphrase", &lines[1])]).expect(422);
        // A new paper makes the old one worth nothing.
        let anew = printed(&ada);
        assert_eq!(comes("ada", &lines[2]), 422);
        assert_eq!(comes("ada", &anew[2]), 303);
    });
}

#[test]
fn two_who_use_one_line_at_once_do_not_both_come_in() {
    on_both(|town| {
        let (ada, _) = joined(town, "Ada");
        for line in printed(&ada).iter().take(3) {
            let statuses: Vec<u16> = std::thread::scope(|scope| {
                let two = [0, 1].map(|_| {
                    scope.spawn(|| {
                        let typed = [("handle", "Ada"), ("passphrase", line.as_str())];
                        town.stranger().post("/sign-in", &typed).status
                    })
                });
                two.map(|one| one.join().unwrap()).to_vec()
            });
            let in_by = statuses.iter().filter(|status| **status == 303).count();
            assert_eq!(in_by, 1, "{statuses:?}");
        }
    });
}

#[test]
fn fewer_than_two_ways_in_is_refused_with_a_sentence() {
    on_both(|town| {
        let (ada, _) = joined(town, "Ada");
        printed(&ada);
        ada.post("/me/ways/printed/tear", &[])
            .expect(409)
            .says("fewer than two ways in");
        ada.get("/me/ways").expect(200).says("10 lines");
        town.clock.advance(601);
        ada.post("/me/ways/printed", &[])
            .expect(409)
            .says("Is it still you?");
        ada.get("/me/ways")
            .expect(200)
            .says_not("action=\"/me/ways/printed\"");
    });
}

#[test]
fn a_passkey_that_fits_nothing_gets_one_answer() {
    on_both(|town| {
        let door = town.stranger();
        let page = door.get("/sign-in").expect(200);
        let carried = page.between("name=\"carried\" value=\"", "\"");
        for shown in ["", "{}", "not json", "{\"id\":\"AAAA\",\"rawId\":\"AAAA\"}"] {
            door.post(
                "/sign-in/passkey",
                &[("carried", &carried), ("shown", shown)],
            )
            .expect(422)
            .says("does not fit here");
        }
        town.clock.advance(300);
        door.post(
            "/sign-in/passkey",
            &[("carried", &carried), ("shown", "{}")],
        )
        .expect(422)
        .says("open for too long");
        let of_another_page = town.as_person("Bo").get("/me/ways").expect(200);
        let adding = of_another_page.between("name=\"carried\" value=\"", "\"");
        door.post("/sign-in/passkey", &[("carried", &adding), ("shown", "{}")])
            .expect(422)
            .says("open for too long");
    });
}
