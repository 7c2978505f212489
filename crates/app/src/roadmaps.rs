//! Anybody's own roadmap: checked, drawn, taken to other tools. No learner's folder is needed.

use crate::Trouble;
use crate::view::{ChoiceView, ExportView, JudgedView, RoadmapDownloadView, RoadmapView, judged};
use footbridge_diagnostic::{Diagnostic, Source};
use footbridge_roadmap::{Export, Limits, Profile, Roadmap, is_unread};
use std::iter::once;

pub use footbridge_roadmap::Tool;

/// The name that findings in a roadmap of the browser point at.
const ROADMAP_FILE: &str = "roadmap.yaml";

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
    /// The table that a tool imports.
    Tool(ToolProfile),
}

/// How the bets are mapped to the columns of a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToolProfile {
    /// As the tool's own importer reads it.
    BuiltIn(Tool),
    /// A mapping of one's own: the name of its file and its text.
    Own(String, String),
}

/// Judges a roadmap. `file` is the name findings point at.
pub fn check_roadmap(text: &str, file: &str) -> JudgedView {
    let report = footbridge_roadmap::judge(text, file, &Limits::default());
    judged(report.is_complete(), report.says(), &report.findings, text)
}

/// A roadmap in another form, with what that form cannot hold and what of the file could not be read in the first place.
pub fn export_roadmap(text: &str, file: &str, form: &RoadmapForm) -> Result<ExportView, Trouble> {
    let (roadmap, mut lost) = readable(text, file)?;
    let whole = |text: String| Export { text, lost: Vec::new() };
    let export = match form {
        RoadmapForm::Svg => whole(footbridge_roadmap::svg(&roadmap)),
        RoadmapForm::Csv => whole(footbridge_roadmap::to_csv(&roadmap)),
        RoadmapForm::Markdown => footbridge_roadmap::markdown(&roadmap),
        RoadmapForm::Mermaid => footbridge_roadmap::mermaid(&roadmap),
        RoadmapForm::Tool(tool) => footbridge_roadmap::csv(&roadmap, &profile(tool)?),
    };
    lost.extend(export.lost);
    Ok(ExportView { text: export.text, lost })
}

/// A form that a browser may ask for.
struct Download {
    id: &'static str,
    label: &'static str,
    /// Of the file's name.
    ending: &'static str,
    content_type: &'static str,
    form: RoadmapForm,
}

const fn download(id: &'static str, label: &'static str, kind: (&'static str, &'static str), form: RoadmapForm) -> Download {
    Download { id, label, ending: kind.0, content_type: kind.1, form }
}

const TABLE: (&str, &str) = ("csv", "text/csv");

static DOWNLOADS: [Download; 7] = [
    download("jira", "Jira", TABLE, RoadmapForm::Tool(ToolProfile::BuiltIn(Tool::Jira))),
    download("linear", "Linear", TABLE, RoadmapForm::Tool(ToolProfile::BuiltIn(Tool::Linear))),
    download("aha", "Aha!", TABLE, RoadmapForm::Tool(ToolProfile::BuiltIn(Tool::Aha))),
    download("csv", "Table", TABLE, RoadmapForm::Csv),
    download("mermaid", "Mermaid", ("mmd", "text/vnd.mermaid"), RoadmapForm::Mermaid),
    download("markdown", "Markdown", ("md", "text/markdown"), RoadmapForm::Markdown),
    download("svg", "SVG", ("svg", "image/svg+xml"), RoadmapForm::Svg),
];

/// Anybody's roadmap, checked and drawn, with the forms it can take.
pub fn look_at_roadmap(text: &str) -> RoadmapView {
    let JudgedView { complete, says, findings } = check_roadmap(text, ROADMAP_FILE);
    RoadmapView {
        complete,
        says,
        findings,
        drawing: drawn(text),
        forms: DOWNLOADS.iter().map(|one| ChoiceView { id: one.id.to_owned(), label: one.label.to_owned(), note: String::new() }).collect(),
    }
}

