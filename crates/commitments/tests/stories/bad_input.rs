//! What cannot be kept is refused with a sentence, and nothing typed is lost.

use super::tools::{RUNS, deed, holds};
use holdfast::testing::on_both;

#[test]
fn rhythms_that_never_come_or_never_rest_are_refused_and_nothing_is_lost() {
    on_both(|town| {
        let to = format!("circle:{}", town.circle("aid"));
        let bo = town.as_person("Bo");
        for (rule, sentence) in [
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "That never comes"),
            (
                "FREQ=WEEKLY;BYDAY=TU;UNTIL=20200101T000000Z",
                "That never comes",
            ),
            ("FREQ=HOURLY", "more often than once a day"),
            ("every Tuesday", "can&#39;t be read"),
            ("FREQ=WEEKLY\r\nEXDATE:20260303", "can&#39;t be read"),
        ] {
            let fields = [
                ("to", to.as_str()),
                ("words", "Soup <b>for all</b>"),
                ("rule", rule),
                ("much", "one pot"),
            ];
            bo.post("/commitments/new", &fields)
                .expect(422)
                .says(sentence)
                .says("Soup &#60;b&#62;for all&#60;/b&#62;")
                .says("one pot");
        }
        for (name, value, sentence) in [
            ("review_on", "2026-03-01", "still to come"),
            ("review_on", "2028-01-01", "within a year"),
            ("review_on", "soon", "no day or hour"),
            ("clock", "25:99", "no day or hour"),
            ("words", "", "Say in a sentence"),
            ("to", "circle:nowhere", "Say for whom"),
            ("to", "", "Say for whom"),
            ("to_person", "Nobody", "Say for whom"),
            ("every", "m2", "can&#39;t be read"),
            (
                "from",
                "organisation:00000000-0000-4000-8000-000000000000",
                "You don&#39;t speak for them",
            ),
        ] {
            let mut fields = vec![("to", to.as_str()), ("words", "Soup"), ("much", "one pot")];
            fields.retain(|(field, _)| *field != name);
            fields.push((name, value));
            let page = bo
                .post("/commitments/new", &fields)
                .says(sentence)
                .says("one pot");
            assert!([409, 422].contains(&page.status));
        }
        let mut me = RUNS.to_vec();
        me.push(("to_person", "Bo"));
        bo.post("/commitments/new", &me)
            .expect(422)
            .says("between two");
        let long = "x".repeat(281);
        bo.post("/commitments/new", &[("to", &to), ("words", &long)])
            .expect(422)
            .says(&long);
        bo.get("/commitments")
            .expect(200)
            .says("Nothing, and that is fine.");
    });
}

#[test]
fn a_rule_that_never_ends_is_shown_for_four_weeks_only() {
    on_both(|town| {
        let fields = [
            ("words", "Feed the cats"),
            ("rule", "FREQ=DAILY"),
            ("clock", "08:00"),
            ("review_on", "2026-05-31"),
        ];
        let there = holds(town, "Bo", ("aid", "Amara"), &fields);
        let page = town
            .as_person("Bo")
            .get(&there)
            .expect(200)
            .says("every day, 08:00");
        assert_eq!(page.body.matches("name=\"day\"").count(), 28);
    });
}

#[test]
fn ceilings_are_numbers_within_reason() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        for wrong in ["", "13", "-1", "many", "999999999999999999999"] {
            bo.post("/me/ceiling", &[("most", wrong)])
                .expect(422)
                .says("a number from 0 to 12");
        }
        bo.post("/me/ceiling", &[("most", " 4 ")]).expect(303);
        bo.get("/me/ceiling").expect(200).says("value=\"4\"");
        town.as_person("Farid").get("/me/ceiling").expect(404);
    });
}

#[test]
fn early_words_are_told_from_when_on() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let bo = town.as_person("Bo");
        deed(&bo, &there, "keep", &[])
            .expect(409)
            .says("From Sunday 17 May on");
        deed(&bo, &there, "go-on", &[]).expect(409);
        deed(&bo, &there, "ease", &[("words", "")]).expect(422);
        deed(&bo, &there, "again", &[("review_on", "2026-06-01")]).expect(409);
        deed(&bo, &there, "wake", &[]).expect(409);
    });
}
