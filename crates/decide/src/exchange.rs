//! A decision as the table that another tool imports, and tables that such a tool exported.

use crate::analysis::Analysis;
use crate::decision::{Decision, Estimate, Factor, Method, Opt, Scored, Written};
use crate::number::spoken;
use crate::read::headed_rows;
use crate::write::{NotTaken, from_table};
use footbridge_diagnostic::{Diagnostic, counted};
use footbridge_table::{DryRun, Profile, guarded, rehearsed, table, written};

/// Fields of an option that a mapping can name.
const NAMES: [&str; 16] = [
    "number",
    "option",
    "title",
    "method",
    "options",
    "place",
    "score",
    "standing",
    "reach",
    "impact",
    "confidence",
    "effort",
    "priority",
    "figures",
    "why",
    "evidence",
];

/// Figures of RICE and of MoSCoW as our table has them.
const RICE: [&str; 4] = ["reach", "impact", "confidence", "effort"];
const MOSCOW: [&str; 2] = ["priority", "effort"];

/// How options become rows of Jira's importer, and where they stand in its exports.
pub fn jira() -> Profile {
    read_profile(include_str!("../profiles/jira.toml"), "jira.toml").0.expect("the profiles of this crate are read in its tests")
}

/// Reads a mapping of one's own from options to columns. It comes back only when nothing is wrong with it.
pub fn read_profile(text: &str, file: &str) -> (Option<Profile>, Vec<Diagnostic>) {
    footbridge_table::read_profile(text, file, &NAMES)
}

/// The options as the CSV file that a tool imports, and what of the decision is not in it, a sentence each.
pub fn tool_table(decision: &Decision, analysis: &Analysis, profile: &Profile) -> (String, Vec<String>) {
    let table = rows(decision, analysis, profile);
    let mut rows = vec![table.header];
    rows.extend(table.rows.into_iter().map(|row| row.iter().map(|cell| guarded(cell)).collect()));
    (written(&rows), lost(decision, profile))
}

/// What importing [`tool_table`] would do, without doing it.
pub fn rehearsal(decision: &Decision, analysis: &Analysis, profile: &Profile) -> DryRun {
    let mut told = rehearsed(
        profile,
        &rows(decision, analysis, profile),
        &NAMES,
        &options(decision).iter().map(|of| of.name.clone()).collect::<Vec<_>>(),
    );
    told.lost = lost(decision, profile);
    told
}

/// A table that a tool exported as one of ours: RICE where it has its four figures, else MoSCoW where it has priority and effort.
pub fn from_export(text: &str, profile: &Profile) -> Result<String, NotTaken> {
    let rows = headed_rows(text);
    let header = rows.first().ok_or(NotTaken::Empty)?;
    let is_filled = |at: usize| rows[1..].iter().any(|row| row.get(at).is_some_and(|cell| !cell.trim().is_empty()));
    // A later name of a column counts where an earlier one is not there, or holds nothing.
    let theirs = |ours: &str| {
        let column = profile.sources().find(|source| NAMES[source.field] == ours)?.column;
        let mut names = std::iter::once(&column.name).chain(&column.exported_as);
        let found = |name: &String| {
            let at = (0..header.len()).find(|at| header[*at].trim().eq_ignore_ascii_case(name) && is_filled(*at))?;
            Some((ours.to_owned(), header[at].clone()))
        };
        names.find_map(found)
    };
    let all = |figures: &[&str]| figures.iter().map(|ours| theirs(ours)).collect::<Option<Vec<_>>>();
    let option = theirs("option").ok_or(NotTaken::NoOptions)?;
    let Some(figures) = all(&RICE).or_else(|| all(&MOSCOW)) else {
        let missing = |figures: &[&str]| figures.iter().filter(|ours| theirs(ours).is_none()).map(|ours| (*ours).to_owned()).collect();
        return Err(NotTaken::NoFigures(missing(&RICE), missing(&MOSCOW)));
    };
    let columns: Vec<(String, String)> = std::iter::once(option).chain(figures).collect();
    let word = |ours: &str, cell: String| {
        let source = profile.sources().find(|source| NAMES[source.field] == ours);
        source.map_or(cell.clone(), |source| source.column.our_word(&cell).to_owned())
    };
    from_table(text, &columns, &word)
}

