//! A file becomes a [`Decision`], with everything that is wrong with its shape.

mod fields;
mod meant;
mod node;
mod options;
mod stated;
mod syntax;
mod table;
mod values;
mod yaml;

use crate::decision::{Criterion, Decision, Method, Scored, Written};
use crate::number::Number;
use fields::{Fields, Findings, Shape};
use footbridge_diagnostic::{Diagnostic, nearest};
use node::Node;

pub(crate) use table::headed_rows;
pub use table::is_table;

/// Largest file that is read, in bytes. A matrix of three tools has about 2,000.
const LARGEST: usize = 256 * 1024;

const METHODS: [&str; 3] = ["rice", "moscow", "matrix"];

/// Keys of every decision.
const SHARED: &[&str] =
    &["format", "method", "title", "seed", "choice", "because", "flip", "would_change", "not_known", "review", "options"];

const RICE: Shape =
    Shape { what: "a RICE decision", shared: SHARED, keys: &["ranking", "period"], required: &["format", "method", "options"] };
const MATRIX: Shape = Shape {
    what: "a matrix",
    shared: SHARED,
    keys: &["ranking", "team", "scale", "criteria", "locked"],
    required: &["format", "method", "criteria", "options"],
};
const MOSCOW: Shape = Shape {
    what: "a MoSCoW list",
    shared: SHARED,
    keys: &["sums", "capacity", "evidence", "unit"],
    required: &["format", "method", "options"],
};

/// Reads a decision from YAML or from a table.
///
/// Nothing comes back when the text cannot be read, names no method, or when a value of it is wrong: a figure that was left out would
/// change the order without anybody noticing. All that is wrong is told at once, each with the bytes of the file.
pub fn read(text: &str, file: &str) -> (Option<Decision>, Vec<Diagnostic>) {
    let mut findings = Findings { file, all: Vec::new() };
    let decision = root(text, &mut findings).and_then(|root| decision(&root, &mut findings));
    (decision.filter(|_| !findings.all.iter().any(Diagnostic::is_error)), findings.all)
}

/// A matrix before it is scored: its criteria, whose weights can be locked now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unscored {
    /// The file that all places point into.
    pub file: String,
    /// What is decided.
    pub title: Option<Written<String>>,
    /// What options will be judged by.
    pub criteria: Vec<Criterion>,
    /// The lowest and the highest score.
    pub scale: (Number, Number),
    /// For how many people it is decided.
    pub team: Option<Number>,
    /// What can be chosen, as far as it has a name.
    pub options: Vec<Written<String>>,
    /// The seal that the file holds already.
    pub locked: Option<Written<String>>,
}

/// The criteria and weights of a matrix in which nothing is scored yet; `None` for any other file.
pub fn read_unscored(text: &str, file: &str) -> Option<Unscored> {
    let mut findings = Findings { file, all: Vec::new() };
    let root = root(text, &mut findings)?;
    if method(&root, &mut findings)? != "matrix" {
        return None;
    }
    let fields = Fields::open(&root, &MATRIX, &mut findings)?;
    let scale = options::scale(&fields, &mut findings);
    let criteria = options::criteria(&fields, &mut findings);
    let team = options::team(&fields, &mut findings);
    let locked = fields.text("locked", &mut findings);
    let title = fields.text("title", &mut findings);
    let is_sound = !findings.all.iter().any(Diagnostic::is_error);
    let options = options::names(&fields);
    (is_sound && !options::is_scored(&fields)).then(|| Unscored { file: file.to_owned(), title, criteria, scale, team, options, locked })
}

