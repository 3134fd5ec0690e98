//! A choice among things: what a ballot is, when it is counted, and what the count says (P28). A ballot
//! has no time and no name; the box is a text in which ballots lie in the order of their words.

use super::{DOTS, DecisionRefusal as No, HIGHEST_MARK, Manner};
use ballots::{
    BallotError, DotForm, RankedForm, ScoreForm, Stack, Strength, TextError, Unranked, Unscored,
};
pub use ballots::{how_many, lay_in};
use kernel::Day;

/// A choice is open so many days at least.
pub const LEAST_DAYS: i32 = 3;
/// And so many at most.
pub const MOST_DAYS: i32 = 60;
/// Fewer ballots than these are not counted: everybody could guess whose is whose.
pub const LEAST_BALLOTS: usize = 5;
/// A choice has so many things at most.
pub const MOST_THINGS: usize = 20;

kernel::text_enum!(
    /// What a thing that a ballot leaves out means; said on the ballot before anybody fills it in.
    Blanks {
        /// Nothing is said of it.
        Nothing = "nothing",
        /// It comes last, or has nothing.
        Last = "last",
    }
);

kernel::text_enum!(
    /// Where a choice stands.
    ChoiceStage {
        /// Ballots are taken.
        Open = "open",
        /// They are counted.
        Counted = "counted",
        /// There were too few to stay anonymous; nothing was counted.
        TooFew = "too_few",
        /// It is set down; the box was emptied unread.
        SetDown = "set_down",
    }
);

/// Whether a choice can be opened: among two things at least, each once, by enough people, until a day.
///
/// # Errors
/// [`No::ThingsNeeded`], [`No::TooFewToChoose`], [`No::ClosesOn`] with the first and last day it can be.
pub fn may_open(things: &[&str], here: usize, closes: Option<Day>, today: Day) -> Result<Day, No> {
    let mut each: Vec<String> = things.iter().map(|thing| thing.to_lowercase()).collect();
    each.sort();
    each.dedup();
    if each.len() != things.len() || !(2..=MOST_THINGS).contains(&things.len()) {
        return Err(No::ThingsNeeded(MOST_THINGS));
    }
    if here < LEAST_BALLOTS {
        return Err(No::TooFewToChoose);
    }
    let (first, last) = (today.plus(LEAST_DAYS), today.plus(MOST_DAYS));
    closes
        .filter(|day| (first..=last).contains(day))
        .ok_or(No::ClosesOn(first, last))
}

/// Whether it is counted now: when its last day is over, and no rest season lies over the circle.
pub fn is_to_be_counted(stage: ChoiceStage, closes: Day, today: Day, resting: bool) -> bool {
    stage == ChoiceStage::Open && today > closes && !resting
}

/// What a ballot of a choice can be.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// So many dots.
    Dots(DotForm),
    /// A mark for each thing.
    Marks(ScoreForm),
    /// An order.
    Order(RankedForm),
}

/// What a count says: the things in places, first to last, those of a place being level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// How many ballots lay in the box.
    pub ballots: u32,
    /// How many of them said nothing.
    pub blank: u32,
    /// Things in places, as numbers from 0.
    pub places: Vec<Vec<u32>>,
    /// Dots on each thing; sum and number of marks of each, one after the other; or the table of pairs.
    pub table: Vec<u64>,
}

impl Form {
    /// The ballot of a choice among so many things.
    ///
    /// # Errors
    /// Where there are more or fewer things than a ballot can have.
    pub fn new(manner: Manner, blanks: Blanks, things: usize) -> Result<Self, BallotError> {
        Ok(match manner {
            Manner::Marks => Self::Marks(ScoreForm::new(
                things,
                HIGHEST_MARK,
                match blanks {
                    Blanks::Nothing => Unscored::LeftAside,
                    Blanks::Last => Unscored::Zero,
                },
            )?),
            Manner::Order => Self::Order(RankedForm::new(
                things,
                match blanks {
                    Blanks::Nothing => Unranked::NoPreference,
                    Blanks::Last => Unranked::LastTogether,
                },
            )?),
            _ => Self::Dots(DotForm::new(things, DOTS, DOTS)?),
        })
    }

