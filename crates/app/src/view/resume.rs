use super::job::ClosingWorkView;
use super::person::ChoiceView;
use super::work::FindingView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The learner's résumé, whole or as one variant shows it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeView {
    /// "3 jobs, 11 bullets, 4 of them backed by evidence".
    pub answer: String,
    /// The file, from the learner's folder.
    pub path: String,
    /// SHA-256 of the file; empty while there is none.
    pub hash: String,
    /// `none`, `unreadable` or `readable`.
    pub state: String,
    /// Why it cannot be changed here, when it cannot.
    pub locked: Option<String>,
    /// What is wrong with the file, then what could be better about what is shown.
    pub findings: Vec<ResumeFindingView>,
    /// Every text of it.
    pub form: Option<ResumeFormView>,
    /// Links to evidence whose bullet was reworded or is gone.
    pub loose: Vec<LooseLinkView>,
    /// What bullets can be backed with: public passes.
    pub evidence: Vec<BackingView>,
    /// All variants, by name.
    pub variants: Vec<VariantLineView>,
    /// The variant that is looked at; none for the whole résumé.
    pub variant: Option<ResumeVariantView>,
    /// The looks it can have.
    pub themes: Vec<ChoiceView>,
    /// The papers, that of the learner's region first.
    pub papers: Vec<ChoiceView>,
}

/// Something found in a résumé, at its field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeFindingView {
    /// What was found, in the words of the form.
    pub finding: FindingView,
    /// Place of the field that it is about; empty when it is about no single one.
    pub field: String,
    /// What that field is called.
    pub label: String,
}

/// Every text of a résumé that can be written.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeFormView {
    /// Who it is about.
    pub basics: Vec<ResumeFieldView>,
    /// Its sections.
    pub sections: Vec<ResumeSectionView>,
}

/// One text.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeFieldView {
    /// Its place, as a JSON pointer.
    pub pointer: String,
    /// What it is called.
    pub label: String,
    /// Its words.
    pub text: String,
    /// `line`, `date` or `paragraph`.
    pub input: String,
    /// Something that is no text stands there, which can only be mended in the file.
    pub locked: bool,
    /// Of a bullet: what backs it.
    pub evidence: Vec<BackingView>,
}

/// One section.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeSectionView {
    /// The place of its list.
    pub pointer: String,
    /// What stands above it.
    pub heading: String,
    /// What one entry is called.
    pub one: String,
    /// Its entries.
    pub entries: Vec<ResumeEntryView>,
    /// Something that is no list stands there.
    pub locked: bool,
}

/// One entry of a section.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeEntryView {
    /// Its place.
    pub pointer: String,
    /// Its first words; empty while it has none.
    pub name: String,
    /// Its single texts.
    pub fields: Vec<ResumeFieldView>,
    /// Its lists of texts.
    pub lists: Vec<ResumeListView>,
}

/// A list of texts in an entry.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeListView {
    /// Its place.
    pub pointer: String,
    /// What it is called.
    pub label: String,
    /// What one text is called.
    pub one: String,
    /// These are bullets, which evidence can back.
    pub bullets: bool,
    /// Its texts.
    pub items: Vec<ResumeFieldView>,
    /// Something that is no list stands there.
    pub locked: bool,
}

/// A piece of evidence.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BackingView {
    /// Its id.
    pub id: String,
    /// Its title; its id when nothing is known of it.
    pub title: String,
    /// What its check judged; `None` when there is no such evidence.
    pub proof: Option<super::ExerciseState>,
}

/// A link to evidence that backs nothing any more.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LooseLinkView {
    /// The evidence.
    pub evidence: BackingView,
    /// The words it stood behind.
    pub words: String,
}

/// One variant in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VariantLineView {
    /// Id for addresses: a short hash of the name. Whoever guesses the name can tell that it is the right one.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its file, from the learner's folder.
    pub path: String,
}

/// What one variant shows.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeVariantView {
    /// Which one.
    pub line: VariantLineView,
    /// SHA-256 of its file.
    pub hash: String,
    /// The role it is for; empty for that of the whole résumé.
    pub role: String,
    /// Sections in their order on paper, those that are not shown last.
    pub sections: Vec<ChosenSectionView>,
    /// "1 entry and 2 lines are left out."
    pub says: String,
}

/// What a variant shows of one section.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChosenSectionView {
    /// Its key: `work`.
    pub section: String,
    /// What stands above it.
    pub heading: String,
    /// Its entries in their order on paper, those that are not shown last.
    pub entries: Vec<ChosenEntryView>,
}

/// What a variant shows of one entry.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChosenEntryView {
    /// Its words in the variant's file.
    pub entry: String,
    /// It is shown.
    pub shown: bool,
    /// Its bullets or keywords in their order on paper, those that are not shown last.
    pub items: Vec<ChosenItemView>,
}

/// A bullet or a keyword that can be shown.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChosenItemView {
    /// Its words.
    pub text: String,
    /// It is shown.
    pub shown: bool,
}

/// A change of `resume.json`.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ResumeChangeBody {
    /// The hash of the file as it was read.
    pub base_hash: String,
    /// The variant that is looked at; empty for the whole résumé.
    #[serde(default)]
    pub variant: String,
    /// What to do.
    #[serde(flatten)]
    pub change: ResumeChange,
}

