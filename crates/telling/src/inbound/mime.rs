//! A raw message (RFC 5322, MIME), read with the mail-parser library.

use super::Incoming;
use crate::{rules, ways::Answers};
use mail_parser::{Address, HeaderName, HeaderValue, Message, MessageParser, PartType};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Where an address can stand that a letter came to, beside the envelope.
const CAME_TO: &[&str] = &[
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
    "To",
    "Cc",
];

/// Reads a message that came to the address with this token; without one, its head is asked.
pub(crate) fn read(answers: &Answers, token: Option<String>, bytes: &[u8]) -> Option<Incoming> {
    let message = MessageParser::default().parse(bytes)?;
    let token = token.or_else(|| came_to(answers, &message))?;
    // Of two heads a mail server may have looked at the other (RFC 7489, 6.6.1).
    let heads: Vec<_> = message.header_values(HeaderName::From).collect();
    let from = match heads.as_slice() {
        [HeaderValue::Address(list)] => addresses(list),
        _ => Vec::new(),
    };
    let from = match from.as_slice() {
        [one] => one.clone(),
        _ => String::new(),
    };
    let id = match message.message_id() {
        Some(id) => hash(&[id.as_bytes()]),
        None => hash(&[bytes]),
    };
    Some(Incoming {
        token,
        automatic: is_automatic(|name| head(&message, name)),
        from,
        text: text(&message),
        message: id,
    })
}

/// Whether a program sent it (RFC 3834, 2 and 5; and what programs say that are older).
pub(super) fn is_automatic(head: impl Fn(&str) -> Option<String>) -> bool {
    let said = |name: &str| head(name).map(|value| value.trim().to_ascii_lowercase());
    said("Auto-Submitted").is_some_and(|value| !value.starts_with("no"))
        || said("Precedence").is_some_and(|v| ["bulk", "junk", "list", "auto_reply"].contains(&&*v))
        || said("Return-Path").is_some_and(|path| path == "<>")
        || said("X-Autoreply").is_some()
        || said("X-Autorespond").is_some()
        || said("List-Id").is_some()
        || said("Content-Type").is_some_and(|kind| kind.starts_with("multipart/report"))
}

/// A hash of what makes a message itself.
pub(super) fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
        hasher.update([0]);
    }
    let bytes = hasher.finalize();
    bytes[..16].iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn head(message: &Message<'_>, name: &str) -> Option<String> {
    message.header_raw(name.to_owned()).map(str::to_owned)
}

fn addresses(list: &Address<'_>) -> Vec<String> {
    let all = list.iter().filter_map(|one| one.address());
    all.map(str::to_owned).collect()
}

fn came_to(answers: &Answers, message: &Message<'_>) -> Option<String> {
    let mut tokens: Vec<String> = Vec::new();
    for name in CAME_TO {
        for value in message.header_values(name.to_string()) {
            let found = match value {
                HeaderValue::Address(list) => addresses(list),
                HeaderValue::Text(text) => vec![text.trim_matches(['<', '>', ' ']).to_owned()],
                _ => Vec::new(),
            };
            tokens.extend(found.iter().filter_map(|address| answers.token(address)));
        }
    }
    tokens.sort();
    tokens.dedup();
    // To two letters at once would be to neither.
    match tokens.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// What it says: the plain text, else the HTML without what is quoted in it.
fn text(message: &Message<'_>) -> String {
    let plain = message.text_bodies().find_map(|part| match &part.body {
        PartType::Text(text) if !text.trim().is_empty() => Some(text.to_string()),
        _ => None,
    });
    let html = message.html_bodies().find_map(|part| match &part.body {
        PartType::Html(html) => Some(without_html(html)),
        _ => None,
    });
    plain.or(html).unwrap_or_default()
}

/// The words of HTML, without what is quoted in it.
pub(super) fn without_html(html: &str) -> String {
    mail_parser::decoders::html::html_to_text(rules::own_html(html))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TOKEN: &str = "00112233445566778899aabbccddeeff";

    fn answers() -> Answers {
        Answers::new("answers@r.example").unwrap()
    }

    fn from_head(more: &str, body: &str) -> Incoming {
        let mail = format!(
            "From: Bo <Bo@example.org>\r\nTo: <answers+{TOKEN}@r.example>\r\n{more}\r\n{body}"
        );
        read(&answers(), None, mail.as_bytes()).unwrap()
    }

    #[test]
    fn a_message_is_read_whoever_wrote_it_down() {
        let plain = from_head("", "Done\r\n");
        assert_eq!(plain.token, TOKEN);
        assert_eq!(plain.from, "Bo@example.org");
        assert_eq!(plain.text.trim(), "Done");
        assert!(!plain.automatic);
        let quoted = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n";
        assert_eq!(from_head(quoted, "can=E2=80=99t\r\n").text.trim(), "can’t");
        let coded =
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n";
        assert_eq!(from_head(coded, "SGVjaG8=\r\n").text.trim(), "Hecho");
        let old = "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n";
        assert_eq!(from_head(old, "can=92t\r\n").text.trim(), "can’t");
        let html = "Content-Type: text/html\r\n";
        let body = "<div>1 done<br>2 can&#39;t</div><blockquote>1 keep</blockquote>";
        let read = from_head(html, body).text;
        assert_eq!(
            read.lines().map(str::trim).collect::<Vec<_>>(),
            ["1 done", "2 can't"]
        );
    }

    #[test]
    fn programs_are_known() {
        for head in [
            "Auto-Submitted: auto-replied",
            "Precedence: bulk",
            "Return-Path: <>",
            "X-Autoreply: yes",
            "List-Id: <x.example>",
            "Content-Type: multipart/report; boundary=x",
        ] {
            assert!(
                from_head(&format!("{head}\r\n"), "done").automatic,
                "{head}"
            );
        }
        assert!(!from_head("Auto-Submitted: no\r\n", "done").automatic);
    }

    #[test]
    fn what_names_nobody_or_several_is_from_nobody() {
        let two = format!(
            "From: a@example.org, b@example.org\r\nTo: answers+{TOKEN}@r.example\r\n\r\ndone"
        );
        assert_eq!(read(&answers(), None, two.as_bytes()).unwrap().from, "");
        let twice = format!(
            "From: a@example.org\r\nFrom: b@example.org\r\nTo: answers+{TOKEN}@r.example\r\n\r\ndone"
        );
        assert_eq!(read(&answers(), None, twice.as_bytes()).unwrap().from, "");
        let none = format!("To: answers+{TOKEN}@r.example\r\n\r\ndone");
        assert_eq!(read(&answers(), None, none.as_bytes()).unwrap().from, "");
        let other = "From: a@example.org\r\nTo: answers@r.example\r\n\r\ndone";
        assert!(read(&answers(), None, other.as_bytes()).is_none());
    }

    #[test]
    fn twice_the_same_is_the_same() {
        let one = from_head("Message-ID: <1@example.org>\r\n", "done");
        assert_eq!(
            one.message,
            from_head("Message-ID: <1@example.org>\r\n", "rest").message
        );
        assert_ne!(
            one.message,
            from_head("Message-ID: <2@example.org>\r\n", "done").message
        );
        assert_eq!(from_head("", "done").message, from_head("", "done").message);
        assert_ne!(from_head("", "done").message, from_head("", "rest").message);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_left(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            if let Some(read) = read(&answers(), Some(TOKEN.to_owned()), &bytes) {
                let _ = rules::read(rules::own_lines(&read.text));
            }
        }
    }
}