    /// A ballot as it lies in the box, of the number that stands beside each thing; an empty place says
    /// nothing of it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of_numbers(&self, numbers: &[Option<u32>]) -> Result<String, BallotError> {
        Ok(match self {
            Self::Dots(form) => {
                let on = numbers.iter().map(|number| number.unwrap_or(0));
                form.ballot(on.collect())?.to_string()
            }
            Self::Marks(form) => form.ballot(numbers.to_vec())?.to_string(),
            Self::Order(form) => form.of_places(numbers)?.to_string(),
        })
    }

    /// The same, of a line that somebody typed from paper.
    ///
    /// # Errors
    /// What is wrong with it, and at which sign.
    pub fn of_line(&self, line: &str) -> Result<String, TextError> {
        Ok(match self {
            Self::Dots(form) => form.read(line)?.to_string(),
            Self::Marks(form) => form.read(line)?.to_string(),
            Self::Order(form) => form.read(line)?.to_string(),
        })
    }

    /// Counts what lies in a box.
    ///
    /// # Errors
    /// Where something in it is no ballot of this form: it is never passed over in silence.
    pub fn count(&self, in_box: &str) -> Result<Count, BallotError> {
        fn all<B>(stack: Stack<B>) -> Result<Vec<B>, BallotError> {
            match stack.refused.first() {
                Some(refused) => Err(refused.error.wrong),
                None => Ok(stack.ballots),
            }
        }
        Ok(match self {
            Self::Dots(form) => {
                let mut count = form.count();
                for ballot in all(Stack::read(in_box, |line| form.read(line)))? {
                    count.add(&ballot)?;
                }
                Count {
                    ballots: count.ballots(),
                    blank: count.blank(),
                    places: count.order(),
                    table: count.sums().to_vec(),
                }
            }
            Self::Marks(form) => {
                let mut count = form.count();
                for ballot in all(Stack::read(in_box, |line| form.read(line)))? {
                    count.add(&ballot)?;
                }
                let sums = count.sums().iter().zip(count.scored());
                Count {
                    ballots: count.ballots(),
                    blank: count.blank(),
                    places: count.order(),
                    table: sums
                        .flat_map(|(sum, over)| [*sum, u64::from(*over)])
                        .collect(),
                }
            }
            Self::Order(form) => {
                let mut count = form.count();
                for ballot in all(Stack::read(in_box, |line| form.read(line)))? {
                    count.add(&ballot)?;
                }
                let schulze = count.pairs().schulze(Strength::WinningVotes);
                Count {
                    ballots: count.ballots(),
                    blank: count.blank(),
                    places: schulze.order(),
                    table: count
                        .pairs()
                        .table()
                        .iter()
                        .map(|n| u64::from(*n))
                        .collect(),
                }
            }
        })
    }
}

impl Count {
    /// As one line of text, to keep.
    pub fn as_text(&self) -> String {
        let places: Vec<String> = self
            .places
            .iter()
            .map(|place| join(place.iter().map(|n| u64::from(*n)), "="))
            .collect();
        let table = join(self.table.iter().copied(), " ");
        format!(
            "{} {};{};{table}",
            self.ballots,
            self.blank,
            places.join(">")
        )
    }

    /// From such a line.
    pub fn of_text(text: &str) -> Option<Self> {
        let mut parts = text.split(';');
        let (ballots, blank) = parts.next()?.split_once(' ')?;
        let places = parts.next()?.split('>').map(|place| {
            let of = place.split('=').map(|n| n.parse().ok());
            of.collect::<Option<Vec<u32>>>()
        });
        let places = places.collect::<Option<_>>()?;
        let table = parts.next()?.split(' ').map(|n| n.parse().ok());
        Some(Self {
            ballots: ballots.parse().ok()?,
            blank: blank.parse().ok()?,
            places,
            table: table.collect::<Option<_>>()?,
        })
    }
}

fn join(numbers: impl Iterator<Item = u64>, between: &str) -> String {
    numbers
        .map(|n| n.to_string())
        .collect::<Vec<_>>()
        .join(between)
}

#[cfg(test)]
#[path = "choice_tests.rs"]
mod tests;
