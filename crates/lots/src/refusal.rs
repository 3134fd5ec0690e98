//! Why a list, a seed or a draw is refused.

use crate::messages::messages;

messages! {
    /// What stands in the way of a draw, each with something a person can do about it.
    ///
    /// `Display` gives the message key alone: it is for logs, which hold no people.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[error("{}", self.message_key())]
    pub enum LotRefusal {
        /// There is nobody on the list.
        ListEmpty => "lot-list-empty",
        /// An entry is blank.
        EntryBlank => "lot-entry-blank",
        /// An entry holds a line break or another sign that cannot be seen, so that two people
        /// could not write the same list down.
        EntryNotOneLine {
            /// The entry, with its unseen signs escaped.
            entry: String,
        } => "lot-entry-not-one-line",
        /// The same entry stands on the list twice and would have two chances.
        EntryTwice {
            /// The entry.
            entry: String,
        } => "lot-entry-twice",
        /// The list is not the one whose hash was published.
        ListChanged => "lot-list-changed",
        /// The text given is not a closed list: its first line is not the expected one.
        NotAList {
            /// The first line a closed list has.
            first_line: &'static str,
        } => "lot-not-a-list",
        /// Too few dice were rolled: somebody could roll again until they like the result.
        TooFewRolls {
            /// How many rolls were given.
            rolls: usize,
            /// How many are needed.
            needed: usize,
        } => "lot-too-few-rolls",
        /// A roll is not one to six.
        NotADie {
            /// Which roll, counting from one.
            number: usize,
            /// What was given.
            roll: u8,
        } => "lot-not-a-die",
        /// A seed text so short that it can be found from its hash by trying.
        SeedTooShort {
            /// How many letters were given.
            letters: usize,
            /// How many are needed.
            needed: usize,
        } => "lot-seed-too-short",
        /// A seed text with a line break or another unseen sign in it.
        SeedNotOneLine => "lot-seed-not-one-line",
        /// The text revealed is not the one whose hash was published.
        RevealDoesNotMatch => "lot-reveal-does-not-match",
        /// The seed was known before the list was closed (P6).
        SeedKnownTooEarly => "lot-seed-known-too-early",
        /// The hash of the seed was published less than a day before the reveal.
        CommittedTooLate {
            /// How many hours must lie between.
            hours: i64,
        } => "lot-committed-too-late",
        /// The secret text was chosen by somebody who could already see the closed list, and so
        /// could try texts until they liked the result.
        ChosenAfterTheList => "lot-chosen-after-the-list",
    }
}
