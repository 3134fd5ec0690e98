//! A real file: the needs that people in Houston kept during the flood of 2017.
//!
//! The figures are those written down beside the file, in `expected.json`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiff::tz::TimeZone;
use serde_json::Value;
use sheets::{Kind, Map, Note, Options, Reading, Row, Why, WordsPart};

fn data(name: &str) -> Vec<u8> {
    let folder = "../../../shared/data/harvey-needs-2017";
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join(folder)
        .join(name);
    std::fs::read(&path).unwrap_or_else(|error| {
        panic!("this test needs {folder}/{name} beside the repository: {error}")
    })
}

fn expected() -> Value {
    serde_json::from_slice(&data("expected.json")).unwrap()
}

fn expected_count(figure: &str) -> usize {
    let count = expected()[figure].as_u64().unwrap();
    usize::try_from(count).unwrap()
}

fn map() -> Map {
    Map::from_toml(include_str!("../examples/harvey-needs.toml")).unwrap()
}

fn read(map: &Map) -> Reading {
    let options = Options::in_zone(TimeZone::UTC);
    sheets::read(&data("needs.csv")[..], map, &options).unwrap()
}

/// Every row with one column for its words.
fn one_column(column: &str) -> Reading {
    read(&Map {
        words: vec![WordsPart {
            column: column.to_owned(),
            ..WordsPart::default()
        }],
        ..Map::default()
    })
}

/// The whole of Holdfast's map, with the rows outside Texas left in.
fn everywhere() -> Reading {
    read(&Map {
        within: None,
        ..map()
    })
}

fn count(rows: &[Row], fits: impl Fn(&Row) -> bool) -> usize {
    rows.iter().filter(|row| fits(row)).count()
}

fn count_noted(rows: &[Row], fits: impl Fn(&Note) -> bool) -> usize {
    count(rows, |row| row.notes.iter().any(&fits))
}

#[test]
fn ninety_two_rows_ninety_taken_two_refused() {
    let reading = read(&map());
    let needs = expected_count("needs");
    let outside = expected_count("needs_outside_texas");
    assert_eq!(reading.totals.rows, needs as u64);
    assert_eq!(reading.rows.len(), needs - outside);
    assert_eq!(reading.refused.len(), outside);
    let (key, args) = reading.totals.closing_line();
    assert_eq!(key, "sheet-closing-line");
    let numbers: Vec<&str> = args.iter().map(|(_, number)| number.as_str()).collect();
    assert_eq!(numbers, ["92", "90", "2"]);
}

#[test]
fn the_two_in_new_york_are_refused_by_their_latitude() {
    for refused in read(&map()).refused {
        assert_eq!(refused.column.as_deref(), Some("latitude"));
        assert_eq!(refused.column_number, Some(6));
        let Why::Outside {
            latitude,
            longitude,
        } = refused.why
        else {
            panic!("{refused:?}");
        };
        assert!(latitude > 41.0 && longitude > -75.0);
    }
}

#[test]
fn the_flags_are_said_where_they_are_ticked() {
    let rows = everywhere().rows;
    assert_eq!(rows.len(), expected_count("needs"));
    let says = |line: &'static str| count(&rows, |row| row.words.lines().any(|said| said == line));
    assert_eq!(
        says("Volunteers needed"),
        expected_count("needs_volunteers_needed")
    );
    assert_eq!(
        says("Supplies needed"),
        expected_count("needs_supplies_needed")
    );
    let things = count(&rows, |row| row.kind == Kind::Things);
    assert_eq!(things, expected_count("needs_supplies_needed"));
    assert!(rows.iter().all(|row| row.language.as_deref() == Some("en")));
}

#[test]
fn the_row_with_nothing_but_flags_is_taken_and_doubted() {
    let rows = read(&map()).rows;
    let bare: Vec<&Row> = rows.iter().filter(|row| row.place.is_none()).collect();
    let [bare] = bare[..] else { panic!("{bare:?}") };
    assert_eq!(bare.words, "Volunteers needed\nSupplies needed");
    assert_eq!((bare.received, bare.contact.as_ref()), (None, None));
    let column = "updatedAt".to_owned();
    let typed = "baddate".to_owned();
    assert_eq!(
        bare.notes,
        [
            Note::NoCoordinates,
            Note::NobodyToReach,
            Note::ReceivedUnreadable { column, typed },
            Note::KeyFromContent,
        ]
    );
}

#[test]
fn without_coordinates() {
    let noted = count_noted(&read(&map()).rows, |note| *note == Note::NoCoordinates);
    assert_eq!(noted, expected_count("needs_without_coordinates"));
}

#[test]
fn embedded_newlines() {
    // A row whose cells hold line breaks spans more than one line: the next starts further down.
    let mut starts: Vec<u64> = everywhere().rows.iter().map(|row| row.line).collect();
    let breaks = data("needs.csv")
        .iter()
        .filter(|&&byte| byte == b'\n')
        .count();
    starts.push(breaks as u64 + 1);
    let spanning = starts
        .windows(2)
        .filter(|pair| pair[1] - pair[0] > 1)
        .count();
    assert_eq!(spanning, expected_count("needs_rows_with_embedded_newline"));
}

