//! Examples that others published.
//!
//! "Paper" is M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
//! single-winner election method", §3, numbered as in the drafts from December 2016 on (arXiv 1804.02973). Its tables
//! of strongest paths stand for the examples 1, 2 and 5; of the others the winners.

use ballots::{Pairs, RankedCount, Strength, Unranked};

use super::{form, relation};

/// Counts `8 acdb`: so many ballots, options as letters, `=` before one that is tied with the one before it. What is
/// left out stands last.
fn counted(options: usize, ballots: &str) -> RankedCount {
    let form = form(options, Unranked::LastTogether);
    let mut count = form.count();
    for line in ballots.split(',') {
        let (many, order) = line.trim().split_once(' ').unwrap();
        let mut typed = String::new();
        for sign in order.bytes() {
            match sign {
                b'=' => typed.push('='),
                letter => {
                    if !typed.is_empty() && !typed.ends_with('=') {
                        typed.push('>');
                    }
                    typed.push_str(&(letter - b'a' + 1).to_string());
                }
            }
        }
        let ballot = form.read(&typed).unwrap();
        for _ in 0..many.parse::<u32>().unwrap() {
            count.add(&ballot).unwrap();
        }
    }
    count
}

fn first(count: &RankedCount, strength: Strength) -> String {
    let letter = |&option: &u32| char::from(b'a' + option as u8);
    count
        .pairs()
        .schulze(strength)
        .first()
        .iter()
        .map(letter)
        .collect()
}

/// The weakest link of the strongest path from each option to each, as the paper writes it.
fn strongest(pairs: &Pairs) -> Vec<Vec<(u32, u32)>> {
    let schulze = pairs.schulze(Strength::WinningVotes);
    let weakest = |one, other| {
        let path = schulze.path(one, other);
        path.map_or((0, 0), |path| (path.weakest.for_it, path.weakest.against))
    };
    let row = |one| pairs.each().map(|other| weakest(one, other)).collect();
    pairs.each().map(row).collect()
}

const EXAMPLE_1: &str = "8 acdb, 2 badc, 4 cdba, 4 dbac, 3 dcba";

#[test]
fn paper_example_1() {
    let count = counted(4, EXAMPLE_1);
    #[rustfmt::skip]
    assert_eq!(count.pairs().table(), [
         0,  8, 14, 10,
        13,  0,  6,  2,
         7, 15,  0, 12,
        11, 19,  9,  0,
    ]);
    assert_eq!(
        strongest(count.pairs()),
        [
            [(0, 0), (14, 7), (14, 7), (12, 9)],
            [(13, 8), (0, 0), (13, 8), (12, 9)],
            [(13, 8), (15, 6), (0, 0), (12, 9)],
            [(13, 8), (19, 2), (13, 8), (0, 0)],
        ]
    );
    let schulze = count.pairs().schulze(Strength::WinningVotes);
    let ahead = [(0, 1), (0, 2), (2, 1), (3, 0), (3, 1), (3, 2)];
    assert_eq!(relation(&schulze), ahead);
    assert_eq!(schulze.order(), [[3], [0], [2], [1]]);
    assert_eq!(schulze.undecided(), []);
}

#[test]
fn paper_example_2_is_no_full_order() {
    let count = counted(4, "3 abcd, 2 cbda, 2 dabc, 2 dbca");
    #[rustfmt::skip]
    assert_eq!(count.pairs().table(), [
        0, 5, 5, 3,
        4, 0, 7, 5,
        4, 2, 0, 5,
        6, 4, 4, 0,
    ]);
    let schulze = count.pairs().schulze(Strength::WinningVotes);
    assert_eq!(relation(&schulze), [(1, 2), (3, 0)]);
    assert_eq!(schulze.order(), [[1, 3], [0, 2]]);
    assert_eq!(schulze.undecided(), [(1, 0), (3, 2)]);
    // The paper goes over level pairs too; here every path is of pairs that are won, and the tables agree.
    assert_eq!(
        strongest(count.pairs()),
        [
            [(0, 0), (5, 4), (5, 4), (5, 4)],
            [(5, 4), (0, 0), (7, 2), (5, 4)],
            [(5, 4), (5, 4), (0, 0), (5, 4)],
            [(6, 3), (5, 4), (5, 4), (0, 0)],
        ]
    );
}

