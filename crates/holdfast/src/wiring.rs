//! What the house is made of, and how it is put together.

use crate::{Home, Trouble};
use asks::Asks;
use cadence::Cadence;
use commitments::Commitments;
use decisions::Decisions;
use gatherings::Gatherings;
use joining::Joining;
use kernel::{Chance, CircleId, Clock, Day, NetworkId, Zone, uuid::Uuid};
use people::{NetworkRow, People};
use pods::Pods;
use pulse::SeasonPulse;
use rapid::Rapid;
use renewal::Renewal;
use rest::Rest;
use roles::Roles;
use rounds::Rounds;
use shield::Shield;
use std::{
    path::PathBuf,
    sync::{Arc, RwLock},
};
use store::{AnyConnection, Db, Keyring, Stop, Vault};
use tables::Tables;
use telling::{Telling, Ways};
use ties::Ties;
use vouches::Vouches;
use web::{
    Attempts, Floods, House, Memory, NetworkFacts, Practice, Pulse, Settings, Shared, Tongues,
};

/// Every practice, each after the ones it depends on, telling by these ways out of the house; letting go of a person goes backwards through
/// them.
pub fn practices(ways: Ways) -> Vec<Box<dyn Practice>> {
    vec![
        Box::new(Home),
        Box::new(People),
        Box::new(Asks),
        Box::new(Commitments),
        Box::new(Rest),
        Box::new(Joining),
        Box::new(Roles),
        Box::new(Tables),
        Box::new(Telling::by(ways)),
        Box::new(Shield),
        Box::new(Pods),
        Box::new(Cadence),
        Box::new(Renewal),
        Box::new(Decisions),
        Box::new(Rapid),
        Box::new(Ties),
        Box::new(Vouches),
        Box::new(SeasonPulse),
        Box::new(Rounds),
        Box::new(Gatherings),
    ]
}

/// What a house needs from outside.
pub struct HouseParts {
    /// A file path for SQLite, or `postgres://…`.
    pub database: String,
    /// The keyring's file; made where neither it nor a network is there yet.
    pub keyring: PathBuf,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub chance: Arc<dyn Chance>,
    /// Settings of this process.
    pub settings: Settings,
    /// The practices, in order.
    pub practices: Vec<Box<dyn Practice>>,
}

/// Ten tries an hour at one code's status.
const CODE_ATTEMPTS: (u32, i64) = (10, 3600);
/// A hundred tries a day at one person's passphrase.
const SIGN_IN_ATTEMPTS: (u32, i64) = (100, 86_400);

/// Five letters with a link a day for one person: nobody's mail is filled by others.
const LINK_ATTEMPTS: (u32, i64) = (5, 86_400);

/// Opens the database and the keyring, and puts the house together. Before there is a network the
/// house stands for a nameless one, until [`found_network`].
pub fn build(parts: HouseParts) -> Result<Shared, Trouble> {
    let db = Db::open(&parts.database)?;
    let nameless = nameless()?;
    let network = db.hands_on(|conn| {
        let id = people::only_network(conn)?;
        id.map(|id| people::network_facts(conn, id)).transpose()
    })?;
    let ring = if network.is_none() && !parts.keyring.exists() {
        let today = nameless.zone.day_of(parts.clock.now());
        Keyring::create(&parts.keyring, &*parts.chance, today)?
    } else if parts.keyring.exists() {
        Keyring::load(&parts.keyring)?
    } else {
        // A network without its keyring is not given a new one: nothing of it could be read.
        return Err(Trouble::said(format!(
            "There is a network in that database, but its keyring is not at {}. Without it \
             nothing that is sealed can be read.",
            parts.keyring.display()
        )));
    };
    let vault = Vault::new(ring, parts.chance.clone());
    let practices = parts.practices;
    let tongues = Tongues::new(|lang| practices.iter().map(|p| p.sentences(lang)).collect());
    Ok(Arc::new(House {
        db,
        vault,
        clock: parts.clock,
        chance: parts.chance,
        tongues,
        practices,
        floods: Floods::new(parts.settings.measures),
        settings: parts.settings,
        recognise: people::recognise,
        posture: shield::posture,
        code_attempts: Attempts::new(CODE_ATTEMPTS.0, CODE_ATTEMPTS.1),
        sign_in_attempts: Attempts::new(SIGN_IN_ATTEMPTS.0, SIGN_IN_ATTEMPTS.1),
        pulse: Pulse::new(),
        memory: Memory::default(),
        link_attempts: Attempts::new(LINK_ATTEMPTS.0, LINK_ATTEMPTS.1),
        network: RwLock::new(Arc::new(network.unwrap_or(nameless))),
    }))
}

/// Stands where there is no network yet; nobody and nothing belongs to it.
fn nameless() -> Result<NetworkFacts, Trouble> {
    Ok(NetworkFacts {
        id: NetworkId(Uuid::nil()),
        name: String::new(),
        zone: Zone::parse("UTC").ok_or(Trouble::NotThere)?,
        aid: CircleId(Uuid::nil()),
        founded: Day(0),
    })
}

/// Makes a network with its circles (kind, name, purpose), one of which answers asks, and lets the
/// house stand for it.
pub fn found_network(
    conn: &mut AnyConnection,
    house: &House,
    row: &NetworkRow,
    circles: &[(&str, &str, &str)],
) -> Result<Vec<CircleId>, Stop> {
    people::new_network(conn, row)?;
    let ids = circles
        .iter()
        .map(|circle| people::new_circle(conn, &*house.chance, row.id, *circle, row.founded_on))
        .collect::<Result<_, _>>()?;
    house.set_network(people::network_facts(conn, row.id)?);
    joining::found_agreements(conn, house, row.id, house.now())?;
    Ok(ids)
}
