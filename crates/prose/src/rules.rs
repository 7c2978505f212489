use crate::artifact::Artifact;
use crate::export::Target;
use crate::vale::Style;

/// What an answer must have.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// The kind of document it is; its sections and rules come with it.
    pub artifact: Option<Artifact>,
    /// Limits for the whole answer; instead of those of the artifact.
    pub words: Option<WordLimits>,
    /// Sections it must have, in any order. One with the heading of a section of the artifact adds to what that section needs.
    pub sections: Vec<SectionRule>,
    /// The template the answer began as: a section that still reads like it is not filled in.
    pub starter: Option<String>,
    /// Where it is to be posted: what has too many characters for one text there is told.
    pub post: Option<Target>,
    /// Wording rules of a house, in Vale's format. What they find is advice.
    pub styles: Vec<Style>,
}

/// Fewest and most words, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordLimits {
    /// Fewest.
    pub min: u32,
    /// Most.
    pub max: u32,
}

/// One section an answer must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionRule {
    /// Its heading; level, case, punctuation and numbers in front do not matter.
    pub heading: String,
    /// The question it answers.
    pub asks: String,
    /// Fewest words, those under its own subheadings included.
    pub min_words: u32,
    /// What must stand in it.
    pub needs: Vec<Need>,
}

/// Something a section must hold. `what` names it with its article: "a reason".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// One of these words or phrases, in any case.
    AnyOf {
        /// The words or phrases.
        words: Vec<String>,
        /// What they stand for.
        what: String,
    },
    /// A reason, as people give them: behind because, so that, due to, to avoid …
    Reason {
        /// What it stands for.
        what: String,
    },
    /// A number in digits.
    Number {
        /// What it stands for.
        what: String,
    },
    /// A date, as people write them.
    Date {
        /// What it stands for.
        what: String,
    },
    /// A web address.
    Link {
        /// What it stands for.
        what: String,
    },
}

impl Need {
    pub(crate) fn any_of(words: &[&str], what: &str) -> Self {
        Self::AnyOf { words: words.iter().map(|&word| word.to_owned()).collect(), what: what.to_owned() }
    }

    pub(crate) fn reason(what: &str) -> Self {
        Self::Reason { what: what.to_owned() }
    }

    /// What is needed, with its article.
    pub fn what(&self) -> &str {
        match self {
            Self::AnyOf { what, .. } | Self::Reason { what } | Self::Number { what } | Self::Date { what } | Self::Link { what } => what,
        }
    }
}
