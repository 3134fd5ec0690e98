//! `holdfast serve`: answers until it is asked to stop.

use crate::{Trouble, owners::Owners, settings::Settings, timekeeping};
use std::io::Write;
use store::Due;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};
use web::Shared;

const CLOCK_BEHIND: &str = "The clock of this machine stands before the last sweep, so nothing is \
    erased until it is right again.";
const IN_CLEAR: &str = "Other machines can reach this without https: what people write would \
    travel in clear. Put a proxy with https before it and set public_url.";

/// Serves the network of a data folder.
pub async fn serve(
    settings: &Settings,
    owners: &Owners,
    out: &mut dyn Write,
) -> Result<(), Trouble> {
    let house = super::open(settings, owners)?;
    let listener = bind(settings).await?;
    if timekeeping::due(&house).await? == Due::ClockBehind {
        super::say(out, CLOCK_BEHIND);
    }
    let address = where_to_go(settings, &listener)?;
    super::say(
        out,
        &format!("{} answers at {address}", house.network().name),
    );
    if !settings.listen.ip().is_loopback() && !address.starts_with("https://") {
        super::say(out, IN_CLEAR);
    }
    super::say(out, "Ctrl-C stops it.");
    answer(house, listener).await
}

/// Takes the address.
pub(super) async fn bind(settings: &Settings) -> Result<TcpListener, Trouble> {
    TcpListener::bind(settings.listen).await.map_err(|error| {
        Trouble::said(format!(
            "We cannot listen at {}: {error}. --listen takes another address.",
            settings.listen
        ))
    })
}

/// The address people know, else the one that was taken (a port of 0 becomes a free one).
pub(super) fn where_to_go(settings: &Settings, listener: &TcpListener) -> Result<String, Trouble> {
    let taken = listener.local_addr().map_err(|why| Trouble::File {
        path: settings.listen.to_string(),
        why,
    })?;
    Ok(settings
        .public_url
        .clone()
        .unwrap_or_else(|| format!("http://{taken}")))
}

/// Answers and keeps time until a signal to stop, then lets open answers finish.
pub(super) async fn answer(house: Shared, listener: TcpListener) -> Result<(), Trouble> {
    let trouble = |why| Trouble::File {
        path: "signals".to_owned(),
        why,
    };
    let mut term = signal(SignalKind::terminate()).map_err(trouble)?;
    let mut int = signal(SignalKind::interrupt()).map_err(trouble)?;
    let stop = async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
        }
        tracing::info!("stopping");
    };
    let time = tokio::spawn(timekeeping::keep(house.clone()));
    let done = web::listen(listener, web::router(house), stop).await;
    time.abort();
    done.map_err(|why| Trouble::File {
        path: "listening".to_owned(),
        why,
    })
}
