//! A few weeks of Rivermouth's life: what neighbours asked, who said "I can", and what only the
//! neighbours could say. Nobody here is real.

use super::Rivermouth;
use crate::Trouble;
use asks::{
    NewAsk,
    play::{Doer, Step, call_it, offer, play, send_texts},
    record,
    rules::{AskId, Channel, Consent, Kind, Word},
};
use diesel::Connection;
use kernel::{Day, Moment};
use store::{AnyConnection, Stop};
use web::{House, Lang, Shared};

/// One ask of the story.
struct Story {
    /// The code it is called by, where the story needs one.
    code: Option<&'static str>,
    /// When it came: month, day, hour.
    came: (i8, i8, i8),
    /// By when: month and day.
    by: Option<(i8, i8)>,
    kind: Kind,
    area: &'static str,
    lang: Lang,
    channel: Channel,
    /// The neighbour's own words.
    words: &'static str,
    contact: &'static str,
    place: &'static str,
    /// The words on the board; none while nobody has talked with them.
    board: Option<&'static str>,
    /// Who said "I can".
    who: Option<&'static str>,
    /// How far it has come.
    far: Far,
}

enum Far {
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

const ASK: Story = Story {
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
const NOW: &[Story] = &[
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
const BEFORE: &[(i8, i8, Word)] = &[
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
const SILENT: &[(i8, i8)] = &[(1, 21), (1, 28), (2, 4), (2, 11), (2, 18)];

/// Plays what happened in Rivermouth before the demo begins.
pub fn life(house: &Shared, town: &Rivermouth) -> Result<(), Trouble> {
    house.db.hands_on(|conn| {
        conn.transaction(|conn| {
            for (month, day, word) in BEFORE {
                let far = match word {
                    Word::Helped => Far::Told(Word::Helped, None),
                    other => Far::CalledAfter(*other, "Fri, as always."),
                };
                earlier(conn, house, town, (*month, *day), far)?;
            }
            for (month, day) in SILENT {
                earlier(
                    conn,
                    house,
                    town,
                    (*month, *day),
                    Far::Done("In the evening."),
                )?;
            }
            send_texts(conn, house)?;
            for story in NOW {
                tell(conn, house, town, story)?;
            }
            offers(conn, house, town)
        })
    })?;
    // A night's timers and the sweep, so that what has had its time is gone on the first morning.
    house.db.hands_on(|conn| {
        conn.transaction(|conn| {
            for practice in &house.practices {
                practice.timers(conn, house, house.now())?;
            }
            Ok::<_, Stop>(())
        })
    })?;
    house.sweep()?;
    Ok(())
}

fn moment(house: &House, (month, day, hour): (i8, i8, i8)) -> Result<Moment, Stop> {
    let day = Day::new(2026, month, day).ok_or(Stop::NotThere)?;
    Ok(house.network().zone.moment(day, hour, 10))
}

fn earlier(
    conn: &mut AnyConnection,
    house: &House,
    town: &Rivermouth,
    (month, day): (i8, i8),
    far: Far,
) -> Result<(), Stop> {
    let story = Story {
        came: (month, day, 10),
        words: "A bag of groceries.",
        contact: "at the door",
        place: "by the bridge",
        board: Some("Groceries"),
        who: Some(if day % 2 == 0 { "Bo" } else { "Yuki" }),
        far,
        ..ASK
    };
    let harder = matches!(story.far, Far::CalledAfter(Word::MadeHarder, _));
    let ask = tell(conn, house, town, &story)?;
    if harder {
        let rosa = shift(town, "Rosa")?;
        let now = moment(house, (month, day + 3, 12))?;
        let wrong = Step::Wrong("The driver said my neighbour's name aloud on the stairs.");
        play(conn, house, ask, &rosa, now, &wrong)?;
        let change = Step::Change(
            "Couriers say only \"delivery\".",
            "Tell whoever goes: at the door say only \"delivery\".",
        );
        play(conn, house, ask, &rosa, now, &change)?;
    }
    Ok(())
}

fn shift(town: &Rivermouth, handle: &str) -> Result<Doer, Stop> {
    Ok(Doer {
        person: town.person(handle)?,
        on_shift: true,
    })
}

fn tell(
    conn: &mut AnyConnection,
    house: &House,
    town: &Rivermouth,
    story: &Story,
) -> Result<AskId, Stop> {
    let came = moment(house, story.came)?;
    let sam = shift(town, "Sam")?;
    let heard = story.board.map(|_| Consent {
        share_words: true,
        ..Consent::default()
    });
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let new = NewAsk {
        words: story.words.to_owned(),
        contact: some(story.contact),
        place: some(story.place),
        by_when: story.by.and_then(|(month, day)| Day::new(2026, month, day)),
        area: if story.board.is_some() {
            story.area.to_owned()
        } else {
            String::new()
        },
        kind: story.board.map(|_| story.kind),
        channel: Some(story.channel),
        lang: Some(story.lang),
        text_ok: true,
        heard,
        recorded_by: (story.channel != Channel::Page).then_some(sam.person),
        ..NewAsk::default()
    };
    let ask = record(conn, house, new, came)?;
    if let Some(code) = story.code {
        call_it(conn, ask, code)?;
    }
    let Some(board) = story.board else {
        return Ok(ask);
    };
    let at = |hours: i64| came.plus_hours(hours);
    play(conn, house, ask, &sam, at(1), &Step::Publish(board))?;
    if let Far::Unable(reason) = story.far {
        play(conn, house, ask, &sam, at(20), &Step::Unable(reason))?;
        return Ok(ask);
    }
    let Some(who) = story.who else {
        return Ok(ask);
    };
    let goes = Doer {
        person: town.person(who)?,
        on_shift: false,
    };
    play(conn, house, ask, &goes, at(12), &Step::Claim)?;
    let (plan, word, answer, called) = match &story.far {
        Far::Waiting | Far::Claimed | Far::Unable(_) => return Ok(ask),
        Far::Arranged(plan) => {
            play(conn, house, ask, &goes, at(13), &Step::Plan(plan))?;
            return Ok(ask);
        }
        Far::Done(plan) => (*plan, None, None, false),
        Far::Told(word, answer) => ("Tomorrow at noon.", Some(*word), *answer, false),
        Far::CalledAfter(word, plan) => (*plan, Some(*word), None, true),
    };
    play(conn, house, ask, &goes, at(13), &Step::Plan(plan))?;
    play(conn, house, ask, &goes, at(30), &Step::Done)?;
    if let Some(word) = word {
        play(conn, house, ask, &sam, at(40), &Step::Word(word, answer))?;
    }
    if called {
        play(conn, house, ask, &sam, at(60), &Step::FollowUp)?;
    }
    Ok(ask)
}

fn offers(conn: &mut AnyConnection, house: &House, town: &Rivermouth) -> Result<(), Stop> {
    let now = moment(house, (3, 1, 9))?;
    let all = [
        (
            "Bo",
            Kind::Food,
            "North side",
            "a grocery run, Tuesdays and Fridays",
        ),
        ("Bo", Kind::Lift, "", "the van, most mornings"),
        ("Yuki", Kind::Lift, "", "a small car, evenings"),
        ("Hana", Kind::Company, "North side", "an evening a week"),
        (
            "Mateo",
            Kind::Words,
            "",
            "letters and forms, English and Spanish",
        ),
        (
            "Omar",
            Kind::Repair,
            "Old town",
            "radiators, taps, bicycles",
        ),
        ("Rosa", Kind::Things, "", "children's things"),
    ];
    for (who, kind, area, words) in all {
        offer(conn, house, town.person(who)?, (kind, area, words), now)?;
    }
    Ok(())
}
