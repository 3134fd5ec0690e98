//! What can be done to one ask on its page.

use super::words;
use crate::{
    deeds,
    rules::{AskId, AskRefusal, Consent, Kind, WORDS_LIMIT, Word},
    tables,
};
use kernel::OrganisationId;
use store::Stop;
use web::{Lang, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::deed_on("/asks/{id}/hear", hear).stays_open(),
        Route::deed_on("/asks/{id}/publish", publish).stays_open(),
        Route::deed_on("/asks/{id}/plan", plan).stays_open(),
        Route::deed_on("/asks/{id}/unclaim", unclaim).stays_open(),
        Route::deed_on("/asks/{id}/done", done).stays_open(),
        Route::deed_on("/asks/{id}/word", word).stays_open(),
        Route::deed_on("/asks/{id}/follow-up", follow_up).stays_open(),
        Route::deed_on("/asks/{id}/refer", refer).stays_open(),
        Route::deed_on("/asks/{id}/unable", unable).stays_open(),
        Route::deed_on("/asks/{id}/withdraw", withdraw).stays_open(),
    ]
}

/// Runs one deed on one ask, then shows the ask again with what was done.
fn done_to(
    room: &mut Room<'_>,
    id: &str,
    said: &str,
    work: impl FnOnce(&mut Room<'_>, AskId) -> Result<(), Stop>,
) -> Result<Reply, Stop> {
    // First whether it is there for them at all, then what they typed.
    let ask = deeds::look(room, id)?.id;
    work(room, ask)?;
    // A deed may end what its doer may see: then to where they came from.
    let still = room.member()?;
    let seen = tables::visible(room.conn, &still, room.network.aid, ask).is_ok();
    Ok(Reply::go(match seen {
        true => format!("/asks/{ask}?said={said}"),
        false => format!("/today?said={said}"),
    }))
}

/// What the shift typed of a conversation.
pub(super) fn consent(typed: &Typed) -> Consent {
    Consent {
        share_words: typed.ticked("share_words"),
        share_with_partner: typed.ticked("share_partner"),
        shift_only: typed.ticked("shift_only"),
    }
}

fn hear(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "heard", |room, ask| {
        let network = room.network.clone();
        let heard = deeds::Heard {
            words: typed.at_most("words", WORDS_LIMIT)?,
            contact: Some(typed.at_most("contact", 200)?).filter(|c| !c.is_empty()),
            place: Some(typed.at_most("place", 300)?).filter(|p| !p.is_empty()),
            by_when: words::day(typed, "by_when")?,
            window_until: words::moment(typed, "window_until", &network)?,
            area: typed.at_most("area", 60)?,
            kind: Kind::parse(typed.text("kind")).unwrap_or(Kind::Other),
            lang: Lang::parse(typed.text("language")).unwrap_or(Lang::En),
            text_ok: typed.ticked("text_ok"),
            consent: consent(typed),
        };
        deeds::hear(room, ask, &heard)
    })
}

fn publish(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "published", |room, ask| {
        deeds::publish(room, ask, typed.text("published"))
    })
}

fn plan(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "arranged", |room, ask| {
        deeds::plan(room, ask, typed.at_most("plan", 600)?)
    })
}

fn unclaim(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "unclaimed", deeds::unclaim)
}

fn done(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "done", deeds::say_done)
}

fn word(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "relayed", |room, ask| {
        let word = Word::parse(typed.text("word")).ok_or(AskRefusal::WordsNeeded)?;
        typed.at_most("answer", 1000)?;
        deeds::relay_word(room, ask, word, typed.some("answer"))
    })
}

fn follow_up(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "followed-up", |room, ask| {
        deeds::follow_up(room, ask)
    })
}

fn refer(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "referred", |room, ask| {
        let to = OrganisationId::parse(typed.text("to")).ok_or(Stop::NotThere)?;
        deeds::refer(room, ask, to)
    })
}

fn unable(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "unable", |room, ask| {
        deeds::cant(room, ask, typed.at_most("reason", 400)?)
    })
}

fn withdraw(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    done_to(room, id, "withdrawn", |room, ask| {
        deeds::withdraw_for(room, ask)
    })
}
