//! Alerts: reported, looked at by somebody on the spot, and heard by others only if confirmed.

use super::RapidRefusal as No;
use kernel::YesNo;

/// What was found is kept for so many seconds after; then it is gone.
pub const HEARD_FOR: i64 = 72 * 3600;
/// Whoever wants to hear, or to go and look, is asked again after so many days.
pub const CONSENT_DAYS: i32 = 180;

kernel::text_enum!(
    /// Where an alert stands.
    AlertStage {
        /// Somebody said what they saw; whoever answers the line knows, and nobody else.
        Reported = "reported",
        /// Some who would go and look were asked.
        Asked = "asked",
        /// Somebody is on their way.
        Verifying = "verifying",
        /// It is as it was reported.
        Confirmed = "confirmed",
        /// Whoever went could not tell. That is a good answer.
        Uncertain = "uncertain",
        /// It is something else, or over.
        Cleared = "cleared",
    }
);

kernel::text_enum!(
    /// What somebody offered to do.
    Does {
        /// To hear what is confirmed.
        Hears = "hears",
        /// To go and look.
        Looks = "looks",
    }
);

/// What whoever went to look says of it. They can say something else later: what was confirmed is cleared.
///
/// # Errors
/// [`No::NobodyWent`] where nobody went to look; [`No::NotWaiting`] where it was cleared already.
pub fn verdict(from: AlertStage, says: AlertStage) -> Result<AlertStage, No> {
    match (from, says) {
        (AlertStage::Cleared, _) => Err(No::NotWaiting),
        (AlertStage::Reported | AlertStage::Asked, _) => Err(No::NobodyWent),
        (_, AlertStage::Confirmed | AlertStage::Uncertain | AlertStage::Cleared) => Ok(says),
        _ => Err(No::NotWaiting),
    }
}

/// Those who want to hear are told: only what is confirmed.
///
/// # Errors
/// [`No::NotConfirmed`].
pub fn broadcast(stage: AlertStage) -> Result<YesNo, No> {
    match stage {
        AlertStage::Confirmed => Ok(YesNo::Yes),
        _ => Err(No::NotConfirmed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_somebody_confirmed_on_the_spot_is_heard() {
        for stage in AlertStage::ALL {
            assert_eq!(broadcast(*stage).is_ok(), *stage == AlertStage::Confirmed);
        }
        let yes = AlertStage::Confirmed;
        assert_eq!(verdict(AlertStage::Reported, yes), Err(No::NobodyWent));
        assert_eq!(verdict(AlertStage::Asked, yes), Err(No::NobodyWent));
        assert_eq!(verdict(AlertStage::Verifying, yes), Ok(yes));
        assert_eq!(verdict(yes, AlertStage::Cleared), Ok(AlertStage::Cleared));
        assert_eq!(verdict(AlertStage::Cleared, yes), Err(No::NotWaiting));
        let asks = verdict(AlertStage::Verifying, AlertStage::Asked);
        assert_eq!(asks, Err(No::NotWaiting));
    }
}
