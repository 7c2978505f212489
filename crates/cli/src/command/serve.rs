use crate::Ending;
use crate::context::Context;
use anyhow::Context as _;
use clap::Args;
use footbridge_app::App;
use footbridge_web::{Options, Routes};
use std::sync::Arc;

/// Open Footbridge in the browser, on this machine only; without a learner's folder it asks the questions of `init` there
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  footbridge serve\n  footbridge serve --port 4780 --no-open")]
pub(crate) struct Serve {
    #[command(flatten)]
    place: Place,
    /// With the pages for those who work on Footbridge itself
    #[arg(long)]
    development: bool,
}

/// Where a server listens, and who sees it first.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Place {
    /// The port on 127.0.0.1; 0 takes any that is free
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// Only print the address; do not open a browser
    #[arg(long)]
    no_open: bool,
}

impl Serve {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        serve(|| Ok(here.app()?), self.place, self.development, here)
    }
}

/// Serves until it is asked to stop. The address is the only thing on standard output.
pub(super) fn serve(app: impl FnOnce() -> anyhow::Result<App>, place: Place, development: bool, here: &Context) -> anyhow::Result<Ending> {
    let routes = Routes::default();
    let app = Arc::new(app()?);
    let options = Options { port: place.port, development, open: !place.no_open && has_display() };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("the server could not be started")?;
    runtime.block_on(async {
        let server = footbridge_web::bind(routes, app, options).await?;
        let stop = asked_to_stop().context("the server could not be told how to stop")?;
        here.print(&format!("{}\n", server.url()))?;
        here.tell("Open this address in a browser on this machine. Ctrl-C ends it.");
        server.run(stop).await?;
        Ok(Ending::Done)
    })
}

/// Ends when Ctrl-C is pressed or the system asks. It listens from the moment it is made, so that nothing asked early is missed.
#[cfg(unix)]
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(windows)]
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}

/// A browser started where nobody can see it would be a text browser in the way.
fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", windows)) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
