//! Numbers by month, about nobody (N12): what is left of things that are gone.

use crate::{AnyConnection, schema::tallies};
use diesel::{dsl::sum, prelude::*};
use kernel::{Day, NetworkId};

/// Numbers are kept for so many days.
const KEPT_DAYS: i32 = 730;

/// One more of something, in one of its cells, in the month of a day.
pub fn tally(
    conn: &mut AnyConnection,
    network: NetworkId,
    (what, cell): (&str, &str),
    day: Day,
) -> QueryResult<()> {
    let month = day.month();
    let changed = diesel::update(tallies::table.find((network, what, month.as_str(), cell)))
        .set(tallies::n.eq(tallies::n + 1))
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(tallies::table)
            .values((
                tallies::network_id.eq(network),
                tallies::what.eq(what),
                tallies::month.eq(month.as_str()),
                tallies::cell.eq(cell),
                tallies::n.eq(1),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// How many of something there were in each of its cells, from the month of a day on.
pub fn tallied(
    conn: &mut AnyConnection,
    network: NetworkId,
    what: &str,
    since: Day,
) -> QueryResult<Vec<(String, u64)>> {
    let rows: Vec<(String, Option<i64>)> = tallies::table
        .filter(tallies::network_id.eq(network).and(tallies::what.eq(what)))
        .filter(tallies::month.ge(since.month()))
        .group_by(tallies::cell)
        .order(tallies::cell.asc())
        .select((tallies::cell, sum(tallies::n)))
        .load(conn)?;
    let cells = rows.into_iter();
    Ok(cells
        .map(|(cell, n)| (cell, n.and_then(|n| u64::try_from(n).ok()).unwrap_or(0)))
        .collect())
}

/// Numbers that are older than two years go, whatever was counted.
pub(crate) fn old_tallies_go(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<usize> {
    let before = today.plus(-KEPT_DAYS).month();
    let old = tallies::network_id
        .eq(network)
        .and(tallies::month.lt(before));
    diesel::delete(tallies::table.filter(old)).execute(conn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Db;
    use kernel::uuid::Uuid;

    #[test]
    fn months_add_up_and_go_after_two_years() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("x.sqlite").to_string_lossy()).unwrap();
        let network = NetworkId(Uuid::nil());
        let day = |text| Day::parse(text).unwrap();
        db.alone(|conn| {
            for on in ["2026-03-01", "2026-03-31", "2026-04-02"] {
                tally(conn, network, ("heard", "yes"), day(on))?;
            }
            tally(conn, network, ("heard", "no"), day("2026-04-02"))?;
            tally(conn, network, ("other", "yes"), day("2026-04-02"))?;
            let of = |conn: &mut AnyConnection, since| tallied(conn, network, "heard", day(since));
            let all = [("no".to_owned(), 1), ("yes".to_owned(), 3)];
            assert_eq!(of(conn, "2026-03-15")?, all, "a month counts as a whole");
            let april = [("no".to_owned(), 1), ("yes".to_owned(), 1)];
            assert_eq!(of(conn, "2026-04-01")?, april);
            assert_eq!(old_tallies_go(conn, network, day("2028-04-15"))?, 1);
            assert_eq!(of(conn, "2026-03-01")?, april);
            Ok(())
        })
        .unwrap();
    }
}
