//! A choice among things: a ballot, and what the count says, so that anybody can follow it.

use super::words;
use crate::{
    deeds::{
        self, choice as deed,
        proposal::{TITLE_LIMIT, WORDS_LIMIT},
    },
    rules::{
        Blanks, ChoiceId, ChoiceStage, Count, DOTS, HIGHEST_MARK, LEAST_BALLOTS, LEAST_DAYS,
        MOST_DAYS, MOST_THINGS, Manner, how_many,
    },
    sight,
    tables::{self, ChoiceRow},
};
use askama::Template;
use ballots::{Pairs, Strength};
use kernel::{Audience, CircleId, Guarded};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Tongue, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/choices/new", new),
        Route::deed("/choices", open),
        Route::page_of("/choices/{id}", page),
        Route::page_of("/choices/{id}/print", ballot),
        Route::deed_on("/choices/{id}/cast", cast),
        Route::deed_on("/choices/{id}/paper", paper),
        Route::deed_on("/choices/{id}/set-down", set_down),
    ]
}

#[derive(Template)]
#[template(path = "choice_new.html")]
struct New {
    frame: Frame,
    circles: Vec<(CircleId, String, String)>,
    title_limit: usize,
    words_limit: usize,
    most_things: usize,
    least: usize,
    first: String,
    last: String,
    audience: AudienceLine,
}

fn new(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let tongue = room.tongue.clone();
    let mut circles = Vec::new();
    for (id, name) in people::my_circles(room, &me)? {
        let manner = tables::manners(room.conn, me.network, id, room.now)?.1;
        let how = tongue.say(words::manner(manner)).to_owned();
        circles.push((id, name, how));
    }
    if circles.is_empty() || !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    room.page(&New {
        frame: room.frame(tongue.say("choice-new-title")),
        circles,
        title_limit: TITLE_LIMIT,
        words_limit: WORDS_LIMIT,
        most_things: MOST_THINGS,
        least: LEAST_BALLOTS,
        first: room.today.plus(LEAST_DAYS).to_string(),
        last: room.today.plus(MOST_DAYS).to_string(),
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-decision"),
    })
}

/// A thing on the ballot: its number as it is printed, and what it is.
struct Thing {
    at: usize,
    name: String,
}

/// A thing after the count: its place, what it is, and what lay on it.
struct Counted {
    place: usize,
    name: String,
    on_it: String,
}

#[derive(Template)]
#[template(path = "choice.html")]
struct Page {
    frame: Frame,
    id: String,
    lede: String,
    words: String,
    how: String,
    blanks: String,
    stands: Option<String>,
    open: bool,
    dots: bool,
    marks: Vec<u32>,
    things: Vec<Thing>,
    in_box: String,
    is_in: bool,
    decides: bool,
    steward: bool,
    leads: bool,
    line_hint: &'static str,
    counted: Vec<Counted>,
    ballots: String,
    why: Vec<String>,
    pairs: Vec<(String, Vec<String>)>,
    audience: AudienceLine,
    ballot_audience: AudienceLine,
}

