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
    /// Nobody agrees, or as many stand aside as agree.
    NotCarried,
    /// How a circle decides changes how it works: no everyday question.
    WaysAreShared,
    /// Nobody whom it touches was asked.
    NobodyAffected,
    /// Nobody who knows about it was asked.
    NobodyKnows,
    /// Somebody who was asked has time until then.
    AdviceAwaited(Moment),
    /// One does not ask oneself.
    AskSomebodyElse,
    /// They have been asked already.
    AskedAlready,
    /// What the advice changed is said, if it is that nothing did.
    ChangedNeeded,
    /// Two things to choose among at least, each once, and so many at most.
    ThingsNeeded(usize),
    /// A thing to choose has so many characters at most.
    ThingTooLong(usize),
    /// Fewer than five decide: no ballot of theirs would be anonymous.
    TooFewToChoose,
    /// The first and the last day on which a choice can close.
    ClosesOn(Day, Day),
    /// One's ballot is in.
    BallotIn,
    /// A ballot says something that it cannot.
    BallotWrong,
    /// The line of a paper ballot that cannot be read, and the sign in it.
    PaperLine(usize, usize),
    /// As many names as ballots, and two at least.
    PaperNames,
    /// A map of power has public offices and institutions only.
    PublicOnly,
    /// How many, and how much each.
    HonorariumNeeded,
    /// All that was offered is taken.
    AllTaken,
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
            Self::NotCarried => Message::plain("refused-decide-not-carried"),
            Self::WaysAreShared => Message::plain("refused-decide-ways"),
            Self::NobodyAffected => Message::plain("refused-advice-affected"),
            Self::NobodyKnows => Message::plain("refused-advice-knows"),
            // The page says until when.
            Self::AdviceAwaited(_) => Message::plain("refused-advice-awaited"),
            Self::AskSomebodyElse => Message::plain("refused-advice-self"),
            Self::AskedAlready => Message::plain("refused-advice-again"),
            Self::ChangedNeeded => Message::plain("refused-advice-changed"),
            Self::ThingsNeeded(most) => Message::plain("refused-choice-things").with("most", *most),
            Self::ThingTooLong(most) => Message::plain("refused-choice-long").with("most", *most),
            Self::TooFewToChoose => Message::plain("refused-choice-few"),
            Self::ClosesOn(first, last) => Message::plain("refused-choice-closes")
                .with("first", *first)
                .with("last", *last),
            Self::BallotIn => Message::plain("refused-choice-in"),
            Self::BallotWrong => Message::plain("refused-choice-ballot"),
            Self::PaperLine(line, sign) => Message::plain("refused-choice-line")
                .with("line", *line)
                .with("sign", *sign),
            Self::PaperNames => Message::plain("refused-choice-names"),
            Self::PublicOnly => Message::plain("refused-power-public"),
            Self::HonorariumNeeded => Message::plain("refused-honorarium-needed"),
            Self::AllTaken => Message::plain("refused-honorarium-taken"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::ReviewDay(_)
            | Self::WordsNeeded
            | Self::HarmNeeded
            | Self::NobodyOfTheCircle
            | Self::NoSuchCaucus
            | Self::IfNeeded
            | Self::WaysAreShared
            | Self::AskSomebodyElse
            | Self::ChangedNeeded
            | Self::ThingsNeeded(_)
            | Self::ThingTooLong(_)
            | Self::ClosesOn(..)
            | Self::BallotWrong
            | Self::PaperLine(..)
            | Self::PaperNames
            | Self::PublicOnly
            | Self::HonorariumNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(DecisionRefusal);
