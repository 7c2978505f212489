//! Anybody's own PRD, RFC, API page …: checked and taken to other places. No learner's folder is needed.

use crate::cited::uncompared;
use crate::post::target;
use crate::view::{ArtifactView, ExportView, JudgedView, judged};
use crate::{App, Trouble};
use footbridge_diagnostic::{Diagnostic, grouped};
use footbridge_prose::{Artifact, Rules, vale};

/// The kinds of documents.
pub fn artifacts() -> Vec<ArtifactView> {
    let view = |artifact: &Artifact| ArtifactView {
        id: artifact.id().to_owned(),
        title: artifact.title().to_owned(),
        sections: artifact.headings().map(str::to_owned).collect(),
    };
    Artifact::ALL.iter().map(view).collect()
}

/// A template to begin with.
pub fn template(artifact: &str) -> Result<String, Trouble> {
    Ok(footbridge_prose::template(known(artifact)?))
}

/// Judges a document. `file` is the name findings point at; `styles` are the files of Vale styles, one list for each style. Figures that
/// cite queries are compared with those of `learner`; without one that is said.
pub fn check_writing(
    artifact: &str,
    (file, text): (&str, &str),
    styles: &[Vec<(String, String)>],
    learner: Option<&App>,
) -> Result<JudgedView, Trouble> {
    let mut findings = Vec::new();
    let mut rules = Rules { artifact: Some(known(artifact)?), ..Rules::default() };
    for files in styles {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let (style, found) = vale::Style::read(&files);
        rules.styles.push(style);
        findings.extend(found.into_iter().map(|finding| in_its_rule(finding, &files)));
    }
    let mut report = footbridge_prose::check(text, file, &rules);
    report.findings.extend(match learner {
        Some(app) => app.cited_figures(text, file),
        None => uncompared(text, file)
            .into_iter()
            .map(
                |finding| {
                    if finding.is_error() { finding } else { finding.help("`--folder DIR` names the folder of whoever passed them.") }
                },
            )
            .collect(),
    });
    let says = format!("Words: {}. Whether it is good is for a reader to say.", report.words);
    let complete = report.is_complete();
    findings.extend(report.findings);
    Ok(judged(complete, says, &findings, text))
}

/// What is wrong with a rule, named with its file and line: places of findings are places of the text that is judged.
fn in_its_rule(finding: Diagnostic, files: &[(&str, &str)]) -> Diagnostic {
    let Some(place) = &finding.place else { return finding };
    let text = files.iter().find(|(path, _)| *path == place.file).map_or("", |(_, text)| text);
    let line = text[..place.span.start.min(text.len())].matches('\n').count() + 1;
    Diagnostic { message: format!("`{}`, line {line}: {}", place.file, finding.message), place: None, ..finding }
}

/// A document as text for a place: `linkedin`, `medium`, `confluence`, `notion`.
pub fn export_writing(text: &str, place: &str) -> Result<ExportView, Trouble> {
    let exported = footbridge_prose::export(text, target(place)?);
    let over = exported.over();
    let mut lost = exported.lost;
    if let Some(limit) = exported.limit.filter(|_| over > 0) {
        lost.push(format!("It has {} characters; the place takes {}.", grouped(exported.characters), grouped(limit)));
    }
    Ok(ExportView { text: exported.text, lost })
}

fn known(artifact: &str) -> Result<Artifact, Trouble> {
    Artifact::from_id(artifact).ok_or_else(|| {
        let ids: Vec<&str> = Artifact::ALL.iter().map(|artifact| artifact.id()).collect();
        Trouble::asked(format!("There is no kind of document `{artifact}`; there are {}.", ids.join(", ")))
            .help("`footbridge write artifacts` lists them with their sections.")
            .or_meant(artifact, ids.iter().copied())
    })
}
