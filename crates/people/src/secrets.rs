//! Passphrases, tokens and how they are kept.

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use kernel::Chance;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;
use web::Lang;

/// OWASP's first choice for Argon2id: 46 MiB, one pass, one lane.
const MEMORY_KIB: u32 = 46 * 1024;

/// How many words a passphrase has: 6 × 11 bits.
const WORDS: usize = 6;

/// A passphrase of six words drawn from the 2,048 words of BIP-39, which are chosen so that no two
/// begin with the same four letters; without accents, so that any keyboard can write them.
pub fn new_passphrase(chance: &dyn Chance, lang: Lang) -> String {
    words(chance, lang, WORDS)
}

/// So many words of 11 bits each.
pub(crate) fn words(chance: &dyn Chance, lang: Lang, so_many: usize) -> String {
    let list = match lang {
        Lang::En => bip39::Language::English,
        Lang::Es => bip39::Language::Spanish,
    }
    .word_list();
    let words: Vec<String> = (0..so_many)
        .map(|_| without_accents(list[chance.below(list.len())]))
        .collect();
    words.join(" ")
}

/// As typed by somebody on a phone: any case, any spaces or hyphens, with accents or without.
pub(crate) fn plain(passphrase: &str) -> String {
    without_accents(&passphrase.to_lowercase())
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn without_accents(text: &str) -> String {
    text.chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(|c| match c {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            other => other,
        })
        .collect()
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, 1, 1, Some(32)).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The hash that is kept of a passphrase. Takes tens of milliseconds and 46 MiB: call it on a
/// thread that may block, outside any transaction.
pub fn hash_passphrase(chance: &dyn Chance, passphrase: &str) -> String {
    let mut salt = [0u8; 16];
    chance.fill(&mut salt);
    argon2()
        .hash_password_with_salt(plain(passphrase).as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .unwrap_or_default()
}

/// A hash that no passphrase has, for as much work where there is nobody.
static NOBODYS: LazyLock<String> = LazyLock::new(|| {
    argon2()
        .hash_password_with_salt(b"", b"nobody's passphr")
        .map(|hash| hash.to_string())
        .unwrap_or_default()
});

/// Whether a passphrase fits a hash; as much work where there is none to fit.
pub(crate) fn passphrase_fits(passphrase: &str, hash: Option<&str>) -> bool {
    let against = hash.unwrap_or(&NOBODYS);
    let fits = argon2()
        .verify_password(plain(passphrase).as_bytes(), against)
        .is_ok();
    fits && hash.is_some()
}

/// A new token of 256 bits, for a session or an invitation.
pub fn new_token(chance: &dyn Chance) -> String {
    let mut bytes = [0u8; 32];
    chance.fill(&mut bytes);
    BASE64.encode(bytes)
}

/// What is kept of a token: its SHA-256. A token has 256 bits of chance, so nothing slower is
/// needed.
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;

    #[test]
    fn a_passphrase_fits_however_a_phone_writes_it() {
        let chance = SeededChance::new(5);
        let phrase = new_passphrase(&chance, Lang::Es);
        assert_eq!(phrase.split(' ').count(), 6);
        assert!(phrase.is_ascii(), "{phrase}");
        let hash = hash_passphrase(&chance, &phrase);
        assert!(
            hash.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"),
            "{hash}"
        );
        assert!(passphrase_fits(
            &format!("  {} ", phrase.to_uppercase().replace(' ', "-")),
            Some(&hash)
        ));
        assert!(!passphrase_fits("some other six words of it", Some(&hash)));
        assert!(!passphrase_fits(&phrase, None));
    }
}
