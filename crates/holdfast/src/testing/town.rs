//! Rivermouth, behind a real server on a real socket.

use super::{Browser, Database, Served};
use crate::{
    HouseParts, build,
    demo::{self, Rivermouth},
    owners::OsChance,
    practices,
};
use kernel::{Chance, CircleId, Clock, Day, ManualClock, Moment, PersonId, Role, Standing};
use people::NewPerson;
use std::{path::Path, sync::Arc};
use store::{AnyConnection, Stop, SweepCounts};
use telling::Ways;
use tempfile::TempDir;
use web::{Practice, Settings, Shared};

/// When a town's clock starts: a Monday morning, in the network's zone.
pub const TOWN_STARTS: &str = "2026-03-02 09:00";

/// Nights in a row that are swept one by one; a longer time is swept once, at its end.
const NIGHTS_ONE_BY_ONE: i32 = 31;

/// Rivermouth with its whole cast, served on a free port. It ends, with all it kept, when it is
/// dropped.
pub struct Town {
    /// The house.
    pub house: Shared,
    /// Its clock. Setting it runs nothing; [`Town::pass`] and [`Town::until`] do.
    pub clock: Arc<ManualClock>,
    /// Who and what there is.
    pub rivermouth: Rivermouth,
    /// Where it answers, without a slash at the end.
    pub base: String,
    // The order matters: the database goes after the server that uses it.
    served: Served,
    database: Database,
    folder: TempDir,
}

impl Town {
    /// Rivermouth on this database, with the practices of every house.
    pub fn on(database: Database) -> Self {
        Self::with(
            database,
            practices(Ways::default()),
            Arc::new(OsChance),
            |_| {},
        )
    }

    /// Rivermouth with other practices, chance or settings.
    pub fn with(
        database: Database,
        practices: Vec<Box<dyn Practice>>,
        chance: Arc<dyn Chance>,
        change: impl FnOnce(&mut Settings),
    ) -> Self {
        let folder = TempDir::new().expect("a folder");
        let clock = Arc::new(ManualClock::at(moment(TOWN_STARTS)));
        let mut settings = Settings {
            quick_exit: "https://www.weather.gov/".to_owned(),
            data: Some(folder.path().to_owned()),
            address: "https://rivermouth.example".to_owned(),
            ..Settings::default()
        };
        change(&mut settings);
        let house = build(HouseParts {
            database: database.url(folder.path()),
            keyring: folder.path().join("keyring"),
            clock: clock.clone(),
            chance,
            settings,
            practices,
        })
        .expect("a house");
        let rivermouth = house
            .db
            .alone(|conn| {
                let town = demo::rivermouth(conn, &house)?;
                demo::people_of_rivermouth(conn, &house, &town)
            })
            .expect("Rivermouth and its cast");
        let served = Served::new(&house);
        let base = served.base.clone();
        Self {
            house,
            clock,
            rivermouth,
            base,
            served,
            database,
            folder,
        }
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database's address.
    pub fn database_url(&self) -> String {
        self.database.url(self.folder())
    }

    /// The same, where it is not simply the file in the data folder; for settings.
    pub fn postgres_url(&self) -> Option<String> {
        self.database.postgres_url(self.folder())
    }

    /// Whether this town keeps its things in PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self.database, Database::Postgres { .. })
    }

    /// Whoever belongs to the cast, or was added under this handle.
    #[track_caller]
    pub fn person(&self, handle: &str) -> PersonId {
        let network = self.house.network().id;
        let found =
            self.data(|conn| people::person_with_handle(conn, &self.house.vault, network, handle));
        found.unwrap_or_else(|| panic!("nobody here is called {handle}"))
    }

    /// A circle, by its kind.
    #[track_caller]
    pub fn circle(&self, kind: &str) -> CircleId {
        self.rivermouth
            .circle(kind)
            .unwrap_or_else(|_| panic!("there is no circle {kind}"))
    }

    /// Adds somebody who is not of the cast, in these kinds of circles.
    #[track_caller]
    pub fn add(&self, handle: &str, standing: Standing, circles: &[&str]) -> PersonId {
        let network = self.house.network();
        let today = network.zone.day_of(self.clock.now());
        self.data(|conn| {
            let new = NewPerson {
                handle,
                standing,
                lang: None,
            };
            let person = people::add_person(conn, &self.house, &new, today)?;
            for kind in circles {
                let circle = self.circle(kind);
                people::add_to_circle(conn, network.id, circle, person, today)?;
            }
            Ok(person)
        })
    }

    /// Gives somebody a role of a kind of circle, from now until the end of a day (`2026-05-31`).
    #[track_caller]
    pub fn hold(&self, handle: &str, role: Role, kind: &str, until: &str) {
        let held = (self.circle(kind), self.person(handle), role);
        let until = Day::parse(until).expect("a day");
        self.data(|conn| people::hold_role(conn, &self.house, held, until, self.clock.now()));
    }

    /// A browser nobody is signed in with.
    pub fn stranger(&self) -> Browser {
        Browser::new(&self.base, &self.house)
    }

