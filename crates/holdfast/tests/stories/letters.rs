//! Letters and the power: whoever dies between sending and saying so sends again, and the
//! receiver's server can tell.

use holdfast::{
    owners::{OsChance, SystemClock},
    practices,
    testing::{MailServer, MailServerWay, Town, on_both_databases},
};
use kernel::Clock;
use std::{
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};
use telling::{Mail, Smtp, Ways};

const FROM: &str = "Rivermouth <letters@rivermouth.example>";
const DAY: i64 = 86_400;

fn serve(town: &Town, server: &str) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_holdfast"));
    command
        .env_clear()
        .args([
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--mail-encryption",
            "plain",
        ])
        .args(["--mail-server", server, "--mail-from", FROM, "--data"])
        .arg(town.folder())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if let Some(url) = town.postgres_url() {
        command.args(["--database-url", &url]);
    }
    command.spawn().expect("the program starts")
}

/// Given a letter that the mail server has taken; when the program is killed (SIGKILL) before it
/// hears so; then the letter is sent again, once its claim is over, under the same Message-ID.
#[test]
fn killed_between_sending_and_saying_so_it_sends_again_under_the_same_name() {
    on_both_databases(|database| {
        let folder = tempfile::tempdir().unwrap();
        let victim = folder.path().join("pid");
        let mail = MailServer::start(&MailServerWay {
            kill: Some(victim.clone()),
            ..MailServerWay::default()
        });
        let at = format!("localhost:{}", mail.port);
        let ways = Ways {
            mail: Mail::Server(Box::new(Smtp::new(&at, FROM, "plain").unwrap())),
            ..Ways::default()
        };
        let town = Town::with(database, practices(ways), Arc::new(OsChance), |_| {});
        // The program lives by the machine's clock, so this town does too.
        let now = SystemClock.now();
        town.clock.set(now.plus_seconds(-DAY));
        let bo = town.as_person("Bo");
        bo.post("/offers", &[("kind", "food")]).expect(303);
        let until = town.house.network().zone.day_of(now).plus(30);
        town.hold("Sam", kernel::Role::Intake, "aid", &until.to_string());
        let sam = town.as_person("Sam");
        sam.post("/shift/take", &[("hours", "4")]).expect(303);
        let written = [
            ("channel", "phone"),
            ("words", "food"),
            ("contact", "555 0142"),
            ("kind", "food"),
            ("language", "en"),
            ("share_words", "yes"),
        ];
        let page = sam.follow(sam.post("/asks/new", &written).expect(303));
        let id = page.between("class=\"code\" href=\"/asks/", "\"");
        sam.post(
            &format!("/asks/{id}/publish"),
            &[("published", "Food for 2")],
        )
        .expect(303);
        bo.post(
            "/me/telling",
            &[("address", "bo@example.org"), ("hour", "00")],
        )
        .expect(303);
        town.confirms_address("Bo");
        town.clock.set(now);
        town.tick();
        let waiting = || {
            let network = town.house.network().id;
            town.data(|conn| telling::state(conn, network))
                .letters_waiting
        };
        assert_eq!(waiting(), 1);

        // The mail server reads whom to kill while the letter is on its way.
        let mut program = serve(&town, &at);
        std::fs::write(folder.path().join("part"), program.id().to_string()).unwrap();
        std::fs::rename(folder.path().join("part"), &victim).unwrap();
        let died = died_by(&mut program);
        if !died {
            program.kill().unwrap();
            program.wait().unwrap();
        }
        assert!(died, "the mail server killed it");
        assert_eq!(mail.letters().len(), 1, "the letter has been taken");
        assert_eq!(waiting(), 1, "and nobody heard so");

        // Another program does not send it too while the first may still be at it.
        town.clock.set(SystemClock.now());
        assert_eq!(town.errands(), 0);
        town.clock.advance(601);
        assert_eq!(town.errands(), 1);
        town.clock.advance(7200);
        assert_eq!(town.errands(), 0);
        assert_eq!(waiting(), 0);
        let letters = mail.letters();
        let names: Vec<String> = letters.iter().map(|l| l.head("Message-ID")).collect();
        assert_eq!(
            names.len(),
            2,
            "at least once, and no more than this death made needful"
        );
        assert!(names[0].len() > 20 && names[0] == names[1], "{names:?}");
        assert_eq!(letters[0].head("Date"), letters[1].head("Date"));
    });
}

/// Whether it ends by a signal within a minute.
fn died_by(program: &mut Child) -> bool {
    use std::os::unix::process::ExitStatusExt;
    for _ in 0..600 {
        if let Some(status) = program.try_wait().expect("a process") {
            return status.signal() == Some(9);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    false
}
