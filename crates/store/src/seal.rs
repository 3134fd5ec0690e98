//! Sealed columns: an AEAD under a data key of the row's own, with network, table, column and row
//! as associated data, so that a sealed value moved elsewhere does not open.
//!
//! XChaCha20-Poly1305 (RFC 8439 with a 24-byte nonce, draft-irtf-cfrg-xchacha): random nonces never
//! meet, however many rows there are.

use crate::{Error, Keyring, keyring::Key};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chacha20poly1305::{
    Key as CipherKey, KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use diesel::{
    backend::Backend,
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    serialize::{self, Output, ToSql},
    sql_types::Binary,
};
use hmac::{Hmac, Mac};
use kernel::{Chance, Day, Moment, NetworkId};
use sha2::Sha256;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use zeroize::Zeroizing;

const NONCE: usize = 24;

/// How many values are kept open at most.
const OPENED_AT_MOST: usize = 2048;

/// A sealed value as it lies in the database: nonce and ciphertext.
#[derive(Clone, PartialEq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Binary)]
pub struct Sealed(Vec<u8>);

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed(…)")
    }
}

macro_rules! bytes_column {
    ($name:ident) => {
        impl<DB: Backend> ToSql<Binary, DB> for $name
        where
            [u8]: ToSql<Binary, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                self.0.as_slice().to_sql(out)
            }
        }

        impl<DB: Backend> FromSql<Binary, DB> for $name
        where
            Vec<u8>: FromSql<Binary, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
                Vec::<u8>::from_sql(bytes).map(Self)
            }
        }
    };
}

/// A row's data key as it lies beside the row in the column `row_key`, wrapped under a key of the
/// keyring whose name stands before it.
#[derive(Clone, PartialEq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Binary)]
pub struct WrappedKey(Vec<u8>);

impl WrappedKey {
    fn new(under: &str, wrapped: &[u8]) -> Result<Self, Error> {
        let length = u8::try_from(under.len()).map_err(|_| Error::Tampered)?;
        Ok(Self([&[length], under.as_bytes(), wrapped].concat()))
    }

    fn parts(&self) -> Option<(&str, &[u8])> {
        let (length, rest) = self.0.split_first()?;
        let (name, wrapped) = rest.split_at_checked(usize::from(*length))?;
        Some((std::str::from_utf8(name).ok()?, wrapped))
    }

    /// The name of the keyring's key it is wrapped under.
    pub fn under(&self) -> &str {
        self.parts().map_or("", |(name, _)| name)
    }
}

impl std::fmt::Debug for WrappedKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WrappedKey(…)")
    }
}

bytes_column!(Sealed);
bytes_column!(WrappedKey);

/// The place a sealed value belongs to.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// The network.
    pub network: &'a NetworkId,
    /// The table's name.
    pub table: &'static str,
    /// The row's id.
    pub id: &'a [u8; 16],
}

impl Row<'_> {
    fn associated(&self, column: &str) -> Vec<u8> {
        let mut data = Vec::with_capacity(64);
        data.extend_from_slice(self.network.bytes());
        data.extend_from_slice(self.table.as_bytes());
        data.push(0);
        data.extend_from_slice(column.as_bytes());
        data.push(0);
        data.extend_from_slice(self.id);
        data
    }
}

/// Gives a stored row its place (`row()`) and its data key (`key(&vault)`): for a struct with `id`,
/// `network_id` and `row_key`, and its table's name.
#[macro_export]
macro_rules! sealed_row {
    ($name:ident, $table:expr) => {
        impl $name {
            pub(crate) fn row(&self) -> $crate::Row<'_> {
                $crate::Row {
                    network: &self.network_id,
                    table: $table,
                    id: self.id.bytes(),
                }
            }

            pub(crate) fn key(
                &self,
                vault: &$crate::Vault,
            ) -> Result<$crate::DataKey, $crate::Error> {
                vault.open_key(self.row(), &self.row_key)
            }
        }
    };
}

/// A row's data key in the open; wiped when let go.
pub struct DataKey {
    key: Key,
    chance: Arc<dyn Chance>,
}

