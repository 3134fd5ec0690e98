//! The retention sweep (PRACTICES.md §1.6, N13): lets go on time, and destroys the keys of what it
//! let go, so that old pages, logs and copies of the database cannot be read either.

use crate::{
    AnyConnection, Db, Row, Stop, Vault, WrappedKey,
    facts::{fact, set_fact},
    schema::legal_holds,
    tally::old_tallies_go,
};
use diesel::{
    QueryableByName,
    prelude::*,
    sql_types::{BigInt, Binary},
};
use kernel::{Day, Moment, NetworkId, Zone};

/// One line of what the server keeps: the sweep acts on it, and the public page is written from it.
pub struct Keep {
    /// What it is; a message key.
    pub what: &'static str,
    /// How long, and what then; a message key.
    pub until: &'static str,
    /// Who can read it; a message key.
    pub who: &'static str,
    /// Whether it lies sealed, so that the database alone does not show it.
    pub sealed: bool,
    /// Erases what has had its time; says how many it erased. `None` where another line's erasing
    /// takes this with it, or the sweep does (numbers by month), or where the thing is kept until its
    /// author lets go.
    pub erase: Option<Erase>,
}

/// Erases what has had its time; says how many it erased.
pub type Erase = fn(&mut AnyConnection, &Sweep) -> Result<usize, Stop>;

/// What one practice keeps.
#[derive(Clone, Copy)]
pub struct Keeps {
    /// Its lines.
    pub lines: &'static [Keep],
    /// Its tables with sealed columns; each has `network_id`, `id` and `row_key`.
    pub sealed_tables: &'static [&'static str],
}

/// A scope whose erasure is stopped by counsel's word.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable)]
#[diesel(table_name = legal_holds)]
pub struct Hold {
    /// The kind of circle it is about, such as `aid`.
    pub circle: String,
    /// First day of the scope.
    pub from_day: Day,
    /// Last day of the scope.
    pub to_day: Day,
}

impl Hold {
    /// Whether something of this circle, received on this day, must stay.
    pub fn covers(&self, circle: &str, received: Day) -> bool {
        self.circle == circle && (self.from_day..=self.to_day).contains(&received)
    }
}

/// One sweep, as the practices' lines see it.
pub struct Sweep {
    /// The network swept.
    pub network: NetworkId,
    /// Its zone.
    pub zone: Zone,
    /// The moment of the sweep.
    pub now: Moment,
    /// The last day that is over: today once it is half past eleven at night, else yesterday.
    pub last: Day,
    /// Scopes that must stay.
    pub holds: Vec<Hold>,
}

impl Sweep {
    /// A sweep at this moment.
    pub fn at(
        conn: &mut AnyConnection,
        network: NetworkId,
        zone: &Zone,
        now: Moment,
    ) -> QueryResult<Self> {
        let last = last_day_over(zone, now);
        let holds = holds_in_force(conn, network)?;
        Ok(Self {
            network,
            zone: zone.clone(),
            now,
            last,
            holds,
        })
    }

    /// Whether something of this circle, received at this moment, is under a hold.
    pub fn held(&self, circle: &str, received: Moment) -> bool {
        let day = self.zone.day_of(received);
        self.holds.iter().any(|hold| hold.covers(circle, day))
    }
}

/// The last day that is over for the sweep: today once it is half past eleven at night.
fn last_day_over(zone: &Zone, now: Moment) -> Day {
    let today = zone.day_of(now);
    if zone.hour_minute(now) >= (23, 30) {
        today
    } else {
        today.plus(-1)
    }
}

/// Whether it is time to sweep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// A day has ended since the last sweep.
    Now,
    /// Everything that is over has been swept.
    NotYet,
    /// The clock stands before the last sweep: nothing is erased until it is right again.
    ClockBehind,
}

/// Whether it is time to sweep this network.
pub fn sweep_due(
    conn: &mut AnyConnection,
    network: NetworkId,
    zone: &Zone,
    now: Moment,
) -> QueryResult<Due> {
    let over = last_day_over(zone, now);
    let swept = fact(conn, network, LAST_SWEEP)?.and_then(|day| Day::parse(&day));
    Ok(match swept {
        Some(swept) if swept > over => Due::ClockBehind,
        Some(swept) if swept == over => Due::NotYet,
        _ => Due::Now,
    })
}

