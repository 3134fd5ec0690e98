//! `holdfast sweep`: retention now, for whoever does not want to wait for the night.

use crate::{Trouble, owners::Owners, settings::Settings};
use std::io::Write;

/// Erases what has had its time and destroys its keys.
pub fn sweep(settings: &Settings, owners: &Owners, out: &mut dyn Write) -> Result<(), Trouble> {
    let house = super::open(settings, owners)?;
    let counts = house.sweep()?;
    if counts.clock_is_behind {
        return Err(Trouble::said(
            "The clock of this machine stands before the last sweep; nothing was erased. Set the \
             clock right and sweep again.",
        ));
    }
    super::say(
        out,
        &match (counts.erased, counts.keys_destroyed) {
            (0, 0) => "Swept: nothing had come to its end.".to_owned(),
            (erased, keys) => {
                format!("Swept. Things erased: {erased}. Keys destroyed: {keys}.")
            }
        },
    );
    Ok(())
}
