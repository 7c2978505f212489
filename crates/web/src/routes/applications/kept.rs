use crate::answer::blocking;
use crate::refusal::{ErrorView, Refusal};
use crate::sent::IdAndHash;
use crate::state::Shared;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// Exactly what was sent with an application, to be saved again. It is never shown in the place of a page.
#[utoipa::path(
    get,
    path = "/api/applications/{id}/kept/{hash}",
    tag = "jobs",
    params(("id" = String, Path, description = "Id of the application"), ("hash" = String, Path, description = "Hash of a file that its history names")),
    responses(
        (status = 200, description = "The file", body = [u8], content_type = "application/octet-stream"),
        (status = 400, description = "It cannot be done, and why", body = ErrorView),
        (status = 404, description = "There is no such application, or its history names no such file", body = ErrorView)
    )
)]
pub(super) async fn sent_file(State(state): State<Shared>, IdAndHash(id, hash): IdAndHash) -> Result<Response, Refusal> {
    let file = blocking(&state, move |app| app.sent_file(&id, &hash)).await?;
    let headers = [(CONTENT_TYPE, "application/octet-stream".to_owned()), (CONTENT_DISPOSITION, attachment(&file.name))];
    Ok((headers, file.bytes).into_response())
}

/// The name as RFC 6266 writes one that may hold anything, and a plain one for readers that do not know it.
fn attachment(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let safe: String = name.bytes().map(|byte| if plain(byte) { char::from(byte) } else { '-' }).collect();
    let whole: String = name.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect();
    format!("attachment; filename=\"{safe}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_file_gets_out_of_its_quotes() {
        assert_eq!(attachment("Lee.pdf"), "attachment; filename=\"Lee.pdf\"; filename*=UTF-8''Lee.pdf");
        let odd = attachment("../é\"; x=\r\n.pdf");
        assert_eq!(odd, "attachment; filename=\"..------x---.pdf\"; filename*=UTF-8''..%2F%C3%A9%22%3B%20x%3D%0D%0A.pdf");
    }
}
