//! Our own CSV file: everything that the roadmap says, so that it can go through a spreadsheet and come back.

use crate::roadmap::{Bet, Roadmap, Written};
use footbridge_table::{guarded, written};

/// The columns; `kind` says what a row is.
pub(crate) const COLUMNS: [&str; 25] = [
    "kind",
    "id",
    "title",
    "problem",
    "outcome",
    "horizon",
    "from",
    "until",
    "quarter",
    "size",
    "confidence",
    "depends_on",
    "owner",
    "evidence",
    "measure",
    "baseline",
    "target",
    "by",
    "source",
    "why",
    "answer",
    "address",
    "as_of",
    "summary",
    "format",
];

/// Everything a roadmap says as one CSV file. [`crate::from_csv`] gives the same roadmap back.
pub fn to_csv(roadmap: &Roadmap) -> String {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    let mut push = |kind: &str, cells: &[(&str, Option<String>)]| rows.push(row(kind, cells));
    let text = |text: &Option<Written<String>>| text.as_ref().map(|text| text.value.clone());
    let day = |day: &Option<Written<jiff::civil::Date>>| day.as_ref().map(|day| day.to_string());
    push(
        "roadmap",
        &[
            ("title", Some(roadmap.product.value.clone())),
            ("as_of", day(&roadmap.as_of)),
            ("summary", text(&roadmap.summary)),
            ("format", Some("1".to_owned())),
        ],
    );
    for outcome in roadmap.outcomes.iter() {
        push(
            "outcome",
            &[
                ("id", Some(outcome.id.value.clone())),
                ("title", Some(outcome.title.value.clone())),
                ("measure", text(&outcome.measure)),
                ("baseline", text(&outcome.baseline)),
                ("target", text(&outcome.target)),
                ("by", day(&outcome.by)),
                ("source", text(&outcome.source)),
            ],
        );
    }
    for bet in roadmap.bets.iter() {
        push("bet", &bet_cells(bet));
    }
    for entry in roadmap.not_doing.iter() {
        push("not_doing", &[("title", Some(entry.title.value.clone())), ("why", text(&entry.why))]);
    }
    for risk in roadmap.risks.iter() {
        push("risk", &[("title", Some(risk.title.value.clone())), ("answer", text(&risk.answer))]);
    }
    for assumption in roadmap.assumptions.iter() {
        push("assumption", &[("title", Some(assumption.value.clone()))]);
    }
    for source in roadmap.sources.iter() {
        push("source", &[("title", Some(source.title.value.clone())), ("address", text(&source.address))]);
    }
    written(&rows)
}

fn bet_cells(bet: &Bet) -> [(&'static str, Option<String>); 13] {
    let text = |text: &Option<Written<String>>| text.as_ref().map(|text| text.value.clone());
    let ids = |ids: &[Written<String>]| Some(ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", "));
    [
        ("id", Some(bet.id.value.clone())),
        ("title", Some(bet.title.value.clone())),
        ("problem", text(&bet.problem)),
        ("outcome", ids(&bet.outcomes)),
        ("horizon", bet.horizon.as_ref().map(|horizon| horizon.word().to_owned())),
        ("from", bet.from.as_ref().map(|from| from.to_string())),
        ("until", bet.until.as_ref().map(|until| until.to_string())),
        ("quarter", bet.quarter.as_ref().map(|quarter| quarter.to_string())),
        ("size", bet.size.as_ref().map(|size| size.to_string())),
        ("confidence", bet.confidence.as_ref().map(|confidence| confidence.to_string())),
        ("depends_on", ids(&bet.depends_on)),
        ("owner", text(&bet.owner)),
        ("evidence", text(&bet.evidence)),
    ]
}

fn row(kind: &str, cells: &[(&str, Option<String>)]) -> Vec<String> {
    let cell = |column: &str| cells.iter().find(|(name, _)| *name == column).and_then(|(_, text)| text.as_deref());
    COLUMNS.iter().map(|column| if *column == "kind" { kind.to_owned() } else { guarded(cell(column).unwrap_or_default()) }).collect()
}
