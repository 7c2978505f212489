//! A decision as a record that somebody who joins next year understands: the headings of our template, filled with what the figures give.

use crate::decision_reasons::{NOT_KNOWN, lead_words, unknown_words, value_words};
use crate::decisions::changed_words;
use footbridge_decide::{Analysis, Decision, Method, MoscowItem, Priority, Ranked, Scored, spoken};
use footbridge_diagnostic::{counted, grouped, listed};
use footbridge_planner::spoken as day_in_words;
use jiff::ToSpan;
use jiff::civil::Date;

/// A first draft is looked at again after so many months, unless its writer says otherwise.
const MONTHS: i32 = 6;

/// The record as Markdown, proposed on a day.
pub(crate) fn record(decision: &Decision, analysis: &Analysis, on: Date) -> String {
    let title = decision.title.as_ref().map_or("What is decided", |title| title.value.as_str());
    let parts = match (&decision.method, analysis) {
        (Method::Rice(scored) | Method::Matrix(scored), Analysis::Ranked(ranked)) => of_scored(decision, scored, ranked),
        (Method::Moscow { capacity, unit, items, .. }, Analysis::Capacity(_)) => of_moscow(
            items,
            unit,
            capacity.as_ref().map(|capacity| capacity.to_string()),
            decision.because.as_ref().map(|because| sentence(because)),
        ),
        _ => return String::new(),
    };
    let again = day_in_words(on.saturating_add(MONTHS.months()));
    let when =
        decision.stated.would_change.as_ref().map_or_else(String::new, |change| format!(" What would change it: {}", sentence(change)));
    let unknown = match decision.stated.not_known.as_slice() {
        [] => String::new(),
        some => format!(" Not known when it was decided: {}.", listed(some.iter().map(|one| one.value.trim_end_matches('.')))),
    };
    format!(
        "# {title}\n\n## Status\n\nProposed, {}.\n\n## Context\n\n{}{unknown}\n\n## Options\n\n{}\n\n## Decision\n\n{}\n\n## Consequences\n\n{}{when} We review this on {again}.\n",
        day_in_words(on),
        parts.context,
        parts.options.join("\n"),
        parts.decision,
        parts.consequences
    )
}

struct Parts {
    context: String,
    options: Vec<String>,
    decision: String,
    consequences: String,
}

