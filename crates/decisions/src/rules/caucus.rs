//! Those a decision falls on gather as themselves, and are asked at their own pace (P25).

use super::DecisionRefusal as No;
use kernel::Day;

/// A caucus takes so many days at least, if it wants them; nobody hurries it.
pub const GATE_DAYS: i32 = 7;

kernel::text_enum!(
    /// What a caucus answers.
    Answer {
        /// Somebody told the convenor alone that it falls on them; the circle does not know.
        Told = "told",
        /// Nothing yet; that opens nothing.
        Asked = "asked",
        /// They are at it.
        UnderWay = "under_way",
        /// Yes.
        Yes = "yes",
        /// Yes, if something changes.
        YesIf = "yes_if",
        /// No, with a reason or without.
        No = "no",
        /// It does not fall on them.
        NotOurs = "not_ours",
        /// Not now.
        NotNow = "not_now",
    }
);

/// A gate, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    /// What was answered.
    pub answer: Answer,
    /// The version of the text that was answered.
    pub version: i32,
    /// Whether the author asked what would help.
    pub help_asked: bool,
}

/// Whether a gate is shut for this version of a text. Only a yes opens it, and a yes to another text is
/// none; a caucus that says it does not fall on them is out of it.
pub fn gate_is_shut(gate: Gate, version: i32) -> bool {
    match gate.answer {
        Answer::Yes => gate.version != version,
        // What only the convenor was told is nothing to the circle before they raise it.
        Answer::NotOurs | Answer::Told => false,
        Answer::Asked | Answer::UnderWay | Answer::YesIf | Answer::No | Answer::NotNow => true,
    }
}

impl Gate {
    /// Whether the circle sees it: not while only the convenor was told.
    pub fn is_raised(self) -> bool {
        self.answer != Answer::Told
    }

    /// The caucus answers, about this version of the text. It can change its answer any time before
    /// the decision is in effect.
    pub fn answer(self, answer: Answer, version: i32) -> Self {
        Self {
            answer,
            version,
            ..self
        }
    }

    /// "What would help?", once, when nothing was said for a week or the answer was "not now".
    ///
    /// # Errors
    /// [`No::HelpAsked`], [`No::AtTheirPace`].
    pub fn ask_what_would_help(self, asked_on: Day, today: Day) -> Result<Self, No> {
        if self.help_asked {
            return Err(No::HelpAsked);
        }
        let silent = self.answer == Answer::Asked && today.0 - asked_on.0 >= GATE_DAYS;
        match silent || self.answer == Answer::NotNow {
            true => Ok(Self {
                help_asked: true,
                ..self
            }),
            false => Err(No::AtTheirPace(asked_on.plus(GATE_DAYS))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate(answer: Answer) -> Gate {
        Gate {
            answer,
            version: 1,
            help_asked: false,
        }
    }

    #[test]
    fn only_a_yes_to_this_text_opens_a_gate() {
        for answer in Answer::ALL {
            let open = matches!(answer, Answer::Yes | Answer::NotOurs | Answer::Told);
            assert_eq!(!gate_is_shut(gate(*answer), 1), open, "{answer:?}");
        }
        assert!(gate_is_shut(gate(Answer::Yes), 2), "the text changed since");
    }

    #[test]
    fn what_would_help_is_asked_once_and_not_before_a_week() {
        let asked = gate(Answer::Asked);
        assert_eq!(
            asked.ask_what_would_help(Day(10), Day(16)),
            Err(No::AtTheirPace(Day(17)))
        );
        let once = asked.ask_what_would_help(Day(10), Day(17)).unwrap();
        assert_eq!(
            once.ask_what_would_help(Day(10), Day(40)),
            Err(No::HelpAsked)
        );
        assert!(
            gate(Answer::UnderWay)
                .ask_what_would_help(Day(10), Day(40))
                .is_err()
        );
        assert!(
            gate(Answer::NotNow)
                .ask_what_would_help(Day(10), Day(11))
                .is_ok()
        );
    }
}
