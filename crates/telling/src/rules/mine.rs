//! What somebody wrote themself in an answer: what was quoted below it and their signature are left
//! out.

/// How many lines of an answer are read at most.
const MOST_LINES: usize = 40;

/// What stands above a quoted letter, by the programs our people use, in capitals and small letters
/// alike. A line that begins so, and all below it, is not theirs.
const BELOW_IS_QUOTED: &[&str] = &[
    "-----original message",
    "-----mensaje original",
    "---------- forwarded message",
    "---------- mensaje reenviado",
    "begin forwarded message",
    "inicio del mensaje reenviado",
    "________",
    "from:",
    "de:",
    "sent:",
    "enviado:",
];

/// What phones and programs put below an answer by themselves.
const SIGNED_BY_A_PROGRAM: &[&str] = &[
    "sent from ",
    "sent via ",
    "sent with ",
    "get outlook for ",
    "enviado desde ",
    "enviado con ",
    "enviado por ",
    "obtener outlook para ",
    "descargar outlook",
];

/// The lines somebody wrote, without what they quote and without their signature.
pub fn own_lines(text: &str) -> Vec<&str> {
    let mut own = Vec::new();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied().unwrap_or_default();
        // "-- " (RFC 3676, 4.3); some programs lose the blank at its end.
        if *line == "--" || ends_it(line, next) || own.len() >= MOST_LINES {
            break;
        }
        if !line.is_empty() && !line.starts_with('>') {
            own.push(*line);
        }
    }
    own
}

/// Whether this line begins what is quoted; one that says who wrote when may go on on the next.
fn ends_it(line: &str, next: &str) -> bool {
    let small = line.to_lowercase();
    let begins = |with: &[&str]| with.iter().any(|words| small.starts_with(words));
    let wrote = |line: &str| {
        let line = line.to_lowercase();
        ["wrote:", "escribió:", "escribio:", "wrote :", "escribió :"]
            .iter()
            .any(|end| line.ends_with(end))
    };
    let says_who = small.starts_with("on ") || small.starts_with("el ") || small.contains('@');
    begins(BELOW_IS_QUOTED)
        || begins(SIGNED_BY_A_PROGRAM)
        || wrote(line)
        || (says_who && wrote(next))
        // In whatever language: an address, and what it wrote.
        || (small.contains('@') && small.ends_with(':'))
        // Our own letters hold links; nobody answers with one.
        || small.contains("://")
}

/// An answer that is HTML alone, up to what its program marks as quoted.
pub fn own_html(html: &str) -> &str {
    const QUOTED: &[&str] = &[
        "<blockquote",
        "gmail_quote",
        "moz-cite-prefix",
        "divrplyfwdmsg",
        "appendonsend",
        "yahoo_quoted",
    ];
    let small = html.to_ascii_lowercase();
    let from = QUOTED.iter().filter_map(|mark| small.find(mark)).min();
    match from {
        // Back to where its tag begins, so that no half of one is read as words.
        Some(at) => {
            &html[..small[..at]
                .rfind('<')
                .filter(|_| !small[at..].starts_with('<'))
                .unwrap_or(at)]
        }
        None => html,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_quoted_and_signed_is_left_out() {
        for below in [
            "On Tue, 3 Mar 2026 at 07:00, Rivermouth <letters@rivermouth.example> wrote:\n> 1. Bread",
            "On Tue, 3 Mar 2026 at 07:00, Rivermouth\n<letters@rivermouth.example> wrote:\n\n1 done",
            "El mar, 3 mar 2026 a las 7:00, Rivermouth (<letters@rivermouth.example>) escribió:\n1 hecho",
            "Le mar. 3 mars 2026, letters@rivermouth.example a écrit :\n1 done",
            "-----Original Message-----\n1 done",
            "________________________________\nFrom: Rivermouth\n1 done",
            "De: Rivermouth <letters@rivermouth.example>\n1 hecho",
            "-- \nBo, done with everything",
            "--\nBo",
            "Sent from my iPhone",
            "Enviado desde mi Samsung",
            "> done\n> 2 done",
            "Yours\n- Bread\n  https://rivermouth.example/today\n1 done",
        ] {
            let text = format!("Can't\n\n{below}");
            let own = own_lines(&text);
            assert_eq!(own.first(), Some(&"Can't"), "{text}");
            assert!(
                own.iter()
                    .all(|line| !line.contains("done") && !line.contains("hecho")),
                "{own:?}"
            );
        }
        // An answer below or between what is quoted is read too.
        assert_eq!(
            own_lines("> 1. Bread\n1 done\n> 2. Soup\n2 can't"),
            ["1 done", "2 can't"]
        );
    }

    #[test]
    fn html_ends_where_its_program_says_so() {
        assert_eq!(
            own_html("<div>Done</div><div class=\"gmail_quote\">x"),
            "<div>Done</div>"
        );
        assert_eq!(own_html("<p>Done<BLOCKQUOTE>x"), "<p>Done");
        assert_eq!(own_html("<p>Done"), "<p>Done");
    }

    proptest! {
        #[test]
        fn whatever_comes_it_is_cut_and_never_longer(text in "(\\PC|[\r\n>:@<-]){0,200}") {
            prop_assert!(own_lines(&text).iter().all(|line| text.contains(line)));
            prop_assert!(text.starts_with(own_html(&text)));
        }
    }
}
