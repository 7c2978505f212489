use super::Json;
use super::own_file::{judged, keep, tell_lost, text_of};
use crate::Ending;
use crate::context::{Context, refusal};
use crate::terminal::{Page, Span, Table, words};
use anyhow::Context as _;
use clap::{Args, Subcommand};
use footbridge_app::{artifacts, check_writing, export_writing, template};
use std::path::{Path, PathBuf};

/// Check your own PRD, RFC, API page, postmortem …; needs no learner's folder
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge write artifacts\n  footbridge write new prd > prd.md\n  footbridge write check prd prd.md\n  footbridge write check rfc rfc.md --style styles/Company\n  footbridge write export rfc.md --to confluence\n\nWhat is checked, and why, is in docs/writing.md. Whether the idea is good is not checked."
)]
pub(crate) struct Write {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the kinds of documents and their sections
    #[command(after_long_help = "Example:\n  footbridge write artifacts")]
    Artifacts {
        #[command(flatten)]
        json: Json,
    },
    /// Print a template to begin with
    #[command(after_long_help = "Example:\n  footbridge write new prd > prd.md")]
    New {
        /// The kind of document
        artifact: String,
    },
    /// Say what a document lacks, and how it reads
    #[command(after_long_help = "Example:\n  footbridge write check prd prd.md --style styles/Company")]
    Check {
        /// The kind of document
        artifact: String,
        /// The document; `-` reads standard input
        file: PathBuf,
        /// A folder of Vale rules (YAML) for the wording, or a folder of such folders; as often as needed
        #[arg(long, value_name = "DIR")]
        style: Vec<PathBuf>,
        #[command(flatten)]
        json: Json,
    },
    /// Turn a document into text for linkedin, medium, confluence or notion
    #[command(after_long_help = "Example:\n  footbridge write export rfc.md --to confluence")]
    Export {
        /// The document
        file: PathBuf,
        /// Where it goes
        #[arg(long, value_name = "PLACE")]
        to: String,
        /// Where to write it [otherwise standard output]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

impl Write {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        match &self.what {
            What::Artifacts { json } => list(json.json, here),
            What::New { artifact } => {
                here.print(&template(artifact)?)?;
                Ok(Ending::Done)
            }
            What::Check { artifact, file, style, json } => {
                let (name, text) = text_of(file)?;
                let mut rules = Vec::new();
                for folder in style {
                    rules.extend(style_files(folder)?);
                }
                let app = here.learner()?;
                judged(&check_writing(artifact, (&name, &text), &rules, app.as_ref())?, &name, &text, json.json, here)
            }
            What::Export { file, to, output } => {
                let (_, text) = text_of(file)?;
                let view = export_writing(&text, to)?;
                tell_lost(&view, here);
                keep(&view.text, file, output.as_deref(), here)
            }
        }
    }
}

fn list(json: bool, here: &Context) -> anyhow::Result<Ending> {
    let all = artifacts();
    if json {
        here.print_json(&all)?;
        return Ok(Ending::Done);
    }
    let mut page = Page::new(&here.terminal);
    let mut table = Table::new(&["id", "what it is", "sections"], &[]);
    for artifact in &all {
        table.row(vec![vec![Span::plain(&artifact.id)], words(&artifact.title), words(&artifact.sections.join(" · "))]);
    }
    page.table(&table);
    here.print(&page.finish())?;
    Ok(Ending::Done)
}

/// The rules of a Vale style, every YAML file directly in its folder; or of a folder of styles, as Vale's `StylesPath` is, with each style in a
/// folder of its own.
fn style_files(folder: &Path) -> anyhow::Result<Vec<Vec<(String, String)>>> {
    let own = rules_in(folder)?;
    let mut styles = if own.is_empty() { Vec::new() } else { vec![own] };
    for below in listed(folder)?.into_iter().filter(|path| path.is_dir() && !is_no_style(path)) {
        let rules = rules_in(&below)?;
        if !rules.is_empty() {
            styles.push(rules);
        }
    }
    if styles.is_empty() {
        let message = format!("{} holds no rules, and no folder in it does: rules end in .yml or .yaml.", folder.display());
        return Err(refusal(message, "Name the folder of one style, or the folder in which your styles stand.").into());
    }
    Ok(styles)
}

/// What Vale keeps beside styles, and hidden folders: vocabularies and settings are no rules.
fn is_no_style(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || matches!(name.as_ref(), "config" | "Vocab")
}

fn rules_in(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let rules = listed(folder)?.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "yml" || ending == "yaml"));
    rules.map(|rule| text_of(&rule)).collect()
}

/// What stands in a folder, by name.
fn listed(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let unlisted = || format!("{} is no folder of rules that can be read", folder.display());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(unlisted)? {
        paths.push(entry.with_context(unlisted)?.path());
    }
    paths.sort();
    Ok(paths)
}
