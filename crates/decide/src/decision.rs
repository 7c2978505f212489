use crate::number::Number;
use std::fmt;
use std::ops::{Deref, Range};

/// A value and the bytes of the file where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// What was written.
    pub value: T,
    /// Where. Of something that was left out: where it was looked for.
    pub span: Range<usize>,
}

impl<T> Written<T> {
    pub(crate) fn new(value: T, span: Range<usize>) -> Self {
        Self { value, span }
    }
}

impl<T> Deref for Written<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Display> fmt::Display for Written<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(formatter)
    }
}

/// A guess with its uncertainty: low ≤ likely ≤ high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// It will hardly be less.
    pub low: Number,
    /// The single most likely value.
    pub likely: Number,
    /// It will hardly be more.
    pub high: Number,
}

impl Estimate {
    /// Three values in order.
    pub const fn new(low: Number, likely: Number, high: Number) -> Self {
        Self { low, likely, high }
    }

    /// One value, held for certain.
    pub const fn exactly(value: Number) -> Self {
        Self::new(value, value, value)
    }

    /// Of a score of which nothing is known: the whole scale.
    pub const fn unknown(scale: (Number, Number)) -> Self {
        Self::new(scale.0, Number::middle(scale.0, scale.1), scale.1)
    }

    /// Whether it says anything of its uncertainty.
    pub fn is_range(&self) -> bool {
        self.low < self.high
    }
}

impl fmt::Display for Estimate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_range() { write!(formatter, "{} – {} – {}", self.low, self.likely, self.high) } else { self.likely.fmt(formatter) }
    }
}

/// A whole decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The file that all places point into.
    pub file: String,
    /// What is decided.
    pub title: Option<Written<String>>,
    /// Where chance begins.
    pub seed: u64,
    /// What was chosen, by name.
    pub choice: Option<Written<String>>,
    /// Why, in words.
    pub because: Option<Written<String>>,
    /// What is claimed to follow from the figures, and what they do not hold.
    pub stated: Stated,
    /// How it is decided, with its options.
    pub method: Method,
}

/// What the writer says of the figures: reckoned by hand, so that it can be laid beside what they give.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stated {
    /// Options by name, best first.
    pub ranking: Vec<Written<String>>,
    /// Efforts of must, should and could; MoSCoW only.
    pub sums: Option<[Written<Number>; 3]>,
    /// The change of one figure that makes another option level with the first.
    pub flip: Option<StatedFlip>,
    /// What would change the writer's mind.
    pub would_change: Option<Written<String>>,
    /// What nobody knows yet.
    pub not_known: Vec<Written<String>>,
    /// When the decision is looked at again: a day such as 2027-06-30, or in words.
    pub review: Option<Written<String>>,
    /// The seal of criteria and weights from before anything was scored; matrix only.
    pub locked: Option<Written<String>>,
}

/// A flip as the writer names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedFlip {
    /// Which figure.
    pub figure: StatedFigure,
    /// The value at which two options are level, or at which the musts just fit.
    pub to: Written<Number>,
    /// Who becomes first beyond it.
    pub first: Option<Written<String>>,
    /// Where the flip begins in the file.
    pub span: Range<usize>,
}

/// Which figure a stated flip changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatedFigure {
    /// The weight of a criterion, by name.
    Weight(Written<String>),
    /// A figure of an option, both by name.
    Of(Written<String>, Written<String>),
    /// The capacity; MoSCoW only.
    Capacity,
}

/// How it is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// Reach × impact × confidence ÷ effort, as Intercom published it.
    Rice(Scored),
    /// Scores against weighted criteria.
    Matrix(Scored),
    /// Must, should, could, won't, within a capacity.
    Moscow {
        /// What can be done in the time, in `unit`.
        capacity: Option<Written<Estimate>>,
        /// What the capacity rests on.
        evidence: Option<Written<String>>,
        /// Unit of effort.
        unit: String,
        /// What is asked for.
        items: Vec<MoscowItem>,
    },
}

impl Method {
    /// The word in files.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Rice(_) => "rice",
            Self::Matrix(_) => "matrix",
            Self::Moscow { .. } => "moscow",
        }
    }
}

/// Options that get a score. RICE has its four factors instead of criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored {
    /// Criteria of a matrix; empty for RICE.
    pub criteria: Vec<Criterion>,
    /// Lowest and highest score of a matrix.
    pub scale: (Number, Number),
    /// The period that reach is counted in; RICE only.
    pub period: String,
    /// What can be chosen.
    pub options: Vec<Opt>,
}

impl Scored {
    /// Whether nothing is known of a value of an option: its range is the whole scale of a matrix.
    pub fn is_unknown(&self, option: usize, value: usize) -> bool {
        self.scale.0 < self.scale.1 && self.options[option].values[value].value == Estimate::unknown(self.scale)
    }

    /// Whether nothing at all is known of an option, so that it cannot be judged.
    pub fn is_all_unknown(&self, option: usize) -> bool {
        (0..self.options[option].values.len()).all(|value| self.is_unknown(option, value))
    }
}

/// What options of a matrix are judged by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its name.
    pub name: Written<String>,
    /// How much it counts, against the others.
    pub weight: Written<Estimate>,
    /// Why it counts so much.
    pub why: Option<Written<String>>,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opt {
    /// Its name.
    pub name: Written<String>,
    /// One for each criterion, or the four factors of RICE in the order of [`Factor::ALL`].
    pub values: Vec<Written<Estimate>>,
    /// Reasons for the values, in the same order, as far as given.
    pub reasons: Vec<Option<String>>,
    /// What each value rests on, in the same order, as far as given.
    pub evidence: Vec<Option<Written<String>>>,
}

/// The four factors of RICE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    /// People or events in a period.
    Reach,
    /// How much each is moved: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.
    Impact,
    /// In per cent: 100 high, 80 medium, 50 low.
    Confidence,
    /// In person-months.
    Effort,
}

impl Factor {
    /// All, in the order of the name.
    pub const ALL: [Self; 4] = [Self::Reach, Self::Impact, Self::Confidence, Self::Effort];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Impact => "impact",
            Self::Confidence => "confidence",
            Self::Effort => "effort",
        }
    }
}

/// How much something is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Without it there is no point in delivering.
    Must,
    /// Important, and there is a way around it.
    Should,
    /// Wanted; the first to go when time is short.
    Could,
    /// Not this time, by agreement.
    Wont,
}

impl Priority {
    /// All, most needed first.
    pub const ALL: [Self; 4] = [Self::Must, Self::Should, Self::Could, Self::Wont];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::Could => "could",
            Self::Wont => "wont",
        }
    }
}

/// Something asked for, with its priority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoscowItem {
    /// Its name.
    pub name: Written<String>,
    /// How much it is needed.
    pub priority: Written<Priority>,
    /// What it takes.
    pub effort: Written<Estimate>,
    /// Why it has its priority.
    pub why: Option<Written<String>>,
    /// What its priority and its effort rest on.
    pub evidence: [Option<Written<String>>; 2],
}