#[test]
fn rows_are_where_an_editor_shows_them() {
    let file = String::from_utf8(data("needs.csv")).unwrap();
    let lines: Vec<&str> = file.split('\n').collect();
    for row in one_column("timestamp").rows {
        let line = lines[usize::try_from(row.line).unwrap() - 1];
        assert!(line.starts_with(&row.words), "line {}: {line}", row.line);
    }
}

#[test]
fn every_shape_of_time_stamp_is_read() {
    let typed = one_column("timestamp");
    let mut shapes = BTreeMap::<String, u64>::new();
    for row in &typed.rows {
        let shape = row.words.replace(|sign: char| sign.is_ascii_digit(), "9");
        *shapes.entry(shape).or_default() += 1;
    }
    shapes.insert(String::new(), typed.totals.refused);
    let known: BTreeMap<String, u64> =
        serde_json::from_value(expected()["needs_timestamp_shapes"].clone()).unwrap();
    assert_eq!(shapes, known);

    let received: BTreeMap<u64, _> = everywhere()
        .rows
        .into_iter()
        .map(|row| (row.line, row.received))
        .collect();
    for row in &typed.rows {
        let at = received[&row.line].unwrap_or_else(|| panic!("{} is not read", row.words));
        let day = TimeZone::get("America/Chicago")
            .unwrap()
            .to_datetime(at)
            .date();
        assert!(
            (28..=31).contains(&day.day()) || day.month() == 9,
            "{}: {day}",
            row.words
        );
        assert_eq!(day.year(), 2017);
    }
    assert_eq!(received.values().flatten().count(), typed.rows.len());
}

#[test]
fn what_was_typed_goes_before_what_a_program_made_of_it() {
    let with = |columns: &[&str]| {
        let received = columns.iter().map(|&column| column.to_owned()).collect();
        read(&Map {
            received,
            within: None,
            ..map()
        })
        .rows
    };
    let updated = with(&["updatedAt"]);
    let bad = count_noted(&updated, |note| {
        matches!(note, Note::ReceivedUnreadable { .. })
    });
    assert_eq!(bad, expected_count("needs_bad_updatedAt"));

    // A program read 9/1 as the ninth of January; nobody here does.
    let january = |row: &Row| {
        row.received
            .is_some_and(|at| at.to_string().starts_with("2017-01"))
    };
    assert_eq!(count(&updated, january), 19);
    assert_eq!(count(&with(&["timestamp", "updatedAt"]), january), 0);
}

#[test]
fn the_one_impossible_time_is_read_to_the_minute_and_said() {
    let rows = read(&map()).rows;
    let typed = "8/31/2017 19:16:99 PM".to_owned();
    let column = "timestamp".to_owned();
    let note = Note::ReceivedWithoutSeconds {
        column: column.clone(),
        typed: typed.clone(),
    };
    let found: Vec<&Row> = rows
        .iter()
        .filter(|row| row.notes.contains(&note))
        .collect();
    let [row] = found[..] else {
        panic!("{found:?}")
    };
    assert!(
        row.notes
            .contains(&Note::ReceivedTwiceMarked { column, typed })
    );
    assert_eq!(row.received.unwrap().to_string(), "2017-09-01T00:16:00Z");
}

#[test]
fn repeated_names_are_kept_apart() {
    let by_name = read(&Map {
        key: vec!["location_name".to_owned()],
        within: None,
        ..map()
    });
    let mut repeated = BTreeSet::new();
    for row in &by_name.rows {
        for note in &row.notes {
            if let Note::SameKey {
                earlier_line,
                ordinal,
            } = note
            {
                assert!(*earlier_line < row.line && *ordinal == 2);
                let key = row.key.as_deref().unwrap();
                repeated.insert(key.strip_suffix("#2").unwrap().to_owned());
            }
        }
    }
    let known = expected()["repeated_place_names_needs"].clone();
    let known: Vec<String> = serde_json::from_value(known).unwrap();
    assert_eq!(
        repeated,
        known.iter().map(|name| name.to_lowercase()).collect()
    );

    // By name and address a single site is left, entered twice.
    let rows = read(&map()).rows;
    assert_eq!(
        count_noted(&rows, |note| matches!(note, Note::SameKey { .. })),
        1
    );
}

#[test]
fn bringing_the_file_again_finds_the_same_rows() {
    let keys = |reading: &Reading| -> Vec<Option<String>> {
        reading.rows.iter().map(|row| row.key.clone()).collect()
    };
    let once = read(&map());
    assert_eq!(keys(&once), keys(&read(&map())));
    let different: BTreeSet<_> = keys(&once).into_iter().flatten().collect();
    assert_eq!(different.len(), once.rows.len());
}
