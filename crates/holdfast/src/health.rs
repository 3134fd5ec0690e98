//! Whether the house is well, in words (P29, J10): what `holdfast doctor` prints and the health page
//! shows. Nothing here is about a person.

mod machine;

use diesel::prelude::*;
use kernel::{Arg, Day, Moment, NetworkId, Role};
use shield::Chain;
use store::{AnyConnection, Stop, fact};
use web::{House, Tongue};

/// A backup is made each night; two days without one is a sign.
const BACKUP_HOURS: i64 = 48;
/// A restore is drilled each quarter, the phone tree each half-year (P29).
const RESTORE_DAYS: i32 = 92;
const TREE_DAYS: i32 = 183;

kernel::id_type!(
    /// One drill.
    DrillId
);

kernel::text_enum!(
    /// What was drilled.
    DrillKind {
        /// A backup was brought back on another machine.
        Restore = "restore",
        /// The phone tree was rung through.
        PhoneTree = "phone_tree",
        /// A day went on paper.
        Paper = "paper",
    }
);

kernel::text_enum!(
    /// How it went.
    DrillResult {
        /// It would hold.
        Pass = "pass",
        /// It would not, yet.
        Fail = "fail",
    }
);

#[allow(missing_docs)] // the columns are described in the migrations
mod schema {
    diesel::table! {
        drills (id) {
            id -> Binary,
            network_id -> Binary,
            kind -> Text,
            result -> Text,
            on_day -> Integer,
            review_on -> Integer,
        }
    }
}
use schema::drills;

/// One sign of health: a sentence, and whether somebody should do something.
pub struct Sign {
    /// Nothing needs doing.
    pub well: bool,
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
}

impl Sign {
    /// A sign whose sentence stands under this key.
    pub fn new(well: bool, key: &'static str, args: Vec<(&'static str, Arg)>) -> Self {
        Self { well, key, args }
    }

    /// One of two sentences: how it is when nothing needs doing, and when something does.
    pub fn either(
        well: bool,
        good: &'static str,
        bad: &'static str,
        args: Vec<(&'static str, Arg)>,
    ) -> Self {
        Self::new(well, if well { good } else { bad }, args)
    }

    /// Its sentence.
    pub fn says(&self, tongue: &Tongue) -> String {
        match self.args.is_empty() {
            true => tongue.say(self.key).to_owned(),
            false => tongue.tell(self.key, &self.args),
        }
    }
}

/// The signs of the database and of the machine.
pub fn signs(conn: &mut AnyConnection, house: &House) -> Result<Vec<Sign>, Stop> {
    let network = house.network();
    let now = house.now();
    let today = network.zone.day_of(now);
    let mut signs = vec![
        backup(conn, house, now)?,
        drill(conn, network.id, DrillKind::Restore, today)?,
        drill(conn, network.id, DrillKind::PhoneTree, today)?,
        retention(conn, house, now)?,
        second_host(conn, house, now)?,
    ];
    signs.extend(telling(conn, house, now)?);
    signs.extend(machine::signs(house, now));
    Ok(signs)
}

/// What stands on the printed runbook of how the house is.
pub fn for_the_runbook(conn: &mut AnyConnection, house: &House) -> Result<Vec<Sign>, Stop> {
    let network = house.network().id;
    let now = house.now();
    let today = house.network().zone.day_of(now);
    Ok(vec![
        backup(conn, house, now)?,
        drill(conn, network, DrillKind::Restore, today)?,
        drill(conn, network, DrillKind::PhoneTree, today)?,
        second_host(conn, house, now)?,
        chain(conn, house)?,
    ])
}

/// Whether the account of what was done with power holds. Every entry is looked at, so Today does
/// not ask for it.
pub fn chain(conn: &mut AnyConnection, house: &House) -> Result<Sign, Stop> {
    let network = house.network().id;
    Ok(match shield::verify(conn, &house.vault, network)? {
        Chain::Holds { links } => Sign::new(true, "health-chain", vec![("n", links.into())]),
        Chain::Broken { at } => Sign::new(false, "health-chain-broken", vec![("n", at.into())]),
    })
}

