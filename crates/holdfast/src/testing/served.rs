//! A house behind a real socket.

use tokio::{net::TcpListener, runtime::Runtime, sync::oneshot};
use web::{Door, Shared};

/// A house that answers on a free port until this is dropped.
pub struct Served {
    /// Where it answers, without a slash at the end.
    pub base: String,
    runtime: Option<Runtime>,
    stop: Option<oneshot::Sender<()>>,
}

impl Served {
    /// Serves a house.
    pub fn new(house: &Shared) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("threads");
        let listener = runtime
            .block_on(TcpListener::bind("127.0.0.1:0"))
            .expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let (tell, stopped) = oneshot::channel::<()>();
        let stop = async {
            let _ = stopped.await;
        };
        runtime.spawn(web::listen(Door::plain(listener), house.clone(), stop));
        Self {
            base,
            runtime: Some(runtime),
            stop: Some(tell),
        }
    }

    /// Waits for something asynchronous.
    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime
            .as_ref()
            .expect("a server that still stands")
            .block_on(work)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(std::time::Duration::from_secs(1));
        }
    }
}
