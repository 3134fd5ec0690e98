//! The printed runbook and the closing plan say what is so.

use holdfast::{
    commands::{self, doctor::doctor},
    owners::{OsChance, Owners},
    settings::Settings,
    testing::{Town, on_both},
};
use std::sync::Arc;
use store::set_fact;

#[test]
fn the_runbook_is_made_of_the_networks_own_data() {
    on_both(|town| {
        let tess = town.as_person("Tess");
        tess.get("/runbook")
            .expect(200)
            .says("No backup was ever made")
            .says("the tree is empty")
            .says("There is no entry yet")
            .says("Tess, until Sunday 12 July");
        // A backup, a drill, a key, a tree.
        let network = town.house.network().id;
        let now = town.house.now().0.to_string();
        town.data(|conn| {
            Ok(set_fact(
                conn,
                network,
                commands::backup::LAST_BACKUP,
                &now,
            )?)
        });
        let drill = [("kind", "restore"), ("result", "pass")];
        tess.post("/health/drill", &drill).expect(303);
        let key = [
            ("what", "The domain, at the registrar"),
            ("lies", "Two sealed envelopes"),
            ("holder", "Ines"),
            ("second", "Tess"),
            ("changed_on", "2026-03-01"),
            ("review_on", "2026-09-01"),
        ];
        tess.post("/keys", &key).expect(303);
        for (who, number) in [("Hana", "555 0101"), ("Bo", "555 0102")] {
            town.as_person(who)
                .post("/phone-tree", &[("number", number)])
                .expect(303);
        }
        let page = tess.get("/runbook").expect(200);
        let hash = page
            .clone()
            .between("Entry 2:<br><code class=\"words\">", "</code>");
        let newest = town.data(|conn| shield::newest_hash(conn, network));
        assert_eq!(newest, Some((2, hash)));
        page.says("https://rivermouth.example")
            .says(&town.folder().display().to_string())
            .says(env!("CARGO_PKG_VERSION"))
            .says("The last backup is of Monday 2 March")
            .says("On Monday 2 March a backup came back whole")
            .says("Hana: 555 0101")
            .says("Bo: 555 0102")
            .says("The domain, at the registrar</strong> · Two sealed envelopes · Ines, Tess")
            .says("holdfast restore BACKUP --identity KEY.txt --data FOLDER")
            .says("holdfast serve --data FOLDER")
            .says("2 entries, each fits the one before");
        tess.with_cookie("lang", "es")
            .get("/runbook")
            .expect(200)
            .says("Traerla de vuelta en otra máquina");
        for who in ["Bo", "Amara", "Hana", "Farid", "Priya"] {
            town.as_person(who).get("/runbook").expect(404);
            town.as_person(who).get("/closing-plan").expect(404);
        }
    });
}

/// The commands it prints are the program's own.
#[test]
fn the_commands_it_prints_are_understood() {
    let program = env!("CARGO_BIN_EXE_holdfast");
    let template = include_str!("../../templates/runbook.html");
    let commands: Vec<&str> = template
        .split("<code class=\"words\">holdfast ")
        .skip(1)
        .filter_map(|rest| rest.split("</code>").next())
        .chain(["export --out FOLDER --permit WORD"])
        .collect();
    assert!(commands.len() >= 5, "{commands:?}");
    for command in commands {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let known = std::process::Command::new(program)
            .args(&words)
            .output()
            .unwrap();
        assert!(known.status.success(), "holdfast {command}");
        let usage = String::from_utf8_lossy(&known.stdout).into_owned();
        for flag in command.split(' ').filter(|word| word.starts_with("--")) {
            assert!(usage.contains(flag), "holdfast {command}: no {flag}");
        }
    }
}

#[test]
fn the_closing_plan_counts_only_from_five() {
    on_both(|town| {
        let chidi = town.as_person("Chidi");
        let ask = |town: &Town| {
            let fields = [("words", "Food for 3"), ("contact", "555 0142")];
            town.stranger().post("/ask", &fields).expect(303);
        };
        chidi
            .get("/closing-plan")
            .expect(200)
            .says("No ask is open");
        (0..4).for_each(|_| ask(town));
        chidi
            .get("/closing-plan")
            .expect(200)
            .says("A few asks are open")
            .says_not("4 asks");
        ask(town);
        chidi
            .get("/closing-plan")
            .expect(200)
            .says("5 asks are open")
            .says("Name and day:")
            .says_not("Erasing is stopped");
    });
}

#[test]
fn the_doctor_looks_at_what_was_done_with_power() {
    on_both(|town| {
        let drill = [("kind", "restore"), ("result", "pass")];
        for _ in 0..3 {
            town.as_person("Tess")
                .post("/health/drill", &drill)
                .expect(303);
        }
        let owners = Owners {
            clock: town.clock.clone(),
            chance: Arc::new(OsChance),
        };
        let settings = Settings {
            data: town.folder().to_owned(),
            database_url: town.postgres_url(),
            ..Settings::default()
        };
        let ask = || {
            let mut said = Vec::new();
            let _ = doctor(&settings, &owners, &mut said);
            String::from_utf8(said).unwrap()
        };
        assert!(ask().contains("well  What was done with power: 3 entries"));
        town.data(|conn| {
            use diesel::RunQueryDsl;
            let sql = "delete from power_uses where sequence = 2";
            Ok(diesel::sql_query(sql).execute(conn)?)
        });
        assert!(ask().contains("do    What was done with power: entry 2 does not fit"));
        town.as_person("Tess")
            .get("/health")
            .expect(200)
            .says("entry 2 does not fit");
    });
}
