//! A built site, read as browsers read it: links, pictures, headings, weight, and what must not be there.

mod page;
mod resources;

use crate::site::Page;
use footbridge_diagnostic::{Diagnostic, nearest};
use page::{Link, Read};
use std::collections::{BTreeMap, BTreeSet};

/// Bytes of a page from which on it is slow to load on a telephone.
const HEAVIEST: usize = 300_000;

/// The title of a page; `None` for what is no page, or has none.
pub fn title(page: &Page) -> Option<String> {
    let text = std::str::from_utf8(&page.bytes).ok().filter(|_| page.path.ends_with(".html"))?;
    let title = page::read(text).title.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// Looks at all files of a built site: every internal link and anchor leads somewhere, every image says what it shows, no id stands twice
/// on a page, headings follow without a gap, nothing is loaded from elsewhere and nothing runs, each page has a title and a description
/// and at most 300 kB, and nothing looks like a private path. Places are bytes of the page they are in.
pub fn check(pages: &[Page]) -> Vec<Diagnostic> {
    let paths: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let mut findings = Vec::new();
    let mut read: BTreeMap<&str, Read> = BTreeMap::new();
    for page in pages {
        private_path(page, &mut findings);
        match (page.path.rsplit('.').next(), std::str::from_utf8(&page.bytes)) {
            (Some("html"), Ok(text)) => {
                read.insert(&page.path, page::read(text));
                weight(page, &mut findings);
            }
            (Some("css"), Ok(text)) => resources::style(&page.path, text, 0, &mut findings),
            (Some("html" | "css"), Err(error)) => {
                let at = error.valid_up_to();
                findings.push(Diagnostic::error("site-not-text", "The page is not UTF-8 from here on.").at(&page.path, at..at));
            }
            _ => {}
        }
    }
    for (path, page) in &read {
        findings.extend(page.findings(path));
        for link in &page.links {
            findings.extend(leads_nowhere(path, link, &paths, &read));
        }
    }
    findings
}

fn weight(page: &Page, findings: &mut Vec<Diagnostic>) {
    if page.bytes.len() > HEAVIEST {
        let message = format!("The page has {} kB; more than {} kB load slowly.", page.bytes.len() / 1000, HEAVIEST / 1000);
        findings.push(
            Diagnostic::warning("site-page-heavy", message)
                .at(&page.path, 0..0)
                .help("Shorten the text, or show only the part of it that matters and link to the rest."),
        );
    }
}

/// A path below `private/`, as the name of a file or anywhere in a text.
/// Files that hold a path of the private folder, or stand in a folder of that name.
pub fn with_private_paths(pages: &[Page]) -> impl Iterator<Item = &Page> {
    pages.iter().filter(|page| {
        let mut findings = Vec::new();
        private_path(page, &mut findings);
        !findings.is_empty()
    })
}

fn private_path(page: &Page, findings: &mut Vec<Diagnostic>) {
    if page.path.split('/').any(|part| part == "private") {
        findings.push(
            Diagnostic::error("site-private", format!("`{}` stands in a folder named private.", page.path))
                .at(&page.path, 0..0)
                .help("Remove it from the site before you publish."),
        );
    }
    let Ok(text) = std::str::from_utf8(&page.bytes) else { return };
    for (at, words) in text.match_indices("private/") {
        let before = text[..at].trim_end_matches(['.', '/']);
        // `/v1/private/keys` is somebody's address; `../private/`, `"private/` and `./private/` are paths of the learner's folder.
        let begins = before.chars().next_back().is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '}')));
        let absolute = text[..at].ends_with('/') && !text[..at].ends_with("./");
        if begins && !absolute {
            findings.push(
                Diagnostic::error("site-private", "This looks like a path of the private folder.")
                    .at(&page.path, at..at + words.len())
                    .note("Names of private files say something about the people and companies in them.")
                    .help("Take it out of the text it came from, then build the site again."),
            );
        }
    }
}

fn leads_nowhere(from: &str, link: &Link, paths: &BTreeSet<&str>, read: &BTreeMap<&str, Read>) -> Option<Diagnostic> {
    if link.leads_out() {
        return None;
    }
    let broken = |message: String| Diagnostic::error("site-link-broken", message).at(from, link.span.clone());
    let (path, place) = link.address.split_once('#').unwrap_or((&link.address, ""));
    let path = decoded(path.split('?').next().unwrap_or_default());
    let target = if path.is_empty() { Some(from.to_owned()) } else { target(from, &path, paths) };
    let Some(target) = target else {
        return Some(broken(format!("`{}` leads out of the site.", link.address)));
    };
    if !paths.contains(target.as_str()) {
        let finding = broken(format!("`{}` leads nowhere: there is no `{target}`.", link.address));
        return Some(match nearest(&target, paths.iter().copied()) {
            Some(near) => finding.help(format!("Did you mean `{near}`?")),
            None => finding.help("Build the site again; if the page was written by hand, mend the link in it."),
        });
    }
    let place = decoded(place);
    let page = read.get(target.as_str())?;
    if place.is_empty() || page.ids.contains_key(&place) {
        return None;
    }
    let finding = broken(format!("`{}` leads nowhere: `{target}` has no place `#{place}`.", link.address));
    Some(match nearest(&place, page.ids.keys().map(String::as_str)) {
        Some(near) => finding.help(format!("Did you mean `#{near}`?")),
        None => finding,
    })
}

/// The file that a link means; `None` when it leads out of the site.
fn target(from: &str, path: &str, paths: &BTreeSet<&str>) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    let mut rest = path;
    if let Some(from_root) = path.strip_prefix('/') {
        parts.clear();
        // From the root of the host, the folder of the site may stand in front.
        let ends = |skipped: usize| from_root.splitn(skipped + 1, '/').nth(skipped);
        rest = (0..8).filter_map(ends).find(|end| end.is_empty() || paths.contains(end)).unwrap_or(from_root);
    }
    for part in rest.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    let whole = parts.join("/");
    let folder = rest.is_empty() || rest.ends_with('/') || matches!(rest, "." | "..");
    Some(match (folder, whole.is_empty()) {
        (_, true) => "index.html".to_owned(),
        (true, false) => format!("{whole}/index.html"),
        (false, false) => whole,
    })
}

/// `%41` as `A`. What is no such code stays.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code =
            after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok()).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (first, code) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
