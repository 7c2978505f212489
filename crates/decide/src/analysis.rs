use crate::chance::{Chance, Share};
use crate::check::check;
use crate::decision::{Decision, Method, Scored};
use crate::dominance::{Dominated, dominated};
use crate::flip::{Flip, flips};
use crate::moscow::{Capacity, capacity};
use crate::rank::{Formula, Score, places};
use crate::read::{read, read_unscored};
use crate::seal::to_lock;
use crate::stated;
use footbridge_diagnostic::Diagnostic;
use std::cmp::Reverse;

/// How often every estimate is drawn anew, at most. A share of one half is then known to about ±0.7 percentage points.
const DRAWS: u32 = 20_000;

/// What was found in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The decision and what follows from it; `None` when something in the file cannot be read.
    pub decided: Option<(Decision, Analysis)>,
    /// Everything to say: errors first, then warnings, then advice; each by place.
    pub findings: Vec<Diagnostic>,
}

impl Report {
    /// Whether nothing stands against it. Warnings and advice do not.
    pub fn is_complete(&self) -> bool {
        self.decided.is_some() && !self.findings.iter().any(Diagnostic::is_error)
    }
}

/// What follows from a decision's figures.
#[derive(Debug, Clone, PartialEq)]
pub enum Analysis {
    /// RICE or a matrix.
    Ranked(Ranked),
    /// MoSCoW.
    Capacity(Capacity),
}

/// Options in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// One for each option, in the order of the file.
    pub standings: Vec<Standing>,
    /// Every change of one input that puts another option first, smallest first.
    pub flips: Vec<Flip>,
    /// Options that another is never worse than.
    pub dominated: Vec<Dominated>,
    /// How often every estimate was drawn.
    pub draws: u32,
}

/// How one option stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// From 1; equal scores share a place.
    pub place: usize,
    /// At the likely values.
    pub score: f64,
    /// Nine draws in ten score at least this …
    pub low: f64,
    /// … and nine in ten at most this.
    pub high: f64,
    /// How often it is first when every estimate is drawn from its range. A draw with several firsts counts in parts.
    pub first: Share,
}

/// Reads a file and says what follows from it.
pub fn judge(text: &str, file: &str) -> Report {
    let (decision, mut findings) = read(text, file);
    let decided = decision.map(|decision| {
        let analysis = analyse(&decision);
        findings.extend(check(&decision, &analysis));
        findings.extend(stated::check(&decision, &analysis));
        (decision, analysis)
    });
    if decided.is_none() {
        findings.extend(read_unscored(text, file).as_ref().map(to_lock));
    }
    findings.sort_by_key(|finding| (Reverse(finding.severity), finding.place.as_ref().map_or(0, |place| place.span.start)));
    Report { decided, findings }
}

fn analyse(decision: &Decision) -> Analysis {
    match &decision.method {
        Method::Rice(scored) => Analysis::Ranked(ranked(Formula::Rice, scored, decision.seed)),
        Method::Matrix(scored) => Analysis::Ranked(ranked(Formula::Matrix, scored, decision.seed)),
        Method::Moscow { capacity: room, items, .. } => {
            let draws = draws(items.len() + 1);
            Analysis::Capacity(capacity(room.as_deref(), items, decision.seed, draws))
        }
    }
}

/// Fewer for a decision with very many figures, so that it takes no longer than a moment.
fn draws(figures: usize) -> u32 {
    let affordable = 4_000_000 / u32::try_from(figures.max(1)).unwrap_or(u32::MAX);
    affordable.clamp(1_000, DRAWS)
}

fn ranked(formula: Formula, scored: &Scored, seed: u64) -> Ranked {
    let scores: Vec<Score> = scored.options.iter().map(|option| formula.exact(option, &scored.criteria)).collect();
    let places = places(&scores);
    let figures = scored.criteria.len() + scored.options.iter().map(|option| option.values.len()).sum::<usize>();
    let draws = draws(figures);
    let tried = try_out(formula, scored, seed, draws);
    let standing = |(option, place): (usize, &usize)| {
        let values: Vec<f64> = scored.options[option].values.iter().map(|value| value.likely.as_f64()).collect();
        let weights: Vec<f64> = scored.criteria.iter().map(|criterion| criterion.weight.likely.as_f64()).collect();
        let drawn = &tried.scores[option];
        Standing {
            place: *place,
            score: formula.at(&values, &weights),
            low: drawn[drawn.len() / 10],
            high: drawn[drawn.len() - 1 - drawn.len() / 10],
            first: Share::of(tried.firsts[option], f64::from(draws)),
        }
    };
    Ranked {
        standings: places.iter().enumerate().map(standing).collect(),
        flips: flips(formula, scored, &places),
        dominated: dominated(formula, scored),
        draws,
    }
}

struct Tried {
    /// Of each option, sorted.
    scores: Vec<Vec<f64>>,
    firsts: Vec<f64>,
}

fn try_out(formula: Formula, scored: &Scored, seed: u64, draws: u32) -> Tried {
    let count = scored.options.len();
    let mut chance = Chance::new(seed);
    let mut tried = Tried { scores: vec![Vec::with_capacity(draws as usize); count], firsts: vec![0.0; count] };
    let (mut weights, mut values, mut scores) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..draws {
        weights.clear();
        weights.extend(scored.criteria.iter().map(|criterion| chance.draw(&criterion.weight)));
        scores.clear();
        for option in &scored.options {
            values.clear();
            values.extend(option.values.iter().map(|value| chance.draw(value)));
            scores.push(formula.at(&values, &weights));
        }
        let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // Exactly equal figures can come out one rounding apart.
        let is_first = |score: f64| score >= best - best.abs() * 1e-12;
        let firsts = scores.iter().filter(|score| is_first(**score)).count();
        for (option, score) in scores.iter().enumerate() {
            tried.scores[option].push(*score);
            if is_first(*score) {
                tried.firsts[option] += 1.0 / f64::from(u32::try_from(firsts).unwrap_or(u32::MAX));
            }
        }
    }
    tried.scores.iter_mut().for_each(|scores| scores.sort_by(f64::total_cmp));
    tried
}
