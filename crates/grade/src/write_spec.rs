use crate::criterion::{Criterion, faults_of_criteria};
use crate::spec::typed;
use crate::write::rules;
use footbridge_content::Exercise;
use footbridge_diagnostic::{Diagnostic, nearest};
use footbridge_prose::{Artifact, Target, can_be_found, fewest_words, find_phrase};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// `[write]`: the structure a piece of writing must have.
#[derive(Debug, Clone)]
pub struct WriteSpec {
    /// The kind of document, whose sections and rules come with it.
    pub artifact: Option<Artifact>,
    /// How long it may be.
    pub words: Option<WordsSpec>,
    /// Sections it must have, in any order.
    pub sections: Vec<SectionSpec>,
    /// What no program judges.
    pub criteria: Vec<Criterion>,
    /// Where the brief asks to post it.
    pub post: Option<Target>,
    /// A record of what one did: published, it is no piece that shows how one thinks.
    pub log: bool,
    /// What must not stand in the text.
    pub forbidden: Vec<ForbiddenSpec>,
    /// Facts without which the text would mislead.
    pub required: Vec<RequiredSpec>,
    /// The section in which words in quotation marks must stand in the brief.
    pub quotes: Option<String>,
    /// The operations of the contract, as `POST /v1/refunds/{id}`; the text names no other. Empty: it may name any.
    pub contract: Vec<String>,
}

/// Something of the material that does harm when it is sent.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForbiddenSpec {
    /// Words or phrases, in any case.
    pub words: Vec<String>,
    /// Why it must not be sent.
    pub why: String,
}

/// A fact of the material.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredSpec {
    /// One of these words or phrases stands in the text, in any case.
    #[serde(default)]
    pub any_of: Vec<String>,
    /// Or one of these days, written as `2026-09-01` here and in whatever way people write dates there.
    #[serde(default)]
    pub date: Vec<String>,
    /// What it is, with its article.
    pub what: String,
    /// Why the text misleads without it.
    pub why: String,
}

/// `words`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordsSpec {
    /// At least.
    #[serde(default)]
    pub min: usize,
    /// At most.
    pub max: Option<usize>,
}

/// One section.
#[derive(Debug, Clone)]
pub struct SectionSpec {
    /// Its heading.
    pub heading: String,
    /// The question it answers.
    pub asks: String,
    /// At least so many words.
    pub min_words: usize,
    /// What must be in it.
    pub needs: Vec<NeedSpec>,
}

/// Something that must be in a section.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeedSpec {
    /// One of these words.
    #[serde(default)]
    pub any_of: Vec<String>,
    /// A reason, as people give them.
    #[serde(default)]
    pub reason: bool,
    /// A number.
    #[serde(default)]
    pub number: bool,
    /// A date.
    #[serde(default)]
    pub date: bool,
    /// A link.
    #[serde(default)]
    pub link: bool,
    /// What it is, in words: "a reason".
    pub what: String,
}

#[derive(Deserialize)]
struct ExerciseToml {
    write: Spanned<WriteToml>,
}

/// [`WriteSpec`] as it is written, with the places that a finding may point at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WriteToml {
    artifact: Option<Spanned<String>>,
    words: Option<Spanned<WordsSpec>>,
    post: Option<Spanned<String>>,
    #[serde(default)]
    log: bool,
    #[serde(default)]
    section: Vec<SectionToml>,
    #[serde(default)]
    criterion: Vec<Spanned<Criterion>>,
    #[serde(default)]
    forbid: Vec<Spanned<ForbiddenSpec>>,
    #[serde(default)]
    require: Vec<Spanned<RequiredSpec>>,
    quotes: Option<Spanned<String>>,
    #[serde(default)]
    contract: Vec<Spanned<String>>,
}

/// [`SectionSpec`] as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionToml {
    heading: String,
    asks: String,
    #[serde(default)]
    min_words: usize,
    #[serde(default)]
    needs: Vec<Spanned<NeedSpec>>,
}

/// A fault of `[write]`, with its place in the TOML.
struct Fault {
    code: &'static str,
    message: String,
    help: String,
    span: Range<usize>,
}

