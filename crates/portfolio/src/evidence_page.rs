use crate::html::{escape, help_words, page, proof_tag, time};
use crate::markdown::to_html;
use crate::site::{Answer, Entry, Judged, Site};
use footbridge_verdict::{ExerciseId, Proof};
use std::collections::BTreeSet;

/// One piece: the verdict, how to run the check again, the piece, the exact answer.
pub(crate) fn render(site: &Site, entry: &Entry, ids: &BTreeSet<&ExerciseId>) -> String {
    let owner = escape(&site.owner);
    let mut body = format!(
        "<a class=\"skip\" href=\"#verdict\">Skip to the verdict</a>\n<nav aria-label=\"Back\"><a href=\"../index.html\">{owner}</a></nav>\n<main>\n<header class=\"top\">\n\
         <p class=\"small muted\">{}</p>\n<h1>{}</h1>\n</header>\n",
        escape(&entry.track),
        escape(&entry.title)
    );
    body += &verdict(entry);
    body += &rerun(entry);
    if let Some(markdown) = &entry.body {
        body += &format!(
            "<section aria-labelledby=\"piece\">\n<h2 id=\"piece\">The piece</h2>\n<div class=\"piece\">\n{}</div>\n</section>\n",
            to_html(markdown, ids)
        );
    }
    if let Some(answer) = &entry.answer {
        body += &exact_answer(answer, entry.body.is_some());
    }
    body += &format!("</main>\n<footer class=\"muted\"><p>Built on {} with Footbridge.</p></footer>\n", time(site.built_on));
    page(&format!("{} – {}", entry.title, site.owner), "../", &body)
}

fn verdict(entry: &Entry) -> String {
    let (kind, meaning) = match (entry.proof, entry.judged) {
        (Proof::Verified, Judged::Substance) => ("", "A program checked the substance of this answer."),
        (Proof::Verified, Judged::Structure) => ("", "A program checked the structure of this text. Whether it is good was not judged."),
        (Proof::SelfReported, _) => {
            (" self", "Written by the owner of this page. Only its form was looked at; this is never counted as verified.")
        }
    };
    let mut facts =
        format!("<dt>Passed</dt><dd>{}</dd>\n<dt>Check version</dt><dd>{}</dd>\n", time(entry.passed_on), escape(&entry.check_version));
    facts += &format!("<dt>Help</dt><dd>{}</dd>\n", help_words(entry.help_used));
    if !entry.skills.is_empty() {
        facts += &format!("<dt>Shows</dt><dd>{}</dd>\n", escape(&entry.skills.join("; ")));
    }
    if let Some(answer) = &entry.answer {
        facts += &format!(
            "<dt>Answer</dt><dd><a href=\"#answer\">{}</a>, SHA-256 <code class=\"hash\">{}</code></dd>\n",
            escape(&answer.file),
            escape(answer.hash.as_str())
        );
    }
    format!(
        "<section class=\"card{kind}\" aria-labelledby=\"verdict\">\n<h2 id=\"verdict\">Verdict</h2>\n<p>{} {}</p>\n<p class=\"small muted\">{meaning}</p>\n<dl class=\"facts\">\n{facts}</dl>\n</section>\n",
        proof_tag(entry.proof),
        escape(&entry.verdict_summary)
    )
}

fn rerun(entry: &Entry) -> String {
    format!(
        "<section aria-labelledby=\"rerun\">\n<h2 id=\"rerun\">Run the check again</h2>\n<p>In the folder this work was made in, with Footbridge installed:</p>\n<pre tabindex=\"0\"><code>{}</code></pre>\n</section>\n",
        escape(&entry.how_to_rerun)
    )
}

/// The file as it was judged. When the piece is shown as text already, the file is folded away.
fn exact_answer(answer: &Answer, folded: bool) -> String {
    let file = escape(&answer.file);
    let text = format!("<pre tabindex=\"0\"><code>{}</code></pre>\n", escape(&answer.text));
    let shown = if folded {
        format!("<details>\n<summary>Show <code>{file}</code></summary>\n{text}</details>\n")
    } else {
        format!("<p class=\"small muted\"><code>{file}</code></p>\n{text}")
    };
    format!("<section aria-labelledby=\"answer\">\n<h2 id=\"answer\">The answer, exactly as it passed</h2>\n{shown}</section>\n")
}
