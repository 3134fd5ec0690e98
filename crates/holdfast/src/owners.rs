//! The one owner of the time and the one owner of chance (ARCHITECTURE.md, decision 2).

use kernel::{Chance, Clock, Moment};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// Where the time and chance of this process come from.
#[derive(Clone)]
pub struct Owners {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub chance: Arc<dyn Chance>,
}

impl Owners {
    /// The machine's own clock and the operating system's chance.
    pub fn of_the_machine() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            chance: Arc::new(OsChance),
        }
    }
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // the one place that reads the time
    fn now(&self) -> Moment {
        jiff::Timestamp::now().into()
    }
}

/// The operating system's chance.
pub struct OsChance;

impl Chance for OsChance {
    #[allow(clippy::disallowed_methods)] // the one place that asks for chance
    fn fill(&self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            // A secret made without chance would be worse than no answer.
            eprintln!("The operating system gives no random numbers; Holdfast stops here.");
            std::process::abort();
        }
    }
}

/// A clock that started somewhere else, runs at its usual speed and can be moved on.
pub struct DemoClock {
    under: Arc<dyn Clock>,
    ahead: AtomicI64,
}

impl DemoClock {
    /// A clock that says `start` at this moment.
    pub fn starting(under: Arc<dyn Clock>, start: Moment) -> Self {
        let ahead = AtomicI64::new(start.0.saturating_sub(under.now().0));
        Self { under, ahead }
    }

    /// Moves the clock on.
    pub fn move_on(&self, seconds: i64) {
        self.ahead.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Moment {
        self.under
            .now()
            .plus_seconds(self.ahead.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::ManualClock;

    #[test]
    fn the_demos_clock_runs_at_its_usual_speed_from_where_it_started() {
        let under = Arc::new(ManualClock::at(Moment(1_000)));
        let clock = DemoClock::starting(under.clone(), Moment(50));
        under.advance(7);
        assert_eq!(clock.now(), Moment(57));
        clock.move_on(86_400);
        assert_eq!(clock.now(), Moment(86_457));
    }
}
