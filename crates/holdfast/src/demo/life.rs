//! A few weeks of Rivermouth's life.

use super::Rivermouth;
use crate::Trouble;
use web::Shared;

/// Plays what happened in Rivermouth before the demo begins.
pub fn life(_house: &Shared, _town: &Rivermouth) -> Result<(), Trouble> {
    Ok(())
}