/// The holds of a network; there is no purge in their scope until they are lifted.
pub fn holds_in_force(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<Hold>> {
    legal_holds::table
        .filter(legal_holds::network_id.eq(network))
        .select(Hold::as_select())
        .load(conn)
}

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SweepCounts {
    /// Rows erased.
    pub erased: usize,
    /// Keys destroyed.
    pub keys_destroyed: usize,
    /// Whether the clock stands before the last sweep, so that nothing was done.
    pub clock_is_behind: bool,
}

/// The last day whose dead are gone; `None` before the first sweep.
pub fn last_sweep(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Option<Day>> {
    Ok(fact(conn, network, LAST_SWEEP)?.and_then(|day| Day::parse(&day)))
}

const LAST_SWEEP: &str = "last-sweep";

/// Set by whatever erases a row between sweeps, so that the next sweep renews the living key.
pub const ERASED: &str = "erased-since-renewal";

/// Sweeps one network.
pub fn sweep(
    db: &Db,
    vault: &Vault,
    keeps: &[Keeps],
    network: NetworkId,
    zone: &Zone,
    now: Moment,
) -> Result<SweepCounts, Stop> {
    let mut counts = SweepCounts::default();
    let last = db.alone(|conn| {
        let sweep = Sweep::at(conn, network, zone, now)?;
        let before = fact(conn, network, LAST_SWEEP)?.and_then(|day| Day::parse(&day));
        if before.is_some_and(|before| before > sweep.last) {
            counts.clock_is_behind = true;
            return Ok(sweep.last);
        }
        for erase in keeps
            .iter()
            .flat_map(|k| k.lines)
            .filter_map(|line| line.erase)
        {
            counts.erased += erase(conn, &sweep)?;
        }
        // Numbers about nobody die with no key: they are not counted.
        old_tallies_go(conn, network, sweep.last)?;
        if counts.erased > 0 {
            set_fact(conn, network, ERASED, "yes")?;
        }
        set_fact(conn, network, LAST_SWEEP, &sweep.last.to_string())?;
        Ok(sweep.last)
    })?;
    if counts.clock_is_behind {
        tracing::warn!("the clock stands before the last sweep; nothing was erased");
        return Ok(counts);
    }
    let today = zone.day_of(now);
    counts.keys_destroyed = renew_keys(db, vault, keeps, network, last, today)?;
    vault.close_all();
    db.settle()?;
    Ok(counts)
}

/// Renews the living key when rows have died under it or a month has passed, re-wraps every living
/// row, rescues what a hold keeps from dying day keys, and destroys the dead keys.
fn renew_keys(
    db: &Db,
    vault: &Vault,
    keeps: &[Keeps],
    network: NetworkId,
    last: Day,
    today: Day,
) -> Result<usize, Stop> {
    let erased = db
        .hands_on(|conn| Ok(fact(conn, network, ERASED)?))?
        .as_deref()
        == Some("yes");
    let since = vault.ring.living_since()?;
    let month_over = since.is_none_or(|since| since.month() < today.month());
    let mut dying = vault.ring.days_up_to(last)?;
    if erased || month_over || vault.ring.has_past_living()? {
        dying.extend(vault.ring.renew(today, &*vault.chance)?);
    }
    if dying.is_empty() {
        return Ok(0);
    }
    // A write that took the old living key before it was renewed must be there to be re-wrapped.
    db.after_the_writes_under_way()?;
    for table in keeps.iter().flat_map(|k| k.sealed_tables) {
        rewrap_table(db, vault, table, &dying)?;
    }
    vault.ring.destroy(&dying)?;
    db.alone(|conn| Ok(set_fact(conn, network, ERASED, "no")?))?;
    Ok(dying.len())
}

#[derive(QueryableByName)]
struct Wrapped {
    #[diesel(sql_type = Binary)]
    network_id: NetworkId,
    #[diesel(sql_type = Binary)]
    id: Vec<u8>,
    #[diesel(sql_type = Binary)]
    row_key: WrappedKey,
}

const BATCH: i64 = 500;

/// Walks a sealed table in the order of its ids. The keyring serves every network of the database,
/// so all of them are walked. `$1`, `$2` in order of appearance are placeholders to both databases.
fn rewrap_table(db: &Db, vault: &Vault, table: &'static str, dying: &[String]) -> Result<(), Stop> {
    let mut after: Vec<u8> = Vec::new();
    loop {
        let rows = db.alone(|conn| {
            let rows: Vec<Wrapped> = diesel::sql_query(format!(
                "select network_id, id, row_key from {table} where id > $1 order by id limit $2"
            ))
            .bind::<Binary, _>(&after)
            .bind::<BigInt, _>(BATCH)
            .load(conn)?;
            for row in &rows {
                if dying.iter().any(|name| name == row.row_key.under()) {
                    rewrap_row(conn, vault, table, row)?;
                }
            }
            Ok(rows)
        })?;
        match rows.last() {
            Some(last) => after.clone_from(&last.id),
            None => return Ok(()),
        }
    }
}

fn rewrap_row(
    conn: &mut AnyConnection,
    vault: &Vault,
    table: &'static str,
    row: &Wrapped,
) -> Result<(), Stop> {
    let id = <&[u8; 16]>::try_from(row.id.as_slice()).map_err(|_| crate::Error::Tampered)?;
    let place = Row {
        network: &row.network_id,
        table,
        id,
    };
    let renewed = vault.rewrap(place, &row.row_key, None)?;
    diesel::sql_query(format!("update {table} set row_key = $1 where id = $2"))
        .bind::<Binary, _>(renewed)
        .bind::<Binary, _>(&row.id)
        .execute(conn)?;
    Ok(())
}

kernel::id_type!(
    /// One hold.
    HoldId
);

/// Stops erasing within a scope from now on.
pub fn add_hold(
    conn: &mut AnyConnection,
    chance: &dyn kernel::Chance,
    network: NetworkId,
    hold: &Hold,
    review_on: Day,
) -> QueryResult<()> {
    diesel::insert_into(legal_holds::table)
        .values((
            legal_holds::id.eq(HoldId::new(chance)),
            legal_holds::network_id.eq(network),
            legal_holds::circle.eq(&hold.circle),
            legal_holds::from_day.eq(hold.from_day),
            legal_holds::to_day.eq(hold.to_day),
            legal_holds::review_on.eq(review_on),
        ))
        .execute(conn)?;
    Ok(())
}

/// Lets erasing go on where this hold had stopped it; the next sweep catches up.
pub fn lift_hold(conn: &mut AnyConnection, network: NetworkId, hold: &Hold) -> QueryResult<()> {
    diesel::delete(
        legal_holds::table.filter(
            legal_holds::network_id
                .eq(network)
                .and(legal_holds::circle.eq(&hold.circle))
                .and(legal_holds::from_day.eq(hold.from_day))
                .and(legal_holds::to_day.eq(hold.to_day)),
        ),
    )
    .execute(conn)?;
    Ok(())
}
