//! How answers to letters come in, as the settings name it.

use super::NotUnderstood;
use kernel::Chance;
use std::{fmt::Write, net::SocketAddr, path::PathBuf};
use subtle::ConstantTimeEq;

/// The longest part before the token, so that the whole stays within 64 octets (RFC 5321, 4.5.3.1).
const LONGEST_LOCAL: usize = 30;
/// The bytes of a token; small letters and digits in an address, because some programs change
/// capitals.
const TOKEN_BYTES: usize = 16;

/// Where a mail server hands answers over (LMTP, RFC 2033), on this machine alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerDoor {
    /// A Unix socket.
    Socket(PathBuf),
    /// A port of the loopback address.
    Port(SocketAddr),
}

impl AnswerDoor {
    /// A path, or an address of this machine with a port.
    pub fn new(text: &str) -> Result<Self, NotUnderstood> {
        if text.starts_with('/') {
            return Ok(Self::Socket(text.into()));
        }
        match text.parse::<SocketAddr>() {
            Ok(address) if address.ip().is_loopback() => Ok(Self::Port(address)),
            _ => Err(NotUnderstood {
                name: "mail_answers_lmtp",
                like: "/run/holdfast/answers, or 127.0.0.1:2424 on this machine alone",
            }),
        }
    }
}

/// How answers to letters come in. Each letter has an address of its own: `local+token@domain`.
#[derive(Clone)]
pub struct Answers {
    local: String,
    domain: String,
    /// Where a mail server hands them over.
    pub door: Option<AnswerDoor>,
    /// The secret at the end of the address to which a provider posts them.
    pub secret: Option<Vec<u8>>,
}

impl std::fmt::Debug for Answers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Answers({}@{}, {:?})",
            self.local, self.domain, self.door
        )
    }
}

impl Answers {
    /// Answers that come to `answers@rivermouth.example`, with a plus and a token before the `@`.
    pub fn new(address: &str) -> Result<Self, NotUnderstood> {
        let wrong = NotUnderstood {
            name: "mail_answers",
            like: "answers@rivermouth.example, at most 30 letters before the @",
        };
        let plain = |part: &str, more: &str| {
            let fits = |c: char| c.is_ascii_alphanumeric() || more.contains(c);
            !part.is_empty() && part.chars().all(fits)
        };
        let small = address.to_ascii_lowercase();
        match small.split_once('@') {
            Some((local, domain))
                if plain(local, "._-")
                    && local.len() <= LONGEST_LOCAL
                    && plain(domain, ".-")
                    && small.parse::<lettre::Address>().is_ok() =>
            {
                Ok(Self {
                    local: local.to_owned(),
                    domain: domain.to_owned(),
                    door: None,
                    secret: None,
                })
            }
            _ => Err(wrong),
        }
    }

    /// The domain they come to.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// A new token; it says nothing of anybody.
    pub(crate) fn new_token(chance: &dyn Chance) -> String {
        let mut bytes = [0; TOKEN_BYTES];
        chance.fill(&mut bytes);
        bytes.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The address of the letter with this token.
    pub(crate) fn address(&self, token: &str) -> String {
        format!("{}+{token}@{}", self.local, self.domain)
    }

    /// The token of an address, if it is one of a letter of ours.
    pub(crate) fn token(&self, address: &str) -> Option<String> {
        let small = address.trim().to_ascii_lowercase();
        let (local, domain) = small.rsplit_once('@')?;
        let token = local.strip_prefix(self.local.as_str())?.strip_prefix('+')?;
        let fits = token.len() == TOKEN_BYTES * 2 && token.bytes().all(|b| b.is_ascii_hexdigit());
        (fits && domain == self.domain).then(|| token.to_owned())
    }

    /// Whether this is the secret of the settings.
    pub(crate) fn knows(&self, secret: &str) -> bool {
        let ours = self.secret.as_deref().unwrap_or_default();
        !ours.is_empty() && bool::from(ours.ct_eq(secret.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;
    use proptest::prelude::*;

    #[test]
    fn an_address_carries_its_token_and_nothing_else_does() {
        let ours = Answers::new("Answers@Rivermouth.example").unwrap();
        let token = Answers::new_token(&SeededChance::new(3));
        let address = ours.address(&token);
        assert!(address.split('@').next().unwrap().len() <= 64);
        assert_eq!(ours.token(&address), Some(token.clone()));
        assert_eq!(ours.token(&address.to_uppercase()), Some(token.clone()));
        for other in [
            "answers@rivermouth.example".to_owned(),
            format!("answers+{}@rivermouth.example", &token[1..]),
            format!("answers+{token}@elsewhere.example"),
            format!("others+{token}@rivermouth.example"),
            format!("answers{token}@rivermouth.example"),
        ] {
            assert_eq!(ours.token(&other), None, "{other}");
        }
    }

    #[test]
    fn settings_are_understood_or_refused() {
        for wrong in [
            "answers",
            "a+b@r.example",
            "@r.example",
            "answers@",
            "a b@r.example",
            "a-name-that-is-far-too-long-for-this@r.example",
            "a@b@c",
        ] {
            assert!(Answers::new(wrong).is_err(), "{wrong}");
        }
        assert!(AnswerDoor::new("/run/holdfast/answers").is_ok());
        assert!(AnswerDoor::new("127.0.0.1:2424").is_ok() && AnswerDoor::new("[::1]:24").is_ok());
        for wrong in ["0.0.0.0:2424", "192.0.2.1:24", "answers", ""] {
            assert!(AnswerDoor::new(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_the_secret_itself_is_known() {
        let mut ours = Answers::new("a@r.example").unwrap();
        assert!(!ours.knows(""));
        ours.secret = Some(b"thirty-two-letters-that-nobody-knows".to_vec());
        assert!(ours.knows("thirty-two-letters-that-nobody-knows"));
        assert!(!ours.knows("thirty-two-letters-that-nobody-know") && !ours.knows(""));
    }

    proptest! {
        #[test]
        fn any_address_is_read_or_left(address in "\\PC{0,60}") {
            let ours = Answers::new("answers@rivermouth.example").unwrap();
            if let Some(token) = ours.token(&address) {
                prop_assert_eq!(token.len(), TOKEN_BYTES * 2);
            }
        }
    }
}
