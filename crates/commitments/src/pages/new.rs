//! Offering something: one concrete thing, to whom, how much, how often, and when to look at it again.

use super::{
    rhythm::{days, everies, when_typed},
    words::{self, Choice},
};
use crate::{
    deeds::{
        self,
        offer::{NewCommitment, usual_review},
    },
    rules::{Clause, CommitmentId, CommitmentRefusal as No, Kind, Sight},
    tables::{OfferWord, Party},
};
use ::rhythm::Recurrence;
use askama::Template;
use jiff::civil::Weekday;
use kernel::{Audience, Day, PersonId};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/commitments/new", page),
        Route::deed("/commitments/new", offer),
    ]
}

#[derive(Template)]
#[template(path = "commitment_new.html")]
struct New {
    frame: Frame,
    before: String,
    words: String,
    much: String,
    from: Vec<Choice>,
    to: Vec<Choice>,
    kinds: Vec<Choice>,
    fits: Vec<Choice>,
    areas: Vec<Choice>,
    every: Vec<Choice>,
    days: Vec<Choice>,
    clock: String,
    rule: String,
    today: String,
    review_on: String,
    audience: AudienceLine,
    refusal: Option<String>,
    /// What was typed before a refusal, to be shown again.
    typed: Typed,
}

/// What a form starts from: what was typed, or what stands.
#[derive(Default)]
pub(super) struct Begun<'a> {
    pub typed: Option<&'a Typed>,
    pub before: Option<CommitmentId>,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let before = room
        .visit
        .param("before")
        .and_then(|id| CommitmentId::parse(&id));
    let form = form(
        room,
        &Begun {
            typed: None,
            before,
        },
    )?;
    room.page(&form)
}

fn form(room: &mut Room<'_>, begun: &Begun<'_>) -> Result<New, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() && me.liaison_of.is_empty() {
        return Err(Stop::NotThere);
    }
    let tongue = room.tongue.clone();
    let empty = Typed::default();
    let typed = begun.typed.unwrap_or(&empty);
    let typed_or = |name: &str, other: String| match begun.typed {
        Some(typed) => typed.text(name).to_owned(),
        None => other,
    };
    // A change begins with what stands.
    let treasury = deeds::treasury(room)?;
    let old = begun
        .before
        .map(|id| deeds::as_giver(room, id))
        .transpose()?;
    let said = old
        .as_ref()
        .map(|row| row.said(&room.house.vault, treasury))
        .transpose()?;
    let said = said.as_ref().and_then(|said| said.seen_by(&room.viewer));
    let old_when = old.as_ref().and_then(|row| row.recurrence());
    let old_days: Vec<Weekday> = old_when
        .as_ref()
        .map(Recurrence::weekdays)
        .unwrap_or_default();
    let old_every = if old_when.is_some() { "1" } else { "" };
    let mut from = vec![(Party::Person(me.id), tongue.say("commit-me").to_owned())];
    let mut to = Vec::new();
    let network = Party::Network(me.network);
    for circle in people::circles(room.conn, me.network)? {
        let party = Party::Circle(circle.id);
        if deeds::speaks_for(room, party)? {
            from.push((party, circle.name.clone()));
        }
        to.push((party, circle.name));
    }
    for (id, name) in people::organisations(room.conn, me.network)? {
        if me.liaison_of.contains(&id) {
            from.push((Party::Organisation(id), name));
        }
    }
    to.push((network, room.network.name.clone()));
    let chosen_from = typed_or(
        "from",
        old.as_ref()
            .map(|row| row.from().value())
            .unwrap_or_default(),
    );
    // Whoever comes from a circle's page offers it to that circle.
    let asked = Party::parse(&room.visit.param("to").unwrap_or_default());
    let asked = asked.filter(|party| matches!(party, Party::Circle(_)));
    let stands = old.as_ref().map(|row| row.to()).or(asked);
    let chosen_to = typed_or("to", stands.map(|to| to.value()).unwrap_or_default());
    if let Some(Party::Person(person)) = Party::parse(&chosen_to) {
        let name = words::called(room, person)?;
        to.push((Party::Person(person), name));
    }
    let parties = |all: Vec<(Party, String)>, chosen: &str| -> Vec<Choice> {
        all.into_iter()
            .map(|(party, words)| Choice {
                chosen: party.value() == chosen,
                value: party.value(),
                words,
            })
            .collect()
    };
    let kind = typed_or(
        "kind",
        old.as_ref()
            .map(|row| row.kind.as_str().to_owned())
            .unwrap_or_default(),
    );
    let fits = typed_or(
        "fits",
        old.as_ref()
            .and_then(|row| row.fits)
            .map(|fits| fits.as_str().to_owned())
            .unwrap_or_default(),
    );
    let area = typed_or(
        "area",
        old.as_ref().map(|row| row.area.clone()).unwrap_or_default(),
    );
    let every = typed_or("every", old_every.to_owned());
    let clock = typed_or(
        "clock",
        old.as_ref()
            .and_then(|row| row.clock.clone())
            .unwrap_or_default(),
    );
    let areas = people::network_row(room.conn, me.network)?;
    Ok(New {
        before: begun.before.map(|id| id.to_string()).unwrap_or_default(),
        words: typed_or(
            "words",
            said.map(|said| said.words.clone()).unwrap_or_default(),
        ),
        much: typed_or(
            "much",
            said.and_then(|said| said.much.clone()).unwrap_or_default(),
        ),
        from: parties(from, &chosen_from),
        to: parties(to, &chosen_to),
        kinds: Kind::ALL
            .iter()
            .map(|k| Choice {
                value: k.as_str().to_owned(),
                words: words::kind(&tongue, *k).to_owned(),
                chosen: k.as_str() == kind,
            })
            .collect(),
        fits: OfferWord::ALL
            .iter()
            .map(|k| Choice {
                value: k.as_str().to_owned(),
                words: tongue.say(&format!("kind-{}", k.as_str())).to_owned(),
                chosen: k.as_str() == fits,
            })
            .collect(),
        areas: areas
            .area_names()
            .map(|name| Choice {
                value: name.to_owned(),
                words: name.to_owned(),
                chosen: name == area,
            })
            .collect(),
        every: everies(&tongue, &every),
        days: days(&tongue, typed, &old_days),
        clock,
        rule: typed_or("rule", String::new()),
        today: room.today.to_string(),
        review_on: typed_or("review_on", usual_review(room.today).to_string()),
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-commitment"),
        refusal: None,
        typed: typed.clone(),
        frame: room.frame(tongue.say(match begun.before {
            Some(_) => "commitment-change-title",
            None => "commitment-new-title",
        })),
    })
}

