//! Deciding a small thing oneself after asking: what one wants to do, who was asked and why, what they
//! said, what was decided and what the advice changed.

use crate::{
    deeds::{
        self,
        advice::{self as deed, NAME_LIMIT},
        proposal::{TITLE_LIMIT, WORDS_LIMIT},
        voice::SAID_LIMIT,
    },
    rules::{AdviceId, AdviceStage, AskedId, Because, DecisionRefusal, may_decide},
    tables::{self, AdviceRow, AskedRow, Way},
};
use askama::Template;
use kernel::{Audience, CircleId, Guarded, Member, Refusal, Who};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/advice/new", new),
        Route::deed("/advice", begin),
        Route::page_of("/advice/{id}", page),
        Route::deed_on("/advice/{id}/ask", ask),
        Route::deed_on("/advice/{id}/decide", decide),
        Route::deed_on("/advice/{id}/set-down", set_down),
        Route::deed_on("/advice/{id}/to-circle", to_circle),
        Route::deed_on("/advised/{id}", advised),
    ]
}

#[derive(Template)]
#[template(path = "advice_new.html")]
struct New {
    frame: Frame,
    circles: Vec<(CircleId, String)>,
    title_limit: usize,
    words_limit: usize,
    audience: AudienceLine,
}

fn new(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    let circles = people::my_circles(room, &me)?;
    if circles.is_empty() || !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let tongue = room.tongue.clone();
    room.page(&New {
        frame: room.frame(tongue.say("advice-new-title")),
        circles,
        title_limit: TITLE_LIMIT,
        words_limit: WORDS_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-advice"),
    })
}

struct Adviser {
    id: String,
    name: String,
    because: String,
    words: String,
    by_phone: bool,
    /// I may write here: it was I who was asked, or I write down a word by phone.
    mine: bool,
    relayed: bool,
}

#[derive(Template)]
#[template(path = "advice.html")]
struct Page {
    frame: Frame,
    id: String,
    lede: String,
    words: String,
    stands: Option<String>,
    asking: bool,
    author: bool,
    of_circle: bool,
    advisers: Vec<Adviser>,
    decided: String,
    changed: String,
    not_yet: Option<String>,
    can_decide: bool,
    name_limit: usize,
    said_limit: usize,
    words_limit: usize,
    audience: AudienceLine,
}

fn id_of(id: &str) -> Result<AdviceId, Stop> {
    AdviceId::parse(id).ok_or(Stop::NotThere)
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let (me, row, who) = deed::read(room, id_of(id)?)?;
    let key = row.key(&room.house.vault)?;
    let opened = Guarded::new(
        (
            key.open(row.row(), "title", &row.title)?,
            key.open(row.row(), "words", &row.words)?,
            key.open_some(row.row(), "decided", row.decided.as_ref())?,
            key.open_some(row.row(), "changed", row.changed.as_ref())?,
        ),
        who.clone(),
    );
    let (title, words, decided, changed) = opened
        .seen_by(&room.viewer)
        .cloned()
        .ok_or(Stop::NotThere)?;
    let rows = tables::asked_of(room.conn, row.network_id, row.id)?;
    let asked: Vec<_> = rows.iter().map(AskedRow::asked).collect();
    let may = may_decide(row.stage, &asked, room.now);
    let tongue = room.tongue.clone();
    let author = row.author_id == Some(me.id);
    let asking = row.stage == AdviceStage::Asking;
    let not_yet = match may {
        Err(DecisionRefusal::AdviceAwaited(until)) => {
            let when = tongue.moment(until, &room.network.zone);
            Some(tongue.tell("advice-awaited", &[("when", when.into())]))
        }
        Err(no) if asking && author => Some(tongue.message(&no.message())),
        _ => None,
    };
    let advisers = advisers(room, (&me, &row), &rows, &who)?;
    let lede = lede(room, &row, &who)?;
    room.page(&Page {
        id: row.id.to_string(),
        lede,
        words,
        stands: (!asking).then(|| tongue.say(stage(row.stage)).to_owned()),
        asking,
        author,
        of_circle: me.circles.contains(&row.circle_id) && me.standing.reads_as_member(),
        advisers,
        decided: decided.unwrap_or_default(),
        changed: changed.unwrap_or_default(),
        not_yet,
        can_decide: may.is_ok(),
        name_limit: NAME_LIMIT,
        said_limit: SAID_LIMIT,
        words_limit: WORDS_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-advice"),
        frame: room.frame(title),
    })
}

