//! What time does: every minute the timers, and the sweep once a day has ended.

use std::time::Duration;
use store::{Due, Stop, SweepCounts};
use web::Shared;

const MINUTE: Duration = Duration::from_secs(60);

/// How often errands are run.
const ERRANDS: Duration = Duration::from_secs(15);

/// Keeps time until it is dropped. A mail server that hangs keeps no timer waiting.
pub async fn keep(house: Shared) {
    tokio::join!(keep_minutes(house.clone()), keep_errands(house));
}

async fn keep_errands(house: Shared) {
    let mut beat = tokio::time::interval(ERRANDS);
    beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        beat.tick().await;
        errands(&house).await;
    }
}

/// One round of what has to leave the house. What fails is tried again later.
pub async fn errands(house: &Shared) {
    match house.errands().await {
        Ok(0) => {}
        Ok(carried) => tracing::info!(carried, "errands"),
        Err(stop) => warn(house, "the errands", &stop),
    }
}

async fn keep_minutes(house: Shared) {
    let mut beat = tokio::time::interval(MINUTE);
    beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        beat.tick().await;
        minute(&house).await;
    }
}

/// One minute's work. What fails is tried again in the next.
pub async fn minute(house: &Shared) {
    match house.tick().await {
        Ok(0) => {}
        Ok(moved) => tracing::info!(moved, "timers"),
        Err(stop) => warn(house, "the timers", &stop),
    }
    match due(house).await {
        Ok(Due::Now) => sweep(house).await,
        Ok(Due::NotYet | Due::ClockBehind) => {}
        Err(stop) => warn(house, "the sweep", &stop),
    }
}

/// Whether a day has ended since the last sweep.
pub async fn due(house: &Shared) -> Result<Due, Stop> {
    let (network, now) = (house.network(), house.now());
    house
        .db
        .read(move |conn| Ok(store::sweep_due(conn, network.id, &network.zone, now)?))
        .await
}

/// Sweeps now, on a thread that may block.
pub async fn sweep(house: &Shared) {
    let inner = house.clone();
    match tokio::task::spawn_blocking(move || inner.sweep()).await {
        Ok(Ok(SweepCounts {
            erased,
            keys_destroyed,
            ..
        })) => {
            tracing::info!(erased, keys_destroyed, "swept");
        }
        Ok(Err(stop)) => warn(house, "the sweep", &stop),
        Err(_) => tracing::error!("the sweep ended early"),
    }
}

fn warn(house: &Shared, what: &'static str, stop: &Stop) {
    house.pulse.work_failed.inc();
    match stop {
        Stop::Broken(error) => tracing::error!(what, %error, "will be tried again in a minute"),
        _ => tracing::error!(what, "was refused"),
    }
}
