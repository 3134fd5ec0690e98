//! P22: "What does staying look like?", Monday 6 April, held by Chidi and Rosa.

use super::tools::{QUESTION, begins, line, share, staying, takes_place, there, writes};
use holdfast::testing::{carried_away, on_both};

#[test]
fn chidi_alone_opens_it_and_it_needs_a_second_host() {
    on_both(|town| {
        let here = begins(town, "coordinating", "network");
        let invite = format!("{here}/invite");
        town.as_person("Chidi")
            .post(&invite, &[])
            .expect(409)
            .says("It needs a second person");
        // Nobody says it for her.
        town.as_person("Chidi")
            .post(&format!("{here}/host"), &[("do", "yes")])
            .expect(303);
        town.as_person("Chidi").post(&invite, &[]).expect(409);
        // Until people are invited only its circle and whoever is asked read it.
        town.as_person("Bo").get(&here).expect(404);
        town.as_person("Noor").get(&here).expect(200).says(QUESTION);
        town.as_person("Rosa")
            .get("/today")
            .expect(200)
            .says("You are asked to hold this");
        town.as_person("Rosa")
            .post(&format!("{here}/host"), &[("do", "yes")])
            .expect(303);
        town.as_person("Rosa").post(&invite, &[]).expect(303);
        town.as_person("Bo")
            .get(&here)
            .expect(200)
            .says("Held by Chidi and Rosa")
            .says("What is said here stays here.");
        // The run of show flows from the hour; minutes and order are theirs to change.
        let show = format!("{here}/show");
        town.as_person("Bo").get(&show).expect(409);
        let page = town.as_person("Chidi").get(&show).expect(200);
        page.clone().says("18:00").says("18:10");
        let version = page.between("name=\"version\" value=\"", "\"");
        let rows = [
            ("version", version.as_str()),
            ("mins", "15"),
            ("step", "Soup"),
            ("mins", "30"),
            ("step", "A round"),
            ("up", "1"),
        ];
        town.as_person("Chidi").post(&show, &rows).expect(303);
        let sheet = town
            .as_person("Rosa")
            .get(&format!("{here}/sheet"))
            .expect(200);
        sheet
            .says("<strong>18:00</strong> A round (30)")
            .says("<strong>18:30</strong> Soup (15)")
            .says("<strong>18:45</strong> over")
            .says("Dialling in:")
            .says("555 0188")
            .says("One speaks.");
    });
}

