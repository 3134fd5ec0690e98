//! What the stories share.

use holdfast::testing::{Browser, MailServer, Town};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};
use telling::{Answers, Listening, Mail, Smtp, Ways, take_answers};
use tokio::net::TcpListener;

pub use holdfast::testing::{by_folder, chooses, on_both_with, open_ask};

/// Whom letters are from.
pub const FROM: &str = "Rivermouth <letters@rivermouth.example>";

/// A mail server on this machine.
pub fn server(port: u16, encryption: &str) -> Smtp {
    let mut server = Smtp::new(&format!("localhost:{port}"), FROM, encryption).unwrap();
    server.patience = Duration::from_secs(10);
    server
}

/// Telling by a mail server in clear.
pub fn by_mail(mail: &MailServer) -> Ways {
    Ways {
        mail: Mail::Server(Box::new(server(mail.port, "plain"))),
        ..Ways::default()
    }
}

/// Somebody says "I can" and agrees when and how.
#[track_caller]
pub fn arranged(browser: &Browser, id: &str, plan: &str) {
    browser.post(&format!("/asks/{id}/claim"), &[]).expect(303);
    browser
        .post(&format!("/asks/{id}/plan"), &[("plan", plan)])
        .expect(303);
}

/// The letters of a folder, in the order of their files.
pub fn in_folder(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect()
}

/// What a letter says, with the soft line ends and the codes of its encoding undone (RFC 2045).
pub fn plain(letter: &str) -> String {
    let mut bytes = Vec::new();
    let soft = letter.replace("=\r\n", "");
    let mut rest = soft.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let code = code.and_then(|two| u8::from_str_radix(two, 16).ok());
        match (first, code) {
            (b'=', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            (byte, _) => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// The state of telling in a town.
pub fn state(town: &Town) -> telling::TellingState {
    town.data(|conn| telling::state(conn, town.house.network().id))
}

/// The secret of the address a provider posts answers to.
pub const SECRET: &str = "at-least-32-letters-that-nobody-guesses";

/// How answers come in.
pub fn answers() -> Answers {
    let mut answers = Answers::new("answers@rivermouth.example").unwrap();
    answers.secret = Some(SECRET.as_bytes().to_vec());
    answers
}

/// Telling by a mail server, and answers come in.
pub fn with_answers(mail: &MailServer) -> Ways {
    Ways {
        answers: Some(answers()),
        ..by_mail(mail)
    }
}

/// Opens the door for a mail server's answers; its port.
pub fn open_door(town: &Town) -> u16 {
    let house = town.house.clone();
    town.wait(async move {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(take_answers(Listening::Port(listener), house, answers()));
        port
    })
}

/// Somebody who hands over by LMTP, as a mail server does.
pub struct Hands<S> {
    line: BufReader<S>,
}

impl Hands<TcpStream> {
    /// Calls, and says hello.
    pub fn to(port: u16) -> Self {
        let line = TcpStream::connect(("127.0.0.1", port)).unwrap();
        line.set_nodelay(true).unwrap();
        Self::by(line)
    }
}

impl<S: Read + Write> Hands<S> {
    /// The same by any line.
    pub fn by(line: S) -> Self {
        let mut hands = Self {
            line: BufReader::new(line),
        };
        assert_eq!(hands.hears(), "220 rivermouth.example LMTP");
        assert!(hands.says("LHLO mail.example").starts_with("250 SIZE"));
        hands
    }

    /// The last line of what is answered; empty where the call has ended.
    pub fn hears(&mut self) -> String {
        loop {
            let mut line = String::new();
            if self.line.read_line(&mut line).unwrap_or_default() == 0 {
                return String::new();
            }
            if line.as_bytes().get(3) != Some(&b'-') {
                return line.trim_end().to_owned();
            }
        }
    }

    /// Says a line and hears the answer.
    pub fn says(&mut self, line: &str) -> String {
        self.bytes(format!("{line}\r\n").as_bytes());
        self.hears()
    }

    /// Sends bytes as they are; a line that was hung up takes none.
    pub fn bytes(&mut self, bytes: &[u8]) {
        let _ = self.line.get_mut().write_all(bytes);
    }

    /// Hands over one message; the last answer.
    pub fn message(&mut self, to: &str, message: &[u8]) -> String {
        self.says("MAIL FROM:<yuki@example.org>");
        let taken = self.says(&format!("RCPT TO:<{to}>"));
        if !taken.starts_with("250") {
            self.says("RSET");
            return taken;
        }
        assert!(self.says("DATA").starts_with("354"));
        self.bytes(&[message, b"\r\n.\r\n"].concat());
        self.hears()
    }
}

/// A message as a mail program writes it.
pub fn message(from: &str, to: &str, head: &str, body: &str) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    format!(
        "From: Somebody <{from}>\r\nTo: {to}\r\nMessage-ID: <{n}@example.org>\r\n\
         Subject: Re: Rivermouth\r\n{head}\r\n{body}\r\n"
    )
}
