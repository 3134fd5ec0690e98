//! The nightly sweep.

use holdfast::testing::{Town, on_both};

#[test]
fn a_clock_set_a_year_back_erases_nothing_and_says_so() {
    on_both(|town| {
        town.until("2026-03-03 23:40");
        assert!(!town.sweep().clock_is_behind);
        let bo = town.as_person("Bo");
        town.set_clock("2025-03-03 12:00");
        let counts = town.sweep();
        assert!(counts.clock_is_behind);
        assert_eq!((counts.erased, counts.keys_destroyed), (0, 0));
        town.set_clock("2026-03-04 12:00");
        bo.get("/today").expect(200);
        assert!(!town.sweep().clock_is_behind);
    });
}

#[test]
fn everything_still_opens_after_months_of_sweeps_and_renewed_keys() {
    on_both(|town| {
        town.until("2026-03-20 12:00");
        town.until("2026-06-20 12:00");
        let (amara, yuki) = (town.as_person("Amara"), town.as_person("Yuki"));
        amara.post("/me", &[("about", "By the bridge")]).expect(303);
        town.as_person("Bo").post("/me/leave", &[]).expect(303);
        town.until("2026-06-21 12:00");
        amara.get("/me").expect(200).says("By the bridge");
        let circle = format!("/circles/{}", town.circle("aid"));
        yuki.get(&circle)
            .expect(200)
            .says("Amara")
            .says("Yuki")
            .says_not("<li>Bo");
    });
}

type Keys = Vec<([u8; 16], store::WrappedKey)>;

/// The keys of every row of a sealed table, as a copy of the database has them.
fn keys(town: &Town, table: &str) -> Keys {
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

/// Something is said, and later taken back or said anew: by whom, where, what.
type Said = (&'static str, fn(&Town), fn(&Town));

fn bo(town: &Town, path: &str, fields: &[(&str, &str)]) {
    town.as_person("Bo").post(path, fields).expect(303);
}

const SAID: &[Said] = &[
    (
        "capacities",
        |town| bo(town, "/rest/capacity", &[("word", "little")]),
        |town| bo(town, "/rest/capacity", &[("word", "")]),
    ),
    (
        "capacities",
        |town| bo(town, "/rest/capacity", &[("word", "little")]),
        |town| bo(town, "/rest/capacity", &[("word", "some")]),
    ),
    (
        "ceilings",
        |town| bo(town, "/me/ceiling", &[("most", "1")]),
        |town| bo(town, "/me/ceiling", &[("most", "3")]),
    ),
    (
        "rests",
        |town| bo(town, "/me/rest", &[("reach_me_if", "Anything burns")]),
        |town| bo(town, "/me/return", &[]),
    ),
    (
        "offers",
        |town| bo(town, "/offers", &[("kind", "food"), ("words", "Soup")]),
        |town| {
            let page = town.as_person("Bo").get("/offers").expect(200);
            let id = page.between("action=\"/offers/", "/back\"");
            bo(town, &format!("/offers/{id}/back"), &[]);
        },
    ),
    (
        "open_places",
        |town| {
            let aid = format!("circle:{}", town.circle("aid"));
            let fields = [("to", aid.as_str()), ("words", "The door")];
            let made = town.as_person("Bo").post("/commitments/new", &fields);
            let there = made
                .expect(303)
                .location()
                .split('?')
                .next()
                .unwrap()
                .to_owned();
            let amara = town.as_person("Amara");
            amara.post(&format!("{there}/accept"), &[]).expect(303);
            bo(town, &format!("{there}/release"), &[]);
        },
        |town| {
            let rota = format!("/circles/{}/rota", town.circle("aid"));
            let yuki = town.as_person("Yuki");
            let place = yuki.get(&rota).expect(200).between("href=\"/places/", "\"");
            yuki.post(&format!("/places/{place}/take"), &[]).expect(303);
        },
    ),
    (
        "texts",
        |town| {
            let sam = town.as_person("Sam");
            sam.post("/shift/take", &[("hours", "2")]).expect(303);
            let ask = [
                ("channel", "text"),
                ("words", "food"),
                ("contact", "555 0142"),
            ];
            sam.post("/asks/new", &ask).expect(303);
        },
        |town| {
            let sam = town.as_person("Sam");
            sam.post("/shift/take", &[("hours", "2")]).expect(303);
            let text = sam
                .get("/texts")
                .expect(200)
                .between("action=\"/texts/", "/sent\"");
            sam.post(&format!("/texts/{text}/sent"), &[]).expect(303);
        },
    ),
    (
        "credentials",
        |town| town.two_ways_in("Bo"),
        |town| town.two_ways_in("Bo"),
    ),
];

/// A night on which nothing else has had its time is enough: what was taken back by day, or stands
/// otherwise now, does not open in a copy of before.
#[test]
fn what_is_taken_back_or_said_anew_is_unreadable_after_the_next_night() {
    on_both(|town| {
        let network = town.house.network().id;
        let mut day = kernel::Day::parse("2026-03-03").unwrap();
        for (table, say, take_back) in SAID {
            say(town);
            town.until(&format!("{day} 12:00"));
            let copy = keys(town, table);
            assert!(!copy.is_empty(), "nothing was said in {table}");
            take_back(town);
            day = day.plus(1);
            town.until(&format!("{day} 12:00"));
            for (id, row_key) in &copy {
                let place = store::Row {
                    network: &network,
                    table,
                    id,
                };
                assert!(
                    town.house.vault.open_key(place, row_key).is_err(),
                    "an old copy of {table} opens"
                );
            }
            day = day.plus(1);
        }
    });
}
