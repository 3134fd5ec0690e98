//! Sixty choices beside programs of other people.
//!
//! `peer.txt` holds random ballots, half of them with a cycle at the top, and what pref_voting 1.18.2 from PyPI made of
//! them: `top_cycle`, and `beat_path_defeat` with margins and with a strength of ballots for it, then fewer against. What
//! is left out of a ballot was last and tied. Where no ballot had ties or left anything out, who was first is also what
//! `SchulzeMethod` of py-vote-core 2.0.0 said.

use ballots::{Stack, Strength, Unranked};

use super::{form, relation};

fn ahead(column: &str) -> Vec<(u32, u32)> {
    let number = |text: &str| text.parse::<u32>().unwrap() - 1;
    let pairs = column.split_whitespace();
    pairs
        .map(|pair| pair.split_once('>').unwrap())
        .map(|(one, other)| (number(one), number(other)))
        .collect()
}

#[test]
fn sixty_choices_as_others_count_them() {
    let mut seen = 0;
    for line in include_str!("peer.txt").lines().skip(1) {
        let columns: Vec<&str> = line.split('|').collect();
        let form = form(columns[0].parse().unwrap(), Unranked::LastTogether);
        let mut typed = String::new();
        for ballot in columns[1].split(' ') {
            let (many, order) = ballot.split_once('*').unwrap();
            typed += &format!("{order}\n").repeat(many.parse().unwrap());
        }
        let stack = Stack::read(&typed, |line| form.read(line));
        assert_eq!(stack.refused, [], "{line}");
        let mut count = form.count();
        for ballot in &stack.ballots {
            count.add(ballot).unwrap();
        }
        let smith: Vec<u32> = count
            .pairs()
            .smith_set()
            .iter()
            .map(|one| one + 1)
            .collect();
        let theirs: Vec<u32> = columns[2]
            .split(' ')
            .map(|one| one.parse().unwrap())
            .collect();
        assert_eq!(smith, theirs, "{line}");
        for (strength, column) in [(Strength::WinningVotes, 3), (Strength::Margins, 4)] {
            let schulze = count.pairs().schulze(strength);
            assert_eq!(relation(&schulze), ahead(columns[column]), "{line}");
        }
        seen += 1;
    }
    assert_eq!(seen, 60);
}
