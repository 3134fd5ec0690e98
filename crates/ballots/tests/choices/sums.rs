//! Dots and scores: sums that are only sums, and means that nothing rounds.

use std::cmp::Ordering;

use ballots::{
    BallotError, DotCount, DotForm, Mean, Pairs, RankedForm, ScoreCount, ScoreForm, Strength,
    Unranked, Unscored,
};
use proptest::prelude::*;

fn dots(form: &DotForm, ballots: &[Vec<u32>]) -> DotCount {
    let mut count = form.count();
    for on in ballots {
        count.add(&form.ballot(on.clone()).unwrap()).unwrap();
    }
    count
}

fn scores(form: &ScoreForm, ballots: &[Vec<Option<u32>>]) -> ScoreCount {
    let mut count = form.count();
    for scores in ballots {
        count.add(&form.ballot(scores.clone()).unwrap()).unwrap();
    }
    count
}

#[test]
fn ten_dots_on_four_walls() {
    let form = DotForm::new(4, 10, 6).unwrap();
    let read = ["1:6 2:4", "2:6,3:2", "", "4:0", "3:4 1:6"].map(|text| form.read(text).unwrap());
    let mut count = form.count();
    read.iter().for_each(|ballot| count.add(ballot).unwrap());
    assert_eq!(count.sums(), [12, 10, 6, 0]);
    assert_eq!(
        (count.ballots(), count.blank(), count.not_given()),
        (5, 2, 22)
    );
    assert_eq!(count.order(), [[0], [1], [2], [3]]);
    count.add(&form.read("2:2").unwrap()).unwrap();
    assert_eq!(count.order(), [vec![0, 1], vec![2], vec![3]]);
}

/// What is left aside and what is zero can turn an order round.
#[test]
fn one_who_knows_and_many_who_do_not() {
    let typed = ["1:5 2:4", "2:4", "2:4 3:0", "-"];
    let order = |unscored| {
        let form = ScoreForm::new(4, 5, unscored).unwrap();
        let mut count = form.count();
        typed
            .iter()
            .for_each(|text| count.add(&form.read(text).unwrap()).unwrap());
        assert_eq!(count.sums(), [5, 12, 0, 0]);
        assert_eq!(count.scored(), [1, 3, 1, 0]);
        assert_eq!((count.ballots(), count.blank()), (4, 1));
        assert_eq!(count.form().unscored(), unscored);
        assert_eq!(
            (
                count.mean(1).unwrap().rounded(100),
                count.mean(3),
                count.mean(9)
            ),
            (400, None, None)
        );
        count.order()
    };
    assert_eq!(order(Unscored::LeftAside), [[0], [1], [2], [3]]);
    assert_eq!(order(Unscored::Zero), [vec![1], vec![0], vec![2, 3]]);
}

/// 1/3 and 333,333/1,000,000 are the same in few digits, and are not the same.
#[test]
fn means_are_not_rounded() {
    let third = Mean { sum: 1, over: 3 };
    assert_eq!(third, Mean { sum: 2, over: 6 });
    let nearly = Mean {
        sum: 1_431_655_764,
        over: 4_294_967_293,
    };
    assert_eq!(third.cmp(&nearly), Ordering::Greater);
    assert_eq!(third.rounded(1_000_000_000), nearly.rounded(1_000_000_000));
    assert_eq!(
        Mean {
            sum: u64::MAX,
            over: 1
        }
        .rounded(100),
        u64::MAX
    );
}

