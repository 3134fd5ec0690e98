//! One proposal: its words, where it is, when it can be decided at the earliest, who it falls on, and
//! one's voice, all on one page.

use super::words::{self, Step};
use crate::{
    deeds::{self, proposal::SHORT_LIMIT, voice::SAID_LIMIT},
    rules::{
        Answer, DecisionRefusal, LONGEST_REVIEW_DAYS, MUCH_IN_A_DAY, Manner, ObjectionState,
        ProposalId, Stage, VoiceKind,
    },
    sight,
    tables::{self, Meaning, ProposalRow, Way},
};
use askama::Template;
use kernel::{Audience, Guarded, Member, Refusal, Who, YesNo};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page_of("/decisions/{id}", page)]
}

/// What somebody said, with who it was, for the circle.
struct Voice {
    id: String,
    name: String,
    kind: String,
    words: String,
    by_phone: bool,
    /// Written down for me by phone: is that what I said?
    confirms: bool,
    /// An objection that is open; mine, where I can say that it is met.
    open: bool,
    mine: bool,
    met: String,
}

struct GateLine {
    id: String,
    name: String,
    says: String,
    words: String,
    can_ask: bool,
}

struct Before {
    words: String,
    when: String,
}

#[derive(Template)]
#[template(path = "proposal.html")]
struct Page {
    frame: Frame,
    id: String,
    /// Its circle, as a receiver of commitments.
    circle: String,
    lede: String,
    words: String,
    waits: Option<String>,
    bears: String,
    shaped: String,
    gives: Option<String>,
    consensus: bool,
    short_limit: usize,
    way: Vec<Step>,
    ended: Option<String>,
    earliest: Option<String>,
    not_yet: Option<String>,
    /// Nothing stands in its way.
    can_adopt: bool,
    open: bool,
    round: bool,
    of_circle: bool,
    decides: bool,
    leads: bool,
    steward: bool,
    in_effect: bool,
    cooling: Option<String>,
    past: bool,
    spoke: bool,
    /// Much was said today: a reply can wait for tomorrow.
    warm: bool,
    voices: Vec<Voice>,
    before: Vec<Before>,
    disputable: bool,
    gates: Vec<GateLine>,
    caucuses: Vec<String>,
    said_limit: usize,
    tomorrow: String,
    latest: String,
    review: String,
    audience: AudienceLine,
    voices_audience: AudienceLine,
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let id = ProposalId::parse(id).ok_or(Stop::NotThere)?;
    let (me, row, who) = deeds::read(room, id)?;
    let key = row.key(&room.house.vault)?;
    let opened = Guarded::new(
        (
            key.open(row.row(), "title", &row.title)?,
            key.open(row.row(), "words", &row.words)?,
            key.open_some(row.row(), "waits", row.waits.as_ref())?,
            key.open_some(row.row(), "bears", row.bears.as_ref())?,
            key.open_some(row.row(), "shaped", row.shaped.as_ref())?,
        ),
        who.clone(),
    );
    let (title, words, waits, bears, shaped) = opened
        .seen_by(&room.viewer)
        .cloned()
        .ok_or(Stop::NotThere)?;
    let rule = row.proposal();
    let here = deeds::those_who_decide(room, row.circle_id)?;
    let facts = deeds::facts(room, &row, &here)?;
    let of_circle = me.circles.contains(&row.circle_id);
    let steward = people::looks_after(room.conn, &me, row.circle_id, room.now)?;
    let leads = of_circle && deeds::leads(room, &me, &row)?;
    let decides = here.contains(&me.id);
    let in_effect = rule.is_in_effect(room.now);
    let said = voices(room, &me, &row)?;
    let before = before(room, &row, &who)?;
    let tongue = room.tongue.clone();
    let zone = room.network.zone.clone();
    let decidable = rule.decidable(&facts, room.now);
    let can_adopt = decidable.is_ok();
    let not_yet = match decidable {
        Err(no) if row.stage == Stage::Round => match no {
            // It stands above, with its hour.
            DecisionRefusal::TooEarly(_) => None,
            DecisionRefusal::TooFewSpoke => {
                let more = row.manner.quorum(facts.here).saturating_sub(facts.spoke);
                Some(tongue.tell("decide-few-more", &[("n", more.into())]))
            }
            no => Some(tongue.message(&no.message())),
        },
        _ => None,
    };
    let cooling = match (row.stage, in_effect) {
        (Stage::Adopted, false) => rule.in_effect_from().map(|at| {
            tongue.tell(
                "decide-cooling",
                &[("when", tongue.moment(at, &zone).into())],
            )
        }),
        _ => None,
    };
    let latest = room.today.plus(LONGEST_REVIEW_DAYS).to_string();
    let lede = lede(room, &row)?;
    let gates = gates(room, &row, &who, leads)?;
    let caucuses = crate::near::caucus_names(room)?;
    room.page(&Page {
        id: row.id.to_string(),
        circle: format!("circle:{}", row.circle_id),
        lede,
        bears: bears.unwrap_or_default(),
        shaped: shaped.unwrap_or_default(),
        gives: row
            .gives
            .map(|manner| tongue.say(words::manner(manner)).to_owned()),
        consensus: row.manner == Manner::Consensus,
        short_limit: SHORT_LIMIT,
        way: words::way(&tongue, &row, in_effect),
        ended: matches!(row.stage, Stage::SetDown | Stage::Ended)
            .then(|| super::list::stands(room, &row)),
        earliest: rule.is_open().then(|| {
            let when = tongue.moment(rule.earliest(), &zone);
            tongue.tell("decide-earliest", &[("when", when.into())])
        }),
        not_yet,
        can_adopt,
        open: rule.is_open(),
        round: row.stage == Stage::Round,
        of_circle,
        decides,
        leads,
        steward,
        in_effect,
        cooling,
        past: rule.is_past_review(room.today),
        spoke: said.spoke,
        warm: rule.is_open() && said.today >= MUCH_IN_A_DAY,
        voices: said.voices,
        disputable: of_circle
            && rule.is_open()
            && !rule.disputed
            && before.last().is_some_and(|(_, typo)| *typo),
        before: before.into_iter().map(|(before, _)| before).collect(),
        gates,
        caucuses,
        said_limit: SAID_LIMIT,
        tomorrow: room.today.plus(1).to_string(),
        latest,
        review: row.review_on.to_string(),
        audience: AudienceLine::new(
            &tongue,
            match row.class {
                crate::rules::Class::Foundational => Audience::Network,
                _ => Audience::Circle,
            },
            match row.class {
                crate::rules::Class::Foundational => "audience-decision-all",
                _ => "audience-decision",
            },
        ),
        voices_audience: AudienceLine::new(&tongue, Audience::Circle, "audience-voices"),
        words,
        waits,
        frame: room.frame(title),
    })
}

