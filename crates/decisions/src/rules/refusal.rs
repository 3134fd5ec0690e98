//! What a person can mend, in sentences.

use kernel::{Day, Message, Moment, Refusal};

/// Why something about a decision cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionRefusal {
    /// It is decided, set down or ended.
    NotOpen,
    /// Questions and reactions come first.
    NoRoundYet,
    /// Not before this moment, even if everybody agrees.
    TooEarly(Moment),
    /// It needs another sitting.
    SittingNeeded,
    /// It was heard today already.
    SatToday,
    /// An objection is open.
    ObjectionOpen,
    /// Those it falls on have not said yes.
    GateShut,
    /// Nobody has asked those it falls on.
    GateNeeded,
    /// Fewer than half spoke or passed.
    TooFewSpoke,
    /// A rest season lies over the circle.
    CircleRests,
    /// It was laid over once; now the circle is asked.
    LayOverTwice,
    /// Somebody has said so already.
    DisputedAlready,
    /// A day to look again: later than today, by this day.
    ReviewDay(Day),
    /// Nothing was typed where words are needed.
    WordsNeeded,
    /// An objection says how it harms what the circle is for.
    HarmNeeded,
    /// Only its author, or whoever looks after the circle.
    AuthorsOnly,
    /// Only whoever raised it.
    ObjectorsOnly,
    /// Only whoever looks after the circle writes down a voice by phone.
    RelayersOnly,
    /// Nobody of the circle goes by that name.
    NobodyOfTheCircle,
    /// No caucus has that name.
    NoSuchCaucus,
    /// There is a caucus of that name.
    CaucusThere,
    /// They have been asked about it already.
    GateThere,
    /// "What would help?" has been asked.
    HelpAsked,
    /// They take their own time; not before this day.
    AtTheirPace(Day),
    /// A yes that changes something says what.
    IfNeeded,
}

impl Refusal for DecisionRefusal {
    fn message(&self) -> Message {
        match self {
            Self::NotOpen => Message::plain("refused-decide-not-open"),
            Self::NoRoundYet => Message::plain("refused-decide-no-round"),
            // The page says when, in the network's zone; here it is enough that it is not yet.
            Self::TooEarly(_) => Message::plain("refused-decide-early"),
            Self::SittingNeeded => Message::plain("refused-decide-sitting"),
            Self::SatToday => Message::plain("refused-decide-sat"),
            Self::ObjectionOpen => Message::plain("refused-decide-objection"),
            Self::GateShut => Message::plain("refused-decide-gate"),
            Self::GateNeeded => Message::plain("refused-decide-gate-needed"),
            Self::TooFewSpoke => Message::plain("refused-decide-few"),
            Self::CircleRests => Message::plain("refused-decide-rests"),
            Self::LayOverTwice => Message::plain("refused-decide-lay-over"),
            Self::DisputedAlready => Message::plain("refused-decide-disputed"),
            Self::ReviewDay(day) => Message::plain("refused-decide-review").with("day", *day),
            Self::WordsNeeded => Message::plain("refused-decide-words"),
            Self::HarmNeeded => Message::plain("refused-decide-harm"),
            Self::AuthorsOnly => Message::plain("refused-decide-author"),
            Self::ObjectorsOnly => Message::plain("refused-decide-objector"),
            Self::RelayersOnly => Message::plain("refused-decide-relay"),
            Self::NobodyOfTheCircle => Message::plain("refused-decide-nobody"),
            Self::NoSuchCaucus => Message::plain("refused-caucus-none"),
            Self::CaucusThere => Message::plain("refused-caucus-there"),
            Self::GateThere => Message::plain("refused-gate-there"),
            Self::HelpAsked => Message::plain("refused-gate-help"),
            Self::AtTheirPace(day) => Message::plain("refused-gate-pace").with("day", *day),
            Self::IfNeeded => Message::plain("refused-gate-if"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::ReviewDay(_)
            | Self::WordsNeeded
            | Self::HarmNeeded
            | Self::NobodyOfTheCircle
            | Self::NoSuchCaucus
            | Self::IfNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(DecisionRefusal);
