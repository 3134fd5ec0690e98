//! What a live round shows of this moment: who has the piece, who comes next, and the one thing to do.
//! The same for a page and for whoever hears it; no name of a person who looks is in it.

use crate::{
    live::{Picture, Sees},
    rules::{Reach, Stage},
};
use askama::Template;
use web::Tongue;

/// Up to so many sit in sight of each other before it begins.
const IN_SIGHT: usize = 20;

struct Button {
    value: String,
    words: String,
    quiet: bool,
}

struct Sits {
    name: String,
    how: String,
}

#[derive(Default, Template)]
#[template(path = "round_now.html")]
struct Now {
    title: String,
    words: Vec<String>,
    /// A breath: `once` before somebody speaks, `on` in a silence.
    breath: &'static str,
    buttons: Vec<Button>,
    order_title: String,
    order: Vec<Sits>,
}

/// A round at this moment, as somebody sees it who does not carry a name in what they see.
pub(crate) fn region(tongue: &Tongue, picture: &Picture, sees: Sees) -> String {
    // A string can always be written into.
    now(tongue, picture, sees).render().unwrap_or_default()
}

fn now(tongue: &Tongue, picture: &Picture, sees: Sees) -> Now {
    let mut now = Now::default();
    let keeps = sees == Sees::Keeps;
    let say = |key: &str| tongue.say(key).to_owned();
    match (picture.stage, &picture.turn) {
        (Stage::Closed, _) => {
            now.title = say("round-over");
            now.words.push(say("round-over-words"));
            return now;
        }
        (_, Some(_)) => turn(&mut now, tongue, picture, sees),
        (Stage::Silence, None) => {
            now.title = say("round-silence");
            now.words.push(say("round-silence-words"));
            now.breath = "on";
        }
        (Stage::Respond, None) => {
            now.title = say("round-respond");
            now.words.push(say("round-respond-words"));
            now.words.push(say("round-respond-more"));
        }
        (Stage::Harvest, None) => {
            now.title = say("round-harvest");
            now.words.push(say("round-harvest-words"));
        }
        (stage, None) => {
            let (title, words) = match (stage, picture.turns, picture.whole) {
                _ if picture.order.is_empty() => ("round-gather", "round-gather-words"),
                (_, _, true) => ("round-everyone", "round-everyone-words"),
                (Stage::Round2, _, _) => ("round-again", "round-again-words"),
                (_, 0, _) => ("round-gather", "round-gather-words"),
                _ => ("round-late", "round-late-words"),
            };
            now.title = say(title);
            now.words.push(say(words));
        }
    }
    if keeps {
        calls(&mut now, tongue, picture);
    }
    let gathers = picture.turns == 0 && picture.order.len() <= IN_SIGHT;
    if !picture.order.is_empty() && (keeps || gathers) {
        now.order_title = say("round-order");
        let order = picture.order.iter().map(|(name, reach)| Sits {
            name: name.clone(),
            how: match reach {
                _ if !keeps || picture.turns == 0 => String::new(),
                Reach::NotYet => say("reach-not-yet"),
                Reach::ComesBack => say("reach-comes-back"),
                Reach::Spoke => say("reach-spoke"),
                Reach::Passed => say("reach-passed"),
            },
        });
        now.order = order.collect();
    }
    now
}

/// Somebody has the piece.
fn turn(now: &mut Now, tongue: &Tongue, picture: &Picture, sees: Sees) {
    let say = |key: &str| tongue.say(key).to_owned();
    let name = picture.now.clone().unwrap_or_default();
    now.title = match sees {
        Sees::Holds => say("round-yours"),
        _ => tongue.tell("round-holds", &[("name", name.into())]),
    };
    let guide = match (picture.full, sees, picture.stage) {
        (true, _, _) => "round-full",
        (_, Sees::Holds, Stage::Round2) => "round-speak-again",
        (_, Sees::Holds, _) => "round-speak",
        _ => "round-listen",
    };
    now.words.push(say(guide));
    if picture.last_time && sees != Sees::Listens {
        now.words.push(say("round-came-back"));
    }
    now.words.push(match &picture.next {
        Some(next) => tongue.tell("round-next", &[("name", next.as_str().into())]),
        None => say("round-next-nobody"),
    });
    if !picture.full {
        now.breath = "once";
    }
    let number = picture.turn.map_or(0, |turn| turn.number);
    let keys = match sees {
        Sees::Listens => return,
        Sees::Holds => [("next", "round-hand-on"), ("pass", "round-pass")],
        Sees::Keeps => [("next", "round-next-person"), ("pass", "round-they-pass")],
    };
    for (verb, key) in keys {
        now.buttons.push(Button {
            value: format!("{verb}.{number}"),
            words: say(key),
            quiet: verb == "pass",
        });
    }
}

/// What the keeper calls when nobody has the piece.
fn calls(now: &mut Now, tongue: &Tongue, picture: &Picture) {
    if picture.turn.is_some() || picture.order.is_empty() {
        return;
    }
    let comes_round = picture.stage == Stage::Silence && picture.following == Stage::Round2;
    let (value, key) = match picture.following {
        _ if !picture.whole && !comes_round && picture.stage <= Stage::Round2 => {
            (format!("give.{}", picture.turns), "round-give")
        }
        Stage::Closed => return,
        stage => {
            let key = match stage {
                Stage::Silence => "round-open-silence",
                Stage::Round2 => "round-open-again",
                Stage::Respond => "round-open-respond",
                _ => "round-open-harvest",
            };
            (format!("open.{}", stage.as_str()), key)
        }
    };
    now.buttons.push(Button {
        value,
        words: tongue.say(key).to_owned(),
        quiet: false,
    });
}
