//! The harvest as those who write it, and the room, read it.

use super::words;
use crate::{
    deeds::{
        self, Here,
        harvest::{self as deed, LINE, OfLine},
    },
    rules::{Part, Said, Stage, Wide},
    sight,
    tables::{self, LineRow, Opened},
};
use askama::Template;
use commitments::promised::Receiver;
use kernel::{Audience, Guarded};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/gatherings/{id}/harvest", page),
        Route::deed_on("/gatherings/{id}/lines", write),
        Route::page_of("/harvest-lines/{id}", line_page),
        Route::deed_on("/harvest-lines/{id}", reword),
        Route::page_of("/words-of-mine/{id}", mine),
    ]
}

/// A line, and what can be done with it.
struct Line {
    id: String,
    words: String,
    quote: bool,
    /// Who said it, for them and for those who write.
    name: String,
    says: String,
    can_edit: bool,
    can_take_out: bool,
    can_say_yes: bool,
    can_hear: bool,
    can_take: bool,
}

struct Group {
    title: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "harvest.html")]
struct Page {
    frame: Frame,
    id: String,
    lede: String,
    question: String,
    groups: Vec<Group>,
    stays: Vec<Line>,
    changes: Vec<Line>,
    writes: bool,
    parts: Vec<(&'static str, String)>,
    receivers: Vec<(String, String)>,
    can_return: bool,
    written: bool,
    with_room: bool,
    next: Option<(&'static str, String)>,
    can_share: bool,
    other_host_waits: bool,
    can_narrow: bool,
    limit: usize,
    draft_audience: AudienceLine,
    stays_audience: AudienceLine,
    change_audience: AudienceLine,
}

/// A line as whoever is in the room reads it.
fn line(room: &mut Room<'_>, here: &Here, row: &LineRow, opened: Opened) -> Result<Line, Stop> {
    let mine = opened.whose == Some(here.me.id);
    let named = sight::named(&here.row, opened.whose);
    let name = match opened.whose {
        Some(person) => people::called_for(room, person, named)?,
        None => String::new(),
    };
    let to = match opened.party.as_deref().and_then(Receiver::parse) {
        Some(to) => receiver(room, to)?,
        None => String::new(),
    };
    let open = row.said == Said::Asked;
    let quote = row.part == Part::Quote;
    let says = match (row.part, row.said) {
        (Part::Quote, Said::Yes) => "quote-yes",
        (Part::Quote, Said::Heard) => "quote-heard",
        (Part::Quote, Said::Asked) => "quote-asked",
        (Part::Promise, _) => "promise-waits",
        _ => "",
    };
    let says = match says {
        "" => String::new(),
        "promise-waits" => room.tongue.tell("promise-waits", &[("to", to.into())]),
        key => room.tongue.say(key).to_owned(),
    };
    let writing = Stage::WRITING.contains(&here.row.stage);
    Ok(Line {
        id: row.id.to_string(),
        words: opened.words,
        quote,
        name,
        says,
        can_edit: here.writes && writing && row.part != Part::Change,
        can_take_out: here.writes || mine,
        can_say_yes: quote && open && mine,
        can_hear: quote
            && here.host
            && opened.whose.is_none()
            && row.said != Said::Yes
            && opened.heard_by != Some(here.me.id),
        can_take: row.part == Part::Promise && mine,
    })
}

fn receiver(room: &mut Room<'_>, to: Receiver) -> Result<String, Stop> {
    Ok(match to {
        Receiver::Person(person) => people::called(room, person)?,
        Receiver::Circle(id) => people::circle(room.conn, room.network.id, id)?.name,
        Receiver::Organisation(id) => {
            let all = people::organisations(room.conn, room.network.id)?;
            let found = all.into_iter().find(|(one, _)| *one == id);
            found.map(|(_, name)| name).unwrap_or_default()
        }
    })
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let here = deeds::look(room, words::id(id)?)?;
    if Stage::COMING.contains(&here.row.stage) {
        return Err(Stop::NotThere);
    }
    let quoted = deeds::quoted(room, &here.row)?;
    let draft = sight::draft(&here.row, &quoted);
    // Whoever may not read the draft reads nothing here, and no sign of it.
    if !draft.includes(&room.viewer) {
        return Err(Stop::NotThere);
    }
    let said = words::read(room, &here.row, draft.clone())?.ok_or(Stop::NotThere)?;
    let mut by_part: Vec<(Part, Line)> = Vec::new();
    for row in tables::lines_of(room.conn, here.row.network_id, here.row.id)? {
        let opened = row.open(&room.house.vault)?;
        let who = match row.part {
            Part::Promise | Part::Change => sight::named(&here.row, opened.whose),
            Part::Stays => sight::stays(&here.row, &quoted, &here.me),
            _ => draft.clone(),
        };
        let opened = Guarded::new(opened, who);
        if opened.seen_by(&room.viewer).is_none() {
            continue;
        }
        let opened = row.open(&room.house.vault)?;
        by_part.push((row.part, line(room, &here, &row, opened)?));
    }
    let tongue = room.tongue.clone();
    let mut of = |part: Part| -> Vec<Line> {
        let (found, rest) = std::mem::take(&mut by_part)
            .into_iter()
            .partition(|(one, _)| *one == part);
        by_part = rest;
        let found: Vec<(Part, Line)> = found;
        found.into_iter().map(|(_, line)| line).collect()
    };
    let stays = of(Part::Stays);
    let changes = of(Part::Change);
    let order = [Part::Heard, Part::Quote]
        .into_iter()
        .chain(Part::LETTER.into_iter().skip(1))
        .chain([Part::Promise]);
    let groups: Vec<Group> = order
        .map(|part| Group {
            title: tongue.say(words::part(part)).to_owned(),
            lines: of(part),
        })
        .filter(|group| !group.lines.is_empty())
        .collect();
    let rule = here.rule(room);
    let zone = room.network.zone.clone();
    let lede = match (here.row.stage, rule.shareable_from()) {
        (Stage::Room, Some(from)) if room.now < from => tongue.tell(
            "harvest-with-room",
            &[("when", tongue.moment(from, &zone).into())],
        ),
        (Stage::Gathered | Stage::Draft, _) => {
            let by = here.row.on_day.plus(crate::rules::LETTER_DAYS);
            tongue.tell("harvest-by", &[("day", by.into())])
        }
        _ => words::stage(room, &here.row),
    };
    let from = rule.shareable_from();
    let can_share = here.host && from.is_some_and(|from| room.now >= from);
    let receivers = receivers(room)?;
    room.page(&Page {
        id: here.row.id.to_string(),
        lede,
        question: words::title(room, &here.row, &said),
        written: !groups.is_empty(),
        groups,
        stays,
        changes,
        writes: here.writes && Stage::WRITING.contains(&here.row.stage),
        parts: Part::ALL
            .iter()
            .filter(|part| !matches!(**part, Part::Change | Part::Promise))
            .map(|part| (part.as_str(), tongue.say(words::part(*part)).to_owned()))
            .collect(),
        receivers,
        can_return: here.writes && matches!(here.row.stage, Stage::Gathered | Stage::Draft),
        with_room: here.row.stage == Stage::Room,
        next: rule.next_step().map(|step| {
            let key = match step {
                Wide::Circle => "share-circle",
                Wide::Network => "share-network",
                Wide::Public => "share-public",
            };
            (step.as_str(), tongue.say(key).to_owned())
        }),
        can_share,
        other_host_waits: here.row.share_by.is_some_and(|by| by != here.me.id),
        can_narrow: here.host && matches!(here.row.shared_to, Some(Wide::Network | Wide::Public)),
        limit: LINE,
        draft_audience: match here.row.returned_at {
            None => AudienceLine::new(&tongue, Audience::Named, "audience-harvest-draft"),
            Some(_) => AudienceLine::new(&tongue, Audience::Circle, "audience-harvest-room"),
        },
        stays_audience: AudienceLine::new(&tongue, Audience::Circle, "audience-harvest-stays"),
        change_audience: AudienceLine::new(&tongue, Audience::Named, "audience-harvest-change"),
        frame: room.frame(tongue.say("harvest-title")),
    })
}

/// To whom something can be promised: circles and partners.
fn receivers(room: &mut Room<'_>) -> Result<Vec<(String, String)>, Stop> {
    let network = room.network.id;
    let mut all = Vec::new();
    for circle in people::circles(room.conn, network)? {
        all.push((Receiver::Circle(circle.id).value(), circle.name));
    }
    for (id, name) in people::organisations(room.conn, network)? {
        all.push((Receiver::Organisation(id).value(), name));
    }
    Ok(all)
}

fn write(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = words::id(id)?;
    deed::write(room, id, typed)?;
    Ok(Reply::go(format!("/gatherings/{id}/harvest?said=saved")))
}

#[derive(Template)]
#[template(path = "harvest_line.html")]
struct LinePage {
    frame: Frame,
    id: String,
    of: String,
    words: String,
    /// What stands now, where somebody changed it meanwhile.
    stands: Option<String>,
    refusal: Option<String>,
    version: i32,
    asks: bool,
    limit: usize,
}

fn shown(room: &mut Room<'_>, id: &str, typed: Option<&Typed>) -> Result<LinePage, Stop> {
    let OfLine { here, line, opened } = deed::of_line(room, words::line_id(id)?)?;
    if !here.writes {
        return Err(Stop::NotThere);
    }
    let text = typed.map(|typed| typed.text("line").to_owned());
    let stands = text.as_ref().map(|_| opened.words.clone());
    Ok(LinePage {
        frame: room.frame(room.tongue.say(words::part(line.part))),
        id: line.id.to_string(),
        of: here.row.id.to_string(),
        words: text.unwrap_or(opened.words),
        stands,
        refusal: None,
        version: line.version,
        asks: line.part.asks_somebody(),
        limit: LINE,
    })
}

fn line_page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let page = shown(room, id, None)?;
    room.page(&page)
}

fn reword(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    match deed::reword(room, words::line_id(id)?, typed) {
        Ok(of) => Ok(Reply::go(format!("/gatherings/{of}/harvest?said=saved"))),
        Err(Stop::Refused(refusal)) => {
            let Ok(mut again) = shown(room, id, Some(typed)) else {
                return Err(Stop::Refused(refusal));
            };
            again.refusal = Some(room.tongue.message(&refusal.message()));
            room.page_with(refusal.status(), &again)
        }
        Err(other) => Err(other),
    }
}

#[derive(Template)]
#[template(path = "words_of_mine.html")]
struct Mine {
    frame: Frame,
    id: String,
    of: Option<String>,
    words: String,
    to: Option<String>,
    said: bool,
    audience: AudienceLine,
}

/// A line of which I am asked: what I said, or said that I would do. For nobody else.
fn mine(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let OfLine { here, line, opened } = deed::of_line(room, words::line_id(id)?)?;
    if opened.whose != Some(here.me.id) || !line.part.asks_somebody() {
        return Err(Stop::NotThere);
    }
    let to = match opened.party.as_deref().and_then(Receiver::parse) {
        Some(to) => Some(receiver(room, to)?),
        None => None,
    };
    let quoted = deeds::quoted(room, &here.row)?;
    // Who is only named in a promise reads the promise, and not the question it came from.
    let reads = here.invited || sight::draft(&here.row, &quoted).includes(&room.viewer);
    let of = match reads || line.part == Part::Quote {
        true => {
            let who = sight::named(&here.row, opened.whose);
            words::title_for(room, &here.row, who)?
        }
        false => None,
    };
    let tongue = room.tongue.clone();
    let key = match line.part {
        Part::Quote => "mine-quote-title",
        _ => "mine-promise-title",
    };
    room.page(&Mine {
        frame: room.frame(tongue.say(key)),
        id: line.id.to_string(),
        of,
        words: opened.words,
        to,
        said: line.said == Said::Yes,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-harvest-mine"),
    })
}
