//! A decision as a record that somebody who joins next year understands: the headings of our template, filled with what the figures give.

use crate::decision_scored::of_scored;
use footbridge_decide::{Analysis, Decision, Method, MoscowItem, Priority, Written, spoken};
use footbridge_diagnostic::{counted, listed, upper_first};
use footbridge_planner::spoken as day_in_words;
use jiff::civil::Date;

/// The record as Markdown, proposed on a day. `broken` is what stands against the decision: with any, the record says so and commits to nothing.
pub(crate) fn record(decision: &Decision, analysis: &Analysis, broken: &[&str], on: Date) -> String {
    let title = decision.title.as_ref().map_or("What is decided", |title| title.value.as_str());
    let parts = match (&decision.method, analysis) {
        (Method::Rice(scored) | Method::Matrix(scored), Analysis::Ranked(ranked)) => of_scored(decision, scored, ranked),
        (Method::Moscow { capacity, evidence, unit, items }, Analysis::Capacity(_)) => {
            let room = capacity.as_ref().map(|capacity| format!("{capacity} {unit}{}", in_brackets(evidence.as_ref())));
            of_moscow(items, unit, room, decision.because.as_ref().map(|because| sentence(because)))
        }
        _ => return String::new(),
    };
    let when =
        decision.stated.would_change.as_ref().map_or_else(String::new, |change| format!(" What would change it: {}", sentence(change)));
    let unknown = match decision.stated.not_known.as_slice() {
        [] => String::new(),
        some => format!(" Not known when it was decided: {}.", listed(some.iter().map(|one| one.value.trim_end_matches('.')))),
    };
    let day = day_in_words(on);
    let (head, status, decided, follows) = match broken {
        [] => (String::new(), format!("Proposed, {day}."), parts.decision, format!("{}{when} ", parts.consequences)),
        _ => {
            let faults: String = broken.iter().map(|fault| format!("- {}\n", fault.replace('`', ""))).collect();
            (
                format!("**This decision does not hold yet:**\n\n{faults}\n"),
                format!("Not proposed yet; as it stood on {day}."),
                "Nothing is decided until what is named above is mended.".to_owned(),
                String::new(),
            )
        }
    };
    format!(
        "# {title}\n\n{head}## Status\n\n{status}\n\n## Context\n\n{}{unknown}\n\n## Options\n\n{}\n\n## Decision\n\n{decided}\n\n## Consequences\n\n{follows}{}\n",
        parts.context,
        parts.options.join("\n"),
        review_words(decision.stated.review.as_ref())
    )
}

pub(crate) struct Parts {
    pub(crate) context: String,
    pub(crate) options: Vec<String>,
    pub(crate) decision: String,
    pub(crate) consequences: String,
}

/// When it is looked at again, as the file says it: nobody else can.
fn review_words(review: Option<&Written<String>>) -> String {
    match review {
        None => "Review: not agreed on.".to_owned(),
        Some(review) => match review.trim().parse::<Date>() {
            Ok(day) => format!("We review this on {}.", day_in_words(day)),
            Err(_) => format!("Review: {}.", review.trim().trim_end_matches('.')),
        },
    }
}

/// What a figure rests on, behind it.
pub(crate) fn in_brackets(evidence: Option<&Written<String>>) -> String {
    evidence.map_or_else(String::new, |evidence| format!(" ({})", evidence.trim().trim_end_matches('.')))
}

/// `because` is the reason that the file gives, as a sentence: none is put in its place where it gives none.
fn of_moscow(items: &[MoscowItem], unit: &str, capacity: Option<String>, because: Option<String>) -> Parts {
    let of = |priority: Priority| items.iter().filter(move |item| *item.priority == priority);
    let names = |priority: Priority| listed(of(priority).map(|item| item.name.value.as_str()));
    let effort = |priority: Priority| of(priority).map(|item| item.effort.likely.as_f64()).sum::<f64>();
    let room = capacity.map_or_else(|| "no capacity was named".to_owned(), |capacity| format!("the capacity is {capacity}"));
    let item = |item: &MoscowItem| {
        let [of_priority, of_effort] = &item.evidence;
        let rests = in_brackets(of_priority.as_ref());
        let why = match &item.why {
            Some(why) => format!("; {}", why.trim().trim_end_matches('.')),
            None if rests.is_empty() => "; no reason was written down".to_owned(),
            None => String::new(),
        };
        let effort = in_brackets(of_effort.as_ref());
        format!("- **{}**: {}{rests}, takes {} {unit}{effort}{why}.", item.name, item.priority.word(), item.effort.value)
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
    format!("{}.", upper_first(bare))
}
