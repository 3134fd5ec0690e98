//! The doors that answers come in by: what is strange, too much, or broken.

use super::{
    letters::{letter, yuki_gets_letters},
    tools::{Hands, SECRET, answers, message, on_both_with, open_door, state, with_answers},
};
use holdfast::testing::{MailServer, MailServerWay, Town};
use kernel::Standing;
use std::os::unix::net::UnixStream;
use telling::{AnswerDoor, Listening, Ways, take_answers};

const YUKI: &str = "yuki@example.org";

fn rests(town: &Town) -> bool {
    let (person, network) = (town.person("Yuki"), town.house.network().id);
    let found = town.data(|conn| Ok(people::standing_of(conn, network, person)?));
    found == Some(Standing::Resting)
}

fn returns(town: &Town) {
    assert!(rests(town));
    town.as_person("Yuki").post("/me/return", &[]).expect(303);
}

#[test]
fn a_mail_server_hands_over_in_order_or_is_told() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let port = open_door(town);
        let mut hands = Hands::to(port);
        for (said, answer) in [
            ("DATA", "503"),
            ("RCPT TO:<x@example.org>", "503"),
            ("EHLO mail.example", "500"),
            ("STARTTLS", "502"),
            ("VRFY yuki", "502"),
            ("NOOP", "250"),
            ("MAIL FROM:<yuki@example.org> SIZE=70000", "552"),
            ("MAIL FROM:<yuki@example.org> SIZE=700", "250"),
            ("MAIL FROM:<yuki@example.org>", "503"),
            ("DATA", "503"),
            ("RCPT TO:<answers@rivermouth.example>", "550"),
            ("RCPT TO:<yuki@rivermouth.example>", "550"),
            ("\u{1}\u{2}", "501"),
            (&format!("RCPT TO:<{}>", to.to_uppercase()), "250"),
            (&format!("RCPT TO:<{to}>"), "452"),
            ("RSET", "250"),
            ("DATA", "503"),
        ] {
            let heard = hands.says(said);
            assert!(heard.starts_with(answer), "{said}: {heard}");
        }
        // All at once, as mail servers do.
        let all = message(YUKI, &to, "", "rest");
        hands.bytes(format!("MAIL FROM:<{YUKI}>\r\nRCPT TO:<{to}>\r\nDATA\r\n").as_bytes());
        assert!(hands.hears().starts_with("250") && hands.hears().starts_with("250"));
        assert!(hands.hears().starts_with("354"));
        hands.bytes(format!("{all}.\r\nNOOP\r\n").as_bytes());
        assert_eq!(hands.hears(), "250 2.0.0 Taken");
        assert_eq!(hands.hears(), "250 2.0.0 Here");
        assert_eq!(hands.says("QUIT"), "221 2.0.0 Goodbye");
        assert_eq!(hands.hears(), "");
        returns(town);
        // A line without end, and nonsense without end, are hung up on; others go on.
        let mut endless = Hands::to(port);
        endless.bytes(&[b'x'; 20_000]);
        let heard = endless.hears();
        assert!(heard.is_empty() || heard.starts_with("500"), "{heard}");
        assert_eq!(endless.says("NOOP"), "");
        let mut nonsense = Hands::to(port);
        let heard: Vec<String> = (0..12).map(|_| nonsense.says("BLA")).collect();
        assert!(
            heard[9].starts_with("501") && heard[10].is_empty(),
            "{heard:?}"
        );
        assert!(!rests(town));
    });
}

/// Not our own words alone: Python's LMTP, as programs beside us speak it.
#[test]
fn another_programs_lmtp_hands_over_too() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let port = open_door(town).to_string();
        let all = message(YUKI, &to, "", "..\r\n.\r\nrest");
        let program = "import smtplib, sys\n\
                       with smtplib.LMTP('127.0.0.1', int(sys.argv[1])) as hands:\n    \
                       hands.sendmail('yuki@example.org', [sys.argv[2]], sys.argv[3])\n";
        let done = std::process::Command::new("python3")
            .args(["-c", program, &port, &to, &all])
            .status()
            .unwrap();
        assert!(done.success());
        assert!(rests(town));
    });
}

