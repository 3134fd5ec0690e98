//! The accept loop: hyper with time-outs for a head, a body and an idle connection, because
//! `axum::serve` waits for a slow client for ever.

use crate::{Shared, headers};
use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    middleware::map_response,
    routing::get,
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use std::{sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::Semaphore};
use tower_http::timeout::RequestBodyTimeoutLayer;

/// The largest form; the import page has a limit of its own.
const FORM_LIMIT: usize = 256 * 1024;
const HEAD_TIMEOUT: Duration = Duration::from_secs(15);
const BODY_TIMEOUT: Duration = Duration::from_secs(20);
const MOST_CONNECTIONS: usize = 1024;

/// Every address of every practice, and the stylesheet.
pub fn router(house: Shared) -> Router {
    let mut router = Router::new().route(headers::style_path(), get(headers::style));
    for route in house
        .practices
        .iter()
        .flat_map(|practice| practice.routes())
    {
        router = router.route(route.path, route.serve);
    }
    router
        .fallback(not_there)
        .method_not_allowed_fallback(not_there)
        .layer(RequestBodyTimeoutLayer::new(BODY_TIMEOUT))
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(map_response(headers::guard))
        .with_state(house)
}

async fn not_there(State(house): State<Shared>, visit: crate::Visit) -> axum::response::Response {
    house.show(visit, |_| Err(store::Stop::NotThere)).await
}

/// Serves until `stop` resolves, then lets open answers finish for up to ten seconds.
pub async fn listen(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()>,
) -> std::io::Result<()> {
    let mut server = hyper::server::conn::http1::Builder::new();
    server
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .max_headers(64);
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let place = tokio::select! {
            place = places.clone().acquire_owned() => place,
            () = &mut stop => break,
        };
        let Ok(place) = place else { break };
        let (stream, _) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of descriptors, most likely: wait for some to close.
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        let answering = graceful.watch(server.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // A connection that breaks off is the client's business.
            let _ = answering.await;
            drop(place);
        });
    }
    let _ = tokio::time::timeout(Duration::from_secs(10), graceful.shutdown()).await;
    Ok(())
}
