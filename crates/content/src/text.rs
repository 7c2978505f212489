use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::str::from_utf8;
use std::sync::{Arc, LazyLock};

/// A text of a pack that nothing needs before somebody asks for it. What ships inside the program is not even looked at until then, so
/// that its pages stay out of memory; it was proven before it shipped.
#[derive(Clone)]
pub struct Text(Held);

#[derive(Clone)]
enum Held {
    Text(Cow<'static, str>),
    Unread(&'static [u8]),
    /// Made of an unread one when it is first asked for.
    Unmade(Arc<LazyLock<String, Box<dyn FnOnce() -> String + Send>>>),
}

impl Text {
    pub(crate) fn unread(bytes: &'static [u8]) -> Self {
        Self(Held::Unread(bytes))
    }

    pub(crate) fn is_unread(&self) -> bool {
        matches!(self.0, Held::Unread(_))
    }

    /// Another text made of this one, no earlier than this one is looked at.
    pub(crate) fn made_into(&self, make: impl FnOnce(&str) -> String + Send + 'static) -> Self {
        if !self.is_unread() {
            return make(self).into();
        }
        let unread = self.clone();
        let made: Box<dyn FnOnce() -> String + Send> = Box::new(move || make(&unread));
        Self(Held::Unmade(Arc::new(LazyLock::new(made))))
    }
}

impl Deref for Text {
    type Target = str;

    /// Up to the first byte that is no text.
    fn deref(&self) -> &str {
        match &self.0 {
            Held::Text(text) => text,
            Held::Unread(bytes) => from_utf8(bytes).or_else(|error| from_utf8(&bytes[..error.valid_up_to()])).unwrap_or_default(),
            Held::Unmade(text) => text,
        }
    }
}

impl From<Cow<'static, str>> for Text {
    fn from(text: Cow<'static, str>) -> Self {
        Self(Held::Text(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Held::Text(text.into()))
    }
}

impl Default for Text {
    fn default() -> Self {
        Self(Held::Text(Cow::default()))
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn a_text_that_was_not_looked_at_ends_where_it_is_no_text() {
        assert_eq!(&*Text::unread("naïve".as_bytes()), "naïve");
        assert_eq!(&*Text::unread(b"whole\xff cut"), "whole");
    }
}
