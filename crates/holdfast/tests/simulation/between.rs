//! What holds between people: ties, vouches, what is quick, and ballots.

use crate::{
    agreed::without_markup,
    journal::{Journal, Of},
    seen::{Id, Line, NONE, Seen},
};
use diesel::{
    QueryableByName, RunQueryDsl, sql_query,
    sql_types::{Binary, Nullable},
};
use holdfast::testing::{Town, carried_away};
use std::collections::{BTreeMap, BTreeSet};
use store::{Row, Sealed, WrappedKey};

/// P30: a tie is live for half a year after both last said so.
const LIVE_DAYS: i64 = 180;
/// P9: a vouch holds for a year.
const VOUCH_DAYS: i64 = 365;
/// P21: the lane acts for a week at most; an alert is there for three days more.
const LANE_SECONDS: i64 = 7 * 24 * 3600;
const ALERT_SECONDS: i64 = 72 * 3600;
/// P28: fewer ballots are not counted.
const FEWEST_BALLOTS: usize = 5;
/// A sealed text without a letter is as long as its seal.
const SEAL_LENGTH: i64 = 48;

/// What is said to whoever is the only link, on their own page, in both languages.
const ONLY_LINK: [&str; 2] = [
    "Some of us reach the others only through you.",
    "Algunos de nosotros llegan a los demás solo a través de usted.",
];

/// Words that stand nowhere but under seal.
const SEALED: &[&str] = &[
    "Whose brother is ill",
    "What the river took",
    "A walk along the levee",
    "boilers that are cold",
    "Three nights at the door",
    "Two children sleep outside",
    "on the pavement",
    "Pine Street",
    "Two vans without signs",
    "Plumbers in both",
    "Saint Brigid",
    "18 Alder St",
    "Wren 1",
];

fn named(line: &Line) -> String {
    line.id()[..4]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn was<'a>(line: &Line, before: &'a [Line]) -> Option<&'a Line> {
    before.iter().find(|was| was.id() == line.id())
}

/// The mark that stands for somebody where ties are kept: its first bytes.
pub fn mark(town: &Town, person: Id) -> Id {
    let id = kernel::uuid::Uuid::from_bytes(person).to_string();
    let network = town.house.network().id;
    let mark = town.house.vault.mark(&network, "tie", &id);
    let mark = mark.expect("a mark");
    mark[..16].try_into().expect("so many bytes")
}

/// Whose mark it is.
pub fn whose(town: &Town, now: &Seen, of: Id) -> Option<Id> {
    let people = now.people.iter().map(Line::id);
    people.into_iter().find(|person| mark(town, *person) == of)
}

/// Who is tied to whom, worked out once more: those who are here, and their live ties.
pub struct Web {
    ties: BTreeMap<Id, BTreeSet<Id>>,
}

impl Web {
    /// Of what stands.
    pub fn of(town: &Town, now: &Seen) -> Self {
        let is_here =
            |line: &&Line| ["member", "resting", "stepping_back"].contains(&line.word.as_str());
        let here = now.people.iter().filter(is_here);
        let marks: BTreeMap<Id, &Line> = here.map(|line| (mark(town, line.id()), line)).collect();
        let mut ties: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
        for tie in &now.ties {
            let (Some(one), Some(other)) = (marks.get(&tie.of()), marks.get(&tie.to())) else {
                continue;
            };
            let rests = one.word == "resting" || other.word == "resting";
            if rests || i64::from(now.today.0) - tie.one < LIVE_DAYS {
                ties.entry(one.id()).or_default().insert(other.id());
                ties.entry(other.id()).or_default().insert(one.id());
            }
        }
        Self { ties }
    }

    /// Those who have a tie.
    pub fn tied(&self) -> impl Iterator<Item = Id> {
        self.ties.keys().copied()
    }

    /// Whether some reach one another only through somebody.
    fn is_only_link(&self, person: Id) -> bool {
        let Some(theirs) = self.ties.get(&person) else {
            return false;
        };
        let mut reached: BTreeSet<Id> = theirs.iter().take(1).copied().collect();
        let mut waiting: Vec<Id> = reached.iter().copied().collect();
        while let Some(one) = waiting.pop() {
            for next in self.ties.get(&one).into_iter().flatten() {
                if *next != person && reached.insert(*next) {
                    waiting.push(*next);
                }
            }
        }
        !theirs.is_subset(&reached)
    }

    /// P30, N12: whoever is the only link reads it on their own page, and whoever is not reads nothing.
    pub fn says_it_to_whoever_it_is(&self, person: Id, page: &str) -> Vec<String> {
        let says = ONLY_LINK.iter().any(|words| page.contains(words));
        let is = self.is_only_link(person);
        match says == is {
            true => Vec::new(),
            false => vec![format!(
                "a page says {says} to somebody of whom it is {is} that they are the only link"
            )],
        }
    }
}

