//! Texts by a gateway that fetches them with one signed call (P6, J3).

use super::tools::{arranged, on_both_with, open_ask, state};
use holdfast::testing::{Answer, Town};
use telling::{Ways, sign};

const KEY: &[u8] = b"nobody else knows this key of forty bytes";

fn ways() -> Ways {
    Ways {
        gateway_key: Some(KEY.to_vec()),
        ..Ways::default()
    }
}

/// A call of the gateway, signed at this moment of the town's clock.
#[track_caller]
fn call(town: &Town, path: &str, body: &str) -> Answer {
    call_at(town, path, body, 0)
}

#[track_caller]
fn call_at(town: &Town, path: &str, body: &str, seconds_off: i64) -> Answer {
    let time = town.house.now().plus_seconds(seconds_off).0.to_string();
    let signature = sign(KEY, &time, path, body.as_bytes());
    let gateway = town
        .stranger()
        .with_header("holdfast-time", &time)
        .with_header("holdfast-signature", &signature);
    gateway.post_bytes(path, "application/json", body.as_bytes())
}

fn texts(town: &Town) -> Vec<serde_json::Value> {
    serde_json::from_str(&call(town, "/gateway/texts", "").expect(200).body).unwrap()
}

#[test]
fn a_gateway_fetches_what_waits_and_says_what_it_sent() {
    on_both_with(&ways(), |town| {
        // The stewards chose a neutral word.
        let amara = town.as_person("Amara");
        amara
            .post("/telling/texts", &[("begin_with", "two words")])
            .expect(422)
            .says("one word of at most twenty letters");
        amara
            .post("/telling/texts", &[("begin_with", "Willow")])
            .expect(303);
        town.as_person("Bo").get("/telling/texts").expect(404);
        let (id, code) = open_ask(town, "Food for 2", "2026-03-06");
        town.pass(1);
        arranged(&town.as_person("Bo"), &id, "Friday at four, 18 Alder St");
        let given = texts(town);
        let of = |n: usize, name: &str| given[n][name].as_str().unwrap().to_owned();
        // The number without the name; the word before; nothing of what was asked or agreed.
        assert_eq!(given.len(), 2, "{given:?}");
        assert!((0..2).all(|n| of(n, "number") == "5550142"), "{given:?}");
        assert!(
            of(0, "body").starts_with(&format!("Willow: {code}: we have it.")),
            "{given:?}"
        );
        assert_eq!(
            of(1, "body"),
            format!("Willow: {code}: there is word for you. Look with your code, or call us.")
        );
        // A second call while the gateway has them gets none; a person sees that it has them.
        assert!(texts(town).is_empty());
        let sam = town.as_person("Sam");
        sam.get("/texts")
            .expect(200)
            .says("Willow: ")
            .says("Friday at four, 18 Alder St")
            .says("A gateway took this along");
        // Sent, once or twice, is sent; the other comes again when the gateway said nothing of it.
        for _ in 0..2 {
            call(town, &format!("/gateway/texts/{}/sent", of(0, "id")), "").expect(204);
        }
        town.pass(601);
        let again = texts(town);
        assert_eq!(again.len(), 1);
        assert_eq!(again[0]["id"], given[1]["id"]);
        // The stewards may let a gateway send what was agreed.
        amara
            .post(
                "/telling/texts",
                &[("begin_with", "Willow"), ("whole", "yes")],
            )
            .expect(303);
        town.pass(601);
        let whole = texts(town)[0]["body"].as_str().unwrap().to_owned();
        assert!(whole.contains("18 Alder St"), "{whole}");
    });
}

#[test]
fn a_gateway_that_is_broken_for_a_day_loses_nothing() {
    on_both_with(&ways(), |town| {
        let (_, code) = open_ask(town, "Food for 2", "2026-03-06");
        let since = town.house.now();
        // It fetches and dies, every hour of a day.
        for _ in 0..24 {
            let given = texts(town);
            assert_eq!(given.len(), 1);
            assert!(given[0]["body"].as_str().unwrap().contains(&code));
            town.pass(3600);
        }
        let state = state(town);
        assert_eq!((state.texts_waiting, state.texts_since), (1, Some(since)));
        assert_eq!(
            state.gateway_came,
            Some(town.house.now().plus_seconds(-3600))
        );
        let amara = town.as_person("Amara");
        amara
            .get("/telling/texts")
            .expect(200)
            .says("One text waits")
            .says("A gateway last came");
    });
}

#[test]
fn who_does_not_sign_gets_nothing() {
    on_both_with(&ways(), |town| {
        let (_, code) = open_ask(town, "Food for 2", "2026-03-06");
        let path = "/gateway/texts";
        let stranger = town.stranger();
        stranger
            .post_bytes(path, "application/json", b"")
            .expect(401)
            .says_not(&code)
            .says_not("555");
        for off in [-301, 301, 86_400] {
            call_at(town, path, "", off)
                .expect(401)
                .says("set the clock right");
        }
        // Within the window a call that came twice is a call that came once.
        call_at(town, path, "", -299).expect(200).says(&code);
        // A signature of another path, or of another body.
        let time = town.house.now().0.to_string();
        let signature = sign(KEY, &time, path, b"");
        let thief = town
            .stranger()
            .with_header("holdfast-time", &time)
            .with_header("holdfast-signature", &signature);
        thief
            .post_bytes("/gateway/texts/x/sent", "text/plain", b"")
            .expect(401);
        thief
            .post_bytes(path, "application/json", b"{\"most\":1}")
            .expect(401);
        // Signed, and not understood.
        for body in ["{", "[]", "{\"most\":-1}", "{\"all\":true}", "null\0"] {
            call(town, path, body)
                .expect(422)
                .says("The body should be");
        }
        call(town, "/gateway/texts/x/sent", "").expect(404);
        assert_eq!(state(town).texts_waiting, 1);
    });
    on_both_with(&Ways::default(), |town| {
        call(town, "/gateway/texts", "").expect(404);
    });
}
