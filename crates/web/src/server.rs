use crate::open;
use crate::routes::Routes;
use crate::state::{ServerState, Shared};
use crate::token_file::TokenFile;
use axum::serve::ListenerExt;
use footbridge_app::App;
use std::convert::Infallible;
use std::future::{Future, IntoFuture, pending};
use std::io;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// How a server is started.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes any that is free.
    pub port: u16,
    /// Development pages exist.
    pub development: bool,
    /// Show the first page in the person's browser.
    pub open: bool,
}

/// Why there is no server.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Somebody else listens there.
    #[error("port {port} on 127.0.0.1 is used by another program")]
    PortTaken {
        /// The port.
        port: u16,
        /// What the system says.
        source: io::Error,
    },
    /// The port cannot be had for another reason.
    #[error("port {port} on 127.0.0.1 cannot be listened on")]
    Bind {
        /// The port.
        port: u16,
        /// What the system says.
        source: io::Error,
    },
    /// The system gives no random numbers, and without them nothing can be kept out.
    #[error("this system gives no random numbers")]
    Random(#[from] getrandom::Error),
    /// The token for scripts cannot be kept.
    #[error("the token for scripts cannot be kept in {}", path.display())]
    TokenFile {
        /// Where.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It stopped by itself.
    #[error("the server stopped")]
    Stopped(#[source] io::Error),
}

/// How long work in hand may take when the server is asked to stop.
const LAST_CALL: Duration = Duration::from_secs(5);

/// A server that listens, but does not answer yet.
pub struct Server {
    listener: TcpListener,
    routes: Routes,
    state: Shared,
    url: String,
    token_file: TokenFile,
    stop: watch::Sender<bool>,
    open: bool,
}

/// Takes the port. Nobody but this machine can reach it.
pub async fn bind(routes: Routes, app: Arc<App>, options: Options) -> Result<Server, ServeError> {
    let (listener, port) = listen(options.port).await?;
    let (stop, stopping) = watch::channel(false);
    let mut state = ServerState::new(app, port, stopping)?;
    state.development = options.development;
    let url = state.launch_url("127.0.0.1")?;
    let token_file = TokenFile::write(port, state.keys.token()).map_err(|(path, source)| ServeError::TokenFile { path, source })?;
    Ok(Server { listener, routes, state: Arc::new(state), url, token_file, stop, open: options.open })
}

impl Server {
    /// The address to open. Its code lets one browser in, once.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.state.port
    }

    /// The file with the token that scripts of this user send as `Authorization: Bearer …`. It exists as long as the server.
    pub fn token_file(&self) -> &Path {
        self.token_file.path()
    }

    /// Answers until `shutdown` is done; then finishes what is in hand, for five seconds at most.
    pub async fn run(self, shutdown: impl Future<Output = ()>) -> Result<(), ServeError> {
        let Self { listener, routes, state, url, token_file, stop, open } = self;
        if open {
            open::in_browser(&url);
        }
        let asked = async {
            shutdown.await;
            stop.send_replace(true);
            pending::<Infallible>().await
        };
        let result = tokio::select! {
            result = serve(listener, routes, state) => result,
            never = asked => match never {},
        };
        drop(token_file);
        result
    }
}

/// Opens a listener on the loopback address, and says on which port.
pub(crate) async fn listen(port: u16) -> Result<(TcpListener, u16), ServeError> {
    let refused = |source: io::Error| match source.kind() {
        io::ErrorKind::AddrInUse => ServeError::PortTaken { port, source },
        _ => ServeError::Bind { port, source },
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(refused)?;
    let port = listener.local_addr().map_err(refused)?.port();
    Ok((listener, port))
}

/// Answers on a listener until the state says to stop.
pub(crate) async fn serve(listener: TcpListener, routes: Routes, state: Shared) -> Result<(), ServeError> {
    let listener = listener.tap_io(|stream| {
        // Answers are small and wanted at once; a socket that refuses the option still works.
        let _set = stream.set_nodelay(true);
    });
    let stopping = state.stopping.clone();
    let serving = axum::serve(listener, routes.router(state)).with_graceful_shutdown(stopped(stopping.clone()));
    let last_call = async {
        stopped(stopping).await;
        tokio::time::sleep(LAST_CALL).await;
    };
    tokio::select! {
        result = serving.into_future() => result.map_err(ServeError::Stopped),
        () = last_call => Ok(()),
    }
}

async fn stopped(mut stopping: watch::Receiver<bool>) {
    // An error means that the server is gone, which is stopping as well.
    let _gone = stopping.wait_for(|stop| *stop).await;
}
