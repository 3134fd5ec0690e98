//! Thinking of something, and finding its words: one form. What somebody typed while another changed the
//! words is kept, and stands beside what stands now.

use super::words::{self, Choice};
use crate::{
    deeds::{
        self, Here, campaign,
        hosting::{self as deed, LONG, SHORT},
    },
    rules::{ContainerId, GatherRefusal, Kind, LONGEST_DAYS, Part, Shape, Wide, clock},
    sight,
    tables::{self, Campaign, Words},
};
use askama::Template;
use kernel::{CircleId, Guarded, Refusal};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/gatherings/new", new_page),
        Route::deed("/gatherings", begin),
        Route::page_of("/gatherings/{id}/change", change_page),
        Route::deed_on("/gatherings/{id}/change", change),
    ]
}

#[derive(Template)]
#[template(path = "gathering_form.html")]
struct Form {
    frame: Frame,
    action: String,
    refusal: Option<String>,
    /// What stands now, where somebody changed it meanwhile.
    stands: Vec<String>,
    version: i32,
    circles: Vec<(CircleId, String)>,
    within: String,
    kinds: Vec<Choice>,
    shapes: Vec<Choice>,
    goes_on: bool,
    campaign: bool,
    new: bool,
    said: Words,
    of_campaign: Campaign,
    caucuses: Vec<String>,
    second: String,
    day: String,
    today: String,
    time: String,
    ends: String,
    latest: String,
    wides: Vec<Choice>,
    short: usize,
    long: usize,
    audience: AudienceLine,
}

/// The kind that was chosen: by the address, or in the form.
fn kind_of(text: &str) -> Kind {
    match Kind::parse(text) {
        Some(Kind::Choir) | None => Kind::Gathering,
        Some(kind) => kind,
    }
}

fn form(room: &Room<'_>, kind: Kind, title: &str) -> Form {
    let tongue = &room.tongue;
    let kinds = [Kind::Gathering, Kind::Campaign, Kind::Learning];
    Form {
        frame: room.frame(tongue.say(title)),
        action: "/gatherings".to_owned(),
        refusal: None,
        stands: Vec::new(),
        version: 0,
        circles: Vec::new(),
        within: String::new(),
        kinds: kinds
            .iter()
            .map(|one| {
                let said = tongue.say(words::kind(*one)).to_owned();
                (one.as_str(), said, *one == kind)
            })
            .collect(),
        shapes: Shape::ALL
            .iter()
            .map(|one| {
                let said = tongue.say(words::shape(*one)).to_owned();
                (one.as_str(), said, *one == Shape::Round)
            })
            .collect(),
        goes_on: matches!(kind, Kind::Campaign | Kind::Learning),
        campaign: kind == Kind::Campaign,
        new: true,
        said: Words::default(),
        of_campaign: Campaign::default(),
        caucuses: Vec::new(),
        second: String::new(),
        day: String::new(),
        today: room.today.to_string(),
        time: String::new(),
        ends: String::new(),
        latest: room.today.plus(LONGEST_DAYS).to_string(),
        wides: words::wides(room, Wide::Circle),
        short: SHORT,
        long: LONG,
        audience: words::audience(room, Wide::Circle),
    }
}

fn new_page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = deeds::takes_part(room)?;
    if me.circles.is_empty() || !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let kind = kind_of(&room.visit.param("kind").unwrap_or_default());
    let within = room.visit.param("within").unwrap_or_default();
    let circles = people::my_circles(room, &me)?;
    let page = Form {
        circles,
        within: ContainerId::parse(&within).map_or(String::new(), |id| id.to_string()),
        caucuses: caucuses(room, kind)?,
        ..form(room, kind, "gather-new-title")
    };
    room.page(&page)
}

/// The caucuses on whom a campaign may fall.
fn caucuses(room: &mut Room<'_>, kind: Kind) -> Result<Vec<String>, Stop> {
    match kind {
        Kind::Campaign => decisions::caucus_names(room),
        _ => Ok(Vec::new()),
    }
}

