use super::Json;
use super::own_file::{judged, keep, tell_lost, text_of};
use crate::Ending;
use crate::context::Context;
use clap::{Args, Subcommand, ValueEnum};
use footbridge_app::{RoadmapForm, Tool, ToolProfile, check_roadmap, export_roadmap, rehearse_roadmap, roadmap_from_csv};
use std::path::PathBuf;

/// Check, draw and export your own roadmap.yaml; needs no learner's folder
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  footbridge roadmap check roadmap.yaml\n  footbridge roadmap draw roadmap.yaml -o roadmap.svg\n  footbridge roadmap export roadmap.yaml --to jira --dry-run\n  footbridge roadmap export roadmap.yaml --to csv -o roadmap.csv\n\nThe format is in docs/roadmap-format.md."
)]
pub(crate) struct Roadmap {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Say what is missing or contradicts itself
    #[command(after_long_help = "Example:\n  footbridge roadmap check roadmap.yaml")]
    Check {
        /// The roadmap; `-` reads standard input
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    /// Draw it as SVG, with lines for what depends on what
    #[command(after_long_help = "Example:\n  footbridge roadmap draw roadmap.yaml -o roadmap.svg")]
    Draw {
        /// The roadmap
        file: PathBuf,
        /// Where to write it [otherwise standard output]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Put it into another form, and say what that form loses
    #[command(after_long_help = "Example:\n  footbridge roadmap export roadmap.yaml --to jira --dry-run")]
    Export {
        /// The roadmap
        file: PathBuf,
        /// Which form
        #[arg(long, value_name = "FORM", required_unless_present = "mapping", conflicts_with = "mapping")]
        to: Option<To>,
        /// A mapping of your own: a TOML file
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
        /// Say what the tool's importer would do, and write nothing
        #[arg(long)]
        dry_run: bool,
        /// Where to write it [otherwise standard output]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Make a roadmap.yaml of a table that `export --to csv` wrote
    #[command(after_long_help = "Example:\n  footbridge roadmap import roadmap.csv -o roadmap.yaml")]
    Import {
        /// The table; `-` reads standard input
        file: PathBuf,
        /// Where to write it [otherwise standard output]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

/// Forms a roadmap can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    Jira,
    Linear,
    Aha,
    Csv,
    Mermaid,
    Markdown,
}

impl Roadmap {
    pub(crate) fn run(&self, here: &Context) -> anyhow::Result<Ending> {
        match &self.what {
            What::Check { file, json } => {
                let (name, text) = text_of(file)?;
                judged(&check_roadmap(&text, &name), &name, &text, json.json, here)
            }
            What::Draw { file, output } => {
                let (name, text) = text_of(file)?;
                let view = export_roadmap(&text, &name, &RoadmapForm::Svg)?;
                tell_lost(&view, here);
                keep(&view.text, file, output.as_deref(), here)
            }
            What::Export { file, to, mapping, dry_run, output } => {
                let (name, text) = text_of(file)?;
                let form = match mapping {
                    Some(mapping) => {
                        let (name, text) = text_of(mapping)?;
                        RoadmapForm::Tool(ToolProfile::Own(name, text))
                    }
                    None => to.expect("clap asks for a form where there is no mapping").form(),
                };
                if *dry_run {
                    let RoadmapForm::Tool(tool) = &form else {
                        here.tell(
                            "A dry run says what a tool's importer would do: it goes with --to jira, linear or aha, or with --mapping.",
                        );
                        return Ok(Ending::CouldNot);
                    };
                    here.print(&rehearse_roadmap(&text, &name, tool)?)?;
                    return Ok(Ending::Done);
                }
                let view = export_roadmap(&text, &name, &form)?;
                tell_lost(&view, here);
                keep(&view.text, file, output.as_deref(), here)
            }
            What::Import { file, output } => {
                let (name, text) = text_of(file)?;
                let view = roadmap_from_csv(&text, &name)?;
                tell_lost(&view, here);
                keep(&view.text, file, output.as_deref(), here)
            }
        }
    }
}

impl To {
    fn form(self) -> RoadmapForm {
        let tool = |tool: Tool| RoadmapForm::Tool(ToolProfile::BuiltIn(tool));
        match self {
            Self::Jira => tool(Tool::Jira),
            Self::Linear => tool(Tool::Linear),
            Self::Aha => tool(Tool::Aha),
            Self::Csv => RoadmapForm::Csv,
            Self::Mermaid => RoadmapForm::Mermaid,
            Self::Markdown => RoadmapForm::Markdown,
        }
    }
}