#[test]
fn paper_examples_3_and_4() {
    let three = counted(4, "12 abcd, 6 adbc, 9 bcda, 15 cdab, 21 dbac");
    assert_eq!(first(&three, Strength::WinningVotes), "d");
    let four = counted(4, "6 acdb, 1 badc, 3 cbda, 3 dbac, 2 dcba");
    assert_eq!(first(&four, Strength::WinningVotes), "ad");
}

const EXAMPLE_5: &str = "3 adebcf, 3 bfecda, 4 cabfde, 1 dbcefa, 4 defabc, 2 ecbdfa, 2 facdbe";

#[test]
fn paper_example_5_two_more_who_want_a_take_it_from_a() {
    let before = counted(6, EXAMPLE_5);
    #[rustfmt::skip]
    assert_eq!(before.pairs().table(), [
         0, 13,  9,  9,  9,  7,
         6,  0, 11,  9, 10, 13,
        10,  8,  0, 11,  7, 10,
        10, 10,  8,  0, 14, 10,
        10,  9, 12,  5,  0, 10,
        12,  6,  9,  9,  9,  0,
    ]);
    #[rustfmt::skip]
    assert_eq!(strongest(before.pairs()), [
        [(0, 0), (13, 6), (11, 8), (11, 8), (11, 8), (13, 6)],
        [(12, 7), (0, 0), (11, 8), (11, 8), (11, 8), (13, 6)],
        [(10, 9), (10, 9), (0, 0), (11, 8), (11, 8), (10, 9)],
        [(10, 9), (10, 9), (12, 7), (0, 0), (14, 5), (10, 9)],
        [(10, 9), (10, 9), (12, 7), (11, 8), (0, 0), (10, 9)],
        [(12, 7), (12, 7), (11, 8), (11, 8), (11, 8), (0, 0)],
    ]);
    let schulze = before.pairs().schulze(Strength::WinningVotes);
    assert_eq!(schulze.order(), [[0], [1], [5], [3], [4], [2]]);

    let mut after = before;
    after.merge(&counted(6, "2 aefcbd")).unwrap();
    #[rustfmt::skip]
    assert_eq!(strongest(after.pairs()), [
        [(0, 0), (15, 6), (11, 10), (11, 10), (11, 10), (13, 8)],
        [(12, 9), (0, 0), (11, 10), (11, 10), (11, 10), (13, 8)],
        [(12, 9), (12, 9), (0, 0), (13, 8), (13, 8), (12, 9)],
        [(12, 9), (12, 9), (14, 7), (0, 0), (14, 7), (12, 9)],
        [(12, 9), (12, 9), (14, 7), (13, 8), (0, 0), (12, 9)],
        [(12, 9), (12, 9), (11, 10), (11, 10), (11, 10), (0, 0)],
    ]);
    let schulze = after.pairs().schulze(Strength::WinningVotes);
    assert_eq!(schulze.order(), [[3], [4], [2], [0], [1], [5]]);
}

#[test]
fn paper_example_6_an_option_that_d_always_beats_changes_the_first() {
    let four = "3 abdc, 5 adbc, 1 adcb, 2 badc, 2 bdca, 4 cabd, 6 cbad, 2 dbca, 5 dcab";
    assert_eq!(first(&counted(4, four), Strength::WinningVotes), "a");
    let five = "3 abdec, 5 adebc, 1 adecb, 2 badec, 2 bdeca, 4 cabde, 6 cbade, 2 dbeca, 5 decab";
    assert_eq!(first(&counted(5, five), Strength::WinningVotes), "b");
}

#[test]
fn paper_example_7_what_makes_a_link_strong_decides() {
    let count = counted(
        4,
        "6 abcd, 8 a=b, 8 a=c, 18 a=cd, 8 a=c=d, 40 b, 4 cbda, 9 cdab, 8 c=d, 14 dabc, 11 dbca, 4 dcab",
    );
    assert_eq!(first(&count, Strength::Margins), "a");
    assert_eq!(first(&count, Strength::WinningVotes), "d");
}

#[test]
fn paper_examples_8_and_9() {
    let eight = "9 adbec, 6 bcade, 5 bcdea, 2 cdbea, 6 decba, 14 eacbd, 2 ecabd, 1 edacb";
    assert_eq!(first(&counted(5, eight), Strength::WinningVotes), "b");
    let nine = "9 adbec, 1 baced, 6 cbade, 2 cdbea, 5 cdeab, 6 decab, 14 ebacd, 2 ebcad";
    assert_eq!(first(&counted(5, nine), Strength::WinningVotes), "e");
}

