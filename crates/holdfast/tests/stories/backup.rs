//! `holdfast backup` and `restore`: everything comes back, from either database to either, and only
//! for two stewards' keys.

use age::{secrecy::ExposeSecret, x25519::Identity};
use holdfast::{
    HouseParts, build,
    commands::{
        backup::{Backup, backup},
        doctor::doctor,
        restore::{Restore, restore},
    },
    owners::{OsChance, Owners},
    practices,
    settings::Settings,
    testing::{Database, Town, on_both, on_both_databases},
};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

struct Keys {
    folder: tempfile::TempDir,
    recipients: PathBuf,
}

/// Two stewards' keys, as age-keygen writes them, and the file of their recipients.
fn keys() -> Keys {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = String::new();
    for name in ["amara", "chidi"] {
        let key = Identity::generate();
        let text = format!(
            "# created: today\n# public key: {}\n{}\n",
            key.to_public(),
            key.to_string().expose_secret()
        );
        std::fs::write(folder.path().join(name), text).unwrap();
        lines.push_str(&format!("{} # {name}\n", key.to_public()));
    }
    let recipients = folder.path().join("recipients");
    std::fs::write(&recipients, lines).unwrap();
    Keys { folder, recipients }
}

impl Keys {
    fn of(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn to(&self) -> PathBuf {
        self.folder.path().join("backups")
    }

    fn newest(&self) -> PathBuf {
        let entries = std::fs::read_dir(self.to()).unwrap();
        entries.map(|entry| entry.unwrap().path()).max().unwrap()
    }
}

fn settings(town: &Town) -> Settings {
    Settings {
        data: town.folder().to_owned(),
        database_url: town.postgres_url(),
        ..Settings::default()
    }
}

fn save(town: &Town, keys: &Keys) -> Result<String, String> {
    let owners = Owners {
        clock: town.clock.clone(),
        chance: Arc::new(OsChance),
    };
    let asked = Backup {
        to: keys.to(),
        recipients: Some(keys.recipients.clone()),
        keep: 14,
    };
    let mut said = Vec::new();
    let done = backup(&asked, &settings(town), &owners, &mut said);
    done.map_err(|trouble| trouble.to_string())?;
    Ok(String::from_utf8(said).unwrap())
}

fn bring_back(file: &Path, key: &Path, to: &Path, drill: bool) -> Result<String, String> {
    let asked = Restore {
        file: file.to_owned(),
        identity: key.to_owned(),
        drill,
    };
    let settings = Settings {
        data: to.to_owned(),
        ..Settings::default()
    };
    let mut said = Vec::new();
    restore(&asked, &settings, &Owners::of_the_machine(), &mut said)
        .map_err(|trouble| trouble.to_string())?;
    Ok(String::from_utf8(said).unwrap())
}

const CANARY: &str = "canary-7 behind the blue door";

fn ask(town: &Town) {
    let fields = [("words", CANARY), ("contact", "555 0142")];
    town.stranger().post("/ask", &fields).expect(303);
}

#[test]
fn everything_comes_back_on_another_machine_with_one_stewards_key() {
    on_both(|town| {
        ask(town);
        let keys = keys();
        let said = save(town, &keys).unwrap();
        assert!(said.starts_with("Backed up: "), "{said}");
        let file = keys.newest();

        // Nothing of it lies open: no word, no name, no line of a table.
        let bytes = std::fs::read(&file).unwrap();
        for open in ["canary", "Rivermouth", "holdfast backup", "network_id"] {
            let found = bytes
                .windows(open.len())
                .any(|part| part == open.as_bytes());
            assert!(!found, "{open} stands open in the backup");
        }

        let place = tempfile::tempdir().unwrap();
        let data = place.path().join("new machine");
        let said = bring_back(&file, &keys.of("chidi"), &data, false).unwrap();
        assert!(said.contains("every table's hash as it was"), "{said}");
        // The network is there, and reads that it was brought back; sealed words open again, and whoever was signed in still is.
        let house = build(HouseParts {
            database: data.join("holdfast.sqlite").to_string_lossy().into_owned(),
            keyring: data.join("keyring"),
            clock: town.clock.clone(),
            chance: Arc::new(OsChance),
            settings: web::Settings::default(),
            practices: practices(telling::Ways::default()),
        })
        .unwrap();
        assert_eq!(house.network().name, town.house.network().name);
        let words: Vec<String> = house
            .db
            .hands_on(|conn| {
                let tables = house
                    .practices
                    .iter()
                    .map(|p| p.export_network(conn, &house));
                let tables: Vec<_> = tables.collect::<Result<Vec<_>, _>>()?;
                Ok(tables
                    .into_iter()
                    .flatten()
                    .flat_map(|table| table.rows.into_iter().flatten())
                    .collect())
            })
            .unwrap();
        assert!(words.iter().any(|word| word == CANARY), "the sealed words");
        // What is there is not written over.
        let again = bring_back(&file, &keys.of("amara"), &data, false).unwrap_err();
        assert!(again.contains("nothing was changed"), "{again}");
    });
}

#[test]
fn a_drill_says_pass_or_fail_and_leaves_nothing_behind() {
    on_both(|town| {
        ask(town);
        let keys = keys();
        save(town, &keys).unwrap();
        let file = keys.newest();
        let place = tempfile::tempdir().unwrap();
        let data = place.path().join("data");
        for _ in 0..3 {
            let said = bring_back(&file, &keys.of("amara"), &data, true).unwrap();
            assert!(said.starts_with("Pass: "), "{said}");
        }
        // Somebody else's key, half a file, a byte that was changed, no backup at all.
        let other = keys.of("other");
        let text = Identity::generate().to_string();
        std::fs::write(&other, text.expose_secret()).unwrap();
        let no = bring_back(&file, &other, &data, true).unwrap_err();
        assert!(no.contains("does not open this backup"), "{no}");
        let bytes = std::fs::read(&file).unwrap();
        let damaged = place.path().join("damaged");
        for cut in [bytes.len() / 2, bytes.len() - 1, 100, 0] {
            std::fs::write(&damaged, &bytes[..cut]).unwrap();
            let no = bring_back(&damaged, &keys.of("amara"), &data, true).unwrap_err();
            assert!(no.starts_with("Fail: "), "{no}");
        }
        let mut changed = bytes.clone();
        let middle = changed.len() / 2;
        changed[middle] ^= 1;
        std::fs::write(&damaged, &changed).unwrap();
        let no = bring_back(&damaged, &keys.of("amara"), &data, true).unwrap_err();
        assert!(no.starts_with("Fail: "), "{no}");
        assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1);
    });
}

