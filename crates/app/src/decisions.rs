//! Anybody's own decision: RICE, MoSCoW or a weighted matrix. No learner's folder is needed.

use crate::Trouble;
use crate::view::{DecisionFlipView, DecisionOptionView, DecisionView, StarterView};
use crate::view_sql::finding_view;
use crate::words::count;
use footbridge_decide::{Analysis, Capacity, Changed, Decision, Factor, Flip, Method, MoscowItem, Ranked, Scored, Share, judge, spoken};
use footbridge_diagnostic::{grouped, listed, upper_first};

/// So many changes are named; those after them are larger still.
const MOST_FLIPS: usize = 6;

/// What follows from a decision. `file` is the name findings point at.
pub fn decide(text: &str, file: &str) -> DecisionView {
    let report = judge(text, file);
    let complete = report.is_complete();
    let findings = report.findings.iter().map(|finding| finding_view(finding, None, None, text)).collect();
    let mut view = DecisionView {
        complete,
        method: String::new(),
        title: String::new(),
        says: "This cannot be read as a decision.".to_owned(),
        how: String::new(),
        figure: String::new(),
        options: Vec::new(),
        flips: Vec::new(),
        findings,
    };
    if let Some((decision, analysis)) = &report.decided {
        fill(&mut view, decision, analysis);
    }
    view
}

/// A file to begin with, for `rice`, `moscow` or `matrix`.
pub fn decision_starter(method: &str) -> Result<StarterView, Trouble> {
    let methods = ["rice", "moscow", "matrix"];
    let text = footbridge_decide::starter(method).ok_or_else(|| {
        Trouble::not_found(format!("There is no method `{method}`."))
            .help("There are rice, moscow and matrix.")
            .or_meant(method, methods.into_iter())
    })?;
    Ok(StarterView { text })
}

fn fill(view: &mut DecisionView, decision: &Decision, analysis: &Analysis) {
    view.method = decision.method.word().to_owned();
    view.title = decision.title.as_ref().map(|title| title.value.clone()).unwrap_or_default();
    match (&decision.method, analysis) {
        (Method::Rice(scored), Analysis::Ranked(ranked)) => {
            "RICE".clone_into(&mut view.figure);
            view.how = format!("Reach in a {} × impact × confidence ÷ effort in person-months. {}", scored.period, drawn(ranked.draws));
            rank(view, scored, ranked);
        }
        (Method::Matrix(scored), Analysis::Ranked(ranked)) => {
            view.figure = format!("Score, {} to {}", scored.scale.0, scored.scale.1);
            view.how = format!("Sum of weight × score, divided by the sum of the weights. {}", drawn(ranked.draws));
            rank(view, scored, ranked);
        }
        (Method::Moscow { unit, items, .. }, Analysis::Capacity(capacity)) => {
            view.figure = upper_first(unit);
            "Work goes by priority, then in the order of the file; every effort and the capacity are drawn from their ranges."
                .clone_into(&mut view.how);
            within(view, items, unit, capacity);
        }
        (Method::Rice(_) | Method::Matrix(_), Analysis::Capacity(_)) | (Method::Moscow { .. }, Analysis::Ranked(_)) => {}
    }
}

fn drawn(draws: u32) -> String {
    let draws = grouped(draws);
    format!(
        "Every range is drawn {draws} times from a triangle between its ends; shares stand with their 95\u{202f}% interval. Where a range \
         reaches much further to one side of its likely value, most draws lie on that side, and the score at the likely values can lie \
         outside the middle 80\u{202f}% of draws."
    )
}

fn percent(share: f64) -> String {
    spoken((share * 1_000.0).round() / 10.0)
}

fn share_words(share: &Share) -> String {
    format!("{}\u{202f}% ({}–{})", percent(share.share), percent(share.from), percent(share.to))
}

