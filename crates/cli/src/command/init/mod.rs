mod answers;
mod questions;

use super::{Json, told};
use crate::Ending;
use crate::context::{Context, refusal};
use crate::terminal::{Ink, Page, Span, Table, words};
use answers::Answers;
use clap::Args;
use footbridge_app::view::{ProfileView, ReckoningView};
use footbridge_app::{App, World};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Make the learner's folder: who you are, what time you have, and the dated plan that follows
///
/// On a terminal it asks; a question is not asked when its flag is given. Elsewhere the blocker, the background and the region have to be given,
/// and anything else is as a terminal would propose it. In a folder that is made already, only what is named changes.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge init my-path\n  footbridge init my-path --blocker technical-skill --background support \\\n    --hours 6 --days mon,wed,sat --region india \\\n    --target \"Technical product manager, APIs\""
)]
pub(crate) struct Init {
    /// The folder to make [otherwise the one of --folder]
    dir: Option<PathBuf>,
    #[command(flatten)]
    answers: Answers,
    #[command(flatten)]
    json: Json,
}

impl Init {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let folder = self.dir.clone().unwrap_or_else(|| here.folder());
        let app = App::new(World::real(&folder)?)?;
        let profile = self.profile(&app, &folder, here)?;
        app.init(&footbridge_app::Init { profile: profile.clone() })?;
        let reckoning = app.reckon(&profile)?;
        told(&reckoning, self.json.json, here, || page(&folder, &reckoning, here))
    }

    fn profile(&self, app: &App, folder: &Path, here: &Context) -> anyhow::Result<ProfileView> {
        let choices = app.onboarding();
        let kept = if app.onboarded()? { Some(app.profile()?) } else { None };
        let given = self.answers.check(&choices)?;
        let asks = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        let missing = self.answers.missing();
        match (kept, asks) {
            (Some(kept), _) if !self.answers.given().is_empty() => Ok(given.over(kept)),
            (Some(kept), false) => {
                let help =
                    format!("Name what should change, for example `--hours 8`. {} has it all.", folder.join("footbridge.toml").display());
                Err(refusal(format!("{} is a learner's folder already, about {}.", folder.display(), kept.background), help).into())
            }
            (None, false) if !missing.is_empty() => {
                let help = "Give them as flags, or run `footbridge init` on a terminal, where it asks. `footbridge init --help` says what they take.";
                Err(refusal(format!("These are missing: {}.", missing.join(", ")), help).into())
            }
            (None, false) => {
                let profile = given.over(choices.proposal);
                self.answers.proposed(&profile).iter().for_each(|says| here.tell(says));
                Ok(profile)
            }
            (kept, true) => {
                let proposes = kept.is_some();
                let base = given.over(kept.unwrap_or_else(|| choices.proposal.clone()));
                let accepts = |profile: &ProfileView| app.check_init(&footbridge_app::Init { profile: profile.clone() });
                // What a flag said, and the folder itself, are refused before anything is typed.
                accepts(&base)?;
                let mut talk = questions::Talk::new(std::io::stdin().lock(), std::io::stderr(), accepts, proposes);
                Ok(talk.ask(&choices, base, &self.answers.given())?)
            }
        }
    }
}

/// More of what would be cut than this is for those who look for it.
const CUTS_SHOWN: usize = 5;

/// What the way takes, how that comes about, and what would be cut first.
fn page(folder: &Path, view: &ReckoningView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title(&view.answer);
    if let Some(problem) = &view.problem {
        page.says(problem);
    }
    if let Some(target) = &view.target {
        page.says(target);
    }
    if let Some(shared) = &view.shared {
        page.labelled(Span::new(Ink::Warning, "notice:"), shared);
    }
    if !view.lines.is_empty() {
        page.heading("How the hours come about");
        let mut lines = Table::new(&["what", "min", "how"], &[1]);
        for line in &view.lines {
            lines.row(vec![words(&line.title), vec![Span::plain(line.minutes.to_string())], words(&line.how)]);
        }
        page.table(&lines);
    }
    if !view.cuts.is_empty() {
        page.heading("What would be cut first, should time be short");
        for cut in view.cuts.iter().take(CUTS_SHOWN) {
            page.point(&format!("{} ({}\u{202f}min): {}", cut.title, cut.minutes, cut.why));
        }
        match view.cuts.len().saturating_sub(CUTS_SHOWN) {
            0 => {}
            1 => page.says("And 1 more after them."),
            more => page.says(&format!("And {more} more after them.")),
        }
    }
    page.gap();
    page.labelled(
        Span::new(Ink::Strong, "Your folder:"),
        &format!("`{}`. The plan is in `plan.md`; `private/` stays out of git.", folder.display()),
    );
    page.labelled(
        Span::new(Ink::Strong, "Next:"),
        "`footbridge today`, or `footbridge serve` for the browser. `footbridge plan --how` opens every figure.",
    );
    page.finish()
}
