//! A town of two hundred, its clock, and the people who do things in it through its pages.

pub use crate::reading::{address, all_between, text};
use crate::{
    between,
    copies::Copies,
    invariants as hold,
    journal::Journal,
    post::words_of_a_letter,
    seen::{Id, Seen},
};
use holdfast::{
    practices,
    testing::{Answer, Browser, Database, Town},
};
use kernel::{Chance, CircleId, Day, SeededChance, Standing};
use people::NewPerson;
use std::{collections::BTreeMap, sync::Arc};
use telling::{Mail, Ways};
use tempfile::TempDir;

/// So many people, the cast among them.
pub const PEOPLE: usize = 200;

/// Circles beside those of the cast: kind and name.
const MORE_CIRCLES: [(&str, &str); 4] = [
    ("garden", "Garden"),
    ("tools", "Tool library"),
    ("school", "School gate"),
    ("bikes", "Bike repair"),
];

/// After so many days somebody comes in anew; a session lives for thirty.
const SESSION_DAYS: i32 = 20;

struct Somebody {
    handle: String,
    browser: Option<(Browser, Day)>,
}

/// A neighbour without an account, who asked for something.
#[derive(Clone)]
pub struct Neighbour {
    /// The code of their ask.
    pub code: String,
    /// Its two digits.
    pub digits: String,
}

/// The town, and what was done in it so far.
pub struct Sim {
    /// The town.
    pub town: Town,
    /// What stood when we last looked.
    pub seen: Seen,
    /// What people did.
    pub journal: Journal,
    /// Neighbours whose asks are under way.
    pub neighbours: Vec<Neighbour>,
    /// The circles.
    pub circles: Vec<CircleId>,
    /// Who was last named to match pods.
    pub matcher: Option<Id>,
    /// What was found wrong.
    pub wrong: Vec<String>,
    copies: Copies,
    kept_until: Vec<(String, &'static str, bool)>,
    chance: SeededChance,
    people: BTreeMap<Id, Somebody>,
    came: usize,
    outbox: TempDir,
}

impl Sim {
    /// The town on its first morning.
    pub fn new(database: Database, seed: u64) -> Self {
        let outbox = TempDir::new().unwrap();
        let ways = Ways {
            mail: Mail::Folder(outbox.path().to_owned()),
            ..Ways::default()
        };
        let house_chance = Arc::new(SeededChance::new(seed ^ 0x00C0_FFEE));
        let town = Town::with(database, practices(ways), house_chance, |_| {});
        let seen = Seen::look(&town);
        let mut sim = Self {
            seen,
            journal: Journal::default(),
            neighbours: Vec::new(),
            circles: town.rivermouth.circles.values().copied().collect(),
            matcher: None,
            wrong: Vec::new(),
            copies: Copies::default(),
            kept_until: hold::kept_until(),
            chance: SeededChance::new(seed),
            people: BTreeMap::new(),
            came: 0,
            outbox,
            town,
        };
        for (handle, id) in sim.town.rivermouth.people.clone() {
            let handle = handle.to_owned();
            let somebody = Somebody {
                handle,
                browser: None,
            };
            sim.people.insert(*id.bytes(), somebody);
        }
        let (network, today) = (sim.town.house.network().id, sim.seen.today);
        for (kind, name) in MORE_CIRCLES {
            let house = &sim.town.house;
            let circle = (kind, name, "Does what its name says.");
            let id = sim
                .town
                .data(|conn| people::new_circle(conn, &*house.chance, network, circle, today));
            sim.circles.push(id);
        }
        sim.circles.sort();
        while sim.people.len() < PEOPLE {
            sim.comes();
        }
        sim.look();
        sim
    }

    /// Somebody comes, to one circle or two. How one comes in has stories of its own; here they are
    /// members from their first day.
    pub fn comes(&mut self) {
        self.came += 1;
        let handle = format!("Wren {}", self.came);
        // The tool library is five people.
        let circles: Vec<CircleId> = (0..1 + self.below(2))
            .map(|_| *self.one_of(&self.circles.clone()).unwrap())
            .collect();
        let (house, today) = (
            &self.town.house,
            self.town.house.network().zone.day_of(self.town.house.now()),
        );
        let id = self.town.data(|conn| {
            let new = NewPerson {
                handle: &handle,
                standing: Standing::Member,
                lang: None,
            };
            let id = people::add_person(conn, house, &new, today)?;
            for circle in circles {
                people::add_to_circle(conn, house.network().id, circle, id, today)?;
            }
            joining::read_all(conn, house.network().id, id, house.now())?;
            Ok(id)
        });
        let somebody = Somebody {
            handle,
            browser: None,
        };
        self.people.insert(*id.bytes(), somebody);
    }

