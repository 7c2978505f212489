use footbridge_content::{Exercise, Kind, KnownFault, Spec, toml_finding};
use footbridge_diagnostic::Diagnostic;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use toml::Spanned;

/// `[sql]`: what a query is judged by.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SqlSpec {
    /// Folder below `data/`.
    pub dataset: String,
    /// The only tables the learner sees.
    pub tables: Vec<String>,
    /// Whether and how rows are ordered.
    #[serde(default)]
    pub order: OrderSpec,
    /// How columns are matched.
    #[serde(default)]
    pub columns: ColumnsSpec,
    /// Per result column.
    #[serde(default)]
    pub tolerance: BTreeMap<String, ToleranceSpec>,
    /// In what a result column is: shares and figures in per cent, which texts cite.
    #[serde(default)]
    pub unit: BTreeMap<String, Unit>,
    /// What known wrong results mean. Not part of `[sql]` in the file: `[[fault]]`.
    #[serde(skip)]
    pub faults: Vec<KnownFault>,
    /// Changes of the solution that make no difference. Not part of `[sql]` in the file: `[[equivalent]]`.
    #[serde(skip)]
    pub equivalent: Vec<Equivalent>,
}

/// A change of the solution that makes no difference, whatever the data.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equivalent {
    /// The change, as `pack check` prints it.
    pub change: String,
    /// Why it makes no difference.
    pub because: String,
}

/// `order`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(untagged)]
pub enum OrderSpec {
    /// Any order.
    #[default]
    #[serde(skip)]
    Unsaid,
    /// `"none"` or `"exact"`.
    Word(OrderWord),
    /// Sorted by these result columns, ties free; `"name desc"` for largest first.
    By(Vec<String>),
}

/// The words `order` knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrderWord {
    /// Any order.
    None,
    /// Row by row.
    Exact,
}

/// `columns`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnsSpec {
    /// By name.
    #[default]
    ByName,
    /// By position.
    ByPosition,
}

/// In what a column is whose figures may be written in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// 0.42 is 42 %.
    Share,
    /// 0.42 is 0.42 %.
    Percent,
    /// 0.42 is nothing of a hundred, as the calls in a second.
    Number,
}

/// How far a number may be off.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToleranceSpec {
    /// In the column's unit.
    #[serde(default)]
    pub absolute: f64,
    /// As a share.
    #[serde(default)]
    pub relative: f64,
}

impl ToleranceSpec {
    /// TOML has `inf` and `nan`: with one every answer would be right, with the other none.
    fn is_sound(&self) -> bool {
        [self.absolute, self.relative].iter().all(|allowed| allowed.is_finite() && *allowed >= 0.0)
    }
}

/// One question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Id inside the exercise: the key in `answers.toml`.
    pub id: String,
    /// The question, Markdown.
    pub ask: String,
    /// What an answer is.
    pub kind: QuestionKind,
}

/// What an answer to a question is.
#[derive(Debug, Clone)]
pub enum QuestionKind {
    /// One or several of these, labelled a, b, c … in order.
    Options {
        /// The options.
        options: Vec<Choice>,
        /// All right ones must be chosen, and there are more than one.
        several: bool,
    },
    /// A number.
    Number {
        /// The right one.
        answer: f64,
        /// Its unit.
        unit: String,
        /// How far off is still right, in the same unit.
        allowed: f64,
        /// How it is reckoned.
        reckoning: String,
        /// Known slips.
        near: Vec<Near>,
    },
}

/// One option.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What it says, Markdown.
    pub text: String,
    /// Right.
    #[serde(default)]
    pub right: bool,
    /// What is said to somebody who chose it.
    pub feedback: String,
}

/// A known slip.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// The number it leads to.
    #[serde(deserialize_with = "number")]
    pub value: f64,
    /// What went wrong.
    pub feedback: String,
}

#[derive(Deserialize)]
struct SqlToml {
    sql: SqlSpec,
    #[serde(default)]
    fault: Vec<KnownFault>,
    #[serde(default)]
    equivalent: Vec<Equivalent>,
}

