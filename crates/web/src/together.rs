//! What practices say of a person together, each through its own part of [`crate::Practice`]: what
//! somebody holds (P5), that they rest or come back (P20), their times for a calendar (P14), and a
//! word that came by letter or text.

use kernel::{CircleId, Day, PersonId};

kernel::text_enum!(
    /// What kind of thing somebody holds.
    HeldKind {
        /// A role, until its term ends.
        Role = "role",
        /// A key two people hold: it is changed when one of them goes (P29).
        Key = "key",
        /// An ask they said "I can" to.
        Ask = "ask",
        /// Something they promised.
        Commitment = "commitment",
    }
);

kernel::text_enum!(
    /// What becomes of a thing somebody lays down (P5).
    Disposition {
        /// Somebody named takes it on.
        Successor = "successor",
        /// Back to its circle, where it needs a holder.
        Circle = "circle",
        /// It pauses.
        Pause = "pause",
        /// It ends.
        Close = "close",
    }
);

/// One thing somebody holds.
#[derive(Clone, Debug)]
pub struct Held {
    /// Which of a practice's things: a word of the practice's own, unique among everything held.
    pub id: String,
    /// Its kind.
    pub kind: HeldKind,
    /// How its holder knows it, in the language of the room it was read in.
    pub title: String,
    /// Where it can be read whole.
    pub href: String,
    /// Whose it becomes again.
    pub circle: Option<CircleId>,
    /// Who could take it on by what is known already: a shadow, a stand-in.
    pub suggested: Option<PersonId>,
    /// What may become of it, the likeliest first.
    pub may: &'static [Disposition],
}

/// What becomes of one thing that `from` holds.
#[derive(Clone, Copy, Debug)]
pub struct LaidDown<'a> {
    /// Who lays it down.
    pub from: PersonId,
    /// Which thing: [`Held::id`].
    pub id: &'a str,
    /// What becomes of it.
    pub how: Disposition,
    /// Who takes it on, where somebody does.
    pub to: Option<PersonId>,
    /// Whether they have said yes; where not, its practice asks them.
    pub agreed: bool,
    /// The last day on which what it let them see is still seen; without one, it ends now.
    pub last: Option<Day>,
}

impl<'a> LaidDown<'a> {
    /// Somebody lays a thing down, to nobody, from this minute.
    pub fn new(from: PersonId, id: &'a str, how: Disposition) -> Self {
        Self {
            from,
            id,
            how,
            to: None,
            agreed: false,
            last: None,
        }
    }
}

kernel::text_enum!(
    /// What somebody who leaves says of their name in what was shared and stays (P5).
    NameChoice {
        /// Everything goes that can.
        Erase = "erase",
        /// It stays, and says nothing of who.
        Anonymous = "anonymous",
        /// It stays with the role alone.
        RoleOnly = "role_only",
        /// Their name stays beside it.
        KeepName = "keep_name",
    }
);

/// Somebody leaves.
#[derive(Clone, Copy, Debug)]
pub struct Leaving {
    /// Who.
    pub person: PersonId,
    /// What they said of their name.
    pub name: NameChoice,
}

/// Somebody goes quiet (P4, P5): they stay who they are, one word brings them back, and until then
/// nothing reaches them.
#[derive(Clone, Copy, Debug)]
pub struct GoesQuiet {
    /// Who.
    pub person: PersonId,
    /// How it came.
    pub why: Quiet,
}

/// How somebody came to be quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quiet {
    /// They laid down what they held, or were silent for two seasons: what is kept to reach them goes.
    Leaves,
    /// Two people handed over what they held, because they cannot: what could be on a device that was
    /// taken opens no door any more, and the rest waits for them.
    Taken,
}

/// Somebody goes to rest, or comes back (P20).
#[derive(Clone, Copy, Debug)]
pub struct RestChange {
    /// Who.
    pub person: PersonId,
    /// Whether it begins, or how it ended.
    pub turn: RestTurn,
}

/// Whether a rest begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestTurn {
    /// From this minute.
    Begins {
        /// The last day, where one was said.
        until: Option<Day>,
    },
    /// It is over; clocks that waited go on where they stood.
    Ended {
        /// On how many days it lay: so many days later comes whatever waited.
        days: i32,
    },
}

/// Whose times a calendar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// What one person holds and takes part in.
    Person(PersonId),
    /// What a circle does together.
    Circle(CircleId),
}

/// A time for a calendar, with nothing in it that leads to anybody.
#[derive(Clone, Debug)]
pub struct Happening {
    /// Unique and lasting.
    pub uid: String,
    /// What it is called, without a name or a place of anybody.
    pub title: String,
    /// Where, if that is public.
    pub place: String,
    /// From which local time on: the day, hour and minute in the network's zone.
    pub starts: (Day, i8, i8),
    /// How many minutes; 0 where nobody said.
    pub minutes: u16,
    /// The recurrence rule (RFC 5545), where it comes again.
    pub rule: Option<String>,
    /// Days on which it is left out.
    pub except: Vec<Day>,
    /// The last day it can be on.
    pub until: Day,
}

kernel::text_enum!(
    /// A word somebody answers with, by letter or by text.
    AnswerWord {
        /// It is done.
        Done = "done",
        /// Not this time.
        Cant = "cant",
        /// It stays as it is.
        Keep = "keep",
        /// "I can."
        ICan = "i_can",
        /// They rest from this minute.
        Rest = "rest",
        /// They are back.
        Back = "back",
    }
);

/// A thing of the letter that can be answered in a word.
#[derive(Clone, Debug)]
pub struct Answerable {
    /// Which of the practice's things; a word of its own, as in [`Held::id`].
    pub id: String,
    /// The words that mean something here.
    pub words: &'static [AnswerWord],
}