/// What stands in the columns for one option.
struct Row {
    name: String,
    place: String,
    score: String,
    figures: Vec<(&'static str, Estimate)>,
    priority: Option<&'static str>,
    /// Each figure with its range, in words.
    told: Vec<String>,
    why: Vec<String>,
    evidence: Vec<String>,
}

fn rows(decision: &Decision, analysis: &Analysis, profile: &Profile) -> footbridge_table::Table {
    let mut options = options(decision);
    if let Analysis::Ranked(ranked) = analysis {
        for (option, standing) in options.iter_mut().zip(&ranked.standings) {
            (option.place, option.score) = (standing.place.to_string(), spoken(standing.score));
        }
    }
    let title = decision.title.as_ref().map(|title| title.value.clone());
    let text = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
    table(profile, options.len(), &|at, field| {
        let option = &options[at];
        match NAMES[field] {
            "number" => vec![(at + 1).to_string()],
            "option" => vec![option.name.clone()],
            "title" => title.clone().into_iter().collect(),
            "method" => vec![decision.method.word().to_owned()],
            // Of something without places nothing is said of their number.
            "options" if option.place.is_empty() => Vec::new(),
            "options" => vec![options.len().to_string()],
            "place" => text(&option.place),
            "score" => text(&option.score),
            "standing" => text(&standing(option, options.len(), title.as_deref().unwrap_or_default())),
            "priority" => option.priority.map(str::to_owned).into_iter().collect(),
            "figures" => option.told.clone(),
            "why" => option.why.clone(),
            "evidence" => option.evidence.clone(),
            figure => option.figures.iter().filter(|(name, _)| *name == figure).map(|(_, value)| value.likely.to_string()).collect(),
        }
    })
}

/// The place and the score of an option and what is decided, as far as there are any: MoSCoW has no places, and a table no title.
fn standing(option: &Row, options: usize, title: &str) -> String {
    if option.place.is_empty() {
        return title.to_owned();
    }
    let end = if title.is_empty() { ".".to_owned() } else { format!(": {title}") };
    format!("Place {} of {options}, score {}{end}", option.place, option.score)
}

fn options(decision: &Decision) -> Vec<Row> {
    match &decision.method {
        Method::Rice(scored) | Method::Matrix(scored) => {
            scored.options.iter().enumerate().map(|(at, option)| scored_row(scored, at, option)).collect()
        }
        Method::Moscow { items, unit, .. } => items
            .iter()
            .map(|item| Row {
                name: item.name.value.clone(),
                place: String::new(),
                score: String::new(),
                figures: vec![("effort", item.effort.value)],
                priority: Some(item.priority.word()),
                told: vec![format!("effort: {} {unit}", item.effort.value)],
                why: item.why.iter().map(|why| why.value.clone()).collect(),
                evidence: item.evidence.iter().flatten().map(|evidence| evidence.value.clone()).collect(),
            })
            .collect(),
    }
}

fn scored_row(scored: &Scored, at: usize, option: &Opt) -> Row {
    let name = |value: usize| scored.criteria.get(value).map_or_else(|| Factor::ALL[value].word(), |criterion| criterion.name.as_str());
    let told = |(value, estimate): (usize, &Written<Estimate>)| {
        if scored.is_unknown(at, value) { format!("{}: not known", name(value)) } else { format!("{}: {}", name(value), estimate.value) }
    };
    let factors = option.values.iter().zip(Factor::ALL).filter(|_| scored.criteria.is_empty());
    Row {
        name: option.name.value.clone(),
        place: String::new(),
        score: String::new(),
        figures: factors.map(|(value, factor)| (factor.word(), value.value)).collect(),
        priority: None,
        told: option.values.iter().enumerate().map(told).collect(),
        why: option.reasons.iter().flatten().cloned().collect(),
        evidence: option.evidence.iter().flatten().map(|evidence| evidence.value.clone()).collect(),
    }
}

fn lost(decision: &Decision, profile: &Profile) -> Vec<String> {
    let taken: Vec<&str> = profile.columns.iter().flat_map(footbridge_table::Column::fields).map(|field| NAMES[field]).collect();
    let mut lost = Vec::new();
    let options = options(decision);
    let ranges = options.iter().flat_map(|option| &option.figures).filter(|(_, value)| value.is_range()).count();
    if ranges > 0 {
        let where_ = match (taken.contains(&"figures"), ranges) {
            (true, 1) => "stands whole among the figures in words only",
            (true, _) => "stand whole among the figures in words only",
            (false, 1) => "is left out",
            (false, _) => "are left out",
        };
        lost.push(format!("{} {where_}: a column holds the likely value.", counted(ranges, "range", "ranges")));
    }
    let figures = options.iter().flat_map(|option| &option.figures).map(|(name, _)| *name).find(|name| !taken.contains(name));
    if let Some(figure) = figures {
        lost.push(format!("No column takes the {figure}."));
    }
    match &decision.method {
        Method::Matrix(scored) if !taken.contains(&"figures") => {
            lost.push(format!("The scores by {} are left out.", counted(scored.criteria.len(), "criterion", "criteria")));
        }
        Method::Matrix(_) => lost.push("The weights are left out, and scores stand among the figures in words only.".to_owned()),
        Method::Moscow { capacity: Some(_), .. } => lost.push("The capacity is left out.".to_owned()),
        Method::Rice(_) | Method::Moscow { .. } => {}
    }
    if options.iter().any(|option| !option.why.is_empty()) && !taken.contains(&"why") {
        lost.push("The reasons of the figures are left out.".to_owned());
    }
    if options.iter().any(|option| !option.evidence.is_empty()) && !taken.contains(&"evidence") {
        lost.push("The evidence of the figures is left out.".to_owned());
    }
    if decision.choice.is_some() || decision.because.is_some() {
        lost.push("What was chosen, and why, is left out.".to_owned());
    }
    lost
}
