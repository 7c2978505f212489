use crate::secret::Keys;
use footbridge_app::App;
use std::sync::Arc;
use tokio::sync::{Mutex, watch};

/// What every handler and every guard of one listener shares.
pub(crate) struct ServerState {
    pub(crate) app: Arc<App>,
    pub(crate) keys: Keys,
    /// The port it listens on; part of the cookie's name, because browsers send cookies to every port of a host.
    pub(crate) port: u16,
    pub(crate) development: bool,
    /// This listener serves the sample learner.
    pub(crate) sample: bool,
    /// The listener of the sample learner, once somebody asked for it.
    pub(crate) sample_server: Mutex<Option<Shared>>,
    /// Turns true when the server is to stop.
    pub(crate) stopping: watch::Receiver<bool>,
}

pub(crate) type Shared = Arc<ServerState>;

impl ServerState {
    pub(crate) fn new(app: Arc<App>, port: u16, stopping: watch::Receiver<bool>) -> Result<Self, getrandom::Error> {
        let keys = Keys::fresh()?;
        Ok(Self { app, keys, port, development: false, sample: false, sample_server: Mutex::new(None), stopping })
    }

    /// The name of the session's cookie.
    pub(crate) fn cookie_name(&self) -> String {
        format!("footbridge-{}", self.port)
    }

    /// An address that lets one browser in, once.
    pub(crate) fn launch_url(&self, host: &str) -> Result<String, getrandom::Error> {
        Ok(format!("http://{host}:{}/?code={}", self.port, self.keys.issue_code()?.reveal()))
    }
}
