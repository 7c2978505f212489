//! What a careful reader would object to, once the figures can be read.

use crate::analysis::{Analysis, Ranked};
use crate::decision::{Decision, Factor, Method, MoscowItem, Priority, Scored};
use crate::moscow::Capacity;
use crate::number::{Number, percent, spoken};
use footbridge_diagnostic::{Diagnostic, listed};
use std::ops::Range;

/// An option that is first in fewer draws than this is no clear first.
const CLEAR: f64 = 0.5;

/// Largest share of effort that musts should take, and a sensible pool of coulds: DSDM Agile Project Framework, handbook, chapter 10.4.1.
const MOST_MUST: f64 = 0.6;

pub(crate) fn check(decision: &Decision, analysis: &Analysis) -> Vec<Diagnostic> {
    let mut findings = Findings { file: &decision.file, all: Vec::new() };
    match (&decision.method, analysis) {
        (Method::Rice(scored), Analysis::Ranked(ranked)) => {
            off_the_scale(scored, &mut findings);
            without_evidence(scored, &mut findings);
            ranking(decision, scored, ranked, &mut findings);
        }
        (Method::Matrix(scored), Analysis::Ranked(ranked)) => {
            separates_nothing(scored, &mut findings);
            without_evidence(scored, &mut findings);
            ranking(decision, scored, ranked, &mut findings);
        }
        (Method::Moscow { capacity, unit, items, .. }, Analysis::Capacity(found)) => {
            let room = capacity.as_ref().map(|capacity| (capacity.likely, capacity.span.clone()));
            priorities(room, unit, items, found, &mut findings);
        }
        (Method::Rice(_) | Method::Matrix(_), Analysis::Capacity(_)) | (Method::Moscow { .. }, Analysis::Ranked(_)) => {}
    }
    findings.all
}

struct Findings<'f> {
    file: &'f str,
    all: Vec<Diagnostic>,
}

impl Findings<'_> {
    fn say(&mut self, finding: Diagnostic, span: &Range<usize>) {
        self.all.push(finding.at(self.file, span.clone()));
    }
}

fn ranking(decision: &Decision, scored: &Scored, ranked: &Ranked, findings: &mut Findings<'_>) {
    let name = |option: usize| format!("`{}`", scored.options[option].name);
    let firsts: Vec<usize> = (0..scored.options.len()).filter(|option| ranked.standings[*option].place == 1).collect();
    let span = &scored.options[firsts[0]].name.span;
    if firsts.len() > 1 {
        let message = format!("{} share the first place: their scores are equal.", listed(firsts.iter().map(|option| name(*option))));
        let help = match (&decision.choice, &decision.because) {
            (Some(_), Some(_)) => None,
            (None, Some(_)) => Some("The figures do not decide between them. Say in `choice` which is taken."),
            (Some(_), None) => Some("The figures do not decide between them. Say in `because` what does."),
            (None, None) => Some("The figures do not decide between them. Say in `choice` which is taken, and in `because` why."),
        };
        findings.say(help.into_iter().fold(Diagnostic::warning("decide-tie", message), Diagnostic::help), span);
    } else if ranked.standings[firsts[0]].first.share < CLEAR {
        let share = percent(ranked.standings[firsts[0]].first.share);
        let message = format!("{} is first at the likely values, but in only {share}\u{202f}% of the draws.", name(firsts[0]));
        let help = "Narrow the range that decides, listed first among what would change the order, before you build on it.";
        findings.say(Diagnostic::warning("decide-not-clear", message).help(help), span);
    }
    for option in &ranked.unjudged {
        let message = format!("Nothing is known of {}, so it is not judged: it may be better or worse than all others.", name(*option));
        let names = listed(scored.criteria.iter().map(|criterion| format!("`{}`", criterion.name)));
        let help = format!("Find out how it does by {names}: try it, or ask who uses it, and write a score with what it rests on.");
        findings.say(Diagnostic::advice("decide-nothing-known", message).help(help), &scored.options[*option].name.span);
    }
    for dominated in &ranked.dominated {
        let when = if dominated.always { ", wherever in their ranges the figures lie" } else { ", at the likely values" };
        let message = format!("{} is nowhere better than {}{when}.", name(dominated.option), name(dominated.by));
        let note = "Nothing that is counted here can make it the better choice.";
        let finding = Diagnostic::advice("decide-dominated", message)
            .note(note)
            .help("Leave it out, or name what speaks for it and is missing here.");
        findings.say(finding, &scored.options[dominated.option].name.span);
    }
    let is_range = scored.criteria.iter().any(|criterion| criterion.weight.is_range())
        || scored.options.iter().flat_map(|option| &option.values).any(|value| value.is_range());
    if !is_range {
        let message = "No figure is a range, so nothing is said about how sure the order is.";
        let help = "Write what is guessed as low – likely – high: `2 – 3 – 6`.";
        findings.say(Diagnostic::advice("decide-no-range", message).help(help), span);
    }
    choice(decision, scored, &firsts, findings);
}

