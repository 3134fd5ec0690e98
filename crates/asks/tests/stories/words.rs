//! P27: only receivers say what helped, silence is silence, and what went wrong changes something.

use super::tools::{brought, on_shift};
use asks::{
    NewAsk,
    play::{Doer, Step, play},
    record,
    rules::{Consent, Word},
};
use holdfast::testing::{Town, on_both};

/// Brings something on a local moment, and says what the receiver said of it.
fn delivered(town: &Town, local: &str, word: Option<Word>) {
    let now = town.moment(local);
    let (sam, bo) = (town.person("Sam"), town.person("Bo"));
    let shift = Doer {
        person: sam,
        on_shift: true,
    };
    let goes = Doer {
        person: bo,
        on_shift: false,
    };
    town.data(|conn| {
        let new = NewAsk {
            words: "groceries".into(),
            heard: Some(Consent {
                share_words: true,
                ..Consent::default()
            }),
            ..NewAsk::default()
        };
        let house = &town.house;
        let ask = record(conn, house, new, now)?;
        play(conn, house, ask, &shift, now, &Step::Publish("Groceries"))?;
        play(conn, house, ask, &goes, now, &Step::Claim)?;
        play(conn, house, ask, &goes, now, &Step::Plan("today"))?;
        play(conn, house, ask, &goes, now, &Step::Done)?;
        if let Some(word) = word {
            play(conn, house, ask, &shift, now, &Step::Word(word, None))?;
            if word != Word::Helped {
                play(conn, house, ask, &shift, now, &Step::FollowUp)?;
            }
        }
        Ok(())
    });
}

/// Given 40 deliveries in Q1: 22 helped, 6 partly, 2 didn't, 1 harder, 9 silent.
#[test]
fn the_page_reads_exactly_what_they_said_and_what_they_did_not() {
    const SENTENCE: &str = "22 helped, 6 partly, 2 didn&#39;t help, 1 made things harder, 9 \
        didn&#39;t say";
    on_both(|town| {
        let mut said = vec![Some(Word::Helped); 22];
        said.extend(vec![Some(Word::Partly); 6]);
        said.extend(vec![Some(Word::DidntHelp); 2]);
        said.push(Some(Word::MadeHarder));
        said.extend(vec![None; 9]);
        for (i, word) in said.into_iter().enumerate() {
            let local = format!("2026-0{}-{:02} 12:00", 1 + i % 3, 13 + i % 12);
            delivered(town, &local, word);
        }
        town.set_clock("2026-04-02 09:00");
        town.tick();
        let us = || town.stranger().get("/us").expect(200);
        us().says(SENTENCE)
            .says("January 2026 to March 2026")
            .says_not("%");
        // What is kept of asks that are gone counts the same.
        town.sweep();
        us().says(SENTENCE);
        town.until("2026-04-30 09:00");
        us().says(SENTENCE);

        // When April has three deliveries, it is not shown alone.
        for day in [6, 7, 8] {
            delivered(town, &format!("2026-04-{day:02} 12:00"), Some(Word::Helped));
        }
        town.set_clock("2026-05-02 09:00");
        us().says(SENTENCE).says_not("April");
    });
}

#[test]
fn nobody_but_the_receiver_sets_a_word() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, code) = brought(town, &sam, "Bo");
        let word = format!("/asks/{id}/word");
        let helped = [("word", "helped")];
        town.as_person("Bo")
            .post(&word, &helped)
            .expect(409)
            .says("Whoever is on the Aid shift does this");
        town.as_person("Amara").post(&word, &helped).expect(404);
        let stranger = town.stranger();
        stranger
            .post(
                &format!("/s/{code}/word"),
                &[("word", "helped"), ("pass", "made up")],
            )
            .expect(422)
            .says("do not fit together");
        sam.post(&word, &helped).expect(303);
    });
}

/// When "harder: driver said my neighbour's name aloud" arrives by phone with the code.
#[test]
fn it_made_things_harder_and_something_changes() {
    on_both(|town| {
        town.set_clock("2026-03-04 10:00");
        let sam = on_shift(town, "Sam");
        let (id, code) = brought(town, &sam, "Bo");
        sam.post(&format!("/asks/{id}/word"), &[("word", "made_harder")])
            .expect(303);
        let wrong = [
            ("code", code.as_str()),
            ("words", "the driver said my neighbour's name aloud"),
            ("wants", "change"),
        ];
        sam.post("/wrong", &wrong).expect(303);

        // Bo does not see it even on shift; somebody else answers within three days.
        town.hold("Bo", kernel::Role::Intake, "aid", "2026-07-12");
        let bo = on_shift(town, "Bo");
        bo.get("/wrong").expect(200).says_not("aloud");
        let rosa = on_shift(town, "Rosa");
        let page = rosa
            .get("/wrong")
            .expect(200)
            .says("aloud")
            .says("Answer by Saturday 7 March");
        let take = format!("/wrong/{}", page.between("action=\"/wrong/", "/take\""));
        bo.post(&format!("{take}/take"), &[])
            .expect(409)
            .says("You were part of this");
        rosa.post(&format!("{take}/take"), &[]).expect(303);
        let answer = [
            ("changed", "couriers say only \"delivery\""),
            (
                "script_line",
                "Tell whoever goes: at the door say only \"delivery\".",
            ),
        ];
        rosa.post(&format!("{take}/answer"), &answer).expect(303);

        // The call script gains a line, the public page says so, and Gus is told.
        rosa.get("/asks/new")
            .expect(200)
            .says("at the door say only &#34;delivery&#34;");
        town.stranger()
            .get("/us")
            .expect(200)
            .says("We changed:")
            .says("couriers say only &#34;delivery&#34;");
        rosa.post(&format!("{take}/told"), &[]).expect(303);
        rosa.get("/texts")
            .expect(200)
            .says(&format!("{code}: you told us, and we changed this"));
        rosa.post(&format!("{take}/close"), &[]).expect(303);
        rosa.get("/wrong").expect(200).says_not("aloud");
        town.until("2026-03-19 09:00");
        on_shift(town, "Rosa")
            .get("/wrong")
            .expect(200)
            .says_not("aloud");
    });
}
