//! How far applications get.

use crate::application::{Application, Reason, StageName};
use footbridge_share::{Interval, wilson};
use std::collections::{BTreeMap, BTreeSet};
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
    /// How many got there, while nothing says that they were at `from`; they are counted neither way.
    pub untold: u32,
    /// What the share can say; `None` as long as nothing is decided.
    pub interval: Option<Interval>,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "From {} to {}: ", self.from.words(), self.to.words())?;
        if self.of > 0 {
            write!(f, "{} of {}: ", self.count, self.of)?;
        }
        write!(f, "{}", self.share())?;
        if self.waiting > 0 {
            write!(f, "; {} waiting", self.waiting)?;
        }
        if let Some(untold) = self.untold_says() {
            write!(f, "; {untold}")?;
        }
        write!(f, ".")
    }
}

/// From here on a share is no longer one of few.
const MANY: u32 = 30;

impl Step {
    /// Whether any application came as far as `from`, or further.
    pub fn is_begun(&self) -> bool {
        self.of > 0 || self.waiting > 0 || self.untold > 0
    }

    /// What the share may be in the long run, in words.
    pub fn share(&self) -> String {
        let few = if self.of < MANY { "few, so it may be anything " } else { "" };
        self.interval.map_or_else(
            || "nothing is decided yet".to_owned(),
            |Interval { low, high, .. }| format!("{few}between {:.0} % and {:.0} %", low * 100.0, high * 100.0),
        )
    }

    /// Of whom it is not told that they were at `from`.
    pub fn untold_says(&self) -> Option<String> {
        (self.untold > 0).then(|| format!("of {} that got there, “{}” is not told", self.untold, self.from.words()))
    }
}

/// The stages that are counted, in order. An exercise counts as an interview.
const LADDER: [StageName; 6] =
    [StageName::Applied, StageName::Screen, StageName::Interview, StageName::Final, StageName::Offer, StageName::Accepted];

/// From each stage of the ladder to the next, of those that were at the first of the two. An application that was withdrawn is decided: it did
/// not get further.
pub fn funnel(applications: &[Application]) -> Vec<Step> {
    let reached: Vec<(BTreeSet<usize>, bool)> =
        applications.iter().map(|application| (rungs(application), application.is_over())).collect();
    let step = |(from, pair): (usize, &[StageName])| {
        let (mut count, mut of, mut waiting, mut untold) = (0, 0, 0, 0);
        for (rungs, is_over) in &reached {
            let got_there = rungs.last().is_some_and(|highest| *highest > from);
            let was_there = rungs.contains(&from);
            count += u32::from(was_there && got_there);
            of += u32::from(was_there && (got_there || *is_over));
            waiting += u32::from(was_there && !got_there && !is_over);
            untold += u32::from(!was_there && got_there);
        }
        Step { from: pair[0], to: pair[1], count, of, waiting, untold, interval: wilson(count, of) }
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

/// The rungs that were reached. Only what cannot be skipped is added: who accepted had an offer.
fn rungs(application: &Application) -> BTreeSet<usize> {
    let counted = |stage: StageName| if stage == StageName::Exercise { StageName::Interview } else { stage };
    let told = application.stages.iter().map(|stage| counted(stage.name));
    let offered = application.stages.iter().any(|stage| stage.name == StageName::Accepted).then_some(StageName::Offer);
    told.chain(offered).filter_map(|stage| LADDER.iter().position(|rung| *rung == stage)).collect()
}