fn lede(room: &mut Room<'_>, row: &ProposalRow) -> Result<String, Stop> {
    let circle = people::circle(room.conn, row.network_id, row.circle_id)?.name;
    let author = match row.author_id {
        Some(person) => people::called_for(room, person, sight::voices(row.circle_id))?,
        None => String::new(),
    };
    let class = room.tongue.say(words::class(row.class)).to_owned();
    let said = [
        ("circle", circle.into()),
        ("class", class.into()),
        ("day", row.opened_on.into()),
        ("name", author.as_str().into()),
    ];
    let key = match author.is_empty() {
        true => "decide-lede-plain",
        false => "decide-lede",
    };
    Ok(room.tongue.tell(key, &said))
}

/// What the circle said, and whether I spoke on this text.
/// What was said, as whoever is in the room reads it.
#[derive(Default)]
struct Said {
    voices: Vec<Voice>,
    /// They spoke in the round, on this version.
    spoke: bool,
    /// Words that were said today.
    today: usize,
}

fn voices(room: &mut Room<'_>, me: &Member, row: &ProposalRow) -> Result<Said, Stop> {
    let who = sight::voices(row.circle_id);
    let mut all = Said::default();
    for voice in tables::voices_of(room.conn, row.network_id, row.id)? {
        let mine = voice.member_id == Some(me.id);
        if mine && voice.kind.is_of_the_round() && voice.version == row.version {
            all.spoke = true;
        }
        let key = voice.key(&room.house.vault)?;
        let words = key.open_some(voice.row(), "words", voice.words.as_ref())?;
        let words = Guarded::new(words, who.clone());
        let Some(words) = words.seen_by(&room.viewer).cloned() else {
            continue;
        };
        all.today += usize::from(words.is_some() && voice.said_on == room.today);
        // A word on an older text is no word on this one.
        if voice.kind.is_of_the_round()
            && voice.version != row.version
            && voice.kind != VoiceKind::Objection
        {
            continue;
        }
        let name = match voice.member_id {
            Some(person) => people::called_for(room, person, who.clone())?,
            None => room.tongue.say("voice-somebody").to_owned(),
        };
        let met = match voice.objection {
            Some(ObjectionState::Integrated) => "voice-met",
            Some(ObjectionState::TakenBack) => "voice-taken-back",
            _ => "",
        };
        all.voices.push(Voice {
            id: voice.id.to_string(),
            name,
            kind: room
                .tongue
                .say(words::voice(voice.kind, row.manner))
                .to_owned(),
            words: words.unwrap_or_default(),
            by_phone: voice.way != Way::Own,
            confirms: mine && voice.way == Way::Phone,
            open: voice.is_open_objection(),
            mine,
            met: match met.is_empty() {
                true => String::new(),
                false => room.tongue.say(met).to_owned(),
            },
        });
    }
    Ok(all)
}

