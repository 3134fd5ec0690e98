//! What is said of rhythms: every message that is named by its key stands in both languages, and a
//! rhythm in words has the same days and hours as the rule.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

use std::{fs, path::Path};

/// The build checks keys that are said at once; notes and rows carry theirs to whoever says them.
#[test]
fn every_note_has_its_sentence_in_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut keys = Vec::new();
    for file in ["draft.rs", "import.rs", "map.rs"] {
        let code = fs::read_to_string(root.join("src/deeds").join(file)).unwrap();
        let quoted = code.split('"').skip(1).step_by(2).map(str::to_owned);
        let starts = ["table-note-", "table-row-", "tables-map-"];
        keys.extend(quoted.filter(|word| starts.iter().any(|start| word.starts_with(start))));
    }
    assert!(keys.len() > 14, "{keys:?}");
    for lang in ["en", "es"] {
        let sentences = fs::read_to_string(root.join(format!("locales/{lang}.ftl"))).unwrap();
        for key in &keys {
            let there = sentences
                .lines()
                .any(|line| line.starts_with(&format!("{key} = ")));
            assert!(there, "{key} in {lang}");
        }
    }
}