fn lede(room: &mut Room<'_>, row: &AdviceRow, who: &Who) -> Result<String, Stop> {
    let circle = people::circle(room.conn, row.network_id, row.circle_id)?.name;
    let author = match row.author_id {
        Some(person) => people::called_for(room, person, who.clone())?,
        None => room.tongue.say("voice-somebody").to_owned(),
    };
    let said = [
        ("circle", circle.into()),
        ("name", author.into()),
        ("day", row.opened_on.into()),
    ];
    Ok(room.tongue.tell("advice-lede", &said))
}

/// Where it stands, where it is not being asked any more.
pub(super) fn stage(stage: AdviceStage) -> &'static str {
    match stage {
        AdviceStage::Asking => "advice-asking",
        AdviceStage::Decided => "advice-decided",
        AdviceStage::SetDown => "stage-set-down",
        AdviceStage::ToCircle => "advice-to-circle-done",
    }
}

fn advisers(
    room: &mut Room<'_>,
    (me, row): (&Member, &AdviceRow),
    rows: &[AskedRow],
    who: &Who,
) -> Result<Vec<Adviser>, Stop> {
    let steward = people::looks_after(room.conn, me, row.circle_id, room.now)?;
    let relays = row.author_id == Some(me.id) || steward;
    let asking = row.stage == AdviceStage::Asking;
    let mut all = Vec::new();
    for one in rows {
        let key = one.key(&room.house.vault)?;
        let name = key.open_some(one.row(), "name", one.name.as_ref())?;
        let said = key.open_some(one.row(), "words", one.words.as_ref())?;
        let opened = Guarded::new((name, said), who.clone());
        let Some((name, said)) = opened.seen_by(&room.viewer).cloned() else {
            continue;
        };
        let name = match (one.person_id, name) {
            (Some(person), _) => people::called_for(room, person, who.clone())?,
            (None, Some(name)) => name,
            (None, None) => room.tongue.say("voice-somebody").to_owned(),
        };
        let mine = one.person_id == Some(me.id);
        let heard = said.is_some();
        all.push(Adviser {
            id: one.id.to_string(),
            name,
            because: room
                .tongue
                .say(match one.because {
                    Because::Affected => "advice-affected",
                    Because::Knows => "advice-knows",
                })
                .to_owned(),
            words: said.unwrap_or_default(),
            by_phone: one.way != Way::Own,
            mine: asking && mine,
            relayed: asking && !mine && relays && (!heard || one.way == Way::Phone),
        });
    }
    Ok(all)
}

fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let id = deed::begin(room, typed)?;
    Ok(Reply::go(format!("/advice/{id}?said=advice-begun")))
}

fn ask(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::ask(room, id, typed)?;
    Ok(Reply::go(format!("/advice/{id}?said=advice-asked")))
}

fn advised(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = AskedId::parse(id).ok_or(Stop::NotThere)?;
    let id = deed::advise(room, id, typed)?;
    Ok(Reply::go(format!("/advice/{id}?said=voice-said")))
}

fn decide(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::decide(room, id, typed)?;
    Ok(Reply::go(format!("/advice/{id}?said=advice-told")))
}

fn set_down(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = id_of(id)?;
    deed::set_down(room, id)?;
    Ok(Reply::go(format!("/advice/{id}?said=saved")))
}

fn to_circle(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = deed::to_circle(room, id_of(id)?)?;
    Ok(Reply::go(format!("/decisions/{id}?said=proposed")))
}
