//! "Is it still you?" before what would harm somebody whose phone another holds.

use crate::door::joined;
use holdfast::testing::{Browser, Town, on_both};

fn ages(town: &Town, seconds: i64) {
    town.clock.advance(seconds);
}

fn proves(browser: &Browser, words: &str, back: &str) -> String {
    let shown = [("passphrase", words), ("back", back)];
    let done = browser.post("/prove", &shown).expect(303);
    done.location().to_owned()
}

#[test]
fn a_proof_is_fresh_for_ten_minutes_and_not_a_second_more() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        ages(town, 599);
        amara.post("/two-people", &[("kind", "export")]).expect(303);
        amara.get("/me/export").expect(200);
        ages(town, 1);
        amara.get("/me/passphrase").expect(200);
        ages(town, 1);
        let asked = amara
            .post(
                "/two-people",
                &[("kind", "hold"), ("from_day", "2026-03-01")],
            )
            .expect(409)
            .says("Is it still you?")
            .says("2026-03-01");
        assert!(asked.body.contains("href=\"/prove\""));
        let page = amara.get("/two-people").expect(200);
        page.says("ask first whether it is still you")
            .says_not("name=\"from_day\"");
        assert_eq!(
            amara.get("/me/passphrase").expect(303).location(),
            "/prove?back=%2Fme%2Fpassphrase"
        );
        assert_eq!(
            amara.get("/me/export").expect(303).location(),
            "/prove?back=%2Fme"
        );
        amara.post("/me/passphrase", &[]).expect(409);
        // By a clock that went back, what was proved later is not proved.
        let bo = town.as_person("Bo");
        ages(town, -60);
        bo.get("/me/export").expect(303);
    });
}

/// No column says for longer than it is of use when somebody was last here.
#[test]
fn when_somebody_showed_it_is_forgotten_after_ten_minutes() {
    use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::BigInt};
    #[derive(QueryableByName)]
    struct Kept {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let kept = |town: &Town| {
        let all = "select count(*) as n from sessions where proved_at <> 0";
        let found: Vec<Kept> = town.data(|conn| Ok(sql_query(all).load(conn)?));
        found[0].n
    };
    on_both(|town| {
        town.as_person("Bo");
        town.pass(600);
        assert_eq!(kept(town), 1);
        town.pass(1);
        assert_eq!(kept(town), 0);
    });
}

#[test]
fn signing_out_everywhere_and_leaving_wait_for_nothing() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        ages(town, 3600);
        bo.post("/me/sign-out-everywhere", &[]).expect(303);
        let bo = town.as_person("Bo");
        ages(town, 3600);
        bo.post("/me/leave", &[]).expect(303);
    });
}

#[test]
fn six_words_show_it_and_the_session_goes_on_under_another_token() {
    on_both(|town| {
        let (ada, words) = joined(town, "Ada");
        ages(town, 700);
        let copied = ada.cookie("holdfast").unwrap();
        let wrong = [
            ("passphrase", "six other words of somebody else"),
            ("back", "/me"),
        ];
        ada.post("/prove", &wrong)
            .expect(422)
            .says("not your six words")
            .says("value=\"/me\"");
        ada.get("/me/export").expect(303);
        assert_eq!(
            proves(&ada, &words, "/me/passphrase"),
            "/me/passphrase?said=proved"
        );
        ada.get("/me/passphrase?said=proved")
            .expect(200)
            .says("For ten minutes");
        ada.get("/me/export").expect(200);
        assert_ne!(ada.cookie("holdfast").unwrap(), copied);
        town.stranger()
            .with_session(&copied)
            .get("/today")
            .expect(303);
        // It ends when it would have ended.
        ages(town, 30 * 86_400 - 700 - 1);
        ada.get("/today").expect(200);
        ages(town, 1);
        ada.get("/today").expect(303);
    });
}

#[test]
fn the_way_back_leads_nowhere_else() {
    on_both(|town| {
        let (ada, words) = joined(town, "Ada");
        for elsewhere in [
            "https://elsewhere.example/",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "/\telsewhere",
            "javascript:alert(1)",
        ] {
            assert_eq!(proves(&ada, &words, elsewhere), "/me?said=proved");
            let page = ada.get(&format!("/prove?back={}", web::in_query(elsewhere)));
            page.expect(200).says_not("elsewhere");
        }
    });
}

#[test]
fn somebody_elses_words_do_not_show_it_and_guesses_are_counted_together() {
    on_both(|town| {
        let (ada, words) = joined(town, "Ada");
        let (eve, of_eve) = joined(town, "Eve");
        ages(town, 700);
        ada.post("/prove", &[("passphrase", &of_eve)]).expect(422);
        ada.get("/me/export").expect(303);
        for _ in 0..99 {
            town.house.sign_in_attempts.allow(b"ada", town.house.now());
        }
        let shown = [("passphrase", words.as_str())];
        ada.post("/prove", &shown)
            .expect(409)
            .says("too many tries");
        town.stranger()
            .post("/sign-in", &[("handle", "Ada"), ("passphrase", &words)])
            .expect(409);
        proves(&eve, &of_eve, "/me");
    });
}

#[test]
fn new_words_end_every_other_session() {
    on_both(|town| {
        let (ada, old) = joined(town, "Ada");
        let library = town.as_person("Ada");
        let yuki = town.as_person("Yuki");
        let new = ada
            .post("/me/passphrase", &[])
            .expect(200)
            .between("<p class=\"code\">", "</p>");
        ada.get("/today").expect(200);
        library.get("/today").expect(303);
        yuki.get("/today").expect(200);
        let comes = |words: &str| {
            let typed = [("handle", "Ada"), ("passphrase", words)];
            town.stranger().post("/sign-in", &typed).status
        };
        assert_eq!(comes(&old), 422);
        assert_eq!(comes(&new), 303);
    });
}
