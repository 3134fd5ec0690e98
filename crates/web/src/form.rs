//! What somebody typed: read once, kept when the answer is no.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use kernel::Message;
use std::time::Duration;
use tokio::time::timeout;

/// A form on the slowest line that still answers: 256 kB at 2 kB a second.
const WHOLE_FORM: Duration = Duration::from_secs(130);

/// A submitted form (`application/x-www-form-urlencoded`), in the order it was filled in.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pairs: Vec<(String, String)>,
    /// More was sent than can be taken; nothing of it was read.
    too_large: bool,
}

/// One field of a form, to be shown again.
pub struct Field {
    /// Its name.
    pub name: String,
    /// What was typed.
    pub value: String,
}

/// Why a field was not taken.
#[derive(Debug)]
pub struct TooLong {
    limit: usize,
}

impl kernel::Refusal for TooLong {
    fn message(&self) -> Message {
        Message::plain("refused-too-long").with("limit", self.limit)
    }
    fn status(&self) -> u16 {
        422
    }
}

store::stops_with!(TooLong);

/// More than can be sent at once.
#[derive(Debug)]
pub struct TooLarge;

impl kernel::Refusal for TooLarge {
    fn message(&self) -> Message {
        Message::plain("refused-too-large")
    }
    fn status(&self) -> u16 {
        413
    }
}

store::stops_with!(TooLarge);

impl Typed {
    /// A form from its pairs.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        Self {
            pairs,
            too_large: false,
        }
    }

    /// Refused where more was sent than can be taken.
    pub(crate) fn fits(&self) -> Result<(), TooLarge> {
        if self.too_large {
            Err(TooLarge)
        } else {
            Ok(())
        }
    }

    /// What was typed into a field, trimmed; empty where it was not there.
    pub fn text(&self, name: &str) -> &str {
        self.pairs
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, v)| v.trim())
    }

    /// The same, with the spaces and line ends around it.
    pub fn raw(&self, name: &str) -> &str {
        self.pairs
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, v)| v)
    }

    /// The same, `None` where nothing was typed.
    pub fn some(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// The same, refused where it is longer than `limit` characters.
    pub fn at_most(&self, name: &str, limit: usize) -> Result<&str, TooLong> {
        let text = self.text(name);
        if text.chars().count() > limit {
            Err(TooLong { limit })
        } else {
            Ok(text)
        }
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// Every value of a name, for boxes that share one.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, v)| v.trim())
    }

    /// What to show again beside a refusal: all but the form's own token.
    pub fn kept(&self) -> Vec<Field> {
        self.pairs
            .iter()
            .filter(|(name, _)| name != "csrf")
            .map(|(name, value)| Field {
                name: name.clone(),
                value: value.clone(),
            })
            .collect()
    }
}

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        // Pieces have a time-out each; all of them together have this one.
        let whole = timeout(WHOLE_FORM, Bytes::from_request(request, state))
            .await
            .map_err(|_| StatusCode::REQUEST_TIMEOUT.into_response())?;
        match whole.map_err(IntoResponse::into_response) {
            Ok(bytes) => Ok(Self::from_pairs(decode(&bytes))),
            Err(said) if said.status() == StatusCode::PAYLOAD_TOO_LARGE => Ok(Self {
                pairs: Vec::new(),
                too_large: true,
            }),
            Err(broken_off) => Err(broken_off),
        }
    }
}

/// Decodes a form; bytes that are not UTF-8 become the replacement character rather than an error.
fn decode(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes)
        .map(|(name, value)| {
            (
                name.into_owned(),
                value.replace("\r\n", "\n").replace('\0', ""),
            )
        })
        .collect()
}

/// A file as text that a hidden field can carry and give back byte for byte: as it is where it is
/// UTF-8 without what a form would change, else as base64 with a mark before it.
pub fn bytes_as_text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains(['\r', '\0']) && !text.starts_with(MARK) => text.to_owned(),
        _ => format!("{MARK}{}", STANDARD.encode(bytes)),
    }
}

/// The bytes such a field carries.
pub fn text_as_bytes(text: &str) -> Vec<u8> {
    let decoded = text
        .strip_prefix(MARK)
        .and_then(|rest| STANDARD.decode(rest.trim()).ok());
    decoded.unwrap_or_else(|| text.as_bytes().to_vec())
}

const MARK: &str = "base64:";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_browser_sends() {
        let typed = Typed::from_pairs(decode(
            b"words=food+for+3%0D%0Afri&kind=food&kind=lift&odd=%zz%",
        ));
        assert_eq!(typed.text("words"), "food for 3\nfri");
        assert_eq!(typed.all("kind").collect::<Vec<_>>(), ["food", "lift"]);
        assert_eq!(typed.text("odd"), "%zz%");
        assert!(typed.at_most("words", 3).is_err());
    }
}
