use super::work::FindingView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// People: whom to write to this week, who waits, who is known where. Everything in it is private.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PeopleView {
    /// The answer: "2 of 5 new people this week".
    pub answer: String,
    /// This day, for a form.
    pub today: String,
    /// The file the contacts stand in, from the learner's folder.
    pub file: String,
    /// Contacts in it.
    pub contacts: u32,
    /// What is wrong in that file.
    pub findings: Vec<FindingView>,
    /// This week's five.
    pub week: FiveView,
    /// Those it is time to be in touch with, the longest due first.
    pub due: Vec<DueView>,
    /// Who is known at the companies aimed at.
    pub paths: Vec<CompanyPathsView>,
    /// Paths that are too weak to be shown unasked.
    pub weak_paths: u32,
    /// Informational interviews that were begun.
    pub conversations: Vec<ConversationView>,
    /// Informational interviews that were held and written down.
    pub conversations_held: u32,
    /// How many of them reach a milestone of the path.
    pub conversations_goal: Option<u32>,
    /// Communities and conferences: first those that ask what came of them, then what is to come, then what has been.
    pub gatherings: Vec<GatheringView>,
    /// The file they stand in, from the learner's folder.
    pub gatherings_file: String,
    /// Kinds of gatherings, for a form.
    pub gathering_kinds: Vec<super::person::ChoiceView>,
    /// The last import; `None` before the first.
    pub imported: Option<ImportedView>,
    /// How often to be in touch with those who carry a tag.
    pub cadences: Vec<CadenceView>,
    /// Ways of being in touch, for a form.
    pub ways: Vec<String>,
}

/// Five new people a week.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FiveView {
    /// Monday of this week.
    pub monday: String,
    /// How it stands, in sentences.
    pub says: String,
    /// What is counted for earlier weeks, can be made up for, and has lapsed, a sentence each.
    pub reckoning: Vec<String>,
    /// People a week.
    pub goal: u32,
    /// Missing to this week's own five.
    pub to_go: u32,
    /// Whom to write to in all, what is carried over included.
    pub owed: u32,
    /// Who was new this week.
    pub new: Vec<ContactLineView>,
    /// Whom to write to: known, never written to, and near to the work.
    pub suggested: Vec<SuggestedView>,
}

/// A contact in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ContactLineView {
    /// Id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// "Engineer at Acme"; may be empty.
    pub work: String,
    /// The person's own labels.
    pub tags: Vec<String>,
    /// The last touch; `None` when there was none.
    pub last: Option<String>,
    /// The day of the touch that is planned.
    pub planned: Option<String>,
}

/// Somebody to write to for the first time.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SuggestedView {
    /// Who.
    pub contact: ContactLineView,
    /// Why this one.
    pub why: String,
}

/// Somebody it is time to be in touch with.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DueView {
    /// Who.
    pub contact: ContactLineView,
    /// The tag whose cadence asks for it; `None` when it was planned.
    pub tag: Option<String>,
    /// Since when it is time.
    pub since: String,
    /// `late` or `time`.
    pub urgency: String,
    /// "Last in touch on 3 May. Time since 2 June, as `mentor`."
    pub why: String,
}

/// Who is known at one company.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CompanyPathsView {
    /// The company.
    pub company: String,
    /// Who works there, the surest first.
    pub paths: Vec<PathToView>,
}

/// Somebody known at a company.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PathToView {
    /// Who.
    pub contact: ContactLineView,
    /// `exact`, `strong` or `weak`.
    pub strength: String,
    /// Why it is taken for the same company.
    pub why: String,
}

/// What an import brought.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportedView {
    /// In sentences.
    pub says: String,
    /// The day.
    pub on: String,
    /// Who is new, of those in the file; empty when nobody was known before.
    pub newcomers: Vec<ContactLineView>,
    /// Who moved: an occasion to write.
    pub moved: Vec<MovedPersonView>,
    /// What was wrong in the file or is worth knowing; only right after the import.
    pub findings: Vec<FindingView>,
}

/// Somebody at another company or in another position.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MovedPersonView {
    /// Who, with what they do now.
    pub contact: ContactLineView,
    /// What they did before.
    pub before: String,
    /// "another company", "another role", or "other work" where an older record does not say.
    pub what: String,
}

/// Two files of contacts, compared.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ContactsComparedView {
    /// In sentences.
    pub says: String,
    /// Who stands only in the later one.
    pub new: Vec<ContactReadView>,
    /// Who is at another company or in another role.
    pub moved: Vec<MovedReadView>,
    /// Who stands only in the earlier one.
    pub left: Vec<ContactReadView>,
    /// What was wrong in either file, or is worth knowing.
    pub findings: Vec<FindingView>,
}

/// Somebody who moved, as two files hold it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MovedReadView {
    /// As the later file has it.
    pub contact: ContactReadView,
    /// What they did before.
    pub before: String,
    /// "another company" or "another role".
    pub what: String,
}

/// How often to be in touch.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CadenceView {
    /// The tag.
    pub tag: String,
    /// Days after which it is time.
    pub every_days: u16,
    /// Days after which it is late.
    pub latest_days: u16,
}

/// One contact with everything that happened.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ContactView {
    /// In a list.
    pub line: ContactLineView,
    /// Employer.
    pub company: String,
    /// Position.
    pub position: String,
    /// Mail address.
    pub mail: String,
    /// Profile without `https://`.
    pub profile: String,
    /// Day of connecting.
    pub connected_on: Option<String>,
    /// What their position says they do.
    pub role: String,
    /// Changes when the entry does; an edit carries it.
    pub version: String,
    /// Touches, the latest first.
    pub touches: Vec<TouchView>,
    /// The informational interview, begun or not.
    pub conversation: ConversationView,
    /// The touch that is planned.
    pub planned: Option<PlannedTouchView>,
    /// What to ask, by their role.
    pub questions: Vec<AskView>,
}

