//! The rules of the pulse. No clock, no database.

mod refusal;

pub use refusal::PulseRefusal;

use kernel::Day;

/// The questions are open for so many days.
pub const OPEN_DAYS: i32 = 21;
/// Fewer answers than these are never counted.
pub const FEWEST: usize = 8;
/// A word that fewer said, and not none, is not told as a number (N12).
pub const SMALLEST_CELL: u32 = 5;
/// What was counted stands for so many days at most.
pub const KEPT_DAYS: i32 = 365;

kernel::id_type!(
    /// The pulse of one season.
    PulseId
);
kernel::id_type!(
    /// That somebody's answer is in.
    HandId
);

kernel::text_enum!(
    /// What is asked.
    Question {
        /// "Decisions here are shared."
        Shared = "shared",
        /// "I could step back without guilt."
        StepBack = "step_back",
    }
);

kernel::text_enum!(
    /// What somebody says to it.
    Word {
        /// It is so.
        Yes = "yes",
        /// In part.
        Partly = "partly",
        /// It is not.
        No = "no",
    }
);

kernel::text_enum!(
    /// Where a pulse stands.
    Stage {
        /// Answers are taken.
        Open = "open",
        /// They are counted.
        Counted = "counted",
        /// There were fewer than eight; nothing was counted.
        TooFew = "too_few",
    }
);

/// The quarter of a year a day lies in.
fn season(day: Day) -> (i16, i8) {
    (day.date().year(), (day.date().month() - 1) / 3)
}

/// Whether the questions of a season are put today: once in it, to eight people at least, in its first
/// weeks so that they close within it, and not while everybody rests.
pub fn is_to_open(last_opened: Option<Day>, (here, resting): (usize, bool), today: Day) -> bool {
    let within = season(today.plus(OPEN_DAYS)) == season(today);
    let asked = last_opened.is_some_and(|day| season(day) >= season(today));
    within && !asked && here >= FEWEST && !resting
}

/// Whether they are to be counted: their last day is over, and nobody is made to hurry by a rest.
pub fn is_to_be_counted(closes_on: Day, resting: bool, today: Day) -> bool {
    today > closes_on && !resting
}

/// An answer as it lies in the box: a word or nothing to each question.
///
/// # Errors
/// [`PulseRefusal::WordNeeded`] where nothing was said at all.
pub fn answer(words: [Option<Word>; 2]) -> Result<String, PulseRefusal> {
    if words.iter().all(Option::is_none) {
        return Err(PulseRefusal::WordNeeded);
    }
    let said = words.map(|word| word.map_or("", Word::as_str));
    Ok(said.join(","))
}

/// How many said which word to a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// It is so.
    pub yes: u32,
    /// In part.
    pub partly: u32,
    /// It is not.
    pub no: u32,
}

impl Counts {
    /// As text, to keep.
    pub fn as_text(&self) -> String {
        format!("{} {} {}", self.yes, self.partly, self.no)
    }

    /// What was kept.
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split(' ').map(|number| number.parse().ok());
        Some(Self {
            yes: numbers.next()??,
            partly: numbers.next()??,
            no: numbers.next()??,
        })
    }
}

/// What lies in the box, counted, one line a question; nothing of fewer than eight.
pub fn count(in_box: &str) -> Option<[Counts; 2]> {
    if ballots::how_many(in_box) < FEWEST {
        return None;
    }
    let mut counts = [Counts::default(); 2];
    for line in in_box.lines() {
        for (count, word) in counts.iter_mut().zip(line.split(',')) {
            match Word::parse(word) {
                Some(Word::Yes) => count.yes += 1,
                Some(Word::Partly) => count.partly += 1,
                Some(Word::No) => count.no += 1,
                None => {}
            }
        }
    }
    Some(counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn once_a_season_to_eight_at_least_and_never_into_the_next() {
        let open = |last: Option<&str>, here, on| is_to_open(last.map(day), (here, false), day(on));
        assert!(open(None, 8, "2026-04-01"));
        assert!(!open(None, 7, "2026-04-01"));
        assert!(!open(Some("2026-04-01"), 24, "2026-05-02"));
        assert!(open(Some("2026-02-20"), 24, "2026-04-01"));
        assert!(!open(None, 24, "2026-06-15"), "it would close in July");
        assert!(!is_to_open(None, (24, true), day("2026-04-01")));
        // A clock that was set back asks nobody twice.
        assert!(!open(Some("2026-04-01"), 24, "2026-03-02"));
    }

    #[test]
    fn an_answer_is_a_word_to_one_of_them_at_least() {
        assert_eq!(answer([None, None]), Err(PulseRefusal::WordNeeded));
        assert_eq!(answer([Some(Word::Yes), None]).unwrap(), "yes,");
    }

    proptest! {
        /// Whatever is said, in whatever order: all of it is counted, once, and nothing of fewer than eight;
        /// and the box is the same whoever was first.
        #[test]
        fn everything_is_counted_once(
            said in proptest::collection::vec((0usize..4, 0usize..3), 0..30),
            turn in any::<prop::sample::Index>(),
        ) {
            let word = |at: usize| Word::ALL.get(at).copied();
            let answers: Vec<String> = said
                .iter()
                .map(|(one, other)| answer([word(*one), word(*other)]).unwrap())
                .collect();
            let fill = |answers: &[String]| {
                answers.iter().fold(String::new(), |all, one| {
                    ballots::lay_in(&all, std::slice::from_ref(one))
                })
            };
            let in_box = fill(&answers);
            let mut turned = answers.clone();
            if !turned.is_empty() {
                let at = turn.index(turned.len());
                turned.rotate_left(at);
            }
            prop_assert_eq!(&fill(&turned), &in_box);
            match count(&in_box) {
                None => prop_assert!(said.len() < FEWEST),
                Some([one, other]) => {
                    prop_assert!(said.len() >= FEWEST);
                    let first = said.iter().filter(|(one, _)| *one < 3).count();
                    prop_assert_eq!((one.yes + one.partly + one.no) as usize, first);
                    prop_assert_eq!((other.yes + other.partly + other.no) as usize, said.len());
                    prop_assert_eq!(Counts::parse(&one.as_text()), Some(one));
                }
            }
        }
    }
}
