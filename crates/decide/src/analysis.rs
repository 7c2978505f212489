use crate::chance::Share;
use crate::check::check;
use crate::decision::{Decision, Method, Scored};
use crate::dominance::{Dominated, dominated};
use crate::flip::{Flip, flips};
use crate::lead::{Lead, lead};
use crate::moscow::{Capacity, capacity};
use crate::rank::{Formula, Score, places};
use crate::read::{read, read_unscored};
use crate::seal::to_lock;
use crate::stated;
use crate::tried::{Beats, Worth, try_out};
use crate::unfilled::{UNFILLED, told_briefly};
use crate::unknown::{Unknown, unknowns};
use footbridge_diagnostic::Diagnostic;
use std::cmp::Reverse;

/// How often every estimate is drawn anew, at most. A share of one half is then known to about ±0.7 percentage points.
const DRAWS: u32 = 20_000;

/// What was found in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The decision and what follows from it; `None` when something in the file cannot be read.
    pub decided: Option<(Decision, Analysis)>,
    /// Everything to say: errors first, then warnings, then advice; each by place. Of many places that are not filled in the first are named.
    pub findings: Vec<Diagnostic>,
    /// How many places are not filled in.
    pub unfilled: usize,
}

impl Report {
    /// Whether nothing stands against it. Warnings and advice do not.
    pub fn is_complete(&self) -> bool {
        self.decided.is_some() && !self.findings.iter().any(Diagnostic::is_error)
    }

    /// Whether places are not filled in, and nothing else stands against it.
    pub fn is_only_unfilled(&self) -> bool {
        self.unfilled > 0 && self.findings.iter().filter(|finding| finding.is_error()).all(|finding| finding.code == UNFILLED)
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
    /// The first against every other, and the others against the one that follows them.
    pub beats: Vec<Beats>,
    /// Figures that are worth knowing better, the most useful first.
    pub worth: Vec<Worth>,
    /// Options that another is never worse than.
    pub dominated: Vec<Dominated>,
    /// What the first of a matrix owes its lead to.
    pub lead: Option<Lead>,
    /// Options of a matrix with scores of which nothing is known.
    pub unknowns: Vec<Unknown>,
    /// Options of a matrix of which nothing at all is known, where something is known of others: they have the place behind all others.
    pub unjudged: Vec<usize>,
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
    let (unfilled, findings) = told_briefly(findings);
    Report { decided, findings, unfilled }
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

/// The options of which anything is known; where nothing is known of any, all of them.
fn judged(scored: &Scored) -> Vec<usize> {
    let all = 0..scored.options.len();
    let known: Vec<usize> = all.clone().filter(|option| !scored.is_all_unknown(*option)).collect();
    if known.is_empty() { all.collect() } else { known }
}

/// The places of those that are judged; the others stand behind them.
fn places_of(judged: &[usize], scores: &[Score]) -> Vec<usize> {
    let of_judged: Vec<Score> = judged.iter().map(|option| scores[*option]).collect();
    let mut all = vec![judged.len() + 1; scores.len()];
    for (option, place) in judged.iter().zip(places(&of_judged)) {
        all[*option] = place;
    }
    all
}

fn ranked(formula: Formula, scored: &Scored, seed: u64) -> Ranked {
    let scores: Vec<Score> = scored.options.iter().map(|option| formula.exact(option, &scored.criteria)).collect();
    let judged = judged(scored);
    let places = places_of(&judged, &scores);
    let figures = scored.criteria.len() + scored.options.iter().map(|option| option.values.len()).sum::<usize>();
    let draws = draws(figures);
    let mut tried = try_out(formula, scored, seed, draws);
    let mut order = judged.clone();
    order.sort_by_key(|option| places[*option]);
    let (beats, worth) = (tried.beats(&order), tried.worth());
    tried.scores.iter_mut().for_each(|scores| scores.sort_by(f64::total_cmp));
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
        flips: flips(formula, scored, &places, &judged),
        beats,
        worth,
        dominated: dominated(formula, scored),
        lead: lead(scored, &places).filter(|lead| formula == Formula::Matrix && judged.contains(&lead.second)),
        unknowns: unknowns(formula, scored),
        unjudged: (0..scores.len()).filter(|option| !judged.contains(option)).collect(),
        draws,
    }
}
