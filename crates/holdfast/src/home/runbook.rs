//! The runbook and the closing plan (P29, J10): printed from the network's own data, so that what
//! hangs on the wall is what is so. For whoever runs the server and those who look after
//! Coordinating.

use crate::health;
use askama::Template;
use kernel::Audience;
use shield::{KeyLine, TreeLine};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room};

/// Fewer than this is not counted aloud (N12).
const COUNTED_FROM: i64 = 5;

#[derive(Template)]
#[template(path = "runbook.html")]
struct Runbook {
    frame: Frame,
    printed: String,
    address: String,
    data: String,
    program: &'static str,
    signs: Vec<String>,
    hosts: Vec<String>,
    tree: Option<TreeLine>,
    keys: Vec<KeyLine>,
    hash: Option<(i64, String)>,
    audience: AudienceLine,
}

pub(super) fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    // Only whoever keeps the keys gets past this line.
    let keys = shield::key_lines(room)?;
    room.fresh()?;
    let tree = shield::tree_lines(room)?;
    let tongue = room.tongue.clone();
    let signs = health::for_the_runbook(room.conn, room.house)?
        .iter()
        .map(|sign| sign.says(&tongue))
        .collect();
    let hash = shield::newest_hash(room.conn, room.network.id)?;
    let hosts = hosts(room)?;
    let settings = &room.house.settings;
    room.page(&Runbook {
        frame: room.frame(tongue.say("runbook-title")),
        printed: tongue.tell("runbook-printed", &[("day", room.today.into())]),
        address: settings.address.clone(),
        data: settings
            .data
            .as_deref()
            .map(|data| data.display().to_string())
            .unwrap_or_default(),
        program: env!("CARGO_PKG_VERSION"),
        signs,
        hosts,
        tree,
        keys,
        hash,
        audience: AudienceLine::new(&tongue, Audience::Role, "audience-runbook"),
    })
}

/// Who runs the server, and until when.
fn hosts(room: &mut Room<'_>) -> Result<Vec<String>, Stop> {
    let network = room.network.clone();
    let Some(circle) = people::circle_of_kind(room.conn, network.id, "host")? else {
        return Ok(Vec::new());
    };
    let role = (circle.id, kernel::Role::Host);
    let mut lines = Vec::new();
    for (person, until) in people::holders_now(room.conn, network.id, role, room.now)? {
        let handle = people::handle_of(room.conn, &room.house.vault, network.id, person)?;
        let handle = handle.seen_by(&room.viewer).cloned().unwrap_or_default();
        let day = network.zone.day_of(until.plus_seconds(-1));
        let said = [("handle", handle.into()), ("day", day.into())];
        lines.push(room.tongue.tell("runbook-host", &said));
    }
    Ok(lines)
}

#[derive(Template)]
#[template(path = "closing_plan.html")]
struct ClosingPlan {
    frame: Frame,
    printed: String,
    open: Vec<String>,
    keys: Vec<KeyLine>,
    audience: AudienceLine,
}

pub(super) fn closing(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let keys = shield::key_lines(room)?;
    let network = room.network.id;
    let asks = asks::asks_not_closed(room.conn, network)?;
    let tables = tables::not_ended(room.conn, network)?;
    let held = !store::holds_in_force(room.conn, network)?.is_empty();
    let tongue = room.tongue.clone();
    let count = |n: i64, none: &'static str, few: &'static str, some: &'static str| match n {
        0 => tongue.say(none).to_owned(),
        n if n < COUNTED_FROM => tongue.say(few).to_owned(),
        n => tongue.tell(some, &[("n", n.into())]),
    };
    let mut open = vec![
        count(
            asks,
            "closing-asks-none",
            "closing-asks-few",
            "closing-asks",
        ),
        count(
            tables,
            "closing-tables-none",
            "closing-tables-few",
            "closing-tables",
        ),
    ];
    if held {
        open.push(tongue.say("closing-held").to_owned());
    }
    room.page(&ClosingPlan {
        frame: room.frame(tongue.say("closing-title")),
        printed: tongue.tell("runbook-printed", &[("day", room.today.into())]),
        open,
        keys,
        audience: AudienceLine::new(&tongue, Audience::Role, "audience-runbook"),
    })
}
