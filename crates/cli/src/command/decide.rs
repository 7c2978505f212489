mod tools;

use super::Json;
use super::own_file::{tell_lost, text_of};
use crate::Ending;
use crate::context::Context;
use crate::kept::write_out;
use crate::terminal::{Page, Table, finding, words};
use clap::{Args, Subcommand, ValueEnum};
use footbridge_app::view::DecisionView;
use footbridge_app::{
    DecisionProfile, decide_today, decision_from_export, decision_from_table, decision_starter, export_decision, rehearse_decision,
};
use std::path::{Path, PathBuf};
use tools::{Score, Tools};

/// Decide with RICE, MoSCoW or a weighted matrix: the order, how sure it is, and what would change it; needs no learner's folder
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_long_help = "Examples:\n  footbridge decide new rice -o decision.yaml\n  footbridge decide decision.yaml\n  footbridge decide candidates.csv --json\n  footbridge decide decision.yaml --record > docs/decisions/0007.md\n  footbridge decide decision.yaml --for jira > jira.csv\n  footbridge decide tools Jira Linear Aha! --team 12 -o tools.yaml\n\nEvery figure may be a range, low – likely – high. The format is in docs/decision-format.md."
)]
pub(crate) struct Decide {
    #[command(subcommand)]
    what: Option<What>,
    /// The decision as YAML or as a table; `-` reads standard input
    #[arg(required = true)]
    file: Option<PathBuf>,
    /// Print it as a decision record in Markdown, proposed today
    #[arg(long, conflicts_with_all = ["table", "json"])]
    record: bool,
    /// Print it as a table, which can be read again; what each figure rests on is not in it
    #[arg(long, conflicts_with = "json")]
    table: bool,
    /// Print it as the table that a tool imports, and say what that table cannot hold
    #[arg(long = "for", value_name = "TOOL", conflicts_with_all = ["record", "table", "mapping"])]
    tool: Option<ForTool>,
    /// The same by a mapping of your own: a TOML file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["record", "table"])]
    mapping: Option<PathBuf>,
    /// With --for or --mapping: say what the tool's importer would do, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    json: Json,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Take over a table of another program, such as an export of Jira
    #[command(
        after_long_help = "Examples:\n  footbridge decide import jira.csv --from jira -o candidates.csv\n  footbridge decide import jira.csv --column option=Summary --column reach=\"Custom field (Reach)\" --column impact=Impact --column confidence=Confidence --column effort=\"Story Points\" -o candidates.csv\n\nOur columns: option, reach, impact, confidence and effort for RICE; option, priority and effort for MoSCoW; option and criteria for a matrix."
    )]
    Import {
        /// The table; `-` reads standard input
        file: PathBuf,
        /// One of our columns and the name of theirs
        #[arg(long = "column", value_name = "OURS=THEIRS", value_parser = read_column, required_unless_present_any = ["from", "mapping"])]
        columns: Vec<(String, String)>,
        /// The tool that exported it, whose names of columns are known
        #[arg(long, value_name = "TOOL", conflicts_with_all = ["columns", "mapping"])]
        from: Option<ForTool>,
        /// The same by a mapping of your own: a TOML file
        #[arg(long, value_name = "FILE", conflicts_with = "columns")]
        mapping: Option<PathBuf>,
        /// Where to write it [otherwise standard output]; a file that is there is left alone
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Write a file to begin with
    #[command(after_long_help = "Example:\n  footbridge decide new matrix -o decision.yaml")]
    New {
        /// rice, moscow or matrix
        method: String,
        /// Where to write it [otherwise standard output]; a file that is there is left alone
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    Tools(Tools),
    Score(Score),
}

/// Tools whose columns are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ForTool {
    Jira,
}

impl Decide {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        match &self.what {
            Some(What::New { method, output }) => return begin(&decision_starter(method)?.text, output.as_deref(), here),
            Some(What::Import { file, columns, from, mapping, output }) => {
                let (_, text) = text_of(file)?;
                let taken = match profile(*from, mapping.as_deref())? {
                    Some(profile) => decision_from_export(&text, &profile)?,
                    None => decision_from_table(&text, columns)?,
                };
                return begin(&taken.text, output.as_deref(), here);
            }
            Some(What::Tools(tools)) => return tools.run(here),
            Some(What::Score(score)) => return score.run(here),
            None => {}
        }
        let file = self.file.as_ref().expect("clap asks for a file where there is no subcommand");
        let (name, text) = text_of(file)?;
        if let Some(profile) = profile(self.tool, self.mapping.as_deref())? {
            if self.dry_run {
                here.print(&rehearse_decision(&text, &name, &profile)?)?;
                return Ok(Ending::Done);
            }
            let view = export_decision(&text, &name, &profile)?;
            tell_lost(&view, here);
            here.print(&view.text)?;
            return Ok(Ending::Done);
        }
        if self.dry_run {
            here.tell("A dry run says what a tool's importer would do: it goes with --for jira, or with --mapping.");
            return Ok(Ending::CouldNot);
        }
        let view = decide_today(&text, &name);
        if self.record || self.table {
            view.findings.iter().for_each(|found| here.tell(&finding(found, &name, &text, &here.terminal)));
            here.print(if self.record { &view.record } else { &view.table })?;
        } else if self.json.json {
            here.print_json(&view)?;
        } else {
            view.findings.iter().for_each(|found| here.tell(&finding(found, &name, &text, &here.terminal)));
            here.print(&page(&view, here))?;
        }
        Ok(if view.complete { Ending::Done } else { Ending::No })
    }
}

