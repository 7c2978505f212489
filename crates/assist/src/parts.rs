use crate::json;
use crate::markdown::{Section, entries, sections, table};
use crate::reply::{Asked, Evaluation, Interview, Question, QuestionKind, Reply, Score, Tool, Week};
use footbridge_diagnostic::{Diagnostic, counted, listed};
use std::ops::{Range, RangeInclusive};

/// Largest reply that is read, in bytes. A plan of twelve weeks has about 20,000.
const LARGEST: usize = 256 * 1024;

/// Weeks of a plan, questions of a week, tools of an evaluation.
pub(crate) const WEEKS: usize = 12;
pub(crate) const QUESTIONS: usize = 5;
pub(crate) const TOOLS: RangeInclusive<usize> = 2..=3;

pub(crate) struct DraftWeek {
    pub(crate) span: Range<usize>,
    /// As its heading says; JSON has none.
    pub(crate) number: Option<usize>,
    pub(crate) title: String,
    pub(crate) concept: String,
    pub(crate) project: String,
    pub(crate) resources: Vec<String>,
    pub(crate) questions: Vec<String>,
}

pub(crate) struct DraftQuestion {
    pub(crate) span: Range<usize>,
    /// As its heading says; JSON has none.
    pub(crate) number: Option<usize>,
    pub(crate) kind: String,
    pub(crate) question: String,
    pub(crate) evaluates: String,
    pub(crate) framework: String,
    pub(crate) mistakes: String,
    pub(crate) follow_up: String,
}

pub(crate) struct DraftTool {
    pub(crate) name: String,
    /// Score and reason for each criterion, as written.
    pub(crate) scores: Vec<(String, String)>,
}

struct Findings<'f> {
    file: &'f str,
    all: Vec<Diagnostic>,
}

impl Findings<'_> {
    fn say(&mut self, code: &str, message: impl Into<String>, span: &Range<usize>) {
        self.all.push(Diagnostic::error(code, message).at(self.file, span.clone()));
    }
}

/// One fault of a numbered part, in words for it alone and for several.
struct Fault {
    number: usize,
    code: &'static str,
    one: String,
    several: String,
    span: Range<usize>,
}

/// The same fault of several parts is one finding, where the first of them stands.
fn say_grouped(part: &str, faults: Vec<Fault>, findings: &mut Findings<'_>) {
    let mut groups: Vec<(Fault, Vec<usize>)> = Vec::new();
    for fault in faults {
        match groups.iter_mut().find(|(first, _)| (first.code, &first.one) == (fault.code, &fault.one)) {
            Some((_, numbers)) => numbers.push(fault.number),
            None => {
                let number = fault.number;
                groups.push((fault, vec![number]));
            }
        }
    }
    for (fault, numbers) in groups {
        let message = match numbers.as_slice() {
            [number] => format!("{part} {number} {}", fault.one),
            several => format!("{part}s {} {}", in_runs(several), fault.several),
        };
        findings.say(fault.code, message, &fault.span);
    }
}

/// `1 to 4, 7 and 9`.
fn in_runs(numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next).flat_map(|run| match run {
        [first, _, .., last] => vec![format!("{first} to {last}")],
        few => few.iter().map(ToString::to_string).collect(),
    });
    listed(runs)
}

/// A reply with exactly the parts that were asked for, or everything that is wrong with its shape.
pub fn read(asked: Asked, text: &str, file: &str) -> Result<Reply, Vec<Diagnostic>> {
    let mut findings = Findings { file, all: Vec::new() };
    if text.len() > LARGEST {
        findings.say("reply-too-large", format!("The reply has {} KiB; at most {} are read.", text.len() / 1024, LARGEST / 1024), &(0..0));
        return Err(findings.all);
    }
    let found = sections(text);
    // A reply in Markdown may hold an object of its own, such as a body of a call.
    let is_markdown = found.iter().any(|section| is_part(asked, section));
    let object = if is_markdown { Ok(None) } else { json::object(text).transpose() };
    let object = match object {
        Ok(object) => object,
        Err(unread) => {
            let message = format!("The JSON of the reply cannot be read: line {}, column {}.", unread.line, unread.column);
            findings.say("reply-no-json", message, &(0..0));
            return Err(findings.all);
        }
    };
    let reply = match asked {
        Asked::LearningPlan => {
            let weeks = object.as_ref().map_or_else(|| draft_weeks(&found), json::weeks);
            Reply::LearningPlan(plan(weeks, &mut findings))
        }
        Asked::Interview => {
            let questions = object.as_ref().map_or_else(|| draft_questions(&found), json::questions);
            let prepare_first = object.as_ref().map_or_else(|| below(&found, "where to prepare"), json::prepare_first);
            let questions = interview(questions, &mut findings);
            if prepare_first.is_empty() {
                findings.say("reply-missing", "The reply does not say where to prepare first.", &(0..0));
            }
            Reply::Interview(Interview { questions, prepare_first })
        }
        Asked::Tools => {
            let (criteria, tools, recommendation) = object.as_ref().map_or_else(|| draft_evaluation(&found), json::evaluation);
            Reply::Tools(evaluation(&criteria, tools, recommendation, &mut findings))
        }
    };
    if findings.all.is_empty() { Ok(reply) } else { Err(findings.all) }
}

