use super::super::Json;
use super::super::own_file::text_of;
use super::begin;
use crate::Ending;
use crate::context::Context;
use crate::kept::write_out;
use crate::terminal::Page;
use clap::Args;
use footbridge_app::view::{EvaluatedView, EvaluationBody, ToolChoicesView};
use std::path::PathBuf;

/// Lay tools side by side by the facts of the Guide, without a model: weights first, then scores with their sources
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge decide tools                                  the tools and criteria there are\n  footbridge decide tools Jira Linear Aha! --use \"a quarter of API work\" --team 12 --weight integration=40 --weight learning=20 --weight pricing=25 --weight features=15 -o tools.yaml\n  footbridge decide tools --job collaboration -o tools.yaml\n  footbridge decide tools.yaml\n\nWith all four weights stated, they are locked and every tool is scored. Without them the file waits: set the weights, lock them with the\nline that `footbridge decide tools.yaml` gives, and run `footbridge decide score`. Which fact gives which score stands in\n`footbridge guide tools`. Put your own score and evidence over any of them."
)]
pub(super) struct Tools {
    /// Tools by name; two or more
    tools: Vec<String>,
    /// Besides, all tools of a job, by a part of its name: planning, analytics, documentation, collaboration
    #[arg(long, value_name = "JOB")]
    job: Option<String>,
    /// What the tool is for
    #[arg(long = "use", value_name = "CASE", default_value = "", hide_default_value = true)]
    use_case: String,
    /// How many people will use it
    #[arg(long, value_name = "PEOPLE")]
    team: Option<u32>,
    /// How much a criterion counts against the others: integration, learning, pricing and features; all four, before any score is seen
    #[arg(long = "weight", value_name = "CRITERION=NUMBER", value_parser = read_weight)]
    weights: Vec<(String, u32)>,
    /// Where to write it [otherwise standard output]; a file that is there is left alone
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Keep it in your folder, below private/decisions
    #[arg(long, conflicts_with = "output")]
    keep: bool,
    #[command(flatten)]
    json: Json,
}

/// Score a matrix of tools whose weights are locked by the facts of the Guide
#[derive(Debug, Args)]
#[command(
    after_long_help = "Example:\n  footbridge decide score tools.yaml --write\n\nEverything that stands in the file stays; below the name of each option come its scores, what each rests on, and by which rule."
)]
pub(super) struct Score {
    /// The matrix, its weights locked and nothing scored; `-` reads standard input
    file: PathBuf,
    /// Write the scores into the file itself
    #[arg(long, conflicts_with = "output")]
    write: bool,
    /// Where to write it [otherwise standard output]; a file that is there is left alone
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    json: Json,
}

impl Tools {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let app = here.app()?;
        if self.tools.is_empty() && self.job.is_none() {
            let view = app.tool_choices();
            if self.json.json {
                here.print_json(&view)?;
            } else {
                here.print(&choices(&view, here))?;
            }
            return Ok(Ending::Done);
        }
        let view = app.evaluate_tools(&EvaluationBody {
            tools: self.tools.clone(),
            job: self.job.clone(),
            use_case: self.use_case.clone(),
            team: self.team,
            weights: self.weights.iter().cloned().collect(),
        })?;
        if self.json.json {
            here.print_json(&view)?;
            return Ok(Ending::Done);
        }
        tell(&view, here);
        let ending = if self.keep {
            let file = app.keep_decision(&view.text)?.file;
            here.print(&format!("Kept as {file}. It is yours to edit; `footbridge decide` on it says what follows.\n"))?;
            Ending::Done
        } else {
            begin(&view.text, self.output.as_deref(), here)?
        };
        if ending == Ending::Done && self.weights.is_empty() {
            here.tell("The weights are equal and not locked. Set them, lock them with the line that `footbridge decide FILE` gives, then run `footbridge decide score FILE`.");
        }
        Ok(ending)
    }
}

impl Score {
    pub(super) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        let (name, text) = text_of(&self.file)?;
        let view = here.app()?.score_tools(&text, &name)?;
        if self.json.json {
            here.print_json(&view)?;
            return Ok(Ending::Done);
        }
        tell(&view, here);
        if self.write && self.file.is_file() {
            write_out(view.text.as_bytes(), &self.file, here)?;
            return Ok(Ending::Done);
        }
        begin(&view.text, self.output.as_deref(), here)
    }
}

fn tell(view: &EvaluatedView, here: &Context) {
    view.told.iter().for_each(|told| here.tell(told));
}

fn choices(view: &ToolChoicesView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    page.title("Tools that the Guide has facts on");
    for job in &view.jobs {
        page.point(&format!("{}: {}", job.job, job.tools.join(", ")));
    }
    page.heading("Criteria, whose weights you state first");
    for criterion in &view.criteria {
        page.point(&format!("`{}`: {}. {}", criterion.word, criterion.name, criterion.asks));
    }
    page.gap();
    page.says("`footbridge decide tools --help` shows how they are laid side by side.");
    page.finish()
}

fn read_weight(text: &str) -> Result<(String, u32), String> {
    let example = "a weight is written as `criterion=number`, for example `pricing=25`";
    let (criterion, weight) = text.split_once('=').ok_or(example)?;
    let weight = weight.trim().trim_end_matches('%').trim_end().parse().map_err(|_| format!("`{weight}` is no whole number: {example}"))?;
    Ok((criterion.trim().to_lowercase(), weight))
}
