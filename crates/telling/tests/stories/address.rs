//! Whose a mail address is, and coming in by a link that was sent there.

use crate::tools::*;
use holdfast::testing::{Browser, Town, carried_away};
use kernel::Standing;
use std::time::Duration;

/// Bo writes down an address and opens the link of the letter that comes there.
fn bo_has_an_address(town: &Town, folder: &std::path::Path) -> Browser {
    let bo = town.as_person("Bo");
    chooses(&bo, "Bo@example.org", "07", true);
    assert_eq!(town.errands(), 1);
    let link = link_in(&plain(&in_folder(folder).pop().unwrap()));
    // In the browser of the mail program, where nobody is signed in.
    town.stranger().post(&link, &[]).expect(200);
    empty(folder);
    bo
}

fn empty(folder: &std::path::Path) {
    for file in std::fs::read_dir(folder).unwrap() {
        std::fs::remove_file(file.unwrap().path()).unwrap();
    }
}

/// The path of the first link of a letter.
fn link_in(letter: &str) -> String {
    let text = letter.split("text/html").next().unwrap();
    let (_, rest) = text
        .split_once("https://rivermouth.example")
        .expect("a link");
    rest.split_whitespace().next().unwrap().to_owned()
}

/// Asks for a link as a stranger, and waits until what there was to do is done.
fn asks_for_a_link(town: &Town, who: &str) -> String {
    let said = town
        .stranger()
        .post("/sign-in/link", &[("who", who)])
        .expect(200);
    // It is done after the answer: there is nothing to hear, so time is all there is.
    std::thread::sleep(Duration::from_millis(300));
    said.body
}

#[test]
fn nothing_is_sent_to_an_address_before_somebody_says_it_is_theirs() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        empty(folder.path());
        let bo = town.as_person("Bo");
        chooses(&bo, "bo@example.org", "07", true);
        bo.get("/me/telling")
            .expect(200)
            .says("Nothing is sent there yet");
        assert_eq!(town.errands(), 1);
        let letter = plain(&in_folder(folder.path()).pop().unwrap());
        assert!(
            letter.contains("Network: is this address yours?"),
            "{letter}"
        );
        assert!(letter.contains("To: bo@example.org"));
        for never in ["Bo,", "List-Unsubscribe", "/me/telling", "aid"] {
            assert!(!letter.contains(never), "{never}: {letter}");
        }
        empty(folder.path());
        // Neither a letter of the day nor a link to come in.
        let (id, _) = open_ask(town, "Food for 2", "");
        arranged(&bo, &id, "Friday at five.");
        town.until("2026-03-03 08:00");
        asks_for_a_link(town, "bo@example.org");
        asks_for_a_link(town, "Bo");
        assert_eq!(town.errands(), 0);

        // Looking at the link changes nothing; pressing does, once, within a week.
        let link = link_in(&letter);
        for _ in 0..2 {
            town.stranger()
                .get(&link)
                .expect(200)
                .says("Is this mail address yours?");
        }
        bo.get("/me/telling")
            .expect(200)
            .says("Nothing is sent there yet");
        town.stranger()
            .post(&link, &[])
            .expect(200)
            .says("The address is yours");
        town.stranger()
            .post(&link, &[])
            .expect(409)
            .says("used or has run out");
        bo.get("/me/telling")
            .expect(200)
            .says("You confirmed this address");
        town.until("2026-03-04 08:00");
        assert_eq!(town.errands(), 1);
        assert!(plain(&in_folder(folder.path()).pop().unwrap()).contains("This is yours today"));
    });
}

#[test]
fn another_address_is_asked_anew_and_the_old_link_is_worth_nothing() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        empty(folder.path());
        let bo = bo_has_an_address(town, folder.path());
        // Capitals make no other address.
        chooses(&bo, "bo@example.org", "08", true);
        bo.get("/me/telling")
            .expect(200)
            .says("You confirmed this address");
        bo.post("/me/ways/printed", &[]).expect(200);
        town.two_ways_in("Bo");
        chooses(&bo, "other@example.org", "08", true);
        bo.get("/me/telling")
            .expect(200)
            .says("Nothing is sent there yet");
        assert_eq!(town.errands(), 1);
        let first = link_in(&plain(&in_folder(folder.path()).pop().unwrap()));
        empty(folder.path());
        bo.post("/me/telling/ask-again", &[]).expect(303);
        assert_eq!(town.errands(), 1);
        let second = link_in(&plain(&in_folder(folder.path()).pop().unwrap()));
        town.stranger().post(&first, &[]).expect(409);
        town.pass(7 * 86_400);
        town.stranger().post(&second, &[]).expect(409);
        // Ten minutes later the address stands, but is not changed without showing who it is.
        let late = [("address", "third@example.org"), ("hour", "08")];
        bo.post("/me/telling", &late)
            .expect(409)
            .says("third@example.org");
        bo.get("/me/telling").expect(200).says("readonly");
        bo.post(
            "/me/telling",
            &[("address", "other@example.org"), ("hour", "09")],
        )
        .expect(303);
        // Nobody's mail is filled by others.
        let bo = town.as_person("Bo");
        for _ in 0..5 {
            bo.post("/me/telling/ask-again", &[]).expect(303);
        }
        bo.post("/me/telling/ask-again", &[])
            .expect(409)
            .says("often enough today");
    });
}

