//! Files of asks: every row accounted for.

use super::tools::on_shift;
use holdfast::testing::{Answer, Browser, Town, on_both};
use std::path::Path;

const MAP: &str = include_str!("../../../sheets/examples/harvey-needs.toml");

/// Needs of the days after Hurricane Harvey, as people typed them.
fn harvey() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data/harvey-needs-2017/needs.csv");
    std::fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("the data of this test is not at {}: {e}", path.display()))
}

fn multipart(fields: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend_from_slice(b"--frontier\r\ncontent-disposition: form-data; name=\"");
        body.extend_from_slice(name.as_bytes());
        body.extend_from_slice(b"\"\r\n\r\n");
        body.extend_from_slice(value);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--frontier--\r\n");
    body
}

fn look(sam: &Browser, map: &str, file: &[u8]) -> Answer {
    let csrf = sam.csrf();
    let body = multipart(&[
        ("csrf", csrf.as_bytes()),
        ("map", map.as_bytes()),
        ("file", file),
    ]);
    sam.post_bytes("/import", "multipart/form-data; boundary=frontier", &body)
}

fn take(sam: &Browser, map: &str, file: &str) -> Answer {
    sam.post(
        "/import/take",
        &[("do", "take"), ("map", map), ("file", file)],
    )
}

fn asks_here(town: &Town) -> usize {
    let tables = town.data(|conn| {
        let asks = town.house.practices.iter().find(|p| {
            !p.keeps().lines.is_empty() && { p.sentences(web::Lang::En).contains("board-title") }
        });
        asks.expect("the practice")
            .export_network(conn, &town.house)
    });
    tables
        .iter()
        .find(|table| table.name == "asks")
        .map_or(0, |table| table.rows.len())
}

#[test]
fn real_data_of_ninety_two_needs_is_ninety_taken_and_two_refused() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let file = harvey();
        let page = look(&sam, MAP, file.as_bytes()).expect(200);
        page.says("92 rows: 90 taken, 2 refused")
            .says("Nothing is taken yet")
            .says("outside");
        assert_eq!(asks_here(town), 0, "a dry run writes nothing");
        take(&sam, MAP, &file)
            .expect(200)
            .says("92 rows: 90 taken, 2 refused");
        assert_eq!(asks_here(town), 90);

        // Importing it again, or a newer one, updates instead of doubling.
        take(&sam, MAP, &file).expect(200);
        assert_eq!(asks_here(town), 90);
        let newer = file.replace("No longer taking donations", "Taking donations again");
        assert_ne!(newer, file);
        take(&sam, MAP, &newer).expect(200);
        assert_eq!(asks_here(town), 90);

        // Undoing the newest brings back what was; undoing the first empties the table.
        let undo = |sam: &Browser| {
            let page = sam.get("/import").expect(200);
            let id = page.between("action=\"/import/", "/undo\"");
            sam.post(&format!("/import/{id}/undo"), &[]).expect(303);
        };
        (0..3).for_each(|_| undo(&sam));
        assert_eq!(asks_here(town), 0);
    });
}

#[test]
fn what_somebody_has_heard_is_not_undone() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let file = "words,contact,key\nsoup,555 0101,1\nbread,555 0102,2\n";
        let map = "words = [{ column = \"words\" }]\ncontact = [\"contact\"]\nkey = [\"key\"]\n";
        take(&sam, map, file)
            .expect(200)
            .says("2 rows: 2 taken, 0 refused");
        let shift = sam.get("/shift").expect(200);
        let soup = super::tools::ask_on(&shift, "soup");
        let heard = [
            ("words", "soup, please"),
            ("contact", "555 0101"),
            ("share_words", "yes"),
        ];
        sam.post(&format!("/asks/{soup}/hear"), &heard).expect(303);
        let page = sam.get("/import").expect(200);
        let id = page.between("action=\"/import/", "/undo\"");
        let answer = sam.post(&format!("/import/{id}/undo"), &[]).expect(303);
        assert!(answer.location().ends_with("batch-partly-undone"));
        assert_eq!(asks_here(town), 1);
    });
}

#[test]
fn broken_files_get_a_sentence_and_the_rest_goes_on() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let map = "words = [{ column = \"words\" }]\ncontact = [\"contact\"]\n";
        let mut broken = b"words,contact\nsoup,555 0101\nbad \xff\xfe byte,555 0102\n".to_vec();
        broken.extend_from_slice(b"bread,555 0103\n");
        look(&sam, map, &broken)
            .expect(200)
            .says("3 rows: 2 taken, 1 refused")
            .says("Line 3, column 1");
        let mut huge = b"words,contact\n".to_vec();
        huge.extend(std::iter::repeat_n(b'x', 1_200_000));
        huge.extend_from_slice(b",555\nsoup,555 0101\n");
        look(&sam, map, &huge)
            .expect(200)
            .says("2 rows: 1 taken, 1 refused")
            .says("Line 2");
        look(&sam, map, b"").expect(422).says("Choose a file");
        look(&sam, "words = [{ column = \"nope\" }]", b"words\nsoup\n")
            .expect(422)
            .says("nope");
        assert_eq!(asks_here(town), 0);
    });
}

#[test]
fn fifty_megabytes_get_a_sentence() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let file = vec![b'x'; 50_000_000];
        look(&sam, "", &file)
            .expect(413)
            .says("more than can be sent at once");
        let small = "words,contact\nsoup,555 0101\n";
        look(&sam, "", small.as_bytes()).expect(200);
    });
}

#[test]
fn only_the_shift_brings_files_in() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        bo.get("/import").expect(404);
        look(&bo, "", b"words\nsoup\n").expect(404);
        take(&bo, "", "words\nsoup\n").expect(404);
    });
}

/// The mark by which a row is known again dies with its key, but not before its ask can.
#[test]
fn a_newer_file_updates_across_the_turn_of_a_quarter() {
    on_both(|town| {
        town.set_clock("2026-03-30 10:00");
        let map = "words = [{ column = \"words\" }]\ncontact = [\"contact\"]\nkey = [\"key\"]\n";
        let file = "words,contact,key\nsoup,555 0101,555 0101\n";
        take(&on_shift(town, "Sam"), map, file).expect(200);
        town.until("2026-04-20 10:00");
        take(&on_shift(town, "Sam"), map, &file.replace("soup", "bread")).expect(200);
        assert_eq!(asks_here(town), 1);
        on_shift(town, "Sam")
            .get("/shift")
            .expect(200)
            .says("bread")
            .says_not("soup");
    });
}