#[test]
fn one_steward_is_not_two_and_nothing_is_written_for_one() {
    on_both(|town| {
        let keys = keys();
        let text = std::fs::read_to_string(&keys.recipients).unwrap();
        let first = text.lines().next().unwrap();
        for few in [String::new(), first.to_owned(), format!("{first}\n{first}")] {
            std::fs::write(&keys.recipients, few).unwrap();
            let no = save(town, &keys).unwrap_err();
            assert!(no.contains("two stewards"), "{no}");
        }
        std::fs::write(&keys.recipients, format!("{first}\nage1nonsense")).unwrap();
        let no = save(town, &keys).unwrap_err();
        assert!(no.contains("Line 2") && no.contains("age1"), "{no}");
        assert!(!keys.to().exists());
    });
}

#[test]
fn a_backup_has_its_time_too() {
    on_both(|town| {
        let keys = keys();
        save(town, &keys).unwrap();
        town.pass(15 * 86_400);
        let said = save(town, &keys).unwrap();
        assert!(said.contains("Erased, after 14 days"), "{said}");
        assert_eq!(std::fs::read_dir(keys.to()).unwrap().count(), 1);
    });
}

#[test]
fn a_backup_is_one_moment_while_people_go_on_writing() {
    on_both(|town| {
        let (over, asked) = (AtomicBool::new(false), AtomicUsize::new(0));
        let keys = keys();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !over.load(Ordering::SeqCst) {
                    ask(town);
                    asked.fetch_add(1, Ordering::SeqCst);
                }
            });
            for _ in 0..3 {
                save(town, &keys).unwrap();
            }
            over.store(true, Ordering::SeqCst);
        });
        assert!(asked.load(Ordering::SeqCst) > 0);
        let place = tempfile::tempdir().unwrap();
        let data = place.path().join("data");
        let said = bring_back(&keys.newest(), &keys.of("amara"), &data, true).unwrap();
        assert!(said.starts_with("Pass: "), "{said}");
    });
}

