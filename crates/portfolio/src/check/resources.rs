use super::page::Element;
use footbridge_diagnostic::Diagnostic;

/// Attributes whose address is loaded without a click.
fn loads(element: &Element, attribute: &str) -> bool {
    match (element.name.as_str(), attribute) {
        ("img" | "source" | "video" | "audio" | "track" | "iframe" | "embed" | "script" | "input" | "frame", "src") => true,
        ("img" | "source", "srcset") | ("video", "poster") | ("object", "data") | ("body", "background") | ("image" | "use", "href") => {
            true
        }
        ("link", "href") => {
            let relation = element.attribute("rel").unwrap_or_default().to_ascii_lowercase();
            !relation
                .split_ascii_whitespace()
                .all(|word| matches!(word, "canonical" | "alternate" | "me" | "author" | "license" | "next" | "prev"))
        }
        _ => false,
    }
}

/// What an element loads from elsewhere, and what it runs.
pub(super) fn of_element(element: &Element, findings: &mut Vec<Diagnostic>) {
    if element.name == "script" {
        let finding = Diagnostic::error("site-script", "The page holds a script.")
            .note("The site needs none, and a reader's browser should run none.");
        findings.push(finding.at("", element.span.clone()));
    }
    for (name, value, span) in &element.attributes {
        if name.starts_with("on") {
            findings.push(Diagnostic::error("site-script", format!("`{name}` runs a script.")).at("", span.clone()));
        }
        if loads(element, name) && has_scheme(value) {
            findings.push(external(&format!("`{value}` is loaded from elsewhere.")).at("", span.clone()));
        }
        let scheme = scheme(value);
        if matches!(name.as_str(), "href" | "src" | "action" | "formaction")
            && matches!(scheme.as_deref(), Some("javascript" | "data" | "vbscript" | "file" | "blob"))
        {
            findings.push(
                Diagnostic::error("site-script", "The address runs something or leads to the reader's own files.").at("", span.clone()),
            );
        }
        if name == "style" {
            style("", value, span.start, findings);
        }
        if name == "http-equiv" && value.eq_ignore_ascii_case("refresh") {
            findings.push(Diagnostic::error("site-refresh", "The page sends the reader elsewhere by itself.").at("", span.clone()));
        }
    }
}

/// What a stylesheet loads from elsewhere. `at` is where its text begins in the file.
pub(super) fn style(file: &str, css: &str, at: usize, findings: &mut Vec<Diagnostic>) {
    let lower = css.to_ascii_lowercase();
    for word in ["@import", "url("] {
        for (found, _) in lower.match_indices(word) {
            let argument = lower[found + word.len()..]
                .trim_start_matches([' ', '(', '"', '\''])
                .trim_start_matches("url(")
                .trim_start_matches(['"', '\'']);
            if has_scheme(argument) {
                findings.push(external("The style loads something from elsewhere.").at(file, at + found..at + found + word.len()));
            }
        }
    }
}

fn external(message: &str) -> Diagnostic {
    Diagnostic::error("site-external", message)
        .note("Whoever serves it learns who reads the site, and the site breaks when it is gone.")
        .help("Put a copy beside the page, or link to it.")
}

/// Whether an address begins with a scheme or names another host.
pub(super) fn has_scheme(address: &str) -> bool {
    scheme(address).is_some() || address.trim_start().replace('\\', "/").starts_with("//")
}

/// The scheme of an address as browsers find it: white space and control characters in it do not count.
fn scheme(address: &str) -> Option<String> {
    let plain: String = address.chars().take(64).filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let (scheme, _) = plain.split_once(':')?;
    let well_formed = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    well_formed.then(|| scheme.to_ascii_lowercase())
}
