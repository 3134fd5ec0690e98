//! J1: the one letter a day. And rest (P20), leaving (P5), and what no letter says.

use super::tools::{
    arranged, by_folder, by_mail, chooses, in_folder, on_both_with, open_ask, plain,
};
use holdfast::testing::{MailServer, MailServerWay};

/// (1) Opens the one digest at their own chosen hour: *Yours*, *Ours*, *Could you?* (asks matching
/// offers, at most three). (2) Taps FERN-42 → *I can* → sees the address only now. (3) Said done.
#[test]
fn j1_the_one_letter_at_ones_own_hour() {
    let mail = MailServer::start(&MailServerWay::default());
    let before = std::cell::Cell::new(0);
    on_both_with(&by_mail(&mail), |town| {
        // Given Bo offers food and holds an ask, four more fit, and Bo chose seven o'clock.
        let bo = town.as_person("Bo");
        bo.post("/offers", &[("kind", "food"), ("words", "a van")])
            .expect(303);
        let (mine, code) = open_ask(town, "Soup for Ida's stairs", "2026-03-06");
        arranged(&bo, &mine, "18 Alder St, Friday at four, ring Gus 555 0142");
        for n in 1..=4 {
            open_ask(town, &format!("Food for {n}"), "2026-03-06");
        }
        chooses(&bo, "bo@example.org", "07", false);
        town.confirms_address("Bo");
        // When six o'clock comes, nothing is sent; when seven comes, one letter.
        town.until("2026-03-03 06:59");
        town.errands();
        assert_eq!(mail.letters().len(), before.get());
        town.until("2026-03-03 07:00");
        assert_eq!(town.errands(), 1);
        let letters = mail.letters();
        assert_eq!(letters.len(), before.get() + 1);
        let letter = letters.last().unwrap();
        before.set(letters.len());
        // Then it is to Bo alone, says the day, and how to stop it by one press (RFC 8058).
        assert_eq!(letter.to, ["bo@example.org"]);
        assert_eq!(letter.from, "letters@rivermouth.example");
        let stop = letter.head("List-Unsubscribe");
        assert!(
            stop.starts_with("<https://rivermouth.example/telling/stop/"),
            "{stop}"
        );
        assert_eq!(
            letter.head("List-Unsubscribe-Post"),
            "List-Unsubscribe=One-Click"
        );
        assert!(
            letter
                .head("Content-Type")
                .starts_with("multipart/alternative")
        );
        assert!(letter.head("Message-ID").ends_with("@rivermouth.example>"));
        let said = plain(&letter.data);
        assert!(
            said.contains("Content-Type: text/plain") && said.contains("Content-Type: text/html")
        );
        // *Yours* with what was agreed left out; at most three that fit; a way back to each.
        for words in ["Yours", "Could you?", &code, "Soup for Ida's stairs"] {
            assert!(said.contains(words), "no {words:?} in {said}");
        }
        assert!(said.contains(&format!("https://rivermouth.example/asks/{mine}")));
        let text = said.split("text/html").next().unwrap();
        assert_eq!(text.matches("Food for ").count(), 3, "{text}");
        let words = without_chance(&said);
        assert!(words.contains("Soup for Ida's stairs"), "{words}");
        for never in ["Gus", "555", "0142", "Alder", "ring", "Bo "] {
            assert!(!words.contains(never), "{never} in {words}");
        }
        // It asks nothing of anybody else's server, and follows nobody.
        assert!(!said.contains("<img") && !said.contains("src="));
        // When Bo taps it: I can, and sees the address only now; then said done.
        let id = text.split("/asks/").nth(2).unwrap()[..36].to_owned();
        let page = format!("/asks/{id}");
        bo.get(&page).expect(200).says_not("18 Alder St");
        arranged(&bo, &id, "At five.");
        bo.get(&page).expect(200).says("18 Alder St");
        bo.post(&format!("{page}/done"), &[]).expect(303);
        // Done when nothing else asks for attention: no second letter that day, one the next.
        town.until("2026-03-03 23:00");
        assert_eq!(town.errands(), 0);
        town.until("2026-03-04 07:01");
        assert_eq!(town.errands(), 1);
        before.set(mail.letters().len());
        assert!(super::tools::state(town).mail_trouble.is_none());
    });
}

