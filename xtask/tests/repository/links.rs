use crate::{assert_none, files_ending, root, text};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::{BTreeSet, HashMap};

/// The Markdown documents about the repository. Texts of the course are checked by `footbridge pack check`.
fn documents() -> Vec<String> {
    let elsewhere = ["content/", "crates/", "ui/"];
    let documents: Vec<String> =
        files_ending(&["md"]).into_iter().filter(|path| !elsewhere.iter().any(|folder| path.starts_with(folder))).collect();
    assert!(documents.iter().any(|path| path == "README.md"), "the documents were not found");
    documents
}

/// What a document links to, and the anchors that others can link to.
#[derive(Default)]
struct Read {
    links: Vec<String>,
    anchors: BTreeSet<String>,
}

#[test]
fn every_link_of_the_documents_leads_somewhere() {
    let read: HashMap<String, Read> = documents().into_iter().map(|path| (path.clone(), read(&text(&path).expect("text")))).collect();
    let mut faults = Vec::new();
    for (path, document) in &read {
        for link in document.links.iter().filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
            if let Some(fault) = fault(path, link, &read) {
                faults.push(format!("{path}: {link}: {fault}"));
            }
        }
    }
    faults.sort();
    assert_none(&faults, "These links lead nowhere:");
}

fn fault(from: &str, link: &str, read: &HashMap<String, Read>) -> Option<String> {
    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = if file.is_empty() { from.to_owned() } else { joined(from, file)? };
    if !root().join(&target).exists() {
        return Some(format!("there is no {target}"));
    }
    let known = read.get(&target).is_none_or(|document| anchor.is_empty() || document.anchors.contains(anchor));
    (!known).then(|| format!("{target} has no heading `#{anchor}`"))
}

/// A relative link as a path from the repository.
fn joined(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

fn read(markdown: &str) -> Read {
    let mut read = Read::default();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => read.links.push(dest_url.into_string()),
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => read.anchors.extend(heading.take().map(|words| anchor(&words))),
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            }
            _ => {}
        }
    }
    read
}

/// The name under which forges link to a heading: lower case, hyphens for spaces, nothing else but letters, digits, `-` and `_`.
fn anchor(heading: &str) -> String {
    let heading = heading.to_lowercase();
    let kept = heading.chars().filter_map(|letter| match letter {
        ' ' => Some('-'),
        letter if letter.is_alphanumeric() || matches!(letter, '-' | '_') => Some(letter),
        _ => None,
    });
    kept.collect()
}

#[test]
fn headings_and_relative_links_are_read_as_a_forge_reads_them() {
    assert_eq!(anchor("Who may name what, and `why`"), "who-may-name-what-and-why");
    assert_eq!(joined("docs/pack-format.md", "../README.md").as_deref(), Some("README.md"));
    assert_eq!(joined("README.md", "../outside.md"), None);
}
