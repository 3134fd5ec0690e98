//! The rapid lane: opened with three answers, live only with a second person and a voice of those it
//! falls on, up to a cap, until an end; then looked at.

use super::RapidRefusal as No;
use kernel::Moment;

/// It is open so many hours, where nothing else was said.
pub const USUAL_HOURS: i32 = 72;
/// And so many at most.
pub const MOST_HOURS: i32 = 7 * 24;
/// It waits so many seconds for a second person and a voice; then it is gone.
pub const WAITS_FOR: i64 = 72 * 3600;
/// It is looked at within so many days of its end.
pub const REVIEW_DAYS: i32 = 14;

kernel::text_enum!(
    /// Where one use of the lane stands.
    LaneStage {
        /// A second person or a voice is missing: nothing is done.
        Waits = "waits",
        /// It acts, within its limits.
        Live = "live",
        /// It is over; it is to be looked at.
        Ended = "ended",
        /// It was looked at.
        Reviewed = "reviewed",
        /// It never opened.
        Gone = "gone",
        /// It was proposed instead.
        Proposed = "proposed",
    }
);

kernel::text_enum!(
    /// Whose voice stands for those it falls on.
    VoiceFrom {
        /// Nobody's yet.
        Nobody = "nobody",
        /// Somebody it falls on said it themself.
        Themself = "themself",
        /// A caucus is named, and its convenor has not said so.
        CaucusAsked = "caucus_asked",
        /// A caucus's, as its convenor says.
        Caucus = "caucus",
    }
);

kernel::text_enum!(
    /// What it was, looking back; about the situation, never about a person.
    Verdict {
        /// It could not have waited.
        Real = "real",
        /// It could have waited.
        CouldWait = "could_wait",
        /// Somebody made it urgent.
        MadeUrgent = "made_urgent",
    }
);

impl VoiceFrom {
    /// Whether it is a voice of those it falls on.
    pub fn is_heard(self) -> bool {
        matches!(self, Self::Themself | Self::Caucus)
    }
}

/// One use of the lane, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Where it stands.
    pub stage: LaneStage,
    /// For how long it is open.
    pub hours: i32,
    /// When it was asked for.
    pub opened: Moment,
    /// Since when it acts.
    pub live: Option<Moment>,
    /// Until when it acts, or waits.
    pub until: Moment,
    /// What it may cost at most, in whole units of the network's money.
    pub cap: i32,
    /// Whether a second person stands by it.
    pub cosigned: bool,
    /// Whose voice stands for those it falls on.
    pub voice: VoiceFrom,
}

impl Lane {
    /// Somebody asks for it.
    ///
    /// # Errors
    /// [`No::Hours`], [`No::CapNeeded`].
    pub fn open(hours: i32, cap: i32, voice: VoiceFrom, now: Moment) -> Result<Self, No> {
        if !(1..=MOST_HOURS).contains(&hours) {
            return Err(No::Hours);
        }
        if !(0..=100_000).contains(&cap) {
            return Err(No::CapNeeded);
        }
        Ok(Self {
            stage: LaneStage::Waits,
            hours,
            opened: now,
            live: None,
            until: now.plus_seconds(WAITS_FOR),
            cap,
            cosigned: false,
            voice,
        })
    }

    /// It acts from now, where nothing is missing.
    fn if_nothing_is_missing(self, now: Moment) -> Self {
        if self.stage != LaneStage::Waits || !self.cosigned || !self.voice.is_heard() {
            return self;
        }
        Self {
            stage: LaneStage::Live,
            live: Some(now),
            until: now.plus_hours(i64::from(self.hours)),
            ..self
        }
    }

    fn waits_or(&self, now: Moment) -> Result<(), No> {
        match self.stage == LaneStage::Waits && now < self.until {
            true => Ok(()),
            false => Err(No::NotWaiting),
        }
    }

    /// A second person stands by it.
    ///
    /// # Errors
    /// [`No::NotWaiting`], [`No::CosignedAlready`].
    pub fn cosign(self, now: Moment) -> Result<Self, No> {
        self.waits_or(now)?;
        if self.cosigned {
            return Err(No::CosignedAlready);
        }
        let signed = Self {
            cosigned: true,
            ..self
        };
        Ok(signed.if_nothing_is_missing(now))
    }

    /// A voice of those it falls on.
    ///
    /// # Errors
    /// [`No::NotWaiting`].
    pub fn hear(self, voice: VoiceFrom, now: Moment) -> Result<Self, No> {
        self.waits_or(now)?;
        Ok(Self { voice, ..self }.if_nothing_is_missing(now))
    }

    /// Whether it acts now.
    pub fn is_live(&self, now: Moment) -> bool {
        self.stage == LaneStage::Live && now < self.until
    }

    /// Something is done in it that costs so much, beside what was done.
    ///
    /// # Errors
    /// [`No::NotLive`]; [`No::OverCap`] with what is left.
    pub fn spend(&self, before: i32, cost: i32, now: Moment) -> Result<(), No> {
        if !self.is_live(now) {
            return Err(No::NotLive);
        }
        let left = self.cap.saturating_sub(before);
        match (0..=left).contains(&cost) {
            true => Ok(()),
            false => Err(No::OverCap(left.max(0))),
        }
    }

    /// What time does to it.
    pub fn at(self, now: Moment) -> Self {
        let stage = match self.stage {
            LaneStage::Waits if now >= self.until => LaneStage::Gone,
            LaneStage::Live if now >= self.until => LaneStage::Ended,
            other => other,
        };
        Self { stage, ..self }
    }

    /// It ends before its time.
    ///
    /// # Errors
    /// [`No::NotLive`].
    pub fn end(self, now: Moment) -> Result<Self, No> {
        match self.is_live(now) {
            true => Ok(Self {
                stage: LaneStage::Ended,
                until: now,
                ..self
            }),
            false => Err(No::NotLive),
        }
    }

    /// The circle looked at it.
    ///
    /// # Errors
    /// [`No::NotEnded`].
    pub fn review(self) -> Result<Self, No> {
        match self.stage {
            LaneStage::Ended => Ok(Self {
                stage: LaneStage::Reviewed,
                ..self
            }),
            _ => Err(No::NotEnded),
        }
    }

    /// It is proposed instead, where it has not opened.
    ///
    /// # Errors
    /// [`No::NotWaiting`].
    pub fn propose_instead(self, now: Moment) -> Result<Self, No> {
        self.waits_or(now)?;
        Ok(Self {
            stage: LaneStage::Proposed,
            ..self
        })
    }
}

/// Whether a circle used the lane for more than a fifth of what it decided in a season, where there are
/// five decisions at least: then it asks itself why.
pub fn is_often(rapid: usize, ordinary: usize) -> bool {
    rapid + ordinary >= 5 && rapid * 5 > rapid + ordinary
}

#[cfg(test)]
#[path = "lane_tests.rs"]
mod tests;
