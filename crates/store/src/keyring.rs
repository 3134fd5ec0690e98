//! The keyring: a file of mode 0600, apart from the database, whose keys die on time
//! (ARCHITECTURE.md, decision 5).
//!
//! It holds one *living* key under which living rows' data keys are wrapped, one key for each *day
//! of death* of rows whose end is known, and one key for marks (blind indexes and short-lived
//! tokens). Destroying a key makes every copy of what it wrapped unreadable, wherever it lies.

use crate::Error;
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use kernel::{Chance, Day};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs::{File, OpenOptions},
    io::{Seek, SeekFrom, Write},
    os::unix::fs::{MetadataExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::{Arc, RwLock},
};
use zeroize::Zeroizing;

/// 32 bytes that are wiped from memory when let go.
pub(crate) type Key = Zeroizing<[u8; 32]>;

#[derive(Serialize, Deserialize)]
struct OnDisk {
    about: String,
    marks: String,
    living: String,
    keys: BTreeMap<String, String>,
}

#[derive(Clone)]
struct Inside {
    marks: Key,
    living: String,
    keys: BTreeMap<String, Key>,
    stamp: Stamp,
}

/// Tells one writing of the file from another: every writing is a new file, renamed into place.
#[derive(Clone, Copy, Default, PartialEq)]
struct Stamp {
    file: u64,
    seconds: i64,
    nanoseconds: i64,
}

/// The keyring of one data folder.
#[derive(Clone)]
pub struct Keyring {
    path: PathBuf,
    inside: Arc<RwLock<Inside>>,
}

const ABOUT: &str = "Holdfast's keyring. Without this file nothing sealed in the database can be \
    read; with both, everything that still lives can. Keep it apart, never in a backup in clear.";

impl Keyring {
    /// Makes a new keyring in a file that only its owner can read. Refuses to write over one.
    pub fn create(path: &Path, chance: &dyn Chance, today: Day) -> Result<Self, Error> {
        if path.exists() {
            return Err(fault(path, "there is one already"));
        }
        let living = format!("living-{today}");
        let inside = Inside {
            marks: new_key(chance),
            keys: BTreeMap::from([(living.clone(), new_key(chance))]),
            living,
            stamp: Stamp::default(),
        };
        write(path, &inside)?;
        Self::load(path)
    }

    /// Reads a keyring from its file.
    pub fn load(path: &Path) -> Result<Self, Error> {
        let inside = read(path)?;
        Ok(Self {
            path: path.to_owned(),
            inside: Arc::new(RwLock::new(inside)),
        })
    }

    /// The key that marks are made with.
    pub(crate) fn marks(&self) -> Result<Key, Error> {
        Ok(self.inside()?.marks.clone())
    }

    /// The living key and its name. Looks whether another process of the same host has renewed it
    /// meanwhile: a row under a key that is about to be destroyed would be lost.
    pub(crate) fn living(&self) -> Result<(String, Key), Error> {
        self.refresh()?;
        let inside = self.inside()?;
        let key = inside.keys.get(&inside.living).ok_or(Error::KeyGone)?;
        Ok((inside.living.clone(), key.clone()))
    }

    /// The key for rows that die at the end of `day`, made when it is first asked for.
    pub(crate) fn for_day(&self, day: Day, chance: &dyn Chance) -> Result<(String, Key), Error> {
        self.refresh()?;
        let name = format!("day-{day}");
        if let Some(key) = self.inside()?.keys.get(&name) {
            return Ok((name, key.clone()));
        }
        let key = new_key(chance);
        self.change(|inside| {
            inside.keys.entry(name.clone()).or_insert(key);
        })?;
        let key = self.named(&name)?;
        Ok((name, key))
    }

    /// The key of this name; [`Error::KeyGone`] once it has died.
    pub(crate) fn named(&self, name: &str) -> Result<Key, Error> {
        if let Some(key) = self.inside()?.keys.get(name) {
            return Ok(key.clone());
        }
        // Another process of the same host may have made it since.
        let fresh = read(&self.path)?;
        let key = fresh.keys.get(name).cloned().ok_or(Error::KeyGone)?;
        *self.hold()? = fresh;
        Ok(key)
    }

    /// A new living key; the one before stays until every row is under the new one. Returns the
    /// new name and whatever living keys came before it.
    pub(crate) fn renew(&self, today: Day, chance: &dyn Chance) -> Result<Vec<String>, Error> {
        let mut serial = [0u8; 4];
        chance.fill(&mut serial);
        let name = format!("living-{today}-{:08x}", u32::from_le_bytes(serial));
        let key = new_key(chance);
        self.change(|inside| {
            inside.keys.insert(name.clone(), key);
            inside.living = name.clone();
        })?;
        let inside = self.inside()?;
        Ok(inside
            .keys
            .keys()
            .filter(|k| k.starts_with("living-") && **k != inside.living)
            .cloned()
            .collect())
    }

    /// Living keys that a renewal has not yet finished with.
    pub(crate) fn has_past_living(&self) -> Result<bool, Error> {
        let inside = self.inside()?;
        Ok(inside
            .keys
            .keys()
            .any(|k| k.starts_with("living-") && *k != inside.living))
    }

    /// The day of the living key, for renewing it monthly.
    pub(crate) fn living_since(&self) -> Result<Option<Day>, Error> {
        let inside = self.inside()?;
        Ok(inside
            .living
            .get("living-".len()..)
            .and_then(|d| Day::parse(d.get(..10)?)))
    }

