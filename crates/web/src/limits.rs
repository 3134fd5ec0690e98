//! Guessing is slow: attempts are counted by what is guessed at, never by who guesses, because
//! addresses of people are kept nowhere, memory included. It runs on the injected clock, which is
//! why it is ours.

use kernel::Moment;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// Counts attempts per thing within a span of time.
pub struct Attempts {
    most: u32,
    span_seconds: i64,
    seen: Mutex<HashMap<Vec<u8>, (Moment, u32)>>,
}

impl Attempts {
    /// At most `most` attempts at one thing within `span_seconds`.
    pub fn new(most: u32, span_seconds: i64) -> Self {
        Self {
            most,
            span_seconds,
            seen: Mutex::default(),
        }
    }

    /// Counts one attempt; false once there were too many.
    pub fn allow(&self, thing: &[u8], now: Moment) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() > 10_000 {
            seen.retain(|_, (since, _)| since.plus_seconds(self.span_seconds) > now);
        }
        let entry = seen.entry(thing.to_vec()).or_insert((now, 0));
        if entry.0.plus_seconds(self.span_seconds) <= now || entry.0 > now {
            *entry = (now, 0);
        }
        entry.1 = entry.1.saturating_add(1);
        entry.1 <= self.most
    }

    /// Forgets the attempts at a thing, after a right answer.
    pub fn clear(&self, thing: &[u8]) {
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(thing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixth_guess_waits_for_the_hour() {
        let attempts = Attempts::new(5, 3600);
        let at = |n| attempts.allow(b"FERN-42", Moment(n));
        assert!((0..5).all(at));
        assert!(!at(6));
        assert!(attempts.allow(b"MOSS-17", Moment(6)));
        assert!(at(3601));
    }
}
