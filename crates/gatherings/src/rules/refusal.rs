//! What a person can mend, in sentences.

use kernel::{Day, Message, Refusal};

/// Why something about a gathering cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GatherRefusal {
    /// It is not where this can be done; it was done already, or comes later.
    NotNow,
    /// It has not begun.
    NotYet,
    /// Two hold it; the second says yes themselves.
    SecondNeeded,
    /// Two are two.
    NotWithOneself,
    /// Nobody here goes by that name.
    NobodyHere,
    /// They rest, and are asked for nothing.
    TheyRest,
    /// A question first.
    QuestionNeeded,
    /// It ends, or is looked at again, by this day.
    EndNeeded(Day),
    /// A day and an hour.
    DayNeeded,
    /// Everybody rests until a day; the same day of the week after it.
    FallsInRest {
        /// The last day of the rest.
        until: Day,
        /// What is offered.
        offered: Day,
    },
    /// What the campaign is for has come.
    EndMet,
    /// What it asks for is decided with those it falls on first.
    AffectedFirst,
    /// What is asked for comes first.
    DemandsNeeded,
    /// Only those who hold it.
    HostsOnly,
    /// Words are needed.
    WordsNeeded,
    /// Somebody changed it meanwhile.
    ChangedMeanwhile,
    /// Nothing is written yet.
    NothingWritten,
    /// A CHOIR letter has all its parts.
    PartMissing,
    /// The room has it for three days first.
    RoomFirst,
    /// Somebody of the room asked for a change.
    ChangeAsked,
    /// One step at a time.
    OneStep,
    /// Only whoever said it.
    TheirsToSay,
    /// The other host hears it too.
    OtherHost,
    /// A promise says who and to whom.
    PromiseNeedsBoth,
    /// Whoever it was offered to rests just now.
    YouRest,
    /// Another pair hosts next.
    SamePair,
    /// With fewer than four somebody hosts twice running.
    FourWilling,
    /// They host the evening before, or the one after.
    TwiceRunning,
    /// The rule names no evening in the season.
    NoEvening,
    /// The list is closed first, then dice fall.
    ListFirst,
    /// The dice were not twenty numbers of one to six.
    DiceNeeded,
    /// How many came.
    HowMany,
}

impl Refusal for GatherRefusal {
    fn message(&self) -> Message {
        match self {
            Self::EndNeeded(day) => Message::plain("refused-gather-end").with("day", *day),
            Self::FallsInRest { until, offered } => Message::plain("refused-gather-rest")
                .with("until", *until)
                .with("offered", *offered),
            Self::NotNow => Message::plain("refused-gather-not-now"),
            Self::NotYet => Message::plain("refused-gather-not-yet"),
            Self::SecondNeeded => Message::plain("refused-gather-second"),
            Self::NotWithOneself => Message::plain("refused-gather-oneself"),
            Self::NobodyHere => Message::plain("refused-gather-nobody"),
            Self::TheyRest => Message::plain("refused-gather-they-rest"),
            Self::QuestionNeeded => Message::plain("refused-gather-question"),
            Self::DayNeeded => Message::plain("refused-gather-day"),
            Self::EndMet => Message::plain("refused-gather-met"),
            Self::AffectedFirst => Message::plain("refused-gather-affected"),
            Self::DemandsNeeded => Message::plain("refused-gather-demands"),
            Self::HostsOnly => Message::plain("refused-gather-hosts"),
            Self::WordsNeeded => Message::plain("refused-gather-words"),
            Self::ChangedMeanwhile => Message::plain("refused-gather-meanwhile"),
            Self::NothingWritten => Message::plain("refused-gather-nothing"),
            Self::PartMissing => Message::plain("refused-gather-part"),
            Self::RoomFirst => Message::plain("refused-gather-room"),
            Self::ChangeAsked => Message::plain("refused-gather-change"),
            Self::OneStep => Message::plain("refused-gather-step"),
            Self::TheirsToSay => Message::plain("refused-gather-theirs"),
            Self::OtherHost => Message::plain("refused-gather-other-host"),
            Self::PromiseNeedsBoth => Message::plain("refused-gather-promise"),
            Self::YouRest => Message::plain("refused-gather-you-rest"),
            Self::SamePair => Message::plain("refused-gather-pair"),
            Self::FourWilling => Message::plain("refused-choir-four"),
            Self::TwiceRunning => Message::plain("refused-choir-twice"),
            Self::NoEvening => Message::plain("refused-choir-none"),
            Self::ListFirst => Message::plain("refused-choir-list"),
            Self::DiceNeeded => Message::plain("refused-choir-dice"),
            Self::HowMany => Message::plain("refused-choir-many"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::NobodyHere
            | Self::QuestionNeeded
            | Self::EndNeeded(_)
            | Self::DayNeeded
            | Self::WordsNeeded
            | Self::DemandsNeeded
            | Self::PromiseNeedsBoth
            | Self::NoEvening
            | Self::DiceNeeded
            | Self::HowMany => 422,
            _ => 409,
        }
    }
}

store::stops_with!(GatherRefusal);
