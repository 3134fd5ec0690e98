//! Rest in two screens: one button is enough. Coming back: one page of what changed.

use crate::{
    deeds::rest as deeds,
    rules::{Capacity, CoverSaid, FEWEST},
    sight,
    tables::{self, RestRow},
};
use askama::Template;
use kernel::{Audience, Guarded, PersonId, Standing};
use store::Stop;
use web::{AudienceLine, Disposition, Frame, Item, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/rest", page),
        Route::deed("/me/rest", begin),
        Route::deed("/me/return", come_back),
        Route::page("/rest/back", back),
        Route::page_of("/rest/{id}", of_buddy),
        Route::page_of("/rest/{id}/asked", asked),
        Route::deed_on("/rest/{id}/cover", cover),
        Route::deed_on("/rest/{id}/cover-not", cover_not),
        Route::deed("/rest/capacity", capacity),
    ]
}

#[derive(Template)]
#[template(path = "rest.html")]
struct RestPage {
    frame: Frame,
    resting: bool,
    newcomer: bool,
    until: String,
    today: String,
    reach: String,
    cover: String,
    cover_words: String,
    cover_says: Option<String>,
    words: Vec<(&'static str, String, bool)>,
    /// What they hold, to be covered or given back.
    held: Vec<(String, String)>,
    sums: Vec<String>,
    reach_audience: AudienceLine,
    cover_audience: AudienceLine,
    capacity_audience: AudienceLine,
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if me.standing == Standing::Guest {
        return Err(Stop::NotThere);
    }
    let row = tables::rest_of(room.conn, me.network, me.id)?;
    let row = row.filter(|row| row.landing_until.is_none());
    let (mut reach, mut cover_words, mut cover, mut cover_says) =
        (String::new(), String::new(), String::new(), None);
    if let Some(row) = &row {
        let buddies = room.house.buddies(room.conn, me.id)?;
        let seen = reach_me_if(room, row, &buddies)?;
        reach = seen
            .seen_by(&room.viewer)
            .cloned()
            .flatten()
            .unwrap_or_default();
        let seen = words_of_cover(room, row)?;
        cover_words = seen
            .seen_by(&room.viewer)
            .cloned()
            .flatten()
            .unwrap_or_default();
        if let Some(person) = row.cover_id {
            cover = people::called(room, person)?;
            let key = match row.cover_said {
                Some(CoverSaid::Yes) => "rest-cover-yes",
                _ => "rest-cover-asked",
            };
            cover_says = Some(room.tongue.tell(key, &[("name", cover.as_str().into())]));
        }
    }
    let word = deeds::capacity(room.conn, room.house, me.id, room.today)?;
    let word = Guarded::new(word, sight::capacity(me.id));
    let word = word.seen_by(&room.viewer).copied().flatten();
    let tongue = room.tongue.clone();
    let words = Capacity::ALL
        .iter()
        .map(|one| {
            (
                one.as_str(),
                tongue.say(key(*one)).to_owned(),
                word == Some(*one),
            )
        })
        .collect();
    let sums = sums(room)?;
    let held = room
        .held(me.id)?
        .into_iter()
        .filter(|held| held.may.contains(&Disposition::Circle))
        .map(|held| (held.id, held.title))
        .collect();
    room.page(&RestPage {
        frame: room.frame(tongue.say("rest-title")),
        resting: me.is_resting(),
        newcomer: me.standing == Standing::Participant,
        until: row
            .and_then(|row| row.until_on)
            .map(|day| day.to_string())
            .unwrap_or_default(),
        today: room.today.to_string(),
        reach,
        cover,
        cover_words,
        cover_says,
        words,
        held,
        sums,
        reach_audience: AudienceLine::new(&tongue, Audience::Named, "audience-reach-me"),
        cover_audience: AudienceLine::new(&tongue, Audience::Network, "audience-cover"),
        capacity_audience: AudienceLine::new(&tongue, Audience::SelfOnly, "audience-capacity"),
    })
}

fn key(word: Capacity) -> &'static str {
    match word {
        Capacity::Plenty => "capacity-plenty",
        Capacity::Some => "capacity-some",
        Capacity::Little => "capacity-little",
        Capacity::None => "capacity-none",
    }
}

/// What one's circles have said of their capacity, added up from five people on.
fn sums(room: &mut Room<'_>) -> Result<Vec<String>, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    for circle in &me.circles {
        let mut said = Vec::new();
        for person in people::members_of(room.conn, me.network, *circle)? {
            said.extend(deeds::capacity(room.conn, room.house, person, room.today)?);
        }
        if said.len() < FEWEST {
            continue;
        }
        let name = people::circle(room.conn, me.network, *circle)?.name;
        let parts: Vec<String> = Capacity::ALL
            .iter()
            .filter_map(|word| {
                let n = said.iter().filter(|said| *said == word).count();
                (n > 0).then(|| format!("{} {n}", room.tongue.say(key(*word))))
            })
            .collect();
        lines.push(format!("{name}: {}", parts.join(", ")));
    }
    Ok(lines)
}

fn reach_me_if(
    room: &Room<'_>,
    row: &RestRow,
    buddies: &[PersonId],
) -> Result<Guarded<Option<String>>, Stop> {
    let key = row.key(&room.house.vault)?;
    let text = key.open_some(row.row(), "reach_me_if", row.reach_me_if.as_ref())?;
    Ok(Guarded::new(text, sight::reach_me_if(row.id, buddies)))
}