#[test]
fn what_sqlite_saved_comes_back_in_either_database() {
    on_both_databases(|other| {
        let town = Town::on(Database::sqlite());
        ask(&town);
        let keys = keys();
        save(&town, &keys).unwrap();
        let place = tempfile::tempdir().unwrap();
        let data = place.path().join("data");
        let asked = Restore {
            file: keys.newest(),
            identity: keys.of("amara"),
            drill: false,
        };
        let settings = Settings {
            data: data.clone(),
            database_url: other.postgres_url(&data),
            ..Settings::default()
        };
        let mut said = Vec::new();
        restore(&asked, &settings, &Owners::of_the_machine(), &mut said).unwrap();
        let said = String::from_utf8(said).unwrap();
        assert!(said.contains("every table's hash as it was"), "{said}");
    });
}

#[test]
fn a_doctor_says_what_needs_doing_and_then_that_nothing_does() {
    on_both(|town| {
        let owners = Owners {
            clock: town.clock.clone(),
            chance: Arc::new(OsChance),
        };
        let ask_the_doctor = || {
            let mut said = Vec::new();
            let done = doctor(&settings(town), &owners, &mut said);
            let done = done.map_err(|trouble| trouble.to_string());
            (String::from_utf8(said).unwrap(), done)
        };
        town.sweep();
        let (said, done) = ask_the_doctor();
        for sentence in [
            "do    No backup was ever made.",
            "do    Nobody has brought a backup back",
            "do    There are no two stewards' keys",
            "well  Two people can run this server.",
            "well  What had had its time by",
            "well  Only the server reads the keyring.",
        ] {
            assert!(said.contains(sentence), "{sentence}\n{said}");
        }
        assert!(done.unwrap_err().contains("things need doing"));

        // The host reads the same on a page, and does it.
        let tess = town.as_person("Tess");
        tess.get("/today")
            .expect(200)
            .says("No backup was ever made");
        tess.get("/health")
            .expect(200)
            .says("Something needs doing")
            .says("No backup was ever made");
        town.as_person("Bo").get("/health").expect(404);
        let keys = keys();
        std::fs::copy(&keys.recipients, town.folder().join("backup-recipients")).unwrap();
        save(town, &keys).unwrap();
        let drill = |kind: &str, result: &str| {
            let fields = [("kind", kind), ("result", result), ("day", "2026-03-02")];
            tess.post("/health/drill", &fields).expect(303);
        };
        drill("restore", "fail");
        tess.get("/health")
            .expect(200)
            .says("On Monday 2 March a backup did not come back whole");
        drill("phone_tree", "pass");
        town.pass(86_400);
        let day_after = [("kind", "restore"), ("result", "pass"), ("day", "")];
        tess.post("/health/drill", &day_after).expect(303);
        town.sweep();
        let (said, done) = ask_the_doctor();
        assert!(done.is_ok(), "{said}");
        tess.get("/health").expect(200).says("All is well.");
        tess.get("/today").expect(200).says_not("How the server is");

        // Time goes by without a backup.
        town.pass(3 * 86_400);
        let (said, _) = ask_the_doctor();
        assert!(said.contains("do    The last backup is of"), "{said}");
    });
}