#[test]
fn nothing_is_sent_that_nobody_chose_and_nothing_where_nothing_is_theirs() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        let noor = town.as_person("Noor");
        noor.get("/me/telling")
            .expect(200)
            .says("Nothing is sent until you choose it");
        let (id, _) = open_ask(town, "Food for 2", "2026-03-06");
        arranged(&town.as_person("Bo"), &id, "At four.");
        town.until("2026-03-04 12:00");
        assert_eq!(town.errands(), 0, "Bo chose nothing");
        // Noor chose an hour, holds nothing and offers nothing.
        chooses(&town.as_person("Noor"), "noor@example.org", "07", false);
        town.confirms_address("Noor");
        town.until("2026-03-05 12:00");
        assert_eq!(town.errands(), 0);
        // An address alone is no yes.
        chooses(&town.as_person("Bo"), "bo@example.org", "", false);
        town.confirms_address("Bo");
        town.until("2026-03-06 12:00");
        assert_eq!(town.errands(), 0);
        assert!(in_folder(folder.path()).is_empty());
        // What cannot be is a sentence, and what was typed stays.
        noor.post("/me/telling", &[("address", "noor"), ("hour", "07")])
            .expect(422)
            .says("does not look like a mail address")
            .says("noor");
        noor.post("/me/telling", &[("hour", "07")])
            .expect(422)
            .says("A letter needs somewhere to go");
        let injected = "noor@example.org\r\nBcc: all@example.org";
        noor.post("/me/telling", &[("address", injected), ("hour", "07")])
            .expect(422);
        town.as_person("Priya")
            .get("/me/telling")
            .expect(200)
            .says("for those who take part")
            .says_not("name=\"address\"");
        town.as_person("Priya")
            .post(
                "/me/telling",
                &[("address", "p@example.org"), ("hour", "07")],
            )
            .expect(409)
            .says("for those who take part");
    });
}

/// Given Luz taps Rest; then from that minute nothing is mailed to Luz. When she returns, no backlog.
#[test]
fn resting_luz_gets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        let _ = std::fs::remove_dir_all(folder.path());
        let luz = town.as_person("Luz");
        luz.post("/me/return", &[]).expect(303);
        chooses(&luz, "luz@example.org", "07", true);
        town.confirms_address("Luz");
        let (id, _) = open_ask(town, "Sopa", "2026-03-20");
        arranged(&luz, &id, "A las cuatro.");
        town.until("2026-03-03 07:00");
        assert_eq!(town.errands(), 1);
        let spanish = plain(&in_folder(folder.path())[0]);
        assert!(
            spanish.contains("Lo suyo") && spanish.contains("martes 3 de marzo"),
            "{spanish}"
        );
        // A letter is written and waits; Luz rests before it leaves.
        town.until("2026-03-04 07:00");
        luz.post("/me/rest", &[]).expect(303);
        assert_eq!(town.errands(), 0);
        assert_eq!(super::tools::state(town).letters_waiting, 0);
        for day in 5..=19 {
            town.until(&format!("2026-03-{day:02} 09:00"));
            assert_eq!(town.errands(), 0, "on the {day}th");
        }
        // Somebody takes the ask back: nothing at once either.
        let sam = town.as_person("Sam");
        sam.post("/shift/take", &[("hours", "12")]).expect(303);
        sam.post(&format!("/asks/{id}/withdraw"), &[]).expect(303);
        assert_eq!(town.errands(), 0);
        luz.get("/me/telling").expect(200).says("descansando");
        // Back: the next letter is of that day, and there is one.
        let (id, _) = open_ask(town, "Pan", "2026-03-30");
        luz.post("/me/return", &[]).expect(303);
        arranged(&luz, &id, "A las cinco.");
        town.until("2026-03-20 09:00");
        assert_eq!(town.errands(), 1);
        assert_eq!(in_folder(folder.path()).len(), 2);
    });
}

/// P5: on leaving, all stops in the same transaction.
#[test]
fn who_leaves_gets_nothing_and_nothing_of_theirs_stays() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        let yuki = town.as_person("Yuki");
        chooses(&yuki, "yuki@example.org", "07", true);
        town.confirms_address("Yuki");
        let place = "https://fcm.googleapis.com/fcm/send/of-yuki";
        yuki.post("/me/telling/wake", &[("place", place)])
            .expect(303);
        yuki.get("/me/export")
            .expect(200)
            .says("what-i-am-told")
            .says("yuki@example.org");
        let (id, _) = open_ask(town, "Food for 2", "2026-03-06");
        arranged(&yuki, &id, "At four.");
        town.until("2026-03-03 07:00");
        assert_eq!(super::tools::state(town).letters_waiting, 1);
        yuki.post("/me/leave", &[]).expect(303);
        assert_eq!(super::tools::state(town).letters_waiting, 0);
        town.until("2026-03-04 09:00");
        assert_eq!(town.errands(), 0);
        assert!(in_folder(folder.path()).is_empty());
    });
}

/// What a letter says, without its head and without what chance made of links and borders, where any
/// few letters may come up.
fn without_chance(letter: &str) -> String {
    let (_, body) = letter.split_once("\r\n\r\n").unwrap();
    let lines = body.lines().filter(|line| !line.starts_with("--"));
    let linkless = lines.flat_map(|line| {
        line.split("https://").enumerate().map(|(n, part)| match n {
            0 => part,
            _ => part.find(['"', ' ', '>']).map_or("", |end| &part[end..]),
        })
    });
    linkless.collect::<Vec<_>>().join("\n")
}
