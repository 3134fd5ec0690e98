//! Files of open tables: every row accounted for, doubtful ones named by line and column.

use holdfast::testing::{Town, on_both};
use std::path::Path;
use tables::{Import, Imported, Map, SourceFile, import_files};

const FILES: [(&str, &str); 3] = [
    (
        "chester_county_food_bank_pa.csv",
        include_str!("../../examples/chester-county.toml"),
    ),
    (
        "food_bank_of_western_massachusetts_ma.csv",
        include_str!("../../examples/western-massachusetts.toml"),
    ),
    (
        "toledo_northwestern_ohio_food_bank_oh.csv",
        include_str!("../../examples/northwestern-ohio.toml"),
    ),
];
const SHELTERS: &str = include_str!("../../examples/harvey-shelters.toml");

fn data(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data")
        .join(path);
    std::fs::read(&path)
        .unwrap_or_else(|e| panic!("the data of this test is not at {}: {e}", path.display()))
}

fn bring_in(town: &Town, files: &[(&str, &[u8], &str)], dry_run: bool) -> Imported {
    let read: Vec<_> = files
        .iter()
        .map(|(name, bytes, map)| (*name, *bytes, Map::from_toml(map).unwrap()))
        .collect();
    let files: Vec<SourceFile<'_>> = read
        .iter()
        .map(|(name, bytes, map)| SourceFile {
            name: (*name).to_owned(),
            bytes,
            map,
        })
        .collect();
    let import = Import {
        files: &files,
        dry_run,
    };
    let now = town.house.now();
    town.data(|conn| import_files(conn, &town.house, &import, now))
}

fn pantries() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let read = |(name, map): (&'static str, &'static str)| {
        (
            name,
            data(&format!("food-pantries-haarrrvest/dev/{name}")),
            map,
        )
    };
    FILES.into_iter().map(read).collect()
}

fn all_pantries(town: &Town, dry_run: bool) -> Imported {
    let files = pantries();
    let files: Vec<_> = files
        .iter()
        .map(|(name, bytes, map)| (*name, &bytes[..], *map))
        .collect();
    bring_in(town, &files, dry_run)
}

/// The three files of food pantries.
pub fn bring_in_all(town: &Town) {
    assert_eq!(all_pantries(town, false).totals.taken, 381);
}

fn here(town: &Town) -> Vec<Vec<String>> {
    let tables = town.data(|conn| {
        let mut found = Vec::new();
        for practice in &town.house.practices {
            found.extend(practice.export_network(conn, &town.house)?);
        }
        Ok(found)
    });
    let tables = tables.into_iter().find(|table| table.name == "open-tables");
    tables.expect("the table of tables").rows
}

fn undo_newest(town: &Town) -> String {
    let amara = town.as_person("Amara");
    let page = amara.get("/tables/batches").expect(200);
    let id = page.between("action=\"/tables/batches/", "/undo\"");
    let answer = amara
        .post(&format!("/tables/batches/{id}/undo"), &[])
        .expect(303);
    answer.location().to_owned()
}

