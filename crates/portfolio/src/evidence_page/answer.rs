use crate::code::{self, Language};
use crate::html::escape;
use crate::shown::Exhibit;

/// Longest answer that is shown whole, in bytes; the file holds it all.
const LONGEST_SHOWN: usize = 60_000;

/// The file as it was judged. When it is shown as text already, it is folded away here.
pub(super) fn section(exhibit: &Exhibit<'_>) -> String {
    let (Some(answer), Some(path)) = (&exhibit.entry.answer, &exhibit.answer) else { return String::new() };
    let file = escape(&answer.file);
    // The pages of `evidence/` stand beside the folders with the answers.
    let link = format!("<a href=\"{}\">{file}</a>", path.strip_prefix("evidence/").unwrap_or(path));
    let begins = &answer.text[..answer.text.floor_char_boundary(LONGEST_SHOWN)];
    let language = answer.file.rsplit('.').next().and_then(Language::named);
    let mut text = code::block(language, begins);
    if begins.len() < answer.text.len() {
        text +=
            &format!("<p class=\"small muted\">Only the first {} kB are shown here; the file holds it all.</p>\n", LONGEST_SHOWN / 1000);
    }
    let shown = if exhibit.text_is_the_answer() {
        format!("<p class=\"small muted\">{link}, byte for byte.</p>\n<details>\n<summary>Show it here</summary>\n{text}</details>\n")
    } else {
        format!("{text}<p class=\"small muted\">{link}, byte for byte.</p>\n")
    };
    format!("<section aria-labelledby=\"answer\">\n<h2 id=\"answer\">The answer, exactly as it passed</h2>\n{shown}</section>\n")
}
