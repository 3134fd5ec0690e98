//! What was done with power: told, chained, shredded.

use super::tools::two;
use diesel::{RunQueryDsl, sql_query, sql_types::BigInt};
use holdfast::testing::{Town, on_both};
use kernel::Role;
use shield::{Chain, newest_hash, verify};
use web::{PowerKind, PowerUse};

fn chain(town: &Town) -> Chain {
    let network = town.house.network().id;
    town.data(|conn| verify(conn, &town.house.vault, network))
}

fn by_hand(town: &Town, sql: &str) {
    town.data(|conn| Ok(sql_query(sql).execute(conn)?));
}

fn tell(town: &Town, n: usize) {
    let chidi = town.person("Chidi");
    for _ in 0..n {
        let told = PowerUse::new(PowerKind::Drilled, [chidi], "steward");
        town.data(|conn| town.house.power_used(conn, &told));
    }
}

#[test]
fn the_network_reads_what_was_done_and_coordinating_reads_by_whom() {
    on_both(|town| {
        let circle = format!("/circles/{}", town.circle("aid"));
        let bo = town.person("Bo").to_string();
        let give = [
            ("person", bo.as_str()),
            ("role", "intake"),
            ("until", "2026-05-31"),
        ];
        let amara = town.as_person("Amara");
        amara.post(&format!("{circle}/roles"), &give).expect(303);
        amara
            .post(&format!("{circle}/roles/end"), &give[..2])
            .expect(303);
        town.until("2026-05-04 10:00");
        let word = town.two_agree_to_export();
        let chidi = town.as_person("Chidi");
        town.as_person("Noor")
            .get("/power")
            .expect(200)
            .says_not("took everything out");
        town.data(|conn| people::take_permit(conn, &town.house, people::ActKind::Export, &word));

        for who in ["Noor", "Amara", "Tess"] {
            town.as_person(who)
                .get("/power")
                .expect(200)
                .says("On Monday 4 May two stewards took everything out as files.")
                .says("On Monday 2 March a role was given.")
                .says("On Monday 2 March a role was ended.")
                .says_not("· Bo")
                .says_not("Chidi (");
        }
        chidi
            .get("/power")
            .expect(200)
            .says("Amara, Chidi (steward)")
            .says("Amara (steward) · Bo · answers the line, Aid");
        chidi
            .with_cookie("lang", "es")
            .get("/power")
            .expect(200)
            .says("dos personas sacaron todo en archivos");
        town.as_person("Farid").get("/power").expect(404);
        town.as_person("Priya").get("/power").expect(404);
        assert_eq!(chain(town), Chain::Holds { links: 3 });
        // Nothing that people ask for or find hard goes in.
        assert!(PowerKind::ALL.iter().all(|kind| {
            let word = kind.as_str();
            !["ask", "complain", "conflict", "read", "seen"]
                .iter()
                .any(|never| word.starts_with(never))
        }));
    });
}

/// P29, hold: given counsel's hold by Mateo and Chidi, then only they and the host see it; that
/// erasing stops in its scope alone stands in `asks/tests/stories/seizure.rs`.
#[test]
fn hold() {
    on_both(|town| {
        town.hold("Mateo", Role::Steward, "coordinating", "2026-06-30");
        town.until("2026-04-20 10:00");
        let (mateo, chidi) = (town.as_person("Mateo"), town.as_person("Chidi"));
        let scope = [
            ("kind", "hold"),
            ("from_day", "2026-03-01"),
            ("to_day", "2026-04-30"),
        ];
        mateo.post("/two-people", &scope).expect(303);
        let yes = chidi.get("/two-people").between("/two-people/", "/yes");
        chidi
            .post(&format!("/two-people/{yes}/yes"), &[])
            .expect(303);
        let told = "On Monday 20 April two stewards stopped erasing";
        for who in ["Mateo", "Chidi", "Ines", "Tess"] {
            town.as_person(who).get("/power").expect(200).says(told);
        }
        for who in ["Bo", "Hana", "Amara", "Noor"] {
            town.as_person(who).get("/power").expect(200).says_not(told);
        }
        // While it stands, whoever leaves is not shredded from it; when it is lifted, they are.
        mateo.post("/me/leave", &[]).expect(303);
        town.pass(60);
        chidi
            .get("/power")
            .expect(200)
            .says("Mateo, Chidi")
            .says("2026-03-01");
        let amara = town.as_person("Amara");
        let lift = [("kind", "lift_hold"), scope[1], scope[2]];
        amara.post("/two-people", &lift).expect(303);
        let yes = chidi.get("/two-people").between("/two-people/", "/yes");
        chidi
            .post(&format!("/two-people/{yes}/yes"), &[])
            .expect(303);
        town.pass(60);
        chidi
            .get("/power")
            .expect(200)
            .says("Amara, Chidi")
            .says("Who it was is erased.")
            .says_not("Mateo");
        assert_eq!(chain(town), Chain::Holds { links: 2 });
    });
}

