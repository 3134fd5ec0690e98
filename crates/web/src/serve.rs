//! The accept loop: hyper with time-outs for a handshake, a head, a body, an answer nobody takes
//! and an idle connection, because `axum::serve` waits for a slow client for ever.

use crate::{Shared, Tls, floods::Whence, headers, stream::Streams};
use axum::{
    Router,
    body::Body,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, Method, Request, StatusCode, header},
    middleware::map_response_with_state,
    response::Response,
    routing::get,
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
};
use std::{
    convert::Infallible,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, timeout},
};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// The largest form; the import page has a limit of its own.
const FORM_LIMIT: usize = 256 * 1024;
/// A head, from its first byte or the last answer on.
const HEAD_TIMEOUT: Duration = Duration::from_secs(15);
/// The same while more than [`ROOMY`] places are taken: who is slow then makes room.
const HURRIED: Duration = Duration::from_secs(3);
/// Between two pieces of a body.
const BODY_TIMEOUT: Duration = Duration::from_secs(20);
/// An answer of which nothing is taken.
const TAKE_TIMEOUT: Duration = Duration::from_secs(30);
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);
const MOST_CONNECTIONS: usize = 2048;
/// Up to so many connections nobody is hurried.
const ROOMY: usize = 512;
const MOST_HEADERS: usize = 64;
/// Where a proxy says whom it speaks for.
const FORWARDED_FOR: &str = "x-forwarded-for";
/// The longest head, in bytes.
const HEAD_LIMIT: usize = 32 * 1024;

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
        .layer(map_response_with_state(house.clone(), headers::guard))
        .with_state(house)
}

async fn not_there(State(house): State<Shared>, visit: crate::Visit) -> Response {
    house.show(visit, |_| Err(store::Stop::NotThere)).await
}

/// Where people come in.
pub struct Door {
    /// The address.
    pub listener: TcpListener,
    /// HTTPS, where we do it ourselves.
    pub tls: Option<Arc<Tls>>,
    /// Proxies whose word on where a request comes from is taken.
    pub proxies: Vec<IpAddr>,
}

impl Door {
    /// Without HTTPS, for this machine and a proxy on it.
    pub fn plain(listener: TcpListener) -> Self {
        Self {
            listener,
            tls: None,
            proxies: vec![[127, 0, 0, 1].into()],
        }
    }
}

/// A connection's place among those of pages, until it is given back.
type Place = Mutex<Option<OwnedSemaphorePermit>>;

/// What every connection needs.
struct Inside {
    house: Shared,
    router: Router,
    tls: Option<Arc<Tls>>,
    proxies: Vec<IpAddr>,
    places: Arc<Semaphore>,
    streams: Streams,
    graceful: GracefulShutdown,
}