/// Letters that do not leave, answers that cannot come in, and texts that wait for a day.
fn telling(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<Vec<Sign>, Stop> {
    let network = house.network();
    let state = telling::state(conn, network.id)?;
    let day = |moment| network.zone.day_of(moment);
    let mut signs = Vec::new();
    if let Some((since, _)) = state.mail_trouble {
        let said = vec![
            ("n", state.letters_waiting.into()),
            ("day", day(since).into()),
        ];
        signs.push(Sign::new(false, "health-mail", said));
    }
    if let Some(since) = state.answers_closed {
        let said = vec![("day", day(since).into())];
        signs.push(Sign::new(false, "health-answers", said));
    }
    let a_day_ago = now.plus_hours(-24);
    if let Some(since) = state.texts_since.filter(|since| *since < a_day_ago) {
        let said = vec![
            ("n", state.texts_waiting.into()),
            ("day", day(since).into()),
        ];
        signs.push(Sign::new(false, "health-texts", said));
    }
    Ok(signs)
}

fn backup(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<Sign, Stop> {
    let network = house.network();
    let last = fact(conn, network.id, crate::commands::backup::LAST_BACKUP)?;
    let Some(last) = last.and_then(|seconds| seconds.parse().ok().map(Moment)) else {
        return Ok(Sign::new(false, "health-no-backup", vec![]));
    };
    let day = network.zone.day_of(last);
    let well = now < last.plus_hours(BACKUP_HOURS);
    let said = vec![("day", day.into())];
    Ok(Sign::either(
        well,
        "health-backup",
        "health-backup-old",
        said,
    ))
}

fn drill(
    conn: &mut AnyConnection,
    network: NetworkId,
    kind: DrillKind,
    today: Day,
) -> Result<Sign, Stop> {
    let last: Option<(Day, DrillResult)> = drills::table
        .filter(drills::network_id.eq(network).and(drills::kind.eq(kind)))
        .order((drills::on_day.desc(), drills::id.desc()))
        .select((drills::on_day, drills::result))
        .first(conn)
        .optional()?;
    let (days, keys) = match kind {
        DrillKind::PhoneTree => (
            TREE_DAYS,
            ["health-tree", "health-tree-due", "health-tree-failed"],
        ),
        _ => (
            RESTORE_DAYS,
            ["health-drill", "health-drill-due", "health-drill-failed"],
        ),
    };
    Ok(match last {
        Some((day, DrillResult::Fail)) => Sign::new(false, keys[2], vec![("day", day.into())]),
        Some((day, _)) if day.plus(days) >= today => {
            Sign::new(true, keys[0], vec![("day", day.into())])
        }
        _ => Sign::new(false, keys[1], vec![]),
    })
}

fn retention(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<Sign, Stop> {
    let network = house.network();
    let Some(day) = store::last_sweep(conn, network.id)? else {
        return Ok(Sign::new(false, "health-not-swept", vec![]));
    };
    let well = day >= network.zone.day_of(now).plus(-2);
    let said = vec![("day", day.into())];
    Ok(Sign::either(well, "health-swept", "health-sweep-old", said))
}

fn second_host(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<Sign, Stop> {
    let network = house.network().id;
    let hosts = match people::circle_of_kind(conn, network, "host")? {
        Some(circle) => people::holders_now(conn, network, (circle.id, Role::Host), now)?,
        None => Vec::new(),
    };
    Ok(match hosts.len() {
        0 => Sign::new(false, "health-no-host", vec![]),
        1 => Sign::new(false, "health-one-host", vec![]),
        _ => Sign::new(true, "health-two-hosts", vec![]),
    })
}

/// Writes a drill down.
pub fn drilled(
    conn: &mut AnyConnection,
    house: &House,
    (kind, result): (DrillKind, DrillResult),
    day: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    diesel::insert_into(drills::table)
        .values((
            drills::id.eq(DrillId::new(&*house.chance)),
            drills::network_id.eq(network),
            drills::kind.eq(kind),
            drills::result.eq(result),
            drills::on_day.eq(day),
            drills::review_on.eq(day.plus(RESTORE_DAYS)),
        ))
        .execute(conn)?;
    Ok(())
}
