//! Mail by a real mail server: private lines, servers that put off, hang, or are not there.

use super::tools::{
    arranged, by_folder, by_mail, chooses, in_folder, on_both_with, open_ask, server, state,
};
use holdfast::{
    owners::OsChance,
    practices,
    testing::{MailServer, MailServerWay, Town, on_both_databases},
};
use std::{
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use telling::{Mail, Smtp, Trouble, Ways};

/// Bo has a letter that waits, at seven in the morning of the third.
fn a_letter_waits(town: &Town) {
    let bo = town.as_person("Bo");
    chooses(&bo, "bo@example.org", "07", false);
    town.confirms_address("Bo");
    let (id, _) = open_ask(town, "Food for 2", "2026-03-20");
    arranged(&bo, &id, "At four.");
    town.until("2026-03-03 07:00");
    assert_eq!(state(town).letters_waiting, 1);
}

fn by(server: Smtp) -> Ways {
    Ways {
        mail: Mail::Server(Box::new(server)),
        ..Ways::default()
    }
}

/// A certificate for localhost in a folder, and its text.
fn certificate(folder: &Path) -> (MailServerWay, Vec<u8>) {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let (cert, key) = (folder.join("cert.pem"), folder.join("key.pem"));
    std::fs::write(&cert, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let way = MailServerWay {
        cert: Some(cert),
        key: Some(key),
        user: Some("rivermouth"),
        password: Some("correct horse"),
        ..MailServerWay::default()
    };
    (way, made.cert.pem().into_bytes())
}

#[test]
fn by_a_private_line_with_name_and_password() {
    let folder = tempfile::tempdir().unwrap();
    let (way, pem) = certificate(folder.path());
    for how in ["starttls", "tls"] {
        let way = MailServerWay {
            tls: Some(how),
            ..way.clone()
        };
        let mail = MailServer::start(&way);
        let mut server = server(mail.port, how);
        server.certificate = Some(pem.clone());
        server.credentials = Some(("rivermouth".to_owned(), "correct horse".to_owned()));
        on_both_with(&by(server.clone()), |town| {
            a_letter_waits(town);
            assert_eq!(town.errands(), 1, "{:?}", state(town));
            let letters = mail.letters();
            assert!(letters.iter().all(|letter| letter.private), "by {how}");
            assert_eq!(state(town).letters_waiting, 0);
        });
        assert!(!mail.letters().is_empty());
        // A certificate nobody vouches for, or a wrong password: nothing is said to such a server.
        let mut stranger = server.clone();
        stranger.certificate = None;
        let mut forgetful = server.clone();
        forgetful.credentials = Some(("rivermouth".to_owned(), "wrong".to_owned()));
        let before = mail.letters().len();
        for (server, trouble) in [(stranger, None), (forgetful, Some(Trouble::NotLetIn))] {
            on_both_with(&by(server), |town| {
                a_letter_waits(town);
                assert_eq!(town.errands(), 0);
                let state = state(town);
                assert_eq!(state.letters_waiting, 1);
                let (_, said) = state.mail_trouble.unwrap();
                assert!(trouble.is_none_or(|trouble| said == trouble), "{said:?}");
            });
        }
        assert_eq!(mail.letters().len(), before);
    }
}

#[test]
fn a_server_that_says_later_gets_it_later() {
    on_both_databases(|database| {
        let mail = MailServer::start(&MailServerWay {
            later: 2,
            ..MailServerWay::default()
        });
        let practices = practices(by_mail(&mail));
        let town = &Town::with(database, practices, Arc::new(OsChance), |_| {});
        let before = mail.letters().len();
        a_letter_waits(town);
        assert_eq!(town.errands(), 0);
        let (since, trouble) = state(town).mail_trouble.unwrap();
        assert_eq!(
            (since, trouble),
            (town.moment("2026-03-03 07:00"), Trouble::Later)
        );
        // Not again at once, but after a minute; the trouble keeps the moment it began.
        assert_eq!(town.errands(), 0);
        town.pass(61);
        assert_eq!(town.errands(), 0);
        assert_eq!(state(town).mail_trouble, Some((since, Trouble::Later)));
        town.pass(61);
        assert_eq!(town.errands(), 1);
        assert_eq!(mail.letters().len(), before + 1);
        assert_eq!(state(town).mail_trouble, None);
        assert_eq!(state(town).letters_waiting, 0);
    });
}

#[test]
fn a_server_that_hangs_for_a_day_loses_nothing_and_holds_nobody_up() {
    // Takes every call and says nothing.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut hanging = server(silent.local_addr().unwrap().port(), "plain");
    hanging.patience = Duration::from_millis(300);
    std::thread::spawn(move || silent.incoming().collect::<Vec<_>>());
    on_both_with(&by(hanging), |town| {
        a_letter_waits(town);
        let yuki = town.as_person("Yuki");
        chooses(&yuki, "yuki@example.org", "07", false);
        town.confirms_address("Yuki");
        let (id, _) = open_ask(town, "Food for 3", "2026-03-20");
        arranged(&yuki, &id, "At five.");
        town.until("2026-03-04 07:00");
        assert_eq!(state(town).letters_waiting, 2);
        for hour in 0..12 {
            let began = Instant::now();
            assert_eq!(town.errands(), 0);
            // One call a round, not one a letter.
            assert!(began.elapsed() < Duration::from_secs(5));
            // Whoever is at their page does not wait for it.
            town.as_person("Bo").get("/today").expect(200);
            town.until(&format!("2026-03-04 {:02}:30", 7 + hour));
        }
        let state = state(town);
        assert_eq!(state.letters_waiting, 2);
        assert_eq!(state.mail_trouble.unwrap().1, Trouble::Hangs);
        assert_eq!(
            state.mail_trouble.unwrap().0,
            town.moment("2026-03-04 07:00")
        );
    });
}

#[test]
fn a_server_that_is_back_gets_one_letter_a_person_and_not_one_a_day() {
    // A port nobody listens at.
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    on_both_with(&by(server(port, "plain")), |town| {
        a_letter_waits(town);
        for day in 4..=9 {
            town.errands();
            town.until(&format!("2026-03-{day:02} 07:00"));
        }
        assert_eq!(state(town).mail_trouble.unwrap().1, Trouble::NoAnswer);
        assert_eq!(
            state(town).letters_waiting,
            1,
            "the newest says all that still stands"
        );
    });
}

#[test]
fn without_a_server_letters_are_files_that_only_their_keeper_reads() {
    let folder = tempfile::tempdir().unwrap();
    let outbox = folder.path().join("outbox");
    on_both_with(&by_folder(&outbox), |town| {
        let _ = std::fs::remove_dir_all(&outbox);
        a_letter_waits(town);
        assert_eq!(town.errands(), 1);
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&outbox), 0o700);
        let files: Vec<_> = std::fs::read_dir(&outbox)
            .unwrap()
            .map(|f| f.unwrap().path())
            .collect();
        assert_eq!(files.len(), 1);
        assert_eq!(mode(&files[0]), 0o600);
        assert_eq!(files[0].extension().unwrap(), "eml");
        let letter = &in_folder(&outbox)[0];
        let id = files[0].file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            letter.contains(&format!("Message-ID: <{id}@localhost>")),
            "{letter}"
        );
        // Where the folder cannot be written to, the letter waits.
        std::fs::remove_dir_all(&outbox).unwrap();
        std::fs::write(&outbox, "in the way").unwrap();
        town.until("2026-03-04 07:00");
        assert_eq!(town.errands(), 0);
        assert_eq!(state(town).mail_trouble.unwrap().1, Trouble::NotWritten);
        std::fs::remove_file(&outbox).unwrap();
        town.pass(61);
        assert_eq!(town.errands(), 1);
    });
}