/// Whether a section of a reply in Markdown is one of the parts that were asked for.
fn is_part(asked: Asked, section: &Section) -> bool {
    let title = section.title.to_lowercase();
    match asked {
        Asked::LearningPlan => title.starts_with("week "),
        Asked::Interview => title.starts_with("question "),
        Asked::Tools => title.contains("matrix") && section.whole().contains('|'),
    }
}

/// The number behind the first word of a heading, such as `Week 3`.
fn number_of(section: &Section) -> Option<usize> {
    let (_, rest) = section.title.split_once(' ')?;
    rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

/// Parts whose headings count otherwise than from one upwards: the right number of them is not yet the right ones.
fn say_miscounted<'n>(parts: &str, headings: impl Iterator<Item = (Option<usize>, &'n Range<usize>)>, findings: &mut Findings<'_>) {
    let headings: Vec<(Option<usize>, &Range<usize>)> = headings.collect();
    let wrong = (1..).zip(&headings).find(|(wanted, (number, _))| number.is_some_and(|number| number != *wanted));
    if let Some((_, (_, span))) = wrong {
        let numbers: Vec<usize> = headings.iter().filter_map(|(number, _)| *number).collect();
        let message = format!("The {parts} are numbered {}; 1 to {} in this order were asked for.", in_runs(&numbers), headings.len());
        findings.say("reply-number", message, span);
    }
}

fn draft_weeks(sections: &[Section]) -> Vec<DraftWeek> {
    let week = |section: &Section| {
        let [_, concept, project, resources, questions] = section.fields([
            &["block"],
            &["core concept", "concept"],
            &["hands-on project", "project"],
            &["free resources", "resources"],
            &["interview questions", "questions"],
        ]);
        DraftWeek {
            span: section.span.clone(),
            number: number_of(section),
            title: section.title.split_once(':').map_or(section.title.as_str(), |(_, title)| title).trim().to_owned(),
            concept,
            project,
            resources: entries(&resources),
            questions: entries(&questions),
        }
    };
    sections.iter().filter(|section| is_part(Asked::LearningPlan, section)).map(week).collect()
}

fn plan(weeks: Vec<DraftWeek>, findings: &mut Findings<'_>) -> Vec<Week> {
    if weeks.len() != WEEKS {
        findings.say(
            "reply-weeks",
            format!("The reply has {}; twelve were asked for.", counted(weeks.len() as u64, "week", "weeks")),
            &(0..0),
        );
    } else {
        say_miscounted("weeks", weeks.iter().map(|week| (week.number, &week.span)), findings);
    }
    let mut faults = Vec::new();
    for (at, week) in weeks.iter().enumerate() {
        let parts = [
            ("a title", week.title.is_empty()),
            ("a concept", week.concept.is_empty()),
            ("a project", week.project.is_empty()),
            ("resources", week.resources.iter().all(String::is_empty)),
        ];
        faults.extend(missing(at + 1, &parts, &week.span));
        let filled = week.questions.iter().filter(|question| !question.is_empty()).count();
        if filled != QUESTIONS || week.questions.len() != QUESTIONS {
            let found = counted(filled as u64, "interview question", "interview questions");
            faults.push(Fault {
                number: at + 1,
                code: "reply-questions",
                one: format!("has {found}; five were asked for."),
                several: format!("have {found} each; five were asked for."),
                span: week.span.clone(),
            });
        }
    }
    say_grouped("Week", faults, findings);
    let week = |week: DraftWeek| Week {
        title: week.title,
        concept: week.concept,
        project: week.project,
        resources: week.resources,
        questions: week.questions,
    };
    weeks.into_iter().map(week).collect()
}

