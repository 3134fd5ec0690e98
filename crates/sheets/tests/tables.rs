//! Tables go out safe and come in the same.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use jiff::tz::TimeZone;
use proptest::prelude::*;
use sheets::{Column, FileRefused, Options, Table, TableError, Why, read_table, write_table};

fn options() -> Options {
    Options::in_zone(TimeZone::UTC)
}

fn written(columns: &[Column], rows: &[Vec<String>]) -> String {
    let mut out = Vec::new();
    let count = write_table(columns, rows, &mut out).unwrap();
    assert_eq!(count, rows.len() as u64);
    String::from_utf8(out).unwrap()
}

fn one(cell: &str) -> String {
    let text = written(&[Column::plain("a")], &[vec![cell.to_owned()]]);
    let cell = text.strip_prefix("\"a\"\r\n\"").unwrap();
    cell.strip_suffix("\"\r\n").unwrap().to_owned()
}

#[test]
fn headers_say_who_may_see() {
    let columns = [Column::plain("code"), Column::labelled("contact", "named")];
    let rows = [vec!["FERN-42".to_owned(), "555 \"0142\"".to_owned()]];
    let text = written(&columns, &rows);
    assert_eq!(
        text,
        "\"code\",\"contact [named]\"\r\n\"FERN-42\",\"555 \"\"0142\"\"\"\r\n"
    );
    let table = Table {
        columns: columns.to_vec(),
        rows: rows.to_vec(),
        refused: Vec::new(),
    };
    assert_eq!(read_table(text.as_bytes(), &options()), Ok(table));
}

#[test]
fn nothing_that_is_written_runs() {
    for cell in [
        "=1+1", "+1", "-1", "@x", "\tx", "\rx", "  =1", " \n=1", "\u{a0}@x", "＝1", "'=1",
    ] {
        assert_eq!(one(cell), format!("'{cell}"));
    }
    for cell in ["", "1+1", "a=b", "'quoted'", "don't", "'", "#N/A"] {
        assert_eq!(one(cell), cell);
    }
}

#[test]
fn mistakes_of_the_program_are_told() {
    let columns = [Column::plain("a"), Column::plain("b")];
    let out = || Vec::<u8>::new();
    let width = write_table(&columns, [["1", "2"].to_vec(), ["3"].to_vec()], out());
    assert!(matches!(
        width,
        Err(TableError::Width {
            row: 2,
            cells: 1,
            columns: 2
        })
    ));
    let none: [[&str; 0]; 0] = [];
    assert!(matches!(
        write_table(&[], none, out()),
        Err(TableError::NoColumns)
    ));
    let name = write_table(&[Column::plain("a [b]")], none, out());
    assert!(matches!(name, Err(TableError::ColumnName { number: 1 })));
}

#[test]
fn a_row_that_was_broken_by_hand_is_refused() {
    let text = "a,b\n1,2\n3\n4,5,6\n7,\"8\"x\n'=9,10\n";
    let table = read_table(text.as_bytes(), &options()).unwrap();
    assert_eq!(table.rows, [["1", "2"], ["=9", "10"]]);
    let whys: Vec<&str> = table
        .refused
        .iter()
        .map(|row| row.why.message_key())
        .collect();
    assert_eq!(
        whys,
        [
            Why::TooFewCells {
                cells: 1,
                columns: 2
            }
            .message_key(),
            Why::TooManyCells {
                cells: 3,
                columns: 2
            }
            .message_key(),
            Why::TextAfterQuote.message_key(),
        ]
    );
    assert_eq!(read_table(&b""[..], &options()), Err(FileRefused::Empty));
}

fn cell() -> impl Strategy<Value = String> {
    // A zero byte is no text: no table has one.
    prop_oneof!["['=+\\-@\t\r\n \",;a]{0,6}", "[^\0]{0,12}"]
}

proptest! {
    #[test]
    fn a_table_reads_back_as_it_was(
        (width, rows) in (1usize..5).prop_flat_map(|width| {
            let row = proptest::collection::vec(cell(), width);
            (Just(width), proptest::collection::vec(row, 0..12))
        }),
        labelled in any::<bool>(),
    ) {
        let columns: Vec<Column> = (0..width)
            .map(|n| match labelled {
                true => Column::labelled(&format!("=column {n}"), "the shift"),
                false => Column::plain(&format!("-column {n}")),
            })
            .collect();
        let text = written(&columns, &rows);
        let table = read_table(text.as_bytes(), &options()).unwrap();
        prop_assert_eq!(table.columns, columns);
        prop_assert_eq!(table.rows, rows);
        prop_assert_eq!(table.refused, []);
    }

    #[test]
    fn no_cell_of_a_table_begins_like_a_formula(cell in cell()) {
        let text = one(&cell);
        prop_assert!(!text.trim_start().starts_with(['=', '+', '-', '@']));
        prop_assert!(!text.starts_with(['\t', '\r']));
    }
}
