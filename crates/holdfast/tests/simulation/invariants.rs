//! What holds after every step. Each is a function of what was seen, and says what is wrong with it.

use crate::{
    agreed::{NEVER_SAID, of_somebody, without_markup},
    journal::Journal,
    seen::{Id, Line, NOBODY, NONE, QUIET, Seen},
};
use std::collections::{BTreeMap, BTreeSet};

pub use crate::kept::{kept_until, nothing_stays_past_its_day};

/// P1, as it is written: days of silence until a buddy is asked, until others plan without it, and
/// until what was set aside goes; days to hand something over; askings a day.
const BUDDY_DAYS: i64 = 20;
const SET_ASIDE_DAYS: i64 = 60;
const KEPT_ASIDE_DAYS: i64 = 365;
const HAND_OVER_DAYS: i64 = 14;
const ASKS_A_DAY: usize = 3;

const LIVING: &[&str] = &["active", "awaiting_word", "buddy_asked", "handing_over"];

fn short(id: Id) -> String {
    id[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// §1.2: every promise has a day, and none stands past it without having moved on. Looked at when the
/// timers have run.
pub fn no_duty_without_a_date(before: &Seen, now: &Seen) -> Vec<String> {
    let today = i64::from(now.today.0);
    let mut wrong = Vec::new();
    for line in &now.commitments {
        let (since, review) = (line.one, line.three);
        // Clocks wait while its giver rests, and while everybody does (P20); what ended in this minute
        // is looked at in the next.
        let waits = [before, now]
            .iter()
            .any(|seen| seen.standing(line.of()) == Some("resting") || seen.season_over(line.to()));
        let moved_on = match line.word.as_str() {
            "offered" | "active" => today <= review,
            "awaiting_word" => today < since + BUDDY_DAYS,
            "buddy_asked" => today < since + SET_ASIDE_DAYS,
            "handing_over" => today < since + HAND_OVER_DAYS,
            "set_aside" => today <= since + KEPT_ASIDE_DAYS + 1,
            _ => true,
        };
        if review <= 0 || since <= 0 {
            wrong.push(format!("a commitment without a date: {}", line.word));
        } else if !moved_on && !waits {
            let id = short(line.id());
            wrong.push(format!("commitment {id} stands past its day: {line:?}"));
        }
    }
    let days = [
        ("place", &now.places, 1),
        ("rest season", &now.seasons, 1),
        ("buddies", &now.buddies, 0),
        ("pod", &now.pods, 0),
        ("practice", &now.practices, 1),
        ("choosing", &now.choosings, 0),
    ];
    for (what, lines, nth) in days {
        for line in lines {
            let day = [line.one, line.two][nth];
            // Night takes what ended today or yesterday.
            let living = !matches!(line.word.as_str(), "over" | "called_off");
            if day <= 0 || (living && day < today - 1) {
                wrong.push(format!("{what} past its day or without: {line:?}"));
            }
        }
    }
    for line in &now.roles {
        // A day after its last minute it is gone.
        if line.two <= 0 || line.two < now.now.0 - 2 * 86_400 {
            wrong.push(format!("a role without an end, or past it: {line:?}"));
        }
    }
    wrong
}

/// Whether a row was not there before; rows stand in the order of their ids.
fn is_new(line: &Line, before: &[Line]) -> bool {
    before.binary_search_by_key(&line.id(), Line::id).is_err()
}

/// Whether somebody rests, or has gone.
pub fn is_quiet(now: &Seen, person: Id) -> bool {
    person != NOBODY
        && now
            .standing(person)
            .is_none_or(|word| QUIET.contains(&word))
}

/// What it is, the rows there are, those there were, and whom a row is for.
type NewFor<'a> = (&'a str, &'a [Line], &'a [Line], fn(&Line) -> Id);

/// P20, P5: nothing is asked of, given to or written to somebody who rests or has gone; and not in the
/// first week after a rest.
pub fn nothing_is_asked_of_the_quiet(before: &Seen, now: &Seen) -> Vec<String> {
    let mut wrong = Vec::new();
    // Quiet before this step and after it: whatever is new came while they were.
    let quiet = |person| is_quiet(now, person) && is_quiet(before, person);
    for line in &now.askings {
        if line.other == "nothing" && is_quiet(now, line.to()) {
            wrong.push(format!("asked for a place while quiet: {line:?}"));
        }
    }
    let landing: BTreeMap<Id, i64> = now
        .rests
        .iter()
        .filter(|line| line.three != NONE)
        .map(|line| (line.id(), line.three))
        .collect();
    for line in now.askings.iter().filter(|l| is_new(l, &before.askings)) {
        // Whoever names them, or wakes a word they gave, is a person.
        let by_plan = !matches!(line.word.as_str(), "named" | "woke");
        if by_plan
            && landing
                .get(&line.to())
                .is_some_and(|until| line.one <= *until)
        {
            wrong.push(format!("asked in the week of landing: {line:?}"));
        }
        if by_plan && now.season_over(NOBODY) {
            wrong.push(format!("asked while everybody rests: {line:?}"));
        }
    }
    for line in now.letters.iter().filter(|l| is_new(l, &before.letters)) {
        let asked_for = matches!(line.word.as_str(), "come_in" | "confirm");
        if !asked_for && quiet(line.of()) {
            wrong.push(format!("a letter was written to somebody quiet: {line:?}"));
        }
        if line.word == "digest" && now.season_over(NOBODY) {
            wrong.push(format!("a letter of the day in a rest season: {line:?}"));
        }
    }
    for line in now.wakings.iter().filter(|l| is_new(l, &before.wakings)) {
        if quiet(line.of()) {
            wrong.push(format!("somebody quiet was woken: {line:?}"));
        }
    }
    for line in now.times.iter().filter(|line| is_quiet(now, line.to())) {
        wrong.push(format!("somebody quiet stands in: {line:?}"));
    }
    for line in now.rests.iter().filter(|line| is_quiet(now, line.of())) {
        wrong.push(format!("somebody quiet covers: {line:?}"));
    }
    for line in &now.commitments {
        let was = before.commitments.iter().find(|l| l.id() == line.id());
        // What rested by its giver's own word goes on by it, whenever they like.
        let lived =
            was.is_some_and(|was| was.word == "resting" || LIVING.contains(&was.word.as_str()));
        if LIVING.contains(&line.word.as_str()) && !lived && quiet(line.of()) {
            wrong.push(format!(
                "a promise began while its giver is quiet: {line:?}"
            ));
        }
    }
    let new_for: [NewFor<'_>; 3] = [
        ("term", &now.terms, &before.terms, Line::of),
        ("choosing", &now.choosings, &before.choosings, Line::to),
        ("buddy", &now.buddies, &before.buddies, Line::to),
    ];
    for (what, lines, old, whose) in new_for {
        for line in lines.iter().filter(|line| is_new(line, old)) {
            // What ends as it is written down was held before.
            let over = what == "term" && line.two <= now.now.0;
            if quiet(whose(line)) && !over {
                wrong.push(format!("a {what} for somebody quiet: {line:?}"));
            }
        }
    }
    for line in &now.seats {
        let sat = before
            .seats
            .iter()
            .any(|l| (l.id(), l.of()) == (line.id(), line.of()));
        if !sat && quiet(line.of()) {
            wrong.push(format!("a seat for somebody quiet: {line:?}"));
        }
    }
    wrong
}

/// P5: those whose own day has come, by their own word; they laid everything down, or left.
fn by_their_word(before: &Seen, now: &Seen) -> BTreeSet<Id> {
    let due = before
        .departures
        .iter()
        .filter(|line| line.other == "handing_over" && line.one < i64::from(now.today.0));
    due.map(Line::id).collect()
}

/// P4: those who may go quiet: a season of renewal closes, and they are members who hold no word of it.
fn may_go_quiet(before: &Seen, now: &Seen) -> bool {
    now.renewals.iter().any(|line| {
        let was = before.renewals.iter().find(|was| was.id() == line.id());
        line.word == "gathering" && was.is_some_and(|was| was.word != "gathering")
    })
}

/// N5: a clock takes nothing from anybody. Before and after the timers everybody is who they were, in
/// the circles they were in, and holds what had not come to its last minute; but for whoever had said
/// this day themself, and whoever goes quiet, who stays in every circle and reads as a member.
pub fn time_takes_no_right(before: &Seen, now: &Seen) -> Vec<String> {
    let mut wrong = Vec::new();
    let (free, closes) = (by_their_word(before, now), may_go_quiet(before, now));
    let quiet = |person: Id| {
        closes
            && now.standing(person) == Some("dormant")
            && before.standing(person) == Some("member")
    };
    for (person, was) in before.standings() {
        let is = now.standing(*person);
        let back = was == "resting" && is == Some("member");
        // Whoever left is erased by the sweep of that night.
        let gone = was == "left" && is.is_none();
        let went = free.contains(person) && matches!(is, None | Some("dormant"));
        if is != Some(was.as_str()) && !back && !gone && !went && !quiet(*person) {
            let who = short(*person);
            wrong.push(format!("{who} was {was} and is {is:?}, by a clock alone"));
        }
    }
    let still = now.circles.iter().map(|line| (line.id(), line.of()));
    let still: BTreeSet<(Id, Id)> = still.collect();
    for line in &before.circles {
        let left = free.contains(&line.of()) && now.standing(line.of()).is_none();
        if !still.contains(&(line.id(), line.of())) && !left {
            wrong.push(format!("out of a circle by a clock alone: {line:?}"));
        }
    }
    for line in &before.roles {
        let is = now.roles.iter().find(|l| l.id() == line.id());
        let laid_down = free.contains(&line.to()) || quiet(line.to());
        if line.two > now.now.0 && is.is_none_or(|is| is.two < line.two) && !laid_down {
            wrong.push(format!("a role ended before its last minute: {line:?}"));
        }
    }
    wrong
}

/// P1: nobody is asked by the plan more than three times a day, nor for more than they said they could.
pub fn nobody_is_asked_too_much(before: &Seen, now: &Seen, journal: &Journal) -> Vec<String> {
    let mut wrong = Vec::new();
    for ((person, day), count) in &journal.asked {
        if *count > ASKS_A_DAY && *day == now.today.0 {
            let who = short(*person);
            wrong.push(format!("{who} was asked {count} times on one day"));
        }
    }
    let today = i64::from(now.today.0);
    let by_plan = |line: &&Line| {
        let named = matches!(line.word.as_str(), "named" | "woke");
        !named && line.other == "nothing" && line.one == today
    };
    // Whoever was asked since the last step was asked for no more than was left of what they said.
    let asked = now.askings.iter().filter(by_plan);
    let whom: BTreeSet<Id> = asked
        .filter(|line| is_new(line, &before.askings))
        .map(Line::to)
        .collect();
    for person in whom {
        let asked = now.askings.iter().filter(by_plan);
        let open = asked.filter(|line| line.to() == person).count();
        // Several deeds are one step: what somebody took on in it may have come after they were asked.
        let held = held(before, person).min(held(now, person));
        let most = journal.ceiling(person, now.today);
        if open + held > most {
            let who = short(person);
            wrong.push(format!(
                "{who} holds {held}, is asked for {open} and said {most} at most"
            ));
        }
    }
    wrong
}

/// What somebody holds, in pieces: each day of a week by itself, and each time they stand in.
fn held(now: &Seen, person: Id) -> usize {
    let given = now.commitments.iter().filter(|line| {
        line.of() == person && LIVING.contains(&line.word.as_str()) && line.four == NONE
    });
    let pieces = given.map(|line| {
        let days = line.other.split("BYDAY=").nth(1).unwrap_or_default();
        let days = days.split(';').next().unwrap_or_default();
        days.split(',').count()
    });
    let today = i64::from(now.today.0);
    let stands_in = now
        .times
        .iter()
        .filter(|line| line.to() == person && line.two >= today);
    pieces.sum::<usize>() + stands_in.count()
}

/// N10: nothing is in force without both sides' yes. A promise is one that was accepted, or that its
/// giver took off the rota where the circle asked for it.
pub fn nothing_is_promised_for_others(before: &Seen, now: &Seen, journal: &Journal) -> Vec<String> {
    let mut wrong = Vec::new();
    for line in &now.commitments {
        if !LIVING.contains(&line.word.as_str()) {
            continue;
        }
        let was = before.commitments.iter().find(|l| l.id() == line.id());
        // P5: what somebody hands on is theirs who said yes to it.
        let handed_on = before
            .things
            .iter()
            .chain(&now.things)
            .any(|thing| thing.to() == line.of() && thing.word == "yes");
        let agreed = match was.map(|line| line.word.as_str()) {
            Some("offered") => journal.accepted.contains(&line.id()),
            Some("resting") => true,
            Some(word) => LIVING.contains(&word),
            None => {
                handed_on
                    || journal.accepted.contains(&line.id())
                    || journal.took.contains(&line.of())
            }
        };
        if !agreed {
            wrong.push(format!("in force without both sides' yes: {line:?}"));
        }
    }
    wrong
}

/// Words that would make silence into something (P1, N5), beside those that are never said.
const LAPSE: &[&str] = &[
    "missed",
    "late",
    "broken",
    "expired",
    "neglected",
    "unreliable",
    "absent",
    "incumplió",
    "incumplido",
    "incumplida",
    "faltó",
    "atrasada",
    "vencida",
    "ausente",
];

/// N3, N5: no page says of anybody what is never said.
pub fn never_said(page: &str) -> Vec<String> {
    let text = of_somebody(&without_markup(page));
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| NEVER_SAID.contains(word) || LAPSE.contains(word))
        .map(str::to_owned)
        .collect()
}
