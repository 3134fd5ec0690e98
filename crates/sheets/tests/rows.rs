//! One by one, what can be wrong with a file and with a row.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use jiff::tz::TimeZone;
use sheets::{FileRefused, Kind, Map, Note, Options, Outcome, Reading, Why, read, read_each};

const MAP: &str = r#"
    key = ["Phone"]
    contact = ["Name", "Phone"]
    received = ["When", "Then"]
    by_when = "Until"
    [[words]]
    column = "What"
    [kind]
    rules = [{ column = "What", contains = "Spare tyre", kind = "repair" }]
    column = "Kind"
    [area]
    rules = [{ column = "Where", contains = "north", area = "North side" }]
    always = "Elsewhere"
    [language]
    column = "Tongue"
    always = "en"
"#;
const HEADER: &str = "When,Then,Name,Phone,What,Kind,Where,Until,Tongue\n";

fn options() -> Options {
    Options::in_zone(TimeZone::UTC)
}

fn map() -> Map {
    Map::from_toml(MAP).unwrap()
}

fn read_bytes(bytes: &[u8]) -> Result<Reading, FileRefused> {
    read(bytes, &map(), &options())
}

/// Rows under the header.
fn rows(text: &str) -> Reading {
    read_bytes(format!("{HEADER}{text}").as_bytes()).unwrap()
}

#[test]
fn a_whole_row() {
    let reading = rows(
        "8/31/2017 17:31,,Gus,555 0142,\"Food for 3,\r\n cant \"\"leave\"\" house\",comida,\
         12 North St,9/1/2017,Español\r\n",
    );
    let row = &reading.rows[0];
    assert_eq!(row.line, 2);
    assert_eq!(row.words, "Food for 3,\n cant \"leave\" house");
    assert_eq!(row.contact.as_deref(), Some("Gus, 555 0142"));
    assert_eq!((row.kind, row.place.as_ref()), (Kind::Food, None));
    assert_eq!(row.area.as_deref(), Some("North side"));
    assert_eq!(row.by_when.unwrap().to_string(), "2017-09-01");
    assert_eq!(row.received.unwrap().to_string(), "2017-08-31T17:31:00Z");
    assert_eq!(row.language.as_deref(), Some("es"));
    assert_eq!(row.key.as_deref(), Some("555 0142"));
    assert_eq!(row.notes, []);
}

#[test]
fn doubts_are_noted_and_the_row_is_taken() {
    let reading = rows(
        "soon,2017-08-31,,,A spare tyre and a jack,,Harbour,Friday,Kreyòl\n\
                        soon,,Ana,555,Paint,artwork\n",
    );
    let [one, two] = &reading.rows[..] else {
        unreachable!()
    };
    let keys =
        |notes: &[Note]| -> Vec<&'static str> { notes.iter().map(Note::message_key).collect() };
    assert_eq!(
        (one.kind, one.area.as_deref()),
        (Kind::Repair, Some("Elsewhere"))
    );
    assert_eq!(one.language.as_deref(), Some("Kreyòl"));
    assert_eq!(
        keys(&one.notes),
        [
            "sheet-note-nobody-to-reach",
            "sheet-note-by-when-unreadable",
            "sheet-note-received-from-other",
            "sheet-note-received-without-hour",
            "sheet-note-key-from-content",
        ]
    );
    assert_eq!(one.notes[2].args()[2], ("typed", "soon".to_owned()));
    assert_eq!((two.kind, two.received), (Kind::Other, None));
    assert_eq!(
        keys(&two.notes),
        [
            "sheet-note-kind-unknown",
            "sheet-note-received-unreadable",
            "sheet-note-short-row",
        ]
    );
    assert_eq!(reading.totals.noted, 2);
    let noted = ("sheet-closing-noted", vec![("noted", "2".to_owned())]);
    assert_eq!(reading.totals.noted_line(), Some(noted));
}

#[test]
fn a_row_that_is_not_text_is_refused_and_the_others_go_on() {
    let mut file = HEADER.as_bytes().to_vec();
    file.extend(b",,A,1,tea,,,,\n,,B\xE9a,2,tea,,,,\n,,C,3,te\0a,,,,\n,,D,4,tea,,,,\n");
    let reading = read_bytes(&file).unwrap();
    assert_eq!(reading.rows.len(), 2);
    let [latin, zero] = &reading.refused[..] else {
        unreachable!()
    };
    assert_eq!((latin.line, latin.column.as_deref()), (3, Some("Name")));
    assert_eq!((zero.line, zero.column_number), (4, Some(5)));
    assert_eq!((&latin.why, &zero.why), (&Why::NotText, &Why::NotText));
    assert_eq!(latin.whereabouts().0, "sheet-where-column");
}

