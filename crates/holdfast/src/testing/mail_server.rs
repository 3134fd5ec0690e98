//! A real mail server for a test: aiosmtpd, from Debian's package python3-aiosmtpd.

use serde::{Deserialize, Serialize};
use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// What a mail server is asked to be like.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MailServerWay {
    /// `starttls` or `tls`; without it, in clear.
    pub tls: Option<&'static str>,
    /// A certificate and its key, as PEM files.
    pub cert: Option<PathBuf>,
    /// The key of the certificate.
    pub key: Option<PathBuf>,
    /// The name it asks for.
    pub user: Option<&'static str>,
    /// The password that goes with it.
    pub password: Option<&'static str>,
    /// How many letters it puts off first, with 451.
    pub later: usize,
    /// A file with the id of a process that is killed once a letter was taken, before that is said.
    pub kill: Option<PathBuf>,
}

/// A letter that arrived.
#[derive(Clone, Debug, Deserialize)]
pub struct Arrived {
    /// Whom the envelope is from.
    pub from: String,
    /// Whom it is to.
    pub to: Vec<String>,
    /// Whether the line was private.
    pub private: bool,
    /// The letter with its head.
    pub data: String,
}

impl Arrived {
    /// A line of its head, with what is folded into it; empty where there is none.
    pub fn head(&self, name: &str) -> String {
        let head = self.data.split("\r\n\r\n").next().unwrap_or_default();
        let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        let found = unfolded.lines().find_map(|line| {
            let (found, value) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then(|| value.to_owned())
        });
        found.unwrap_or_default()
    }
}

/// A mail server of one's own, until it is dropped.
pub struct MailServer {
    /// Its port on 127.0.0.1.
    pub port: u16,
    server: Child,
    folder: TempDir,
}

impl MailServer {
    /// Starts one.
    pub fn start(way: &MailServerWay) -> Self {
        let folder = TempDir::new().expect("a folder");
        let mut told = serde_json::to_value(way).expect("JSON");
        told["folder"] = folder.path().to_string_lossy().into();
        // Debian's own Python: the package is not there for another.
        let debians = Path::new("/usr/bin/python3");
        let python = if debians.exists() {
            debians
        } else {
            Path::new("python3")
        };
        let mut server = Command::new(python)
            .args(["-c", include_str!("mail_server.py"), &told.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3");
        let mut line = String::new();
        let said = server.stdout.take().expect("its first line");
        BufReader::new(said)
            .read_line(&mut line)
            .expect("its first line");
        let port = line
            .trim()
            .parse()
            .expect("a mail server: install Debian's python3-aiosmtpd (bin/test does), then again");
        Self {
            port,
            server,
            folder,
        }
    }

    /// What arrived, in the order it came.
    pub fn letters(&self) -> Vec<Arrived> {
        let entries = std::fs::read_dir(self.folder.path()).expect("the folder");
        let mut files: Vec<PathBuf> = entries
            .map(|entry| entry.expect("a file").path())
            .filter(|path| path.extension().is_some_and(|e| e == "json"))
            .collect();
        files.sort();
        files
            .iter()
            .map(|file| {
                let text = std::fs::read_to_string(file).expect("a letter");
                serde_json::from_str(&text).expect("a letter")
            })
            .collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
