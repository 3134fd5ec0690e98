//! The program is killed in the middle of a live round; the next one says so, and the paper goes on.

use holdfast::{
    HouseParts, build,
    owners::{OsChance, SystemClock},
    practices,
    testing::{Browser, init},
};
use kernel::{Clock, Standing};
use people::NewPerson;
use std::{
    fs::File,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
};
use telling::Ways;
use web::{Settings, Shared};

/// The same network without its program, to let somebody in.
fn house(folder: &Path) -> Shared {
    build(HouseParts {
        database: folder.join("holdfast.sqlite").display().to_string(),
        keyring: folder.join("keyring"),
        clock: Arc::new(SystemClock),
        chance: Arc::new(OsChance),
        settings: Settings::default(),
        practices: practices(Ways::default()),
    })
    .unwrap()
}

/// The program itself at a free port, with everything it logs in a file.
fn serve(program: &Path, data: &Path, log: &Path) -> (Child, String) {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = free.local_addr().unwrap().to_string();
    drop(free);
    let log = File::options().create(true).append(true).open(log).unwrap();
    let mut server = Command::new(program)
        .env_clear()
        .args(["serve", "--log", "debug", "--listen", &at, "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::new(server.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    (server, format!("http://{at}"))
}

#[test]
fn a_round_in_the_middle_of_which_the_program_is_killed_says_so() {
    let program = Path::new(env!("CARGO_BIN_EXE_holdfast"));
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("network");
    let log = data.path().join("log");
    init(program, &folder);
    let house = house(&folder);
    let network = house.network();
    let (today, now) = (network.zone.day_of(SystemClock.now()), SystemClock.now());
    let token = house
        .db
        .alone(|conn| {
            let new = NewPerson {
                handle: "Chidi",
                standing: Standing::Member,
                lang: None,
            };
            let chidi = people::add_person(conn, &house, &new, today)?;
            people::open_session(conn, &house, chidi, now)
        })
        .unwrap();

    let (mut server, base) = serve(program, &folder, &log);
    let chidi = Browser::new(&base, &house).with_session(&token);
    let opening = [
        ("question", "What holds?"),
        ("name_here", "Chidi"),
        ("seconds", "60"),
        ("pause", "5"),
    ];
    let opened = chidi.post("/rounds/live", &opening).expect(303);
    let there = opened.location();
    chidi
        .post(&format!("{there}/press"), &[("do", "give.0")])
        .expect(303);
    chidi.get(there).expect(200).says("Chidi has the piece");
    // SIGKILL on Unix: nothing is told to the server.
    server.kill().unwrap();
    server.wait().unwrap();

    let (mut server, base) = serve(program, &folder, &log);
    let chidi = Browser::new(&base, &house).with_session(&token);
    chidi
        .get(there)
        .expect(404)
        .says("the program has started anew since")
        .says("Go on with paper")
        .says("Open it again")
        .says_not("What holds?");
    let press = [("do", "next.1")];
    chidi
        .post(&format!("{there}/press"), &press)
        .expect(404)
        .says("Go on with paper");
    chidi.get("/rounds/sheet").expect(200).says("Round sheet");
    let stops = Command::new("kill").arg(server.id().to_string()).status();
    assert!(stops.unwrap().success() && server.wait().unwrap().success());
    // And nothing of it was logged.
    let logged = std::fs::read_to_string(&log).unwrap();
    assert!(logged.contains("stopping"), "{logged}");
    for words in ["What holds?", "Chidi", there] {
        assert!(!logged.contains(words), "{words:?} in {logged}");
    }
}