#[test]
fn kezias_quote_does_not_leave_the_room_without_her_yes() {
    on_both(|town| {
        let here = staying(town);
        takes_place(town, &here);
        let heard = [("part", "heard"), ("line", "Staying is a practice.")];
        let quote = [
            ("part", "quote"),
            ("line", "I nearly left twice."),
            ("whose", "Kezia"),
        ];
        let stays = [("part", "stays"), ("line", "Somebody's brother is ill.")];
        for fields in [&heard[..], &quote, &stays] {
            writes(town, "Chidi", &here, fields).expect(303);
        }
        let harvest = format!("{here}/harvest");
        // The draft is theirs who write it; then the room's.
        town.as_person("Noor").get(&harvest).expect(404);
        town.as_person("Kezia").get(&harvest).expect(404);
        town.as_person("Chidi")
            .post(&format!("{here}/room"), &[])
            .expect(303);
        town.as_person("Noor")
            .get(&harvest)
            .expect(200)
            .says("I nearly left twice.")
            .says("Somebody&#39;s brother is ill.")
            .says_not("Kezia");
        for who in ["Bo", "Yuki", "Ines", "Hana", "Dalia"] {
            town.as_person(who).get(&harvest).expect(404);
        }
        town.as_person("Noor")
            .get("/today")
            .expect(200)
            .says("What was heard is back with you");
        // Three days first; then the paraphrase goes, and the quote stays.
        share(town, "Chidi", &here, "circle")
            .expect(409)
            .says("three days first");
        town.set_clock("2026-04-09 20:00");
        share(town, "Chidi", &here, "network")
            .expect(409)
            .says("One step at a time");
        share(town, "Chidi", &here, "circle").expect(303);
        let letter = here.replace("/gatherings/", "/letters/");
        town.as_person("Bo").get(&letter).expect(404);
        // Beyond the circle both of them say so.
        share(town, "Chidi", &here, "network").expect(303);
        share(town, "Chidi", &here, "network").expect(303);
        town.as_person("Bo").get(&letter).expect(404);
        share(town, "Rosa", &here, "network").expect(303);
        town.as_person("Bo")
            .get(&letter)
            .expect(200)
            .says("Staying is a practice.")
            .says_not("I nearly left twice.")
            .says_not("brother is ill");
        town.stranger().get(&letter).expect(303);
        // Weeks of silence are no yes, and neither is a host's.
        town.set_clock("2026-05-20 09:00");
        let id = line(town, "Chidi", &here, "I nearly left twice.");
        for who in ["Chidi", "Rosa", "Noor"] {
            town.as_person(who)
                .post(&format!("/harvest-lines/{id}/yes"), &[])
                .expect(409)
                .says("Only whoever said it");
        }
        town.as_person("Chidi")
            .post(&format!("/harvest-lines/{id}/heard"), &[])
            .expect(409);
        town.as_person("Kezia")
            .get("/today")
            .expect(200)
            .says("Words of yours: may they be read");
        town.as_person("Kezia")
            .get(&format!("/words-of-mine/{id}"))
            .expect(200)
            .says("I nearly left twice.");
        town.as_person("Noor")
            .get(&format!("/words-of-mine/{id}"))
            .expect(404);
        town.as_person("Kezia")
            .post(&format!("/harvest-lines/{id}/yes"), &[])
            .expect(303);
        town.as_person("Bo")
            .get(&letter)
            .expect(200)
            .says("“I nearly left twice.”")
            .says_not("Kezia");
        // Public by the word of both; and her words are hers to take out again.
        share(town, "Rosa", &here, "public").expect(303);
        share(town, "Chidi", &here, "public").expect(303);
        town.stranger()
            .get(&letter)
            .expect(200)
            .says("I nearly left twice.");
        town.stranger().get("/letters").expect(200).says(QUESTION);
        town.as_person("Kezia")
            .post(&format!("/harvest-lines/{id}/take-out"), &[])
            .expect(303);
        town.stranger()
            .get(&letter)
            .expect(200)
            .says("Staying is a practice.")
            .says_not("nearly left");
        // Nothing of it stands in clear where the machine is carried away.
        let carried = String::from_utf8_lossy(&carried_away(town.folder())).into_owned();
        for words in ["staying look like", "Staying is a", "brother is ill"] {
            assert!(!carried.contains(words), "{words}");
        }
    });
}

