use crate::html::{counted, escape, help_words, page, proof_counts, proof_tag, time};
use crate::site::{Entry, Site};
use std::fmt::Write as _;

/// Who, the best pieces, then the rest by track: to be read in two minutes.
pub(crate) fn render(site: &Site, entries: &[&Entry], featured: &[&Entry]) -> String {
    let mut body = String::from("<a class=\"skip\" href=\"#work\">Skip to the work</a>\n<header class=\"top\">\n");
    body += &format!("<h1>{}</h1>\n", escape(&site.owner));
    if !site.headline.is_empty() {
        body += &format!("<p class=\"lead\">{}</p>\n", escape(&site.headline));
    }
    body += &format!("<p class=\"muted\">{}</p>\n</header>\n<main id=\"work\">\n", summary(site, entries));
    if entries.is_empty() {
        body += "<p>There is no evidence here yet. The first piece of work that passes its check will stand on this page.</p>\n";
    } else {
        body += &best_pieces(featured);
        let rest: Vec<&Entry> = entries.iter().copied().filter(|entry| !featured.iter().any(|best| best.id == entry.id)).collect();
        for (number, track) in tracks(&rest).into_iter().enumerate() {
            body += &track_section(number, track, &rest);
        }
        body += HOW_TO_READ;
    }
    body += &format!("</main>\n<footer class=\"muted\"><p>Built on {} with Footbridge.</p></footer>\n", time(site.built_on));
    page(&site.owner, "", &body)
}

const HOW_TO_READ: &str = "<section aria-labelledby=\"how\">\n<h2 id=\"how\">How to read this</h2>\n<dl class=\"facts\">\n\
    <dt><span class=\"tag pass\">verified</span></dt><dd>A program checked the answer; where it checked only the structure of a text, the page of that text says so. Anybody with the folder it was made in can run the same check again with <code>footbridge verify</code>.</dd>\n\
    <dt><span class=\"tag self\">self-reported</span></dt><dd>Written by the owner of this page. Only its form was looked at; it is never counted as verified.</dd>\n\
    </dl>\n<p class=\"small muted\">Help used is recorded and shown. Each page holds the exact answer that passed and its SHA-256.</p>\n</section>\n";

fn summary(site: &Site, entries: &[&Entry]) -> String {
    if entries.is_empty() {
        return format!("As of {}.", time(site.built_on));
    }
    let pieces = counted(entries.len(), "piece of work", "pieces of work");
    let tracks = counted(tracks(entries).len(), "field", "fields");
    format!("{pieces} in {tracks}: {}. As of {}.", proof_counts(entries), time(site.built_on))
}

fn best_pieces(featured: &[&Entry]) -> String {
    let mut html = String::from("<section aria-labelledby=\"best\">\n<h2 id=\"best\">Best pieces</h2>\n<ul class=\"cards\">\n");
    for entry in featured {
        let kind = if entry.proof == footbridge_verdict::Proof::SelfReported { " self" } else { "" };
        let _ = write!(
            html,
            "<li class=\"card{kind}\">\n<p class=\"small muted\">{}</p>\n<h3><a href=\"{}\">{}</a></h3>\n<p>{} {}</p>\n",
            escape(&entry.track),
            link(entry, ""),
            escape(&entry.title),
            proof_tag(entry.proof),
            escape(&entry.verdict_summary)
        );
        if !entry.skills.is_empty() {
            let _ = writeln!(html, "<p class=\"small muted\">Shows: {}.</p>", escape(&entry.skills.join("; ")));
        }
        let _ = writeln!(html, "{}</li>", links(entry));
    }
    html + "</ul>\n</section>\n"
}

fn tracks<'a>(entries: &[&'a Entry]) -> Vec<&'a str> {
    let mut tracks: Vec<&str> = Vec::new();
    for entry in entries {
        if !tracks.contains(&entry.track.as_str()) {
            tracks.push(&entry.track);
        }
    }
    tracks
}

fn track_section(number: usize, track: &str, entries: &[&Entry]) -> String {
    let mut html =
        format!("<section aria-labelledby=\"track-{number}\">\n<h2 id=\"track-{number}\">{}</h2>\n<ul class=\"rows\">\n", escape(track));
    for entry in entries.iter().filter(|entry| entry.track == track) {
        let kind = if entry.proof == footbridge_verdict::Proof::SelfReported { " class=\"self\"" } else { "" };
        let _ = writeln!(
            html,
            "<li{kind}>\n<p>{} <a href=\"{}\">{}</a></p>\n<p class=\"small\">{}</p>\n{}</li>",
            proof_tag(entry.proof),
            link(entry, ""),
            escape(&entry.title),
            escape(&entry.verdict_summary),
            links(entry)
        );
    }
    html + "</ul>\n</section>\n"
}

/// The way from a line to what backs it. A screen reader hears the title with each link, so that the links differ.
fn links(entry: &Entry) -> String {
    let of = format!("<span class=\"heard\"> of {}</span>", escape(&entry.title));
    let answer = entry.answer.as_ref().map_or(String::new(), |_| format!("<a href=\"{}\">answer{of}</a> · ", link(entry, "#answer")));
    format!(
        "<p class=\"small muted\">{answer}<a href=\"{}\">verdict{of}</a>, check version {} · <a href=\"{}\">how to re-run the check{of}</a> · passed on {} · {}</p>\n",
        link(entry, "#verdict"),
        escape(&entry.check_version),
        link(entry, "#rerun"),
        time(entry.passed_on),
        help_words(entry.help_used)
    )
}

fn link(entry: &Entry, place: &str) -> String {
    format!("evidence/{}.html{place}", entry.id)
}
