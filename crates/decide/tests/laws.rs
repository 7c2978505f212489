//! What must hold for any decision.

use footbridge_decide::{Analysis, Changed, Flip, Method, Ranked, Scored, judge};
use proptest::prelude::*;

fn ranked(text: &str) -> (Scored, Ranked) {
    let report = judge(text, "decision.yaml");
    let Some((decision, Analysis::Ranked(ranked))) = report.decided else { panic!("{:?}\n{text}", report.findings) };
    match decision.method {
        Method::Rice(scored) | Method::Matrix(scored) => (scored, ranked),
        Method::Moscow { .. } => panic!("no MoSCoW here"),
    }
}

fn matrix(weights: &[f64], scores: &[Vec<f64>]) -> String {
    let mut text = "format: 1\nmethod: matrix\nscale: [0, 10]\ncriteria:\n".to_owned();
    text.extend(weights.iter().enumerate().map(|(at, weight)| format!("  - {{name: c{at}, weight: {weight:.3}}}\n")));
    text += "options:\n";
    for (option, scores) in scores.iter().enumerate() {
        let scores: Vec<String> = scores.iter().enumerate().map(|(at, score)| format!("c{at}: {score:.3}")).collect();
        text += &format!("  - {{name: o{option}, scores: {{{}}}}}\n", scores.join(", "));
    }
    text
}

fn rice(options: &[[f64; 4]]) -> String {
    let line = |(option, [reach, impact, confidence, effort]): (usize, &[f64; 4])| {
        format!("  - {{name: o{option}, reach: {reach:.3}, impact: {impact:.3}, confidence: {confidence:.3}, effort: {effort:.3}}}\n")
    };
    format!("format: 1\nmethod: rice\noptions:\n{}", options.iter().enumerate().map(line).collect::<String>())
}

fn first(ranked: &Ranked) -> Vec<usize> {
    (0..ranked.standings.len()).filter(|option| ranked.standings[*option].place == 1).collect()
}

/// A little before the tie nothing has changed; a little after it the rival stands above who was first. `None` where the file could not
/// hold the figure, which has three decimals.
fn around(flip: &Flip, scale: f64) -> Option<(f64, f64)> {
    let step = 0.002_f64.max(scale * 1e-6) * (flip.to - flip.from.as_f64()).signum();
    let (before, after) = (flip.to - step, flip.to + step);
    ((before - flip.from.as_f64()) * step > 0.0 && before.min(after) >= 0.001).then_some((before, after))
}

fn cases() -> ProptestConfig {
    ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() }
}

fn a_matrix() -> impl Strategy<Value = (Vec<f64>, Vec<Vec<f64>>)> {
    (2_usize..4, 2_usize..4).prop_flat_map(|(criteria, options)| {
        let weights = prop::collection::vec((1_u32..60).prop_map(f64::from), criteria);
        let scores = prop::collection::vec(prop::collection::vec((0_u32..=20).prop_map(|half| f64::from(half) / 2.0), criteria), options);
        (weights, scores)
    })
}