#[derive(Deserialize)]
struct QuestionsToml {
    #[serde(default)]
    question: Vec<Spanned<QuestionToml>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionToml {
    id: String,
    ask: String,
    #[serde(default)]
    options: Vec<Choice>,
    #[serde(default, deserialize_with = "maybe_number")]
    answer: Option<f64>,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    tolerance: ToleranceSpec,
    #[serde(default)]
    reckoning: String,
    #[serde(default)]
    near: Vec<Near>,
}

/// Types `[sql]` and `[[fault]]`.
pub fn read_sql(exercise: &Exercise) -> Result<SqlSpec, Diagnostic> {
    let SqlToml { mut sql, fault, equivalent } = typed(&exercise.spec)?;
    sql.equivalent = equivalent;
    if let Some((column, _)) = sql.tolerance.iter().find(|(_, tolerance)| !tolerance.is_sound()) {
        return Err(Diagnostic::error("tolerance", unsound_tolerance(column)).at(&exercise.spec.file, 0..0));
    }
    sql.faults = fault;
    Ok(sql)
}

/// [`read_sql`] for exercises of kind `sql`, `None` for all others.
pub(crate) fn sql_if_any(exercise: &Exercise) -> Result<Option<SqlSpec>, Diagnostic> {
    (exercise.kind == Kind::Sql).then(|| read_sql(exercise)).transpose()
}

/// Types `[[question]]`.
pub fn read_questions(exercise: &Exercise) -> Result<Vec<Question>, Diagnostic> {
    let questions = typed::<QuestionsToml>(&exercise.spec)?.question;
    let read = |question: Spanned<QuestionToml>| {
        let span = question.span();
        question_of(question.into_inner())
            .map_err(|message| Diagnostic::error("question-shape", message).at(&exercise.spec.file, exercise.spec.place(span.clone())))
    };
    let questions: Vec<Question> = questions.into_iter().map(read).collect::<Result<_, _>>()?;
    let twice = questions.iter().enumerate().find(|(at, question)| questions[..*at].iter().any(|earlier| earlier.id == question.id));
    match twice {
        Some((_, question)) => {
            let message = format!("The question id `{}` is used twice.", question.id);
            Err(Diagnostic::error("question-twice", message).at(&exercise.spec.file, 0..0))
        }
        None => Ok(questions),
    }
}

/// A number, or one written as a string: so stands the value of a parameter.
#[derive(Deserialize)]
#[serde(untagged)]
enum NumberToml {
    Number(f64),
    Text(String),
}

fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    match NumberToml::deserialize(deserializer)? {
        NumberToml::Number(number) => Ok(number),
        NumberToml::Text(text) => {
            let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
            number.ok_or_else(|| D::Error::custom(format!("`{text}` is no number")))
        }
    }
}

fn maybe_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    number(deserializer).map(Some)
}

fn unsound_tolerance(of: &str) -> String {
    format!("The tolerance of `{of}` is an amount or a share from 0 up, and finite.")
}

fn question_of(toml: QuestionToml) -> Result<Question, String> {
    let is_key = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if toml.id.is_empty() || !toml.id.bytes().all(is_key) {
        return Err(format!("`{}` is no key of `answers.toml`: letters, digits, `-` and `_` make a question's id.", toml.id));
    }
    if !toml.tolerance.is_sound() {
        return Err(unsound_tolerance(&toml.id));
    }
    let right = toml.options.iter().filter(|option| option.right).count();
    let kind = match (toml.answer, toml.options.len()) {
        (Some(answer), 0) if answer.is_finite() => {
            let allowed = toml.tolerance.absolute.max(toml.tolerance.relative * answer.abs()).max(answer.abs() * 1e-6);
            QuestionKind::Number { answer, unit: toml.unit, allowed, reckoning: toml.reckoning, near: toml.near }
        }
        (None, 3..=5) if right == toml.options.len() => return Err("Every option is right: there is nothing to choose.".to_owned()),
        (None, 3..=5) if right >= 1 => QuestionKind::Options { options: toml.options, several: right > 1 },
        (None, 3..=5) => return Err("No option is marked `right = true`.".to_owned()),
        (None, count) => return Err(format!("A question has 3 to 5 options or one `answer`; this one has {count} options.")),
        (Some(_), _) => return Err("A question has options or an `answer`, not both, and the answer is a finite number.".to_owned()),
    };
    Ok(Question { id: toml.id, ask: toml.ask, kind })
}

pub(crate) fn typed<T: serde::de::DeserializeOwned>(spec: &Spec) -> Result<T, Diagnostic> {
    toml::from_str(&spec.toml).map_err(|error| {
        let mut finding = toml_finding(&spec.file, &error, 0);
        if let Some(place) = &mut finding.place {
            place.span = spec.place(place.span.clone());
        }
        finding
    })
}
