use crate::guard::headers::Nonce;
use crate::page::{Page, page};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

/// The built front end: read from disk in debug builds, part of the program in release builds.
#[derive(RustEmbed)]
#[folder = "../../ui/dist"]
struct Dist;

/// A file of the front end, its first page for an address of one of its screens, or a page that says what is missing.
pub(crate) fn front(path: &str, nonce: &Nonce) -> Response {
    front_of(|name| Dist::get(name).map(|file| file.data.into_owned()), path, nonce)
}

fn front_of(built: impl Fn(&str) -> Option<Vec<u8>>, path: &str, nonce: &Nonce) -> Response {
    let name = path.trim_start_matches('/');
    if is_file_name(name) {
        let found = if is_plain(name) { built(name) } else { None };
        return found.map_or_else(|| missing(nonce), |bytes| asset(name, bytes));
    }
    match built("index.html") {
        Some(index) => {
            let html = with_nonce(&String::from_utf8_lossy(&index), nonce.as_str());
            ([(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-cache")], html).into_response()
        }
        None => not_built(nonce),
    }
}

/// Screens have no dot in their last part, files have.
fn is_file_name(name: &str) -> bool {
    name.starts_with("assets/") || name.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

/// Names as the build makes them: no hidden files, no way upwards, nothing to decode.
fn is_plain(name: &str) -> bool {
    let plain = |part: &str| {
        let letters = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
        letters && !part.is_empty() && !part.starts_with('.')
    };
    name.split('/').all(plain)
}

fn asset(name: &str, bytes: Vec<u8>) -> Response {
    // The names of assets carry a hash of what is in them.
    let caching = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    ([(CONTENT_TYPE, content_type(name)), (CACHE_CONTROL, caching.to_owned())], bytes).into_response()
}

/// What a file is, by its name.
pub(crate) fn content_type(name: &str) -> String {
    let guessed = mime_guess::from_path(name).first_or_octet_stream();
    let text = guessed.type_() == mime_guess::mime::TEXT || matches!(guessed.subtype().as_str(), "javascript" | "json");
    if text { format!("{}; charset=utf-8", guessed.essence_str()) } else { guessed.essence_str().to_owned() }
}

/// Hands the page its word for inline styles, which the editor needs.
fn with_nonce(html: &str, nonce: &str) -> String {
    html.replacen("<meta name=\"csp-nonce\" content=\"\"", &format!("<meta name=\"csp-nonce\" content=\"{nonce}\""), 1)
}

fn missing(nonce: &Nonce) -> Response {
    let missing = Page {
        status: StatusCode::NOT_FOUND,
        title: "There is no such file",
        lines: &["Footbridge has nothing under this address."],
        link: Some(("/", "Go to Footbridge")),
        command: None,
    };
    page(&missing, nonce)
}

fn not_built(nonce: &Nonce) -> Response {
    let not_built = Page {
        status: StatusCode::OK,
        title: "The front end is not built yet",
        lines: &[
            "The server runs, but its screens have not been built. This command in the repository builds them and starts Footbridge:",
            "The API below /api and everything in the terminal work without them.",
        ],
        link: None,
        command: Some("cargo xtask run"),
    };
    page(&not_built, nonce)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderName;

    /// A build of three files.
    fn built(name: &str) -> Option<Vec<u8>> {
        let text = match name {
            "index.html" => include_str!("../../../ui/index.html"),
            "assets/index-DLiWQgD5.js" => "export {};",
            "assets/index-B8ugpUk-.css" => "a {}",
            "favicon.svg" => "<svg/>",
            _ => return None,
        };
        Some(text.as_bytes().to_vec())
    }

    fn head(response: &Response, name: HeaderName) -> &str {
        response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    #[test]
    fn assets_are_kept_for_good_and_have_their_type() {
        let nonce = Nonce::fresh().expect("this system has chance");
        for (path, content_type, caching) in [
            ("/assets/index-DLiWQgD5.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
            ("/assets/index-B8ugpUk-.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
            ("/favicon.svg", "image/svg+xml", "no-cache"),
            ("/path", "text/html; charset=utf-8", "no-cache"),
        ] {
            let response = front_of(built, path, &nonce);
            let found = (response.status(), head(&response, CONTENT_TYPE), head(&response, CACHE_CONTROL));
            assert_eq!(found, (StatusCode::OK, content_type, caching), "{path}");
        }
        for path in ["/assets/gone-12345678.js", "/assets/../index.html", "/gone.css"] {
            assert_eq!(front_of(built, path, &nonce).status(), StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn the_nonce_reaches_the_page_as_it_is_built() {
        let given = with_nonce(include_str!("../../../ui/index.html"), "abc");
        assert_eq!(given.matches("<meta name=\"csp-nonce\" content=\"abc\"").count(), 1, "{given}");
        assert_eq!(given.matches("csp-nonce").count(), 1, "{given}");
    }

    #[test]
    fn screens_are_not_files() {
        for (name, file) in
            [("", false), ("work/sql-longest-delays", false), ("assets/index", true), ("favicon.svg", true), (".gitignore", true)]
        {
            assert_eq!(is_file_name(name), file, "{name}");
        }
    }

    #[test]
    fn only_names_that_a_build_makes_are_looked_up() {
        assert!(is_plain("assets/index-DLiWQgD5.js") && is_plain("favicon.svg"));
        for name in [".gitignore", "../package.json", "assets/../x.js", "assets//x.js", "a/.b", "C:/x.js", "%2e%2e/x.js", "a\\..\\b.js", ""]
        {
            assert!(!is_plain(name), "{name}");
        }
    }

    #[test]
    fn scripts_and_styles_say_their_encoding() {
        assert_eq!(content_type("a/index.js"), "text/javascript; charset=utf-8");
        assert_eq!(content_type("index.css"), "text/css; charset=utf-8");
        assert_eq!(content_type("inter.woff2"), "font/woff2");
        assert_eq!(content_type("nothing"), "application/octet-stream");
    }
}
