//! The three master prompts without a language model, and replies of one, which are kept only in the right shape and never judged by.

use crate::folder::path;
use crate::private::refused;
use crate::view::{KeptReplyView, OfflineView, PromptBody};
use crate::{App, Trouble};
use footbridge_assist::{Asked, Question, QuestionKind, Reply, Week, read};
use footbridge_content::{BankKind, BankQuestion, Exercise, LearningWeek};
use footbridge_decide::{MatrixOf, matrix};

const FOLDER: &str = "private/replies";

/// R7's criteria, each with what it asks.
const CRITERIA: [(&str, &str); 4] = [
    (
        "Integration with engineering workflows",
        "Does work in the repository, the build and incidents show up without anybody typing it twice?",
    ),
    (
        "Learning curve for non-technical stakeholders",
        "How long until a colleague without technical background finds and understands what they need?",
    ),
    ("Pricing for startups against enterprise", "What is paid today and at ten times the size; what does only the dearer plan contain?"),
    ("Features for TPM use cases", "API specifications, technical roadmaps, dependencies, decisions with their reasons, release notes?"),
];

impl App {
    /// What a master prompt asks for, made of the course alone: twelve weeks, ten questions, or a matrix to fill in.
    pub fn without_model(&self, name: &str, body: &PromptBody) -> Result<OfflineView, Trouble> {
        let text = match asked(name)? {
            Asked::LearningPlan => {
                let dated = self.path()?.plan_weeks;
                let start = |title: &str| dated.iter().find(|week| week.title.as_deref() == Some(title)).map(|week| week.from.clone());
                let titled = |mut week: Week| {
                    if let Some(from) = start(&week.title) {
                        week.title = format!("{}, from {from}", week.title);
                    }
                    week
                };
                Reply::LearningPlan(self.weeks_of_the_course().into_iter().map(titled).collect()).to_text("Twelve weeks of the course")
            }
            Asked::Interview => {
                let input = body.inputs.get("company").map(|company| company.trim()).filter(|company| !company.is_empty());
                let title = input.map_or_else(
                    || "Ten questions of the bank".to_owned(),
                    |company| format!("Ten questions of the bank, to prepare for {company}"),
                );
                Reply::Interview(self.ten_questions()?).to_text(&title)
            }
            Asked::Tools => tools_matrix(body),
        };
        Ok(OfflineView { text })
    }

    /// Keeps a reply to a master prompt, below `private/` and marked as unreviewed, when it has the shape that was asked for.
    pub fn keep_reply(&self, name: &str, text: &str, file: &str) -> Result<KeptReplyView, Trouble> {
        let asked = asked(name)?;
        let reply = read(asked, text, file).map_err(|found| {
            Trouble::asked("The reply does not have the shape that was asked for, so nothing of it was kept.")
                .help("Ask the model to mend what is named, and import its answer.")
                .findings(found)
        })?;
        self.with_learner(|_| ())?;
        // Held until the file stands there: whoever imports at the same moment finds the name taken.
        let _lock = self.lock()?;
        let disk = &self.world.disk;
        let stem = format!("{FOLDER}/{name}-{}", self.today());
        let named =
            |number: u32| if number < 2 { format!("{stem}.{}", reply.ending()) } else { format!("{stem}-{number}.{}", reply.ending()) };
        let mut number = 1;
        while disk.exists(&path(&named(number)))? {
            number += 1;
        }
        let file = named(number);
        disk.create_folder_all(&path(FOLDER))
            .and_then(|()| disk.write_atomically(&path(&file), reply.to_file().as_bytes()))
            .map_err(|error| refused(FOLDER, error))?;
        Ok(KeptReplyView { file })
    }

