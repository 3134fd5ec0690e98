//! P6, the fairness story: five heaters and nine asks.

use super::tools::{link, on_shift, open_ask};
use holdfast::testing::on_both;

#[test]
fn five_heaters_nine_asks_and_anyone_can_check_it() {
    on_both(|town| {
        town.set_clock("2026-01-22 10:00");
        let sam = on_shift(town, "Sam");
        let rosa = on_shift(town, "Rosa");
        let codes: Vec<String> = (0..9)
            .map(|_| open_ask(&sam, &[("kind", "things")], "A heater").1)
            .collect();
        let close = [
            ("what", "Heaters"),
            ("places", "5"),
            ("codes", &codes.join("\n")),
            ("next_date", "Saturday 31 January"),
        ];
        // A seed before the list is closed has nowhere to go: there is no draw to roll for.
        sam.post(
            "/draws/00000000-0000-4000-8000-000000000000/roll",
            &[("rolls", "1234561234")],
        )
        .expect(404);
        sam.post("/draws", &close).expect(303);
        let page = sam.get("/draws").expect(200);
        let hash = page.between("<code>", "</code>");
        assert_eq!(hash.len(), 64);
        let roll = link(&page, "/draws");
        let roll = roll.trim_end_matches("/roll");
        let first = [("rolls", "3142561453")];
        sam.post(&format!("{roll}/roll"), &[("rolls", "371")])
            .expect(422)
            .says("Dice show 1 to 6");
        sam.post(&format!("{roll}/roll"), &first).expect(303);
        sam.post(&format!("{roll}/roll"), &first)
            .expect(409)
            .says("a second person rolls their own dice");
        rosa.post(&format!("{roll}/roll"), &[("rolls", "6 6 2 4 1 5 3 2 1 6")])
            .expect(303);

        // Five are drawn, four get the honest no plus the next date.
        let page = town.as_person("Bo").get("/draws").expect(200);
        let seed = page.between("The dice: <code>", "</code>");
        assert_eq!(seed, "31425614536624153216");
        let drawn = page.between("<strong>Drawn:</strong> ", "</p>");
        let drawn: Vec<&str> = drawn.split_whitespace().collect();
        assert_eq!(drawn.len(), 5);
        let list = std::iter::once("holdfast-lot-1")
            .chain({
                let mut sorted: Vec<&str> = codes.iter().map(String::as_str).collect();
                sorted.sort_unstable();
                sorted
            })
            .fold(String::new(), |text, line| text + line + "\n");
        let again = lots::recompute(&list, &hash, &seed, 5).expect("the same draw");
        assert_eq!(
            again.picked, drawn,
            "anyone who runs it again gets the same five"
        );
        let texts = sam.get("/texts").expect(200);
        for code in &again.rest {
            texts
                .clone()
                .says(&format!("{code}: we are sorry, we cannot this time."));
        }
        texts.says("Saturday 31 January");
        let board = town.as_person("Bo").get("/asks").expect(200);
        for code in &codes {
            let still = board.body.contains(code.as_str());
            assert_eq!(still, drawn.contains(&code.as_str()), "{code}");
        }
        sam.post(&format!("{roll}/roll"), &first)
            .expect(409)
            .says("drawn already");
    });
}
