use crate::cited::Cited;
use crate::course::opens;
use crate::folder::path as inside;
use crate::learner::Learner;
use crate::markdown::blocks;
use crate::path::{is_reached, resource_view};
use crate::planning::{Planned, is_self_reported, state_of};
use crate::publishing::{is_public, unpublished};
use crate::variants::{is_about, is_fresh_weekly, is_passed, variant_name};
use crate::view::{
    AnswerBody, HintView, HistoryLineView, NextView, OptionView, PublishedView, QuestionView, RunView, SavedView, SolutionView,
    VerdictView, WorkView,
};
use crate::view_sql::{compared, finding_view, rows_view, run_failure};
use crate::wanted::wanted;
use crate::words::count;
use crate::{App, Fault, Trouble};
use footbridge_content::{Exercise, Kind};
use footbridge_diagnostic::Diagnostic;
use footbridge_grade::{Answered, Question, QuestionKind, check_version, label, read_answers, read_questions};
use footbridge_journal::{Act, AnswerFile, Checked, Published};
use footbridge_verdict::{AnswerHash, FindingKind, HelpUsed, Outcome};
use std::fmt::Write as _;

/// Longest answer that is read, in bytes.
const LONGEST_ANSWER: usize = 512 * 1024;

/// Which variant of an exercise was begun last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begun {
    No,
    This,
    Another,
}

