//! J2: a shift, from taking it to the note that the next holder confirms.

use super::tools::{on_shift, open_ask, written};
use holdfast::testing::on_both;

#[test]
fn a_shift_is_handed_on_in_three_lines() {
    on_both(|town| {
        town.set_clock("2026-03-10 09:00");
        let sam = on_shift(town, "Sam");
        let note = [
            ("line1", "Gus may call back"),
            ("line2", "I promised Dee an answer by noon"),
            ("line3", "the phone rings twice"),
        ];
        sam.post("/shift/end", &note).expect(303);
        sam.get("/asks/new").expect(409).says("take a shift first");
        let rosa = on_shift(town, "Rosa");
        let page = rosa
            .get("/shift")
            .expect(200)
            .says("Gus may call back")
            .says("rings twice");
        let confirm = page.between("action=\"/shift/note/", "\"");
        sam.post("/shift/take", &[("hours", "1")]).expect(303);
        sam.post(&format!("/shift/note/{confirm}"), &[])
            .expect(409)
            .says("the next holder confirms it");
        rosa.post(&format!("/shift/note/{confirm}"), &[])
            .expect(303);
        rosa.get("/shift").expect(200).says_not("Gus may call back");
    });
}

#[test]
fn the_shift_page_shows_four_lists_in_their_order() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        written(&sam, &[("words", "a new one")]);
        let (claimed, _) = open_ask(&sam, &[], "A claimed one");
        town.as_person("Bo")
            .post(&format!("/asks/{claimed}/claim"), &[])
            .expect(303);
        let page = sam.get("/shift").expect(200);
        let at = |words: &str| {
            page.body
                .find(words)
                .unwrap_or_else(|| panic!("no {words}"))
        };
        assert!(at(">New<") < at("a new one"));
        assert!(at("a new one") < at("Waiting for a plan"));
        assert!(at("Waiting for a plan") < at("A claimed one"));
        assert!(at("A claimed one") < at("Said done, no word yet"));
        assert!(at("Said done, no word yet") < at("Calls to make"));
    });
}

#[test]
fn only_who_answers_the_line_takes_a_shift() {
    on_both(|town| {
        town.as_person("Bo")
            .post("/shift/take", &[("hours", "4")])
            .expect(409)
            .says("A steward of Aid can add you");
        town.as_person("Bo").get("/shift").expect(404);
        town.stranger().get("/shift").expect(303);
    });
}

#[test]
fn could_you_suggests_three_at_most_that_fit_and_none_while_resting() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        for n in 0..5 {
            open_ask(
                &sam,
                &[("kind", "lift"), ("area", "East side")],
                &format!("Lift {n}"),
            );
        }
        open_ask(&sam, &[("kind", "food")], "Bread");
        let hana = town.as_person("Hana");
        hana.get("/today").expect(200).says_not("Lift");
        let offer = [
            ("kind", "lift"),
            ("area", ""),
            ("language", ""),
            ("words", "my car"),
        ];
        hana.post("/offers", &offer).expect(303);
        let today = hana.get("/today").expect(200).says_not("Bread");
        assert_eq!(today.body.matches("/claim").count(), 3);
        hana.post("/me/rest", &[]).expect(303);
        hana.get("/today").expect(200).says_not("Lift");
        hana.post("/me/return", &[]).expect(303);
        hana.get("/today").expect(200).says("Lift");
        let north = [("kind", "lift"), ("area", "North side"), ("language", "es")];
        let lev = town.as_person("Lev");
        lev.post("/offers", &north).expect(303);
        lev.get("/today").expect(200).says_not("Lift");
    });
}

#[test]
fn luz_rests_and_is_not_sent() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, _) = open_ask(&sam, &[], "Food for 3");
        town.as_person("Luz")
            .post(&format!("/asks/{id}/claim"), &[])
            .expect(409)
            .says("descanso");
    });
}

#[test]
fn an_ask_is_handed_on_only_with_a_yes_and_the_partner_sees_that_one() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (no, _) = written(&sam, &[("words", "not for partners")]);
        let page = sam.get(&format!("/asks/{no}")).expect(200);
        page.says_not("/refer");
        let (yes, code) = written(&sam, &[("words", "see a doctor"), ("share_partner", "yes")]);
        let page = sam.get(&format!("/asks/{yes}")).expect(200);
        let options = page.between("name=\"to\">", "</select>");
        let clinic = options
            .split("<option value=\"")
            .find(|option| option.contains("Eastside Clinic"))
            .and_then(|option| option.split('"').next())
            .expect("the clinic");
        sam.post(&format!("/asks/{no}/refer"), &[("to", clinic)])
            .expect(409)
            .says("They have not said that a partner may be told");
        sam.post(&format!("/asks/{yes}/refer"), &[("to", clinic)])
            .expect(303);
        let nia = town.as_person("Nia");
        nia.get("/referred")
            .expect(200)
            .says(&code)
            .says("see a doctor")
            .says_not("not for");
        nia.get(&format!("/asks/{yes}"))
            .expect(200)
            .says("555 0142");
        nia.get(&format!("/asks/{no}")).expect(404);
        nia.get("/asks").expect(404);
        town.as_person("Priya")
            .get(&format!("/asks/{yes}"))
            .expect(404);
        town.pass(15 * 86_400);
        town.as_person("Nia")
            .get(&format!("/asks/{yes}"))
            .expect(404);
    });
}

#[test]
fn a_form_the_shift_sends_twice_is_one_ask_and_one_text() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let fields = [("once", "the same form"), ("channel", "text")];
        let first = written(&sam, &fields);
        assert_eq!(written(&sam, &fields), first);
        let texts = sam.get("/texts").expect(200);
        assert_eq!(texts.body.matches("we have it").count(), 1);
    });
}
