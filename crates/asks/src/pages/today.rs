//! Asks on the Today page: what I said "I can" to, what the line waits for, and at most three asks
//! that fit what I offered.

use super::words;
use crate::{
    deeds,
    practice::{HELD_ASK, is_held},
    rules::Kind,
    tables::{self, BoardFilter, OfferRow, StageWord},
};
use kernel::{Audience, Member, PersonId, Role, Who};
use store::Stop;
use web::{
    AnswerWord, Answerable, AudienceLine, Disposition, Held, HeldKind, Item, Lang, Room, TodayShare,
};

/// At most three suggestions: a person chooses, a feed does not.
const SUGGESTIONS: usize = 3;

pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare {
        yours: yours(room, me)?,
        ..TodayShare::default()
    };
    let aid = room.network.aid;
    if me.holds(Role::Shift, aid) || me.holds(Role::Intake, aid) {
        share.ours.extend(the_line(room, me)?);
    }
    if !me.is_resting() && me.standing.reads_as_member() {
        share.could_you = could_you(room, me)?;
    }
    Ok(share)
}

fn yours(room: &mut Room<'_>, me: &Member) -> Result<Vec<Item>, Stop> {
    let tongue = room.tongue.clone();
    let mut items = Vec::new();
    for row in tables::claimed_by(room.conn, me.network, me.id)? {
        let key = match row.stage {
            StageWord::Claimed => "today-agree",
            StageWord::Arranged => "today-arranged",
            StageWord::SaidDone => "today-said-done",
            _ => continue,
        };
        let seen = row.seen_by(&room.viewer, &room.house.vault, room.network.aid)?;
        let plan = seen.plan.unwrap_or_default();
        let title = format!("{} · {}", row.code, seen.published.unwrap_or_default());
        let arranged = row.stage == StageWord::Arranged;
        items.push(Item {
            // What was agreed may name a street: a letter only says that something was.
            in_letters: Some(format!(
                "{title}. {}",
                tongue.say(if arranged { "letter-arranged" } else { key })
            )),
            title,
            words: if arranged {
                tongue.tell(key, &[("plan", plan.into())])
            } else {
                tongue.say(key).to_owned()
            },
            href: format!("/asks/{}", row.id),
            button: match row.stage {
                StageWord::Claimed => Some(tongue.say("today-agree-button").to_owned()),
                StageWord::Arranged => Some(tongue.say("ask-done-button").to_owned()),
                _ => None,
            },
            action: arranged.then(|| format!("/asks/{}/done", row.id)),
            way_out: false,
            audience: Some(AudienceLine::new(
                &tongue,
                Audience::Named,
                "audience-address",
            )),
            quiet: false,
            answer: Some(Answerable {
                id: format!("{HELD_ASK}{}", row.id),
                words: match row.stage {
                    StageWord::Claimed => &[AnswerWord::Cant],
                    StageWord::Arranged => &[AnswerWord::Done, AnswerWord::Cant],
                    _ => &[],
                },
            }),
        });
    }
    Ok(items)
}

/// What somebody said "I can" to and has not done yet (P5), as they read it themself.
pub(crate) fn held(room: &mut Room<'_>, by: PersonId) -> Result<Vec<Held>, Stop> {
    let mut all = Vec::new();
    for row in tables::claimed_by(room.conn, room.network.id, by)? {
        if !is_held(row.stage) {
            continue;
        }
        let seen = row.seen_by(&room.viewer, &room.house.vault, room.network.aid)?;
        all.push(Held {
            id: format!("{HELD_ASK}{}", row.id),
            kind: HeldKind::Ask,
            title: format!("{} · {}", row.code, seen.published.unwrap_or_default()),
            href: format!("/asks/{}", row.id),
            circle: Some(room.network.aid),
            suggested: None,
            may: &[Disposition::Circle],
        });
    }
    Ok(all)
}

/// A word that came by letter or text: "I can" to an ask of the board, or done, or can't, about one
/// that they said it to. How to reach whoever asks stands on its page alone.
pub(crate) fn hear(room: &mut Room<'_>, about: &str, word: AnswerWord) -> Result<bool, Stop> {
    let Some(id) = about.strip_prefix(HELD_ASK) else {
        return Ok(false);
    };
    let ask = deeds::look(room, id)?.id;
    match word {
        AnswerWord::ICan => {
            if !Who::Network(room.network.id).includes(&room.viewer) {
                return Err(Stop::NotThere);
            }
            deeds::claim(room, ask, None)?;
        }
        AnswerWord::Done => deeds::say_done(room, ask)?,
        AnswerWord::Cant => deeds::unclaim(room, ask)?,
        _ => return Ok(false),
    }
    Ok(true)
}

fn the_line(room: &mut Room<'_>, me: &Member) -> Result<Option<Item>, Stop> {
    let new = tables::count_at(room.conn, me.network, &[StageWord::Received])?;
    if new == 0 {
        return Ok(None);
    }
    let tongue = &room.tongue;
    let title = tongue.tell("today-new-asks", &[("n", new.into())]);
    let words = tongue.say("today-new-asks-words").to_owned();
    Ok(Some(Item::new(title, words, "/shift").titled_in_letters()))
}

/// Whether an offer fits an ask: the kind; the area, if the offer names one; the language, if the
/// offer names one. Nothing about either person.
fn fits(offer: &OfferRow, kind: Kind, area: &str, lang: Lang) -> bool {
    offer.kind == kind
        && (offer.area.is_empty() || area.is_empty() || offer.area == area)
        && (offer.language.is_empty() || offer.language == lang.as_str())
}

fn could_you(room: &mut Room<'_>, me: &Member) -> Result<Vec<Item>, Stop> {
    let today = room.today;
    let offers: Vec<OfferRow> = tables::offers_of(room.conn, me.network, me.id)?
        .into_iter()
        .filter(|offer| offer.until_day >= today)
        .collect();
    if offers.is_empty() {
        return Ok(Vec::new());
    }
    let tongue = room.tongue.clone();
    let mut items = Vec::new();
    let mut filter = BoardFilter::default();
    // In the order of the queue, a page at a time, until three fit.
    while items.len() < SUGGESTIONS {
        let (lines, more) =
            tables::board(room.conn, &room.house.vault, me, room.network.aid, &filter)?;
        let in_time = |by: Option<kernel::Day>| by.is_none_or(|by| by >= today);
        for line in &lines {
            let fitting = offers
                .iter()
                .any(|offer| fits(offer, line.kind, &line.area, line.language));
            if items.len() < SUGGESTIONS && fitting && in_time(line.by_day) {
                let words = line.published.seen_by(&room.viewer).cloned().flatten();
                let mut parts = vec![words::area(&tongue, &line.area)];
                parts.extend(Some(words::by(&tongue, line.by_day)).filter(|by| !by.is_empty()));
                if line.language == Lang::Es {
                    parts.push(tongue.say("spanish-helps").to_owned());
                }
                let title = format!("{} · {}", line.code, words.unwrap_or_default());
                let words = parts.join(" · ");
                items.push(Item {
                    in_letters: Some(format!("{title} · {words}")),
                    title,
                    words,
                    href: format!("/asks/{}", line.id),
                    button: Some(tongue.say("i-can").to_owned()),
                    action: Some(format!("/asks/{}/claim", line.id)),
                    way_out: false,
                    audience: None,
                    quiet: false,
                    answer: Some(Answerable {
                        id: format!("{HELD_ASK}{}", line.id),
                        words: &[AnswerWord::ICan],
                    }),
                });
            }
        }
        if !more {
            break;
        }
        filter.page += 1;
    }
    Ok(items)
}
