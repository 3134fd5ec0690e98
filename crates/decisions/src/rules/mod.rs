//! The rules of deciding (P19, P25, P28). No clock, no database.

mod caucus;
mod class;
mod proposal;
mod refusal;
mod voice;

pub use caucus::{Answer, GATE_DAYS, Gate, gate_is_shut};
pub use class::{CHANGED_DAYS, COOLING, Class, LONGEST_REVIEW_DAYS, PAST_REVIEW_DAYS};
pub use proposal::{Facts, Proposal, Stage};
pub use refusal::DecisionRefusal;
pub use voice::{ObjectionState, VoiceKind, quorum};

kernel::id_type!(
    /// One proposal, and the decision it may become.
    ProposalId
);
kernel::id_type!(
    /// What somebody said about one.
    VoiceId
);
kernel::id_type!(
    /// A caucus of those a decision falls on.
    CaucusId
);
kernel::id_type!(
    /// What a caucus is asked about one proposal.
    GateId
);
