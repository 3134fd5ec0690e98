//! P6, the low-bandwidth story, word for word.

use super::tools::{link, on_shift, written};
use holdfast::testing::on_both;

/// Given Gus, no account, texts "need food for 3, cant leave house, fri" on Wed 2026-03-04 18:10.
#[test]
fn fern_42_from_text_to_their_word() {
    on_both(|town| {
        town.set_clock("2026-03-04 18:10");
        let sam = on_shift(town, "Sam");
        let (id, code) = written(
            &sam,
            &[
                ("channel", "text"),
                ("words", "need food for 3, cant leave house, fri"),
                ("contact", "555 0142"),
                ("place", ""),
                ("share_words", ""),
            ],
        );
        // One text with the code and when a person answers, and no details repeated back.
        let texts = sam.get("/texts").expect(200);
        texts
            .clone()
            .says(&format!(
                "{code}: we have it. A person will answer by Thursday 5 March, 18:10"
            ))
            .says_not("food")
            .says_not("cant leave");
        sam.post(
            &format!("{}/sent", link(&texts, "/texts").trim_end_matches("/sent")),
            &[],
        )
        .expect(303);
        sam.get("/texts")
            .expect(200)
            .says("There is nothing to send");

        // Intake calls and writes Gus's own words; he says which may be shared.
        let publish = format!("/asks/{id}/publish");
        sam.post(&publish, &[("published", "Food for 3, by Fri")])
            .expect(409)
            .says("Somebody has to talk with them first");
        let heard = [
            (
                "words",
                "Need food for three until Friday. I can't leave the house.",
            ),
            ("contact", "Gus, 555 0142"),
            ("place", "18 Alder St, side door"),
            ("by_when", "2026-03-06"),
            ("area", "North side"),
            ("kind", "food"),
            ("language", "en"),
            ("text_ok", "yes"),
            ("share_words", "yes"),
        ];
        sam.post(&format!("/asks/{id}/hear"), &heard).expect(303);
        sam.post(&publish, &[("published", "Food for 3, by Fri")])
            .expect(303);

        // The board shows it with no name.
        let bo = town.as_person("Bo");
        bo.get("/asks")
            .expect(200)
            .says("Food for 3, by Fri")
            .says("North side")
            .says_not("Gus")
            .says_not("0142")
            .says_not("Alder");
        bo.get(&format!("/asks/{id}"))
            .expect(200)
            .says_not("Gus")
            .says_not("0142")
            .says_not("Alder");

        // When Bo claims, only Bo and intake see the phone and the address.
        bo.post(&format!("/asks/{id}/claim"), &[]).expect(303);
        let page = format!("/asks/{id}");
        bo.get(&page)
            .expect(200)
            .says("555 0142")
            .says("18 Alder St");
        sam.get(&page)
            .expect(200)
            .says("555 0142")
            .says("18 Alder St")
            .says("Recorded by Sam");
        for other in ["Yuki", "Amara", "Ines", "Chidi"] {
            town.as_person(other).get(&page).expect(404);
        }

        bo.post(
            &format!("/asks/{id}/plan"),
            &[("plan", "Friday after 16:00, side door")],
        )
        .expect(303);
        town.until("2026-03-06 17:00");
        bo.post(&format!("/asks/{id}/done"), &[]).expect(303);
        let sam = on_shift(town, "Sam");
        sam.get("/texts").expect(200).says(&format!(
            "{code}: did it arrive and was it right? 1 yes 2 partly 3 no 4 made things harder. Or \
             we can call."
        ));

        // Gus replies 2 on Friday at 20:00.
        town.until("2026-03-06 20:00");
        sam.post(
            &format!("/asks/{id}/word"),
            &[("word", "partly"), ("answer", "No milk")],
        )
        .expect(303);
        sam.get("/shift")
            .expect(200)
            .says("A call is due by Monday 9 March");
        bo.get(&page)
            .expect(200)
            .says("They say: partly. Thanks for going.")
            .says_not("No milk")
            .says_not("0142");

        // Sam calls on 03-09 and Gus says it is fine now: closed; the address is gone by the end of
        // that day, number and words by 03-23.
        town.until("2026-03-09 12:00");
        let sam = on_shift(town, "Sam");
        sam.get(&page).expect(200).says("18 Alder St");
        sam.post(&format!("/asks/{id}/follow-up"), &[]).expect(303);
        town.until("2026-03-10 00:01");
        let sam = on_shift(town, "Sam");
        sam.get(&page)
            .expect(200)
            .says_not("18 Alder St")
            .says("555 0142");
        town.until("2026-03-23 12:00");
        on_shift(town, "Sam")
            .get(&page)
            .expect(200)
            .says("Need food for three");
        town.until("2026-03-24 00:01");
        on_shift(town, "Sam").get(&page).expect(404);
        let status = town.stranger();
        status
            .post(&format!("/s/{code}"), &[("digits", "42")])
            .expect(422)
            .says("do not fit together");
    });
}

/// Any order of two claims: one goes, the other is told kindly, nobody learns who.
#[test]
fn two_people_say_i_can_at_once_and_one_goes() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, _) = super::tools::open_ask(&sam, &[], "Food for 3");
        let claim = format!("/asks/{id}/claim");
        let answers: Vec<String> = std::thread::scope(|scope| {
            let hands: Vec<_> = ["Bo", "Yuki", "Hana", "Mateo", "Omar", "Dalia"]
                .into_iter()
                .map(|handle| {
                    let (claim, session) = (&claim, town.session(town.person(handle)));
                    let (base, house) = (&town.base, &town.house);
                    scope.spawn(move || {
                        let browser =
                            holdfast::testing::Browser::new(base, house).with_session(&session);
                        browser.post(claim, &[]).expect(303).location().to_owned()
                    })
                })
                .collect();
            hands
                .into_iter()
                .map(|hand| hand.join().expect("an answer"))
                .collect()
        });
        let went = answers
            .iter()
            .filter(|to| to.ends_with("said=claimed"))
            .count();
        let told = answers
            .iter()
            .filter(|to| *to == "/asks?said=no-longer-open")
            .count();
        assert_eq!((went, told), (1, 5), "{answers:?}");
    });
}
