use super::*;
use proptest::prelude::*;

fn form(manner: Manner, things: usize) -> Form {
    Form::new(manner, Blanks::Last, things).unwrap()
}

#[test]
fn a_choice_is_among_things_by_enough_people_until_a_day() {
    let today = Day(100);
    let open = |things: &[&str], here, closes| may_open(things, here, Some(Day(closes)), today);
    assert_eq!(open(&["Library", "Park"], 5, 103), Ok(Day(103)));
    assert_eq!(
        open(&["Library"], 5, 103),
        Err(No::ThingsNeeded(MOST_THINGS))
    );
    let twice = open(&["Library", "library"], 5, 103);
    assert_eq!(twice, Err(No::ThingsNeeded(MOST_THINGS)));
    assert_eq!(open(&["Library", "Park"], 4, 103), Err(No::TooFewToChoose));
    for closes in [99, 102, 161] {
        let wrong = open(&["Library", "Park"], 5, closes);
        assert_eq!(wrong, Err(No::ClosesOn(Day(103), Day(160))));
    }
    assert!(may_open(&["Library", "Park"], 5, None, today).is_err());
}

#[test]
fn it_is_counted_when_its_last_day_is_over_and_not_while_the_circle_rests() {
    let open = ChoiceStage::Open;
    assert!(!is_to_be_counted(open, Day(3), Day(3), false));
    assert!(is_to_be_counted(open, Day(3), Day(4), false));
    assert!(!is_to_be_counted(open, Day(3), Day(9), true));
    assert!(!is_to_be_counted(
        ChoiceStage::Counted,
        Day(3),
        Day(9),
        false
    ));
}

#[test]
fn ballots_blank_repeated_or_malformed() {
    let dots = form(Manner::Dots, 3);
    assert_eq!(dots.of_numbers(&[None, None, None]).unwrap(), "-");
    assert!(dots.of_numbers(&[Some(2), Some(2), None]).is_err());
    assert!(dots.of_numbers(&[Some(1)]).is_err());
    assert!(dots.of_line("1:2 9:1").is_err());
    let marks = form(Manner::Marks, 2);
    assert!(marks.of_numbers(&[Some(6), None]).is_err());
    let order = form(Manner::Order, 3);
    assert_eq!(
        order.of_numbers(&[Some(7), Some(1), Some(7)]).unwrap(),
        "2>1=3"
    );
    assert!(order.of_line("1>1").is_err());
    // What lies in the box and is no ballot is never passed over.
    assert!(order.count("1>2\n9>1").is_err());
}

#[test]
fn a_count_is_kept_as_text_and_read_again() {
    for (manner, in_box) in [
        (Manner::Dots, "1:3\n2:1 3:2\n-"),
        (Manner::Marks, "1:5 2:0\n3:4\n-"),
        (Manner::Order, "1>2>3\n2>3\n-"),
    ] {
        let count = form(manner, 3).count(in_box).unwrap();
        assert_eq!((count.ballots, count.blank), (3, 1));
        assert_eq!(Count::of_text(&count.as_text()), Some(count));
    }
    assert_eq!(Count::of_text("no count"), None);
}

proptest! {
    /// Whoever saw in which order people came learns nothing of it from the box, and the count is the
    /// same.
    #[test]
    fn the_box_does_not_know_in_which_order_ballots_came(
        numbers in prop::collection::vec(prop::collection::vec(prop::option::of(1u32..4), 4), 1..12),
        turn in 0usize..12,
    ) {
        let form = form(Manner::Order, 4);
        let ballots: Vec<String> = numbers.iter().map(|n| form.of_numbers(n).unwrap()).collect();
        let mut turned = ballots.clone();
        turned.rotate_left(turn % ballots.len());
        let (mut one, mut other) = (String::new(), String::new());
        for (a, b) in ballots.iter().zip(&turned) {
            one = lay_in(&one, std::slice::from_ref(a));
            other = lay_in(&other, std::slice::from_ref(b));
        }
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(how_many(&one), ballots.len());
        prop_assert_eq!(form.count(&one).unwrap().ballots as usize, ballots.len());
    }
}
