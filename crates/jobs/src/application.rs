use footbridge_diagnostic::Diagnostic;
use jiff::civil::Date;
use std::fmt;

/// One application, with its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// The caller's id.
    pub id: String,
    /// Where.
    pub company: String,
    /// As what.
    pub role: String,
    /// What happened, in the order of the days.
    pub stages: Vec<Stage>,
    /// When the person asked again or thanked.
    pub followed_up: Vec<FollowedUp>,
    /// A day that the person chose to be reminded on; it stands before our rules.
    pub remind_on: Option<Date>,
    /// The conversation that is agreed on, the last one that was written down.
    pub interview: Option<Interview>,
    /// Why it ended, when the company ended it.
    pub rejection: Option<Rejection>,
    /// What exactly was sent, the earliest first.
    pub sent: Vec<Sent>,
    /// Anything else; may be empty.
    pub note: String,
}

/// One time that the person asked again or thanked. `Display` writes the day, and how where it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedUp {
    /// On which day.
    pub on: Date,
    /// How, in the person's words; may be empty.
    pub how: String,
}

impl fmt::Display for FollowedUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.how.as_str() {
            "" => write!(f, "{}", self.on),
            how => write!(f, "{} {how}", self.on),
        }
    }
}

/// A conversation that is agreed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    /// On which day.
    pub on: Date,
    /// The kind of company, as the caller names kinds, for example `fintech`; may be empty.
    pub company_kind: String,
}

/// A stage that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    /// Which.
    pub name: StageName,
    /// On which day.
    pub on: Date,
}

/// Stages of an application. Interviews may come several times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageName {
    /// Found and kept in mind.
    Found,
    /// Sent.
    Applied,
    /// A first conversation, mostly with a recruiter.
    Screen,
    /// An exercise to do at home.
    Exercise,
    /// A conversation about the work.
    Interview,
    /// The last round.
    Final,
    /// They offer.
    Offer,
    /// The person said yes. An end.
    Accepted,
    /// They said no. An end.
    Rejected,
    /// The person said no. An end.
    Withdrawn,
    /// Nobody answered. An end.
    NoAnswer,
}

/// Why a company said no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The kind of reason.
    pub reason: Reason,
    /// Their words; may be empty.
    pub said: String,
}

/// Reasons for a no, as companies give them or as the person judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// None was given.
    NotSaid,
    /// Too few years, or no such title before.
    Experience,
    /// Not technical enough.
    TechnicalDepth,
    /// Product sense.
    ProductSense,
    /// Unknown with their field.
    Field,
    /// How the person works with others.
    Collaboration,
    /// Place or permit.
    Place,
    /// Pay.
    Pay,
    /// Somebody else was taken, or the position was closed.
    Filled,
}

/// What was sent on one day; one of the two at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The day.
    pub on: Date,
    /// The résumé.
    pub resume: Option<Kept>,
    /// The letter, or the text of the form.
    pub letter: Option<Kept>,
}

/// A file that was kept as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What the person calls it.
    pub name: String,
    /// Hash of exactly its bytes; empty when a person wrote down the name alone.
    pub hash: String,
    /// Of a résumé that was made for it: how.
    pub made: Option<Made>,
}

/// How a résumé was made that was sent. Ids as they were at that time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Name of the variant.
    pub variant: String,
    /// The look: `modern`.
    pub theme: String,
    /// The paper: `a4`.
    pub paper: String,
}

impl StageName {
    /// All, in order.
    pub const ALL: [Self; 11] = [
        Self::Found,
        Self::Applied,
        Self::Screen,
        Self::Exercise,
        Self::Interview,
        Self::Final,
        Self::Offer,
        Self::Accepted,
        Self::Rejected,
        Self::Withdrawn,
        Self::NoAnswer,
    ];

    /// The words a person reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Applied => "applied",
            Self::Screen => "first conversation",
            Self::Exercise => "exercise",
            Self::Interview => "interview",
            Self::Final => "last round",
            Self::Offer => "offer",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::NoAnswer => "no answer",
        }
    }

    /// Reads the words a person reads; hyphens may stand for spaces.
    pub fn parse(text: &str) -> Option<Self> {
        let words = spoken(text);
        Self::ALL.into_iter().find(|stage| stage.words() == words)
    }

    /// Whether nothing comes after it.
    pub fn is_end(self) -> bool {
        matches!(self, Self::Accepted | Self::Rejected | Self::Withdrawn | Self::NoAnswer)
    }
}