/// A roadmap as a file to take along, with what a tool's importer would do with it and what the form cannot hold.
pub fn download_roadmap(text: &str, to: &str) -> Result<RoadmapDownloadView, Trouble> {
    let ids = || DOWNLOADS.iter().map(|one| one.id);
    let Download { id, label, ending, content_type, form } = DOWNLOADS.iter().find(|one| one.id == to).ok_or_else(|| {
        let known = ids().collect::<Vec<_>>().join(", ");
        Trouble::asked(format!("A roadmap cannot be made into `{to}`.")).help(format!("There are {known}.")).or_meant(to, ids())
    })?;
    let export = export_roadmap(text, ROADMAP_FILE, form)?;
    let rehearsal = match form {
        RoadmapForm::Tool(tool) => Some(rehearse_roadmap(text, ROADMAP_FILE, tool)?),
        RoadmapForm::Svg | RoadmapForm::Mermaid | RoadmapForm::Markdown | RoadmapForm::Csv => None,
    };
    // A table of a tool's carries the tool's name; what has an ending of its own says enough by that.
    let file = if *ending == TABLE.0 && *id != TABLE.0 { format!("roadmap-{id}.{ending}") } else { format!("roadmap.{ending}") };
    Ok(RoadmapDownloadView {
        label: (*label).to_owned(),
        file,
        content_type: (*content_type).to_owned(),
        text: export.text,
        lost: export.lost,
        rehearsal,
    })
}

/// What a tool's import would do with a roadmap, without doing it.
pub fn rehearse_roadmap(text: &str, file: &str, tool: &ToolProfile) -> Result<String, Trouble> {
    let (roadmap, unread) = readable(text, file)?;
    let mut dry_run = footbridge_roadmap::dry_run(&roadmap, &profile(tool)?);
    dry_run.lost.splice(0..0, unread);
    Ok(dry_run.text())
}

/// Our own table as a roadmap again, in YAML, with everything in it that could not be read.
pub fn roadmap_from_csv(text: &str, file: &str) -> Result<ExportView, Trouble> {
    let (roadmap, found) = footbridge_roadmap::from_csv(text, file);
    let Some(roadmap) = roadmap else { return Err(no_roadmap(file, found)) };
    // The notes name row and column.
    let told = |finding: &Diagnostic| sentences(once(&finding.message).chain(&finding.notes).chain(&finding.help));
    Ok(ExportView { text: footbridge_roadmap::to_yaml(&roadmap), lost: found.iter().map(told).collect() })
}

/// The picture of a roadmap as SVG; `None` when the text cannot be read.
pub(crate) fn drawn(text: &str) -> Option<String> {
    let (roadmap, _) = footbridge_roadmap::read(text, "roadmap.yaml");
    roadmap.as_ref().map(footbridge_roadmap::svg)
}

/// The roadmap of a file, and what of the file is not in it.
fn readable(text: &str, file: &str) -> Result<(Roadmap, Vec<String>), Trouble> {
    let (roadmap, found) = footbridge_roadmap::read(text, file);
    let Some(roadmap) = roadmap else { return Err(no_roadmap(file, found)) };
    let source = Source { file, text };
    let line = |finding: &Diagnostic| finding.place.as_ref().map_or(1, |place| source.line_column(place.span.start).line);
    let mut unread: Vec<&Diagnostic> = found.iter().filter(|finding| is_unread(finding)).collect();
    unread.sort_by_key(|finding| line(finding));
    // The notes teach, and are for whoever checks the file.
    let told = |finding: &&Diagnostic| {
        let said = sentences(once(&finding.message).chain(&finding.help));
        format!("Line {} is not read as it is written: {said}", line(finding))
    };
    Ok((roadmap, unread.iter().map(told).collect()))
}

fn sentences<'f>(said: impl Iterator<Item = &'f String>) -> String {
    said.map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn no_roadmap(file: &str, found: Vec<Diagnostic>) -> Trouble {
    Trouble::asked(format!("`{file}` cannot be read as a roadmap.")).findings(found)
}

fn profile(tool: &ToolProfile) -> Result<Profile, Trouble> {
    match tool {
        ToolProfile::BuiltIn(tool) => Ok(tool.profile()),
        ToolProfile::Own(file, text) => {
            let (profile, found) = footbridge_roadmap::read_profile(text, file);
            profile.ok_or_else(|| Trouble::asked(format!("`{file}` cannot be read as a mapping.")).findings(found))
        }
    }
}