/// The texts it had, and whether each was called a slip of the pen.
fn before(room: &mut Room<'_>, row: &ProposalRow, who: &Who) -> Result<Vec<(Before, bool)>, Stop> {
    let mut all = Vec::new();
    for text in tables::texts_of(room.conn, row.network_id, row.id)? {
        let key = text.key(&room.house.vault)?;
        let words = key.open(text.row(), "words", &text.words)?;
        let words = Guarded::new(words, who.clone());
        let said = [("day", text.until_on.into())];
        let key = match text.meaning {
            Meaning::Changed => "decide-before-changed",
            Meaning::Typo => "decide-before-typo",
        };
        let when = room.tongue.tell(key, &said);
        if let Some(words) = words.seen_by(&room.viewer).cloned() {
            all.push((Before { words, when }, text.meaning == Meaning::Typo));
        }
    }
    Ok(all)
}

fn gates(
    room: &mut Room<'_>,
    row: &ProposalRow,
    who: &Who,
    leads: bool,
) -> Result<Vec<GateLine>, Stop> {
    let mut all = Vec::new();
    for gate in tables::raised_gates(room.conn, row.network_id, row.id)? {
        let name = match tables::caucus(room.conn, row.network_id, gate.caucus_id) {
            Ok(caucus) => caucus.opened(&room.house.vault)?.0,
            Err(diesel::result::Error::NotFound) => room.tongue.say("gate-dissolved").to_owned(),
            Err(other) => return Err(other.into()),
        };
        let old = gate.answer == Answer::Yes && gate.version != row.version;
        let key = match old {
            true => "gate-yes-before",
            false => words::answer(gate.answer),
        };
        let opened = gate.key(&room.house.vault)?;
        let words = opened.open_some(gate.row(), "words", gate.words.as_ref())?;
        let words = Guarded::new(words, who.clone());
        let words = words.seen_by(&room.viewer).cloned().flatten();
        let help = gate.gate().ask_what_would_help(gate.asked_on, room.today);
        all.push(GateLine {
            id: gate.id.to_string(),
            name,
            says: match (gate.help_asked, gate.answer) {
                (YesNo::Yes, Answer::Asked | Answer::NotNow) => {
                    room.tongue.say("gate-help-asked").to_owned()
                }
                _ => room.tongue.say(key).to_owned(),
            },
            words: words.unwrap_or_default(),
            can_ask: leads && row.proposal().is_open() && help.is_ok(),
        });
    }
    Ok(all)
}
