use footbridge_verdict::{AnswerHash, ExerciseId, HelpUsed, Outcome, Proof};
use jiff::civil::Date;

/// What happened, in the learner's words. The large ones are boxed: a journal holds mostly small acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The learner said who they are; it replaces what they said before.
    ProfileSet(Box<Profile>),
    /// Days without work were added or taken back.
    DaysOff(Box<DaysOff>),
    /// Work on an exercise began, or on another variant of it.
    Started {
        /// Which.
        exercise: ExerciseId,
        /// Which of its variants, when it is not the first.
        variant: Option<String>,
    },
    /// A hint was opened.
    HintShown {
        /// Of which exercise.
        exercise: ExerciseId,
        /// Which hint, from 1.
        level: u8,
    },
    /// The solution was opened.
    SolutionShown {
        /// Of which exercise.
        exercise: ExerciseId,
    },
    /// An answer was checked.
    Checked(Box<Checked>),
    /// The learner scored a piece of their own against the rubric.
    SelfScored(Box<Scored>),
    /// Another person scored a piece against the rubric.
    Reviewed(Box<Review>),
    /// A piece was published.
    Published(Box<Published>),
    /// Such a publication was recorded by mistake.
    PublishedTakenBack(Box<Published>),
    /// The learner was in touch with somebody. Acts about people stand in the private journal.
    Touched(Box<Touched>),
    /// Such a touch was recorded by mistake.
    TouchTakenBack(Box<Touched>),
    /// A touch was planned, or its plan called off.
    TouchPlanned(Box<PlannedTouch>),
    /// Contacts were taken in from a file.
    ContactsImported(Box<Imported>),
    /// A step of an informational interview was done.
    ConversationStep(Box<ConversationStep>),
    /// Such a step was recorded by mistake.
    StepTakenBack(Box<ConversationStep>),
    /// A card was answered from memory.
    Recalled(Box<Recalled>),
    /// The parameters of memory were fitted to the recalls so far.
    Refitted(Box<Refitted>),
}

impl Act {
    /// The exercise it is about, when it is about one.
    pub fn exercise(&self) -> Option<&ExerciseId> {
        match self {
            Self::ProfileSet(_) | Self::DaysOff(_) | Self::Recalled(_) | Self::Refitted(_) => None,
            Self::Touched(_) | Self::TouchTakenBack(_) | Self::TouchPlanned(_) => None,
            Self::ContactsImported(_) | Self::ConversationStep(_) | Self::StepTakenBack(_) => None,
            Self::Started { exercise, .. } | Self::HintShown { exercise, .. } | Self::SolutionShown { exercise } => Some(exercise),
            Self::Checked(checked) => Some(&checked.exercise),
            Self::SelfScored(scored) => Some(&scored.exercise),
            Self::Reviewed(review) => Some(&review.scored.exercise),
            Self::Published(published) | Self::PublishedTakenBack(published) => Some(&published.exercise),
        }
    }
}

/// Who the learner is and what they have time for. Names of choices are kept as they were given, so that a later list of choices does not
/// make an old journal unreadable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The biggest blocker, for example `technical`.
    pub blocker: String,
    /// The background, for example `customer-success`.
    pub background: String,
    /// The background in the learner's own words; may be empty.
    pub background_note: String,
    /// Minutes of work on each day of the week, Monday first.
    pub minutes_by_weekday: [u16; 7],
    /// The first day of the plan.
    pub start: Date,
    /// Where they look for work, for example `united-states`.
    pub region: String,
    /// Roles they aim for.
    pub targets: Vec<String>,
    /// The day they want to be ready, when they named one.
    pub target_date: Option<Date>,
}

/// A change of the days without work.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DaysOff {
    /// Days that are now off.
    pub added: Vec<Date>,
    /// Days that are no longer off. A day in both lists is off no more.
    pub removed: Vec<Date>,
}

/// One check of one answer: enough to show it, to prove it and to run it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Of which exercise.
    pub exercise: ExerciseId,
    /// The result.
    pub outcome: Outcome,
    /// What a pass of this check is worth.
    pub proof: Proof,
    /// The version of the check that gave the result.
    pub check_version: String,
    /// The hash of the whole answer; for an answer of one file, of that file.
    pub answer: AnswerHash,
    /// The files of the answer.
    pub files: Vec<AnswerFile>,
    /// The variant of the exercise, when it has any.
    pub variant: Option<String>,
    /// Help used before it.
    pub help: HelpUsed,
    /// The verdict's sentence.
    pub summary: String,
}