/// Types `[write]`. What would pass or refuse every answer, whatever it says, is a fault of the exercise: a text asked for nothing, limits
/// that no text keeps, and phrases that no text can hold or lack. All faults are told at once.
pub fn read_write(exercise: &Exercise) -> Result<WriteSpec, Vec<Diagnostic>> {
    let written = typed::<ExerciseToml>(&exercise.spec).map_err(|finding| vec![finding])?.write;
    let span = written.span();
    let toml = written.into_inner();
    let mut faults: Vec<Fault> = toml.section.iter().flat_map(faults_of_section).collect();
    faults.extend(toml.artifact.as_ref().and_then(unknown_artifact));
    faults.extend(toml.words.as_ref().and_then(inverted));
    faults.extend(toml.post.as_ref().and_then(unknown_place));
    faults.extend(toml.forbid.iter().filter_map(fault_of_forbidden));
    faults.extend(toml.require.iter().filter_map(fault_of_required));
    faults.extend(toml.require.iter().filter_map(|required| forbidden_fact(required, &toml.forbid)));
    faults.extend(toml.quotes.as_ref().and_then(|heading| no_such_section(heading, &toml)));
    faults.extend(toml.contract.iter().filter_map(|operation| not_in_brief(operation, &exercise.brief)));
    let words = toml.words.as_ref().map(Spanned::span);
    let of_criteria = faults_of_criteria(exercise, &toml.criterion);
    let spec = WriteSpec {
        artifact: toml.artifact.and_then(|id| Artifact::from_id(id.as_ref())),
        words: toml.words.map(Spanned::into_inner),
        log: toml.log,
        post: toml.post.and_then(|id| Target::from_id(id.as_ref())),
        sections: toml.section.into_iter().map(section).collect(),
        criteria: toml.criterion.into_iter().map(Spanned::into_inner).collect(),
        forbidden: toml.forbid.into_iter().map(Spanned::into_inner).collect(),
        required: toml.require.into_iter().map(Spanned::into_inner).collect(),
        quotes: toml.quotes.map(Spanned::into_inner),
        contract: toml.contract.into_iter().map(Spanned::into_inner).collect(),
    };
    if faults.is_empty() {
        faults.extend(asks_nothing(&spec, span));
        faults.extend(words.and_then(|words| too_narrow(&spec, words)));
    }
    let place = |fault: Fault| {
        let finding = Diagnostic::error(fault.code, fault.message).at(&exercise.spec.file, exercise.spec.place(fault.span));
        finding.help(fault.help)
    };
    let found: Vec<Diagnostic> = faults.into_iter().map(place).chain(of_criteria).collect();
    if found.is_empty() { Ok(spec) } else { Err(found) }
}

fn section(section: SectionToml) -> SectionSpec {
    let SectionToml { heading, asks, min_words, needs } = section;
    SectionSpec { heading, asks, min_words, needs: needs.into_iter().map(Spanned::into_inner).collect() }
}

fn unknown_artifact(id: &Spanned<String>) -> Option<Fault> {
    let known = || Artifact::ALL.into_iter().map(Artifact::id);
    Artifact::from_id(id.as_ref()).is_none().then(|| Fault {
        code: "artifact-unknown",
        message: format!("There is no artifact `{}`; there are {}.", id.as_ref(), known().collect::<Vec<_>>().join(", ")),
        help: match nearest(id.as_ref(), known()) {
            Some(meant) => format!("Is `{meant}` meant?"),
            None => "Leave `artifact` out when the text is none of these.".to_owned(),
        },
        span: id.span(),
    })
}

fn unknown_place(id: &Spanned<String>) -> Option<Fault> {
    let known: Vec<&str> = Target::ALL.into_iter().map(Target::id).collect();
    Target::from_id(id.as_ref()).is_none().then(|| Fault {
        code: "post-unknown",
        message: format!("`post` names `{}`, and there are {}.", id.as_ref(), known.join(", ")),
        help: "Leave `post` out when the brief asks to post it nowhere.".to_owned(),
        span: id.span(),
    })
}