impl DataKey {
    /// Seals a value for one column of a row.
    pub fn seal(&self, row: Row<'_>, column: &str, text: &str) -> Result<Sealed, Error> {
        encrypt(
            &self.key,
            &*self.chance,
            text.as_bytes(),
            &row.associated(column),
        )
        .map(Sealed)
    }

    /// Opens a sealed value of this row.
    pub fn open(&self, row: Row<'_>, column: &str, sealed: &Sealed) -> Result<String, Error> {
        let bytes = decrypt(&self.key, &sealed.0, &row.associated(column))?;
        String::from_utf8(bytes).map_err(|_| Error::Tampered)
    }

    /// [`DataKey::seal`] for a value that may be absent.
    pub fn seal_some(
        &self,
        row: Row<'_>,
        column: &str,
        text: Option<&str>,
    ) -> Result<Option<Sealed>, Error> {
        text.map(|text| self.seal(row, column, text)).transpose()
    }

    /// [`DataKey::open`] for a value that may be absent.
    pub fn open_some(
        &self,
        row: Row<'_>,
        column: &str,
        sealed: Option<&Sealed>,
    ) -> Result<Option<String>, Error> {
        sealed
            .map(|sealed| self.open(row, column, sealed))
            .transpose()
    }
}

/// Seals, opens and marks; what practices use of the keyring.
#[derive(Clone)]
pub struct Vault {
    pub(crate) ring: Keyring,
    pub(crate) chance: Arc<dyn Chance>,
    opened: Arc<Mutex<HashMap<[u8; NONCE], Zeroizing<String>>>>,
}

impl Vault {
    /// A vault over a keyring.
    pub fn new(ring: Keyring, chance: Arc<dyn Chance>) -> Self {
        Self {
            ring,
            chance,
            opened: Arc::default(),
        }
    }

    /// A new data key for a row that lives until further notice.
    pub fn new_key(&self, row: Row<'_>) -> Result<(DataKey, WrappedKey), Error> {
        let mut key = Zeroizing::new([0u8; 32]);
        self.chance.fill(&mut *key);
        let (name, under) = self.ring.living()?;
        let wrapped = self.wrap(row, &key, name, &under)?;
        Ok((
            DataKey {
                key,
                chance: self.chance.clone(),
            },
            wrapped,
        ))
    }

    /// Opens a row's data key; [`Error::KeyGone`] once its day has passed.
    pub fn open_key(&self, row: Row<'_>, wrapped: &WrappedKey) -> Result<DataKey, Error> {
        let key = self.unwrap(row, wrapped)?;
        Ok(DataKey {
            key,
            chance: self.chance.clone(),
        })
    }

    /// Opens a value that many people read again and again, such as a line of the board, and keeps
    /// it in memory until something is erased: by its nonce, so that a value written anew is opened
    /// anew. Never for how to reach somebody.
    pub fn open_often(
        &self,
        row: Row<'_>,
        wrapped: &WrappedKey,
        column: &str,
        sealed: &Sealed,
    ) -> Result<String, Error> {
        let nonce = *sealed.0.first_chunk::<NONCE>().ok_or(Error::Tampered)?;
        if let Some(text) = self.opened().get(&nonce) {
            return Ok(String::clone(text));
        }
        let text = self.open_key(row, wrapped)?.open(row, column, sealed)?;
        let mut opened = self.opened();
        if opened.len() >= OPENED_AT_MOST {
            opened.clear();
        }
        opened.insert(nonce, Zeroizing::new(text.clone()));
        Ok(text)
    }

    /// Forgets every value that was kept open; after anything was erased.
    pub fn close_all(&self) {
        self.opened().clear();
    }

    fn opened(&self) -> std::sync::MutexGuard<'_, HashMap<[u8; NONCE], Zeroizing<String>>> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wraps a row's data key anew: under the living key, or under the key of its day of death.
    pub fn rewrap(
        &self,
        row: Row<'_>,
        wrapped: &WrappedKey,
        dies_on: Option<Day>,
    ) -> Result<WrappedKey, Error> {
        let key = self.unwrap(row, wrapped)?;
        let (name, under) = match dies_on {
            Some(day) => self.ring.for_day(day, &*self.chance)?,
            None => self.ring.living()?,
        };
        self.wrap(row, &key, name, &under)
    }

