use crate::markdown::is_entry;
use crate::reply::{Evaluation, Question, Reply, Week};
use footbridge_table::quoted;
use std::fmt::Write as _;

/// What stands at the top of everything that a model wrote.
const UNREVIEWED: &str = "Unreviewed: a language model wrote this, and nobody has checked it. No verdict rests on it.";

const TEN_QUESTIONS: &str = "Ten interview questions";
const FOR: &str = " for ";

/// The company that kept questions are for, under its [title](Reply::title); `None` when it names none.
pub fn company_of(file: &str) -> Option<&str> {
    let title = file.lines().find_map(|line| line.strip_prefix("# "))?;
    title.strip_prefix(TEN_QUESTIONS)?.strip_prefix(FOR)
}

impl Reply {
    /// Ending of the file that holds it.
    pub fn ending(&self) -> &'static str {
        match self {
            Self::LearningPlan(_) | Self::Interview(_) => "md",
            Self::Tools(_) => "yaml",
        }
    }

    /// As a text of one's own, of which nothing came from a model: Markdown, or for tools a decision.
    pub fn to_text(&self, title: &str) -> String {
        match self {
            Self::Tools(evaluation) => decision(evaluation, title),
            Self::LearningPlan(_) | Self::Interview(_) => format!("# {title}\n{}", plain(&self.body())),
        }
    }

    /// What it is called where it is kept; questions name the company they are for, when there is one.
    pub fn title(&self, company: Option<&str>) -> String {
        match self {
            Self::LearningPlan(_) => "A learning plan of twelve weeks".to_owned(),
            Self::Interview(_) => format!("{TEN_QUESTIONS}{}", company.map_or_else(String::new, |company| format!("{FOR}{company}"))),
            Self::Tools(evaluation) => format!("A comparison of {} tools", if evaluation.tools.len() == 2 { "two" } else { "three" }),
        }
    }

    fn body(&self) -> String {
        match self {
            Self::LearningPlan(weeks) => weeks.iter().enumerate().map(week).collect(),
            Self::Interview(interview) => {
                let questions: String = interview.questions.iter().enumerate().map(question).collect();
                format!("{questions}\n## Where to prepare first\n\n{}\n", interview.prepare_first)
            }
            Self::Tools(_) => String::new(),
        }
    }

    /// As a file that says at its top that nobody reviewed it: Markdown, or for tools a decision that `footbridge decide` reads.
    pub fn to_file(&self, company: Option<&str>) -> String {
        match self {
            Self::LearningPlan(_) | Self::Interview(_) => markdown(&self.title(company), &self.body()),
            Self::Tools(evaluation) => {
                format!("# {UNREVIEWED}\n{}", decision(evaluation, &format!("{}, unreviewed", self.title(company))))
            }
        }
    }
}

fn markdown(title: &str, body: &str) -> String {
    format!("---\nreviewed: false\n---\n\n# {title}\n\n> {UNREVIEWED}\n{}", plain(body))
}

fn week((at, week): (usize, &Week)) -> String {
    let resources: String = week.resources.iter().map(|resource| format!("- {resource}\n")).collect();
    let questions: String = week.questions.iter().enumerate().map(|(at, question)| format!("{}. {question}\n", at + 1)).collect();
    format!(
        "\n## Week {}: {}\n\n{}\n{}\n**Free resources:**\n\n{resources}\n**Interview questions:**\n\n{questions}",
        at + 1,
        week.title,
        labelled("Core concept", &week.concept),
        labelled("Hands-on project", &week.project)
    )
}

fn question((at, question): (usize, &Question)) -> String {
    let parts = [
        ("Question", &question.question),
        ("What the interviewer evaluates", &question.evaluates),
        ("Strong answer framework", &question.framework),
        ("Common mistakes", &question.mistakes),
        ("Follow-up", &question.follow_up),
    ];
    let parts: String = parts.into_iter().map(|(label, text)| format!("\n{}", labelled(label, text))).collect();
    format!("\n## Question {}: {}\n{parts}", at + 1, question.kind.words())
}

/// A list behind its label would have its first mark in the middle of a line, where it is none.
fn labelled(label: &str, text: &str) -> String {
    let text = text.trim();
    let gap = if is_entry(text.lines().next().unwrap_or_default()) { "\n\n" } else { " " };
    format!("**{label}:**{gap}{text}\n")
}

fn decision(evaluation: &Evaluation, title: &str) -> String {
    let mut text = format!("format: 1\nmethod: matrix\ntitle: {}\nscale: [1, 5]\ncriteria:\n", value(title));
    for (name, weight) in &evaluation.criteria {
        let _ = write!(text, "  - name: {}\n    weight: {}\n", value(name), number(*weight));
    }
    text += "options:\n";
    for tool in &evaluation.tools {
        let _ = write!(text, "  - name: {}\n    scores:\n", value(&tool.name));
        let named = || evaluation.criteria.iter().zip(&tool.scores);
        for ((name, _), score) in named() {
            let score = score.score.map_or_else(|| "not known".to_owned(), number);
            let _ = writeln!(text, "      {}: {score}", value(name));
        }
        text += "    why:\n";
        for ((name, _), score) in named() {
            let _ = writeln!(text, "      {}: {}", value(name), value(&score.reason));
        }
    }
    let _ = writeln!(text, "# Recommendation:");
    for line in evaluation.recommendation.lines().map(plain) {
        let _ = writeln!(text, "{}", format!("# {line}").trim_end());
    }
    text
}

/// At most three decimals, as decisions are written.
fn number(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Without characters that a terminal would act on.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| matches!(letter, '\n' | '\t') || !letter.is_control()).collect()
}

/// A text as a value of YAML, also without what a terminal would act on once the file is read again.
fn value(text: &str) -> String {
    quoted(&plain(text))
}
