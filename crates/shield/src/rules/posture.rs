//! open → guarded → lockdown, as a state machine with a clock (P29, N9). Two people always; time
//! alone only ever opens.

use super::ShieldRefusal;
use kernel::{Member, Moment, PersonId, Role};
use web::Posture;

/// Guarded ends by itself after fourteen days.
///
/// P29 renews it by consent. Until the Coordinating circle can be asked for consent in the program,
/// renewing is a new act of two stewards, for at most fourteen days again, told to the network: it
/// takes nothing from anybody that the first act did not, and somebody has to want it anew.
pub const GUARDED_SECONDS: i64 = 14 * 86_400;
/// Lockdown lifts after a day, unless two others hold it.
pub const LOCKDOWN_SECONDS: i64 = 86_400;
/// Held, it ends after at most seven days more.
pub const LONGEST_HOLD_DAYS: i64 = 7;
/// Whoever called a lockdown leaves the next seven days to others: otherwise two people could call
/// one a day and so hold it alone (N9).
pub const COOLING_SECONDS: i64 = 7 * 86_400;

/// Somebody who asks or says yes, with what they hold at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signer {
    /// Who.
    pub id: PersonId,
    /// Steward of a circle.
    pub steward: bool,
    /// Runs the server.
    pub host: bool,
}

impl From<&Member> for Signer {
    fn from(member: &Member) -> Self {
        Self {
            id: member.id,
            steward: member.holds_any(Role::Steward),
            host: member.holds_any(Role::Host),
        }
    }
}

/// A lockdown, while it lasts and until those who called it may call another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// Since when.
    pub from: Moment,
    /// Until when.
    pub until: Moment,
    /// Who called it; whoever has left is not among them.
    pub by: Vec<PersonId>,
}

impl Lock {
    fn lasts(&self, now: Moment) -> bool {
        now < self.until
    }

    /// It goes on once.
    fn was_held(&self) -> bool {
        self.until > self.from.plus_seconds(LOCKDOWN_SECONDS)
    }
}

/// How a network stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stands {
    /// Guarded until then.
    pub guarded_until: Option<Moment>,
    /// The last lockdown.
    pub lock: Option<Lock>,
}

impl Stands {
    /// What is in force. When lockdown ends, what was before it is, if its own time is not over.
    pub fn in_force(&self, now: Moment) -> Posture {
        match (&self.lock, self.guarded_until) {
            (Some(lock), _) if lock.lasts(now) => Posture::Lockdown { until: lock.until },
            (_, Some(until)) if now < until => Posture::Guarded { until },
            _ => Posture::Open,
        }
    }

    /// Whoever asks for being careful, or says yes to it.
    ///
    /// # Errors
    /// Only stewards.
    pub fn may_guard(&self, by: &Signer) -> Result<(), ShieldRefusal> {
        refuse_unless(by.steward, ShieldRefusal::StewardsOnly)
    }

    /// Whoever asks for lockdown, or says yes to it.
    ///
    /// # Errors
    /// Stewards and hosts; nobody who called the last one within the week; not while there is one.
    pub fn may_lock(&self, by: &Signer, now: Moment) -> Result<(), ShieldRefusal> {
        refuse_unless(by.steward || by.host, ShieldRefusal::StewardsOrHosts)?;
        let Some(lock) = &self.lock else {
            return Ok(());
        };
        refuse_unless(!lock.lasts(now), ShieldRefusal::LockedAlready)?;
        let cooling = now < lock.until.plus_seconds(COOLING_SECONDS);
        refuse_unless(
            !(cooling && lock.by.contains(&by.id)),
            ShieldRefusal::CalledTheLast,
        )
    }

    /// Whoever asks that lockdown goes on, or says yes to it.
    ///
    /// # Errors
    /// Stewards and hosts who did not call it; only while it lasts, and once.
    pub fn may_hold(&self, by: &Signer, now: Moment) -> Result<(), ShieldRefusal> {
        refuse_unless(by.steward || by.host, ShieldRefusal::StewardsOrHosts)?;
        let lock = self.lock.as_ref().filter(|lock| lock.lasts(now));
        let lock = lock.ok_or(ShieldRefusal::NothingToHold)?;
        refuse_unless(!lock.was_held(), ShieldRefusal::NothingToHold)?;
        refuse_unless(!lock.by.contains(&by.id), ShieldRefusal::TwoOthersNeeded)
    }

