//! `holdfast doctor`: is the house well, and what should somebody do? The same sentences as the
//! health page, and what only the machine itself knows.

use crate::{
    Trouble, backup,
    folder::Folder,
    health::{self, Sign},
    owners::Owners,
    settings::Settings,
};
use std::{io::Write, os::unix::fs::PermissionsExt};
use web::Lang;

/// Prints the signs, what needs doing first; refused with a count where something does.
pub fn doctor(settings: &Settings, owners: &Owners, out: &mut dyn Write) -> Result<(), Trouble> {
    let folder = Folder::at(&settings.data);
    let house = super::open(settings, owners)?;
    let mut signs = of_the_machine(&folder)?;
    signs.extend(house.db.hands_on(|conn| health::signs(conn, &house))?);
    signs.push(house.db.hands_on(|conn| health::chain(conn, &house))?);
    let tongue = house.tongues.of(Lang::En);
    signs.sort_by_key(|sign| sign.well);
    for sign in &signs {
        let mark = match sign.well {
            true => "well",
            false => "do  ",
        };
        super::say(out, &format!("{mark}  {}", sign.says(&tongue)));
    }
    match signs.iter().filter(|sign| !sign.well).count() {
        0 => Ok(()),
        1 => Err(Trouble::said("One thing needs doing.")),
        n => Err(Trouble::said(format!("{n} things need doing."))),
    }
}

fn of_the_machine(folder: &Folder) -> Result<Vec<Sign>, Trouble> {
    let keyring = folder.keyring();
    let mode = std::fs::metadata(&keyring)
        .map_err(Trouble::file(&keyring))?
        .permissions()
        .mode();
    let alone = mode & 0o077 == 0;
    let recipients = backup::recipients(&folder.path().join("backup-recipients"));
    let two = recipients.is_ok();
    Ok(vec![
        Sign::either(alone, "health-keyring", "health-keyring-open", vec![]),
        Sign::either(two, "health-recipients", "health-no-recipients", vec![]),
    ])
}