fn profile(tool: Option<ForTool>, mapping: Option<&Path>) -> anyhow::Result<Option<DecisionProfile>> {
    Ok(match (tool, mapping) {
        (_, Some(mapping)) => {
            let (name, text) = text_of(mapping)?;
            Some(DecisionProfile::Own(name, text))
        }
        (Some(ForTool::Jira), None) => Some(DecisionProfile::Jira),
        (None, None) => None,
    })
}

fn read_column(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((ours, theirs)) if !ours.trim().is_empty() && !theirs.trim().is_empty() => {
            Ok((ours.trim().to_owned(), theirs.trim().to_owned()))
        }
        _ => Err("a column is written as `ours=theirs`, for example `option=Summary`".to_owned()),
    }
}

/// A file that is there holds somebody's work.
fn begin(text: &str, output: Option<&Path>, here: &Context) -> anyhow::Result<Ending> {
    match output {
        Some(file) if file.exists() => {
            here.tell(&format!("{} is there already, so it is left alone. Name another file.", file.display()));
            return Ok(Ending::CouldNot);
        }
        Some(file) => write_out(text.as_bytes(), file, here)?,
        None => here.print(text)?,
    }
    Ok(Ending::Done)
}

fn page(view: &DecisionView, here: &Context) -> String {
    let mut page = Page::new(&here.terminal);
    if !view.title.is_empty() {
        page.title(&view.title);
    }
    page.says(&view.says);
    if !view.chosen.is_empty() {
        page.says(&view.chosen);
    }
    if view.options.is_empty() {
        return page.finish();
    }
    page.gap();
    let is_moscow = view.method == "moscow";
    let head = if is_moscow {
        ["", "option", &view.figure, "range", "there is room in"]
    } else {
        ["", "option", &view.figure, "80 % of draws", "first in"]
    };
    let mut table = Table::new(&head, &[2, 3, 4]);
    for option in &view.options {
        let first = match option.place {
            _ if is_moscow => option.priority.clone(),
            0 => "?".to_owned(),
            place => place.to_string(),
        };
        table.row([&first, &option.name, &option.value_words, &option.range_words, &option.share_words].map(|cell| words(cell)).to_vec());
    }
    page.table(&table);
    if !view.reasons.is_empty() {
        page.heading("Why it is first");
        view.reasons.iter().for_each(|reason| page.point(reason));
    }
    if !view.unknown.is_empty() {
        page.heading("What is not known, and how far it could move the result");
        view.unknown.iter().for_each(|unknown| page.point(unknown));
    }
    if !view.flips.is_empty() {
        page.heading("What would put another first, everything else as it is");
        for flip in &view.flips {
            let within = if flip.within { ", which lies inside its range" } else { "" };
            let then = if flip.wins.is_empty() { format!(": `{}`{within}.", flip.rival) } else { format!("{within}. {}", flip.wins) };
            page.point(&format!("{} from {} to {}{then}", flip.what, flip.from, flip.to));
        }
    }
    if !view.beats.is_empty() {
        page.heading("Pair by pair");
        view.beats.iter().for_each(|beats| page.point(beats));
    }
    if !view.worth.is_empty() {
        page.heading("What is worth researching");
        view.worth.iter().for_each(|worth| page.point(worth));
    }
    let rests = view.options.iter().flat_map(|option| option.figures.iter().map(move |figure| (option, figure)));
    let whys: Vec<_> = view.options.iter().filter(|option| !option.why.is_empty()).collect();
    if !whys.is_empty() {
        page.heading("What speaks for the options");
        whys.iter().for_each(|option| page.point(&format!("{}: {}", option.name, option.why)));
    }
    let said: Vec<_> = rests.filter(|(_, figure)| !figure.evidence.is_empty() || !figure.why.is_empty()).collect();
    if !said.is_empty() {
        page.heading("What the figures rest on");
        for (option, figure) in said {
            let why = if figure.why.is_empty() { String::new() } else { format!(" {}", figure.why) };
            let evidence = if figure.evidence.is_empty() { String::new() } else { format!(" “{}”", figure.evidence) };
            page.point(&format!("{}, {} {}:{evidence}{why}", option.name, figure.name, figure.value));
        }
    }
    page.gap();
    page.aside(&view.how);
    page.finish()
}
