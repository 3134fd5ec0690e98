//! What the stories share.

use holdfast::testing::{Answer, Browser, Town};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

pub const QUESTION: &str = "What does staying look like when the river is high?";

/// Chidi opens a round of Aid's, in which he sits; where it is.
#[track_caller]
pub fn opens(town: &Town, keeper: &Browser, more: &[(&str, &str)]) -> String {
    let aid = town.circle("aid").to_string();
    let usual = [
        ("question", QUESTION),
        ("of_circle", &*aid),
        ("name_here", ""),
        ("callers", ""),
        ("seconds", "120"),
        ("pause", "6"),
        ("second_round", "yes"),
        (
            "agreements",
            "What is said on the levee stays on the levee.",
        ),
    ];
    let usual = usual
        .iter()
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let fields: Vec<(&str, &str)> = usual.chain(more).copied().collect();
    let opened = keeper.post("/rounds/live", &fields).expect(303);
    opened.location().to_owned()
}

/// Somebody sits down under a name.
#[track_caller]
pub fn sits_down(browser: &Browser, there: &str, name: &str) {
    browser
        .post(&format!("{there}/join"), &[("name_here", name)])
        .expect(303);
}

/// What the main or the quiet button of a page would send.
#[track_caller]
pub fn button(page: &Answer, verb: &str) -> String {
    let what = page.between(&format!("value=\"{verb}."), "\"");
    format!("{verb}.{what}")
}

/// Presses what the page offers by this verb.
#[track_caller]
pub fn presses(browser: &Browser, there: &str, verb: &str) {
    let page = browser.get(there).expect(200);
    forges(browser, there, &button(&page, verb)).expect(303);
}

/// Sends what no page offered.
pub fn forges(browser: &Browser, there: &str, what: &str) -> Answer {
    browser.post(&format!("{there}/press"), &[("do", what)])
}

/// An open line of somebody who hears a round.
pub struct Line(BufReader<TcpStream>);

impl Line {
    /// Opens it, with the cookies of a browser.
    pub fn open(town: &Town, there: &str, browser: &Browser) -> Self {
        let mut stream = TcpStream::connect(town.base.trim_start_matches("http://")).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        let mut cookies = String::new();
        for name in ["round", web_session()] {
            if let Some(value) = browser.cookie(name) {
                cookies.push_str(&format!("{name}={value}; "));
            }
        }
        let head =
            format!("GET {there}/stream HTTP/1.1\r\nHost: here\r\nCookie: {cookies}\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        let mut line = Self(BufReader::new(stream));
        let status = line.line().unwrap();
        assert!(status.starts_with("HTTP/1.1 200"), "{status}");
        line
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        match self.0.read_line(&mut line).unwrap() {
            0 => None,
            _ => Some(line),
        }
    }

    /// The next event and its data; nothing where the line ends.
    pub fn next(&mut self) -> Option<(String, String)> {
        let mut name = String::new();
        loop {
            let line = self.line()?;
            if let Some(event) = line.strip_prefix("event: ") {
                name = event.trim().to_owned();
            }
            if let Some(data) = line.strip_prefix("data: ") {
                return Some((name, data.trim_end().to_owned()));
            }
        }
    }

    /// The next event whose data says this.
    #[track_caller]
    pub fn hears(&mut self, words: &str) -> String {
        for _ in 0..200 {
            match self.next() {
                Some((_, data)) if data.contains(words) => return data,
                Some(_) => {}
                None => panic!("the line ended before {words:?}"),
            }
        }
        panic!("{words:?} was not said");
    }

    /// Whether it has ended.
    pub fn ends(mut self) -> bool {
        let mut rest = Vec::new();
        self.0.read_to_end(&mut rest).is_ok()
    }
}

fn web_session() -> &'static str {
    "holdfast"
}
