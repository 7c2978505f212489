/// An address that a link of the site may lead to: over http, https or mailto, without anything that a browser would read differently.
///
/// A list of what may stay, not of what may not: an address spelt to trick a browser into another scheme is on no such list.
pub(crate) fn outward(address: &str) -> Option<&str> {
    let address = address.trim();
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    let known = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme) && address.len() > scheme.len());
    let plain = !address.contains(|c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\'));
    (known && plain).then_some(address)
}

/// Where the site will stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Base {
    /// The whole address; ends with `/`.
    pub(crate) address: String,
    /// Its path from the root of the host; begins and ends with `/`.
    pub(crate) path: String,
}

impl Base {
    /// `None` when it is no plain http or https address without query and fragment.
    pub(crate) fn new(written: &str) -> Option<Self> {
        let address = outward(written)?;
        let (scheme, rest) = address.split_once("://")?;
        if !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) || rest.contains(['?', '#', '@']) {
            return None;
        }
        let rest = rest.trim_end_matches('/');
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let plain = |part: &str| !matches!(part, "" | "." | "..");
        if host.is_empty() || !(path.is_empty() || path.split('/').all(plain)) {
            return None;
        }
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        Some(Self { address: format!("{}://{}{path}", scheme.to_ascii_lowercase(), host.to_ascii_lowercase()), path })
    }

    /// The whole address of a file of the site.
    pub(crate) fn of(&self, path: &str) -> String {
        format!("{}{}", self.address, if path == "index.html" { "" } else { path })
    }
}

#[cfg(test)]
mod tests {
    use super::{Base, outward};

    #[test]
    fn links_lead_out_only_over_known_schemes() {
        for address in ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:a@example.org", " https://example.org "] {
            assert_eq!(outward(address), Some(address.trim()));
        }
        for address in [
            "",
            "https://",
            "mailto:",
            "javascript:alert(1)",
            "java\nscript:x",
            "//example.org",
            "data:,x",
            "https://a b",
            "https://a\"b",
            "https:\\\\a",
            "é",
        ] {
            assert_eq!(outward(address), None, "{address:?}");
        }
    }

    #[test]
    fn a_base_address_ends_with_a_slash_and_knows_its_path() {
        for (written, address, path) in [
            ("https://Example.org", "https://example.org/", "/"),
            ("HTTPS://example.org/", "https://example.org/", "/"),
            ("https://example.org/Portfolio", "https://example.org/Portfolio/", "/Portfolio/"),
            ("http://localhost:8000/a/b//", "http://localhost:8000/a/b/", "/a/b/"),
        ] {
            assert_eq!(Base::new(written), Some(Base { address: address.to_owned(), path: path.to_owned() }), "{written}");
        }
        for written in [
            "example.org",
            "mailto:a@b",
            "https://",
            "https:///a",
            "https://a/?q",
            "https://a/#b",
            "https://me@a",
            "https://a/../b",
            "https://a//b",
        ] {
            assert_eq!(Base::new(written), None, "{written}");
        }
    }
}
