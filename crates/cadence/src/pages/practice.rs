//! One thing that a circle does again and again.

use super::{note, practice_id, read, rhythm_words, time_words};
use crate::{
    deeds::{self, Whole, practices as deed, times},
    rules::{CadenceRefusal, Coming, How, LONGEST_SEASON_DAYS, Shown, Stage},
    sight,
    tables::PracticeId,
};
use askama::Template;
use kernel::{Audience, Day};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/practices/{id}", page),
        Route::deed_on("/practices/{id}/held", held),
        Route::deed_on("/practices/{id}/rested", rested),
        Route::deed_on("/practices/{id}/moved", moved),
        Route::deed_on("/practices/{id}/host", host),
        Route::deed_on("/practices/{id}/host/back", host_back),
        Route::deed_on("/practices/{id}/keep", keep),
        Route::deed_on("/practices/{id}/stop", stop),
    ]
}

/// So many times are shown.
const SHOWN: usize = 5;

struct Line {
    on: String,
    words: String,
    note: Option<String>,
}

#[derive(Template)]
#[template(path = "practice.html")]
struct PracticePage {
    frame: Frame,
    id: String,
    name: String,
    when: String,
    place: String,
    find_us: String,
    minimum: String,
    public: bool,
    to_close: Option<Line>,
    coming: Vec<Line>,
    host: String,
    hosting: bool,
    nudge: Option<String>,
    season: String,
    ended: bool,
    decides: bool,
    writes: bool,
    today: String,
    last: String,
    suggested: String,
    audience: AudienceLine,
    find_audience: AudienceLine,
}

fn line(room: &Room<'_>, whole: &Whole, one: &(Coming, bool)) -> Line {
    Line {
        on: one.0.on.to_string(),
        words: time_words(room, &one.0),
        note: note(room, whole, one),
    }
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let (me, row) = deeds::mine(room, practice_id(id)?)?;
    let whole = Whole::of(room.conn, row)?;
    let row = &whole.row;
    let words = deeds::words(room.house, row)?;
    let tongue = room.tongue.clone();
    let now = room.now;
    let coming = times::coming(room, &whole, (now, SHOWN))?;
    let coming = coming.iter().map(|one| line(room, &whole, one)).collect();
    let network = room.network.clone();
    let open = whole.plan(&network.zone).to_close(now.timestamp());
    let to_close = open
        .filter(|_| row.stage != Stage::Ended && me.standing.reads_as_member())
        .map(|one| line(room, &whole, &(one, false)));
    let season = row.season();
    let (key, day) = match row.stage {
        Stage::Living => ("practice-season", row.season_on),
        Stage::Review => ("practice-review", row.ends_on),
        Stage::Ended => ("practice-ended", row.season_on),
    };
    let (find_reach, find_key) = match row.shown {
        Shown::Circle => (Audience::Circle, "audience-practice"),
        Shown::Public => (Audience::Public, "audience-practice-public"),
    };
    let page = PracticePage {
        id: row.id.to_string(),
        name: read(room, &words.name),
        when: rhythm_words(room, &whole),
        place: read(room, &words.place),
        find_us: read(room, &words.find_us),
        minimum: read(room, &words.minimum),
        public: row.shown == Shown::Public,
        to_close,
        coming,
        host: host_words(room, &whole)?,
        hosting: row.rota().contains(&me.id),
        nudge: nudge(room, &whole)?,
        season: tongue.tell(key, &[("day", day.into())]),
        ended: row.stage == Stage::Ended,
        decides: season.can_decide(room.today) && me.standing.reads_as_member(),
        writes: me.standing.reads_as_member(),
        today: room.today.to_string(),
        last: room.today.plus(LONGEST_SEASON_DAYS).to_string(),
        suggested: row.season_on.max(room.today).plus(90).to_string(),
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-practice"),
        find_audience: AudienceLine::new(&tongue, find_reach, find_key),
        frame: room.frame(read(room, &words.name)),
    };
    room.page(&page)
}

/// Who hosts next, for the circle.
fn host_words(room: &mut Room<'_>, whole: &Whole) -> Result<String, Stop> {
    let row = &whole.row;
    Ok(match deeds::next_host(room.conn, row)? {
        Some(person) => {
            let handle = people::called_for(room, person, sight::practice(row.circle_id))?;
            let said = [("handle", handle.into())];
            room.tongue.tell("practice-host", &said)
        }
        None => room.tongue.say("practice-no-host").to_owned(),
    })
}

