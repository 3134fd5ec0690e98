//! J3 by page: no account, no script, no name; and the status page.

use super::tools::{on_shift, open_ask};
use holdfast::testing::{Answer, Browser, on_both};

fn ask(stranger: &Browser, fields: &[(&str, &str)]) -> Answer {
    let once = stranger
        .get("/ask")
        .expect(200)
        .between("name=\"once\" value=\"", "\"");
    let mut all = vec![("once", once.as_str())];
    all.extend(fields);
    stranger
        .follow(stranger.post("/ask", &all).expect(303))
        .expect(200)
}

#[test]
fn anybody_asks_with_three_fields_and_no_history() {
    on_both(|town| {
        let stranger = town.stranger();
        let form = stranger.get("/ask").expect(200);
        let limits = form.body.find("about 30 asks").expect("limits");
        let first = form.body.find("<textarea").expect("the first field");
        assert!(limits < first, "the limits stand before the first field");
        let page = ask(
            &stranger,
            &[
                ("words", "a ride to the food bank"),
                ("by_when", ""),
                ("contact", "ring at the green door, Quay St"),
            ],
        );
        let code = page.between("<p class=\"code\">", "</p>");
        let digits = page.between("with: <span class=\"code\">", "</span>");
        assert_eq!(digits.len(), 2);
        // The same code in any case, the digits once; wrong ones are refused with a sentence.
        let lower = code.to_lowercase().replace('-', " ").replace(' ', "%20");
        stranger
            .post(&format!("/s/{lower}"), &[("digits", &digits)])
            .expect(200)
            .says("We have it.")
            .says_not("food bank")
            .says_not("Quay");
        let wrong = if digits == "00" { "01" } else { "00" };
        stranger
            .post(&format!("/s/{code}"), &[("digits", wrong)])
            .expect(422)
            .says("do not fit together");
    });
}

#[test]
fn spanish_from_the_first_page_to_the_last() {
    on_both(|town| {
        let luz = town
            .stranger()
            .with_header("accept-language", "es-MX,es;q=0.9");
        luz.get("/ask")
            .expect(200)
            .says("¿Qué le ayudaría?")
            .says("lang=\"es\"");
        let page = ask(&luz, &[("words", "comida"), ("contact", "555 0199")]);
        let code = page.between("<p class=\"code\">", "</p>");
        page.says("Anote este código");
        luz.post(&format!("/s/{code}"), &[("digits", "99")])
            .expect(200)
            .says("Ya lo tenemos.");
    });
}

#[test]
fn sending_the_form_twice_gives_the_same_digits_again() {
    on_both(|town| {
        let stranger = town.stranger();
        let once = stranger
            .get("/ask")
            .expect(200)
            .between("name=\"once\" value=\"", "\"");
        let fields = [
            ("once", once.as_str()),
            ("words", "soup"),
            ("contact", "ring at the green door"),
        ];
        let digits = || {
            stranger
                .follow(stranger.post("/ask", &fields).expect(303))
                .expect(200)
                .between("with: <span class=\"code\">", "</span>")
        };
        assert_eq!(digits(), digits());
    });
}

#[test]
fn sending_the_form_twice_makes_one_ask() {
    on_both(|town| {
        let stranger = town.stranger();
        let once = stranger
            .get("/ask")
            .expect(200)
            .between("name=\"once\" value=\"", "\"");
        let fields = [
            ("once", once.as_str()),
            ("words", "soup"),
            ("contact", "555 0101"),
        ];
        let code = |answer: Answer| {
            stranger
                .follow(answer.expect(303))
                .expect(200)
                .between("<p class=\"code\">", "</p>")
        };
        let first = code(stranger.post("/ask", &fields));
        let second = code(stranger.post("/ask", &fields));
        assert_eq!(first, second);
        let sam = on_shift(town, "Sam");
        let shift = sam.get("/shift").expect(200);
        assert_eq!(shift.body.matches("soup").count(), 1);
    });
}

#[test]
fn a_refused_form_keeps_every_word() {
    on_both(|town| {
        let stranger = town.stranger();
        stranger
            .post(
                "/ask",
                &[("words", "a long story of soup"), ("contact", "")],
            )
            .expect(422)
            .says("We need some way to reach you")
            .says("a long story of soup");
        stranger
            .post("/ask", &[("words", ""), ("contact", "555 0101")])
            .expect(422)
            .says("We need a few words")
            .says("555 0101");
        stranger
            .post(
                "/ask",
                &[
                    ("words", "soup"),
                    ("contact", "555 0101"),
                    ("by_when", "friday-ish"),
                ],
            )
            .expect(422)
            .says("We could not read that day")
            .says("soup");
    });
}

#[test]
fn withdrawing_erases_at_once_and_for_good() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, code) = open_ask(&sam, &[], "Food for 3");
        let gus = town.stranger();
        let page = gus
            .post(&format!("/s/{code}"), &[("digits", "42")])
            .expect(200);
        let pass = page.between("name=\"pass\" value=\"", "\"");
        gus.post(&format!("/s/{code}/withdraw"), &[("pass", &pass)])
            .expect(303);
        gus.post(&format!("/s/{code}"), &[("digits", "42")])
            .expect(422);
        sam.get(&format!("/asks/{id}")).expect(404);
        town.as_person("Bo")
            .get("/asks")
            .expect(200)
            .says_not("Food for 3");
    });
}

#[test]
fn the_status_page_gives_ten_guesses_an_hour_and_the_same_answer_to_a_code_that_is_none() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (_, code) = open_ask(&sam, &[], "Food for 3");
        let stranger = town.stranger();
        let real = stranger
            .post(&format!("/s/{code}"), &[("digits", "11")])
            .expect(422)
            .body;
        let none = stranger
            .post("/s/ZEBRA-99", &[("digits", "11")])
            .expect(422)
            .body;
        assert_eq!(
            real.replace(&code, "CODE"),
            none.replace("ZEBRA-99", "CODE")
        );
        for guess in 0..9 {
            stranger
                .post(&format!("/s/{code}"), &[("digits", &format!("0{guess}"))])
                .expect(422);
        }
        stranger
            .post(&format!("/s/{code}"), &[("digits", "42")])
            .expect(409)
            .says("too many tries with this code");
        town.pass(3601);
        stranger
            .post(&format!("/s/{code}"), &[("digits", "42")])
            .expect(200);
    });
}

#[test]
fn the_line_closes_in_one_tap_with_a_public_sentence() {
    on_both(|town| {
        town.set_clock("2026-03-10 18:00");
        let sam = on_shift(town, "Sam");
        let shift = sam.get("/shift").expect(200);
        let sentence = shift.between("name=\"sentence_en\" value=\"", "\"");
        let close = [
            ("sentence_en", sentence.as_str()),
            ("sentence_es", ""),
            ("until", "2026-03-11"),
        ];
        sam.post("/line", &close).expect(303);
        let stranger = town.stranger();
        stranger.get("/").expect(200).says(&sentence);
        stranger
            .get("/ask")
            .expect(200)
            .says(&sentence)
            .says_not("<textarea");
        stranger
            .post("/ask", &[("words", "soup"), ("contact", "555 0101")])
            .expect(409)
            .says(&sentence);
        town.until("2026-03-11 00:05");
        stranger
            .get("/ask")
            .expect(200)
            .says("<textarea")
            .says_not(&sentence);
        town.as_person("Bo").post("/line", &close).expect(409);
    });
}
