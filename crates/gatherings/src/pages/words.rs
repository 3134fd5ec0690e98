//! Words that several pages say.

use crate::{
    rules::{ContainerId, Kind, LineId, Part, SeasonId, Shape, Stage, Wide, clock},
    tables::{ContainerRow, Words},
};
use kernel::{Audience, Guarded, PersonId, Who};
use store::Stop;
use web::{AudienceLine, Room};

pub(super) fn id(text: &str) -> Result<ContainerId, Stop> {
    ContainerId::parse(text).ok_or(Stop::NotThere)
}

pub(super) fn line_id(text: &str) -> Result<LineId, Stop> {
    LineId::parse(text).ok_or(Stop::NotThere)
}

pub(super) fn season_id(text: &str) -> Result<SeasonId, Stop> {
    SeasonId::parse(text).ok_or(Stop::NotThere)
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Gathering => "gather-kind-gathering",
        Kind::Campaign => "gather-kind-campaign",
        Kind::Learning => "gather-kind-learning",
        Kind::Choir => "gather-kind-choir",
    }
}

pub(super) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Round => "gather-shape-round",
        Shape::Council => "gather-shape-council",
        Shape::Consent => "gather-shape-consent",
        Shape::Choir => "gather-shape-choir",
    }
}

pub(super) fn wide(wide: Wide) -> &'static str {
    match wide {
        Wide::Circle => "gather-wide-circle",
        Wide::Network => "gather-wide-network",
        Wide::Public => "gather-wide-public",
    }
}

pub(super) fn part(part: Part) -> &'static str {
    match part {
        Part::Heard => "harvest-heard",
        Part::Quote => "harvest-quote",
        Part::Characteristic => "harvest-characteristic",
        Part::Practice => "harvest-practice",
        Part::Tension => "harvest-tension",
        Part::Meaning => "harvest-meaning",
        Part::Invitation => "harvest-invitation",
        Part::QuestionOn => "harvest-question-on",
        Part::Promise => "harvest-promise",
        Part::Stays => "harvest-stays",
        Part::Change => "harvest-change",
    }
}

/// Where one stands, in a few words.
pub(super) fn stage(room: &Room<'_>, row: &ContainerRow) -> String {
    let rule = row.container(&room.network.zone);
    let key = match row.stage {
        Stage::Seeded => "gather-stage-seeded",
        Stage::Invited if rule.asks_to_close(room.today) => "gather-stage-asks",
        Stage::Invited if row.kind == Kind::Campaign => "gather-stage-under-way",
        Stage::Invited => "gather-stage-invited",
        Stage::Gathered => "gather-stage-gathered",
        Stage::Draft => "gather-stage-draft",
        Stage::Room => "gather-stage-room",
        Stage::Shared => match row.shared_to {
            Some(Wide::Public) => "gather-stage-shared-public",
            Some(Wide::Network) => "gather-stage-shared-network",
            _ => "gather-stage-shared-circle",
        },
        Stage::Resting => "gather-stage-resting",
        Stage::Closed => "gather-stage-closed",
    };
    room.tongue.say(key).to_owned()
}

/// "Monday 6 April, 18:00".
pub(super) fn when(room: &Room<'_>, row: &ContainerRow) -> String {
    let day = room.tongue.day(row.on_day);
    format!("{day}, {}", clock(row.starts_minute))
}

/// Its words, as this viewer reads them; none where they are not theirs to read.
pub(super) fn read(room: &Room<'_>, row: &ContainerRow, who: Who) -> Result<Option<Words>, Stop> {
    let opened = Guarded::new(row.open(&room.house.vault)?, who);
    Ok(opened.seen_by(&room.viewer).cloned())
}

/// Its question; where there is none yet, what it is and when.
pub(super) fn title(room: &Room<'_>, row: &ContainerRow, words: &Words) -> String {
    match &words.question {
        Some(question) => question.clone(),
        None => {
            let what = room.tongue.say(kind(row.kind)).to_owned();
            let said = [("what", what.into()), ("day", row.on_day.into())];
            room.tongue.tell("gather-untitled", &said)
        }
    }
}

/// The same, for a list; `None` where it is not theirs to read.
pub(super) fn title_for(
    room: &Room<'_>,
    row: &ContainerRow,
    who: Who,
) -> Result<Option<String>, Stop> {
    let words = read(room, row, who)?;
    Ok(words.map(|words| title(room, row, &words)))
}

/// "Chidi and Rosa", as far as this viewer reads who they are.
pub(super) fn pair(room: &mut Room<'_>, people: &[PersonId], who: &Who) -> Result<String, Stop> {
    let mut names = Vec::new();
    for person in people {
        let name = people::called_for(room, *person, who.clone())?;
        if !name.is_empty() {
            names.push(name);
        }
    }
    Ok(match &names[..] {
        [one, other] => {
            let said = [("one", one.into()), ("other", other.into())];
            room.tongue.tell("gather-pair", &said)
        }
        _ => names.join(", "),
    })
}

/// Who reads an invitation, in words.
pub(super) fn audience(room: &Room<'_>, wide: Wide) -> AudienceLine {
    let (rung, key) = match wide {
        Wide::Circle => (Audience::Circle, "audience-gather-circle"),
        Wide::Network => (Audience::Network, "audience-gather-network"),
        Wide::Public => (Audience::Public, "audience-gather-public"),
    };
    AudienceLine::new(&room.tongue, rung, key)
}

/// A choice of a form: its value, its words, whether it is chosen.
pub(super) type Choice = (&'static str, String, bool);

pub(super) fn wides(room: &Room<'_>, chosen: Wide) -> Vec<Choice> {
    Wide::ALL
        .iter()
        .map(|one| {
            let said = room.tongue.say(wide(*one)).to_owned();
            (one.as_str(), said, *one == chosen)
        })
        .collect()
}