impl App {
    /// One exercise or lesson in the workspace.
    pub fn work(&self, id: &str) -> Result<WorkView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        let saved = self.saved(exercise)?;
        self.with_learner(|learner| self.work_view(exercise, learner, saved))
    }

    /// Begins work: writes the starter as the answer's file, unless there is an answer. One that is kept as a pass of another variant makes
    /// room for the starter; a piece of writing for another variant that nothing keeps has to be moved first, or it would pass for this one.
    pub fn start(&self, id: &str) -> Result<WorkView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        let (begun, kept) = self.with_learner(|learner| {
            let Some(work) = learner.state.work(&exercise.id) else { return (Begun::No, Vec::new()) };
            let is_another = is_fresh_weekly(exercise) && work.variant.is_some() && work.variant != variant_name(exercise);
            let begun = if is_another { Begun::Another } else { Begun::This };
            let of_another = work.passes().filter(|pass| !is_about(&pass.checked, exercise));
            (begun, of_another.map(|pass| pass.checked.answer.clone()).collect())
        })?;
        let lock = self.lock()?;
        // Only what can be read again elsewhere is replaced.
        let is_kept = |hash: &AnswerHash| kept.contains(hash) && self.kept_text(exercise, hash).is_some();
        if self.saved(exercise)?.is_none_or(|text| is_kept(&AnswerHash::of(text.as_bytes()))) {
            self.world.disk.create_folder_all(&inside(&folder_of(exercise)))?;
            self.world.disk.write_atomically(&inside(&answer_path(exercise)), starter(exercise).as_bytes())?;
        } else if begun == Begun::Another && exercise.kind.is_piece() {
            return Err(Trouble::asked(format!("`{}` holds a text for an earlier week that no check has kept.", answer_path(exercise)))
                .help("Move that file elsewhere in your folder; then begin this week's. To keep the earlier piece off your portfolio, name it under `hidden` in portfolio.toml."));
        }
        drop(lock);
        if begun != Begun::This {
            let variant = variant_name(exercise).filter(|_| is_fresh_weekly(exercise));
            self.record_locked(Act::Started { exercise: exercise.id.clone(), variant }, exercise.private)?;
        }
        self.work(id)
    }

    /// Begins the next variant of an exercise that was passed: the same question with other numbers.
    pub fn start_again(&self, id: &str) -> Result<WorkView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        let next = self.course.exercise(id)?.variant(exercise.variant + 1);
        let Some(name) = variant_name(next).filter(|_| !is_fresh_weekly(exercise)) else {
            return Err(Trouble::asked(format!("`{id}` has no other numbers to be tried with.")));
        };
        if !self.with_learner(|learner| learner.state.work(&exercise.id).is_some_and(|work| is_passed(work, exercise)))? {
            return Err(Trouble::asked(format!("`{id}` is not passed yet with the numbers it has now.")));
        }
        self.record_locked(Act::Started { exercise: exercise.id.clone(), variant: Some(name) }, exercise.private)?;
        self.start(id)
    }

    /// Saves an answer, unless the file changed since it was read.
    pub fn save(&self, id: &str, answer: &AnswerBody) -> Result<SavedView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        // Nothing is written where nobody has begun.
        self.with_learner(|_| ())?;
        let _lock = self.lock()?;
        within_length(&answer.text)?;
        let there = self.saved(exercise)?;
        let hash = there.as_deref().map_or_else(String::new, |text| AnswerHash::of(text.as_bytes()).to_string());
        let is_of_another = answer.variant > 0 && answer.variant as usize != exercise.variant + 1;
        if hash != answer.base_hash || is_of_another {
            return Err(Trouble::new(Fault::Changed, format!("`{}` was changed outside since it was read here.", answer_path(exercise)))
                .help("Load it again, or save yours over it."));
        }
        if there.as_deref() != Some(&answer.text) {
            self.world.disk.create_folder_all(&inside(&folder_of(exercise)))?;
            self.world.disk.write_atomically(&inside(&answer_path(exercise)), answer.text.as_bytes())?;
        }
        Ok(SavedView { hash: AnswerHash::of(answer.text.as_bytes()).to_string() })
    }

    /// Runs a query on an exercise's tables without judging it.
    pub fn run(&self, id: &str, sql: &str, full: bool) -> Result<RunView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        if exercise.kind != Kind::Sql {
            return Err(Trouble::asked(format!("`{id}` has no query to run.")));
        }
        Ok(match self.grader.explore(&self.course.pack, exercise, sql, full) {
            Ok(answer) => RunView {
                rows: Some(rows_view(&answer.table, answer.truncated, answer.total_rows)),
                findings: answer.warnings.iter().map(|warning| finding_view(warning, None, None, sql)).collect(),
                elapsed_ms: u64::try_from(answer.elapsed.as_millis()).unwrap_or(u64::MAX),
                fault: String::new(),
            },
            Err(failure) => run_failure(&failure, sql),
        })
    }

    /// Checks the answer in the learner's folder.
    pub fn check(&self, id: &str) -> Result<VerdictView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        self.with_learner(|_| ())?;
        let Some(text) = self.saved(exercise)? else {
            return Err(Trouble::asked(format!("There is no answer yet: `{}` does not exist.", answer_path(exercise)))
                .help(format!("`footbridge start {id}` writes a file to begin with.")));
        };
        let hash = AnswerHash::of(text.as_bytes()).to_string();
        self.check_answer(id, &AnswerBody { text, base_hash: hash, variant: 0 })
    }

    /// Saves an answer and checks it; the verdict is recorded, and a pass keeps the exact answer.
    pub fn check_answer(&self, id: &str, answer: &AnswerBody) -> Result<VerdictView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        let before = self.with_learner(|learner| self.reached(learner))?;
        let saved = self.save(id, answer)?;
        let cited = Cited::default();
        let checked = self.grader.check(&self.course.pack, exercise, &answer.text, &|other| self.last_pass(other, &cited));
        let version = check_version(&self.course.pack, exercise);
        let help = self.with_learner(|learner| learner.state.work(&exercise.id).map_or_else(HelpUsed::default, |work| work.help))?;
        let hash = AnswerHash::of(answer.text.as_bytes());
        let kept = (checked.verdict.outcome == Outcome::Pass).then(|| kept_path(exercise, &hash));
        // A wrong answer is kept too: recall shows it again.
        let missed = (checked.verdict.outcome == Outcome::Revise).then(|| missed_path(exercise, &hash));
        if let Some(copy) = kept.as_ref().or(missed.as_ref()) {
            let _lock = self.lock()?;
            let copy = inside(copy);
            self.world.disk.create_folder_all(&copy.parent().unwrap_or_else(|| copy.clone()))?;
            self.world.disk.write_atomically(&copy, answer.text.as_bytes())?;
        }
        let act = Act::Checked(Box::new(Checked {
            exercise: exercise.id.clone(),
            outcome: checked.verdict.outcome,
            proof: exercise.proof,
            check_version: version.clone(),
            answer: hash.clone(),
            files: std::iter::once(AnswerFile { name: exercise.kind.answer_file().to_owned(), hash }).chain(cited.files()).collect(),
            variant: variant_name(exercise),
            seed: 0,
            help,
            summary: checked.verdict.summary.clone(),
            minutes: None,
        }));
        self.record_locked(act, exercise.private)?;
        // The pass is recorded: a plan that cannot be written now is written at the next one, and takes nothing away.
        let plan_fault = if kept.is_some() { self.write_plan().err() } else { None };
        let plan_finding =
            plan_fault.map(|trouble| Diagnostic::warning("plan-not-written", format!("`plan.md` is as it was: {}", trouble.message)));
        self.with_learner(|learner| {
            let reached = self.reached(learner);
            let planned = self.planned(learner);
            VerdictView {
                outcome: outcome_id(checked.verdict.outcome).to_owned(),
                summary: checked.verdict.summary.clone(),
                self_reported: is_self_reported(exercise),
                findings: checked
                    .verdict
                    .findings
                    .iter()
                    .map(|finding| finding_view(&finding.diagnostic, Some(finding.kind), finding.part.clone(), &answer.text))
                    .chain(plan_finding.iter().map(|finding| finding_view(finding, Some(FindingKind::Informative), None, &answer.text)))
                    .collect(),
                tables: checked.shown.iter().map(compared).collect(),
                discussion: if kept.is_some() { blocks(&exercise.discussion) } else { Vec::new() },
                hints_used: u32::from(help.hints),
                solution_used: help.solution,
                check_version: version,
                kept,
                milestones: reached.into_iter().filter(|title| !before.contains(title)).collect(),
                next: self.next_after(exercise, learner, &planned),
                hash: saved.hash,
            }
        })
    }

    /// Checks every answer there is: exercise ids with their verdicts, by id.
    pub fn check_all(&self) -> Result<Vec<(String, VerdictView)>, Trouble> {
        let mut verdicts = Vec::new();
        for exercise in &self.course.pack.exercises {
            if self.saved(exercise)?.is_some() {
                verdicts.push((exercise.id.to_string(), self.check(exercise.id.as_str())?));
            }
        }
        Ok(verdicts)
    }

    /// The next hint.
    pub fn hint(&self, id: &str) -> Result<HintView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        let opened = self.with_learner(|learner| learner.state.work(&exercise.id).map_or(0, |work| work.help.hints))?;
        let Some(hint) = exercise.hints.get(usize::from(opened)) else {
            let message = if exercise.hints.is_empty() { "There are no hints here." } else { "All hints are open." };
            return Err(Trouble::asked(message).help(format!("`footbridge solution {id}` shows the way, and says so in your evidence.")));
        };
        self.record_locked(Act::HintShown { exercise: exercise.id.clone(), level: opened + 1 }, exercise.private)?;
        Ok(hint_view(usize::from(opened), hint))
    }

    /// The solutions. Opening them is recorded.
    pub fn solution(&self, id: &str) -> Result<SolutionView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        self.record_locked(Act::SolutionShown { exercise: exercise.id.clone() }, exercise.private)?;
        let solutions = if exercise.solutions.is_empty() {
            vec![self.answers_in_words(exercise)]
        } else {
            exercise.solutions.iter().map(ToString::to_string).collect()
        };
        Ok(SolutionView { solutions, language: language_of(exercise.kind).to_owned(), discussion: blocks(&exercise.discussion) })
    }

    /// The right answers to questions, each with its reckoning or reason.
    fn answers_in_words(&self, exercise: &Exercise) -> String {
        let mut text = String::new();
        for question in read_questions(exercise).unwrap_or_default() {
            let line = match &question.kind {
                QuestionKind::Number { answer, unit, reckoning, .. } if unit.is_empty() => {
                    format!("{} = {answer}  # {reckoning}", question.id)
                }
                QuestionKind::Number { answer, unit, reckoning, .. } => format!("{} = {answer}  # in {unit}. {reckoning}", question.id),
                QuestionKind::Options { options, .. } => {
                    let right = options.iter().enumerate().filter(|(_, option)| option.right);
                    let labels: Vec<String> = right.clone().map(|(at, _)| format!("\"{}\"", label(at))).collect();
                    let why: Vec<&str> = right.map(|(_, option)| option.feedback.as_str()).collect();
                    let labels = if labels.len() == 1 { labels.concat() } else { format!("[{}]", labels.join(", ")) };
                    format!("{} = {labels}  # {}", question.id, why.join(" "))
                }
            };
            writeln!(text, "{}", line.replace('\n', " ")).expect("writing to a String cannot fail");
        }
        text
    }

    pub(crate) fn record_locked(&self, act: Act, private: bool) -> Result<(), Trouble> {
        // The folder is read before it is locked: reading may itself have something to record.
        self.with_learner(|_| ())?;
        let _lock = self.lock()?;
        self.record(act, private)
    }

    /// The learner's answer, when there is one.
    pub(crate) fn saved(&self, exercise: &Exercise) -> Result<Option<String>, Trouble> {
        self.text(&answer_path(exercise))
    }

    fn reached(&self, learner: &Learner) -> Vec<String> {
        let steps = self.course.pack.path.steps.iter();
        steps.filter(|step| is_reached(step, learner)).map(|step| step.milestone.title.clone()).collect()
    }

    fn work_view(&self, exercise: &Exercise, learner: &Learner, saved: Option<String>) -> WorkView {
        let today = self.today();
        let planned = self.planned(learner);
        let work = learner.state.work(&exercise.id);
        let help = work.map_or_else(HelpUsed::default, |work| work.help);
        let questions = read_questions(exercise).unwrap_or_default();
        let given = saved.as_deref().and_then(|text| read_answers(text).ok()).unwrap_or_default();
        let attempts = work.map_or(&[][..], |work| &work.attempts);
        let history = attempts.iter().rev().map(|attempt| HistoryLineView {
            at: attempt.at.to_string(),
            outcome: outcome_id(attempt.checked.outcome).to_owned(),
            summary: attempt.checked.summary.clone(),
            kept: (attempt.checked.outcome == Outcome::Pass).then(|| kept_path(exercise, &attempt.checked.answer)),
        });
        WorkView {
            id: exercise.id.to_string(),
            title: exercise.title.clone(),
            kind: exercise.kind.word().to_owned(),
            track: self.course.track_title(exercise),
            skills: self.course.skill_titles(&exercise.skills),
            minutes: u32::from(exercise.minutes),
            state: state_of(exercise, &learner.state, today).to_owned(),
            self_reported: is_self_reported(exercise),
            brief: blocks(&exercise.brief),
            wanted: wanted(exercise),
            file: exercise.kind.answer_file().to_owned(),
            path: answer_path(exercise),
            hash: saved.as_deref().map_or_else(String::new, |text| AnswerHash::of(text.as_bytes()).to_string()),
            text: saved.clone().unwrap_or_else(|| starter(exercise)),
            tables: self.tables_of(exercise),
            questions: questions
                .iter()
                .map(|question| question_view(question, given.get(&question.id).map(|answer| answer.as_ref())))
                .collect(),
            resources: exercise.resources.iter().map(resource_view).collect(),
            hints: count(exercise.hints.len()),
            hints_shown: exercise.hints.iter().take(usize::from(help.hints)).enumerate().map(|(at, hint)| hint_view(at, hint)).collect(),
            solution_shown: help.solution,
            history: history.collect(),
            next: self.next_after(exercise, learner, &planned),
            waits_for: self.waits_for(exercise, learner),
            is_public: saved.as_deref().is_some_and(|text| is_public(exercise, text)),
            published: work
                .map_or_else(Vec::new, |work| work.published.iter().map(|place| published_view(place, saved.as_deref())).collect()),
            rubric: self.rubric(exercise, learner, saved.as_deref()),
            variant: count(exercise.variant + 1),
            variants: count(exercise.variants_in_all),
            can_start_again: !is_fresh_weekly(exercise)
                && exercise.variants_in_all > 1
                && work.is_some_and(|work| is_passed(work, exercise)),
        }
    }

    fn waits_for(&self, exercise: &Exercise, learner: &Learner) -> Vec<NextView> {
        let required =
            exercise.requires.iter().filter(|id| !learner.has_passed(id)).filter_map(|id| self.course.pack.exercise(id.as_str()));
        required.map(|required| NextView { title: required.title.clone(), opens: opens(required) }).collect()
    }

    /// The first sitting of the plan that is not about this exercise.
    fn next_after(&self, exercise: &Exercise, learner: &Learner, planned: &Planned) -> Option<NextView> {
        let sessions = &planned.plan.as_ref().ok()?.sessions;
        let unfinished = |id: &footbridge_verdict::ExerciseId| {
            let other = self.course.pack.exercise(id.as_str());
            other.filter(|other| !matches!(state_of(other, &learner.state, self.today()), "verified" | "self-reported"))
        };
        let open = || sessions.iter().filter(|session| session.item != exercise.id);
        // As on Today, what comes back every week stands behind the rest.
        let once = open().filter(|session| session.occurrence.is_none());
        let next = once.chain(open()).find_map(|session| unfinished(&session.item))?;
        Some(NextView { title: next.title.clone(), opens: opens(next) })
    }
}