    /// A browser with a new session of somebody, without their passphrase.
    #[track_caller]
    pub fn as_person(&self, handle: &str) -> Browser {
        self.stranger()
            .with_session(&self.session(self.person(handle)))
    }

    /// Amara and Chidi agree to take everything out; the word they are given.
    #[track_caller]
    pub fn two_agree_to_export(&self) -> String {
        let (amara, chidi) = (self.as_person("Amara"), self.as_person("Chidi"));
        amara.post("/two-people", &[("kind", "export")]).expect(303);
        let yes = chidi.get("/two-people").between("/two-people/", "/yes");
        chidi
            .post(&format!("/two-people/{yes}/yes"), &[])
            .expect(200)
            .between("<p class=\"words\"><strong>", "</strong>")
    }

    /// A new session of somebody: its token.
    #[track_caller]
    pub fn session(&self, person: PersonId) -> String {
        self.data(|conn| people::open_session(conn, &self.house, person, self.clock.now()))
    }

    /// Somebody opens the link that was sent to the address they wrote down.
    #[track_caller]
    pub fn confirms_address(&self, handle: &str) {
        let person = self.person(handle);
        let purpose = people::LinkPurpose::Confirm;
        let token = self
            .data(|conn| people::new_link(conn, &self.house, (person, purpose), self.clock.now()));
        let here = format!("/telling/confirm/{token}");
        self.stranger().post(&here, &[]).expect(200);
    }

    /// Gives somebody two ways in, as settling in takes: six words, and words on paper.
    #[track_caller]
    pub fn two_ways_in(&self, handle: &str) {
        let person = self.person(handle);
        let hash = people::hash_passphrase(&*self.house.chance, "six words");
        self.data(|conn| people::set_passphrase(conn, &self.house, person, &hash));
        let theirs = self.as_person(handle);
        theirs.post("/me/ways/printed", &[]).expect(200);
    }

    /// Reads or writes the data directly, in one transaction.
    #[track_caller]
    pub fn data<T>(&self, work: impl FnOnce(&mut AnyConnection) -> Result<T, Stop>) -> T {
        self.house
            .db
            .alone(work)
            .unwrap_or_else(|stop| panic!("the town's data: {stop:?}"))
    }

    /// What all practices say of whether the whole would hold, in English, a line each.
    #[track_caller]
    pub fn would_hold(&self) -> String {
        let tongue = self.house.tongues.of(web::Lang::En).clone();
        let all = self.data(|conn| self.house.would_hold(conn, &tongue));
        all.join("\n")
    }

    /// Waits for something asynchronous.
    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.served.wait(work)
    }

    /// Lets time go by: timers run, and the sweep each night at half past eleven.
    #[track_caller]
    pub fn pass(&self, seconds: i64) {
        self.pass_to(self.clock.now().plus_seconds(seconds));
    }

    /// The same, up to a local time such as `2026-03-06 20:00`.
    #[track_caller]
    pub fn until(&self, local: &str) {
        let to = moment(local);
        assert!(
            to >= self.clock.now(),
            "{local} is past; set the clock if that is meant"
        );
        self.pass_to(to);
    }

    /// Puts the clock to a local time, forward or back, and runs nothing.
    pub fn set_clock(&self, local: &str) {
        self.clock.set(moment(local));
    }

    /// The moment of a local time such as `2026-03-06 20:00`.
    pub fn moment(&self, local: &str) -> Moment {
        moment(local)
    }

    /// Runs the timers; returns how many things they moved.
    #[track_caller]
    pub fn tick(&self) -> usize {
        self.wait(self.house.tick())
            .unwrap_or_else(|stop| panic!("the timers: {stop:?}"))
    }

    /// Carries what has to leave the house; returns how many things it carried.
    #[track_caller]
    pub fn errands(&self) -> usize {
        self.wait(self.house.errands())
            .unwrap_or_else(|stop| panic!("the errands: {stop:?}"))
    }

    /// Sweeps.
    #[track_caller]
    pub fn sweep(&self) -> SweepCounts {
        self.house
            .sweep()
            .unwrap_or_else(|stop| panic!("the sweep: {stop:?}"))
    }

    fn pass_to(&self, to: Moment) {
        let zone = self.house.network().zone.clone();
        let (mut day, last) = (zone.day_of(self.clock.now()), zone.day_of(to));
        if last.0 - day.0 > NIGHTS_ONE_BY_ONE {
            day = last.plus(-1);
        }
        while day <= last {
            let night = zone.moment(day, 23, 30);
            if self.clock.now() < night && night <= to {
                self.clock.set(night);
                self.tick();
                self.sweep();
            }
            day = day.plus(1);
        }
        self.clock.set(to);
        self.tick();
    }
}

fn moment(local: &str) -> Moment {
    let zone = kernel::Zone::parse(demo::ZONE).expect("Rivermouth's zone");
    zone.parse_local(&local.replace(' ', "T"))
        .unwrap_or_else(|| panic!("not a time: {local}"))
}
