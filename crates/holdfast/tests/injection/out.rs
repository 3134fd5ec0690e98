//! What must never come out, whatever it comes out as.

use super::corpus;
use holdfast::{
    commands::export::{Export, export},
    owners::{OsChance, Owners},
    settings::Settings,
    testing::{Answer, Town},
};
use scraper::Html;
use std::{path::Path, sync::Arc};

/// An answer of any kind.
pub fn anything(path: &str, answer: &Answer) {
    heads(answer);
    let kind = answer.header("content-type").unwrap_or_default();
    match kind.split(';').next().unwrap_or_default() {
        "text/html" => html(&answer.body),
        "text/csv" => table(answer.body.as_bytes()),
        "text/calendar" => calendar(&answer.body),
        "application/json" | "application/manifest+json" => {
            serde_json::from_str::<serde_json::Value>(&answer.body).unwrap();
        }
        "text/plain" | "text/css" | "text/javascript" | "" => {}
        other => panic!("{path} is {other}: nobody looks at what comes out of it"),
    }
}

/// What came back from a form, with these words in it.
pub fn page(answer: &Answer, words: &str) {
    assert!(answer.status < 500, "{words:?}:\n{}", answer.body);
    heads(answer);
    let to = answer.location();
    assert!(
        to.is_empty() || (to.starts_with('/') && !to.starts_with("//")),
        "{to}"
    );
    html(&answer.body);
}

fn heads(answer: &Answer) {
    for (name, value) in &answer.headers {
        assert!(!name.contains("hf"), "{name}: {value}");
        assert!(!value.contains("hf=1"), "{name}: {value}");
    }
}

/// A page: no element and no attribute of theirs, no address that runs.
pub fn html(text: &str) {
    let page = Html::parse_document(text);
    for node in page.tree.values() {
        let Some(element) = node.as_element() else {
            continue;
        };
        let name = element.name();
        assert!(!name.contains("hf"), "<{name}> in\n{text}");
        assert!(
            !matches!(name, "style" | "iframe" | "object" | "base"),
            "<{name}>"
        );
        if name == "script" || name == "img" {
            let from = element.attr("src").unwrap_or_default();
            assert!(
                from.starts_with('/') && !from.contains("hf"),
                "<{name} src={from}>"
            );
        }
        for (attribute, value) in element.attrs() {
            assert!(
                !attribute.contains("hf") && !attribute.starts_with("on"),
                "{attribute}"
            );
            if matches!(attribute, "href" | "src" | "action" | "formaction") {
                let value = value.trim().to_lowercase();
                assert!(!value.starts_with("javascript:"), "{value}");
                assert!(!value.contains("//hf"), "{value}");
                assert!(!value.starts_with("data:text"), "{value}");
            }
        }
    }
}

/// A table: no cell that a spreadsheet program would reckon with.
pub fn table(bytes: &[u8]) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    for row in reader.records() {
        for cell in &row.unwrap() {
            let bare = cell
                .trim_start_matches(['\u{feff}', '\u{200b}'])
                .trim_start();
            let formula = bare.starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}']);
            let number = bare.parse::<f64>().is_ok();
            assert!(!formula || number, "a formula: {cell:?}");
        }
    }
}

/// A calendar: whole lines, and no property of theirs.
pub fn calendar(text: &str) {
    for line in text.replace("\r\n ", "").split("\r\n") {
        assert!(!line.contains(['\n', '\r']), "a bare line end: {line:?}");
        let name = line.split([':', ';']).next().unwrap_or_default();
        assert!(!name.contains("HF") && name != "BEGIN:VALARM", "{line:?}");
        assert!(!line.starts_with("BEGIN:VALARM"), "{line:?}");
        assert!(!line.contains(";X-HF=1:"), "{line:?}");
        assert!(!(name == "RRULE" && line.contains("SECONDLY")), "{line:?}");
    }
}

/// A letter's head: only lines that are ours.
pub fn letter(text: &str) {
    let text = text.replace("\r\n", "\n");
    let head = text.split("\n\n").next().unwrap_or_default();
    for line in head.lines() {
        let line = line.to_lowercase();
        assert!(
            !line.starts_with("x-hf") && !line.starts_with("bcc"),
            "{line}"
        );
        assert!(!line.contains("hf.example"), "{line}");
    }
}

/// Letters that wait as files.
pub fn letters(folder: &Path) {
    let Ok(files) = std::fs::read_dir(folder) else {
        return;
    };
    for file in files.map(Result::unwrap) {
        letter(&std::fs::read_to_string(file.path()).unwrap());
    }
}

/// What two people take out: every table of it.
pub fn exported(town: &Town) {
    let (amara, chidi) = (town.as_person("Amara"), town.as_person("Chidi"));
    amara.post("/two-people", &[("kind", "export")]).expect(303);
    let page = chidi.get("/two-people");
    let yes = page
        .body
        .split("/two-people/")
        .filter_map(|rest| rest.split_once("/yes").map(|(id, _)| id.to_owned()))
        .find(|id| id.len() > 20 && id.len() < 40);
    let word = chidi
        .post(&format!("/two-people/{}/yes", yes.unwrap()), &[])
        .expect(200)
        .between("<p class=\"words\"><strong>", "</strong>");
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("all");
    let settings = Settings {
        data: town.folder().to_owned(),
        ..Settings::default()
    };
    let owners = Owners {
        clock: town.clock.clone(),
        chance: Arc::new(OsChance),
    };
    let asked = Export {
        out: folder.clone(),
        permit: Some(word),
    };
    export(&asked, &settings, &owners, &mut Vec::new()).unwrap();
    let (mut tables, mut theirs) = (0, 0);
    for file in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
        let bytes = std::fs::read(file.path()).unwrap();
        if file.path().extension().is_some_and(|kind| kind == "csv") {
            tables += 1;
            let text = String::from_utf8_lossy(&bytes);
            theirs += corpus::PAGES
                .iter()
                .filter(|words| text.contains(**words))
                .count();
            table(&bytes);
        }
    }
    // The walk did leave its words in what is taken out.
    assert!(tables > 3 && theirs > 10, "{tables} tables, {theirs}");
}
