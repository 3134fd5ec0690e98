//! Codes such as FERN-42: easy to say on a phone, alike in English and Spanish ears, and free of
//! anything that could hurt.

use crate::tables::code_taken;
use kernel::{Chance, NetworkId};
use store::{AnyConnection, Error, Stop};

/// Short words of plants, beasts, weather and the shore; no two that sound alike on a bad line.
const WORDS: &[&str] = &[
    "ACORN", "ALDER", "AMBER", "ANCHOR", "APPLE", "ASTER", "BADGER", "BAMBOO", "BARLEY", "BASIL",
    "BEACH", "BEAVER", "BIRCH", "BISON", "BLOSSOM", "BRAMBLE", "BREEZE", "BRIDGE", "BRONZE",
    "BUTTON", "CACTUS", "CANOE", "CANYON", "CARROT", "CASTLE", "CEDAR", "CHERRY", "CLOUD",
    "CLOVER", "COCOA", "COMET", "COPPER", "CORAL", "COTTON", "CRANE", "CRICKET", "CYPRESS",
    "DAISY", "DELTA", "DESERT", "DOLPHIN", "DRAGON", "EAGLE", "ECHO", "ELDER", "EMBER", "FALCON",
    "FEATHER", "FENNEL", "FERN", "FIDDLE", "FJORD", "FLINT", "FOREST", "FOSSIL", "GARDEN",
    "GARLIC", "GECKO", "GINGER", "GLACIER", "GRANITE", "GRAPE", "GUITAR", "HARBOR", "HAZEL",
    "HERON", "HONEY", "IGLOO", "INDIGO", "ISLAND", "IVORY", "JASMINE", "JUNIPER", "KELP", "KETTLE",
    "KIWI", "LAGOON", "LANTERN", "LAUREL", "LAVA", "LEMON", "LILAC", "LINEN", "LOTUS", "MAGNET",
    "MANGO", "MAPLE", "MARBLE", "MEADOW", "MELON", "MINT", "MOSS", "MUSIC", "NECTAR", "NUTMEG",
    "OASIS", "OCEAN", "OLIVE", "ONYX", "OPAL", "ORCHID", "OTTER", "PALM", "PAPAYA", "PEBBLE",
    "PEPPER", "PIANO", "PILLOW", "PLANET", "POPPY", "PRAIRIE", "PUMPKIN", "QUARTZ", "QUILT",
    "RABBIT", "RADISH", "RAVEN", "RIBBON", "RIVER", "ROBIN", "ROCKET", "SADDLE", "SAFFRON",
    "SALMON", "SANDAL", "SILVER", "SPARROW", "SPRUCE", "SUMMIT", "SUNSET", "TEAPOT", "THYME",
    "TIGER", "TOMATO", "TULIP", "TUNDRA", "TURTLE", "VALLEY", "VELVET", "VIOLET", "WALNUT",
    "WILLOW", "WINTER", "YARROW", "ZEBRA", "ZEPHYR",
];

/// A code nobody else has now: a word and two digits, three once the short ones run low.
pub(crate) fn new_code(
    conn: &mut AnyConnection,
    network: NetworkId,
    chance: &dyn Chance,
) -> Result<String, Stop> {
    for attempt in 0..2000 {
        let word = WORDS[chance.below(WORDS.len())];
        let number = match attempt {
            0..12 => 10 + chance.below(90),
            12..30 => 100 + chance.below(900),
            _ => 1000 + chance.below(9000),
        };
        let code = format!("{word}-{number}");
        if !code_taken(conn, network, &code)? {
            return Ok(code);
        }
    }
    Err(Error::JobLost.into())
}

/// A code as somebody writes it: any case, a space or nothing for the hyphen.
pub(crate) fn read_code(typed: &str) -> String {
    let typed = typed.trim().to_uppercase();
    let word: String = typed.chars().take_while(|c| c.is_alphabetic()).collect();
    let number: String = typed
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    format!("{word}-{number}")
}

/// The last two digits of a contact, if it has two.
pub(crate) fn last_two_digits(contact: &str) -> Option<String> {
    let digits: Vec<char> = contact.chars().filter(char::is_ascii_digit).collect();
    let start = digits.len().checked_sub(2)?;
    Some(digits[start..].iter().collect())
}

/// The digits that go with a code follow a number to another number. Digits that were given with
/// the code, because there was no number, stay: the asker has them on paper.
pub(crate) fn new_digits(before: Option<&str>, now: Option<&str>) -> Option<String> {
    before.and_then(last_two_digits)?;
    now.and_then(last_two_digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_read_however_they_are_written() {
        for typed in ["FERN-42", "fern 42", " Fern42 ", "fern–42"] {
            assert_eq!(read_code(typed), "FERN-42");
        }
        assert_eq!(read_code(""), "-");
        assert_eq!(last_two_digits("555 0142").as_deref(), Some("42"));
        assert_eq!(last_two_digits("ring at the door, 7"), None);
    }

    proptest::proptest! {
        /// Whatever is typed gives a code to look for, letters and digits only, and reading it
        /// again changes nothing; a real one comes through any dress.
        #[test]
        fn anything_typed_is_read_to_its_end(typed in "\\PC{0,40}", word in 0..WORDS.len(), n in 10u32..9999) {
            let code = read_code(&typed);
            proptest::prop_assert_eq!(read_code(&code), code.clone());
            let (front, back) = code.split_once('-').unwrap_or_default();
            proptest::prop_assert!(front.chars().all(char::is_alphabetic));
            proptest::prop_assert!(back.chars().all(|c| c.is_ascii_digit()));
            let real = format!("{}-{n}", WORDS[word]);
            for dress in [" ", "", " - ", "–", ". "] {
                let typed = format!(" {}{dress}{n} ", WORDS[word].to_lowercase());
                proptest::prop_assert_eq!(read_code(&typed), real.clone());
            }
        }
    }

    #[test]
    fn no_word_stands_twice() {
        assert_eq!(WORDS.iter().collect::<BTreeSet<_>>().len(), WORDS.len());
    }
}
