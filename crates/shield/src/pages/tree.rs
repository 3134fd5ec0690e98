//! The phone tree: one's own part of it, and the whole to be printed.

use crate::{
    deeds::tree::{self as deeds, Reached, Whole},
    tables::{self, PlaceId},
};
use askama::Template;
use kernel::Audience;
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/phone-tree", page).stays_open(),
        Route::deed("/phone-tree", ring_me).stays_open(),
        Route::deed("/phone-tree/out", out).stays_open(),
        Route::page("/phone-tree/sheet", sheet).stays_open(),
        Route::deed("/phone-tree/paper", paper).stays_open(),
        Route::deed_on("/phone-tree/{id}/end", off_paper).stays_open(),
        Route::deed("/phone-tree/first", first).stays_open(),
    ]
}

/// Somebody with a number, as this viewer sees them.
struct Line {
    id: String,
    name: String,
    number: String,
    paper: bool,
}

#[derive(Template)]
#[template(path = "phone_tree.html")]
struct PhoneTree {
    frame: Frame,
    number: String,
    inside: bool,
    rung_from: Option<String>,
    rings: Vec<Line>,
    /// The last one rings back the first.
    back_to: Option<Line>,
    prints: bool,
    audience: AudienceLine,
    paper_audience: AudienceLine,
}

fn line(room: &Room<'_>, reached: &Reached) -> Line {
    Line {
        id: reached.place.to_string(),
        name: reached
            .name
            .seen_by(&room.viewer)
            .cloned()
            .unwrap_or_default(),
        number: reached
            .number
            .seen_by(&room.viewer)
            .cloned()
            .unwrap_or_default(),
        paper: reached.member.is_none(),
    }
}

fn lines(room: &Room<'_>, whole: &Whole, ids: &[PlaceId]) -> Vec<Line> {
    ids.iter()
        .filter_map(|id| whole.people.get(id))
        .map(|reached| line(room, reached))
        .collect()
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let own = tables::place_of(room.conn, me.network, me.id)?;
    let prints = deeds::prints(room).is_ok();
    let whole = deeds::whole(room)?;
    let (mut number, mut rung_from, mut rings, mut back_to) =
        (String::new(), None, Vec::new(), None);
    if let Some(own) = &own {
        let people = &whole.people;
        if let Some(mine) = people.get(&own.id) {
            number = line(room, mine).number;
        }
        let caller = match whole.tree.rung_from(own.id) {
            Some(caller) => Some(caller),
            None => whole.tree.last().filter(|last| *last != own.id),
        };
        rung_from = caller
            .and_then(|caller| people.get(&caller))
            .and_then(|caller| caller.name.seen_by(&room.viewer).cloned());
        rings = lines(room, &whole, whole.tree.rings(own.id));
        if whole.tree.last() == Some(own.id) {
            back_to = whole
                .tree
                .first()
                .filter(|first| *first != own.id)
                .and_then(|first| people.get(&first))
                .map(|first| line(room, first));
        }
    }
    let tongue = room.tongue.clone();
    room.page(&PhoneTree {
        frame: room.frame(tongue.say("tree-title")),
        number,
        inside: own.is_some(),
        rung_from,
        rings,
        back_to,
        prints,
        audience: AudienceLine::new(&tongue, Audience::Named, "audience-tree-number"),
        paper_audience: AudienceLine::new(&tongue, Audience::Named, "audience-tree-paper"),
    })
}

fn ring_me(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::ring_me(room, typed.at_most("number", 60)?)?;
    Ok(Reply::go("/phone-tree?said=tree-in"))
}

fn out(room: &mut Room<'_>, _: &Typed) -> Result<Reply, Stop> {
    deeds::do_not_ring_me(room)?;
    Ok(Reply::go("/phone-tree?said=tree-out"))
}

fn paper(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::prints(room)?;
    let (name, number) = (typed.at_most("name", 60)?, typed.at_most("number", 60)?);
    deeds::on_paper(room, name, number, typed.ticked("word"))?;
    Ok(Reply::go("/phone-tree/sheet?said=saved"))
}

fn place(id: &str) -> Result<PlaceId, Stop> {
    PlaceId::parse(id).ok_or(Stop::NotThere)
}

fn off_paper(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    deeds::off_paper(room, place(id)?)?;
    Ok(Reply::go("/phone-tree/sheet?said=saved"))
}

fn first(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    deeds::prints(room)?;
    deeds::begin_with(room, place(typed.text("place"))?)?;
    Ok(Reply::go("/phone-tree/sheet?said=saved"))
}

/// A caller, with everybody they ring.
struct Caller {
    who: Line,
    rings: Vec<Line>,
}

#[derive(Template)]
#[template(path = "phone_tree_sheet.html")]
struct Sheet {
    frame: Frame,
    first: Option<Line>,
    callers: Vec<Caller>,
    last: Option<Line>,
    everybody: Vec<Line>,
    printed: String,
    audience: AudienceLine,
}

fn sheet(room: &mut Room<'_>) -> Result<Reply, Stop> {
    deeds::prints(room)?;
    room.fresh()?;
    let whole = deeds::whole(room)?;
    let order = whole.tree.order();
    let at = |id: PlaceId| whole.people.get(&id).map(|reached| line(room, reached));
    let callers = order
        .iter()
        .filter(|id| !whole.tree.rings(**id).is_empty())
        .filter_map(|id| {
            Some(Caller {
                who: at(*id)?,
                rings: lines(room, &whole, whole.tree.rings(*id)),
            })
        })
        .collect();
    let tongue = room.tongue.clone();
    room.page(&Sheet {
        frame: room.frame(tongue.say("tree-title")),
        first: whole.tree.first().and_then(at),
        callers,
        last: whole.tree.last().filter(|_| order.len() > 1).and_then(at),
        everybody: lines(room, &whole, order),
        printed: tongue.tell("tree-printed", &[("day", room.today.into())]),
        audience: AudienceLine::new(&tongue, Audience::Role, "audience-tree-whole"),
    })
}

/// A caller of the tree and whom they ring, by name; for the runbook.
pub struct TreeLine {
    /// Who rings.
    pub caller: String,
    /// Whom, each with their number.
    pub rings: Vec<String>,
}

/// The first lines of the tree: whoever begins, and whom they ring.
///
/// # Errors
/// For those who may print the whole; for anybody else there is no such thing.
pub fn tree_lines(room: &mut Room<'_>) -> Result<Option<TreeLine>, Stop> {
    deeds::prints(room)?;
    let whole = deeds::whole(room)?;
    let Some(first) = whole.tree.first() else {
        return Ok(None);
    };
    let Some(caller) = whole.people.get(&first) else {
        return Ok(None);
    };
    let said = |line: Line| format!("{}: {}", line.name, line.number);
    Ok(Some(TreeLine {
        caller: said(line(room, caller)),
        rings: lines(room, &whole, whole.tree.rings(first))
            .into_iter()
            .map(said)
            .collect(),
    }))
}
