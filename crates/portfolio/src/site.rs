use crate::entry::Entry;
use footbridge_verdict::ExerciseId;
use jiff::civil::Date;

/// Everything the site shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Whose it is.
    pub owner: String,
    /// One sentence under the name; may be empty.
    pub headline: String,
    /// A few paragraphs about the owner, as Markdown; may be empty.
    pub about: String,
    /// How to reach the owner, and where else to look. Only what the owner chose to publish.
    pub contact: Vec<ContactLink>,
    /// Where the site will stand, such as `https://name.example/portfolio/`. Feeds, the sitemap and pictures of shared links need it.
    pub base_address: Option<String>,
    /// Language of the owner's texts, as in `en` or `pt-BR`. The words of the site itself are English.
    pub language: String,
    /// How it looks.
    pub theme: Theme,
    /// The day it was built.
    pub built_on: Date,
    /// The command with which a stranger checks a copy of this site.
    pub how_to_verify: String,
    /// The evidence, in the order in which it is listed. Of several with one id only the first is shown.
    pub entries: Vec<Entry>,
    /// How many pieces are published where others can read them, as the learner's milestones count them.
    pub published: usize,
    /// The path walked, step by step.
    pub path: Vec<PathStep>,
    /// Contributions to the work of others.
    pub contributions: Vec<Contribution>,
}

/// How the site looks. Both themes are light and dark as the reader's system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The look of Footbridge: sans-serif, hairlines, one accent.
    #[default]
    Workbench,
    /// An editorial look: serif, narrow measure.
    Paper,
}

/// A way to the owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactLink {
    /// What is read, such as GitHub.
    pub label: String,
    /// Where it leads: http, https or mailto. Another address is left out, and the label stands alone.
    pub address: String,
}

/// A step of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathStep {
    /// Title.
    pub title: String,
    /// What the step ends with.
    pub milestones: Vec<Milestone>,
}

/// The end of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Title.
    pub title: String,
    /// The day its evidence was complete; `None` while it is not.
    pub reached_on: Option<Date>,
    /// The pieces that prove it. Those that the site does not show are left out.
    pub evidence: Vec<ExerciseId>,
}

/// A contribution to somebody else's project, such as documentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    /// What was changed, in one line.
    pub title: String,
    /// The project.
    pub project: String,
    /// Where it can be looked up.
    pub address: String,
    /// The day.
    pub on: Date,
    /// The change itself, as a unified diff.
    pub diff: Option<String>,
}

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Path inside the site, with forward slashes.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}
