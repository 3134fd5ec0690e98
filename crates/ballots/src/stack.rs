//! A stack of ballots in one text, none of them lost.

use crate::TextError;

/// A line that is no ballot, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// Which line, counting from 1.
    pub line: usize,
    /// Where in it, and what is wrong.
    pub error: TextError,
}

/// What was read of a text with one ballot on each line. Every line is here: as a ballot, blank or not, or refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stack<Ballot> {
    /// The ballots, in the order of their lines.
    pub ballots: Vec<Ballot>,
    /// The lines that are none. They are not counted until somebody has mended them.
    pub refused: Vec<Refused>,
}

impl<Ballot> Stack<Ballot> {
    /// Reads each line with a form's `read`. A line with nothing on it is a blank ballot; the last line may end
    /// with a line feed or without.
    ///
    /// ```
    /// use ballots::{RankedForm, Stack, Unranked};
    /// let form = RankedForm::new(3, Unranked::LastTogether).unwrap();
    /// let stack = Stack::read("2>1=3\n\n2>9\n", |line| form.read(line));
    /// assert_eq!((stack.ballots.len(), stack.refused.len()), (2, 1));
    /// assert!(stack.ballots[1].is_blank());
    /// assert_eq!(stack.refused[0].line, 3);
    /// assert_eq!(stack.refused[0].error.to_string(), "at sign 3: there is no option 9, there are 3");
    /// ```
    pub fn read(text: &str, read: impl Fn(&str) -> Result<Ballot, TextError>) -> Stack<Ballot> {
        let mut stack = Stack {
            ballots: Vec::new(),
            refused: Vec::new(),
        };
        for (index, line) in text.lines().enumerate() {
            match read(line) {
                Ok(ballot) => stack.ballots.push(ballot),
                Err(error) => stack.refused.push(Refused {
                    line: index + 1,
                    error,
                }),
            }
        }
        stack
    }
}