fn id_of(id: &str) -> Result<ChoiceId, Stop> {
    ChoiceId::parse(id).ok_or(Stop::NotThere)
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let (me, row) = deed::read(room, id_of(id)?)?;
    let key = row.key(&room.house.vault)?;
    let opened = Guarded::new(
        (
            key.open(row.row(), "title", &row.title)?,
            key.open_some(row.row(), "words", row.words.as_ref())?,
            key.open_some(row.row(), "counted", row.counted.as_ref())?,
        ),
        sight::circles(row.circle_id),
    );
    let (title, words, counted) = opened
        .seen_by(&room.viewer)
        .cloned()
        .ok_or(Stop::NotThere)?;
    let things = deed::things(room.house, &row)?;
    let in_box = how_many(&key.open(row.row(), "ballots", &row.ballots)?);
    let of = (row.network_id, row.id);
    let hands = tables::hands_of(room.conn, &room.house.vault, of)?;
    let decides = deeds::those_who_decide(room, row.circle_id)?.contains(&me.id);
    let steward = people::looks_after(room.conn, &me, row.circle_id, room.now)?;
    let tongue = room.tongue.clone();
    let circle = people::circle(room.conn, row.network_id, row.circle_id)?.name;
    let lede = [("circle", circle.into()), ("day", row.closes_on.into())];
    let count = counted.as_deref().and_then(Count::of_text);
    let open = row.stage == ChoiceStage::Open;
    room.page(&Page {
        id: row.id.to_string(),
        lede: tongue.tell("choice-lede", &lede),
        words: words.unwrap_or_default(),
        how: tongue.say(how(row.manner)).to_owned(),
        blanks: tongue.say(blanks(row.manner, row.blanks)).to_owned(),
        stands: match row.stage {
            ChoiceStage::Open => None,
            ChoiceStage::Counted => Some(tongue.say("choice-counted").to_owned()),
            ChoiceStage::TooFew => Some(tongue.say("choice-too-few").to_owned()),
            ChoiceStage::SetDown => Some(tongue.say("stage-set-down").to_owned()),
        },
        open,
        dots: row.manner == Manner::Dots,
        marks: match row.manner {
            Manner::Marks => (0..=HIGHEST_MARK).collect(),
            Manner::Order => (1..=u32::try_from(things.len()).unwrap_or(0)).collect(),
            _ => (0..=DOTS).collect(),
        },
        in_box: tongue.tell("choice-in-box", &[("n", in_box.into())]),
        is_in: hands.iter().any(|(_, person)| *person == me.id),
        decides,
        steward: open && steward,
        leads: open && (steward || row.author_id == Some(me.id)),
        line_hint: match row.manner {
            Manner::Order => "choice-paper-order",
            _ => "choice-paper-numbers",
        },
        ballots: count.as_ref().map_or(String::new(), |count| {
            let said = [
                ("n", whole(count.ballots).into()),
                ("blank", whole(count.blank).into()),
            ];
            tongue.tell("choice-ballots", &said)
        }),
        why: match (&count, row.manner) {
            (Some(count), Manner::Order) => why(&tongue, &things, count),
            _ => Vec::new(),
        },
        pairs: match (&count, row.manner) {
            (Some(count), Manner::Order) => pairs(&things, count),
            _ => Vec::new(),
        },
        counted: count.map_or(Vec::new(), |count| {
            result(&tongue, row.manner, &things, &count)
        }),
        things: things
            .into_iter()
            .enumerate()
            .map(|(at, name)| Thing { at: at + 1, name })
            .collect(),
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-decision"),
        ballot_audience: AudienceLine::new(&tongue, Audience::Circle, "audience-ballot"),
        frame: room.frame(title),
    })
}

#[derive(Template)]
#[template(path = "ballot.html")]
struct Ballot {
    frame: Frame,
    id: String,
    lede: String,
    words: String,
    how: String,
    blanks: String,
    things: Vec<String>,
}

/// A ballot to print and fill in by hand.
fn ballot(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let (_, row) = deed::read(room, id_of(id)?)?;
    let key = row.key(&room.house.vault)?;
    let opened = Guarded::new(
        (
            key.open(row.row(), "title", &row.title)?,
            key.open_some(row.row(), "words", row.words.as_ref())?,
        ),
        sight::circles(row.circle_id),
    );
    let (title, words) = opened
        .seen_by(&room.viewer)
        .cloned()
        .ok_or(Stop::NotThere)?;
    let circle = people::circle(room.conn, row.network_id, row.circle_id)?.name;
    let tongue = room.tongue.clone();
    let lede = [("circle", circle.into()), ("day", row.closes_on.into())];
    let things = deed::things(room.house, &row)?;
    room.page(&Ballot {
        id: row.id.to_string(),
        lede: tongue.tell("choice-lede", &lede),
        words: words.unwrap_or_default(),
        how: tongue.say(how(row.manner)).to_owned(),
        blanks: tongue.say(blanks(row.manner, row.blanks)).to_owned(),
        things,
        frame: room.frame(title),
    })
}

fn how(manner: Manner) -> &'static str {
    match manner {
        Manner::Marks => "choice-how-marks",
        Manner::Order => "choice-how-order",
        _ => "choice-how-dots",
    }
}

fn blanks(manner: Manner, blanks: Blanks) -> &'static str {
    match (manner, blanks) {
        (Manner::Marks, Blanks::Nothing) => "choice-blank-marks-nothing",
        (Manner::Marks, Blanks::Last) => "choice-blank-marks-last",
        (Manner::Order, Blanks::Nothing) => "choice-blank-order-nothing",
        (Manner::Order, Blanks::Last) => "choice-blank-order-last",
        _ => "choice-blank-dots",
    }
}

fn whole(number: impl TryInto<i64>) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}

