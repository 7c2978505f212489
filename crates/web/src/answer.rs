use crate::refusal::Refusal;
use crate::state::Shared;
use axum::Json;
use footbridge_app::{App, Trouble};

/// What a handler gives back.
pub(crate) type Answer<T> = Result<Json<T>, Refusal>;

/// Runs a use case where it may block, and gives its view as JSON.
pub(crate) async fn answer<T, F>(state: &Shared, use_case: F) -> Answer<T>
where
    T: Send + 'static,
    F: FnOnce(&App) -> Result<T, Trouble> + Send + 'static,
{
    Ok(Json(blocking(state, use_case).await?))
}

/// Runs a use case where it may block.
pub(crate) async fn blocking<T, F>(state: &Shared, use_case: F) -> Result<T, Refusal>
where
    T: Send + 'static,
    F: FnOnce(&App) -> Result<T, Trouble> + Send + 'static,
{
    let state = Shared::clone(state);
    let done = tokio::task::spawn_blocking(move || use_case(&state.app).map_err(|trouble| Refusal::of(trouble, &state.app))).await;
    match done {
        Ok(result) => result,
        Err(panic) => Err(Refusal::ours(&panic)),
    }
}