/// One touch.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TouchView {
    /// The day.
    pub on: String,
    /// How.
    pub how: String,
    /// What it was about; may be empty.
    pub note: String,
}

/// A touch that is planned.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlannedTouchView {
    /// The day.
    pub on: String,
    /// What it is to be about; may be empty.
    pub note: String,
}

/// A question to prepare.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AskView {
    /// To be said as it stands.
    pub ask: String,
    /// What the answer shows.
    pub why: String,
}

/// An informational interview.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ConversationView {
    /// With whom.
    pub contact: ContactLineView,
    /// The day agreed on.
    pub agreed: Option<String>,
    /// Steps, in order.
    pub steps: Vec<StepTakenView>,
    /// The step to do next; empty when all are done.
    pub next: String,
    /// What to do next, in one sentence.
    pub what: String,
    /// By when.
    pub by: Option<String>,
}

/// One step of an informational interview.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StepTakenView {
    /// Id, as a form sends it.
    pub id: String,
    /// The words a person reads.
    pub words: String,
    /// The day it was done.
    pub on: Option<String>,
    /// What was written with it.
    pub note: String,
}

/// A community or a conference.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GatheringView {
    /// Changes when the entry does; a change carries it, and it tells which entry is meant.
    pub version: String,
    /// What it is called.
    pub name: String,
    /// `conference`, `virtual-conference`, `meetup` or `community`.
    pub kind: String,
    /// The same as a person reads it.
    pub kind_words: String,
    /// First day.
    pub on: String,
    /// Last day.
    pub until: String,
    /// What came of it; empty until it is known.
    pub came_of_it: String,
    /// Who was met there.
    pub met: Vec<ContactLineView>,
    /// It is over, and nothing is written down of what came of it.
    pub wants_outcome: bool,
}

/// Contacts that were looked for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FoundView {
    /// How many there are in all.
    pub total: u32,
    /// The first of them by name.
    pub contacts: Vec<ContactLineView>,
}

/// What a file of contacts holds.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ContactsReadView {
    /// `linkedin` or `vcard`.
    pub form: String,
    /// In one sentence.
    pub says: String,
    /// Rows or cards looked at.
    pub rows: u32,
    /// Everybody in it.
    pub contacts: Vec<ContactReadView>,
    /// What was wrong or is worth knowing.
    pub findings: Vec<FindingView>,
}

/// A contact as a file holds it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ContactReadView {
    /// Full name.
    pub name: String,
    /// Employer.
    pub company: String,
    /// Position.
    pub position: String,
    /// Day of connecting.
    pub connected_on: Option<String>,
}

/// What to look for.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct FindBody {
    /// Part of a name, a company, a position, or a tag; empty for everybody.
    #[serde(default)]
    pub text: String,
}

/// A touch to record.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct TouchBody {
    /// How: one of `ways`.
    pub how: String,
    /// The day; today when empty.
    #[serde(default)]
    pub on: String,
    /// What it was about.
    #[serde(default)]
    pub note: String,
}

/// A touch to plan, or a plan to call off.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct PlanTouchBody {
    /// The day, today or later; empty calls the plan off.
    #[serde(default)]
    pub on: String,
    /// What it is to be about.
    #[serde(default)]
    pub note: String,
}

/// A contact by hand, or changed.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct ContactBody {
    /// For a change: the version that was read. Empty for a new contact.
    #[serde(default)]
    pub version: String,
    /// Full name.
    pub name: String,
    /// Employer.
    #[serde(default)]
    pub company: String,
    /// Position.
    #[serde(default)]
    pub position: String,
    /// Mail address.
    #[serde(default)]
    pub mail: String,
    /// Address of the profile.
    #[serde(default)]
    pub profile: String,
    /// Labels.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// How often to be in touch with those who carry a tag.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct CadenceBody {
    /// The tag; one that has a cadence gets this one instead.
    pub tag: String,
    /// Days after which it is time.
    pub every_days: u16,
    /// Days after which it is late; not fewer.
    pub latest_days: u16,
}

/// A community or a conference to write down, or to change.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct GatheringBody {
    /// For a change: the version that was read. Empty for a new one.
    #[serde(default)]
    pub version: String,
    /// What it is called.
    pub name: String,
    /// `conference`, `virtual-conference`, `meetup` or `community`.
    pub kind: String,
    /// First day; today when empty.
    #[serde(default)]
    pub on: String,
    /// Last day; the first one when empty.
    #[serde(default)]
    pub until: String,
    /// What came of it.
    #[serde(default)]
    pub came_of_it: String,
    /// Who was met there: ids, or names that mean one contact.
    #[serde(default)]
    pub met: Vec<String>,
}

/// A step of an informational interview to take back.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct StepBackBody {
    /// `asked`, `agreed`, `prepared`, `held`, `noted`, `thanked` or `followed-up`.
    pub step: String,
}

/// A step of an informational interview to record.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct StepBody {
    /// `asked`, `agreed`, `prepared`, `held`, `noted`, `thanked` or `followed-up`.
    pub step: String,
    /// The day; today when empty.
    #[serde(default)]
    pub on: String,
    /// What was heard or written.
    #[serde(default)]
    pub note: String,
}