#[test]
fn a_link_opens_the_door_once_within_a_quarter_of_an_hour() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        empty(folder.path());
        bo_has_an_address(town, folder.path());
        let sent = |who: &str| {
            asks_for_a_link(town, who);
            assert_eq!(town.errands(), 1, "{who}");
            let letter = plain(&in_folder(folder.path()).pop().unwrap());
            empty(folder.path());
            for never in ["List-Unsubscribe", "Today", "Bo "] {
                assert!(!letter.contains(never), "{never}: {letter}");
            }
            link_in(&letter)
        };
        let link = sent("BO@example.org ");
        let phone = town.stranger();
        phone
            .get(&link)
            .expect(200)
            .says("This link opens the door once");
        phone.get("/today").expect(303);
        assert_eq!(phone.post(&link, &[]).expect(303).location(), "/today");
        phone.get("/today").expect(200);
        phone.get("/me/ways").expect(200);
        town.stranger()
            .post(&link, &[])
            .expect(409)
            .says("used or has run out");
        town.stranger().get(&link).expect(409);

        // Signing out everywhere ends those on their way.
        let lost = sent("bo");
        phone.post("/me/sign-out-everywhere", &[]).expect(303);
        town.stranger().post(&lost, &[]).expect(409);
        let phone = town.as_person("Bo");

        // By name too; the newest is the one that counts; and it shows that it is still him.
        let first = sent("bo");
        let second = sent("bo");
        town.stranger().post(&first, &[]).expect(409);
        town.clock.advance(899);
        phone.get("/me/export").expect(303);
        assert_eq!(
            phone.post(&second, &[]).expect(303).location(),
            "/me?said=proved"
        );
        phone.get("/me/export").expect(200);
        let late = sent("bo");
        town.clock.advance(900);
        town.stranger().get(&late).expect(409);
        town.stranger().post(&late, &[]).expect(409);

        // One that could not leave in time does not leave any more.
        asks_for_a_link(town, "bo");
        town.clock.advance(900);
        assert_eq!(town.errands(), 0);
        // Five a day, then none; also from the page of whoever is signed in.
        asks_for_a_link(town, "bo");
        assert_eq!(town.errands(), 0);
        town.as_person("Bo").post("/prove/link", &[]).expect(200);
        assert_eq!(town.errands(), 0);
        town.clock.advance(86_400);
        let resting = town.as_person("Bo");
        resting.post("/me/rest", &[]).expect(303);
        sent("bo");
    });
}

#[test]
fn whoever_asks_for_a_link_learns_nothing() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        empty(folder.path());
        bo_has_an_address(town, folder.path());
        town.add("Ada", Standing::Member, &[]);
        let said = asks_for_a_link(town, "bo@example.org");
        for who in [
            "nobody@example.org",
            "Bo",
            "Ada",
            "Nobody",
            "",
            "%_'\"@@",
            &"x".repeat(400),
        ] {
            assert_eq!(asks_for_a_link(town, who), said, "{who}");
        }
        let bo = town.as_person("Bo");
        bo.post("/me/leave", &[]).expect(303);
        empty(folder.path());
        assert_eq!(asks_for_a_link(town, "bo@example.org"), said);
        assert_eq!(town.errands(), 0, "nothing after leaving");
    });
}

#[test]
fn an_address_is_one_of_two_ways_in_and_stays_until_there_is_another() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        empty(folder.path());
        let bo = bo_has_an_address(town, folder.path());
        let seized = String::from_utf8_lossy(&carried_away(town.folder())).to_lowercase();
        assert!(town.is_postgres() || seized.contains("confirmed_addresses"));
        assert!(!seized.contains("bo@example.org"));
        bo.post("/me/passphrase", &[]).expect(200);
        bo.get("/me/ways")
            .expect(200)
            .says("You have two ways in or more");
        bo.post("/me/telling", &[("address", ""), ("hour", "")])
            .expect(409)
            .says("fewer than two ways in");
        bo.get("/me/telling")
            .expect(200)
            .says("You confirmed this address");
        bo.post("/me/ways/printed", &[]).expect(200);
        bo.post("/me/telling", &[("address", ""), ("hour", "")])
            .expect(303);
        bo.get("/me/export")
            .expect(200)
            .says("printed words")
            .says_not("a link by mail");
    });
}
