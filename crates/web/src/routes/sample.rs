use crate::answer::{Answer, blocking};
use crate::refusal::{ErrorCode, Refusal};
use crate::routes::Routes;
use crate::server::{listen, serve};
use crate::state::{ServerState, Shared};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// Where the sample learner is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SampleView {
    /// An address that lets this browser in, once.
    pub url: String,
}

/// Opens the sample learner beside this one, on a port of its own. It is made at the first request and stays until the server stops.
#[utoipa::path(
    post,
    path = "/api/sample",
    tag = "session",
    responses(
        (status = 200, description = "Where the sample learner is", body = SampleView),
        (status = 400, description = "This already is the sample learner", body = crate::refusal::ErrorView)
    )
)]
pub(super) async fn sample(State(state): State<Shared>, headers: HeaderMap) -> Answer<SampleView> {
    if state.sample {
        let message = "This window already shows the sample learner.";
        return Err(Refusal::new(ErrorCode::Asked, message, "Go back to your own window, or try everything out here."));
    }
    let mut running = state.sample_server.lock().await;
    let beside = match running.as_ref() {
        Some(beside) => Shared::clone(beside),
        None => Shared::clone(running.insert(start(&state).await?)),
    };
    drop(running);
    let url = beside.launch_url(host_name(&headers)).map_err(|error| Refusal::ours(&error))?;
    Ok(Json(SampleView { url }))
}

/// A listener of its own with a token of its own: what one learner's window may do, the other's may not.
async fn start(state: &Shared) -> Result<Shared, Refusal> {
    let app = blocking(state, |app| app.sample()).await?;
    let (listener, port) = listen(0).await.map_err(|error| {
        let message = "The sample learner got no port of its own on this machine.";
        Refusal::new(ErrorCode::World, message, "Stop a program that uses many ports, then ask again.").because(&error)
    })?;
    let beside = ServerState::new(Arc::new(app), port, state.stopping.clone()).map_err(|error| Refusal::ours(&error))?;
    let beside = Arc::new(ServerState { sample: true, development: state.development, ..beside });
    tokio::spawn(serve(listener, Routes::default(), Shared::clone(&beside)));
    Ok(beside)
}

/// The name this window uses for the machine. The cookie counts for one name only, and going from one name to another is going to another site.
fn host_name(headers: &HeaderMap) -> &'static str {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if host.starts_with("localhost:") { "localhost" } else { "127.0.0.1" }
}
