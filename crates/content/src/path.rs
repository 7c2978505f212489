use footbridge_verdict::ExerciseId;
use serde::Deserialize;
use std::num::NonZeroU8;
use toml::Spanned;

/// The order of the work: steps, weeks, milestones.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Path {
    /// The steps, in order.
    #[serde(default, rename = "step")]
    pub steps: Vec<Step>,
    /// The weeks of the learning plan, in order.
    #[serde(default, rename = "week")]
    pub weeks: Vec<LearningWeek>,
    /// Where sources disagree, and what the plan does about it.
    #[serde(default, rename = "conflict")]
    pub conflicts: Vec<Conflict>,
}

/// One step.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Permanent id.
    pub id: Spanned<ExerciseId>,
    /// From 1.
    pub number: u8,
    /// Title.
    pub title: String,
    /// Weeks the guide gives it.
    pub weeks: Weeks,
    /// Runs beside the others.
    #[serde(default)]
    pub ongoing: bool,
    /// Markdown.
    pub summary: String,
    /// What it asks for.
    #[serde(default)]
    pub work: Vec<StepWork>,
    /// Its end.
    pub milestone: Milestone,
}

/// Weeks of the plan, from 1, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weeks {
    /// First week.
    pub from: u16,
    /// Last week; open when there is none.
    pub to: Option<u16>,
}

/// One line of a step's work.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepWork {
    /// What.
    pub title: String,
    /// Lessons and exercises that do it.
    #[serde(default)]
    pub items: Vec<Spanned<ExerciseId>>,
    /// Done when so many companies have a filled card, whatever was written about them elsewhere.
    pub companies: Option<NonZeroU8>,
    /// It prepares for an interview: once one is agreed on, it is planned before its day.
    #[serde(default)]
    pub before_interview: bool,
    /// Named resources.
    #[serde(default, rename = "resource")]
    pub resources: Vec<Resource>,
}

/// Something to read, watch or join.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Title.
    pub title: String,
    /// By whom.
    pub by: String,
    /// Address.
    pub url: Spanned<String>,
    /// What it is.
    pub kind: ResourceKind,
    /// Costs nothing.
    pub free: bool,
    /// What it is good for.
    #[serde(default)]
    pub note: String,
}

/// Kinds of resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResourceKind {
    /// A course.
    Course,
    /// A video.
    Video,
    /// A text.
    Text,
    /// A tool.
    Tool,
    /// A community.
    Community,
    /// An event.
    Event,
}

impl ResourceKind {
    /// What a person reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Video => "video",
            Self::Text => "text",
            Self::Tool => "tool",
            Self::Community => "community",
            Self::Event => "event",
        }
    }
}

/// The end of a step, reached when evidence says so.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Permanent id.
    pub id: Spanned<ExerciseId>,
    /// Title.
    pub title: String,
    /// The work towards it. Reached when all of these are passed, unless a record is counted instead.
    pub needs: Vec<Spanned<ExerciseId>>,
    /// Reached when so many informational interviews are on record as held and written down.
    pub conversations: Option<NonZeroU8>,
    /// Reached when so many pieces are on record as published, each with the text that passed.
    pub published: Option<NonZeroU8>,
    /// Reached when so many applications have an interview on record.
    pub interviews: Option<NonZeroU8>,
}

/// What of a learner's own record reaches a milestone, or does a line of a step's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// Informational interviews, held and written down.
    Conversations,
    /// Pieces of writing, published.
    Published,
    /// Companies whose card is filled.
    Companies,
    /// Applications with an interview.
    Interviews,
}

impl Milestone {
    /// The record that reaches it, and how much of it does.
    pub fn record(&self) -> Option<(Record, NonZeroU8)> {
        let counted =
            [(Record::Conversations, self.conversations), (Record::Published, self.published), (Record::Interviews, self.interviews)];
        counted.into_iter().find_map(|(record, of)| Some((record, of?)))
    }
}

/// Thirds of the learning plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Weeks 1–4.
    SystemDesign,
    /// Weeks 5–8.
    Apis,
    /// Weeks 9–12.
    Data,
}

/// One week of the learning plan.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearningWeek {
    /// From 1.
    pub number: u16,
    /// Which third.
    pub theme: Theme,
    /// Title.
    pub title: String,
    /// The lesson with the core concept.
    pub concept: Spanned<ExerciseId>,
    /// The hands-on project.
    pub project: Spanned<ExerciseId>,
    /// Exercises of the same week.
    #[serde(default)]
    pub practice: Vec<Spanned<ExerciseId>>,
    /// Five interview questions of the banks to be able to answer.
    pub questions: Vec<Spanned<ExerciseId>>,
}

/// Sources that disagree, shown in the open.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// About what.
    pub about: String,
    /// Markdown: who says what, and what we do about it.
    pub says: String,
}

/// How many weeks the work of a step without an end is spread over.
const OPEN_STEP_WEEKS: u16 = 3;

impl Path {
    /// The week of the path in which an item is worked; an item outside the learning plan's weeks gets its share of its step's weeks.
    pub fn week_of(&self, id: &str) -> Option<u16> {
        let in_week = |week: &&LearningWeek| {
            std::iter::once(&week.concept).chain([&week.project]).chain(&week.practice).any(|item| item.as_ref().as_str() == id)
        };
        if let Some(week) = self.weeks.iter().find(in_week) {
            return Some(week.number);
        }
        self.steps.iter().find_map(|step| {
            let own: Vec<&str> = self.items_owned_by(step).collect();
            let at = own.iter().position(|item| *item == id)?;
            let span = self.last_week_of(step).saturating_sub(step.weeks.from).saturating_add(1);
            let share = u16::try_from(at * usize::from(span) / own.len()).unwrap_or(u16::MAX);
            Some(step.weeks.from.saturating_add(share))
        })
    }

    /// The last week a step's work is spread over: its own end; for one that runs beside the others their last end; else a few weeks.
    fn last_week_of(&self, step: &Step) -> u16 {
        let beside = || self.steps.iter().filter_map(|other| other.weeks.to).max().filter(|_| step.ongoing);
        step.weeks.to.or_else(beside).unwrap_or(step.weeks.from.saturating_add(OPEN_STEP_WEEKS - 1))
    }

    /// The step an item is counted under: the one that names it first, else the step whose weeks hold its week.
    pub fn step_of(&self, id: &str) -> Option<&Step> {
        let names = |step: &&Step| step.work.iter().any(|work| work.items.iter().any(|item| item.as_ref().as_str() == id));
        self.steps.iter().find(names).or_else(|| {
            let week = self.week_of(id)?;
            self.steps.iter().find(|step| !step.ongoing && step.weeks.from <= week && step.weeks.to.is_none_or(|to| week <= to))
        })
    }

    /// Items of a step's work that no week of the learning plan and no earlier step has.
    fn items_owned_by<'a>(&'a self, step: &'a Step) -> impl Iterator<Item = &'a str> {
        let taken = move |id: &str| {
            let by_week = self.weeks.iter().any(|week| {
                std::iter::once(&week.concept).chain([&week.project]).chain(&week.practice).any(|item| item.as_ref().as_str() == id)
            });
            let earlier = self.steps.iter().take_while(|other| other.number < step.number);
            by_week || earlier.flat_map(|other| &other.work).any(|work| work.items.iter().any(|item| item.as_ref().as_str() == id))
        };
        step.work.iter().flat_map(|work| &work.items).map(|item| item.as_ref().as_str()).filter(move |id| !taken(id))
    }
}
