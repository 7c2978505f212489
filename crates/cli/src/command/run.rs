use super::Json;
use super::sql::tell_run;
use crate::Ending;
use crate::context::{Context, refusal};
use crate::terminal::Progress;
use clap::Args;

/// Run the query of an SQL exercise without judging it; nothing is recorded
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge run sql-failed-requests\n  footbridge run sql-failed-requests --full    on all the data there is"
)]
pub(crate) struct Run {
    /// Id of the exercise
    exercise: String,
    /// On all the data there is, not only the rows that are judged
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    json: Json,
}

impl Run {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        let work = app.work(&self.exercise)?;
        if work.kind == "sql" && work.hash.is_empty() {
            let help = format!("`footbridge start {}` writes a file to begin with.", self.exercise);
            return Err(refusal(format!("There is no query yet: `{}` does not exist.", work.path), help).into());
        }
        let view = {
            let progress = Progress::new();
            progress.say(&format!("Running {}", work.path));
            app.run(&self.exercise, &work.text, self.full)?
        };
        tell_run(&view, &work.path, &work.text, self.json, here)
    }
}
