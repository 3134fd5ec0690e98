//! Lists of keys say what there is and where it lies, never the secret itself (P15, P29).

/// How long a word has to be before it is looked at.
const LONG: usize = 14;

/// Words that stand before a secret, in both languages.
const BEFORE_A_SECRET: &[&str] = &[
    "password:",
    "password=",
    "passphrase:",
    "pin:",
    "token:",
    "secret:",
    "contraseña:",
    "clave:",
    "contrasena:",
];

/// Whether somebody typed what looks like the secret itself: a private key, a password after a
/// colon, or a long word that mixes letters and digits as no name or address does. It may be wrong
/// about a strange name, and then a shorter one helps.
pub fn looks_like_a_secret(text: &str) -> bool {
    let plain = text.to_lowercase();
    let close = plain.replace(" :", ":").replace(" =", "=");
    text.contains("-----BEGIN")
        || plain.contains("age-secret-key-")
        || BEFORE_A_SECRET.iter().any(|word| {
            close
                .split_once(word)
                .is_some_and(|(_, rest)| !rest.trim().is_empty())
        })
        || text.split_whitespace().any(is_keylike)
}

fn is_keylike(word: &str) -> bool {
    // The public half of an age key may stand there; an address of the web or of mail is no secret.
    if word.starts_with("age1") || word.contains('@') || word.contains("://") {
        return false;
    }
    let solid = !word.contains('/') && word.matches('.').count() == 0;
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let turns = word
        .chars()
        .zip(word.chars().skip(1))
        .filter(|(a, b)| a.is_ascii_digit() != b.is_ascii_digit())
        .count();
    solid && word.chars().count() >= LONG && letters >= 4 && digits >= 2 && turns >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_known_by_its_look() {
        for secret in [
            "AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
            "the login is -----BEGIN OPENSSH PRIVATE KEY-----",
            "Password: hunter2",
            "contraseña : marea",
            "it is Xk29fQ7vLm3PzR8t in the vault",
            "d41d8cd98f00b204e9800998ecf8427e",
        ] {
            assert!(looks_like_a_secret(secret), "{secret}");
        }
        for fine in [
            "The domain rivermouth.example, at the registrar",
            "SMS number +1 555 010 0163",
            "Mail account hosts@rivermouth2026.example",
            "In Hana's drawer and in Tess's safe; the password is with both",
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kdxgz7qqqyr2swz",
            "https://registrar.example/a1b2c3d4e5f6g7",
            "Keyring copy, second shelf, box 12",
        ] {
            assert!(!looks_like_a_secret(fine), "{fine}");
        }
    }
}