/// Quotations under a heading that no answer has would never be looked at.
fn no_such_section(heading: &Spanned<String>, toml: &WriteToml) -> Option<Fault> {
    let artifact = toml.artifact.as_ref().and_then(|id| Artifact::from_id(id.as_ref()));
    let mut known: Vec<String> = toml.section.iter().map(|section| section.heading.clone()).collect();
    if let Some(artifact) = &artifact {
        known.extend(artifact.headings().map(str::to_owned));
    }
    (!known.contains(heading.as_ref())).then(|| Fault {
        code: "quotes-without-section",
        message: format!("No section is called “{}”; there are {}.", heading.as_ref(), known.join(", ")),
        help: "`quotes` names the section in which quotations must stand in the brief.".to_owned(),
        span: heading.span(),
    })
}

/// An operation that the learner cannot have read anywhere.
fn not_in_brief(operation: &Spanned<String>, brief: &str) -> Option<Fault> {
    let path = operation.as_ref().split_once(' ').map(|(_, path)| path).filter(|path| path.starts_with('/'));
    let is_there = path.is_some_and(|path| brief.contains(path));
    (!is_there).then(|| Fault {
        code: "contract-not-in-brief",
        message: format!("`{}` is no operation whose path stands in the brief.", operation.as_ref()),
        help: "Write it as `POST /v1/refunds/{id}`, with the path as the brief has it.".to_owned(),
        span: operation.span(),
    })
}

fn inverted(words: &Spanned<WordsSpec>) -> Option<Fault> {
    let WordsSpec { min, max } = *words.as_ref();
    let max = max.filter(|max| min > *max)?;
    Some(Fault {
        code: "words-inverted",
        message: format!("`words` asks for at least {min} and at most {max}; no text is both."),
        help: format!("Are they swapped? Then write `words = {{ min = {max}, max = {min} }}`."),
        span: words.span(),
    })
}

fn faults_of_section(section: &SectionToml) -> impl Iterator<Item = Fault> {
    section.needs.iter().filter_map(|need| {
        let (code, message, help) = fault_of_need(&section.heading, need.as_ref())?;
        Some(Fault { code, message, help: help.to_owned(), span: need.span() })
    })
}

/// The code of what is wrong with a need, what it is, and what to do.
fn fault_of_need(heading: &str, need: &NeedSpec) -> Option<(&'static str, String, &'static str)> {
    const EMPTY: &str = "need-empty";
    if need.what.trim().is_empty() {
        let message = format!("A need of the section “{heading}” does not say what it is.");
        return Some((EMPTY, message, "Write `what = \"a reason\"`: the learner reads “The section lacks a reason.”"));
    }
    if need.any_of.is_empty() && !need.reason && !need.number && !need.date && !need.link {
        let message = format!("The section “{heading}” needs {}, and nothing says how that is told.", need.what);
        return Some((EMPTY, message, "Add `any_of` with words, `reason = true`, `number = true`, `date = true` or `link = true`."));
    }
    if let Some(blank) = need.any_of.iter().find(|word| !can_be_found(word)) {
        let message = format!("The section “{heading}” needs {} by `{blank}`, which is no word.", need.what);
        return Some((EMPTY, message, "Write a word, or `number = true`."));
    }
    // Nothing need follow the word, and most reasons do without it.
    let word = need.any_of.iter().find(|word| need.what.contains("reason") && word.eq_ignore_ascii_case("because"))?;
    let message = format!("The section “{heading}” takes the word `{word}` for {}.", need.what);
    Some(("need-reason-by-word", message, "Write `reason = true` instead of `any_of`: it looks for a reason as people give them."))
}

fn fault_of_forbidden(forbidden: &Spanned<ForbiddenSpec>) -> Option<Fault> {
    let ForbiddenSpec { words, why } = forbidden.as_ref();
    let fault = |message: String, help: &str| Fault { code: "forbid-empty", message, help: help.to_owned(), span: forbidden.span() };
    if let Err(what) = phrases(words) {
        let message = format!("A `[[write.forbid]]` {what}, so it forbids nothing.");
        return Some(fault(message, "List in `words` each way in which the text may say it."));
    }
    let message = || format!("The `[[write.forbid]]` of “{}” does not say why.", words[0]);
    why.trim().is_empty().then(|| fault(message(), "Write in `why` whom it harms: the learner reads it below the finding."))
}