#[test]
fn counts_of_two_forms_are_not_added() {
    let form = DotForm::new(3, 5, 5).unwrap();
    let mut count = form.count();
    assert_eq!(
        count.merge(&DotForm::new(3, 5, 4).unwrap().count()),
        Err(BallotError::OtherForm)
    );
    let many = DotForm::new(3, 9, 9).unwrap().read("1:5 2:4").unwrap();
    assert_eq!(
        count.add(&many),
        Err(BallotError::TooManyDots { dots: 9, most: 5 })
    );
    assert_eq!(
        count.add(&DotForm::new(2, 5, 5).unwrap().read("").unwrap()),
        Err(BallotError::OtherForm)
    );
    assert_eq!(count, form.count());

    let form = ScoreForm::new(3, 5, Unscored::Zero).unwrap();
    let mut count = form.count();
    let aside = ScoreForm::new(3, 5, Unscored::LeftAside).unwrap();
    assert_eq!(count.merge(&aside.count()), Err(BallotError::OtherForm));
    let high = ScoreForm::new(3, 9, Unscored::Zero)
        .unwrap()
        .read("2:9")
        .unwrap();
    assert_eq!(
        count.add(&high),
        Err(BallotError::ScoreTooHigh {
            number: 2,
            score: 9,
            most: 5
        })
    );
    assert_eq!(count, form.count());

    let form = RankedForm::new(3, Unranked::LastTogether).unwrap();
    let mut count = form.count();
    let other = RankedForm::new(3, Unranked::NoPreference).unwrap();
    assert_eq!(count.merge(&other.count()), Err(BallotError::OtherForm));
    let wider = RankedForm::new(4, Unranked::LastTogether).unwrap();
    assert_eq!(
        count.add(&wider.read("4").unwrap()),
        Err(BallotError::OtherForm)
    );
    assert_eq!(count, form.count());
}

/// A count merged with itself doubles; the last time it does not, and is as it was.
#[test]
fn a_count_that_is_full_stays_as_it_was() {
    let form = RankedForm::new(2, Unranked::LastTogether).unwrap();
    let mut count = form.count();
    count.add(&form.read("2").unwrap()).unwrap();
    for _ in 0..31 {
        count.merge(&count.clone()).unwrap();
    }
    assert_eq!(count.pairs().table(), [0, 0, 1 << 31, 0]);
    let before = count.clone();
    assert_eq!(count.merge(&before), Err(BallotError::TooManyBallots));
    assert_eq!(count, before);

    let form = ScoreForm::new(1, ballots::MOST_SCORE, Unscored::LeftAside).unwrap();
    let mut count = form.count();
    count
        .add(&form.ballot(vec![Some(ballots::MOST_SCORE)]).unwrap())
        .unwrap();
    for _ in 0..31 {
        count.merge(&count.clone()).unwrap();
    }
    assert_eq!(count.sums(), [u64::from(ballots::MOST_SCORE) << 31]);
    assert_eq!(
        count.merge(&count.clone()),
        Err(BallotError::TooManyBallots)
    );
}

#[test]
fn a_form_that_cannot_be_is_refused() {
    let most = ballots::MOST_OPTIONS;
    assert_eq!(
        RankedForm::new(0, Unranked::LastTogether),
        Err(BallotError::OptionsOutOfRange { options: 0, most })
    );
    assert!(RankedForm::new(most, Unranked::LastTogether).is_ok());
    assert!(DotForm::new(most + 1, 5, 5).is_err());
    assert_eq!(
        DotForm::new(3, 0, 1),
        Err(BallotError::DotsOutOfRange {
            dots: 0,
            most: ballots::MOST_DOTS
        })
    );
    assert_eq!(
        DotForm::new(3, 5, 6),
        Err(BallotError::DotsOutOfRange { dots: 6, most: 5 })
    );
    assert!(DotForm::new(3, 5, 0).is_err());
    let highest = ballots::MOST_SCORE + 1;
    let refused = BallotError::HighestOutOfRange {
        highest,
        most: ballots::MOST_SCORE,
    };
    assert_eq!(ScoreForm::new(3, highest, Unscored::Zero), Err(refused));
    assert!(ScoreForm::new(3, 0, Unscored::Zero).is_err());
    assert_eq!(Pairs::new(2, vec![0; 3]), Err(BallotError::OtherForm));
    assert_eq!(
        Pairs::new(2, vec![7, 1, 2, 7]).unwrap().table(),
        [0, 1, 2, 0]
    );
}

