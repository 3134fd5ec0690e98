//! The host's own instruments: a socket on this machine that only the user of the program may open.
//! `curl --unix-socket FILE http://localhost/` reads it, and so does whatever passes it on to
//! Prometheus.

use crate::{Trouble, health};
use std::{os::unix::fs::PermissionsExt, path::Path, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{UnixListener, UnixStream},
    time::timeout,
};
use web::Shared;

/// Makes a socket for whom a mode names, in place of one that a process before us left.
pub(super) fn open(path: &Path, mode: u32) -> Result<UnixListener, Trouble> {
    use std::os::unix::fs::FileTypeExt;
    if std::fs::symlink_metadata(path).is_ok_and(|there| there.file_type().is_socket()) {
        std::fs::remove_file(path).map_err(Trouble::file(path))?;
    }
    let socket = UnixListener::bind(path).map_err(Trouble::file(path))?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
        .map_err(Trouble::file(path))?;
    Ok(socket)
}

/// Answers whoever asks, one after another, for as long as it is left to.
pub(super) async fn show(socket: UnixListener, house: Shared) {
    loop {
        match socket.accept().await {
            Ok((stream, _)) => {
                let _ = timeout(Duration::from_secs(5), one(stream, &house)).await;
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn one(mut stream: UnixStream, house: &Shared) -> std::io::Result<()> {
    // Whatever was asked, there is one answer.
    let mut asked = [0; 4096];
    let _ = stream.read(&mut asked).await?;
    let inner = house.clone();
    let signs = house.db.read(move |conn| health::signs(conn, &inner)).await;
    if let Ok(signs) = signs {
        let unwell = signs.iter().filter(|sign| !sign.well).count();
        house
            .pulse
            .signs_unwell
            .set(i64::try_from(unwell).unwrap_or(i64::MAX));
    }
    let text = house.pulse.text();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/openmetrics-text; version=1.0.0; \
         charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        text.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(text.as_bytes()).await?;
    stream.shutdown().await
}