/// The paper's example 10, and the worked example of <https://en.wikipedia.org/wiki/Schulze_method>.
#[test]
fn forty_five_voters() {
    let count = counted(
        5,
        "5 acbed, 5 adecb, 8 bedac, 3 cabed, 7 caebd, 2 cbade, 7 dceba, 8 ebadc",
    );
    assert_eq!(count.ballots(), 45);
    #[rustfmt::skip]
    assert_eq!(count.pairs().table(), [
         0, 20, 26, 30, 22,
        25,  0, 16, 33, 18,
        19, 29,  0, 17, 24,
        15, 12, 28,  0, 14,
        23, 27, 21, 31,  0,
    ]);
    let schulze = count.pairs().schulze(Strength::WinningVotes);
    let strongest: Vec<Vec<u32>> = strongest(count.pairs())
        .iter()
        .map(|row| row.iter().map(|&(for_it, _)| for_it).collect())
        .collect();
    #[rustfmt::skip]
    assert_eq!(strongest, [
        [ 0, 28, 28, 30, 24],
        [25,  0, 28, 33, 24],
        [25, 29,  0, 29, 24],
        [25, 28, 28,  0, 24],
        [25, 28, 28, 31,  0],
    ]);
    assert_eq!(schulze.order(), [[4], [0], [2], [1], [3]]);
    assert_eq!(schulze.undecided(), []);
    assert_eq!(count.pairs().condorcet_winner(), None);
    assert_eq!(count.pairs().smith_set(), [0, 1, 2, 3, 4]);

    // Why is C ahead of B: 29 against 28, over A and D on the way back.
    let why = schulze.why(2, 1);
    assert_eq!(why.ahead, Some(2));
    assert_eq!(why.duel.ahead(), Some(2));
    assert_eq!((why.duel.for_one, why.duel.for_other), (29, 16));
    assert_eq!(why.there.unwrap().links.len(), 1);
    let back = why.back.unwrap();
    let way: Vec<u32> = back.links.iter().map(|link| link.to).collect();
    assert_eq!((way, back.weakest.for_it), (vec![3, 2], 28));
}

/// Tennessee's four cities (<https://en.wikipedia.org/wiki/Condorcet_method>): Nashville beats each of the others.
#[test]
fn a_place_that_beats_every_other() {
    let count = counted(4, "42 abcd, 26 bcda, 15 cdba, 17 dcba");
    assert_eq!(count.pairs().condorcet_winner(), Some(1));
    assert_eq!(count.pairs().smith_set(), [1]);
    for strength in [Strength::WinningVotes, Strength::Margins] {
        let schulze = count.pairs().schulze(strength);
        assert_eq!(schulze.order(), [[1], [2], [3], [0]]);
    }
}

/// Where the winning side is as large, fewer against it are stronger, as in the paper's `>win`.
#[test]
fn of_as_many_for_it_fewer_against_are_stronger() {
    // a beats b by 4 to 3, b beats c by 4 to 2, c beats a by 4 to 1.
    let pairs = Pairs::new(3, vec![0, 4, 1, 3, 0, 4, 4, 2, 0]).unwrap();
    let schulze = pairs.schulze(Strength::WinningVotes);
    assert_eq!(schulze.order(), [[1], [2], [0]]);
}

/// Two paths from a to e are as strong: over b, and over c and d. The one with fewer steps is shown.
#[test]
fn of_paths_as_strong_the_shortest_is_shown() {
    let mut table = vec![0; 25];
    for (from, to) in [(0, 1), (1, 4), (0, 2), (2, 3), (3, 4)] {
        table[from * 5 + to] = 2;
    }
    let schulze = Pairs::new(5, table)
        .unwrap()
        .schulze(Strength::WinningVotes);
    let path = schulze.path(0, 4).unwrap();
    let way: Vec<u32> = path.links.iter().map(|link| link.to).collect();
    assert_eq!(way, [1, 4]);
    assert_eq!(path.weakest, path.links[0]);
    assert_eq!(
        (schulze.path(4, 0), schulze.path(0, 0), schulze.path(0, 9)),
        (None, None, None)
    );
}
