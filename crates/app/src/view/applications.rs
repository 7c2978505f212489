use super::work::FindingView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Applications: the board, what is due, and how far they get. Everything in it is private.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApplicationsView {
    /// The answer: "3 open applications, and 1 waits for you".
    pub answer: String,
    /// The folder they stand in, from the learner's folder.
    pub file: String,
    /// The board.
    pub columns: Vec<BoardColumnView>,
    /// Everything it is time for, the longest due first.
    pub due: Vec<ApplicationDueView>,
    /// All with their history, the latest beginning last.
    pub lines: Vec<ApplicationLineView>,
    /// The first day of all; `None` when nothing is recorded.
    pub from: Option<String>,
    /// The day it was made.
    pub until: String,
    /// From stage to stage.
    pub funnel: Vec<FunnelStepView>,
    /// Why companies said no, the most frequent first.
    pub reasons: Vec<ReasonCountView>,
    /// Files that cannot be read, or not all of them. They are left as they are.
    pub unreadable: Vec<UnreadableView>,
    /// Stages, for a form.
    pub stages: Vec<String>,
    /// Reasons for a no, for a form.
    pub reason_words: Vec<String>,
    /// Kinds of companies, for a form.
    pub company_kinds: Vec<String>,
}

/// One column of the board.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BoardColumnView {
    /// Its heading.
    pub title: String,
    /// The stages whose applications stand in it.
    pub stages: Vec<String>,
}

/// An application in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApplicationLineView {
    /// Id, for addresses: a short hash of the name of its file. Whoever guesses the name can tell that it is the right one.
    pub id: String,
    /// Where.
    pub company: String,
    /// As what.
    pub role: String,
    /// Where it stands.
    pub stage: String,
    /// Since which day.
    pub since: Option<String>,
    /// Every stage with its day.
    pub history: Vec<StageDayView>,
    /// When the person followed up.
    pub followed_up: Vec<FollowedUpView>,
    /// The day on which the person wanted to be reminded last, unless it ended before.
    pub remind_on: Option<String>,
    /// What it is time for.
    pub due: Option<String>,
    /// The day of the interview that was agreed on last, unless it ended before.
    pub interview_on: Option<String>,
    /// Every résumé that was sent, with its day: `2026-03-02 cv.pdf; 2026-03-09 cv-payments.pdf`.
    pub resume: Option<String>,
    /// Every letter that was sent, with its day.
    pub letter: Option<String>,
    /// Why the company said no.
    pub reason: Option<String>,
    /// Their words.
    pub said: Option<String>,
    /// It has come to an end.
    pub over: bool,
}

/// One time that the person asked again or thanked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FollowedUpView {
    /// On which day.
    pub on: String,
    /// How, in the person's words; may be empty.
    pub how: String,
}

/// A stage that was reached.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StageDayView {
    /// Which.
    pub stage: String,
    /// On which day.
    pub on: String,
    /// Days until the next stage, or until today; `None` for an end.
    pub days: Option<u32>,
}

/// Something to do about an application.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApplicationDueView {
    /// Id of the application.
    pub id: String,
    /// Where.
    pub company: String,
    /// As what.
    pub role: String,
    /// What to do.
    pub what: String,
    /// Since when it is time.
    pub since: String,
}

/// From one stage to the next.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FunnelStepView {
    /// From where.
    pub from: String,
    /// To where, or further.
    pub to: String,
    /// How many got there.
    pub count: u32,
    /// Of how many that are decided.
    pub of: u32,
    /// How many are still waiting between the two.
    pub waiting: u32,
    /// Lower end of the 95 % interval, in per cent; `None` as long as nothing is decided.
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
    /// What the share may be in the long run, in words.
    pub share: String,
    /// Whether any application came as far.
    pub is_begun: bool,
    /// Of how many that got there the stage before is not told, in words; empty for none.
    pub untold: String,
    /// All of it in one sentence.
    pub says: String,
}

/// How often a reason was given.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReasonCountView {
    /// The reason.
    pub reason: String,
    /// How often.
    pub count: u32,
}

