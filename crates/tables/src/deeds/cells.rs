//! Cells of files as text a person reads: what was scraped from a web page without its tags and
//! entities, lists without their brackets.

use nanohtml2text::html2text;

/// A cell as text: lines without blanks at their ends, no line twice empty.
pub(crate) fn plain(cell: &str) -> String {
    let text = if is_html(cell) {
        // A row of a table is a line, its cells stand beside each other.
        let rows = cell
            .replace("</tr>", "<br>")
            .replace("<td", "<span")
            .replace("</td>", "</span> ")
            .replace("</time>", "</time> ");
        html2text(&rows)
    } else {
        cell.to_owned()
    };
    let lines = text.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.join(" ")
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    listed(&lines.join("\n"))
}

/// The beginning of a text, where it is longer than fits in a line.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let mut short: String = text.chars().take(most).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Whether a cell has a tag or an entity.
fn is_html(cell: &str) -> bool {
    let tag = |at: usize| {
        let next = cell[at + 1..].trim_start_matches('/').chars().next();
        next.is_some_and(|c| c.is_ascii_alphabetic()) && cell[at..].contains('>')
    };
    let entity = |at: usize| {
        let name = cell[at + 1..].split(';').next().unwrap_or_default();
        let written = cell[at + 1..].len() > name.len();
        let fits = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
        written && fits && !name.is_empty() && name.len() < 32
    };
    cell.match_indices('<').any(|(at, _)| tag(at))
        || cell.match_indices('&').any(|(at, _)| entity(at))
}

/// `["Food Pantry", "Soup Kitchen"]` becomes "Food Pantry · Soup Kitchen"; `[]` nothing.
fn listed(text: &str) -> String {
    match serde_json::from_str::<Vec<String>>(text) {
        Ok(list) => list.join(" · "),
        Err(_) => text.to_owned(),
    }
}

/// Whether a cell can be a way to reach an organisation: a number, a mail address, a web address,
/// or where one was masked.
pub(crate) fn is_contact(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    let words = [
        "http://", "https://", "www.", "@", "[phone]", "[email]", "[link]",
    ];
    words.iter().any(|word| lower.contains(word)) || (digits >= 7 && letters <= digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells_of_web_pages_become_text() {
        assert_eq!(plain("Lorraine&#8217;s  Soup"), "Lorraine’s Soup");
        assert_eq!(plain("Bread & soup; more"), "Bread & soup; more");
        assert_eq!(plain("a < b, c > d"), "a < b, c > d");
        assert_eq!(
            plain("[\"Food Pantry\", \"Shelter\"]"),
            "Food Pantry · Shelter"
        );
        assert_eq!(plain("[]"), "");
        assert_eq!(plain("[phone]"), "[phone]");
        let table = "<table role=\"x\"><tr><td>Monday</td><td>Closed</td></tr><tr><td>Tuesday</td>\
                     <td><time>12:00 PM - 1:00 PM</time><time>5:00 PM - 6:00 PM</time></td></tr></table>";
        assert_eq!(
            plain(table),
            "Monday Closed\nTuesday 12:00 PM - 1:00 PM 5:00 PM - 6:00 PM"
        );
    }

    #[test]
    fn an_address_is_no_contact() {
        assert!(
            is_contact("(610) 555-0142") && is_contact("soup@example.org") && is_contact("[phone]")
        );
        assert!(!is_contact(
            "St. Rocco Center — 9016 Gap Newport Pike Avondale, PA"
        ));
        assert!(!is_contact("1 Lenape Way, Honey Brook, PA 19344"));
    }

    proptest! {
        #[test]
        fn any_cell_becomes_text(cell in "[\\PC\n<>/&;#a-z0-9]{0,80}") {
            let text = plain(&cell);
            prop_assert!(text.lines().all(|line| line.trim() == line));
        }

        /// A cell without a tag or an entity says the same words as before.
        #[test]
        fn plain_words_stay(cell in "[a-zñé0-9 ,.:–-]{0,80}") {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&plain(&cell)), words(&cell));
        }
    }
}
