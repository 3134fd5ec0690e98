//! A few weeks of Rivermouth's life: what neighbours asked, who said "I can", and what only the
//! neighbours could say. Nobody here is real.

use super::{
    Rivermouth,
    stories::{ASK, BEFORE, Far, NOW, SILENT, Story},
};
use crate::Trouble;
use asks::{
    NewAsk,
    play::{Doer, Step, call_it, offer, play, send_texts},
    record,
    rules::{AskId, Channel, Consent, Kind, Word},
};
use kernel::{Day, Moment};
use store::{AnyConnection, Stop};
use web::{House, Lang, Shared};

/// Plays what happened in Rivermouth before the demo begins.
pub fn life(house: &Shared, town: &Rivermouth) -> Result<(), Trouble> {
    house.db.alone(|conn| {
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
        offers(conn, house, town)?;
        newcomers(conn, house, town)
    })?;
    // A night's timers and the sweep, so that what has had its time is gone on the first morning.
    house.db.alone(|conn| {
        for practice in &house.practices {
            practice.timers(conn, house, house.now())?;
        }
        Ok(())
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

/// Farid came along to Wednesday's distro with Bo; two people have left their names.
fn newcomers(conn: &mut AnyConnection, house: &House, town: &Rivermouth) -> Result<(), Stop> {
    let day = |day| Day::new(2026, 3, day).ok_or(Stop::NotThere);
    joining::day_together(conn, house, town.person("Farid")?, day(4)?)?;
    let names = [
        ("Marisol", "555 0163, after six", Lang::Es),
        (
            "Pat from the bakery",
            "at the bakery on Mill Street, mornings",
            Lang::En,
        ),
    ];
    for (name, reach, lang) in names {
        joining::leave_word(conn, house, (name, reach), lang, day(9)?)?;
    }
    Ok(())
}
