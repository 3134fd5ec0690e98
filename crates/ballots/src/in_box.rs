//! A box of ballots as a text: ballots lie in it in the order of their words, so that it says nothing of who
//! came first.

/// Lays ballots into a box; each is one line.
///
/// ```
/// let full = ballots::lay_in("yes", &["no".to_owned()]);
/// assert_eq!(full, "no\nyes");
/// assert_eq!(ballots::how_many(&full), 2);
/// ```
#[must_use]
pub fn lay_in(in_box: &str, ballots: &[String]) -> String {
    let mut lines: Vec<&str> = in_box
        .lines()
        .chain(ballots.iter().map(String::as_str))
        .collect();
    lines.sort_unstable();
    lines.join("\n")
}

/// How many ballots lie in it.
#[must_use]
pub fn how_many(in_box: &str) -> usize {
    in_box.lines().count()
}
