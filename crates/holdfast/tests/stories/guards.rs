//! Headers, forms of other sites, and forms that stood open for too long.

use holdfast::testing::{Answer, on_both};

#[track_caller]
fn guarded(answer: &Answer) {
    let policy = answer.header("content-security-policy").expect("a policy");
    for part in [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(
        !policy.contains("script-src") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(
        answer.header("cross-origin-opener-policy"),
        Some("same-origin")
    );
    assert!(
        answer.header("server").is_none(),
        "nothing says what runs here"
    );
}

#[test]
fn every_answer_is_guarded_and_private() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        let too_large = vec![b'x'; 300 * 1024];
        let form = "application/x-www-form-urlencoded";
        let answers = [
            bo.get("/").expect(200),
            bo.get("/today").expect(200),
            bo.get("/alive").expect(200),
            bo.get("/nothing").expect(404),
            bo.get("/me/export").expect(200),
            bo.post("/language", &[("lang", "es")]).expect(303),
            bo.post("/two-people", &[("kind", "export")]).expect(409),
            bo.post_bytes("/me", form, &too_large)
                .expect(413)
                .says("más de lo que se puede"),
            town.stranger().get("/today").expect(303),
        ];
        for answer in &answers {
            guarded(answer);
            assert_eq!(answer.header("cache-control"), Some("no-store"));
        }
        let style = bo
            .get("/")
            .between("<link rel=\"stylesheet\" href=\"", "\"");
        let style = bo.get(&style).expect(200);
        guarded(&style);
        assert!(style.header("cache-control").unwrap().contains("immutable"));
        assert_eq!(bo.get("/alive").body, "ok\n");
    });
}

#[test]
fn pages_ask_for_nothing_from_anybody_else() {
    on_both(|town| {
        for path in [
            "/",
            "/what-we-keep",
            "/what-we-keep/circles",
            "/today",
            "/me",
            "/circles",
            "/two-people",
        ] {
            let page = town.as_person("Amara").get(path).expect(200);
            let elsewhere = page
                .body
                .split(['"', '\''])
                .find(|part| part.starts_with("http"));
            assert_eq!(elsewhere, None, "{path}");
            assert!(
                !page.body.contains("<script") && !page.body.contains(" style="),
                "{path}"
            );
            assert!(
                page.body.len() <= 20 * 1024,
                "{path} has {} bytes",
                page.body.len()
            );
        }
    });
}

#[test]
fn where_a_passkey_is_shown_only_our_own_script_runs() {
    on_both(|town| {
        for path in ["/sign-in", "/prove", "/me/ways"] {
            let page = town.as_person("Amara").get(path).expect(200);
            assert_eq!(page.body.matches("<script").count(), 1, "{path}");
            assert!(
                page.body
                    .contains("<script src=\"/passkey.js\" defer></script>")
            );
            let policy = page.header("content-security-policy").unwrap();
            assert!(policy.contains("script-src 'self';"), "{policy}");
            assert!(!policy.contains("unsafe") && !policy.contains("connect-src"));
        }
        // What comes back with a refusal can be answered too.
        let again = town.stranger().post("/sign-in", &[]).expect(422);
        let policy = again.header("content-security-policy").unwrap();
        assert!(policy.contains("script-src 'self';"), "{policy}");
    });
}

#[test]
fn another_sites_form_is_refused() {
    on_both(|town| {
        let about = [("about", "I like rivers")];
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://elsewhere.example"),
            ("origin", "null"),
        ] {
            let bo = town.as_person("Bo").with_header(name, value);
            bo.post("/me", &about)
                .expect(422)
                .says("came from another site")
                .says("I like rivers");
        }
        let bo = town.as_person("Bo");
        bo.get("/me").expect(200).says_not("I like rivers");
        town.as_person("Bo")
            .with_header("sec-fetch-site", "same-origin")
            .post("/me", &about)
            .expect(303);
        bo.get("/me").expect(200).says("I like rivers");
    });
}

#[test]
fn a_form_that_stood_open_too_long_keeps_what_was_typed() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        let stale = [
            ("csrf", "of a session before"),
            ("about", "Rivers & \"bridges\""),
        ];
        let stale: Vec<_> = stale.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec();
        let refused = bo
            .post_bare("/me", &stale)
            .expect(422)
            .says("had been open for too long")
            .says("Rivers &#38; &#34;bridges&#34;")
            .says_not("of a session before");
        let fresh = refused.between("<input type=\"hidden\" name=\"csrf\" value=\"", "\"");
        assert_eq!(fresh, bo.csrf(), "it can simply be sent again");
        bo.get("/me").expect(200).says_not("bridges");
    });
}