    /// Somebody has gone: nobody acts as them any more.
    pub fn goes(&mut self, person: Id) {
        self.people.remove(&person);
    }

    /// How many are here.
    pub fn here(&self) -> usize {
        self.people.len()
    }

    /// Whether somebody is here.
    pub fn is_here(&self, person: Id) -> bool {
        self.people.contains_key(&person)
    }

    /// How somebody is called.
    pub fn handle(&self, person: Id) -> String {
        let found = self.people.get(&person);
        found.map(|one| one.handle.clone()).unwrap_or_default()
    }

    /// A number below `end`.
    pub fn below(&self, end: usize) -> usize {
        self.chance.below(end)
    }

    /// Once in so many times.
    pub fn once_in(&self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of them, if there are any.
    pub fn one_of<'a, T>(&self, all: &'a [T]) -> Option<&'a T> {
        match all.len() {
            0 => None,
            many => all.get(self.below(many)),
        }
    }

    /// Whether somebody is this at this moment; of two deeds in one step the second comes after the first.
    pub fn is_now(&self, person: Id, word: &str) -> bool {
        Seen::look(&self.town).standing(person) == Some(word)
    }

    /// A member who does not rest.
    pub fn a_member(&self) -> Option<Id> {
        let members = self.seen.people.iter().filter(|line| line.word == "member");
        let members: Vec<Id> = members
            .map(|line| line.id())
            .filter(|id| self.is_here(*id))
            .collect();
        self.one_of(&members).copied()
    }

    /// Somebody looks at a page.
    pub fn get(&mut self, person: Id, path: &str) -> Answer {
        let answer = self.browser(person).get(path);
        let name = self.handle(person);
        let wrong = between::nobody_is_told_of_a_link(path, &answer.body, &name);
        self.wrong.extend(wrong);
        self.shown(path, answer)
    }

    /// Somebody sends a form.
    pub fn post(&mut self, person: Id, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.browser(person).post(path, fields);
        self.shown(path, answer)
    }

    /// Sends a form; whether it was done.
    pub fn does(&mut self, person: Id, path: &str, fields: &[(&str, &str)]) -> bool {
        self.post(person, path, fields).status == 303
    }

    /// A page that was shown to anybody is looked at for what is never said.
    pub fn shown(&mut self, path: &str, answer: Answer) -> Answer {
        self.journal.pages += 1;
        if answer.status >= 500 {
            self.wrong.push(format!("{path} answers {}", answer.status));
        }
        for word in hold::never_said(&answer.body) {
            self.wrong.push(format!("{path} says {word:?}"));
        }
        answer
    }

    /// Somebody comes in anew, and has just shown that it is them.
    pub fn come_in_anew(&mut self, person: Id) {
        if let Some(somebody) = self.people.get_mut(&person) {
            somebody.browser = None;
        }
    }

    fn browser(&mut self, person: Id) -> &Browser {
        let today = self.seen.today;
        let somebody = self.people.get_mut(&person).expect("somebody who is here");
        let known = somebody.browser.as_ref();
        if known.is_none_or(|(_, since)| today.0 - since.0 >= SESSION_DAYS) {
            let id = kernel::PersonId(kernel::uuid::Uuid::from_bytes(person));
            let token = self.town.session(id);
            let browser = self.town.stranger().with_session(&token);
            somebody.browser = Some((browser, today));
        }
        &somebody.browser.as_ref().expect("a browser").0
    }

    /// Looks anew, without asking whether all is well.
    pub fn look(&mut self) {
        self.seen = Seen::look(&self.town);
        // Whoever left by a day they had said is nobody's to act as.
        let seen = &self.seen;
        self.people
            .retain(|id, _| seen.standing(*id).is_some_and(|word| word != "left"));
        self.journal.count(&self.seen);
    }

