//! The house: everything a page or a deed may ask for, in one place, injected once.

use crate::{
    AtOnce, Floods, GoesQuiet, LaidDown, Leaving, Measures, Memory, PowerUse, Practice, Pulse,
    ReadPosture, Reply, RestChange, Room, Tongue, Tongues, Typed, Visit,
    floods::{Sender, TooMany},
    limits::Attempts,
    reply::into_response,
};
use axum::response::Response;
use kernel::{Chance, CircleId, Clock, Member, Moment, NetworkId, PersonId, Zone};
use std::{
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock},
};
use store::{AnyConnection, Db, Stop, Vault};

/// The house as handlers hold it.
pub type Shared = Arc<House>;

/// What pages say of the network on every page; read at the start and after each change.
#[derive(Clone, Debug)]
pub struct NetworkFacts {
    /// The network.
    pub id: NetworkId,
    /// Its name.
    pub name: String,
    /// Its zone.
    pub zone: Zone,
    /// The circle that answers asks.
    pub aid: CircleId,
    /// The day it was founded.
    pub founded: kernel::Day,
}

/// Settings of this process.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The demo: a banner, a page to step in as anyone, a clock that can be moved.
    pub demo: bool,
    /// Whether pages are reached by https, so that cookies are marked for it.
    pub secure_cookies: bool,
    /// Where "leave this page" goes: a site of weather or news.
    pub quick_exit: String,
    /// The address people know, without a slash at its end; letters lead back here.
    pub address: String,
    /// How many forms an hour.
    pub measures: Measures,
    /// The data folder: its room is looked at, and it stands on the printed runbook.
    pub data: Option<PathBuf>,
    /// The certificate's file, where we do https ourselves.
    pub certificate: Option<PathBuf>,
}

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Known {
    /// Who, with what they hold now.
    pub member: Member,
    /// How they are called.
    pub handle: String,
    /// The language they chose.
    pub lang: Option<crate::Lang>,
    /// The token every form of theirs carries.
    pub csrf: String,
    /// When they last showed that it is them; long ago for whoever has no session.
    pub proved_at: Moment,
}

/// How long a proof is fresh: ten minutes, in seconds.
pub const FRESH_SECONDS: i64 = 600;

impl Known {
    /// Whether their last proof is at most ten minutes old. One from a later moment, by a clock that
    /// went back, is none.
    pub fn is_fresh(&self, now: Moment) -> bool {
        self.proved_at <= now && now <= self.proved_at.plus_seconds(FRESH_SECONDS)
    }
}

/// Finds the person behind a session's token.
pub type Recognise =
    fn(&mut AnyConnection, &House, token: &str, Moment) -> Result<Option<Known>, Stop>;

/// Everything a page or a deed may ask for.
pub struct House {
    /// The database.
    pub db: Db,
    /// Sealing.
    pub vault: Vault,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub chance: Arc<dyn Chance>,
    /// The languages.
    pub tongues: Tongues,
    /// The practices, in the order they stand on pages.
    pub practices: Vec<Box<dyn Practice>>,
    /// Settings of this process.
    pub settings: Settings,
    /// Who is behind a session.
    pub recognise: Recognise,
    /// How the network stands: read with each request, kept nowhere.
    pub posture: ReadPosture,
    /// Attempts at a status page, by code: ten an hour.
    pub code_attempts: Attempts,
    /// Attempts at signing in, by handle: a hundred a day.
    pub sign_in_attempts: Attempts,
    /// The hourly measures of forms.
    pub floods: Floods,
    /// Whether the server keeps up.
    pub pulse: Pulse,
    /// What practices hold in memory only.
    pub memory: Memory,
    /// Letters with a link, by whom they are for: a few a day.
    pub link_attempts: Attempts,
    /// The network, as every page names it.
    pub network: RwLock<Arc<NetworkFacts>>,
}

