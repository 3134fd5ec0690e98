//! The rules of deciding (P19, P25, P28). No clock, no database.

mod advice;
mod caucus;
mod choice;
mod class;
mod manner;
mod power;
mod proposal;
mod refusal;
mod voice;

pub use advice::{AdviceStage, Asked, Because, HEARD_WITHIN, may_decide};
pub use caucus::{Answer, GATE_DAYS, Gate, gate_is_shut};
pub use choice::{
    Blanks, ChoiceStage, Count, Form, LEAST_BALLOTS, LEAST_DAYS, MOST_DAYS, MOST_THINGS, how_many,
    is_to_be_counted, lay_in, may_open,
};
pub use class::{
    CHANGED_DAYS, COOLING, Class, LONGEST_REVIEW_DAYS, MUCH_IN_A_DAY, PAST_REVIEW_DAYS,
};
pub use manner::{DOTS, HIGHEST_MARK, Manner, manners_of};
pub use power::{NodeKind, Stand, Weight, may_be_mapped, speaks_of_private_life};
pub use proposal::{Facts, Proposal, Stage};
pub use refusal::DecisionRefusal;
pub use voice::{ObjectionState, VoiceKind};

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
kernel::id_type!(
    /// Something somebody decides after asking (the advice process).
    AdviceId
);
kernel::id_type!(
    /// Somebody who was asked for advice.
    AskedId
);
kernel::id_type!(
    /// A choice among things.
    ChoiceId
);
kernel::id_type!(
    /// A public office or an institution on a map of power.
    NodeId
);
kernel::id_type!(
    /// What is offered to everybody for their time.
    HonorariumId
);