/// Not to follow the figures is allowed, with a reason.
fn choice(decision: &Decision, scored: &Scored, firsts: &[usize], findings: &mut Findings<'_>) {
    let Some(choice) = &decision.choice else { return };
    let chosen = scored.options.iter().position(|option| option.name.to_lowercase() == choice.to_lowercase());
    let Some(chosen) = chosen else {
        let names = listed(scored.options.iter().map(|option| format!("`{}`", option.name)));
        let finding = Diagnostic::error("decide-unknown-choice", format!("`{choice}` is chosen and is no option."));
        return findings.say(finding.help(format!("The options are {names}.")), &choice.span);
    };
    if !firsts.contains(&chosen) && decision.because.is_none() {
        let (are, which) = if firsts.len() == 1 { ("is", "the first") } else { ("are", "one of the first") };
        let names = listed(firsts.iter().map(|first| format!("`{}`", scored.options[*first].name)));
        let message = format!("`{choice}` is chosen, and {names} {are} first.");
        let help = format!("Say in `because` what the figures do not hold, or choose {which}.");
        findings.say(Diagnostic::error("decide-unexplained-choice", message).help(help), &choice.span);
    }
}

/// The published steps of impact, and confidence below which Intercom speaks of a moonshot.
fn off_the_scale(scored: &Scored, findings: &mut Findings<'_>) {
    let steps = ["0.25", "0.5", "1", "2", "3"];
    for option in &scored.options {
        let [_, impact, confidence, _] = &option.values[..] else { continue };
        let (impact, confidence) = ((Factor::Impact, impact), (Factor::Confidence, confidence));
        if !impact.1.is_range() && !steps.contains(&impact.1.likely.to_string().as_str()) {
            let message =
                format!("The {} of `{}` is {}, which is none of the published steps.", impact.0.word(), option.name, impact.1.likely);
            let note = "Intercom's steps are 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal: a finer figure looks surer than it is.";
            findings.say(Diagnostic::advice("decide-impact-off-scale", message).note(note), &impact.1.span);
        }
        if confidence.1.likely <= Number::whole(1) {
            let message = format!("The {} of `{}` is at most 1\u{202f}%.", confidence.0.word(), option.name);
            let help = "Confidence is written in per cent: where a spreadsheet has 0.8, write 80 %.";
            findings.say(Diagnostic::advice("decide-low-confidence", message).help(help), &confidence.1.span);
        } else if confidence.1.likely < Number::whole(50) {
            let message = format!("The {} of `{}` is below 50\u{202f}%.", confidence.0.word(), option.name);
            let note = "Intercom's steps are 100 % high, 80 % medium, 50 % low; below that it is a long shot, whatever its score.";
            findings.say(Diagnostic::advice("decide-low-confidence", message).note(note), &confidence.1.span);
        }
    }
}