#[test]
fn bos_fridge_line_is_nothing_until_bo_takes_it_on_and_sbk_wants_it() {
    on_both(|town| {
        let here = staying(town);
        takes_place(town, &here);
        let page = town
            .as_person("Rosa")
            .get(&format!("{here}/harvest"))
            .expect(200);
        let before = page.body.split_once(">St Brigid").unwrap().0;
        let sbk = before
            .rsplit("value=\"")
            .next()
            .unwrap()
            .trim_end_matches('"');
        let words = "Bo will ask SBK about fridge space";
        let fields = [
            ("part", "promise"),
            ("line", words),
            ("whose", "Bo"),
            ("receiver", sbk),
        ];
        writes(town, "Rosa", &here, &fields[..3])
            .expect(422)
            .says("for whom");
        writes(town, "Rosa", &here, &fields).expect(303);
        // Nothing exists: not for Bo, not for SBK, and for nobody else a sign of it.
        for who in ["Bo", "Abe"] {
            town.as_person(who)
                .get("/commitments")
                .expect(200)
                .says_not(words);
        }
        town.as_person("Chidi")
            .post(&format!("{here}/room"), &[])
            .expect(303);
        town.as_person("Noor")
            .get(&format!("{here}/harvest"))
            .expect(200)
            .says_not(words);
        let today = town.as_person("Bo").get("/today").expect(200);
        let id = today.says(words).between("/words-of-mine/", "\"");
        town.as_person("Bo")
            .get(&format!("/words-of-mine/{id}"))
            .expect(200)
            .says("It is nothing yet.");
        let take = format!("/harvest-lines/{id}/take");
        for who in ["Rosa", "Chidi"] {
            town.as_person(who).post(&take, &[]).expect(409);
        }
        for who in ["Yuki", "Abe", "Noor"] {
            town.as_person(who).post(&take, &[]).expect(404);
        }
        let made = there(town.as_person("Bo").post(&take, &[]));
        town.as_person("Bo").post(&take, &[]).expect(404);
        // Offered, and not in force before SBK's liaison wants it.
        town.as_person("Bo").get(&made).expect(200).says(words);
        town.as_person("Abe").get("/today").expect(200).says(words);
        town.as_person("Priya").get(&made).expect(404);
        town.as_person("Abe")
            .post(&format!("{made}/accept"), &[])
            .expect(303);
        town.as_person("Abe")
            .post(&format!("{made}/accept"), &[])
            .expect(409);
        // What is promised to SBK goes one way, until SBK promises something as well.
        assert!(town.would_hold().contains("With 0 of 3 partners"));
        let aid = format!("circle:{}", town.circle("aid"));
        let abe = town.as_person("Abe");
        let back = [
            ("from", sbk),
            ("to", aid.as_str()),
            ("words", "Soup on Sundays"),
            ("kind", "material"),
            ("review_on", "2026-06-30"),
        ];
        let soup = there(abe.post("/commitments/new", &back));
        town.as_person("Amara")
            .post(&format!("{soup}/accept"), &[])
            .expect(303);
        assert!(town.would_hold().contains("With 1 of 3 partners"));
        // What he leaves leaves no trace.
        writes(town, "Rosa", &here, &fields).expect(303);
        let today = town.as_person("Bo").get("/today").expect(200);
        let id = today.between("/words-of-mine/", "\"");
        town.as_person("Bo")
            .post(&format!("/harvest-lines/{id}/take-out"), &[])
            .expect(303);
        town.as_person("Rosa")
            .get(&format!("{here}/harvest"))
            .expect(200)
            .says_not(words);
    });
}

/// What Gus said by phone leaves once both of them heard his yes; other words need another.
#[test]
fn the_words_of_somebody_without_an_account_need_two_who_heard_the_yes() {
    on_both(|town| {
        let here = staying(town);
        takes_place(town, &here);
        let quote = [("part", "quote"), ("line", "You answered the phone.")];
        writes(town, "Chidi", &here, &quote).expect(303);
        let id = line(town, "Chidi", &here, "You answered the phone.");
        let heard = format!("/harvest-lines/{id}/heard");
        town.as_person("Chidi").post(&heard, &[]).expect(303);
        town.as_person("Chidi")
            .post(&heard, &[])
            .expect(409)
            .says("The other of you");
        let other = [("version", "1"), ("line", "You always answered the phone.")];
        town.as_person("Rosa")
            .post(&format!("/harvest-lines/{id}"), &other)
            .expect(303);
        town.as_person("Rosa").post(&heard, &[]).expect(303);
        town.as_person("Chidi")
            .post(&format!("{here}/room"), &[])
            .expect(303);
        town.set_clock("2026-04-10 09:00");
        share(town, "Chidi", &here, "circle").expect(303);
        let letter = here.replace("/gatherings/", "/letters/");
        town.as_person("Noor")
            .get(&letter)
            .expect(200)
            .says_not("answered the phone");
        town.as_person("Chidi").post(&heard, &[]).expect(303);
        town.as_person("Noor")
            .get(&letter)
            .expect(200)
            .says("You always answered the phone.");
    });
}