fn a_rice() -> impl Strategy<Value = Vec<[f64; 4]>> {
    let option = (10_u32..5_000, 1_u32..=12, 10_u32..=100, 1_u32..=40);
    let values = |(reach, impact, confidence, effort): (u32, u32, u32, u32)| {
        [f64::from(reach), f64::from(impact) / 4.0, f64::from(confidence), f64::from(effort) / 2.0]
    };
    prop::collection::vec(option.prop_map(values), 2..4)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_unit_of_weights_does_not_matter((weights, scores) in a_matrix(), factor in 2_u32..900) {
        let (_, before) = ranked(&matrix(&weights, &scores));
        let scaled: Vec<f64> = weights.iter().map(|weight| weight * f64::from(factor)).collect();
        let (_, after) = ranked(&matrix(&scaled, &scores));
        let places = |ranked: &Ranked| ranked.standings.iter().map(|standing| standing.place).collect::<Vec<_>>();
        prop_assert_eq!(places(&before), places(&after));
        prop_assert_eq!(before.flips.len(), after.flips.len());
        for (a, b) in before.flips.iter().zip(&after.flips) {
            prop_assert!((a.size - b.size).abs() < 1e-9);
        }
    }

    #[test]
    fn flips_of_a_matrix_really_flip((weights, scores) in a_matrix()) {
        let (_, now) = ranked(&matrix(&weights, &scores));
        for flip in &now.flips {
            let Some((before, after)) = around(flip, 1.0) else { continue };
            let at = |value: f64| {
                let (mut weights, mut scores) = (weights.clone(), scores.clone());
                match flip.changed {
                    Changed::Weight(criterion) => weights[criterion] = value,
                    Changed::Value(option, criterion) => scores[option][criterion] = value,
                }
                (weights, scores)
            };
            if matches!(flip.changed, Changed::Value(..)) && !(0.0..=10.0).contains(&after) {
                continue;
            }
            let (weights_before, scores_before) = at(before);
            prop_assert_eq!(first(&ranked(&matrix(&weights_before, &scores_before)).1), first(&now), "{:?}", flip);
            let (weights_after, scores_after) = at(after);
            let then = ranked(&matrix(&weights_after, &scores_after)).1;
            prop_assert!(then.standings[flip.rival].score > then.standings[first(&now)[0]].score, "{flip:?}");
        }
    }

    #[test]
    fn flips_of_rice_really_flip(options in a_rice()) {
        let (_, now) = ranked(&rice(&options));
        for flip in &now.flips {
            let Some((before, after)) = around(flip, flip.to) else { continue };
            let Changed::Value(option, factor) = flip.changed else { panic!("RICE has no weights") };
            if (factor == 1 && after > 10.0) || (factor == 2 && after > 100.0) || after > 100_000.0 {
                continue;
            }
            let at = |value: f64| {
                let mut options = options.clone();
                options[option][factor] = value;
                ranked(&rice(&options)).1
            };
            prop_assert_eq!(first(&at(before)), first(&now), "{:?}", flip);
            let then = at(after);
            prop_assert!(then.standings[flip.rival].score > then.standings[first(&now)[0]].score, "{flip:?}");
        }
    }

    #[test]
    fn a_stated_flip_is_accepted_where_it_is_one(options in a_rice(), off in 3_u32..40) {
        let text = rice(&options);
        let (scored, now) = ranked(&text);
        let Some(flip) = now.flips.first() else { return Ok(()) };
        let Changed::Value(option, factor) = flip.changed else { panic!("RICE has no weights") };
        let factor_name = footbridge_decide::Factor::ALL[factor].word();
        let told = |to: f64| {
            let stated = format!("flip: {{option: o{option}, figure: {factor_name}, to: {to:.3}, first: {}}}\n", scored.options[flip.rival].name);
            let findings = judge(&format!("{text}{stated}"), "decision.yaml").findings;
            findings.into_iter().filter(|finding| finding.is_error()).map(|finding| finding.code).collect::<Vec<_>>()
        };
        // Below a tenth, three decimals are coarser than the tolerance.
        prop_assume!(flip.to > 0.1);
        prop_assert!(told(flip.to).is_empty(), "{flip:?}");
        let elsewhere = flip.to * (1.0 + f64::from(off) / 100.0);
        let same_figure = now.flips.iter().filter(|other| other.changed == flip.changed);
        prop_assume!(same_figure.clone().all(|other| (other.to / elsewhere - 1.0).abs() > 0.03));
        prop_assert_eq!(told(elsewhere), ["decide-flip-not-level"]);
    }

    #[test]
    fn a_stated_ranking_is_accepted_where_it_is_the_order(options in a_rice()) {
        let text = rice(&options);
        let (scored, now) = ranked(&text);
        let mut order: Vec<usize> = (0..scored.options.len()).collect();
        order.sort_by_key(|option| now.standings[*option].place);
        let errors = |order: &[usize]| {
            let names: Vec<String> = order.iter().map(|option| scored.options[*option].name.to_string()).collect();
            let findings = judge(&format!("{text}ranking: [{}]\n", names.join(", ")), "decision.yaml").findings;
            findings.iter().filter(|finding| finding.is_error()).count()
        };
        prop_assert_eq!(errors(&order), 0);
        let are_equal = now.standings.iter().all(|standing| standing.place == 1);
        order.reverse();
        prop_assert_eq!(errors(&order), usize::from(!are_equal));
    }

    #[test]
    fn a_dominated_option_is_never_first_alone((weights, scores) in a_matrix()) {
        let (_, now) = ranked(&matrix(&weights, &scores));
        for dominated in &now.dominated {
            let place = |option: usize| now.standings[option].place;
            prop_assert!(place(dominated.by) <= place(dominated.option));
            prop_assert!(dominated.always, "without ranges it always holds");
        }
    }

    #[test]
    fn somebody_is_first_in_every_draw(options in a_rice()) {
        let (_, now) = ranked(&rice(&options));
        let all: f64 = now.standings.iter().map(|standing| standing.first.share).sum();
        prop_assert!((all - 1.0).abs() < 1e-9);
        for standing in &now.standings {
            prop_assert!(standing.first.from <= standing.first.share + 1e-12 && standing.first.share <= standing.first.to + 1e-12);
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_answer() {
    let text = |seed: u32| {
        format!(
            "format: 1\nmethod: rice\nseed: {seed}\noptions:\n  - {{name: A, reach: 1 – 5 – 9, impact: 1, confidence: 80, effort: 1}}\n  - {{name: B, reach: 2 – 5 – 8, impact: 1, confidence: 80, effort: 1}}\n"
        )
    };
    assert_eq!(judge(&text(1), "d.yaml").decided, judge(&text(1), "d.yaml").decided);
    let share = |seed: u32| ranked(&text(seed)).1.standings[0].first;
    assert!((share(1).share - share(2).share).abs() > 0.0);
    assert!((share(1).share - 0.5).abs() < 0.02, "both ranges lie around 5: {:?}", share(1));
}

/// Two triangles that can be reckoned by hand: A is 0 – 0 – 1 with density 2(1 − x), B exactly 0.5. A is above B in a quarter of the draws.
#[test]
fn a_share_that_is_known_lies_in_its_interval() {
    let text = "format: 1\nmethod: matrix\nscale: [0, 1]\ncriteria:\n  - {name: c, weight: 1}\noptions:\n  - {name: A, scores: {c: 0 – 0 – 1}}\n  - {name: B, scores: {c: 0.5}}\n";
    let first = ranked(text).1.standings[0].first;
    assert!((first.from..=first.to).contains(&0.25), "{first:?}");
    assert!(first.to - first.from < 0.015);
}

/// What is not known lies anywhere on the scale: its option's score at every value lies between the two ends, and so does its place.
#[test]
fn nothing_that_is_not_known_moves_an_option_beyond_its_ends() {
    let text = |score: &str| format!("option,Use,Price,Care\nweight,50,30,20\nA,4,{score},3\nB,3,4,4\nC,2,5,3\n");
    let (scored, ranked_now) = ranked(&text("not known"));
    let [unknown] = ranked_now.unknowns.as_slice() else { panic!("{:?}", ranked_now.unknowns) };
    assert_eq!((unknown.option, unknown.criteria.as_slice()), (0, &[1][..]));
    assert!(scored.is_unknown(0, 1) && !scored.is_unknown(1, 1));
    assert_eq!((unknown.worst.1, unknown.best.1), (3, 1));
    for score in ["1", "2", "3.5", "5"] {
        let (_, ranked) = ranked(&text(score));
        let standing = ranked.standings[0];
        assert!(unknown.worst.0 <= standing.score && standing.score <= unknown.best.0, "{score}");
        assert!(unknown.best.1 <= standing.place && standing.place <= unknown.worst.1, "{score}");
        assert!(ranked.unknowns.is_empty());
    }
    assert_eq!(ranked(&text("1 – 2 – 5")).1.unknowns, [], "a guess is no ignorance");
}

proptest! {
    #![proptest_config(cases())]

    /// The parts of the lead sum to it.
    #[test]
    fn the_lead_is_the_sum_of_its_parts((weights, scores) in a_matrix()) {
        let (_, ranked) = ranked(&matrix(&weights, &scores));
        if let Some(lead) = &ranked.lead {
            let ahead = ranked.standings[lead.first].score - ranked.standings[lead.second].score;
            prop_assert!((lead.parts.iter().sum::<f64>() - ahead).abs() < 1e-9);
        }
        prop_assert_eq!(ranked.lead.is_none(), first(&ranked).len() > 1);
    }
}
