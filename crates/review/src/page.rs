use crate::{LEVELS, LONGEST_NAME, LONGEST_NOTE, LONGEST_QUOTE, Request};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The page a reader opens: the piece, the rubric, a form. One file that loads nothing and sends nothing; the same request always gives
/// the same bytes.
pub fn page(request: &Request) -> String {
    let mut form = String::new();
    for (number, criterion) in request.criteria.iter().enumerate() {
        let _ = writeln!(
            form,
            "<fieldset data-criterion=\"{id}\" aria-describedby=\"line-{number}-asks\">\n<legend>{title}</legend>\n<p class=\"asks\" id=\"line-{number}-asks\">{asks}</p>\n<div class=\"anchors\">",
            id = escape(&criterion.id),
            title = escape(&criterion.title),
            asks = escape(&criterion.asks),
        );
        for (level, (name, anchor)) in LEVELS.iter().zip(&criterion.anchors).enumerate() {
            let value = level + 1;
            let _ = writeln!(
                form,
                "<label><input type=\"radio\" name=\"level-{number}\" value=\"{value}\"> <b>{value} {name}</b><span>{}</span></label>",
                escape(anchor)
            );
        }
        let _ = writeln!(
            form,
            "<label class=\"none\"><input type=\"radio\" name=\"level-{number}\" value=\"0\" checked> I cannot judge this</label>\n</div>\n\
             <label>Words of the piece that speak for it (optional)<textarea name=\"because-{number}\" rows=\"2\" maxlength=\"{LONGEST_QUOTE}\"></textarea></label>\n</fieldset>"
        );
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>Review: {title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body data-exercise=\"{exercise}\" data-answer=\"{answer}\">\n\
         <header>\n<p class=\"muted\">A request from {author}</p>\n<h1>{title}</h1>\n\
         <p>Please read the piece and say, for each line of the rubric, which of the four descriptions fits it best. Leave out what you cannot judge. \
         This page sends nothing: at the end you save a small file and give it back to {author}, who may show your levels, without your name, beside the piece.</p>\n</header>\n\
         <main>\n<details><summary>What was asked for</summary>\n<div class=\"text\">{brief}</div>\n</details>\n\
         <h2>The piece</h2>\n<div class=\"text card\">{piece}</div>\n\
         <h2>Your reading</h2>\n<form>\n{form}\
         <label>Anything else (optional)<textarea name=\"note\" rows=\"4\" maxlength=\"{LONGEST_NOTE}\"></textarea></label>\n\
         <label>What {author} may call you (optional)<input name=\"reviewer\" maxlength=\"{LONGEST_NAME}\" autocomplete=\"name\"></label>\n\
         <p><button type=\"button\">Save the review</button><span role=\"status\"></span></p>\n\
         <noscript><p>Saving needs JavaScript in this page. Without it, please write your scores in a message.</p></noscript>\n\
         </form>\n</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        style_hash = hash(STYLE),
        script_hash = hash(SCRIPT),
        title = escape(&request.title),
        author = escape(&request.author),
        exercise = escape(request.exercise.as_str()),
        answer = escape(request.answer.as_str()),
        brief = request.brief,
        piece = request.piece,
    )
}

/// What a content security policy knows an inline element by.
fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