fn of_scored(decision: &Decision, scored: &Scored, ranked: &Ranked) -> Parts {
    let first = (0..scored.options.len()).find(|at| ranked.standings[*at].place == 1).unwrap_or(0);
    let chosen = decision
        .choice
        .as_ref()
        .and_then(|choice| scored.options.iter().position(|option| option.name.to_lowercase() == choice.to_lowercase()))
        .unwrap_or(first);
    let name = |at: usize| scored.options[at].name.value.as_str();
    let standing = |at: usize| &ranked.standings[at];
    let percent = |share: f64| format!("{}\u{202f}%", footbridge_decide::percent(share));
    let by = if scored.criteria.is_empty() {
        format!("RICE: reach in a {} × impact × confidence ÷ effort in person-months", scored.period)
    } else {
        let criterion = |criterion: &footbridge_decide::Criterion| {
            let why = criterion.why.as_ref().map_or_else(String::new, |why| format!(" ({})", why.trim_end_matches('.')));
            format!("{}, weight {}{why}", criterion.name, criterion.weight.value)
        };
        format!("a weighted matrix of {}", listed(scored.criteria.iter().map(criterion)))
    };
    let unknown: String = ranked.unknowns.iter().map(|unknown| format!(" {}", unknown_words(scored, unknown))).collect();
    let context = format!(
        "{} were compared by {by}. Every range was drawn {} times; shares are shares of these draws.{}",
        counted(scored.options.len(), "option", "options"),
        grouped(ranked.draws),
        unknown.replace('`', "")
    );
    let option = |at: &usize| {
        if ranked.unjudged.contains(at) {
            let criteria = listed(scored.criteria.iter().map(|criterion| criterion.name.value.as_str()));
            return format!(
                "- **{}**: nothing is known of it, but it is no worse for that; find out first how it does by {criteria}.",
                name(*at)
            );
        }
        let rests = |value: usize| match scored.options[*at].evidence.get(value).and_then(Option::as_ref) {
            Some(evidence) => format!(" ({})", evidence.trim_end_matches('.')),
            None => " (nothing is cited for it)".to_owned(),
        };
        let figure = |value: usize| format!("{} is {}{}", figure_name(scored, value), value_words(scored, *at, value), rests(value));
        let speaks = match ends(scored, *at) {
            Some((best, worst)) => format!("For it speaks that {}; but {}.", figure(best), figure(worst)),
            None => {
                format!("All its figures are {}: none speaks for it more than another, but none against it either.", equal(scored, *at))
            }
        };
        format!(
            "- **{}**: scores {} ({} – {} in 80\u{202f}% of draws) and is first in {}. {speaks}",
            name(*at),
            spoken(standing(*at).score),
            spoken(standing(*at).low),
            spoken(standing(*at).high),
            percent(standing(*at).first.share),
        )
    };
    let mut order: Vec<usize> = (0..scored.options.len()).collect();
    order.sort_by_key(|at| standing(*at).place);
    let firsts: Vec<usize> = order.iter().copied().filter(|at| standing(*at).place == 1).collect();
    let is_plain = decision.choice.is_none() || firsts == [chosen];
    let leads_in = if is_plain { "" } else { " We do so because of this:" };
    let because = decision.because.as_ref().map_or_else(String::new, |because| format!("{leads_in} {}", sentence(because)));
    let share = |at: usize| percent(standing(at).first.share);
    let named = listed(firsts.iter().map(|at| name(*at)));
    let taken = if firsts == [chosen] {
        format!("We take {}, because it is first at the likely values and first in {} of all draws.", name(chosen), share(chosen))
    } else if !firsts.contains(&chosen) {
        format!(
            "We take {}, in place {} at the likely values and first in {} of all draws, though the figures put {named} first.",
            name(chosen),
            standing(chosen).place,
            share(chosen)
        )
    } else if decision.choice.is_none() {
        format!("The figures do not decide: {named} share the first place, and it is not said yet which is taken.")
    } else {
        format!(
            "The figures do not decide: {named} share the first place. We take {}, which is first in {} of all draws.",
            name(chosen),
            share(chosen)
        )
    };
    let reasons: String = ranked
        .lead
        .iter()
        .filter(|lead| lead.first == chosen)
        .flat_map(|lead| lead_words(scored, lead))
        .map(|words| format!(" {words}"))
        .collect();
    let decided = format!("{taken}{}{because}", reasons.replace('`', ""));
    let flip = ranked.flips.first().map_or_else(
        || match firsts[..] {
            [_] => "No single figure puts another first within its bounds.".to_owned(),
            _ => "The first are level, and no figure decides between them.".to_owned(),
        },
        |flip| {
            let what = footbridge_diagnostic::upper_first(&changed_words(scored, flip.changed).replace('`', ""));
            format!("{what} from {} to {} would put {} level.", flip.from, spoken(flip.to), name(flip.rival))
        },
    );
    let costs = match ends(scored, chosen) {
        Some((_, worst)) => format!(
            "What it costs: {} is the weak side of {}, {}, and needs more work from us than elsewhere.",
            figure_name(scored, worst),
            name(chosen),
            value_words(scored, chosen, worst)
        ),
        None => format!("What it costs: no figure says where {} is weak, since all of them are equal.", name(chosen)),
    };
    let consequences = format!("{costs} {flip}");
    Parts { context, options: order.iter().map(option).collect(), decision: decided, consequences }
}

/// The score that all known figures of an option share.
fn equal(scored: &Scored, option: usize) -> String {
    let known = (0..scored.options[option].values.len()).find(|value| !scored.is_unknown(option, *value));
    known.map_or_else(|| NOT_KNOWN.to_owned(), |value| scored.options[option].values[value].likely.to_string())
}

