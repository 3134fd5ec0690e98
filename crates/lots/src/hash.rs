//! The two hashes a draw rests on, as lower-case hex.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The block of SHA-256, in bytes.
const BLOCK: usize = 64;

/// SHA-256 (FIPS 180-4): `printf '%s' "$text" | sha256sum`.
pub(crate) fn sha256(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// HMAC-SHA256 (RFC 2104) of the list's hash, a zero byte and one entry, under the seed.
pub(crate) fn place_of(seed: &str, list_hash: &str, entry: &str) -> String {
    let mut mac = Hmac::<Sha256>::new(&block_of(seed.as_bytes()).into());
    mac.update(list_hash.as_bytes());
    mac.update(&[0]);
    mac.update(entry.as_bytes());
    hex(&mac.finalize().into_bytes())
}

/// RFC 2104 §2: a key longer than a block is hashed first, a shorter one filled up with zeros.
/// Done here because with a whole block the MAC cannot fail.
fn block_of(key: &[u8]) -> [u8; BLOCK] {
    let hashed = Sha256::digest(key);
    let key = if key.len() > BLOCK { &hashed } else { key };
    let mut block = [0; BLOCK];
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    block
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
