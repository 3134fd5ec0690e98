//! P8: one-to-ones, introductions by two yeses, and ties that both count.

use holdfast::testing::{Browser, Town, carried_away, on_both};

fn suggest(town: &Town, who: &str, one: &str, other: &str) {
    let fields = [
        ("one", one),
        ("other_one", other),
        ("cares", "heat repairs"),
    ];
    town.as_person(who)
        .post("/introductions", &fields)
        .expect(303);
}

/// What asks somebody on their own page.
fn asked(who: &Browser) -> Option<String> {
    let page = who.get("/ties").expect(200).body;
    let from = page.find("action=\"/introductions/")? + "action=\"".len();
    let rest = &page[from..];
    Some(rest[..rest.find("/yes\"")?].to_owned())
}

/// The meeting of somebody with somebody, on the page of the first.
fn meeting(who: &Browser, with: &str) -> String {
    let page = who.get("/ties").expect(200).body;
    let at = page.find(&format!("\">{with}</a>")).expect("a meeting");
    let from = page[..at].rfind("/one-to-ones/").unwrap();
    page[from..at].to_owned()
}

#[test]
fn noor_introduces_farid_and_esi_and_nobody_learns_of_a_no() {
    on_both(|town| {
        town.set_clock("2026-04-01 09:00");
        let esi = town.as_person("Esi");
        let farid = town.as_person("Farid");
        let before = esi.get("/ties").expect(200).body;
        suggest(town, "Noor", "Farid", "Esi");
        // The first is asked, without a name.
        farid
            .get("/ties")
            .says("Somebody who also cares about heat repairs")
            .says_not("Esi")
            .says_not("Noor");
        let ask = asked(&farid).unwrap();
        esi.post(&format!("{ask}/yes"), &[]).expect(404);
        town.as_person("Noor")
            .post(&format!("{ask}/yes"), &[])
            .expect(404);
        farid.post(&format!("{ask}/not-now"), &[]).expect(303);
        farid.post(&format!("{ask}/yes"), &[]).expect(404);
        assert_eq!(before, esi.get("/ties").expect(200).body);
        assert_eq!(asked(&esi), None);
        // Again later; both say yes, and meet.
        suggest(town, "Noor", "Farid", "Esi");
        suggest(town, "Noor", "Esi", "Farid");
        let ask = asked(&farid).unwrap();
        farid.post(&format!("{ask}/yes"), &[]).expect(303);
        let ask = asked(&esi).unwrap();
        esi.get("/today").says("Somebody would like to meet you");
        esi.post(&format!("{ask}/yes"), &[]).expect(303);
        let there = meeting(&esi, "Farid");
        farid.get(&there).expect(200).says("heat repairs");
        for who in ["Noor", "Amara", "Ines"] {
            town.as_person(who).get(&there).expect(404);
            town.as_person(who).get("/ties").says_not("Farid</a>");
        }
        let would =
            |who: &Browser, would: &str| who.post(&format!("{there}/count"), &[("would", would)]);
        would(&esi, "yes").expect(409).says("Meet first");
        esi.post(&format!("{there}/met"), &[]).expect(303);
        farid
            .get(&there)
            .says("You both would. Find a time")
            .says_not("You said that you met");
        farid.post(&format!("{there}/met"), &[]).expect(303);
        // Only Esi would count it: there is no tie, and neither reads who held back.
        let unsaid = farid.get(&there).expect(200).body;
        would(&esi, "yes").expect(303);
        assert_eq!(unsaid, farid.get(&there).expect(200).body);
        let hers = esi.get(&there).expect(200).body;
        would(&farid, "no").expect(303);
        assert_eq!(hers, esi.get(&there).expect(200).body);
        for who in [&esi, &farid] {
            who.get("/ties").says("None yet");
        }
        // Both: a tie from the sixth of April, live to the second of October.
        town.set_clock("2026-04-06 10:00");
        would(&farid, "yes").expect(303);
        for who in [&esi, &farid] {
            who.get("/ties").says("Counts until Friday 2 October");
        }
        town.until("2026-10-02 12:00");
        town.as_person("Esi").get("/ties").says("Counts until");
        town.until("2026-10-03 00:05");
        for who in ["Esi", "Farid"] {
            let who = town.as_person(who);
            who.get("/ties").says("None yet");
            who.get("/today").says_not("tie").says_not("Farid and you");
        }
    });
}

