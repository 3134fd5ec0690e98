//! What neighbours of Rivermouth asked for, and how far each ask has come. Nobody here is real.

use asks::rules::{Channel, Kind, Word};
use web::Lang;

/// One ask of the story.
pub(super) struct Story {
    /// The code it is called by, where the story needs one.
    pub code: Option<&'static str>,
    /// When it came: month, day, hour.
    pub came: (i8, i8, i8),
    /// By when: month and day.
    pub by: Option<(i8, i8)>,
    pub kind: Kind,
    pub area: &'static str,
    pub lang: Lang,
    pub channel: Channel,
    /// The neighbour's own words.
    pub words: &'static str,
    pub contact: &'static str,
    pub place: &'static str,
    /// The words on the board; none while nobody has talked with them.
    pub board: Option<&'static str>,
    /// Who said "I can".
    pub who: Option<&'static str>,
    /// How far it has come.
    pub far: Far,
}

pub(super) enum Far {
    /// On the board, or not yet.
    Waiting,
    Claimed,
    Arranged(&'static str),
    Done(&'static str),
    Told(Word, Option<&'static str>),
    /// Told, and the call after it made.
    CalledAfter(Word, &'static str),
    Unable(&'static str),
}

pub(super) const ASK: Story = Story {
    code: None,
    came: (3, 1, 10),
    by: None,
    kind: Kind::Food,
    area: "North side",
    lang: Lang::En,
    channel: Channel::Phone,
    words: "",
    contact: "",
    place: "",
    board: None,
    who: None,
    far: Far::Waiting,
};

/// What stands in Rivermouth on the morning of Tuesday 10 March.
pub(super) const NOW: &[Story] = &[
    Story {
        code: Some("FERN-42"),
        came: (3, 9, 18),
        by: Some((3, 13)),
        channel: Channel::Text,
        words: "need food for 3, cant leave house, fri",
        contact: "Gus, 555 0142",
        place: "18 Alder St, side door",
        board: Some("Food for 3, by Friday"),
        who: Some("Bo"),
        far: Far::Arranged("Friday after 16:00. I'll ring the side door and say \"delivery\"."),
        ..ASK
    },
    Story {
        code: Some("MOSS-17"),
        came: (3, 8, 14),
        by: Some((3, 12)),
        kind: Kind::Lift,
        area: "East side",
        lang: Lang::Es,
        words: "Tengo cita en la clínica el jueves a las 9 y no hay autobús tan temprano.",
        contact: "Marisol, 555 0177",
        place: "204 Third St, apartment 5",
        board: Some("A lift to the clinic, Thursday 9:00"),
        ..ASK
    },
    Story {
        code: Some("KETTLE-23"),
        came: (3, 7, 11),
        kind: Kind::Repair,
        area: "Old town",
        words: "The heating makes a noise and goes off at night. I am 81 and would rather not call the landlord again.",
        contact: "Mrs Halloran, 555 0119, mornings",
        place: "7 Chapel Lane",
        board: Some("Somebody who knows radiators, an hour or so"),
        ..ASK
    },
    Story {
        code: Some("HERON-61"),
        came: (3, 9, 9),
        by: Some((3, 14)),
        kind: Kind::Things,
        area: "River flats",
        words: "New baby came early. We need nappies, size 1, and a blanket.",
        contact: "Dee, 555 0163",
        place: "River flats, block C, 12",
        board: Some("Nappies size 1 and a warm blanket, by Saturday"),
        ..ASK
    },
    Story {
        code: Some("OLIVE-35"),
        came: (3, 6, 16),
        kind: Kind::Company,
        area: "North side",
        words: "My brother died in January. The evenings are long. Someone to play dominoes?",
        contact: "ring at 33 Alder St after five",
        place: "33 Alder St",
        board: Some("Somebody for dominoes, an evening now and then"),
        ..ASK
    },
    Story {
        code: Some("TULIP-58"),
        came: (3, 8, 10),
        by: Some((3, 16)),
        kind: Kind::Words,
        area: "East side",
        lang: Lang::Es,
        words: "Llegó una carta de la escuela y no la entiendo. ¿Alguien la lee conmigo?",
        contact: "Ana, 555 0151",
        board: Some("Reading a school letter together, in Spanish"),
        ..ASK
    },
    Story {
        code: Some("WILLOW-14"),
        came: (3, 9, 8),
        by: Some((3, 11)),
        kind: Kind::Food,
        area: "River flats",
        words: "Two kids and me, until my pay comes Wednesday.",
        contact: "555 0188, texts are fine",
        place: "River flats, block A, 3",
        board: Some("Groceries for one grown-up and two children"),
        who: Some("Yuki"),
        far: Far::Claimed,
        ..ASK
    },
    Story {
        code: Some("PLANET-77"),
        came: (3, 3, 12),
        kind: Kind::Lift,
        area: "North side",
        words: "A ride home from the hospital, I cannot sit on a bus yet.",
        contact: "Theo, 555 0131",
        place: "County hospital, main door",
        board: Some("A ride home from the hospital"),
        who: Some("Yuki"),
        far: Far::Done("Saturday at 11, main door."),
        ..ASK
    },
    Story {
        code: Some("COMET-29"),
        came: (3, 7, 15),
        words: "Could somebody bring soup, I have the flu.",
        contact: "Lou, 555 0104",
        place: "12 Quay St",
        area: "Old town",
        board: Some("Soup for somebody with the flu"),
        who: Some("Bo"),
        far: Far::Told(
            Word::Partly,
            Some("The soup was good but I had asked for the afternoon."),
        ),
        ..ASK
    },
    Story {
        code: Some("BARLEY-40"),
        came: (3, 9, 20),
        channel: Channel::Text,
        words: "hola necesito ayuda con la renta",
        contact: "555 0170",
        lang: Lang::Es,
        ..ASK
    },
    Story {
        code: Some("PEBBLE-66"),
        came: (3, 10, 8),
        channel: Channel::Page,
        words: "Someone to sit with my dad Thursday while I work, he forgets the stove.",
        contact: "Jo, 555 0112",
        by: Some((3, 12)),
        ..ASK
    },
    Story {
        code: Some("AMBER-19"),
        came: (2, 25, 11),
        kind: Kind::Money,
        words: "The power bill is 96 and they will cut it.",
        contact: "Pat, 555 0126",
        area: "East side",
        board: Some("Help with a power bill"),
        far: Far::Unable(
            "We have no money fund yet. The clinic on Third St helps with power bills on Mondays.",
        ),
        ..ASK
    },
];

/// What came earlier and is told: of most of it only numbers are left by now.
pub(super) const BEFORE: &[(i8, i8, Word)] = &[
    (1, 15, Word::Helped),
    (1, 16, Word::Helped),
    (1, 19, Word::Partly),
    (1, 20, Word::Helped),
    (1, 22, Word::Helped),
    (1, 23, Word::DidntHelp),
    (1, 26, Word::Helped),
    (1, 29, Word::Helped),
    (2, 2, Word::Helped),
    (2, 3, Word::Partly),
    (2, 5, Word::Helped),
    (2, 6, Word::Helped),
    (2, 10, Word::MadeHarder),
    (2, 12, Word::Helped),
    (2, 16, Word::Partly),
    (2, 19, Word::Helped),
    (2, 20, Word::Helped),
    (2, 24, Word::Helped),
];

/// Days on which something was brought and nobody has said how it was.
pub(super) const SILENT: &[(i8, i8)] = &[(1, 21), (1, 28), (2, 4), (2, 11), (2, 18)];