fn rank(view: &mut DecisionView, scored: &Scored, ranked: &Ranked) {
    let mut order: Vec<usize> = (0..scored.options.len()).collect();
    order.sort_by_key(|option| ranked.standings[*option].place);
    let name = |option: usize| scored.options[option].name.value.clone();
    let option = |option: &usize| {
        let standing = &ranked.standings[*option];
        DecisionOptionView {
            name: name(*option),
            place: count(standing.place),
            priority: String::new(),
            value: standing.score,
            value_words: spoken(standing.score),
            low: standing.low,
            high: standing.high,
            range_words: format!("{} – {}", spoken(standing.low), spoken(standing.high)),
            share: Some(standing.first.share),
            share_words: share_words(&standing.first),
        }
    };
    view.options = order.iter().map(option).collect();
    view.flips = ranked.flips.iter().take(MOST_FLIPS).map(|flip| flip_view(scored, flip)).collect();
    let firsts: Vec<usize> = order.iter().copied().filter(|option| ranked.standings[*option].place == 1).collect();
    view.says = match firsts[..] {
        [first] => {
            let share = percent(ranked.standings[first].first.share);
            let often = format!("`{}` is first at the likely values, and in {share}\u{202f}% of all draws.", name(first));
            match view.flips.first() {
                Some(flip) => format!("{often} {} from {} to {} would put `{}` level.", flip.what, flip.from, flip.to, flip.rival),
                None => format!("{often} No single figure can change that within its bounds."),
            }
        }
        _ => format!(
            "{} share the first place: the figures do not decide between them.",
            listed(firsts.iter().map(|option| format!("`{}`", name(*option))))
        ),
    };
}

fn flip_view(scored: &Scored, flip: &Flip) -> DecisionFlipView {
    let what = match flip.changed {
        Changed::Weight(criterion) => format!("The weight of `{}`", scored.criteria[criterion].name),
        Changed::Value(option, value) => {
            let of = &scored.options[option].name;
            match scored.criteria.get(value) {
                Some(criterion) => format!("The score of `{of}` for `{}`", criterion.name),
                None => format!("The {} of `{of}`", Factor::ALL[value].word()),
            }
        }
    };
    let is_confidence =
        matches!(flip.changed, Changed::Value(_, value) if scored.criteria.is_empty() && Factor::ALL[value] == Factor::Confidence);
    let unit = if is_confidence { "\u{202f}%" } else { "" };
    let rival = scored.options[flip.rival].name.value.clone();
    DecisionFlipView { what, from: format!("{}{unit}", flip.from), to: format!("{}{unit}", spoken(flip.to)), rival, within: flip.within }
}

fn within(view: &mut DecisionView, items: &[MoscowItem], unit: &str, capacity: &Capacity) {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|item| *items[*item].priority);
    let option = |item: &usize| {
        let of = &items[*item];
        let done = capacity.deliveries[*item].done;
        DecisionOptionView {
            name: of.name.value.clone(),
            place: 0,
            priority: of.priority.word().to_owned(),
            value: of.effort.likely.as_f64(),
            value_words: of.effort.likely.to_string(),
            low: of.effort.low.as_f64(),
            high: of.effort.high.as_f64(),
            range_words: if of.effort.is_range() {
                format!("{} – {}", of.effort.low, of.effort.high)
            } else {
                of.effort.likely.to_string()
            },
            share: done.map(|done| done.share),
            share_words: done.as_ref().map_or_else(String::new, share_words),
        }
    };
    view.options = order.iter().map(option).collect();
    let [must, should, could] = capacity.effort.map(spoken);
    let sum = format!("Must {must}, should {should}, could {could} {unit}.");
    view.says = match (&capacity.fits, capacity.headroom) {
        (Some([musts, _, all]), Some(headroom)) => {
            let room = if headroom < 0.0 { "lack" } else { "leave" };
            let headroom = spoken(headroom.abs());
            let (musts, all) = (percent(musts.share), percent(all.share));
            format!(
                "{sum} The musts {room} {headroom} {unit}. All musts fit in {musts}\u{202f}% of the draws, everything in {all}\u{202f}%."
            )
        }
        _ => format!("{sum} Without a capacity nothing is said about what fits."),
    };
}
