use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is proven so far.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvidenceView {
    /// "7 verified, 3 structure verified, 2 self-reported, 31 of 95 skills shown".
    pub answer: String,
    /// Passes, newest first.
    pub passes: Vec<PassView>,
    /// Passes of exercises that are no longer in the course.
    pub former: Vec<FormerPassView>,
    /// Skills and what shows them.
    pub skills: Vec<SkillView>,
    /// Milestones.
    pub milestones: Vec<super::path::MilestoneView>,
    /// Where the portfolio was last built, when it was.
    pub site: Option<String>,
}

/// One pass.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PassView {
    /// Exercise.
    pub exercise: String,
    /// Title.
    pub title: String,
    /// Track title.
    pub track: String,
    /// What the check judged: `verified`, `structure-verified` or `self-reported`.
    pub proof: super::ExerciseState,
    /// When.
    pub at: String,
    /// The verdict's sentence.
    pub summary: String,
    /// Where the exact answer is kept, from the learner's folder.
    pub kept: String,
    /// SHA-256 of the answer.
    pub answer_hash: String,
    /// Version of the check that gave it.
    pub check_version: String,
    /// The check has changed since: a re-run is offered, the pass stays.
    pub check_changed: bool,
    /// What is said when it was not passed once more after 14 days.
    pub to_refresh: Option<String>,
    /// The kept answer is missing or was changed.
    pub damaged: Option<String>,
    /// "2 hints", "solution seen", or "no help".
    pub help: String,
    /// How anybody re-runs it.
    pub rerun: String,
    /// Where it opens.
    pub opens: String,
}

/// One skill.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SkillView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// `system-design`, `apis`, `data`, ….
    pub area: String,
    /// What proves it.
    pub shown: String,
    /// Where it stands.
    pub state: super::ExerciseState,
    /// What is said when something that proves it was not passed once more after 14 days.
    pub to_refresh: Option<String>,
    /// Titles of the lessons and exercises that teach or prove it, done ones first.
    pub by: Vec<super::work::NextView>,
}

/// The result of `footbridge verify`: every pass judged again on its kept copy.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VerifyView {
    /// "9 of 9 passes hold".
    pub answer: String,
    /// One line a pass.
    pub lines: Vec<VerifyLineView>,
}

/// One pass judged again.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VerifyLineView {
    /// Exercise.
    pub exercise: String,
    /// Kept copy.
    pub kept: String,
    /// What came of it.
    pub result: VerifyResult,
    /// One sentence.
    pub says: String,
}

/// What came of judging one pass, or one claim of a published site, again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VerifyResult {
    /// It passes.
    Holds,
    /// It passed an earlier version of the check, and does not pass the present one. A pass of an earlier check stays a pass.
    EarlierCheck,
    /// Its exercise is no longer in the course, so that nothing is there to judge it by.
    LeftTheCourse,
    /// The same check says no.
    Differs,
    /// The kept answer is not the one that passed.
    Damaged,
    /// The kept answer is not there.
    Missing,
    /// It cannot be read.
    Unreadable,
    /// It could not be judged on this machine.
    NotRun,
}

impl VerifyResult {
    /// Whether the pass stands.
    pub fn counts(self) -> bool {
        matches!(self, Self::Holds | Self::EarlierCheck)
    }

    /// As a person reads it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::EarlierCheck => "earlier check",
            Self::LeftTheCourse => "left the course",
            Self::Differs => "differs",
            Self::Damaged => "damaged",
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
            Self::NotRun => "not run",
        }
    }
}

/// A pass of an exercise that is no longer in the course.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FormerPassView {
    /// Exercise.
    pub exercise: String,
    /// `verified` or `self-reported`, as it was at the pass.
    pub proof: String,
    /// When.
    pub at: String,
    /// The verdict's sentence.
    pub summary: String,
    /// SHA-256 of the answer.
    pub answer_hash: String,
}

