//! `asvs.toml` holds to its form, has every item of levels 1 and 2, and names tests that exist.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod known;

use known::tests_of;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// How many items of level 1 and of level 2 each section of the standard has (5.0.0). Within a
/// section they are numbered from 1, those of level 1 first; sections of level 3 alone are left out.
const EXPECTED: &[(&str, usize, usize)] = &[
    ("V1.1", 0, 2),
    ("V1.2", 5, 4),
    ("V1.3", 2, 9),
    ("V1.4", 0, 3),
    ("V1.5", 1, 1),
    ("V2.1", 1, 2),
    ("V2.2", 2, 1),
    ("V2.3", 1, 3),
    ("V2.4", 0, 1),
    ("V3.2", 2, 0),
    ("V3.3", 1, 3),
    ("V3.4", 2, 4),
    ("V3.5", 3, 2),
    ("V3.7", 0, 2),
    ("V4.1", 1, 2),
    ("V4.2", 0, 1),
    ("V4.3", 0, 2),
    ("V4.4", 1, 3),
    ("V5.1", 0, 1),
    ("V5.2", 2, 1),
    ("V5.3", 2, 0),
    ("V5.4", 0, 3),
    ("V6.1", 1, 2),
    ("V6.2", 8, 4),
    ("V6.3", 2, 2),
    ("V6.4", 2, 2),
    ("V6.5", 0, 5),
    ("V6.6", 0, 3),
    ("V6.8", 0, 4),
    ("V7.1", 0, 3),
    ("V7.2", 4, 0),
    ("V7.3", 0, 2),
    ("V7.4", 2, 3),
    ("V7.5", 0, 2),
    ("V7.6", 0, 2),
    ("V8.1", 1, 1),
    ("V8.2", 2, 1),
    ("V8.3", 1, 0),
    ("V8.4", 0, 1),
    ("V9.1", 3, 0),
    ("V9.2", 1, 3),
    ("V10.1", 0, 2),
    ("V10.2", 0, 2),
    ("V10.3", 0, 4),
    ("V10.4", 5, 6),
    ("V10.5", 0, 5),
    ("V10.6", 0, 2),
    ("V10.7", 0, 3),
    ("V11.1", 0, 2),
    ("V11.2", 0, 3),
    ("V11.3", 2, 1),
    ("V11.4", 1, 3),
    ("V11.5", 0, 1),
    ("V11.6", 0, 1),
    ("V12.1", 1, 2),
    ("V12.2", 2, 0),
    ("V12.3", 0, 4),
    ("V13.1", 0, 1),
    ("V13.2", 0, 5),
    ("V13.3", 0, 2),
    ("V13.4", 1, 4),
    ("V14.1", 0, 2),
    ("V14.2", 1, 3),
    ("V14.3", 1, 2),
    ("V15.1", 1, 2),
    ("V15.2", 1, 2),
    ("V15.3", 1, 6),
    ("V16.1", 0, 1),
    ("V16.2", 0, 5),
    ("V16.3", 0, 4),
    ("V16.4", 0, 3),
    ("V16.5", 0, 3),
    ("V17.1", 0, 1),
    ("V17.2", 0, 4),
    ("V17.3", 0, 2),
];

/// The standard's numbers with their levels, in its order.
fn of_the_standard() -> Vec<(String, i64)> {
    let items = EXPECTED.iter().flat_map(|(section, first, second)| {
        (1..=first + second).map(move |n| {
            let level = if n <= *first { 1 } else { 2 };
            (format!("{section}.{n}"), level)
        })
    });
    items.collect()
}

// ---------------------------------------------------------------- what the file says

const WORDS: &[&str] = &["level", "asks", "tests", "why", "open"];

/// Everything that is wrong with the text of `asvs.toml`, one sentence each, where `known` are the
/// tests that exist.
fn faults(text: &str, known: &BTreeSet<String>) -> Vec<String> {
    let numbers: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("[\"")?.strip_suffix("\"]"))
        .collect();
    let mut faults = out_of_order(&numbers);
    let table: toml::Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            faults.push(format!("asvs.toml cannot be read: {error}"));
            return faults;
        }
    };
    let standard: BTreeMap<_, _> = of_the_standard().into_iter().collect();
    for (number, item) in &table {
        match item.as_table() {
            Some(item) => {
                let level = standard.get(number).copied();
                faults.extend(
                    of_item(item, level, known)
                        .into_iter()
                        .map(|fault| format!("{number}: {fault}")),
                );
            }
            None => faults.push(format!("{number} is no table.")),
        }
    }
    faults
}

fn out_of_order(numbers: &[&str]) -> Vec<String> {
    let standard = of_the_standard();
    let place = |number: &str| standard.iter().position(|(n, _)| n == number);
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    let mut last = None;
    for number in numbers {
        if !seen.insert(*number) {
            faults.push(format!("{number} stands there twice."));
            continue;
        }
        match place(number) {
            None => faults.push(format!("{number} is no item of level 1 or 2.")),
            here if here < last => faults.push(format!("{number} is out of order.")),
            here => last = here,
        }
    }
    let missing = standard
        .iter()
        .filter(|(number, _)| !seen.contains(&**number));
    faults.extend(missing.map(|(number, _)| format!("{number} is missing.")));
    faults
}

