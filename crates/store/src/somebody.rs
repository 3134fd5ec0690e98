//! Rows that are about somebody, and lead to nobody: who it is stands sealed in their column `who`.

use crate::{Error, Vault};
use kernel::PersonId;

/// A row that is about somebody.
pub trait OfSomebody: Sized {
    /// Who it is, opened; nobody where it is no person's id.
    ///
    /// # Errors
    /// Where the row's key is gone.
    fn person(&self, vault: &Vault) -> Result<Option<PersonId>, Error>;
}

/// Rows with whom each is about, opened.
///
/// # Errors
/// Where a row's key is gone.
pub fn with_people<R: OfSomebody>(
    vault: &Vault,
    rows: impl IntoIterator<Item = R>,
) -> Result<Vec<(R, PersonId)>, Error> {
    let mut all = Vec::new();
    for row in rows {
        if let Some(person) = row.person(vault)? {
            all.push((row, person));
        }
    }
    Ok(all)
}

/// Says of a [`sealed_row!`](crate::sealed_row) that it is about somebody, sealed in its column `who`.
#[macro_export]
macro_rules! of_somebody {
    ($name:ident) => {
        impl $crate::OfSomebody for $name {
            fn person(
                &self,
                vault: &$crate::Vault,
            ) -> Result<Option<::kernel::PersonId>, $crate::Error> {
                let who = self.key(vault)?.open(self.row(), "who", &self.who)?;
                Ok(::kernel::PersonId::parse(&who))
            }
        }
    };
}
