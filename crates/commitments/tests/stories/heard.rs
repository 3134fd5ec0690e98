//! What commitments say of whether the whole would hold: how often we heard back. Of nobody.

use super::tools::{deed, holds};
use holdfast::testing::on_both;

const RIDE: &[(&str, &str)] = &[
    ("words", "A ride on Tuesdays"),
    ("kind", "material"),
    ("every", "1"),
    ("day", "2"),
    ("clock", "17:00"),
    ("review_on", "2026-05-31"),
];

#[test]
fn we_heard_back_on_five_of_six() {
    on_both(|town| {
        let aid = ("aid", "Amara");
        let six: Vec<String> = ["Bo", "Yuki", "Sam", "Esi", "Rosa", "Bo"]
            .iter()
            .map(|who| holds(town, who, aid, RIDE))
            .collect();
        // A word long before its day is no answer to a review.
        deed(&town.as_person("Bo"), &six[0], "ease", &[("words", "Less")]).expect(303);
        town.set_clock("2026-05-25 09:00");
        let on = [("review_on", "2026-08-30")];
        deed(&town.as_person("Bo"), &six[0], "keep", &on).expect(303);
        deed(&town.as_person("Yuki"), &six[1], "release", &[]).expect(303);
        deed(&town.as_person("Sam"), &six[2], "done", &[]).expect(303);
        deed(&town.as_person("Esi"), &six[3], "rest", &[]).expect(303);
        // Kept just now, its day is far away: it is not counted twice.
        deed(&town.as_person("Bo"), &six[0], "ease", &[("words", "Less")]).expect(303);
        assert!(!town.would_hold().contains("We heard back"), "of four");
        town.until("2026-06-02 09:00");
        // Late is a word as well.
        deed(&town.as_person("Rosa"), &six[4], "keep", &on).expect(303);
        assert!(
            town.would_hold().contains("We heard back on 5 of 5"),
            "{}",
            town.would_hold()
        );
        for day in ["2026-06-21", "2026-07-20", "2026-08-20"] {
            town.until(&format!("{day} 09:00"));
        }
        assert!(
            town.would_hold().contains("We heard back on 5 of 6"),
            "{}",
            town.would_hold()
        );
        // Numbers, and nobody in them; gone after two years.
        town.until("2028-09-02 09:00");
        assert!(!town.would_hold().contains("We heard back"));
    });
}