fn published_view(place: &Published, saved: Option<&str>) -> PublishedView {
    PublishedView {
        address: place.address.clone(),
        on: place.on.to_string(),
        of_this_text: saved.is_some_and(|text| AnswerHash::of(text.as_bytes()) == place.answer),
        has_diff: !place.diff.is_empty(),
    }
}

fn question_view(question: &Question, given: Option<&Answered>) -> QuestionView {
    let given = match given {
        Some(Answered::Labels(labels)) => labels.clone(),
        Some(Answered::Number(number)) => vec![number.to_string()],
        None => Vec::new(),
    };
    let ask = blocks(&question.ask);
    match &question.kind {
        QuestionKind::Options { options, several } => QuestionView {
            id: question.id.clone(),
            ask,
            answer_kind: if *several { "several" } else { "one" }.to_owned(),
            options: options.iter().enumerate().map(|(at, option)| OptionView { label: label(at), text: blocks(&option.text) }).collect(),
            unit: String::new(),
            given,
        },
        QuestionKind::Number { unit, .. } => {
            QuestionView { id: question.id.clone(), ask, answer_kind: "number".to_owned(), options: Vec::new(), unit: unit.clone(), given }
        }
    }
}

/// An answer that is too long is refused before anything looks at it.
pub(crate) fn within_length(text: &str) -> Result<(), Trouble> {
    if text.len() > LONGEST_ANSWER {
        return Err(Trouble::asked(format!("An answer has at most {} KiB.", LONGEST_ANSWER / 1024)));
    }
    Ok(())
}

