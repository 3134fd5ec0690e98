//! The list of keys: what and by whom, never the secret.

use holdfast::testing::{Answer, Town, carried_away, on_both};
use kernel::Role;

fn write(town: &Town, who: &str, fields: &[(&str, &str)]) -> Answer {
    let mut all = vec![
        ("what", "The domain, at the registrar"),
        ("lies", "Two sealed envelopes"),
        ("holder", "Ines"),
        ("second", "Tess"),
        ("changed_on", "2026-03-01"),
        ("review_on", "2026-09-01"),
    ];
    for (name, value) in fields {
        all.retain(|(known, _)| known != name);
        all.push((name, value));
    }
    town.as_person(who).post("/keys", &all)
}

#[test]
fn a_key_is_held_by_two_and_changed_when_one_holds_it_no_more() {
    on_both(|town| {
        write(town, "Ines", &[]).expect(303);
        town.as_person("Tess")
            .get("/keys")
            .expect(200)
            .says("The domain, at the registrar")
            .says("Held by Ines, Tess.")
            .says_not("Change it now");
        let today = |town: &Town| town.as_person("Ines").get("/today").expect(200);
        today(town).says_not("Who holds which key");
        // Tess lays her role down.
        let host = town.circle("host");
        let tess = town.person("Tess").to_string();
        let role = [("person", tess.as_str()), ("role", "host")];
        town.as_person("Tess")
            .post(&format!("/circles/{host}/roles/end"), &role)
            .expect(303);
        town.pass(60);
        today(town).says("Somebody who held a key does so no more");
        let page = town.as_person("Ines").get("/keys").expect(200);
        let page = page.says("Change it now").says("Fewer than two hold this");
        let id = page.between("action=\"/keys/", "\"");
        town.hold("Noor", Role::Host, "host", "2026-05-31");
        let again = [
            ("what", "The domain, at the registrar"),
            ("holder", "Ines"),
            ("second", "Noor"),
            ("changed_on", "2026-03-02"),
            ("review_on", "2026-09-01"),
        ];
        town.as_person("Ines")
            .post(&format!("/keys/{id}"), &again)
            .expect(303);
        today(town).says_not("Somebody who held a key");
        // Leaving says the same at once; a term that ends by itself, with the next minute.
        town.as_person("Noor").post("/me/leave", &[]).expect(303);
        today(town).says("Somebody who held a key");
        town.as_person("Ines")
            .post(&format!("/keys/{id}/end"), &[])
            .expect(303);
        today(town).says_not("Who holds which key");
        town.as_person("Bo")
            .get("/power")
            .expect(200)
            .says("the list of keys was changed");
    });
}

#[test]
fn no_secret_is_taken_and_nothing_typed_is_lost() {
    on_both(|town| {
        write(town, "Chidi", &[("lies", "password: kelp and tide")])
            .expect(422)
            .says("looks like the secret itself")
            .says("The domain, at the registrar");
        write(town, "Chidi", &[("what", "AGE-SECRET-KEY-1QQPZRY9X8GF")]).expect(422);
        write(town, "Chidi", &[("second", "Ines")])
            .expect(422)
            .says("Two different people");
        write(town, "Chidi", &[("second", "Bo")])
            .expect(422)
            .says("host or steward now");
        write(town, "Chidi", &[("second", "Nobody")]).expect(422);
        write(town, "Chidi", &[("review_on", "2029-01-01")])
            .expect(422)
            .says("2029-01-01");
        write(town, "Chidi", &[("changed_on", "someday")]).expect(422);
        write(town, "Chidi", &[("what", "")]).expect(422);
        for who in ["Bo", "Hana", "Farid"] {
            write(town, who, &[]).expect(404);
            town.as_person(who).get("/keys").expect(404);
        }
        town.as_person("Chidi")
            .get("/keys")
            .expect(200)
            .says("Nothing is written down yet");
        // Its day to be looked at again.
        write(town, "Chidi", &[("review_on", "2026-04-01")]).expect(303);
        town.set_clock("2026-04-01 09:00");
        town.as_person("Tess")
            .get("/today")
            .expect(200)
            .says("A key is to be looked at again");
    });
}

/// Seizure: nothing of P29 that leads to a person lies in clear.
#[test]
fn nothing_sensitive_lies_in_clear() {
    on_both(|town| {
        let canaries = ["canary-what", "canary-lies", "canary-name", "777 0142"];
        write(
            town,
            "Chidi",
            &[("what", canaries[0]), ("lies", canaries[1])],
        )
        .expect(303);
        let paper = [
            ("name", canaries[2]),
            ("number", canaries[3]),
            ("word", "yes"),
        ];
        town.as_person("Chidi")
            .post("/phone-tree/paper", &paper)
            .expect(303);
        super::tools::two(town, ("Amara", "Chidi"), "guard");
        let mut all = carried_away(town.folder());
        if town.is_postgres() {
            all.extend(rows(town));
        }
        let amara = town.person("Amara");
        let hex: String = amara.bytes().iter().map(|b| format!("{b:02x}")).collect();
        for canary in canaries {
            let as_hex: String = canary.bytes().map(|b| format!("{b:02x}")).collect();
            assert!(!holds(&all, canary.as_bytes()), "{canary}");
            assert!(!holds(&all, as_hex.as_bytes()), "{canary}");
        }
        // Who did what with power is sealed as well: her id, as the words hold it, is not there.
        assert!(!holds(&all, amara.to_string().as_bytes()));
        assert_eq!(hex.len(), 32);
    });
}

fn holds(all: &[u8], what: &[u8]) -> bool {
    all.windows(what.len()).any(|window| window == what)
}

fn rows(town: &Town) -> Vec<u8> {
    use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = Text)]
        line: String,
    }
    town.data(|conn| {
        let mut all = Vec::new();
        for table in [
            "shared_keys",
            "tree_places",
            "power_uses",
            "power_words",
            "postures",
        ] {
            let rows: Vec<Line> =
                sql_query(format!("select t::text as line from {table} t")).load(conn)?;
            for row in rows {
                all.extend(row.line.as_bytes());
            }
        }
        Ok(all)
    })
}
