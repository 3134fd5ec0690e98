//! A sealed row as it begins: an id, and a data key of its own.

use crate::{DataKey, Error, Row, Sealed, Vault, WrappedKey};
use kernel::{NetworkId, RowId};

/// A row that is begun. What it seals opens in this row alone.
pub struct Fresh<Id> {
    /// The row's new id.
    pub id: Id,
    /// Its data key, wrapped, to lie beside it.
    pub row_key: WrappedKey,
    network: NetworkId,
    table: &'static str,
    key: DataKey,
}

impl<Id: RowId> Fresh<Id> {
    fn row(&self) -> Row<'_> {
        Row {
            network: &self.network,
            table: self.table,
            id: self.id.bytes(),
        }
    }

    /// Seals a value of one of its columns.
    ///
    /// # Errors
    /// Where the value cannot be sealed.
    pub fn seal(&self, column: &str, text: &str) -> Result<Sealed, Error> {
        self.key.seal(self.row(), column, text)
    }

    /// The same, where there may be no value.
    ///
    /// # Errors
    /// Where the value cannot be sealed.
    pub fn seal_some(&self, column: &str, text: Option<&str>) -> Result<Option<Sealed>, Error> {
        self.key.seal_some(self.row(), column, text)
    }
}

impl Vault {
    /// Begins a row of a table that lives until further notice.
    ///
    /// # Errors
    /// Where the keyring cannot be read.
    pub fn fresh<Id: RowId>(
        &self,
        network: NetworkId,
        table: &'static str,
    ) -> Result<Fresh<Id>, Error> {
        let id = Id::new(&*self.chance);
        let row = Row {
            network: &network,
            table,
            id: id.bytes(),
        };
        let (key, row_key) = self.new_key(row)?;
        Ok(Fresh {
            id,
            row_key,
            network,
            table,
            key,
        })
    }
}
