//! The list that is closed before anybody knows the seed.

use std::collections::BTreeSet;

use crate::hash::sha256;
use crate::refusal::LotRefusal;

/// The first line of every closed list; the number is the version of the form.
pub const FIRST_LINE: &str = "holdfast-lot-1";

/// A list that is still open: codes of asks, or the names people chose for a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    entries: BTreeSet<String>,
}

impl List {
    /// Takes entries in any order. Blanks around an entry are dropped; letters stay as they are.
    ///
    /// # Errors
    ///
    /// An empty list, a blank entry, an entry that does not fit on one line, and the same entry
    /// twice are refused: each would let two people write down two different lists.
    pub fn of<I>(entries: I) -> Result<List, LotRefusal>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let mut sorted = BTreeSet::new();
        for entry in entries {
            let entry = plain(entry.as_ref())?;
            if let Some(entry) = sorted.replace(entry) {
                return Err(LotRefusal::EntryTwice { entry });
            }
        }
        if sorted.is_empty() {
            return Err(LotRefusal::ListEmpty);
        }
        Ok(List { entries: sorted })
    }

    /// Closes the list at a moment (seconds since 1970, UTC). From here on nobody is added.
    #[must_use]
    pub fn freeze(self, at_seconds: i64) -> Frozen {
        let entries: Vec<String> = self.entries.into_iter().collect();
        let hash = sha256(&text_of(&entries));
        Frozen {
            entries,
            hash,
            frozen_at: at_seconds,
        }
    }
}

/// A closed list: its entries in order, the hash to publish, and when it was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    entries: Vec<String>,
    hash: String,
    frozen_at: i64,
}

impl Frozen {
    /// Takes up a closed list again from where it was kept.
    ///
    /// # Errors
    ///
    /// [`LotRefusal::ListChanged`] when the entries no longer give the published hash; otherwise
    /// as [`List::of`].
    pub fn kept<I>(entries: I, published_hash: &str, frozen_at: i64) -> Result<Frozen, LotRefusal>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let frozen = List::of(entries)?.freeze(frozen_at);
        if !frozen.hash.eq_ignore_ascii_case(published_hash.trim()) {
            return Err(LotRefusal::ListChanged);
        }
        Ok(frozen)
    }

    /// Reads a published list, as [`Frozen::text`] wrote it. Order and line ends do not matter.
    ///
    /// # Errors
    ///
    /// [`LotRefusal::NotAList`] when the first line is another; otherwise as [`List::of`].
    pub fn from_text(text: &str, frozen_at: i64) -> Result<Frozen, LotRefusal> {
        let mut lines = text.trim_end().lines();
        if lines.next().map(str::trim_end) != Some(FIRST_LINE) {
            return Err(LotRefusal::NotAList {
                first_line: FIRST_LINE,
            });
        }
        Ok(List::of(lines)?.freeze(frozen_at))
    }

    /// The entries, ordered by their bytes.
    #[must_use]
    pub fn entries(&self) -> &[String] {
        &self.entries
    }

    /// SHA-256 of [`Frozen::text`], 64 lower-case hex digits. This is what gets printed and put
    /// on the wall before anybody touches the dice.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// When the list was closed, in seconds since 1970, UTC.
    #[must_use]
    pub fn frozen_at(&self) -> i64 {
        self.frozen_at
    }

    /// The list as it is published and hashed: UTF-8, the line `holdfast-lot-1`, then one entry
    /// per line ordered by bytes, every line (the last one too) ended by a single line feed.
    #[must_use]
    pub fn text(&self) -> String {
        text_of(&self.entries)
    }
}

fn text_of(entries: &[String]) -> String {
    let mut text = String::from(FIRST_LINE);
    text.push('\n');
    for entry in entries {
        text.push_str(entry);
        text.push('\n');
    }
    text
}

fn plain(entry: &str) -> Result<String, LotRefusal> {
    let entry = entry.trim();
    if entry.is_empty() {
        return Err(LotRefusal::EntryBlank);
    }
    if entry.chars().any(is_unseen) {
        let entry = entry.escape_default().to_string();
        return Err(LotRefusal::EntryNotOneLine { entry });
    }
    Ok(entry.to_owned())
}

/// Signs that leave no mark on paper: with them two entries could look like one.
fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(sign, '\u{2060}'..='\u{2064}' | '\u{feff}')
}
