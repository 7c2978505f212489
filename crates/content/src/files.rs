use crate::Text;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Largest text a pack may hold, in bytes. Data files are not read here and have no such limit.
pub const LARGEST_TEXT: usize = 512 * 1024;

/// The files of a pack: relative paths with forward slashes and their bytes.
#[derive(Debug, Clone, Default)]
pub struct Files(BTreeMap<String, Cow<'static, [u8]>>);

/// Why a file cannot be used as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unusable {
    TooLarge,
    NotUtf8 { at: usize },
}

impl Files {
    /// Adds a file.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Cow<'static, [u8]>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(AsRef::as_ref)
    }

    /// The text of a file; `None` when it is missing or is no text.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.bytes(path).filter(|bytes| bytes.len() <= LARGEST_TEXT)?).ok()
    }

    /// The text of a file, without a copy where its bytes live as long as the program.
    pub(crate) fn usable_text(&self, path: &str) -> Option<Result<Cow<'static, str>, Unusable>> {
        let bytes = self.0.get(path)?;
        if bytes.len() > LARGEST_TEXT {
            return Some(Err(Unusable::TooLarge));
        }
        let text = match bytes {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).map(Cow::Borrowed),
            Cow::Owned(bytes) => std::str::from_utf8(bytes).map(|text| Cow::Owned(text.to_owned())),
        };
        Some(text.map_err(|error| Unusable::NotUtf8 { at: error.valid_up_to() }))
    }

    /// A text that is read later, when something needs it; one that does not ship inside the program is looked at now.
    pub(crate) fn later(&self, path: &str) -> Option<Result<Text, Unusable>> {
        match self.0.get(path)? {
            Cow::Borrowed(bytes) if bytes.len() <= LARGEST_TEXT => Some(Ok(Text::unread(bytes))),
            _ => self.usable_text(path).map(|text| text.map(Text::from)),
        }
    }

    /// The bytes of a file that is read later, when something needs it; `None` when it is missing or too large.
    pub(crate) fn unread(&self, path: &str) -> Option<Result<Cow<'static, [u8]>, Unusable>> {
        let bytes = self.0.get(path)?;
        Some(if bytes.len() > LARGEST_TEXT { Err(Unusable::TooLarge) } else { Ok(bytes.clone()) })
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Paths below a folder, sorted, relative to it.
    pub fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = &'a str> {
        let prefix = format!("{folder}/");
        let from = prefix.clone();
        self.0.range(from..).map(|(path, _)| path.as_str()).map_while(move |path| path.strip_prefix(prefix.as_str()))
    }

    /// Names of the folders directly below a folder, sorted.
    pub fn folders(&self, folder: &str) -> Vec<&str> {
        let mut names: Vec<&str> = self.below(folder).filter_map(|path| path.split_once('/')).map(|(name, _)| name).collect();
        names.dedup();
        names
    }
}
