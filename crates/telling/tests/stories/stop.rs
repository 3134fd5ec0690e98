//! Stopping letters by their own link (RFC 8058).

use super::tools::{arranged, by_folder, chooses, in_folder, on_both_with, open_ask, plain};

#[test]
fn one_press_without_a_session_and_the_letters_end() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        let _ = std::fs::remove_dir_all(folder.path());
        let bo = town.as_person("Bo");
        chooses(&bo, "bo@example.org", "07", true);
        town.confirms_address("Bo");
        let (id, _) = open_ask(town, "Food for 2", "2026-03-20");
        arranged(&bo, &id, "At four.");
        town.until("2026-03-03 07:00");
        assert_eq!(town.errands(), 1);
        let said = plain(&in_folder(folder.path())[0]);
        let link = said
            .split("https://rivermouth.example")
            .find(|part| part.starts_with("/telling/stop/"));
        let link: String = link
            .unwrap()
            .chars()
            .take_while(|c| !">\r\n ".contains(*c))
            .collect();
        // A program that looks at links changes nothing.
        let stranger = town.stranger();
        stranger.get(&link).expect(200).says("One press");
        town.until("2026-03-04 07:00");
        assert_eq!(town.errands(), 1);
        // A mail program presses it as RFC 8058 says: no cookie, no form of ours.
        let press = [("List-Unsubscribe".to_owned(), "One-Click".to_owned())];
        stranger
            .post_bare(&link, &press)
            .expect(200)
            .says("does not come any more");
        stranger.post_bare(&link, &press).expect(200);
        town.until("2026-03-06 12:00");
        assert_eq!(town.errands(), 0);
        // Bo's address is still there for Bo; another's browser cannot be led to press for Bo.
        bo.get("/me/telling").expect(200).says("bo@example.org");
        for wrong in ["x", "AAAA", &link["/telling/stop/".len()..link.len() - 2]] {
            let wrong = format!("/telling/stop/{wrong}");
            stranger.get(&wrong).expect(409).says("has had its time");
            stranger.post_bare(&wrong, &press).expect(409);
        }
        // And it can be chosen again.
        chooses(&bo, "bo@example.org", "08", false);
        town.confirms_address("Bo");
        town.until("2026-03-07 08:00");
        assert_eq!(town.errands(), 1);
    });
}