/// A file that cannot be read, or not all of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct UnreadableView {
    /// The file, from the learner's folder.
    pub file: String,
    /// What is wrong in it, and where.
    pub findings: Vec<FindingView>,
}

/// One application with everything that happened.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApplicationView {
    /// In a list.
    pub line: ApplicationLineView,
    /// Address of the description on the web; may be empty.
    pub link: String,
    /// Everything, in the order of the file.
    pub entries: Vec<EntryView>,
    /// The day chosen to be reminded on.
    pub remind_on: Option<String>,
    /// The kind of company that asks then; empty when it was not said.
    pub company_kind: String,
    /// The résumé that was sent last.
    pub resume: Option<KeptView>,
    /// The letter that was sent last.
    pub letter: Option<KeptView>,
    /// Its text, when it is kept and has not been changed.
    pub letter_text: Option<String>,
    /// The file it stands in, from the learner's folder.
    pub file: String,
    /// Hash of that file as it was read.
    pub version: String,
    /// What is wrong in that file.
    pub findings: Vec<FindingView>,
}

/// What happened on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EntryView {
    /// The day.
    pub on: String,
    /// What happened, in sentences.
    pub says: Vec<String>,
    /// What was sent on it.
    pub kept: Vec<KeptView>,
}

/// Something that was sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct KeptView {
    /// What the person calls it.
    pub name: String,
    /// Where exactly these bytes are kept; `None` when they are not, or were changed since.
    pub file: Option<String>,
    /// Their hash, by which they are asked for.
    pub hash: String,
    /// Of a résumé made of a variant: "the variant “payments”, in the look Modern, on A4"; else empty.
    pub made: String,
}

/// A file that was kept.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct KeptFileView {
    /// Hash of its bytes, by which it is named.
    pub hash: String,
    /// Where it is kept, from the learner's folder.
    pub file: String,
    /// Its length.
    pub bytes: u32,
}

/// An application to begin.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct NewApplicationBody {
    /// Where.
    pub company: String,
    /// As what.
    pub role: String,
    /// Address of the description.
    #[serde(default)]
    pub link: String,
    /// Where it stands; found when empty.
    #[serde(default)]
    pub stage: String,
    /// Since which day; today when empty.
    #[serde(default)]
    pub on: String,
}

/// What happened: one thing or several of one day.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct EntryBody {
    /// The day; today when empty.
    #[serde(default)]
    pub on: String,
    /// A stage that was reached.
    #[serde(default)]
    pub stage: String,
    /// With the stage "rejected": the reason.
    #[serde(default)]
    pub reason: String,
    /// With the stage "rejected": their words.
    #[serde(default)]
    pub said: String,
    /// The person followed up; how, in a few words, or empty.
    #[serde(default)]
    pub followed_up: Option<String>,
    /// A day to be reminded on.
    #[serde(default)]
    pub remind_on: String,
    /// The day of an interview that was agreed on.
    #[serde(default)]
    pub interview_on: String,
    /// With it: the kind of company, for example `fintech`.
    #[serde(default)]
    pub company_kind: String,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// What was sent.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct SentBody {
    /// The day; today when empty.
    #[serde(default)]
    pub on: String,
    /// What the file was called.
    #[serde(default)]
    pub resume_name: String,
    /// Hash of the kept file; empty when none was sent.
    #[serde(default)]
    pub resume_hash: String,
    /// In place of a file: the variant of the résumé, by its id or its name, that was sent as the PDF made of it.
    #[serde(default)]
    pub resume_variant: String,
    /// The look that variant was sent in: `modern`, `classic` or `compact`; empty for the usual one.
    #[serde(default)]
    pub resume_theme: String,
    /// Its paper, `a4` or `letter`; empty for that of the region.
    #[serde(default)]
    pub resume_paper: String,
    /// Text of the letter, or of the form.
    #[serde(default)]
    pub letter: String,
    /// What the letter is called; “letter” when empty.
    #[serde(default)]
    pub letter_name: String,
}

/// The last entry of an application, or its last stage, to take back.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct TakeBackBody {
    /// The version of the file that was read.
    pub version: String,
    /// The last stage, whatever was recorded after it; otherwise the last entry.
    #[serde(default)]
    pub stage: bool,
}
