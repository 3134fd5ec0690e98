//! Letters as they were sent, read as their readers do.

use base64::{Engine, engine::general_purpose::STANDARD};

/// The words of a letter, part by part, without the links in it: what is drawn by chance says nothing.
pub fn words_of_a_letter(letter: &str) -> String {
    let parts = letter.split("\r\n--").map(|part| {
        let (head, body) = part.split_once("\r\n\r\n").unwrap_or((part, ""));
        if !head.contains("base64") {
            return body.replace("=\r\n", "");
        }
        let body: String = body.split_whitespace().collect();
        let bytes = STANDARD.decode(body).expect("a part as it was sent");
        String::from_utf8(bytes).expect("words")
    });
    let words = parts.collect::<Vec<_>>().join(" ");
    let words = words.split_whitespace();
    words
        .filter(|word| !word.contains("http"))
        .collect::<Vec<_>>()
        .join(" ")
}