#[test]
fn three_files_of_food_pantries_are_accounted_for() {
    on_both(|town| {
        let dry = all_pantries(town, true);
        assert_eq!(
            (dry.totals.rows, dry.totals.taken, dry.totals.refused),
            (383, 381, 2)
        );
        assert!(dry.batch.is_none());
        assert_eq!(here(town).len(), 0, "a dry run writes nothing");
        let done = all_pantries(town, false);
        assert_eq!((done.new, done.updated, done.left), (381, 0, 0));
        // The summaries that end two of the files are no tables, and are named.
        for refused in &done.refused {
            assert_eq!(refused.what.0, "table-row-no-name");
        }
        let rows = here(town);
        let named = |name: &str| {
            let found = rows.iter().find(|row| row[0] == name);
            found.unwrap_or_else(|| panic!("no {name}")).clone()
        };
        // An address in the phone column.
        let rocco = named("St. Rocco Center");
        assert_eq!(rocco[1], "9016 Gap Newport Pike Avondale, PA");
        assert_eq!(rocco[2], "Avondale");
        // HTML entities, hours as prose.
        let mobile = named("Lorraine’s Soup Kitchen and Pantry Docs Place Mobile Pantry");
        assert_eq!(mobile[4], "FREQ=MONTHLY;BYDAY=1TU 16:00-17:30");
        assert_eq!(mobile[5], "sure");
        assert_eq!(mobile[6], "Food Pantry · Mobile Food Bank");
        let two = named("Archbold Fish Pantry");
        assert_eq!(
            two[4],
            "FREQ=MONTHLY;BYDAY=2TU 11:00-13:00\nFREQ=MONTHLY;BYDAY=3TU 17:00-19:00"
        );
        // Every table whose rhythm is not certain is among the rows that were named.
        let uncertain = rows.iter().filter(|row| row[5] != "sure").count() as u64;
        assert_eq!(uncertain, done.totals.noted);
        assert!(rows.iter().filter(|row| row[5] == "sure").count() > 200);
        // The words are kept as they stood.
        let sentence = "Pantry is open every other Tuesday from 3:00 p.m. to 5:00 p.m.";
        assert!(
            rows.iter()
                .any(|row| row[3].contains(sentence) && row[5] == "unread")
        );
        for note in done
            .notes
            .iter()
            .filter(|note| note.what.0 == "table-note-not-understood")
        {
            assert_eq!(note.place.0, "sheet-where-column", "{note:?}");
        }
        town.stranger()
            .get("/tables?area=Adams")
            .expect(200)
            .says("Adams");
    });
}

#[test]
fn a_newer_file_updates_instead_of_doubling_and_can_be_undone() {
    on_both(|town| {
        bring_in_all(town);
        let again = all_pantries(town, false);
        assert_eq!((again.new, again.updated, again.left), (0, 0, 381));
        let files = pantries();
        let newer = String::from_utf8(files[2].1.clone())
            .unwrap()
            .replace("2nd & 4th Tuesday 12:00pm", "2nd & 4th Wednesday 12:00pm");
        let done = bring_in(town, &[("newer.csv", newer.as_bytes(), files[2].2)], false);
        assert_eq!((done.new, done.updated, done.left), (0, 1, 118));
        let rules = |town: &Town| {
            let rows = here(town);
            let row = rows
                .iter()
                .find(|row| row[0] == "Aldersgate United Methodist Church");
            row.map(|row| row[4].clone())
        };
        assert_eq!(
            rules(town).unwrap(),
            "FREQ=MONTHLY;BYDAY=2WE,4WE 12:00-16:00"
        );
        // Batches of one day stand in no order: undo all three, whichever comes first.
        for _ in 0..3 {
            assert!(undo_newest(town).ends_with("batch-undone"));
        }
        assert_eq!(here(town).len(), 0);
    });
}

#[test]
fn what_somebody_keeps_by_hand_counts_for_more_than_a_file() {
    on_both(|town| {
        let map = "key = [\"id\"]\nname = [\"name\"]\nplace = [\"place\"]\nrhythm = [\"when\"]\n";
        let file = "id,name,place,when\n1,Soup,Here,Sunday 3pm-4pm\n2,Bread,There,Monday 3pm-4pm\n";
        bring_in(town, &[("a.csv", file.as_bytes(), map)], false);
        let amara = town.as_person("Amara");
        let page = amara.get("/tables?day=7").expect(200);
        let id = page.between("href=\"/tables/", "\">Soup");
        let id = &id[id.len() - 36..];
        amara
            .post(&format!("/tables/{id}/look"), &[("by", "2026-05-01")])
            .expect(303);
        let newer = file.replace("3pm-4pm", "5pm-6pm");
        let done = bring_in(town, &[("a.csv", newer.as_bytes(), map)], false);
        assert_eq!((done.new, done.updated, done.left), (0, 1, 1));
        for _ in 0..2 {
            undo_newest(town);
        }
        let rows = here(town);
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0][0], "Soup");
    });
}