/// The things in places, each with what lay on it.
fn result(tongue: &Tongue, manner: Manner, things: &[String], count: &Count) -> Vec<Counted> {
    let number = |at: usize| whole(count.table.get(at).copied().unwrap_or(0));
    let mut all = Vec::new();
    for (place, group) in count.places.iter().enumerate() {
        for thing in group {
            let at = *thing as usize;
            let on_it = match manner {
                Manner::Dots => tongue.tell("choice-dots-on", &[("n", number(at).into())]),
                Manner::Marks => {
                    let said = [
                        ("sum", number(2 * at).into()),
                        ("n", number(2 * at + 1).into()),
                    ];
                    tongue.tell("choice-marks-on", &said)
                }
                _ => String::new(),
            };
            all.push(Counted {
                place: place + 1,
                name: things.get(at).cloned().unwrap_or_default(),
                on_it,
            });
        }
    }
    all
}

fn table_of(things: &[String], count: &Count) -> Option<Pairs> {
    let numbers = count.table.iter().map(|n| u32::try_from(*n).ok());
    Pairs::new(things.len(), numbers.collect::<Option<_>>()?).ok()
}

/// Why each thing stands before the next, in sentences; and of which no order can be said.
fn why(tongue: &Tongue, things: &[String], count: &Count) -> Vec<String> {
    let Some(pairs) = table_of(things, count) else {
        return Vec::new();
    };
    let name = |at: u32| things.get(at as usize).cloned().unwrap_or_default();
    let schulze = pairs.schulze(Strength::WinningVotes);
    let firsts: Vec<u32> = count
        .places
        .iter()
        .filter_map(|p| p.first())
        .copied()
        .collect();
    let mut said = Vec::new();
    for two in firsts.windows(2) {
        let why = schulze.why(two[0], two[1]);
        if why.ahead != Some(two[0]) {
            continue;
        }
        let mut args = vec![
            ("one", name(two[0]).into()),
            ("other", name(two[1]).into()),
            ("for", whole(why.duel.for_one).into()),
            ("against", whole(why.duel.for_other).into()),
        ];
        let key = match (why.duel.ahead() == Some(two[0]), &why.there) {
            (false, Some(path)) => {
                let over: Vec<String> = path.links.iter().map(|link| name(link.to)).collect();
                args.push(("path", over.join(" > ").into()));
                args.push(("least", whole(path.weakest.for_it).into()));
                "choice-why-path"
            }
            _ => "choice-why",
        };
        said.push(tongue.tell(key, &args));
    }
    for (one, other) in schulze.undecided() {
        let args = [("one", name(one).into()), ("other", name(other).into())];
        said.push(tongue.tell("choice-undecided", &args));
    }
    said
}

/// The table of pairs, from which anybody can work out the order again.
fn pairs(things: &[String], count: &Count) -> Vec<(String, Vec<String>)> {
    let n = things.len();
    let row = |at: usize| {
        let cells = (0..n).map(|other| match other == at {
            true => "·".to_owned(),
            false => count
                .table
                .get(at * n + other)
                .copied()
                .unwrap_or(0)
                .to_string(),
        });
        cells.collect()
    };
    let all = things.iter().enumerate();
    all.map(|(at, name)| (name.clone(), row(at))).collect()
}

/// What came first, in a line, where it was counted.
pub(super) fn first(room: &Room<'_>, row: &ChoiceRow) -> Result<Option<String>, Stop> {
    let key = row.key(&room.house.vault)?;
    let counted = key.open_some(row.row(), "counted", row.counted.as_ref())?;
    let Some(count) = counted.as_deref().and_then(Count::of_text) else {
        return Ok(None);
    };
    let things = deed::things(room.house, row)?;
    let first = count.places.first().into_iter().flatten();
    let names = first.filter_map(|at| things.get(*at as usize).cloned());
    Ok(Some(names.collect::<Vec<_>>().join(" = ")))
}

fn open(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let id = deed::open(room, typed)?;
    Ok(Reply::go(format!("/choices/{id}?said=choice-opened")))
}

fn cast(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::cast(room, id, typed)?;
    Ok(Reply::go(format!("/choices/{id}?said=choice-in")))
}

fn paper(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::from_paper(room, id, typed)?;
    Ok(Reply::go(format!("/choices/{id}?said=choice-paper")))
}

fn set_down(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::set_down(room, id)?;
    Ok(Reply::go(format!("/choices/{id}?said=saved")))
}