fn missing(number: usize, parts: &[(&str, bool)], span: &Range<usize>) -> Option<Fault> {
    let missing: Vec<&str> = parts.iter().filter(|(_, is_missing)| *is_missing).map(|(part, _)| *part).collect();
    let missing = (!missing.is_empty()).then(|| listed(missing))?;
    let (one, several) = (format!("lacks {missing}."), format!("lack {missing}."));
    Some(Fault { number, code: "reply-missing", one, several, span: span.clone() })
}

/// What stands below the heading that says so, whatever its number.
fn below(sections: &[Section], heading: &str) -> String {
    let section = sections.iter().find(|section| section.title.to_lowercase().contains(heading));
    section.map(Section::whole).unwrap_or_default()
}

fn draft_questions(sections: &[Section]) -> Vec<DraftQuestion> {
    let draft = |section: &Section| {
        let [question, evaluates, framework, mistakes, follow_up] = section.fields([
            &["question"],
            &["what the interviewer evaluates", "what is evaluated", "evaluates"],
            &["strong answer framework", "framework"],
            &["common mistakes", "mistakes"],
            &["follow-up", "follow up"],
        ]);
        let kind = section.title.split_once(':').map_or("", |(_, kind)| kind).to_owned();
        DraftQuestion { span: section.span.clone(), number: number_of(section), kind, question, evaluates, framework, mistakes, follow_up }
    };
    sections.iter().filter(|section| is_part(Asked::Interview, section)).map(draft).collect()
}

fn interview(drafts: Vec<DraftQuestion>, findings: &mut Findings<'_>) -> Vec<Question> {
    let (mut questions, mut faults) = (Vec::new(), Vec::new());
    if drafts.len() == QuestionKind::ALL.iter().map(|(_, _, wanted)| wanted).sum::<usize>() {
        say_miscounted("questions", drafts.iter().map(|draft| (draft.number, &draft.span)), findings);
    }
    for (number, draft) in (1..).zip(drafts) {
        let parts = [
            ("the question", draft.question.is_empty()),
            ("what is evaluated", draft.evaluates.is_empty()),
            ("a framework", draft.framework.is_empty()),
            ("common mistakes", draft.mistakes.is_empty()),
            ("a follow-up", draft.follow_up.is_empty()),
        ];
        faults.extend(missing(number, &parts, &draft.span));
        match QuestionKind::read(&draft.kind) {
            Some(kind) => questions.push(Question {
                kind,
                question: draft.question,
                evaluates: draft.evaluates,
                framework: draft.framework,
                mistakes: draft.mistakes,
                follow_up: draft.follow_up,
            }),
            None => faults.push(Fault {
                number,
                code: "reply-kind",
                one: "does not say of which of the four kinds it is.".to_owned(),
                several: "do not say of which of the four kinds they are.".to_owned(),
                span: draft.span,
            }),
        }
    }
    say_grouped("Question", faults, findings);
    for (kind, words, wanted) in QuestionKind::ALL {
        let found = questions.iter().filter(|question| question.kind == kind).count();
        if found != wanted {
            let found = counted(found as u64, &format!("{words} question"), &format!("{words} questions"));
            findings.say("reply-mix", format!("The reply has {found}; {wanted} were asked for."), &(0..0));
        }
    }
    questions
}

/// The four criteria that tools are chosen by, each with a word that names it.
pub const CRITERIA: [(&str, &str); 4] = [
    ("Integration with engineering workflows", "integration"),
    ("Learning curve for non-technical stakeholders", "learning"),
    ("Pricing for startups against enterprise", "pric"),
    ("Features for TPM use cases", "feature"),
];

fn draft_evaluation(sections: &[Section]) -> (Vec<(String, String)>, Vec<DraftTool>, String) {
    let recommendation = below(sections, "recommendation");
    let rows = table(&below(sections, "matrix"));
    let Some((head, rows)) = rows.split_first() else { return (Vec::new(), Vec::new(), recommendation) };
    let rows: Vec<&Vec<String>> =
        rows.iter().filter(|row| !row.first().is_some_and(|name| name.to_lowercase().contains("total"))).collect();
    let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    let criteria = rows.iter().map(|row| (cell(row, 0), cell(row, 1))).collect();
    let tool =
        |at: usize| DraftTool { name: tool_name(&head[at]), scores: rows.iter().map(|row| (cell(row, at), cell(row, at + 1))).collect() };
    (criteria, (2..head.len()).step_by(2).map(tool).collect(), recommendation)
}

