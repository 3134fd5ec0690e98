//! What can go wrong below the practices, and how a deed ends without being done.

use kernel::Refusal;

/// A fault of the store. None of these carries words of a person.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database refused or could not be reached.
    #[error("the database: {0}")]
    Database(#[from] diesel::result::Error),
    /// No connection could be had.
    #[error("no connection to the database: {0}")]
    Connection(String),
    /// The key of this row has died, as it was meant to.
    #[error("the key of this row is gone")]
    KeyGone,
    /// A sealed value does not open: another row's, another network's, or changed by hand.
    #[error("a sealed value does not open")]
    Tampered,
    /// The keyring's file.
    #[error("the keyring {path}: {why}")]
    Keyring {
        /// Where the file is.
        path: String,
        /// What happened.
        why: String,
    },
    /// The schema could not be brought up to date.
    #[error("bringing the tables up to date: {0}")]
    Migration(String),
    /// Something was to be written into tables that hold something already.
    #[error("there is something in the database already")]
    NotEmpty,
    /// A table that was brought back is not as it was.
    #[error("the table {0} did not come back as it was")]
    NotTheSame(String),
    /// Work did not come back from its thread.
    #[error("a job ended early")]
    JobLost,
}

/// How a deed ends without being done.
#[derive(Debug)]
pub enum Stop {
    /// A sentence the person can act on.
    Refused(Box<dyn Refusal>),
    /// There is no such thing, or none that this viewer may see: the same answer.
    NotThere,
    /// Only somebody who is signed in can do this.
    SignIn,
    /// Only somebody who showed a few minutes ago that it is them.
    ProveAgain,
    /// A fault of ours.
    Broken(Error),
}

impl Stop {
    /// A refusal of a practice.
    pub fn refused(refusal: impl Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Broken(error)
    }
}

impl From<diesel::result::Error> for Stop {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::NotThere,
            other => Self::Broken(other.into()),
        }
    }
}

/// Lets a practice's refusal end a deed with `?`.
#[macro_export]
macro_rules! stops_with {
    ($refusal:ty) => {
        impl From<$refusal> for $crate::Stop {
            fn from(refusal: $refusal) -> Self {
                Self::refused(refusal)
            }
        }
    };
}
