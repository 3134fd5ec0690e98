//! That somebody is a single link is seen on nobody's page but theirs: for a thousand networks the page of
//! another is the same bytes whether they are or not.

use holdfast::testing::{Database, Town};
use kernel::{Chance, Day, PersonId, SeededChance, Standing};
use weave::{Graph, cuts};

const PEOPLE: usize = 9;

/// Ties among nine, each there with a chance of one in three.
fn drawn(chance: &SeededChance) -> Vec<(u32, u32)> {
    let mut ties = Vec::new();
    for one in 0..PEOPLE as u32 {
        for other in one + 1..PEOPLE as u32 {
            if chance.below(3) == 0 {
                ties.push((one, other));
            }
        }
    }
    ties
}

fn is_cut(ties: &[(u32, u32)], who: u32) -> bool {
    let graph = Graph::from_edges(PEOPLE, ties).unwrap();
    cuts(&graph).separated_by(who) > 0
}

/// The same network, but with one tie more or less that is not of the reader's, so that X is a single link
/// where it was not or the other way round, and the reader is what they were.
fn twin(ties: &[(u32, u32)], x: u32, reader: u32) -> Option<Vec<(u32, u32)>> {
    for one in 0..PEOPLE as u32 {
        for other in one + 1..PEOPLE as u32 {
            if one == reader || other == reader {
                continue;
            }
            let mut changed = ties.to_vec();
            match changed.iter().position(|tie| *tie == (one, other)) {
                Some(at) => drop(changed.remove(at)),
                None => changed.push((one, other)),
            }
            let flips = is_cut(ties, x) != is_cut(&changed, x);
            if flips && is_cut(ties, reader) == is_cut(&changed, reader) && !is_cut(ties, reader) {
                return Some(changed);
            }
        }
    }
    None
}

fn lay(town: &Town, all: &[PersonId], ties: &[(u32, u32)], day: Day) {
    town.data(|conn| {
        diesel::RunQueryDsl::execute(diesel::sql_query("delete from ties"), conn)?;
        for (one, other) in ties {
            let two = (all[*one as usize], all[*other as usize]);
            ties::play::count_tie(conn, &town.house, two, day)?;
        }
        Ok(())
    });
}

#[test]
fn nobody_elses_page_says_whether_somebody_is_a_single_link() {
    let town = &Town::on(Database::sqlite());
    let all: Vec<PersonId> = (0..PEOPLE)
        .map(|at| town.add(&format!("P{at}"), Standing::Member, &["aid"]))
        .collect();
    let day = town.house.network().zone.day_of(town.house.now());
    let browsers: Vec<_> = (0..PEOPLE)
        .map(|at| town.as_person(&format!("P{at}")))
        .collect();
    let chance = SeededChance::new(30);
    let mut compared = 0;
    while compared < 1_000 {
        let ties = drawn(&chance);
        let (x, reader) = (chance.below(9) as u32, chance.below(9) as u32);
        if x == reader {
            continue;
        }
        let Some(other) = twin(&ties, x, reader) else {
            continue;
        };
        let mut pages = Vec::new();
        for ties in [&ties, &other] {
            lay(town, &all, ties, day);
            let who = &browsers[reader as usize];
            pages.push((who.get("/ties").body, who.get("/today").body));
            // X themself reads it, where it is so.
            let theirs = browsers[x as usize].get("/ties").body;
            assert_eq!(theirs.contains("only through you"), is_cut(ties, x));
        }
        // Only the ids of the reader's own ties, which were laid anew, may differ.
        let plain = |page: &str| blank_ids(page);
        assert_eq!(plain(&pages[0].0), plain(&pages[1].0));
        assert_eq!(pages[0].1, pages[1].1);
        compared += 1;
    }
}

/// A page without the ids of the reader's own ties, which are drawn by chance each time they are laid.
fn blank_ids(page: &str) -> String {
    let mut parts = page.split("/ties/");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut all, part| {
        all.push_str("/ties/");
        all.push_str(part.get(36..).unwrap_or_default());
        all
    })
}
