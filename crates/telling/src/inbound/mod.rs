//! Answers on their way in: what a mail server or a provider hands over, read as far as it is needed.
//! Nothing of it is kept but a hash that says it was heard, and nothing of it is logged.

pub(crate) mod lmtp;
mod mime;
mod posted;
pub(crate) mod webhook;

/// The most bytes of one answer. A word needs few; a picture is none.
pub(crate) const LARGEST: usize = 64 * 1024;

/// One answer, as far as it is looked at. `Debug` would lead to a person.
#[derive(Clone)]
pub(crate) struct Incoming {
    /// The token of the address it came to.
    pub token: String,
    /// Whom it says it is from; empty where it names nobody, or several.
    pub from: String,
    /// What it says.
    pub text: String,
    /// Sent by a program: out of office, a list, a bounce (RFC 3834).
    pub automatic: bool,
    /// A hash of it, by which one that comes twice is known again.
    pub message: String,
}
