//! Ranked ballots: options in an order, with ties and with options left out.

use std::fmt;

use crate::tally::RankedCount;
use crate::text::{BLANK, Reader, printed};
use crate::{BallotError, MOST_OPTIONS, TextError};

/// What options mean that a voter left out. To be stated on the ballot; the count keeps it.
///
/// A wholly blank ballot says nothing of any pair either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unranked {
    /// They stand behind every option that is named, and are tied among themselves.
    LastTogether,
    /// They say nothing: no pair that one of them is in is counted.
    NoPreference,
}

impl Unranked {
    /// A word to keep it by, which never changes: `last-together`, `no-preference`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Unranked::LastTogether => "last-together",
            Unranked::NoPreference => "no-preference",
        }
    }

    /// The treatment of that word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Unranked> {
        [Unranked::LastTogether, Unranked::NoPreference]
            .into_iter()
            .find(|one| one.word() == word)
    }
}

/// What a ranked ballot looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RankedForm {
    options: usize,
    unranked: Unranked,
}

/// The place of an option that was left out: behind all others.
pub(crate) const LEFT_OUT: i32 = i32::MAX;

/// One ballot: a place for each option, or none. It holds nothing else: no time, no number, nobody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ranked {
    /// Places from 0 without gaps, and [`LEFT_OUT`].
    pub(crate) places: Vec<i32>,
}

pub(crate) fn check_options(options: usize) -> Result<(), BallotError> {
    if (1..=MOST_OPTIONS).contains(&options) {
        return Ok(());
    }
    Err(BallotError::OptionsOutOfRange {
        options,
        most: MOST_OPTIONS,
    })
}

impl RankedForm {
    /// A form with 1 to [`MOST_OPTIONS`] options.
    ///
    /// # Errors
    /// [`BallotError::OptionsOutOfRange`].
    pub fn new(options: usize, unranked: Unranked) -> Result<RankedForm, BallotError> {
        check_options(options)?;
        Ok(RankedForm { options, unranked })
    }

    /// How many options there are.
    #[must_use]
    pub fn options(&self) -> usize {
        self.options
    }

    /// What options that were left out mean.
    #[must_use]
    pub fn unranked(&self) -> Unranked {
        self.unranked
    }

    /// A ballot from groups of options, first to last; those of one group are tied. Empty groups are passed over.
    ///
    /// # Errors
    /// [`BallotError::NoSuchOption`], [`BallotError::OptionTwice`].
    pub fn of_groups<Group: AsRef<[u32]>>(&self, groups: &[Group]) -> Result<Ranked, BallotError> {
        let mut places = vec![LEFT_OUT; self.options];
        let groups = groups.iter().map(AsRef::as_ref);
        for (place, group) in groups.filter(|group| !group.is_empty()).enumerate() {
            for &option in group {
                let number = u64::from(option) + 1;
                match places.get_mut(option as usize) {
                    Some(free) if *free == LEFT_OUT => *free = place as i32,
                    Some(_) => return Err(BallotError::OptionTwice { number }),
                    None => {
                        let options = self.options;
                        return Err(BallotError::NoSuchOption { number, options });
                    }
                }
            }
        }
        Ok(Ranked { places })
    }

    /// A ballot from a number beside each option, as a form posts it: the smaller comes first, equal ones are
    /// tied, none is left out. Numbers may begin anywhere and have gaps.
    ///
    /// # Errors
    /// [`BallotError::OtherForm`] for another number of options.
    pub fn of_places(&self, numbers: &[Option<u32>]) -> Result<Ranked, BallotError> {
        if numbers.len() != self.options {
            return Err(BallotError::OtherForm);
        }
        let mut used: Vec<u32> = numbers.iter().flatten().copied().collect();
        used.sort_unstable();
        used.dedup();
        let place = |number: &Option<u32>| match number.map(|number| used.binary_search(&number)) {
            Some(Ok(place)) => place as i32,
            _ => LEFT_OUT,
        };
        Ok(Ranked {
            places: numbers.iter().map(place).collect(),
        })
    }

    /// Reads a ballot: `3>1=4` puts the third option first, the first and the fourth behind it and tied, and
    /// leaves all others out. An empty text or a single `-` is a blank ballot.
    ///
    /// # Errors
    /// The place and what is wrong there: an option that is not there or stands twice, signs that do not fit.
    pub fn read(&self, text: &str) -> Result<Ranked, TextError> {
        let mut places = vec![LEFT_OUT; self.options];
        let mut reader = Reader::of(text);
        if reader.blank() {
            return Ok(Ranked { places });
        }
        let mut place = 0;
        loop {
            let start = reader.at();
            let option = reader.option(self.options)?;
            if places[option] != LEFT_OUT {
                let number = printed(option);
                return Err(reader.wrong(start, BallotError::OptionTwice { number }));
            }
            places[option] = place;
            if reader.at_end() {
                return Ok(Ranked { places });
            }
            if reader.take(b'>') {
                place += 1;
            } else if !reader.take(b'=') {
                return Err(reader.not_expected());
            }
        }
    }

    /// A count of no ballots yet.
    #[must_use]
    pub fn count(&self) -> RankedCount {
        RankedCount::of(*self)
    }
}

impl Ranked {
    /// How many options the ballot's form has.
    #[must_use]
    pub fn options(&self) -> usize {
        self.places.len()
    }

    /// How many places lie before that of an option; `None` where it is left out, or not there.
    #[must_use]
    pub fn place(&self, option: u32) -> Option<u32> {
        let place = *self.places.get(option as usize)?;
        (place != LEFT_OUT).then_some(place as u32)
    }

    /// The options that are named, first to last, tied ones together and by number.
    #[must_use]
    pub fn groups(&self) -> Vec<Vec<u32>> {
        let mut groups: Vec<Vec<u32>> = Vec::new();
        for option in 0..self.places.len() as u32 {
            if let Some(place) = self.place(option) {
                let many = groups.len().max(place as usize + 1);
                groups.resize(many, Vec::new());
                groups[place as usize].push(option);
            }
        }
        groups
    }

    /// Whether no option is named.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.places.iter().all(|&place| place == LEFT_OUT)
    }
}

/// As [`RankedForm::read`] reads it, tied options by number: equal ballots are equal texts.
impl fmt::Display for Ranked {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_blank() {
            return to.write_str(BLANK);
        }
        for (place, group) in self.groups().iter().enumerate() {
            for (index, &option) in group.iter().enumerate() {
                let sign = match (place, index) {
                    (0, 0) => "",
                    (_, 0) => ">",
                    _ => "=",
                };
                write!(to, "{sign}{}", option + 1)?;
            }
        }
        Ok(())
    }
}