#[test]
fn words_that_are_kept_are_read_again() {
    for one in [Unranked::LastTogether, Unranked::NoPreference] {
        assert_eq!(Unranked::of_word(one.word()), Some(one));
    }
    for one in [Unscored::LeftAside, Unscored::Zero] {
        assert_eq!(Unscored::of_word(one.word()), Some(one));
    }
    for one in [Strength::WinningVotes, Strength::Margins] {
        assert_eq!(Strength::of_word(one.word()), Some(one));
    }
    assert_eq!(Strength::of_word("ratio"), None);
}

proptest! {
    #[test]
    fn dots_in_parts_and_under_other_numbers(
        ballots in prop::collection::vec(prop::collection::vec(0_u32..4, 4), 0..12),
        new in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
        cut in any::<prop::sample::Index>(),
    ) {
        let form = DotForm::new(4, 12, 3).unwrap();
        let whole = dots(&form, &ballots);
        let (one, other) = ballots.split_at(cut.index(ballots.len() + 1));
        let mut merged = dots(&form, other);
        merged.merge(&dots(&form, one)).unwrap();
        prop_assert_eq!(&merged, &whole);
        for (option, &sum) in whole.sums().iter().enumerate() {
            let all: u32 = ballots.iter().map(|on| on[option]).sum();
            prop_assert_eq!(sum, u64::from(all));
        }
        let renamed: Vec<Vec<u32>> = ballots.iter().map(|on| {
            let mut moved = vec![0; 4];
            on.iter().enumerate().for_each(|(option, &dots)| moved[new[option]] = dots);
            moved
        }).collect();
        prop_assert_eq!(dots(&form, &renamed).order(), renumbered(&whole.order(), &new));
    }

    #[test]
    fn scores_in_parts_and_under_other_numbers(
        ballots in prop::collection::vec(prop::collection::vec(prop::option::of(0_u32..4), 4), 0..12),
        new in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
        cut in any::<prop::sample::Index>(),
        unscored in prop_oneof![Just(Unscored::LeftAside), Just(Unscored::Zero)],
    ) {
        let form = ScoreForm::new(4, 3, unscored).unwrap();
        let whole = scores(&form, &ballots);
        let (one, other) = ballots.split_at(cut.index(ballots.len() + 1));
        let mut merged = scores(&form, other);
        merged.merge(&scores(&form, one)).unwrap();
        prop_assert_eq!(&merged, &whole);
        let renamed: Vec<Vec<Option<u32>>> = ballots.iter().map(|given| {
            let mut moved = vec![None; 4];
            given.iter().enumerate().for_each(|(option, &score)| moved[new[option]] = score);
            moved
        }).collect();
        prop_assert_eq!(scores(&form, &renamed).order(), renumbered(&whole.order(), &new));
        // By fractions of whole numbers, multiplied out by hand: 12 ballots with 12! over any number of them.
        let worth = |option: usize| {
            let given: Vec<u64> = ballots.iter().filter_map(|ballot| ballot[option]).map(u64::from).collect();
            let sum: u64 = given.iter().sum();
            match unscored {
                Unscored::Zero => Some(sum),
                Unscored::LeftAside => (!given.is_empty()).then(|| sum * 479_001_600 / given.len() as u64),
            }
        };
        let order = whole.order();
        for two in order.windows(2) {
            prop_assert!(worth(two[0][0] as usize) > worth(two[1][0] as usize));
        }
        for group in &order {
            prop_assert!(group.iter().all(|&option| worth(option as usize) == worth(group[0] as usize)));
        }
    }
}

fn renumbered(order: &[Vec<u32>], new: &[usize]) -> Vec<Vec<u32>> {
    let group = |group: &Vec<u32>| {
        let mut group: Vec<u32> = group
            .iter()
            .map(|&option| new[option as usize] as u32)
            .collect();
        group.sort_unstable();
        group
    };
    order.iter().map(group).collect()
}
