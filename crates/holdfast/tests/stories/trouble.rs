//! A full disk and a database that goes away: a clear sentence, and nothing acknowledged is lost.

use holdfast::{
    HouseParts, build, practices,
    testing::{Answer, Browser, Database, Served, Town, init, serve},
};
use std::{
    net::{Shutdown, TcpListener, TcpStream},
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};
use telling::Ways;

const SENTENCE: &str = "Nothing was changed or lost; please try again in a minute.";

#[test]
fn a_full_disk_gets_a_sentence_and_loses_nothing() {
    let program = Path::new(env!("CARGO_BIN_EXE_holdfast"));
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("network");
    init(program, &folder);
    // A house of its own only lends the browser its form tokens; it serves nothing.
    let town = Town::on(Database::sqlite());
    let ask = |base: &str, n: usize| -> Answer {
        let once = format!("once {n}");
        let words = format!("soup for a full disk, number {n}");
        let fields = [
            ("once", once.as_str()),
            ("words", &words),
            ("contact", "555 0142"),
        ];
        Browser::new(base, &town.house).post("/ask", &fields)
    };

    let (mut server, base) = serve(program, &folder, Some(6144));
    let mut acknowledged = Vec::new();
    let refused = (0..2000).find_map(|n| {
        let answer = ask(&base, n);
        match answer.status {
            303 => {
                acknowledged.push(answer.location().to_owned());
                None
            }
            _ => Some((n, answer)),
        }
    });
    let (n, refused) = refused.expect("three megabytes are full at some time");
    refused
        .expect(503)
        .says(SENTENCE)
        .says(&format!("soup for a full disk, number {n}"));
    // Reading goes on.
    Browser::new(&base, &town.house).get("/ask").expect(200);
    server.kill().unwrap();
    server.wait().unwrap();

    // With room again, all that was acknowledged is there, and the line works.
    let (mut server, base) = serve(program, &folder, None);
    assert!(acknowledged.len() > 5, "{}", acknowledged.len());
    for address in &acknowledged {
        Browser::new(&base, &town.house)
            .get(address)
            .expect(200)
            .says("We have it");
    }
    ask(&base, n).expect(303);
    server.kill().unwrap();
    server.wait().unwrap();
}

/// Stands between a house and its database, and can go away.
struct Between {
    port: u16,
    up: Arc<AtomicBool>,
    open: Arc<Mutex<Vec<TcpStream>>>,
}

impl Between {
    fn and(database: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (up, open) = (
            Arc::new(AtomicBool::new(true)),
            Arc::new(Mutex::new(Vec::new())),
        );
        let (is_up, kept) = (up.clone(), open.clone());
        std::thread::spawn(move || {
            for here in listener.incoming().flatten() {
                let there = TcpStream::connect(&database);
                let (true, Ok(there)) = (is_up.load(Ordering::SeqCst), there) else {
                    continue;
                };
                let mut all = kept.lock().unwrap();
                for (mut from, mut to) in [
                    (here.try_clone().unwrap(), there.try_clone().unwrap()),
                    (there.try_clone().unwrap(), here.try_clone().unwrap()),
                ] {
                    std::thread::spawn(move || std::io::copy(&mut from, &mut to));
                }
                all.extend([here, there]);
            }
        });
        Self { port, up, open }
    }

    fn goes_away(&self) {
        self.up.store(false, Ordering::SeqCst);
        for stream in self.open.lock().unwrap().drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn comes_back(&self) {
        self.up.store(true, Ordering::SeqCst);
    }
}

#[test]
fn a_lost_connection_to_postgresql_gets_a_sentence_and_comes_back() {
    #[allow(clippy::disallowed_methods)] // tests are told by the environment
    if std::env::var_os("HOLDFAST_SQLITE_ONLY").is_some() {
        return;
    }
    let town = Town::on(Database::postgres());
    let url = town.postgres_url().expect("an address");
    let (before, rest) = url.split_once("127.0.0.1:").expect("a throwaway server");
    let digits = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let between = Between::and(format!("127.0.0.1:{}", &rest[..digits]));
    let house = build(HouseParts {
        database: format!("{before}127.0.0.1:{}{}", between.port, &rest[digits..]),
        keyring: town.folder().join("keyring"),
        clock: town.clock.clone(),
        chance: town.house.chance.clone(),
        settings: town.house.settings.clone(),
        practices: practices(Ways::default()),
    })
    .unwrap();
    let served = Served::new(&house);
    let stranger = Browser::new(&served.base, &house);
    let fields = [
        ("once", "one"),
        ("words", "soup, soon"),
        ("contact", "555 0142"),
    ];
    let first = stranger
        .post("/ask", &fields)
        .expect(303)
        .location()
        .to_owned();

    between.goes_away();
    stranger.get("/ask").expect(503).says(SENTENCE);
    stranger
        .post(
            "/ask",
            &[("once", "two"), ("words", "bread"), ("contact", "555")],
        )
        .expect(503)
        .says("bread");

    between.comes_back();
    stranger.get(&first).expect(200).says("We have it");
    stranger.post("/ask", &fields).expect(303);
    let again = [("once", "two"), ("words", "bread"), ("contact", "555 0143")];
    stranger.post("/ask", &again).expect(303);
}