impl House {
    /// The network, as every page names it.
    pub fn network(&self) -> Arc<NetworkFacts> {
        self.network
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Takes on the network's facts after they changed.
    pub fn set_network(&self, facts: NetworkFacts) {
        *self.network.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(facts);
    }

    /// Shows a page: reads on a thread that may block.
    pub async fn show(
        self: Arc<Self>,
        visit: Visit,
        page: impl FnOnce(&mut Room<'_>) -> Result<Reply, Stop> + Send + 'static,
    ) -> Response {
        let house = self.clone();
        let done = self
            .db
            .read(move |conn| {
                let mut room = Room::enter(conn, &house, visit)?;
                let reply = match room.closed(None)? {
                    Some(closed) => Ok(closed),
                    None => page(&mut room),
                };
                Ok(room.settle(reply, None))
            })
            .await;
        self.finish(done)
    }

    /// Does a deed: one transaction, then the reply. A refusal undoes it and shows what was typed.
    pub async fn act(
        self: Arc<Self>,
        visit: Visit,
        typed: Typed,
        deed: impl FnOnce(&mut Room<'_>, &Typed) -> Result<Reply, Stop> + Send + 'static,
    ) -> Response {
        let house = self.clone();
        let again = (visit.clone(), typed.clone());
        // A form that comes back with a refusal above it is a page, but no deed: it is carried past
        // the transaction, which is undone.
        let (keep, kept) = std::sync::mpsc::channel();
        let done = self
            .db
            .write(move |conn| {
                let mut room = Room::enter(conn, &house, visit)?;
                room.count_form()?;
                room.check_form(&typed)?;
                let done = match room.closed(Some(&typed))? {
                    Some(closed) => closed,
                    None => deed(&mut room, &typed)?,
                };
                match done {
                    refused @ Reply::Page { status: 400.., .. } => {
                        let _ = keep.send(refused);
                        Err(Stop::NotThere)
                    }
                    reply => Ok(reply),
                }
            })
            .await;
        match (done, kept.try_recv()) {
            (Ok(reply), _) | (Err(_), Ok(reply)) => into_response(reply, &self),
            (Err(stop), Err(_)) => self.say_no(stop, again).await,
        }
    }

    /// The deed is undone; what is said of it is read afresh.
    async fn say_no(self: Arc<Self>, stop: Stop, (visit, typed): (Visit, Typed)) -> Response {
        let (house, again) = (self.clone(), (visit.path.clone(), typed.clone()));
        let said = self
            .db
            .read(move |conn| {
                let mut room = Room::enter(conn, &house, visit)?;
                Ok(room.settle(Err(stop), Some(&typed)))
            })
            .await;
        match said {
            Ok(reply) => into_response(reply, &self),
            Err(stop) => {
                let reply = crate::reply::broken_without_a_room(&self, &stop, Some(&again));
                into_response(reply, &self)
            }
        }
    }

    fn finish(&self, done: Result<Reply, Stop>) -> Response {
        match done {
            Ok(reply) => into_response(reply, self),
            Err(stop) => {
                into_response(crate::reply::broken_without_a_room(self, &stop, None), self)
            }
        }
    }

    /// The time, cut to what rules need.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Counts a form of a stranger before work that costs much; one that is over the measure ends
    /// here. It is counted once more where it becomes a deed.
    pub fn count_stranger(&self, visit: &Visit) -> Result<(), Stop> {
        Ok(self.count_form(visit, None)?)
    }

    pub(crate) fn count_form(&self, visit: &Visit, known: Option<PersonId>) -> Result<(), TooMany> {
        let from = match (known, visit.from) {
            (Some(person), _) => Sender::Person(person),
            (None, Some(there)) => Sender::There(there),
            (None, None) => Sender::Nowhere,
        };
        if self.floods.allow(&visit.form, from, self.now()) {
            Ok(())
        } else {
            self.pulse.forms_refused.inc();
            Err(TooMany)
        }
    }

    /// Runs what time does, in every practice; returns how many things it moved.
    pub async fn tick(self: &Arc<Self>) -> Result<usize, Stop> {
        let mut moved = 0;
        for index in 0..self.practices.len() {
            let house = self.clone();
            moved += self
                .db
                .write(move |conn| {
                    let now = house.now();
                    house.practices[index].timers(conn, &house, now)
                })
                .await?;
        }
        Ok(moved)
    }

    /// Tells whoever keeps the account of power that it was used, in the transaction of its deed.
    pub fn power_used(&self, conn: &mut AnyConnection, what: &PowerUse) -> Result<(), Stop> {
        let mut practices = self.practices.iter();
        practices.try_for_each(|practice| practice.hear_power(conn, self, what))
    }

    /// Tells whoever carries word that something does not wait, in the transaction of its deed.
    pub fn at_once(&self, conn: &mut AnyConnection, what: AtOnce) -> Result<(), Stop> {
        let mut practices = self.practices.iter();
        practices.try_for_each(|practice| practice.hear_at_once(conn, self, what))
    }

    /// Those who are asked to see how somebody is: their buddies, each once.
    pub fn buddies(&self, conn: &mut AnyConnection, of: PersonId) -> Result<Vec<PersonId>, Stop> {
        let mut all = Vec::new();
        for practice in &self.practices {
            all.extend(practice.buddies(conn, self, of)?);
        }
        all.sort();
        all.dedup();
        Ok(all)
    }

    /// Lets something somebody holds become what was said.
    ///
    /// # Errors
    /// [`Stop::NotThere`] where it is nothing they hold; otherwise as its practice says.
    pub fn lay_down(&self, conn: &mut AnyConnection, what: &LaidDown<'_>) -> Result<(), Stop> {
        for practice in &self.practices {
            if practice.lay_down(conn, self, what)? {
                return Ok(());
            }
        }
        Err(Stop::NotThere)
    }

    /// Lets go of somebody, in every practice and one transaction (N11): no reason, no permission.
    pub fn leave(&self, conn: &mut AnyConnection, leaving: &Leaving) -> Result<(), Stop> {
        // Later practices first: what they hold leads back to the person.
        let mut practices = self.practices.iter().rev();
        practices.try_for_each(|practice| practice.forget(conn, self, leaving))
    }

    /// Tells every practice that somebody goes quiet, in the transaction of the deed.
    pub fn goes_quiet(&self, conn: &mut AnyConnection, who: GoesQuiet) -> Result<(), Stop> {
        let mut practices = self.practices.iter();
        practices.try_for_each(|practice| practice.hear_quiet(conn, self, who))
    }

    /// Lets something somebody holds go on as it is.
    pub fn goes_on(&self, conn: &mut AnyConnection, by: PersonId, id: &str) -> Result<(), Stop> {
        for practice in &self.practices {
            if practice.goes_on(conn, self, by, id)? {
                break;
            }
        }
        Ok(())
    }

    /// Tells every practice that somebody goes to rest or comes back, in the transaction of the deed.
    pub fn rests(&self, conn: &mut AnyConnection, change: RestChange) -> Result<(), Stop> {
        let mut practices = self.practices.iter();
        practices.try_for_each(|practice| practice.hear_rest(conn, self, change))
    }

    /// Those who are asked for nothing for now, though they are members (P20).
    pub fn spared(&self, conn: &mut AnyConnection) -> Result<Vec<PersonId>, Stop> {
        let mut all = Vec::new();
        for practice in &self.practices {
            all.extend(practice.spared(conn, self)?);
        }
        Ok(all)
    }

    /// What the practices say of whether the web would hold, in sentences about the whole.
    pub fn would_hold(
        &self,
        conn: &mut AnyConnection,
        tongue: &Tongue,
    ) -> Result<Vec<String>, Stop> {
        let mut all = Vec::new();
        for practice in &self.practices {
            all.extend(practice.would_hold(conn, self, tongue)?);
        }
        Ok(all)
    }

    /// Tells every practice that a rest season is over.
    pub fn season_over(
        &self,
        conn: &mut AnyConnection,
        of: Option<CircleId>,
        days: i32,
    ) -> Result<(), Stop> {
        let mut practices = self.practices.iter();
        practices.try_for_each(|practice| practice.hear_season_over(conn, self, of, days))
    }

    /// Until which day a rest season lies over the network, or over this circle, on a day.
    pub fn season(
        &self,
        conn: &mut AnyConnection,
        of: Option<CircleId>,
        on: kernel::Day,
    ) -> Result<Option<kernel::Day>, Stop> {
        let mut until = None;
        for practice in &self.practices {
            until = until.max(practice.season(conn, self, of, on)?);
        }
        Ok(until)
    }

    /// Carries what has to leave the house, for every practice; returns how many things it carried.
    pub async fn errands(self: &Arc<Self>) -> Result<usize, Stop> {
        let mut carried = 0;
        for practice in &self.practices {
            carried += practice.errands(self.clone()).await?;
        }
        Ok(carried)
    }

    /// Sweeps: erases what has had its time, and destroys its keys.
    pub fn sweep(&self) -> Result<store::SweepCounts, Stop> {
        let network = self.network();
        let keeps: Vec<_> = self.practices.iter().map(|p| p.keeps()).collect();
        store::sweep(
            &self.db,
            &self.vault,
            &keeps,
            network.id,
            &network.zone,
            self.now(),
        )
    }
}
