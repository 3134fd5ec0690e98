//! A term: somebody holds a role from a minute to a minute, and then they do not.

use super::RoleId;
use jiff::Span;
use kernel::{CircleId, Day, Moment, PersonId};

/// So many days before its end a role is handed over.
pub const HANDING_OVER_DAYS: i32 = 30;
/// By this day of a term somebody learns it alongside.
pub const SHADOW_DAYS: i32 = 30;
/// What the circle can add to a term, once.
pub const EXTENSION_DAYS: i32 = 30;
/// The longest that a role is held because nobody could be chosen in time.
pub const EMERGENCY_DAYS: i32 = 30;
/// After so many days without it, terms are no longer in a row: a season's rest before holding again.
pub const REST_DAYS: i32 = 90;
/// What ended within a day was a mistake, and no term.
const A_DAY: i64 = 86_400;

kernel::id_type!(
    /// One term. Where the role lets its holder do and see something, the holding of that has the
    /// same id.
    TermId
);

kernel::text_enum!(
    /// How its holder was chosen.
    How {
        /// In a selection round.
        Selected = "selected",
        /// Somebody was proposed, said yes, and the circle consented.
        Consent = "consent",
        /// By lot, among those who were willing.
        Lot = "lot",
        /// Because nobody could be chosen in time; thirty days at most.
        Emergency = "emergency",
        /// At the founding, or by an invitation.
        Given = "given",
    }
);

/// Who learns it alongside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shadow {
    /// Nobody yet.
    Nobody,
    /// Somebody was asked, and has not said yes.
    Asked(PersonId),
    /// They said yes themself.
    Is(PersonId),
}

/// Where a term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermStage {
    /// It begins when the one before it ends.
    Coming,
    /// It runs.
    Held,
    /// It runs, and ends soon: it is handed over.
    HandingOver,
    /// It has ended.
    Over,
}

/// A term.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Which.
    pub id: TermId,
    /// Of which role.
    pub role: RoleId,
    /// Of which circle.
    pub circle: CircleId,
    /// Who holds it.
    pub person: PersonId,
    /// From which moment on.
    pub from: Moment,
    /// Until which: sight ends at this minute.
    pub to: Moment,
    /// Its first day in the network's zone.
    pub first: Day,
    /// Its last.
    pub last: Day,
    /// How they were chosen.
    pub how: How,
    /// Who learns it alongside.
    pub shadow: Shadow,
    /// Whether the circle has added thirty days.
    pub extended: bool,
}

impl Term {
    /// Where it stands. A term is handed over in its last thirty days; a short one in its second half.
    pub fn stage(&self, now: Moment, today: Day) -> TermStage {
        if now >= self.to {
            TermStage::Over
        } else if now < self.from {
            TermStage::Coming
        } else if today >= self.handing_over_from() {
            TermStage::HandingOver
        } else {
            TermStage::Held
        }
    }

    /// From which day on it is handed over.
    pub fn handing_over_from(&self) -> Day {
        let middle = self.first.plus((self.last.0 - self.first.0) / 2);
        self.last.plus(-HANDING_OVER_DAYS).max(middle)
    }

    /// Whether it runs.
    pub fn runs(&self, now: Moment) -> bool {
        self.from <= now && now < self.to
    }

    /// Whether it runs or is still to come.
    pub fn stands(&self, now: Moment) -> bool {
        now < self.to
    }

    /// Who learns it alongside and has said so.
    pub fn shadow(&self) -> Option<PersonId> {
        match self.shadow {
            Shadow::Is(person) => Some(person),
            Shadow::Nobody | Shadow::Asked(_) => None,
        }
    }

    /// Emergencies are none, nor what ended within a day.
    fn counts(&self) -> bool {
        self.how != How::Emergency && self.to.0 - self.from.0 >= A_DAY
    }
}

/// The last day a term of so many months can have: `2026-03-02` and six months give `2026-09-02`.
pub fn last_by(first: Day, months: i32) -> Day {
    let date = first.date().checked_add(Span::new().months(months));
    date.map_or(first, Day::from_date)
}