/// `Score of Postman` names Postman.
fn tool_name(head: &str) -> String {
    let is_score = head.get(..5).is_some_and(|beginning| beginning.eq_ignore_ascii_case("score"));
    let bare = if is_score { head[5..].trim().trim_start_matches("of ").trim_start_matches("for ") } else { head };
    bare.trim().to_owned()
}

fn evaluation(criteria: &[(String, String)], tools: Vec<DraftTool>, recommendation: String, findings: &mut Findings<'_>) -> Evaluation {
    let start = 0..0;
    if criteria.is_empty() {
        findings.say("reply-criteria", "The reply has no matrix with criteria.", &start);
    }
    if !TOOLS.contains(&tools.len()) {
        findings.say(
            "reply-tools",
            format!("The reply compares {}; two or three were asked for.", counted(tools.len() as u64, "tool", "tools")),
            &start,
        );
    }
    repeated("criteria", criteria.iter().map(|(name, _)| name.as_str()), findings);
    repeated("tools", tools.iter().map(|tool| tool.name.as_str()), findings);
    if recommendation.is_empty() {
        findings.say("reply-missing", "The reply has no recommendation.", &start);
    }
    for (asked, word) in CRITERIA {
        if !criteria.is_empty() && !criteria.iter().any(|(name, _)| name.to_lowercase().contains(word)) {
            findings.say("reply-criteria", format!("The criterion “{asked}” was asked for and is missing."), &start);
        }
    }
    let mut weights = Vec::new();
    for (name, weight) in criteria {
        let number = weight.trim_end_matches('%').trim().parse::<f64>().ok().filter(|weight| (0.0..=100.0).contains(weight));
        if name.is_empty() || number.is_none() {
            findings.say(
                "reply-weight",
                format!("The criterion `{name}` has the weight `{weight}`; a name and a number up to 100 are asked for."),
                &start,
            );
        }
        weights.push((name.clone(), number.unwrap_or(0.0)));
    }
    let sum: f64 = weights.iter().map(|(_, weight)| weight).sum();
    if !criteria.is_empty() && (sum - 100.0).abs() > 0.5 {
        findings.say("reply-weight", format!("The weights sum to {sum}; they were to sum to 100."), &start);
    }
    let read = |draft: DraftTool, findings: &mut Findings<'_>| {
        if draft.name.is_empty() {
            findings.say("reply-missing", "A tool has no name.", &start);
        }
        let scores = draft.scores.iter().zip(criteria).map(|(written, (criterion, _))| score(&draft.name, criterion, written, findings));
        Tool { scores: scores.collect(), name: draft.name.clone() }
    };
    let tools = tools.into_iter().map(|draft| read(draft, findings)).collect();
    Evaluation { criteria: weights, tools, recommendation }
}

/// A decision tells its criteria and options apart by their names.
fn repeated<'n>(what: &str, names: impl Iterator<Item = &'n str>, findings: &mut Findings<'_>) {
    let mut seen: Vec<String> = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        let bare = name.trim().to_lowercase();
        if seen.contains(&bare) {
            findings.say("reply-repeated", format!("Two {what} are called `{name}`."), &(0..0));
        }
        seen.push(bare);
    }
}

fn score(tool: &str, criterion: &str, (written, reason): &(String, String), findings: &mut Findings<'_>) -> Score {
    let start = 0..0;
    let is_unknown = written.to_lowercase().contains("not known") || written.to_lowercase().contains("unknown");
    let score = written.split('/').next().and_then(|score| score.trim().parse::<f64>().ok()).filter(|score| (1.0..=5.0).contains(score));
    if score.is_none() && !is_unknown {
        let message = format!("The score of `{tool}` for `{criterion}` is `{written}`; 1 to 5 or “not known” is asked for.");
        findings.say("reply-score", message, &start);
    }
    if reason.is_empty() {
        findings.say("reply-missing", format!("The score of `{tool}` for `{criterion}` has no reason."), &start);
    }
    Score { score, reason: reason.clone() }
}
