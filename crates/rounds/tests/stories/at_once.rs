//! Fifty press at once, and the piece moves once.

use super::tools::{button, forges, opens, presses};
use holdfast::testing::on_both;

#[test]
fn fifty_press_next_at_once_and_the_piece_moves_once() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let there = opens(town, &amara, &[("callers", "Abe\nWanda\nQuill\nNia")]);
        presses(&amara, &there, "give");
        let session = amara.cookie("holdfast").unwrap();
        for next in ["Wanda", "Quill", "Nia"] {
            let turn = button(&amara.get(&there).expect(200), "next");
            std::thread::scope(|scope| {
                for _ in 0..50 {
                    let (there, turn, session) = (&there, &turn, &session);
                    scope.spawn(move || {
                        let browser = town.stranger().with_session(session);
                        // Whoever came second is shown the round as it is.
                        let answer = forges(&browser, there, turn).expect(303);
                        assert_eq!(answer.location(), *there);
                    });
                }
            });
            amara
                .get(&there)
                .expect(200)
                .says(&format!("{next} has the piece"));
        }
        // One who presses for a turn of long ago moves nothing.
        forges(&amara, &there, "next.1").expect(303);
        forges(&amara, &there, "pass.1").expect(303);
        amara.get(&there).expect(200).says("Nia has the piece");
        for nonsense in ["next", "next.x", "open.nowhere", "", "fly.4"] {
            forges(&amara, &there, nonsense).expect(404);
        }
    });
}
