//! How roles are carried, as a whole: by how many hands, for how long, by whom next. Nobody's name.

use super::RoleId;
use kernel::{Moment, PersonId};
use std::collections::{BTreeMap, BTreeSet};

/// A term, as far as this looks at it.
#[derive(Clone, Copy, Debug)]
pub struct Carried {
    /// Which role.
    pub role: RoleId,
    /// Who holds it.
    pub holder: PersonId,
    /// Who learns alongside, by their own yes.
    pub shadow: Option<PersonId>,
    /// From when.
    pub from: Moment,
    /// To when.
    pub to: Moment,
}

/// Roles that are held at a moment: how many by two pairs of hands or more, of how many.
pub fn second_hands(terms: &[Carried], now: Moment) -> (usize, usize) {
    let mut hands: BTreeMap<RoleId, BTreeSet<PersonId>> = BTreeMap::new();
    for term in held(terms, now) {
        let held = hands.entry(term.role).or_default();
        held.insert(term.holder);
        held.extend(term.shadow);
    }
    let second = hands.values().filter(|held| held.len() >= 2).count();
    (second, hands.len())
}

fn held(terms: &[Carried], now: Moment) -> impl Iterator<Item = &Carried> {
    terms
        .iter()
        .filter(move |term| term.from <= now && now < term.to)
}

/// How many roles each of those who hold any holds at a moment, in no order that says anything.
pub fn carried_by_each(terms: &[Carried], now: Moment) -> Vec<u64> {
    let mut each: BTreeMap<PersonId, u64> = BTreeMap::new();
    for term in held(terms, now) {
        *each.entry(term.holder).or_default() += 1;
    }
    let mut all: Vec<u64> = each.into_values().collect();
    all.sort_unstable();
    all
}

/// For how long roles were held by one person before they changed hands, terms in a row as one, of those
/// that ended in a stretch of time; in seconds, sorted.
pub fn spells(terms: &[Carried], (since, now): (Moment, Moment)) -> Vec<i64> {
    let mut of: BTreeMap<(RoleId, PersonId), Vec<(Moment, Moment)>> = BTreeMap::new();
    for term in terms {
        let theirs = of.entry((term.role, term.holder)).or_default();
        theirs.push((term.from, term.to));
    }
    let mut all = Vec::new();
    for mut theirs in of.into_values() {
        theirs.sort();
        let mut spell: Option<(Moment, Moment)> = None;
        for (from, to) in theirs {
            spell = match spell {
                // Terms that meet within a day are one.
                Some((first, last)) if from.0 - last.0 <= 86_400 => Some((first, last.max(to))),
                Some(over) => {
                    all.push(over);
                    Some((from, to))
                }
                None => Some((from, to)),
            };
        }
        all.extend(spell);
    }
    let ended = all
        .into_iter()
        .filter(|(_, to)| *to >= since && *to <= now)
        .map(|(from, to)| to.0 - from.0);
    let mut lengths: Vec<i64> = ended.collect();
    lengths.sort_unstable();
    lengths
}

/// Of the terms that began in a stretch of time and were not the role's first: how many went to whoever held
/// it just before, of how many.
pub fn chosen_again(terms: &[Carried], (since, now): (Moment, Moment)) -> (usize, usize) {
    let (mut again, mut all) = (0, 0);
    for term in terms {
        if term.from < since || term.from > now {
            continue;
        }
        let before = terms
            .iter()
            .filter(|other| other.role == term.role && other.from < term.from)
            .max_by_key(|other| other.from);
        if let Some(before) = before {
            all += 1;
            again += usize::from(before.holder == term.holder);
        }
    }
    (again, all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;

    const MONTH: i64 = 30 * 86_400;

    #[test]
    fn hands_spells_and_who_comes_next() {
        let chance = SeededChance::new(3);
        let roles: Vec<RoleId> = (0..2).map(|_| RoleId::new(&chance)).collect();
        let people: Vec<PersonId> = (0..3).map(|_| PersonId::new(&chance)).collect();
        let term = |role: usize, who: usize, from: i64, to: i64| Carried {
            role: roles[role],
            holder: people[who],
            shadow: None,
            from: Moment(from * MONTH),
            to: Moment(to * MONTH),
        };
        // The first role: twice the same in a row, then another; the second: one who still holds it.
        let mut terms = vec![
            term(0, 0, 0, 6),
            term(0, 0, 6, 12),
            term(0, 1, 12, 18),
            term(1, 2, 10, 22),
        ];
        terms[3].shadow = Some(people[0]);
        let now = Moment(20 * MONTH);
        assert_eq!(second_hands(&terms, now), (1, 1));
        assert_eq!(second_hands(&terms, Moment(13 * MONTH)), (1, 2));
        assert_eq!(carried_by_each(&terms, Moment(13 * MONTH)), [1, 1]);
        let year = (Moment(8 * MONTH), now);
        assert_eq!(spells(&terms, year), [6 * MONTH, 12 * MONTH]);
        assert_eq!(
            chosen_again(&terms, year),
            (0, 1),
            "a first term is no turnover"
        );
        assert_eq!(chosen_again(&terms, (Moment(0), now)), (1, 2));
    }
}
