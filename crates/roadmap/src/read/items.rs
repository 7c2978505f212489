//! The entries of the lists: outcomes, bets, and what stands beside them.

use super::fields::{Fields, Findings, Shape, text};
use super::values::{confidence, date, day, horizon, id, id_of, quarter, size};
use super::yaml::Node;
use crate::roadmap::{Bet, LeftOut, Outcome, Risk, Source, Written};

const OUTCOME: Shape = Shape {
    what: "outcome",
    keys: &["id", "title", "measure", "baseline", "target", "by", "source"],
    // The rest is asked for by a rule, which can say why.
    required: &["id", "title"],
};

pub(super) fn outcome(node: &Node, number: usize, findings: &mut Findings<'_>) -> Option<Outcome> {
    let fields = Fields::open(node, &OUTCOME, &position(number), findings)?;
    let (id, title) = id_and_title(&fields, "outcome", number, findings);
    Some(Outcome {
        id,
        title,
        measure: fields.text("measure", findings),
        baseline: fields.text("baseline", findings),
        target: fields.text("target", findings),
        by: fields.value("by", findings, day),
        source: fields.text("source", findings),
    })
}

const BET: Shape = Shape {
    what: "bet",
    keys: &[
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
    ],
    required: &["id", "title", "problem", "horizon", "size", "confidence"],
};

pub(super) fn bet(node: &Node, number: usize, findings: &mut Findings<'_>) -> Option<Bet> {
    let fields = Fields::open(node, &BET, &position(number), findings)?;
    let (id, title) = id_and_title(&fields, "bet", number, findings);
    let bet = Bet {
        id,
        title,
        problem: fields.text("problem", findings),
        outcomes: references(&fields, "outcome", findings),
        horizon: fields.value("horizon", findings, horizon),
        from: fields.value("from", findings, date),
        until: fields.value("until", findings, date),
        quarter: fields.value("quarter", findings, quarter),
        size: fields.value("size", findings, size),
        confidence: fields.value("confidence", findings, confidence),
        depends_on: references(&fields, "depends_on", findings),
        owner: fields.text("owner", findings),
        evidence: fields.text("evidence", findings),
    };
    dates_agree(&bet, findings);
    Some(bet)
}

fn dates_agree(bet: &Bet, findings: &mut Findings<'_>) {
    if let (Some(quarter), Some(dates)) = (&bet.quarter, bet.from.as_ref().or(bet.until.as_ref())) {
        let message = format!("The bet `{}` has a quarter and days; they could contradict each other.", bet.id);
        findings
            .error("roadmap-two-times", message, quarter.span.clone())
            .help(format!("Keep `{}`, or the days `from` and `until` ({}).", quarter.value, dates.value));
    }
    if let (Some(from), Some(until)) = (&bet.from, &bet.until)
        && from.value > until.value
    {
        let message = format!("The bet `{}` ends on {} before it begins on {}.", bet.id, until.value, from.value);
        findings.error("roadmap-backward-dates", message, until.span.clone());
    }
}

const LEFT_OUT: Shape = Shape { what: "entry of not_doing", keys: &["title", "why"], required: &["title"] };

pub(super) fn left_out(node: &Node, number: usize, findings: &mut Findings<'_>) -> Option<LeftOut> {
    let fields = Fields::open(node, &LEFT_OUT, &position(number), findings)?;
    let (title, why) = (fields.text("title", findings), fields.text("why", findings));
    Some(LeftOut { title: title?, why })
}

const RISK: Shape = Shape { what: "risk", keys: &["title", "answer"], required: &["title", "answer"] };

pub(super) fn risk(node: &Node, number: usize, findings: &mut Findings<'_>) -> Option<Risk> {
    let fields = Fields::open(node, &RISK, &position(number), findings)?;
    let (title, answer) = (fields.text("title", findings), fields.text("answer", findings));
    Some(Risk { title: title?, answer })
}

pub(super) fn assumption(node: &Node, _number: usize, findings: &mut Findings<'_>) -> Option<Written<String>> {
    text(node, "An entry of `assumptions`", findings)
}

const SOURCE: Shape = Shape { what: "source", keys: &["title", "address"], required: &["title"] };

pub(super) fn source(node: &Node, number: usize, findings: &mut Findings<'_>) -> Option<Source> {
    let fields = Fields::open(node, &SOURCE, &position(number), findings)?;
    let (title, address) = (fields.text("title", findings), fields.text("address", findings));
    let source = Source { title: title?, address };
    if let Some(address) = source.address.as_ref().filter(|address| !address.starts_with("https://") && !address.starts_with("http://")) {
        findings
            .error("roadmap-bad-address", format!("`{}` is no web address.", address.value), address.span.clone())
            .help("An address begins with https://. Something without an address needs only a `title`.");
    }
    Some(source)
}

/// Every entry gets both, so that drawings and exports have something to show while the file is being written.
fn id_and_title(fields: &Fields<'_>, what: &str, number: usize, findings: &mut Findings<'_>) -> (Written<String>, Written<String>) {
    let made_up = || Written::new(format!("{what}-{}", number + 1), fields.at.clone());
    let id = fields.value("id", findings, id).unwrap_or_else(made_up);
    let title = fields.text("title", findings).unwrap_or_else(|| id.clone());
    (id, title)
}

/// Ids of others. How an id is to be written is told where it is given, not again at every mention.
fn references(fields: &Fields<'_>, key: &str, findings: &mut Findings<'_>) -> Vec<Written<String>> {
    fields.texts(key, findings).into_iter().map(|written| Written::new(id_of(&written), written.span)).collect()
}

fn position(number: usize) -> String {
    const WORDS: [&str; 9] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    WORDS.get(number).map_or_else(|| format!("{}th ", number + 1), |word| format!("{word} "))
}