    /// Names of day keys whose day is over.
    pub(crate) fn days_up_to(&self, last: Day) -> Result<Vec<String>, Error> {
        let dead = |name: &String| {
            name.strip_prefix("day-")
                .and_then(Day::parse)
                .is_some_and(|day| day <= last)
        };
        Ok(self
            .inside()?
            .keys
            .keys()
            .filter(|k| dead(k))
            .cloned()
            .collect())
    }

    /// Destroys keys for good.
    pub(crate) fn destroy(&self, names: &[String]) -> Result<(), Error> {
        if names.is_empty() {
            return Ok(());
        }
        self.change(|inside| inside.keys.retain(|name, _| !names.contains(name)))
    }

    fn inside(&self) -> Result<std::sync::RwLockReadGuard<'_, Inside>, Error> {
        self.inside
            .read()
            .map_err(|_| fault(&self.path, "a thread died holding it"))
    }

    fn hold(&self) -> Result<std::sync::RwLockWriteGuard<'_, Inside>, Error> {
        self.inside
            .write()
            .map_err(|_| fault(&self.path, "a thread died holding it"))
    }

    fn refresh(&self) -> Result<(), Error> {
        if self.inside()?.stamp != stamp_of(&self.path)? {
            *self.hold()? = read(&self.path)?;
        }
        Ok(())
    }

    /// Changes what is in the file as it stands now, one process at a time: an import at the
    /// command line and a running server may both make keys.
    fn change(&self, change: impl FnOnce(&mut Inside)) -> Result<(), Error> {
        let mut inside = self.hold()?;
        let _turn = turn(&self.path)?;
        let mut next = read(&self.path)?;
        change(&mut next);
        write(&self.path, &next)?;
        next.stamp = stamp_of(&self.path)?;
        *inside = next;
        Ok(())
    }
}

fn new_key(chance: &dyn Chance) -> Key {
    let mut key = Zeroizing::new([0u8; 32]);
    chance.fill(&mut *key);
    key
}

fn fault(path: &Path, why: impl ToString) -> Error {
    Error::Keyring {
        path: path.display().to_string(),
        why: why.to_string(),
    }
}

fn decode(path: &Path, text: &str) -> Result<Key, Error> {
    let bytes = Zeroizing::new(BASE64.decode(text).map_err(|e| fault(path, e))?);
    let array = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|e| fault(path, e))?;
    Ok(Zeroizing::new(array))
}

fn stamp_of(path: &Path) -> Result<Stamp, Error> {
    let about = std::fs::metadata(path).map_err(|e| fault(path, e))?;
    Ok(Stamp {
        file: about.ino(),
        seconds: about.mtime(),
        nanoseconds: about.mtime_nsec(),
    })
}

/// The turn to change the keyring; it ends when the file is let go.
fn turn(path: &Path) -> Result<File, Error> {
    let lock = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path.with_extension("lock"))
        .map_err(|e| fault(path, e))?;
    lock.lock().map_err(|e| fault(path, e))?;
    Ok(lock)
}

fn read(path: &Path) -> Result<Inside, Error> {
    // The stamp first: a file that is renewed in between is simply read once more.
    let stamp = stamp_of(path)?;
    let text = Zeroizing::new(std::fs::read_to_string(path).map_err(|e| fault(path, e))?);
    let disk: OnDisk = toml::from_str(&text).map_err(|_| fault(path, "it cannot be read"))?;
    let keys = disk
        .keys
        .iter()
        .map(|(name, key)| Ok((name.clone(), decode(path, key)?)))
        .collect::<Result<_, Error>>()?;
    Ok(Inside {
        marks: decode(path, &disk.marks)?,
        living: disk.living,
        keys,
        stamp,
    })
}

/// Writes beside, flushes, renames, flushes the folder, and overwrites the old bytes, so that a
/// crash leaves either keyring whole and a destroyed key does not stay in a forgotten file.
fn write(path: &Path, inside: &Inside) -> Result<(), Error> {
    let disk = OnDisk {
        about: ABOUT.into(),
        marks: BASE64.encode(*inside.marks),
        living: inside.living.clone(),
        keys: inside
            .keys
            .iter()
            .map(|(n, k)| (n.clone(), BASE64.encode(**k)))
            .collect(),
    };
    let text = Zeroizing::new(toml::to_string(&disk).map_err(|e| fault(path, e))?);
    let io = |e: std::io::Error| fault(path, e);
    let beside = path.with_extension("new");
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&beside)
        .map_err(io)?;
    file.write_all(text.as_bytes()).map_err(io)?;
    file.sync_all().map_err(io)?;
    let old = OpenOptions::new().write(true).open(path).ok();
    std::fs::rename(&beside, path).map_err(io)?;
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        File::open(folder).and_then(|f| f.sync_all()).map_err(io)?;
    }
    if let Some(mut old) = old {
        let length = old.metadata().map_err(io)?.len();
        old.seek(SeekFrom::Start(0)).map_err(io)?;
        old.write_all(&vec![0; usize::try_from(length).unwrap_or(0)])
            .map_err(io)?;
        old.sync_all().map_err(io)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;

    #[test]
    fn two_processes_with_one_keyring_lose_no_key_of_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyring");
        let chance = SeededChance::new(1);
        let serving = Keyring::create(&path, &chance, Day(100)).unwrap();
        let importing = Keyring::load(&path).unwrap();
        let (of_import, _) = importing.for_day(Day(110), &chance).unwrap();
        serving.for_day(Day(120), &chance).unwrap();
        assert!(Keyring::load(&path).unwrap().named(&of_import).is_ok());
        let past = importing.renew(Day(101), &chance).unwrap();
        importing.destroy(&past).unwrap();
        assert_eq!(serving.living().unwrap().0, importing.living().unwrap().0);
    }
}
