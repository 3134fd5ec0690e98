//! What stands in the database at one moment, as far as the invariants look at it.

use diesel::{
    QueryableByName, RunQueryDsl, sql_query,
    sql_types::{BigInt, Binary, Text},
};
use holdfast::testing::Town;
use kernel::{Day, Moment};
use std::collections::{BTreeMap, BTreeSet};
use store::{AnyConnection, Stop};

/// An id, of whatever it is.
pub type Id = [u8; 16];

/// What stands where there is no id.
pub const NOBODY: Id = [0; 16];

/// Where there is no number.
pub const NONE: i64 = -1;

/// A row of any table, in columns of one shape: three ids, two words, four numbers.
#[derive(Clone, Debug, QueryableByName)]
pub struct Line {
    #[diesel(sql_type = Binary)]
    a: Vec<u8>,
    #[diesel(sql_type = Binary)]
    b: Vec<u8>,
    #[diesel(sql_type = Binary)]
    c: Vec<u8>,
    /// The first word.
    #[diesel(sql_type = Text)]
    pub word: String,
    /// The second word.
    #[diesel(sql_type = Text)]
    pub other: String,
    /// The first number.
    #[diesel(sql_type = BigInt)]
    pub one: i64,
    /// The second number.
    #[diesel(sql_type = BigInt)]
    pub two: i64,
    /// The third number.
    #[diesel(sql_type = BigInt)]
    pub three: i64,
    /// The fourth number.
    #[diesel(sql_type = BigInt)]
    pub four: i64,
}

fn id(bytes: &[u8]) -> Id {
    bytes.try_into().unwrap_or(NOBODY)
}

impl Line {
    /// The first id: mostly the row's own.
    pub fn id(&self) -> Id {
        id(&self.a)
    }

    /// The second id.
    pub fn of(&self) -> Id {
        id(&self.b)
    }

    /// The third id.
    pub fn to(&self) -> Id {
        id(&self.c)
    }
}