/// A figure that rests on nothing said is a guess that looks like a measure.
fn without_evidence(scored: &Scored, findings: &mut Findings<'_>) {
    for (number, option) in scored.options.iter().enumerate() {
        let name_of = |at: usize| scored.criteria.get(at).map_or_else(|| Factor::ALL[at].word(), |criterion| criterion.name.as_str());
        let bare: Vec<String> = (0..option.values.len())
            .filter(|at| option.evidence.get(*at).is_none_or(Option::is_none) && !scored.is_unknown(number, *at))
            .map(|at| format!("`{}`", name_of(at)))
            .collect();
        if !bare.is_empty() {
            let message = format!(
                "It is not said what {} of `{}` {} on.",
                listed(bare.clone()),
                option.name,
                if bare.len() == 1 { "rests" } else { "rest" }
            );
            let help = "Write it under `evidence`, figure by figure: what was counted, read with its date, or said by whom.";
            findings.say(Diagnostic::advice("decide-no-evidence", message).help(help), &option.name.span);
        }
    }
}

fn separates_nothing(scored: &Scored, findings: &mut Findings<'_>) {
    for (at, criterion) in scored.criteria.iter().enumerate() {
        let mut values = scored.options.iter().map(|option| option.values[at].value);
        let first = values.next();
        if first.is_some_and(|first| !first.is_range() && values.all(|value| value == first)) {
            let message = format!("Every option has the same score for `{}`, so it decides nothing.", criterion.name);
            findings.say(
                Diagnostic::advice("decide-same-scores", message).help("Leave it out, or score it more finely."),
                &criterion.name.span,
            );
        }
    }
}

fn priorities(room: Option<(Number, Range<usize>)>, unit: &str, items: &[MoscowItem], found: &Capacity, findings: &mut Findings<'_>) {
    let first_must = items.iter().find(|item| *item.priority == Priority::Must);
    let Some(first_must) = first_must else {
        let span = items.first().map_or(0..0, |item| item.name.span.clone());
        let finding = Diagnostic::warning("decide-no-must", "Nothing is a must.");
        return findings.say(finding.help("If nothing is, ask whether this needs to be done at all."), &span);
    };
    let Some((capacity, span)) = room else {
        let finding = Diagnostic::warning("decide-no-capacity", "Without a capacity, priorities commit to nothing.");
        return findings.say(finding.help("Write how much can be done in the time: `capacity: 60`."), &first_must.name.span);
    };
    let musts = found.effort[0];
    if found.headroom.is_some_and(|headroom| headroom < -1e-9) {
        let message = format!("The musts take {} {unit} and the capacity is {capacity}: they do not fit.", spoken(musts));
        let note =
            "A must is what there is no point in delivering without. If they do not fit, either some are not musts or the date is wrong.";
        let help = "Ask of each must what happens if it is not there on the day. If there is a way around, it is a should.";
        findings.say(Diagnostic::error("decide-must-beyond-capacity", message).note(note).help(help), &span);
    }
    if let Some(share) = found.must_share.filter(|share| *share > MOST_MUST + 1e-9) {
        let message = format!("Musts are {}\u{202f}% of the effort; DSDM advises at most 60\u{202f}%.", percent(share));
        let note = "The DSDM handbook (chapter 10.4.1) calls more a risk, unless estimates are known to be accurate, the approach is well understood, the team performs, and little can come from outside.";
        findings.say(
            Diagnostic::warning("decide-must-above-60", message).note(note).help("Split musts: what is the least of each that will do?"),
            &first_must.name.span,
        );
    }
    if found.effort[2] <= 0.0 {
        let message = "Nothing is a could, so nothing can give way when work takes longer.";
        let note = "The DSDM handbook advises a pool of around 20 % of the effort.";
        findings.say(Diagnostic::advice("decide-no-could", message).note(note), &first_must.name.span);
    }
    for item in items.iter().filter(|item| *item.priority == Priority::Wont && item.why.is_none() && item.evidence[0].is_none()) {
        let message = format!("`{}` is left out without a reason.", item.name);
        findings.say(Diagnostic::advice("decide-wont-why", message).help("Write `why`: it will be asked for again."), &item.name.span);
    }
}