fn hint_view(at: usize, hint: &footbridge_content::Section) -> HintView {
    HintView { number: count(at + 1), title: hint.title.clone(), text: blocks(&hint.body) }
}

/// What the editor opens with. Questions are written out as comments, so that they can be answered in any editor.
pub(crate) fn starter(exercise: &Exercise) -> String {
    let questions = match exercise.kind {
        Kind::Sql | Kind::Write | Kind::Roadmap | Kind::Decide => return unpublished(exercise),
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => read_questions(exercise).unwrap_or_default(),
    };
    let mut text = String::new();
    let comment = |text: &mut String, words: &str| {
        for line in words.trim().lines() {
            writeln!(text, "# {line}").expect("writing to a String cannot fail");
        }
    };
    for question in &questions {
        comment(&mut text, &question.ask);
        match &question.kind {
            QuestionKind::Options { options, several } => {
                for (at, option) in options.iter().enumerate() {
                    comment(&mut text, &format!("  {}  {}", label(at), option.text.trim().replace('\n', " ")));
                }
                if *several {
                    comment(&mut text, "  Choose all that are right, as in [\"a\", \"c\"]");
                }
            }
            QuestionKind::Number { unit, .. } if unit.is_empty() => comment(&mut text, "  A number"),
            QuestionKind::Number { unit, .. } => comment(&mut text, &format!("  A number, {unit}")),
        }
        let blank = if matches!(question.kind, QuestionKind::Options { several: true, .. }) { "[]" } else { "\"\"" };
        writeln!(text, "{} = {blank}\n", question.id).expect("writing to a String cannot fail");
    }
    text
}