/// A receiver chosen from the list, or somebody typed by the name they go by here.
fn receiver(room: &mut Room<'_>, typed: &Typed) -> Result<Party, Stop> {
    if let Some(name) = typed.some("to_person") {
        let vault = &room.house.vault;
        let found: Option<PersonId> =
            people::person_with_handle(room.conn, vault, room.network.id, name)?;
        return Ok(Party::Person(found.ok_or(No::ReceiverNeeded)?));
    }
    Party::parse(typed.text("to")).ok_or_else(|| No::ReceiverNeeded.into())
}

fn day_typed(typed: &Typed, name: &str, otherwise: Day) -> Result<Day, No> {
    match typed.some(name) {
        None => Ok(otherwise),
        Some(text) => Day::parse(text).ok_or(No::DayNotUnderstood),
    }
}

fn clause(typed: &Typed) -> Result<Option<(&str, Clause)>, No> {
    let numbers = ["wakes_people", "wakes_hours", "wakes_uses"].map(|name| typed.text(name));
    match (
        typed.some("wakes_when"),
        numbers.iter().all(|text| text.is_empty()),
    ) {
        (None, true) => Ok(None),
        (None, false) => Err(No::ClauseWithoutCondition),
        (Some(when), _) => Ok(Some((
            when,
            Clause::typed(numbers[0], numbers[1], numbers[2])?,
        ))),
    }
}

fn make(room: &mut Room<'_>, typed: &Typed) -> Result<CommitmentId, Stop> {
    let me = room.member()?;
    typed.at_most("much", 80)?;
    typed.at_most("wakes_when", 200)?;
    let from = match typed.some("from") {
        None => Party::Person(me.id),
        Some(text) => Party::parse(text).ok_or(No::NotYoursToSpeakFor)?,
    };
    let start = day_typed(typed, "start", room.today)?.max(room.today);
    let review_on = day_typed(typed, "review_on", usual_review(start))?;
    let new = NewCommitment {
        from,
        to: receiver(room, typed)?,
        kind: Kind::parse(typed.text("kind")).unwrap_or(Kind::ShowUp),
        fits: OfferWord::parse(typed.text("fits")),
        area: typed.at_most("area", 60)?,
        words: typed.text("words"),
        much: typed.some("much"),
        when: when_typed(typed, start)?,
        start,
        review_on,
        sight: match typed.ticked("network") {
            true => Sight::Network,
            false => Sight::Sides,
        },
        wakes: clause(typed)?,
        before: CommitmentId::parse(typed.text("before")),
    };
    deeds::offer::offer(room, &new)
}

fn offer(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() && me.liaison_of.is_empty() {
        return Err(Stop::NotThere);
    }
    match make(room, typed) {
        Ok(id) => Ok(Reply::go(format!("/commitments/{id}?said=commit-offered"))),
        // The form again, with the sentence above it and everything as it was typed.
        Err(Stop::Refused(refusal)) => {
            let before = CommitmentId::parse(typed.text("before"));
            let begun = Begun {
                typed: Some(typed),
                before,
            };
            let mut again = form(room, &begun)?;
            again.refusal = Some(room.tongue.message(&refusal.message()));
            room.page_with(refusal.status(), &again)
        }
        Err(other) => Err(other),
    }
}