#[test]
fn a_comma_too_many_is_refused_unless_nothing_is_behind_it() {
    let reading = rows(",,A,1,tea, and bread,,,,,\n,,B,2,tea,,,,,,,\n,,C,3,tea,and,bread,,,555\n");
    assert_eq!(reading.rows.len(), 2);
    let too_many = Why::TooManyCells {
        cells: 10,
        columns: 9,
    };
    assert_eq!(reading.refused[0].why, too_many);
    assert_eq!(reading.refused[0].line, 4);
}

#[test]
fn quotation_marks_never_merge_two_people_in_silence() {
    let open = rows(",,A,1,tea,,,,\n,,B,2,\"tea,,,,\n,,C,3,tea,,,,\n");
    assert_eq!((open.totals.taken, open.totals.refused), (1, 1));
    let refused = &open.refused[0];
    assert_eq!((refused.line, refused.last_line), (3, 5));
    assert_eq!(refused.why, Why::QuoteNotClosed);
    assert_eq!(refused.whereabouts().0, "sheet-where-lines");

    let merged = rows(",,A,1,\"tea,,,,\n,,B,2,\"milk\",,,,\n,,C,3,tea,,,,\n");
    assert_eq!(merged.refused[0].why, Why::TextAfterQuote);
    assert_eq!(
        (merged.refused[0].line, merged.refused[0].last_line),
        (2, 3)
    );
    assert_eq!(merged.rows[0].line, 4);
}

#[test]
fn without_words_there_is_no_ask() {
    let reading = rows(",,A,1, \t ,food,,,\n,,,,,,,,\n\n\n,,B,2,tea,,,,\n");
    assert_eq!(reading.totals.refused, 2);
    assert_eq!(reading.refused[0].why, Why::NoWords);
    assert_eq!(reading.rows[0].line, 6);
}

#[test]
fn a_row_over_a_megabyte_is_refused() {
    let long = format!(",,A,1,{},,,,\n,,B,2,tea,,,,\n", "x".repeat(1_000_000));
    let reading = rows(&long);
    assert!(matches!(reading.refused[0].why, Why::TooLong { .. }));
    assert_eq!(reading.rows[0].line, 3);
}

#[test]
fn a_file_over_the_limit_is_refused_whole() {
    let file = format!("{HEADER}{}", ",,A,1,tea,,,,\n".repeat(10));
    let max_bytes = file.len() as u64 - 1;
    let small = Options {
        max_bytes,
        ..options()
    };
    let refused = read(file.as_bytes(), &map(), &small);
    assert_eq!(refused, Err(FileRefused::TooBig { max_bytes }));
    let enough = Options {
        max_bytes: max_bytes + 1,
        ..options()
    };
    assert!(read(file.as_bytes(), &map(), &enough).is_ok());
}

#[test]
fn files_that_are_no_table() {
    assert_eq!(read_bytes(b""), Err(FileRefused::Empty));
    assert_eq!(read_bytes(b"\xEF\xBB\xBF\r\n\n"), Err(FileRefused::Empty));
    assert_eq!(read_bytes(b"PK\x03\x04..."), Err(FileRefused::Workbook));
    assert_eq!(read_bytes(b"\xFF\xFEW\0"), Err(FileRefused::Utf16));
    let broken = FileRefused::HeaderBroken { last_line: 2 };
    assert_eq!(read_bytes(b"When,\"Then\n"), Err(broken));
    let not_text = FileRefused::HeaderNotText { column_number: 2 };
    assert_eq!(read_bytes(b"When,Th\xE9n\n"), Err(not_text));
    let empty = rows("");
    assert_eq!(empty, Reading::default());
}

#[test]
fn a_missing_column_is_named() {
    let refused = read_bytes(b"When,Then,Name,Phone,Kind,Where,Until,Tongue\n").unwrap_err();
    assert_eq!(refused.message_key(), "sheet-column-missing");
    assert_eq!(refused.args()[0], ("column", "What".to_owned()));
    assert_eq!(refused.args()[1], ("part", "words".to_owned()));
}

