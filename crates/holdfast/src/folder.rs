//! The data folder: the database and, in a file of its own, the keyring. Only its owner reads it.

use crate::Trouble;
use std::{
    fs::{DirBuilder, OpenOptions, Permissions},
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

/// A data folder.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at this path, whether or not there is one yet.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Makes the folder, readable by its owner only. An empty one that is there is taken.
    pub fn make(&self) -> Result<(), Trouble> {
        if !self.is_empty()? {
            return Err(Trouble::said(format!(
                "There is something in {} already; nothing was changed. Choose another folder \
                 with --data, or start what is there with `holdfast serve`.",
                self.0.display()
            )));
        }
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.0)
            .and_then(|()| std::fs::set_permissions(&self.0, Permissions::from_mode(0o700)))
            .map_err(Trouble::file(&self.0))
    }

    fn is_empty(&self) -> Result<bool, Trouble> {
        match std::fs::read_dir(&self.0) {
            Ok(mut entries) => Ok(entries.next().is_none()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
            Err(error) => Err(Trouble::file(&self.0)(error)),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// SQLite's file.
    pub fn database(&self) -> PathBuf {
        self.0.join("holdfast.sqlite")
    }

    /// The keyring's file.
    pub fn keyring(&self) -> PathBuf {
        self.0.join("keyring")
    }

    /// Letters on their way, where no mail server is set.
    pub fn outbox(&self) -> PathBuf {
        self.0.join("outbox")
    }

    /// The settings' file.
    pub fn settings(&self) -> PathBuf {
        self.0.join("holdfast.toml")
    }

    /// The database's address: the one that was set, else the file in this folder.
    pub fn database_url(&self, set: Option<&str>) -> String {
        set.map_or_else(
            || self.database().to_string_lossy().into_owned(),
            str::to_owned,
        )
    }
}

/// Writes a new file that only its owner can read. Refuses to write over one.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .map_err(Trouble::file(path))
}
