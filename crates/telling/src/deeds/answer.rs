//! What somebody answers to a letter, or says by text: the same deeds as on their page, with the
//! same refusals, as that person and no more. Nothing that asks for a new proof can be done so,
//! because nobody here has shown that it is them.

use crate::{
    inbound::Incoming,
    letter,
    rules::{self, LetterKind, Meant, TellingRefusal, hears, same_address},
    tables::{self, AnswerableRow, Asked, Relayed},
};
use diesel::Connection;
use kernel::{PersonId, Refusal, Viewer};
use store::{AnyConnection, Stop};
use web::{House, Known, Room};

/// Hears an answer that came by mail. What is not somebody's own answer to their own letter does
/// nothing, and nothing is said of it.
pub(crate) fn hear(conn: &mut AnyConnection, house: &House, came: &Incoming) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    if came.automatic {
        return Ok(());
    }
    let Some(row) = tables::answerable_at(conn, house, &came.token, today)? else {
        return Ok(());
    };
    let Some(known) = who_may_answer(conn, house, row.person_id)? else {
        return Ok(());
    };
    let Some(to) = confirmed_address(conn, house, &known)? else {
        return Ok(());
    };
    // A letter that was passed on can be answered by nobody else.
    if same_address(&came.from) != same_address(&to) {
        return Ok(());
    }
    let mut asked = row.opened(&house.vault)?;
    if !asked.hears(&came.message) {
        return Ok(());
    }
    let meant = rules::read(rules::own_lines(&came.text))
        .and_then(|said| rules::meant(&said, &asked.words()));
    let tongue = house.tongues.of(known.lang.unwrap_or(web::Lang::En));
    let mut sentences = Vec::new();
    match meant {
        Err(rules::Unclear) => {
            let once = !tables::told_today(conn, &row, today)?;
            sentences.extend(once.then(|| tongue.say("answer-unclear").to_owned()));
        }
        Ok(all) => {
            for meant in all {
                if let Err(sentence) = take_word(conn, house, row.person_id, &mut asked, meant)? {
                    sentences.push(tongue.message(&sentence));
                }
            }
            // However often they try, nobody's mail is filled.
            let mark = house
                .vault
                .mark(&network.id, "answered", &row.person_id.to_string())?;
            if !sentences.is_empty() && !house.link_attempts.allow(&mark, house.now()) {
                sentences.clear();
            }
        }
    }
    tables::heard(conn, &house.vault, &row, &asked)?;
    if !sentences.is_empty() {
        let letter = letter::answered(house, &tongue, to, sentences)?;
        let of = (row.person_id, LetterKind::Answer);
        tables::put(conn, house, of, &letter, house.now())?;
    }
    Ok(())
}

/// Whoever gets letters can answer, and whoever rests or is quiet can come back.
fn who_may_answer(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<Option<Known>, Stop> {
    let known = people::known_of(conn, house, person, house.now())?;
    Ok(known.filter(|known| hears(known.member.standing) || known.member.is_resting()))
}

fn confirmed_address(
    conn: &mut AnyConnection,
    house: &House,
    known: &Known,
) -> Result<Option<String>, Stop> {
    let me = &known.member;
    if !tables::is_confirmed(conn, me.network, me.id)? {
        return Ok(None);
    }
    let Some(row) = tables::telling_of(conn, me.network, me.id)? else {
        return Ok(None);
    };
    let viewer = Viewer::Member(Box::new(me.clone()));
    let address = row.address(&house.vault)?;
    Ok(address.seen_by(&viewer).cloned().flatten())
}

/// Does what one word means, or says why not; what is refused is undone, and the others stand.
fn take_word(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
    asked: &mut Asked,
    (about, word): Meant,
) -> Result<Result<(), kernel::Message>, Stop> {
    let thing = about.and_then(|at| asked.things.get_mut(at));
    let about = thing.as_ref().map(|thing| thing.id.clone());
    // Said before in another message; where that cannot be done twice, it is done.
    let again = thing
        .as_ref()
        .is_some_and(|thing| thing.said.as_deref() == Some(word.as_str()));
    let done = conn.transaction(|conn| {
        let known = who_may_answer(conn, house, person)?.ok_or(Stop::NotThere)?;
        let rests = known.member.is_resting();
        if about.is_none() && rests == (word == web::AnswerWord::Rest) {
            // Resting already, or here already: what they wrote on their page stays.
            return Ok(());
        }
        let mut room = Room::of_person(conn, house, known)?;
        room.hear_answer(about.as_deref().unwrap_or_default(), word)
    });
    match done {
        Ok(()) => {
            if let Some(thing) = thing {
                thing.said = Some(word.as_str().to_owned());
            }
            Ok(Ok(()))
        }
        Err(Stop::Refused(_) | Stop::NotThere) if again => Ok(Ok(())),
        Err(Stop::Refused(refusal)) => Ok(Err(refusal.message())),
        Err(Stop::NotThere | Stop::SignIn) => Ok(Err(TellingRefusal::AnswerTooLate.message())),
        Err(Stop::ProveAgain) => Ok(Err(TellingRefusal::OnYourPage.message())),
        Err(broken @ Stop::Broken(_)) => Err(broken),
    }
}

/// A word of somebody's that came by text, typed by whoever is on shift: all of it is done, or none.
/// The shift learns nothing of what it is about, and not why it cannot be done; whose word it is
/// reads on their page that it came.
pub(crate) fn by_text(room: &mut Room<'_>, who: &str, said: &str) -> Result<(), Stop> {
    let said = rules::read(said.lines()).map_err(|_| TellingRefusal::TextUnclear)?;
    let (house, network, today) = (room.house, room.network.id, room.today);
    let found = people::person_with_handle(room.conn, &house.vault, network, who)?;
    let person = found.ok_or(TellingRefusal::NobodyByThatName)?;
    who_may_answer(room.conn, house, person)?.ok_or(TellingRefusal::NobodyByThatName)?;
    let row: Option<AnswerableRow> = tables::last_answerable(room.conn, network, person, today)?;
    let mut asked = match &row {
        Some(row) => row.opened(&house.vault)?,
        None => Asked::default(),
    };
    let meant = rules::meant(&said, &asked.words()).map_err(|_| TellingRefusal::TextNotDone)?;
    for meant in meant {
        let (about, word) = meant;
        take_word(room.conn, house, person, &mut asked, meant)?
            .map_err(|_| TellingRefusal::TextNotDone)?;
        let href = about.and_then(|at| asked.things.get(at));
        let relayed = Relayed {
            word: word.as_str().to_owned(),
            href: href.map_or_else(|| "/rest".to_owned(), |thing| thing.href.clone()),
        };
        tables::relay(room.conn, house, person, &relayed, today)?;
    }
    match row {
        Some(row) => tables::heard(room.conn, &house.vault, &row, &asked),
        None => Ok(()),
    }
}