/// Serves until `stop` resolves, then lets open answers finish for up to ten seconds.
pub async fn listen(door: Door, house: Shared, stop: impl Future<Output = ()>) {
    let inside = Arc::new(Inside {
        router: router(house.clone()),
        house,
        tls: door.tls,
        proxies: door.proxies,
        places: Arc::new(Semaphore::new(MOST_CONNECTIONS)),
        streams: Streams::new(),
        graceful: GracefulShutdown::new(),
    });
    let mut stop = std::pin::pin!(stop);
    loop {
        let place = tokio::select! {
            place = inside.place() => place,
            () = &mut stop => break,
        };
        let Some(place) = place else { break };
        let (stream, peer) = tokio::select! {
            accepted = door.listener.accept() => match accepted {
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
        let watcher = inside.graceful.watcher();
        tokio::spawn(inside.clone().take(stream, peer.ip(), (place, watcher)));
    }
    inside.streams.stop();
    if let Some(inside) = Arc::into_inner(inside) {
        let _ = timeout(Duration::from_secs(10), inside.graceful.shutdown()).await;
    }
}

impl Inside {
    async fn place(&self) -> Option<OwnedSemaphorePermit> {
        if self.places.available_permits() == 0 {
            self.house.pulse.waited.inc();
        }
        self.places.clone().acquire_owned().await.ok()
    }

    async fn take(
        self: Arc<Self>,
        stream: TcpStream,
        peer: IpAddr,
        (place, watcher): (OwnedSemaphorePermit, Watcher),
    ) {
        let _ = stream.set_nodelay(true);
        self.house.pulse.connections.inc();
        let place = Mutex::new(Some(place));
        match &self.tls {
            None => self.answer(stream, (peer, &place), watcher).await,
            Some(tls) => match timeout(HANDSHAKE_TIMEOUT, tls.acceptor().accept(stream)).await {
                Ok(Ok(stream)) => self.answer(stream, (peer, &place), watcher).await,
                _ => drop(self.house.pulse.handshakes_failed.inc()),
            },
        }
        self.house.pulse.connections.dec();
        drop(place);
    }

    async fn answer(
        &self,
        stream: impl AsyncRead + AsyncWrite + Send + 'static,
        from: (IpAddr, &Place),
        watcher: Watcher,
    ) {
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(TAKE_TIMEOUT));
        let crowded = self.places.available_permits() < MOST_CONNECTIONS - ROOMY;
        let service = service_fn(|request| self.one(request, from));
        let answering = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(if crowded { HURRIED } else { HEAD_TIMEOUT })
            .max_headers(MOST_HEADERS)
            .max_buf_size(HEAD_LIMIT)
            .serve_connection(TokioIo::new(Box::pin(stream)), service);
        // A connection that breaks off is the client's business.
        let _ = watcher.watch(answering).await;
    }

    async fn one(
        &self,
        request: Request<Incoming>,
        (peer, place): (IpAddr, &Place),
    ) -> Result<Response, Infallible> {
        let began = Instant::now();
        let mut request = request.map(Body::new);
        let counted = request.method() == Method::POST;
        let from = self.whence(request.headers_mut(), peer, counted);
        request.extensions_mut().insert(from);
        let answer = self.router.clone().oneshot(request).await?;
        self.house.pulse.answered(answer.status(), began.elapsed());
        let (answer, goes_on) = self.streams.take(answer);
        if goes_on {
            // A page that goes on stands among its like; its connection ends with it.
            place.lock().unwrap_or_else(PoisonError::into_inner).take();
        }
        Ok(answer)
    }

    /// Where a request comes from, if it is counted. What a proxy says of it goes no further than
    /// this.
    fn whence(&self, headers: &mut HeaderMap, peer: IpAddr, counted: bool) -> CameFrom {
        // Some proxies add to the line, some add a line.
        let told: Vec<String> = headers
            .get_all(FORWARDED_FOR)
            .iter()
            .map(|line| String::from_utf8_lossy(line.as_bytes()).into_owned())
            .collect();
        headers.remove(FORWARDED_FOR);
        headers.remove(header::FORWARDED);
        if !counted {
            return CameFrom(None);
        }
        let peer = peer.to_canonical();
        if !self.proxies.contains(&peer) {
            return CameFrom(Some(self.house.floods.whence(peer, self.house.now())));
        }
        // The last that a proxy of ours did not write itself; who wrote the others is anybody's guess.
        let address = told
            .iter()
            .rev()
            .flat_map(|line| line.rsplit(','))
            .map_while(|text| text.trim().parse::<IpAddr>().ok())
            .find(|address| !self.proxies.contains(&address.to_canonical()));
        CameFrom(address.map(|address| self.house.floods.whence(address, self.house.now())))
    }
}

/// Where a request comes from, for the measures of forms alone.
#[derive(Clone, Copy)]
pub(crate) struct CameFrom(pub Option<Whence>);

/// Sends everybody who comes to this address on to another, which is https, and answers nothing
/// else. What was typed is not sent on: it must not travel in clear.
pub async fn send_on(listener: TcpListener, address: String) {
    let address: Arc<str> = address.into();
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS / 4));
    loop {
        let Ok(place) = places.clone().acquire_owned().await else {
            return;
        };
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let address = address.clone();
        tokio::spawn(async move {
            let service = service_fn(|request: Request<Incoming>| {
                let to = format!("{address}{}", request.uri().path());
                let status = match *request.method() {
                    Method::GET | Method::HEAD => StatusCode::PERMANENT_REDIRECT,
                    _ => StatusCode::SEE_OTHER,
                };
                std::future::ready(
                    Response::builder()
                        .status(status)
                        .header(header::LOCATION, to)
                        .header(header::CONNECTION, "close")
                        .body(Body::empty()),
                )
            });
            let one = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HURRIED)
                .max_headers(MOST_HEADERS)
                .max_buf_size(HEAD_LIMIT)
                .serve_connection(TokioIo::new(stream), service);
            let _ = timeout(HANDSHAKE_TIMEOUT, one).await;
            drop(place);
        });
    }
}
