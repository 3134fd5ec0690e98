//! Envelopes, and the two ways a letter leaves: to a mail server, by lettre, or into a folder.

use crate::{
    letter::{Letter, one_line},
    state::Trouble,
    tables::LetterId,
    ways::{Encryption, Mail, Smtp},
};
use kernel::Moment;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp::{
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
        extension::ClientId,
    },
};
use std::{
    fs::{DirBuilder, File, OpenOptions},
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
    time::{Duration, UNIX_EPOCH},
};

/// What a server says that wants another name or password (RFC 4954, §6).
const NOT_LET_IN: &[u16] = &[454, 530, 534, 535];

/// Whom letters in a folder are from, where no mail server is set.
const FROM_HERE: &str = "holdfast@localhost";

/// A letter in its envelope. The same letter makes the same head each time: a receiver's server
/// knows it again by its Message-ID.
pub(crate) fn envelope(
    from: &Mailbox,
    letter: &Letter,
    (id, made_at): (LetterId, Moment),
) -> Option<Message> {
    let to = Mailbox::new(None, letter.to.parse().ok()?);
    let made = UNIX_EPOCH + Duration::from_secs(u64::try_from(made_at.0).unwrap_or_default());
    let header = |name: &'static str, value: String| {
        HeaderValue::new(HeaderName::new_from_ascii_str(name), one_line(&value))
    };
    let mut message = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(one_line(&letter.subject))
        .date(made)
        .message_id(Some(format!("<{id}@{}>", from.email.domain())))
        .raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
    if let Ok(answers) = letter.answer_to.parse() {
        message = message.reply_to(Mailbox::new(None, answers));
    }
    if !letter.stop.is_empty() {
        message = message
            .raw_header(header("List-Unsubscribe", format!("<{}>", letter.stop)))
            .raw_header(header(
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click".to_owned(),
            ));
    }
    message
        .multipart(MultiPart::alternative_plain_html(
            letter.text.clone(),
            letter.html.clone(),
        ))
        .ok()
}

/// Whom letters are from.
pub(crate) fn from(mail: &Mail) -> Option<Mailbox> {
    match mail {
        Mail::Nowhere => None,
        Mail::Folder(_) => FROM_HERE.parse().ok(),
        Mail::Server(server) => Some(server.from.clone()),
    }
}

/// Sends a letter. It has left where this says so; where it does not, it may have.
pub(crate) async fn send(mail: &Mail, id: LetterId, message: Message) -> Result<(), Trouble> {
    match mail {
        Mail::Nowhere => Err(Trouble::NotWritten),
        Mail::Folder(folder) => {
            let folder = folder.clone();
            tokio::task::spawn_blocking(move || write_down(&folder, id, &message.formatted()))
                .await
                .map_err(|_| Trouble::NotWritten)?
                .map_err(|error| {
                    tracing::error!(%error, "the outbox cannot be written to");
                    Trouble::NotWritten
                })
        }
        Mail::Server(server) => {
            let line = line(server)?;
            match tokio::time::timeout(server.patience * 3, line.send(message)).await {
                Err(_) => Err(Trouble::Hangs),
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) => Err(trouble(&error)),
            }
        }
    }
}

fn line(server: &Smtp) -> Result<AsyncSmtpTransport<Tokio1Executor>, Trouble> {
    let private = || {
        let mut parameters = TlsParameters::builder(server.host.clone());
        if let Some(pem) = &server.certificate {
            parameters = parameters.add_root_certificate(Certificate::from_pem(pem)?);
        }
        parameters.build_rustls()
    };
    let tls = match server.encryption {
        Encryption::Plain => Ok(Tls::None),
        Encryption::StartTls => private().map(Tls::Required),
        Encryption::Tls => private().map(Tls::Wrapper),
    };
    // Named by what we write from: the machine's own name is nobody's business.
    let name = ClientId::Domain(server.from.email.domain().to_owned());
    let builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server.host.clone())
        .port(server.port)
        .hello_name(name)
        .timeout(Some(server.patience))
        .tls(tls.map_err(|_| Trouble::NotPrivate)?);
    Ok(match &server.credentials {
        Some((name, password)) => {
            builder.credentials(Credentials::new(name.clone(), password.clone()))
        }
        None => builder,
    }
    .build())
}

fn trouble(error: &lettre::transport::smtp::Error) -> Trouble {
    if error.is_timeout() {
        Trouble::Hangs
    } else if error.is_tls() {
        Trouble::NotPrivate
    } else if error
        .status()
        .is_some_and(|code| NOT_LET_IN.contains(&u16::from(code)))
    {
        Trouble::NotLetIn
    } else if error.is_permanent() {
        Trouble::Never
    } else if error.is_transient() {
        Trouble::Later
    } else {
        Trouble::NoAnswer
    }
}

/// One file a letter, whole or not at all, readable by its owner only. The same letter lands in the
/// same file.
fn write_down(folder: &Path, id: LetterId, bytes: &[u8]) -> std::io::Result<()> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let (part, whole) = (
        folder.join(format!(".{id}.part")),
        folder.join(format!("{id}.eml")),
    );
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&part, &whole)?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;
    use proptest::prelude::*;

    fn head(subject: &str, stop: &str) -> String {
        let letter = Letter {
            to: "bo@example.org".to_owned(),
            subject: subject.to_owned(),
            text: "x".to_owned(),
            html: "<p>x</p>".to_owned(),
            stop: stop.to_owned(),
            answer_to: "answers+1f@rivermouth.example".to_owned(),
        };
        let from: Mailbox = "Rivermouth <letters@rivermouth.example>".parse().unwrap();
        let id = LetterId::new(&SeededChance::new(3));
        let message = envelope(&from, &letter, (id, Moment(1_772_000_000))).unwrap();
        let whole = String::from_utf8(message.formatted()).unwrap();
        whole.split_once("\r\n\r\n").unwrap().0.to_owned()
    }

    /// The names of the lines of a head; what is folded belongs to the line before.
    fn names(head: &str) -> Vec<String> {
        head.split("\r\n")
            .filter(|line| !line.starts_with([' ', '\t']))
            .map(|line| line.split(':').next().unwrap_or_default().to_owned())
            .collect()
    }

    const EXPECTED: &[&str] = &[
        "From",
        "To",
        "Reply-To",
        "Subject",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "MIME-Version",
        "Content-Type",
    ];

    #[test]
    fn a_head_says_how_to_stop_and_is_the_same_each_time() {
        let head_of = || head("Rivermouth", "https://r.example/telling/stop/abc");
        let names = names(&head_of());
        for name in EXPECTED {
            assert!(names.iter().any(|n| n == name), "no {name} in {names:?}");
        }
        let of = |name: &str| {
            let head = head_of();
            head.lines()
                .find(|line| line.starts_with(name))
                .unwrap()
                .to_owned()
        };
        assert_eq!(of("Message-ID"), of("Message-ID"));
        assert!(of("Message-ID").ends_with("@rivermouth.example>"));
        assert_eq!(
            of("List-Unsubscribe-Post"),
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click"
        );
        assert_eq!(of("Date"), of("Date"));
    }

    proptest! {
        #[test]
        fn nothing_in_a_subject_or_a_link_makes_a_line_of_its_own(
            subject in "(\\PC|[\r\n\t:]){0,60}",
            stop in "[ -~\r\n]{0,60}",
        ) {
            let names = names(&head(&format!("a\r\nBcc: all@example.org\r\n\r\n{subject}"), &stop));
            for name in &names {
                prop_assert!(EXPECTED.contains(&name.as_str()), "{:?}", names);
            }
        }
    }
}