/// One change.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum ResumeChange {
    /// Puts words at a place.
    Set {
        /// The place.
        pointer: String,
        /// The words.
        text: String,
    },
    /// Adds an empty entry to a list.
    Add {
        /// The list.
        pointer: String,
    },
    /// Takes an entry out.
    Remove {
        /// The entry.
        pointer: String,
    },
    /// Puts an entry elsewhere in its list.
    Move {
        /// The entry.
        pointer: String,
        /// Its new number, from 0.
        to: usize,
    },
    /// Puts an entry that was taken out back at its place.
    PutBack {
        /// Where it stood.
        pointer: String,
        /// The text of the résumé that had it.
        before: String,
    },
    /// Lets evidence back a bullet.
    Link {
        /// The bullet.
        pointer: String,
        /// Id of the evidence.
        evidence: String,
    },
    /// Takes a link to evidence away.
    Unlink {
        /// The bullet; empty for a link that backs none any more.
        pointer: String,
        /// Id of the evidence.
        evidence: String,
    },
}

/// A JSON Resume that is taken in.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ResumeImportBody {
    /// Its text.
    pub text: String,
}

/// A new variant.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct VariantBody {
    /// Its name: letters, digits and hyphens; becomes the name of its file.
    pub name: String,
    /// The role it is for.
    #[serde(default)]
    pub role: String,
}

/// What a variant is to show.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ChosenBody {
    /// The hash of its file as it was read.
    pub base_hash: String,
    /// The role it is for.
    pub role: String,
    /// What it shows, in this order.
    pub sections: Vec<ChosenSectionBody>,
}

/// What it is to show of one section.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ChosenSectionBody {
    /// Its key.
    pub section: String,
    /// The entries, in this order.
    pub entries: Vec<ChosenEntryBody>,
    /// Those it is not to show, so that others that come later are shown; without it, only those in `entries` ever are.
    #[serde(default)]
    pub left_out: Option<Vec<String>>,
}

/// What it is to show of one entry.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ChosenEntryBody {
    /// Its words.
    pub entry: String,
    /// The words of its bullets or keywords, in this order.
    pub items: Vec<String>,
    /// Those it is not to show, so that others that come later are shown; without it, only those in `items` ever are.
    #[serde(default)]
    pub left_out: Option<Vec<String>>,
}

/// What two readers found of a résumé in its PDF.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeProofView {
    /// Every field was found by both.
    pub passed: bool,
    /// "All 34 fields were found by both readers."
    pub says: String,
    /// Pages of the PDF.
    pub pages: u32,
    /// What the two readers are called.
    pub readers: Vec<String>,
    /// The fields in the order of the page.
    pub fields: Vec<ProvenFieldView>,
}

/// One field, and whether it came back.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProvenFieldView {
    /// What it is: "Employer of job 2".
    pub label: String,
    /// Where it stands in the document, as a JSON pointer.
    pub pointer: String,
    /// What the résumé says.
    pub expected: String,
    /// Both readers found it in its place.
    pub passed: bool,
    /// For each reader, whether it did.
    pub found_by: Vec<bool>,
    /// For each reader, what it has in that place.
    pub read_as: Vec<String>,
}

/// A résumé on paper, as files in the learner's folder.
#[derive(Debug, Clone, Serialize)]
pub struct ResumeExportView {
    /// The files written.
    pub files: Vec<String>,
    /// What the PDF proves.
    pub proof: ResumeProofView,
    /// What it does not show.
    pub left_out: ResumeLeftOutView,
}

/// What a variant does not show of the whole résumé.
#[derive(Debug, Clone, Serialize)]
pub struct ResumeLeftOutView {
    /// "1 entry and 2 lines are left out."; "Everything is shown." without a variant as well.
    pub says: String,
    /// Nothing is left out.
    pub nothing: bool,
    /// What the variant names and the résumé has no longer, so that more may be left out than is wanted.
    pub missing: Vec<FindingView>,
}

/// A résumé beside a job description. There is no score.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeJobView {
    /// "The résumé names 5 of 7 skills that must be (proven: 2), 0 of 1 that would be nice (proven: 0)"
    pub answer: String,
    /// Everything that is asked for, in the order of the text.
    pub requirements: Vec<ResumeRequirementView>,
    /// What could not be read well, and words of the description that were put into the résumé instead of evidence.
    pub findings: Vec<FindingView>,
}

/// One thing that is asked for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeRequirementView {
    /// The skill, or the words of the description.
    pub what: String,
    /// The sentence it stands in.
    pub quote: String,
    /// `must`, `nice`, `part of the work`.
    pub must: String,
    /// Years, a degree, a place or a language: for the person to judge.
    pub by_hand: bool,
    /// The lines of the résumé that name it.
    pub in_resume: Vec<ResumeQuoteView>,
    /// Evidence that shows it and that the résumé could name.
    pub evidence: Vec<ResumeQuoteView>,
    /// As long as nothing proves it: what would.
    pub closed_by: Vec<ClosingWorkView>,
}

/// A line that shows something.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResumeQuoteView {
    /// Where it stands: a job, a project, a piece of evidence.
    pub title: String,
    /// The line; empty when none names it.
    pub quote: String,
    /// Verified work proves it.
    pub proven: bool,
}