/// P30: no page but one's own says that somebody is the only link, and the network's names nobody.
pub fn nobody_is_told_of_a_link(path: &str, page: &str, own_name: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if path != "/ties" && ONLY_LINK.iter().any(|words| page.contains(words)) {
        wrong.push(format!("{path} says who is an only link"));
    }
    let named = || without_markup(page).replace(own_name, "").contains("Wren ");
    if path == "/network" && named() {
        wrong.push("the network's page has a name on it".to_owned());
    }
    wrong
}

/// All that holds after every step.
pub fn holds(town: &Town, before: &Seen, now: &Seen, journal: &Journal) -> Vec<String> {
    let mut wrong = nothing_is_between_two_by_one_word(before, now, journal);
    wrong.extend(nothing_is_quick_without_limits(before, now, journal));
    wrong.extend(no_ballot_leads_to_anybody(now, journal));
    wrong.extend(a_box_holds_what_was_cast(town, now, journal));
    wrong.extend(nobody_comes_in_by_less(town, before, now));
    wrong
}

/// P8, N10: two sit down, have met, and are tied by the word of both; no tie is renewed in a day to come.
pub fn nothing_is_between_two_by_one_word(
    before: &Seen,
    now: &Seen,
    journal: &Journal,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for line in &now.meetings {
        let id = line.id();
        if line.word != "proposed" && !journal.both_say(Of::WouldMeet, id) {
            wrong.push(format!("agreed on by one of two: {line:?}"));
        }
        if line.word == "held" && !journal.both_say(Of::Met, id) {
            wrong.push(format!("met by the word of one: {line:?}"));
        }
    }
    let two = |line: &Line| {
        let mut two = [line.of(), line.to()];
        two.sort_unstable();
        two
    };
    for tie in &now.ties {
        let counted = now
            .meetings
            .iter()
            .any(|meeting| two(meeting) == two(tie) && journal.both_say(Of::Counts, meeting.id()));
        if was(tie, &before.ties).is_none() && !counted {
            wrong.push(format!("a tie that one of two counts: {tie:?}"));
        }
        if tie.one > i64::from(now.today.0) {
            wrong.push(format!("a tie of a day to come: {tie:?}"));
        }
    }
    wrong
}

/// P21: the lane acts with a second person, a voice, a cap and an end; nothing is done in it before, and
/// no more than its cap. Only what somebody confirmed is told, and an alert goes
/// three days after what was last found.
pub fn nothing_is_quick_without_limits(
    before: &Seen,
    now: &Seen,
    journal: &Journal,
) -> Vec<String> {
    let mut wrong = Vec::new();
    let acts = |line: &Line| ["live", "ended", "reviewed"].contains(&line.word.as_str());
    for line in &now.lanes {
        let (voice, second) = line.other.split_once(':').unwrap_or_default();
        let (cap, live, until, spent) = (line.one, line.two, line.three, line.four);
        if !acts(line) {
            if spent > 0 {
                wrong.push(format!("something was done in a lane that waits: {line:?}"));
            }
            continue;
        }
        let began = was(line, &before.lanes).is_none_or(|was| !acts(was));
        if began && second != "second" {
            wrong.push(format!("a lane acts without a second person: {line:?}"));
        }
        if !["themself", "caucus"].contains(&voice) {
            wrong.push(format!("a lane acts without a voice: {line:?}"));
        }
        if cap < 0 || spent > cap {
            wrong.push(format!("a lane without a cap, or over it: {line:?}"));
        }
        if live == NONE || until > live + LANE_SECONDS {
            wrong.push(format!("a lane without an end: {line:?}"));
        }
        if line.word != "live"
            && was(line, &before.lanes)
                .is_some_and(|was| was.word != "live" && acts(was) && was.four != spent)
        {
            wrong.push(format!(
                "something was done in a lane that is over: {line:?}"
            ));
        }
    }
    for line in &now.alerts {
        if line.other == "yes" && !journal.said(Of::Confirms, line.id()) {
            wrong.push(format!("told, and nobody confirmed it: {line:?}"));
        }
        if line.two > now.now.0 + ALERT_SECONDS {
            wrong.push(format!("an alert for longer than three days: {line:?}"));
        }
    }
    wrong
}

/// P21, P28: what acts quickly, waits, or takes ballots until a moment is not there past it. Looked at
/// when the timers have run.
pub fn what_has_an_end_ends(before: &Seen, now: &Seen) -> Vec<String> {
    let mut wrong = Vec::new();
    for line in &now.lanes {
        if ["waits", "live"].contains(&line.word.as_str()) && line.three <= now.now.0 {
            wrong.push(format!("a lane past its end: {line:?}"));
        }
    }
    for line in &now.choices {
        let rests = now.season_over(line.of()) || before.season_over(line.of());
        if line.word == "open" && line.one < i64::from(now.today.0) && !rests {
            wrong.push(format!("a choice past its last day: {line:?}"));
        }
    }
    wrong
}