fn of_item(item: &toml::Table, level: Option<i64>, known: &BTreeSet<String>) -> Vec<String> {
    let mut faults: Vec<String> = item
        .keys()
        .filter(|word| !WORDS.contains(&&***word))
        .map(|word| format!("`{word}` is not one of {WORDS:?}."))
        .collect();
    let says = |word: &str| {
        let words = item.get(word).and_then(toml::Value::as_str);
        words.is_some_and(|words| !words.trim().is_empty())
    };
    match item.get("level").and_then(toml::Value::as_integer) {
        Some(said @ (1 | 2)) if level.is_none_or(|level| level == said) => {}
        Some(said @ (1 | 2)) => faults.push(format!(
            "level {said} is not the standard's, which is {}.",
            level.unwrap_or_default()
        )),
        _ => faults.push("its level is neither 1 nor 2.".to_owned()),
    }
    if !says("asks") {
        faults.push("what it asks is missing.".to_owned());
    }
    for word in ["why", "open"] {
        if item.contains_key(word) && !says(word) {
            faults.push(format!("`{word}` says nothing."));
        }
    }
    let tests = item.get("tests").and_then(toml::Value::as_array);
    if item.contains_key("tests") && tests.is_none_or(Vec::is_empty) {
        faults.push("`tests` names none.".to_owned());
    }
    if !(item.contains_key("tests") || item.contains_key("why") || item.contains_key("open")) {
        faults.push("it has neither tests, why nor open.".to_owned());
    }
    for test in tests.into_iter().flatten() {
        match test.as_str() {
            Some(name) if known.contains(name) => {}
            Some(name) => faults.push(format!("there is no test `{name}`.")),
            None => faults.push("a test's name is no text.".to_owned()),
        }
    }
    faults
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

// ---------------------------------------------------------------- tests

#[test]
fn every_item_is_answered_and_every_test_it_names_exists() {
    let text = fs::read_to_string(root().join("asvs.toml")).unwrap();
    let faults = faults(&text, &tests_of(&root()));
    assert!(faults.is_empty(), "asvs.toml:\n{}", faults.join("\n"));
}

#[test]
fn the_standard_has_seventy_items_of_level_1_and_183_of_level_2() {
    let of = |level| {
        let items = of_the_standard().into_iter();
        items.filter(|(_, l)| *l == level).count()
    };
    assert_eq!((of(1), of(2)), (70, 183));
}

/// A file in which every item has the same lines, but for one.
fn file(but: &str, lines: &str) -> String {
    let items = of_the_standard().into_iter().map(|(number, level)| {
        if number == but {
            format!("[\"{number}\"]\n{lines}\n")
        } else {
            format!("[\"{number}\"]\nlevel = {level}\nasks = \"this\"\nwhy = \"so\"\n")
        }
    });
    items.collect()
}

#[track_caller]
fn refused(text: &str, sentences: &[&str]) {
    let known = BTreeSet::from(["store::seal::it_is_sealed".to_owned()]);
    assert_eq!(faults(text, &known), sentences);
}

#[test]
fn a_whole_file_is_taken() {
    refused(&file("", ""), &[]);
    let named = "level = 1\nasks = \"this\"\ntests = [\"store::seal::it_is_sealed\"]";
    refused(&file("V1.2.4", named), &[]);
}

#[test]
fn a_test_that_does_not_exist_is_named() {
    for wrong in [
        "store::seal::it_is_seald",
        "store::it_is_sealed",
        "seal::it_is_sealed",
        "it_is_sealed",
        "",
    ] {
        let lines = format!("level = 1\nasks = \"this\"\ntests = [\"{wrong}\"]");
        let said = format!("V1.2.4: there is no test `{wrong}`.");
        refused(&file("V1.2.4", &lines), &[&said]);
    }
}

#[test]
fn an_item_without_an_answer_is_named() {
    let said = |lines: &str, fault: &str| {
        refused(&file("V1.2.4", lines), &[&format!("V1.2.4: {fault}")]);
    };
    said(
        "level = 1\nasks = \"this\"",
        "it has neither tests, why nor open.",
    );
    said(
        "level = 1\nasks = \"this\"\ntests = []",
        "`tests` names none.",
    );
    said(
        "level = 1\nasks = \"this\"\nopen = \" \"",
        "`open` says nothing.",
    );
    said("level = 1\nwhy = \"so\"", "what it asks is missing.");
    said(
        "level = 3\nasks = \"this\"\nwhy = \"so\"",
        "its level is neither 1 nor 2.",
    );
    said(
        "level = 2\nasks = \"this\"\nwhy = \"so\"",
        "level 2 is not the standard's, which is 1.",
    );
    said(
        "level = 1\nasks = \"this\"\nwhy = \"so\"\ntest = [\"a\"]",
        "`test` is not one of [\"level\", \"asks\", \"tests\", \"why\", \"open\"].",
    );
}

#[test]
fn holes_doubles_and_disorder_are_named() {
    let whole = file("", "");
    let one = |number: &str, level: u8| {
        format!("[\"{number}\"]\nlevel = {level}\nasks = \"this\"\nwhy = \"so\"\n")
    };
    let (second, third) = (one("V1.2.2", 1), one("V1.2.3", 1));
    refused(&whole.replace(&second, ""), &["V1.2.2 is missing."]);
    let swapped = whole.replace(&format!("{second}{third}"), &format!("{third}{second}"));
    refused(&swapped, &["V1.2.2 is out of order."]);
    let of_level_3 = format!("{whole}{}", one("V1.2.10", 2));
    refused(&of_level_3, &["V1.2.10 is no item of level 1 or 2."]);
    let known = BTreeSet::new();
    let doubled = faults(&format!("{whole}{second}"), &known);
    assert_eq!(doubled[0], "V1.2.2 stands there twice.");
}