/// A thing of the database that the invariants look at, and how its columns are read.
struct Read {
    from: &'static str,
    ids: [&'static str; 3],
    words: [&'static str; 2],
    numbers: [&'static str; 4],
}

const NO: &str = "";

impl Read {
    fn sql(&self, postgres: bool) -> String {
        let nothing = if postgres { "''::bytea" } else { "x''" };
        let mut columns = Vec::new();
        for (column, name) in self.ids.iter().zip(["a", "b", "c"]) {
            columns.push(match *column {
                NO => format!("{nothing} as {name}"),
                column => format!("coalesce({column}, {nothing}) as {name}"),
            });
        }
        for (column, name) in self.words.iter().zip(["word", "other"]) {
            columns.push(match *column {
                NO => format!("'' as {name}"),
                column => format!("coalesce({column}, '') as {name}"),
            });
        }
        let names = ["one", "two", "three", "four"];
        for (column, name) in self.numbers.iter().zip(names) {
            columns.push(match *column {
                NO => format!("cast({NONE} as bigint) as {name}"),
                column => format!("cast(coalesce({column}, {NONE}) as bigint) as {name}"),
            });
        }
        let columns = columns.join(", ");
        format!("select {columns} from {} order by a, b, c", self.from)
    }
}

macro_rules! seen {
    ($($(#[$doc:meta])* $name:ident: $from:literal [$($id:expr),*] [$($word:expr),*] [$($number:expr),*];)*) => {
        /// What stands at one moment.
        #[derive(Clone, Debug)]
        pub struct Seen {
            /// The day it is.
            pub today: Day,
            /// The moment it is.
            pub now: Moment,
            standings: BTreeMap<Id, String>,
            $($(#[$doc])* pub $name: Vec<Line>,)*
        }

        impl Seen {
            /// Looks.
            pub fn look(town: &Town) -> Self {
                let (now, postgres) = (town.house.now(), town.is_postgres());
                let today = town.house.network().zone.day_of(now);
                let mut seen = town.data(|conn| Ok(Self {
                    today,
                    now,
                    standings: BTreeMap::new(),
                    $($name: read(conn, postgres, &Read {
                        from: $from,
                        ids: [$($id),*],
                        words: [$($word),*],
                        numbers: [$($number),*],
                    })?,)*
                }));
                let people = seen.people.iter();
                seen.standings = people.map(|line| (line.id(), line.word.clone())).collect();
                seen
            }
        }
    };
}

fn read(conn: &mut AnyConnection, postgres: bool, what: &Read) -> Result<Vec<Line>, Stop> {
    Ok(sql_query(what.sql(postgres)).load(conn)?)
}

seen! {
    /// Persons; their standing.
    people: "persons" ["id", NO, NO] ["standing", NO] [NO, NO, NO, NO];
    /// Circle, person.
    circles: "circle_members" ["circle_id", "person_id", NO] [NO, NO] [NO, NO, NO, NO];
    /// Holding, circle, person; the role; from when, until when.
    roles: "role_holdings" ["id", "circle_id", "person_id"] ["role", NO] ["from_at", "to_at", NO, NO];
    /// Commitment, giver, receiver; stage, sides and rule; since, start, review, the people it wakes.
    commitments: "commitments" ["id", "giver_id", "receiver_id"] ["stage", "giver || ':' || receiver || ':' || coalesce(rule, '')"] ["since_on", "start_on", "review_on", "wakes_people"];
    /// Place, circle, commitment; the day of one time, the last day.
    places: "open_places" ["id", "circle_id", "commitment_id"] [NO, NO] ["on_day", "ends_on", NO, NO];
    /// Asking, place, who is asked; why, what they said; on which day, until when.
    askings: "cover_asks" ["id", "place_id", "asked_id"] ["reason", "said"] ["asked_on", "ends_on", NO, NO];
    /// Changed time, commitment, who stands in; state; day by the rule, last day.
    times: "times_changed" ["id", "commitment_id", "stand_in"] ["state", NO] ["rule_day", "ends_on", NO, NO];
    /// Person, who covers; what they said; since, until, landing until.
    rests: "rests" ["id", "cover_id", NO] ["cover_said", NO] ["since_on", "until_on", "landing_until", NO];
    /// Season, circle; stage; first day, last day.
    seasons: "rest_seasons" ["id", "circle_id", NO] ["stage", NO] ["from_on", "to_on", NO, NO];
    /// Season of renewal; stage; first day, the day it closes.
    renewals: "renewal_seasons" ["id", NO, NO] ["stage", NO] ["opens_on", "closes_on", NO, NO];
    /// Thing, who lays it down, who takes it on; what they said, how; the day it was laid down.
    things: "departure_things" ["id", "departure_id", "successor_id"] ["said", "how"] ["laid_on", NO, NO, NO];
    /// Who steps back or leaves; where they go, where they are; by which day.
    departures: "departures" ["id", NO, NO] ["going", "stage"] ["target_on", NO, NO, NO];
    /// Letter, person; kind; its day, when it was made.
    letters: "letters" ["id", "person_id", NO] ["kind", NO] ["for_day", "made_at", NO, NO];
    /// Waking, person; when it was made.
    wakings: "wakings" ["id", "person_id", NO] [NO, NO] [NO, "made_at", NO, NO];
    /// Term, its holder, whoever learns alongside; from when, until when.
    terms: "terms" ["id", "person_id", "shadow_id"] [NO, NO] ["from_at", "to_at", "shadow_on", NO];
    /// Choosing, circle, who is proposed; stage; last day.
    choosings: "choosings" ["id", "circle_id", "candidate_id"] ["stage", "kind"] ["ends_on", "said_yes_on", NO, NO];
    /// Pair, who asked, who was asked; stage; until when.
    buddies: "buddies" ["id", "asker_id", "asked_id"] ["stage", NO] ["until_day", NO, NO, NO];
    /// Pod; stage; its day.
    pods: "pods" ["id", NO, NO] ["stage", NO] ["ends_on", NO, NO, NO];
    /// Pod, who sits there; their word.
    seats: "pod_seats" ["pod_id", "member_id", NO] ["said", NO] [NO, NO, NO, NO];
    /// What comes again, its circle; stage; season's last day, its end.
    practices: "practices" ["id", "circle_id", "last_host_id"] ["stage", NO] ["season_on", "ends_on", NO, NO];
    /// Gathering, those in its seats; stage; its day, since when the room has its draft.
    gatherings: "containers" ["id", "host_id", "second_id"] ["stage", NO] ["on_day", "returned_at", NO, NO];
    /// Ask, who said "I can"; stage, code; since when, on which day it closed.
    asks: "asks" ["id", "claimer_id", NO] ["stage", "code"] ["stage_since", "closed_on", NO, NO];
    /// Meeting of two, by the first bytes of the marks of both; stage.
    meetings: "one_to_ones" ["id", "substr(one_mark, 1, 16)", "substr(other_mark, 1, 16)"] ["stage", NO] [NO, NO, NO, NO];
    /// Tie, by the same; the day both last said so.
    ties: "ties" ["id", "substr(one_mark, 1, 16)", "substr(other_mark, 1, 16)"] [NO, NO] ["renewed_on", NO, NO, NO];
    /// Introduction, by the same; whom it asks.
    introductions: "introductions" ["id", "substr(one_mark, 1, 16)", "substr(other_mark, 1, 16)"] ["asks", NO] [NO, NO, NO, NO];
    /// Space that takes vouches, circle.
    spaces: "vouch_spaces" ["id", "circle_id", NO] [NO, NO] [NO, NO, NO, NO];
    /// Vouch, circle; stage; its last day.
    vouches: "vouches" ["id", "circle_id", NO] ["stage", NO] ["review_on", NO, NO, NO];
    /// Way into a space, circle, what the space is asked; where both stand.
    ways_in: "vouch_entries left join proposals on proposals.id = vouch_entries.proposal_id" ["vouch_entries.id", "vouch_entries.circle_id", "vouch_entries.proposal_id"] ["vouch_entries.stage", "proposals.stage"] [NO, NO, NO, NO];
    /// Use of the rapid lane, circle, who opened it; stage, whose voice and whether a second person; cap, since when, until when, what was spent.
    lanes: "rapids" ["id", "circle_id", "opener_id"] ["stage", "voice_from || ':' || case when cosigner_id is null then 'none' when cosigner_id = opener_id then 'same' else 'second' end"] ["cap", "live_at", "until_at", "(select sum(cost) from rapid_steps where rapid_id = rapids.id)"];
    /// Alert; stage, whether it was told; when it was reported, until when it is there.
    alerts: "alerts" ["id", NO, NO] ["stage", "told"] ["reported_at", "expires_at", NO, NO];
    /// Choice, circle, who began it; stage; last day, length of the sealed box, hands, length of what was counted.
    choices: "choices" ["id", "circle_id", "author_id"] ["stage", NO] ["closes_on", "length(ballots)", "(select count(*) from choice_hands where choice_id = choices.id)", "length(counted)"];
}

/// Those who are asked for nothing: they rest, are quiet, or have gone.
pub const QUIET: &[&str] = &["resting", "dormant", "left"];

impl Seen {
    /// What somebody is here; nothing where they have gone.
    pub fn standing(&self, person: Id) -> Option<&str> {
        self.standings.get(&person).map(String::as_str)
    }

    /// Everybody's standing.
    pub fn standings(&self) -> &BTreeMap<Id, String> {
        &self.standings
    }

    /// The circles somebody is in.
    pub fn circles_of(&self, person: Id) -> BTreeSet<Id> {
        let theirs = self.circles.iter().filter(|line| line.of() == person);
        theirs.map(Line::id).collect()
    }

    /// Those of a circle who are members and do not rest.
    pub fn members(&self, circle: Id) -> Vec<Id> {
        let inside = self.circles.iter().filter(|line| line.id() == circle);
        inside
            .map(Line::of)
            .filter(|person| self.standing(*person) == Some("member"))
            .collect()
    }

    /// Those who hold a role of a circle at this moment.
    pub fn holders(&self, circle: Id, role: &str) -> Vec<Id> {
        let held = self.roles.iter().filter(|line| {
            line.of() == circle
                && line.word == role
                && line.one <= self.now.0
                && line.two > self.now.0
        });
        held.map(Line::to).collect()
    }

    /// Whether a rest season lies over a receiver at this moment: the network's, or its circle's.
    pub fn season_over(&self, receiver: Id) -> bool {
        self.seasons.iter().any(|line| {
            line.word == "resting"
                && line.one <= i64::from(self.today.0)
                && (line.of() == NOBODY || line.of() == receiver)
        })
    }
}
