//! What people type to break pages, calendars and spreadsheets stays inside its field.

use super::tools::written;
use holdfast::testing::on_both;

const NASTY: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; drop table open_tables; --",
    "soup\r\nBEGIN:VEVENT\r\nSUMMARY:mine\r\nEND:VEVENT",
    "soup\nEND:VCALENDAR\nX-EVIL:1",
    "a, b; c: d\\ e \"f\" \\n",
    "=HYPERLINK(\"http://x\")",
    "javascript:alert(1)",
    "{{ 7 * 7 }} { $day } %s %n",
    "\u{202e}\u{2028}RRULE:FREQ=SECONDLY",
];

#[test]
fn nothing_leaves_its_field() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let gus = town.stranger();
        for words in NASTY {
            for field in [
                "name",
                "place",
                "area",
                "rhythm",
                "offers",
                "languages",
                "contact",
            ] {
                let table = written(town, &amara, &[(field, *words)]);
                let close = [("words", *words), ("until", "2026-03-20")];
                amara.post(&format!("{table}/close"), &close).expect(303);
                for page in [
                    &table,
                    "/tables",
                    "/tables/sheet",
                    &format!("{table}/change"),
                ] {
                    amara
                        .get(page)
                        .expect(200)
                        .says_not("<script")
                        .says_not("<img")
                        .says_not("href=\"javascript:")
                        .says_not("49 { $day }");
                }
                let feed = gus.get(&format!("{table}/calendar.ics")).expect(200).body;
                let lines = feed.replace("\r\n ", "");
                for line in lines.split("\r\n") {
                    assert!(!line.contains('\n'), "a bare line end: {line:?}");
                    assert!(
                        !line.starts_with("X-EVIL") && !line.starts_with("RRULE:FREQ=SECONDLY")
                    );
                    assert!(!line.starts_with("SUMMARY:mine"), "{lines}");
                }
                assert!(feed.matches("\r\nBEGIN:VEVENT").count() <= 1, "{feed}");
                assert_eq!(feed.matches("\r\nEND:VCALENDAR").count(), 1);
                amara.post(&format!("{table}/end"), &[]).expect(303);
            }
        }
        // In queries as well.
        for words in ["%22%3E%3Cscript%3E", "%00", "%25", "_", "%0d%0aX-Evil:1"] {
            gus.get(&format!("/tables?area={words}&day=9&page=-3"))
                .expect(200)
                .says_not("<script");
            gus.get(&format!("/tables.ics?area={words}")).expect(200);
            gus.get(&format!("/tables/sheet?area={words}"))
                .expect(200)
                .says_not("<script");
        }
    });
}