    /// Whoever asks to step down, or says yes to it.
    ///
    /// # Errors
    /// Stewards and hosts; only where something is in force.
    pub fn may_step_down(&self, by: &Signer, now: Moment) -> Result<(), ShieldRefusal> {
        refuse_unless(by.steward || by.host, ShieldRefusal::StewardsOrHosts)?;
        refuse_unless(
            self.in_force(now).is_careful(),
            ShieldRefusal::NothingToStepDownFrom,
        )
    }

    /// Two stewards: careful, or careful for longer.
    ///
    /// # Errors
    /// Where they are not two stewards.
    pub fn guard(self, pair: [&Signer; 2], now: Moment) -> Result<Self, ShieldRefusal> {
        two(pair)?;
        self.may_guard(pair[0])?;
        self.may_guard(pair[1])?;
        Ok(Self {
            guarded_until: Some(now.plus_seconds(GUARDED_SECONDS)),
            ..self
        })
    }

    /// Two stewards, or a steward and a host: closed for a day.
    ///
    /// # Errors
    /// Where they are not two such, or both run the server.
    pub fn lock(self, pair: [&Signer; 2], now: Moment) -> Result<Self, ShieldRefusal> {
        two_not_both_hosts(pair)?;
        self.may_lock(pair[0], now)?;
        self.may_lock(pair[1], now)?;
        Ok(Self {
            lock: Some(Lock {
                from: now,
                until: now.plus_seconds(LOCKDOWN_SECONDS),
                by: pair.map(|signer| signer.id).to_vec(),
            }),
            ..self
        })
    }

    /// Two others: it goes on for some days past its first.
    ///
    /// # Errors
    /// Where one of them called it, both run the server, or the days are not one to seven.
    pub fn hold(
        mut self,
        pair: [&Signer; 2],
        days: i64,
        now: Moment,
    ) -> Result<Self, ShieldRefusal> {
        refuse_unless(
            (1..=LONGEST_HOLD_DAYS).contains(&days),
            ShieldRefusal::DaysNotUnderstood,
        )?;
        two_not_both_hosts(pair)?;
        self.may_hold(pair[0], now)?;
        self.may_hold(pair[1], now)?;
        if let Some(lock) = &mut self.lock {
            lock.until = lock
                .from
                .plus_seconds(LOCKDOWN_SECONDS)
                .plus_hours(days * 24);
        }
        Ok(self)
    }

    /// Any two of stewards and hosts: back to what was before.
    ///
    /// # Errors
    /// Where they are not two such, or nothing is in force.
    pub fn step_down(mut self, pair: [&Signer; 2], now: Moment) -> Result<Self, ShieldRefusal> {
        two(pair)?;
        self.may_step_down(pair[0], now)?;
        self.may_step_down(pair[1], now)?;
        match &mut self.lock {
            Some(lock) if lock.lasts(now) => lock.until = now,
            _ => self.guarded_until = None,
        }
        Ok(self)
    }
}

fn two([first, second]: [&Signer; 2]) -> Result<(), ShieldRefusal> {
    refuse_unless(first.id != second.id, ShieldRefusal::SecondPersonNeeded)
}

/// N9: whoever runs the server has a second who does not, so that no pair of hosts closes a network.
fn two_not_both_hosts(pair: [&Signer; 2]) -> Result<(), ShieldRefusal> {
    two(pair)?;
    refuse_unless(!(pair[0].host && pair[1].host), ShieldRefusal::BothHosts)
}

fn refuse_unless(fits: bool, refusal: ShieldRefusal) -> Result<(), ShieldRefusal> {
    if fits { Ok(()) } else { Err(refusal) }
}

#[cfg(test)]
#[path = "posture_tests.rs"]
mod tests;
