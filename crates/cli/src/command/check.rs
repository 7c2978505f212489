use super::Json;
use crate::Ending;
use crate::complaint;
use crate::context::Context;
use crate::terminal::{Page, Progress, verdict};
use clap::Args;
use footbridge_app::view::VerdictView;
use footbridge_app::{App, Trouble};
use serde::Serialize;

/// Check the answer to a lesson or exercise, and record the verdict
///
/// Exit code 0 when it passes, 1 when it is not right yet or cannot be read, 2 when it could not be checked.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  footbridge check sql-failed-requests\n  footbridge check --all")]
pub(crate) struct Check {
    /// Id of the lesson or exercise
    #[arg(required_unless_present = "all")]
    exercise: Option<String>,
    /// Check every answer there is
    #[arg(long, conflicts_with = "exercise")]
    all: bool,
    #[command(flatten)]
    json: Json,
}

#[derive(Serialize)]
struct Checked {
    exercise: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<VerdictView>,
    /// Why there is no verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    trouble: Option<String>,
}

impl Checked {
    fn new((exercise, verdict): (String, Result<VerdictView, Trouble>)) -> Self {
        match verdict {
            Ok(verdict) => Self { exercise, verdict: Some(verdict), trouble: None },
            Err(trouble) => Self { exercise, verdict: None, trouble: Some(trouble.to_string()) },
        }
    }
}

impl Check {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        here.tell_notices(&app)?;
        match &self.exercise {
            Some(id) => self.one(&app, id, here),
            None => self.every(&app, here),
        }
    }

    fn one(&self, app: &App, id: &str, here: &Context) -> anyhow::Result<Ending> {
        let view = {
            let progress = Progress::new();
            progress.say(&format!("Checking {id}"));
            app.check(id)?
        };
        if self.json.json {
            here.print_json(&view)?;
        } else {
            let mut page = Page::new(&here.terminal);
            tell(&mut page, app, id, &view)?;
            here.print(&page.finish())?;
        }
        Ok(ending(&view))
    }

    fn every(&self, app: &App, here: &Context) -> anyhow::Result<Ending> {
        let verdicts = {
            let progress = Progress::new();
            progress.say("Checking every answer");
            app.check_all()
        };
        let worst = verdicts.iter().map(|(_, verdict)| verdict.as_ref().map_or(Ending::CouldNot, ending)).max().unwrap_or(Ending::Done);
        if self.json.json {
            here.print_json(&verdicts.into_iter().map(Checked::new).collect::<Vec<_>>())?;
            return Ok(worst);
        }
        let mut page = Page::new(&here.terminal);
        for (exercise, verdict) in &verdicts {
            page.title(exercise);
            match verdict {
                Ok(verdict) => tell(&mut page, app, exercise, verdict)?,
                Err(trouble) => page.verbatim(&complaint::about(trouble, here)),
            }
        }
        let passed = verdicts.iter().filter(|(_, verdict)| verdict.as_ref().is_ok_and(|verdict| verdict.outcome == "pass")).count();
        page.gap();
        page.says(&match verdicts.len() {
            0 => "There is no answer to check yet. `footbridge today` says what to begin with.".to_owned(),
            count => format!("{passed} of {count} pass."),
        });
        here.print(&page.finish())?;
        Ok(worst)
    }
}

fn tell(page: &mut Page<'_>, app: &App, id: &str, view: &VerdictView) -> anyhow::Result<()> {
    let work = app.work(id)?;
    verdict(page, view, &work.path, &work.text);
    if view.outcome == "pass" && !view.discussion.is_empty() && app.has_flawed_examples(id)? {
        page.says(&format!(
            "`footbridge solution {id} --flawed` shows the solution and flawed texts, each with what was found in it. This pass stays as it is."
        ));
    }
    if view.outcome != "pass" && work.hints > 0 {
        page.says(&match work.hints_shown.len() {
            opened if opened < work.hints as usize => format!("`footbridge hint {id}` opens hint {} of {}.", opened + 1, work.hints),
            _ => format!("`footbridge solution {id}` shows the way, and is recorded."),
        });
    }
    Ok(())
}

fn ending(view: &VerdictView) -> Ending {
    match view.outcome.as_str() {
        "pass" => Ending::Done,
        "revise" | "unreadable" => Ending::No,
        _ => Ending::CouldNot,
    }
}