/// How many terms lie in a row right before a day, without a rest between them. These are one
/// person's terms of one role, in any order.
pub fn in_a_row(terms: &[&Term], before: Day) -> usize {
    let mut terms: Vec<&&Term> = terms.iter().filter(|term| term.to > term.from).collect();
    terms.sort_by_key(|term| std::cmp::Reverse(term.first));
    let (mut edge, mut count) = (before, 0);
    for term in terms {
        if edge.0 - term.last.0 > REST_DAYS {
            break;
        }
        count += usize::from(term.counts());
        edge = term.first;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;
    use proptest::prelude::*;

    const DAY: i64 = 86_400;

    pub(super) fn term(first: i32, last: i32) -> Term {
        let chance = SeededChance::new(1);
        Term {
            id: TermId::new(&chance),
            role: RoleId::new(&chance),
            circle: CircleId::new(&chance),
            person: PersonId::new(&chance),
            from: Moment(i64::from(first) * DAY),
            to: Moment(i64::from(last + 1) * DAY),
            first: Day(first),
            last: Day(last),
            how: How::Consent,
            shadow: Shadow::Nobody,
            extended: false,
        }
    }

    #[test]
    fn a_term_is_handed_over_in_its_last_thirty_days_and_ends_at_its_minute() {
        let six = term(0, 181);
        let at = |day: i32| six.stage(Moment(i64::from(day) * DAY), Day(day));
        assert_eq!(at(-1), TermStage::Coming);
        assert_eq!(at(150), TermStage::Held);
        assert_eq!(at(151), TermStage::HandingOver);
        assert_eq!(
            six.stage(Moment(182 * DAY - 1), Day(181)),
            TermStage::HandingOver
        );
        assert_eq!(six.stage(Moment(182 * DAY), Day(182)), TermStage::Over);
        // A month of facilitation is not handed over from its first day on.
        assert_eq!(term(0, 30).handing_over_from(), Day(15));
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        let day = |text| Day::parse(text).unwrap();
        assert_eq!(last_by(day("2026-03-02"), 6), day("2026-09-02"));
        assert_eq!(last_by(day("2026-08-31"), 6), day("2027-02-28"));
        assert_eq!(last_by(day("2026-01-12"), 12), day("2027-01-12"));
    }

    #[test]
    fn terms_are_in_a_row_until_a_season_lies_between() {
        let (one, two) = (term(0, 181), term(182, 363));
        assert_eq!(in_a_row(&[&two, &one], Day(364)), 2);
        assert_eq!(in_a_row(&[&one], Day(181 + REST_DAYS)), 1);
        assert_eq!(in_a_row(&[&one], Day(182 + REST_DAYS)), 0);
        let long_ago = term(-400, -300);
        assert_eq!(in_a_row(&[&long_ago, &one], Day(182)), 1);
        let mistake = Term {
            to: Moment(183 * DAY),
            from: Moment(182 * DAY + 60),
            ..term(182, 182)
        };
        assert_eq!(in_a_row(&[&one, &mistake], Day(184)), 1);
        let emergency = Term {
            how: How::Emergency,
            ..term(182, 211)
        };
        assert_eq!(in_a_row(&[&one, &emergency], Day(212)), 1);
    }

    proptest! {
        /// However terms lie, a day on which more are counted than there are does not exist, and a
        /// season later none is.
        #[test]
        fn nothing_is_counted_twice(spans in proptest::collection::vec((0i32..900, 1i32..200), 0..8)) {
            let all: Vec<Term> = spans.iter().map(|(from, long)| term(*from, from + long)).collect();
            let refs: Vec<&Term> = all.iter().collect();
            let end = all.iter().map(|term| term.last.0).max().unwrap_or(0);
            prop_assert!(in_a_row(&refs, Day(end + 1)) <= all.len());
            prop_assert_eq!(in_a_row(&refs, Day(end + REST_DAYS + 1)), 0);
        }
    }
}