#[test]
fn words_are_shredded_and_the_chain_still_holds() {
    on_both(|town| {
        two(town, ("Amara", "Chidi"), "guard");
        tell(town, 2);
        town.as_person("Amara").post("/me/leave", &[]).expect(303);
        town.as_person("Chidi")
            .get("/power")
            .expect(200)
            .says("Who it was is erased.")
            .says_not("Amara");
        assert_eq!(chain(town), Chain::Holds { links: 3 });
        // After a year everybody's words are gone; the days stay.
        town.hold("Noor", Role::Steward, "coordinating", "2026-08-31");
        town.until("2027-03-03 12:00");
        assert_eq!(words(town), 0);
        assert_eq!(chain(town), Chain::Holds { links: 3 });
        town.as_person("Noor")
            .get("/power")
            .expect(200)
            .says("On Monday 2 March two stewards said");
    });
}

fn words(town: &Town) -> i64 {
    #[derive(diesel::QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let count: Count =
        town.data(|conn| Ok(sql_query("select count(*) as n from power_words").get_result(conn)?));
    count.n
}

#[test]
fn a_change_by_hand_is_found_and_named_by_its_number() {
    on_both(|town| {
        tell(town, 6);
        assert_eq!(chain(town), Chain::Holds { links: 6 });
        let newest = |town: &Town| {
            let network = town.house.network().id;
            town.data(|conn| newest_hash(conn, network)).unwrap()
        };
        let printed = newest(town);
        let tried = |sql: &[&str], at: i64| {
            let saved = copy(town);
            for line in sql {
                by_hand(town, line);
            }
            assert_eq!(chain(town), Chain::Broken { at }, "{sql:?}");
            put_back(town, saved);
            assert_eq!(chain(town), Chain::Holds { links: 6 });
        };
        // Changed: the day, the kind, what binds the words.
        tried(
            &["update power_uses set on_day = on_day + 1 where sequence = 3"],
            3,
        );
        tried(
            &["update power_uses set kind = 'exported' where sequence = 5"],
            5,
        );
        tried(
            &["update power_uses set commitment = hash where sequence = 2"],
            2,
        );
        // Taken out.
        tried(&["delete from power_uses where sequence = 4"], 4);
        tried(&["delete from power_uses where sequence = 1"], 1);
        // Swapped.
        tried(
            &[
                "update power_uses set sequence = 100 where sequence = 2",
                "update power_uses set sequence = 2 where sequence = 3",
                "update power_uses set sequence = 3 where sequence = 100",
            ],
            2,
        );
        // Taken out with the gap closed, and put in.
        tried(
            &[
                "delete from power_uses where sequence = 4",
                "update power_uses set sequence = 4 where sequence = 5",
                "update power_uses set sequence = 5 where sequence = 6",
            ],
            4,
        );
        // The words of another: they do not open in this place.
        tried(
            &[
                "update power_words set words = (select w.words from power_words w, power_uses u \
                 where u.id = w.id and u.sequence = 1), row_key = (select w.row_key from \
                 power_words w, power_uses u where u.id = w.id and u.sequence = 1) where id = \
                 (select id from power_uses where sequence = 6)",
            ],
            6,
        );
        // A tail that was cut off fits; the printed hash tells.
        by_hand(town, "delete from power_uses where sequence = 6");
        assert_eq!(chain(town), Chain::Holds { links: 5 });
        assert_ne!(newest(town), printed);
        tell(town, 1);
        assert_eq!(chain(town), Chain::Holds { links: 6 });
        assert_ne!(newest(town), printed);
    });
}

