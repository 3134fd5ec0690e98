//! A circle's map of power, in words that print: who decides, who sways them, where they stand.

use crate::{
    deeds::power::{self as deed, NAME_LIMIT, NOTE_LIMIT},
    rules::{NodeId, NodeKind, Stand, Weight},
    sight, tables,
};
use askama::Template;
use kernel::{Audience, CircleId, Guarded};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Tongue, Typed};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page_of("/power/{id}", page),
        Route::deed_on("/power/{id}", put),
        Route::deed_on("/power-nodes/{id}/moved", moved),
        Route::deed_on("/power-nodes/{id}/off", off),
    ]
}

struct Node {
    id: String,
    name: String,
    kind: String,
    weight: String,
    note: String,
    stand: Stand,
}

/// Where some stand, and who they are.
struct Column {
    title: String,
    nodes: Vec<Node>,
}

#[derive(Template)]
#[template(path = "power.html")]
struct Page {
    frame: Frame,
    id: String,
    printed: String,
    columns: Vec<Column>,
    weights: Vec<(&'static str, String)>,
    stands: Vec<(&'static str, String)>,
    name_limit: usize,
    note_limit: usize,
    audience: AudienceLine,
}

fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Decides => "power-decides",
        Weight::Sways => "power-sways",
        Weight::SomeSay => "power-some-say",
    }
}

fn stand(stand: Stand) -> &'static str {
    match stand {
        Stand::With => "power-with",
        Stand::LeansWith => "power-leans-with",
        Stand::Neutral => "power-neutral",
        Stand::LeansAgainst => "power-leans-against",
        Stand::Against => "power-against",
    }
}

fn kind(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::PublicOffice => "power-office",
        NodeKind::Institution => "power-institution",
        NodeKind::Person => "power-person",
    }
}

fn stands(tongue: &Tongue) -> Vec<(&'static str, String)> {
    let all = Stand::ALL.iter();
    all.map(|one| (one.as_str(), tongue.say(stand(*one)).to_owned()))
        .collect()
}

fn circle_of(id: &str) -> Result<CircleId, Stop> {
    CircleId::parse(id).ok_or(Stop::NotThere)
}

fn page(room: &mut Room<'_>, id: &str) -> Result<Reply, Stop> {
    let id = circle_of(id)?;
    let me = deed::of_circle(room, id)?;
    let circle = people::circle(room.conn, me.network, id)?;
    let tongue = room.tongue.clone();
    let mut nodes = Vec::new();
    for row in tables::nodes_of(room.conn, me.network, id)? {
        let key = row.key(&room.house.vault)?;
        let name = key.open(row.row(), "name", &row.name)?;
        let note = key.open_some(row.row(), "note", row.note.as_ref())?;
        let opened = Guarded::new((name, note), sight::circles(id));
        let Some((name, note)) = opened.seen_by(&room.viewer).cloned() else {
            continue;
        };
        let node = Node {
            id: row.id.to_string(),
            name,
            kind: tongue.say(kind(row.kind)).to_owned(),
            weight: tongue.say(weight(row.weight)).to_owned(),
            note: note.unwrap_or_default(),
            stand: row.stand,
        };
        nodes.push((row.weight, node));
    }
    nodes.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
    let mut columns: Vec<Column> = Vec::new();
    for one in Stand::ALL {
        let here: Vec<_>;
        (here, nodes) = nodes.into_iter().partition(|(_, node)| node.stand == *one);
        if !here.is_empty() {
            columns.push(Column {
                title: tongue.say(stand(*one)).to_owned(),
                nodes: here.into_iter().map(|(_, node)| node).collect(),
            });
        }
    }
    let said = [("circle", circle.name.into())];
    room.page(&Page {
        frame: room.frame(tongue.tell("powers-title", &said)),
        id: id.to_string(),
        printed: tongue.day(room.today),
        columns,
        weights: Weight::ALL
            .iter()
            .map(|one| (one.as_str(), tongue.say(weight(*one)).to_owned()))
            .collect(),
        stands: stands(&tongue),
        name_limit: NAME_LIMIT,
        note_limit: NOTE_LIMIT,
        audience: AudienceLine::new(&tongue, Audience::Circle, "audience-powers"),
    })
}

fn put(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = circle_of(id)?;
    deed::put(room, id, typed)?;
    Ok(Reply::go(format!("/power/{id}?said=saved")))
}

fn moved(room: &mut Room<'_>, id: &str, typed: &Typed) -> Result<Reply, Stop> {
    let id = NodeId::parse(id).ok_or(Stop::NotThere)?;
    let circle = deed::moved(room, id, typed)?;
    Ok(Reply::go(format!("/power/{circle}?said=saved")))
}

fn off(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    let id = NodeId::parse(id).ok_or(Stop::NotThere)?;
    let circle = deed::take_off(room, id)?;
    Ok(Reply::go(format!("/power/{circle}?said=saved")))
}
