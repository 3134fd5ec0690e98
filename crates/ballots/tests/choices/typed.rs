//! Ballots as people type them: what is wrong is named with its place, nothing is lost, nothing panics.

use ballots::{BallotError, DotForm, RankedForm, ScoreForm, Stack, TextError, Unranked, Unscored};
use proptest::prelude::*;

fn ranked() -> RankedForm {
    RankedForm::new(12, Unranked::LastTogether).unwrap()
}

fn dots() -> DotForm {
    DotForm::new(12, 10, 6).unwrap()
}

fn scores() -> ScoreForm {
    ScoreForm::new(12, 5, Unscored::LeftAside).unwrap()
}

#[test]
fn an_order_is_read_and_written() {
    let ballot = ranked().read(" 3 > 1=04\t>\u{a0}12 ").unwrap();
    assert_eq!(ballot.groups(), [vec![2], vec![0, 3], vec![11]]);
    assert_eq!(
        (ballot.place(3), ballot.place(1), ballot.place(99)),
        (Some(1), None, None)
    );
    assert_eq!(ballot.to_string(), "3>1=4>12");
    assert_eq!(
        ballot,
        ranked()
            .of_groups(&[&[2][..], &[], &[3, 0], &[11]])
            .unwrap()
    );
    let mut numbers = vec![None; 12];
    (numbers[2], numbers[0], numbers[3], numbers[11]) = (Some(1), Some(7), Some(7), Some(u32::MAX));
    assert_eq!(ballot, ranked().of_places(&numbers).unwrap());
    for blank in ["", "  ", "-", " - "] {
        assert!(ranked().read(blank).unwrap().is_blank());
        assert!(dots().read(blank).unwrap().is_blank());
        assert!(scores().read(blank).unwrap().is_blank());
    }
    assert_eq!(ranked().read("").unwrap().to_string(), "-");
}

#[test]
fn pairs_are_read_and_written() {
    let ballot = dots().read(" 4 : 2,1:3  2:0 ,12:5").unwrap();
    assert_eq!(ballot.to_string(), "1:3 4:2 12:5");
    let ballot = scores().read("4:2, 1:0").unwrap();
    assert_eq!(ballot.to_string(), "1:0 4:2");
    assert_eq!(ballot.scores()[..4], [Some(0), None, None, Some(2)]);
}

#[track_caller]
fn wrong<Ballot: std::fmt::Debug>(read: Result<Ballot, TextError>, column: usize, says: &str) {
    let error = read.unwrap_err();
    assert_eq!(
        (error.column, error.wrong.to_string().as_str()),
        (column, says)
    );
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let read = |text| ranked().read(text);
    wrong(read("3>1=3"), 5, "option 3 stands here twice");
    wrong(read("1>13"), 3, "there is no option 13, there are 12");
    wrong(read("0"), 1, "there is no option 0, there are 12");
    wrong(read("1>>2"), 3, "a number should stand here, not '>'");
    wrong(
        read("1>2>"),
        5,
        "a number should stand here, and the ballot ends",
    );
    wrong(read("1 2"), 3, "'2' does not fit here");
    wrong(read("1,2"), 2, "',' does not fit here");
    wrong(read("-1"), 1, "a number should stand here, not '-'");
    wrong(read("1>4444444444"), 3, "this number is too long");
    // Places are counted in signs, not in bytes, and signs that leave no mark are written out.
    wrong(
        read("\u{a0}\u{2003}1 > é"),
        7,
        "a number should stand here, not 'é'",
    );
    wrong(read("1\u{200b}>2"), 2, "'\\u{200b}' does not fit here");
    wrong(read("٣"), 1, "a number should stand here, not '٣'");

    let read = |text| dots().read(text);
    wrong(read("1:3 1:3"), 5, "option 1 stands here twice");
    wrong(
        read("1:3 2:7"),
        5,
        "7 dots lie on option 2, and 6 may at most",
    );
    wrong(read("1:6 2:4 3:1"), 9, "there are 11 dots, and 10 to give");
    wrong(read("1:3:4"), 4, "':' does not fit here");
    wrong(read("1:3,,2:1"), 5, "a number should stand here, not ','");
    wrong(
        read("1:3,"),
        5,
        "a number should stand here, and the ballot ends",
    );
    wrong(read("1"), 2, "the ballot ends too early");
    wrong(read("1>2"), 2, "'>' does not fit here");
    wrong(read("- 1:1"), 1, "a number should stand here, not '-'");

    let read = |text| scores().read(text);
    wrong(
        read("1:3 2:6"),
        5,
        "option 2 has 6, and the highest score is 5",
    );
    wrong(read("1:3 1:4"), 5, "option 1 stands here twice");
    assert_eq!(
        read("1:x").unwrap_err().to_string(),
        "at sign 3: a number should stand here, not 'x'"
    );
}