/// A built portfolio.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PortfolioView {
    /// "12 pages in site/".
    pub answer: String,
    /// Folder.
    pub folder: String,
    /// Files written anew; the others were as they should be.
    pub files: Vec<String>,
    /// Files left alone because they were changed by hand.
    pub left_alone: Vec<String>,
    /// Files of what is no longer shown, which were changed by hand and can only be deleted by hand.
    pub no_longer_shown: Vec<String>,
}

/// The portfolio as it would be built now, looked over.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PortfolioCheckView {
    /// "9 pieces in 24 files: nothing is broken."
    pub answer: String,
    /// The site was built before.
    pub is_built: bool,
    /// What was built says what a build would write now.
    pub up_to_date: bool,
    /// Nothing in it is broken.
    pub sound: bool,
    /// What is broken, of severity `error`: links that lead nowhere, pictures without words. And what is to be looked at.
    pub faults: Vec<super::work::FindingView>,
    /// What is missing for a convincing portfolio, the most important first.
    pub missing: Vec<GapView>,
    /// Writing that has passed and is not shown, because it does not say `publish: true`.
    pub unpublished: Vec<super::work::NextView>,
    /// The file in which the owner says what the site says about them.
    pub settings: String,
}

/// What stands between the portfolio and a convincing one.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GapView {
    /// What is missing.
    pub finding: super::work::FindingView,
    /// Where it is closed: an exercise, a piece, a field of the settings.
    pub closes: Vec<super::work::NextView>,
    /// The setting it is about, such as `headline`; empty when it is about work.
    pub setting: String,
}

/// What the owner says about themselves on the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PortfolioWordsView {
    /// One sentence; may be empty.
    pub headline: String,
    /// A few paragraphs in Markdown; may be empty.
    pub about: String,
    /// Where the site will stand; may be empty.
    pub address: String,
    /// Id of the look.
    pub theme: String,
    /// Ids of the pieces at the top; empty when they are chosen by program.
    pub featured: Vec<String>,
    /// Scores are shown: the owner's own, and those of others without names.
    pub reviews: bool,
    /// Ways to the owner.
    pub links: Vec<PortfolioLinkView>,
}

/// A way to the owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PortfolioLinkView {
    /// What is read, such as LinkedIn.
    pub label: String,
    /// Where it leads.
    pub address: String,
}

/// The owner's words as the file has them, to be changed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PortfolioSettingsView {
    /// SHA-256 of the file; the change is sent with it.
    pub hash: String,
    /// Name of the file.
    pub file: String,
    /// What it says.
    pub words: PortfolioWordsView,
    /// What stands in place of a headline while there is none; may be empty.
    pub headline_without: String,
    /// The looks there are.
    pub themes: Vec<NamedView>,
    /// Pieces that may stand at the top, those that stand there now first.
    pub pieces: Vec<PortfolioPieceView>,
    /// How many may be chosen.
    pub most_at_the_top: u32,
}

/// One of several, by id and in words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NamedView {
    /// Id.
    pub id: String,
    /// In words.
    pub name: String,
}

/// A piece that may stand at the top.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PortfolioPieceView {
    /// Id, as the file names it.
    pub id: String,
    /// Title.
    pub title: String,
    /// It stands there now, chosen by the owner or by program.
    pub at_the_top: bool,
    /// The site shows it.
    pub shown: bool,
}

/// New words, with the hash of the file that they were written over.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct PortfolioSettingsBody {
    /// SHA-256 of the file as it was read.
    pub base_hash: String,
    /// What it shall say.
    pub words: PortfolioWordsView,
}

/// The portfolio as it would be built now; nothing is written.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PortfolioPreviewView {
    /// "24 pages and 9 files besides; 3 files would be written."
    pub says: String,
    /// The pages, the front page first.
    pub pages: Vec<PortfolioPageView>,
    /// Files that are no pages: style, pictures, feeds.
    pub others: u32,
}

/// One page of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PortfolioPageView {
    /// Its title.
    pub title: String,
    /// Path inside the site.
    pub path: String,
    /// Where it can be looked at.
    pub opens: String,
    /// `new`, `changed`, `as it stands`, or `changed by hand`, which is left alone.
    pub state: String,
    /// What is broken on it.
    pub faults: Vec<super::work::FindingView>,
}
