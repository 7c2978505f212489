//! The kinds of documents that a technical product manager writes. One kind, one file: its sections, what each asks, and its rules, as data.

mod alignment_brief;
mod api_documentation;
mod decision_record;
mod interview_guide;
mod interview_notes;
mod postmortem;
mod prd;
mod rfc;
mod shadowing_log;
mod teardown;
mod technical_spec;
mod translation_memo;

use crate::rule::Rule;
use crate::rules::{Need, SectionRule, WordLimits};

/// A kind of document with sections and rules of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Artifact {
    /// What a product must do, for whom, and how success is measured.
    Prd,
    /// How something is built so that it holds under load and in failure.
    TechnicalSpec,
    /// A change proposed to colleagues, with what else was thought of.
    Rfc,
    /// A page from which a developer makes a first call without asking anybody.
    ApiDocumentation,
    /// One decision of architecture, with its options and its price.
    DecisionRecord,
    /// What broke, whom it hurt, why, and what is done about it.
    Postmortem,
    /// A product of somebody else, taken apart in 500 words.
    Teardown,
    /// One engineering constraint in the words of an executive.
    TranslationMemo,
    /// Who objects to a proposal, why, and what would change their mind.
    AlignmentBrief,
    /// What users will be asked, and what they will not.
    InterviewGuide,
    /// What one user said and does.
    InterviewNotes,
    /// What an engineer's days are made of.
    ShadowingLog,
}

/// What a kind of document holds.
pub(crate) struct Kind {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) words: Option<WordLimits>,
    pub(crate) sections: &'static [Asked],
    /// Rules that look at the whole document.
    pub(crate) rules: &'static [Rule],
}

/// A section that a kind of document asks for.
pub(crate) struct Asked {
    pub(crate) heading: &'static str,
    /// Other headings under which people write the same.
    pub(crate) synonyms: &'static [&'static str],
    /// The question it answers.
    pub(crate) asks: &'static str,
    /// The line of the template: what to write here.
    pub(crate) hint: &'static str,
    pub(crate) min_words: u32,
    /// What must stand in it.
    pub(crate) needs: fn() -> Vec<Need>,
    /// Rules that look at this section.
    pub(crate) rules: &'static [Rule],
}

impl Artifact {
    /// All kinds, in the order in which they are listed to people.
    pub const ALL: [Self; 12] = [
        Self::Prd,
        Self::TechnicalSpec,
        Self::Rfc,
        Self::ApiDocumentation,
        Self::DecisionRecord,
        Self::Postmortem,
        Self::Teardown,
        Self::TranslationMemo,
        Self::AlignmentBrief,
        Self::InterviewGuide,
        Self::InterviewNotes,
        Self::ShadowingLog,
    ];

    /// The name in packs and commands: `api-documentation`.
    pub fn id(self) -> &'static str {
        self.kind().id
    }

    /// The name for people: "API documentation".
    pub fn title(self) -> &'static str {
        self.kind().title
    }

    /// The headings it asks for, in order.
    pub fn headings(self) -> impl Iterator<Item = &'static str> {
        self.kind().sections.iter().map(|section| section.heading)
    }

    /// The kind with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|artifact| artifact.id() == id)
    }

    pub(crate) fn kind(self) -> &'static Kind {
        match self {
            Self::Prd => &prd::KIND,
            Self::TechnicalSpec => &technical_spec::KIND,
            Self::Rfc => &rfc::KIND,
            Self::ApiDocumentation => &api_documentation::KIND,
            Self::DecisionRecord => &decision_record::KIND,
            Self::Postmortem => &postmortem::KIND,
            Self::Teardown => &teardown::KIND,
            Self::TranslationMemo => &translation_memo::KIND,
            Self::AlignmentBrief => &alignment_brief::KIND,
            Self::InterviewGuide => &interview_guide::KIND,
            Self::InterviewNotes => &interview_notes::KIND,
            Self::ShadowingLog => &shadowing_log::KIND,
        }
    }
}

impl Asked {
    /// As an exercise would ask for it.
    pub(crate) fn section_rule(&self) -> SectionRule {
        SectionRule { heading: self.heading.to_owned(), asks: self.asks.to_owned(), min_words: self.min_words, needs: (self.needs)() }
    }
}

/// Markdown to begin with: a title, the headings, and under each one italic line that says what belongs there.
pub fn template(artifact: Artifact) -> String {
    let kind = artifact.kind();
    let mut text = format!("# {}\n", kind.title);
    for section in kind.sections {
        text.push_str(&format!("\n## {}\n\n*{}*\n", section.heading, section.hint));
    }
    text
}
