//! Forms have an hourly measure, so that nobody can bury a network in them. What is counted is a
//! keyed hash of where a request comes from; its key lives in memory and goes with the hour, so no
//! address is kept and none can be read back afterwards.

use kernel::{Message, Moment, PersonId, Refusal};
use std::{
    collections::HashMap,
    hash::{BuildHasher, Hash, RandomState},
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

/// Where a request comes from, as far as it is counted: a hash that nothing can be read back from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Whence(u64);

/// Hourly measures of one form, each per place or person; 0 is no measure.
#[derive(Clone, Copy, Debug)]
pub struct Measures {
    /// From one address, for whoever is not signed in. A shelter shares one.
    pub stranger: u32,
    /// By one person who is signed in: beyond what hands can do.
    pub person: u32,
    /// From all addresses we cannot tell apart, as behind a proxy that does not say.
    pub nowhere: u32,
}

impl Measures {
    /// Usual measures.
    pub const USUAL: Self = Self {
        stranger: 60,
        person: 600,
        nowhere: 3600,
    };
    /// None at all.
    pub const NONE: Self = Self {
        stranger: 0,
        person: 0,
        nowhere: 0,
    };
}

impl Default for Measures {
    fn default() -> Self {
        Self::USUAL
    }
}

/// Two megabytes of memory, whatever comes.
const MOST_COUNTED: usize = 100_000;

/// Counts of this hour. They start anew with the process.
pub struct Floods {
    measures: Measures,
    hour: Mutex<Hour>,
}

#[derive(Default)]
struct Hour {
    number: i64,
    key: RandomState,
    seen: HashMap<u64, u32>,
}

/// More forms in an hour than anybody's hands can fill in.
#[derive(Debug)]
pub(crate) struct TooMany;

impl Refusal for TooMany {
    fn message(&self) -> Message {
        Message::plain("refused-too-many-forms")
    }
    fn status(&self) -> u16 {
        429
    }
}

store::stops_with!(TooMany);

impl Floods {
    /// Nothing was counted yet.
    pub fn new(measures: Measures) -> Self {
        Self {
            measures,
            hour: Mutex::default(),
        }
    }

    /// An address as a hash of this hour's key. Of IPv6 only the network counts (RFC 4291: the
    /// lower half is the device's own and changes at will).
    pub fn whence(&self, address: IpAddr, now: Moment) -> Whence {
        let whole = match address.to_canonical() {
            IpAddr::V4(four) => u64::from(u32::from(four)),
            IpAddr::V6(six) => (six.to_bits() >> 64) as u64,
        };
        Whence(self.this_hour(now, |hour| hour.key.hash_one(whole)))
    }

    /// Counts one form; false once there were too many of it in this hour.
    pub(crate) fn allow(&self, form: &str, from: Sender, now: Moment) -> bool {
        let (most, who) = match from {
            Sender::Person(_) => (self.measures.person, &from),
            Sender::There(_) => (self.measures.stranger, &from),
            Sender::Nowhere => (self.measures.nowhere, &from),
        };
        if most == 0 {
            return true;
        }
        self.this_hour(now, |hour| {
            let mut whose = hour.key.hash_one((form, who));
            if hour.seen.len() >= MOST_COUNTED && !hour.seen.contains_key(&whose) {
                // So many places at once are one flood: they share one count.
                whose = 0;
            }
            let count = hour.seen.entry(whose).or_insert(0);
            *count = count.saturating_add(1);
            *count <= most
        })
    }

    fn this_hour<T>(&self, now: Moment, work: impl FnOnce(&mut Hour) -> T) -> T {
        let number = now.0.div_euclid(3600);
        let mut hour = self.hour.lock().unwrap_or_else(PoisonError::into_inner);
        if hour.number != number {
            *hour = Hour {
                number,
                ..Hour::default()
            };
        }
        work(&mut hour)
    }
}

/// Who sent a form.
#[derive(Hash)]
pub(crate) enum Sender {
    /// Somebody signed in.
    Person(PersonId),
    /// Somebody, from there.
    There(Whence),
    /// Somebody; from where cannot be told.
    Nowhere,
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment(12 * 3600);

    fn floods() -> Floods {
        Floods::new(Measures {
            stranger: 2,
            person: 3,
            nowhere: 5,
        })
    }

    #[test]
    fn a_flood_from_one_place_leaves_the_next_place_and_the_next_form_alone() {
        let floods = floods();
        let here = floods.whence("203.0.113.7".parse().unwrap(), NOON);
        let there = floods.whence("203.0.113.8".parse().unwrap(), NOON);
        let ask = |from| floods.allow("/ask", Sender::There(from), NOON);
        assert!(ask(here) && ask(here) && !ask(here));
        assert!(ask(there));
        assert!(floods.allow("/join-us", Sender::There(here), NOON));
        assert!(floods.allow("/ask", Sender::Nowhere, NOON));
    }

    #[test]
    fn with_the_hour_the_key_and_every_count_are_gone() {
        let floods = floods();
        let at = "203.0.113.7".parse().unwrap();
        let before = floods.whence(at, NOON);
        assert_eq!(before, floods.whence(at, NOON.plus_seconds(3599)));
        assert!((0..9).any(|_| !floods.allow("/ask", Sender::There(before), NOON)));
        let later = NOON.plus_seconds(3600);
        let after = floods.whence(at, later);
        assert_ne!(before, after);
        assert!(floods.allow("/ask", Sender::There(after), later));
    }

    #[test]
    fn of_ipv6_only_the_network_counts_and_four_in_six_is_four() {
        let floods = floods();
        let of = |text: &str| floods.whence(text.parse().unwrap(), NOON);
        assert_eq!(of("2001:db8::1"), of("2001:db8::ffff:1"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
        assert_eq!(of("::ffff:203.0.113.7"), of("203.0.113.7"));
    }

    #[test]
    fn no_measure_counts_nothing() {
        let floods = Floods::new(Measures::NONE);
        assert!((0..10_000).all(|_| floods.allow("/ask", Sender::Nowhere, NOON)));
    }
}