    /// Looks anew, after a step; what does not hold is kept in `wrong`.
    fn check(&mut self, step: Step) {
        let before = self.seen.clone();
        self.look();
        let (now, journal) = (&self.seen, &self.journal);
        let mut wrong = hold::nothing_is_asked_of_the_quiet(&before, now);
        wrong.extend(hold::nobody_is_asked_too_much(&before, now, journal));
        wrong.extend(hold::nothing_is_promised_for_others(&before, now, journal));
        wrong.extend(between::holds(&self.town, &before, now, journal));
        if step != Step::Deeds {
            wrong.extend(hold::time_takes_no_right(&before, now));
        }
        if step == Step::Timers {
            wrong.extend(hold::no_duty_without_a_date(&before, now));
            wrong.extend(between::what_has_an_end_ends(&before, now));
        }
        if step == Step::Swept {
            wrong.extend(hold::nothing_stays_past_its_day(
                &self.town,
                &self.kept_until,
            ));
        }
        self.wrong.extend(wrong);
        self.journal.took.clear();
    }

    /// Goes on to an hour of a day; time does what it does.
    pub fn timers(&mut self, day: Day, hour: i8, minute: i8) {
        let zone = self.town.house.network().zone.clone();
        self.town.clock.set(zone.moment(day, hour, minute));
        self.town.tick();
        self.check(Step::Timers);
        self.carry();
    }

    /// Letters leave; none is to somebody who rests or has gone, but what they asked for.
    fn carry(&mut self) {
        self.town.errands();
        for entry in std::fs::read_dir(self.outbox.path()).unwrap().flatten() {
            let path = entry.path();
            let id = path.file_stem().and_then(|stem| stem.to_str());
            let id = id.and_then(|stem| kernel::uuid::Uuid::try_parse(stem).ok());
            let id = id.expect("a letter's file has its id").into_bytes();
            let row = self.seen.letters.iter().find(|line| line.id() == id);
            let wanted = row.is_some_and(|row| {
                let asked_for = matches!(row.word.as_str(), "come_in" | "confirm");
                asked_for || !hold::is_quiet(&self.seen, row.of())
            });
            if !wanted {
                self.wrong
                    .push(format!("a letter left for somebody quiet: {row:?}"));
            }
            let letter = std::fs::read_to_string(&path).unwrap();
            for word in hold::never_said(&words_of_a_letter(&letter)) {
                self.wrong.push(format!("a letter says {word:?}"));
            }
            self.journal.letters += 1;
            std::fs::remove_file(path).unwrap();
        }
    }

    /// What people did that day is looked at.
    pub fn deeds_done(&mut self) {
        self.check(Step::Deeds);
    }

    /// A night: timers, and the sweep.
    pub fn night(&mut self, day: Day) {
        let zone = self.town.house.network().zone.clone();
        self.town.clock.set(zone.moment(day, 23, 30));
        // Mostly the next morning's timers are the next that run; twice is as once.
        if self.once_in(4) {
            self.timers(day, 23, 30);
        }
        let swept = self.town.sweep();
        assert!(!swept.clock_is_behind);
        self.check(Step::Swept);
        let wrong = self.copies.look(&self.town, &self.chance);
        self.wrong.extend(wrong);
        if self.once_in(10) {
            self.copies.take(&self.town, &self.chance);
        }
        if self.once_in(30) {
            let clear = between::nothing_is_in_the_clear(&self.town);
            self.wrong.extend(clear);
        }
    }

    /// Ends the run where something does not hold.
    #[track_caller]
    pub fn all_holds(&self, seed: u64) {
        let today = self.seen.today;
        assert!(
            self.wrong.is_empty(),
            "on {today}, with HOLDFAST_SEED={seed}:\n{}\n\n{}",
            self.wrong.join("\n"),
            self.summary()
        );
    }

    /// What was done, in lines.
    pub fn summary(&self) -> String {
        let mut lines = vec![format!(
            "{} pages, {} letters, {} sealed rows looked at again",
            self.journal.pages, self.journal.letters, self.copies.looked_at
        )];
        for (deed, (done, not)) in &self.journal.done {
            lines.push(format!("{deed}: {done} done, {not} not"));
        }
        lines.join("\n")
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Timers,
    Deeds,
    Swept,
}
