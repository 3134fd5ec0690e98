//! A refusal is a sentence (ARCHITECTURE.md, decision 3).

/// A value put into a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Words, put in as they are.
    Text(String),
    /// A count, which a language may need for its plural.
    Number(i64),
    /// A day, written out in the reader's language.
    Day(crate::Day),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Self::Number(n)
    }
}
impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
impl From<crate::Day> for Arg {
    fn from(day: crate::Day) -> Self {
        Self::Day(day)
    }
}

/// A sentence by its key in the `.ftl` files, with what is put into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The message's key.
    pub key: &'static str,
    /// Its arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A sentence that takes no arguments.
    pub fn plain(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// The same sentence with one more argument.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// What a person can mend: each practice has an enum of these, and each variant is a sentence that
/// says what is missing and what the person can do now.
pub trait Refusal: std::fmt::Debug + Send + Sync + 'static {
    /// The sentence.
    fn message(&self) -> Message;

    /// 422 where what was typed can be mended; 409 where the thing itself stands otherwise.
    fn status(&self) -> u16 {
        409
    }
}
