//! What does not wait (§1.7): an ask somebody claimed. Waking by a real HTTP server that stands for
//! the service of a browser's maker.

use super::tools::{arranged, by_folder, chooses, in_folder, on_both_with, open_ask, plain, state};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use holdfast::testing::Town;
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    sync::{Arc, Mutex},
};
use telling::{Trouble, Waking, Ways};

/// What a service was sent: head and body.
type Calls = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// A service that answers with these statuses in turn, the last for ever.
fn service(statuses: &'static [u16]) -> (String, Calls) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let calls = Calls::default();
    let kept = calls.clone();
    std::thread::spawn(move || {
        for (n, stream) in listener.incoming().enumerate() {
            let mut stream = stream.unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut head, mut length) = (String::new(), 0);
            loop {
                let mut line = String::new();
                reader.read_line(&mut line).unwrap();
                if let Some(n) = line.to_lowercase().strip_prefix("content-length:") {
                    length = n.trim().parse().unwrap();
                }
                head += &line;
                if line.trim().is_empty() {
                    break;
                }
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            kept.lock().unwrap().push((head, body));
            let status = statuses[n.min(statuses.len() - 1)];
            let answer =
                format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    (base, calls)
}

fn ways() -> Ways {
    Ways {
        waking: Waking {
            hosts: vec!["127.0.0.1".to_owned()],
            plain: true,
            ..Waking::default()
        },
        ..Ways::default()
    }
}

fn header<'a>(head: &'a str, name: &str) -> &'a str {
    let line = head.lines().find_map(|line| {
        let (found, value) = line.split_once(": ")?;
        found.eq_ignore_ascii_case(name).then_some(value)
    });
    line.unwrap_or_default()
}

/// Bo can be woken there, holds an ask that needs an answer by the sixth, and chose to hear of it.
fn bo_holds_an_ask(town: &Town, place: &str) -> String {
    town.tick();
    let bo = town.as_person("Bo");
    bo.post("/me/telling/wake", &[("place", place)]).expect(303);
    chooses(&bo, "", "", true);
    let (id, _) = open_ask(town, "Food for 2", "2026-03-06");
    arranged(&bo, &id, "At four.");
    id
}

#[test]
fn a_browser_is_woken_with_our_name_and_without_a_word() {
    on_both_with(&ways(), |town| {
        let (base, calls) = service(&[201]);
        bo_holds_an_ask(town, &format!("{base}/bo/abc"));
        let key = town
            .as_person("Bo")
            .get("/me/telling")
            .between("data-key=\"", "\"");
        town.until("2026-03-05 12:00");
        assert_eq!(town.errands(), 0, "its day has not come");
        town.until("2026-03-06 08:00");
        assert_eq!(town.errands(), 1);
        town.tick();
        assert_eq!(town.errands(), 0, "once");
        let calls = calls.lock().unwrap();
        let [(head, body)] = calls.as_slice() else {
            panic!("{} calls", calls.len());
        };
        assert!(head.starts_with("POST /bo/abc "), "{head}");
        assert!(body.is_empty(), "nothing is said");
        assert_eq!(header(head, "ttl"), "86400");
        assert_eq!(header(head, "user-agent"), "");
        // Signed by the key that the page gave the browser (RFC 8292).
        let said = header(head, "authorization");
        let (token, k) = said
            .strip_prefix("vapid t=")
            .unwrap()
            .split_once(", k=")
            .unwrap();
        assert_eq!(k, key);
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let key = VerifyingKey::from_sec1_bytes(&BASE64.decode(k).unwrap()).unwrap();
        let signature = Signature::from_slice(&BASE64.decode(signature).unwrap()).unwrap();
        key.verify(signed.as_bytes(), &signature).unwrap();
        let claims = BASE64.decode(signed.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(claims["aud"], base);
        assert_eq!(claims["exp"], town.house.now().0 + 12 * 3600);
        assert_eq!(claims["sub"], "https://rivermouth.example");
        assert!(state(town).wake_trouble.is_none());
    });
}

#[test]
fn an_ask_that_is_taken_back_is_told_at_once_and_only_to_whoever_chose_so() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        let _ = std::fs::remove_dir_all(folder.path());
        let (bo, yuki) = (town.as_person("Bo"), town.as_person("Yuki"));
        chooses(&bo, "bo@example.org", "", true);
        town.confirms_address("Bo");
        chooses(&yuki, "yuki@example.org", "", false);
        town.confirms_address("Yuki");
        for browser in [&bo, &yuki] {
            let (id, _) = open_ask(town, "Food for 2", "2026-03-20");
            arranged(browser, &id, "At four.");
            let sam = town.as_person("Sam");
            sam.post(&format!("/asks/{id}/withdraw"), &[]).expect(303);
        }
        // Without a browser to wake, by letter; and the letter says nothing either.
        assert_eq!(town.errands(), 1);
        let said = plain(&in_folder(folder.path())[0]);
        assert!(said.contains("To: bo@example.org"), "{said}");
        assert!(said.contains("Something of yours in Rivermouth"), "{said}");
        assert!(!said.contains("Food"), "{said}");
        // Two days without a plan: it goes back to the board, and Bo hears of it.
        let (id, _) = open_ask(town, "Food for 3", "2026-03-20");
        bo.post(&format!("/asks/{id}/claim"), &[]).expect(303);
        town.pass(49 * 3600);
        assert_eq!(town.errands(), 1);
    });
}

