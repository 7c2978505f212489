use crate::html::{counted, escape, time};
use crate::shown::Shown;
use crate::site::Milestone;
use std::fmt::Write as _;

/// The path walked, step by step; a milestone names the pieces that prove it.
pub(super) fn section(shown: &Shown<'_>) -> String {
    let steps = &shown.site.path;
    if steps.is_empty() {
        return String::new();
    }
    let milestones = || steps.iter().flat_map(|step| &step.milestones);
    let reached = milestones().filter(|milestone| milestone.reached_on.is_some()).count();
    let mut html = format!(
        "<section aria-labelledby=\"path\">\n<h2 id=\"path\">The path walked</h2>\n<p class=\"muted\">{reached} of {} reached. A milestone is reached when its evidence is complete, never by a tick.</p>\n<ol class=\"path\">\n",
        counted(milestones().count(), "milestone", "milestones")
    );
    for step in steps {
        let whole = !step.milestones.is_empty() && step.milestones.iter().all(|milestone| milestone.reached_on.is_some());
        let _ = writeln!(html, "<li{}>\n<h3>{}</h3>", if whole { " class=\"reached\"" } else { "" }, escape(&step.title));
        for milestone in &step.milestones {
            html += &line(shown, milestone);
        }
        html += "</li>\n";
    }
    html + "</ol>\n</section>\n"
}

fn line(shown: &Shown<'_>, milestone: &Milestone) -> String {
    let state = match milestone.reached_on {
        Some(day) => format!("Reached on {}", time(day)),
        None => "Not reached yet".to_owned(),
    };
    let evidence: Vec<String> = milestone
        .evidence
        .iter()
        .filter_map(|id| shown.exhibit(id.as_str()))
        .map(|exhibit| format!("<a href=\"{}\">{}</a>", exhibit.page(), escape(&exhibit.entry.title)))
        .collect();
    let proof = match (evidence.is_empty(), milestone.reached_on) {
        (true, _) => String::new(),
        (false, Some(_)) => format!(": {}", evidence.join(", ")),
        (false, None) => format!("; so far: {}", evidence.join(", ")),
    };
    format!("<p>{}</p>\n<p class=\"small muted\">{state}{proof}</p>\n", escape(&milestone.title))
}
