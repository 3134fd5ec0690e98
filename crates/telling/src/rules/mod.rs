//! When somebody is told, and when not. Pure.

mod answer;
mod mine;
mod refusal;

pub use answer::{Meant, Said, Unclear, is_of_oneself, meant, read};
pub use mine::{own_html, own_lines};
pub use refusal::TellingRefusal;

use kernel::{Day, Moment, Standing};
use web::AtOnceKind;

kernel::text_enum!(
    /// What a letter is for.
    LetterKind {
        /// The one a day.
        Digest = "digest",
        /// Something that does not wait.
        AtOnce = "at-once",
        /// A link to come in by, asked for a moment ago.
        ComeIn = "come-in",
        /// Whether an address is theirs.
        Confirm = "confirm",
        /// What became of an answer, where it could not be done.
        Answer = "answer",
    }
);

impl LetterKind {
    /// Whether somebody chose such letters once, and can stop them; the others come when they ask
    /// for one.
    pub fn is_chosen(self) -> bool {
        matches!(self, Self::Digest | Self::AtOnce)
    }
}

/// How long whoever sends a letter has it to themself, in seconds; longer than every time-out
/// together.
pub const CLAIM_SECONDS: i64 = 600;
/// A letter that could not leave in this many days goes: a newer one has said it since.
pub const LETTER_DAYS: i32 = 3;
/// How long a letter can be answered, in days; and how long what came by text is told.
pub const ANSWER_DAYS: i32 = 14;
/// What somebody chose is looked at again after this many days.
pub const REVIEW_DAYS: i32 = 180;
/// The shortest and the longest wait before a letter is tried again, in seconds.
const TRY_AGAIN: (i64, i64) = (60, 7200);
/// The wait after a server said "never", in seconds: somebody may mend it.
const AFTER_NEVER: i64 = 6 * 3600;

/// Whoever takes part is told things; nobody is who rests, is quiet or has left (P20, P5), and no
/// guest of another organisation.
pub fn hears(standing: Standing) -> bool {
    matches!(
        standing,
        Standing::Participant | Standing::Member | Standing::SteppingBack
    )
}

/// Whether somebody's letter of today is due: their hour has come, and today's was not made yet.
pub fn is_due(hour: i8, made_on: Option<Day>, now_hour: i8, today: Day) -> bool {
    now_hour >= hour && made_on.is_none_or(|day| day < today)
}

/// When to try again: the longer something has been waiting, the longer the next wait.
pub fn next_try(made_at: Moment, now: Moment, never: bool) -> Moment {
    let waited = now.0.saturating_sub(made_at.0);
    let wait = (waited / 2).clamp(TRY_AGAIN.0, TRY_AGAIN.1);
    now.plus_seconds(if never { AFTER_NEVER } else { wait })
}

/// A mail address as it is compared: capitals make no other address.
pub fn same_address(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// An hour as it is stored and submitted: `00` to `23`.
pub fn hour(typed: &str) -> Result<Option<String>, TellingRefusal> {
    if typed.is_empty() {
        return Ok(None);
    }
    match typed.parse::<u8>() {
        Ok(hour @ 0..24) => Ok(Some(format!("{hour:02}"))),
        _ => Err(TellingRefusal::HourNotUnderstood),
    }
}

/// A mail address as somebody typed it. One line, and what RFC 5321 takes.
pub fn address(typed: &str) -> Result<Option<&str>, TellingRefusal> {
    if typed.is_empty() {
        return Ok(None);
    }
    let one_line = !typed.chars().any(char::is_control);
    let fits = one_line && typed.len() <= 254 && typed.parse::<lettre::Address>().is_ok();
    fits.then_some(Some(typed))
        .ok_or(TellingRefusal::AddressNotUnderstood)
}

/// What is told at once, as it is stored.
pub fn kinds_as_text(kinds: impl IntoIterator<Item = AtOnceKind>) -> String {
    let words: Vec<&str> = kinds.into_iter().map(AtOnceKind::as_str).collect();
    words.join(" ")
}

/// What is told at once, from what is stored.
pub fn kinds(text: &str) -> Vec<AtOnceKind> {
    text.split(' ').filter_map(AtOnceKind::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_letter_a_day_at_ones_own_hour() {
        let today = Day(100);
        assert!(!is_due(7, None, 6, today));
        assert!(is_due(7, None, 7, today));
        assert!(
            is_due(7, Some(Day(99)), 23, today),
            "late is better than not"
        );
        assert!(!is_due(7, Some(today), 8, today), "never two");
        assert!(
            !is_due(7, Some(Day(101)), 8, today),
            "nor by a clock that went back"
        );
    }

    #[test]
    fn nobody_who_rests_or_left_or_is_a_guest_hears() {
        let those = Standing::ALL.iter().filter(|standing| hears(**standing));
        let words: Vec<&str> = those.map(|standing| standing.as_str()).collect();
        assert_eq!(words, ["participant", "member", "stepping_back"]);
    }

    #[test]
    fn an_address_is_one_line() {
        assert_eq!(address("bo@example.org"), Ok(Some("bo@example.org")));
        assert_eq!(address(""), Ok(None));
        for wrong in [
            "bo",
            "bo@",
            "bo@example.org\r\nBcc: all@example.org",
            "Bo <bo@example.org>",
            "a@b, c@d",
        ] {
            assert!(address(wrong).is_err(), "{wrong}");
        }
        assert_eq!(hour("7"), Ok(Some("07".to_owned())));
        assert!(hour("24").is_err() && hour("seven").is_err());
    }

    proptest! {
        #[test]
        fn a_wait_grows_and_stays_within_bounds(made in 0i64..2_000_000_000, waited in 0i64..1_000_000) {
            let now = Moment(made + waited);
            let wait = next_try(Moment(made), now, false).0 - now.0;
            prop_assert!((60..=7200).contains(&wait));
        }

        #[test]
        fn whatever_is_typed_no_address_breaks_a_line(typed in "\\PC{0,40}|[ -~\r\n]{0,40}") {
            if let Ok(Some(taken)) = address(&typed) {
                prop_assert!(!taken.contains(['\r', '\n', ' ', ',', '<', '>']));
            }
        }
    }
}
