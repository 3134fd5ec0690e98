//! The seizure drill: what whoever carries the server away can read.

use super::tools::{brought, on_shift, open_ask};
use holdfast::testing::{Town, carried_away, on_both};

/// One canary for every sensitive field.
const CANARIES: &[&str] = &[
    "canary-words",
    "canary-contact",
    "canary-place",
    "canary-published",
    "canary-plan",
    "canary-answer",
    "canary-offer",
    "canary-note",
    "canary-complaint",
    "canary-about",
    "canary-mycontact",
    "canary-handle",
    "canary-reason",
];

fn fill(town: &Town) {
    town.set_clock("2026-03-04 10:00");
    let sam = on_shift(town, "Sam");
    let fields = [
        ("words", "canary-words"),
        ("contact", "canary-contact 5550142"),
        ("place", "canary-place"),
    ];
    let (id, code) = open_ask(&sam, &fields, "canary-published");
    let bo = town.as_person("Bo");
    bo.post(&format!("/asks/{id}/claim"), &[]).expect(303);
    bo.post(&format!("/asks/{id}/plan"), &[("plan", "canary-plan")])
        .expect(303);
    bo.post(&format!("/asks/{id}/done"), &[]).expect(303);
    let told = [("word", "helped"), ("answer", "canary-answer")];
    sam.post(&format!("/asks/{id}/word"), &told).expect(303);
    let wrong = [
        ("code", code.as_str()),
        ("words", "canary-complaint"),
        ("wants", "nothing"),
    ];
    sam.post("/wrong", &wrong).expect(303);
    let (no, _) = open_ask(&sam, &fields, "canary-published");
    sam.post(
        &format!("/asks/{no}/unable"),
        &[("reason", "canary-reason")],
    )
    .expect(303);
    bo.post("/offers", &[("kind", "food"), ("words", "canary-offer")])
        .expect(303);
    bo.post(
        "/me",
        &[("about", "canary-about"), ("contact", "canary-mycontact")],
    )
    .expect(303);
    town.add("canary-handle", kernel::Standing::Member, &[]);
    sam.post("/shift/end", &[("line1", "canary-note")])
        .expect(303);
}

/// Everything of the data folder, byte for byte; for PostgreSQL every row of every table.
fn everything(town: &Town) -> Vec<u8> {
    let mut all = carried_away(town.folder());
    if town.is_postgres() {
        all.extend(dump(town));
    }
    all
}

fn dump(town: &Town) -> Vec<u8> {
    use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = Text)]
        line: String,
    }
    town.data(|conn| {
        let mut all = Vec::new();
        for table in [
            "asks",
            "ask_places",
            "offers",
            "texts",
            "handovers",
            "complaints",
            "persons",
            "credentials",
            "batch_rows",
            "changes",
            "draws",
            "import_maps",
            "sessions",
            "facts",
        ] {
            let rows: Vec<Line> =
                sql_query(format!("select t::text as line from {table} t")).load(conn)?;
            for row in rows {
                // Bytes are written as hex; both forms are searched.
                all.extend(row.line.as_bytes());
                all.push(b'\n');
            }
        }
        Ok(all)
    })
}

