//! Reading what was typed, sign by sign.

use crate::{BallotError, TextError};

/// How a wholly blank ballot is written where an empty line would be overlooked.
pub(crate) const BLANK: &str = "-";

/// Numbers of more digits are no options, dots or scores of any form.
const MOST_DIGITS: usize = 9;

/// Where a reader stands in a text.
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// Begins at the first sign that is no space.
    pub(crate) fn of(text: &'a str) -> Reader<'a> {
        let mut reader = Reader { text, at: 0 };
        reader.skip_spaces();
        reader
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn at_end(&self) -> bool {
        self.at == self.text.len()
    }

    fn next(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn skip_spaces(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if byte == b' ' {
                self.at += 1;
            } else if byte > b' ' && byte < 0x80 {
                return;
            } else {
                match self.next().filter(|sign| sign.is_whitespace()) {
                    Some(space) => self.at += space.len_utf8(),
                    None => return,
                }
            }
        }
    }

    /// Goes past one sign, and the spaces behind it, if that is what stands here.
    pub(crate) fn take(&mut self, sign: u8) -> bool {
        let here = self.text.as_bytes().get(self.at) == Some(&sign);
        if here {
            self.at += 1;
            self.skip_spaces();
        }
        here
    }

    /// A number of ASCII digits and the spaces behind it.
    pub(crate) fn number(&mut self) -> Result<u32, TextError> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut number = 0_u32;
        while let Some(digit) = bytes.get(self.at).filter(|byte| byte.is_ascii_digit()) {
            if self.at - start == MOST_DIGITS {
                return Err(self.wrong(start, BallotError::NumberTooLong));
            }
            number = number * 10 + u32::from(digit - b'0');
            self.at += 1;
        }
        if self.at == start {
            let found = self.next();
            return Err(self.wrong(start, BallotError::NumberExpected { found }));
        }
        self.skip_spaces();
        Ok(number)
    }

    /// The number of an option as printed, from 1, as its place among them, from 0.
    pub(crate) fn option(&mut self, options: usize) -> Result<usize, TextError> {
        let start = self.at;
        let number = self.number()?;
        let index = (number as usize).checked_sub(1);
        index.filter(|&index| index < options).ok_or_else(|| {
            let number = u64::from(number);
            self.wrong(start, BallotError::NoSuchOption { number, options })
        })
    }

    /// Whether this is a blank ballot: nothing at all, or the sign for it alone.
    pub(crate) fn blank(&mut self) -> bool {
        let start = self.at;
        let blank = self.at_end() || (self.take(b'-') && self.at_end());
        if !blank {
            self.at = start;
        }
        blank
    }

    /// What stands here does not fit.
    pub(crate) fn not_expected(&self) -> TextError {
        let found = self.next();
        self.wrong(self.at, BallotError::NotExpected { found })
    }

    pub(crate) fn wrong(&self, at: usize, wrong: BallotError) -> TextError {
        let column = self.text[..at].chars().count() + 1;
        TextError { column, wrong }
    }
}

/// Reads `option:value` again and again, with spaces or one comma between, and hands each to `put` together with
/// the option's index. What `put` finds wrong is said of the place of the pair.
pub(crate) fn read_pairs(
    text: &str,
    options: usize,
    mut put: impl FnMut(usize, u32) -> Result<(), BallotError>,
) -> Result<(), TextError> {
    let mut reader = Reader::of(text);
    if reader.blank() {
        return Ok(());
    }
    loop {
        let start = reader.at();
        let option = reader.option(options)?;
        if !reader.take(b':') {
            return Err(reader.not_expected());
        }
        let before = reader.at();
        let value = reader.number()?;
        put(option, value).map_err(|wrong| reader.wrong(start, wrong))?;
        if reader.at_end() {
            return Ok(());
        }
        let spaced = text[before..reader.at()].ends_with(char::is_whitespace);
        if !reader.take(b',') && !spaced {
            return Err(reader.not_expected());
        }
    }
}

/// Writes `option:value` for each option that has one.
pub(crate) fn write_pairs(
    to: &mut std::fmt::Formatter<'_>,
    values: impl Iterator<Item = Option<u32>>,
) -> std::fmt::Result {
    let mut blank = true;
    for (index, value) in values.enumerate() {
        if let Some(value) = value {
            let space = if blank { "" } else { " " };
            write!(to, "{space}{}:{value}", index + 1)?;
            blank = false;
        }
    }
    if blank { to.write_str(BLANK) } else { Ok(()) }
}

/// The number printed on a ballot for an index.
pub(crate) fn printed(index: usize) -> u64 {
    index as u64 + 1
}