/// The figure of an option that stands best among all options, and the one that stands worst; where both are one score in a matrix, or stand
/// alike, its highest and its lowest. `None` where all of its known figures are one score, so that none is a strength.
fn ends(scored: &Scored, option: usize) -> Option<(usize, usize)> {
    let standing = |value: usize| {
        let of = |at: usize| scored.options[at].values[value].likely.as_f64();
        let (least, most) = (0..scored.options.len())
            .filter(|at| !scored.is_unknown(*at, value))
            .map(of)
            .fold((f64::MAX, f64::MIN), |(least, most), of| (least.min(of), most.max(of)));
        let share = if most > least { (of(option) - least) / (most - least) } else { 0.5 };
        let is_cost = scored.criteria.is_empty() && footbridge_decide::Factor::ALL[value] == footbridge_decide::Factor::Effort;
        if is_cost { 1.0 - share } else { share }
    };
    let values = || (0..scored.options[option].values.len()).filter(|value| !scored.is_unknown(option, *value));
    let by = |a: &usize, b: &usize| standing(*a).total_cmp(&standing(*b));
    let ends = (values().max_by(by)?, values().min_by(by)?);
    let score = |value: usize| scored.options[option].values[value].likely;
    if scored.criteria.is_empty() || (score(ends.0) != score(ends.1) && standing(ends.0) > standing(ends.1)) {
        return Some(ends);
    }
    let ends = (values().max_by_key(|value| score(*value))?, values().min_by_key(|value| score(*value))?);
    (score(ends.0) != score(ends.1)).then_some(ends)
}

fn figure_name(scored: &Scored, value: usize) -> String {
    scored
        .criteria
        .get(value)
        .map_or_else(|| footbridge_decide::Factor::ALL[value].word().to_owned(), |criterion| criterion.name.value.clone())
}

/// `because` is the reason that the file gives, as a sentence: none is put in its place where it gives none.
fn of_moscow(items: &[MoscowItem], unit: &str, capacity: Option<String>, because: Option<String>) -> Parts {
    let of = |priority: Priority| items.iter().filter(move |item| *item.priority == priority);
    let names = |priority: Priority| listed(of(priority).map(|item| item.name.value.as_str()));
    let effort = |priority: Priority| of(priority).map(|item| item.effort.likely.as_f64()).sum::<f64>();
    let room = capacity.map_or_else(|| "no capacity was named".to_owned(), |capacity| format!("the capacity is {capacity} {unit}"));
    let item = |item: &MoscowItem| {
        let why = item.why.as_ref().map_or_else(|| "no reason was written down".to_owned(), |why| why.trim_end_matches('.').to_owned());
        format!("- **{}**: {}, takes {} {unit}; {why}.", item.name, item.priority.word(), item.effort.value)
    };
    let left = match of(Priority::Wont).count() {
        0 => "Nothing was left out by name".to_owned(),
        _ => format!("Left out this time: {}", names(Priority::Wont)),
    };
    Parts {
        context: format!(
            "{} asked for were put in order by MoSCoW: must, should, could, and not this time; {room}.",
            counted(items.len(), "thing", "things")
        ),
        options: items.iter().map(item).collect(),
        decision: match of(Priority::Must).count() {
            0 => "Nothing was called a must, so nothing is committed to.".to_owned(),
            musts => format!(
                "We commit to {}; {} {} {unit}.{}",
                names(Priority::Must),
                if musts == 1 { "it takes" } else { "they take" },
                spoken(effort(Priority::Must)),
                because.map_or_else(
                    || " Why these are the musts is not said beyond the options above.".to_owned(),
                    |because| format!(" {because}")
                )
            ),
        },
        consequences: format!("{left}; who asked for it waits longer. Could and should give way first when work takes longer."),
    }
}

pub(crate) fn sentence(text: &str) -> String {
    let bare = text.trim().trim_end_matches('.');
    format!("{}.", footbridge_diagnostic::upper_first(bare))
}
