//! Words that several pages say.

use crate::{
    rules::{Answer, Class, Manner, Stage, VoiceKind},
    sight,
    tables::ProposalRow,
};
use kernel::{Guarded, PersonId};
use store::Stop;
use web::{Room, Tongue};

pub(super) fn class(class: Class) -> &'static str {
    match class {
        Class::Everyday => "class-everyday",
        Class::Shared => "class-shared",
        Class::Weighty => "class-weighty",
        Class::Foundational => "class-foundational",
    }
}

pub(super) fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Consent => "manner-consent",
        Manner::Consensus => "manner-consensus",
        Manner::Dots => "manner-dots",
        Manner::Marks => "manner-marks",
        Manner::Order => "manner-order",
    }
}

pub(super) fn voice(kind: VoiceKind, manner: Manner) -> &'static str {
    match kind {
        VoiceKind::Consent if manner == Manner::Consensus => "voice-agree",
        VoiceKind::Objection if manner == Manner::Consensus => "voice-block",
        VoiceKind::Question => "voice-question",
        VoiceKind::Reaction => "voice-reaction",
        VoiceKind::Consent => "voice-consent",
        VoiceKind::Pass => "voice-pass",
        VoiceKind::StandAside => "voice-stand-aside",
        VoiceKind::Objection => "voice-objection",
    }
}

pub(super) fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Told => "gate-told",
        Answer::Asked => "gate-asked",
        Answer::UnderWay => "gate-under-way",
        Answer::Yes => "gate-yes",
        Answer::YesIf => "gate-yes-if",
        Answer::No => "gate-no",
        Answer::NotOurs => "gate-not-ours",
        Answer::NotNow => "gate-not-now",
    }
}

/// A step of the way, in words: what it is called, whether it is done, whether it is here.
pub(super) struct Step {
    pub words: String,
    pub done: bool,
    pub here: bool,
}

/// Where a proposal is.
pub(super) fn way(tongue: &Tongue, row: &ProposalRow, in_effect: bool) -> Vec<Step> {
    let here = match row.stage {
        Stage::Questions => 0,
        Stage::Reactions => 1,
        Stage::Round => 2,
        Stage::Adopted if !in_effect => 3,
        Stage::Adopted => 4,
        Stage::SetDown | Stage::Ended => return Vec::new(),
    };
    let round = match row.manner {
        Manner::Consensus => "stage-round-all",
        _ => "stage-round",
    };
    let mut steps = vec!["stage-questions", "stage-reactions", round];
    if row.class.cools() || here == 3 {
        steps.push("stage-cooling");
    }
    let here = here.min(steps.len());
    steps.push("stage-in-effect");
    steps
        .into_iter()
        .enumerate()
        .map(|(at, key)| Step {
            words: tongue.say(key).to_owned(),
            done: at < here,
            here: at == here,
        })
        .collect()
}

/// What a proposal is called, as this viewer reads it: one of its circle, or convenor of those asked.
pub(super) fn title(
    room: &Room<'_>,
    row: &ProposalRow,
    convenors: &[PersonId],
) -> Result<Option<String>, Stop> {
    let what = (row.circle_id, row.class);
    let who = sight::proposal(row.network_id, what, convenors);
    let title = row
        .key(&room.house.vault)?
        .open(row.row(), "title", &row.title)?;
    Ok(Guarded::new(title, who).seen_by(&room.viewer).cloned())
}