    fn weeks_of_the_course(&self) -> Vec<Week> {
        let pack = &self.course.pack;
        let week = |week: &LearningWeek| {
            let lesson = pack.exercise(week.concept.as_ref().as_str());
            let project = pack.exercise(week.project.as_ref().as_str());
            let asks = week.questions.iter().filter_map(|id| pack.question(id.as_ref().as_str()));
            Week {
                title: week.title.clone(),
                concept: lesson.map(summary).unwrap_or_default(),
                project: project
                    .map(|project| format!("{}. `footbridge start {}`, {} minutes.", project.title, project.id, project.minutes))
                    .unwrap_or_default(),
                resources: lesson.map(resources).unwrap_or_default(),
                questions: asks.map(|question| one_line(&question.ask)).collect(),
            }
        };
        pack.path.weeks.iter().map(week).collect()
    }

    /// Three, three, two and two: those that were answered least come first.
    fn ten_questions(&self) -> Result<Vec<Question>, Trouble> {
        let pack = &self.course.pack;
        let answered: Vec<(String, u32)> =
            self.bank(&crate::BankWish::default())?.questions.into_iter().map(|line| (line.id, line.answered)).collect();
        let often = |question: &BankQuestion| answered.iter().find(|(id, _)| id == question.id.as_str()).map_or(0, |(_, times)| *times);
        let mut ten = Vec::new();
        for (kind, _, wanted) in QuestionKind::ALL {
            let of_bank = match kind {
                QuestionKind::SystemDesign => BankKind::SystemDesign,
                QuestionKind::ProductSense => BankKind::ProductSense,
                QuestionKind::Api => BankKind::ApiTechnical,
                QuestionKind::Behavioural => BankKind::Behavioural,
            };
            let mut some: Vec<&BankQuestion> =
                pack.banks.iter().flat_map(|bank| &bank.questions).filter(|question| question.kind == of_bank).collect();
            some.sort_by_key(|question| often(question));
            ten.extend(some.into_iter().take(wanted).map(|question| Question {
                kind,
                question: question.variant(0).ask.trim().to_owned(),
                evaluates: list(&question.variant(0).evaluates),
                framework: list(&question.variant(0).framework),
                mistakes: list(&question.variant(0).mistakes),
            }));
        }
        Ok(ten)
    }
}

pub(crate) fn asked(name: &str) -> Result<Asked, Trouble> {
    Asked::of(name).ok_or_else(|| {
        let names = Asked::ALL.map(|(name, _)| name);
        Trouble::not_found(format!("There is no prompt `{name}`."))
            .help(format!("There are: {}.", names.join(", ")))
            .or_meant(name, names.into_iter())
    })
}

/// R7's four criteria and the tools that were named; nothing is known of any, which the matrix says.
fn tools_matrix(body: &PromptBody) -> String {
    let input = |name: &str, otherwise: &str| {
        body.inputs.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).unwrap_or_else(|| otherwise.to_owned())
    };
    let tools = [input("tool_a", "Tool A"), input("tool_b", "Tool B"), input("tool_c", "Tool C")];
    let title = match input("team_size", "").as_str() {
        "" => format!("Which tool for {}", input("use_case", "our use case")),
        size => format!("Which tool for {}, with {size} people", input("use_case", "our use case")),
    };
    let options: Vec<&str> = tools.iter().map(String::as_str).collect();
    matrix(&MatrixOf { title: &title, criteria: &CRITERIA, options: &options })
}

/// The first paragraph below the headings.
fn summary(lesson: &Exercise) -> String {
    let paragraph = lesson.brief.split("\n\n").map(str::trim).find(|text| !text.is_empty() && !text.starts_with('#')).unwrap_or_default();
    format!("{}. {}", lesson.title, one_line(paragraph))
}

fn resources(lesson: &Exercise) -> Vec<String> {
    lesson
        .resources
        .iter()
        .filter(|resource| resource.free)
        .map(|resource| format!("{}, {}: {}", resource.title, resource.by, resource.url.as_ref()))
        .collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list(entries: &[String]) -> String {
    entries.iter().map(|entry| format!("\n- {}", one_line(entry))).collect()
}