fn fault_of_required(required: &Spanned<RequiredSpec>) -> Option<Fault> {
    let RequiredSpec { any_of, date, what, why } = required.as_ref();
    let fault = |message: String, help: &str| Fault { code: "require-empty", message, help: help.to_owned(), span: required.span() };
    if what.trim().is_empty() {
        let help = "Write `what = \"the length of the outage\"`: the learner reads “The text lacks the length of the outage.”";
        return Some(fault("A `[[write.require]]` does not say what it is.".to_owned(), help));
    }
    if let Err(fault_of_phrases) = phrases(any_of).or_else(|fault| if date.is_empty() || !any_of.is_empty() { Err(fault) } else { Ok(()) })
    {
        let message = format!("The `[[write.require]]` of {what} {fault_of_phrases}, so no text can hold it.");
        return Some(fault(message, "List in `any_of` each way in which the text may say it."));
    }
    if let Some(none) = date.iter().find(|date| day(date).is_none()) {
        return Some(fault(format!("The `[[write.require]]` of {what} looks for `{none}`, which is no day."), "Write it as `2026-09-01`."));
    }
    let message = || format!("The `[[write.require]]` of {what} does not say why.");
    why.trim().is_empty().then(|| fault(message(), "Write in `why` how the text misleads without it."))
}

/// Year, month and day of `2026-09-01`.
pub(crate) fn day(written: &str) -> Option<(i16, u32, u32)> {
    let parts: Vec<&str> = written.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let day = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&day.1) && (1..=31).contains(&day.2)).then_some(day)
}

/// A text that holds the fact in these words is refused for them.
fn forbidden_fact(required: &Spanned<RequiredSpec>, forbidden: &[Spanned<ForbiddenSpec>]) -> Option<Fault> {
    let RequiredSpec { any_of, what, .. } = required.as_ref();
    let words = || forbidden.iter().flat_map(|forbidden| &forbidden.as_ref().words);
    let refused = |phrase: &String| words().find(|word| find_phrase(phrase, word).is_some());
    let (phrase, word) = any_of.iter().find_map(|phrase| Some((phrase, refused(phrase)?)))?;
    Some(Fault {
        code: "require-forbidden",
        message: format!("`{phrase}` tells {what}, which the text must hold, and a `[[write.forbid]]` refuses `{word}`."),
        help: "Take it out of one of the two.".to_owned(),
        span: required.span(),
    })
}

fn asks_nothing(spec: &WriteSpec, span: Range<usize>) -> Option<Fault> {
    let has_limit = spec.words.is_some_and(|words| words.min > 0 || words.max.is_some());
    let asks = has_limit || spec.artifact.is_some() || !spec.sections.is_empty() || !spec.forbidden.is_empty() || !spec.required.is_empty();
    (!asks).then(|| Fault {
        code: "write-asks-nothing",
        message: "`[write]` asks for nothing: every answer that holds a word passes.".to_owned(),
        help: "Name an `artifact`, or add `words`, a `[[write.section]]` or a `[[write.require]]`.".to_owned(),
        span,
    })
}

/// Sections that need more words than the text may have.
fn too_narrow(spec: &WriteSpec, span: Range<usize>) -> Option<Fault> {
    let max = spec.words?.max?;
    let needed = fewest_words(&rules(spec, ""));
    (needed > max).then(|| Fault {
        code: "words-too-few",
        message: format!("The sections need {needed} words, and `words` allows {max}; no text keeps both."),
        help: format!("Allow more than {needed}, or lower a `min_words`."),
        span,
    })
}

/// What is wrong with phrases to look for, as the end of a sentence.
fn phrases(phrases: &[String]) -> Result<(), String> {
    match phrases.iter().find(|phrase| !can_be_found(phrase)) {
        _ if phrases.is_empty() => Err("lists no words".to_owned()),
        Some(blank) => Err(format!("lists `{blank}`, which is no word")),
        None => Ok(()),
    }
}
