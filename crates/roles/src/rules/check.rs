//! What anyone types to make a draw again: the algorithm of `lots`, as lines of any POSIX shell.

/// The lines, ready to be run as they stand: they print the list's hash, then the order drawn.
pub fn ten_lines(list: &str, hash: &str, seed: &str) -> String {
    // A handle can be any line; none is this one.
    let end = format!("end-of-{}", hash.get(..12).unwrap_or(hash));
    let seed = seed.replace('\'', r"'\''");
    format!(
        "cat > list.txt <<'{end}'\n{list}{end}\nhash=$(sha256sum list.txt | cut -d' ' -f1)\n\
         seed='{seed}'\necho \"$hash\"\ntail -n +2 list.txt | while IFS= read -r name; do\n\
         place=$(printf '%s\\000%s' \"$hash\" \"$name\" | openssl dgst -sha256 -hmac \"$seed\" -r)\n\
         printf '%s %s\\n' \"${{place%% *}}\" \"$name\"\ndone | LC_ALL=C sort | cut -d' ' -f2-\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use lots::{List, recompute};

    #[test]
    fn the_lines_give_the_order_that_was_drawn() {
        let list = List::of(["Chidi", "Esi", "O'Neil -n", "$(id)", "a b", "Ñandú"]).unwrap();
        let list = list.freeze(0);
        for seed in [
            "31415265351426623154",
            "it's four herons \"over\" the $weir",
        ] {
            let lines = ten_lines(&list.text(), list.hash(), seed);
            let list_itself = list.text().lines().count();
            assert!(lines.lines().count() - list_itself <= 10);
            let folder = tempfile::tempdir().unwrap();
            let run = std::process::Command::new("sh")
                .current_dir(folder.path())
                .arg("-c")
                .arg(&lines)
                .output()
                .unwrap();
            let said = String::from_utf8(run.stdout).unwrap();
            let mut said = said.lines();
            assert_eq!(said.next(), Some(list.hash()));
            let drawn = recompute(&list.text(), list.hash(), seed, 1).unwrap();
            assert_eq!(said.collect::<Vec<_>>(), drawn.order);
        }
    }
}