fn root(text: &str, findings: &mut Findings<'_>) -> Option<Node> {
    if text.len() > LARGEST {
        let message = format!("The file has {} KiB; a decision has at most {}.", text.len() / 1024, LARGEST / 1024);
        findings.error("decide-too-large", message, &(0..0));
        return None;
    }
    if text.trim().is_empty() {
        let help = "A decision begins with `format: 1` and `method: rice`, `moscow` or `matrix`; `footbridge decide new` writes one.";
        findings.error_with_help("decide-empty", "The file is empty.", &(0..0), help);
        return None;
    }
    if table::is_table(text) {
        return Some(table::parse(text));
    }
    match yaml::parse(text) {
        Ok(root) => Some(root),
        Err(error) => {
            findings.all.push(syntax::finding(text, findings.file, &error));
            None
        }
    }
}

fn decision(root: &Node, findings: &mut Findings<'_>) -> Option<Decision> {
    let method = method(root, findings)?;
    let shape = match method {
        "rice" => &RICE,
        "matrix" => &MATRIX,
        _ => &MOSCOW,
    };
    let fields = Fields::open(root, shape, findings)?;
    if let Some(format) = fields.text("format", findings).filter(|format| format.value != "1") {
        let message = format!("The format is {}; this reader knows format 1.", format.value);
        findings.error_with_help("decide-format", message, &format.span, "Write `format: 1`.");
    }
    let seed = fields.text("seed", findings).and_then(|seed| {
        let number = seed.value.parse::<u64>();
        if number.is_err() {
            let help = "The same seed gives the same draws; leave it out, or write `seed: 1`.";
            findings.error_with_help("decide-bad-number", format!("`{seed}` is no seed: it is a whole number."), &seed.span, help);
        }
        number.ok()
    });
    let method = match method {
        "rice" => {
            let period = fields.text("period", findings).map_or_else(|| "quarter".to_owned(), |period| period.value);
            let scale = (Number::whole(0), Number::whole(0));
            Method::Rice(Scored { criteria: Vec::new(), scale, period, options: options::rice(&fields, findings) })
        }
        "matrix" => {
            options::team(&fields, findings);
            let scale = options::scale(&fields, findings);
            let criteria = options::criteria(&fields, findings);
            let options = options::matrix(&fields, &criteria, scale, findings);
            Method::Matrix(Scored { criteria, scale, period: String::new(), options })
        }
        _ => Method::Moscow {
            capacity: options::capacity(&fields, findings),
            evidence: options::capacity_evidence(&fields, findings),
            unit: fields.text("unit", findings).map_or_else(|| "person-days".to_owned(), |unit| unit.value),
            items: options::moscow(&fields, findings),
        },
    };
    Some(Decision {
        file: findings.file.to_owned(),
        title: fields.text("title", findings),
        seed: seed.unwrap_or(1),
        choice: fields.text("choice", findings),
        because: fields.text("because", findings),
        stated: stated::stated(&fields, &method, findings),
        method,
    })
}

/// The method comes first: which keys there may be depends on it.
fn method(root: &Node, findings: &mut Findings<'_>) -> Option<&'static str> {
    let node::Kind::Map(entries) = &root.kind else {
        let message = format!("Here {}, where a decision with its keys should stand.", root.stands());
        findings.error_with_help("decide-wrong-shape", message, &root.span, "Begin with `format: 1` and `method: rice`.");
        return None;
    };
    let Some(entry) = entries.iter().find(|entry| entry.key.as_text() == Some("method")) else {
        findings.error_with_help(
            "decide-no-method",
            "The file names no method.",
            &root.span,
            "Write `method: rice`, `moscow` or `matrix`.",
        );
        return None;
    };
    let written = entry.value.as_text().unwrap_or_default();
    let known = METHODS.into_iter().find(|method| written.eq_ignore_ascii_case(method));
    if known.is_none() {
        let help = nearest(&written.to_lowercase(), METHODS)
            .map_or_else(|| "There are `rice`, `moscow` and `matrix`.".to_owned(), |near| format!("Did you mean `{near}`?"));
        findings.error_with_help("decide-no-method", format!("`{written}` is no method."), &entry.value.span, help);
    }
    known
}
