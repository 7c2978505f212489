use std::net::IpAddr;
use ureq::http::Uri;

/// An address that nothing is sent to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// It is no address of the web.
    #[error("`{0}` is no address; it looks like `https://api.example.com/v1`")]
    Unreadable(String),
    /// Somebody's name or key stands in it.
    #[error("the address holds a name or a key before an `@`, where logs and screens would show it")]
    HoldsAKey,
    /// More than a host and a path.
    #[error("the address ends with a question mark and more; only a host and a path are taken")]
    HasAQuery,
    /// Everybody on the way could read what is sent.
    #[error("`{0}` is not this machine, and over http everybody on the way could read the prompt and the key")]
    NotEncrypted(String),
}

/// Where one endpoint takes conversations.
#[derive(Debug, Clone)]
pub(crate) struct Address {
    /// With `/chat/completions` at its end.
    pub(crate) whole: String,
    pub(crate) is_this_machine: bool,
}

impl Address {
    /// Reads a base such as `https://api.example.com/v1`.
    pub(crate) fn new(base: &str) -> Result<Self, BadAddress> {
        let base = base.trim().trim_end_matches('/');
        // Before anything repeats it.
        if base.split(['?', '#']).next().is_some_and(|place| place.contains('@')) {
            return Err(BadAddress::HoldsAKey);
        }
        if base.contains(['?', '#']) {
            return Err(BadAddress::HasAQuery);
        }
        let unreadable = || BadAddress::Unreadable(base.to_owned());
        let uri: Uri = base.parse().map_err(|_| unreadable())?;
        let host = uri.host().filter(|host| !host.is_empty()).ok_or_else(unreadable)?;
        let is_this_machine = is_loopback(host);
        match uri.scheme_str() {
            Some("https") => {}
            Some("http") if is_this_machine => {}
            Some("http") => return Err(BadAddress::NotEncrypted(host.to_owned())),
            _ => return Err(unreadable()),
        }
        let base = base.strip_suffix("/chat/completions").unwrap_or(base);
        Ok(Self { whole: format!("{base}/chat/completions"), is_this_machine })
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_over_https_and_on_this_machine() {
        for (base, whole) in [
            ("https://api.example.com/v1", "https://api.example.com/v1/chat/completions"),
            (" https://api.example.com/v1/ ", "https://api.example.com/v1/chat/completions"),
            ("https://api.example.com/v1/chat/completions", "https://api.example.com/v1/chat/completions"),
            ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080/chat/completions"),
            ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions"),
        ] {
            assert_eq!(Address::new(base).map(|address| address.whole), Ok(whole.to_owned()), "{base}");
        }
    }

    #[test]
    fn addresses_that_would_give_something_away_are_refused() {
        let not_encrypted = |host: &str| BadAddress::NotEncrypted(host.to_owned());
        for (base, refusal) in [
            ("http://api.example.com/v1", not_encrypted("api.example.com")),
            ("http://localhost.example.com", not_encrypted("localhost.example.com")),
            ("http://0.0.0.0:80", not_encrypted("0.0.0.0")),
            ("http://192.168.1.2:11434/v1", not_encrypted("192.168.1.2")),
            ("http://127.0.0.1@example.com", BadAddress::HoldsAKey),
            ("https://me:secret@example.com/v1", BadAddress::HoldsAKey),
            ("https://example.com/v1?key=secret", BadAddress::HasAQuery),
            ("https://example.com/v1#x", BadAddress::HasAQuery),
            ("api.example.com/v1", BadAddress::Unreadable("api.example.com/v1".to_owned())),
            ("ftp://localhost", BadAddress::Unreadable("ftp://localhost".to_owned())),
            ("https://", BadAddress::Unreadable("https:".to_owned())),
            ("", BadAddress::Unreadable(String::new())),
        ] {
            assert_eq!(Address::new(base).map(|address| address.whole), Err(refusal), "{base}");
        }
    }
}