/// The language of an answer, for colouring.
pub(crate) fn language_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Sql => "sql",
        Kind::Write => "markdown",
        Kind::Roadmap | Kind::Decide => "yaml",
        Kind::Lesson | Kind::Read | Kind::Choice | Kind::Numeric => "toml",
    }
}

/// The folder of an exercise's answers, from the learner's folder.
pub(crate) fn folder_of(exercise: &Exercise) -> String {
    let private = if exercise.private { "private/" } else { "" };
    format!("{private}work/{}/{}", exercise.track, exercise.id)
}

pub(crate) fn answer_path(exercise: &Exercise) -> String {
    format!("{}/{}", folder_of(exercise), exercise.kind.answer_file())
}

/// Where the exact answer of a pass is kept.
pub(crate) fn kept_path(exercise: &Exercise, hash: &AnswerHash) -> String {
    format!("{}/passed/{}.{}", folder_of(exercise), hash.short(), exercise.kind.extension())
}

/// Where the exact text of a wrong answer is kept.
pub(crate) fn missed_path(exercise: &Exercise, hash: &AnswerHash) -> String {
    format!("{}/missed/{}.{}", folder_of(exercise), hash.short(), exercise.kind.extension())
}

/// The outcome's name in views.
pub(crate) fn outcome_id(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "pass",
        Outcome::Revise => "revise",
        Outcome::Unreadable => "unreadable",
        Outcome::NotRun => "not-run",
    }
}

/// Help used, in words.
pub(crate) fn help_words(help: HelpUsed) -> String {
    match (help.hints, help.solution) {
        (_, true) => "solution seen".to_owned(),
        (0, false) => "no help".to_owned(),
        (1, false) => "1 hint".to_owned(),
        (hints, false) => format!("{hints} hints"),
    }
}