type Saved = (
    Vec<(Vec<u8>, i64, i32, String, Vec<u8>)>,
    Vec<(Vec<u8>, Vec<u8>, Vec<u8>)>,
);

fn copy(town: &Town) -> Saved {
    use diesel::sql_types::{Binary, Integer, Text};
    #[derive(diesel::QueryableByName)]
    struct Use {
        #[diesel(sql_type = Binary)]
        id: Vec<u8>,
        #[diesel(sql_type = BigInt)]
        sequence: i64,
        #[diesel(sql_type = Integer)]
        on_day: i32,
        #[diesel(sql_type = Text)]
        kind: String,
        #[diesel(sql_type = Binary)]
        commitment: Vec<u8>,
        #[diesel(sql_type = Binary)]
        hash: Vec<u8>,
    }
    #[derive(diesel::QueryableByName)]
    struct Words {
        #[diesel(sql_type = Binary)]
        id: Vec<u8>,
        #[diesel(sql_type = Binary)]
        words: Vec<u8>,
        #[diesel(sql_type = Binary)]
        row_key: Vec<u8>,
    }
    town.data(|conn| {
        let uses: Vec<Use> = sql_query("select * from power_uses").load(conn)?;
        let words: Vec<Words> = sql_query("select * from power_words").load(conn)?;
        Ok((
            uses.into_iter()
                .map(|u| {
                    (
                        u.id,
                        u.sequence,
                        u.on_day,
                        u.kind,
                        [u.commitment, u.hash].concat(),
                    )
                })
                .collect(),
            words
                .into_iter()
                .map(|w| (w.id, w.words, w.row_key))
                .collect(),
        ))
    })
}

fn put_back(town: &Town, (uses, words): Saved) {
    use diesel::sql_types::{Binary, Integer, Text};
    let network = town.house.network().id;
    town.data(|conn| {
        sql_query("delete from power_uses").execute(conn)?;
        for (id, sequence, on_day, kind, both) in &uses {
            sql_query(
                "insert into power_uses (id, network_id, sequence, on_day, kind, commitment, hash) \
                 values ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind::<Binary, _>(id)
            .bind::<Binary, _>(network)
            .bind::<BigInt, _>(sequence)
            .bind::<Integer, _>(on_day)
            .bind::<Text, _>(kind)
            .bind::<Binary, _>(&both[..32])
            .bind::<Binary, _>(&both[32..])
            .execute(conn)?;
        }
        for (id, text, key) in &words {
            sql_query("update power_words set words = $1, row_key = $2 where id = $3")
                .bind::<Binary, _>(text)
                .bind::<Binary, _>(key)
                .bind::<Binary, _>(id)
                .execute(conn)?;
        }
        Ok(())
    });
}

#[test]
fn twenty_who_write_at_once_leave_one_unbroken_chain() {
    on_both(|town| {
        let chidi = town.person("Chidi");
        let house = &town.house;
        town.wait(async {
            let writers: Vec<_> = (0..20)
                .map(|_| {
                    let house = house.clone();
                    tokio::spawn(async move {
                        for _ in 0..5 {
                            let inner = house.clone();
                            let told = PowerUse::new(PowerKind::Drilled, [chidi], "steward");
                            house
                                .db
                                .write(move |conn| inner.power_used(conn, &told))
                                .await
                                .expect("told");
                        }
                    })
                })
                .collect();
            for writer in writers {
                writer.await.expect("a writer");
            }
        });
        assert_eq!(chain(town), Chain::Holds { links: 100 });
    });
}
