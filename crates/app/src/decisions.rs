//! Anybody's own decision: RICE, MoSCoW or a weighted matrix. No learner's folder is needed.

use crate::decision_reasons::{NOT_KNOWN, figure_name, flip_ends, lead_words, unknown_words, value_words, wins_words};
use crate::decision_record::{record, sentence};
use crate::view::{DecisionFigureView, DecisionFlipView, DecisionOptionView, DecisionView, ExportView, StarterView};
use crate::view_sql::finding_view;
use crate::words::count;
use crate::{App, Trouble};
use footbridge_decide::{
    Analysis, Capacity, Changed, Decision, Factor, Flip, Method, MoscowItem, Profile, Ranked, Scored, Share, judge, percent, spoken, table,
};
use footbridge_diagnostic::{counted, grouped, listed, upper_first};
use jiff::civil::Date;

/// What is said of a matrix that waits for its scores, and with which findings.
const UNSCORED: &str = "Criteria and weights are there, and nothing is scored yet: lock the weights, then score.";
/// The same once its weights are locked.
const LOCKED: &str = "Criteria and weights are locked, and nothing is scored yet: score every option, each score with what it rests on.";
const LOCKING: [&str; 2] = ["decide-lock", "decide-locked"];

/// So many changes are named; those after them are larger still.
const MOST_FLIPS: usize = 6;

/// So many pairs and so many figures to be researched are named.
const MOST_PAIRS: usize = 8;
const MOST_WORTH: usize = 3;

/// What follows from a decision. `file` is the name findings point at.
pub fn decide(text: &str, file: &str) -> DecisionView {
    decided(text, file, None)
}

/// The same, with the decision as a record proposed today, and as a table. Without a folder there is no clock but the machine's.
pub fn decide_today(text: &str, file: &str) -> DecisionView {
    decided(text, file, Some(jiff::Zoned::now().date()))
}

impl App {
    /// What follows from a decision in the editor, with a record proposed today.
    pub fn decide(&self, text: &str) -> DecisionView {
        decided(text, "decision.yaml", Some(self.today()))
    }
}

/// How options are mapped to the columns of a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionProfile {
    /// As Jira's importer reads them, and its exports have them.
    Jira,
    /// A mapping of one's own: the name of its file and its text.
    Own(String, String),
}

/// A table of another program as one of ours: for each of our columns the name of theirs.
pub fn decision_from_table(text: &str, columns: &[(String, String)]) -> Result<StarterView, Trouble> {
    taken(footbridge_decide::from_table(text, columns, &|_, cell| cell))
}

/// A table that a tool exported as one of ours.
pub fn decision_from_export(text: &str, profile: &DecisionProfile) -> Result<StarterView, Trouble> {
    taken(footbridge_decide::from_export(text, &profile_of(profile)?))
}

/// The options of a decision as the table that a tool imports, with what of the decision is not in it.
pub fn export_decision(text: &str, file: &str, profile: &DecisionProfile) -> Result<ExportView, Trouble> {
    let (decision, analysis) = readable(text, file)?;
    let (text, lost) = footbridge_decide::tool_table(&decision, &analysis, &profile_of(profile)?);
    Ok(ExportView { text, lost })
}

/// What a tool's import would do with a decision, without doing it.
pub fn rehearse_decision(text: &str, file: &str, profile: &DecisionProfile) -> Result<String, Trouble> {
    let (decision, analysis) = readable(text, file)?;
    Ok(footbridge_decide::rehearsal(&decision, &analysis, &profile_of(profile)?).text())
}

fn taken(table: Result<String, footbridge_decide::NotTaken>) -> Result<StarterView, Trouble> {
    table.map(|text| StarterView { text }).map_err(|found| Trouble::asked("The table cannot be taken over.").help(found.to_string()))
}

fn readable(text: &str, file: &str) -> Result<(Decision, Analysis), Trouble> {
    let report = judge(text, file);
    report.decided.ok_or_else(|| Trouble::asked(format!("`{file}` cannot be read as a decision.")).findings(report.findings))
}

fn profile_of(profile: &DecisionProfile) -> Result<Profile, Trouble> {
    match profile {
        DecisionProfile::Jira => Ok(footbridge_decide::jira()),
        DecisionProfile::Own(file, text) => {
            let (profile, found) = footbridge_decide::read_profile(text, file);
            profile.ok_or_else(|| Trouble::asked(format!("`{file}` cannot be read as a mapping.")).findings(found))
        }
    }
}