#[test]
fn a_newer_file_does_not_bring_back_what_ended() {
    on_both(|town| {
        let map = "key = [\"id\"]\nname = [\"name\"]\n";
        let file = "id,name\n1,Soup\n";
        bring_in(town, &[("a.csv", file.as_bytes(), map)], false);
        let amara = town.as_person("Amara");
        let page = amara.get("/tables").expect(200);
        let before = page.between("href=\"/tables/", "\">Soup");
        let id = &before[before.len() - 36..];
        amara.post(&format!("/tables/{id}/end"), &[]).expect(303);
        let done = bring_in(town, &[("a.csv", file.as_bytes(), map)], false);
        assert_eq!((done.new, done.updated, done.left), (0, 0, 1));
        assert_eq!(here(town).len(), 0);
    });
}

#[test]
fn two_hundred_and_eighty_four_shelters_come_in_with_their_doubts() {
    on_both(|town| {
        let file = data("harvey-needs-2017/shelters.csv");
        let expected: serde_json::Value =
            serde_json::from_slice(&data("harvey-needs-2017/expected.json")).unwrap();
        let number = |key: &str| expected[key].as_u64().unwrap();
        let done = bring_in(town, &[("shelters.csv", &file, SHELTERS)], false);
        assert_eq!(done.totals.rows, number("shelters"));
        assert_eq!(done.totals.taken, number("shelters"), "nothing is dropped");
        let noted = |key: &str| done.notes.iter().filter(|note| note.what.0 == key).count() as u64;
        assert_eq!(
            noted("table-note-looked-unreadable"),
            number("shelters_bad_updatedAt")
        );
        assert!(noted("table-note-outside") >= number("shelters_outside_texas_by_geocode"));
        let rows = here(town);
        let accepting = rows.iter().filter(|row| row[10].is_empty()).count() as u64;
        assert_eq!(accepting, number("shelters_accepting"));
        // Nobody has looked since the flood, and every page says so.
        town.stranger()
            .get("/tables?area=Galveston")
            .expect(200)
            .says("Nobody has looked at this since Saturday 2 September 2017")
            .says("Not taking anybody in when somebody last asked.");
    });
}

#[test]
fn guessed_headings_lose_nothing_and_name_what_is_odd() {
    on_both(|town| {
        for (name, bytes, _) in pantries() {
            let headers = sheets::headers(
                &bytes[..],
                &sheets::Options::in_zone(jiff::tz::TimeZone::UTC),
            );
            let map = toml::to_string(&Map::guess(&headers.unwrap())).unwrap();
            let done = bring_in(town, &[(name, &bytes, &map)], true);
            assert_eq!(done.totals.rows, done.totals.taken + done.totals.refused);
            assert!(done.totals.refused <= 1, "{name}: {:?}", done.refused);
            if name.starts_with("chester") {
                let odd = |note: &&tables::Named| note.what.0 == "table-note-address-in-contact";
                assert_eq!(done.notes.iter().filter(odd).count(), 19);
            }
        }
    });
}

#[test]
fn broken_files_get_a_sentence_and_the_rest_goes_on() {
    on_both(|town| {
        let map = "key = [\"id\"]\nname = [\"name\"]\n";
        let mut file = b"id,name\n1,Soup\n2,bad \xff byte\n3,\n\"4\n,".to_vec();
        file.extend_from_slice(b"x\n");
        let done = bring_in(town, &[("a.csv", &file, map)], false);
        assert_eq!(
            (done.totals.rows, done.totals.taken, done.totals.refused),
            (4, 1, 3)
        );
        let long = format!("id,name\n1,{}\n", "x".repeat(200));
        let done = bring_in(town, &[("a.csv", long.as_bytes(), map)], false);
        assert_eq!(done.refused[0].what.0, "table-row-too-long");
        assert!(Map::from_toml("name = 3").is_err());
        assert!(Map::from_toml("nonsense = \"x\"").is_err());
    });
}
