//! The rows of a file are always the rows taken and the rows refused together.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use proptest::prelude::*;
use sheets::{Map, Options, Outcome, read, read_each};

const MAP: &str = r#"
    key = ["a"]
    contact = ["b"]
    received = ["c", "d"]
    by_when = "d"
    [[words]]
    column = "e"
    [kind]
    column = "f"
    [within]
    latitude = "g"
    longitude = "h"
    south = -10
    north = 10
    west = -10
    east = 10
"#;
const HEADER: &str = "a,b,c,d,e,f,g,h\n";

fn map() -> Map {
    Map::from_toml(MAP).unwrap()
}

fn options() -> Options {
    Options::in_zone(TimeZone::get("America/Chicago").unwrap())
}

/// Cells of the kind that breaks things.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c]{0,2}",
        "[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}( [0-9]{1,2}:[0-9]{1,2}(:[0-9]{2})?( [AP]M)?)?",
        "-?[0-9]{1,3}(\\.[0-9])?",
        "[ \",;\r\n\t#|=\\\\é😀]{0,6}",
        "\\PC{0,12}",
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    proptest::collection::vec(proptest::collection::vec(cell(), 2..10), 0..20)
}

fn as_csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

proptest! {
    #[test]
    fn rows_in_are_rows_taken_and_rows_refused(rows in table()) {
        let mut file = HEADER.as_bytes().to_vec();
        file.extend(as_csv(&rows));
        let reading = read(&file[..], &map(), &options()).unwrap();
        let totals = reading.totals;
        prop_assert_eq!(totals.rows, rows.len() as u64);
        prop_assert_eq!(totals.rows, totals.taken + totals.refused);
        prop_assert_eq!(totals.taken, reading.rows.len() as u64);
        prop_assert_eq!(totals.refused, reading.refused.len() as u64);
        prop_assert!(totals.noted <= totals.taken);
        prop_assert!(reading.rows.iter().all(|row| !row.words.is_empty()));
        let keys: BTreeSet<_> = reading.rows.iter().map(|row| row.key.clone().unwrap()).collect();
        prop_assert_eq!(keys.len(), reading.rows.len());
    }

    #[test]
    fn no_bytes_at_all_break_it(
        mut tail in proptest::collection::vec(
            prop_oneof![any::<u8>(), prop::sample::select(&b"\"\"\",,;\r\n\n\t "[..])],
            0..300,
        ),
        with_header in any::<bool>(),
    ) {
        if with_header {
            tail.splice(0..0, HEADER.bytes());
        }
        let mut seen = 0;
        let mut last_line = 1;
        let mut in_order = true;
        let read = read_each(&tail[..], &map(), &options(), |outcome| {
            seen += 1;
            let (line, end) = match outcome {
                Outcome::Taken(row) => (row.line, row.line),
                Outcome::Refused(row) => (row.line, row.last_line),
            };
            in_order &= line > last_line && end >= line;
            last_line = end;
        });
        if let Ok(totals) = read {
            prop_assert_eq!(totals.rows, seen);
            prop_assert_eq!(totals.rows, totals.taken + totals.refused);
        }
        prop_assert!(in_order);
        prop_assert!(!with_header || read.is_ok());
    }

    #[test]
    fn adding_rows_below_changes_no_earlier_row(rows in table(), more in table()) {
        let mut file = HEADER.as_bytes().to_vec();
        file.extend(as_csv(&rows));
        let before = read(&file[..], &map(), &options()).unwrap();
        file.extend(as_csv(&more));
        let after = read(&file[..], &map(), &options()).unwrap();
        prop_assert_eq!(&after.rows[..before.rows.len()], &before.rows[..]);
        prop_assert_eq!(&after.refused[..before.refused.len()], &before.refused[..]);
    }
}
