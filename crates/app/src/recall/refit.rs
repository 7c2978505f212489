//! One's own parameters: fitted to one's own recalls, taken when they predict better than the published ones.

use super::log;
use crate::learner::Learner;
use crate::planning::local_date;
use crate::view::RefitView;
use crate::words::count;
use crate::{App, Trouble};
use footbridge_journal::{Act, Refitted};
use footbridge_planner::spoken;
use footbridge_recall::{FEWEST_RECALLS, Refit, TooFew, refit};
use jiff::civil::Date;

/// Days between two refits that nobody asked for.
const DAYS_BETWEEN: i32 = 7;

impl App {
    /// Fits the parameters to all recalls so far and records what came of it; the same recalls are not recorded twice.
    pub fn refit(&self) -> Result<RefitView, Trouble> {
        let (found, last) = self.with_learner(|learner| (fit(learner), learner.state.refits.last().cloned()))?;
        let refitted = match found {
            Ok(refit) => refitted(&refit),
            Err(TooFew { recalls }) => return Ok(too_few(recalls)),
        };
        if last.is_none_or(|(_, last)| last != refitted) {
            self.record_locked(Act::Refitted(Box::new(refitted.clone())), false)?;
        }
        Ok(view(&refitted, self.today()))
    }

    /// The same by itself, after a recall: when there are enough, and at most once a week.
    pub(super) fn refit_when_due(&self) -> Result<Option<RefitView>, Trouble> {
        let today = self.today();
        let is_due = self.with_learner(|learner| {
            let recalls = recalls(learner);
            let last = learner.state.refits.last();
            let long_ago = |at: jiff::Timestamp| (today - local_date(at)).get_days() >= DAYS_BETWEEN;
            recalls >= FEWEST_RECALLS && last.is_none_or(|(at, last)| long_ago(*at) && recalls > last.recalls as usize)
        })?;
        if is_due { self.refit().map(Some) } else { Ok(None) }
    }
}

/// Which parameters hold, in one sentence.
pub(super) fn parameters_in_words(learner: &Learner) -> String {
    match learner.state.refits.last() {
        Some((at, last)) => view(last, local_date(*at)).says,
        None if recalls(learner) < FEWEST_RECALLS => too_few(recalls(learner)).says,
        None => "The published parameters hold; `footbridge recall refit` fits them to you, as does the next recall.".to_owned(),
    }
}

pub(super) fn recalls(learner: &Learner) -> usize {
    learner.state.recalls.values().map(Vec::len).sum()
}

fn fit(learner: &Learner) -> Result<Refit, TooFew> {
    let logs: Vec<Vec<_>> = learner.state.recalls.keys().map(|card| log(learner, card)).collect();
    let logs: Vec<&[_]> = logs.iter().map(Vec::as_slice).collect();
    refit(&logs)
}

fn refitted(refit: &Refit) -> Refitted {
    let e4 = |figure: f64| (figure * 1e4).round() as u32;
    Refitted {
        recalls: count(refit.recalls),
        predicted: count(refit.predicted),
        published_loss: e4(refit.published_loss),
        own_loss: e4(refit.own_loss),
        error: e4(refit.error),
        parameters: refit.parameters.map(|parameters| parameters.map(|parameter| (f64::from(parameter) * 1e4).round() as i32)),
    }
}

fn view(refitted: &Refitted, on: Date) -> RefitView {
    let figure = |e4: u32| f64::from(e4) / 1e4;
    let (published, own, error) = (figure(refitted.published_loss), figure(refitted.own_loss), figure(refitted.error));
    let verdict = if refitted.parameters.is_some() {
        "Your own hold: they predict better than chance explains."
    } else {
        "The published ones hold: your own predict no better than chance explains."
    };
    RefitView {
        says: format!(
            "Fitted on {} to {} recalls. Of {} predicted from what came before them, the mean log loss is {published:.4} with the published parameters and {own:.4} with your own (standard error of the difference {error:.4}; less is better). {verdict}",
            spoken(on),
            refitted.recalls,
            refitted.predicted
        ),
        recalls: refitted.recalls,
        predicted: refitted.predicted,
        published_loss: Some(published),
        own_loss: Some(own),
        own: refitted.parameters.is_some(),
    }
}

fn too_few(recalls: usize) -> RefitView {
    RefitView {
        says: format!(
            "The published parameters hold. They are fitted to you from {FEWEST_RECALLS} recalls on; so far there {}.",
            if recalls == 1 { "is 1".to_owned() } else { format!("are {recalls}") }
        ),
        recalls: count(recalls),
        predicted: 0,
        published_loss: None,
        own_loss: None,
        own: false,
    }
}
