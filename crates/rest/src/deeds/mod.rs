//! What people do about rest: each loads, asks the rule, saves, tells; in one transaction.

pub(crate) mod rest;
pub(crate) mod season;
