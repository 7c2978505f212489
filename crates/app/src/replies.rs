//! The three master prompts without a language model, and replies of one, which are kept only in the right shape and never judged by.

use crate::evaluation::{CRITERIA, EQUAL_WEIGHT, LARGEST_TEAM};
use crate::prompts::TOOLS;
use crate::view::{EvaluationBody, KeptReplyView, OfflineView, PromptBody};
use crate::{App, Trouble};
use footbridge_assist::{Asked, Reply, Week, read};
use footbridge_content::{Exercise, LearningWeek};
use footbridge_diagnostic::counted;

/// Where replies are kept.
pub(crate) const FOLDER: &str = "private/replies";

/// The longest name of a company, in characters.
const LONGEST_COMPANY: usize = 120;

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
                let kind = input.and_then(|company| self.kind_of_company(company));
                let as_asked = kind.map_or_else(String::new, |kind| format!(", as {} asks them", kind.spoken()));
                let title = input.map_or_else(
                    || "Ten questions of the bank".to_owned(),
                    |company| format!("Ten questions of the bank, to prepare for {company}{as_asked}"),
                );
                Reply::Interview(self.with_learner(|learner| self.ten_questions(kind, learner))?).to_text(&title)
            }
            Asked::Tools => self.tools_matrix(body)?,
        };
        Ok(OfflineView { text })
    }

    /// Keeps a reply to a master prompt, below `private/` and marked as unreviewed, when it has the shape that was asked for. What the course
    /// made without a model is kept unmarked. One that is kept already is kept once. `company` is whom questions are for, when that was said.
    pub fn keep_reply(&self, name: &str, text: &str, file: &str, company: Option<&str>) -> Result<KeptReplyView, Trouble> {
        let asked = asked(name)?;
        let company = company.map(|company| company_of_questions(asked, company)).transpose()?;
        let reply = read(asked, text, file).map_err(|found| {
            Trouble::asked("The reply does not have the shape that was asked for, so nothing of it was kept.")
                .help("Ask the model to mend what is named, and import its answer.")
                .findings(found)
        })?;
        let (unreviewed, company) = (!self.is_of_the_course(&reply), company.as_deref());
        let whole = if unreviewed { reply.to_file(company) } else { reply.to_text(&reply.title(company)) };
        let stem = format!("{name}-{}", self.today());
        let (file, already) = self.keep_once(FOLDER, &format!("{name}-"), &stem, reply.ending(), &whole)?;
        let next = match asked {
            Asked::LearningPlan => String::new(),
            Asked::Interview => format!("footbridge mock begin --reply {}", file.trim_start_matches(FOLDER).trim_start_matches('/')),
            Asked::Tools => format!("footbridge decide {file}"),
        };
        let decision = if asked == Asked::Tools { whole } else { String::new() };
        let says = if already {
            format!("This reply is kept already, as {file}.")
        } else if !unreviewed {
            format!("Kept as {file}. It is the course’s own text: no language model wrote it.")
        } else {
            format!("Kept as {file}, marked as unreviewed. No verdict rests on it.")
        };
        Ok(KeptReplyView { says, file, already, unreviewed, next, decision })
    }

    /// Whether the course made it, as [`Self::without_model`] does.
    fn is_of_the_course(&self, reply: &Reply) -> bool {
        // Titles of the course's weeks go on with their dates.
        let is_same = |(one, own): (&Week, &Week)| {
            let texts = |week: &Week| [&[week.concept.clone(), week.project.clone()][..], &week.resources, &week.questions].concat();
            one.title.starts_with(&own.title) && texts(one) == texts(own)
        };
        match reply {
            Reply::LearningPlan(weeks) => weeks.iter().zip(&self.weeks_of_the_course()).all(is_same),
            Reply::Interview(interview) => interview.questions.iter().all(|question| self.asked_in_bank(question).is_some()),
            Reply::Tools(_) => false,
        }
    }

    /// The tools that were named, by the facts of the Guide and with equal weights.
    fn tools_matrix(&self, body: &PromptBody) -> Result<String, Trouble> {
        let input = |name: &str| body.inputs.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
        let tools: Vec<String> = TOOLS.into_iter().filter_map(input).map(str::to_owned).collect();
        if tools.len() < 2 {
            return Err(Trouble::asked(format!(
                "{} named; two or three are laid side by side.",
                counted(tools.len(), "tool is", "tools are")
            ))
            .help("`tool_a`, `tool_b` and `tool_c` are the places for them."));
        }
        let team = input("team_size").map(team_size).transpose()?;
        let evaluated = self.evaluate_tools(&EvaluationBody {
            tools,
            use_case: input("use_case").unwrap_or_default().to_owned(),
            team,
            weights: CRITERIA.iter().map(|asked| (asked.word.to_owned(), EQUAL_WEIGHT)).collect(),
            job: None,
        })?;
        Ok(format!("{EQUALLY}{}", evaluated.text))
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
}

/// How many people somebody means who writes `12`, `twelve`, `12 people` or `10 to 15`, of which the first number counts.
fn team_size(written: &str) -> Result<u32, Trouble> {
    let digits = || {
        let first: String = written.chars().skip_while(|letter| !letter.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        first.parse().ok()
    };
    let people = footbridge_grade::number_typed_in(written, "people").or_else(digits);
    let whole = people.filter(|people| people.fract() == 0.0 && (1.0..=f64::from(LARGEST_TEAM)).contains(people));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 1 to the largest team")]
    let team = whole.map(|people| people as u32);
    team.ok_or_else(|| {
        Trouble::asked(format!("`{written}` is no number of people."))
            .help("Write it in digits or in words, such as `team_size=12`, or leave it out.")
    })
}

/// Whom questions are for, on one line.
pub(crate) fn company_of_questions(asked: Asked, company: &str) -> Result<String, Trouble> {
    let company = one_line(company);
    if asked != Asked::Interview {
        return Err(Trouble::asked("Only interview questions are for a company.").help("Leave the company out."));
    }
    if company.is_empty() {
        return Err(Trouble::asked("The company that the questions are for is blank.").help("Write its name, or leave it out."));
    }
    if company.chars().count() > LONGEST_COMPANY || company.contains(char::is_control) {
        return Err(Trouble::asked(format!("The name of a company is plain text of at most {LONGEST_COMPANY} characters.")));
    }
    Ok(company)
}

pub(crate) fn asked(name: &str) -> Result<Asked, Trouble> {
    Asked::of(name).ok_or_else(|| {
        let names = Asked::ALL.map(|(name, _)| name);
        Trouble::not_found(format!("There is no prompt `{name}`."))
            .help(format!("There are: {}.", names.join(", ")))
            .or_meant(name, names.into_iter())
    })
}

/// What the matrix of the course is told to be about.
const EQUALLY: &str = "# The four criteria count equally, because no weights were stated. State yours with\n# `footbridge decide tools … --weight integration=40 …`: they are locked before a score is seen.\n";

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

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
