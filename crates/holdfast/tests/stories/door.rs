//! Signing in by six words, and out everywhere.

use holdfast::{
    owners::OsChance,
    practices,
    testing::{Browser, Database, Town, on_both},
};
use std::sync::Arc;
use telling::Ways;

/// Lets somebody of the cast come in by an invitation, as everybody does, and keeps their words.
pub fn joined(town: &Town, handle: &str) -> (Browser, String) {
    let amara = town.as_person("Amara");
    let circle = town.circle("aid");
    let link = amara
        .post(&format!("/circles/{circle}/invite"), &[("as", "member")])
        .expect(200)
        .between("/join/", "<");
    let browser = town.stranger();
    let words = browser
        .post(
            &format!("/join/{link}"),
            &[("handle", handle), ("language", "en")],
        )
        .expect(200)
        .between("<p class=\"code\">", "</p>");
    (browser, words)
}

#[test]
fn six_words_open_the_door_however_a_phone_writes_them() {
    on_both(|town| {
        let (_, words) = joined(town, "Ada");
        let phone = town.stranger();
        let sloppy = format!(" {} ", words.to_uppercase().replace(' ', "-"));
        let came = phone
            .post("/sign-in", &[("handle", "ada"), ("passphrase", &sloppy)])
            .expect(303);
        assert_eq!(came.location(), "/today");
        phone.get("/today").expect(200).says("Monday 2 March");
    });
}

#[test]
fn wrong_words_and_a_name_nobody_has_get_the_same_answer() {
    on_both(|town| {
        joined(town, "Ada");
        let guess = |handle: &str| {
            town.stranger()
                .post(
                    "/sign-in",
                    &[
                        ("handle", handle),
                        ("passphrase", "six words that are not right"),
                    ],
                )
                .expect(422)
                .says("do not fit together")
                .without_chance()
                .replace(handle, "NAME")
        };
        assert_eq!(guess("Ada"), guess("Eve"));
        // Bo is of the cast and never chose words.
        assert_eq!(guess("Ada"), guess("Bo"));
    });
}

#[test]
fn a_hundred_guesses_at_one_name_a_day() {
    let town = Town::on(holdfast::testing::Database::sqlite());
    for _ in 0..100 {
        town.house.sign_in_attempts.allow(b"bo", town.house.now());
    }
    let guess = |handle| {
        town.stranger().post(
            "/sign-in",
            &[("handle", handle), ("passphrase", "one more")],
        )
    };
    guess("Bo").expect(409).says("too many tries");
    guess("Yuki").expect(422);
    town.pass(86_400);
    guess("Bo").expect(422);
}

#[test]
fn signing_out_everywhere_ends_every_session_and_nobody_elses() {
    on_both(|town| {
        let (phone, library) = (town.as_person("Bo"), town.as_person("Bo"));
        let yuki = town.as_person("Yuki");
        phone.get("/me").expect(200).says("Where you are signed in");
        let out = phone.post("/me/sign-out-everywhere", &[]).expect(303);
        assert_eq!(out.location(), "/sign-in");
        assert_eq!(phone.cookie("holdfast"), None, "the cookie is taken back");
        for browser in [&phone, &library] {
            assert_eq!(browser.get("/today").expect(303).location(), "/sign-in");
        }
        yuki.get("/today").expect(200);
    });
}

#[test]
fn a_session_ends_after_thirty_days() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        town.pass(30 * 86_400 - 60);
        bo.get("/today").expect(200);
        town.pass(60);
        bo.get("/today").expect(303);
    });
}

#[test]
fn leaving_needs_no_reason_and_lets_go_at_once() {
    on_both(|town| {
        let (bo, yuki) = (town.as_person("Bo"), town.as_person("Yuki"));
        let circle = format!("/circles/{}", town.circle("aid"));
        yuki.get(&circle).expect(200).says("Bo");
        bo.get("/me/leave").expect(200);
        bo.post("/me/leave", &[]).expect(303);
        bo.get("/today").expect(303);
        yuki.get(&circle).expect(200).says_not("<li>Bo");
    });
}

#[test]
fn signing_in_anew_ends_the_session_that_was_in_this_browser() {
    on_both(|town| {
        let (phone, words) = joined(town, "Ada");
        let before = phone.cookie("holdfast").expect("a session");
        phone
            .post("/sign-in", &[("handle", "Ada"), ("passphrase", &words)])
            .expect(303);
        assert_ne!(phone.cookie("holdfast"), Some(before.clone()));
        let old = town.stranger().with_session(&before);
        assert_eq!(old.get("/today").expect(303).location(), "/sign-in");
        phone.get("/today").expect(200);
    });
}

/// A flood of names that nobody has costs one measure, not the server's memory and time.
#[test]
fn guesses_are_measured_by_where_they_come_from_before_they_cost_anything() {
    on_both(|town| {
        let flood = town
            .stranger()
            .with_header("x-forwarded-for", "203.0.113.9");
        let guess = |browser: &Browser, n: usize| {
            let handle = format!("nobody {n}");
            let fields = [
                ("handle", &*handle),
                ("passphrase", "six words that nobody has here"),
            ];
            browser.post("/sign-in", &fields)
        };
        let measured = (0..61)
            .map(|n| guess(&flood, n).status)
            .position(|s| s == 429);
        assert_eq!(measured, Some(60));
        guess(&flood, 62)
            .expect(429)
            .says_not("six words that nobody");
        let elsewhere = town
            .stranger()
            .with_header("x-forwarded-for", "203.0.113.10");
        guess(&elsewhere, 63).expect(422);
    });
}

#[test]
fn over_https_cookies_are_for_this_host_and_this_way_alone() {
    let town = Town::with(
        Database::sqlite(),
        practices(Ways::default()),
        Arc::new(OsChance),
        |settings| settings.secure_cookies = true,
    );
    let (browser, words) = joined(&town, "Ada");
    let came = browser
        .post("/sign-in", &[("handle", "Ada"), ("passphrase", &words)])
        .expect(303);
    let cookie = came.header("set-cookie").expect("a cookie");
    assert!(cookie.starts_with("__Host-holdfast="), "{cookie}");
    for word in ["; Path=/;", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(cookie.contains(word), "{cookie}");
    }
    let tongue = browser.post("/language", &[("lang", "es")]).expect(303);
    assert!(
        tongue
            .header("set-cookie")
            .expect("a cookie")
            .contains("; Secure")
    );
    // The plain name is nobody's session here.
    let token = browser.cookie("__Host-holdfast").expect("a session");
    let planted = town.stranger().with_cookie("holdfast", &token);
    assert_eq!(planted.get("/today").expect(303).location(), "/sign-in");
}
