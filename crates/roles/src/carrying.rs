//! What this practice says of whether the whole would hold (PRACTICES.md §5): second hands, turnover, and how
//! evenly roles are carried. Nothing of fewer than five people.

use crate::{
    rules::{Carried, Shadow, carried_by_each, chosen_again, second_hands, spells},
    tables,
};
use kernel::Moment;
use store::{AnyConnection, Stop};
use web::{House, Tongue};

/// Fewer than these are not told of (N12).
const FEW: usize = 5;
/// Two years, in seconds: what ended before says nothing of now.
const LATELY: i64 = 2 * 365 * 86_400;
/// A month in seconds, as a mean.
const MONTH: f64 = 30.44 * 86_400.0;

pub(crate) fn sentences(
    conn: &mut AnyConnection,
    house: &House,
    tongue: &Tongue,
) -> Result<Vec<String>, Stop> {
    let now = house.now();
    let terms: Vec<Carried> = tables::terms(conn, house.network().id)?
        .into_iter()
        .map(|term| Carried {
            role: term.role_id,
            holder: term.person_id,
            shadow: match term.shadow() {
                Shadow::Is(person) => Some(person),
                _ => None,
            },
            from: term.from_at,
            to: term.to_at,
        })
        .collect();
    let mut all = Vec::new();
    let (second, roles) = second_hands(&terms, now);
    if roles >= FEW {
        let said = [("n", second.into()), ("all", roles.into())];
        all.push(tongue.tell("roles-second-hands", &said));
    }
    let each = carried_by_each(&terms, now);
    if each.len() >= FEW {
        let spread = weave::spread_of_carrying(each).unwrap_or(1.0);
        all.push(tongue.tell("roles-spread", &[("n", (spread.round() as i64).into())]));
    }
    let lately = (Moment(now.0 - LATELY), now);
    let spells = spells(&terms, lately);
    if spells.len() >= FEW {
        let middle = spells[spells.len() / 2] as f64 / MONTH;
        let months = (middle.round() as i64).max(1);
        all.push(tongue.tell("roles-turnover", &[("n", months.into())]));
    }
    let (again, begun) = chosen_again(&terms, lately);
    if begun >= FEW {
        let said = [("n", (begun - again).into()), ("all", begun.into())];
        all.push(tongue.tell("roles-new-hands", &said));
    }
    Ok(all)
}
