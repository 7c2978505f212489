use crate::guard::headers::Nonce;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// A page that needs no front end. All text is ours: nothing that a request says is shown on it.
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) title: &'static str,
    pub(crate) lines: &'static [&'static str],
    /// Where to go next, and what the link says.
    pub(crate) link: Option<(&'static str, &'static str)>,
    /// A command for the terminal.
    pub(crate) command: Option<&'static str>,
}

/// The colours of the front end's own style sheet, which such a page cannot count on.
const STYLE: &str = ":root{color-scheme:light dark;--paper:#faf8f4;--ink:#1d1b18;--sunken:#f3f0ea;--accent:#14665a}\
@media(prefers-color-scheme:dark){:root{--paper:#171614;--ink:#efebe3;--sunken:#141312;--accent:#63c9b3}}\
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.6 system-ui,sans-serif}\
main{max-width:36rem;margin:0 auto;padding:4rem 1.5rem}h1{font-size:24px;line-height:1.3;font-weight:600}\
pre{background:var(--sunken);padding:.75rem 1rem;border-radius:8px;font:14px/1.5 ui-monospace,monospace;overflow:auto}\
a{color:var(--accent)}";

/// Draws a page.
pub(crate) fn page(page: &Page, nonce: &Nonce) -> Response {
    let mut body = String::new();
    for line in page.lines {
        body.push_str(&format!("<p>{line}</p>\n"));
    }
    if let Some(command) = page.command {
        body.push_str(&format!("<pre><code>{command}</code></pre>\n"));
    }
    if let Some((to, words)) = page.link {
        body.push_str(&format!("<p><a href=\"{to}\">{words}</a></p>\n"));
    }
    let (title, nonce) = (page.title, nonce.as_str());
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} – Footbridge</title>\n\
         <style nonce=\"{nonce}\">{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    );
    (page.status, [(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-cache")], html).into_response()
}
