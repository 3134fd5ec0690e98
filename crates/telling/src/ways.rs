//! The ways out of the house, as the settings name them.

mod answers;

pub use answers::{AnswerDoor, Answers};

use lettre::message::Mailbox;
use std::{path::PathBuf, time::Duration};

/// The ways out of the house.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// Letters.
    pub mail: Mail,
    /// The key a gateway signs with; without one there is no gateway.
    pub gateway_key: Option<Vec<u8>>,
    /// Waking browsers.
    pub waking: Waking,
    /// Answers to letters; without them, letters say nothing of answering.
    pub answers: Option<Answers>,
}

/// Where letters go.
#[derive(Clone, Debug, Default)]
pub enum Mail {
    /// Nowhere: no letter is written.
    #[default]
    Nowhere,
    /// Into a folder, one file a letter, for whoever carries them on.
    Folder(PathBuf),
    /// To a mail server.
    Server(Box<Smtp>),
}

/// A setting that is not understood; which, and what it should look like.
#[derive(Debug, thiserror::Error)]
#[error("The setting `{name}` should look like {like}.")]
pub struct NotUnderstood {
    /// The setting.
    pub name: &'static str,
    /// What it should look like.
    pub like: &'static str,
}

/// How the line to a mail server is kept private.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    /// From the second sentence on (RFC 3207), usually port 587.
    StartTls,
    /// From the first byte on (RFC 8314), usually port 465.
    Tls,
    /// Not at all; only to this machine itself.
    Plain,
}

/// A mail server.
#[derive(Clone)]
pub struct Smtp {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the line is kept private.
    pub encryption: Encryption,
    /// Name and password, if it wants some.
    pub credentials: Option<(String, String)>,
    /// Whom letters are from.
    pub from: Mailbox,
    /// A certificate (PEM) to trust beside those of the system.
    pub certificate: Option<Vec<u8>>,
    /// The longest wait for each of its answers; a whole letter may take three times as long.
    pub patience: Duration,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Smtp({}:{}, {:?})",
            self.host, self.port, self.encryption
        )
    }
}

impl Smtp {
    /// A server by its `host:port`, whom letters are from, and `starttls`, `tls` or `plain`; the
    /// last only to this machine itself.
    pub fn new(server: &str, from: &str, encryption: &str) -> Result<Self, NotUnderstood> {
        let wrong = |name, like| NotUnderstood { name, like };
        let no_server = || wrong("mail_server", "smtp.example:587");
        let (host, port) = server.rsplit_once(':').ok_or_else(no_server)?;
        let port = port.parse().map_err(|_| no_server())?;
        if host.is_empty() {
            return Err(no_server());
        }
        let here = ["localhost", "127.0.0.1", "[::1]"].contains(&host);
        let encryption = match encryption {
            "starttls" => Encryption::StartTls,
            "tls" => Encryption::Tls,
            "plain" if here => Encryption::Plain,
            _ => {
                let like = "starttls or tls (plain only to localhost)";
                return Err(wrong("mail_encryption", like));
            }
        };
        let from = from
            .parse()
            .map_err(|_| wrong("mail_from", "Rivermouth <letters@rivermouth.example>"))?;
        Ok(Self {
            host: host.to_owned(),
            port,
            encryption,
            credentials: None,
            from,
            certificate: None,
            patience: Duration::from_secs(20),
        })
    }
}

/// Which services of browsers' makers are asked to wake somebody. Only these: an address that
/// anybody could name would let them send our server anywhere.
#[derive(Clone, Debug)]
pub struct Waking {
    /// Hosts, and with a dot before them every host below.
    pub hosts: Vec<String>,
    /// Whether a service without https is taken; only for one on this machine.
    pub plain: bool,
    /// The longest wait for an answer.
    pub patience: Duration,
}

impl Default for Waking {
    fn default() -> Self {
        let hosts = [
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            ".push.apple.com",
            ".notify.windows.com",
        ];
        Self {
            hosts: hosts.map(str::to_owned).to_vec(),
            plain: false,
            patience: Duration::from_secs(20),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_this_machine_in_clear() {
        let from = "Rivermouth <letters@rivermouth.example>";
        for (server, way, taken) in [
            ("smtp.example:587", "starttls", true),
            ("smtp.example:465", "tls", true),
            ("smtp.example:25", "plain", false),
            ("localhost:25", "plain", true),
            ("smtp.example", "starttls", false),
            (":25", "tls", false),
        ] {
            assert_eq!(
                Smtp::new(server, from, way).is_ok(),
                taken,
                "{server} {way}"
            );
        }
        assert!(Smtp::new("smtp.example:587", "nobody", "tls").is_err());
    }
}
