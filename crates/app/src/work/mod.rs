mod places;
mod starter;
mod view;

pub(crate) use places::{answer_path, folder_of, kept_path, language_of, missed_path};
pub(crate) use starter::starter;

use crate::cited::Cited;
use crate::course::{opens, ours};
use crate::folder::path as inside;
use crate::learner::Learner;
use crate::markdown::blocks;
use crate::path::is_reached;
use crate::planning::{Planned, passes_as, state_of};
use crate::records::Records;
use crate::variants::{is_about, is_fresh_weekly, is_passed, variant_name};
use crate::view::{AnswerBody, FlawedView, HintView, NextView, RunView, SavedView, SolutionView, VerdictView, WorkView};
use crate::view_sql::{compared, finding_view, run_view};
use crate::words::count;
use crate::{App, Fault, Trouble};
use footbridge_content::{Exercise, Kind, WrongAnswer};
use footbridge_diagnostic::Diagnostic;
use footbridge_grade::check_version;
use footbridge_journal::{Act, AnswerFile, Checked};
use footbridge_verdict::{AnswerHash, FindingKind, HelpUsed, Outcome};
use places::draft_path;
use starter::answers_in_words;

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
        let (exercise, saved) = match self.course.named(id)?.variant {
            Some(_) => self.piece(id)?,
            None => {
                let in_hand = self.in_its_variant(id)?;
                (in_hand, self.saved(in_hand)?)
            }
        };
        self.with_learner(|learner| self.work_view(exercise, learner, saved))?
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
            self.world
                .disk
                .write_atomically(&inside(&answer_path(exercise)), starter(exercise).map_err(|finding| ours(vec![finding]))?.as_bytes())?;
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

    /// Begins the next variant of an exercise that was passed: the same question with other numbers. Of what is fresh every week it begins
    /// this week's beside the one in hand, whose draft is kept.
    pub fn start_again(&self, id: &str) -> Result<WorkView, Trouble> {
        let exercise = self.in_its_variant(id)?;
        if let Some(fresh) = self.with_learner(|learner| self.waiting_this_week(exercise, learner))? {
            return self.begin_beside(exercise, fresh);
        }
        let next = self.course.named(id)?.exercise.variant(exercise.variant + 1);
        let Some(name) = variant_name(next).filter(|_| !is_fresh_weekly(exercise)) else {
            return Err(Trouble::asked(format!("`{id}` has no other numbers to be tried with.")));
        };
        if !self.with_learner(|learner| learner.state.work(&exercise.id).is_some_and(|work| is_passed(work, exercise)))? {
            return Err(Trouble::asked(format!("`{id}` is not passed yet with the numbers it has now.")));
        }
        self.record_locked(Act::Started { exercise: exercise.id.clone(), variant: Some(name) }, exercise.private)?;
        self.start(id)
    }

    /// The draft in hand makes room; one of the fresh variant, begun before, comes back.
    fn begin_beside(&self, in_hand: &Exercise, fresh: &Exercise) -> Result<WorkView, Trouble> {
        let disk = &self.world.disk;
        let draft = |of: &Exercise| inside(&draft_path(of));
        let lock = self.lock()?;
        if let Some(text) = self.saved(in_hand)? {
            let at = draft(in_hand);
            disk.create_folder_all(&at.parent().unwrap_or_else(|| at.clone()))?;
            disk.write_atomically(&at, text.as_bytes())?;
        }
        let text = match self.text(&draft_path(fresh))? {
            Some(text) => text,
            None => starter(fresh).map_err(|finding| ours(vec![finding]))?,
        };
        disk.create_folder_all(&inside(&folder_of(fresh)))?;
        disk.write_atomically(&inside(&answer_path(fresh)), text.as_bytes())?;
        drop(lock);
        self.record_locked(Act::Started { exercise: fresh.id.clone(), variant: variant_name(fresh) }, fresh.private)?;
        self.work(fresh.id.as_str())
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
        if answer.variant > 0 && answer.variant as usize != exercise.variant + 1 {
            return Err(Trouble::new(
                Fault::Changed,
                format!(
                    "This answer is about variant {} of `{id}`, and variant {} is in hand by now.",
                    answer.variant,
                    exercise.variant + 1
                ),
            )
            .help("It was begun anew in another window. Load it again; what you wrote for the other numbers is not saved over it."));
        }
        if hash != answer.base_hash {
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
        Ok(run_view(self.grader.explore(&self.course.pack, exercise, sql, full), sql))
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
        let before = self.with_learner(|learner| self.reached(learner, &self.records(learner)))?;
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
            help,
            summary: checked.verdict.summary.clone(),
        }));
        self.record_locked(act, exercise.private)?;
        // The pass is recorded: a plan that cannot be written now is written at the next one, and takes nothing away.
        let plan_fault = if kept.is_some() { self.write_plan().err() } else { None };
        let plan_finding =
            plan_fault.map(|trouble| Diagnostic::warning("plan-not-written", format!("`plan.md` is as it was: {}", trouble.message)));
        let named = self.contacts_told(exercise, &answer.text);
        self.with_learner(|learner| {
            let planned = self.planned(learner);
            let reached = self.reached(learner, &planned.records);
            VerdictView {
                outcome: outcome_id(checked.verdict.outcome).to_owned(),
                summary: checked.verdict.summary.clone(),
                passes_as: passes_as(exercise),
                findings: checked
                    .verdict
                    .findings
                    .iter()
                    .map(|finding| finding_view(&finding.diagnostic, Some(finding.kind), finding.part.clone(), &answer.text))
                    .chain(
                        named
                            .iter()
                            .chain(&plan_finding)
                            .map(|finding| finding_view(finding, Some(FindingKind::Informative), None, &answer.text)),
                    )
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

    /// Checks every answer there is: exercise ids, each with its verdict or with what stood in the way of one.
    pub fn check_all(&self) -> Vec<(String, Result<VerdictView, Trouble>)> {
        let check = |exercise: &Exercise| match self.saved(exercise) {
            Ok(None) => None,
            Ok(Some(_)) => Some((exercise.id.to_string(), self.check(exercise.id.as_str()))),
            Err(trouble) => Some((exercise.id.to_string(), Err(trouble))),
        };
        self.course.pack.exercises.iter().filter_map(check).collect()
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
        let solutions = match exercise.solutions.is_empty() {
            true => vec![answers_in_words(exercise).map_err(|finding| ours(vec![finding]))?],
            false => exercise.solutions.iter().map(ToString::to_string).collect(),
        };
        Ok(SolutionView { solutions, language: language_of(exercise.kind).to_owned(), discussion: blocks(&exercise.discussion) })
    }

    /// Flawed answers to a piece of writing, a roadmap or a decision, each with what the check says about it. They hold most of a solution,
    /// so whoever shows them shows that, too.
    pub fn flawed_examples(&self, id: &str) -> Result<Vec<FlawedView>, Trouble> {
        let exercise = self.in_its_variant(id)?;
        if !self.has_flawed_examples(id)? {
            return Err(Trouble::asked(format!("`{id}` has no flawed examples: they stand beside writing, roadmaps and decisions."))
                .help(format!("`footbridge solution {id}` shows the solution.")));
        }
        let view = |wrong: &WrongAnswer| FlawedView {
            fault: wrong.fault.replace('-', " "),
            text: wrong.text.to_string(),
            found: wrong.expected.as_ref().map_or_else(Vec::new, |found| blocks(found)),
        };
        Ok(exercise.wrong.iter().map(view).collect())
    }

    /// Whether there are flawed answers to learn from.
    pub fn has_flawed_examples(&self, id: &str) -> Result<bool, Trouble> {
        let exercise = self.in_its_variant(id)?;
        Ok(exercise.kind.is_piece() && !exercise.wrong.is_empty())
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

    fn reached(&self, learner: &Learner, records: &Records) -> Vec<String> {
        let steps = self.course.pack.path.steps.iter();
        steps.filter(|step| is_reached(step, learner, records)).map(|step| step.milestone.title.clone()).collect()
    }

    /// The first sitting of the plan that is not about this exercise.
    fn next_after(&self, exercise: &Exercise, learner: &Learner, planned: &Planned) -> Option<NextView> {
        let sessions = &planned.plan.as_ref().ok()?.sessions;
        let unfinished = |id: &footbridge_verdict::ExerciseId| {
            let other = self.course.pack.exercise(id.as_str());
            other.filter(|other| !state_of(other, &learner.state, self.today()).is_done())
        };
        let open = || sessions.iter().filter(|session| session.item != exercise.id);
        // As on Today, what comes back every week stands behind the rest.
        let once = open().filter(|session| session.occurrence.is_none());
        let next = once.chain(open()).find_map(|session| unfinished(&session.item))?;
        Some(NextView { title: next.title.clone(), opens: opens(next) })
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