#[test]
fn a_giant_letter_is_refused_and_garbage_is_dropped() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let mut hands = Hands::to(open_door(town));
        let before = mail.letters().len();
        let giant = message(
            YUKI,
            &to,
            "",
            &format!("rest\r\n{}", "x\r\n".repeat(100_000)),
        );
        assert!(hands.message(&to, giant.as_bytes()).starts_with("552"));
        for n in 0..=255u8 {
            let garbage: Vec<u8> = (0..600u32).map(|i| (i as u8).wrapping_mul(n) ^ n).collect();
            assert_eq!(hands.message(&to, &garbage), "250 2.0.0 Taken");
        }
        assert_eq!(hands.message(&to, b""), "250 2.0.0 Taken");
        town.errands();
        assert_eq!(mail.letters().len(), before);
        assert!(!rests(town));
        // What follows on the same line is heard.
        hands.message(&to, message(YUKI, &to, "", "rest").as_bytes());
        assert!(rests(town));
    });
}

/// The door as it is in the settings; while nobody answers there, the health page says so.
#[test]
fn the_door_is_a_socket_and_its_silence_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers");
    let mail = MailServer::start(&MailServerWay::default());
    let mut ours = answers();
    ours.door = AnswerDoor::new(path.to_str().unwrap()).ok();
    let ways = Ways {
        answers: Some(ours),
        ..with_answers(&mail)
    };
    on_both_with(&ways, |town| {
        let _ = std::fs::remove_file(&path);
        yuki_gets_letters(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let since = town.house.now();
        assert_eq!(state(town).answers_closed, Some(since));
        town.as_person("Tess")
            .get("/health")
            .expect(200)
            .says("Answers to letters cannot come in since");
        let (house, at) = (town.house.clone(), path.clone());
        town.wait(async move {
            let listener = tokio::net::UnixListener::bind(at).unwrap();
            tokio::spawn(take_answers(Listening::Socket(listener), house, answers()));
        });
        town.errands();
        assert_eq!(state(town).answers_closed, None);
        town.as_person("Tess")
            .get("/health")
            .expect(200)
            .says_not("Answers to letters");
        let mut hands = Hands::by(UnixStream::connect(&path).unwrap());
        hands.message(&to, message(YUKI, &to, "", "rest").as_bytes());
        assert!(rests(town));
    });
}

#[test]
fn a_provider_posts_in_every_usual_shape() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let stranger = town.stranger();
        let here = format!("/telling/answers/{SECRET}");
        let post = |kind: &str, body: &[u8]| stranger.post_bytes(&here, kind, body);
        let json = |from: &str, more: &str| {
            format!(
                "{{\"Recipient\":\"{to}\",\"From\":\"Yuki <{from}>\",\"TextBody\":\"rest\"{more}}}"
            )
        };
        // From another, by a program, or without the secret: the same answer, or none.
        post("application/json", json("bo@example.org", "").as_bytes()).expect(204);
        let program = ",\"Headers\":[{\"Name\":\"Auto-Submitted\",\"Value\":\"auto-replied\"}]";
        post("application/json", json(YUKI, program).as_bytes()).expect(204);
        for wrong in [
            "x".repeat(SECRET.len()),
            String::from("x"),
            format!("{SECRET}x"),
        ] {
            let there = format!("/telling/answers/{wrong}");
            let body = json(YUKI, "");
            stranger
                .post_bytes(&there, "application/json", body.as_bytes())
                .expect(404);
        }
        for (kind, body, status) in [
            ("application/json", "[", 422),
            ("application/json", "{}", 204),
            ("text/plain", "rest", 415),
            ("multipart/form-data", "rest", 422),
            ("message/rfc822", "", 204),
        ] {
            post(kind, body.as_bytes()).expect(status);
        }
        post("message/rfc822", &[b'x'; 70_000]).expect(413);
        assert!(!rests(town));
        post("application/json", json(YUKI, "").as_bytes()).expect(204);
        returns(town);
        // The same once more is the same message.
        post("application/json", json(YUKI, "").as_bytes()).expect(204);
        assert!(!rests(town));
        let form = format!(
            "recipient={}&from=yuki%40example.org&body-plain=Rest&Message-Id=1",
            to.replace('+', "%2B")
        );
        post("application/x-www-form-urlencoded", form.as_bytes()).expect(204);
        returns(town);
        let part = |name: &str, value: &str| {
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let parts = [
            part("to", &to),
            part("from", "Yuki <yuki@example.org>"),
            part("headers", "Message-ID: <9@example.org>\r\nSubject: Re"),
            part(
                "html",
                "<p>descanso</p><blockquote>Answer: can't</blockquote>",
            ),
        ];
        let body = format!("{}--b--\r\n", parts.concat());
        post("multipart/form-data; boundary=b", body.as_bytes()).expect(204);
        returns(town);
    });
}
