//! `holdfast export`.

use holdfast::{
    commands::export::{Export, export},
    owners::{OsChance, Owners},
    settings::Settings,
    testing::{Town, on_both},
};
use std::{os::unix::fs::PermissionsExt, path::Path, sync::Arc};

fn run(town: &Town, out: &Path, permit: Option<&str>) -> Result<String, String> {
    let settings = Settings {
        data: town.folder().to_owned(),
        database_url: town.postgres_url(),
        ..Settings::default()
    };
    let owners = Owners {
        clock: town.clock.clone(),
        chance: Arc::new(OsChance),
    };
    let asked = Export {
        out: out.to_owned(),
        permit: permit.map(str::to_owned),
    };
    let mut said = Vec::new();
    export(&asked, &settings, &owners, &mut said).map_err(|trouble| trouble.to_string())?;
    Ok(String::from_utf8(said).unwrap())
}

#[test]
fn everything_comes_back_once_two_have_said_yes() {
    on_both(|town| {
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("all");
        let alone = run(town, &out, None).unwrap_err();
        assert!(
            alone.contains("takes two people") && alone.contains("/two-people"),
            "{alone}"
        );
        assert!(
            run(town, &out, Some("guess"))
                .unwrap_err()
                .contains("was never given")
        );
        assert!(!out.exists());

        let word = town.two_agree_to_export();
        // Where it cannot be written, the word is still good.
        let nowhere = place.path().join("no/such/place");
        assert!(run(town, &nowhere, Some(&word)).is_err());
        let said = run(town, &out, Some(&word)).unwrap();
        assert!(said.starts_with(|c: char| c.is_ascii_digit()), "{said}");
        assert!(
            run(town, &place.path().join("again"), Some(&word)).is_err(),
            "only once"
        );

        let json = std::fs::read(out.join("network.json")).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
        for (name, table) in json.as_object().unwrap() {
            let path = out.join(format!("{name}.csv"));
            assert_eq!(
                std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
                0o600
            );
            let file = std::fs::File::open(path).unwrap();
            let options = sheets::Options::in_zone(jiff::tz::TimeZone::UTC);
            let read = sheets::read_table(file, &options).unwrap();
            assert!(read.refused.is_empty());
            let rows = table["rows"].as_array().unwrap();
            assert_eq!(rows.len(), read.rows.len(), "{name}");
            for (row, cells) in rows.iter().zip(&read.rows) {
                for (column, cell) in read.columns.iter().zip(cells) {
                    assert_eq!(row[&column.name], **cell, "{name}");
                    let audience = &table["audiences"][&column.name];
                    assert_eq!(Some(audience.as_str().unwrap()), column.audience.as_deref());
                }
            }
        }
        let people = std::fs::read_to_string(out.join("people.csv")).unwrap();
        assert!(
            people.contains("\"handle [network]\"") && people.contains("\"Kezia\""),
            "{people}"
        );
    });
}

#[test]
fn the_word_is_good_for_an_hour() {
    on_both(|town| {
        let place = tempfile::tempdir().unwrap();
        let word = town.two_agree_to_export();
        town.pass(3600);
        assert!(run(town, &place.path().join("late"), Some(&word)).is_err());
        assert!(!place.path().join("late").exists());
    });
}