/// How often the circle met of late; never who came.
fn nudge(room: &mut Room<'_>, whole: &Whole) -> Result<Option<String>, Stop> {
    let network = room.network.clone();
    let plan = whole.plan(&network.zone);
    let from = room.today.plus(-200);
    let planned = whole
        .comes
        .times(from.date(), room.today.date(), network.zone.time_zone());
    let days = planned.iter().map(|time| Day::from_date(time.day));
    let resting = deeds::rest_days(room.conn, room.house, whole.row.circle_id, days)?;
    let met = plan.met_of_last(room.today, |day| resting.contains(&day));
    Ok(met.map(|(met, of)| {
        let said = [("met", met.into()), ("of", of.into())];
        room.tongue.tell("practice-met", &said)
    }))
}

#[derive(Template)]
#[template(path = "practice_next.html")]
struct NextPage {
    frame: Frame,
    id: String,
    how: &'static str,
    on: String,
    next: String,
    question: String,
    note: Option<String>,
    last: String,
}

/// One question: is this the next date?
fn ask(
    room: &mut Room<'_>,
    id: PracticeId,
    (on, how): (Day, &'static str),
    next: Coming,
) -> Result<Reply, Stop> {
    let (_, row) = deeds::writes(room, id)?;
    let whole = Whole::of(room.conn, row)?;
    let words = deeds::words(room.house, &whole.row)?;
    let place = read(room, &words.place);
    let tongue = room.tongue.clone();
    let question = match place.is_empty() {
        true => tongue.tell("practice-right", &[("day", next.day.into())]),
        false => {
            let said = [("day", next.day.into()), ("place", place.into())];
            tongue.tell("practice-right-at", &said)
        }
    };
    room.page(&NextPage {
        id: id.to_string(),
        how,
        on: on.to_string(),
        next: next.day.to_string(),
        question,
        note: note(room, &whole, &(next, false)),
        last: whole.row.season_on.to_string(),
        frame: room.frame(read(room, &words.name)),
    })
}

fn close(
    room: &mut Room<'_>,
    id: &str,
    typed: &Typed,
    (how, word): (How, &'static str),
) -> Result<Reply, Stop> {
    let id = practice_id(id)?;
    deeds::writes(room, id)?;
    let on = Day::parse(typed.text("on")).ok_or(CadenceRefusal::NotPlanned)?;
    let next = match typed.some("next") {
        Some(next) => {
            let day = Day::parse(next);
            Some(day.ok_or(CadenceRefusal::NextBetween(season_of(room, id)?))?)
        }
        None => None,
    };
    match times::close(room, id, (on, how), next)? {
        Some(next) => ask(room, id, (on, word), next),
        None => Ok(Reply::go(format!("/practices/{id}?said=practice-closed"))),
    }
}

fn season_of(room: &mut Room<'_>, id: PracticeId) -> Result<Day, Stop> {
    Ok(deeds::writes(room, id)?.1.season_on)
}

fn held(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    close(room, id, typed, (How::Held, "held"))
}

fn rested(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    close(room, id, typed, (How::Rested, "rested"))
}

fn moved(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = practice_id(id)?;
    deeds::writes(room, id)?;
    let on = Day::parse(typed.text("on")).ok_or(CadenceRefusal::NotPlanned)?;
    times::move_to(room, id, (on, Day::parse(typed.text("next"))))?;
    Ok(Reply::go(format!("/practices/{id}?said=saved")))
}

fn host(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::host(room, practice_id(id)?, true)?;
    Ok(Reply::go(format!("/practices/{id}?said=practice-hosting")))
}

fn host_back(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::host(room, practice_id(id)?, false)?;
    Ok(Reply::go(format!("/practices/{id}?said=saved")))
}

fn keep(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    deed::keep(room, practice_id(id)?, Day::parse(typed.text("season")))?;
    Ok(Reply::go(format!("/practices/{id}?said=practice-kept")))
}

fn stop(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deed::stop(room, practice_id(id)?)?;
    Ok(Reply::go(format!("/practices/{id}?said=practice-stopped")))
}
