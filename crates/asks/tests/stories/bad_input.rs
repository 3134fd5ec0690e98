//! Bad input gets a sentence and nothing is lost.

use super::tools::{on_shift, written};
use holdfast::testing::on_both;

#[test]
fn the_board_must_not_lead_to_anybody() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, _) = written(&sam, &[]);
        let publish = format!("/asks/{id}/publish");
        sam.post(&publish, &[("published", "Food, call 555-0142")])
            .expect(422)
            .says("That looks like a number")
            .says("Food, call 555-0142");
        sam.post(&publish, &[("published", &"x".repeat(121))])
            .expect(422);
        sam.post(&publish, &[("published", "<b>bread</b> & \"milk\"")])
            .expect(303);
        town.as_person("Bo")
            .get("/asks")
            .expect(200)
            .says("&#60;b&#62;bread&#60;/b&#62; &#38; &#34;milk&#34;");
    });
}

#[test]
fn words_past_four_hundred_and_odd_bytes_are_refused_or_kept_whole() {
    on_both(|town| {
        let stranger = town.stranger();
        let long = "word ".repeat(700);
        stranger
            .post("/ask", &[("words", &long), ("contact", "555 0101")])
            .expect(422)
            .says("about four hundred words")
            .says(&long.trim()[..200]);
        let odd = [
            ("words", "sopa \u{0} ñ 食 \u{202e}"),
            ("contact", "555 0101"),
        ];
        stranger.post("/ask", &odd).expect(303);
        let sam = on_shift(town, "Sam");
        sam.get("/shift").expect(200).says("ñ 食");
    });
}

#[test]
fn a_deed_out_of_order_or_twice_gets_a_sentence() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, _) = written(&sam, &[]);
        let deed =
            |path: &str, fields: &[(&str, &str)]| sam.post(&format!("/asks/{id}/{path}"), fields);
        deed("done", &[])
            .expect(409)
            .says("First agree when and how");
        deed("word", &[("word", "helped")])
            .expect(409)
            .says("Nobody has said that it is done");
        deed("follow-up", &[]).expect(409).says("no call to make");
        deed("unable", &[("reason", "")])
            .expect(422)
            .says("needs its reason");
        deed("unable", &[("reason", "no car this week")]).expect(303);
        deed("unable", &[("reason", "no car this week")]).expect(409);
        deed("nonsense", &[]).expect(404);
    });
}