fn words_of_cover(room: &Room<'_>, row: &RestRow) -> Result<Guarded<Option<String>>, Stop> {
    let key = row.key(&room.house.vault)?;
    let text = key.open_some(row.row(), "cover_words", row.cover_words.as_ref())?;
    // One's own page shows it too, whatever one's standing.
    let who = kernel::Who::AnyOf(vec![
        sight::cover(row.network_id),
        kernel::Who::Person(row.id),
        kernel::Who::AnyOf(row.cover_id.map(kernel::Who::Person).into_iter().collect()),
    ]);
    Ok(Guarded::new(text, who))
}

fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::begin(room, typed)?;
    Ok(Reply::go("/rest?said=resting"))
}

fn come_back(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    room.member()?;
    deeds::come_back(room)?;
    Ok(Reply::go("/rest/back"))
}

fn capacity(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::say_capacity(room, Capacity::parse(typed.text("word")))?;
    Ok(Reply::go("/rest?said=saved"))
}

#[derive(Template)]
#[template(path = "cover_asked.html")]
struct Asked {
    frame: Frame,
    id: String,
    what: String,
    audience: AudienceLine,
}

/// Somebody is asked to cover: yes, or not now; nobody asks why.
fn asked(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = room.member()?;
    let of = PersonId::parse(id).ok_or(Stop::NotThere)?;
    let asked = tables::covered_by(room.conn, me.network, me.id)?;
    let row = asked
        .into_iter()
        .find(|row| row.id == of)
        .ok_or(Stop::NotThere)?;
    let words = words_of_cover(room, &row)?;
    let name = people::called(room, of)?;
    let tongue = room.tongue.clone();
    room.page(&Asked {
        frame: room.frame(tongue.tell("today-cover", &[("name", name.into())])),
        id: of.to_string(),
        what: words
            .seen_by(&room.viewer)
            .cloned()
            .flatten()
            .unwrap_or_else(|| tongue.say("today-cover-words").to_owned()),
        audience: AudienceLine::new(&tongue, Audience::Network, "audience-cover"),
    })
}

fn cover(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let of = PersonId::parse(id).ok_or(Stop::NotThere)?;
    deeds::cover_says(room, of, true)?;
    Ok(Reply::go("/today?said=cover-yes"))
}

fn cover_not(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let of = PersonId::parse(id).ok_or(Stop::NotThere)?;
    deeds::cover_says(room, of, false)?;
    Ok(Reply::go("/today?said=cover-not"))
}

/// What changed, practice by practice.
struct News {
    title: String,
    words: String,
    href: String,
}

#[derive(Template)]
#[template(path = "back.html")]
struct Back {
    frame: Frame,
    lede: String,
    news: Vec<News>,
}

fn back(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if me.is_resting() || me.standing == Standing::Guest {
        return Ok(Reply::go("/rest"));
    }
    let row = tables::rest_of(room.conn, me.network, me.id)?;
    let row = row.filter(|row| row.landing_until.is_some());
    let mut news = Vec::new();
    if let Some(row) = &row {
        for practice in &room.house.practices {
            for item in practice.news(room, row.since_on)? {
                let Item {
                    title, words, href, ..
                } = item;
                news.push(News { title, words, href });
            }
        }
    }
    let tongue = room.tongue.clone();
    let lede = match row.and_then(|row| row.landing_until) {
        Some(until) => tongue.tell("back-lede", &[("day", until.plus(1).into())]),
        None => tongue.say("back-over").to_owned(),
    };
    room.page(&Back {
        frame: room.frame(tongue.say("back-title")),
        lede,
        news,
    })
}

#[derive(Template)]
#[template(path = "rest_of.html")]
struct OfBuddy {
    frame: Frame,
    lede: String,
    reach: Option<String>,
    audience: AudienceLine,
}

/// Somebody's rest, for their buddies alone.
fn of_buddy(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let me = room.member()?;
    let of = PersonId::parse(id).ok_or(Stop::NotThere)?;
    let row = tables::rest_of(room.conn, me.network, of)?;
    let row = row
        .filter(|row| row.landing_until.is_none())
        .ok_or(Stop::NotThere)?;
    let buddies = room.house.buddies(room.conn, of)?;
    if !buddies.contains(&me.id) {
        return Err(Stop::NotThere);
    }
    let seen = reach_me_if(room, &row, &buddies)?;
    let reach = seen.seen_by(&room.viewer).cloned().flatten();
    let name = people::called(room, of)?;
    let tongue = room.tongue.clone();
    room.page(&OfBuddy {
        frame: room.frame(tongue.tell("rest-of-title", &[("name", name.as_str().into())])),
        lede: tongue.tell("rest-of-lede", &[("name", name.into())]),
        reach,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-reach-me-buddy"),
    })
}

/// "Luz is resting; Bo covers Saturdays": for whoever names them. Nothing of why.
pub(crate) fn instead_of(room: &mut Room<'_>, person: PersonId) -> Result<Option<String>, Stop> {
    let standing = people::standing_of(room.conn, room.network.id, person)?;
    if standing != Some(Standing::Resting) {
        return Ok(None);
    }
    let name = people::called(room, person)?;
    let row = tables::rest_of(room.conn, room.network.id, person)?;
    if let Some(row) = &row
        && let (Some(cover), Some(CoverSaid::Yes)) = (row.cover_id, row.cover_said)
    {
        let other = people::called(room, cover)?;
        let words = words_of_cover(room, row)?;
        let what = words.seen_by(&room.viewer).cloned().flatten();
        let tongue = &room.tongue;
        let args = [("name", name.into()), ("cover", other.into())];
        return Ok(Some(match what {
            Some(what) => {
                let [name, cover] = args;
                tongue.tell("rest-covers-what", &[name, cover, ("what", what.into())])
            }
            None => tongue.tell("rest-covers", &args),
        }));
    }
    Ok(Some(
        room.tongue
            .tell("rest-nobody-covers", &[("name", name.into())]),
    ))
}
