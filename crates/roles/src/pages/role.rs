//! A role: what it is for, who holds it until when, who learns it alongside, how it is chosen.

use super::{
    Names, PersonLine, coverage, day_typed, everybody, nudges, people_of, term_line, who_holds,
};
use crate::{
    book::Book,
    deeds::{self, choose, choose::Opening, hold, shadow},
    rules::{Kind, RoleId, Stage, Term, TermId, TermStage},
    sight, tables, words,
};
use askama::Template;
use kernel::{Audience, Member, PersonId};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/roles/{id}", page),
        Route::deed_on("/roles/{id}/shadow", learn),
        Route::deed_on("/roles/{id}/choose", open),
    ]
}

/// One term, with what this viewer can do about it.
struct TermLine {
    id: String,
    person: String,
    words: String,
    /// Who learns it alongside, in a sentence.
    shadow: Option<String>,
    can_step_in: bool,
    can_ask: bool,
    is_asked: bool,
    can_step_out: bool,
    mine: bool,
    can_end: bool,
    can_extend: bool,
}

struct OpenChoosing {
    id: String,
    words: String,
}

#[derive(Template)]
#[template(path = "role.html")]
struct RolePage {
    frame: Frame,
    id: String,
    circle: String,
    circle_id: String,
    words: words::Words,
    rules: Vec<String>,
    terms: Vec<TermLine>,
    hidden: bool,
    coverage: String,
    nudges: Vec<String>,
    mine: bool,
    steward: bool,
    people: Option<Vec<PersonLine>>,
    choosings: Vec<OpenChoosing>,
    can_open: bool,
    audience: AudienceLine,
    circle_audience: AudienceLine,
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = deeds::reads(room)?;
    let id = RoleId::parse(id).ok_or(Stop::NotThere)?;
    let book = Book::read(room.conn, room.house, room.now)?;
    let written = book.role(id)?;
    let role = &written.role;
    let circle = book.circle(role.circle)?.clone();
    let tongue = room.tongue.clone();
    let mut words = words::of(room.house, &tongue, written)?;
    let mine = sight::within(circle.id).includes(&room.viewer);
    let steward = people::looks_after(room.conn, &me, circle.id, room.now)?;
    if !mine {
        words.opens.clear();
    }
    let names = Names::of(room, &everybody(&book, &[id]))?;
    let mut terms = Vec::new();
    for term in book.standing(id) {
        terms.extend(line(room, &book, term, &names, (&me, mine, steward)));
    }
    let all = tables::choosings(room.conn, me.network)?;
    let here: Vec<_> = all.iter().filter(|row| row.role_id == id).collect();
    let can_open = mine && !here.iter().any(|row| row.stage != Stage::Chosen);
    let choosings = here
        .iter()
        .filter(|row| mine || row.kind == Kind::Lot)
        .map(|row| OpenChoosing {
            id: row.id.to_string(),
            words: tongue.say(super::choosing::stage_words(row)).to_owned(),
        })
        .collect();
    let people = match mine {
        true => people_of(room, circle.id)?,
        false => Some(Vec::new()),
    };
    let rules = rules(room, &book, id)?;
    room.page(&RolePage {
        frame: room.frame(words.name.clone()),
        id: id.to_string(),
        circle_id: circle.id.to_string(),
        circle: circle.name,
        words,
        rules,
        terms,
        hidden: !who_holds(room, circle.id).includes(&room.viewer),
        coverage: coverage(room, &book, written),
        nudges: nudges(room, &book, written, &names),
        mine,
        steward,
        people,
        choosings,
        can_open,
        audience: AudienceLine::new(&tongue, Audience::Network, "audience-roles"),
        circle_audience: AudienceLine::new(&tongue, Audience::Circle, "audience-roles-circle"),
    })
}