#[test]
fn what_a_form_hands_over_is_looked_at_too() {
    let number = 13;
    let options = 12;
    assert_eq!(
        ranked().of_groups(&[[12]]),
        Err(BallotError::NoSuchOption { number, options })
    );
    assert_eq!(
        ranked().of_groups(&[[1], [1]]),
        Err(BallotError::OptionTwice { number: 2 })
    );
    let number = u64::from(u32::MAX) + 1;
    assert_eq!(
        ranked().of_groups(&[[u32::MAX]]),
        Err(BallotError::NoSuchOption { number, options })
    );
    assert_eq!(ranked().of_places(&[Some(1)]), Err(BallotError::OtherForm));
    assert_eq!(dots().ballot(vec![1; 11]), Err(BallotError::OtherForm));
    assert_eq!(
        dots().ballot(vec![1; 12]),
        Err(BallotError::TooManyDots { dots: 11, most: 10 })
    );
    assert_eq!(scores().ballot(vec![]), Err(BallotError::OtherForm));
    let refused = BallotError::ScoreTooHigh {
        number: 1,
        score: 6,
        most: 5,
    };
    assert_eq!(scores().ballot(vec![Some(6); 12]), Err(refused));
}

#[test]
fn a_stack_keeps_every_line() {
    let stack = Stack::read("3>1\r\n\n3>1\n7>>2\n-\n13", |line| ranked().read(line));
    let written: Vec<String> = stack.ballots.iter().map(ToString::to_string).collect();
    assert_eq!(written, ["3>1", "-", "3>1", "-"]);
    let refused: Vec<(usize, usize)> = stack
        .refused
        .iter()
        .map(|one| (one.line, one.error.column))
        .collect();
    assert_eq!(refused, [(4, 3), (6, 1)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Signs that ballots are made of, and any others: an answer, and a place that is in the text or just behind it.
    #[test]
    fn anything_typed_gets_an_answer(text in prop_oneof!["[0-9>=:,\\- ]{0,24}", "[1-9](>[1-9]|=[1-9]|x){0,6}", ".*"]) {
        let signs = text.chars().count();
        let places = [
            ranked().read(&text).err(), dots().read(&text).err(), scores().read(&text).err(),
        ];
        for error in places.into_iter().flatten() {
            prop_assert!((1..=signs + 1).contains(&error.column), "{error:?}");
        }
        let stack = Stack::read(&text, |line| ranked().read(line));
        prop_assert_eq!(stack.ballots.len() + stack.refused.len(), text.lines().count());
    }

    #[test]
    fn what_is_written_is_read_again(
        numbers in prop::collection::vec(prop::option::of(0_u32..9), 12),
        given in prop::collection::vec(prop_oneof![4 => Just(0_u32), 1 => 0_u32..=6], 12),
        scored in prop::collection::vec(prop::option::of(0_u32..=5), 12),
    ) {
        let ballot = ranked().of_places(&numbers).unwrap();
        prop_assert_eq!(&ranked().read(&ballot.to_string()).unwrap(), &ballot);
        prop_assert_eq!(&ranked().of_groups(&ballot.groups()).unwrap(), &ballot);
        for one in 0..12 {
            for other in 0..12 {
                let places = (ballot.place(one), ballot.place(other));
                let numbers = (numbers[one as usize], numbers[other as usize]);
                prop_assert_eq!(places.0.cmp(&places.1), numbers.0.cmp(&numbers.1));
            }
        }
        if let Ok(ballot) = dots().ballot(given) {
            prop_assert_eq!(&dots().read(&ballot.to_string()).unwrap(), &ballot);
        }
        let ballot = scores().ballot(scored).unwrap();
        prop_assert_eq!(&scores().read(&ballot.to_string()).unwrap(), &ballot);
    }
}