fn found<'a>(bytes: &[u8], words: &'a [&'a str]) -> Vec<&'a str> {
    let has = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    words
        .iter()
        .copied()
        .filter(|word| {
            let hex: String = word.bytes().map(|b| format!("{b:02x}")).collect();
            has(word.as_bytes()) || has(hex.as_bytes())
        })
        .collect()
}

#[test]
fn nothing_sensitive_lies_in_clear() {
    on_both(|town| {
        fill(town);
        let bytes = everything(town);
        assert!(!bytes.is_empty());
        assert_eq!(found(&bytes, CANARIES), Vec::<&str>::new());
        assert_eq!(found(&bytes, &["5550142"]), Vec::<&str>::new());
    });
}

/// After the sweep, an old copy of the database cannot be read with today's keyring, nor today's
/// database with an old keyring.
#[test]
fn what_has_had_its_time_is_unreadable_in_every_copy() {
    holdfast::testing::on_both_databases(|database| {
        let town = Town::on(database);
        fill(&town);
        let keyring = town.folder().join("keyring");
        let old_ring = std::fs::read(&keyring).expect("the keyring");
        let before = sealed_rows(&town);
        assert!(before.len() >= 2, "two asks are here");
        town.until("2026-06-30 12:00");
        // Old rows, today's keys.
        let network = town.house.network().id;
        for (id, row_key) in &before {
            let place = store::Row {
                network: &network,
                table: "asks",
                id,
            };
            let opened = town.house.vault.open_key(place, row_key);
            assert!(
                matches!(opened, Err(store::Error::KeyGone)),
                "an old copy opens today"
            );
        }
        // Today's rows, old keys: nothing of the asks is left to open.
        assert_eq!(sealed_rows(&town).len(), 0);
        let old = tempfile::tempdir().expect("a folder");
        let path = old.path().join("keyring");
        std::fs::write(&path, old_ring).expect("the old keyring");
        let today = everything(&town);
        assert_eq!(found(&today, CANARIES), Vec::<&str>::new());
        let ring = store::Keyring::load(&path).expect("the old keyring reads");
        let vault = store::Vault::new(ring, town.house.chance.clone());
        for (id, row_key) in persons(&town) {
            let place = store::Row {
                network: &network,
                table: "persons",
                id: &id,
            };
            assert!(
                vault.open_key(place, &row_key).is_err(),
                "a renewed row opens with old keys"
            );
        }
    });
}

type Key = ([u8; 16], store::WrappedKey);

fn sealed_rows(town: &Town) -> Vec<Key> {
    keys_of(town, "asks")
}

fn persons(town: &Town) -> Vec<Key> {
    keys_of(town, "persons")
}

fn keys_of(town: &Town, table: &str) -> Vec<Key> {
    use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Binary};
    #[derive(QueryableByName)]
    struct Wrapped {
        #[diesel(sql_type = Binary)]
        id: Vec<u8>,
        #[diesel(sql_type = Binary)]
        row_key: store::WrappedKey,
    }
    let rows: Vec<Wrapped> =
        town.data(|conn| Ok(sql_query(format!("select id, row_key from {table}")).load(conn)?));
    rows.into_iter()
        .map(|row| (row.id.try_into().expect("sixteen bytes"), row.row_key))
        .collect()
}

/// N13: a hold stops erasing in its scope, and only there.
#[test]
fn a_legal_hold_keeps_its_scope_until_it_is_lifted() {
    on_both(|town| {
        town.set_clock("2026-03-04 10:00");
        let sam = on_shift(town, "Sam");
        let (held, _) = brought(town, &sam, "Bo");
        sam.post(&format!("/asks/{held}/word"), &[("word", "helped")])
            .expect(303);
        let scope = [
            ("kind", "hold"),
            ("from_day", "2026-03-01"),
            ("to_day", "2026-03-10"),
        ];
        let amara = town.as_person("Amara");
        amara.post("/two-people", &scope).expect(303);
        let act = amara.get("/two-people").expect(200);
        act.says("Somebody else must say yes");
        let chidi = town.as_person("Chidi");
        let page = chidi.get("/two-people").expect(200);
        let yes = page.between("action=\"/two-people/", "\"");
        amara.post(&format!("/two-people/{yes}"), &[]).expect(409);
        chidi.post(&format!("/two-people/{yes}"), &[]).expect(303);

        town.until("2026-03-15 10:00");
        let sam = on_shift(town, "Sam");
        let (free, _) = brought(town, &sam, "Bo");
        sam.post(&format!("/asks/{free}/word"), &[("word", "helped")])
            .expect(303);
        town.until("2026-04-20 10:00");
        let sam = on_shift(town, "Sam");
        sam.get(&format!("/asks/{held}"))
            .expect(200)
            .says("food for 3")
            .says("18 Alder St");
        sam.get(&format!("/asks/{free}")).expect(404);

        let lift = [
            ("kind", "lift_hold"),
            ("from_day", "2026-03-01"),
            ("to_day", "2026-03-10"),
        ];
        town.as_person("Amara")
            .post("/two-people", &lift)
            .expect(303);
        let chidi = town.as_person("Chidi");
        let page = chidi.get("/two-people").expect(200);
        let yes = page.between("action=\"/two-people/", "\"");
        chidi.post(&format!("/two-people/{yes}"), &[]).expect(303);
        town.until("2026-04-22 10:00");
        on_shift(town, "Sam")
            .get(&format!("/asks/{held}"))
            .expect(404);
    });
}
