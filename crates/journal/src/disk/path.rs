use std::fmt;

/// A place inside the learner's folder: names joined by forward slashes, never leading outside.
///
/// It is never absolute and holds no `.`, `..`, backslash, colon or control character, so it means the same on every system and cannot
/// escape the folder. The folder itself is [`DiskPath::root`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DiskPath(String);

/// The text is not a path inside the folder.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{written}` is not a path inside the folder: names are joined by `/`, without `.`, `..`, `\\` or `:`")]
pub struct BadDiskPath {
    /// What was written.
    pub written: String,
}

impl DiskPath {
    /// Checks and keeps a path such as `work/sql/first-join/query.sql`.
    pub fn new(text: &str) -> Result<Self, BadDiskPath> {
        if text.split('/').all(is_safe_name) { Ok(Self(text.to_owned())) } else { Err(BadDiskPath { written: text.to_owned() }) }
    }

    /// The folder itself.
    pub fn root() -> Self {
        Self(String::new())
    }

    /// A path further down; `below` may hold several names.
    pub fn join(&self, below: &str) -> Result<Self, BadDiskPath> {
        let below = Self::new(below)?;
        Ok(if self.0.is_empty() { below } else { Self(format!("{}/{}", self.0, below.0)) })
    }

    /// The folder this path is in; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        if self.0.is_empty() {
            return None;
        }
        Some(Self(self.0.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned())))
    }

    /// The last name; empty for the root.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The whole path, with forward slashes; empty for the root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path beside this one whose last name is wrapped in `before` and `after`.
    pub(crate) fn beside(&self, before: &str, after: &str) -> Self {
        let name = format!("{before}{}{after}", self.name());
        match self.parent() {
            Some(folder) if !folder.0.is_empty() => Self(format!("{}/{name}", folder.0)),
            _ => Self(name),
        }
    }
}

fn is_safe_name(name: &str) -> bool {
    !matches!(name, "" | "." | "..") && !name.contains(|c: char| c.is_control() || matches!(c, '\\' | ':'))
}

impl fmt::Display for DiskPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "." } else { &self.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::DiskPath;

    #[test]
    fn no_path_leads_outside() {
        for good in ["a", "journal/k7f3-2026-03.jsonl", ".gitattributes", "work/sql/é/query.sql", "a..b"] {
            assert!(DiskPath::new(good).is_ok(), "{good}");
        }
        for bad in ["", "/", "/etc", "a/", "a//b", ".", "..", "a/../b", "C:/x", "a\\b", "a\0b", "a\n"] {
            assert!(DiskPath::new(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn parents_and_names() {
        let path = DiskPath::root().join("private").and_then(|p| p.join("journal/x.jsonl")).expect("safe");
        assert_eq!((path.as_str(), path.name()), ("private/journal/x.jsonl", "x.jsonl"));
        assert_eq!(path.parent(), DiskPath::new("private/journal").ok());
        assert_eq!(DiskPath::new("x").expect("safe").parent(), Some(DiskPath::root()));
        assert_eq!(DiskPath::root().parent(), None);
        assert_eq!(path.beside(".", ".tmp").as_str(), "private/journal/.x.jsonl.tmp");
    }
}