#[test]
fn a_service_that_says_500_is_asked_again_and_one_that_says_gone_is_let_go() {
    on_both_with(&ways(), |town| {
        let (base, calls) = service(&[500, 500, 201, 410]);
        bo_holds_an_ask(town, &format!("{base}/bo"));
        town.until("2026-03-06 08:00");
        for _ in 0..2 {
            assert_eq!(town.errands(), 0);
            let (since, trouble) = state(town).wake_trouble.unwrap();
            assert_eq!(
                (since, trouble),
                (town.moment("2026-03-06 08:00"), Trouble::Later)
            );
            assert_eq!(state(town).wakings_waiting, 1);
            town.pass(61);
        }
        assert_eq!(town.errands(), 1);
        assert_eq!(state(town).wake_trouble, None);
        // Another ask; the browser has been thrown into the river.
        let (id, _) = open_ask(town, "Food for 3", "2026-03-07");
        arranged(&town.as_person("Bo"), &id, "At four.");
        town.until("2026-03-07 08:00");
        assert_eq!(town.errands(), 0);
        town.as_person("Bo")
            .get("/me/telling")
            .expect(200)
            .says_not("No longer");
        assert_eq!(state(town).wakings_waiting, 0);
        assert_eq!(calls.lock().unwrap().len(), 4);
    });
}

#[test]
fn our_server_is_sent_nowhere_but_to_services_we_know() {
    on_both_with(&Ways::default(), |town| {
        let bo = town.as_person("Bo");
        for place in [
            "http://127.0.0.1:1/",
            "https://example.org/x",
            "https://169.254.169.254/",
            "file:///etc/passwd",
            "",
        ] {
            bo.post("/me/telling/wake", &[("place", place)])
                .expect(422)
                .says("cannot be woken");
        }
        let page = bo.get("/me/telling").expect(200);
        let policy = page.header("content-security-policy").unwrap();
        assert!(
            policy.contains("script-src 'self'") && !policy.contains("unsafe"),
            "{policy}"
        );
        for script in ["/wake.js", "/wake-worker.js"] {
            let answer = bo.get(script).expect(200);
            let kind = answer.header("content-type").unwrap();
            assert!(kind.starts_with("text/javascript"), "{kind}");
            assert!(!answer.body.contains("http:") && !answer.body.contains("https:"));
        }
        bo.get("/wake-worker.js")
            .says("Something of yours in Rivermouth");
        // A network's name is data in the script, whatever it is.
        let facts = (*town.house.network()).clone();
        let name = "R\"</script>\n\u{2028}\\".to_owned();
        town.house.set_network(web::NetworkFacts { name, ..facts });
        let odd = bo.get("/wake-worker.js").expect(200);
        let first = odd.body.lines().next().unwrap();
        let words = first
            .strip_prefix("const WORDS = ")
            .unwrap()
            .trim_end_matches(';');
        let words: serde_json::Value = serde_json::from_str(words).unwrap();
        assert!(words["en"].as_str().unwrap().contains("</script>"));
    });
}
