//! What goes wrong at the command line, as one plain sentence.

use kernel::Refusal;
use store::Stop;

/// What went wrong. None of these carries words of a person.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A sentence that says what is missing and what can be done now.
    #[error("{0}")]
    Said(String),
    /// A file or a folder.
    #[error("{path}: {why}")]
    File {
        /// Where it is.
        path: String,
        /// What happened.
        why: std::io::Error,
    },
    /// The store.
    #[error("{0}")]
    Store(#[from] store::Error),
    /// A deed that a rule refused.
    #[error("this cannot be done now ({})", .0.message().key)]
    Refused(Box<dyn Refusal>),
    /// Something that should be there is not.
    #[error("{NO_NETWORK}")]
    NotThere,
}

const NO_NETWORK: &str = "There is no network here yet. `holdfast init` makes one.";

impl Trouble {
    /// A sentence.
    pub fn said(words: impl Into<String>) -> Self {
        Self::Said(words.into())
    }

    /// Something about a file, for `map_err`.
    pub fn file(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.display().to_string();
        move |why| Self::File { path, why }
    }
}

impl From<Stop> for Trouble {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Broken(error) => Self::Store(error),
            Stop::Refused(refusal) => Self::Refused(refusal),
            Stop::NotThere | Stop::SignIn | Stop::ProveAgain => Self::NotThere,
        }
    }
}