fn decided(text: &str, file: &str, on: Option<Date>) -> DecisionView {
    let report = judge(text, file);
    let complete = report.is_complete();
    // What is not scored yet lacks scores on purpose: the weights come first.
    let waits = report.decided.is_none() && report.findings.iter().any(|finding| LOCKING.contains(&finding.code.as_str()));
    let told = report.findings.iter().filter(|finding| !waits || LOCKING.contains(&finding.code.as_str()));
    let findings = told.map(|finding| finding_view(finding, None, None, text)).collect();
    let awaits_scores = waits && report.findings.iter().any(|finding| finding.code == LOCKING[1]);
    let mut view = DecisionView {
        complete,
        unfinished: waits || report.is_only_unfilled(),
        awaits_scores,
        method: String::new(),
        title: String::new(),
        says: match report.unfilled {
            _ if awaits_scores => LOCKED.to_owned(),
            _ if waits => UNSCORED.to_owned(),
            open if report.is_only_unfilled() => format!("{} not filled in yet.", counted(open, "place is", "places are")),
            _ => "This cannot be read as a decision.".to_owned(),
        },
        chosen: String::new(),
        how: String::new(),
        figure: String::new(),
        options: Vec::new(),
        reasons: Vec::new(),
        unknown: Vec::new(),
        flips: Vec::new(),
        beats: Vec::new(),
        worth: Vec::new(),
        record: String::new(),
        table: String::new(),
        findings,
    };
    if let Some((decision, analysis)) = &report.decided {
        fill(&mut view, decision, analysis);
        if let Some(on) = on {
            let broken: Vec<&str> =
                report.findings.iter().filter(|finding| finding.is_error()).map(|finding| finding.message.as_str()).collect();
            view.record = record(decision, analysis, &broken, on);
            view.table = table(decision);
        }
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
    view.chosen = chosen_words(decision);
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
        (Method::Moscow { capacity: room, unit, items, .. }, Analysis::Capacity(capacity)) => {
            view.figure = room.as_ref().map_or_else(|| upper_first(unit), |room| format!("{} of {}", upper_first(unit), room.value));
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

fn share_words(share: &Share) -> String {
    format!("{}\u{202f}% ({}–{})", percent(share.share), percent(share.from), percent(share.to))
}

/// The choice and its reason, as the file says them.
fn chosen_words(decision: &Decision) -> String {
    match (&decision.choice, &decision.because) {
        (Some(choice), Some(because)) => format!("Chosen is `{choice}`. {}", sentence(because)),
        (Some(choice), None) => format!("Chosen is `{choice}`; why is not said."),
        (None, Some(because)) => format!("{} Which option that speaks for is not said: write `choice`.", sentence(because)),
        (None, None) => String::new(),
    }
}

fn rank(view: &mut DecisionView, scored: &Scored, ranked: &Ranked) {
    let mut order: Vec<usize> = (0..scored.options.len()).collect();
    order.sort_by_key(|option| ranked.standings[*option].place);
    let name = |option: usize| scored.options[option].name.value.clone();
    let option = |option: &usize| {
        let standing = &ranked.standings[*option];
        let is_judged = !ranked.unjudged.contains(option);
        let whole = (scored.scale.0.as_f64(), scored.scale.1.as_f64());
        let (low, high) = if is_judged { (standing.low, standing.high) } else { whole };
        DecisionOptionView {
            name: name(*option),
            place: if is_judged { count(standing.place) } else { 0 },
            priority: String::new(),
            value: standing.score,
            value_words: if is_judged { spoken(standing.score) } else { NOT_KNOWN.to_owned() },
            low,
            high,
            range_words: format!("{} – {}", spoken(low), spoken(high)),
            share: is_judged.then_some(standing.first.share),
            share_words: if is_judged { share_words(&standing.first) } else { "not judged".to_owned() },
            why: option_why(scored, *option),
            figures: figures_of(scored, *option),
        }
    };
    view.options = order.iter().map(option).collect();
    view.flips = ranked.flips.iter().take(MOST_FLIPS).map(|flip| flip_view(scored, flip)).collect();
    view.reasons = ranked.lead.iter().flat_map(|lead| lead_words(scored, lead)).collect();
    view.unknown = ranked.unknowns.iter().map(|unknown| unknown_words(scored, unknown)).collect();
    let beats = |beats: &footbridge_decide::Beats| {
        let (better, worse) = (name(beats.better), name(beats.worse));
        if beats.is_tie {
            format!("`{better}` and `{worse}` are equal in every draw.")
        } else {
            format!("`{better}` beats `{worse}` in {}.", share_words(&beats.share))
        }
    };
    view.beats = ranked.beats.iter().take(MOST_PAIRS).map(beats).collect();
    view.worth = ranked.worth.iter().take(MOST_WORTH).map(|worth| worth_words(scored, worth)).collect();
    let firsts: Vec<usize> = order.iter().copied().filter(|option| ranked.standings[*option].place == 1).collect();
    let unjudged = match &ranked.unjudged[..] {
        [] => String::new(),
        some => format!(
            " Nothing is known of {}, so {} not judged.",
            listed(some.iter().map(|option| format!("`{}`", name(*option)))),
            if some.len() == 1 { "it is" } else { "they are" }
        ),
    };
    let says = match firsts[..] {
        [first] => {
            let share = percent(ranked.standings[first].first.share);
            let often = format!("`{}` is first at the likely values, and in {share}\u{202f}% of all draws.", name(first));
            let nearest = match view.flips.first() {
                Some(flip) if !flip.wins.is_empty() => flip.wins.clone(),
                Some(flip) => format!("{} from {} to {} would put `{}` level.", flip.what, flip.from, flip.to, flip.rival),
                None => "No single figure can change that within its bounds.".to_owned(),
            };
            let wins = view.flips.iter().map(|flip| flip.wins.as_str()).find(|wins| !wins.is_empty() && *wins != nearest);
            format!("{often} {nearest}{}", wins.map_or_else(String::new, |wins| format!(" {wins}")))
        }
        _ => format!(
            "{} share the first place: the figures do not decide between them.",
            listed(firsts.iter().map(|option| format!("`{}`", name(*option))))
        ),
    };
    view.says = format!("{says}{unjudged}");
}

/// RICE has one reason for an option, which says nothing of a single figure.
pub(crate) fn option_why(scored: &Scored, option: usize) -> String {
    let reasons = if scored.criteria.is_empty() { &scored.options[option].reasons[..] } else { &[] };
    reasons.first().cloned().flatten().unwrap_or_default()
}

/// Each figure of an option with what it rests on.
fn figures_of(scored: &Scored, option: usize) -> Vec<DecisionFigureView> {
    let of = &scored.options[option];
    let figure = |at: usize| DecisionFigureView {
        name: figure_name(scored, at).to_owned(),
        value: value_words(scored, option, at),
        evidence: of.evidence.get(at).cloned().flatten().map_or_else(String::new, |evidence| evidence.value),
        why: if scored.criteria.is_empty() { String::new() } else { of.reasons.get(at).cloned().flatten().unwrap_or_default() },
    };
    (0..of.values.len()).map(figure).collect()
}

pub(crate) fn changed_words(scored: &Scored, changed: Changed) -> String {
    match changed {
        Changed::Weight(criterion) => format!("the weight of `{}`", scored.criteria[criterion].name),
        Changed::Value(option, value) => {
            let of = &scored.options[option].name;
            match scored.criteria.get(value) {
                Some(criterion) => format!("the score of `{of}` for `{}`", criterion.name),
                None => format!("the {} of `{of}`", Factor::ALL[value].word()),
            }
        }
    }
}

fn worth_words(scored: &Scored, worth: &footbridge_decide::Worth) -> String {
    let what = changed_words(scored, worth.figure);
    format!(
        "If {what} were known, the option you then take would be first in {}\u{202f}% of the draws instead of {}\u{202f}%.",
        percent(worth.known),
        percent(worth.now)
    )
}

fn flip_view(scored: &Scored, flip: &Flip) -> DecisionFlipView {
    let what = upper_first(&changed_words(scored, flip.changed));
    let (from, to) = flip_ends(scored, flip);
    let rival = scored.options[flip.rival].name.value.clone();
    DecisionFlipView { what, from, to, rival, wins: wins_words(scored, flip), within: flip.within }
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
            why: of.why.as_ref().map_or_else(String::new, |why| why.value.clone()),
            figures: vec![DecisionFigureView {
                name: "effort".to_owned(),
                value: of.effort.to_string(),
                evidence: of.evidence[1].as_ref().map_or_else(String::new, |evidence| evidence.value.clone()),
                why: String::new(),
            }],
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
