//! Its place on the Today page, and what somebody holds.

use crate::{
    book::Book,
    deeds::{choose, shadow},
    rules::{Kind, Stage, Term, TermId, TermStage},
    tables::{self, ChoosingId, ChoosingRow},
    words,
};
use kernel::{Member, PersonId, Role as Power};
use store::Stop;
use web::{AnswerWord, Answerable, Disposition, Held, HeldKind, Item, Room, TodayShare};

const YES_OR_NO: &[AnswerWord] = &[AnswerWord::ICan, AnswerWord::Cant];

/// A yes or a no in a word, by letter or text: to being proposed or drawn, or to learning a role.
pub(crate) fn hear(room: &mut Room<'_>, about: &str, word: AnswerWord) -> Result<bool, Stop> {
    let yes = match word {
        AnswerWord::ICan => true,
        AnswerWord::Cant => false,
        _ => return Ok(false),
    };
    if let Some(id) = about.strip_prefix("choosing:").and_then(ChoosingId::parse) {
        choose::answer(room, id, yes)?;
    } else if let Some(id) = about.strip_prefix("shadow:").and_then(TermId::parse) {
        shadow::answer(room, id, yes)?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if !me.standing.reads_as_member() || me.circles.is_empty() {
        return Ok(share);
    }
    let book = Book::read(room.conn, room.house, room.now)?;
    hand_overs(room, &book, me, &mut share)?;
    if me.is_resting() {
        return Ok(share);
    }
    for row in tables::choosings(room.conn, me.network)? {
        if me.circles.contains(&row.circle_id) {
            asked(room, &book, me, &row, &mut share)?;
        }
    }
    for term in book.terms.iter().filter(|term| term.stands(room.now)) {
        if term.shadow_asked() == Some(me.id) && me.circles.contains(&term.circle) {
            let words = room.tongue.say("roles-today-shadow").to_owned();
            share.yours.push(Item {
                answer: Some(Answerable {
                    id: format!("shadow:{}", term.id),
                    words: YES_OR_NO,
                }),
                ..role_item(room, &book, term, words)?
            });
        }
    }
    without_shadow(room, &book, me, &mut share)?;
    Ok(share)
}

/// "Aid: steward".
fn title_of(room: &Room<'_>, book: &Book, role: crate::rules::RoleId) -> Result<String, Stop> {
    let written = book.role(role)?;
    let name = words::of(room.house, &room.tongue, written)?.name;
    let circle = book.circle(written.role.circle)?.name.clone();
    let said = [("role", name.into()), ("circle", circle.into())];
    Ok(room.tongue.tell("roles-role-of", &said))
}

fn role_item(room: &Room<'_>, book: &Book, term: &Term, words: String) -> Result<Item, Stop> {
    let title = title_of(room, book, term.role)?;
    Ok(Item::new(title, words, format!("/roles/{}", term.role)).titled_in_letters())
}

/// A role that ends soon, for its holder, whoever learns it, and whoever looks after the circle.
fn hand_overs(
    room: &mut Room<'_>,
    book: &Book,
    me: &Member,
    share: &mut TodayShare,
) -> Result<(), Stop> {
    for term in &book.terms {
        let after = book.terms.iter().any(|next| {
            next.role == term.role && next.person == term.person && next.from >= term.to
        });
        if book.stage(term) != TermStage::HandingOver || after {
            continue;
        }
        let day = [("day", term.last.into())];
        if term.person == me.id {
            let words = room.tongue.tell("roles-today-yours-ends", &day);
            share.yours.push(role_item(room, book, term, words)?);
        } else if term.shadow() == Some(me.id) {
            let words = room.tongue.tell("roles-today-shadow-ends", &day);
            share.yours.push(role_item(room, book, term, words)?);
        } else if me.holds(Power::Steward, term.circle) && !me.is_resting() {
            let words = room.tongue.tell("roles-today-ends", &day);
            share.ours.push(role_item(room, book, term, words)?);
        }
    }
    Ok(())
}

/// What a choosing asks of this person.
fn asked(
    room: &mut Room<'_>,
    book: &Book,
    me: &Member,
    row: &ChoosingRow,
    share: &mut TodayShare,
) -> Result<(), Stop> {
    let is_candidate = row.candidate_id == Some(me.id);
    let (yours, key) = match row.stage {
        Stage::Asked if is_candidate && row.said_yes_on.is_none() => (true, "roles-today-proposed"),
        Stage::Drawn if is_candidate => (true, "roles-today-drawn"),
        Stage::Asked if !is_candidate && !spoke(room, me, row)? => match row.kind {
            Kind::Extension => (false, "roles-today-extension"),
            _ => (false, "roles-today-consent"),
        },
        Stage::Silent if !tables::nominators(room.conn, row)?.contains(&me.id) => {
            (false, "roles-today-nominate")
        }
        Stage::Gathering if !tables::pool(room.conn, row)?.contains(&me.id) => {
            (false, "roles-today-willing")
        }
        _ => return Ok(()),
    };
    let title = title_of(room, book, row.role_id)?;
    let words = room.tongue.say(key).to_owned();
    let item = Item {
        answer: yours.then(|| Answerable {
            id: format!("choosing:{}", row.id),
            words: YES_OR_NO,
        }),
        ..Item::new(title, words, format!("/choosings/{}", row.id)).titled_in_letters()
    };
    match yours {
        true => share.yours.push(item),
        false => share.ours.push(item),
    }
    Ok(())
}

fn spoke(room: &mut Room<'_>, me: &Member, row: &ChoosingRow) -> Result<bool, Stop> {
    let asked = choose::asked(room.conn, row)?;
    Ok(asked.is_none_or(|asked| !asked.waits_for().contains(&me.id)))
}

/// "No shadow yet", once a circle, for whoever looks after it: on the page and in no letter.
fn without_shadow(
    room: &mut Room<'_>,
    book: &Book,
    me: &Member,
    share: &mut TodayShare,
) -> Result<(), Stop> {
    for circle in &book.circles {
        if !me.holds(Power::Steward, circle.id) {
            continue;
        }
        let mut names = Vec::new();
        for written in book.of_circle(circle.id) {
            if book.lacks_shadow(&written.role) {
                names.push(words::of(room.house, &room.tongue, written)?.name);
            }
        }
        if names.is_empty() {
            continue;
        }
        let said = [("circle", (&circle.name).into())];
        let title = room.tongue.tell("roles-of-circle", &said);
        let said = [("roles", names.join(", ").into())];
        let words = room.tongue.tell("roles-today-no-shadow", &said);
        share.ours.push(Item {
            quiet: true,
            ..Item::new(title, words, format!("/circles/{}/roles", circle.id))
        });
    }
    Ok(())
}

/// Every role somebody holds or will hold.
pub(crate) fn held(room: &mut Room<'_>, by: PersonId) -> Result<Vec<Held>, Stop> {
    const MAY: &[Disposition] = &[Disposition::Successor, Disposition::Circle];
    let book = Book::read(room.conn, room.house, room.now)?;
    let mut all: Vec<Held> = Vec::new();
    for term in book.terms.iter().filter(|term| term.stands(room.now)) {
        // A term and the one after it are one thing to lay down.
        let id = format!("/roles/{}", term.role);
        if term.person != by || all.iter().any(|held| held.href == id) {
            continue;
        }
        all.push(Held {
            id: format!("role:{}", term.id),
            kind: HeldKind::Role,
            title: title_of(room, &book, term.role)?,
            href: id,
            circle: Some(term.circle),
            suggested: term.shadow(),
            may: MAY,
        });
    }
    Ok(all)
}
