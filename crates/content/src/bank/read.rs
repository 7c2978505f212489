use super::{Bank, BankKind, BankLimit, BankNumber, BankQuestion, CompanyKind};
use crate::parameters::{Parameters, ParametersToml, Place, Value};
use crate::read::{shifted, toml_finding};
use footbridge_diagnostic::Diagnostic;
use footbridge_verdict::ExerciseId;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};
use toml::Spanned;

/// The line that begins a question, also inside of a text.
const BEGINS: &str = "[[question]]";

/// Variants of a question that varies, at least.
const FEWEST_VARIANTS: usize = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadToml {
    kind: Spanned<BankKind>,
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PieceToml {
    question: [QuestionToml; 1],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionToml {
    id: Spanned<ExerciseId>,
    ask: String,
    minutes: Spanned<u16>,
    skills: Spanned<Vec<ExerciseId>>,
    companies: Spanned<Vec<CompanyKind>>,
    story: Option<Spanned<bool>>,
    evaluates: Spanned<Vec<String>>,
    framework: Spanned<Vec<String>>,
    mistakes: Spanned<Vec<String>>,
    follow_ups: Spanned<Vec<String>>,
    answered_in: Option<ExerciseId>,
    practised_in: Option<Spanned<ExerciseId>>,
    limit: Option<Spanned<BankLimit>>,
    anchors: AnchorsToml,
    number: Option<NumberToml>,
    parameters: Option<Spanned<ParametersToml>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnchorsToml {
    poor: String,
    mixed: String,
    good: String,
    excellent: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberToml {
    ask: String,
    answer: Spanned<Value>,
    unit: String,
    tolerance: Spanned<f64>,
    reckoning: String,
}

/// Reads one file of `banks/`. Every question is read by itself, so that a fault in one hides none in another.
pub(crate) fn bank(file: &str, name: &str, text: &str, found: &mut Vec<Diagnostic>) -> Option<Bank> {
    let pieces = pieces(text);
    let head: HeadToml = match toml::from_str(&text[..pieces.first().map_or(text.len(), |piece| piece.start)]) {
        Ok(head) => head,
        Err(error) => {
            found.push(toml_finding(file, &error, 0));
            return None;
        }
    };
    let kind = *head.kind.as_ref();
    if kind.word() != name {
        let message = format!("The kind `{}` and the name `{name}` must be the same.", kind.word());
        found.push(Diagnostic::error("id-name", message).at(file, head.kind.span()));
    }
    let questions = pieces.into_iter().filter_map(|piece| {
        let mut of_piece = Vec::new();
        let question = question(file, kind, &text[piece.clone()], piece.start, &mut of_piece);
        found.append(&mut of_piece);
        question
    });
    Some(Bank { kind, title: head.title, questions: questions.collect() })
}

/// The stretches of the questions in the text.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_end() == BEGINS {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

fn question(file: &str, kind: BankKind, toml: &str, offset: usize, found: &mut Vec<Diagnostic>) -> Option<BankQuestion> {
    let PieceToml { question: [read] } = match toml::from_str(toml) {
        Ok(read) => read,
        Err(error) => {
            found.push(toml_finding(file, &error, offset));
            return None;
        }
    };
    let mut faults = shape(file, kind, &read);
    let table = read.parameters.map(|table| (table.span(), table.into_inner()));
    let parameters = parameters(file, toml, table, &mut faults);
    let question = BankQuestion {
        place: shifted(read.id.span(), offset),
        id: read.id.into_inner(),
        kind,
        ask: read.ask.trim().to_owned(),
        minutes: read.minutes.into_inner(),
        limit: read.limit.map(Spanned::into_inner),
        skills: read.skills.into_inner(),
        companies: read.companies.into_inner(),
        is_story: read.story.map_or(kind == BankKind::Behavioural, Spanned::into_inner),
        evaluates: read.evaluates.into_inner(),
        framework: read.framework.into_inner(),
        mistakes: read.mistakes.into_inner(),
        follow_ups: read.follow_ups.into_inner(),
        answered_in: read.answered_in,
        practised_in: read.practised_in.map(Spanned::into_inner),
        anchors: [read.anchors.poor, read.anchors.mixed, read.anchors.good, read.anchors.excellent],
        number: read.number.map(|number| BankNumber {
            ask: number.ask,
            answer: number.answer.as_ref().written(),
            unit: number.unit,
            tolerance: number.tolerance.into_inner(),
            reckoning: number.reckoning,
        }),
        variants: Vec::new(),
    };
    faults.extend(texts(&question).filter_map(|text| Some(written_out(file, toml, parameters.written_out(text)?))));
    let variants: Vec<BankQuestion> = (0..parameters.variants()).map(|variant| vary(&question, &parameters, variant)).collect();
    let whole = match variants.first().cloned() {
        Some(first) => BankQuestion { variants, ..first },
        None => question,
    };
    let no_number = |variant: &&BankQuestion| variant.number.as_ref().is_some_and(|number| number.value().is_none());
    if let Some(number) = whole.each_variant().iter().find(no_number).and_then(|variant| variant.number.as_ref()) {
        let message = format!("`{}` is no plain number: digits, a point, a minus.", number.answer);
        let at = toml.find("\nanswer").map_or(0..0, |at| at + 1..at + "\nanswer".len());
        faults.push(Diagnostic::error("bank-number", message).at(file, at));
    }
    for mut fault in faults {
        if let Some(place) = &mut fault.place {
            place.span = shifted(place.span.clone(), offset);
        }
        found.push(fault);
    }
    Some(whole)
}

/// What the shape of the TOML does not say: how a question's id begins, and how many there are of each thing.
fn shape(file: &str, kind: BankKind, read: &QuestionToml) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut fault = |code: &str, message: String, span: Range<usize>| found.push(Diagnostic::error(code, message).at(file, span));
    if !read.id.as_ref().as_str().starts_with(kind.prefix()) {
        let message = format!("Ids of the bank `{}` begin with `{}`.", kind.word(), kind.prefix());
        fault("bank-id", message, read.id.span());
    }
    let is_short = kind == BankKind::Translation;
    if is_short && !(1..=5).contains(read.minutes.as_ref()) {
        fault("bank-minutes", "A short timed item takes 1 to 5 minutes.".to_owned(), read.minutes.span());
    }
    if !is_short && !(5..=45).contains(read.minutes.as_ref()) {
        fault("bank-minutes", "An interview gives a question 5 to 45 minutes.".to_owned(), read.minutes.span());
    }
    match &read.limit {
        None if is_short => fault("bank-limit", "A short timed item says its `limit` of words and seconds.".to_owned(), read.id.span()),
        Some(limit) if !is_short => fault("bank-limit", "Only short timed items have a `limit`.".to_owned(), limit.span()),
        Some(limit) if !(20..=200).contains(&limit.as_ref().words) || !(30..=300).contains(&limit.as_ref().seconds) => {
            fault("bank-limit", "A limit is 20 to 200 words and 30 to 300 seconds.".to_owned(), limit.span());
        }
        _ => {}
    }
    if let Some(story) = read.story.as_ref().filter(|_| kind != BankKind::Behavioural) {
        fault("bank-story", "Only behavioural questions are answered by a story, or say that they are not.".to_owned(), story.span());
    }
    for (span, message) in [
        miscounted("skills", &read.skills, 1..=4),
        miscounted("companies", &read.companies, 1..=4),
        miscounted("evaluates", &read.evaluates, 2..=4),
        miscounted("framework", &read.framework, 3..=7),
        miscounted("mistakes", &read.mistakes, 2..=4),
        miscounted("follow_ups", &read.follow_ups, 2..=4),
    ]
    .into_iter()
    .flatten()
    {
        fault("bank-count", message, span);
    }
    if let Some(practised_in) = read.practised_in.as_ref().filter(|_| read.answered_in.is_some()) {
        let message = "A question names one exercise: `answered_in` where an engine judges the answer itself, otherwise `practised_in`.";
        fault("bank-exercise", message.to_owned(), practised_in.span());
    }
    if let Some(number) = read.number.as_ref().filter(|number| !(0.0..=0.2).contains(number.tolerance.as_ref())) {
        fault("bank-tolerance", "A tolerance is a share of the answer, from 0 to 0.2.".to_owned(), number.tolerance.span());
    }
    found
}

/// Where and why a list holds too few or too many entries, or one twice.
fn miscounted<T: Ord>(name: &str, list: &Spanned<Vec<T>>, wanted: RangeInclusive<usize>) -> Option<(Range<usize>, String)> {
    let different = list.as_ref().iter().collect::<BTreeSet<_>>().len();
    let is_sound = wanted.contains(&different) && different == list.as_ref().len();
    let message = || format!("`{name}` holds {} to {} different entries; here are {different}.", wanted.start(), wanted.end());
    (!is_sound).then(|| (list.span(), message()))
}

fn parameters(file: &str, toml: &str, table: Option<(Range<usize>, ParametersToml)>, faults: &mut Vec<Diagnostic>) -> Parameters {
    let Some((span, table)) = table else { return Parameters::default() };
    let read = Parameters::read(file, table, faults);
    if (1..FEWEST_VARIANTS).contains(&read.variants()) {
        let message = format!("A question that varies has at least {FEWEST_VARIANTS} variants.");
        faults.push(Diagnostic::error("parameter-count", message).at(file, span));
    }
    let misused = read.misused(&[Place { file: file.to_owned(), text: toml }]);
    let is_too_large = misused.iter().any(|finding| finding.code == "parameter-size");
    faults.extend(misused);
    if is_too_large { Parameters::default() } else { read }
}

fn written_out(file: &str, toml: &str, figure: &str) -> Diagnostic {
    let at = toml.find(figure).unwrap_or(0);
    let message = format!("`{figure}` is written out, and is a figure of some variants only: the others would show it beside their own.");
    Diagnostic::error("bank-figure", message).at(file, at..at + figure.len()).help("Name the parameter there, as `{{name}}`.")
}

/// Everything of a question that varies.
fn texts(question: &BankQuestion) -> impl Iterator<Item = &str> {
    let number = question.number.as_ref().map(|number| [&number.ask, &number.unit, &number.reckoning]);
    let lists = [&question.evaluates, &question.framework, &question.mistakes, &question.follow_ups];
    let texts = std::iter::once(&question.ask).chain(lists.into_iter().flatten()).chain(&question.anchors);
    texts.chain(number.into_iter().flatten()).map(String::as_str)
}

fn vary(written: &BankQuestion, parameters: &Parameters, variant: usize) -> BankQuestion {
    let put = |text: &String| parameters.put_into(text, variant);
    let all = |texts: &[String]| texts.iter().map(put).collect();
    BankQuestion {
        ask: put(&written.ask),
        evaluates: all(&written.evaluates),
        framework: all(&written.framework),
        mistakes: all(&written.mistakes),
        follow_ups: all(&written.follow_ups),
        anchors: written.anchors.each_ref().map(put),
        number: written.number.as_ref().map(|number| BankNumber {
            ask: put(&number.ask),
            answer: put(&number.answer),
            unit: put(&number.unit),
            tolerance: number.tolerance,
            reckoning: put(&number.reckoning),
        }),
        ..written.clone()
    }
}
