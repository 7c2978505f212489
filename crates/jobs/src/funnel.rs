//! How far applications get.

use crate::application::{Application, Reason, StageName};
use footbridge_share::{Interval, wilson};
use std::collections::BTreeMap;
use std::fmt;

/// From one stage to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// From where.
    pub from: StageName,
    /// To where, or further.
    pub to: StageName,
    /// How many got there.
    pub count: u32,
    /// Of how many that are decided: they got there or came to an end before.
    pub of: u32,
    /// How many are still waiting between the two; they are counted neither way.
    pub waiting: u32,
    /// What the share can say; `None` as long as nothing is decided.
    pub interval: Option<Interval>,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "From {} to {}: ", self.from.words(), self.to.words())?;
        match &self.interval {
            Some(interval) => write!(f, "{interval}")?,
            None => write!(f, "nothing is decided yet")?,
        }
        if self.waiting > 0 {
            write!(f, "; {} waiting", self.waiting)?;
        }
        write!(f, ".")
    }
}

/// The stages that are counted, in order. An exercise counts as an interview; who skipped a stage has passed it.
const LADDER: [StageName; 6] =
    [StageName::Applied, StageName::Screen, StageName::Interview, StageName::Final, StageName::Offer, StageName::Accepted];

/// From each stage of the ladder to the next. An application that was withdrawn is decided: it did not get further.
pub fn funnel(applications: &[Application]) -> Vec<Step> {
    let reached: Vec<(Option<usize>, bool)> =
        applications.iter().map(|application| (highest(application), application.is_over())).collect();
    let step = |(from, pair): (usize, &[StageName])| {
        let (mut count, mut of, mut waiting) = (0, 0, 0);
        for (highest, is_over) in
            reached.iter().filter_map(|(highest, is_over)| Some(((*highest)?, *is_over))).filter(|(highest, _)| *highest >= from)
        {
            let got_there = highest > from;
            count += u32::from(got_there);
            of += u32::from(got_there || is_over);
            waiting += u32::from(!got_there && !is_over);
        }
        Step { from: pair[0], to: pair[1], count, of, waiting, interval: wilson(count, of) }
    };
    LADDER.windows(2).enumerate().map(step).collect()
}

/// Why companies said no, the most frequent first; of equal ones in the order of the form.
pub fn reasons(applications: &[Application]) -> Vec<(Reason, u32)> {
    let mut counts: BTreeMap<Reason, u32> = BTreeMap::new();
    for application in applications.iter().filter(|application| application.stages.iter().any(|stage| stage.name == StageName::Rejected)) {
        let reason = application.rejection.as_ref().map_or(Reason::NotSaid, |rejection| rejection.reason);
        *counts.entry(reason).or_default() += 1;
    }
    let mut reasons: Vec<(Reason, u32)> = counts.into_iter().collect();
    reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    reasons
}

/// The highest rung that was reached.
fn highest(application: &Application) -> Option<usize> {
    let rung = |stage: StageName| {
        let counted = if stage == StageName::Exercise { StageName::Interview } else { stage };
        LADDER.iter().position(|rung| *rung == counted)
    };
    application.stages.iter().filter_map(|stage| rung(stage.name)).max()
}
