//! How roles are called, and what they are for.

use crate::{
    book::{Book, Written},
    rules::{How, Role, Standard},
    tables::RoleWords,
};
use store::Stop;
use web::{House, Lang, Tongue};

/// The words of a role as a page shows them.
#[derive(Clone, Default)]
pub(crate) struct Words {
    pub name: String,
    pub purpose: String,
    pub domain: String,
    /// What it opens, a line each.
    pub opens: Vec<String>,
}

/// A role's words, in the reader's language where nobody wrote others.
pub(crate) fn of(house: &House, tongue: &Tongue, written: &Written) -> Result<Words, Stop> {
    let kept = match &written.row {
        Some(row) => row.words(&house.vault)?,
        None => RoleWords::default(),
    };
    let usual = |of: fn(Standard) -> &'static str| {
        let key = written.role.standard.map(of);
        key.map(|key| tongue.say(key).to_owned())
            .unwrap_or_default()
    };
    let opens = kept.opens.unwrap_or_default();
    Ok(Words {
        name: kept.name.unwrap_or_else(|| usual(name_of)),
        purpose: kept.purpose.unwrap_or_else(|| usual(purpose_of)),
        domain: kept.domain.unwrap_or_default(),
        opens: opens.lines().map(str::to_owned).collect(),
    })
}

fn name_of(standard: Standard) -> &'static str {
    match standard {
        Standard::Steward => "role-steward",
        Standard::Intake => "role-intake",
        Standard::Host => "role-host",
        Standard::Welcomer => "role-welcomer",
        Standard::Weaver => "role-weaver",
        Standard::Treasurer => "roles-treasurer",
    }
}

fn purpose_of(standard: Standard) -> &'static str {
    match standard {
        Standard::Steward => "roles-for-steward",
        Standard::Intake => "roles-for-intake",
        Standard::Host => "roles-for-host",
        Standard::Welcomer => "roles-for-welcomer",
        Standard::Weaver => "roles-for-weaver",
        Standard::Treasurer => "roles-for-treasurer",
    }
}

/// The key of the words for how somebody was chosen.
pub(crate) fn how(how: How) -> &'static str {
    match how {
        How::Selected => "roles-how-selected",
        How::Consent => "roles-how-consent",
        How::Lot => "roles-how-lot",
        How::Emergency => "roles-how-emergency",
        How::Given => "roles-how-given",
    }
}

/// What stands in the account of power: the power's own word, or the role's name; and the circle.
pub(crate) fn for_the_account(house: &House, book: &Book, role: &Role) -> Result<String, Stop> {
    let circle = &book.circle(role.circle)?.name;
    let name = match (role.power, book.role(role.id)) {
        (Some(power), _) if role.standard.is_some() => power.as_str().to_owned(),
        (_, Ok(written)) => of(house, &house.tongues.of(Lang::En), written)?.name,
        (_, Err(_)) => String::new(),
    };
    // The first comma stands between the two.
    Ok(format!("{}, {circle}", name.replace(',', "")))
}
