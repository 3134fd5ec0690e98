//! Counts held against published examples, against the slowest way to find them, and against what is promised.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

mod oracles;
mod peer;
mod properties;
mod sums;
mod typed;
mod vectors;

use ballots::{Pairs, Ranked, RankedCount, RankedForm, Schulze, Unranked};
use proptest::prelude::*;

/// A ballot as a place for each option, or none.
type Places = Vec<Option<u32>>;

fn form(options: usize, unranked: Unranked) -> RankedForm {
    RankedForm::new(options, unranked).unwrap()
}

fn ballot(places: &Places) -> Ranked {
    form(places.len(), Unranked::LastTogether)
        .of_places(places)
        .unwrap()
}

fn count(options: usize, unranked: Unranked, ballots: &[Places]) -> RankedCount {
    let mut count = form(options, unranked).count();
    for places in ballots {
        count.add(&ballot(places)).unwrap();
    }
    count
}

fn pairs(options: usize, unranked: Unranked, ballots: &[Places]) -> Pairs {
    count(options, unranked, ballots).pairs().clone()
}

/// Every two options of which the one is ahead of the other.
fn relation(schulze: &Schulze) -> Vec<(u32, u32)> {
    let each = || schulze.pairs().each();
    each()
        .flat_map(|one| each().map(move |other| (one, other)))
        .filter(|&(one, other)| schulze.ahead(one, other))
        .collect()
}

/// Ballots with ties and options left out, few of either or many.
fn ballots(options: usize, most: usize) -> impl Strategy<Value = Vec<Places>> {
    let place = prop_oneof![
        1 => Just(None),
        6 => (0..options as u32).prop_map(Some),
    ];
    prop::collection::vec(prop::collection::vec(place, options), 0..=most)
}

/// Some options, and ballots over them.
fn choices() -> impl Strategy<Value = (usize, Vec<Places>)> {
    (2_usize..=5).prop_flat_map(|options| (Just(options), ballots(options, 12)))
}

/// As [`choices`], with ballots that tie nothing and leave nothing out: cycles and level pairs are common in them.
fn full_choices() -> impl Strategy<Value = (usize, Vec<Places>)> {
    (3_usize..=5).prop_flat_map(|options| {
        let whole: Places = (0..options as u32).map(Some).collect();
        let ballots = prop::collection::vec(Just(whole).prop_shuffle(), 1..=9);
        (Just(options), ballots)
    })
}

fn any_choices() -> impl Strategy<Value = (usize, Vec<Places>)> {
    prop_oneof![choices(), full_choices()]
}

fn unranked() -> impl Strategy<Value = Unranked> {
    prop_oneof![Just(Unranked::LastTogether), Just(Unranked::NoPreference)]
}

fn strength() -> impl Strategy<Value = ballots::Strength> {
    prop_oneof![
        Just(ballots::Strength::WinningVotes),
        Just(ballots::Strength::Margins)
    ]
}
