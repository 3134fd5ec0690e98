//! The staying curve: of people who join, how many are still here after a while.

use thiserror::Error;

/// How somebody's time ended, as far as is known. Resting counts as here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Still here when last looked at (right-censored).
    Here,
    /// Left, and handed over.
    HandedOver,
    /// Left without a word.
    Vanished,
}

/// One person's time: how long, in whatever unit all of them share (months, say), and how it ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Time {
    /// From joining to the end or to today; finite and not negative.
    pub length: f64,
    /// How it ended.
    pub end: End,
}

/// What is wrong with a record. Rows are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum TimeError {
    /// Not a number, or without end.
    #[error("row {row}: {length} is not a length of time")]
    NotFinite {
        /// The row, from 0.
        row: usize,
        /// What stood there.
        length: f64,
    },
    /// Ended before it began.
    #[error("row {row}: {length} is before the beginning")]
    Negative {
        /// The row, from 0.
        row: usize,
        /// What stood there.
        length: f64,
    },
}

/// One step of the curve, at a time at which somebody left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The time.
    pub at: f64,
    /// How many were here just before; whoever was last seen at this very time is among them.
    pub here: usize,
    /// How many handed over and left.
    pub handed_over: usize,
    /// How many vanished.
    pub vanished: usize,
    /// S(t), the share still here after it.
    pub staying: f64,
    /// Greenwood's standard error of S(t); `None` once nobody is left, where it is not defined.
    pub error: Option<f64>,
    /// The share that has handed over and left by then.
    pub share_handed_over: f64,
    /// The share that has vanished by then; with the other and `staying` it makes 1.
    pub share_vanished: f64,
}

/// A Kaplan–Meier curve. See [`staying`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Staying {
    steps: Vec<Step>,
}

/// The Kaplan–Meier curve of some times, with Greenwood's standard errors and leaving told apart. O(r log r).
///
/// S(t) = Π (1 − dᵢ/nᵢ) over the times tᵢ ≤ t at which dᵢ of nᵢ left; its error S(t) √Σ dᵢ/(nᵢ(nᵢ − dᵢ)).
/// The share that left in one way is Σ S(tᵢ₋₁) · (of dᵢ, in that way)/nᵢ (Aalen–Johansen).
/// E. Kaplan and P. Meier, J. Amer. Statist. Assoc. 53 (1958); M. Greenwood, Reports on Public Health 33 (1926);
/// O. Aalen and S. Johansen, Scand. J. Statist. 5 (1978).
///
/// # Errors
/// [`TimeError`], for the first row that is wrong.
pub fn staying(times: &[Time]) -> Result<Staying, TimeError> {
    for (row, &Time { length, .. }) in times.iter().enumerate() {
        if !length.is_finite() {
            return Err(TimeError::NotFinite { row, length });
        }
        if length < 0.0 {
            return Err(TimeError::Negative { row, length });
        }
    }
    let mut sorted = times.to_vec();
    // A length of −0.0 is 0, and must not come to stand in a step of its own.
    sorted.iter_mut().for_each(|time| time.length += 0.0);
    sorted.sort_by(|one, other| one.length.total_cmp(&other.length));
    let mut steps = Vec::new();
    let mut here = sorted.len();
    let (mut staying, mut spread) = (1.0, 0.0);
    let (mut share_handed_over, mut share_vanished) = (0.0, 0.0);
    for same in sorted.chunk_by(|one, other| one.length == other.length) {
        let count = |end: End| same.iter().filter(|time| time.end == end).count();
        let (handed_over, vanished) = (count(End::HandedOver), count(End::Vanished));
        let left = handed_over + vanished;
        if left > 0 {
            let at_risk = here as f64;
            share_handed_over += staying * handed_over as f64 / at_risk;
            share_vanished += staying * vanished as f64 / at_risk;
            staying *= (here - left) as f64 / at_risk;
            spread += left as f64 / (at_risk * (here - left) as f64);
            let error = (here > left).then(|| staying * f64::sqrt(spread));
            let at = same[0].length;
            steps.push(Step {
                at,
                here,
                handed_over,
                vanished,
                staying,
                error,
                share_handed_over,
                share_vanished,
            });
        }
        here -= same.len();
    }
    Ok(Staying { steps })
}

impl Staying {
    /// The steps, in the order of time.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The last step at or before a time; `None` before the first, where everyone stays.
    #[must_use]
    pub fn step_at(&self, time: f64) -> Option<&Step> {
        let until = self.steps.partition_point(|step| step.at <= time);
        self.steps[..until].last()
    }

    /// S(t), the share still here after a time; 1 before anyone left.
    #[must_use]
    pub fn at(&self, time: f64) -> f64 {
        self.step_at(time).map_or(1.0, |step| step.staying)
    }

    /// The first time after which no more than half are here; `None` where more than half stayed throughout.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        self.steps
            .iter()
            .find(|step| step.staying <= 0.5)
            .map(|step| step.at)
    }

    /// Those who handed over, of all who left; `None` where nobody left.
    #[must_use]
    pub fn care_in_leaving(&self) -> Option<f64> {
        let handed_over: usize = self.steps.iter().map(|step| step.handed_over).sum();
        let vanished: usize = self.steps.iter().map(|step| step.vanished).sum();
        let left = handed_over + vanished;
        (left > 0).then(|| handed_over as f64 / left as f64)
    }
}