#[test]
fn each_keeps_their_own_note_and_not_now_leaves_no_trace() {
    on_both(|town| {
        town.set_clock("2026-03-10 09:00");
        let (bo, rosa) = (town.as_person("Bo"), town.as_person("Rosa"));
        for (who, why) in [("Nobody", "Nobody here goes"), ("Bo", "somebody else")] {
            bo.post("/one-to-ones", &[("who", who), ("about", "Music")])
                .expect(422)
                .says(why)
                .says("Music");
        }
        let asks = [("who", "Rosa"), ("about", "Music")];
        let there = bo.post("/one-to-ones", &asks).expect(303);
        let there = there.location().split('?').next().unwrap().to_owned();
        bo.post("/one-to-ones", &asks).expect(409);
        bo.post(&format!("{there}/agree"), &[]).expect(409);
        rosa.get("/today").says("Bo and you");
        // Not now: gone for both, without a word.
        rosa.post(&format!("{there}/not-now"), &[]).expect(303);
        bo.get(&there).expect(404);
        bo.get("/today").says_not("Rosa and you");
        let there = bo.post("/one-to-ones", &asks).expect(303);
        let there = there.location().split('?').next().unwrap().to_owned();
        rosa.post(&format!("{there}/agree"), &[]).expect(303);
        let notes = [
            (&bo, "She sang in a quartet."),
            (&rosa, "He misses the sea."),
        ];
        for (who, words) in notes {
            let note = [("note_of_mine", words)];
            who.post(&format!("{there}/note"), &note).expect(303);
        }
        let next = [("next_thing", "Mend the piano together")];
        bo.post(&format!("{there}/next"), &next).expect(303);
        rosa.get(&there)
            .says("He misses the sea.")
            .says("Mend the piano together")
            .says_not("She sang in a quartet.");
        bo.get(&there)
            .says("She sang in a quartet.")
            .says_not("He misses the sea.");
        bo.get("/me/export")
            .says("She sang in a quartet.")
            .says_not("He misses the sea.");
        let carried = String::from_utf8_lossy(&carried_away(town.folder())).into_owned();
        for words in ["quartet", "misses the sea", "piano"] {
            assert!(!carried.contains(words), "{words}");
        }
        // What is only asked goes in silence after a month.
        let asks = [("who", "Yuki")];
        let asked = bo.post("/one-to-ones", &asks).expect(303);
        let asked = asked.location().split('?').next().unwrap().to_owned();
        town.until("2026-04-12 04:00");
        town.as_person("Yuki").get(&asked).expect(404);
    });
}

/// While somebody rests the time of their ties stands still; both say that they still know each other.
#[test]
fn rest_holds_a_tie_and_two_words_renew_it() {
    on_both(|town| {
        town.set_clock("2026-03-10 09:00");
        let (bo, yuki) = (town.person("Bo"), town.person("Yuki"));
        let day = kernel::Day::new(2026, 3, 10).unwrap();
        town.data(|conn| ties::play::count_tie(conn, &town.house, (bo, yuki), day));
        town.as_person("Bo")
            .get("/ties")
            .says("Counts until Saturday 5 September");
        town.as_person("Bo").post("/rest/now", &[]);
        town.as_person("Bo").post("/me/rest", &[]);
        let tie = |who: &str| {
            let page = town.as_person(who).get("/ties").expect(200);
            page.between("action=\"/ties/", "/still")
        };
        town.set_clock("2026-06-10 09:00");
        let id = tie("Yuki");
        town.as_person("Rosa")
            .post(&format!("/ties/{id}/still"), &[])
            .expect(404);
        town.as_person("Bo")
            .post(&format!("/ties/{id}/still"), &[])
            .expect(303);
        town.as_person("Yuki")
            .get("/ties")
            .says("Saturday 5 September");
        town.as_person("Yuki")
            .post(&format!("/ties/{id}/still"), &[])
            .expect(303);
        town.as_person("Yuki")
            .get("/ties")
            .says("Sunday 6 December");
        // One lets it go; the other is not told.
        let id = tie("Yuki");
        town.as_person("Yuki")
            .post(&format!("/ties/{id}/let-go"), &[])
            .expect(303);
        town.as_person("Bo").get("/ties").says("None yet");
        town.as_person("Bo").get("/today").says_not("Yuki");
    });
}

/// Both rest at once, and it is renewed meanwhile: its time stood still once, and runs from no day to come.
#[test]
fn a_tie_of_two_who_rest_at_once_counts_from_no_day_to_come() {
    on_both(|town| {
        town.set_clock("2026-03-10 09:00");
        let (bo, yuki) = (town.person("Bo"), town.person("Yuki"));
        let day = kernel::Day::new(2026, 3, 10).unwrap();
        town.data(|conn| ties::play::count_tie(conn, &town.house, (bo, yuki), day));
        for who in ["Bo", "Yuki"] {
            town.as_person(who).post("/me/rest", &[]).expect(303);
        }
        town.set_clock("2026-05-09 09:00");
        for who in ["Bo", "Yuki"] {
            town.as_person(who).post("/me/return", &[]).expect(303);
        }
        // Half a year from the day they are back.
        for who in ["Bo", "Yuki"] {
            town.as_person(who)
                .get("/ties")
                .says("Counts until Wednesday 4 November");
        }
    });
}