#[test]
fn columns_that_stand_twice_are_numbered() {
    let file = b"Notes,NOTES,Notes\none,two,three\n";
    let read_column = |column: &str| {
        let map = Map::from_toml(&format!("words = [{{ column = \"{column}\" }}]")).unwrap();
        read(&file[..], &map, &options()).map(|reading| reading.rows[0].words.clone())
    };
    assert_eq!(read_column("NOTES").as_deref(), Ok("two"));
    assert_eq!(read_column("Notes#2").as_deref(), Ok("two"));
    assert_eq!(read_column("Notes#3").as_deref(), Ok("three"));
    let column = "Notes".to_owned();
    let part = "words";
    assert_eq!(
        read_column("Notes"),
        Err(FileRefused::ColumnTwice { column, part })
    );
    assert!(read_column("Notes#4").is_err());
}

#[test]
fn the_delimiter_is_seen_from_the_header() {
    let map =
        Map::from_toml("contact = [\"Tel\"]\nwords = [{ column = \"Qué (pan, té, leche)\" }]");
    let map = map.unwrap();
    for delimiter in [";", "\t"] {
        let file = format!("\u{feff}Qué (pan, té, leche){delimiter}Tel\r\npan{delimiter}555\r\n");
        let reading = read(file.as_bytes(), &map, &options()).unwrap();
        assert_eq!(reading.rows[0].contact.as_deref(), Some("555"));
    }
    let named = Map {
        delimiter: Some(sheets::Delimiter::Comma),
        ..map
    };
    assert!(read("Qué (pan, té, leche);Tel\n".as_bytes(), &named, &options()).is_err());
}

#[test]
fn no_two_rows_have_one_key() {
    let reading = rows(
        ",,A,1,tea,,,,\n,,B,1,milk,,,,\n,,C,1#2,bread,,,,\n,,D,,salt,,,,\n,,D,,salt,,,,\n\
         ,,E, 1 ,,,,,\n,,F,1,oil,,,,\n",
    );
    let keys: Vec<&str> = reading
        .rows
        .iter()
        .filter_map(|row| row.key.as_deref())
        .collect();
    // The row of E is refused, but it still counts: who F is does not hang on whether E is mended.
    assert_eq!(keys[..3], ["1", "1#2", "1\\#2"]);
    assert_eq!(keys[4], format!("{}#2", keys[3]));
    assert_eq!(keys[5], "1#4");
    let note = Note::SameKey {
        earlier_line: 2,
        ordinal: 2,
    };
    assert_eq!(reading.rows[1].notes.last(), Some(&note));
}

#[test]
fn the_box_may_cross_the_date_line() {
    let map = Map::from_toml(
        r#"
        words = [{ column = "what" }]
        within = { latitude = "lat", longitude = "lng", south = -20, north = -15, west = 176, east = -178 }
        "#,
    )
    .unwrap();
    let file =
        "what;lat;lng\na;-18;178\nb;-18;-179,5\nc;-18;0\nd;18;178\ne;-18;east\nf;-18;\ng;NaN;1";
    let reading = read(file.as_bytes(), &map, &options()).unwrap();
    let words: Vec<&str> = reading.rows.iter().map(|row| row.words.as_str()).collect();
    assert_eq!(words, ["a", "b", "e", "f", "g"]);
    assert_eq!(
        reading.rows[2].notes[0].message_key(),
        "sheet-note-coordinates-unreadable"
    );
    assert_eq!(
        reading.rows[4].notes[0].message_key(),
        "sheet-note-coordinates-unreadable"
    );
    assert_eq!(reading.rows[3].notes, [Note::NoCoordinates]);
    let columns: Vec<_> = reading
        .refused
        .iter()
        .map(|row| row.column.as_deref())
        .collect();
    assert_eq!(columns, [Some("lng"), Some("lat")]);
}

#[test]
fn a_visitor_sees_the_rows_in_order() {
    let file = format!("{HEADER},,A,1,tea,,,,\n,,B,2,,,,,\n,,C,3,milk,,,,\n");
    let mut lines = Vec::new();
    let totals = read_each(
        file.as_bytes(),
        &map(),
        &options(),
        |outcome| match outcome {
            Outcome::Taken(row) => lines.push((row.line, true)),
            Outcome::Refused(row) => lines.push((row.line, false)),
        },
    );
    assert_eq!(lines, [(2, true), (3, false), (4, true)]);
    let totals = totals.unwrap();
    assert_eq!((totals.rows, totals.taken, totals.refused), (3, 2, 1));
}
