//! What asks say of whether the whole would hold: in hours and in receivers' words, of nobody.

use super::tools::{on_shift, written};
use holdfast::testing::on_both;

#[test]
fn a_person_answers_within_three_hours_half_the_time() {
    on_both(|town| {
        town.set_clock("2026-03-02 09:00");
        let sam = on_shift(town, "Sam");
        // Two are heard as they call, one after three hours, one after six.
        for _ in 0..2 {
            written(&sam, &[]);
        }
        for hours in [3, 6] {
            let (id, _) = written(&sam, &[("channel", "text")]);
            town.clock.advance(hours * 3600 - 60);
            let heard = [
                ("words", "food for 3"),
                ("kind", "food"),
                ("language", "en"),
            ];
            let hear = format!("/asks/{id}/hear");
            sam.post(&hear, &heard).expect(303);
            // Written down again, it is no second first word.
            sam.post(&hear, &heard).expect(303);
        }
        assert!(!town.would_hold().contains("A person answers"), "of four");
        let (id, _) = written(&sam, &[("channel", "text")]);
        town.clock.advance(2 * 3600 + 1800);
        let heard = [
            ("words", "food for 3"),
            ("kind", "food"),
            ("language", "en"),
        ];
        sam.post(&format!("/asks/{id}/hear"), &heard).expect(303);
        let said = town.would_hold();
        assert!(
            said.contains("A person answers within 3 hours, half the time."),
            "{said}"
        );
    });
}
