//! "Please not with" is gone on time, in every copy of the database.

use super::tools::{noor_matches, noor_tries, pod_of, wishes};
use holdfast::testing::{Town, carried_away, on_both, on_both_databases};
use kernel::Standing;

type Key = (Vec<u8>, store::WrappedKey);

fn wish_keys(town: &Town) -> Vec<Key> {
    use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Binary};
    #[derive(QueryableByName)]
    struct Wrapped {
        #[diesel(sql_type = Binary)]
        id: Vec<u8>,
        #[diesel(sql_type = Binary)]
        row_key: store::WrappedKey,
    }
    let rows: Vec<Wrapped> =
        town.data(|conn| Ok(sql_query("select id, row_key from pod_wishes").load(conn)?));
    rows.into_iter().map(|row| (row.id, row.row_key)).collect()
}

/// Everything of the data folder, byte for byte; for PostgreSQL every row of these tables.
fn everything(town: &Town) -> Vec<u8> {
    use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = Text)]
        line: String,
    }
    let mut all = carried_away(town.folder());
    if town.is_postgres() {
        for table in ["pods", "pod_wishes", "pod_seats", "pod_tries", "buddies"] {
            let rows: Vec<Line> = town.data(|conn| {
                let all = format!("select t::text as line from {table} t");
                Ok(sql_query(all).load(conn)?)
            });
            all.extend(rows.iter().flat_map(|row| row.line.bytes()));
        }
    }
    all
}

fn has(bytes: &[u8], word: &str) -> bool {
    let hex: String = word.bytes().map(|b| format!("{b:02x}")).collect();
    let found = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    found(word.as_bytes()) || found(hex.as_bytes())
}

fn opens(town: &Town, (id, key): &Key) -> bool {
    let network = town.house.network().id;
    let place = store::Row {
        network: &network,
        table: "pod_wishes",
        id: id.as_slice().try_into().expect("sixteen bytes"),
    };
    town.house.vault.open_key(place, key).is_ok()
}

#[test]
fn what_was_said_lies_sealed_and_goes_when_the_pod_opens() {
    on_both_databases(|database| {
        let town = Town::on(database);
        town.add("canary-jonah", Standing::Member, &["housing"]);
        noor_matches(&town);
        let three = ["Rosa", "Yuki", "Bo"];
        for who in three {
            let not_with = if who == "Rosa" { "canary-jonah" } else { "" };
            wishes(&town, who, not_with);
        }
        assert!(!has(&everything(&town), "canary-jonah"));
        let before = wish_keys(&town);
        assert_eq!(before.len(), 3);
        assert!(before.iter().all(|key| opens(&town, key)));
        noor_tries(&town, &three).expect(303);
        let pod = pod_of(&town, "Bo");
        for who in three {
            assert_eq!(wish_keys(&town).len(), 3, "until the last yes");
            town.as_person(who)
                .post(&format!("{pod}/yes"), &[])
                .expect(303);
        }
        assert!(wish_keys(&town).is_empty());
        town.as_person("Rosa")
            .get("/me/export")
            .expect(200)
            .says_not("canary-jonah");
        town.until("2026-03-03 09:00");
        // Whoever has yesterday's copy of the database cannot open it with today's keyring.
        assert!(!before.iter().any(|key| opens(&town, key)));
        assert!(!has(&everything(&town), "canary-jonah"));
    });
}

#[test]
fn after_thirty_days_at_most() {
    on_both(|town| {
        wishes(town, "Rosa", "Jonah");
        let before = wish_keys(town);
        town.until("2026-04-01 12:00");
        town.as_person("Rosa")
            .get("/pods")
            .expect(200)
            .says(">jonah<");
        // Saying it again does not make it last longer.
        wishes(town, "Rosa", "Kezia");
        town.until("2026-04-02 12:00");
        assert!(wish_keys(town).is_empty());
        assert!(!before.iter().any(|key| opens(town, key)));
        town.as_person("Rosa")
            .get("/pods")
            .expect(200)
            .says_not("kezia")
            .says("I would like a pod");
    });
}

/// Nobody keeps the name of somebody who has left.
#[test]
fn whoever_leaves_is_named_nowhere() {
    on_both(|town| {
        wishes(town, "Rosa", "Jonah\nKezia");
        town.as_person("Jonah").post("/me/leave", &[]).expect(303);
        town.as_person("Rosa")
            .get("/pods")
            .expect(200)
            .says(">kezia</textarea>");
        town.as_person("Rosa").post("/me/leave", &[]).expect(303);
        assert!(wish_keys(town).is_empty());
    });
}