impl Reason {
    /// All, in the order of a form.
    pub const ALL: [Self; 9] = [
        Self::NotSaid,
        Self::Experience,
        Self::TechnicalDepth,
        Self::ProductSense,
        Self::Field,
        Self::Collaboration,
        Self::Place,
        Self::Pay,
        Self::Filled,
    ];

    /// The words a person reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotSaid => "no reason given",
            Self::Experience => "experience",
            Self::TechnicalDepth => "technical depth",
            Self::ProductSense => "product sense",
            Self::Field => "knowledge of the field",
            Self::Collaboration => "working with others",
            Self::Place => "place or permit",
            Self::Pay => "pay",
            Self::Filled => "position filled or closed",
        }
    }

    /// Reads the words a person reads; hyphens may stand for spaces.
    pub fn parse(text: &str) -> Option<Self> {
        let words = spoken(text);
        Self::ALL.into_iter().find(|reason| reason.words() == words)
    }
}

/// `First-conversation` is the same as `first conversation`.
fn spoken(text: &str) -> String {
    text.trim().to_lowercase().replace('-', " ")
}

impl Application {
    /// Where it stands: the last stage by day, of several on one day the later in the list.
    pub fn current(&self) -> Option<Stage> {
        self.stages.iter().copied().max_by_key(|stage| stage.on)
    }

    /// Whether it has come to an end.
    pub fn is_over(&self) -> bool {
        self.stages.iter().any(|stage| stage.name.is_end())
    }

    /// The day of the interview that was agreed on last. One that was still to come when the application ended does not come.
    pub fn interview_on(&self) -> Option<Date> {
        self.before_its_end(self.interview.as_ref()?.on)
    }

    /// The day on which the person wanted to be reminded last, unless the application ended before it.
    pub fn reminder_on(&self) -> Option<Date> {
        self.before_its_end(self.remind_on?)
    }

    fn before_its_end(&self, day: Date) -> Option<Date> {
        let end = self.stages.iter().find(|stage| stage.name.is_end());
        end.is_none_or(|end| day <= end.on).then_some(day)
    }

    /// Each résumé that was sent with its day: `2026-03-02 cv.pdf; 2026-03-09 cv-payments.pdf`.
    pub fn resumes_sent(&self) -> String {
        self.names_sent(|sent| sent.resume.as_ref())
    }

    /// Each letter that was sent with its day.
    pub fn letters_sent(&self) -> String {
        self.names_sent(|sent| sent.letter.as_ref())
    }

    fn names_sent(&self, of: fn(&Sent) -> Option<&Kept>) -> String {
        let names = self.sent.iter().filter_map(|sent| Some(format!("{} {}", sent.on, of(sent)?.name)));
        names.collect::<Vec<_>>().join("; ")
    }
}

/// The fault of a stage that has an earlier day than the one before it.
pub const STAGE_ORDER: &str = "jobs-stage-order";

/// Everything that cannot be in the history of an application. `file` is the name findings point at.
pub fn application_faults(application: &Application, today: Date, file: &str) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut find = |code: &str, message: String, help: &str| faults.push(Diagnostic::warning(code, message).at(file, 0..0).help(help));
    if application.stages.is_empty() {
        find(
            "jobs-no-stage",
            "The application has no stage, so nothing can be said of it.".to_owned(),
            "Give it at least “found” or “applied”, with a day.",
        );
    }
    for stage in application.stages.iter().filter(|stage| stage.on > today) {
        let message = format!("The stage “{}” has a day in the future.", stage.name.words());
        find("jobs-stage-future", message, "Record a stage on the day it is reached; for a day to come use the reminder.");
    }
    for pair in application.stages.windows(2).filter(|pair| pair[1].on < pair[0].on) {
        let message = format!("The stage “{}” stands behind “{}” and has an earlier day.", pair[1].name.words(), pair[0].name.words());
        find(STAGE_ORDER, message, "Look which of the two days is right.");
    }
    let end = application.stages.iter().position(|stage| stage.name.is_end());
    if let Some(after) = end.and_then(|end| application.stages.get(end + 1)) {
        let message = format!("The stage “{}” stands behind the end.", after.name.words());
        find("jobs-stage-after-end", message, "If they came back to you, begin a new application.");
    }
    let rejected = application.stages.iter().any(|stage| stage.name == StageName::Rejected);
    if application.rejection.is_some() && !rejected {
        find(
            "jobs-reason-without-rejection",
            "There is a reason for a no, and no stage “rejected”.".to_owned(),
            "Add the stage with its day.",
        );
    }
    faults
}