/// One file of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFile {
    /// Its name in the exercise's folder.
    pub name: String,
    /// The hash of its bytes.
    pub hash: AnswerHash,
}

/// A piece of writing held against the rubric of its exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored {
    /// Of which exercise.
    pub exercise: ExerciseId,
    /// The hash of the text that was read.
    pub answer: AnswerHash,
    /// One score for each criterion that was judged.
    pub scores: Vec<Score>,
}

/// One criterion's score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The criterion's id.
    pub criterion: String,
    /// The level, from 1 (poor) to 4 (excellent).
    pub level: u8,
    /// What in the text speaks for it; may be empty.
    pub because: String,
}

/// What another person said about a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Their scores.
    pub scored: Scored,
    /// What they call themselves. Kept in the private journal.
    pub reviewer: String,
    /// The day they read it.
    pub on: Date,
    /// What they want to say besides; may be empty.
    pub note: String,
}

/// A piece that is out in the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Of which exercise.
    pub exercise: ExerciseId,
    /// Where it can be read.
    pub address: String,
    /// Since when.
    pub on: Date,
    /// The hash of the text that was published.
    pub answer: AnswerHash,
    /// The change that was proposed, for a contribution to somebody else's documents; may be empty.
    pub diff: String,
}

/// One time the learner was in touch with a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// Id of the contact.
    pub contact: String,
    /// On which day.
    pub on: Date,
    /// How, for example `message`; kept as given, so that a later list of ways makes no old journal unreadable.
    pub how: String,
    /// What it was about; may be empty.
    pub note: String,
}

/// A touch that is planned with a contact. The next touch with them, on whatever day, settles it; a later plan takes its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedTouch {
    /// Id of the contact.
    pub contact: String,
    /// On which day; `None` when the plan is called off.
    pub on: Option<Date>,
    /// What it is to be about; may be empty.
    pub note: String,
}

/// What an import of contacts brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Form of the file, for example `linkedin`.
    pub form: String,
    /// The day.
    pub on: Date,
    /// Contacts in the file.
    pub contacts: u32,
    /// Of them, how many were not known before.
    pub new: u32,
    /// Ids of those who were not known before, when somebody was: of a first file everybody is new. The first of them when there are many.
    pub newcomers: Vec<String>,
    /// Contacts of earlier imports that the file holds no longer.
    pub left: u32,
    /// Who is at another company or in another position.
    pub moved: Vec<Moved>,
}

/// A contact who moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Id of the contact.
    pub contact: String,
    /// Position and company before, as a person reads them; may be empty.
    pub before: String,
    /// Whether the company is another one. `None` in journals of before 27 November 2026, which do not say.
    pub company: Option<bool>,
}

/// A step of an informational interview with a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationStep {
    /// Id of the contact.
    pub contact: String,
    /// Which, for example `held`; `agreed` says that `on` is the day agreed on.
    pub step: String,
    /// On which day.
    pub on: Date,
    /// What was heard or written; may be empty.
    pub note: String,
}

/// One recall: a card answered from memory, and graded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recalled {
    /// Id of the card.
    pub card: String,
    /// The grade, from 1 (again) to 4 (easy).
    pub level: u8,
    /// What a machine said of the part that it can check; `None` when nothing was checked.
    pub right: Option<bool>,
    /// How long answering took, when it was measured.
    pub seconds: Option<u32>,
    /// The mock interview and the number of its question that it comes from, as in `mock-2026-11-26-1/3`. Of several with the same the last
    /// counts: scoring was tried again after a failure.
    pub mock: Option<String>,
}

/// What came of fitting the parameters of memory to one's own recalls. Figures stand in ten-thousandths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refitted {
    /// Recalls in the log.
    pub recalls: u32,
    /// Those that were predicted from the ones before them.
    pub predicted: u32,
    /// Mean log loss of the published parameters.
    pub published_loss: u32,
    /// Mean log loss of parameters fitted to what came before each prediction.
    pub own_loss: u32,
    /// Standard error of their difference.
    pub error: u32,
    /// The 21 parameters, when they were taken; the published ones hold otherwise.
    pub parameters: Option<[i32; 21]>,
}
