//! What a record says of options that have a score: RICE and matrices.

use crate::decision_reasons::{figure_name, flip_ends, lead_words, unknown_words, value_words};
use crate::decision_record::{Parts, in_brackets, sentence};
use crate::decision_sides::{sides_words, weakness};
use crate::decisions::{changed_words, option_why};
use footbridge_decide::{Criterion, Decision, Ranked, Scored, spoken};
use footbridge_diagnostic::{counted, grouped, listed, upper_first};

pub(crate) fn of_scored(decision: &Decision, scored: &Scored, ranked: &Ranked) -> Parts {
    let mut order: Vec<usize> = (0..scored.options.len()).collect();
    order.sort_by_key(|at| ranked.standings[*at].place);
    let firsts: Vec<usize> = order.iter().copied().filter(|at| ranked.standings[*at].place == 1).collect();
    let is_chosen =
        |at: &usize| decision.choice.as_ref().is_some_and(|choice| scored.options[*at].name.to_lowercase() == choice.to_lowercase());
    let only_first = match firsts[..] {
        [first] => Some(first),
        _ => None,
    };
    let taken = order.iter().copied().find(is_chosen).or(only_first);
    let costs = taken.map_or_else(String::new, |taken| format!("{} ", costs_words(scored, taken)));
    Parts {
        context: context(scored, ranked),
        options: order.iter().map(|at| option(scored, ranked, *at)).collect(),
        decision: decided(decision, scored, ranked, &firsts, taken),
        consequences: format!("{costs}{}", flip_words(scored, ranked, &firsts)),
    }
}

fn share_words(ranked: &Ranked, at: usize) -> String {
    format!("{}\u{202f}%", footbridge_decide::percent(ranked.standings[at].first.share))
}

fn context(scored: &Scored, ranked: &Ranked) -> String {
    let by = if scored.criteria.is_empty() {
        format!("RICE: reach in a {} × impact × confidence ÷ effort in person-months", scored.period)
    } else {
        let criterion =
            |criterion: &Criterion| format!("{}, weight {}{}", criterion.name, criterion.weight.value, in_brackets(criterion.why.as_ref()));
        format!("a weighted matrix of {}", listed(scored.criteria.iter().map(criterion)))
    };
    let unknown: String = ranked.unknowns.iter().map(|unknown| format!(" {}", unknown_words(scored, unknown))).collect();
    format!(
        "{} were compared by {by}. Every range was drawn {} times; shares are shares of these draws.{}",
        counted(scored.options.len(), "option", "options"),
        grouped(ranked.draws),
        unknown.replace('`', "")
    )
}

/// An option in a line, and below it what was written of it.
fn option(scored: &Scored, ranked: &Ranked, at: usize) -> String {
    let name = &scored.options[at].name;
    if ranked.unjudged.contains(&at) {
        let criteria = listed(scored.criteria.iter().map(|criterion| criterion.name.value.as_str()));
        return format!("- **{name}**: nothing is known of it, but it is no worse for that; find out first how it does by {criteria}.");
    }
    let standing = &ranked.standings[at];
    let why = option_why(scored, at);
    let why = if why.is_empty() { why } else { format!("\n  For the option as a whole: {}", sentence(&why)) };
    format!(
        "- **{name}**: scores {} ({} – {} in 80\u{202f}% of draws) and is first in {}. {}{why}{}",
        spoken(standing.score),
        spoken(standing.low),
        spoken(standing.high),
        share_words(ranked, at),
        sides_words(scored, at),
        rests_words(scored, at)
    )
}

/// What each figure of an option rests on, as it was written; those for which nothing is cited are named together.
fn rests_words(scored: &Scored, at: usize) -> String {
    let of = &scored.options[at];
    let mut lines = String::new();
    let mut bare = Vec::new();
    for value in (0..of.values.len()).filter(|value| !scored.is_unknown(at, *value)) {
        // The one reason of RICE is for the option, and not for its first figure.
        let why = of.reasons.get(value).and_then(Option::as_deref).filter(|_| !scored.criteria.is_empty());
        let evidence = of.evidence.get(value).and_then(Option::as_ref).map(|evidence| evidence.value.as_str());
        if evidence.is_none() {
            bare.push(figure_name(scored, value));
        }
        let said: Vec<String> =
            [evidence, why].into_iter().flatten().map(|text| format!("{}.", text.trim().trim_end_matches('.'))).collect();
        if !said.is_empty() {
            let figure = upper_first(figure_name(scored, value));
            lines += &format!("\n  {figure} {}: {}", value_words(scored, at, value), said.join(" "));
        }
    }
    if !bare.is_empty() {
        lines += &format!("\n  Nothing is cited for {}.", listed(bare));
    }
    lines
}

fn decided(decision: &Decision, scored: &Scored, ranked: &Ranked, firsts: &[usize], taken: Option<usize>) -> String {
    let name = |at: usize| scored.options[at].name.value.as_str();
    let named = listed(firsts.iter().map(|at| name(*at)));
    let says = match taken {
        None => format!("The figures do not decide: {named} share the first place, and it is not said yet which is taken."),
        Some(taken) if firsts == [taken] => format!(
            "We take {}, because it is first at the likely values and first in {} of all draws.",
            name(taken),
            share_words(ranked, taken)
        ),
        Some(taken) if firsts.contains(&taken) => format!(
            "The figures do not decide: {named} share the first place. We take {}, which is first in {} of all draws.",
            name(taken),
            share_words(ranked, taken)
        ),
        Some(taken) => format!(
            "We take {}, in place {} at the likely values and first in {} of all draws, though the figures put {named} first.",
            name(taken),
            ranked.standings[taken].place,
            share_words(ranked, taken)
        ),
    };
    let reasons: String = ranked
        .lead
        .iter()
        .filter(|lead| Some(lead.first) == taken)
        .flat_map(|lead| lead_words(scored, lead))
        .map(|words| format!(" {words}"))
        .collect();
    let is_plain = decision.choice.is_none() || taken.is_some_and(|taken| firsts == [taken]);
    let leads_in = if is_plain { "" } else { " We do so because of this:" };
    let because = decision.because.as_ref().map_or_else(String::new, |because| format!("{leads_in} {}", sentence(because)));
    format!("{says}{}{because}", reasons.replace('`', ""))
}

fn costs_words(scored: &Scored, taken: usize) -> String {
    let name = &scored.options[taken].name;
    match weakness(scored, taken) {
        Some(weak) => format!(
            "What it costs: {} of {name} is {}, and {} would have {}.",
            figure_name(scored, weak.value),
            value_words(scored, taken, weak.value),
            scored.options[weak.other].name,
            value_words(scored, weak.other, weak.value)
        ),
        None => format!("What it costs is not among the figures: none of {name} is known to be worse than that of another option."),
    }
}

fn flip_words(scored: &Scored, ranked: &Ranked, firsts: &[usize]) -> String {
    let Some(flip) = ranked.flips.first() else {
        return match firsts {
            [_] => "No single figure puts another first within its bounds.".to_owned(),
            _ => "The first are level, and no figure decides between them.".to_owned(),
        };
    };
    let what = upper_first(&changed_words(scored, flip.changed).replace('`', ""));
    let (from, to) = flip_ends(scored, flip);
    format!("{what} from {from} to {to} would put {} level.", scored.options[flip.rival].name)
}