/// What was typed, in the form again.
fn retyped(page: Form, typed: &Typed) -> Form {
    let some = |name: &str| typed.some(name).map(str::to_owned);
    let wides = page.wides.into_iter();
    let shapes = page.shapes.into_iter();
    Form {
        said: Words {
            question: some("question"),
            for_whom: some("for_whom"),
            agreements: some("agreements"),
            place: some("spot"),
            dial_in: some("dial_in"),
            program: None,
        },
        of_campaign: Campaign {
            aim: some("aim"),
            demands: some("demands"),
            decision_maker: some("decides"),
            affected: some("falls"),
            end_condition: some("end_when"),
        },
        second: typed.text("second").to_owned(),
        within: typed.text("within").to_owned(),
        day: typed.text("on_day").to_owned(),
        time: typed.text("at_time").to_owned(),
        ends: typed.text("ends").to_owned(),
        wides: wides
            .map(|(value, said, _)| (value, said, value == typed.text("open_to")))
            .collect(),
        shapes: shapes
            .map(|(value, said, _)| (value, said, value == typed.text("shape")))
            .collect(),
        ..page
    }
}

fn begin(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    match deed::begin(room, typed) {
        Ok(id) => Ok(Reply::go(format!("/gatherings/{id}?said=gather-begun"))),
        Err(Stop::Refused(refusal)) => {
            let kind = kind_of(typed.text("gathers"));
            let me = room.member()?;
            let circles = people::my_circles(room, &me)?;
            let mut page = retyped(form(room, kind, "gather-new-title"), typed);
            page.circles = circles;
            page.caucuses = caucuses(room, kind)?;
            page.refusal = Some(room.tongue.message(&refusal.message()));
            room.page_with(refusal.status(), &page)
        }
        Err(other) => Err(other),
    }
}

/// The question that was left open before, where whoever holds this may read it.
fn grown(room: &mut Room<'_>, here: &Here) -> Result<Option<String>, Stop> {
    let Some(before) = here.row.before_id else {
        return Ok(None);
    };
    let Ok(before) = tables::container(room.conn, here.row.network_id, before) else {
        return Ok(None);
    };
    let quoted = deeds::quoted(room, &before)?;
    let mut reads = vec![sight::draft(&before, &quoted), sight::letter(&before)];
    reads.push(sight::hosting(&before));
    for line in tables::lines_of(room.conn, before.network_id, before.id)? {
        if line.part == Part::QuestionOn {
            let words = line.open(&room.house.vault)?.words;
            let words = Guarded::new(words, kernel::Who::AnyOf(reads));
            return Ok(words.seen_by(&room.viewer).cloned());
        }
    }
    Ok(None)
}

fn standing(room: &mut Room<'_>, id: ContainerId) -> Result<(Here, Form), Stop> {
    let here = deeds::held(room, id)?;
    let row = &here.row;
    let mut said = words::read(room, row, sight::invitation(row))?.ok_or(Stop::NotThere)?;
    if said.question.is_none() {
        said.question = grown(room, &here)?;
    }
    let of_campaign = campaign::opened(room, &here)?.unwrap_or_default();
    let row = &here.row;
    let caucuses = caucuses(room, row.kind)?;
    let page = Form {
        action: format!("/gatherings/{}/change", row.id),
        version: row.version,
        new: false,
        said,
        of_campaign,
        caucuses,
        day: row.on_day.to_string(),
        time: clock(row.starts_minute),
        ends: row.review_on.to_string(),
        wides: words::wides(room, row.open_to),
        audience: words::audience(room, row.open_to),
        ..form(room, row.kind, "gather-change-title")
    };
    Ok((here, page))
}

fn change_page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let (_, page) = standing(room, words::id(id)?)?;
    room.page(&page)
}

fn change(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = words::id(id)?;
    match deed::change(room, id, typed) {
        Ok(()) => Ok(Reply::go(format!("/gatherings/{id}?said=saved"))),
        Err(Stop::Refused(refusal)) => {
            let (_, page) = standing(room, id)?;
            let now = [&page.said.question, &page.said.agreements, &page.said.place];
            let meanwhile = room
                .tongue
                .message(&GatherRefusal::ChangedMeanwhile.message());
            let said = room.tongue.message(&refusal.message());
            let stands = match said == meanwhile {
                true => now.into_iter().flatten().cloned().collect(),
                false => Vec::new(),
            };
            let version = page.version;
            let mut again = retyped(page, typed);
            again.stands = stands;
            again.version = version;
            again.refusal = Some(said);
            room.page_with(refusal.status(), &again)
        }
        Err(other) => Err(other),
    }
}
