//! What this practice says of whether the whole would hold (PRACTICES.md §5): renewal and alliances.

use crate::tables::{self, HEARD, NOT_HEARD, Party, PartyId};
use kernel::{Day, NetworkId};
use store::{AnyConnection, Stop};
use web::{House, Tongue};

/// Fewer than these are not told of (N12).
const FEW: u64 = 5;
/// A year, and half of one, in days.
const YEAR: i32 = 365;
const HALF_A_YEAR: i32 = 183;

/// How often we heard back; and with how many partners what is promised goes both ways.
pub(crate) fn sentences(
    conn: &mut AnyConnection,
    house: &House,
    tongue: &Tongue,
) -> Result<Vec<String>, Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let mut all = Vec::new();
    let cells = store::tallied(conn, network.id, HEARD.0, today.plus(-YEAR))?;
    let of = |cell: &str| -> u64 {
        let of = cells.iter().filter(|(one, _)| one == cell);
        of.map(|(_, n)| *n).sum()
    };
    let heard = of(HEARD.1);
    let due = heard + of(NOT_HEARD.1);
    if due >= FEW {
        let said = [("n", count(heard)), ("all", count(due))];
        all.push(tongue.tell("commit-heard-back", &said.map(|(name, n)| (name, n.into()))));
    }
    let (both, partners) = alliances(conn, network.id, today)?;
    if partners > 0 {
        let said = [("n", both.into()), ("all", partners.into())];
        all.push(tongue.tell("commit-alliances", &said));
    }
    Ok(all)
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// With how many partner organisations something promised went both ways in half a year, of how many.
/// Organisations, and nobody's name.
fn alliances(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> Result<(usize, usize), Stop> {
    let since = today.plus(-HALF_A_YEAR);
    let partners = people::organisations(conn, network)?;
    let mut both = 0;
    for (id, _) in &partners {
        let party = Party::Organisation(*id);
        let (mut gives, mut gets) = (false, false);
        for row in tables::of_party(conn, network, PartyId(id.0))? {
            let done = row.stage == crate::rules::Stage::Completed && row.since_on >= since;
            if row.stage.is_living() || done {
                gives |= row.from() == party;
                gets |= row.to() == party;
            }
        }
        both += usize::from(gives && gets);
    }
    Ok((both, partners.len()))
}
