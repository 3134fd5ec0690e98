//! `holdfast serve`: answers until it is asked to stop.

use super::instruments;
use crate::{Trouble, owners::Owners, settings::Settings, timekeeping};
use std::{io::Write, net::SocketAddr, sync::Arc, time::Duration};
use store::Due;
use telling::{AnswerDoor, Answers, Listening};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};
use web::{Door, Shared, Tls};

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
    many_descriptors();
    let listener = bind(settings.listen, "listen").await?;
    let redirect = match settings.redirect {
        Some(address) => Some(bind(address, "redirect").await?),
        None => None,
    };
    let gauges = settings.metrics_socket.as_deref();
    let gauges = gauges
        .map(|path| instruments::open(path, 0o600))
        .transpose()?;
    let answers = hear_answers(settings).await?;
    let tls = settings.tls()?;
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
    let beside = [
        tls.clone().map(|tls| tokio::spawn(renew(tls))),
        redirect.map(|listener| tokio::spawn(web::send_on(listener, address))),
        gauges.map(|socket| tokio::spawn(instruments::show(socket, house.clone()))),
        answers.map(|(at, by)| tokio::spawn(telling::take_answers(at, house.clone(), by))),
    ];
    let door = Door {
        listener,
        tls,
        proxies: settings.proxies()?,
    };
    let done = answer(house, door).await;
    beside.into_iter().flatten().for_each(|task| task.abort());
    done
}

/// Takes an address; the setting of that name has another.
pub(super) async fn bind(address: SocketAddr, setting: &str) -> Result<TcpListener, Trouble> {
    TcpListener::bind(address).await.map_err(|error| {
        Trouble::said(format!(
            "We cannot listen at {address}: {error}. --{setting} takes another address."
        ))
    })
}

/// Opens the door at which a mail server of this machine hands over answers to letters.
async fn hear_answers(settings: &Settings) -> Result<Option<(Listening, Answers)>, Trouble> {
    let Some(answers) = settings.answers()? else {
        return Ok(None);
    };
    let at = match &answers.door {
        None => return Ok(None),
        // Its group may hand over too: the mail server is let into ours.
        Some(AnswerDoor::Socket(path)) => Listening::Socket(instruments::open(path, 0o660)?),
        Some(AnswerDoor::Port(address)) => {
            Listening::Port(bind(*address, "mail-answers-lmtp").await?)
        }
    };
    Ok(Some((at, answers)))
}

/// Takes on a certificate that was renewed: each minute, and at once on SIGHUP.
async fn renew(tls: Arc<Tls>) {
    let Ok(mut hup) = signal(SignalKind::hangup()) else {
        return;
    };
    let mut minute = tokio::time::interval(Duration::from_secs(60));
    loop {
        tokio::select! {
            _ = minute.tick() => {}
            _ = hup.recv() => {}
        }
        match tls.refresh() {
            Ok(false) => {}
            Ok(true) => tracing::info!("the certificate was read anew"),
            Err(error) => tracing::error!(%error, "the certificate of before goes on"),
        }
    }
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
        .unwrap_or_else(|| settings.address_at(taken)))
}

/// Answers and keeps time until a signal to stop, then lets open answers finish.
pub(super) async fn answer(house: Shared, door: Door) -> Result<(), Trouble> {
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
    web::listen(door, house, stop).await;
    time.abort();
    Ok(())
}

/// As many open connections as the system lets us have: the usual 1024 would be the first to run out.
pub fn many_descriptors() {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    if let Err(error) = setrlimit(Resource::Nofile, limit) {
        tracing::debug!(%error, "the limit on open files stays");
    }
}
