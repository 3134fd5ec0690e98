//! Slow, greedy and broken callers: whoever comes with an honest request hardly notices.

use holdfast::{
    commands::serve::many_descriptors,
    owners::OsChance,
    practices,
    testing::{Browser, Database, Town, on_both},
};
use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::Arc,
    time::{Duration, Instant},
};
use telling::{Mail, Ways};

fn connect(town: &Town) -> TcpStream {
    let stream = TcpStream::connect(town.base.trim_start_matches("http://")).unwrap();
    let patience = Some(Duration::from_secs(30));
    stream.set_read_timeout(patience).unwrap();
    stream.set_write_timeout(patience).unwrap();
    stream
}

/// Reads until the server hangs up, or `patience` is over; whether it hung up.
fn hung_up(mut stream: TcpStream, patience: Duration) -> bool {
    stream.set_read_timeout(Some(patience)).unwrap();
    let mut said = [0; 4096];
    loop {
        match stream.read(&mut said) {
            Ok(0) => return true,
            Ok(_) => {}
            Err(error) => return error.kind() == std::io::ErrorKind::ConnectionReset,
        }
    }
}

#[test]
fn a_thousand_slow_callers_keep_nobody_waiting() {
    // The server and a thousand callers share this process here.
    many_descriptors();
    let town = Town::on(Database::sqlite());
    let head = b"GET /ask HTTP/1.1\r\nHost: localhost\r\n";
    let body = b"POST /ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nwords=so";
    let slow: Vec<TcpStream> = (0..1000)
        .map(|n| {
            let mut stream = connect(&town);
            match n % 4 {
                // A head that never ends, a body that never ends, and nothing at all.
                0 => stream.write_all(head).unwrap(),
                1 => stream.write_all(body).unwrap(),
                2 => {}
                // An answer, and then the line is kept for no reason.
                _ => {
                    stream.write_all(head).unwrap();
                    stream.write_all(b"\r\n").unwrap();
                    let mut first = [0; 12];
                    stream.read_exact(&mut first).unwrap();
                    assert_eq!(&first, b"HTTP/1.1 200");
                }
            }
            stream
        })
        .collect();

    let neighbour = Browser::new(&town.base, &town.house);
    let mut took: Vec<Duration> = (0..200)
        .map(|n| {
            let began = Instant::now();
            if n % 4 == 0 {
                let once = format!("once {n}");
                let fields = [("once", &*once), ("words", "soup"), ("contact", "555 0142")];
                neighbour.post("/ask", &fields).expect(303);
            } else {
                neighbour.get("/ask").expect(200);
            }
            began.elapsed()
        })
        .collect();
    took.sort();
    let p95 = took[190];
    assert!(p95 <= Duration::from_millis(500), "{p95:?}");

    // Each kind of the last, who came into a crowd, is hung up on within seconds.
    for stream in slow.into_iter().rev().take(4) {
        assert!(hung_up(stream, Duration::from_secs(25)));
    }
}

#[test]
fn a_head_without_end_is_refused_and_the_next_caller_is_served() {
    let town = Town::on(Database::sqlite());
    let many: String = (0..1000).map(|n| format!("x-{n}: y\r\n")).collect();
    let long = format!("x-long: {}\r\n", "y".repeat(1_000_000));
    for flood in [many, long] {
        let mut stream = connect(&town);
        let head = format!("GET / HTTP/1.1\r\nHost: localhost\r\n{flood}\r\n");
        // The server may hang up before all of it is written.
        let _ = stream.write_all(head.as_bytes());
        let mut said = Vec::new();
        let _ = stream.read_to_end(&mut said);
        let said = String::from_utf8_lossy(&said);
        assert!(
            said.is_empty() || said.starts_with("HTTP/1.1 431"),
            "{said}"
        );
    }
    Browser::new(&town.base, &town.house).get("/").expect(200);
}

#[test]
fn more_asks_than_hands_can_write_are_turned_away_kindly_and_the_next_street_is_not() {
    on_both(|town| {
        let from = |address: &str| {
            let browser = Browser::new(&town.base, &town.house);
            browser.with_header("x-forwarded-for", address)
        };
        let ask = |browser: &Browser, n: usize| {
            let once = format!("once {n}");
            let fields = [("once", &*once), ("words", "soup"), ("contact", "555 0142")];
            browser.post("/ask", &fields)
        };
        let flood = from("192.0.2.66, 203.0.113.9");
        (0..60).for_each(|n| drop(ask(&flood, n).expect(303)));
        ask(&flood, 60)
            .expect(429)
            .says("So many of these came in the last hour")
            .says("555 0142");
        // What a caller writes of itself before our proxy's word changes nothing.
        ask(&from("198.51.100.1, 203.0.113.9"), 61).expect(429);
        ask(
            &from("198.51.100.1").with_header("x-forwarded-for", "203.0.113.9"),
            61,
        )
        .expect(429);
        ask(&from("203.0.113.10"), 62).expect(303);
        flood.get("/ask").expect(200);
        // Other forms have measures of their own, and so does the next hour.
        flood.post("/language", &[("lang", "es")]).expect(303);
        town.pass(3600);
        ask(&flood, 63).expect(303);
    });
}

#[test]
fn one_account_has_a_measure_too() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        let first = (0..700)
            .map(|_| bo.post("/language", &[("lang", "en")]).status)
            .position(|status| status == 429);
        assert_eq!(first, Some(600));
        town.as_person("Yuki")
            .post("/language", &[("lang", "en")])
            .expect(303);
    });
}

/// An old phone whose clock stands ten years back: nothing we send depends on its clock, so it
/// comes in, stays in and asks. (Over https its browser would refuse any certificate; only its
/// owner can mend that.)
#[test]
fn a_phone_whose_clock_is_ten_years_old_comes_in_and_stays_in() {
    on_both(|town| {
        let old = "Wed, 23 Nov 2016 08:00:00 GMT";
        let phone = town
            .as_person("Bo")
            .with_header("date", old)
            .with_header("if-modified-since", old);
        for path in ["/today", "/asks", "/ask", "/sign-in"] {
            let page = phone.get(path).expect(200);
            for (name, value) in &page.headers {
                assert!(name != "expires" && name != "last-modified", "{name}");
                assert!(
                    name != "set-cookie" || !value.to_lowercase().contains("expires="),
                    "{value}"
                );
            }
        }
        let stranger = Browser::new(&town.base, &town.house).with_header("date", old);
        let said = stranger.post("/language", &[("lang", "es")]).expect(303);
        let cookie = said.header("set-cookie").expect("a cookie");
        assert!(cookie.contains("Max-Age=") && !cookie.contains("Expires="));
    });
}

/// Links that are asked for are measured like other forms, though their answer comes before the work.
#[test]
fn links_that_are_asked_for_have_a_measure() {
    let letters = tempfile::tempdir().unwrap();
    let ways = Ways {
        mail: Mail::Folder(letters.path().to_owned()),
        ..Ways::default()
    };
    let house = practices(ways);
    let town = Town::with(Database::sqlite(), house, Arc::new(OsChance), |_| {});
    let from = |address: &str| town.stranger().with_header("x-forwarded-for", address);
    let flood = from("203.0.113.9");
    let ask = |browser: &Browser| browser.post("/sign-in/link", &[("who", "nobody here")]);
    let first = (0..70).map(|_| ask(&flood).status).position(|s| s == 429);
    assert_eq!(first, Some(60));
    ask(&from("203.0.113.10")).expect(200);
}
