//! The tests that exist, by reading the sources.

use crate::root;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Every test of the repository, named as `asvs.toml` names them.
pub fn tests_of(root: &Path) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for folder in inside(&root.join("crates")) {
        let krate = name(&folder);
        for (part, in_binary) in [("src", false), ("tests", true)] {
            let base = folder.join(part);
            for file in files(&base, "rs") {
                let module = module(&base, &file, in_binary);
                let place: Vec<_> = std::iter::once(krate.clone()).chain(module).collect();
                for test in functions(&fs::read_to_string(&file).unwrap()) {
                    known.insert(format!("{}::{test}", place.join("::")));
                }
            }
        }
    }
    for file in files(&root.join("tests/browser"), "mjs") {
        if let Some(journey) = name(&file).strip_suffix(".test.mjs") {
            for title in titles(&fs::read_to_string(&file).unwrap()) {
                known.insert(format!("browser::{journey}::{title}"));
            }
        }
    }
    known
}

fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in inside(folder) {
        if path.is_dir() && !path.ends_with("node_modules") {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The modules of a file; under `tests`, the first is the binary, whose own file is `main.rs` in a
/// folder of its name.
fn module(base: &Path, file: &Path, in_binary: bool) -> Vec<String> {
    let inner = file.strip_prefix(base).unwrap().with_extension("");
    let mut parts: Vec<String> = inner
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    let own = match parts.last().map(String::as_str) {
        Some("mod") => true,
        Some("main") => !in_binary || parts.len() == 2,
        Some("lib") => !in_binary && parts.len() == 1,
        _ => false,
    };
    if own {
        parts.pop();
    }
    parts
}

/// The functions that a test runner would run: those under `#[test]` or `#[tokio::test]`, in
/// `proptest!` as well, but not those it is told to leave out.
fn functions(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut marked = false;
    let mut ignored = false;
    for line in source.lines().map(str::trim) {
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            marked = true;
        } else if line.starts_with("#[ignore") {
            ignored = true;
        } else if let Some(function) = function(line) {
            if marked && !ignored {
                found.push(function.to_owned());
            }
            (marked, ignored) = (false, false);
        }
    }
    found
}

fn function(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let line = line.strip_prefix("async ").unwrap_or(line);
    let rest = line.strip_prefix("fn ")?;
    rest.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .next()
        .filter(|name| !name.is_empty())
}

/// The titles of journeys, as they stand in `test("…")` or `` test(`…`) ``.
fn titles(source: &str) -> Vec<&str> {
    source
        .lines()
        .filter_map(|line| {
            let rest = line.trim_start().strip_prefix("test(")?;
            let mark = rest.chars().next().filter(|c| matches!(c, '"' | '`'))?;
            rest[1..].split_once(mark).map(|(title, _)| title)
        })
        .collect()
}

#[test]
fn tests_are_found_where_a_runner_finds_them() {
    let source = [
        "#[test]",
        "fn one() {}",
        "fn helper() {}",
        "#[tokio::test(flavor = \"current_thread\")]",
        "async fn two() {}",
        "proptest! {",
        "    /// Any words.",
        "    #[test]",
        "    fn three(words in \"x\") {}",
        "}",
        "#[test]",
        "#[ignore]",
        "fn left_out() {}",
        "// #[test]",
        "pub fn four() {}",
    ];
    assert_eq!(functions(&source.join("\n")), ["one", "two", "three"]);
    let journeys =
        "test(\"one way\", async () => {\n  test(`another ${way}`, async () => {\nbest(\"x\");";
    assert_eq!(titles(journeys), ["one way", "another ${way}"]);
    let place = |file: &str, binary| module(Path::new("a"), &Path::new("a").join(file), binary);
    assert_eq!(place("lib.rs", false), Vec::<String>::new());
    assert_eq!(place("rules/mod.rs", false), ["rules"]);
    assert_eq!(place("rules/ask.rs", false), ["rules", "ask"]);
    assert_eq!(place("lints.rs", true), ["lints"]);
    assert_eq!(place("access/main.rs", true), ["access"]);
    assert_eq!(place("stories/door.rs", true), ["stories", "door"]);
    let here = tests_of(&root());
    for known in [
        "holdfast::asvs::known::tests_are_found_where_a_runner_finds_them",
        "holdfast::access::the_permission_picture_is_as_it_was_agreed",
        "browser::pages::the first Tab leads past the header",
    ] {
        assert!(here.contains(known), "{known}");
    }
}