/// How long, how often, and what not to hold as well.
fn rules(room: &Room<'_>, book: &Book, id: RoleId) -> Result<Vec<String>, Stop> {
    let tongue = &room.tongue;
    let role = &book.role(id)?.role;
    let mut all = vec![
        tongue.tell("roles-rule-months", &[("n", i64::from(role.months).into())]),
        tongue.tell(
            "roles-rule-running",
            &[("n", i64::from(role.most_running).into())],
        ),
    ];
    let mut apart = Vec::new();
    for other in &book.roles {
        if other.role.id != id && role.apart_from(&other.role) {
            let name = words::of(room.house, tongue, other)?.name;
            let circle = &book.circle(other.role.circle)?.name;
            apart.push(format!("{name} ({circle})"));
        }
    }
    if !apart.is_empty() {
        let said = [("roles", apart.join(", ").into())];
        all.push(tongue.tell("roles-rule-apart", &said));
    }
    Ok(all)
}

fn line(
    room: &Room<'_>,
    book: &Book,
    term: &Term,
    names: &Names,
    (me, mine, steward): (&Member, bool, bool),
) -> Option<TermLine> {
    let words = term_line(room, book, term, names)?;
    let who = who_holds(room, term.circle);
    let (shadow, asked) = (term.shadow(), term.shadow_asked());
    let told = match (shadow, asked) {
        (Some(person), _) => Some(("roles-shadow-is", person)),
        // Who was asked and has not answered is for the circle.
        (None, Some(person)) if mine => Some(("roles-shadow-asked", person)),
        _ => None,
    };
    let holds = term.person == me.id;
    let is_me = |person: Option<PersonId>| person == Some(me.id);
    let extendable = book.stage(term) == TermStage::HandingOver
        && hold::extendable(book, (term.role, term.person), room.now).is_ok();
    Some(TermLine {
        id: term.id.to_string(),
        person: term.person.to_string(),
        words,
        shadow: told.map(|(key, person)| {
            let name = names.called(room, person, &who);
            room.tongue.tell(key, &[("name", name.into())])
        }),
        can_step_in: mine && !holds && shadow.is_none() && !me.is_resting(),
        can_ask: (holds || (steward && mine)) && shadow.is_none() && asked.is_none(),
        is_asked: is_me(asked),
        can_step_out: is_me(shadow) || (holds && shadow.or(asked).is_some()),
        mine: holds,
        can_end: holds || steward,
        can_extend: mine && extendable,
    })
}

fn learn(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    let role = RoleId::parse(id).ok_or(Stop::NotThere)?;
    let term = TermId::parse(typed.text("term")).ok_or(Stop::NotThere)?;
    match typed.text("do") {
        "in" => shadow::step_in(room, term)?,
        "out" => shadow::step_out(room, term)?,
        "yes" => shadow::answer(room, term, true)?,
        "no" => shadow::answer(room, term, false)?,
        "ask" => {
            let book = Book::read(room.conn, room.house, room.now)?;
            let circle = book.role(role)?.role.circle;
            deeds::in_circle(room, circle)?;
            let person = deeds::somebody_of(room, circle, typed, "person")?;
            shadow::ask(room, term, person)?;
        }
        _ => return Err(Stop::NotThere),
    }
    Ok(Reply::go(format!("/roles/{role}?said=saved")))
}

fn open(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deeds::reads(room)?;
    let role = RoleId::parse(id).ok_or(Stop::NotThere)?;
    let book = Book::read(room.conn, room.house, room.now)?;
    let circle = book.role(role)?.role.circle;
    deeds::in_circle(room, circle)?;
    let kind = Kind::parse(typed.text("kind")).ok_or(Stop::NotThere)?;
    let candidate = match kind {
        Kind::Consent | Kind::Extension => Some(deeds::somebody_of(room, circle, typed, "person")?),
        Kind::Selection | Kind::Lot => None,
    };
    let opening = Opening {
        kind,
        candidate,
        last: day_typed(typed, "last")?,
    };
    let choosing = choose::open(room, role, &opening)?;
    Ok(Reply::go(format!("/choosings/{choosing}")))
}
