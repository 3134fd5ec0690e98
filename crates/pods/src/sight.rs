//! Who may see what of P3. Stewards and hosts stand nowhere here.

use kernel::{PersonId, Who};

/// Two who are buddies, or of whom one asked: these two.
pub(crate) fn pair(asker: PersonId, asked: PersonId) -> Who {
    Who::AnyOf(vec![Who::Person(asker), Who::Person(asked)])
}

/// A pod and all that is in it: whoever has a seat there.
pub(crate) fn pod(seats: impl IntoIterator<Item = PersonId>) -> Who {
    Who::AnyOf(seats.into_iter().map(Who::Person).collect())
}

/// "Please not with": whoever said it. The matcher works with it and does not read it: what somebody
/// tries is answered with yes or no, so many times a day.
pub(crate) fn not_with(of: PersonId) -> Who {
    Who::Person(of)
}

/// Who would like a pod: the one person who matches pods now.
pub(crate) fn wishes(matcher: Option<PersonId>) -> Who {
    matcher.map_or(Who::Nobody, Who::Person)
}
