//! Anybody's own roadmap: checked, drawn, taken to other tools. No learner's folder is needed.

use crate::view::{ExportView, JudgedView, judged};
use crate::{Fault, Trouble};
use footbridge_diagnostic::nearest;
use footbridge_roadmap::{Limits, Profile, Roadmap};

/// What a roadmap becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoadmapForm {
    /// A picture as SVG.
    Svg,
    /// A Mermaid chart.
    Mermaid,
    /// A text in Markdown.
    Markdown,
    /// Our own table, which can be read back.
    Csv,
    /// The table that a tool imports: the id of a built-in profile, or the text of one's own.
    Tool(ToolProfile),
}

/// How the bets are mapped to the columns of a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToolProfile {
    /// Built in: `jira`, `linear`, `aha`.
    BuiltIn(String),
    /// A mapping of one's own: the name of its file and its text.
    Own(String, String),
}

/// Judges a roadmap. `file` is the name findings point at.
pub fn check_roadmap(text: &str, file: &str) -> JudgedView {
    let report = footbridge_roadmap::judge(text, file, &Limits::default());
    let says = match &report.roadmap {
        Some(roadmap) => format!("Outcomes: {}, bets: {}.", roadmap.outcomes.len(), roadmap.bets.len()),
        None => "This cannot be read as a roadmap.".to_owned(),
    };
    judged(report.is_complete(), says, &report.findings, text)
}

/// A roadmap in another form, with what that form cannot hold.
pub fn export_roadmap(text: &str, file: &str, form: &RoadmapForm) -> Result<ExportView, Trouble> {
    let roadmap = readable(text, file)?;
    let whole = |text: String| ExportView { text, lost: Vec::new() };
    Ok(match form {
        RoadmapForm::Svg => whole(footbridge_roadmap::svg(&roadmap)),
        RoadmapForm::Markdown => whole(footbridge_roadmap::markdown(&roadmap)),
        RoadmapForm::Csv => whole(footbridge_roadmap::to_csv(&roadmap)),
        RoadmapForm::Mermaid => {
            let chart = footbridge_roadmap::mermaid(&roadmap);
            ExportView { text: chart.text, lost: chart.lost }
        }
        RoadmapForm::Tool(tool) => {
            let csv = footbridge_roadmap::csv(&roadmap, &profile(tool)?);
            ExportView { text: csv.text, lost: csv.lost }
        }
    })
}

/// What a tool's import would do with a roadmap, without doing it.
pub fn rehearse_roadmap(text: &str, file: &str, tool: &ToolProfile) -> Result<String, Trouble> {
    Ok(footbridge_roadmap::dry_run(&readable(text, file)?, &profile(tool)?).text())
}

/// Our own table as a roadmap again, in YAML.
pub fn roadmap_from_csv(text: &str, file: &str) -> Result<String, Trouble> {
    let (roadmap, found) = footbridge_roadmap::from_csv(text, file);
    roadmap.map(|roadmap| footbridge_roadmap::to_yaml(&roadmap)).ok_or_else(|| unreadable(file, found))
}

fn readable(text: &str, file: &str) -> Result<Roadmap, Trouble> {
    let (roadmap, found) = footbridge_roadmap::read(text, file);
    roadmap.ok_or_else(|| unreadable(file, found))
}

fn unreadable(file: &str, found: Vec<footbridge_diagnostic::Diagnostic>) -> Trouble {
    let mut trouble = Trouble::new(Fault::Asked, format!("`{file}` cannot be read as a roadmap."));
    trouble.findings = found;
    trouble
}

fn profile(tool: &ToolProfile) -> Result<Profile, Trouble> {
    match tool {
        ToolProfile::Own(file, text) => {
            let (profile, found) = footbridge_roadmap::read_profile(text, file);
            profile.ok_or_else(|| {
                let mut trouble = Trouble::asked(format!("`{file}` cannot be read as a mapping."));
                trouble.findings = found;
                trouble
            })
        }
        ToolProfile::BuiltIn(id) => {
            let profiles = footbridge_roadmap::built_in_profiles();
            let known: Vec<String> = profiles.iter().map(|profile| profile.id.clone()).collect();
            profiles.into_iter().find(|profile| profile.id == *id).ok_or_else(|| {
                let trouble = Trouble::asked(format!("There is no mapping `{id}`; there are {}.", known.join(", ")));
                match nearest(id, known.iter().map(String::as_str)) {
                    Some(meant) => trouble.help(format!("Did you mean `{meant}`?")),
                    None => trouble.help("A mapping of your own is a TOML file: name it with its path."),
                }
            })
        }
    }
}