/// P28: a ballot leads to nobody. After the count nothing is left of ballots or of whose they were; fewer
/// than five are not counted.
pub fn no_ballot_leads_to_anybody(now: &Seen, journal: &Journal) -> Vec<String> {
    let mut wrong = Vec::new();
    for line in &now.choices {
        let (ballots, hands, counted) = (line.two, line.three, line.four);
        let cast = journal.cast.get(&line.id()).copied().unwrap_or_default();
        let id = named(line);
        if line.word == "open" {
            if counted != NONE {
                wrong.push(format!("choice {id} is counted before its end"));
            }
            if usize::try_from(hands).unwrap_or(usize::MAX) > cast {
                wrong.push(format!("choice {id} has more hands than ballots"));
            }
            continue;
        }
        if hands > 0 {
            wrong.push(format!("whose ballots choice {id} had is still there"));
        }
        if ballots > SEAL_LENGTH {
            wrong.push(format!("ballots of choice {id} are still there"));
        }
        if (line.word == "counted") != (counted != NONE) {
            wrong.push(format!(
                "choice {id} is {} and counted {counted}",
                line.word
            ));
        }
        if line.word == "counted" && cast < FEWEST_BALLOTS {
            wrong.push(format!("choice {id} was counted with {cast} ballots"));
        }
        if line.word == "too_few" && cast >= FEWEST_BALLOTS {
            wrong.push(format!("choice {id} was not counted with {cast} ballots"));
        }
    }
    wrong
}

/// P28: a box that takes ballots holds each of them once, in the order of their words: nothing in it says
/// when one came, nor who left since.
pub fn a_box_holds_what_was_cast(town: &Town, now: &Seen, journal: &Journal) -> Vec<String> {
    let mut wrong = Vec::new();
    for line in now.choices.iter().filter(|line| line.word == "open") {
        let cast = journal.cast.get(&line.id()).copied().unwrap_or_default();
        let inside = opened(town, ("choices", "ballots"), line.id());
        let ballots: Vec<&str> = inside.lines().collect();
        if ballots.len() != cast || !ballots.is_sorted() {
            let (id, many) = (named(line), ballots.len());
            wrong.push(format!(
                "choice {id}: {cast} were cast, and {many} lie there"
            ));
        }
    }
    wrong
}

/// P9: whoever comes into a space has two vouches of two people that hold, and the yes of the space; and
/// no vouch is there for longer than its year.
pub fn nobody_comes_in_by_less(town: &Town, before: &Seen, now: &Seen) -> Vec<String> {
    let mut wrong = Vec::new();
    let is_in = |line: &Line| line.word == "in";
    let came = now.ways_in.iter().filter(|line| is_in(line));
    for line in came.filter(|line| !was(line, &before.ways_in).is_some_and(is_in)) {
        let id = named(line);
        if line.other != "adopted" {
            wrong.push(format!("{id} is in a space that has not said yes"));
        }
        let whom = opened(town, ("vouch_entries", "who"), line.id());
        let holds = |vouch: &&Line| {
            let held = was(vouch, &before.vouches).is_some_and(|was| was.word == "active");
            vouch.of() == line.of() && (held || vouch.word == "active")
        };
        let vouches = now.vouches.iter().filter(holds);
        let texts = vouches.map(|vouch| opened(town, ("vouches", "who"), vouch.id()));
        let by: BTreeSet<String> = texts
            .filter_map(|text| {
                let (for_whom, by) = text.split_once(' ')?;
                (for_whom == whom && by != whom).then(|| by.to_owned())
            })
            .collect();
        if by.len() < 2 {
            wrong.push(format!("{id} is in a space by the vouch of {}", by.len()));
        }
    }
    for line in &now.vouches {
        let was = was(line, &before.vouches);
        let later = was.is_some_and(|was| line.one > was.one);
        if later || line.one > i64::from(now.today.0) + VOUCH_DAYS {
            wrong.push(format!("a vouch for longer than its year: {line:?}"));
        }
    }
    wrong
}

/// What stands under seal in a row, as whoever has the keys would read it.
pub fn opened(town: &Town, (table, column): (&'static str, &str), id: Id) -> String {
    #[derive(QueryableByName)]
    struct Cell {
        #[diesel(sql_type = Binary)]
        row_key: WrappedKey,
        #[diesel(sql_type = Nullable<Binary>)]
        cell: Option<Sealed>,
    }
    let sign = if town.is_postgres() { "$1" } else { "?" };
    let sql = format!("select row_key, {column} as cell from {table} where id = {sign}");
    let cell: Cell = town.data(|conn| {
        let query = sql_query(sql).bind::<Binary, _>(id.to_vec());
        Ok(query.get_result(conn)?)
    });
    let network = town.house.network().id;
    let at = Row {
        network: &network,
        table,
        id: &id,
    };
    let key = town.house.vault.open_key(at, &cell.row_key).expect("a key");
    let text = key.open_some(at, column, cell.cell.as_ref());
    text.expect("what was sealed").unwrap_or_default()
}

/// Nothing that is sealed stands in the clear in any file: in no row, no index, no log, no page that was
/// let go.
pub fn nothing_is_in_the_clear(town: &Town) -> Vec<String> {
    let files = carried_away(town.folder());
    let files = String::from_utf8_lossy(&files);
    let said = SEALED.iter().filter(|words| files.contains(**words));
    said.map(|words| format!("{words:?} stands in the clear"))
        .collect()
}
