//! What people do about P21: each loads, asks the rule, saves; in one transaction.

pub(crate) mod alert;
pub(crate) mod lane;
