//! Who may see what of P22 and P23.

use crate::{
    rules::{Stage, Wide},
    tables::ContainerRow,
};
use kernel::{Member, PersonId, Who};

fn people(all: impl IntoIterator<Item = PersonId>) -> Vec<Who> {
    all.into_iter().map(Who::Person).collect()
}

fn wide(row: &ContainerRow, wide: Wide) -> Who {
    match wide {
        Wide::Circle => Who::Circle(row.circle_id),
        Wide::Network => Who::AnyOf(vec![
            Who::Circle(row.circle_id),
            Who::Network(row.network_id),
        ]),
        Wide::Public => Who::Public,
    }
}

/// That it is, its question and its invitation: whoever is invited, once people are; before that its
/// circle. Whoever is asked to hold it reads it in any case.
pub(crate) fn invitation(row: &ContainerRow) -> Who {
    let invited = match row.stage {
        Stage::Seeded => wide(row, Wide::Circle),
        _ => wide(row, row.open_to),
    };
    let mut all = people(row.seats());
    all.extend(people(row.keeper_id));
    all.push(invited);
    Who::AnyOf(all)
}

/// How it is run, and what is left to do: those who hold it, and whoever writes the harvest.
pub(crate) fn hosting(row: &ContainerRow) -> Who {
    let mut all = people(row.hosts());
    all.extend(people(row.keeper_id));
    Who::AnyOf(all)
}

/// What somebody needs to be able to come: those who hold it, and whoever wrote it.
pub(crate) fn need(row: &ContainerRow, whose: Option<PersonId>) -> Who {
    let mut all = people(row.hosts());
    all.extend(people(whose));
    Who::AnyOf(all)
}

/// The room: the circle whose it is, those who hold it, and whoever is quoted in it. Who came is written
/// down nowhere.
pub(crate) fn room(row: &ContainerRow, quoted: &[PersonId]) -> Who {
    let mut all = people(quoted.iter().copied());
    all.push(hosting(row));
    all.push(Who::Circle(row.circle_id));
    Who::AnyOf(all)
}

/// What stays here: the room alone, ever. Newcomers come to know a circle in person first.
pub(crate) fn stays(row: &ContainerRow, quoted: &[PersonId], by: &Member) -> Who {
    match by.standing.reads_as_member() {
        true => room(row, quoted),
        false => hosting(row),
    }
}

/// The draft: those who write it; from when it is back, the room.
pub(crate) fn draft(row: &ContainerRow, quoted: &[PersonId]) -> Who {
    match row.stage {
        Stage::Seeded | Stage::Invited | Stage::Gathered | Stage::Draft => hosting(row),
        _ if row.returned_at.is_none() => hosting(row),
        _ => room(row, quoted),
    }
}

/// Who said a quote, or was named in a line: they and those who write the harvest.
pub(crate) fn named(row: &ContainerRow, whose: Option<PersonId>) -> Who {
    let mut all = people(whose);
    all.push(hosting(row));
    Who::AnyOf(all)
}

/// The harvest, as far as it is shared.
pub(crate) fn letter(row: &ContainerRow) -> Who {
    match row.shared_to {
        Some(far) => wide(row, far),
        None => Who::Nobody,
    }
}
