//! The health page: for whoever runs the server and whoever looks after a circle.

use crate::health::{self, DrillKind, DrillResult};
use askama::Template;
use kernel::{Audience, Day, Member, Role};
use store::Stop;
use web::{AudienceLine, Frame, Item, PowerKind, PowerUse, Reply, Room, TodayShare, Typed};

struct Line {
    well: bool,
    words: String,
}

#[derive(Template)]
#[template(path = "health.html")]
struct Health {
    frame: Frame,
    lines: Vec<Line>,
    well: bool,
    today: String,
    audience: AudienceLine,
}

/// Hosts and stewards; for anybody else there is no such page.
fn reads(room: &Room<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    match me.holds_any(Role::Host) || me.holds_any(Role::Steward) {
        true => Ok(()),
        false => Err(Stop::NotThere),
    }
}

pub(super) fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    reads(room)?;
    let tongue = room.tongue.clone();
    let mut signs = health::signs(room.conn, room.house)?;
    signs.push(health::chain(room.conn, room.house)?);
    let lines: Vec<Line> = signs
        .iter()
        .map(|sign| Line {
            well: sign.well,
            words: sign.says(&tongue),
        })
        .collect();
    room.page(&Health {
        frame: room.frame(tongue.say("health-title")),
        well: lines.iter().all(|line| line.well),
        lines,
        today: room.today.to_string(),
        audience: AudienceLine::new(&tongue, Audience::Role, "audience-health"),
    })
}

pub(super) fn drill(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    reads(room)?;
    let kind = DrillKind::parse(typed.text("kind")).ok_or(Stop::NotThere)?;
    let result = DrillResult::parse(typed.text("result")).ok_or(Stop::NotThere)?;
    let day = Day::parse(typed.text("day")).unwrap_or(room.today);
    let day = day.min(room.today);
    health::drilled(room.conn, room.house, (kind, result), day)?;
    let me = room.member()?;
    let role = match me.holds_any(Role::Host) {
        true => Role::Host,
        false => Role::Steward,
    };
    let told = PowerUse::new(PowerKind::Drilled, [me.id], role.as_str());
    room.house.power_used(room.conn, &told)?;
    Ok(Reply::go("/health?said=drilled"))
}

/// On a host's Today page, while something of the server needs doing.
pub(super) fn today(room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
    let mut share = TodayShare::default();
    if !member.holds_any(Role::Host) || member.is_resting() {
        return Ok(share);
    }
    let signs = health::signs(room.conn, room.house)?;
    if let Some(first) = signs.iter().find(|sign| !sign.well) {
        let title = room.tongue.say("health-title").to_owned();
        let words = first.says(&room.tongue);
        let item = Item::new(title, words, "/health").titled_in_letters();
        share.ours.push(item);
    }
    Ok(share)
}
