use crate::folder::path as inside;
use crate::planning::hours;
use crate::view::{ExerciseState, MilestoneView, PathView};
use crate::{App, Trouble};
use footbridge_content::Exercise;
use footbridge_verdict::AnswerHash;
use std::fmt::Write as _;

/// The plan as a file made to be diffed.
const PLAN_FILE: &str = "plan.md";
const SEAL: &str = "<!-- written by footbridge, sha256 of the lines above: ";

impl App {
    /// Writes `plan.md` anew, unless somebody changed it by hand; says whether it did.
    pub fn write_plan(&self) -> Result<bool, Trouble> {
        let path = self.with_learner(|learner| self.path_of(learner, &self.planned(learner)))?;
        let _lock = self.lock()?;
        let there = self.text(PLAN_FILE)?;
        if there.as_deref().is_some_and(|text| !is_sealed(text)) {
            return Ok(false);
        }
        let private: Vec<&Exercise> = self.course.pack.exercises.iter().filter(|exercise| exercise.private).collect();
        let text = sealed(&plan_text(&path, &private));
        if there.as_deref() != Some(&text) {
            self.world.disk.write_atomically(&inside(PLAN_FILE), text.as_bytes())?;
        }
        Ok(true)
    }

    /// Brings `plan.md` up to date after something was recorded by which the plan may be another one.
    pub(crate) fn plan_follows(&self) -> Result<(), Trouble> {
        self.write_plan().map(|_| ()).map_err(|trouble| Trouble {
            message: format!("It is recorded, but `plan.md` is not brought up to date: {}", trouble.message),
            ..trouble
        })
    }
}

/// The seal lets a later run see that nobody changed the text, without remembering anything elsewhere.
pub(crate) fn sealed(text: &str) -> String {
    format!("{text}{SEAL}{} -->\n", AnswerHash::of(text.as_bytes()))
}

pub(crate) fn is_sealed(text: &str) -> bool {
    let Some((body, seal)) = text.rsplit_once(SEAL) else { return false };
    seal.trim_end().strip_suffix(" -->") == Some(AnswerHash::of(body.as_bytes()).as_str())
}

/// One line a piece of work, so that a moved date is one changed line. Private work is only "unavailable", and so is whether a milestone
/// is reached that rests on it.
fn plan_text(path: &PathView, private: &[&Exercise]) -> String {
    let is_private = |id: &str| private.iter().any(|exercise| exercise.id.as_str() == id);
    let rests_on_private = |milestone: &MilestoneView| milestone.needs.iter().any(|item| is_private(&item.id));
    let names_private = |words: &str| private.iter().any(|exercise| words.contains(&exercise.title));
    let heading = match &path.ends {
        Some(ends) if !path.interviews.is_empty() || path.steps.last().is_some_and(|step| rests_on_private(&step.milestone)) => {
            format!("The plan ends on {ends}")
        }
        _ => path.answer.clone(),
    };
    let mut text = format!("# {heading}\n\n{}\n", path.reckoning);
    let mut line = |line: String| writeln!(text, "{line}").expect("writing to a String cannot fail");
    if let Some(target) = &path.target {
        line(format!("\n{target}"));
    }
    line("\n## Milestones\n".to_owned());
    for step in &path.steps {
        let milestone = &step.milestone;
        if rests_on_private(milestone) {
            line(format!("- unavailable — {}, which rests on private work", milestone.title));
            continue;
        }
        let when = match (milestone.reached, &milestone.date) {
            (true, _) => "reached",
            (false, Some(date)) => date,
            (false, None) => "not dated",
        };
        let marked = milestone.proof.map_or_else(String::new, ExerciseState::beside);
        line(format!("- {when} — {}{marked}", milestone.title));
    }
    for week in &path.plan_weeks {
        let title = week.title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
        line(format!("\n## Week {}, {} to {}{title}\n", week.number, week.from, week.to));
        if week.items.is_empty() {
            line("- nothing planned".to_owned());
        }
        for item in &week.items {
            let first = match (&item.first, &item.last) {
                (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
                (first, _) => first.clone().unwrap_or_else(|| "undated".to_owned()),
            };
            if is_private(&item.id) {
                line(format!("- {first} — unavailable, private work ({})", hours(item.minutes)));
            } else if item.before_interview || names_private(&item.why) {
                line(format!("- {first} — {} ({}, `{}`)", item.title, hours(item.minutes), item.id));
            } else {
                line(format!("- {first} — {} ({}, `{}`). {}", item.title, hours(item.minutes), item.id, item.why));
            }
        }
    }
    if !private.is_empty() {
        line("\nThis file may be read by others, so what rests on work in `private/` is called unavailable here. `footbridge plan` shows it on your own machine.".to_owned());
    }
    line(String::new());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_breaks_when_a_line_changes() {
        let text = sealed("# Plan\n\n- one\n");
        assert!(is_sealed(&text));
        assert!(!is_sealed(&text.replace("one", "two")));
        assert!(!is_sealed("# Plan\n"));
    }
}
