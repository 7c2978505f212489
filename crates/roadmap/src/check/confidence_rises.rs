use crate::judge::Limits;
use crate::roadmap::{Horizon, Roadmap};
use footbridge_diagnostic::Diagnostic;

/// A smaller difference of means says nothing.
const POINTS: usize = 5;

/// Confidence that rises towards the future. What lies further away is known less, unless somebody guessed.
pub(super) fn find(roadmap: &Roadmap, _limits: &Limits) -> Vec<Diagnostic> {
    let known: Vec<(Horizon, usize)> =
        Horizon::ALL.into_iter().filter_map(|horizon| Some((horizon, mean_confidence(roadmap, horizon)?))).collect();
    let rises = known.windows(2).find(|pair| pair[1].1 >= pair[0].1 + POINTS);
    let Some(&[(near, near_mean), (far, far_mean)]) = rises else { return Vec::new() };
    let shares = roadmap.bets_in(far).filter_map(|bet| bet.confidence.as_ref());
    let Some(highest) = shares.max_by_key(|share| (share.value, std::cmp::Reverse(share.span.start))) else { return Vec::new() };
    let (near, far) = (near.word(), far.word());
    vec![
        Diagnostic::warning(
            "roadmap-confidence-rises",
            format!("Confidence rises from {near} ({near_mean} % on average) to {far} ({far_mean} %)."),
        )
        .at(&roadmap.file, highest.span.clone())
        .note("What lies further away is known less.")
        .help(format!("Lower it, or ask why the surer bets wait in {far}.")),
    ]
}

/// Mean confidence of a horizon, when any of its bets states one.
fn mean_confidence(roadmap: &Roadmap, horizon: Horizon) -> Option<usize> {
    let shares: Vec<usize> =
        roadmap.bets_in(horizon).filter_map(|bet| bet.confidence.as_ref().map(|share| usize::from(share.value))).collect();
    (!shares.is_empty()).then(|| (shares.iter().sum::<usize>() + shares.len() / 2) / shares.len())
}
