//! The rules of acting quickly (P21). No clock, no database.

mod alert;
mod lane;
mod refusal;

pub use alert::{AlertStage, CONSENT_DAYS, Does, HEARD_FOR, broadcast, verdict};
pub use lane::{
    Lane, LaneStage, MOST_HOURS, REVIEW_DAYS, USUAL_HOURS, Verdict, VoiceFrom, WAITS_FOR, is_often,
};
pub use refusal::RapidRefusal;

kernel::id_type!(
    /// One use of the rapid lane.
    RapidId
);
kernel::id_type!(
    /// Something that was done in it.
    StepId
);
kernel::id_type!(
    /// What somebody saw.
    AlertId
);