    /// A mark by which a value can be found again without being readable (HMAC-SHA256 under a key
    /// of the keyring).
    pub fn mark(&self, network: &NetworkId, kind: &str, text: &str) -> Result<Vec<u8>, Error> {
        mark_with(&*self.ring.marks()?, network, kind, text)
    }

    /// A mark that can be made, and so guessed at, only until the end of a day: its key is the key
    /// of that day and dies with it. `None` once it has died.
    pub fn mark_until(
        &self,
        network: &NetworkId,
        kind: &str,
        text: &str,
        (day, today): (Day, Day),
    ) -> Result<Option<Vec<u8>>, Error> {
        if day < today {
            return Ok(None);
        }
        let (_, key) = self.ring.for_day(day, &*self.chance)?;
        mark_with(&key, network, kind, text).map(Some)
    }

    /// A short-lived token for an address or a hidden field, readable by this server only and only
    /// for one purpose, until it expires.
    pub fn token(&self, purpose: &str, text: &str, expires: Moment) -> Result<String, Error> {
        let body = format!("{}\n{text}", expires.0);
        let key = self.ring.marks()?;
        Ok(BASE64.encode(encrypt(
            &key,
            &*self.chance,
            body.as_bytes(),
            purpose.as_bytes(),
        )?))
    }

    /// What a token holds, if it is one of ours for this purpose and not yet expired.
    pub fn read_token(&self, purpose: &str, token: &str, now: Moment) -> Option<String> {
        let bytes = BASE64.decode(token).ok()?;
        let key = self.ring.marks().ok()?;
        let body = String::from_utf8(decrypt(&key, &bytes, purpose.as_bytes()).ok()?).ok()?;
        let (expires, text) = body.split_once('\n')?;
        (expires.parse().ok().map(Moment)? > now).then(|| text.to_owned())
    }

    fn wrap(
        &self,
        row: Row<'_>,
        key: &Key,
        name: String,
        under: &Key,
    ) -> Result<WrappedKey, Error> {
        let sealed = encrypt(under, &*self.chance, &**key, &row.associated(&name))?;
        WrappedKey::new(&name, &sealed)
    }

    fn unwrap(&self, row: Row<'_>, wrapped: &WrappedKey) -> Result<Key, Error> {
        let (name, sealed) = wrapped.parts().ok_or(Error::Tampered)?;
        let under = self.ring.named(name)?;
        let bytes = Zeroizing::new(decrypt(&under, sealed, &row.associated(name))?);
        let key = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| Error::Tampered)?;
        Ok(Zeroizing::new(key))
    }
}

fn mark_with(
    key: &[u8; 32],
    network: &NetworkId,
    kind: &str,
    text: &str,
) -> Result<Vec<u8>, Error> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).map_err(|_| Error::Tampered)?;
    mac.update(network.bytes());
    mac.update(kind.as_bytes());
    mac.update(&[0]);
    mac.update(text.as_bytes());
    Ok(mac.finalize().into_bytes().to_vec())
}

fn encrypt(key: &Key, chance: &dyn Chance, text: &[u8], data: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0u8; NONCE];
    chance.fill(&mut nonce);
    let sealed = XChaCha20Poly1305::new(&CipherKey::from(**key))
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: text,
                aad: data,
            },
        )
        .map_err(|_| Error::Tampered)?;
    Ok([&nonce[..], &sealed].concat())
}

fn decrypt(key: &Key, sealed: &[u8], data: &[u8]) -> Result<Vec<u8>, Error> {
    let (nonce, text) = sealed.split_first_chunk::<NONCE>().ok_or(Error::Tampered)?;
    XChaCha20Poly1305::new(&CipherKey::from(**key))
        .decrypt(
            &XNonce::from(*nonce),
            Payload {
                msg: text,
                aad: data,
            },
        )
        .map_err(|_| Error::Tampered)
}
